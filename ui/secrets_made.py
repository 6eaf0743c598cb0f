"""What must be secret is made here, in the session: the machine only keeps what it is given."""

import secrets
from typing import Final
from uuid import uuid4

import msgspec

from contract.health_link import PASSCODE_DIGITS, SECRET_BYTES
from kiosk.rounds.events import Event, PinGiven, ResidentConfirmed, UndoWanted
from kiosk.visit.events import TakeAwayWanted
from ui.hub_words import key_pair

_EASY: Final = 3  # different digits a passcode has at least: nobody shall think 111111 is a mistake


def filled(event: Event) -> Event:
    """Return the event with the secrets it lacks."""
    if isinstance(event, TakeAwayWanted) and not event.key:
        link, key = secrets.token_bytes(SECRET_BYTES), secrets.token_bytes(SECRET_BYTES)
        return msgspec.structs.replace(event, link=link, key=key, passcode=passcode())
    if isinstance(event, ResidentConfirmed | UndoWanted) and not event.private:
        public, private = key_pair()
        return msgspec.structs.replace(event, visit=uuid4(), public=public, private=private)
    if isinstance(event, PinGiven) and not event.private:
        public, private = key_pair()
        return msgspec.structs.replace(event, shift=uuid4(), public=public, private=private)
    return event


def passcode() -> str:
    """Return the digits that go with a link, each as likely."""
    while True:
        digits = "".join(secrets.choice("0123456789") for _ in range(PASSCODE_DIGITS))
        if len(set(digits)) >= _EASY:
            return digits
