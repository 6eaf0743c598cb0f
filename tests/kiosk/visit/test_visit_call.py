"""Talking to a provider, waiting, nobody there, the plan."""

from uuid import UUID, uuid5

import pytest

from contract import documents, instruments, station, talk
from contract.measurement import Act
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import Tell
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal


def state(visit: Rehearsal, name: str, providers: int = 0) -> None:
    visit.core(station.CallState(state=name, providers=providers))


def ask(visit: Rehearsal, act: str, n: int = 1) -> None:
    visit.hub(talk.MeasureAsked(id=UUID(int=200 + n), visit=VISIT, at="", act=act))


@pytest.fixture
def waiting(visit: Rehearsal) -> Rehearsal:
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    return visit


@pytest.fixture
def call(visit: Rehearsal) -> Rehearsal:
    visit.to_call()
    return visit


# ---- asking and waiting


@pytest.mark.parametrize("camera", [True, False])
def test_the_camera_only_with_consent(visit: Rehearsal, camera: bool) -> None:
    visit.to_results()
    visit.do(e.Continued)
    assert visit.told(station.OpenCamera) == []
    effects = visit.do(c.CallWanted, camera=camera)
    messages = [f.message for f in effects if isinstance(f, Tell)]
    assert messages[:2] == [
        station.CallControls(microphone=True, camera=camera, volume=0.8),
        station.OpenCamera(),
    ]
    assert visit.told(station.RequestCall) == [station.RequestCall(visit=VISIT, level="N", language="en")]


def test_the_place_in_line(waiting: Rehearsal) -> None:
    waiting.core(station.CallState(state="queued", position=3, estimate_s=360, providers=1))
    assert waiting.shows(Screen.WAITING)
    call = waiting.state.call
    assert (call.position, call.estimate_s, call.providers) == (3, 360, 1)


def test_nobody_on_call_is_said_at_once(waiting: Rehearsal) -> None:
    state(waiting, "nobody")
    assert waiting.shows(Screen.NOBODY)
    assert not waiting.state.seen


def test_a_hub_that_is_away_is_said_at_once(context: Context) -> None:
    visit = Rehearsal(context, hub=False)
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    assert visit.shows(Screen.NOBODY)
    assert visit.state.call.state == "unreachable"
    visit.core(station.CallState(state="queued", position=1, providers=1))
    assert visit.shows(Screen.WAITING)


def test_the_promised_time(waiting: Rehearsal) -> None:
    state(waiting, "queued", 1)
    waiting.wait(179)
    assert waiting.shows(Screen.WAITING)
    waiting.wait(1)
    assert waiting.shows(Screen.NOBODY)
    assert waiting.state.call.wanted  # the place in line stays
    state(waiting, "connecting")
    assert waiting.shows(Screen.CALL)


def test_choosing_to_wait_although_nobody_is_there(waiting: Rehearsal) -> None:
    state(waiting, "nobody")
    waiting.do(c.NobodyChosen, choice="wait")
    state(waiting, "nobody")
    assert waiting.shows(Screen.WAITING)
    assert len(waiting.told(station.RequestCall)) == 2


def test_a_call_back_number(waiting: Rehearsal) -> None:
    state(waiting, "nobody")
    waiting.do(c.NobodyChosen, choice="call-back")
    waiting.do(c.PhoneGiven, phone="12")
    assert waiting.shows(Screen.CALLBACK)
    assert waiting.state.mistake == "phone-unreadable"
    waiting.do(c.PhoneGiven, phone=" +1 555  0100")
    assert waiting.shows(Screen.CALLBACK_WHEN)
    waiting.do(c.CallTimeChosen, when="at noon, perhaps")
    assert waiting.shows(Screen.CALLBACK_WHEN)
    waiting.do(c.CallTimeChosen, when="evening")
    assert waiting.shows(Screen.STORED)
    wanted = waiting.sealed(documents.CallbackWanted)[0]
    assert (wanted.phone, wanted.when) == ("+1 555 0100", "evening")
    assert waiting.told(station.CancelCall)[0].reason == "call-back"
    waiting.do(e.Finished)
    closed = waiting.sealed(documents.VisitClosed)[0]
    assert (closed.how, closed.no_call, closed.chose) == ("finished", "nobody", "call-back")


@pytest.mark.parametrize(("choice", "somewhere"), [("store", False), ("in-person", True)])
def test_leaving_the_case_or_going_somewhere(waiting: Rehearsal, choice: str, somewhere: bool) -> None:
    state(waiting, "nobody")
    waiting.do(c.NobodyChosen, choice=choice)
    assert waiting.shows(Screen.STORED)
    assert waiting.state.in_person is somewhere
    state(waiting, "connecting")
    assert waiting.shows(Screen.STORED)  # no longer wanted


def test_stopping_to_wait_gives_the_choices(waiting: Rehearsal) -> None:
    waiting.do(c.HungUp)
    assert waiting.shows(Screen.NOBODY)
    assert len(waiting.told(station.CancelCall)) == 1


def test_not_now_stores_the_case(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallDeclined)
    assert visit.shows(Screen.STORED)
    visit.do(c.CallWanted, camera=False)
    assert visit.shows(Screen.WAITING)


def test_measuring_while_waiting(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"screen": True})
    visit.do(c.CallWanted, camera=True)
    assert visit.state.to_measure == (Act.OXIMETRY, Act.BLOOD_PRESSURE)
    visit.do(e.Continued)
    visit.do(e.Continued)
    visit.oximetry()
    state(visit, "connecting")  # in the middle of the value being shown
    assert visit.shows(Screen.CALL)


def test_a_running_measurement_is_finished_before_the_call_is_shown(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"screen": True})
    visit.do(c.CallWanted, camera=True)
    visit.do(e.Continued)
    visit.do(e.Continued)
    state(visit, "connected")
    assert visit.shows(Screen.OXIMETER)
    visit.oximetry()
    visit.do(e.Continued)
    assert visit.shows(Screen.CALL)


# ---- the call


def test_who_is_there_and_what_is_written(call: Rehearsal) -> None:
    assert (call.state.call.provider, call.state.call.role) == ("Dr. Kim", "physician")
    call.do(c.ChatWritten, text="  hello  ")
    call.do(c.ChatWritten, text="   ")
    line = talk.ChatLine(id=uuid5(VISIT, "chat"), visit=VISIT, at=call.at.wall, sender="Dr. Kim", text="hi")
    call.hub(line)
    call.hub(line)  # said again after a reconnect
    assert [(said.sender, said.text) for said in call.state.call.chat] == [
        ("patient", "hello"),
        ("Dr. Kim", "hi"),
    ]
    assert [line.text for line in call.live(talk.ChatLine)] == ["hello"]
    assert len(call.told(station.AckLive)) == 3


def test_a_live_message_of_another_visit_is_not_shown(call: Rehearsal) -> None:
    call.hub(talk.ChatLine(id=UUID(int=1), visit=UUID(int=2), at="", sender="x", text="secret"))
    assert call.state.call.chat == ()


def test_mute_camera_and_volume(call: Rehearsal) -> None:
    call.do(c.ControlsSet, microphone=False, camera=False, volume=7.0)
    assert call.told(station.CallControls)[-1] == station.CallControls(
        microphone=False, camera=False, volume=1.0
    )


def test_a_lost_line_is_shown_not_ended(call: Rehearsal) -> None:
    state(call, "lost")
    call.core(station.MediaIs(up=False))
    call.core(station.HubState(online=False, since=""))
    assert call.shows(Screen.CALL)
    assert (call.state.call.state, call.state.call.media_up) == ("lost", False)
    call.wait(600)
    assert call.shows(Screen.CALL) and call.state.leaving is None
    state(call, "connected")
    assert call.shows(Screen.CALL)
    assert call.told(station.CancelCall) == []


@pytest.mark.parametrize("by_provider", [True, False])
def test_after_the_call_the_plan_is_awaited(call: Rehearsal, by_provider: bool) -> None:
    if by_provider:
        state(call, "ended")
    else:
        call.do(c.HungUp)
    assert call.shows(Screen.PLAN_WAITING)
    call.plan()
    assert call.shows(Screen.PLAN)
    assert call.state.plan_seen
    call.do(e.Finished)
    closed = call.sealed(documents.VisitClosed)[0]
    assert (closed.how, closed.plan_seen) == ("finished", True)


def test_a_plan_during_the_call_waits_until_it_is_over(call: Rehearsal) -> None:
    call.plan()
    assert call.shows(Screen.CALL)
    assert call.state.plan is not None and not call.state.plan_seen
    state(call, "ended")
    assert call.shows(Screen.PLAN)


def test_a_call_that_never_connected_gives_the_choices(waiting: Rehearsal) -> None:
    state(waiting, "connecting")
    state(waiting, "ended")
    assert waiting.shows(Screen.NOBODY)
    assert not waiting.state.seen


def test_calling_again_while_waiting_for_the_plan(call: Rehearsal) -> None:
    state(call, "ended")
    call.do(c.CallWanted, camera=True)
    assert call.shows(Screen.WAITING)
    call.plan()
    assert call.shows(Screen.PLAN)
    assert len(call.told(station.CancelCall)) == 1


# ---- a provider asks for a measurement


def test_the_patient_says_yes(call: Rehearsal) -> None:
    before = len(call.told(instruments.Measure))
    ask(call, "oximetry")
    assert call.state.asked is not None and call.state.asked.refusal == ""
    assert len(call.told(instruments.Measure)) == before
    call.do(c.MeasureAgreed, yes=True)
    assert call.shows(Screen.CALL)
    assert call.state.running is not None and call.state.running.in_call
    call.oximetry()
    assert call.shows(Screen.CALL)
    assert call.state.asked is None
    assert call.sealed(documents.Measured)[-1].measurement.act is Act.OXIMETRY


def test_the_patient_says_no(call: Rehearsal) -> None:
    before = len(call.told(instruments.Measure))
    ask(call, "oximetry")
    call.do(c.MeasureAgreed, yes=False)
    assert call.state.asked is None
    assert len(call.told(instruments.Measure)) == before


def test_a_pressure_in_the_call_and_stop(call: Rehearsal) -> None:
    ask(call, "blood_pressure")
    call.do(c.MeasureAgreed, yes=True)
    call.do(e.StopPressed)
    assert call.shows(Screen.CALL)
    assert call.told(instruments.StopMeasure)[-1] == instruments.StopMeasure(act=Act.BLOOD_PRESSURE)
    assert call.state.asked is not None and call.state.asked.refusal == "stopped"


def test_a_cuff_never_fitted_is_fitted_first(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    visit.do(e.Skipped, reason="do-not-want")
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    state(visit, "connected")
    ask(visit, "blood_pressure")
    visit.do(c.MeasureAgreed, yes=True)
    assert visit.shows(Screen.CUFF_QUESTION)
    visit.fit_cuff()
    for _ in range(3):
        visit.pressure(120, 80)
        visit.wait(10)
    assert visit.shows(Screen.CALL)
    assert visit.told(station.CancelCall) == []


def test_a_fifth_inflation_is_refused(call: Rehearsal) -> None:
    ask(call, "blood_pressure")
    call.do(c.MeasureAgreed, yes=True)
    call.pressure(120, 80)
    ask(call, "blood_pressure", 2)
    assert call.state.asked is not None and call.state.asked.refusal == "cuff-must-rest"
    call.do(c.MeasureAgreed, yes=True)
    assert call.state.asked is None and call.state.running is None


def test_a_missing_device_is_said(call: Rehearsal) -> None:
    call.device("oximeter", "absent")
    ask(call, "oximetry")
    assert call.state.asked is not None and call.state.asked.refusal == "not-connected"


def test_an_unknown_wish_is_ignored(call: Rehearsal) -> None:
    ask(call, "lumbar puncture")
    assert call.state.asked is None


def test_the_end_of_the_call_stops_what_was_measured_in_it(call: Rehearsal) -> None:
    ask(call, "blood_pressure")
    call.do(c.MeasureAgreed, yes=True)
    state(call, "ended")
    assert call.state.running is None
    assert call.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.BLOOD_PRESSURE)]
