"""Scenes of taking pictures: what to show, where, aiming, looking at it, a film, why not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import uuid5

from contract import capture, talk
from contract.envelope import Lane
from contract.queue_state import QueueState
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.rehearsal import VISIT
from ui.gallery.measuring import results
from ui.gallery.scene import Played, Scene, table
from ui.gallery.talking import call

CONTROLS: Final = capture.CameraControls(
    camera="Exam camera",
    controls=(
        capture.Control("zoom", 100, 400, 10, 100),
        capture.Control("light", 0, 1, 1, 0),
        capture.Control("freeze", 0, 1, 1, 0),
    ),
    width=3264,
    height=2448,
)


def photo_kinds(language: str) -> Scene:
    """What do you want to show?"""
    scene = results(language)
    scene.visit.do(e.PhotoWanted)
    return scene


def photo_no_room(language: str) -> Scene:
    """The memory is full."""
    return replace(photo_kinds(language), queue=QueueState(no_room=(Lane.MEDIA,)))


def photo_place(language: str) -> Scene:
    """Where on the body?"""
    scene = photo_kinds(language)
    scene.visit.do(e.PhotoTouched, what="photo:skin")
    return scene


def photo_aim(language: str) -> Scene:
    """Closer, please; the camera has a zoom and a lamp."""
    scene = photo_place(language)
    scene.visit.do(e.PhotoTouched, what="arm")
    return _guided(scene, capture.Guidance(advice=("closer",)))


def photo_aim_good(language: str) -> Scene:
    """An eye, all is well."""
    scene = photo_kinds(language)
    scene.visit.do(e.PhotoTouched, what="photo:eye")
    scene.visit.do(e.PhotoTouched, what="left-eye")
    scene.visit.do(e.PhotoTouched, what="staff")
    return _guided(scene, capture.Guidance(good=True))


def photo_good(language: str) -> Scene:
    """A good picture."""
    scene = photo_aim(language)
    _taken(scene)
    return scene


def photo_poor(language: str) -> Scene:
    """Not clear enough yet."""
    scene = photo_aim(language)
    _taken(scene, "blurred", "no-card")
    return scene


def photo_poor_usable(language: str) -> Scene:
    """Poor for the third time: it may be used."""
    scene = photo_poor(language)
    for _ in range(2):
        scene.visit.do(e.Continued)
        _taken(scene, "too-dark")
    return scene


def photo_skip(language: str) -> Scene:
    """Why not?"""
    scene = photo_aim(language)
    scene.visit.do(e.PhotoTouched, what="skip")
    return scene


def photo_private(language: str) -> Scene:
    """Not here, and what instead."""
    scene = photo_place(language)
    scene.visit.do(e.PhotoTouched, what="private")
    return scene


def photo_minor(language: str) -> Scene:
    """Sixteen, and nobody has agreed in their place."""
    visit = Played(language)
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Leo", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="2010-06-01")
    visit.do(e.GuardianIs, relation="nobody")
    visit.do(e.PageClosed)
    visit.answer_all()
    for _ in range(2):
        visit.do(e.Skipped, reason="do-not-want")
    visit.do(e.PhotoWanted)
    return Scene(visit)


def clip_taking(language: str) -> Scene:
    """A film the provider asked for."""
    scene = call(language)
    wish = talk.CaptureAsked(id=uuid5(VISIT, "film"), visit=VISIT, at=scene.visit.at.wall, kind="clip:eye")
    scene.visit.hub(wish)
    scene.visit.do(c.MeasureAgreed, yes=True)
    scene.visit.do(e.Continued)
    scene.visit.wait(6)
    return _guided(scene, capture.Guidance(good=True))


def _guided(scene: Scene, guidance: capture.Guidance) -> Scene:
    return replace(scene, live=replace(scene.live, guidance=guidance, camera=CONTROLS), video=True)


def _taken(scene: Scene, *reasons: str) -> None:
    scene.visit.do(e.Continued)
    take = scene.visit.told(capture.Take)[-1]
    thing = capture.Thing(
        kind=take.kind,
        media_type="image/jpeg",
        size=1,
        sha256=b"",
        wall=scene.visit.at.wall,
        monotonic_ns=scene.visit.ns,
        view=take.view,
        grade=capture.POOR if reasons else capture.GOOD,
        reasons=reasons,
        width=CONTROLS.width,
        height=CONTROLS.height,
    )
    scene.visit.core(capture.Taken(id=take.id, thing=thing))


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    photo_kinds,
    photo_no_room,
    photo_place,
    photo_aim,
    photo_aim_good,
    photo_good,
    photo_poor,
    photo_poor_usable,
    photo_skip,
    photo_private,
    photo_minor,
    clip_taking,
)
