"""The certificate is renewed by itself, for the same key, without a restart; what is not ours is not kept."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from station_state import StationState

from contract.enrolment import certificate_request
from hub.fleet.ca import StationCa
from kiosk.core.identity import Identity
from kiosk.core.renewal import CertificateRenewal, days_left, due
from offline_queue import Unreachable


class Site:
    """A station of a real CA; `answer` is what the hub gives."""

    def __init__(self, folder: Path, days: int) -> None:
        self.ca = StationCa(folder / "hub")
        self.state = StationState(folder / "station")
        self.identity = Identity(self.state.folder)
        self.put("ca.pem", self.ca.pem)
        self.put("station-cert.pem", self.certificate(days))
        self.tls = self.identity.tls()
        self.asked: list[bytes] = []
        self.answer: bytes | Exception = b""

    def put(self, name: str, content: bytes) -> None:
        (self.state.folder / name).write_bytes(content)

    def certificate(
        self, days: int, key: Ed25519PrivateKey | None = None, ca: StationCa | None = None
    ) -> bytes:
        request = certificate_request(key or self.identity.key)
        made = (ca or self.ca).issue_station(request, self.identity.station, days)
        return made.public_bytes(Encoding.PEM)

    async def ask(self, request: bytes) -> bytes:
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def once(self, after: timedelta) -> bool:
        return await CertificateRenewal(
            self.identity, self.ask, lambda: (datetime.now(UTC) + after).timestamp()
        ).once()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, 30)


async def test_it_is_renewed_in_its_last_third_and_used_at_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", lambda _, path, __: loaded.append(Path(path)))
    site.answer = site.certificate(900)
    assert await site.once(timedelta(days=10)) and site.asked == []
    assert await site.once(timedelta(days=25))
    assert x509.load_pem_x509_csr(site.asked[0]).public_key() == site.identity.key.public_key()
    assert days_left(site.identity.certificate, datetime.now(UTC)) >= 898
    assert [path.name for path in loaded] == ["station-cert.pem"]  # by the context in use
    assert not due(Identity(site.state.folder).certificate, datetime.now(UTC))


async def test_a_hub_that_is_away_is_asked_again(site: Site) -> None:
    site.answer = Unreachable("away")
    assert not await site.once(timedelta(days=25))


@pytest.mark.parametrize("lie", ["another-ca", "another-key", "no-certificate", "shorter"])
async def test_what_is_not_ours_is_not_kept(site: Site, tmp_path: Path, lie: str) -> None:
    before = (site.state.folder / "station-cert.pem").read_bytes()
    match lie:
        case "another-ca":
            site.answer = site.certificate(900, ca=StationCa(tmp_path / "liar"))
        case "another-key":
            site.answer = site.certificate(900, key=Ed25519PrivateKey.generate())
        case "shorter":
            site.answer = site.certificate(3)
        case _:
            site.answer = b"<html>"
    assert not await site.once(timedelta(days=25))
    assert (site.state.folder / "station-cert.pem").read_bytes() == before
