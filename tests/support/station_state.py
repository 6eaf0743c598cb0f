"""A station's folder as enrolment leaves it, made without a hub: for tests of the station alone."""

import datetime as dt
import time
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.x509.oid import NameOID

from contract.profile import PROFILE, Profile
from contract.seal import KEY_SET, KeySet, PublicKey, key_id, sign


class StationState:
    """The folder, and the hub's private halves that a test needs to open what the station sealed."""

    def __init__(self, folder: Path, **profile: object) -> None:
        self.folder = folder
        self.station: UUID = uuid4()
        self.root = Ed25519PrivateKey.generate()
        self.signing = Ed25519PrivateKey.generate()
        self.sealing = X25519PrivateKey.generate()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "root.pub").write_bytes(self.root.public_key().public_bytes_raw())
        self.write_keys(1)
        self.profile = Profile(
            version=1,
            station=self.station,
            name="Test Pharmacy",
            address="1 Test Street",
            site_phone="555 0100",
            hub_url="https://127.0.0.1:9",
            **profile,  # type: ignore[arg-type]
        )
        body = msgspec.msgpack.encode(self.profile)
        self._write("profile.signed", msgspec.msgpack.encode(sign(body, context=PROFILE, private=self.root)))
        self._write_identity()

    def write_keys(self, version: int) -> bytes:
        """Write (and return) a signed key set of this version."""
        keys = KeySet(
            version,
            int(time.time()),
            (_public(self.sealing.public_key().public_bytes_raw()),),
            (_public(self.signing.public_key().public_bytes_raw()),),
        )
        encoded = msgspec.msgpack.encode(
            sign(msgspec.msgpack.encode(keys), context=KEY_SET, private=self.root)
        )
        self._write("keys.signed", encoded)
        return encoded

    def _write_identity(self) -> None:
        key = Ed25519PrivateKey.generate()
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, str(self.station))])
        now = dt.datetime.now(dt.UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(1)
            .not_valid_before(now - dt.timedelta(hours=1))
            .not_valid_after(now + dt.timedelta(days=1))
            .sign(key, None)
        )
        pem = certificate.public_bytes(serialization.Encoding.PEM)
        self._write("station-cert.pem", pem)
        self._write("ca.pem", pem)
        self._write(
            "station-key.pem",
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
        )

    def _write(self, name: str, data: bytes) -> None:
        (self.folder / name).write_bytes(data)


def _public(raw: bytes) -> PublicKey:
    return PublicKey(key_id(raw), raw, 0, 2**40)
