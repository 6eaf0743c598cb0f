"""Scenes of calling a provider from a resident's bed."""

from collections.abc import Callable
from typing import Final

from contract import station
from kiosk.rounds.rehearsal import RoundRehearsal
from kiosk.visit import call_events as c
from kiosk.visit import events as v
from ui.gallery.rounds import at_bed, measured, round_plan, scene
from ui.gallery.scene import Scene, table


def _calls(visit: RoundRehearsal) -> None:
    visit.touch("call")
    visit.touch("yes")


def round_waiting(language: str) -> Scene:
    """In line; the round may go on meanwhile."""
    visit = measured(language)
    _calls(visit)
    visit.core(station.CallState(state="queued", position=2, estimate_s=180))
    return scene(visit)


def round_nobody(language: str) -> Scene:
    """No connection: no provider now."""
    visit = at_bed(language)
    visit.core(station.HubState(online=False, since=visit.at.wall))
    _calls(visit)
    return scene(visit)


def round_case_left(language: str) -> Scene:
    """What becomes of a case that was left."""
    visit = at_bed(language)
    visit.core(station.HubState(online=False, since=visit.at.wall))
    _calls(visit)
    visit.do(c.NobodyChosen, choice="store")
    return scene(visit)


def round_plan_waiting(language: str) -> Scene:
    """The call is over, the plan is being written."""
    visit = measured(language)
    _calls(visit)
    visit.core(station.CallState(state="connected"))
    visit.do(c.HungUp)
    return scene(visit)


def left_out(language: str) -> Scene:
    """A measurement was left out at this bed: why stands beside it."""
    visit = at_bed(language)
    visit.do(v.Continued)
    visit.do(v.SkipWanted)
    visit.do(v.Skipped, reason="other")
    visit.do(v.WentBack)
    return scene(visit)


def round_plan_read(language: str) -> Scene:
    """Back at the bed, the plan can be read once more."""
    read = round_plan(language)
    read.visit.do(v.Finished)
    return read


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    round_waiting, round_nobody, round_case_left, round_plan_waiting, round_plan_read, left_out
)
