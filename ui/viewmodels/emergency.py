"""The emergency: what to do at once, the number, and the truth about who has answered."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from kiosk.clinical.library import default_first_steps
from kiosk.visit.model import ASKING, Screen
from kiosk.visit.parts import Call, OpenAlarm
from ui.inputs import Inputs
from ui.local import clock
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import round_words as rw
from ui.viewmodels import staff_here
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button


@dataclass(frozen=True)
class EmergencyProps:
    """`quiet`: no red and no tone. `truth`: who was alerted, and whether anybody answered.

    `calling`: how the call goes that was asked for from here.
    """

    shown: bool = False
    quiet: bool = False
    acknowledged: bool = False
    steps: tuple[dict[str, str], ...] = ()
    number: str = ""
    truth: str = ""
    calling: str = ""
    where: str = ""
    code_status: str = ""  # of a resident; beside the help, and never in its way
    buttons: tuple[dict[str, Any], ...] = ()


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Emergency", text)


def derive(inputs: Inputs) -> EmergencyProps:
    """Return the emergency to show, on its own screen or over a call."""
    state = inputs.state
    raised = [alarm for alarm in state.alarms if alarm.level == "E"]
    if not raised or not (state.screen is Screen.EMERGENCY or state.emergency_over):
        return EmergencyProps()
    alarm = next((a for a in raised if not a.acknowledged_by), raised[-1])
    helping = inputs.profile.help
    return EmergencyProps(
        shown=True,
        quiet=state.quiet,
        acknowledged=bool(alarm.acknowledged_by),
        steps=_steps(alarm.rule, inputs),
        number=helping.crisis_number if state.quiet else helping.emergency_number,
        truth=truth(alarm, inputs.now_ns),
        calling=calling(state.call) if state.screen is Screen.EMERGENCY else "",
        where=f"{inputs.profile.name}, {inputs.profile.address}",
        code_status=_code_status(inputs),
        buttons=_buttons(inputs, alarm),
    )


def _code_status(inputs: Inputs) -> str:
    """Return the resident's code status; nothing before the badge was shown again after a crash."""
    bed = inputs.duty.bedside
    if bed is None or inputs.duty.again:
        return ""
    said = rw.say(rw.CODE_STATUSES, bed.resident.code_status)
    status = rw.tr(QT_TRANSLATE_NOOP("Round", "Code status: %1")).replace("%1", said)
    return ". ".join(part for part in (status, bed.resident.code_status_note) if part)


def truth(alarm: OpenAlarm, now_ns: int) -> str:
    """Say what is known: help is never called coming before a person has answered."""
    if alarm.acknowledged_by:
        who = {
            "provider": QT_TRANSLATE_NOOP("Emergency", "A provider has seen your alarm at %1."),
            "staff": QT_TRANSLATE_NOOP("Emergency", "A person here has seen your alarm at %1."),
        }.get(alarm.acknowledged_by, QT_TRANSLATE_NOOP("Emergency", "Somebody has seen your alarm at %1."))
        return tr(who).replace("%1", clock(alarm.acknowledged_at))
    seconds = max(0, (now_ns - alarm.raised.monotonic_ns) // 1_000_000_000)
    since = f"{seconds // 60}:{seconds % 60:02}"
    if alarm.hub_has_it:
        text = QT_TRANSLATE_NOOP("Emergency", "Alarm sent %1 min ago. No answer yet.")
    else:
        text = QT_TRANSLATE_NOOP("Emergency", "Alarm raised %1 min ago. It has not reached anybody yet.")
    return tr(text).replace("%1", since)


_CALLING: Final = {
    "requested": QT_TRANSLATE_NOOP("Emergency", "We are asking for a provider."),
    "queued": QT_TRANSLATE_NOOP("Emergency", "We are asking for a provider."),
    "nobody": QT_TRANSLATE_NOOP("Emergency", "No provider can answer right now."),
    "unreachable": QT_TRANSLATE_NOOP("Emergency", "We can't reach a provider: there is no connection."),
}
_IN_LINE: Final = ("requested", "queued")


def _steps(rule: str, inputs: Inputs) -> tuple[dict[str, str], ...]:
    """Return what to do; with the English beside it while nobody qualified has reviewed the language."""
    steps, language, helping = default_first_steps(), inputs.prefs.language, inputs.profile.help
    said = steps.lines(rule, language, helping)
    english = ("",) * len(said) if steps.reviewed(language) else steps.lines(rule, "en", helping)
    return tuple({"text": text, "beside": beside} for text, beside in zip(said, english, strict=True))


def calling(call: Call) -> str:
    """Say how it stands with the call that was asked for; nothing when none was."""
    return tr(_CALLING[call.state]) if call.wanted and call.state in _CALLING else ""


def _buttons(inputs: Inputs, alarm: OpenAlarm) -> tuple[dict[str, Any], ...]:
    state = inputs.state
    staff = staff_here.buttons(inputs, "staff-here")
    if state.screen is not Screen.EMERGENCY:
        return () if alarm.acknowledged_by else staff
    buttons = []
    if not (state.call.wanted and state.call.state in _IN_LINE):
        talk = tr(QT_TRANSLATE_NOOP("Emergency", "Talk to a provider now"))
        buttons.append(button("call", talk, "video", "primary"))
    if alarm.acknowledged_by:
        buttons.append(
            button("go-on", tr(QT_TRANSLATE_NOOP("Emergency", "Go on with the visit")), "arrow-right")
        )
        return tuple(buttons)
    buttons += staff
    if state.emergency_from is not None and state.emergency_from.screen in ASKING:
        buttons.append(
            button("mistake", tr(QT_TRANSLATE_NOOP("Emergency", "I touched that by mistake")), "chevron-left")
        )
    return tuple(buttons)


EmergencyView = view_model(EmergencyProps)
