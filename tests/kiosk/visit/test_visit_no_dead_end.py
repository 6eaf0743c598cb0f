"""No dead end: why no call came about, the five ways on, what is promised, and that a case is a whole one."""

from collections.abc import Callable
from uuid import UUID

import msgspec
import pytest

from contract import documents, station
from contract.documents import CaseLeft, Document, VisitClosed
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal
from kiosk.visit.steps import COVERS, STEPS, step_of


def state(visit: Rehearsal, name: str, reason: str = "") -> None:
    visit.core(station.CallState(state=name, reason=reason))


def asked(visit: Rehearsal) -> Rehearsal:
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    return visit


def nobody_on_call(visit: Rehearsal) -> None:
    state(asked(visit), "nobody")


def no_connection(visit: Rehearsal) -> None:
    state(asked(visit), "unreachable")


def the_promised_time_is_over(visit: Rehearsal) -> None:
    asked(visit).wait(visit.context.profile.timing.provider_wait_s)


def the_provider_was_lost(visit: Rehearsal) -> None:
    visit.to_call()
    state(visit, "ended", "provider-lost")


def hung_up_on_a_broken_line(visit: Rehearsal) -> None:
    visit.to_call()
    state(visit, "lost")
    visit.do(c.HungUp)


def stopped_waiting(visit: Rehearsal) -> None:
    asked(visit).do(c.HungUp)


WAYS: dict[str, tuple[Callable[[Rehearsal], None], ...]] = {
    "nobody": (nobody_on_call,),
    "no-connection": (no_connection,),
    "promised-time-over": (the_promised_time_is_over,),
    "dropped": (the_provider_was_lost, hung_up_on_a_broken_line),
    "stopped-waiting": (stopped_waiting,),
}
OBSTACLES = [(why, way) for why, ways in WAYS.items() for way in ways]


@pytest.mark.parametrize(("why", "come"), OBSTACLES, ids=lambda value: getattr(value, "__name__", value))
def test_whatever_stands_in_the_way_the_choices_come_and_say_why(
    visit: Rehearsal, why: str, come: Callable[[Rehearsal], None]
) -> None:
    come(visit)
    assert visit.shows(Screen.NOBODY)
    assert visit.state.obstacle == why


@pytest.mark.parametrize("why", [*WAYS, "declined"])
def test_every_obstacle_is_one_the_hub_knows(why: str) -> None:
    assert why in documents.NO_CALL
    assert set(documents.NO_CALL) == {*WAYS, "declined"}


@pytest.mark.parametrize(("why", "come"), OBSTACLES, ids=lambda value: getattr(value, "__name__", value))
@pytest.mark.parametrize("wish", ["review", "in-person"])
def test_a_case_says_why_and_until_when_it_is_looked_at(
    visit: Rehearsal, why: str, come: Callable[[Rehearsal], None], wish: str
) -> None:
    come(visit)
    visit.do(c.NobodyChosen, choice={"review": "store"}.get(wish, wish))
    assert visit.shows(Screen.STORED)
    [case] = visit.sealed(CaseLeft)
    assert (case.why, case.wish, case.promised_s) == (why, wish, 24 * 3600)
    visit.do(e.Finished)
    [closed] = visit.sealed(VisitClosed)
    assert (closed.no_call, closed.step) == (why, "after")


def said(visit: Rehearsal) -> list[Document]:
    """What the hub has of a visit, but when it was said, and how it ended."""
    ending = (CaseLeft, documents.CallbackWanted, VisitClosed)
    told = [document for document in visit.sealed(msgspec.Struct) if not isinstance(document, ending)]
    return [msgspec.structs.replace(document, at=visit.at) for document in told]  # type: ignore[misc]


@pytest.mark.parametrize("choice", ["store", "call-back", "declined"])
def test_a_case_holds_the_same_answers_and_readings_as_a_call(context: Context, choice: str) -> None:
    call, case = Rehearsal(context), Rehearsal(context)
    call.to_call()
    case.to_results()
    case.do(e.Continued)
    if choice == "declined":
        case.do(c.CallDeclined)
    else:
        case.do(c.CallWanted, camera=True)
        state(case, "nobody")
        case.do(c.NobodyChosen, choice=choice)
    if choice == "call-back":
        case.do(c.PhoneGiven, phone="+1 555 0100")
        case.do(c.CallTimeChosen, when="soon")
    assert case.shows(Screen.STORED)
    case.ns = call.ns
    assert [type(document) for document in said(case)].count(
        documents.Measured
    ) == 5  # oxygen, 3 and their mean
    assert said(case) == said(call)


def test_a_case_left_in_the_middle_of_the_questions_holds_what_was_answered(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"screen": True})  # a provider is offered at once
    visit.do(c.CallWanted, camera=True)
    state(visit, "nobody")
    visit.do(c.NobodyChosen, choice="store")
    [answers] = visit.sealed(documents.Answers)
    assert "suicide_screen_yes" in answers.symptoms


def test_a_person_on_site_may_be_chosen_and_the_other_ways_stay(visit: Rehearsal) -> None:
    nobody_on_call(visit)
    visit.do(c.NobodyChosen, choice="person")
    assert visit.told(station.PagePerson) == [station.PagePerson(visit=VISIT)]
    assert visit.shows(Screen.NOBODY)
    assert visit.state.person is not None
    visit.do(c.NobodyChosen, choice="store")
    assert visit.shows(Screen.STORED)


def test_soon_has_a_promise_and_a_part_of_the_day_its_own_clock(visit: Rehearsal) -> None:
    nobody_on_call(visit)
    visit.do(c.NobodyChosen, choice="call-back")
    visit.do(c.PhoneGiven, phone="555 0100")
    visit.do(c.CallTimeChosen, when="soon")
    [wanted] = visit.sealed(documents.CallbackWanted)
    assert wanted.promised_s == 2 * 3600
    state(visit, "connecting")
    assert visit.shows(Screen.STORED)  # no longer in line


def test_back_from_the_time_to_the_number_to_the_choices(visit: Rehearsal) -> None:
    nobody_on_call(visit)
    visit.do(c.NobodyChosen, choice="call-back")
    visit.do(c.PhoneGiven, phone="555 0100")
    visit.do(e.WentBack)
    assert visit.shows(Screen.CALLBACK)
    visit.do(e.WentBack)
    assert visit.shows(Screen.NOBODY)


def test_a_dropped_call_that_comes_back_is_a_call_again(visit: Rehearsal) -> None:
    the_provider_was_lost(visit)
    visit.do(c.NobodyChosen, choice="wait")
    assert visit.shows(Screen.WAITING)
    state(visit, "connected")
    assert visit.shows(Screen.CALL)
    visit.do(c.HungUp)
    assert visit.shows(Screen.PLAN_WAITING)


def test_a_call_the_provider_ended_waits_for_the_plan(visit: Rehearsal) -> None:
    visit.to_call()
    state(visit, "ended", "ended")
    assert visit.shows(Screen.PLAN_WAITING)


def test_after_a_dropped_call_the_text_is_asked_about_once_something_was_chosen(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.ChatWritten, text="It hurts here.")
    state(visit, "ended", "provider-lost")
    assert visit.shows(Screen.NOBODY)
    visit.do(c.NobodyChosen, choice="store")
    assert visit.shows(Screen.KEEP_TEXT)
    visit.do(c.TextKept, keep=True)
    assert visit.shows(Screen.STORED)


def test_what_is_said_on_the_choices_follows_the_line(visit: Rehearsal) -> None:
    nobody_on_call(visit)
    state(visit, "unreachable")
    assert visit.state.obstacle == "no-connection"
    visit.do(c.NobodyChosen, choice="store")
    visit.do(e.Finished)
    assert visit.sealed(VisitClosed)[0].no_call == "nobody"  # what stood in the way first


# ---- get a person


def test_the_page_says_when_the_hub_is_told_and_who_has_answered(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.PersonWanted)
    visit.core(station.PersonPaged(reached=("site-alarm",), hub_in_s=60))
    person = visit.state.person
    assert person is not None and person.hub is not None
    assert person.hub.until_ns - visit.ns == 60 * 10**9
    visit.do(e.PageClosed)
    visit.core(station.PersonPaged(reached=("site-alarm", "hub")))
    assert visit.state.person is not None and visit.state.person.closed
    visit.core(station.PersonPaged(reached=("hub",), answered_by="provider", answered_at="x"))
    assert visit.state.person.answered_by == "provider"
    assert not visit.state.person.closed  # an answer is shown again


def test_who_works_here_and_comes_ends_the_page(visit: Rehearsal) -> None:
    visit.do(e.PersonWanted)  # before any visit
    visit.do(e.StaffHere)
    assert visit.told(station.PersonHere) == [station.PersonHere(by="staff")]
    assert visit.state.person is None


def test_a_page_is_quiet_where_somebody_may_harm_themselves(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"suicidal": True})
    visit.do(e.PersonWanted)
    assert visit.told(station.PagePerson) == [station.PagePerson(visit=VISIT, quiet=True)]


def test_a_core_that_died_before_the_hub_knew_is_told_again(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.PersonWanted)
    visit.core(station.PersonPaged(reached=("site-alarm",), hub_in_s=60))
    visit.do(e.CoreLost)
    visit.core_is_up()
    assert len(visit.told(station.PagePerson)) == 2


# ---- leaving after a red flag


def test_who_leaves_after_a_flag_may_leave_a_number_first(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"screen": True})
    assert visit.state.level == "P"
    visit.do(e.LeaveWanted)
    visit.do(c.NumberWanted)
    assert visit.shows(Screen.CALLBACK)
    visit.do(c.PhoneGiven, phone="555 0100")
    visit.do(c.CallTimeChosen, when="soon")
    visit.do(e.Finished)
    assert visit.sealed(VisitClosed)[0].how == "left-before-seen"  # nobody has seen it yet all the same
    assert visit.sealed(documents.CallbackWanted)[0].phone == "555 0100"


def test_an_emergency_is_not_left_for_a_number(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})
    visit.do(e.LeaveWanted)
    visit.do(c.NumberWanted)
    assert visit.shows(Screen.EMERGENCY)


# ---- in which part a visit ended


def test_the_part_of_a_visit_is_no_question_and_no_answer(visit: Rehearsal) -> None:
    seen = []
    for _ in range(60):
        if visit.state.visit is not None and visit.state.closing is None:
            seen.append(step_of(visit.state))
        visit.go_on()
    assert set(seen) <= set(documents.STEPS)
    assert list(dict.fromkeys(seen)) == [step for step in documents.STEPS if step in seen]
    assert {"consent", "about-you", "questions", "measuring", "results", "waiting", "call", "after"} == set(
        seen
    )
    assert set(STEPS.values()) == set(documents.STEPS)


def test_every_screen_is_in_a_part_of_the_visit_or_in_none() -> None:
    outside = {Screen.WELCOME, Screen.STATION, Screen.SYMPTOMS, Screen.GOODBYE, Screen.CLEANING}
    outside |= {Screen.SIGN_IN, Screen.BADGE, Screen.PIN, Screen.SIGNED_OUT}  # a round, between two visits
    outside |= {Screen.ROUND, Screen.FIND, Screen.CHECK}
    outside |= {
        Screen.TECHNICIAN,
        Screen.COMMISSION,
        Screen.SPARE,
    }  # who mends the station, with no patient here
    assert set(Screen) - set(STEPS) - set(COVERS) == outside, (
        "say in kiosk/visit/steps.py where a screen belongs"
    )


def test_an_emergency_in_the_questions_is_in_the_questions(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})
    assert visit.shows(Screen.EMERGENCY)
    assert step_of(visit.state) == "questions"
    visit.resume()
    assert step_of(visit.state) == "questions"


def test_ids_of_what_is_left_are_the_same_in_a_replay(visit: Rehearsal) -> None:
    nobody_on_call(visit)
    visit.do(c.NobodyChosen, choice="store")
    before = [paper.id for paper in visit.state.papers]
    visit.resume()
    assert [paper.id for paper in visit.state.papers] == before
    assert all(isinstance(id, UUID) for id in before)
