"""Enrolment (EST-shaped): make a key here, prove the code, check the pin, keep what the hub answers.

The code's last part pins the hub's station CA; that CA vouches for the hub's root key, which signs
everything else. Nothing is kept before all of it holds, and the private key never leaves this machine.
"""

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from contract.enrolment import certificate_request, fingerprint, read_code, serial_of
from contract.keyfile import enrolled, protection
from contract.profile import Profile, open_profile
from contract.proxy import proxy
from contract.seal import SealError, Signed, open_key_set, verify
from contract.wire import EnrolAnswer, EnrolRequest, encode
from provisioning.errors import ProvisioningError
from provisioning.keys import FileKeys, KeyKeeper, keeper_of, pem, read, write

TIMEOUT_S: Final = 20.0
ROOT_PIN: Final = "carepost/root/1"
WAIT_S: Final = 3600.0  # for the operator's yes
AGAIN_S: Final = 1.0  # between two askings; the hub holds each open for a while
DRAFT: Final = "enrolling-key.pem"
SERIAL: Final = Path("/sys/class/dmi/id/product_serial")
KEY_WORDS: Final = {
    "file": "in a file: readable if taken, unless the disk is locked",
    "host": "sealed by this disk's own key: readable if taken",
    "tpm2": "sealed by this machine's TPM",
}
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class EnrolError(ProvisioningError):
    """Enrolment did not work; the message says why and what to do, in plain words."""


class Unanswered(EnrolError):
    """The hub, or its operator, has not answered: the same code may be tried again."""


def pin_of(code: str) -> str:
    """Return the code's pin; EnrolError when it is no code."""
    try:
        return read_code(code).pin
    except ValueError as error:
        words = "This is not an enrolment code. It looks like CP1-…-… ; please check every letter."
        raise EnrolError(words) from error


def machine_serial() -> str:
    """Return this machine's serial number by its firmware; empty: it has none, or we may not read it."""
    try:
        return serial_of(SERIAL.read_text())
    except (OSError, UnicodeDecodeError):
        return ""


@dataclass(frozen=True)
class Asking:
    """How this machine asks. `waits` is told the fingerprint once when the hub's operator must look at it."""

    serial: str = ""
    keys: KeyKeeper = field(default_factory=FileKeys)
    wait_s: float = WAIT_S
    waits: Callable[[str], object] = lambda _: None


def enrol(hub: str, code: str, state: Path, asking: Asking | None = None) -> Profile:
    """Enrol this machine and write its state folder; EnrolError when anything does not hold.

    While the hub's operator has yet to say yes, the new key is kept in the folder, so that a machine that was
    switched off meanwhile goes on with the same code.
    """
    how = asking or Asking()
    pin = pin_of(code)
    _check_address(hub)
    if enrolled(state):
        raise EnrolError(f"{state} is an enrolled station already. Use another folder, or remove it first.")
    how.keys.check()
    _make_folder(state)
    with httpx.Client(timeout=TIMEOUT_S, trust_env=False, proxy=proxy()) as http:
        _check_hub(http, hub, pin)
        key = _draft(state)
        request = EnrolRequest(code.strip(), certificate_request(key), how.serial)
        try:
            profile = _finish(state, key, how, _certified(http, hub, request, key, how), pin)
        except Unanswered:
            raise
        except EnrolError:
            (state / DRAFT).unlink(missing_ok=True)
            raise
    (state / DRAFT).unlink(missing_ok=True)
    return profile


def _draft(state: Path) -> Ed25519PrivateKey:
    """Return the key that waits here, or make one."""
    try:
        if (state / DRAFT).exists():
            return read((state / DRAFT).read_bytes())
        key = Ed25519PrivateKey.generate()
        write(state / DRAFT, pem(key))
    except OSError as error:
        raise EnrolError(f"Nothing can be written to {state}. The code was not used.") from error
    return key


def _certified(
    http: httpx.Client, hub: str, request: EnrolRequest, key: Ed25519PrivateKey, how: Asking
) -> EnrolAnswer:
    """Ask until the hub's operator has decided; Unanswered when that does not come."""
    end = time.monotonic() + how.wait_s
    told = False
    while True:
        try:
            answer = _ask(http, hub, request)
        except Unanswered:
            if not told or time.monotonic() > end:
                raise
            time.sleep(AGAIN_S)  # a hub that restarts: the code is ours, nothing is lost
            continue
        if answer is not None:
            return answer
        if not told:
            how.waits(fingerprint(key.public_key().public_bytes_raw()))
            told = True
        if time.monotonic() > end:
            raise Unanswered(
                "Nobody at the hub has said yes yet. Enter the same code again to go on waiting."
            )
        time.sleep(AGAIN_S)


def _finish(state: Path, key: Ed25519PrivateKey, how: Asking, answer: EnrolAnswer, pin: str) -> Profile:
    """Check everything the hub gave, then keep it."""
    ca = _checked_ca(answer.ca, pin)
    profile = _checked(answer, ca, key)
    try:
        _write(state, key, answer, how.keys)
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
        raise Unanswered(f"The hub at {hub} does not answer ({type(error).__name__}).") from error
    if response.status_code not in {httpx.codes.OK, httpx.codes.ACCEPTED}:
        raise EnrolError(f"The hub refuses: {_words(response)}")
    return response


def _ask(http: httpx.Client, hub: str, request: EnrolRequest) -> EnrolAnswer | None:
    """Return the hub's answer; None: its operator has yet to look."""
    response = _http(http, hub, "simpleenroll", encode(request))
    if response.status_code == httpx.codes.ACCEPTED:
        return None
    try:
        return msgspec.msgpack.decode(response.content, type=EnrolAnswer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
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


def _write(state: Path, key: Ed25519PrivateKey, answer: EnrolAnswer, keys: KeyKeeper) -> None:
    """Write the folder; the key last, because a folder with a key counts as enrolled."""
    for name, content in (
        ("station-cert.pem", answer.certificate),
        ("ca.pem", answer.ca),
        ("root.pub", answer.root),
        ("keys.signed", answer.keys),
        ("profile.signed", answer.profile),
    ):
        write(state / name, content)
    keys.keep(state, key)
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
        key = keeper_of(state).load(state)
        if key.public_key() != certificate.public_key():
            raise SealError("its certificate is for another key")
    except InvalidSignature as error:
        raise EnrolError(f"{state} is not an enrolled station: its certificate is another hub's") from error
    except (OSError, SealError, ValueError, TypeError, ProvisioningError) as error:
        raise EnrolError(f"{state} is not an enrolled station: {error}") from error
    station: UUID = profile.station
    return {
        "station": str(station),
        "name": profile.name,
        "address": profile.address,
        "hub": profile.hub_url,
        "certificate until": certificate.not_valid_after_utc.isoformat(),
        "key": KEY_WORDS[protection(state)],
    }
