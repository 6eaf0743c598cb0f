"""Leaving, from anywhere: asked for, or by a time-out with a warning; then the wipe.

The closing document is saved before the session ends; when it can't be, the screen says so first.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.documents import VisitClosed
from contract.station import VisitEnded
from kiosk.visit import by_hand, calls, listening, photos, questions, resume, taking, texts
from kiosk.visit.acts import unconfirmed
from kiosk.visit.alarms import cancel_act
from kiosk.visit.effects import EndSession
from kiosk.visit.events import (
    Continued,
    Finished,
    LeaveConfirmed,
    LeaveWanted,
    ResumeAnswered,
    StartedOver,
    StillHere,
    Ticked,
)
from kiosk.visit.model import Screen
from kiosk.visit.parts import Closing, Leaving
from kiosk.visit.state import State
from kiosk.visit.steps import step_of
from kiosk.visit.turn import SECOND, Turn

# Nobody is sent away in an emergency, at rest, while measuring, or in a call.
NO_TIME_OUT: Final = frozenset(
    {
        Screen.WELCOME,
        Screen.STATION,
        Screen.SYMPTOMS,
        Screen.EMERGENCY,
        Screen.OXIMETER,
        Screen.DEVICE_MEASURE,
        Screen.CUFF_REST,
        Screen.CUFF_MEASURE,
        Screen.CUFF_BETWEEN,
        Screen.CALL,
        Screen.GOODBYE,
    }
)
LONG_WAIT: Final = frozenset(
    {Screen.WAITING, Screen.PLAN_WAITING, Screen.NOBODY, Screen.PLAN, Screen.TAKE_AWAY, Screen.WHAT_WE_KEEP}
)


def asked(turn: Turn, _event: LeaveWanted) -> None:
    """Ask once more before everything is wiped; without an answer it is a yes, as the screen says."""
    turn.set(leaving=Leaving("asked", turn.countdown(still_here_s(turn))))


def still_here(turn: Turn, _event: StillHere) -> None:
    """Stay."""
    turn.set(leaving=None)


def confirmed(turn: Turn, _event: LeaveConfirmed) -> None:
    """Leave now."""
    if turn.state.leaving is not None:
        close(turn, "left")


def finished(turn: Turn, _event: Finished | Continued) -> None:
    """Done."""
    close(turn, "finished")


def left(turn: Turn, _event: Finished | StartedOver) -> None:
    """Gone without having finished: declined consent, started over, out of order."""
    close(turn, "left")


def resume_answered(turn: Turn, event: ResumeAnswered) -> None:
    """The privacy check; too many wrong answers: it is somebody else, and the visit is closed."""
    resume.answered(turn, event)
    if resume.strangers(turn):
        close(turn, "timed-out")


def resume_ticked(turn: Turn, _event: Ticked) -> None:
    """Who was here did not come back in time: the visit is closed with what it has."""
    state = turn.state
    if state.resume is not None and turn.over(state.timer) and may_time_out(state):
        close(turn, "timed-out")


def close(turn: Turn, how: str) -> None:
    """Stop everything, say how it ended, show the goodbye."""
    document, how = settle(turn, how)
    turn.set(closing=Closing(document, how, turn.now_ns), leaving=None, person=None, back=())
    turn.set(resume=None, problem=None, asked=None)
    turn.show(Screen.GOODBYE)


def settle(turn: Turn, how: str) -> tuple[UUID, str]:
    """Stop everything and say how it ended: the closing document's id, and how it was in the end.

    What nobody saw keeps its owner (the hub).
    """
    unconfirmed(turn)
    unnoticed, step = unseen(turn.state), step_of(turn.state)
    cancel_act(turn)
    listening.cancel(turn)
    photos.cancel(turn)
    by_hand.cancel(turn)
    calls.cancel(turn, "left")
    questions.seal_unsent(turn)
    texts.seal(turn)
    if how != "finished":
        taking.cancel_paper(turn)
    if unnoticed:
        how = "left-before-seen"
    state = turn.state
    document = turn.seal(
        VisitClosed(
            visit=turn.visit,
            at=turn.at,
            how=how,
            plan_seen=state.plan_seen,
            step=step,
            no_call=state.no_call,
            chose=state.chose,
        )
    )
    return document, how


def unseen(state: State) -> bool:
    """Was a red flag raised that neither a provider nor anybody else has seen?"""
    return any(not state.was_seen(alarm) for alarm in state.alarms)


def still_here_s(turn: Turn) -> int:
    """Return how long one has to answer: never under 20 s."""
    return max(turn.context.profile.timing.still_here_s, turn.context.limits.still_here_min_s)


def idle(turn: Turn) -> None:
    """Warn when nobody touched anything for a while; then close."""
    state, timing = turn.state, turn.context.profile.timing
    if state.leaving is not None:
        if turn.over(state.leaving.timer):
            if may_time_out(state):
                close(turn, "timed-out" if state.leaving.why == "idle" else "left")
            else:
                turn.set(leaving=None)
        return
    if not may_time_out(state):
        return
    allowed = timing.idle_s + (timing.provider_wait_s if state.screen in LONG_WAIT else 0)
    last_ns = max(state.touched_ns, state.timer.until_ns if state.timer else 0)  # who is told to rest, rests
    if turn.now_ns - last_ns >= allowed * SECOND:
        turn.set(leaving=Leaving("idle", turn.countdown(still_here_s(turn))))


def may_time_out(state: State) -> bool:
    """May the visit be closed because nobody answers?"""
    return not (
        state.visit is None
        or state.care is not None  # a round has a time-out of its own
        or state.screen in NO_TIME_OUT
        or state.running is not None
        or state.call.live
        or state.emergencies
    )


def goodbye_touched(turn: Turn, _event: Finished | Continued) -> None:
    """The goodbye was read: end as soon as it is saved, and the paper is out."""
    closing = turn.state.closing
    if closing is not None and saved(turn.state) and not _paper_comes(turn, closing):
        end(turn, closing, True)


def goodbye_ticked(turn: Turn) -> None:
    """End the session once all is saved, or once the screen has said long enough that it is not."""
    closing, limits = turn.state.closing, turn.context.limits
    if closing is None or closing.state == "ended":
        return
    waited_s = turn.since_s(closing.since_ns)
    if saved(turn.state):
        if closing.state != "saved":
            closing = msgspec.structs.replace(closing, state="saved")
            turn.set(closing=closing)
        if waited_s >= _shown_s(turn) and not _paper_comes(turn, closing):
            end(turn, closing, True)
    elif waited_s >= limits.save_s + limits.late_s:
        end(turn, closing, False)
    elif waited_s >= limits.save_s and closing.state != "late":
        turn.set(closing=msgspec.structs.replace(closing, state="late"))


def _paper_comes(turn: Turn, closing: Closing) -> bool:
    """Is there paper still to come, for which the wipe waits? Not for ever: a printer may want for staff."""
    printing, limits = turn.state.printing, turn.context.limits
    return printing is not None and printing.under_way and turn.since_s(closing.since_ns) < limits.paper_s


def _shown_s(turn: Turn) -> int:
    """Return how long the goodbye is shown: longer when it says "take your paper"."""
    printing, limits = turn.state.printing, turn.context.limits
    paper = printing is not None and printing.state in ("printing", "waiting", "printed")
    return limits.take_paper_s if paper else limits.goodbye_s


def saved(state: State) -> bool:
    """Is every document, picture and sound of the visit safe without us?"""
    return all(paper.durable for paper in state.papers) and all(each.over for each in state.kept)


def end(turn: Turn, closing: Closing, is_saved: bool) -> None:
    """End the session: the wipe follows."""
    if closing.state == "ended":
        return
    taking.cancel_paper(turn)
    turn.set(closing=msgspec.structs.replace(closing, state="ended"))
    turn.tell(VisitEnded(visit=turn.visit))
    turn.effects.append(EndSession(closing.how, is_saved))
