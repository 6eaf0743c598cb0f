"""The cleaning step: after the wipe, before the next patient, without a visit.

Core remembers which visit the station was not wiped clean after, also across a power cut. For some time
touches do nothing, so that the screen can be wiped; two touches, at two places, end that at once for whoever
needs help now. What was said is sealed for the hub under that visit's id, and core may forget.
"""

from uuid import UUID, uuid5

import msgspec

from contract.documents import Cleaned
from contract.envelope import Lane
from contract.station import CleaningOver, Welcome
from kiosk.visit.effects import SealDocument
from kiosk.visit.events import CleaningTouched
from kiosk.visit.model import Screen
from kiosk.visit.parts import Cleaning
from kiosk.visit.turn import Turn

SAID = ("cleaned", "no-wipes")


def due(turn: Turn, message: Welcome) -> None:
    """Core says that the station was not wiped clean since a visit: begin, unless it was already."""
    state, after = turn.state, message.clean_after
    lock_s = turn.context.profile.timing.clean_s
    if after is None or state.visit is not None or state.cleaning is not None:
        return
    if after in state.cleaned or lock_s <= 0:
        over(turn, after)
    elif state.screen is Screen.WELCOME:
        turn.set(cleaning=Cleaning(after, turn.countdown(lock_s)))
        turn.show(Screen.CLEANING)


def touched(turn: Turn, event: CleaningTouched) -> None:
    """Take an answer once the lock is over; "unlock", and "unlock-yes" soon after it, end the lock."""
    cleaning = turn.state.cleaning
    if cleaning is None:
        return
    if event.what == "unlock":
        asking = turn.countdown(turn.context.limits.unlock_s)
        turn.set(cleaning=msgspec.structs.replace(cleaning, asking=asking))
    elif event.what == "unlock-yes" and cleaning.asking is not None and not turn.over(cleaning.asking):
        turn.set(cleaning=msgspec.structs.replace(cleaning, unlocked=True))
    elif event.what in SAID and not locked(turn, cleaning):
        finish(turn, cleaning, event.what)


def locked(turn: Turn, cleaning: Cleaning) -> bool:
    """Do touches still do nothing?"""
    return not cleaning.unlocked and not turn.over(cleaning.lock)


def passed(turn: Turn) -> None:
    """Nobody says anything: the next patient finds the invitation, the record says "unanswered"."""
    cleaning = turn.state.cleaning
    if cleaning is None:
        return
    if turn.since_s(cleaning.lock.until_ns) >= turn.context.limits.clean_answer_s:
        finish(turn, cleaning, "unanswered")


def finish(turn: Turn, cleaning: Cleaning, how: str) -> None:
    """Write down what was said, and invite the next patient."""
    document = Cleaned(visit=cleaning.after, at=turn.at, how=how)
    turn.effects.append(SealDocument(uuid5(cleaning.after, "cleaned"), Lane.LOG, document))
    turn.set(cleaning=None, cleaned=(*turn.state.cleaned, cleaning.after))
    over(turn, cleaning.after)
    turn.show(Screen.WELCOME)


def over(turn: Turn, after: UUID) -> None:
    """Core need not ask any more."""
    turn.tell(CleaningOver(visit=after))
