"""Scenes of a round's words to others: handing over, telling family and physician, consent."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.rounds import events as e
from kiosk.rounds.rehearsal import CAROL, RoundRehearsal
from ui.gallery.rounds import at_bed, measured, scene, signed_in
from ui.gallery.scene import Scene, table
from ui.inputs import Draft


def _seen(visit: RoundRehearsal) -> None:
    visit.touch("observe")
    visit.do(e.RoundChose, what=("eating",))
    visit.do(e.RoundChose, what=("less", "yesterday"))


def handover_nurse(language: str) -> Scene:
    """A nurse's handover with an assessment."""
    visit = measured(language)
    _seen(visit)
    visit.touch("sbar")
    visit.touch("assess")
    visit.do(e.RoundWrote, text="Fluid overload? Lungs crackle at both sides.")
    visit.touch("request")
    visit.touch("see-today")
    return scene(visit)


def handover_aide(language: str) -> Scene:
    """An aide's: the assessment is a nurse's to write."""
    visit = at_bed(language, roles=("aide",))
    _seen(visit)
    visit.touch("sbar")
    return scene(visit)


def assess(language: str) -> Scene:
    """The nurse's own words."""
    visit = at_bed(language)
    visit.touch("sbar")
    visit.touch("assess")
    return scene(visit)


def request(language: str) -> Scene:
    """What is asked for."""
    visit = at_bed(language)
    visit.touch("sbar")
    visit.touch("request")
    return scene(visit)


def notify(language: str) -> Scene:
    """One of three was told."""
    visit = at_bed(language)
    visit.touch("notify")
    visit.touch("resident")
    visit.do(e.RoundChose, what=("in-person", "significant-change"))
    return scene(visit)


def told(language: str) -> Scene:
    """How, and of what."""
    visit = at_bed(language)
    visit.touch("notify")
    visit.touch("physician")
    return replace(scene(visit), draft=Draft(chosen=("phone",)))


def told_name(language: str) -> Scene:
    """With whom."""
    visit = at_bed(language)
    visit.touch("notify")
    visit.touch("physician")
    visit.do(e.RoundChose, what=("phone", "significant-change"))
    return replace(scene(visit), draft=Draft(fields={"person": "Dr. Lee"}))


def told_said(language: str) -> Scene:
    """What they answered."""
    visit = at_bed(language)
    visit.touch("notify")
    visit.touch("physician")
    visit.do(e.RoundChose, what=("phone", "significant-change", "answer"))
    visit.do(e.RoundWrote, text="Dr. Lee")
    return replace(scene(visit), draft=Draft(fields={"answer": "Comes at 4 pm"}))


def agree_with(language: str) -> Scene:
    """Who else is there?"""
    visit = at_bed(language)
    visit.touch("call")
    visit.touch("with")
    return replace(scene(visit), draft=Draft(chosen=("family", "by-remote")))


def agree(language: str) -> Scene:
    """Who agrees to a picture?"""
    visit = at_bed(language)
    visit.touch("photo")
    return scene(visit)


def agree_representative(language: str) -> Scene:
    """The representative decides, as the record says."""
    visit = signed_in(language)
    visit.to_bed(CAROL)
    visit.touch("call")
    return scene(visit)


def agree_as(language: str) -> Scene:
    """By what right."""
    shown = agree_representative(language)
    shown.visit.do(e.RoundTouched, what="on-record")
    return shown


def agree_name(language: str) -> Scene:
    """The representative's name."""
    shown = agree_as(language)
    shown.visit.do(e.RoundTouched, what="guardian")
    return replace(shown, draft=Draft(fields={"representative": "Tom Meyer"}))


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    handover_nurse,
    handover_aide,
    assess,
    request,
    notify,
    told,
    told_name,
    told_said,
    agree,
    agree_representative,
    agree_with,
    agree_as,
    agree_name,
)
