"""A bare folder becomes a station's, at a real hub; whatever does not hold leaves nothing behind."""

import http.server
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import httpx
import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID
from hub_process import HubProcess

from contract.wire import EnrolAnswer, EnrolRequest, encode
from hub.models import Audit, EnrolCode
from provisioning.__main__ import main
from provisioning.enrol import EnrolError, _request, enrol, pin_of, status

FILES = {"station-key.pem", "station-cert.pem", "ca.pem", "root.pub", "keys.signed", "profile.signed"}


def test_a_code_makes_a_station(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Elm Street", languages=["es"], keep_days=3)
    state = tmp_path / "station"
    profile = enrol(hub.console, f" {code}\n", state)

    assert (profile.name, profile.languages, profile.keep_days) == ("Elm Street", ("es",), 3)
    assert profile.hub_url == hub.stations
    row = hub.station_named("Elm Street")
    assert row.id == profile.station
    assert {path.name for path in state.iterdir()} == FILES
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in state.iterdir())
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    certificate = x509.load_pem_x509_certificate((state / "station-cert.pem").read_bytes())
    uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    assert certificate.subject.rfc4514_string() == f"CN={profile.station}"
    key = load_pem_private_key((state / "station-key.pem").read_bytes(), None)
    assert isinstance(key, Ed25519PrivateKey)
    assert key.public_key().public_bytes_raw() == row.public
    assert UUID(status(state)["station"]) == profile.station
    enrolled = [a for a in hub.rows(Audit) if a.actor == f"station:{profile.station}"]
    assert [a.outcome for a in enrolled] == ["200"]
    assert all(code.split("-")[1].encode() not in row.hash for row in hub.rows(EnrolCode))


def test_a_code_is_good_once(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Once Street")
    enrol(hub.console, code, tmp_path / "first")
    with pytest.raises(EnrolError, match="used"):
        enrol(hub.console, code, tmp_path / "second")
    assert not (tmp_path / "second" / "station-key.pem").exists()
    with pytest.raises(EnrolError, match="already"):
        enrol(hub.console, hub.station_code("Again Street"), tmp_path / "first")


def test_a_code_runs_out(hub: HubProcess, tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="run out"):
        enrol(hub.console, hub.station_code("Late Street", life_s=-1), tmp_path / "late")


def test_a_wrong_pin_stops_before_the_code_is_told(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Pin Street")
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(EnrolError, match="does not match"):
        enrol(hub.console, wrong, tmp_path / "state")
    assert not any((tmp_path / "state").iterdir())
    enrol(hub.console, code, tmp_path / "state")  # the right one is still good


@pytest.mark.parametrize(
    "code", ["", "CP1", "CP1-A-B", "CP2-" + "A" * 26 + "-" + "0" * 16, "CP1-é-0", "hello"]
)
def test_what_is_no_code_is_said_in_words(code: str, tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="not an enrolment code"):
        pin_of(code)
    with pytest.raises(EnrolError, match="not an enrolment code"):
        enrol("http://localhost:1", code, tmp_path)


@pytest.mark.parametrize("hub_url", ["http://hub.example", "ftp://localhost", "hub.example", ""])
def test_plain_http_goes_to_this_machine_only(hub: HubProcess, hub_url: str, tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="https://"):
        enrol(hub_url, hub.station_code("Plain Street"), tmp_path / "state")


def test_a_hub_that_is_not_there_is_said_in_words(hub: HubProcess, tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="does not answer"):
        enrol("http://localhost:1", hub.station_code("Far Street"), tmp_path / "state")


def test_a_folder_that_cannot_be_written_costs_no_code(hub: HubProcess, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code = hub.station_code("Full Street")
    with pytest.raises(EnrolError, match="code was not used"):
        enrol(hub.console, code, tmp_path / "file" / "state")
    enrol(hub.console, code, tmp_path / "state")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> EnrolAnswer:
    """Another hub's answer to another station."""
    with HubProcess(tmp_path_factory.mktemp("other")) as elsewhere:
        request = EnrolRequest(elsewhere.station_code("Elsewhere"), _request(Ed25519PrivateKey.generate()))
        url = elsewhere.console + "/.well-known/est/simpleenroll"
        content = httpx.post(url, content=encode(request), trust_env=False).content
    return msgspec.msgpack.decode(content, type=EnrolAnswer)


@contextmanager
def between(hub: HubProcess, change: "Changes") -> Iterator[str]:
    """Somebody between station and hub, who passes everything on and changes the answer."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._pass(httpx.get(hub.console + self.path, trust_env=False).content)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            content = httpx.post(hub.console + self.path, content=body, trust_env=False).content
            answer = msgspec.msgpack.decode(content, type=EnrolAnswer)
            self._pass(encode(msgspec.structs.replace(answer, **change(answer))))

        def _pass(self, content: bytes) -> None:
            self.send_response(200)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


class Changes:
    """What somebody between changes of an answer."""

    def __init__(self, name: str, other: EnrolAnswer) -> None:
        self._name, self._other = name, other

    def __call__(self, _answer: EnrolAnswer) -> dict[str, object]:
        return {self._name: getattr(self._other, self._name)}


@pytest.mark.parametrize(
    "part", ["station", "certificate", "ca", "root", "keys", "profile", "root_signature"]
)
def test_an_answer_that_was_changed_is_not_kept(
    hub: HubProcess, other: EnrolAnswer, part: str, tmp_path: Path
) -> None:
    with between(hub, Changes(part, other)) as url, pytest.raises(EnrolError) as refusal:
        enrol(url, hub.station_code(f"Changed {part}"), tmp_path / "state")
    assert "Nothing was kept" in str(refusal.value) or "does not match" in str(refusal.value)
    assert not any((tmp_path / "state").iterdir())


def test_a_request_that_its_key_did_not_sign_uses_nothing_up(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Forged Street")
    for csr in (b"", b"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"):
        answer = httpx.post(
            hub.console + "/.well-known/est/simpleenroll",
            content=encode(EnrolRequest(code, csr)),
            trust_env=False,
        )
        assert answer.status_code == 422
    enrol(hub.console, code, tmp_path / "state")


def test_the_command_line(hub: HubProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = hub.command(
        "station-code", "--name", "Line Street", "--address", "2 Line Street", "--phone", "555 0101"
    )
    assert made.returncode == 0, made.stderr
    state = ["--state", str(tmp_path / "state")]

    assert main(["status", *state]) == 1
    assert "not an enrolled station" in capsys.readouterr().err
    assert main(["enrol", *state, "--hub", hub.console, "--code", made.stdout.split()[-1]]) == 0
    assert "Line Street, 2 Line Street" in capsys.readouterr().out
    assert main(["status", *state]) == 0
    assert str(hub.station_named("Line Street").id) in capsys.readouterr().out
    assert main(["enrol", *state, "--hub", hub.console, "--code", "nonsense"]) == 1
    assert "not an enrolment code" in capsys.readouterr().err
