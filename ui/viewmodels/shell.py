"""The frame around every screen: where am I, what comes next, and the buttons that never move."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act
from kiosk.rounds.bedside import DONE_AT, something_due
from kiosk.rounds.telling import UP
from kiosk.visit.events import WentBack
from kiosk.visit.model import Screen, seconds_left
from kiosk.visit.photos import is_film, usable
from kiosk.visit.symptoms import leads_to_visit
from kiosk.visit.table import TABLE
from kiosk.visit.taking import offered
from ui import hands_on
from ui.inputs import TEXT_SCALES, VOLUME_STEPS, Inputs
from ui.intents import can_go_on, item_of, says_at_once, typed
from ui.mark import QT_TRANSLATE_NOOP
from ui.tongues import SOURCE_LANGUAGE, TONGUES, Tongue, say, tongues_of
from ui.viewmodels import kinds, pages_hands_on, symptoms
from ui.viewmodels import round_words as rw
from ui.viewmodels.base import view_model
from ui.viewmodels.pages_hands_on import HANDS_ON_PAGES
from ui.viewmodels.round import cart_words
from ui.viewmodels.round_parts import name_of
from ui.viewmodels.station import worst

translate = QCoreApplication.translate
STEPS: Final = (
    QT_TRANSLATE_NOOP("Shell", "Who you are"),
    QT_TRANSLATE_NOOP("Shell", "Why you are here"),
    QT_TRANSLATE_NOOP("Shell", "Your measurements"),
    QT_TRANSLATE_NOOP("Shell", "Your results"),
    QT_TRANSLATE_NOOP("Shell", "Talk to a provider"),
)
MEASURING: Final = 3
ABOUT: Final = QT_TRANSLATE_NOOP("Shell", "About you")  # in the step of why one is here
GO_ON: Final = QT_TRANSLATE_NOOP("Shell", "Next")
START: Final = QT_TRANSLATE_NOOP("Shell", "Start")
FINISH: Final = QT_TRANSLATE_NOOP("Shell", "Finish")
TAKE_HOME: Final = QT_TRANSLATE_NOOP("Shell", "Take it home")
HAVE_PAPER: Final = QT_TRANSLATE_NOOP("Shell", "I have my paper")


class Frame(NamedTuple):
    """How a screen is framed: its QML file, its step (0: none), and what Next says ("": no Next)."""

    source: str
    step: int = 0
    next: str = GO_ON
    icon: str = "arrow-right"
    bar: bool = True


FRAMES: Final[dict[Screen, Frame]] = {
    Screen.WELCOME: Frame("Welcome", 0, ""),
    Screen.STATION: Frame("Station", 0, QT_TRANSLATE_NOOP("Shell", "Try now"), "repeat"),
    Screen.TECHNICIAN: Frame("Page", 0, ""),
    Screen.COMMISSION: Frame("Page", 0, ""),
    Screen.SPARE: Frame("Page", 0, ""),
    Screen.SYMPTOMS: Frame("Symptoms", 0, ""),
    Screen.CONSENT: Frame("Page", 1, QT_TRANSLATE_NOOP("Shell", "I agree"), "check"),
    Screen.CONSENT_DECLINED: Frame("Page", 1, ""),
    Screen.WHO: Frame("Page", 1, ""),
    Screen.CARD: Frame("Page", 1, ""),
    Screen.PHONE: Frame("Form", 1, QT_TRANSLATE_NOOP("Shell", "Send a code"), "send"),
    Screen.CODE: Frame("Form", 1),
    Screen.LOOKING: Frame("Page", 1, ""),
    Screen.KNOWN: Frame("Page", 1, QT_TRANSLATE_NOOP("Shell", "Yes, that is me"), "check"),
    Screen.GUARDIAN: Frame("Page", 1, ""),
    Screen.GUARDIAN_NAME: Frame("Form", 1, QT_TRANSLATE_NOOP("Shell", "I agree"), "check"),
    Screen.CHANGE: Frame("Page", 0, ""),
    Screen.CARD_MADE: Frame("Page", 5, QT_TRANSLATE_NOOP("Shell", "Done"), "check"),
    Screen.NAME: Frame("Form", 1),
    Screen.BIRTH_DATE: Frame("Form", 1),
    Screen.QUESTION: Frame("Page", 2),
    Screen.ABOUT: Frame("Page", 2),
    Screen.EMERGENCY: Frame("Emergency", 0, ""),
    Screen.OXIMETER_PREPARE: Frame("Page", 3, START),
    Screen.OXIMETER: Frame("Oximeter", 3, GO_ON),
    Screen.CUFF_QUESTION: Frame("Page", 3),
    Screen.CUFF_ARM: Frame("Page", 3),
    Screen.CUFF_POSTURE: Frame("Page", 3, QT_TRANSLATE_NOOP("Shell", "I am ready")),
    Screen.CUFF_REST: Frame("Rest", 3, QT_TRANSLATE_NOOP("Shell", "Start now")),
    Screen.CUFF_MEASURE: Frame("CuffMeasure", 3, ""),
    Screen.CUFF_BETWEEN: Frame("Rest", 3, ""),
    Screen.DEVICE_PREPARE: Frame("Page", 3, START),
    Screen.DEVICE_MEASURE: Frame("Device", 3, GO_ON),
    Screen.SKIP_WHY: Frame("Page", 3, ""),
    Screen.BY_HAND: Frame("Page", 0, GO_ON),
    Screen.MEASURE_PROBLEM: Frame("Page", 3, GO_ON),
    Screen.RESULTS: Frame("Results", 4),
    Screen.PHOTO: Frame("Photo", 4),
    Screen.SOUND: Frame("Sound", 4),
    Screen.OFFER_CALL: Frame("Page", 5, QT_TRANSLATE_NOOP("Shell", "Yes, with video"), "video"),
    Screen.WAITING: Frame("Page", 5, ""),
    Screen.CALL: Frame("Call", 5, "", bar=False),
    Screen.NOBODY: Frame("Page", 5, ""),
    Screen.CALLBACK: Frame("Form", 5),
    Screen.CALLBACK_WHEN: Frame("Page", 5, ""),
    Screen.KEEP_TEXT: Frame("Page", 5, ""),
    Screen.PLAN_WAITING: Frame("Page", 5, ""),
    Screen.STORED: Frame("Page", 5, FINISH, "check"),
    Screen.PLAN: Frame("Plan", 5, FINISH, "check"),
    Screen.TAKE_AWAY: Frame("TakeAway", 5, FINISH, "check"),
    Screen.WHAT_WE_KEEP: Frame("Page", 5, QT_TRANSLATE_NOOP("Shell", "I have read it"), "check"),
    Screen.CLEANING: Frame("Cleaning", 0, ""),
    Screen.GOODBYE: Frame("Page", 0, ""),
    Screen.RESUME: Frame("Page", 0, GO_ON),
    Screen.OUT_OF_ORDER: Frame("Page", 0, ""),
    Screen.SIGN_IN: Frame("Page", 0, ""),
    Screen.BADGE: Frame("Form"),
    Screen.PIN: Frame("Form", 0, QT_TRANSLATE_NOOP("Shell", "Sign in"), "lock"),
    Screen.ROUND: Frame("Round", 0, ""),
    Screen.FIND: Frame("Form", 0, QT_TRANSLATE_NOOP("Shell", "Find"), "search"),
    Screen.CHECK: Frame("Page", 0, QT_TRANSLATE_NOOP("Shell", "It is this resident"), "check"),
    Screen.BEDSIDE: Frame("Bedside"),
    Screen.NOT_NOW: Frame("Page", 0, ""),
    Screen.OBSERVE: Frame("Page"),
    Screen.OBSERVE_HOW: Frame("Page"),
    Screen.OBSERVE_NOTE: Frame("Form"),
    Screen.SBAR: Frame("Handover", 0, QT_TRANSLATE_NOOP("Shell", "Keep it"), "save"),
    Screen.ASSESS: Frame("Form"),
    Screen.REQUEST: Frame("Page", 0, ""),
    Screen.NOTIFY: Frame("Page", 0, ""),
    Screen.TOLD: Frame("Page"),
    Screen.TOLD_NAME: Frame("Form"),
    Screen.TOLD_SAID: Frame("Form"),
    Screen.AGREE: Frame("Page", 0, ""),
    Screen.AGREE_WITH: Frame("Page"),
    Screen.AGREE_AS: Frame("Page", 0, ""),
    Screen.AGREE_NAME: Frame("Form", 0, QT_TRANSLATE_NOOP("Shell", "They agree"), "check"),
    Screen.SIGNED_OUT: Frame("Page", 0, QT_TRANSLATE_NOOP("Shell", "Done"), "check"),
}
MEASURE: Final = QT_TRANSLATE_NOOP("Shell", "Measure")
BACK_TO_BED: Final = QT_TRANSLATE_NOOP("Shell", "Back to the resident")
NEXT_RESIDENT: Final = QT_TRANSLATE_NOOP("Shell", "Next resident")
HAND_NEXT: Final = {  # by parts.Entering.phase; "": no Next
    "name": (GO_ON, "arrow-right"),
    "menu": (QT_TRANSLATE_NOOP("Shell", "Done"), "check"),
    "numbers": (GO_ON, "arrow-right"),
    "signs": (GO_ON, "arrow-right"),
    "ready": (START, "arrow-right"),
    "counted": (QT_TRANSLATE_NOOP("Shell", "Use this"), "check"),
}
HAND_SOURCE: Final = {"name": "Form", "ready": "Count", "counting": "Count", "counted": "Count"}
SOUND_NEXT: Final = {  # by parts.Listening.phase
    "kinds": ("", ""),
    "spots": (QT_TRANSLATE_NOOP("Shell", "Done"), "check"),
    "ready": (QT_TRANSLATE_NOOP("Shell", "Record"), "mic"),
    "recording": ("", ""),
    "review": (QT_TRANSLATE_NOOP("Shell", "Save"), "save"),
}
VISIT: Final = QT_TRANSLATE_NOOP("Shell", "Start a visit")
TAKE_PICTURE: Final = QT_TRANSLATE_NOOP("Shell", "Take the picture")
FILM: Final = QT_TRANSLATE_NOOP("Shell", "Start filming")
USE: Final = QT_TRANSLATE_NOOP("Shell", "Use this")
TAKE_AGAIN: Final = QT_TRANSLATE_NOOP("Shell", "Take it again")
PERSON: Final = QT_TRANSLATE_NOOP("Shell", "Get a person")
AGAIN: Final = QT_TRANSLATE_NOOP("Shell", "Try again")
OWN_BACK: Final = frozenset(  # what leads back from here decides its own steps
    {
        Screen.STATION,
        *HANDS_ON_PAGES,
        Screen.SYMPTOMS,
        Screen.SOUND,
        Screen.PHOTO,
        Screen.BY_HAND,
        Screen.SKIP_WHY,
        Screen.TAKE_AWAY,
        Screen.WHAT_WE_KEEP,
        Screen.CHANGE,
        Screen.BADGE,
        Screen.PIN,
        Screen.FIND,
        Screen.CHECK,
        *UP,
    }
)
OWN_WAY_BACK: Final = frozenset(
    {Screen.EMERGENCY, Screen.CONSENT_DECLINED, Screen.KNOWN}
)  # a button with words of its own
STAFF: Final = QT_TRANSLATE_NOOP("Shell", "I work here")
NO_FINISH: Final = frozenset(
    {
        Screen.WELCOME,
        Screen.STATION,
        *HANDS_ON_PAGES,
        Screen.SYMPTOMS,
        Screen.GOODBYE,
        Screen.OUT_OF_ORDER,
        Screen.RESUME,
        Screen.CLEANING,
        Screen.SIGN_IN,
        Screen.BADGE,
        Screen.PIN,
        Screen.SIGNED_OUT,
    }
)


@dataclass(frozen=True)
class ShellProps:
    """What the frame shows."""

    screen: str = ""
    place: str = ""
    source: str = ""
    title: str = ""
    step: int = 0
    steps: int = len(STEPS)
    language: str = "en"
    other_language: str = ""
    other_name: str = ""
    size: int = 0
    sizes: int = len(TEXT_SCALES)
    contrast: bool = False
    still: bool = False
    voice: bool = False
    voice_there: bool = False
    reading: bool = False  # this page is read aloud
    hidden: bool = False
    languages: tuple[dict[str, Any], ...] = ()
    volume: int = 4
    volume_steps: int = VOLUME_STEPS
    mirrored: bool = False
    family: str = Tongue.family
    bar: bool = False
    touch_off: bool = False  # the screen is being wiped: nothing is to be touched
    back: bool = False
    next: bool = False
    next_enabled: bool = False
    next_label: str = ""
    next_icon: str = ""
    person: str = ""
    finish: bool = False
    signed_in: bool = False
    duty: str = ""  # who is signed in, and how the cart stands
    duty_tone: str = "muted"
    staff: str = ""
    staff_tone: str = "good"
    away: bool = False
    camera_on: bool = False
    microphone_on: bool = False
    inflating: bool = False
    demo_times: bool = False


def _next(inputs: Inputs, frame: Frame) -> tuple[str, str]:
    """Return Next's words (translated; empty: no Next) and icon."""
    state = inputs.state
    if says_at_once(inputs):
        return "", ""
    if state.screen is Screen.MEASURE_PROBLEM and state.problem is not None and not state.problem.final:
        return translate("Shell", AGAIN), "repeat"
    if state.screen in HANDS_ON_PAGES:
        return pages_hands_on.next_words(inputs)
    if state.screen is Screen.SYMPTOMS:
        return (translate("Shell", VISIT), "arrow-right") if leads_to_visit(state) else ("", "")
    if state.screen is Screen.PHOTO:
        return _photo_next(inputs)
    if state.screen is Screen.BY_HAND:
        text, icon = HAND_NEXT.get(state.entering.phase if state.entering else "", ("", ""))
        return translate("Shell", text) if text else "", icon
    if inputs.duty.bedside is not None and state.screen in DONE_AT:
        return translate("Shell", BACK_TO_BED), "arrow-right"
    if state.screen is Screen.PLAN and offered(inputs.profile):
        return translate("Shell", TAKE_HOME), "arrow-right"
    if state.screen is Screen.TAKE_AWAY and state.printing is not None and state.printing.state == "printed":
        return translate("Shell", HAVE_PAPER), "check"
    if state.screen is Screen.BEDSIDE:
        due = something_due(inputs.duty, state)
        return translate("Shell", MEASURE if due else NEXT_RESIDENT), "arrow-right"
    if state.screen is Screen.SOUND:
        text, icon = SOUND_NEXT[state.listening.phase if state.listening is not None else "kinds"]
        return translate("Shell", text) if text else "", icon
    return translate("Shell", frame.next) if frame.next else "", frame.icon


def _photo_next(inputs: Inputs) -> tuple[str, str]:
    """Return the shutter, or what becomes of the picture."""
    now = inputs.state.shooting
    if now is None or now.phase not in ("aim", "look"):
        return "", ""
    if now.phase == "aim":
        text, icon = (FILM, "video") if is_film(now.kind) else (TAKE_PICTURE, "camera")
    else:
        text, icon = (USE, "check") if usable(now) else (TAKE_AGAIN, "repeat")
    return translate("Shell", text), icon


def _title(inputs: Inputs, step: int) -> str:
    """Return the step's name; while measuring that of the kind, and which of how many it is."""
    if inputs.screen is Screen.ABOUT:
        return translate("Shell", ABOUT)
    act = kinds.on_screen(inputs)
    if step != MEASURING or act is None:
        return translate("Shell", STEPS[step - 1]) if step else ""
    wanted = inputs.state.wanted
    name = kinds.tr(kinds.WORDS[act].step)
    if act not in wanted or len(wanted) == 1:
        return name
    text = translate("Shell", QT_TRANSLATE_NOOP("Shell", "%1 (%2 of %3)"))
    place = str(wanted.index(act) + 1)
    return text.replace("%1", name).replace("%2", place).replace("%3", str(len(wanted)))


def _source(inputs: Inputs, frame: Frame) -> str:
    if inputs.screen is Screen.SYMPTOMS:
        return symptoms.source(inputs.state.item)
    if inputs.screen in HANDS_ON_PAGES:
        return pages_hands_on.source(inputs)
    item = item_of(inputs.state, inputs.context)
    resume = inputs.state.resume
    if inputs.screen is Screen.RESUME and resume is not None and resume.kind != "confirm":
        return "Form"
    now = inputs.state.entering
    if inputs.screen is Screen.BY_HAND and now is not None:
        if now.phase == "numbers":
            return "Page" if now.act is Act.PAIN else "Form"
        return HAND_SOURCE.get(now.phase, frame.source)
    return "Form" if item is not None and typed(item) else frame.source


def _person(inputs: Inputs) -> str:
    """Return what the help button says: on the welcome screen in every language."""
    if inputs.screen is not Screen.WELCOME:
        return translate("Shell", PERSON)
    return _in_every_language(inputs, PERSON)


def _in_every_language(inputs: Inputs, text: str) -> str:
    return "\N{NO-BREAK SPACE}· ".join(
        say(code, "Shell", text) for code in tongues_of(inputs.profile.languages)
    )


def _back(inputs: Inputs) -> bool:
    """Is there a way back from here?"""
    state = inputs.state
    if inputs.duty.again:
        return state.screen is Screen.BADGE
    if state.screen in OWN_BACK or (state.screen is Screen.SIGN_IN):
        return True
    if state.care is not None and state.screen in (Screen.WAITING, Screen.NOBODY):
        return True  # the round goes on meanwhile
    if state.screen is Screen.ROUND:
        return bool(state.item)
    leads = bool(state.back) or state.screen in (Screen.CALLBACK, Screen.CALLBACK_WHEN)
    return leads and (state.screen, WentBack) in TABLE and state.screen not in OWN_WAY_BACK


def _other(inputs: Inputs) -> str:
    codes = tuple(tongues_of(inputs.profile.languages)) or (SOURCE_LANGUAGE,)
    language = inputs.prefs.language
    place = codes.index(language) if language in codes else -1
    return codes[(place + 1) % len(codes)]


def _languages(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"code": code, "name": tongue.name, "family": tongue.family, "partly": bool(tongue.partly)}
        for code, tongue in tongues_of(inputs.profile.languages).items()
    )


def is_inflating(inputs: Inputs) -> bool:
    """Does the station make a cuff squeeze? Then any key is STOP. One with its own button it can't stop."""
    if hands_on.inflates(inputs):
        return True
    running, cuff = inputs.state.running, inputs.state.device("cuff")
    by_hand = cuff is not None and cuff.by_hand
    return running is not None and running.act is Act.BLOOD_PRESSURE and not by_hand


def touch_off(inputs: Inputs) -> bool:
    """Do touches do nothing, so that the screen can be wiped?"""
    step = inputs.state.cleaning
    return step is not None and not step.unlocked and seconds_left(step.lock, inputs.now_ns) > 0


def _duty(inputs: Inputs) -> tuple[str, str]:
    """Return who is signed in and how the cart stands; not on an end, where nobody is any more."""
    duty = inputs.duty
    if not duty.signed_in or duty.ending:
        return "", "muted"
    cart, tone = cart_words(inputs.cart)
    bed = duty.bedside if not duty.again else None
    who = ", ".join(part for part in (duty.name, rw.tr(rw.ROLES[duty.role])) if part)
    name = name_of(bed.resident) if bed is not None else who
    said = (f"\u2068{name}\u2069" if name else "", cart)  # a Latin name does not turn an Arabic line around
    return " · ".join(part for part in said if part), tone


def derive(inputs: Inputs) -> ShellProps:
    """Return the frame of the present screen."""
    state, prefs = inputs.state, inputs.prefs
    frame = FRAMES[state.screen]
    label, icon = _next(inputs, frame)
    step = 0 if inputs.duty.signed_in else frame.step  # a round has no steps: it says whose bed it is
    other = _other(inputs)
    media = state.call.media
    tongue = TONGUES.get(prefs.language, TONGUES[SOURCE_LANGUAGE])
    duty, duty_tone = _duty(inputs)
    return ShellProps(
        screen=str(state.screen),
        place=f"{state.screen}/{state.item}",
        source=_source(inputs, frame),
        title=_title(inputs, step),
        step=step,
        language=prefs.language,
        other_language=other if other != prefs.language else "",
        other_name=TONGUES[other].name,
        size=prefs.size,
        contrast=prefs.contrast,
        still=prefs.still,
        voice=prefs.voice,
        voice_there=inputs.voice_there,
        reading=prefs.reading,
        hidden=prefs.hidden and state.screen is not Screen.EMERGENCY,
        languages=_languages(inputs),
        volume=prefs.volume,
        mirrored=tongue.mirrored,
        family=tongue.family,
        bar=frame.bar and not touch_off(inputs),
        touch_off=touch_off(inputs),
        back=_back(inputs),
        next=bool(label),
        next_enabled=can_go_on(inputs),
        next_label=label,
        next_icon=icon,
        person=_person(inputs),
        finish=state.screen not in NO_FINISH or (inputs.duty.again and state.screen is not Screen.EMERGENCY),
        signed_in=inputs.duty.signed_in,
        duty=duty,
        duty_tone=duty_tone,
        staff=_in_every_language(inputs, STAFF) if state.screen is Screen.WELCOME else "",
        staff_tone=worst(inputs) if state.screen is Screen.WELCOME else "good",
        away=not inputs.core_up and not inputs.starting,
        camera_on=state.call.media_up and media is not None and "on" in (media.camera, media.exam),
        microphone_on=state.call.media_up and media is not None and media.microphone == "on",
        inflating=is_inflating(inputs),
        demo_times=inputs.profile.timing.shortened,
    )


ShellView = view_model(ShellProps)
