"""Counting breaths for a minute: what to do, how many so far, how long still."""

from dataclasses import dataclass

from kiosk.visit.model import Screen, seconds_left
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model
from ui.viewmodels.page import tr


@dataclass(frozen=True)
class CountProps:
    """`phase` as in `parts.Entering`: "ready", "counting" or "counted"."""

    phase: str = ""
    heading: str = ""
    hint: str = ""
    breaths: str = ""
    left: str = ""
    fraction: float = 0.0
    wrong: str = ""


def derive(inputs: Inputs) -> CountProps:
    """Return what the counting screen shows."""
    now = inputs.state.entering
    if now is None or inputs.screen is not Screen.BY_HAND or now.phase not in _HEADINGS:
        return CountProps()
    seconds = seconds_left(now.counting, inputs.now_ns) if now.counting else 0
    whole = (now.counting.until_ns - now.counting.since_ns) // 1_000_000_000 if now.counting else 1
    return CountProps(
        phase=now.phase,
        heading=tr(_HEADINGS[now.phase]),
        hint=tr(_HINTS[now.phase]),
        breaths=str(now.breaths),
        left=tr(QT_TRANSLATE_NOOP("Page", "%1 s left")).replace("%1", str(seconds)),
        fraction=min(1.0, 1 - seconds / max(1, whole)) if now.counting else 0.0,
        wrong=words.say(words.MISTAKES, inputs.state.mistake),
    )


_HEADINGS = {
    "ready": QT_TRANSLATE_NOOP("Page", "Count the breaths for one minute."),
    "counting": QT_TRANSLATE_NOOP("Page", "Touch at every breath in."),
    "counted": QT_TRANSLATE_NOOP("Page", "Breaths in one minute"),
}
_HINTS = {
    "ready": QT_TRANSLATE_NOOP("Page", "Watch the chest rise. Don't tell the patient that you count."),
    "counting": QT_TRANSLATE_NOOP("Page", "One rise and fall of the chest is one breath."),
    "counted": "",
}


CountView = view_model(CountProps)
