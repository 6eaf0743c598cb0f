"""Leaving, from anywhere: asked for, or by a time-out with a warning; then the wipe.

The closing document is saved before the session ends; when it can't be, the screen says so first.
"""

from typing import Final

import msgspec

from contract.documents import VisitClosed
from contract.station import VisitEnded
from kiosk.visit import calls, questions, resume
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
)
from kiosk.visit.model import Closing, Leaving, Screen, State
from kiosk.visit.turn import SECOND, Turn

# Nobody is sent away in an emergency, at rest, while measuring, or in a call.
NO_TIME_OUT: Final = frozenset(
    {
        Screen.WELCOME,
        Screen.STATION,
        Screen.EMERGENCY,
        Screen.OXIMETER,
        Screen.CUFF_REST,
        Screen.CUFF_MEASURE,
        Screen.CUFF_BETWEEN,
        Screen.CALL,
        Screen.GOODBYE,
    }
)
LONG_WAIT: Final = frozenset({Screen.WAITING, Screen.PLAN_WAITING, Screen.NOBODY})


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


def close(turn: Turn, how: str) -> None:
    """Stop everything, say how it ended, show the goodbye. What nobody saw keeps its owner (the hub)."""
    unnoticed = unseen(turn.state)
    cancel_act(turn)
    calls.cancel(turn, "left")
    questions.seal_unsent(turn)
    if unnoticed:
        how = "left-before-seen"
    document = turn.seal(VisitClosed(visit=turn.visit, at=turn.at, how=how, plan_seen=turn.state.plan_seen))
    turn.set(closing=Closing(document, how, turn.now_ns), leaving=None, person=None, back=())
    turn.set(resume=None, problem=None, asked=None)
    turn.show(Screen.GOODBYE)


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
    if turn.now_ns - state.touched_ns >= allowed * SECOND:
        turn.set(leaving=Leaving("idle", turn.countdown(still_here_s(turn))))


def may_time_out(state: State) -> bool:
    """May the visit be closed because nobody answers?"""
    return not (
        state.visit is None
        or state.screen in NO_TIME_OUT
        or state.running is not None
        or state.call.live
        or state.emergencies
    )


def goodbye_touched(turn: Turn, _event: Finished | Continued) -> None:
    """The goodbye was read: end as soon as it is saved."""
    closing = turn.state.closing
    if closing is not None and saved(turn.state):
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
        if waited_s >= limits.goodbye_s:
            end(turn, closing, True)
    elif waited_s >= limits.save_s + limits.late_s:
        end(turn, closing, False)
    elif waited_s >= limits.save_s and closing.state != "late":
        turn.set(closing=msgspec.structs.replace(closing, state="late"))


def saved(state: State) -> bool:
    """Is every document of the visit safe without us?"""
    return all(paper.durable for paper in state.papers)


def end(turn: Turn, closing: Closing, is_saved: bool) -> None:
    """End the session: the wipe follows."""
    if closing.state == "ended":
        return
    turn.set(closing=msgspec.structs.replace(closing, state="ended"))
    turn.tell(VisitEnded(visit=turn.visit))
    turn.effects.append(EndSession(closing.how, is_saved))
