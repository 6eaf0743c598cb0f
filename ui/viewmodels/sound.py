"""A stethoscope's sound: of what, where to put it, how it sounds now, and what came of it."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.capture import GOOD
from kiosk.visit.listening import NONE_CONFIGURED, SECONDS, SPOTS
from kiosk.visit.model import Screen
from kiosk.visit.parts import Listening
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model
from ui.viewmodels.station import media_refusal


@dataclass(frozen=True)
class SoundProps:
    """`phase` as in `parts.Listening`. `choices`: [{name, label, hint, chosen}], what or where.

    `picture`: the drawing; `spots`: [{number, x, y, chosen, done}] on it, in parts of its width and height.
    `level` 0..1; `advice` in words with its `tone` and `icon`; `fraction` and `left` of the recording;
    `graph`: the spectrogram as a data URL; `played` 0..1, `playing`. On the results `possible`: a sound can
    be recorded, or `refusal`: why not now.
    """

    phase: str = ""
    heading: str = ""
    hint: str = ""
    picture: str = ""
    spots: tuple[dict[str, Any], ...] = ()
    choices: tuple[dict[str, Any], ...] = ()
    level: float = 0.0
    advice: str = ""
    tone: str = "muted"
    icon: str = "info"
    fraction: float = 0.0
    left: str = ""
    reasons: tuple[str, ...] = ()
    graph: str = ""
    played: float = 0.0
    playing: bool = False
    possible: bool = False
    refusal: str = ""


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Sound", text)


KINDS: Final = {
    "sound:heart": QT_TRANSLATE_NOOP("Sound", "The heart"),
    "sound:lungs": QT_TRANSLATE_NOOP("Sound", "The lungs"),
}
# Where, in everyday words; the name a professional knows it by, and the rib gap. Left is the patient's left.
PLACES: Final = {
    "aortic": (
        QT_TRANSLATE_NOOP("Sound", "Right of the breastbone, high up"),
        QT_TRANSLATE_NOOP("Sound", "Aortic: second rib gap, right"),
    ),
    "pulmonic": (
        QT_TRANSLATE_NOOP("Sound", "Left of the breastbone, high up"),
        QT_TRANSLATE_NOOP("Sound", "Pulmonic: second rib gap, left"),
    ),
    "tricuspid": (
        QT_TRANSLATE_NOOP("Sound", "Left of the breastbone, low down"),
        QT_TRANSLATE_NOOP("Sound", "Tricuspid: fourth rib gap, left"),
    ),
    "mitral": (
        QT_TRANSLATE_NOOP("Sound", "Under the left breast"),
        QT_TRANSLATE_NOOP("Sound", "Mitral: fifth rib gap, below the middle of the collarbone"),
    ),
    "back-left-high": (QT_TRANSLATE_NOOP("Sound", "Back, left, high up"), ""),
    "back-right-high": (QT_TRANSLATE_NOOP("Sound", "Back, right, high up"), ""),
    "back-left-low": (QT_TRANSLATE_NOOP("Sound", "Back, left, low down"), ""),
    "back-right-low": (QT_TRANSLATE_NOOP("Sound", "Back, right, low down"), ""),
    "front-left": (QT_TRANSLATE_NOOP("Sound", "Chest, left"), ""),
    "front-right": (QT_TRANSLATE_NOOP("Sound", "Chest, right"), ""),
}
FRONT, BACK = "chest-front", "chest-back"
DRAWN: Final = {  # on which drawing, and where on it
    "aortic": (FRONT, 0.44, 0.39),
    "pulmonic": (FRONT, 0.56, 0.39),
    "tricuspid": (FRONT, 0.545, 0.57),
    "mitral": (FRONT, 0.67, 0.63),
    "back-left-high": (BACK, 0.41, 0.42),
    "back-right-high": (BACK, 0.59, 0.42),
    "back-left-low": (BACK, 0.4, 0.64),
    "back-right-low": (BACK, 0.6, 0.64),
    "front-left": (FRONT, 0.64, 0.4),
    "front-right": (FRONT, 0.36, 0.4),
}
ADVICE: Final = {
    "sound-nothing": QT_TRANSLATE_NOOP(
        "Sound", "We hear nothing. Is it plugged in, switched on and on the skin?"
    ),
    "sound-too-soft": QT_TRANSLATE_NOOP("Sound", "Too soft. Press it a little more, on bare skin."),
    "sound-too-loud": QT_TRANSLATE_NOOP("Sound", "Too loud. Press it less."),
    "sound-room-noise": QT_TRANSLATE_NOOP("Sound", "The room is too loud. Don't talk, and close the door."),
    "sound-moved": QT_TRANSLATE_NOOP("Sound", "It moves. Hold it still, and keep clothes away."),
    "sound-no-beat": QT_TRANSLATE_NOOP("Sound", "We find no heartbeat here. Try a little to the side."),
}
LISTENING: Final = QT_TRANSLATE_NOOP("Sound", "We are listening …")
SOUNDS_GOOD: Final = QT_TRANSLATE_NOOP("Sound", "Good sound")
WAIT_S: Final = 2


def derive(inputs: Inputs) -> SoundProps:
    """Return what the screen shows; on the results, whether it can be reached."""
    now = inputs.state.listening
    if now is None or inputs.screen is not Screen.SOUND:
        here = inputs.profile.media.stethoscope != NONE_CONFIGURED
        refusal = media_refusal(inputs) if here else ""
        return SoundProps(possible=here and not refusal, refusal=refusal)
    return _PHASES[now.phase](inputs, now)


def _kinds(_inputs: Inputs, now: Listening) -> SoundProps:
    return SoundProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Sound", "What do you want to record?")),
        picture=FRONT,
        choices=tuple(
            {"name": kind, "label": tr(label), "hint": "", "chosen": False} for kind, label in KINDS.items()
        ),
    )


def _spots(_inputs: Inputs, now: Listening) -> SoundProps:
    return SoundProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Sound", "Where do you want to listen?")),
        hint=tr(QT_TRANSLATE_NOOP("Sound", "Saved. Choose another place, or touch Done."))
        if now.saved
        else "",
        picture=DRAWN[SPOTS[now.kind][0]][0],
        spots=_marks(now, DRAWN[SPOTS[now.kind][0]][0]),
        choices=tuple(
            {
                "name": spot,
                "label": f"{number}. {tr(PLACES[spot][0])}",
                "hint": tr(PLACES[spot][1]) if PLACES[spot][1] else "",
                "chosen": spot in now.saved,
            }
            for number, spot in enumerate(SPOTS[now.kind], 1)
        ),
    )


def _ready(inputs: Inputs, now: Listening) -> SoundProps:
    text, tone, icon = _advice(inputs)
    if now.fault:
        text, tone, icon = words.fault(now.fault), "caution", "triangle-alert"
    return SoundProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Sound", "Put the stethoscope here, on bare skin.")),
        hint=tr(PLACES[now.spot][0]),
        picture=DRAWN[now.spot][0],
        spots=_marks(now, DRAWN[now.spot][0]),
        level=_level(inputs),
        advice=text,
        tone=tone,
        icon=icon,
    )


def _recording(inputs: Inputs, now: Listening) -> SoundProps:
    text, tone, icon = _advice(inputs)
    gone = max(0.0, (inputs.now_ns - now.since_ns) / 1e9)
    seconds = max(0, SECONDS - int(gone))
    breathe = QT_TRANSLATE_NOOP("Sound", "Keep still. Breathe in and out through your mouth, slowly.")
    still = QT_TRANSLATE_NOOP("Sound", "Keep still. Don't talk. Breathe calmly.")
    return SoundProps(
        phase=now.phase,
        heading=tr(breathe if now.kind == "sound:lungs" else still),
        picture=DRAWN[now.spot][0],
        spots=_marks(now, DRAWN[now.spot][0]),
        level=_level(inputs),
        advice=text,
        tone=tone,
        icon=icon,
        fraction=min(1.0, gone / SECONDS),
        left=tr(QT_TRANSLATE_NOOP("Sound", "%1 s left")).replace("%1", str(seconds))
        if seconds
        else tr(LISTENING),
    )


def _review(inputs: Inputs, now: Listening) -> SoundProps:
    thing = now.taken.thing if now.taken is not None else None
    good = thing is None or thing.grade == GOOD
    poor = QT_TRANSLATE_NOOP("Sound", "Not so clear. You can do it again, or save it as it is.")
    played = inputs.live.played
    playing = played is not None and played.id == now.take and played.fraction < 1.0
    fault = words.fault(played.fault) if played is not None and played.id == now.take and played.fault else ""
    graph = inputs.live.graph
    return SoundProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Sound", "Listen to it again")),
        hint=fault or tr(PLACES[now.spot][0]),
        advice=tr(SOUNDS_GOOD if good else poor),
        tone="good" if good else "caution",
        icon="circle-check" if good else "circle-alert",
        reasons=tuple(tr(ADVICE[each]) for each in thing.reasons if each in ADVICE) if thing else (),
        graph=graph[1] if graph[0] == now.take else "",
        played=played.fraction if played is not None and playing else 0.0,
        playing=playing,
    )


_PHASES: Final = {
    "kinds": _kinds,
    "spots": _spots,
    "ready": _ready,
    "recording": _recording,
    "review": _review,
}


def _marks(now: Listening, picture: str) -> tuple[dict[str, Any], ...]:
    """The places on a drawing; one that is chosen stands alone."""
    return tuple(
        {"number": number, "x": x, "y": y, "chosen": spot == now.spot, "done": spot in now.saved}
        for number, spot in enumerate(SPOTS[now.kind], 1)
        for drawing, x, y in (DRAWN[spot],)
        if drawing == picture and (not now.spot or spot == now.spot)
    )


def _level(inputs: Inputs) -> float:
    return inputs.live.guidance.level if inputs.live.guidance is not None else 0.0


def _advice(inputs: Inputs) -> tuple[str, str, str]:
    guidance = inputs.live.guidance
    if guidance is None:
        return tr(LISTENING), "primary", "hourglass"
    if not guidance.advice:
        return tr(SOUNDS_GOOD), "good", "circle-check"
    first = guidance.advice[0]
    text = tr(ADVICE[first]) if first in ADVICE else words.fault(first)
    return text, "caution", "circle-alert"


SoundView = view_model(SoundProps)
