"""The cleaning step: what to wipe, how long touches do nothing, and what was said of it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.visit.model import seconds_left
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button


@dataclass(frozen=True)
class CleaningProps:
    """`things`: [{picture, text}]. `left`: how long touches do nothing, in words.

    While `locked` only `unlock` does anything: it makes `unlock_yes` appear for some seconds.
    """

    heading: str = ""
    other: str = ""
    things: tuple[dict[str, str], ...] = ()
    locked: bool = False
    left: str = ""
    fraction: float = 0.0
    unlock: str = ""
    unlock_yes: str = ""
    emergency: str = ""
    buttons: tuple[dict[str, Any], ...] = ()


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Cleaning", text)


def derive(inputs: Inputs) -> CleaningProps:
    """Return the screen."""
    cleaning = inputs.state.cleaning
    if cleaning is None:
        return CleaningProps()
    left = 0 if cleaning.unlocked else seconds_left(cleaning.lock, inputs.now_ns)
    asked = cleaning.asking is not None and inputs.now_ns < cleaning.asking.until_ns
    whole = max(1, (cleaning.lock.until_ns - cleaning.lock.since_ns) // 1_000_000_000)
    return CleaningProps(
        heading=tr(QT_TRANSLATE_NOOP("Cleaning", "Please wipe the station for the next person.")),
        other=tr(QT_TRANSLATE_NOOP("Cleaning", "Use a wipe. Do all three.")),
        things=(
            _thing("clean-cuff", QT_TRANSLATE_NOOP("Cleaning", "1. The cuff")),
            _thing("clean-clip", QT_TRANSLATE_NOOP("Cleaning", "2. The finger clip")),
            _thing("clean-screen", QT_TRANSLATE_NOOP("Cleaning", "3. This screen")),
        ),
        locked=left > 0,
        left=_left(left),
        fraction=1 - left / whole,
        unlock=tr(QT_TRANSLATE_NOOP("Cleaning", "Need help now? Touch here.")),
        unlock_yes=tr(QT_TRANSLATE_NOOP("Cleaning", "Yes, I need help now")) if left > 0 and asked else "",
        emergency=tr(QT_TRANSLATE_NOOP("Cleaning", "In an emergency call %1.")).replace(
            "%1", inputs.profile.help.emergency_number
        ),
        buttons=() if left > 0 else _answers(),
    )


def _thing(picture: str, text: str) -> dict[str, str]:
    return {"picture": picture, "text": tr(text)}


def _left(seconds: int) -> str:
    if not seconds:
        return ""
    text = tr(QT_TRANSLATE_NOOP("Cleaning", "Touch is off, so that you can wipe: %1 s"))
    return text.replace("%1", str(seconds))


def _answers() -> tuple[dict[str, Any], ...]:
    return (
        button("cleaned", tr(QT_TRANSLATE_NOOP("Cleaning", "It is clean")), "check", "primary"),
        button("no-wipes", tr(QT_TRANSLATE_NOOP("Cleaning", "There are no wipes")), "x"),
    )


CleaningView = view_model(CleaningProps)
