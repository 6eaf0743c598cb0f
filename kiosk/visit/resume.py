"""After a crash: is it still the same person? Nothing of the visit is shown before that is answered."""

import msgspec

from contract.measurement import Act
from kiosk.visit import calls, cuff, flow, questions
from kiosk.visit.acts import done_with
from kiosk.visit.alarms import burning, cancel_act
from kiosk.visit.effects import EndSession, SetLanguage
from kiosk.visit.events import Continued, ResumeAnswered, Resumed, WentBack
from kiosk.visit.model import Place, ResumeCheck, Screen, State
from kiosk.visit.turn import Turn

_OXIMETER = (Screen.OXIMETER_PREPARE, Screen.OXIMETER)
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
    closing = turn.state.closing
    if closing is not None and closing.state == "ended":
        turn.effects.append(EndSession(closing.how, all(paper.durable for paper in turn.state.papers)))
    if turn.state.visit is None or turn.state.screen in _NOTHING_TO_HIDE:
        return
    cancel_act(turn)
    back = turn.state.resume.back if turn.state.resume else turn.here
    if back.screen is Screen.OUT_OF_ORDER:
        back = turn.state.out_from or back
    check = ResumeCheck(_kind(turn.state), back)
    turn.set(resume=check, leaving=None, out_from=None, fault="")
    if turn.state.screen is Screen.EMERGENCY:
        return
    turn.show(Screen.RESUME)


def _kind(state: State) -> str:
    person = state.person_is
    if person is not None and person.birth_date:
        return "birth-year"
    if person is not None and (person.given or person.family):
        return "first-letter"
    return "age" if state.age_given is not None else "confirm"


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
    person = state.person_is
    if kind == "confirm":
        return True
    if kind == "age":
        return answer == str(state.age_given)
    if person is None or not answer:
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
        if state.oximetry.done or len(state.oximetry.readings) > state.oximetry.repeats:
            done_with(turn, Act.OXIMETRY)
            flow.onward(turn)
        else:
            turn.show(Screen.OXIMETER_PREPARE)
    elif place.screen in _CUFF and not state.pressure.done:
        cuff.prepare_again(turn)
    elif place.screen in _CUFF or (place.screen is Screen.MEASURE_PROBLEM and state.problem is None):
        flow.onward(turn)
    elif state.plan is not None and place.screen in calls.PLAN_GOES_OVER:
        calls.show_plan(turn)
    elif place.screen is Screen.CALL:
        flow.after_call(turn)
    elif place.screen is Screen.EMERGENCY and burning(state):
        turn.show(Screen.EMERGENCY)
    elif place.screen is Screen.EMERGENCY:
        leave_emergency(turn)
    else:
        turn.show(place.screen, place.item)


def leave_emergency(turn: Turn) -> None:
    """Go on from where the emergency began."""
    place = turn.state.emergency_from
    turn.set(emergency_from=None)
    if place is None or place.screen is Screen.QUESTION:
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
    if place is None or place.screen is not Screen.QUESTION:
        return
    if turn.state.resume is not None:
        turn.set(resume=msgspec.structs.replace(turn.state.resume, back=place))
        turn.show(Screen.RESUME)
    else:
        turn.show(place.screen, place.item)
