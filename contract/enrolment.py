"""What hub and station agree on before they trust each other: the one-time code, its QR text, fingerprints.

The code reads "CP1-<base32 of 16 secret bytes>-<first 16 hex of the SHA-256 of the station CA's DER>": a
secret, and the pin by which the machine knows the hub. The QR code says the same and where the hub is:
"carepost:enrol?hub=https%3A%2F%2F…&code=CP1-…".
"""

import base64
import hashlib
from typing import Final, NamedTuple
from urllib.parse import parse_qs, urlencode

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

SECRET_BYTES: Final = 16
PIN_DIGITS: Final = 16
FINGERPRINT_DIGITS: Final = 20  # 80 bits: what two people read to each other
SERIAL_CHARS: Final = 64
_PREFIX: Final = "carepost:enrol?"


class Code(NamedTuple):
    """A one-time code's parts: the secret as base32 in capitals, the pin in small hex digits."""

    secret: str
    pin: str

    def __str__(self) -> str:
        return f"CP1-{self.secret}-{self.pin}"


def pin(ca_der: bytes) -> str:
    """Return the pin of a station CA."""
    return hashlib.sha256(ca_der).hexdigest()[:PIN_DIGITS]


def new_secret(random: bytes) -> str:
    """Return 16 random bytes as the code's secret part."""
    return base64.b32encode(random).decode().rstrip("=")


def read_code(text: str) -> Code:
    """Return a code as it was typed, in letters of any size; ValueError when it is none."""
    parts = text.strip().split("-")
    if len(parts) != 3 or parts[0].upper() != "CP1":
        raise ValueError("not an enrolment code")
    secret, digits = parts[1].upper(), parts[2].lower()
    if len(base64.b32decode(secret + "=" * (-len(secret) % 8))) != SECRET_BYTES:
        raise ValueError("an enrolment code's secret has 26 letters")
    if len(digits) != PIN_DIGITS or len(bytes.fromhex(digits)) * 2 != PIN_DIGITS:
        raise ValueError("an enrolment code ends in 16 hex digits")
    return Code(secret, digits)


def qr_text(hub: str, code: str) -> str:
    """Return what the QR code says. `hub`: the address of the console's listener."""
    return _PREFIX + urlencode({"hub": hub, "code": code})


def read_qr(text: str) -> tuple[str, str]:
    """Return the hub's address and the code of a scanned QR code; ValueError when it is not ours."""
    found = parse_qs(text.strip().removeprefix(_PREFIX)) if text.strip().startswith(_PREFIX) else {}
    try:
        [hub], [code] = found["hub"], found["code"]
    except (KeyError, ValueError) as error:
        raise ValueError("not an enrolment's QR code") from error
    return hub, code


def fingerprint(public: bytes) -> str:
    """Return a machine's raw public key as both ends show it, for instance "1f2e 3d4c 5b6a 7988 97a6"."""
    digest = hashlib.sha256(b"carepost/machine\0" + public).hexdigest()[:FINGERPRINT_DIGITS]
    return " ".join(digest[at : at + 4] for at in range(0, FINGERPRINT_DIGITS, 4))


def serial_of(text: str) -> str:
    """Return a machine's serial number as it is compared: without spaces around, in capitals."""
    return text.strip().upper()[:SERIAL_CHARS]


def certificate_request(key: Ed25519PrivateKey) -> bytes:
    """Return a PEM certificate request that the key signed; the hub decides about every name in it."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "carepost station")])
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, None)
    return request.public_bytes(Encoding.PEM)
