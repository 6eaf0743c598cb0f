"""When nobody answers: never a dead end. And what is stored, and the plan."""

from contract.documents import CallbackWanted
from kiosk.visit import calls, flow
from kiosk.visit.events import NobodyChosen, PhoneGiven, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn

FEWEST_DIGITS = 5


def chosen(turn: Turn, event: NobodyChosen) -> None:
    """Wait, be called back, leave the case, or go somewhere."""
    match event.choice:
        case "wait":
            calls.ask(turn, waits=True)
            turn.show(Screen.WAITING)
        case "call-back":
            turn.show(Screen.CALLBACK)
        case "store" | "in-person":
            turn.set(in_person=event.choice == "in-person")
            calls.cancel(turn, "stored")
            flow.stored(turn)


def phone_given(turn: Turn, event: PhoneGiven) -> None:
    """Take the number as it was typed, when it can be one."""
    phone = " ".join(event.phone.split())
    digits = sum(character.isdecimal() for character in phone)
    if digits < FEWEST_DIGITS or len(phone) > turn.context.limits.phone_chars:
        turn.set(mistake="phone-unreadable")
        return
    turn.set(phone=phone)
    when = event.when.strip()[: turn.context.limits.phone_chars]
    turn.seal(CallbackWanted(visit=turn.visit, at=turn.at, phone=phone, when=when))
    calls.cancel(turn, "call-back")
    flow.stored(turn)


def back(turn: Turn, _event: WentBack) -> None:
    """From the number back to the choices."""
    turn.show(Screen.NOBODY)
