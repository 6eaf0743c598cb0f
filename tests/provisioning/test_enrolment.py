"""Enrolment: what a station keeps, and every way in which a hub, a code or a folder may be wrong."""

import base64
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from lying_hub import LyingHub

from contract.profile import Profile
from contract.seal import sign
from contract.wire import EnrolAnswer
from hub.fleet.ca import StationCa
from hub.keys import HubKeys
from provisioning.__main__ import main
from provisioning.enrol import ROOT_PIN, EnrolError, enrol, status

FILES = {"station-key.pem", "station-cert.pem", "ca.pem", "root.pub", "keys.signed", "profile.signed"}
REPLACE = msgspec.structs.replace
ROOT = Path(__file__).resolve().parent.parent.parent


def _request() -> bytes:
    """Return a certificate request for a key that is not the station's."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "somebody")])
    builder = x509.CertificateSigningRequestBuilder().subject_name(name)
    return builder.sign(Ed25519PrivateKey.generate(), None).public_bytes(Encoding.PEM)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_a_station_keeps_what_it_needs_and_nobody_else_can_read_it(hub: LyingHub, tmp_path: Path) -> None:
    state = tmp_path / "a" / "station"
    profile = enrol(hub.url, hub.code(), state)
    assert profile.name == "Elm Street Pharmacy"
    assert _names(state) == FILES
    assert {path.stat().st_mode & 0o777 for path in state.iterdir()} == {0o600}
    assert state.stat().st_mode & 0o077 == 0
    told = status(state)
    assert told["station"] == str(profile.station)
    assert told["hub"].startswith("https://")


def test_the_private_key_never_leaves(hub: LyingHub, tmp_path: Path) -> None:
    enrol(hub.url, hub.code(), tmp_path)
    [asked] = hub.asked
    key = (tmp_path / "station-key.pem").read_bytes()
    assert b"PRIVATE" not in asked.csr
    assert key not in msgspec.msgpack.encode(asked)


def test_a_code_works_once(hub: LyingHub, tmp_path: Path) -> None:
    code = hub.code()
    enrol(hub.url, code, tmp_path / "first")
    with pytest.raises(EnrolError, match="was used"):
        enrol(hub.url, code, tmp_path / "second")
    assert _names(tmp_path / "second") == set()


def test_a_code_runs_out(hub: LyingHub, tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="run out"):
        enrol(hub.url, hub.code(life_s=-1), tmp_path)


def test_an_enrolled_folder_is_left_alone(hub: LyingHub, tmp_path: Path) -> None:
    enrol(hub.url, hub.code(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    code = hub.code()
    with pytest.raises(EnrolError, match="already"):
        enrol(hub.url, code, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    enrol(hub.url, code, tmp_path / "other")  # the code was not used up


def test_a_folder_that_cannot_be_written_costs_no_code(hub: LyingHub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code = hub.code()
    with pytest.raises(EnrolError, match="not used"):
        enrol(hub.url, code, tmp_path / "file" / "station")
    assert hub.asked == []
    enrol(hub.url, code, tmp_path / "station")


def test_a_folder_that_fails_while_writing_is_not_enrolled(hub: LyingHub, tmp_path: Path) -> None:
    (tmp_path / "profile.signed").mkdir()
    with pytest.raises(EnrolError, match="new code"):
        enrol(hub.url, hub.code(), tmp_path)
    assert not (tmp_path / "station-key.pem").exists()
    with pytest.raises(EnrolError, match="not an enrolled station"):
        status(tmp_path)


class Lies:
    """What a hub that is not the code's, or somebody between, may answer."""

    def __init__(self, hub: LyingHub, folder: Path) -> None:
        self.ca = StationCa(folder)
        self.keys = HubKeys.load(folder, 10)
        self.hub = hub

    def another_ca(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, ca=self.ca.pem)

    def another_root(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, root=self.keys.root.public_key().public_bytes_raw())

    def another_root_signed_by_another_ca(self, answer: EnrolAnswer) -> EnrolAnswer:
        root = self.keys.root.public_key().public_bytes_raw()
        return REPLACE(answer, root=root, root_signature=self.ca.sign_root(root))

    def root_signed_for_another_purpose(self, answer: EnrolAnswer) -> EnrolAnswer:
        key = self.hub.ca._key
        return REPLACE(
            answer, root_signature=sign(answer.root, context=ROOT_PIN + "x", private=key).signature
        )

    def another_hubs_keys(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, keys=self.keys.signed_key_set())

    def keys_in_the_profiles_place(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, profile=answer.keys)

    def another_hubs_profile(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, profile=self.keys.signed_profile(self._profile(answer)))

    def another_stations_profile(self, answer: EnrolAnswer) -> EnrolAnswer:
        profile = REPLACE(self._profile(answer), station=uuid4())
        return REPLACE(answer, profile=self.hub.keys.signed_profile(profile))

    def a_certificate_for_another_key(self, answer: EnrolAnswer) -> EnrolAnswer:
        made = self.hub.ca.issue_station(_request(), answer.station, 1)
        return REPLACE(answer, certificate=made.public_bytes(Encoding.PEM))

    def another_cas_certificate(self, answer: EnrolAnswer) -> EnrolAnswer:
        made = self.ca.issue_station(self.hub.asked[-1].csr, answer.station, 1)
        return REPLACE(answer, certificate=made.public_bytes(Encoding.PEM))

    def no_certificate(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, certificate=b"none")

    def no_ca(self, answer: EnrolAnswer) -> EnrolAnswer:
        return REPLACE(answer, ca=b"none")

    def nonsense(self, answer: EnrolAnswer) -> bytes:
        return b"<html>a captive portal</html>"

    @staticmethod
    def _profile(answer: EnrolAnswer) -> Profile:
        return Profile(1, answer.station, "A", "B", "C", "https://localhost")


@pytest.mark.parametrize(
    "lie", [name for name in vars(Lies) if not name.startswith("_")], ids=lambda name: name.replace("_", " ")
)
def test_a_lie_is_refused_and_nothing_is_kept(hub: LyingHub, tmp_path: Path, lie: str) -> None:
    hub.change = getattr(Lies(hub, tmp_path / "liar"), lie)
    with pytest.raises(EnrolError) as told:
        enrol(hub.url, hub.code(), tmp_path / "station")
    assert _names(tmp_path / "station") == set()
    assert "Traceback" not in str(told.value)


def test_the_pin_is_the_ca(hub: LyingHub, tmp_path: Path) -> None:
    secret = hub.code().rsplit("-", 1)[0]
    with pytest.raises(EnrolError, match="not the hub that made the code"):
        enrol(hub.url, f"{secret}-{'0' * 16}", tmp_path)
    assert _names(tmp_path) == set()
    assert hub.asked == []  # the code was not told


def test_a_hub_that_is_another_from_the_start_is_not_told_the_code(hub: LyingHub, tmp_path: Path) -> None:
    hub.cacerts = StationCa(tmp_path / "liar").pem
    with pytest.raises(EnrolError, match="not the hub that made the code"):
        enrol(hub.url, hub.code(), tmp_path / "station")
    assert hub.asked == []


SECRET = base64.b32encode(bytes(16)).decode().rstrip("=")


@pytest.mark.parametrize(
    "code",
    [
        "",
        "CP1",
        f"CP1-{SECRET}",
        f"CP2-{SECRET}-0011223344556677",
        f"CP1-{SECRET[:-2]}-0011223344556677",
        f"CP1-{SECRET}-001122334455667",
        f"CP1-{SECRET}-001122334455667g",
        f"CP1-{'1' * 26}-0011223344556677",
        "CP1-ä-0011223344556677",
    ],
)
def test_what_is_no_code_is_not_sent(hub: LyingHub, tmp_path: Path, code: str) -> None:
    with pytest.raises(EnrolError, match="not an enrolment code"):
        enrol(hub.url, code, tmp_path)
    assert hub.asked == []


def test_a_code_may_be_typed_in_small_letters_with_space_around(hub: LyingHub, tmp_path: Path) -> None:
    _, secret, pin = hub.code().split("-")
    enrol(hub.url, f" CP1-{secret.lower()}-{pin.upper()} ", tmp_path)
    assert _names(tmp_path) == FILES


@pytest.mark.parametrize(
    "address",
    [
        "http://hub.example",
        "ftp://localhost",
        "hub.example",
        "",
        "http://[::1",
        "http://localhost:99999",
        "https://",
    ],
)
def test_a_code_goes_to_no_address_without_tls(tmp_path: Path, address: str) -> None:
    with pytest.raises(EnrolError, match="address"):
        enrol(address, f"CP1-{SECRET}-0011223344556677", tmp_path / "station")
    assert not (tmp_path / "station").exists()


def test_a_hub_that_is_away_is_told_of_in_words(tmp_path: Path) -> None:
    with pytest.raises(EnrolError, match="does not answer"):
        enrol("http://127.0.0.1:1", f"CP1-{SECRET}-0011223344556677", tmp_path)
    assert _names(tmp_path) == set()


@pytest.mark.parametrize("name", sorted(FILES))
def test_status_sees_what_was_changed(hub: LyingHub, tmp_path: Path, name: str) -> None:
    enrol(hub.url, hub.code(), tmp_path / "a")
    enrol(hub.url, hub.code(), tmp_path / "b")
    file = tmp_path / "a" / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(EnrolError, match="not an enrolled station"):
        status(tmp_path / "a")
    file.unlink()
    with pytest.raises(EnrolError, match="not an enrolled station"):
        status(tmp_path / "a")


def test_status_sees_another_stations_key(hub: LyingHub, tmp_path: Path) -> None:
    enrol(hub.url, hub.code(), tmp_path / "a")
    enrol(hub.url, hub.code(), tmp_path / "b")
    (tmp_path / "a" / "station-key.pem").write_bytes((tmp_path / "b" / "station-key.pem").read_bytes())
    with pytest.raises(EnrolError, match="another key"):
        status(tmp_path / "a")


def test_the_command_line(hub: LyingHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "station"
    assert main(["enrol", "--hub", hub.url, "--code", hub.code(), "--state", str(state)]) == 0
    assert "Elm Street Pharmacy" in capsys.readouterr().out
    assert main(["status", "--state", str(state)]) == 0
    assert "1 Elm Street" in capsys.readouterr().out
    assert main(["enrol", "--hub", hub.url, "--code", "no", "--state", str(state)]) == 1
    told = capsys.readouterr()
    assert told.out == "" and "not an enrolment code" in told.err


def test_the_program_says_what_it_can_do() -> None:
    command = [sys.executable, "-m", "provisioning", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "enrol" in done.stdout and "status" in done.stdout
