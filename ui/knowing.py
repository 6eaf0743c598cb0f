"""What a touch means where it is asked who it is, what is to be changed, and a card is made. Pure."""

from collections.abc import Callable
from typing import Final

from contract.measurement import Instant
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.inputs import Draft

_AT_ONCE: Final[dict[tuple[Screen, str], Callable[[Instant], e.Event]]] = {
    (Screen.WHO, "by-card"): lambda at: e.ProofChosen(at=at, by="card"),
    (Screen.WHO, "by-phone"): lambda at: e.ProofChosen(at=at, by="phone"),
    (Screen.WHO, "staff-attends"): lambda at: e.StaffAttends(at=at),
    (Screen.CARD, "without"): lambda at: e.Skipped(at=at, reason="do-not-want"),
    (Screen.CODE, "without"): lambda at: e.Skipped(at=at, reason="do-not-want"),
    (Screen.CODE, "code-again"): lambda at: e.CodeAgainWanted(at=at),
    (Screen.LOOKING, "without"): lambda at: e.Skipped(at=at, reason="do-not-want"),
    (Screen.KNOWN, "not-me"): lambda at: e.WentBack(at=at),
    (Screen.GUARDIAN, "parent"): lambda at: e.GuardianIs(at=at, relation="parent"),
    (Screen.GUARDIAN, "guardian"): lambda at: e.GuardianIs(at=at, relation="guardian"),
    (Screen.GUARDIAN, "other"): lambda at: e.GuardianIs(at=at, relation="other"),
    (Screen.GUARDIAN, "nobody"): lambda at: e.GuardianIs(at=at, relation="nobody"),
    (Screen.PLAN, "card"): lambda at: e.CardWanted(at=at),
    (Screen.STORED, "card"): lambda at: e.CardWanted(at=at),
}
_CHANGE: Final = "change"


def choose(screen: Screen, name: str, at: Instant) -> e.Event | None:
    """Return what touching a button means, None: nothing here."""
    if screen is Screen.CHANGE:
        return e.ChangeWanted(at=at, what=name)
    if name == _CHANGE:  # from wherever the machine takes it
        return e.ChangeWanted(at=at)
    meant = _AT_ONCE.get((screen, name))
    return meant(at) if meant is not None else None


def next_event(screen: Screen, draft: Draft, at: Instant) -> e.Event | None:
    """Return what Next says of what was typed, None: nothing here."""
    match screen:
        case Screen.PHONE:
            return c.PhoneGiven(at=at, phone=draft.text("phone"))
        case Screen.CODE:
            return e.CodeGiven(at=at, code=draft.text("code"))
        case Screen.GUARDIAN_NAME:
            return e.GuardianNamed(at=at, name=draft.text("guardian"))
    return None
