"""One resident after another: two identifiers, measuring what is due, left out, wrong resident, telling."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest

from contract import care, documents, instruments, staff, station, talk
from contract.care import (
    ConditionChange,
    Notified,
    ReadingRefiled,
    ResidentBound,
    ResidentConsent,
    ResidentMissed,
    WrongResident,
)
from contract.measurement import Act, DeviceIdentity, Grade, Instant, Kind, Measurement, Quality, Value
from contract.rounds import Done
from contract.visit_document import VisitDocument
from kiosk.rounds import events as e
from kiosk.rounds.due import DONE, DUE, LATE, LEFT_OUT, standing
from kiosk.rounds.rehearsal import ANA, BADGE, BEN, CAROL, DINO, NURSE, SHIFT, RoundRehearsal
from kiosk.rounds.usual import AS_USUAL, HIGHER, UNKNOWN, beside
from kiosk.visit import call_events as c
from kiosk.visit import events as v
from kiosk.visit.context import Context
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


# ---- wrong resident


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


# ---- beside the usual


def test_today_beside_the_usual() -> None:
    reading = reading_of(uuid4())
    assert beside(reading, Kind.SPO2, ANA.baseline).how == AS_USUAL
    assert beside(reading, Kind.SPO2, ()).how == UNKNOWN
    hot = msgspec.structs.replace(reading, values=(Value(Kind.TEMPERATURE, 99.5, "[degF]"),))
    found = beside(hot, Kind.TEMPERATURE, ANA.baseline)
    assert (found.how, found.unit) == (HIGHER, "Cel")
    assert found.by == pytest.approx(1.0)


# ---- telling


def test_what_changed_is_described_one_by_one(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=("eating", "tiredness", "made up"))
    assert duty.shows(Screen.OBSERVE_HOW, "eating")
    duty.do(e.RoundChose, what=("less",))
    assert duty.shows(Screen.OBSERVE_HOW, "eating")  # since when?
    duty.do(e.RoundChose, what=("less", "yesterday"))
    duty.do(e.RoundChose, what=("more", "today"))
    (seen,) = duty.sealed(ConditionChange)
    assert [(change.what, change.trend, change.since) for change in seen.changes] == [
        ("eating", "less", "yesterday"),
        ("tiredness", "more", "today"),
    ]
    assert seen.by == NURSE


def test_all_as_usual_is_written_down_as_well(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=())
    assert duty.sealed(ConditionChange)[0].changes == ()


def keep_sbar(duty: RoundRehearsal, then: str = "") -> None:
    duty.touch("sbar")
    duty.do(e.SbarKept, situation="S", background="B", request="R", observation="O", then=then)


def test_a_nurse_writes_the_assessment_and_a_later_handover_replaces_it(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("sbar")
    duty.touch("assess")
    duty.do(e.RoundWrote, text="  Fluid   overload? ")
    assert duty.shows(Screen.SBAR)
    duty.do(v.WentBack)
    keep_sbar(duty)
    keep_sbar(duty)
    first, second = duty.sealed(care.Sbar)
    assert (first.assessment, first.assessed_by) == ("Fluid overload?", NURSE)
    assert first.id == second.id


def test_an_aide_writes_no_assessment(context: Context) -> None:
    duty = RoundRehearsal(context, roles=("aide",))
    duty.sign_in()
    duty.to_bed(ANA)
    duty.touch("sbar")
    duty.touch("assess")
    assert duty.shows(Screen.SBAR)
    duty.do(e.RoundWrote, text="It is her heart.")
    duty.do(e.SbarKept, situation="S", background="B", request="R", observation="O")
    (made,) = duty.sealed(care.Sbar)
    assert (made.assessment, made.assessed_by) == ("", None)
    assert (made.observation, made.observed_by) == ("O", NURSE)


def test_all_three_are_told_with_time_and_person(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("notify")
    duty.touch("resident")
    duty.do(e.RoundChose, what=("in-person", "significant-change"))
    duty.touch("physician")
    duty.do(e.RoundChose, what=("phone", "significant-change"))
    assert duty.shows(Screen.TOLD_NAME)
    duty.do(e.RoundWrote, text=" ")
    assert duty.state.mistake == "missing"
    duty.do(e.RoundWrote, text="Dr. Lee")
    duty.touch("representative")
    duty.do(e.RoundChose, what=("not-reached", "significant-change"))
    duty.do(e.RoundWrote, text="Eva Ruiz")
    made = duty.sealed(Notified)
    assert [(n.who, n.person, n.how) for n in made] == [
        ("resident", "Ana Ruiz", "in-person"),
        ("physician", "Dr. Lee", "phone"),
        ("representative", "Eva Ruiz", "not-reached"),
    ]
    assert all(n.when and n.by == NURSE for n in made)
    assert duty.duty.bedside is not None
    assert [who for who, _ in duty.duty.bedside.told] == ["resident", "physician"]  # a try is not told


def test_no_call_without_a_yes_and_the_round_goes_on_after_it(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("call")
    assert duty.shows(Screen.AGREE)
    assert duty.told(station.RequestCall) == []
    duty.touch("yes")
    (said,) = duty.sealed(ResidentConsent)
    assert (said.who, said.basis, said.given, said.by) == ("resident", "resident-decides", True, NURSE)
    assert duty.shows(Screen.WAITING)
    duty.do(v.WentBack)
    assert duty.shows(Screen.BEDSIDE)  # meanwhile
    duty.core(station.CallState(state="connected"))
    assert duty.shows(Screen.CALL)
    duty.do(c.HungUp)
    assert duty.shows(Screen.PLAN_WAITING)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    assert duty.duty.bedside is not None
    duty.touch("leave")
    assert duty.shows(Screen.ROUND)
    assert duty.ended is None


def test_the_plan_of_a_call_is_shown_and_leads_back(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("call")
    duty.touch("yes")
    duty.core(station.CallState(state="connected"))
    assert duty.state.visit is not None
    plan = talk.Plan(
        id=uuid4(),
        visit=duty.state.visit,
        at=duty.at.wall,
        text="More water.",
        disposition="self-care",
        provider="Dr. Kim",
    )
    duty.do(c.HungUp)
    duty.hub(plan)
    assert duty.shows(Screen.PLAN)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)


def test_nobody_there_is_no_dead_end(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.core(station.HubState(online=False, since=duty.at.wall))
    duty.touch("call")
    duty.touch("yes")
    assert duty.shows(Screen.NOBODY)
    duty.do(c.NobodyChosen, choice="store")
    assert duty.shows(Screen.STORED)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    assert duty.sealed(documents.CaseLeft)[0].wish == "review"


def test_who_cannot_decide_needs_the_representative(duty: RoundRehearsal) -> None:
    duty.to_bed(CAROL)
    duty.touch("case")
    duty.touch("yes")
    assert duty.shows(Screen.AGREE)  # not hers to say
    duty.touch("on-record")
    duty.touch("guardian")
    duty.do(e.RoundWrote, text="Tom Meyer")
    (said,) = duty.sealed(ResidentConsent)
    assert (said.who, said.basis, said.name, said.authority) == (
        "representative",
        "on-record",
        "Tom Meyer",
        "guardian",
    )
    assert duty.sealed(documents.CaseLeft)[0].wish == "review"
    assert duty.shows(Screen.BEDSIDE)


def test_a_no_is_a_no(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("photo")
    duty.touch("no")
    assert duty.shows(Screen.BEDSIDE)
    (said,) = duty.sealed(ResidentConsent)
    assert (said.given, said.what) == (False, "photo")
    duty.touch("photo")
    assert duty.shows(Screen.AGREE)


def test_a_yes_is_asked_for_once(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    keep_sbar(duty, "case")
    duty.touch("yes")
    assert len(duty.sealed(documents.CaseLeft)) == 1
    duty.touch("photo")
    assert duty.shows(Screen.AGREE)  # a picture is asked for by itself
    duty.touch("yes")
    assert duty.shows(Screen.PHOTO)
    assert duty.state.shooting is not None
    assert duty.state.shooting.by == "staff"


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
