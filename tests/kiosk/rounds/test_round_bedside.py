"""One resident after another: two identifiers, measuring what is due, left out, beside the usual."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest

from contract import care, documents, instruments, station
from contract.care import (
    ResidentBound,
    ResidentMissed,
)
from contract.measurement import Act, DeviceIdentity, Grade, Instant, Kind, Measurement, Quality, Value
from contract.rounds import Done
from contract.visit_document import VisitDocument
from kiosk.rounds import events as e
from kiosk.rounds.due import DONE, DUE, LATE, LEFT_OUT, standing
from kiosk.rounds.rehearsal import ANA, BEN, CAROL, DINO, NURSE, SHIFT, RoundRehearsal
from kiosk.rounds.usual import AS_USUAL, HIGHER, UNKNOWN, beside
from kiosk.visit import events as v
from kiosk.visit.model import Screen


def readings(duty: RoundRehearsal) -> list[documents.Measured]:
    return duty.sealed(documents.Measured)


# ---- two identifiers


def test_a_wristband_and_one_more(duty: RoundRehearsal) -> None:
    duty.pick(ANA)
    duty.confirm("room")
    assert (duty.screen, duty.state.mistake) == (Screen.CHECK, "two-identifiers")
    assert duty.state.visit is None
    duty.confirm("birth-date")
    assert duty.shows(Screen.BEDSIDE)
    (bound,) = duty.sealed(ResidentBound)
    assert (bound.resident, bound.how, bound.by, bound.shift) == (ANA.id, "scan", NURSE, SHIFT)
    assert bound.identifiers == ("wristband", "birth-date")


def test_from_the_list_two_are_read_back(duty: RoundRehearsal) -> None:
    duty.pick(ANA, "list")
    duty.confirm("name")
    assert duty.shows(Screen.CHECK)
    duty.confirm("name", "birth-date")
    assert duty.sealed(ResidentBound)[0].identifiers == ("name", "birth-date")


def test_an_old_photo_does_not_count_and_that_is_written_down(duty: RoundRehearsal) -> None:
    duty.pick(ANA, "list", photo=True, photo_old=True)
    duty.confirm("name", "photo")
    assert duty.shows(Screen.CHECK)
    duty.confirm("name", "birth-date", "photo")
    (bound,) = duty.sealed(ResidentBound)
    assert bound.identifiers == ("name", "birth-date")
    assert bound.photo_old


def test_whose_visit_it_is_comes_before_any_reading(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    kinds = [type(d) for d in duty.sealed(VisitDocument)]
    assert kinds[:2] == [documents.VisitOpened, ResidentBound]
    assert documents.Measured in kinds
    assert duty.sealed(documents.Identified) == []


def test_another_wristband_at_a_bedside_changes_nothing(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.pick(BEN)
    assert duty.duty.bedside is not None
    assert duty.duty.bedside.resident is ANA
    assert duty.state.mistake == "another-wristband"


# ---- measuring


def test_what_is_due_is_measured_one_after_another(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    assert duty.shows(Screen.BEDSIDE)
    assert {m.act for m in duty.state.measurements} == {Act.OXIMETRY, Act.BLOOD_PRESSURE, Act.TEMPERATURE}
    duty.do(v.Continued)
    assert duty.shows(Screen.ROUND)
    assert standing(ANA, duty.duty.seen, duty.clock) == DONE
    assert duty.told(station.VisitEnded)[-1].next
    assert duty.sealed(documents.VisitClosed)[-1].how == "finished"


def test_what_only_a_person_sees_follows_the_devices(duty: RoundRehearsal) -> None:
    due = msgspec.structs.replace
    schedule = tuple(due(ANA.schedule[0], act=act) for act in (Act.OXIMETRY, Act.RESPIRATION, Act.PAIN))
    duty.to_bed(due(ANA, schedule=schedule))
    duty.do(v.Continued)
    duty.do(v.Continued)
    duty.oximetry()
    duty.wait(5)
    assert duty.shows(Screen.BY_HAND, "ready/respiration")
    duty.do(v.Continued)
    for _ in range(16):
        duty.do(v.HandTouched, what="breath")
    duty.wait(61)
    duty.do(v.Continued)
    assert duty.shows(Screen.BY_HAND, "numbers/pain")
    duty.do(v.HandGiven, values=(Value(Kind.PAIN, 3.0, "{score}"),))
    assert duty.shows(Screen.BEDSIDE)
    entered = [m for m in duty.state.measurements if m.by_hand]
    assert [m.entered_by for m in entered] == ["nurse, Mo Silva"] * 2


def test_going_back_from_what_is_due_is_not_led_into_it_again(duty: RoundRehearsal) -> None:
    schedule = (msgspec.structs.replace(ANA.schedule[0], act=Act.PAIN),)
    duty.to_bed(msgspec.structs.replace(ANA, schedule=schedule))
    duty.do(v.Continued)
    assert duty.shows(Screen.BY_HAND)
    for _ in range(3):
        duty.do(v.WentBack)
    assert duty.shows(Screen.BEDSIDE)
    duty.touch("leave")
    assert duty.shows(Screen.ROUND)
    assert standing(msgspec.structs.replace(ANA, schedule=schedule), duty.duty.seen, duty.clock) == DUE


def test_the_rules_know_the_setting_the_usual_values_and_the_scale(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("hand")
    duty.do(v.HandTouched, what="temperature")
    duty.do(v.HandTouched, what="oral")
    duty.do(v.HandGiven, values=(Value(Kind.TEMPERATURE, 37.9, "Cel"),))
    assert [a.rule for a in duty.state.alarms] == ["rf-ltc-fever"]
    assert duty.state.level == "P"
    duty.do(v.Continued)
    duty.touch("leave")
    duty.to_bed(BEN)
    assert duty.state.care is not None
    assert duty.state.care.spo2_scale == 2
    duty.do(v.Continued)
    duty.do(v.Continued)
    duty.oximetry(89)
    assert duty.state.alarms == ()  # 88 to 92 is his goal


def test_an_emergency_shows_and_notes_the_code_status_at_once(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.do(v.EmergencyWanted)
    assert duty.shows(Screen.EMERGENCY)
    (shown,) = duty.sealed(care.CodeStatusShown)
    assert (shown.alarm, shown.status) == (duty.state.alarms[0].id, "dnr")
    alarm = duty.effects.index(
        next(f for f in duty.effects if isinstance(getattr(f, "message", None), station.RaiseAlarm))
    )
    noted = duty.effects.index(next(f for f in duty.effects if getattr(f, "document", None) is shown))
    assert alarm < noted  # help first


def test_no_due_measure_needs_answers_about_the_patient(duty: RoundRehearsal) -> None:
    duty.to_bed(DINO)
    duty.do(v.Continued)
    assert duty.shows(Screen.ROUND)  # nothing is due: on to the next


# ---- left out


@pytest.mark.parametrize("why", care.MISSED)
def test_left_out_with_a_reason(duty: RoundRehearsal, why: str) -> None:
    duty.to_bed(CAROL)
    duty.touch("not-now")
    duty.touch(why)
    assert duty.shows(Screen.ROUND)
    (missed,) = duty.sealed(ResidentMissed)
    assert missed.why == why
    assert standing(CAROL, duty.duty.seen, duty.clock) == LEFT_OUT
    duty.to_bed(CAROL)
    duty.touch("leave")
    assert standing(CAROL, duty.duty.seen, duty.clock) == DONE


def test_who_was_measured_is_not_left_out(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("not-now")
    assert duty.shows(Screen.BEDSIDE)


def test_late_due_and_made_up() -> None:
    nine = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    schedule = tuple(msgspec.structs.replace(due, late_min=120) for due in ANA.schedule)
    ana = msgspec.structs.replace(ANA, schedule=schedule)
    assert standing(ana, (), nine) == DUE
    assert standing(ana, (), nine + timedelta(hours=3)) == LATE
    yesterday_missed_today_done = msgspec.structs.replace(
        ana, done=tuple(care_done(act, nine) for act in (Act.OXIMETRY, Act.BLOOD_PRESSURE, Act.TEMPERATURE))
    )
    assert standing(yesterday_missed_today_done, (), nine) == DONE


def care_done(act: Act, at: datetime) -> Done:
    return Done(act, at.isoformat())


# ---- changing the resident


def test_what_is_in_flight_when_the_resident_changes_is_nobodys(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.do(v.Continued)
    duty.do(v.Continued)
    running = duty.state.running
    assert running is not None
    duty.do(v.LeaveWanted)
    duty.do(v.StillHere)
    duty.touch("leave")  # not from the measuring screen
    duty.do(v.StopPressed)
    for _ in range(3):
        duty.do(v.Skipped, reason="gave-up")
    assert duty.shows(Screen.BEDSIDE)
    duty.touch("leave")
    duty.to_bed(BEN)
    before = len(readings(duty))
    duty.core(instruments.Measured(measurement=reading_of(running.id)))
    assert len(readings(duty)) == before
    assert duty.state.measurements == ()
    assert instruments.AckMeasurement(id=running.id) in duty.told(instruments.AckMeasurement)


def reading_of(id: UUID) -> Measurement:
    return Measurement(
        id=id,
        act=Act.OXIMETRY,
        values=(Value(Kind.SPO2, 97.0, "%"),),
        effective=Instant("2026-11-24T09:20:00+00:00", 1, "b", "synced"),
        device=DeviceIdentity("c", "c", "c", "serial:/dev/x"),
        quality=Quality(Grade.GOOD),
    )


def test_nothing_of_one_resident_is_there_with_the_next(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("observe")
    duty.do(e.RoundChose, what=("eating",))
    duty.do(e.RoundChose, what=("less", "today"))
    duty.touch("leave")
    shown = repr(msgspec.to_builtins(duty.state)) + repr(duty.duty.bedside)
    assert "Ruiz" not in shown
    duty.to_bed(BEN)
    state = repr(msgspec.to_builtins(duty.state)) + repr(msgspec.to_builtins(duty.duty.bedside))
    assert "Ruiz" not in state
    assert duty.state.measurements == ()
    assert duty.duty.bedside is not None
    assert duty.duty.bedside.changes == ()


def test_what_is_not_at_the_hub_yet_is_put_again_after_the_resident_is_left(duty: RoundRehearsal) -> None:
    duty.saves = False
    duty.to_bed(ANA)
    duty.touch("leave")
    papers = {paper.id for paper in duty.duty.papers}
    assert papers
    before = len(duty.effects)
    duty.do(v.CoreLost)
    duty.core_is_up()
    again = {getattr(f, "id", None) for f in duty.effects[before:]}
    assert papers <= again
    for paper in papers:
        duty.core(station.PutDone(id=paper, state="saved"))
    assert all(paper.durable for paper in duty.duty.papers)
    for paper in papers:
        duty.core(station.PutDone(id=paper, state="sent"))
    assert duty.duty.papers == ()


def test_hands_are_cleaned_between_residents_and_nobody_has_to_say_so(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    first = duty.state.visit
    duty.touch("leave")
    assert duty.duty.to_clean == first
    duty.touch("cleaned")
    duty.touch("cleaned")
    (said,) = duty.sealed(documents.Cleaned)
    assert (said.visit, said.how) == (first, "cleaned")
    assert duty.duty.to_clean is None
    duty.to_bed(BEN)
    duty.touch("leave")
    duty.to_bed(CAROL)  # nothing was said of Ben's, and nothing stands in the way
    assert duty.shows(Screen.BEDSIDE)
    assert len(duty.sealed(documents.Cleaned)) == 1


# ---- beside the usual


def test_today_beside_the_usual() -> None:
    reading = reading_of(uuid4())
    assert beside(reading, Kind.SPO2, ANA.baseline).how == AS_USUAL
    assert beside(reading, Kind.SPO2, ()).how == UNKNOWN
    hot = msgspec.structs.replace(reading, values=(Value(Kind.TEMPERATURE, 99.5, "[degF]"),))
    found = beside(hot, Kind.TEMPERATURE, ANA.baseline)
    assert (found.how, found.unit) == (HIGHER, "Cel")
    assert found.by == pytest.approx(1.0)


def test_what_the_journal_holds_says_nothing_of_a_resident_who_was_left(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.measure_all()
    duty.touch("leave")
    for paper in duty.duty.papers:
        duty.core(station.PutDone(id=paper.id, state="sent"))
    duty.to_bed(BEN)
    duty.touch("leave")
    held = b"".join(e.encode(event) for event in duty.events)
    assert b"Ruiz" not in held
    assert len(duty.events) < 10
    before = (duty.duty, duty.state)
    duty.resume()
    assert (duty.duty.seen, duty.duty.papers) == (before[0].seen, before[0].papers)
