"""The call: who is there, what is on, what was written."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.talk import GUEST_ROLES, TEXT_KINDS, ChatLine, Present
from kiosk.visit.acts import NO_SCREEN
from kiosk.visit.parts import Asked, Call
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import line
from ui.viewmodels.base import view_model

PATIENT: Final = "patient"
CHAT, CAPTION = TEXT_KINDS
CAPTIONER: Final = "captioner"
NEWS_CHARACTERS: Final = 160  # longer lines are read in the text itself


@dataclass(frozen=True)
class CallProps:
    """`status` in words, empty while all is well. `chat`: [{sender, text, mine}]. `asked`: a wish.

    `news`: what was written to the patient last; `lines`: how many lines there are. `plan`: that it is here.
    `writing`: what `writer` is writing this moment. `captions`: [{text}] of what is said, `captioning` the
    line under way. `people`: [{name, role, person}], everybody on the line but the patient; `person` is the
    id of whoever can be asked to leave. `joins`: [{person, what, text, note}], questions about others: may
    they come in ("join"), may they see pictures ("pictures").
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
    writing: str = ""
    writer: str = ""
    captions: tuple[dict[str, Any], ...] = ()
    captioning: str = ""
    people: tuple[dict[str, Any], ...] = ()
    joins: tuple[dict[str, Any], ...] = ()


def tr(text: str) -> str:
    """Return a text of these screens in their language."""
    return QCoreApplication.translate("Call", text)


WISHES: Final[dict[str, str]] = {  # every kind that can be asked for
    "measure:oximetry": QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your oxygen?"),
    "measure:blood_pressure": QT_TRANSLATE_NOOP(
        "Call", "The provider asks: may we measure your blood pressure?"
    ),
    "measure:temperature": QT_TRANSLATE_NOOP("Call", "The provider asks: may we take your temperature?"),
    "measure:weight": QT_TRANSLATE_NOOP("Call", "The provider asks: may we weigh you?"),
    "measure:glucose": QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your blood sugar?"),
    "measure:heart_rate": QT_TRANSLATE_NOOP("Call", "The provider asks: may we measure your heart rate?"),
    "measure:respiration": QT_TRANSLATE_NOOP(
        "Call", "The provider asks the staff here to count your breaths. Is that all right?"
    ),
    "measure:alertness": QT_TRANSLATE_NOOP(
        "Call", "The provider asks the staff here how awake you are. Is that all right?"
    ),
    "measure:oxygen_use": QT_TRANSLATE_NOOP(
        "Call", "The provider asks the staff here if you get oxygen. Is that all right?"
    ),
    "measure:pain": QT_TRANSLATE_NOOP(
        "Call", "The provider asks the staff here about your pain. Is that all right?"
    ),
    "measure:height": QT_TRANSLATE_NOOP(
        "Call", "The provider asks the staff here to measure how tall you are. Is that all right?"
    ),
    "photo:skin": QT_TRANSLATE_NOOP("Call", "The provider asks: may we take a picture of your skin?"),
    "photo:wound": QT_TRANSLATE_NOOP("Call", "The provider asks: may we take a picture of your wound?"),
    "photo:eye": QT_TRANSLATE_NOOP("Call", "The provider asks: may we take a picture of your eye?"),
    "photo:throat": QT_TRANSLATE_NOOP("Call", "The provider asks: may we take a picture of your throat?"),
    "clip:face": QT_TRANSLATE_NOOP("Call", "The provider asks: may we film your face for a short time?"),
    "clip:eye": QT_TRANSLATE_NOOP("Call", "The provider asks: may we film your eyes for a short time?"),
    "clip:hands": QT_TRANSLATE_NOOP("Call", "The provider asks: may we film your hands for a short time?"),
    "clip:breathing": QT_TRANSLATE_NOOP("Call", "The provider asks: may we film how you breathe?"),
    "clip:walking": QT_TRANSLATE_NOOP("Call", "The provider asks: may we film how you walk?"),
    "sound:heart": QT_TRANSLATE_NOOP("Call", "The provider asks: may we record the sound of your heart?"),
    "sound:lungs": QT_TRANSLATE_NOOP("Call", "The provider asks: may we record the sound of your lungs?"),
}


def derive(inputs: Inputs) -> CallProps:
    """Return what the call screen shows."""
    state = inputs.state
    call = state.call
    asked, refusal = "", ""
    if state.asked is not None and not state.asked.agreed and not state.running:
        asked = wish(state.asked)
        if state.asked.refusal:
            refusal = words.helps(words.fault(state.asked.refusal), state.asked.remedy)
        if state.asked.refusal == NO_SCREEN:
            refusal = f"{asked} {refusal}"  # its words speak of "that"
    running = state.running
    # Before the privacy check an emergency's call may go on, but not what was written in it.
    lines = () if state.hidden else call.chat
    chat = tuple(line for line in lines if line.kind == CHAT)
    writing = () if state.hidden else tuple(line for line in inputs.live.letters if line.kind == CHAT)
    captioning = () if state.hidden else tuple(line for line in inputs.live.letters if line.kind == CAPTION)
    name = (call.provider if call.live or not state.hidden else "") or tr(
        QT_TRANSLATE_NOOP("Call", "Provider")
    )
    return CallProps(
        provider=name,
        status=status(call, hub_online=state.hub_online),
        microphone=call.microphone,
        camera=call.camera_on and call.camera,
        camera_possible=call.camera,
        volume=call.volume,
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
        writing=writing[-1].text if writing else "",
        writer=writing[-1].sender if writing else "",
        captions=tuple({"text": line.text} for line in lines if line.kind == CAPTION),
        captioning=captioning[-1].text if captioning else "",
        people=people(call, name, hidden=state.hidden),
        joins=() if state.hidden else (*map(showing, call.showing), *map(joining, call.asking)),
    )


ROLES: Final[dict[str, str]] = {
    "provider": QT_TRANSLATE_NOOP("Call", "provider"),
    "consultant": QT_TRANSLATE_NOOP("Call", "specialist"),
    "interpreter": QT_TRANSLATE_NOOP("Call", "interpreter"),
    "family": QT_TRANSLATE_NOOP("Call", "family or friend"),
    "student": QT_TRANSLATE_NOOP("Call", "student"),
    "captioner": QT_TRANSLATE_NOOP("Call", "writes what is said"),
}


def people(call: Call, provider: str, *, hidden: bool) -> tuple[dict[str, Any], ...]:
    """Return everybody on the line. Before the privacy check only that there is a provider."""
    guests = () if hidden else tuple(one for one in call.people if one.role in GUEST_ROLES)
    return (
        {"name": provider, "role": "" if not guests else tr(ROLES["provider"]), "person": ""},
        *({"name": one.name, "role": role_of(one), "person": str(one.person)} for one in guests),
    )


def role_of(guest: Present) -> str:
    """Return somebody's role in words."""
    return tr(ROLES[guest.role]) if guest.role in ROLES else guest.role


def joining(guest: Present) -> dict[str, Any]:
    """Return the question whether somebody may come in."""
    text = tr(QT_TRANSLATE_NOOP("Call", "%1 (%2) wants to join this call. Is that all right?"))
    seen = QT_TRANSLATE_NOOP("Call", "They will see and hear you. You can ask them to leave at any time.")
    written = QT_TRANSLATE_NOOP(
        "Call", "They see and hear you and write what is said, for you to read. You can ask them to leave."
    )
    return {
        "person": str(guest.person),
        "what": "join",
        "text": text.replace("%1", guest.name).replace("%2", role_of(guest)),
        "note": tr(written if guest.role == CAPTIONER else seen),
    }


def showing(guest: Present) -> dict[str, Any]:
    """Return the question whether somebody who was let in may see the pictures."""
    text = tr(QT_TRANSLATE_NOOP("Call", "May %1 also see the pictures and hear the sounds of this visit?"))
    note = QT_TRANSLATE_NOOP(
        "Call", "Only while this call goes on. They do not see your answers or readings."
    )
    return {
        "person": str(guest.person),
        "what": "pictures",
        "text": text.replace("%1", guest.name),
        "note": tr(note),
    }


def wish(asked: Asked) -> str:
    """Return what the provider asks for, in a sentence, with the provider's own words behind it."""
    text = tr(WISHES[f"measure:{asked.act}" if asked.act is not None else asked.kind])
    return f"{text} {asked.note}" if asked.note else text


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
    if call.reason == "not-trusted":
        return tr(
            QT_TRANSLATE_NOOP(
                "Call", "We could not make sure who is on the line, so we stopped. Please end the call."
            )
        )
    if call.state == "connecting":
        return tr(QT_TRANSLATE_NOOP("Call", "The call starts."))
    if call.state == "lost":
        return tr(
            QT_TRANSLATE_NOOP(
                "Call", "The connection broke. We are calling again. You can write, or end the call."
            )
        )
    given_up, severe = line.cost(call.media)
    if severe:
        return given_up
    fault = (call.media.fault or call.media.microphone_finding) if call.media is not None else ""
    if fault and (call.camera or not fault.startswith("camera")):
        return words.fault(fault)
    if not hub_online:
        return tr(QT_TRANSLATE_NOOP("Call", "The line to the center is down. You can go on talking."))
    return given_up


CallView = view_model(CallProps)
