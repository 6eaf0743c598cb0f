"""Words about a technician's checks and spares: ids become what a person reads."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.commissioning import FAILED, PASSED, SKIPPED, Result
from contract.technician import TechnicianIs
from ui import words
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.readiness import DEVICES
from ui.viewmodels.readiness import tr as device_tr

OUTCOMES: Final = {
    PASSED: (QT_TRANSLATE_NOOP("Technician", "Passed"), "good", "circle-check"),
    FAILED: (QT_TRANSLATE_NOOP("Technician", "Not passed"), "danger", "octagon-x"),
    SKIPPED: (QT_TRANSLATE_NOOP("Technician", "Not done yet"), "caution", "hourglass"),
}
REFUSALS: Final = {
    "wrong": QT_TRANSLATE_NOOP("Technician", "This code is wrong."),
    "wait": QT_TRANSLATE_NOOP("Technician", "Too many wrong codes. Nobody can sign in for now."),
    "malformed": QT_TRANSLATE_NOOP("Technician", "A code has 8 digits. Your name is needed too."),
    "stale": QT_TRANSLATE_NOOP("Technician", "That number was too old. Tell the center the new one."),
    "no-secret": QT_TRANSLATE_NOOP(
        "Technician", "The station was never online, so a code can't be checked. Only the center can open it."
    ),
    "visit": QT_TRANSLATE_NOOP("Technician", "A visit is on. Wait until it is over."),
    "disk": QT_TRANSLATE_NOOP("Technician", "The disk takes nothing, so no code is tried. Make room first."),
    "idle": QT_TRANSLATE_NOOP("Technician", "Nobody was here for a while, so you were signed out."),
    "over": QT_TRANSLATE_NOOP("Technician", "Your time was over, so you were signed out."),
}
SPARE_PROBLEMS: Final = {
    "sign-in": QT_TRANSLATE_NOOP("Technician", "Somebody must answer for it: sign in first."),
    "visit": QT_TRANSLATE_NOOP("Technician", "A visit is on. Wait until it is over."),
    "unknown": QT_TRANSLATE_NOOP("Technician", "The station knows no such device."),
    "model": QT_TRANSLATE_NOOP("Technician", "Nobody knows which model it was. Call your technician."),
    "by-address": QT_TRANSLATE_NOOP(
        "Technician", "It is found by its Bluetooth address alone. A technician must enter the new one."
    ),
    "disk": QT_TRANSLATE_NOOP(
        "Technician", "It can't be noted: the disk takes nothing. Call your technician."
    ),
    "refused": QT_TRANSLATE_NOOP("Technician", "Badge and PIN do not fit."),
}
BADGES: Final = {
    "wrong": QT_TRANSLATE_NOOP("Technician", "Badge and PIN do not fit."),
    "unknown-badge": QT_TRANSLATE_NOOP("Technician", "This badge is not known here."),
    "wait": QT_TRANSLATE_NOOP("Technician", "Too many wrong PINs. This badge must wait."),
    "no-list": QT_TRANSLATE_NOOP("Technician", "No badges are known here."),
    "expired": QT_TRANSLATE_NOOP(
        "Technician", "The list of badges is too old. The station needs the center."
    ),
    "not-offline": QT_TRANSLATE_NOOP("Technician", "Badges are taken here only while the center is there."),
    "malformed": QT_TRANSLATE_NOOP("Technician", "A badge and a PIN of 4 to 8 digits are needed."),
    "busy": QT_TRANSLATE_NOOP("Technician", "One moment, please."),
}
FAULTS: Final = {
    "stopped": QT_TRANSLATE_NOOP("Technician", "Stopped. Nothing was read."),
    "not-reliable": QT_TRANSLATE_NOOP("Technician", "What the device gave is not reliable. Try again."),
    "no-figure": QT_TRANSLATE_NOOP("Technician", "The device gave no number. Try again."),
}
ADVICE: Final = {
    "too-dark": QT_TRANSLATE_NOOP("Technician", "Too dark. Put a light before the face."),
    "too-bright": QT_TRANSLATE_NOOP("Technician", "Too bright. Move the light, or close the blind."),
    "shadows": QT_TRANSLATE_NOOP(
        "Technician", "Parts are black. The light comes from behind or from one side."
    ),
    "glare": QT_TRANSLATE_NOOP("Technician", "Parts are white. Something shines into the camera."),
    "blurred": QT_TRANSLATE_NOOP("Technician", "Not sharp. Clean the lens and turn its ring."),
}


def tr(text: str) -> str:
    """Return a text of these screens in their language."""
    return QCoreApplication.translate("Technician", text)


def check_tr(text: str) -> str:
    """Return a check's own words (contract.commissioning) in the screen's language."""
    return QCoreApplication.translate("Commissioning", text)


def device_name(role: str, id: str) -> str:
    """Return what a device is called."""
    return device_tr(DEVICES[role]) if role in DEVICES else id


def minutes(seconds: int) -> str:
    """Return a wait."""
    return f"{seconds // 60}:{seconds % 60:02}"


def why(told: TechnicianIs | None) -> str:
    """Return why nobody was let in, or why who was in is out."""
    if told is None or told.why not in REFUSALS:
        return ""
    text = tr(REFUSALS[told.why])
    if told.wait_s:
        wait = tr(QT_TRANSLATE_NOOP("Technician", "Try again in %1 min."))
        return f"{text} {wait.replace('%1', minutes(told.wait_s))}"
    if told.why == "wrong":
        left = tr(QT_TRANSLATE_NOOP("Technician", "Tries left: %1."))
        return f"{text} {left.replace('%1', str(told.tries_left))}"
    return text


def fault(name: str) -> str:
    """Return why a reading gave nothing."""
    return tr(FAULTS[name]) if name in FAULTS else words.fault(name)


def figures(result: Result) -> str:
    """Return what was compared."""
    if result.shown is None or result.reference is None or result.allowed is None:
        return ""
    text = tr(QT_TRANSLATE_NOOP("Technician", "%1 beside %2; %3 off, %4 allowed."))
    off = abs(result.shown - result.reference)
    for mark, number in (
        ("%1", result.shown),
        ("%2", result.reference),
        ("%3", round(off, 2)),
        ("%4", result.allowed),
    ):
        text = text.replace(mark, f"{number:g} {result.unit}")
    return text
