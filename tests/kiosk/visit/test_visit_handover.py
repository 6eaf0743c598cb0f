"""Pictures and sounds on their way: kept once, waited for at the end, lost with the session that held it."""

from uuid import uuid4

from contract.capture import Taken, Thing
from kiosk.visit import events as e
from kiosk.visit import handover
from kiosk.visit.context import Context
from kiosk.visit.effects import DropTaken, KeepTaken
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal
from kiosk.visit.turn import Turn

THING = Thing(
    kind="photo:skin",
    media_type="image/jpeg",
    size=10,
    sha256=b"x",
    wall="2026-11-24T09:00:00+00:00",
    monotonic_ns=5,
    view="close",
    grade="poor",
    reasons=("blurred",),
    width=2000,
    height=1500,
    mm_per_px=0.1,
    mm_per_px_error=0.001,
)


def kept(visit: Rehearsal) -> Taken:
    taken = Taken(id=uuid4(), thing=THING)
    turn = Turn(visit.state, visit.at, visit.context)
    handover.keep(turn, taken, laterality="left")
    handover.keep(turn, taken, laterality="left")
    visit.state = turn.state
    visit.effects.extend(turn.effects)
    return taken


def test_a_thing_is_kept_once_with_all_that_is_known_of_it(context: Context) -> None:
    visit = Rehearsal(context)
    visit.to_questions()
    taken = kept(visit)
    [effect] = [f for f in visit.effects if isinstance(f, KeepTaken)]
    about = effect.about
    assert (effect.id, about.kind, about.view, about.laterality) == (taken.id, "photo:skin", "close", "left")
    assert (about.site, about.grade, about.reasons) == (None, "poor", ("blurred",))
    assert (about.width_px, about.height_px, about.mm_per_px) == (2000, 1500, 0.1)
    assert (about.taken.wall, about.taken.monotonic_ns, about.taken.clock) == (THING.wall, 5, "synced")
    assert about.taken.boot_id == visit.at.boot_id


def test_the_visit_does_not_end_before_it_is_saved(context: Context) -> None:
    visit = Rehearsal(context)
    visit.to_questions()
    taken = kept(visit)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert visit.screen is Screen.GOODBYE
    visit.wait(3)
    assert visit.ended is None
    visit.do(e.TakenStored, id=taken.id, state="waiting")
    visit.wait(1)
    assert visit.ended is None
    visit.do(e.TakenStored, id=taken.id, state="saved")
    visit.wait(3)
    assert visit.ended is not None and visit.ended.saved


def test_it_is_lost_with_the_session_that_held_it(context: Context) -> None:
    visit = Rehearsal(context)
    visit.to_questions()
    done = kept(visit)
    visit.do(e.TakenStored, id=done.id, state="saved")
    kept(visit)
    visit.do(e.Resumed)
    assert [each.state for each in visit.state.kept] == ["saved", "lost"]


def test_what_is_dropped_is_said(context: Context) -> None:
    visit = Rehearsal(context)
    visit.to_questions()
    turn = Turn(visit.state, visit.at, visit.context)
    handover.drop(turn, visit.context.profile.station)
    assert turn.effects == [DropTaken(visit.context.profile.station)]
