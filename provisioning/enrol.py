"""Enrolment (EST-shaped): make a key here, prove the code, check the pin, keep what the hub answers.

The code's last part pins the hub's station CA; that CA vouches for the hub's root key, which signs
everything else. Nothing is kept before all of it holds, and the private key never leaves this machine.
"""

import base64
import hashlib
import os
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from contract.profile import Profile, open_profile
from contract.seal import SealError, Signed, open_key_set, verify
from contract.wire import EnrolAnswer, EnrolRequest, encode

TIMEOUT_S: Final = 20.0
ROOT_PIN: Final = "carepost/root/1"
SECRET_BYTES: Final = 16
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class EnrolError(Exception):
    """Enrolment did not work; the message says why and what to do, in plain words."""


def pin_of(code: str) -> str:
    """Return the code's pin; EnrolError when it is no code."""
    parts = code.strip().split("-")
    try:
        secret = base64.b32decode(parts[1].upper() + "=" * (-len(parts[1]) % 8))
        if parts[0] == "CP1" and len(secret) == SECRET_BYTES and len(bytes.fromhex(parts[2])) == 8:
            return parts[2].lower()
    except (IndexError, ValueError):
        pass
    raise EnrolError("This is not an enrolment code. It looks like CP1-…-… ; please check every letter.")


def enrol(hub: str, code: str, state: Path) -> Profile:
    """Enrol this machine and write its state folder; EnrolError when anything does not hold."""
    pin = pin_of(code)
    _check_address(hub)
    if (state / "station-key.pem").exists():
        raise EnrolError(f"{state} is an enrolled station already. Use another folder, or remove it first.")
    _make_folder(state)
    key = Ed25519PrivateKey.generate()
    with httpx.Client(timeout=TIMEOUT_S, trust_env=False) as http:
        _check_hub(http, hub, pin)
        answer = _ask(http, hub, EnrolRequest(code.strip(), _request(key)))
    ca = _checked_ca(answer.ca, pin)
    profile = _checked(answer, ca, key)
    try:
        _write(state, key, answer)
    except OSError as error:
        raise EnrolError(f"{state} cannot be written ({error.strerror}). Ask for a new code.") from error
    return profile


def _check_address(hub: str) -> None:
    """Let only an address pass to which a code may be told."""
    try:
        place = urlsplit(hub)
        _ = place.port  # raises when it is no port
    except ValueError as error:
        raise EnrolError(f"{hub} is not an address.") from error
    local = place.scheme == "http" and place.hostname in LOCAL
    if not place.hostname or not (place.scheme == "https" or local):
        raise EnrolError("The hub's address must begin with https:// (plain http only on this machine).")


def _request(key: Ed25519PrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "carepost station")])
    return (
        x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, None).public_bytes(Encoding.PEM)
    )


def _make_folder(state: Path) -> None:
    """Make the folder before the code is used up: a code is good once."""
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise EnrolError(f"{state} cannot be made: {error.strerror}. The code was not used.") from error
    if not os.access(state, os.W_OK | os.X_OK):
        raise EnrolError(f"Nothing can be written to {state}. The code was not used.")


def _check_hub(http: httpx.Client, hub: str, pin: str) -> None:
    """Compare the hub's CA with the code's pin before the code is told: a wrong letter costs nothing."""
    _checked_ca(_http(http, hub, "cacerts").content, pin)


def _http(http: httpx.Client, hub: str, path: str, content: bytes | None = None) -> httpx.Response:
    try:
        address = f"{hub.rstrip('/')}/.well-known/est/{path}"
        response = http.request("GET" if content is None else "POST", address, content=content)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise EnrolError(f"The hub at {hub} does not answer ({type(error).__name__}).") from error
    if response.status_code != httpx.codes.OK:
        raise EnrolError(f"The hub refuses: {_words(response)}")
    return response


def _ask(http: httpx.Client, hub: str, request: EnrolRequest) -> EnrolAnswer:
    response = _http(http, hub, "simpleenroll", encode(request))
    try:
        return msgspec.msgpack.decode(response.content, type=EnrolAnswer)
    except msgspec.DecodeError as error:
        raise EnrolError("The hub's answer cannot be understood. Is this the hub's address?") from error


def _words(response: httpx.Response) -> str:
    try:
        return str(response.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"status {response.status_code}"


def _checked_ca(pem: bytes, pin: str) -> x509.Certificate:
    try:
        ca = x509.load_pem_x509_certificate(pem)
    except ValueError as error:
        raise EnrolError("The hub's certificate cannot be read.") from error
    if hashlib.sha256(ca.public_bytes(Encoding.DER)).hexdigest()[:16] != pin:
        raise EnrolError("This is not the hub that made the code: its certificate does not match. Stop here.")
    return ca


def _checked(answer: EnrolAnswer, ca: x509.Certificate, key: Ed25519PrivateKey) -> Profile:
    """Check the whole chain: CA over root key and certificate, root over keys and profile."""
    authority = ca.public_key()
    try:
        if not isinstance(authority, Ed25519PublicKey):
            raise SealError("the CA's key is of another kind")
        verify(
            Signed(answer.root, answer.root_signature, b""),
            context=ROOT_PIN,
            public=authority.public_bytes_raw(),
        )
        certificate = x509.load_pem_x509_certificate(answer.certificate)
        certificate.verify_directly_issued_by(ca)
        if certificate.public_key() != key.public_key():
            raise SealError("the certificate is for another key")
        open_key_set(answer.keys, answer.root)
        profile = open_profile(answer.profile, answer.root)
        if profile.station != answer.station:
            raise SealError("the profile is another station's")
    except (SealError, InvalidSignature, ValueError, TypeError) as error:
        raise EnrolError(f"What the hub sent does not hold ({error}). Nothing was kept.") from error
    return profile


def _write(state: Path, key: Ed25519PrivateKey, answer: EnrolAnswer) -> None:
    """Write the folder; the key last, because a folder with a key counts as enrolled."""
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for name, content in (
        ("station-cert.pem", answer.certificate),
        ("ca.pem", answer.ca),
        ("root.pub", answer.root),
        ("keys.signed", answer.keys),
        ("profile.signed", answer.profile),
        ("station-key.pem", private),
    ):
        draft = state / f".{name}.new"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(state / name)
    folder = os.open(state, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def status(state: Path) -> dict[str, str]:
    """Return what a folder says of its station; EnrolError when it is none, or does not hold."""
    try:
        root = (state / "root.pub").read_bytes()
        profile = open_profile((state / "profile.signed").read_bytes(), root)
        open_key_set((state / "keys.signed").read_bytes(), root)
        certificate = x509.load_pem_x509_certificate((state / "station-cert.pem").read_bytes())
        certificate.verify_directly_issued_by(x509.load_pem_x509_certificate((state / "ca.pem").read_bytes()))
        key = load_pem_private_key((state / "station-key.pem").read_bytes(), None)
        if key.public_key() != certificate.public_key():
            raise SealError("its certificate is for another key")
    except InvalidSignature as error:
        raise EnrolError(f"{state} is not an enrolled station: its certificate is another hub's") from error
    except (OSError, SealError, ValueError, TypeError) as error:
        raise EnrolError(f"{state} is not an enrolled station: {error}") from error
    station: UUID = profile.station
    return {
        "station": str(station),
        "name": profile.name,
        "address": profile.address,
        "hub": profile.hub_url,
        "certificate until": certificate.not_valid_after_utc.isoformat(),
    }
