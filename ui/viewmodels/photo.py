"""Pictures for a specialist: of what, where, how to hold the camera, is it good, and why not."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.capture import GOOD
from kiosk.visit import photos
from kiosk.visit.model import Screen
from kiosk.visit.parts import Shooting
from ui import words
from ui.asked import whys
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model


@dataclass(frozen=True)
class PhotoProps:
    """`phase` as in `parts.Shooting`. `choices`: [{name, label}]. `advice` in words with `tone` and `icon`.

    `arrow`: which way to move ("in", "out", ""), drawn over the picture. `knobs`: [{name, label, icon}] of
    what the camera can do. `progress`: "Picture 2 of 4". `fraction` and `left` of a film.
    """

    phase: str = ""
    heading: str = ""
    hint: str = ""
    beside: str = ""  # the English of the hint's clinical words, where nobody has reviewed them
    progress: str = ""
    choices: tuple[dict[str, Any], ...] = ()
    advice: str = ""
    tone: str = "muted"
    icon: str = "info"
    arrow: str = ""
    reasons: tuple[str, ...] = ()
    knobs: tuple[dict[str, Any], ...] = ()
    staff: bool = False
    seen: bool = False
    filming: bool = False
    fraction: float = 0.0
    left: str = ""


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Photo", text)


KINDS: Final = {
    "photo:skin": QT_TRANSLATE_NOOP("Photo", "My skin"),
    "photo:wound": QT_TRANSLATE_NOOP("Photo", "A wound"),
    "photo:eye": QT_TRANSLATE_NOOP("Photo", "An eye"),
    "photo:throat": QT_TRANSLATE_NOOP("Photo", "My throat"),
}
PLACES: Final = {
    "head": QT_TRANSLATE_NOOP("Photo", "Head, face or neck"),
    "chest": QT_TRANSLATE_NOOP("Photo", "Chest"),
    "belly": QT_TRANSLATE_NOOP("Photo", "Belly"),
    "back": QT_TRANSLATE_NOOP("Photo", "My back"),
    "arm": QT_TRANSLATE_NOOP("Photo", "Arm"),
    "hand": QT_TRANSLATE_NOOP("Photo", "Hand"),
    "leg": QT_TRANSLATE_NOOP("Photo", "Leg"),
    "foot": QT_TRANSLATE_NOOP("Photo", "Foot"),
    "private": QT_TRANSLATE_NOOP("Photo", "Hips, bottom, breasts or private parts"),
    "left-eye": QT_TRANSLATE_NOOP("Photo", "My left eye"),
    "right-eye": QT_TRANSLATE_NOOP("Photo", "My right eye"),
}
THEIRS: Final = {**PLACES, "back": QT_TRANSLATE_NOOP("Photo", "The back")}  # of a resident, as staff say it
VIEWS: Final = {  # by kind and view, else by view
    "photo:skin/far": QT_TRANSLATE_NOOP("Photo", "From far: show the whole part of your body."),
    "photo:skin/medium": QT_TRANSLATE_NOOP("Photo", "Come closer: show the spot and the skin around it."),
    "photo:skin/close": QT_TRANSLATE_NOOP("Photo", "Very close. Lay the card beside the spot."),
    "photo:skin/oblique": QT_TRANSLATE_NOOP("Photo", "Now from the side, so that we see if it stands out."),
    "photo:skin/dermoscopy": QT_TRANSLATE_NOOP("Photo", "Lay the skin lens flat on the spot. Hold it still."),
    "photo:wound/medium": QT_TRANSLATE_NOOP("Photo", "Show the wound and the skin around it."),
    "photo:wound/close": QT_TRANSLATE_NOOP("Photo", "Very close. Lay the card beside the wound."),
    "photo:eye/straight": QT_TRANSLATE_NOOP("Photo", "Look straight into the camera."),
    "photo:eye/up": QT_TRANSLATE_NOOP("Photo", "Look up. Keep your head still."),
    "photo:eye/down": QT_TRANSLATE_NOOP("Photo", "Look down. Keep your head still."),
    "photo:eye/left": QT_TRANSLATE_NOOP("Photo", "Look to your left. Keep your head still."),
    "photo:eye/right": QT_TRANSLATE_NOOP("Photo", "Look to your right. Keep your head still."),
    "photo:throat/open": QT_TRANSLATE_NOOP("Photo", "Open your mouth wide and say “ah”."),
    "clip:face/film": QT_TRANSLATE_NOOP("Photo", "Look at the camera. Smile, then close your eyes tight."),
    "clip:eye/film": QT_TRANSLATE_NOOP("Photo", "Keep your head still. Look up, down, left and right."),
    "clip:hands/film": QT_TRANSLATE_NOOP("Photo", "Hold your hands out before you. Then touch your nose."),
    "clip:breathing/film": QT_TRANSLATE_NOOP("Photo", "Breathe as you do now. We film with sound."),
    "clip:walking/film": QT_TRANSLATE_NOOP("Photo", "Walk a few steps away, turn, and come back."),
}
ADVICE: Final = {  # while aiming: what to do now, its icon
    "lighter": (QT_TRANSLATE_NOOP("Photo", "Too dark. Turn on a light."), "plus"),
    "darker": (QT_TRANSLATE_NOOP("Photo", "Too bright. Turn away from the light."), "minus"),
    "no-glare": (QT_TRANSLATE_NOOP("Photo", "It shines too much. Tilt it a little."), "triangle-alert"),
    "steady": (QT_TRANSLATE_NOOP("Photo", "Hold still."), "hand"),
    "closer": (QT_TRANSLATE_NOOP("Photo", "Closer, please."), "zoom-in"),
    "farther": (QT_TRANSLATE_NOOP("Photo", "A little farther away."), "zoom-out"),
    "whole": (QT_TRANSLATE_NOOP("Photo", "Show all of it. A part is cut off."), "zoom-out"),
    "card": (QT_TRANSLATE_NOOP("Photo", "Lay the card beside it."), "square"),
    "straight": (QT_TRANSLATE_NOOP("Photo", "Lay the card flat, and look straight at it."), "square"),
}
ARROWS: Final = {"closer": "in", "farther": "out", "whole": "out"}
REASONS: Final = {  # of a picture that was taken
    "too-dark": QT_TRANSLATE_NOOP("Photo", "It is too dark."),
    "too-bright": QT_TRANSLATE_NOOP("Photo", "It is too bright."),
    "shadows": QT_TRANSLATE_NOOP("Photo", "A part of it is black."),
    "glare": QT_TRANSLATE_NOOP("Photo", "A part of it shines white."),
    "blurred": QT_TRANSLATE_NOOP("Photo", "It is not sharp."),
    "too-few-pixels": QT_TRANSLATE_NOOP("Photo", "This camera shows too little detail."),
    "no-card": QT_TRANSLATE_NOOP("Photo", "We don't see the card beside it."),
    "tilted": QT_TRANSLATE_NOOP("Photo", "The card lies too far from straight."),
    "colours-off": QT_TRANSLATE_NOOP("Photo", "The colors of the card look wrong."),
    "too-far": QT_TRANSLATE_NOOP("Photo", "It is too far away."),
    "too-near": QT_TRANSLATE_NOOP("Photo", "It is too close."),
    "cut-off": QT_TRANSLATE_NOOP("Photo", "A part of it is cut off."),
    "film-jerky": QT_TRANSLATE_NOOP("Photo", "The film stops and starts."),
}
SKIPS: Final = {
    "do-not-want": QT_TRANSLATE_NOOP("Photo", "I don't want to"),
    "cannot": QT_TRANSLATE_NOOP("Photo", "I can't show it"),
    "hurts": QT_TRANSLATE_NOOP("Photo", "It hurts"),
    "other": QT_TRANSLATE_NOOP("Photo", "Something else"),
}
REFUSED: Final = {  # why no picture is taken: what is so, what to do instead
    photos.NO_GUARDIAN: (
        QT_TRANSLATE_NOOP("Photo", "We take pictures of a minor only if a parent or guardian says yes."),
        QT_TRANSLATE_NOOP("Photo", "Is one with you now? If not, tell the provider what is to be seen."),
    ),
    photos.PRIVATE: (
        QT_TRANSLATE_NOOP("Photo", "We take no pictures of these parts here."),
        QT_TRANSLATE_NOOP(
            "Photo", "Tell the provider about it. They will say who can look at it, and where."
        ),
    ),
}
INSTEAD: Final = {
    photos.NO_GUARDIAN: (photos.GUARDIAN, QT_TRANSLATE_NOOP("Photo", "A parent or guardian is here")),
    photos.PRIVATE: (photos.ELSEWHERE, QT_TRANSLATE_NOOP("Photo", "Show another place")),
}
GO_ON: Final = QT_TRANSLATE_NOOP("Photo", "No picture, go on")
KNOBS: Final = {
    "zoom": (
        ("zoom-less", QT_TRANSLATE_NOOP("Photo", "Smaller"), "zoom-out"),
        ("zoom-more", QT_TRANSLATE_NOOP("Photo", "Larger"), "zoom-in"),
    ),
    "light": (("light", QT_TRANSLATE_NOOP("Photo", "Lamp"), "circle-dot"),),
    "focus": (
        ("focus-less", QT_TRANSLATE_NOOP("Photo", "Sharp farther"), "minus"),
        ("focus-more", QT_TRANSLATE_NOOP("Photo", "Sharp closer"), "plus"),
    ),
}


def derive(inputs: Inputs) -> PhotoProps:
    """Return what the screen shows."""
    now = inputs.state.shooting
    if now is None or inputs.screen is not Screen.PHOTO or inputs.state.hidden:
        return PhotoProps()
    return _PHASES[now.phase](inputs, now)


def _kinds(inputs: Inputs, now: Shooting) -> PhotoProps:
    shown = KINDS if inputs.media_room else {}
    full = words.fault(photos.NO_ROOM) if not inputs.media_room or now.fault == photos.NO_ROOM else ""
    told = whys(inputs, "photo")
    only = QT_TRANSLATE_NOOP(
        "Photo", "We take pictures only if you say yes. Only the people who care for you see them."
    )
    return PhotoProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Photo", "Do you want to show us something?")),
        hint=" ".join((*(why for why, _ in told), tr(only))),
        beside="\n".join(english for _, english in told if english),
        choices=(
            *(_choice(kind, label) for kind, label in shown.items()),
            _choice(photos.NONE, GO_ON),
        ),
        advice=full,
        tone="caution" if full else "muted",
        icon="triangle-alert",
    )


def _place(inputs: Inputs, now: Shooting) -> PhotoProps:
    eye = now.kind == "photo:eye"
    which = QT_TRANSLATE_NOOP("Photo", "Which eye is it?")
    where = (
        QT_TRANSLATE_NOOP("Photo", "Where on your body is it?")
        if inputs.duty.bedside is None
        else QT_TRANSLATE_NOOP("Photo", "Where on the body is it?")
    )
    return PhotoProps(
        phase=now.phase,
        heading=tr(which if eye else where),
        choices=tuple(
            _choice(place, (PLACES if inputs.duty.bedside is None else THEIRS)[place])
            for place in photos.set_of(now.kind).places
        ),
    )


def _aim(inputs: Inputs, now: Shooting) -> PhotoProps:
    text, tone, icon, arrow = _advice(inputs)
    if now.fault:
        text, tone, icon, arrow = words.fault(now.fault), "caution", "triangle-alert", ""
    return PhotoProps(
        phase=now.phase,
        heading=_instruction(inputs, now),
        progress=_progress(inputs, now),
        advice=text,
        tone=tone,
        icon=icon,
        arrow=arrow,
        knobs=_knobs(inputs),
        staff=now.by == "staff",
        seen=True,
        filming=photos.is_film(now.kind),
    )


def _taking(inputs: Inputs, now: Shooting) -> PhotoProps:
    film = photos.is_film(now.kind)
    gone = max(0.0, (inputs.now_ns - now.since_ns) / 1e9)
    left = max(0, photos.film_s() - int(gone))
    wait = QT_TRANSLATE_NOOP("Photo", "Hold still. We take the picture.")
    count = tr(QT_TRANSLATE_NOOP("Photo", "%1 s left")).replace("%1", str(left))
    return PhotoProps(
        phase=now.phase,
        heading=_instruction(inputs, now) if film else tr(wait),
        progress=_progress(inputs, now),
        seen=True,
        filming=film,
        fraction=min(1.0, gone / photos.film_s()) if film else 0.0,
        left=count if film else "",
    )


def _look(inputs: Inputs, now: Shooting) -> PhotoProps:
    thing = now.taken.thing if now.taken is not None else None
    good = thing is None or thing.grade == GOOD
    usable, film = photos.usable(now), photos.is_film(now.kind)
    if good:
        text = QT_TRANSLATE_NOOP("Photo", "This is a good picture.")
    elif usable:
        text = QT_TRANSLATE_NOOP("Photo", "Not so clear, but it may still help. You can use it.")
    else:
        text = QT_TRANSLATE_NOOP("Photo", "Not clear enough yet. Please take it again.")
    ready = QT_TRANSLATE_NOOP("Photo", "The film is ready.")
    see = (
        QT_TRANSLATE_NOOP("Photo", "Look at your picture.")
        if inputs.duty.bedside is None
        else QT_TRANSLATE_NOOP("Photo", "Look at the picture.")
    )
    return PhotoProps(
        phase=now.phase,
        heading=tr(ready if film else see),
        progress=_progress(inputs, now),
        advice="" if film and good else tr(text),
        tone="good" if good else "caution",
        icon="circle-check" if good else "circle-alert",
        reasons=tuple(tr(REASONS[each]) for each in thing.reasons if each in REASONS) if thing else (),
        seen=True,
        choices=(_choice("again", QT_TRANSLATE_NOOP("Photo", "Take it again")),) if usable else (),
    )


def _skip(_inputs: Inputs, now: Shooting) -> PhotoProps:
    return PhotoProps(
        phase=now.phase,
        heading=tr(QT_TRANSLATE_NOOP("Photo", "No picture here. May we know why?")),
        choices=tuple(_choice(name, label) for name, label in SKIPS.items()),
    )


def _refused(_inputs: Inputs, now: Shooting) -> PhotoProps:
    what, instead = REFUSED[now.fault]
    return PhotoProps(
        phase=now.phase,
        heading=tr(what),
        hint=tr(instead),
        choices=(_choice(*INSTEAD[now.fault]), _choice(photos.NONE, GO_ON)),
    )


_PHASES: Final = {
    "kinds": _kinds,
    "place": _place,
    "aim": _aim,
    "taking": _taking,
    "look": _look,
    "skip": _skip,
    "refused": _refused,
}


def _choice(name: str, label: str) -> dict[str, Any]:
    return {"name": name, "label": tr(label)}


def _instruction(inputs: Inputs, now: Shooting) -> str:
    return tr(VIEWS[f"{now.kind}/{photos.views_of(now.kind, inputs.profile.media)[now.view].id}"])


def _progress(inputs: Inputs, now: Shooting) -> str:
    views = photos.views_of(now.kind, inputs.profile.media)
    if len(views) < 2:
        return ""
    text = tr(QT_TRANSLATE_NOOP("Photo", "Picture %1 of %2"))
    return text.replace("%1", str(now.view + 1)).replace("%2", str(len(views)))


def _advice(inputs: Inputs) -> tuple[str, str, str, str]:
    """Return what to do now: words, tone, icon, arrow."""
    media, guidance = inputs.state.call.media, inputs.live.guidance
    if media is not None and media.exam in ("absent", "failed"):
        gone = QT_TRANSLATE_NOOP("Photo", "The camera gives no picture. You can skip this.")
        return tr(gone), "caution", "triangle-alert", ""
    if guidance is None:
        return tr(QT_TRANSLATE_NOOP("Photo", "The camera starts …")), "primary", "hourglass", ""
    for each in guidance.advice:
        if each in ADVICE:
            text, icon = ADVICE[each]
            return tr(text), "caution", icon, ARROWS.get(each, "")
    good = QT_TRANSLATE_NOOP("Photo", "Good. Hold still and touch the button.")
    return tr(good), "good", "circle-check", ""


def _knobs(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    controls = inputs.live.camera.controls if inputs.live.camera is not None else ()
    return tuple(
        {"name": name, "label": tr(label), "icon": icon}
        for control in controls
        for name, label, icon in KNOBS.get(control.name, ())
    )


PhotoView = view_model(PhotoProps)
