"""When nobody answers: never a dead end. And what is stored, and the plan."""

from typing import Final

from contract.documents import CALL_TIMES, CallbackWanted, CaseLeft
from kiosk.visit import alarms, calls, flow, questions, texts
from kiosk.visit.call_events import CallDeclined, CallTimeChosen, NobodyChosen, NumberWanted, PhoneGiven
from kiosk.visit.events import WentBack
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn

FEWEST_DIGITS = 5
MINUTE_S: Final = 60
DECLINED: Final = "declined"
SOON: Final = "soon"


def chosen(turn: Turn, event: NobodyChosen) -> None:
    """Wait, be called back, leave the case, go somewhere, or have a person come."""
    match event.choice:
        case "wait":
            calls.ask(turn, waits=True)
            turn.show(Screen.WAITING)
        case "call-back":
            turn.show(Screen.CALLBACK)
        case "store" | "in-person":
            turn.set(in_person=event.choice == "in-person")
            leave_case(turn, "review" if event.choice == "store" else "in-person")
            calls.cancel(turn, "stored")
            turn.set(chose=event.choice)
            settled(turn)
            return
        case "person":
            alarms.page(turn)
        case _:
            return
    turn.set(chose=event.choice)


def declined(turn: Turn, _event: CallDeclined) -> None:
    """Not now: go on measuring what is left, else the case is left to be looked at."""
    turn.set(obstacle=DECLINED, no_call=turn.state.no_call or DECLINED)
    if not flow.measuring(turn):
        leave_case(turn, "review")
        flow.stored(turn)


def leave_case(turn: Turn, wish: str) -> None:
    """Seal all that a call would have had, and the wish that somebody looks at it; the same wish is once."""
    questions.seal_unsent(turn)
    state = turn.state
    if state.case_left == wish:
        return
    turn.set(case_left=wish)
    promised_s = turn.context.profile.promises.review_min * MINUTE_S
    why = state.obstacle or DECLINED
    turn.seal(CaseLeft(visit=turn.visit, at=turn.at, why=why, wish=wish, promised_s=promised_s))


def phone_given(turn: Turn, event: PhoneGiven) -> None:
    """Take the number as it was typed, when it can be one; then ask when it suits."""
    phone = " ".join(event.phone.split())
    digits = sum(character.isdecimal() for character in phone)
    if digits < FEWEST_DIGITS or len(phone) > turn.context.limits.phone_chars:
        turn.set(mistake="phone-unreadable")
        return
    turn.set(phone=phone)
    turn.show(Screen.CALLBACK_WHEN)


def time_chosen(turn: Turn, event: CallTimeChosen) -> None:
    """Ask for the call-back, with all that a call would have had."""
    if event.when not in CALL_TIMES or not turn.state.phone:
        return
    questions.seal_unsent(turn)
    minutes = turn.context.profile.promises.call_back_min if event.when == SOON else 0
    turn.set(call_when=event.when, chose="call-back")
    turn.seal(
        CallbackWanted(
            visit=turn.visit,
            at=turn.at,
            phone=turn.state.phone,
            when=event.when,
            promised_s=minutes * MINUTE_S,
        )
    )
    calls.cancel(turn, "call-back")
    settled(turn)


def settled(turn: Turn) -> None:
    """Something comes of it later. After a call that broke off: is what was written kept?"""
    if not (turn.state.seen and texts.ask(turn)):
        flow.stored(turn)


def number_wanted(turn: Turn, _event: NumberWanted) -> None:
    """Before leaving, a number to be called at."""
    if turn.state.leaving is not None and turn.state.consented and not turn.state.emergencies:
        alarms.cancel_act(turn)
        turn.set(leaving=None, obstacle=turn.state.obstacle or DECLINED)
        turn.show(Screen.CALLBACK)


def back(turn: Turn, _event: WentBack) -> None:
    """From the time to the number, from the number to the choices."""
    if turn.state.screen is Screen.CALLBACK_WHEN:
        turn.show(Screen.CALLBACK)
    else:
        turn.show(Screen.NOBODY)
