"""Red flags: at once, honestly, never ending a call, never a dead end."""

from uuid import UUID

import msgspec
import pytest

from contract import documents, instruments, station, talk
from contract.envelope import Lane
from contract.measurement import Act, Grade
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.effects import SealDocument, Tell
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal


def acknowledged(alarm: UUID, by: str = "nurse") -> station.Alarm:
    return station.Alarm(
        alarm=alarm,
        visit=VISIT,
        rule="rf-01",
        level="E",
        quiet=False,
        raised_at="2026-11-24T09:00:00+00:00",
        hub_has_it=True,
        acknowledged_by=by,
        acknowledged_at="2026-11-24T09:01:00+00:00" if by else "",
    )


@pytest.fixture
def chest(visit: Rehearsal) -> Rehearsal:
    visit.to_questions()
    visit.do(e.Answered, item="chest", answer=True)
    return visit


def test_chest_pain_is_an_emergency_at_once(chest: Rehearsal) -> None:
    assert chest.shows(Screen.EMERGENCY)
    alarm = chest.state.alarms[0]
    assert (alarm.rule, alarm.level, alarm.quiet) == ("rf-01", "E", False)
    assert chest.told(station.RaiseAlarm) == [
        station.RaiseAlarm(alarm=alarm.id, visit=VISIT, rule="rf-01", level="E", quiet=False)
    ]
    sealed = [
        f
        for f in chest.effects
        if isinstance(f, SealDocument) and isinstance(f.document, documents.AlarmRaised)
    ]
    assert [f.lane for f in sealed] == [Lane.ALERT]


def test_core_is_told_before_anything_is_sealed(chest: Rehearsal) -> None:
    kinds = [
        "tell" if isinstance(f, Tell) else "seal"
        for f in chest.effects
        if (isinstance(f, Tell) and isinstance(f.message, station.RaiseAlarm))
        or (isinstance(f, SealDocument) and isinstance(f.document, documents.AlarmRaised))
    ]
    assert kinds == ["tell", "seal"]


def test_help_is_not_coming_before_somebody_said_so(chest: Rehearsal) -> None:
    alarm = chest.state.alarms[0]
    assert len(chest.state.emergencies) == 1
    chest.core(acknowledged(alarm.id, by=""))
    assert chest.state.alarms[0].hub_has_it
    assert len(chest.state.emergencies) == 1
    chest.do(e.StaffHere, by="reception")
    assert chest.told(station.AcknowledgeAlarm) == [station.AcknowledgeAlarm(alarm=alarm.id, by="reception")]
    assert len(chest.state.emergencies) == 1  # core has not confirmed it
    chest.core(acknowledged(alarm.id))
    assert not chest.state.emergencies
    assert chest.state.alarms[0].acknowledged_by == "nurse"


def test_another_visits_alarm_is_not_ours(chest: Rehearsal) -> None:
    chest.core(acknowledged(UUID(int=9)))
    assert len(chest.state.emergencies) == 1


def test_an_emergency_never_times_out(chest: Rehearsal) -> None:
    chest.wait(3600)
    assert chest.shows(Screen.EMERGENCY)
    assert chest.state.leaving is None


def test_asking_to_leave_an_emergency_and_not_answering_stays(chest: Rehearsal) -> None:
    chest.do(e.LeaveWanted)
    chest.wait(120)
    assert chest.shows(Screen.EMERGENCY)
    assert chest.state.leaving is None


def test_the_flow_goes_on_once_somebody_came(chest: Rehearsal) -> None:
    chest.do(e.Continued)
    assert chest.shows(Screen.EMERGENCY)
    chest.core(acknowledged(chest.state.alarms[0].id))
    chest.do(e.Continued)
    assert chest.shows(Screen.QUESTION, "breathless")
    chest.answer_all()
    assert chest.shows(Screen.OFFER_CALL)  # E is more urgent than measuring


def test_touched_by_mistake_the_alarm_stands(chest: Rehearsal) -> None:
    chest.do(e.WentBack)
    assert chest.shows(Screen.QUESTION, "chest")
    chest.do(e.Answered, item="chest", answer=False)
    assert chest.shows(Screen.QUESTION, "breathless")
    assert len(chest.state.emergencies) == 1
    chest.wait(600)
    assert chest.shows(Screen.QUESTION, "breathless")


def test_the_same_answer_again_is_an_emergency_again_but_one_alarm(chest: Rehearsal) -> None:
    chest.do(e.WentBack)
    chest.do(e.Answered, item="chest", answer=True)
    assert chest.shows(Screen.EMERGENCY)
    assert len(chest.told(station.RaiseAlarm)) == 1


def test_thoughts_of_suicide_are_a_quiet_emergency(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"suicidal": True})
    assert visit.shows(Screen.EMERGENCY)
    assert visit.state.quiet
    assert visit.told(station.RaiseAlarm)[0].quiet


def test_a_loud_one_beside_a_quiet_one_is_loud(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.do(e.Answered, item="chest", answer=True)
    visit.do(e.WentBack)
    visit.do(e.Continued)
    visit.core(acknowledged(visit.state.alarms[0].id))
    visit.do(e.Continued)
    visit.answer_all({"suicidal": True})
    assert visit.shows(Screen.EMERGENCY)
    assert not visit.state.quiet


def test_a_reading_can_be_an_emergency(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry(spo2=86)
    assert visit.shows(Screen.OXIMETER_PREPARE)
    assert visit.state.oximetry.repeat == ("rf-07",)
    visit.do(e.Continued)
    visit.oximetry(spo2=85)
    assert visit.shows(Screen.EMERGENCY)
    assert [a.rule for a in visit.state.alarms] == ["rf-07"]
    assert len(visit.sealed(documents.Measured)) == 2
    visit.core(acknowledged(visit.state.alarms[0].id))
    visit.do(e.Continued)
    assert not visit.shows(Screen.OXIMETER_PREPARE)  # both attempts are there


def test_very_high_pressure_with_symptoms_does_not_wait(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"breathless": True})
    visit.do(e.Continued)
    visit.oximetry()
    visit.do(e.Continued)
    visit.fit_cuff()
    visit.pressure(190, 125)
    assert visit.shows(Screen.EMERGENCY)
    assert "rf-03" in [a.rule for a in visit.state.alarms]
    inflations = len(visit.told(instruments.Measure))
    visit.wait(300)
    assert len(visit.told(instruments.Measure)) == inflations


def test_an_emergency_stops_what_runs(visit: Rehearsal) -> None:
    visit.to_oximeter()
    first = visit.oximetry(spo2=86)
    visit.do(e.Continued)
    visit.resume()
    visit.do(e.ResumeAnswered, answer="1950")
    visit.do(e.Continued)
    late = msgspec.structs.replace(first, id=visit.state.acts[1])  # cut short by the crash, yet it came
    visit.core(instruments.Measured(measurement=late))
    assert visit.shows(Screen.EMERGENCY)
    assert visit.state.running is None
    assert visit.told(instruments.StopMeasure)[-1] == instruments.StopMeasure(act=Act.OXIMETRY)


def test_an_emergency_does_not_end_a_call(visit: Rehearsal) -> None:
    visit.to_call()
    for spo2 in (86, 85):
        visit.hub(talk.MeasureAsked(id=UUID(int=100 + spo2), visit=VISIT, at="", act="oximetry"))
        visit.do(c.MeasureAgreed, yes=True)
        visit.oximetry(spo2=spo2)
    assert visit.shows(Screen.CALL)
    assert visit.state.emergency_over
    assert visit.told(station.CancelCall) == []
    assert len(visit.told(station.RaiseAlarm)) == 1


def low_oxygen_twice(visit: Rehearsal) -> None:
    """One low reading kept, a second one that comes late."""
    visit.to_oximeter()
    first = visit.oximetry(spo2=86)
    visit.do(e.Continued)
    visit.do(e.Skipped, reason="hurts")
    visit.do(c.CallWanted, camera=True)
    visit.core(station.CallState(state="connecting"))
    late = msgspec.structs.replace(first, id=visit.state.acts[-1], effective=visit.at)
    visit.core(instruments.Measured(measurement=late))


def test_a_line_being_made_is_not_taken_over(visit: Rehearsal) -> None:
    low_oxygen_twice(visit)
    assert visit.shows(Screen.CALL)
    assert visit.state.emergency_over
    visit.core(station.CallState(state="ended"))
    assert visit.shows(Screen.EMERGENCY)


def test_an_overlay_does_not_vanish_with_the_call(visit: Rehearsal) -> None:
    low_oxygen_twice(visit)
    visit.hub(talk.MeasureAsked(id=UUID(int=1), visit=VISIT, at="", act="blood_pressure"))
    visit.do(c.MeasureAgreed, yes=True)
    assert visit.shows(Screen.CUFF_QUESTION)
    visit.core(station.CallState(state="ended"))
    assert visit.shows(Screen.EMERGENCY)


def test_onward_never_leads_past_an_emergency(chest: Rehearsal) -> None:
    chest.state = msgspec.structs.replace(chest.state, screen=Screen.MEASURE_PROBLEM)
    chest.do(e.Continued)
    assert chest.shows(Screen.EMERGENCY)


def test_a_call_from_the_emergency_screen(chest: Rehearsal) -> None:
    chest.do(c.CallWanted, camera=True)
    assert chest.shows(Screen.EMERGENCY)
    assert chest.told(station.RequestCall)[0].level == "E"
    chest.core(station.CallState(state="unreachable"))
    assert (chest.screen, chest.state.call.state) == (Screen.EMERGENCY, "unreachable")
    chest.core(station.CallState(state="connected"))
    assert chest.shows(Screen.CALL)
    assert chest.state.emergency_over
    chest.core(station.CallState(state="ended"))
    assert chest.shows(Screen.PLAN_WAITING)


def test_an_emergency_moves_up_in_the_line(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"breathless": True})
    visit.do(e.Continued)
    visit.oximetry(spo2=86)
    visit.do(e.Skipped, reason="do-not-want")
    assert visit.state.level == "P"  # a low value that was not repeated
    visit.do(c.CallWanted, camera=True)
    visit.do(e.Continued)  # measure meanwhile
    visit.fit_cuff()
    visit.pressure(190, 125)
    assert visit.shows(Screen.EMERGENCY)
    assert [request.level for request in visit.told(station.RequestCall)] == ["P", "E"]


def test_who_comes_to_help_gets_the_answers_so_far(chest: Rehearsal) -> None:
    assert [d.symptoms for d in chest.sealed(documents.Answers)] == [("chest_pain",)]


def test_an_emergency_after_the_call_is_one_again(visit: Rehearsal) -> None:
    visit.to_call()
    late = []
    for n in (1, 2):
        visit.hub(talk.MeasureAsked(id=UUID(int=n), visit=VISIT, at="", act="oximetry"))
        visit.do(c.MeasureAgreed, yes=True)
        if n == 1:
            late.append(visit.oximetry(spo2=86))
    visit.wait(1)
    visit.core(station.CallState(state="ended"))
    assert visit.shows(Screen.PLAN_WAITING)
    visit.wait(1)
    second = msgspec.structs.replace(late[0], id=visit.state.acts[-1], effective=visit.at)
    visit.core(instruments.Measured(measurement=second))
    assert visit.shows(Screen.EMERGENCY)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert visit.sealed(documents.VisitClosed)[0].how == "left-before-seen"


def test_nobody_has_heard_what_is_said_as_the_call_ends(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)
    visit.do(e.EmergencyWanted)  # no time between the two
    assert visit.shows(Screen.EMERGENCY)


def test_left_before_seen(chest: Rehearsal) -> None:
    chest.do(e.LeaveWanted)
    chest.do(e.LeaveConfirmed)
    assert [d.how for d in chest.sealed(documents.VisitClosed)] == ["left-before-seen"]


def test_left_after_somebody_came(chest: Rehearsal) -> None:
    chest.core(acknowledged(chest.state.alarms[0].id))
    chest.do(e.LeaveWanted)
    chest.do(e.LeaveConfirmed)
    assert [d.how for d in chest.sealed(documents.VisitClosed)] == ["left"]


def test_get_a_person_from_everywhere(visit: Rehearsal) -> None:
    visit.do(e.PersonWanted)
    assert visit.told(station.PagePerson) == [station.PagePerson(visit=None)]
    assert visit.state.person is not None and not visit.state.person.reached
    visit.core(station.PersonPaged(reached=("hub",)))
    assert visit.state.person.reached == ("hub",)
    visit.do(e.PageClosed)
    assert visit.state.person.closed
    visit.begin()
    visit.do(e.PersonWanted)
    assert visit.told(station.PagePerson)[-1] == station.PagePerson(visit=VISIT)


def test_a_second_cry_for_help_is_an_alarm_again_once_the_first_was_seen(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.EmergencyWanted)
    visit.do(e.EmergencyWanted)
    [first] = visit.state.alarms  # nobody has seen it: once is enough
    visit.core(acknowledged(first.id))
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    visit.do(e.EmergencyWanted)
    assert visit.shows(Screen.EMERGENCY)
    assert len(visit.told(station.RaiseAlarm)) == len(visit.sealed(documents.AlarmRaised)) == 2
    assert len(visit.state.emergencies) == 1


def test_a_sign_that_comes_back_is_an_alarm_again_and_one_that_lasts_is_not(chest: Rehearsal) -> None:
    chest.core(acknowledged(chest.state.alarms[0].id))
    chest.do(e.WentBack)
    chest.do(e.Answered, item="chest", answer=True)  # the same, and it was seen
    assert chest.shows(Screen.QUESTION, "breathless")
    assert len(chest.told(station.RaiseAlarm)) == 1
    for answer in (False, True):
        chest.do(e.WentBack)
        chest.do(e.Answered, item="chest", answer=answer)
    assert chest.shows(Screen.EMERGENCY)
    assert len(chest.told(station.RaiseAlarm)) == 2


def test_an_emergency_while_the_line_is_broken_was_seen_by_nobody(visit: Rehearsal) -> None:
    visit.to_call()
    visit.wait(1)
    visit.core(station.CallState(state="lost"))
    visit.wait(1)
    visit.do(e.EmergencyWanted)
    visit.wait(1)
    visit.core(station.CallState(state="ended", reason="provider-lost"))
    assert visit.shows(Screen.EMERGENCY)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert visit.sealed(documents.VisitClosed)[0].how == "left-before-seen"


def test_one_before_the_line_broke_was_seen(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(e.EmergencyWanted)
    visit.wait(1)
    visit.core(station.CallState(state="lost"))
    visit.core(station.CallState(state="ended", reason="provider-lost"))
    assert visit.shows(Screen.NOBODY)


def test_a_reading_that_comes_after_the_end_still_raises_its_alarm(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"breathless": True})
    visit.do(e.Continued)
    visit.oximetry()
    visit.do(e.Continued)
    visit.fit_cuff()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert visit.told(station.RaiseAlarm) == []
    visit.pressure(200, 125)
    assert visit.shows(Screen.GOODBYE)
    assert ("rf-03", "E") in [(m.rule, m.level) for m in visit.told(station.RaiseAlarm)]


@pytest.mark.parametrize("leaves", ["left", "timed-out"])
def test_who_leaves_before_a_grave_value_is_measured_again_is_looked_for(
    visit: Rehearsal, leaves: str
) -> None:
    visit.to_oximeter()
    visit.oximetry(spo2=82)
    assert visit.shows(Screen.OXIMETER_PREPARE)
    if leaves == "left":
        visit.do(e.LeaveWanted)
        visit.do(e.LeaveConfirmed)
    else:
        visit.wait(600)
    assert [a.rule for a in visit.state.alarms] == ["rf-unmeasurable"]
    assert visit.sealed(documents.VisitClosed)[0].how == "left-before-seen"


def test_a_grave_value_at_the_last_attempt_is_not_passed_over(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry(spo2=97, pulse=155)  # measured again for the pulse
    visit.wait(61)
    visit.do(e.Continued)
    visit.oximetry(spo2=84, pulse=100)
    assert [a.rule for a in visit.state.alarms] == ["rf-unmeasurable"]
    visit.do(e.Continued)
    assert visit.shows(Screen.OFFER_CALL)


def test_a_high_pressure_at_the_last_of_the_scheme_is_measured_once_more(visit: Rehearsal) -> None:
    visit.to_cuff()
    for systolic in (178, 179, 184):
        visit.pressure(systolic, 100)
        visit.wait(visit.context.profile.timing.between_s)
    assert visit.shows(Screen.CUFF_MEASURE)
    visit.pressure(183, 100)
    assert [a.rule for a in visit.state.alarms] == ["rf-04"]


def test_one_high_pressure_that_can_not_be_measured_again_is_for_a_provider(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.pressure(150, 90, grade=Grade.NOT_RELIABLE)
    visit.do(e.Continued)
    visit.wait(visit.context.profile.timing.between_s)
    for systolic in (178, 179, 184):  # the fourth inflation is the last one allowed
        visit.pressure(systolic, 100)
        visit.wait(visit.context.profile.timing.between_s)
    assert [a.rule for a in visit.state.alarms] == ["rf-unmeasurable"]


def test_after_an_emergency_while_it_was_looked_for_who_it_is_the_name_is_asked(visit: Rehearsal) -> None:
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.device("scanner", "ready")
    visit.core(station.CardRead(token="CPC1-" + "A" * 26))
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    assert visit.shows(Screen.LOOKING)
    visit.do(e.EmergencyWanted)
    visit.acknowledge(visit.state.alarms[0].id)
    visit.do(e.Continued)
    assert visit.shows(Screen.NAME)


def test_after_an_emergency_and_a_crash_at_the_pictures_the_way_goes_on(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.PhotoWanted)
    assert visit.shows(Screen.PHOTO)
    visit.do(e.EmergencyWanted)
    visit.resume()
    visit.acknowledge(visit.state.alarms[0].id)
    visit.do(e.Continued)
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.RESULTS)
