"""What a touch means on the screens of a round. Pure, like intents.py; the session fills in ids and keys."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

import msgspec

from contract.care import INTERPRETERS, PRESENT, SINCES, TELLING_WAYS, TELLING_WHYS, TRENDS
from contract.measurement import Instant
from contract.residents import Resident
from contract.staff import is_pin
from kiosk.rounds import events as e
from kiosk.rounds.checking import enough
from kiosk.rounds.due import acts_due
from kiosk.rounds.model import Duty
from kiosk.rounds.telling import ANSWER, WORDS
from kiosk.visit.model import Screen
from ui import sbar
from ui.drafts import MISSING, NONE_OF_THESE, refused, replaced, toggled
from ui.inputs import Draft, Inputs
from ui.roster import photo_old

NO_ID: Final = UUID(int=0)
RESIDENT: Final = "resident-"
PREFIXES: Final = {  # of buttons whose rest is what was touched
    Screen.BEDSIDE: "bed-",
    Screen.NOT_NOW: "missed-",
    Screen.SBAR: "sbar-",
    Screen.REQUEST: "ask-",
    Screen.NOTIFY: "told-",
    Screen.AGREE: "agree-",
    Screen.AGREE_AS: "as-",
    Screen.ROUND: "round-",
}
TWO_OF: Final = {Screen.OBSERVE_HOW: (TRENDS, SINCES), Screen.TOLD: (TELLING_WAYS, TELLING_WHYS)}
BESIDE: Final = {Screen.OBSERVE_HOW: WORDS, Screen.TOLD: ANSWER}  # may be chosen with the two
MANY: Final = (Screen.CHECK, Screen.OBSERVE)
BY: Final = tuple(f"by-{how}" for how in INTERPRETERS)
FIELDS: Final = {
    Screen.ASSESS: "assessment",
    Screen.OBSERVE_NOTE: "words",
    Screen.TOLD_SAID: "answer",
    Screen.TOLD_NAME: "person",
    Screen.AGREE_NAME: "representative",
}
_AT_ONCE: Final[dict[tuple[Screen, str], Callable[[Instant], e.Event]]] = {
    (Screen.STATION, "sign-in"): lambda at: e.SignInWanted(at=at),
    (Screen.SIGN_IN, "type-badge"): lambda at: e.BadgeTyping(at=at),
    (Screen.ROUND, "find"): lambda at: e.FindWanted(at=at),
    (Screen.ROUND, "find-all"): lambda at: e.Found(at=at, text=""),
    (Screen.BEDSIDE, "bed-undo"): lambda at: e.UndoWanted(at=at, visit=NO_ID, public=b"", private=b""),
}


def choose(inputs: Inputs, name: str, at: Instant) -> Draft | e.Event | None:
    """Return what touching a choice or a button means; None: it is none of a round's."""
    screen = inputs.screen
    if (screen, name) in _AT_ONCE:
        return _AT_ONCE[screen, name](at)
    if screen is Screen.ROUND and name.startswith(RESIDENT):
        return _picked(inputs, name.removeprefix(RESIDENT), at)
    if screen in MANY:
        return toggled(inputs.draft, name)
    if screen is Screen.ROUND and name == "round-wrong":
        return _wrong_afterwards(inputs, at)
    if BESIDE.get(screen) == name:
        return toggled(inputs.draft, name)
    if screen is Screen.AGREE_WITH:
        return _with(inputs.draft, name)
    if screen in TWO_OF:
        mine = next((names for names in TWO_OF[screen] if name in names), ())
        rest = tuple(chosen for chosen in inputs.draft.chosen if chosen not in mine)
        return replaced(inputs.draft, chosen=(*rest, name)) if mine else None
    if screen is Screen.SBAR and name in ("sbar-call", "sbar-case"):
        return kept(inputs, at, name.removeprefix("sbar-"))
    prefix = PREFIXES.get(screen, "")
    if prefix and name.startswith(prefix):
        return e.RoundTouched(at=at, what=name.removeprefix(prefix))
    return None


def _wrong_afterwards(inputs: Inputs, at: Instant) -> e.Event | None:
    left = inputs.duty.left
    found = inputs.roster.by_id(left.resident) if inputs.roster and left else None
    return (
        None
        if found is None
        else e.WrongAfterwards(at=at, resident=msgspec.structs.replace(found, photo=b""))
    )


def _with(draft: Draft, name: str) -> Draft | None:
    """Who is there is ticked, one or many; of interpreters there is one, or none."""
    if name in PRESENT:
        return toggled(draft, name)
    if name not in BY:
        return None
    rest = tuple(each for each in draft.chosen if each not in BY)
    return replaced(draft, chosen=rest if name in draft.chosen else (*rest, name))


def _picked(inputs: Inputs, text: str, at: Instant) -> e.Event | None:
    roster = inputs.roster
    found = next((each for each in roster.residents if str(each.id) == text), None) if roster else None
    return None if found is None else shown(inputs, found, "list", at)


def scanned(inputs: Inputs, token: str, at: Instant) -> e.Event:
    """Return whose wristband was scanned, or that it is nobody's here."""
    found = inputs.roster.wearing(token) if inputs.roster else None
    return e.BandUnknown(at=at) if found is None else shown(inputs, found, "scan", at)


def shown(inputs: Inputs, resident: Resident, how: str, at: Instant) -> e.Event:
    """Return the event that brings a resident in: what is due now, and without the photo's bytes."""
    assert inputs.roster is not None  # where the resident is from
    now = inputs.roster.now(inputs.clock.now(inputs.now, inputs.now_ns))
    return e.ResidentPicked(
        at=at,
        resident=msgspec.structs.replace(resident, photo=b""),
        how=how,
        due=acts_due(resident, inputs.duty.seen, now, inputs.clock),
        photo=bool(resident.photo),
        photo_old=photo_old(resident, now),
    )


def kept(inputs: Inputs, at: Instant, then: str = "") -> e.Event:
    """Return the handover as it is shown, in English for who reads it at the hub."""
    parts = sbar.compose(inputs, english=True)
    return e.SbarKept(
        at=at,
        situation="\n".join(parts.situation),
        background="\n".join(parts.background),
        request="\n".join(parts.request),
        observation="\n".join(parts.observation),
        then=then,
    )


def out_of_service(inputs: Inputs) -> str:
    """Return why the hub's operator has no resident's visit begin here; empty: one may."""
    return inputs.operator.disabled if inputs.operator is not None else ""


def can_go_on(inputs: Inputs) -> bool:
    """May Next be touched?"""
    draft, duty = inputs.draft, inputs.duty
    match inputs.screen:
        case Screen.CHECK:
            checked = duty.check is not None and bool(enough(duty.check, draft.chosen))
            return checked and not out_of_service(inputs)
        case Screen.OBSERVE:
            return bool(draft.chosen)
        case Screen.OBSERVE_HOW | Screen.TOLD:
            return all(any(name in names for name in draft.chosen) for names in TWO_OF[inputs.screen])
        case Screen.PIN:
            return not duty.waiting and duty.until is None
    return True


def next_event(inputs: Inputs, at: Instant) -> Draft | e.Event | None:
    """Return what Next says, None: nothing of a round's; a Draft when something must be put right first."""
    screen, draft = inputs.screen, inputs.draft
    match screen:
        case Screen.BADGE:
            badge = draft.text("badge")
            return e.BadgeGiven(at=at, badge=badge) if badge else refused(draft, "badge", MISSING)
        case Screen.PIN:
            pin = draft.text("pin")
            if not pin:
                return refused(draft, "pin", MISSING)
            return e.PinGiven(at=at, shift=NO_ID, public=b"", private=b"", well_formed=is_pin(pin))
        case Screen.FIND:
            return e.Found(at=at, text=draft.text("find"))
        case Screen.CHECK if not out_of_service(inputs):
            return e.ResidentConfirmed(at=at, identifiers=draft.chosen, visit=NO_ID, public=b"", private=b"")
        case Screen.OBSERVE:
            return e.RoundChose(at=at, what=tuple(each for each in draft.chosen if each != NONE_OF_THESE))
        case Screen.OBSERVE_HOW | Screen.TOLD | Screen.AGREE_WITH:
            return e.RoundChose(at=at, what=draft.chosen)
        case Screen.SBAR:
            return kept(inputs, at)
    if screen in FIELDS:
        text = draft.text(FIELDS[screen])
        return e.RoundWrote(at=at, text=text) if text else refused(draft, FIELDS[screen], MISSING)
    return None


def drafted(duty: Duty, screen: Screen) -> dict[str, str]:
    """Return what a field begins with: what was written before, or whom the record names."""
    bed = duty.bedside
    if bed is None:
        return {}
    resident = bed.resident
    if screen is Screen.ASSESS and bed.assessment:
        return {"assessment": bed.assessment}
    if screen is Screen.AGREE_NAME and resident.representative is not None:
        return {"representative": resident.representative.name}
    if screen is Screen.TOLD_NAME and bed.telling:
        contact = resident.physician if bed.telling[0] == "physician" else resident.representative
        return {"person": contact.name} if contact is not None else {}
    return {}
