"""Crashes: replay, the privacy check, and what is said again."""

import pytest

from contract import documents, instruments, station, talk
from contract.measurement import Act
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import EndSession, SealDocument, SetLanguage
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal, replay
from kiosk.visit.summary import raw_rows, rows


def test_a_replay_gives_the_same_state(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.ChatWritten, text="hello")
    visit.plan()
    assert replay(visit.events, visit.context) == visit.state


def test_events_that_change_nothing_need_no_journal(visit: Rehearsal) -> None:
    visit.to_questions()
    before = visit.state
    visit.wait(5)
    visit.do(e.WhoChosen, anonymous=True)
    visit.core(station.KeysChanged(keys=b""))
    visit.core(instruments.Progress(act=Act.OXIMETRY, phase="searching"))
    assert visit.state is before


def test_nothing_is_shown_before_the_check(visit: Rehearsal) -> None:
    visit.to_results()
    assert rows(visit.state, visit.context)
    visit.resume()
    assert visit.shows(Screen.RESUME)
    assert rows(visit.state, visit.context) == ()
    assert raw_rows(visit.state, visit.context) == ()
    for kind in (e.Continued, e.WentBack, e.StillHere, e.Finished, c.HungUp):
        visit.do(kind)
        assert visit.shows(Screen.RESUME)
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.RESULTS)
    assert rows(visit.state, visit.context)


def named(visit: Rehearsal) -> None:
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Ana", family="Ruiz")


def aged(visit: Rehearsal) -> None:
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)


@pytest.mark.parametrize(
    ("start", "kind", "right", "wrong"),
    [
        (Rehearsal.to_questions, "birth-year", " 1950 ", "1951"),
        (named, "first-letter", "r", "x"),
        (aged, "age", "70", "71"),
    ],
)
def test_is_it_still_you(visit: Rehearsal, start: object, kind: str, right: str, wrong: str) -> None:
    assert callable(start)
    start(visit)
    before = visit.state.screen
    visit.resume()
    assert visit.state.resume is not None and visit.state.resume.kind == kind
    visit.do(e.ResumeAnswered, answer="")
    visit.do(e.ResumeAnswered, answer=wrong)
    assert visit.shows(Screen.RESUME)
    assert visit.state.mistake == "not-matching"
    visit.do(e.ResumeAnswered, answer=right)
    assert visit.shows(before)


def test_before_anything_was_said_a_touch_is_enough(visit: Rehearsal) -> None:
    visit.begin()
    visit.resume()
    assert visit.state.resume is not None and visit.state.resume.kind == "confirm"
    visit.do(e.ResumeAnswered, answer="")
    assert visit.shows(Screen.CONSENT)


def test_three_wrong_answers_close_the_visit(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.resume()
    for _ in range(3):
        visit.do(e.ResumeAnswered, answer="1900")
    assert visit.shows(Screen.GOODBYE)
    assert visit.sealed(documents.VisitClosed)[0].how == "timed-out"


def test_starting_over_wipes(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.resume()
    visit.do(e.StartedOver)
    visit.wait(3)
    assert visit.ended == EndSession("left", saved=True)


def test_nobody_answers_the_check(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.resume()
    visit.wait(120)
    assert visit.shows(Screen.GOODBYE)


def test_a_crash_on_the_welcome_screen_is_nothing(visit: Rehearsal) -> None:
    visit.resume()
    assert visit.shows(Screen.WELCOME)


def test_an_inflation_is_stopped_and_offered_again(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.resume()
    assert visit.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.BLOOD_PRESSURE)]
    assert visit.state.pressure.failures == 0
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.CUFF_POSTURE)
    visit.do(e.Continued)
    visit.wait(10)
    assert visit.shows(Screen.CUFF_MEASURE)


def test_between_two_readings_the_next_one_follows(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.pressure(120, 80)
    visit.resume()
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.CUFF_BETWEEN)
    visit.wait(10)
    assert visit.shows(Screen.CUFF_MEASURE)


def test_an_oximetry_is_offered_again_unless_it_was_done(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.resume()
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.OXIMETER_PREPARE)
    visit.do(e.Continued)
    visit.oximetry()
    visit.resume()
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.CUFF_QUESTION)


def test_what_core_held_is_taken_after_the_crash(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.resume()
    reading = visit.oximetry()  # core says it again to the new session
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.CUFF_QUESTION)
    assert visit.told(instruments.AckMeasurement) == [instruments.AckMeasurement(id=reading.id)]


def test_the_same_ids_after_the_crash(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.to_oximeter()
    visit.oximetry()
    first = {f.id: f.document for f in visit.effects if isinstance(f, SealDocument)}
    visit.effects.clear()
    visit.resume()
    visit.core_is_up()
    again = {f.id: f.document for f in visit.effects if isinstance(f, SealDocument)}
    assert again == first


def test_what_is_saved_is_not_put_again(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.effects.clear()
    visit.resume()
    visit.core_is_up()
    assert not any(isinstance(f, SealDocument) for f in visit.effects)
    assert SetLanguage("en") in visit.effects


def test_an_open_emergency_stays_on_the_screen(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})
    visit.effects.clear()
    visit.resume()
    visit.core_is_up()
    assert visit.shows(Screen.EMERGENCY)
    assert visit.state.hidden
    assert [m.alarm for m in visit.told(station.RaiseAlarm)] == [visit.state.alarms[0].id]
    visit.do(e.WentBack)
    assert visit.shows(Screen.RESUME)
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.QUESTION, "chest")


def test_the_check_of_an_emergency_leads_back_to_it_until_somebody_came(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})
    visit.resume()
    visit.do(e.WentBack)
    visit.resume()
    visit.do(e.ResumeAnswered, answer="1950")
    visit.do(e.Answered, item="chest", answer=True)
    assert visit.shows(Screen.EMERGENCY)
    alarm = visit.state.alarms[0].id
    visit.core(
        station.Alarm(
            alarm=alarm,
            visit=VISIT,
            rule="rf-01",
            level="E",
            quiet=False,
            raised_at="",
            acknowledged_by="nurse",
        )
    )
    visit.do(e.Continued)
    assert visit.shows(Screen.QUESTION, "breathless")


def test_a_call_survives_the_crash_behind_the_check(visit: Rehearsal) -> None:
    visit.to_call()
    visit.resume()
    visit.core(station.CallState(state="connected"))
    assert visit.shows(Screen.RESUME)
    assert visit.told(station.CancelCall) == []
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.CALL)


def test_hanging_up_holds_although_core_did_not_hear_it(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)
    visit.effects.clear()
    visit.resume()
    visit.core(station.CallState(state="connected"))
    assert [m.reason for m in visit.told(station.CancelCall)] == ["not-wanted"]
    visit.core(station.CallState(state="none"))
    assert len(visit.told(station.CancelCall)) == 1


def test_a_page_nobody_confirmed_is_sent_again(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.PersonWanted)
    visit.core_is_up()
    assert len(visit.told(station.PagePerson)) == 2
    visit.core(station.PersonPaged(reached=("hub",)))
    visit.core_is_up()
    assert len(visit.told(station.PagePerson)) == 2


def test_a_plan_that_came_meanwhile_is_behind_the_check(visit: Rehearsal) -> None:
    visit.to_call()
    visit.core(station.CallState(state="ended"))
    visit.resume()
    visit.plan()
    assert visit.shows(Screen.RESUME)
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.PLAN)


def test_a_crash_while_saying_goodbye_ends_all_the_same(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.wait(3)
    visit.effects.clear()
    visit.resume()
    assert visit.ended == EndSession("left", saved=True)


# ---- core


def test_a_restarted_core_hears_all_it_may_have_missed(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.to_call()
    visit.do(c.ChatWritten, text="hello")
    visit.effects.clear()
    visit.do(e.CoreLost)
    visit.core_is_up()
    visit.core(station.CallState(state="none"))
    assert visit.told(station.VisitStarted) == [station.VisitStarted(visit=VISIT)]
    assert len(visit.live(talk.SessionKey)) == len(visit.live(talk.ChatLine)) == 1
    assert len(visit.told(station.RequestCall)) == len(visit.told(station.OpenCamera)) == 1
    assert len({f.id for f in visit.effects if isinstance(f, SealDocument)}) == len(visit.state.papers)
    assert visit.shows(Screen.CALL)
    assert visit.state.call.state == "lost"


def test_a_measurement_cut_by_cores_restart_does_not_count(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.do(e.CoreLost)
    visit.core_is_up()
    problem = visit.state.problem
    assert problem is not None and problem.untried and problem.fault == "station-restarted"
    visit.do(e.Continued)
    assert visit.shows(Screen.OXIMETER)


def test_without_core_for_long_out_of_order_and_back(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.CoreLost)
    visit.wait(19)
    assert visit.shows(Screen.QUESTION)
    visit.wait(1)
    assert visit.shows(Screen.OUT_OF_ORDER)
    visit.core_is_up()
    assert visit.shows(Screen.QUESTION, "chest")


def test_out_of_order_on_the_welcome_screen(visit: Rehearsal) -> None:
    visit.do(e.CoreLost)
    visit.wait(20)
    assert visit.shows(Screen.OUT_OF_ORDER)
    visit.begin()
    assert visit.shows(Screen.OUT_OF_ORDER)
    visit.core_is_up()
    assert visit.shows(Screen.WELCOME)


def test_an_emergency_is_shown_without_core_too(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})
    visit.do(e.CoreLost)
    visit.wait(60)
    assert visit.shows(Screen.EMERGENCY)
    assert not visit.state.core_up
