"""Enrolment at a whole hub: what it keeps and notes of a station, and what uses no code up."""

from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID
from hub_process import HubProcess

from contract.wire import EnrolRequest, encode
from hub.models import Audit, EnrolCode
from provisioning.enrol import EnrolError, enrol


def test_a_code_makes_a_station(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Enrol Street", languages=["es"], keep_days=3)
    profile = enrol(hub.console, f" {code}\n", tmp_path)

    assert (profile.name, profile.languages, profile.keep_days) == ("Enrol Street", ("es",), 3)
    assert profile.hub_url == hub.stations
    row = hub.station_named("Enrol Street")
    assert row.id == profile.station
    certificate = x509.load_pem_x509_certificate((tmp_path / "station-cert.pem").read_bytes())
    uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    assert certificate.subject.rfc4514_string() == f"CN={profile.station}"
    key = load_pem_private_key((tmp_path / "station-key.pem").read_bytes(), None)
    assert isinstance(key, Ed25519PrivateKey)
    assert key.public_key().public_bytes_raw() == row.public
    enrolled = [a for a in hub.rows(Audit) if a.actor == f"station:{profile.station}"]
    assert [(a.action, a.outcome) for a in enrolled] == [("enrol", "200")]
    assert all(code.split("-")[1].encode() not in row.hash for row in hub.rows(EnrolCode))


def test_a_code_used_twice_or_late_or_with_another_pin_makes_none(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Once Street")
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(EnrolError, match="does not match"):
        enrol(hub.console, wrong, tmp_path / "a")
    enrol(hub.console, code, tmp_path / "a")  # the right one is still good
    with pytest.raises(EnrolError, match="used"):
        enrol(hub.console, code, tmp_path / "b")
    with pytest.raises(EnrolError, match="run out"):
        enrol(hub.console, hub.station_code("Out Of Date Street", life_s=-1), tmp_path / "b")
    assert not (tmp_path / "b" / "station-key.pem").exists()
    assert hub.station_named("Out Of Date Street").enrolled_at is None


def test_a_code_of_a_revoked_station_lets_no_machine_in_again(hub: HubProcess, tmp_path: Path) -> None:
    """A stolen station is revoked: a code prepared for it days before would have undone that."""
    code = hub.station_code("Void Code Street")
    station = hub.station_named("Void Code Street").id

    def new_code() -> str:
        made = hub.here("station-new-code", str(station), "--unattended")
        assert made.returncode == 0, made.stderr
        return made.stdout.split()[-1]

    later = new_code()
    enrol(hub.console, code, tmp_path / "a")
    assert hub.here("station-revoke", str(station)).returncode == 0
    with pytest.raises(EnrolError, match="wrong"):
        enrol(hub.console, later, tmp_path / "b")
    assert hub.station_named("Void Code Street").revoked_at is not None
    enrol(hub.console, new_code(), tmp_path / "b")  # one made since
    assert hub.station_named("Void Code Street").revoked_at is None


def test_a_request_that_its_key_did_not_sign_uses_nothing_up(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Forged Street")
    for csr in (b"", b"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"):
        url = hub.console + "/.well-known/est/simpleenroll"
        answer = httpx.post(url, content=encode(EnrolRequest(code, csr)), trust_env=False)
        assert answer.status_code == 422
    enrol(hub.console, code, tmp_path)


def test_the_command_line_adds_a_station(hub: HubProcess, tmp_path: Path) -> None:
    told = ("--name", "Line Street", "--address", "2 Line Street", "--phone", "555 0101", "--unattended")
    made = hub.command("station-code", *told)
    assert made.returncode == 0, made.stderr
    assert enrol(hub.console, made.stdout.split()[-1], tmp_path).address == "2 Line Street"
