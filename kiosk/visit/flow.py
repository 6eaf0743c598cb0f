"""What comes next: one function decides it, from what is done and what is not."""

from typing import Final

import msgspec

from contract.measurement import Act
from kiosk.clinical.questionnaire import arms
from kiosk.visit import asking, photos, texts
from kiosk.visit.acts import NO_SCREEN, give_up, missing, not_there, unconfirmed
from kiosk.visit.alarms import take_over
from kiosk.visit.events import Continued
from kiosk.visit.kinds import KINDS, want
from kiosk.visit.model import Place, Screen, Timer
from kiosk.visit.turn import Turn

CHILD: Final = "rf-child"
OBSTACLES: Final = {"nobody": "nobody", "unreachable": "no-connection"}  # of the call's state
NOBODY_STATES: Final = tuple(OBSTACLES)
DROPPED: Final = "dropped"


def onward(turn: Turn) -> None:
    """Go to the next thing that is not done: emergency, call, provider at once, measuring, results."""
    turn.set(problem=None)
    if take_over(turn):
        return
    unconfirmed(turn)
    state = turn.state
    if state.call.live:
        turn.show(Screen.CALL)
    elif state.care is not None:
        if not measuring(turn):
            turn.set(back=())
            turn.show(Screen.BEDSIDE)
    elif state.seen:
        after_call(turn)
    elif state.call.wanted:
        if not measuring(turn):
            to_waiting(turn)
    elif provider_first(turn):
        turn.set(offered=True)
        turn.forward(Screen.OFFER_CALL)
    elif state.case_left or state.call_when:
        stored(turn)  # answers were changed after all was arranged
    elif not measuring(turn) and not photos.offer(turn):
        nothing = not turn.state.wanted and not turn.state.measurements
        turn.forward(Screen.OFFER_CALL if nothing else Screen.RESULTS)


def provider_first(turn: Turn) -> bool:
    """Does a rule want a provider now, before any further measuring?"""
    state = turn.state
    return state.level != "N" and not state.offered and bool(state.to_measure)


def measuring(turn: Turn) -> bool:
    """Go to the next act that is not done; False when there is none (or the patient is a child)."""
    state = turn.state
    if any(fired.rule == CHILD for fired in state.fired):
        return False
    want(turn)
    for act in turn.state.to_measure:
        if turn.state.core_up and missing(turn, act) == NO_SCREEN:
            give_up(turn, act, NO_SCREEN)  # this station has no such device; the provider is told
        else:
            enter(turn, act)
            return True
    return False


def enter(turn: Turn, act: Act) -> None:
    """Begin with a kind: how to get ready for it, or why it can't be measured now."""
    fault = missing(turn, act) if turn.state.core_up else ""
    if fault:
        not_there(turn, act, fault)
    elif KINDS[act].guided:
        place = KINDS[act].place(KINDS[act].prepares)
        turn.forward(place.screen, place.item)
        _wait_for(turn, act)
    else:
        enter_cuff(turn)


def prepare(turn: Turn, act: Act) -> None:
    """How to get ready for a guided kind, once more."""
    place = KINDS[act].place(KINDS[act].prepares)
    turn.show(place.screen, place.item)
    _wait_for(turn, act)


def _wait_for(turn: Turn, act: Act) -> None:
    """Not too soon after the reading before, where a rule says so."""
    again_ns = turn.state.record(act).again_ns
    if again_ns > turn.now_ns:
        turn.set(timer=Timer(turn.now_ns, again_ns))


def enter_cuff(turn: Turn) -> None:
    """Ask what must be known before a cuff goes on; then which arm, if one is left."""
    form, answers = turn.context.cuff_questionnaire, turn.state.cuff_answers
    if item := asking.next_item(form, answers):
        turn.forward(Screen.CUFF_QUESTION, item)
        return
    asking.seal_cuff_answers(turn)
    if arms(form, answers):
        turn.forward(Screen.CUFF_ARM)
    else:
        give_up(turn, Act.BLOOD_PRESSURE, "arms-excluded")
        onward(turn)


def measure_meanwhile(turn: Turn, _event: Continued) -> None:
    """Use the waiting time: measure what is left. The place in line stays."""
    measuring(turn)


def to_waiting(turn: Turn) -> None:
    """Back to the line, or to the choices when nobody is there."""
    call = turn.state.call
    if call.state in NOBODY_STATES and not call.waits:
        nobody(turn, OBSTACLES[call.state])
    else:
        turn.show(Screen.WAITING)


def nobody(turn: Turn, why: str) -> None:
    """Nobody can be talked to: say why (one of documents.NO_CALL), and offer the other ways."""
    turn.set(obstacle=why, no_call=turn.state.no_call or why)
    if turn.state.screen is not Screen.NOBODY:
        turn.show(Screen.NOBODY)


def stored(turn: Turn) -> None:
    """What happens next; the plan, when it is there already."""
    turn.set(back=())
    if turn.state.plan is not None:
        turn.set(plan_seen=True)
        turn.show(Screen.PLAN)
    else:
        turn.show(Screen.STORED)


def after_call(turn: Turn) -> None:
    """After a call: is what was written kept; the plan, or waiting for it; else the choices.

    A call that broke off leaves nobody who writes a plan: the choices as well.
    """
    state = turn.state
    turn.set(back=(), asked=None)
    texts.seal(turn)
    if state.resume is not None:  # an emergency's call went before the privacy check: now is its time
        turn.set(resume=msgspec.structs.replace(state.resume, back=Place(Screen.CALL)))
        turn.show(Screen.RESUME)
    elif state.plan is None and state.obstacle == DROPPED:
        if not take_over(turn):
            nobody(turn, DROPPED)
    elif state.seen and texts.ask(turn):
        return
    elif state.plan is not None:
        turn.set(plan_seen=True)
        turn.show(Screen.PLAN)
    elif state.seen:
        turn.show(Screen.PLAN_WAITING)
    elif not take_over(turn):
        nobody(turn, state.obstacle or "stopped-waiting")
