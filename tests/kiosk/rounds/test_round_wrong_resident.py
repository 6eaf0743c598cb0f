"""Readings that were another resident's: filed anew, in doubt, undone."""

from uuid import UUID

import msgspec
import pytest

from contract import documents, staff, station
from contract.care import WRONG_RESIDENT, ReadingRefiled, ResidentBound, WrongResident
from contract.measurement import Act, Kind, Value
from contract.visit_document import VisitDocument
from kiosk.rounds import events as e
from kiosk.rounds.due import DONE, DUE, standing
from kiosk.rounds.rehearsal import ANA, BADGE, BEN, NURSE, SHIFT, RoundRehearsal
from kiosk.visit import events as v
from kiosk.visit.alarms import UNMEASURABLE
from kiosk.visit.model import Screen
from kiosk.visit.parts import OpenAlarm


def test_readings_of_a_wrong_resident_are_filed_anew_under_the_right_one(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    former = {m.id: m for m in duty.state.measurements}
    wrong = duty.state.visit
    duty.touch("wrong")
    assert duty.shows(Screen.ROUND)
    assert standing(ANA, duty.duty.seen, duty.clock) == DUE  # nobody has measured her
    duty.pick(ANA)
    assert duty.state.mistake == "the-same-resident"
    duty.to_bed(BEN)
    refiled = duty.sealed(ReadingRefiled)
    assert {r.former for r in refiled} == set(former)
    assert {r.former_visit for r in refiled} == {wrong}
    assert {r.visit for r in refiled} == {duty.state.visit}
    assert len({r.measurement.id for r in refiled} | set(former)) == 2 * len(former)
    mean = next(r.measurement for r in refiled if r.measurement.derived_from)
    assert set(mean.derived_from) <= {r.measurement.id for r in refiled}
    assert duty.sealed(ResidentBound)[-1].resident == BEN.id
    duty.touch("leave")
    assert standing(BEN, duty.duty.seen, duty.clock) == DONE


def test_what_staff_called_wrong_is_in_doubt_even_if_nobody_finds_whose_it_is(duty: RoundRehearsal) -> None:
    """Signed out, signed out by core, or the power went: the readings must not pass for this resident's."""
    duty.to_bed(ANA)
    duty.measure_all()
    wrong = duty.state.visit
    duty.touch("wrong")
    duty.core(staff.SignedOut(shift=SHIFT, why="over"))
    assert duty.shows(Screen.SIGNED_OUT)
    (told,) = duty.sealed(WrongResident)
    assert (told.visit, told.by, told.wrong) == (wrong, NURSE, True)
    kinds = [type(d) for d in duty.sealed(VisitDocument) if d.visit == wrong]
    assert kinds.index(WrongResident) < kinds.index(documents.VisitClosed)
    assert duty.sealed(ReadingRefiled) == []


def test_a_picture_or_a_note_of_a_wrong_resident_is_in_doubt_as_well(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=())
    duty.touch("wrong")  # nothing was measured, and nothing is to be filed anew
    assert duty.duty.refile is None
    assert [told.wrong for told in duty.sealed(WrongResident)] == [True]


def test_it_can_be_undone(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    count = len(duty.state.measurements)
    duty.touch("wrong")
    duty.to_bed(BEN)
    here = {m.id for m in duty.state.measurements}
    duty.undo()
    assert isinstance(duty.events[0], e.Between)  # the journal as well knows nothing of Ben any more
    assert BEN.family.encode() not in b"".join(e.encode(event) for event in duty.events)
    assert duty.duty.bedside is not None
    assert duty.duty.bedside.resident is ANA
    back = duty.sealed(ReadingRefiled)[-count:]
    assert {r.former for r in back} == here
    assert {r.visit for r in back} == {duty.state.visit}
    duty.touch("leave")
    assert standing(ANA, duty.duty.seen, duty.clock) == DONE
    assert standing(BEN, duty.duty.seen, duty.clock) == DUE


def test_they_may_stay_where_they_are(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("wrong")
    duty.touch("keep")
    assert duty.duty.refile is None
    assert standing(ANA, duty.duty.seen, duty.clock) == DONE
    first, last = duty.sealed(WrongResident)
    assert (first.visit, first.wrong, last.wrong) == (last.visit, True, False)
    duty.saves = False
    duty.resume()  # what was taken back is not lost with a session that dies
    paper = next(paper for paper in duty.duty.papers if paper.document == last)
    duty.core(station.PutDone(id=paper.id, state="sent"))
    assert paper.id not in {each.id for each in duty.duty.papers}
    duty.do(e.BadgeGiven, badge=BADGE)
    duty.to_bed(BEN)
    assert duty.sealed(ReadingRefiled) == []


def test_the_wrong_resident_is_noticed_on_the_list(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    former, wrong = {m.id for m in duty.state.measurements}, duty.state.visit
    duty.touch("leave")
    assert standing(ANA, duty.duty.seen, duty.clock) == DONE
    duty.do(e.WrongAfterwards, resident=BEN)  # it was not he who was left
    assert duty.duty.refile is None
    duty.do(e.WrongAfterwards, resident=ANA)
    (told,) = duty.sealed(WrongResident)
    assert (told.visit, told.by, told.wrong) == (wrong, NURSE, True)
    assert standing(ANA, duty.duty.seen, duty.clock) == DUE
    duty.to_bed(BEN)
    refiled = duty.sealed(ReadingRefiled)
    assert {r.former for r in refiled} == former
    assert {(r.former_visit, r.visit) for r in refiled} == {(wrong, duty.state.visit)}
    duty.undo()
    assert duty.duty.bedside is not None
    assert duty.duty.bedside.resident is ANA
    assert len(duty.sealed(ReadingRefiled)) == 2 * len(former)


def test_from_the_list_they_may_stay_as_well(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("leave")
    duty.do(e.WrongAfterwards, resident=ANA)
    duty.touch("keep")
    assert [told.wrong for told in duty.sealed(WrongResident)] == [True, False]
    assert standing(ANA, duty.duty.seen, duty.clock) == DONE
    assert duty.duty.left is None


def test_the_last_readings_are_kept_no_longer_than_till_the_next_resident(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("leave")
    assert duty.duty.left is not None
    assert b"Ruiz" not in b"".join(e.encode(event) for event in duty.events)
    duty.to_bed(BEN)
    assert duty.duty.left is None
    duty.do(e.WrongAfterwards, resident=ANA)
    assert duty.sealed(WrongResident) == []


def closed(duty: RoundRehearsal) -> list[UUID]:
    """Return the alarms core was told to close because they are another resident's."""
    return [told.alarm for told in duty.told(station.AcknowledgeAlarm) if told.by == WRONG_RESIDENT]


def on_to_the_bed(duty: RoundRehearsal) -> None:
    """From the emergency's screen, which takes over by itself, back to the bed."""
    while not duty.shows(Screen.BEDSIDE):
        duty.go_on()


def low_oxygen(duty: RoundRehearsal) -> None:
    duty.do(v.Continued)
    duty.do(v.Continued)
    duty.oximetry(82)
    if not duty.state.alarms:  # the rule asks for a second one, to be sure
        duty.do(v.Continued)
        duty.oximetry(82)
    on_to_the_bed(duty)


def test_an_alarm_follows_the_readings_if_the_rule_holds_for_the_right_resident(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    low_oxygen(duty)
    former = {alarm.rule: alarm.id for alarm in duty.state.alarms}
    duty.touch("wrong")
    assert closed(duty) == []  # nobody knows yet whose they are: it stays open
    duty.to_bed(BEN)
    assert closed(duty) == list(former.values())
    now = {alarm.rule: alarm.id for alarm in duty.state.alarms}
    assert set(former) == {"rf-07"} and "rf-scale2-low" in now  # too low by his own rule as well
    assert not set(now.values()) & set(former.values())
    raised = {told.alarm: told.visit for told in duty.told(station.RaiseAlarm)}
    assert {raised[alarm] for alarm in now.values()} == {duty.state.visit}


def test_an_alarm_is_not_raised_anew_where_the_rule_does_not_hold(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.beside(Act.OXIMETRY, Value(Kind.SPO2, 89.0, "%"), Value(Kind.PULSE_RATE, 72.0, "/min"))
    duty.beside(Act.OXIMETRY, Value(Kind.SPO2, 89.0, "%"), Value(Kind.PULSE_RATE, 72.0, "/min"))
    former = [alarm.id for alarm in duty.state.alarms]
    assert former
    on_to_the_bed(duty)
    duty.touch("wrong")
    duty.to_bed(BEN)
    assert closed(duty) == former
    assert duty.state.alarms == ()  # 88 to 92 is his goal


def test_a_red_flag_that_is_in_no_reading_is_of_whoever_is_in_this_bed(duty: RoundRehearsal) -> None:
    """No rule finds it again: closed without a word, it would be nobody's."""
    duty.to_bed(ANA)
    duty.measure_all()
    open_one = OpenAlarm(UUID(int=77), UNMEASURABLE, "P", "no pulse was found", False, duty.at)
    duty.state = msgspec.structs.replace(duty.state, alarms=(open_one,))
    duty.touch("leave")
    duty.do(e.WrongAfterwards, resident=ANA)
    duty.to_bed(BEN)
    assert closed(duty) == [open_one.id]
    (anew,) = duty.state.alarms
    assert (anew.rule, anew.level, anew.why) == (UNMEASURABLE, "P", open_one.why)
    assert duty.sealed(documents.AlarmRaised)[-1].visit == duty.state.visit


def test_who_took_it_over_for_the_wrong_one_is_asked_again(duty: RoundRehearsal) -> None:
    """They came, or answered, with another's code status in mind."""
    duty.to_bed(ANA)
    duty.measure_all()
    taken_over = OpenAlarm(
        UUID(int=77), UNMEASURABLE, "P", "no pulse was found", False, duty.at, acknowledged_by="Dr. Kim"
    )
    duty.state = msgspec.structs.replace(duty.state, alarms=(taken_over,))
    duty.touch("leave")
    duty.do(e.WrongAfterwards, resident=ANA)
    duty.to_bed(BEN)
    (anew,) = duty.state.alarms
    assert (anew.rule, anew.acknowledged_by) == (UNMEASURABLE, "")
    assert anew.id != taken_over.id


@pytest.mark.parametrize("noticed", ["at the bed", "on the list"])
def test_an_emergency_without_a_reading_goes_to_the_right_resident_too(
    duty: RoundRehearsal, noticed: str
) -> None:
    duty.to_bed(ANA)
    duty.do(v.EmergencyWanted)
    (said,) = duty.state.alarms
    on_to_the_bed(duty)
    assert not duty.state.measurements
    if noticed == "at the bed":
        duty.touch("wrong")
    else:
        duty.touch("leave")
        duty.do(e.WrongAfterwards, resident=ANA)
    assert duty.duty.left is None
    assert [told.wrong for told in duty.sealed(WrongResident)] == [True]
    assert closed(duty) == [], "until it is known whose it is, it stays open"
    duty.to_bed(BEN)
    assert closed(duty) == [said.id]
    (anew,) = duty.state.alarms
    assert (anew.rule, anew.level) == (said.rule, "E")
    assert duty.sealed(documents.AlarmRaised)[-1].visit == duty.state.visit
    assert duty.sealed(ReadingRefiled) == []


def test_an_emergency_may_stay_as_well(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.do(v.EmergencyWanted)
    on_to_the_bed(duty)
    duty.touch("wrong")
    duty.touch("keep")
    assert [told.wrong for told in duty.sealed(WrongResident)] == [True, False]
    assert closed(duty) == []


def test_undone_the_former_visit_is_right_again_and_the_other_one_wrong(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    low_oxygen(duty)
    former, rules = duty.state.visit, {alarm.rule for alarm in duty.state.alarms}
    duty.touch("wrong")
    duty.to_bed(BEN)
    between, theirs = duty.state.visit, [alarm.id for alarm in duty.state.alarms]
    on_to_the_bed(duty)
    duty.undo()
    said = {told.visit: told.wrong for told in duty.sealed(WrongResident)}  # the newest of each
    assert said == {former: False, between: True}
    assert closed(duty)[-len(theirs) :] == theirs
    assert {alarm.rule for alarm in duty.state.alarms} == rules


def test_what_else_was_measured_here_keeps_its_alarms(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("wrong")
    duty.to_bed(BEN)
    between = duty.state.visit
    duty.beside(Act.OXIMETRY, Value(Kind.SPO2, 80.0, "%"), Value(Kind.PULSE_RATE, 72.0, "/min"))
    on_to_the_bed(duty)
    duty.undo()
    assert between not in {told.visit for told in duty.sealed(WrongResident) if told.wrong}
    assert closed(duty) == []
