"""Pictures, clips and sounds a provider asks for: the question, and who does what was agreed to.

What may live here: the question and the one table of families (`CAPTURES`). Each family's own module
begins when the patient said yes (`State.asked.agreed`), and ends by `wishes.over(turn, asks.DONE)` when all
of it is given to the queue, or by `wishes.over(turn, asks.FAILED, why)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec

from contract import asks
from kiosk.visit import wishes
from kiosk.visit.acts import NO_SCREEN
from kiosk.visit.alarms import cancel_act
from kiosk.visit.model import Place, Screen
from kiosk.visit.parts import Asked
from kiosk.visit.turn import Turn


@dataclass(frozen=True)
class Capture:
    """One family's three deeds.

    `missing`: why it can't be done now (an id with words, empty: it can). `begin`: the patient agreed.
    `cancel`: the call is over or the wish withdrawn; what is half done is thrown away.
    """

    missing: Callable[[Turn, str], str]
    begin: Callable[[Turn, Asked], None]
    cancel: Callable[[Turn], None]


CAPTURES: Final[dict[str, Capture]] = {}  # by asks.family


def asked_for(turn: Turn, wish: UUID, kind: str, note: str) -> None:
    """Show a provider's wish for a picture, clip or sound; the patient decides."""
    state = turn.state
    if not state.call.live:
        wishes.answer(turn, wish, asks.CANNOT, wishes.NO_CALL)
    elif not asks.known(kind):
        wishes.answer(turn, wish, asks.CANNOT, wishes.NOT_KNOWN)
    elif busy(turn):
        wishes.answer(turn, wish, asks.CANNOT, wishes.BUSY)
    else:
        capture = CAPTURES.get(asks.family(kind))
        refusal = NO_SCREEN if capture is None else capture.missing(turn, kind)
        wishes.show(turn, Asked(wish, None, refusal, kind=kind, note=note.strip()[: asks.NOTE_CHARS]))


def lead_back(turn: Turn, back: Place) -> None:
    """A family's screen is done: back to the call, or to where it was begun from."""
    if turn.state.call.live:
        turn.show(Screen.CALL)
    else:
        turn.show(back.screen, back.item)


def busy(turn: Turn) -> bool:
    """Is something that was asked for being done just now?"""
    asked = turn.state.asked
    return turn.state.running is not None or (asked is not None and asked.agreed)


def answered(turn: Turn, asked: Asked, yes: bool) -> None:
    """Yes: the family's own module begins. No: put it away."""
    capture = CAPTURES.get(asks.family(asked.kind))
    if asked.refusal or capture is None:
        wishes.over(turn)
    elif not yes:
        wishes.over(turn, asks.NO)
    elif fault := capture.missing(turn, asked.kind):
        wishes.refused(turn, asked, fault)
    else:
        wishes.agreed(turn, asked)
        capture.begin(turn, asked)


def withdrawn(turn: Turn, wish: UUID) -> None:
    """The provider no longer wants it."""
    asked = turn.state.asked
    if asked is not None and asked.id == wish:
        cancel(turn)


def interrupted(turn: Turn) -> None:
    """A session died over it: nothing of it is kept, and the question is asked once more."""
    asked = turn.state.asked
    if asked is None or not asked.agreed:
        return
    capture = CAPTURES.get(asks.family(asked.kind))
    if capture is not None:
        capture.cancel(turn)
    turn.set(asked=msgspec.structs.replace(asked, agreed=False))


def cancel(turn: Turn) -> None:
    """Put away what was asked for, done or not; the hub knows of it already."""
    asked, running = turn.state.asked, turn.state.running
    if running is not None and running.in_call:
        cancel_act(turn)
    capture = CAPTURES.get(asks.family(asked.kind)) if asked is not None else None
    if asked is not None and asked.agreed and capture is not None:
        capture.cancel(turn)
    wishes.over(turn)
