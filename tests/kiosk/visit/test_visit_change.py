"""What was said is changed from wherever one is, and nothing ends by it: no call, no alarm, no promise."""

import pytest

from contract import documents, station
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal


@pytest.fixture
def in_call(visit: Rehearsal) -> Rehearsal:
    """Changing answers in a call."""
    visit.to_call()
    visit.do(e.ChangeWanted)
    assert visit.shows(Screen.CHANGE)
    return visit


def test_back_leads_to_the_call(in_call: Rehearsal) -> None:
    in_call.do(e.WentBack)
    assert in_call.shows(Screen.CALL)


def test_a_changed_answer_reaches_the_provider_and_the_call_never_ends(in_call: Rehearsal) -> None:
    in_call.do(e.ChangeWanted, what="question:why")
    for state in ("lost", "connecting", "connected"):  # mended meanwhile: nobody is thrown out of a question
        in_call.core(station.CallState(state=state))
        assert in_call.shows(Screen.QUESTION, "why")
    in_call.do(e.Answered, item="why", answer="rash")
    assert in_call.shows(Screen.CALL) and in_call.state.call.live
    assert in_call.sealed(documents.Answers)[-1].reason == "rash"
    assert not in_call.told(station.CancelCall)


def test_who_it_is_may_be_changed_in_a_call(in_call: Rehearsal) -> None:
    in_call.do(e.ChangeWanted, what="who")
    in_call.do(e.WhoChosen, anonymous=False)
    in_call.do(e.NameGiven, given="Ana", family="Diaz")
    in_call.do(e.BirthDateGiven, birth_date="1951-03-02")
    assert in_call.shows(Screen.CALL)
    assert in_call.sealed(documents.Identified)[-1].person.family == "Diaz"


def test_an_emergency_said_while_changing_is_shown_over_the_call(in_call: Rehearsal) -> None:
    in_call.do(e.ChangeWanted, what="question:chest")
    in_call.do(e.Answered, item="chest", answer=True)
    assert in_call.shows(Screen.CALL) and in_call.state.emergency_over and in_call.state.call.live
    assert [told.rule for told in in_call.told(station.RaiseAlarm)] == ["rf-01"]
    in_call.do(e.ChangeWanted)
    in_call.do(e.ChangeWanted, what="question:chest")
    in_call.do(e.Answered, item="chest", answer=False)  # taken back: the alarm stands
    assert in_call.shows(Screen.CALL) and in_call.state.emergency_over


def test_an_emergency_said_by_touch_while_changing_is_shown_over_the_call(in_call: Rehearsal) -> None:
    in_call.do(e.PersonWanted)
    in_call.do(e.EmergencyWanted)
    assert in_call.shows(Screen.CALL) and in_call.state.emergency_over


def test_a_call_that_ends_meanwhile_leads_on_from_there(in_call: Rehearsal) -> None:
    in_call.core(station.CallState(state="ended"))
    assert in_call.shows(Screen.CHANGE)
    in_call.do(e.WentBack)
    assert in_call.shows(Screen.PLAN_WAITING)


@pytest.mark.parametrize("where", [Screen.OFFER_CALL, Screen.NOBODY, Screen.STORED])
def test_change_and_back_leads_to_where_one_was(context: Context, where: Screen) -> None:
    visit = Rehearsal(context)
    visit.to_results()
    visit.do(e.Continued)
    if where is Screen.NOBODY:
        visit.do(c.CallWanted, camera=False)
        visit.core(station.CallState(state="nobody"))
    elif where is Screen.STORED:
        visit.do(c.CallDeclined)
    assert visit.shows(where)
    visit.do(e.ChangeWanted)
    visit.do(e.WentBack)
    assert visit.shows(where)
    visit.do(e.ChangeWanted)
    visit.do(e.ChangeWanted, what="question:why")
    visit.do(e.Answered, item="why", answer="rash")
    assert visit.sealed(documents.Answers)[-1].reason == "rash"
    assert visit.shows(where) or where is Screen.OFFER_CALL


def test_while_the_plan_is_written(visit: Rehearsal) -> None:
    visit.to_call()
    visit.core(station.CallState(state="ended"))
    assert visit.shows(Screen.PLAN_WAITING)
    visit.do(e.ChangeWanted)
    visit.do(e.WentBack)
    assert visit.shows(Screen.PLAN_WAITING)
