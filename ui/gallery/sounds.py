"""Scenes of a stethoscope: of what, where, recording, and listening again."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, qRgb

from contract import capture
from contract.measurement import DeviceIdentity
from kiosk.visit import events as e
from kiosk.visit.turn import SECOND
from ui.gallery.measuring import results
from ui.gallery.scene import Scene, table


def results_with_stethoscope(language: str) -> Scene:
    """The results at a station that has a stethoscope."""
    scene = results(language)
    context = scene.visit.context
    media = msgspec.structs.replace(context.profile.media, stethoscope="synthetic")
    profile = msgspec.structs.replace(context.profile, media=media)
    scene.visit.context = msgspec.structs.replace(context, profile=profile)
    return scene


def sound_kinds(language: str) -> Scene:
    """Heart or lungs?"""
    scene = results_with_stethoscope(language)
    scene.visit.do(e.SoundWanted)
    return scene


def sound_spots(language: str, kind: str = "sound:heart") -> Scene:
    """Where?"""
    scene = sound_kinds(language)
    scene.visit.do(e.SoundTouched, what=kind)
    return scene


def sound_spots_lungs(language: str) -> Scene:
    """Where on the lungs, one place done."""
    scene = sound_spots(language, "sound:lungs")
    scene.visit.do(e.SoundTouched, what="back-left-high")
    scene.visit.do(e.Continued)
    _taken(scene)
    scene.visit.do(e.Continued)
    return scene


def sound_ready(language: str) -> Scene:
    """Put it here; people talk."""
    scene = sound_spots(language)
    scene.visit.do(e.SoundTouched, what="mitral")
    return _guided(scene, capture.Guidance(advice=("sound-room-noise",), level=0.35))


def sound_failed(language: str) -> Scene:
    """It is not plugged in."""
    scene = sound_ready(language)
    scene.visit.do(e.Continued)
    take = scene.visit.told(capture.Take)[-1]
    scene.visit.core(capture.NotTaken(id=take.id, fault="stethoscope-failed"))
    return scene


def sound_recording(language: str) -> Scene:
    """Seven seconds in."""
    scene = sound_spots(language)
    scene.visit.do(e.SoundTouched, what="mitral")
    scene.visit.do(e.Continued)
    scene.visit.ns += 7 * SECOND
    return _guided(scene, capture.Guidance(good=True, level=0.62, fraction=0.35))


def sound_review(language: str, *, grade: str = capture.GOOD, reasons: tuple[str, ...] = ()) -> Scene:
    """Listen again."""
    scene = sound_spots(language)
    scene.visit.do(e.SoundTouched, what="mitral")
    scene.visit.do(e.Continued)
    take = _taken(scene, grade, reasons)
    played = capture.Played(id=take.id, fraction=0.4)
    return replace(scene, live=replace(scene.live, graph=(take.id, _bands()), played=played))


def sound_review_poor(language: str) -> Scene:
    """Not so clear."""
    return sound_review(language, grade=capture.POOR, reasons=("sound-moved", "sound-room-noise"))


def _guided(scene: Scene, guidance: capture.Guidance) -> Scene:
    return replace(scene, live=replace(scene.live, guidance=guidance))


def _taken(scene: Scene, grade: str = capture.GOOD, reasons: tuple[str, ...] = ()) -> capture.Take:
    take = scene.visit.told(capture.Take)[-1]
    thing = capture.Thing(
        kind=take.kind,
        media_type="audio/flac",
        size=1,
        sha256=b"",
        wall=scene.visit.at.wall,
        monotonic_ns=scene.visit.ns,
        device=DeviceIdentity("", "USB stethoscope", "PCM, 1 channel", "sound"),
        view=take.view,
        grade=grade,
        reasons=reasons,
        seconds=20.0,
        rate_hz=16_000.0,
    )
    scene.visit.core(capture.Taken(id=take.id, thing=thing))
    return take


def _bands() -> str:
    """Return a picture that looks like a heart's: thuds below, dark above."""
    image = QImage(200, 50, QImage.Format.Format_RGB32)
    for x in range(200):
        loud = 255 if x % 8 < 2 else 60
        for y in range(50):
            shade = loud * max(0, y - 30) // 20
            image.setPixel(x, y, qRgb(shade, shade // 2, shade // 4))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return f"data:image/png;base64,{base64.b64encode(bytes(data.data())).decode()}"


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    results_with_stethoscope,
    sound_kinds,
    sound_spots,
    sound_spots_lungs,
    sound_ready,
    sound_failed,
    sound_recording,
    sound_review,
    sound_review_poor,
)
