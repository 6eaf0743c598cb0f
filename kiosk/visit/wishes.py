"""What a provider asked for, and the answer that goes back: one wish at a time."""

from typing import Final
from uuid import UUID, uuid5

import msgspec

from contract import asks
from contract.talk import AskAnswered
from kiosk.visit.effects import SealLive
from kiosk.visit.parts import Asked
from kiosk.visit.turn import Turn

BUSY: Final = "busy-with-another"  # why a wish is turned away: another one is being done
NO_CALL: Final = "no-call"  # why: it came when the call was over
NOT_KNOWN: Final = "not-known"  # why: this station does not know what is meant
REPLACED: Final = "replaced"  # why: another wish came before the patient answered


def answer(turn: Turn, wish: UUID, said: str, why: str = "") -> None:
    """Tell the provider what became of a wish; the same again is once."""
    told = AskAnswered(
        id=uuid5(wish, f"{said}/{why}"), visit=turn.visit, at=turn.at.wall, ask=wish, answer=said, why=why
    )
    turn.effects.append(SealLive(told))


def show(turn: Turn, asked: Asked) -> None:
    """Put a wish before the patient; one that can't be met is answered at once."""
    before = turn.state.asked
    if before is not None and before.id != asked.id and not before.refusal:
        answer(turn, before.id, asks.FAILED, REPLACED)
    if asked.refusal:
        answer(turn, asked.id, asks.CANNOT, asked.refusal)
    turn.set(asked=asked)


def agreed(turn: Turn, asked: Asked) -> None:
    """The patient said yes: the question is over, the wish is being done."""
    answer(turn, asked.id, asks.YES)
    turn.set(asked=msgspec.structs.replace(asked, agreed=True))


def refused(turn: Turn, asked: Asked, why: str, remedy: str = "") -> None:
    """It was agreed to and can't be done; the screen says why."""
    answer(turn, asked.id, asks.FAILED, why)
    turn.set(asked=msgspec.structs.replace(asked, refusal=why, remedy=remedy, agreed=False))


def over(turn: Turn, said: str = "", why: str = "") -> None:
    """Put the wish away; `said`: what became of it, empty where the provider knows already."""
    asked = turn.state.asked
    if asked is None:
        return
    if said:
        answer(turn, asked.id, said, why)
    turn.set(asked=None)
