"""What a touch means on each screen: a choice changes the draft or says an event; Next says the draft.

Pure. Events get their moment from the caller.
"""

from collections.abc import Callable
from typing import Final

from contract.measurement import Instant
from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questions import Answer, Item
from kiosk.visit import events as e
from kiosk.visit.model import CUFF_SIZES, Screen, State, seconds_left
from ui.inputs import DAYS_IN_MONTH, Draft, Inputs

NONE_OF_THESE: Final = "none-of-these"
YES: Final = "yes"
NO: Final = "no"
RATHER_NOT: Final = "rather-not"
SCALE_MOST: Final = 11  # numbers that have room on a screen
MISSING: Final = "missing"

Intent = Draft | e.Event | None

# Choices that are said at once; the others fill the draft and wait for Next.
_AT_ONCE: Final[dict[tuple[Screen, str], Callable[[Instant], e.Event]]] = {
    (Screen.CONSENT_DECLINED, "read-again"): lambda at: e.WentBack(at=at),
    (Screen.CONSENT_DECLINED, "leave"): lambda at: e.Finished(at=at),
    (Screen.CONSENT, "decline"): lambda at: e.ConsentAnswered(at=at, given=False),
    (Screen.WHO, "give-name"): lambda at: e.WhoChosen(at=at, anonymous=False),
    (Screen.WHO, "anonymous"): lambda at: e.WhoChosen(at=at, anonymous=True),
    (Screen.BIRTH_DATE, "no-birth-date"): lambda at: e.Skipped(at=at, reason="do-not-want"),
    (Screen.EMERGENCY, "call"): lambda at: e.CallWanted(at=at, camera=True),
    (Screen.EMERGENCY, "mistake"): lambda at: e.WentBack(at=at),
    (Screen.EMERGENCY, "go-on"): lambda at: e.Continued(at=at),
    (Screen.EMERGENCY, "staff-here"): lambda at: e.StaffHere(at=at),
    (Screen.OFFER_CALL, "sound-only"): lambda at: e.CallWanted(at=at, camera=False),
    (Screen.OFFER_CALL, "decline-call"): lambda at: e.CallDeclined(at=at),
    (Screen.WAITING, "hang-up"): lambda at: e.HungUp(at=at),
    (Screen.WAITING, "measure"): lambda at: e.Continued(at=at),
    (Screen.NOBODY, "wait"): lambda at: e.NobodyChosen(at=at, choice="wait"),
    (Screen.NOBODY, "call-back"): lambda at: e.NobodyChosen(at=at, choice="call-back"),
    (Screen.NOBODY, "store"): lambda at: e.NobodyChosen(at=at, choice="store"),
    (Screen.NOBODY, "in-person"): lambda at: e.NobodyChosen(at=at, choice="in-person"),
    (Screen.NOBODY, "measure"): lambda at: e.Continued(at=at),
    (Screen.PLAN_WAITING, "call"): lambda at: e.CallWanted(at=at, camera=True),
    (Screen.PLAN_WAITING, "leave"): lambda at: e.Finished(at=at),
    (Screen.STORED, "call"): lambda at: e.CallWanted(at=at, camera=True),
    (Screen.CALL, "measure-yes"): lambda at: e.MeasureAgreed(at=at, yes=True),
    (Screen.CALL, "measure-no"): lambda at: e.MeasureAgreed(at=at, yes=False),
    (Screen.CALL, "staff-here"): lambda at: e.StaffHere(at=at),
    (Screen.RESUME, "start-over"): lambda at: e.StartedOver(at=at),
    (Screen.OUT_OF_ORDER, "leave"): lambda at: e.Finished(at=at),
}
_SKIPS: Final = {
    Screen.OXIMETER_PREPARE: "skip",
    Screen.OXIMETER: "skip",
    Screen.CUFF_QUESTION: "skip",
    Screen.CUFF_ARM: "skip",
    Screen.CUFF_POSTURE: "skip",
    Screen.CUFF_REST: "skip",
    Screen.CUFF_BETWEEN: "skip",
    Screen.MEASURE_PROBLEM: "skip",
}
_OVERLAYS: Final[dict[str, Callable[[Instant], e.Event]]] = {
    "person-too": lambda at: e.PersonWanted(at=at),
    "stay": lambda at: e.StillHere(at=at),
    "leave-now": lambda at: e.LeaveConfirmed(at=at),
    "close-page": lambda at: e.PageClosed(at=at),
    "staff-is-here": lambda at: e.StaffHere(at=at),
}


def item_of(state: State) -> Item | None:
    """Return the question on the screen."""
    name = {Screen.QUESTION: "visit", Screen.CUFF_QUESTION: "cuff"}.get(state.screen)
    if name is None or not state.item:
        return None
    try:
        return default_questionnaire(name).item(state.item)
    except KeyError:
        return None


def scale(item: Item) -> tuple[str, ...]:
    """Return the numbers of a short scale (0 to 10), which are touched rather than typed."""
    if item.type != "integer" or item.minimum is None or item.maximum is None:
        return ()
    numbers = range(item.minimum, item.maximum + 1)
    return tuple(str(n) for n in numbers) if len(numbers) <= SCALE_MOST else ()


def typed(item: Item) -> bool:
    """Is the answer typed?"""
    return item.type == "string" or (item.type == "integer" and not scale(item))


def choose(inputs: Inputs, name: str, at: Instant) -> Intent:
    """Return what touching a choice means."""
    screen = inputs.screen
    if name in _OVERLAYS:
        return _OVERLAYS[name](at)
    if (screen, name) in _AT_ONCE:
        return _AT_ONCE[screen, name](at)
    if name == "skip" and screen in _SKIPS:
        final = inputs.state.problem is not None and screen is Screen.MEASURE_PROBLEM
        return e.Skipped(at=at, reason="gave-up" if final else "do-not-want")
    if screen is Screen.CUFF_ARM:
        return _pick_of_two(inputs.draft, name)
    item = item_of(inputs.state)
    if item is None:
        return None
    if item.repeats:
        return _toggle(inputs.draft, name)
    return _replace(inputs.draft, chosen=(name,))


def _replace(draft: Draft, **changes: object) -> Draft:
    values = {"place": draft.place, "chosen": draft.chosen, "fields": draft.fields, "refused": ("", "")}
    return Draft(**{**values, **changes})  # type: ignore[arg-type]


def _toggle(draft: Draft, name: str) -> Draft:
    if name == NONE_OF_THESE:
        return _replace(draft, chosen=(NONE_OF_THESE,))
    rest = tuple(code for code in draft.chosen if code != NONE_OF_THESE)
    return _replace(draft, chosen=tuple(c for c in rest if c != name) if name in rest else (*rest, name))


def _pick_of_two(draft: Draft, name: str) -> Draft:
    """Arm and size on one screen: one of each."""
    arms = ("left", "right")
    rest = tuple(c for c in draft.chosen if (c in arms) is not (name in arms))
    return _replace(draft, chosen=(*rest, name))


def edited(inputs: Inputs, field: str, text: str) -> Draft:
    """Return the draft with a field's new text."""
    return _replace(inputs.draft, fields={**inputs.draft.fields, field: text})


def drafted(state: State) -> Draft:
    """Return the draft a screen begins with: what was answered here before."""
    place = (str(state.screen), state.item)
    item = item_of(state)
    if item is not None:
        answers = state.answers if state.screen is Screen.QUESTION else state.cuff_answers
        answer = answers.get(item.link_id)
        if isinstance(answer, bool):
            return Draft(place, (YES if answer else NO,))
        if isinstance(answer, tuple):
            return Draft(place, answer or (NONE_OF_THESE if item.repeats else RATHER_NOT,))
        if answer is not None and not typed(item):
            return Draft(place, (str(answer),))
        if answer is not None:
            return Draft(place, fields={"answer": str(answer)})
    if state.screen is Screen.NAME and state.person_is is not None:
        return Draft(place, fields={"given": state.person_is.given, "family": state.person_is.family})
    return Draft(place)


def can_go_on(inputs: Inputs) -> bool:
    """May Next be touched? Fields are judged when it is, so that an error can be said in words."""
    screen, draft = inputs.screen, inputs.draft
    item = item_of(inputs.state)
    if item is not None:
        return bool(draft.chosen) or typed(item)
    if screen is Screen.CUFF_ARM:
        return len(draft.chosen) == 2
    if screen is Screen.OXIMETER:
        return inputs.state.running is None
    timer = inputs.state.timer
    if screen is Screen.OXIMETER_PREPARE and timer is not None:
        return seconds_left(timer, inputs.now_ns) == 0
    return True


def next_event(inputs: Inputs, at: Instant) -> Intent:
    """Return what Next says; a Draft with `refused` when something must be put right first."""
    screen, draft = inputs.screen, inputs.draft
    match screen:
        case Screen.CONSENT:
            return e.ConsentAnswered(at=at, given=True)
        case Screen.NAME:
            return e.NameGiven(at=at, given=draft.text("given"), family=draft.text("family"))
        case Screen.BIRTH_DATE:
            return _birth(inputs, at)
        case Screen.QUESTION | Screen.CUFF_QUESTION:
            return _answer(inputs, at)
        case Screen.CUFF_ARM:
            return _cuff(draft, at)
        case Screen.OFFER_CALL:
            return e.CallWanted(at=at, camera=True)
        case Screen.CALLBACK:
            return e.PhoneGiven(at=at, phone=draft.text("phone"))
        case Screen.RESUME:
            return e.ResumeAnswered(at=at, answer=draft.text("check"))
        case Screen.STORED | Screen.PLAN:
            return e.Finished(at=at)
    return e.Continued(at=at)


def _refused(draft: Draft, field: str, why: str) -> Draft:
    return Draft(draft.place, draft.chosen, draft.fields, (field, why))


def _birth(inputs: Inputs, at: Instant) -> Intent:
    draft = inputs.draft
    person = inputs.state.person_is
    if person is not None and person.anonymous:
        years = draft.text("age")
        return e.AgeGiven(at=at, years=int(years)) if years.isdecimal() else _refused(draft, "age", MISSING)
    parts = {name: draft.text(name) for name in ("month", "day", "year")}
    for name, text in parts.items():
        if not text.isdecimal():
            return _refused(draft, name, MISSING)
    month, day, year = (int(parts[name]) for name in ("month", "day", "year"))
    if not 1 <= month <= 12:
        return _refused(draft, "month", "month-wrong")
    if not 1 <= day <= DAYS_IN_MONTH[month - 1] or (
        (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
    ):
        return _refused(draft, "day", "day-wrong")
    if len(parts["year"]) != 4:
        return _refused(draft, "year", "year-wrong")
    return e.BirthDateGiven(at=at, birth_date=f"{year:04}-{month:02}-{day:02}")


def _answer(inputs: Inputs, at: Instant) -> Intent:
    item, draft = item_of(inputs.state), inputs.draft
    if item is None:
        return e.Continued(at=at)
    answer: Answer
    if draft.chosen == (RATHER_NOT,):
        answer = ()
    elif item.type == "boolean":
        answer = draft.chosen == (YES,)
    elif item.repeats:
        answer = tuple(code for code in draft.chosen if code != NONE_OF_THESE)
    elif item.type == "choice":
        answer = draft.chosen[0] if draft.chosen else ""
    elif item.type == "integer":
        text = draft.text("answer") if typed(item) else "".join(draft.chosen)
        if not text.isdecimal():
            return _refused(draft, "answer", MISSING)
        answer = int(text)
    else:
        answer = draft.text("answer")
        if item.required and not answer:
            return _refused(draft, "answer", MISSING)
    return e.Answered(at=at, item=item.link_id, answer=answer)


def _cuff(draft: Draft, at: Instant) -> Intent:
    arm = next((c for c in draft.chosen if c in ("left", "right")), "")
    size = next((c for c in draft.chosen if c in CUFF_SIZES or c == "none"), "")
    return e.CuffChosen(at=at, arm=arm, size=size)
