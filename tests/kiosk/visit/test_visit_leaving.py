"""Leaving from anywhere, time-outs, and the closing document."""

from collections.abc import Callable

import pytest

from contract import documents, instruments, station
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import EndSession, SealDocument
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal


def to_waiting(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)


def to_problem(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.fail("no-finger")


def to_emergency(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})


def to_resume(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.resume()


def to_broken(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.Broke, fault="journal-full")


PARTS: dict[str, Callable[[Rehearsal], None]] = {
    "consent": Rehearsal.begin,
    "questions": Rehearsal.to_questions,
    "oximeter": Rehearsal.to_oximeter,
    "problem": to_problem,
    "cuff": Rehearsal.to_cuff,
    "results": Rehearsal.to_results,
    "waiting": to_waiting,
    "call": Rehearsal.to_call,
    "emergency": to_emergency,
    "resume": to_resume,
    "broken": to_broken,
}


@pytest.mark.parametrize("part", PARTS)
def test_finish_from_anywhere(visit: Rehearsal, part: str) -> None:
    PARTS[part](visit)
    running = visit.state.running
    visit.do(e.LeaveWanted)
    assert visit.state.leaving is not None and visit.state.leaving.why == "asked"
    visit.do(e.LeaveConfirmed)
    assert visit.shows(Screen.GOODBYE)
    how = "left-before-seen" if part == "emergency" else "left"
    assert [d.how for d in visit.sealed(documents.VisitClosed)] == [how]
    if running:
        assert visit.told(instruments.StopMeasure) == [instruments.StopMeasure(act=running.act)]
    if part in ("waiting", "call"):
        assert len(visit.told(station.CancelCall)) == 1
    visit.wait(3)
    assert visit.effects[-1] == EndSession(how, saved=True)
    assert visit.told(station.VisitEnded) == [station.VisitEnded(visit=VISIT)]


@pytest.mark.parametrize("part", PARTS)
def test_without_core_one_can_still_leave(context: Context, part: str) -> None:
    visit = Rehearsal(context, saves=False)
    PARTS[part](visit)
    visit.do(e.CoreLost)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.wait(10)
    assert visit.ended is not None and not visit.ended.saved


def test_staying_after_all(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.Answered, item="chest", answer=True)  # nothing under the overlay counts
    assert visit.state.alarms == ()
    visit.do(e.StillHere)
    assert visit.state.leaving is None
    assert visit.shows(Screen.QUESTION, "chest")


def test_a_confirmation_without_a_question_does_nothing(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.LeaveConfirmed)
    assert visit.shows(Screen.QUESTION)


# ---- time-out


def test_idle_time_warns_and_then_closes(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.wait(89)
    assert visit.state.leaving is None
    visit.wait(1)
    assert visit.state.leaving is not None and visit.state.leaving.why == "idle"
    visit.wait(29)
    assert visit.shows(Screen.QUESTION)
    visit.wait(1)
    assert visit.shows(Screen.GOODBYE)
    assert visit.sealed(documents.VisitClosed)[0].how == "timed-out"


def test_any_touch_keeps_the_visit(visit: Rehearsal) -> None:
    visit.to_questions()
    for _ in range(5):
        visit.wait(80)
        visit.do(e.Touched)
    assert visit.state.leaving is None


def test_still_here_as_often_as_one_likes(visit: Rehearsal) -> None:
    visit.to_questions()
    for _ in range(12):
        visit.wait(90)
        assert visit.state.leaving is not None
        visit.wait(20)
        visit.do(e.StillHere)
        assert visit.state.leaving is None
    assert visit.shows(Screen.QUESTION)


def test_a_profile_cannot_shorten_the_warning(context: Context) -> None:
    import msgspec

    timing = msgspec.structs.replace(context.profile.timing, still_here_s=1)
    profile = msgspec.structs.replace(context.profile, timing=timing)
    visit = Rehearsal(msgspec.structs.replace(context, profile=profile))
    visit.to_questions()
    visit.wait(90 + 19)
    assert visit.shows(Screen.QUESTION)
    visit.wait(1)
    assert visit.shows(Screen.GOODBYE)


def test_the_welcome_screen_waits_for_ever(visit: Rehearsal) -> None:
    visit.wait(1000)
    assert visit.shows(Screen.WELCOME)
    assert visit.state.leaving is None


def test_waiting_in_line_has_time(visit: Rehearsal) -> None:
    to_waiting(visit)
    visit.core(station.CallState(state="queued", providers=1))
    visit.wait(150)
    assert visit.state.leaving is None


def test_a_call_that_comes_ends_the_countdown(visit: Rehearsal) -> None:
    to_waiting(visit)
    visit.wait(180)
    visit.wait(271)
    assert visit.state.leaving is not None
    visit.core(station.CallState(state="connecting"))
    assert visit.shows(Screen.CALL)
    assert visit.state.leaving is None


# ---- the closing document


def test_what_was_answered_is_sent_also_when_incomplete(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.Answered, item="chest", answer=False)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    answers = visit.sealed(documents.Answers)
    assert [a.response["status"] for a in answers] == ["in-progress"]


def test_the_session_waits_until_all_is_saved(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.wait(4)
    assert visit.ended is None
    assert visit.state.closing is not None and visit.state.closing.state == "saving"
    for paper in visit.state.papers:
        visit.core(station.PutDone(id=paper.id, state="saved"))
    visit.wait(1)
    assert visit.ended == EndSession("left", saved=True)


def test_the_truth_is_told_before_an_unsaved_end(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.wait(5)
    assert visit.ended is None
    assert visit.state.closing is not None and visit.state.closing.state == "late"
    visit.wait(4)
    assert visit.ended is None
    visit.wait(1)
    assert visit.ended == EndSession("left", saved=False)
    visit.wait(60)
    assert sum(isinstance(f, EndSession) for f in visit.effects) == 1


def test_a_touch_on_the_goodbye_ends_it_once_saved(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.do(e.Finished)
    assert visit.ended is not None


def test_after_the_end_nothing_moves(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.core(station.CallState(state="connected"))
    visit.plan()
    visit.do(e.WentBack)
    visit.begin()
    assert visit.shows(Screen.GOODBYE)


def test_a_refused_document_is_put_again(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.begin()
    paper = visit.state.papers[0]
    visit.core(station.PutDone(id=paper.id, state="failed"))
    visit.wait(9)
    assert len(visit.sealed(documents.VisitOpened)) == 1
    visit.wait(1)
    puts = [f.id for f in visit.effects if isinstance(f, SealDocument)]
    assert puts == [paper.id, paper.id]
