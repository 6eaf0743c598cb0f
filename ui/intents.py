"""What a touch means on each screen: a choice changes the draft or says an event; Next says the draft.

Pure. Events get their moment from the caller.
"""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import asks
from contract.capture import SetCamera
from contract.measurement import Instant
from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questionnaire import arms
from kiosk.clinical.questions import Answer, Item
from kiosk.rounds.events import Event
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.asking import form_of
from kiosk.visit.context import Context
from kiosk.visit.model import CUFF_SIZES, Screen, seconds_left
from kiosk.visit.photos import KINDS as PHOTO_KINDS
from kiosk.visit.photos import NO_ROOM
from kiosk.visit.state import State
from kiosk.visit.taking import offered
from ui import hands_on, knowing, measuring, rounds
from ui.drafts import MISSING, NONE_OF_THESE, refused, replaced, toggled
from ui.inputs import DAYS_IN_MONTH, VOLUME_STEPS, Draft, Inputs

YES: Final = "yes"
NO: Final = "no"
RATHER_NOT: Final = "rather-not"
DONT_KNOW: Final = "dont-know"
FORMS: Final = {Screen.QUESTION: "visit", Screen.ABOUT: "about", Screen.CUFF_QUESTION: "cuff"}
ARMS: Final = ("left", "right")
SCALE_MOST: Final = 11  # numbers that have room on a screen
STAFF_ASKED: Final = "staff-asked"  # a field of the draft: who works here is asked once more
SOUND: Final = "sound-"
PHOTO: Final = "photo-"

Intent = Draft | Event | hands_on.Meant


def take_away(at: Instant) -> e.Event:
    """Return the wish for link and paper; the session puts its secrets in."""
    return e.TakeAwayWanted(at=at, link=b"", key=b"", passcode="")


# Choices that are said at once; the others fill the draft and wait for Next.
_AT_ONCE: Final[dict[tuple[Screen, str], Callable[[Instant], e.Event]]] = {
    (Screen.CONSENT_DECLINED, "read-again"): lambda at: e.WentBack(at=at),
    (Screen.CONSENT_DECLINED, "leave"): lambda at: e.Finished(at=at),
    (Screen.CONSENT, "decline"): lambda at: e.ConsentAnswered(at=at, given=False),
    (Screen.WHO, "give-name"): lambda at: e.WhoChosen(at=at, anonymous=False),
    (Screen.WHO, "anonymous"): lambda at: e.WhoChosen(at=at, anonymous=True),
    (Screen.BIRTH_DATE, "no-birth-date"): lambda at: e.Skipped(at=at, reason="do-not-want"),
    (Screen.EMERGENCY, "call"): lambda at: c.CallWanted(at=at, camera=True),
    (Screen.EMERGENCY, "mistake"): lambda at: e.WentBack(at=at),
    (Screen.EMERGENCY, "go-on"): lambda at: e.Continued(at=at),
    (Screen.OFFER_CALL, "sound-only"): lambda at: c.CallWanted(at=at, camera=False),
    (Screen.OFFER_CALL, "decline-call"): lambda at: c.CallDeclined(at=at),
    (Screen.WAITING, "hang-up"): lambda at: c.HungUp(at=at),
    (Screen.WAITING, "measure"): lambda at: e.Continued(at=at),
    (Screen.NOBODY, "wait"): lambda at: c.NobodyChosen(at=at, choice="wait"),
    (Screen.NOBODY, "call-back"): lambda at: c.NobodyChosen(at=at, choice="call-back"),
    (Screen.NOBODY, "store"): lambda at: c.NobodyChosen(at=at, choice="store"),
    (Screen.NOBODY, "in-person"): lambda at: c.NobodyChosen(at=at, choice="in-person"),
    (Screen.NOBODY, "person"): lambda at: c.NobodyChosen(at=at, choice="person"),
    (Screen.NOBODY, "measure"): lambda at: e.Continued(at=at),
    (Screen.CALLBACK_WHEN, "when-soon"): lambda at: c.CallTimeChosen(at=at, when="soon"),
    (Screen.CALLBACK_WHEN, "when-morning"): lambda at: c.CallTimeChosen(at=at, when="morning"),
    (Screen.CALLBACK_WHEN, "when-afternoon"): lambda at: c.CallTimeChosen(at=at, when="afternoon"),
    (Screen.CALLBACK_WHEN, "when-evening"): lambda at: c.CallTimeChosen(at=at, when="evening"),
    (Screen.KEEP_TEXT, "keep-text"): lambda at: c.TextKept(at=at, keep=True),
    (Screen.KEEP_TEXT, "erase-text"): lambda at: c.TextKept(at=at, keep=False),
    (Screen.PLAN_WAITING, "call"): lambda at: c.CallWanted(at=at, camera=True),
    (Screen.PLAN_WAITING, "leave"): lambda at: e.Finished(at=at),
    (Screen.PLAN_WAITING, "take-away"): take_away,
    (Screen.STORED, "take-away"): take_away,
    (Screen.STORED, "what-we-keep"): lambda at: e.KeepingAsked(at=at),
    (Screen.TAKE_AWAY, "what-we-keep"): lambda at: e.KeepingAsked(at=at),
    (Screen.TAKE_AWAY, "print"): lambda at: e.PaperWanted(at=at),
    (Screen.TAKE_AWAY, "print-numbers"): lambda at: e.PaperWanted(at=at, numbers=True),
    (Screen.PLAN, "what-we-keep"): lambda at: e.KeepingAsked(at=at),
    (Screen.CLEANING, "cleaned"): lambda at: e.CleaningTouched(at=at, what="cleaned"),
    (Screen.CLEANING, "no-wipes"): lambda at: e.CleaningTouched(at=at, what="no-wipes"),
    (Screen.CLEANING, "unlock"): lambda at: e.CleaningTouched(at=at, what="unlock"),
    (Screen.CLEANING, "unlock-yes"): lambda at: e.CleaningTouched(at=at, what="unlock-yes"),
    (Screen.STORED, "call"): lambda at: c.CallWanted(at=at, camera=True),
    (Screen.RESULTS, "record-sound"): lambda at: e.SoundWanted(at=at),
    (Screen.RESULTS, "take-picture"): lambda at: e.PhotoWanted(at=at),
    (Screen.CALL, "measure-yes"): lambda at: c.MeasureAgreed(at=at, yes=True),
    (Screen.CALL, "measure-no"): lambda at: c.MeasureAgreed(at=at, yes=False),
    (Screen.STATION, "test-network"): lambda at: e.NetworkTestWanted(at=at),
    (Screen.STATION, "test-sound"): lambda at: e.SoundTestWanted(at=at),
    (Screen.STATION, "look-for-updates"): lambda at: e.LookWanted(at=at),
    (Screen.STATION, "test-station"): lambda at: e.StationTestWanted(at=at),
    (Screen.RESUME, "start-over"): lambda at: e.StartedOver(at=at),
    (Screen.OUT_OF_ORDER, "leave"): lambda at: e.Finished(at=at),
}
_AT_ONCE.update(
    {
        (Screen.RESULTS, "by-hand"): lambda at: e.HandWanted(at=at),
        (Screen.MEASURE_PROBLEM, "by-hand"): lambda at: e.HandWanted(at=at),
        (Screen.DEVICE_PREPARE, "cannot-stand"): lambda at: e.Skipped(at=at, reason="cannot-stand"),
    }
)
_GUESTS: Final[dict[str, Callable[[Instant, UUID], e.Event]]] = {
    "join-yes-": lambda at, person: c.GuestAnswered(at=at, person=person, yes=True),
    "join-no-": lambda at, person: c.GuestAnswered(at=at, person=person, yes=False),
    "pictures-yes-": lambda at, person: c.GuestPicturesAnswered(at=at, person=person, yes=True),
    "pictures-no-": lambda at, person: c.GuestPicturesAnswered(at=at, person=person, yes=False),
    "send-away-": lambda at, person: c.GuestSentAway(at=at, person=person),
}
_OVERLAYS: Final[dict[str, Callable[[Instant], e.Event]]] = {
    "emergency-now": lambda at: e.EmergencyWanted(at=at),
    "person-too": lambda at: e.PersonWanted(at=at),
    "leave-number": lambda at: c.NumberWanted(at=at),
    "stay": lambda at: e.StillHere(at=at),
    "leave-now": lambda at: e.LeaveConfirmed(at=at),
    "close-page": lambda at: e.PageClosed(at=at),
    "staff-yes": lambda at: e.StaffHere(at=at),
}


def asks_for_media(state: State) -> bool:
    """Does the provider ask for a picture, a film or a sound?"""
    return state.asked is not None and asks.family(state.asked.kind) in asks.KINDS


def camera_setting(inputs: Inputs, name: str) -> SetCamera | None:
    """Return what a touch on a camera's control means: "zoom-more", "focus-less", "light"; None: nothing.

    A tenth of the range at a time; the light goes on and off, and focusing by hand ends autofocus.
    """
    control, _, way = name.partition("-")
    known = {each.name: each for each in inputs.live.camera.controls} if inputs.live.camera else {}
    now = known.get(control)
    if now is None or inputs.screen is not Screen.PHOTO:
        return None
    if not way:
        return SetCamera(control=control, value=now.most if now.value == now.least else now.least)
    if control == "focus" and "autofocus" in known and known["autofocus"].value:
        return SetCamera(control="autofocus", value=0)
    step = max(now.step, (now.most - now.least) // 10)
    return SetCamera(control=control, value=now.value + (step if way == "more" else -step))


def item_of(state: State, context: Context | None = None) -> Item | None:
    """Return the question on the screen, or the group of those asked together; ours without a context."""
    name = FORMS.get(state.screen)
    if name is None or not state.item:
        return None
    form = default_questionnaire(name) if context is None else form_of(context, state.screen)
    try:
        return form.item(state.item)
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
    if name in ("staff-here", "staff-is-here", "staff-no"):
        return edited(inputs, STAFF_ASKED, "" if name == "staff-no" else YES)
    if name in _OVERLAYS:
        return _OVERLAYS[name](at)
    if name == "measure-yes" and not inputs.media_room and asks_for_media(inputs.state):
        return e.PhotoTouched(at=at, what=NO_ROOM)
    if (screen, name) in _AT_ONCE:
        return _AT_ONCE[screen, name](at)
    if (of_station := hands_on.choose(inputs, name, at)) is not None:
        return of_station
    if (of_round := rounds.choose(inputs, name, at)) is not None:
        return of_round
    meant = (
        measuring.choose(inputs, name, at) or _looked_up(screen, name, at) or knowing.choose(screen, name, at)
    )
    if meant is not None:
        return meant
    if screen is Screen.CUFF_ARM:
        both = _pick_of_two(inputs.draft, name)
        return _cuff(both, at) if len(both.chosen) == 2 and name not in ARMS else both
    if screen is Screen.CALL and (guest := _of_guest(name, at)) is not None:
        return guest
    if screen is Screen.PHOTO and name.startswith(PHOTO):
        what = name.removeprefix(PHOTO)
        full = what in PHOTO_KINDS and not inputs.media_room
        return e.PhotoTouched(at=at, what=NO_ROOM if full else what)
    if screen is Screen.SOUND and name.startswith(SOUND):
        return e.SoundTouched(at=at, what=name.removeprefix(SOUND))
    item = item_of(inputs.state, inputs.context)
    if item is None:
        return None
    return _touched_answer(item, inputs.draft, name, at)


def _touched_answer(item: Item, draft: Draft, name: str, at: Instant) -> Intent:
    """Return what touching an answer means: said at once, or ticked among others."""
    if name == DONT_KNOW:
        return e.Answered(at=at, item=item.link_id, answer=())
    if not many(item) or _alone(item, name):
        return _answer(item, replaced(draft, chosen=(name,)), at)
    rest = tuple(code for code in draft.chosen if not _alone(item, code))
    return toggled(replaced(draft, chosen=rest), name)


def _looked_up(screen: Screen, name: str, at: Instant) -> e.Event | None:
    """Return what a touch means while looking up a symptom; the welcome screen leads there."""
    kind, _, what = name.partition("-")
    if screen is Screen.WELCOME and kind == "symptoms":
        return e.SymptomsWanted(at=at, language=what)
    if screen is not Screen.SYMPTOMS or kind not in ("symptom", "part"):
        return None
    if kind == "part":
        return e.SymptomTouched(at=at, what=f"part:{what}")
    return e.SymptomTouched(at=at, what=what if what in ("body", "yes", "no") else f"ask:{what}")


def _of_guest(name: str, at: Instant) -> e.Event | None:
    """Return what a touch beside somebody's name means; the name is that of the button and their id."""
    for start, event in _GUESTS.items():
        if name.startswith(start):
            return event(at, UUID(name.removeprefix(start)))
    return None


def many(item: Item) -> bool:
    """Are several answers ticked, and said with Next?"""
    return item.repeats or item.together


def _alone(item: Item, name: str) -> bool:
    """Does an answer go with no other ("none of these", "I don't know"), so that it is said at once?"""
    return name == NONE_OF_THESE or (item.unknown is not None and name == item.unknown.code)


def _pick_of_two(draft: Draft, name: str) -> Draft:
    """Arm and size on one screen: one of each."""
    rest = tuple(each for each in draft.chosen if (each in ARMS) is not (name in ARMS))
    return replaced(draft, chosen=(*rest, name))


def edited(inputs: Inputs, field: str, text: str) -> Draft:
    """Return the draft with a field's new text."""
    return replaced(inputs.draft, fields={**inputs.draft.fields, field: text})


def drafted(state: State, context: Context | None = None) -> Draft:
    """Return the draft a screen begins with: what was answered here before."""
    place = (str(state.screen), state.item)
    item = item_of(state, context)
    if item is not None:
        answer = _answered(state, item)
        if isinstance(answer, bool):
            return Draft(place, (YES if answer else NO,))
        if isinstance(answer, tuple):
            return Draft(place, answer or (NONE_OF_THESE if many(item) else RATHER_NOT,))
        if answer is not None and not typed(item):
            return Draft(place, (str(answer),))
        if answer is not None:
            return Draft(place, fields={"answer": str(answer)})
    if state.screen is Screen.CALLBACK and state.phone:
        return Draft(place, fields={"phone": state.phone})
    if state.screen is Screen.CUFF_ARM:
        cuff = default_questionnaire("cuff") if context is None else context.cuff_questionnaire
        return Draft(place, arms(cuff, state.cuff_answers)[:1])
    if state.screen is Screen.NAME and state.person_is is not None:
        return Draft(place, fields={"given": state.person_is.given, "family": state.person_is.family})
    return Draft(place)


def _answered(state: State, item: Item) -> Answer | None:
    """Return the answer given before; of questions asked together, those that are so."""
    answers = {
        Screen.QUESTION: state.answers,
        Screen.ABOUT: state.about_answers,
        Screen.CUFF_QUESTION: state.cuff_answers,
    }[state.screen]
    if not item.together:
        return answers.get(item.link_id)
    if not all(part.link_id in answers for part in item.items):
        return None
    return tuple(part.link_id for part in item.items if answers[part.link_id] is True)


def says_at_once(inputs: Inputs) -> bool:
    """Is one touch the answer, so that there is nothing for Next to say (until there is an answer)?"""
    item = item_of(inputs.state, inputs.context)
    return item is not None and not typed(item) and not many(item) and not inputs.draft.chosen


def can_go_on(inputs: Inputs) -> bool:
    """May Next be touched? Fields are judged when it is, so that an error can be said in words."""
    screen, draft = inputs.screen, inputs.draft
    item = item_of(inputs.state, inputs.context)
    if item is not None:
        return bool(draft.chosen) or typed(item)
    if screen is Screen.CUFF_ARM:
        return len(draft.chosen) == 2
    if screen in (Screen.OXIMETER, Screen.DEVICE_MEASURE):
        return inputs.state.running is None
    if screen is Screen.BY_HAND:
        return measuring.can_go_on(inputs)
    if not rounds.can_go_on(inputs):
        return False
    timer = inputs.state.timer
    if screen in (Screen.OXIMETER_PREPARE, Screen.DEVICE_PREPARE) and timer is not None:
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
        case Screen.QUESTION | Screen.ABOUT | Screen.CUFF_QUESTION:
            item = item_of(inputs.state, inputs.context)
            return e.Continued(at=at) if item is None else _answer(item, draft, at)
        case Screen.CUFF_ARM:
            return _cuff(draft, at)
        case Screen.BY_HAND:
            return measuring.next_event(inputs, at)
        case Screen.OFFER_CALL:
            return c.CallWanted(at=at, camera=True)
        case Screen.CALLBACK:
            return c.PhoneGiven(at=at, phone=draft.text("phone"))
        case Screen.RESUME:
            return e.ResumeAnswered(at=at, answer=draft.text("check"))
        case Screen.STORED | Screen.PLAN | Screen.TAKE_AWAY:
            in_round = inputs.duty.bedside is not None  # nothing is taken home from a round
            more = screen is Screen.PLAN and offered(inputs.profile) and not in_round
            return take_away(at) if more else e.Finished(at=at)
    shooting = inputs.state.shooting
    if screen is Screen.PHOTO and not inputs.media_room and shooting and shooting.phase == "aim":
        return e.PhotoTouched(at=at, what=NO_ROOM)
    listening = inputs.state.listening
    if screen is Screen.SOUND and not inputs.media_room and listening and listening.phase == "ready":
        return e.SoundTouched(at=at, what=NO_ROOM)
    of_station = hands_on.next_event(inputs)
    return (
        of_station
        or rounds.next_event(inputs, at)
        or knowing.next_event(screen, draft, at)
        or e.Continued(at=at)
    )


def _birth(inputs: Inputs, at: Instant) -> Intent:
    draft = inputs.draft
    person = inputs.state.person_is
    if person is not None and person.anonymous:
        years = draft.text("age")
        return e.AgeGiven(at=at, years=int(years)) if years.isdecimal() else refused(draft, "age", MISSING)
    parts = {name: draft.text(name) for name in ("month", "day", "year")}
    for name, text in parts.items():
        if not text.isdecimal():
            return refused(draft, name, MISSING)
    month, day, year = (int(parts[name]) for name in ("month", "day", "year"))
    if not 1 <= month <= 12:
        return refused(draft, "month", "month-wrong")
    if not 1 <= day <= DAYS_IN_MONTH[month - 1] or (
        (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
    ):
        return refused(draft, "day", "day-wrong")
    if len(parts["year"]) != 4:
        return refused(draft, "year", "year-wrong")
    return e.BirthDateGiven(at=at, birth_date=f"{year:04}-{month:02}-{day:02}")


def _answer(item: Item, draft: Draft, at: Instant) -> Intent:
    answer: Answer
    if draft.chosen == (RATHER_NOT,):
        answer = ()
    elif item.type == "boolean":
        answer = draft.chosen == (YES,)
    elif many(item):
        answer = tuple(code for code in draft.chosen if code != NONE_OF_THESE)
    elif item.type == "choice":
        answer = draft.chosen[0] if draft.chosen else ""
    elif item.type == "integer":
        text = draft.text("answer") if typed(item) else "".join(draft.chosen)
        if not text.isdecimal():
            return refused(draft, "answer", MISSING)
        answer = int(text)
    else:
        answer = draft.text("answer")
        if item.required and not answer:
            return refused(draft, "answer", MISSING)
    return e.Answered(at=at, item=item.link_id, answer=answer)


def _cuff(draft: Draft, at: Instant) -> Intent:
    arm = next((each for each in draft.chosen if each in ARMS), "")
    size = next((each for each in draft.chosen if each in CUFF_SIZES or each == "none"), "")
    return e.CuffChosen(at=at, arm=arm, size=size)


def control(inputs: Inputs, name: str, at: Instant) -> e.Event:
    """Return what a button of the call means: "microphone" and "camera" turn, "volume" says all, "end"."""
    call = inputs.state.call
    if name == "end":
        return c.HungUp(at=at)
    return c.ControlsSet(
        at=at,
        microphone=call.microphone is not (name == "microphone"),
        camera=call.camera_on is not (name == "camera"),
        volume=inputs.prefs.volume / VOLUME_STEPS,
    )
