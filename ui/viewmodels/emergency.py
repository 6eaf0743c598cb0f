"""The emergency: what to do at once, the number, and the truth about who has answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from kiosk.clinical.library import default_first_steps
from kiosk.visit.model import Call, OpenAlarm, Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
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
    steps: tuple[str, ...] = ()
    number: str = ""
    truth: str = ""
    calling: str = ""
    where: str = ""
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
        steps=default_first_steps().lines(alarm.rule, inputs.prefs.language, helping),
        number=helping.crisis_number if state.quiet else helping.emergency_number,
        truth=truth(alarm, inputs.now_ns),
        calling=calling(state.call) if state.screen is Screen.EMERGENCY else "",
        where=f"{inputs.profile.name}, {inputs.profile.address}",
        buttons=_buttons(inputs, alarm),
    )


def truth(alarm: OpenAlarm, now_ns: int) -> str:
    """Say what is known: help is never called coming before a person has answered."""
    if alarm.acknowledged_by:
        who = {
            "provider": QT_TRANSLATE_NOOP("Emergency", "A provider has seen your alarm at %1."),
            "staff": QT_TRANSLATE_NOOP("Emergency", "A person here has seen your alarm at %1."),
        }.get(alarm.acknowledged_by, QT_TRANSLATE_NOOP("Emergency", "Somebody has seen your alarm at %1."))
        return tr(who).replace("%1", _clock(alarm.acknowledged_at))
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


def calling(call: Call) -> str:
    """Say how it stands with the call that was asked for; nothing when none was."""
    return tr(_CALLING[call.state]) if call.wanted and call.state in _CALLING else ""


def _clock(text: str) -> str:
    try:
        return f"{datetime.fromisoformat(text):%H:%M}"
    except ValueError:
        return ""


def _buttons(inputs: Inputs, alarm: OpenAlarm) -> tuple[dict[str, Any], ...]:
    state = inputs.state
    staff = button(
        "staff-here", tr(QT_TRANSLATE_NOOP("Emergency", "I work here: I am with this person")), "users"
    )
    if state.screen is not Screen.EMERGENCY:
        return () if alarm.acknowledged_by else (staff,)
    buttons = []
    if not (state.call.wanted and state.call.state in _IN_LINE):
        talk = tr(QT_TRANSLATE_NOOP("Emergency", "Talk to a provider now"))
        buttons.append(button("call", talk, "video", "primary"))
    if alarm.acknowledged_by:
        buttons.append(
            button("go-on", tr(QT_TRANSLATE_NOOP("Emergency", "Go on with the visit")), "arrow-right")
        )
        return tuple(buttons)
    buttons.append(staff)
    if state.emergency_from is not None and state.emergency_from.screen is Screen.QUESTION:
        buttons.append(
            button("mistake", tr(QT_TRANSLATE_NOOP("Emergency", "I touched that by mistake")), "chevron-left")
        )
    return tuple(buttons)


EmergencyView = view_model(EmergencyProps)
