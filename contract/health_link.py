"""SMART Health Links: what a QR code says, and the address behind it. Pure.

Source: HL7 SMART Health Cards and Links, STU 1 ("SMART Health Links"). The code holds the address of a
manifest, the key its files are encrypted with and the time it ends; the passcode is asked for beside it.
The address has a secret part of its own, so that only who has the code can ask at all.
"""

import base64
import binascii
from typing import Final

import msgspec

SECRET_BYTES: Final = 32  # of the address's secret part, and of the key
PASSCODE_DIGITS: Final = 6
LONGEST_URL: Final = 128  # characters, as the specification has it
PATH: Final = "/shl/"
SCHEME: Final = "shlink:/"
FHIR: Final = "application/fhir+json"


class LinkError(ValueError):
    """What was given is no SMART Health Link."""


class Payload(msgspec.Struct, frozen=True, kw_only=True):
    """What a link says. `exp`: seconds since 1970. `flag`: "L" may change, "P" asks for a passcode."""

    url: str
    key: str
    exp: int
    flag: str = "LP"
    label: str = ""
    v: int = 1


def text(secret: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def secret(text: str) -> bytes:
    """Return what base64url without padding stands for; LinkError when it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise LinkError("not base64url") from error


def manifest_url(base: str, link: bytes) -> str:
    """Return the address of a link's manifest below `base` (https://host, no slash at its end)."""
    return f"{base}{PATH}{text(link)}"


def too_long(base: str) -> bool:
    """Is an address below `base` longer than readers need to take?"""
    return len(manifest_url(base, bytes(SECRET_BYTES))) > LONGEST_URL


def shlink(base: str, link: bytes, key: bytes, expires_s: int, label: str) -> str:
    """Return the link. `expires_s`: seconds since 1970; `label` is cut to 80 characters."""
    payload = Payload(url=manifest_url(base, link), key=text(key), exp=expires_s, label=label[:80])
    return SCHEME + text(msgspec.json.encode(payload))


def for_phones(base: str, link: str) -> str:
    """Return what the QR code holds: the hub's own reader before the link, so that any camera opens it.

    What stands behind "#" never leaves the phone: the hub does not see the key.
    """
    return f"{base}/#{link}"


def read(link: str) -> Payload:
    """Return what a link says, with or without a reader's address before it; LinkError when it is none."""
    _, found, told = link.partition(SCHEME)
    if not found:
        raise LinkError("no SMART Health Link")
    try:
        return msgspec.json.decode(secret(told), type=Payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LinkError("the link says something else than a link does") from error
