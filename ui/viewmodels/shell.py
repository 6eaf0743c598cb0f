"""The frame around every screen: where am I, what comes next, and the buttons that never move."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act
from kiosk.visit.events import WentBack
from kiosk.visit.model import Screen
from kiosk.visit.table import TABLE
from ui.inputs import VOLUME_STEPS, Inputs
from ui.intents import can_go_on, item_of, typed
from ui.mark import QT_TRANSLATE_NOOP
from ui.tongues import NAMES, say
from ui.viewmodels.base import view_model
from ui.viewmodels.station import worst

translate = QCoreApplication.translate
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
STEPS: Final = (
    QT_TRANSLATE_NOOP("Shell", "About you"),
    QT_TRANSLATE_NOOP("Shell", "Why you are here"),
    QT_TRANSLATE_NOOP("Shell", "Oxygen"),
    QT_TRANSLATE_NOOP("Shell", "Blood pressure"),
    QT_TRANSLATE_NOOP("Shell", "Your results"),
    QT_TRANSLATE_NOOP("Shell", "Talk to a provider"),
)
GO_ON: Final = QT_TRANSLATE_NOOP("Shell", "Next")
START: Final = QT_TRANSLATE_NOOP("Shell", "Start")


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
    Screen.CONSENT: Frame("Page", 1, QT_TRANSLATE_NOOP("Shell", "I agree"), "check"),
    Screen.CONSENT_DECLINED: Frame("Page", 1, ""),
    Screen.WHO: Frame("Page", 1, ""),
    Screen.NAME: Frame("Form", 1),
    Screen.BIRTH_DATE: Frame("Form", 1),
    Screen.QUESTION: Frame("Page", 2),
    Screen.EMERGENCY: Frame("Emergency", 0, ""),
    Screen.OXIMETER_PREPARE: Frame("Page", 3, START),
    Screen.OXIMETER: Frame("Oximeter", 3, GO_ON),
    Screen.CUFF_QUESTION: Frame("Page", 4),
    Screen.CUFF_ARM: Frame("Page", 4),
    Screen.CUFF_POSTURE: Frame("Page", 4, QT_TRANSLATE_NOOP("Shell", "I am ready")),
    Screen.CUFF_REST: Frame("Rest", 4, QT_TRANSLATE_NOOP("Shell", "Start now")),
    Screen.CUFF_MEASURE: Frame("CuffMeasure", 4, ""),
    Screen.CUFF_BETWEEN: Frame("Rest", 4, ""),
    Screen.MEASURE_PROBLEM: Frame("Page", 0, GO_ON),
    Screen.RESULTS: Frame("Results", 5),
    Screen.OFFER_CALL: Frame("Page", 6, QT_TRANSLATE_NOOP("Shell", "Yes, with video"), "video"),
    Screen.WAITING: Frame("Page", 6, ""),
    Screen.CALL: Frame("Call", 6, "", bar=False),
    Screen.NOBODY: Frame("Page", 6, ""),
    Screen.CALLBACK: Frame("Form", 6),
    Screen.PLAN_WAITING: Frame("Page", 6, ""),
    Screen.STORED: Frame("Page", 6, QT_TRANSLATE_NOOP("Shell", "Finish"), "check"),
    Screen.PLAN: Frame("Plan", 6, QT_TRANSLATE_NOOP("Shell", "Finish"), "check"),
    Screen.GOODBYE: Frame("Page", 0, ""),
    Screen.RESUME: Frame("Page", 0, GO_ON),
    Screen.OUT_OF_ORDER: Frame("Page", 0, ""),
}
PERSON: Final = QT_TRANSLATE_NOOP("Shell", "Get a person")
AGAIN: Final = QT_TRANSLATE_NOOP("Shell", "Try again")
OWN_WAY_BACK: Final = frozenset({Screen.EMERGENCY, Screen.CONSENT_DECLINED})  # a button with words of its own
STAFF: Final = QT_TRANSLATE_NOOP("Shell", "I work here")
NO_FINISH: Final = frozenset(
    {Screen.WELCOME, Screen.STATION, Screen.GOODBYE, Screen.OUT_OF_ORDER, Screen.RESUME}
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
    large: bool = False
    contrast: bool = False
    volume: int = 4
    volume_steps: int = VOLUME_STEPS
    mirrored: bool = False
    bar: bool = False
    back: bool = False
    next: bool = False
    next_enabled: bool = False
    next_label: str = ""
    next_icon: str = ""
    person: str = ""
    finish: bool = False
    staff: str = ""
    staff_tone: str = "good"
    away: bool = False
    camera_on: bool = False
    inflating: bool = False
    demo_times: bool = False


def _next(inputs: Inputs, frame: Frame) -> tuple[str, str]:
    """Return Next's words (translated; empty: no Next) and icon."""
    state = inputs.state
    if state.screen is Screen.MEASURE_PROBLEM and state.problem is not None and not state.problem.final:
        return translate("Shell", AGAIN), "repeat"
    return translate("Shell", frame.next) if frame.next else "", frame.icon


def _step(inputs: Inputs, frame: Frame) -> int:
    problem = inputs.state.problem
    if inputs.screen is Screen.MEASURE_PROBLEM and problem is not None:
        return 3 if problem.act is Act.OXIMETRY else 4
    return frame.step


def _source(inputs: Inputs, frame: Frame) -> str:
    item = item_of(inputs.state)
    resume = inputs.state.resume
    if inputs.screen is Screen.RESUME and resume is not None and resume.kind != "confirm":
        return "Form"
    return "Form" if item is not None and typed(item) else frame.source


def _person(inputs: Inputs) -> str:
    """Return what the help button says: on the welcome screen in every language."""
    if inputs.screen is not Screen.WELCOME:
        return translate("Shell", PERSON)
    return _in_every_language(inputs, PERSON)


def _in_every_language(inputs: Inputs, text: str) -> str:
    return "\N{NO-BREAK SPACE}· ".join(
        say(code, "Shell", text) for code in inputs.profile.languages if code in NAMES
    )


def _back(inputs: Inputs) -> bool:
    """Is there a way back from here?"""
    state = inputs.state
    if state.screen is Screen.STATION:
        return True
    leads = bool(state.back) or state.screen is Screen.CALLBACK
    return leads and (state.screen, WentBack) in TABLE and state.screen not in OWN_WAY_BACK


def _other(inputs: Inputs) -> str:
    offered = [code for code in inputs.profile.languages if code in NAMES] or ["en"]
    language = inputs.prefs.language
    place = offered.index(language) if language in offered else -1
    return offered[(place + 1) % len(offered)]


def is_inflating(inputs: Inputs) -> bool:
    """Does the station make a cuff squeeze? Then any key is STOP. One with its own button it can't stop."""
    running, cuff = inputs.state.running, inputs.state.device("cuff")
    by_hand = cuff is not None and cuff.by_hand
    return running is not None and running.act is Act.BLOOD_PRESSURE and not by_hand


def derive(inputs: Inputs) -> ShellProps:
    """Return the frame of the present screen."""
    state, prefs = inputs.state, inputs.prefs
    frame = FRAMES[state.screen]
    label, icon = _next(inputs, frame)
    step = _step(inputs, frame)
    other = _other(inputs)
    media = state.call.media
    return ShellProps(
        screen=str(state.screen),
        place=f"{state.screen}/{state.item}",
        source=_source(inputs, frame),
        title=translate("Shell", STEPS[step - 1]) if step else "",
        step=step,
        language=prefs.language,
        other_language=other if other != prefs.language else "",
        other_name=NAMES[other],
        large=prefs.large,
        contrast=prefs.contrast,
        volume=prefs.volume,
        mirrored=prefs.language in RIGHT_TO_LEFT,
        bar=frame.bar,
        back=_back(inputs),
        next=bool(label),
        next_enabled=can_go_on(inputs),
        next_label=label,
        next_icon=icon,
        person=_person(inputs),
        finish=state.screen not in NO_FINISH,
        staff=_in_every_language(inputs, STAFF) if state.screen is Screen.WELCOME else "",
        staff_tone=worst(inputs) if state.screen is Screen.WELCOME else "good",
        away=not inputs.core_up and not inputs.starting,
        camera_on=state.call.media_up and media is not None and media.camera == "on",
        inflating=is_inflating(inputs),
        demo_times=inputs.profile.timing.shortened,
    )


ShellView = view_model(ShellProps)
