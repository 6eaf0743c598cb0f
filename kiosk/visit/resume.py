"""After a crash: is it still the same person? Nothing of the visit is shown before that is answered."""

import msgspec

from contract.documents import Person
from contract.measurement import Act
from kiosk.visit import (
    by_hand,
    calls,
    captures,
    cuff,
    flow,
    guided,
    handover,
    identity,
    listening,
    photos,
    questions,
    taking,
)
from kiosk.visit.alarms import burning, cancel_act
from kiosk.visit.effects import EndSession, SetLanguage
from kiosk.visit.events import Continued, ResumeAnswered, Resumed, WentBack
from kiosk.visit.model import ASKING, Place, Screen
from kiosk.visit.parts import ResumeCheck
from kiosk.visit.state import State
from kiosk.visit.turn import SECOND, Turn

_OXIMETER = (Screen.OXIMETER_PREPARE, Screen.OXIMETER)
_GUIDED = (Screen.DEVICE_PREPARE, Screen.DEVICE_MEASURE)
_CUFF = (
    Screen.CUFF_POSTURE,
    Screen.CUFF_REST,
    Screen.CUFF_MEASURE,
    Screen.CUFF_BETWEEN,
)
_NOTHING_TO_HIDE = (Screen.WELCOME, Screen.GOODBYE)


def resumed(turn: Turn, _event: Resumed) -> None:
    """A new session: stop what ran, and ask who is there. An open emergency stays on the screen."""
    if turn.state.language:
        turn.effects.append(SetLanguage(turn.state.language))
    handover.session_died(turn)
    taking.cancel_paper(turn)  # what is in the printer is out of our hands: print again
    left_s = _left_s(turn)
    closing = turn.state.closing
    if closing is not None and closing.state == "ended":
        turn.effects.append(EndSession(closing.how, all(paper.durable for paper in turn.state.papers)))
    if turn.state.visit is None or turn.state.screen in _NOTHING_TO_HIDE:
        return
    identity.forgotten(turn)
    cancel_act(turn)
    captures.interrupted(turn)
    listening.cancel(turn)
    photos.cancel(turn)
    by_hand.cancel(turn)
    back = turn.state.resume.back if turn.state.resume else turn.here
    if back.screen is Screen.OUT_OF_ORDER:
        back = turn.state.out_from or back
    check = ResumeCheck(_kind(turn.state), back)
    turn.set(resume=check, leaving=None, out_from=None, fault="")
    if turn.state.screen is Screen.EMERGENCY:
        return
    turn.show(Screen.RESUME)
    turn.set(timer=turn.countdown(left_s))


def _left_s(turn: Turn) -> float:
    """Return how long who was here has to come back: two minutes from when anything happened last.

    What runs by itself counts to its end; who waits in line, or is measured, has the two minutes from now.
    """
    state, most = turn.state, float(turn.context.limits.resume_s)
    if state.resume is not None and state.timer is not None:
        return max(0.0, (state.timer.until_ns - turn.now_ns) / SECOND)  # it died again meanwhile
    if state.call.wanted or state.running is not None:
        return most
    ends = state.timer.until_ns if state.timer is not None else 0
    last = max(state.changed_ns, state.touched_ns, ends)
    return min(most, max(0.0, most - turn.since_s(last)))


def _who(state: State) -> tuple[Person, int | None]:
    """Return who it is and an anonymous one's age; while that is being changed, who it was."""
    if state.person_is is None or (state.person_is.anonymous and state.age_given is None):
        return state.told_who or Person(), state.told_age
    return state.person_is, state.age_given


def _kind(state: State) -> str:
    person, age = _who(state)
    if person.birth_date:
        return "birth-year"
    if person.given or person.family:
        return "first-letter"
    return "age" if age is not None else "confirm"


def answered(turn: Turn, event: ResumeAnswered) -> None:
    """Go on when the answer is right; after a few wrong ones it is somebody else."""
    check = turn.state.resume
    if check is None:
        return
    if _right(turn.state, check.kind, event.answer.strip().casefold()):
        turn.set(resume=None)
        return_to(turn, check.back)
        return
    turn.set(resume=ResumeCheck(check.kind, check.back, check.tries + 1), mistake="not-matching")


def strangers(turn: Turn) -> bool:
    """Were too many wrong answers given?"""
    check = turn.state.resume
    return check is not None and check.tries >= turn.context.limits.resume_tries


def _right(state: State, kind: str, answer: str) -> bool:
    person, age = _who(state)
    if kind == "confirm":
        return True
    if kind == "age":
        return answer == str(age)
    if not answer:
        return False
    if kind == "birth-year":
        return (person.birth_date or "")[:4] == answer
    return answer in {name[:1].casefold() for name in (person.given, person.family) if name}


def return_to(turn: Turn, place: Place) -> None:
    """Show a place again; what was measured, timed or shown there begins anew."""
    state = turn.state
    if state.call.live:
        turn.show(Screen.CALL)
    elif place.screen in _OXIMETER:
        guided.again(turn, Act.OXIMETRY)
    elif place.screen in _GUIDED:
        guided.again(turn, Act(place.item))
    elif place.screen in _CUFF and not state.pressure.done:
        cuff.prepare_again(turn)
    elif place.screen in _CUFF or _nothing_left(state, place):
        flow.onward(turn)
    elif state.plan is not None and place.screen in calls.PLAN_GOES_OVER:
        calls.show_plan(turn)
    elif place.screen is Screen.CALL or (place.screen is Screen.WAITING and not state.call.wanted):
        flow.after_call(turn)
    elif place.screen is Screen.EMERGENCY and burning(state):
        turn.show(Screen.EMERGENCY)
    elif place.screen is Screen.EMERGENCY:
        leave_emergency(turn)
    elif place.screen is Screen.LOOKING:
        identity.go_without(turn)  # whether the hub has answered meanwhile is not known
    else:
        turn.show(place.screen, place.item)


def _nothing_left(state: State, place: Place) -> bool:
    """Was what the screen showed put away meanwhile?"""
    match place.screen:
        case Screen.MEASURE_PROBLEM:
            return state.problem is None
        case Screen.BY_HAND:
            return state.entering is None
        case Screen.PHOTO:
            return state.shooting is None
        case Screen.SOUND:
            return state.listening is None
    return place.screen is Screen.SKIP_WHY


def leave_emergency(turn: Turn) -> None:
    """Go on from where the emergency began."""
    place = turn.state.emergency_from
    turn.set(emergency_from=None)
    if place is None and turn.state.care is not None:
        flow.onward(turn)
    elif place is None or place.screen in ASKING:
        questions.enter(turn)
    else:
        return_to(turn, place)


def emergency_continued(turn: Turn, _event: Continued) -> None:
    """On from the emergency once somebody has acknowledged it."""
    if turn.state.emergencies:
        return
    if turn.state.resume is not None:
        turn.show(Screen.RESUME)
    else:
        leave_emergency(turn)


def emergency_mistaken(turn: Turn, _event: WentBack) -> None:
    """ "I touched that by mistake": the question again. The alarm stands; somebody still comes."""
    place = turn.state.emergency_from
    if place is None or place.screen not in ASKING:
        return
    if turn.state.resume is not None:
        turn.set(resume=msgspec.structs.replace(turn.state.resume, back=place))
        turn.show(Screen.RESUME)
    else:
        turn.show(place.screen, place.item)
