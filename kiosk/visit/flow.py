"""What comes next: one function decides it, from what is done and what is not."""

from typing import Final

import msgspec

from contract.measurement import Act
from kiosk.clinical.questionnaire import arms
from kiosk.visit import asking
from kiosk.visit.acts import give_up
from kiosk.visit.alarms import take_over
from kiosk.visit.events import Continued
from kiosk.visit.model import Place, Screen
from kiosk.visit.turn import Turn

CHILD: Final = "rf-child"
NOBODY_STATES: Final = ("nobody", "unreachable")


def onward(turn: Turn) -> None:
    """Go to the next thing that is not done: emergency, call, provider at once, measuring, results."""
    state = turn.state
    turn.set(problem=None)
    if take_over(turn):
        return
    if state.call.live:
        turn.show(Screen.CALL)
    elif state.seen:
        after_call(turn)
    elif state.call.wanted:
        if not measuring(turn):
            to_waiting(turn)
    elif provider_first(turn):
        turn.set(offered=True)
        turn.forward(Screen.OFFER_CALL)
    elif not measuring(turn):
        turn.forward(Screen.RESULTS)


def provider_first(turn: Turn) -> bool:
    """Does a rule want a provider now, before any further measuring?"""
    state = turn.state
    return state.level != "N" and not state.offered and not (state.oximetry.done and state.pressure.done)


def measuring(turn: Turn) -> bool:
    """Go to the next act that is not done; False when there is none (or the patient is a child)."""
    state = turn.state
    if any(fired.rule == CHILD for fired in state.fired):
        return False
    if not state.oximetry.done:
        turn.forward(Screen.OXIMETER_PREPARE)
    elif not state.pressure.done:
        enter_cuff(turn)
    else:
        return False
    return True


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
    nobody = call.state in NOBODY_STATES and not call.waits
    turn.show(Screen.NOBODY if nobody else Screen.WAITING)


def stored(turn: Turn) -> None:
    """What happens next; the plan, when it is there already."""
    turn.set(back=())
    if turn.state.plan is not None:
        turn.set(plan_seen=True)
        turn.show(Screen.PLAN)
    else:
        turn.show(Screen.STORED)


def after_call(turn: Turn) -> None:
    """After a call: the plan, or waiting for it; without a provider seen, back to the choices."""
    state = turn.state
    turn.set(back=(), asked=None)
    if state.resume is not None:  # an emergency's call went before the privacy check: now is its time
        turn.set(resume=msgspec.structs.replace(state.resume, back=Place(Screen.CALL)))
        turn.show(Screen.RESUME)
    elif state.plan is not None:
        turn.set(plan_seen=True)
        turn.show(Screen.PLAN)
    elif state.seen:
        turn.show(Screen.PLAN_WAITING)
    elif not take_over(turn):
        turn.show(Screen.NOBODY)
