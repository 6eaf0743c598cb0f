"""What a weak line costs the call, in words for the patient: the steps of `contract.control.MediaState`."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.control import MediaState
from ui.mark import QT_TRANSLATE_NOOP

STEPS: Final = ("full", "smaller", "slower", "still", "sound", "text")  # the best first
_SEVERE: Final = STEPS.index("still")
_COMING: Final = {
    "smaller": QT_TRANSLATE_NOOP("Call", "The line is weak. The picture is smaller now."),
    "slower": QT_TRANSLATE_NOOP("Call", "The line is weak. The picture moves less now."),
    "still": QT_TRANSLATE_NOOP("Call", "The line is weak. The picture stands still. You can go on talking."),
    "sound": QT_TRANSLATE_NOOP("Call", "The line is too weak for pictures. You can go on talking."),
    "text": QT_TRANSLATE_NOOP("Call", "The line is too weak for sound. Please write to each other."),
}
_GOING: Final = {
    "smaller": QT_TRANSLATE_NOOP("Call", "The line is weak. They see you smaller now."),
    "slower": QT_TRANSLATE_NOOP("Call", "The line is weak. They see you move less now."),
    "still": QT_TRANSLATE_NOOP("Call", "The line is weak. They see a still picture of you. They hear you."),
    "sound": QT_TRANSLATE_NOOP("Call", "The line is too weak for your picture. They hear you."),
    "text": QT_TRANSLATE_NOOP("Call", "The line is too weak for your voice. Please write to them."),
}


def cost(media: MediaState | None) -> tuple[str, bool]:
    """Return what is given up, for the worse direction, and whether that is more than the picture's size.

    Empty while all of it goes through.
    """
    if media is None or media.call != "connected":
        return "", False
    going, coming = (_place(step) for step in (media.step_out, media.step_in))
    texts = _GOING if going > coming else _COMING
    worst = max(going, coming)
    if not worst:
        return "", False
    return QCoreApplication.translate("Call", texts[STEPS[worst]]), worst >= _SEVERE


def _place(step: str) -> int:
    """Return how much is given up; a step that is not known here is none."""
    return STEPS.index(step) if step in STEPS else 0
