"""Scenes of nobody there: why, the ways on, what is promised, a person called."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from contract import station
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from ui.gallery.beginning import person, question_one
from ui.gallery.scene import Played, Scene, table
from ui.gallery.talking import callback, media, nobody, unreachable, waiting
from ui.inputs import Draft


def promised_time_over(language: str) -> Scene:
    """Nobody has answered in the promised time."""
    scene = waiting(language)
    scene.visit.wait(scene.visit.context.profile.timing.provider_wait_s)
    return scene


def dropped(language: str) -> Scene:
    """The provider was lost in the middle of the call."""
    visit = Played(language)
    visit.to_call()
    visit.core(station.CallState(state="ended", reason="provider-lost"))
    return Scene(visit)


def nobody_urgent(language: str) -> Scene:
    """Nobody is there after a red flag: going somewhere stands first."""
    visit = Played(language)
    visit.to_results(184, 96)
    visit.core(station.CallState(state="nobody"))
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    visit.core(station.CallState(state="nobody"))
    return Scene(visit)


def callback_when(language: str) -> Scene:
    """When to call."""
    scene = callback(language)
    scene.visit.do(c.PhoneGiven, phone="555 0199")
    return replace(scene, draft=Draft())


def callback_when_offline(language: str) -> Scene:
    """When to call, and no connection."""
    scene = unreachable(language)
    scene.visit.do(c.NobodyChosen, choice="call-back")
    scene.visit.do(c.PhoneGiven, phone="555 0199")
    return scene


def stored_soon(language: str) -> Scene:
    """A call as soon as possible was promised."""
    scene = callback_when(language)
    scene.visit.do(c.CallTimeChosen, when="soon")
    media(scene.visit, camera="off")
    return scene


def stored_case(language: str) -> Scene:
    """The case was left, and has come to the hub."""
    scene = nobody(language)
    scene.visit.do(c.NobodyChosen, choice="store")
    for paper in scene.visit.state.papers:
        scene.visit.core(station.PutDone(id=paper.id, state="sent"))
    return scene


def stored_offline(language: str) -> Scene:
    """The case was left while there is no connection."""
    scene = unreachable(language)
    scene.visit.do(c.NobodyChosen, choice="store")
    return scene


def stored_urgent(language: str) -> Scene:
    """A case with a red flag that nobody saw."""
    scene = nobody_urgent(language)
    scene.visit.do(c.NobodyChosen, choice="store")
    return scene


def person_on_site(language: str) -> Scene:
    """Tones call a person here; the center is told later."""
    scene = question_one(language)
    scene.visit.do(e.PersonWanted)
    scene.visit.core(station.PersonPaged(reached=("site-alarm",), hub_in_s=42))
    return scene


def person_answered(language: str) -> Scene:
    """Somebody at the center has seen it."""
    scene = person(language)
    at = "2026-11-24T09:31:00+00:00"
    scene.visit.core(station.PersonPaged(reached=("hub",), answered_by="provider", answered_at=at))
    return scene


def leaving_unseen(language: str) -> Scene:
    """Leaving after a red flag that nobody saw."""
    scene = nobody_urgent(language)
    scene.visit.do(e.LeaveWanted)
    return scene


def waiting_long(language: str) -> Scene:
    """Four people before."""
    scene = waiting(language)
    scene.visit.core(station.CallState(state="queued", position=5, providers=1, estimate_s=2520))
    return scene


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    waiting_long,
    promised_time_over,
    dropped,
    nobody_urgent,
    callback_when,
    callback_when_offline,
    stored_soon,
    stored_case,
    stored_offline,
    stored_urgent,
    person_on_site,
    person_answered,
    leaving_unseen,
)
