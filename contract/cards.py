"""What is scanned: a patient's card, a staff member's badge, a resident's wristband. A token, no more.

None of them proves anything alone: a card needs a birth date, a badge its PIN, a wristband two identifiers
read back.
"""

import base64
import hashlib
import re
import secrets
from typing import Final

CARD: Final = "C"
BADGE: Final = "B"
WRISTBAND: Final = "W"

PATTERN: Final = r"CPC1-[A-Z2-7]{26}"  # of a patient's card
SCANNED: Final = r"CP[BCW]1-[A-Z2-7]{26}"  # what a station's scanner lets through (profile.DeviceConfig)
_SCANNED: Final = re.compile(SCANNED)


def kind_of(token: str) -> str:
    """Return what was scanned: `CARD`, `BADGE` or `WRISTBAND`; empty: none of ours."""
    return token[2] if _SCANNED.fullmatch(token) else ""


def is_card(token: str) -> bool:
    """Is this the token of a patient's card?"""
    return kind_of(token) == CARD


def token_of(secret: bytes) -> str:
    """Return the token of the card a visit may give, the same in a replay. `secret`: of this visit alone."""
    return _token(CARD, hashlib.sha256(b"carepost/card/1" + secret).digest()[:16])


def new_token(kind: str) -> str:
    """Return a new badge's or wristband's token."""
    return _token(kind, secrets.token_bytes(16))


def _token(kind: str, secret: bytes) -> str:
    return f"CP{kind}1-" + base64.b32encode(secret).decode().rstrip("=")


def hash_of(token: str) -> bytes:
    """Return what is kept of a token: it can't be made a card, badge or wristband again."""
    return hashlib.sha256(b"carepost/card/kept/1" + token.encode()).digest()
