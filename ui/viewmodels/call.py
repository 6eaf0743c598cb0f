"""The call: who is there, what is on, what was written; and the plan that comes out of it."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.documents import ChatLine
from contract.measurement import Act
from kiosk.visit.acts import NO_SCREEN
from kiosk.visit.model import Call
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model

PATIENT: Final = "patient"
NEWS_CHARACTERS: Final = 160  # longer lines are read in the text itself


@dataclass(frozen=True)
class CallProps:
    """`status` in words, empty while all is well. `chat`: [{sender, text, mine}]. `asked`: a wish.

    `news`: what was written to the patient last; `lines`: how many lines there are. `plan`: that it is here.
    """

    provider: str = ""
    status: str = ""
    microphone: bool = True
    camera: bool = True
    camera_possible: bool = True
    volume: float = 0.8
    chat: tuple[dict[str, Any], ...] = ()
    news: str = ""
    lines: int = 0
    draft: str = ""
    asked: str = ""
    refusal: str = ""
    measuring: str = ""
    plan: str = ""


@dataclass(frozen=True)
class PlanProps:
    """What the provider wrote and signed."""

    provider: str = ""
    disposition: str = ""
    text: str = ""
    referral: str = ""
    follow_up: str = ""
    warning_signs: tuple[str, ...] = ()
    emergency: str = ""


def tr(text: str) -> str:
    """Return a text of these screens in their language."""
    return QCoreApplication.translate("Call", text)


WISHES: Final[dict[Act, str]] = {
    Act.OXIMETRY: QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your oxygen?"),
    Act.BLOOD_PRESSURE: QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your blood pressure?"),
    Act.TEMPERATURE: QT_TRANSLATE_NOOP("Call", "The provider asks: may we take your temperature?"),
    Act.WEIGHT: QT_TRANSLATE_NOOP("Call", "The provider asks: may we weigh you?"),
    Act.GLUCOSE: QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your blood sugar?"),
    Act.HEART_RATE: QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your heart rate?"),
}


def derive(inputs: Inputs) -> CallProps:
    """Return what the call screen shows."""
    state = inputs.state
    call = state.call
    asked, refusal = "", ""
    if state.asked is not None and not inputs.state.running:
        asked = tr(WISHES[state.asked.act])
        if state.asked.refusal:
            refusal = words.helps(words.fault(state.asked.refusal), state.asked.remedy)
        if state.asked.refusal == NO_SCREEN:
            refusal = f"{asked} {refusal}"  # its words speak of "that"
    running = state.running
    chat = () if state.hidden else call.chat
    return CallProps(
        provider=(call.provider if call.live or not state.hidden else "")
        or tr(QT_TRANSLATE_NOOP("Call", "Provider")),
        status=status(call, hub_online=state.hub_online),
        microphone=call.microphone,
        camera=call.camera_on and call.camera,
        camera_possible=call.camera,
        volume=call.volume,
        # Before the privacy check an emergency's call may go on, but not what was written in it.
        chat=tuple(
            {"sender": line.sender, "text": line.text, "mine": line.sender == PATIENT} for line in chat
        ),
        news=news(chat),
        lines=len(chat),
        draft=inputs.draft.fields.get("chat", ""),
        asked=asked,
        refusal=refusal,
        measuring=str(running.act) if running is not None and running.in_call else "",
        plan=tr(QT_TRANSLATE_NOOP("Call", "Your plan is ready. You see it after the call."))
        if state.plan is not None and not state.hidden
        else "",
    )


def news(chat: tuple[ChatLine, ...]) -> str:
    """Return what the provider wrote last, to be read at once; nothing when the patient wrote last."""
    if not chat or chat[-1].sender == PATIENT:
        return ""
    last = chat[-1]
    if len(last.text) > NEWS_CHARACTERS:
        return tr(QT_TRANSLATE_NOOP("Call", "%1 wrote to you.")).replace("%1", last.sender)
    return f"{last.sender}: {last.text}"


def status(call: Call, *, hub_online: bool) -> str:
    """Return what is wrong or under way, in words."""
    if not call.media_up or call.reason == "media-restarting":
        return tr(QT_TRANSLATE_NOOP("Call", "The picture starts again. Please stay."))
    if call.state == "connecting":
        return tr(QT_TRANSLATE_NOOP("Call", "The call starts."))
    if call.state == "lost":
        return tr(QT_TRANSLATE_NOOP("Call", "The connection broke. We are calling again."))
    fault = call.media.fault if call.media is not None else ""
    if fault and (call.camera or not fault.startswith("camera")):
        return words.fault(fault)
    if not hub_online:
        return tr(QT_TRANSLATE_NOOP("Call", "The line to the center is down. You can go on talking."))
    return ""


def derive_plan(inputs: Inputs) -> PlanProps:
    """Return the plan."""
    plan = inputs.state.plan
    if plan is None or inputs.state.hidden:
        return PlanProps()
    emergency = tr(QT_TRANSLATE_NOOP("Call", "If you get worse, call %1."))
    return PlanProps(
        provider=plan.provider,
        disposition=words.say(words.DISPOSITIONS, plan.disposition),
        text=plan.text,
        referral=plan.referral,
        follow_up=plan.follow_up,
        warning_signs=plan.warning_signs,
        emergency=emergency.replace("%1", inputs.profile.help.emergency_number),
    )


CallView = view_model(CallProps)
PlanView = view_model(PlanProps)
