"""A provider asks for a picture, a clip, a sound: yes, no, can't, and the answer that goes back."""

from uuid import UUID

import pytest

from contract import asks, station, talk
from kiosk.visit import call_events as c
from kiosk.visit import captures, wishes
from kiosk.visit.acts import NO_SCREEN
from kiosk.visit.captures import Capture
from kiosk.visit.model import Screen
from kiosk.visit.parts import Asked
from kiosk.visit.rehearsal import VISIT, Rehearsal
from kiosk.visit.turn import Turn

FIRST, SECOND = UUID(int=301), UUID(int=302)


class Booth:
    """A family of captures whose deeds the test can see."""

    def __init__(self) -> None:
        self.fault = ""
        self.begun: list[str] = []
        self.cancelled = 0
        self.capture = Capture(lambda turn, kind: self.fault, self._begin, self._cancel)

    def _begin(self, _turn: Turn, asked: Asked) -> None:
        self.begun.append(asked.kind)

    def _cancel(self, _turn: Turn) -> None:
        self.cancelled += 1


@pytest.fixture
def booth(monkeypatch: pytest.MonkeyPatch) -> Booth:
    made = Booth()
    monkeypatch.setitem(captures.CAPTURES, "photo", made.capture)
    return made


@pytest.fixture
def call(visit: Rehearsal, booth: Booth) -> Rehearsal:
    visit.to_call()
    return visit


def ask(visit: Rehearsal, kind: str, wish: UUID = FIRST, note: str = "") -> None:
    visit.hub(talk.CaptureAsked(id=wish, visit=VISIT, at="", kind=kind, note=note))


def answers(visit: Rehearsal) -> list[tuple[UUID, str, str]]:
    return [(told.ask, told.answer, told.why) for told in visit.live(talk.AskAnswered)]


def test_yes_begins_the_familys_own_screen_and_the_provider_hears_of_it(
    call: Rehearsal, booth: Booth
) -> None:
    ask(call, "photo:skin", note="  Left shin, please ")
    assert call.state.asked == Asked(FIRST, None, kind="photo:skin", note="Left shin, please")
    assert answers(call) == [] and booth.begun == []
    call.do(c.MeasureAgreed, yes=True)
    assert booth.begun == ["photo:skin"]
    assert call.state.asked is not None and call.state.asked.agreed
    assert answers(call) == [(FIRST, asks.YES, "")]
    call.do(c.MeasureAgreed, yes=True)  # a second touch changes nothing
    assert booth.begun == ["photo:skin"]


def test_no_begins_nothing(call: Rehearsal, booth: Booth) -> None:
    ask(call, "photo:wound")
    call.do(c.MeasureAgreed, yes=False)
    assert call.state.asked is None and booth.begun == []
    assert answers(call) == [(FIRST, asks.NO, "")]


def test_what_cannot_be_taken_now_is_said_on_both_ends(call: Rehearsal, booth: Booth) -> None:
    booth.fault = "camera-missing"
    ask(call, "photo:eye")
    assert call.state.asked is not None and call.state.asked.refusal == "camera-missing"
    call.do(c.MeasureAgreed, yes=True)  # "All right"
    assert call.state.asked is None and booth.begun == []
    assert answers(call) == [(FIRST, asks.CANNOT, "camera-missing")]


def test_what_fails_between_question_and_yes_is_said(call: Rehearsal, booth: Booth) -> None:
    ask(call, "photo:eye")
    booth.fault = "camera-failed"
    call.do(c.MeasureAgreed, yes=True)
    assert call.state.asked is not None and call.state.asked.refusal == "camera-failed"
    assert answers(call) == [(FIRST, asks.FAILED, "camera-failed")]


def test_a_station_without_a_screen_for_it_says_so(visit: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(captures.CAPTURES, "sound", raising=False)
    visit.to_call()
    ask(visit, "sound:heart")
    assert visit.state.asked is not None and visit.state.asked.refusal == NO_SCREEN
    visit.do(c.MeasureAgreed, yes=True)
    assert answers(visit) == [(FIRST, asks.CANNOT, NO_SCREEN)]


@pytest.mark.parametrize("kind", ["photo:soul", "video:face", "", "measure:oximetry", "photo:"])
def test_an_unknown_wish_is_answered_and_not_shown(call: Rehearsal, kind: str) -> None:
    ask(call, kind)
    assert call.state.asked is None
    assert answers(call) == [(FIRST, asks.CANNOT, wishes.NOT_KNOWN)]


def test_one_at_a_time(call: Rehearsal, booth: Booth) -> None:
    ask(call, "photo:skin")
    ask(call, "photo:eye", SECOND)  # the first was not answered: the newer one is shown
    assert call.state.asked is not None and call.state.asked.id == SECOND
    call.do(c.MeasureAgreed, yes=True)
    ask(call, "photo:throat", UUID(int=303))  # while one is being taken, none is
    call.hub(talk.MeasureAsked(id=UUID(int=304), visit=VISIT, at="", act="oximetry"))
    assert call.state.asked.kind == "photo:eye"
    assert answers(call) == [
        (FIRST, asks.FAILED, wishes.REPLACED),
        (SECOND, asks.YES, ""),
        (UUID(int=303), asks.CANNOT, wishes.BUSY),
        (UUID(int=304), asks.CANNOT, wishes.BUSY),
    ]
    assert booth.begun == ["photo:eye"]


@pytest.mark.parametrize("agreed", [True, False])
def test_the_end_of_the_call_takes_back_what_was_asked(call: Rehearsal, booth: Booth, agreed: bool) -> None:
    ask(call, "photo:skin")
    if agreed:
        call.do(c.MeasureAgreed, yes=True)
    call.core(station.CallState(state="ended"))
    assert call.state.asked is None
    assert booth.cancelled == agreed
    ask(call, "photo:skin", SECOND)  # one that was on its way
    assert call.state.asked is None
    assert answers(call)[-1] == (SECOND, asks.CANNOT, wishes.NO_CALL)


@pytest.mark.parametrize("agreed", [True, False])
def test_the_provider_takes_it_back(call: Rehearsal, booth: Booth, agreed: bool) -> None:
    ask(call, "photo:skin")
    if agreed:
        call.do(c.MeasureAgreed, yes=True)
    call.hub(talk.AskWithdrawn(id=UUID(int=9), visit=VISIT, at="", ask=SECOND))
    assert call.state.asked is not None and call.state.asked.id == FIRST
    call.hub(talk.AskWithdrawn(id=UUID(int=10), visit=VISIT, at="", ask=FIRST))
    assert call.state.asked is None
    assert booth.cancelled == agreed
    assert call.shows(Screen.CALL)


def test_a_measurement_that_is_withdrawn_is_stopped(call: Rehearsal) -> None:
    call.hub(talk.MeasureAsked(id=FIRST, visit=VISIT, at="", act="oximetry"))
    call.do(c.MeasureAgreed, yes=True)
    assert call.state.running is not None
    call.hub(talk.AskWithdrawn(id=SECOND, visit=VISIT, at="", ask=FIRST))
    assert call.state.running is None and call.state.asked is None


def test_a_session_that_died_over_it_asks_again(call: Rehearsal, booth: Booth) -> None:
    ask(call, "photo:skin")
    call.do(c.MeasureAgreed, yes=True)
    call.resume()
    assert booth.cancelled == 1
    assert call.state.asked is not None and not call.state.asked.agreed


def test_a_measurements_way_is_told_too(call: Rehearsal) -> None:
    call.hub(talk.MeasureAsked(id=FIRST, visit=VISIT, at="", act="oximetry"))
    call.do(c.MeasureAgreed, yes=True)
    call.oximetry()
    call.hub(talk.MeasureAsked(id=SECOND, visit=VISIT, at="", act="glucose"))
    call.do(c.MeasureAgreed, yes=True)
    assert answers(call) == [
        (FIRST, asks.YES, ""),
        (FIRST, asks.DONE, ""),
        (SECOND, asks.CANNOT, NO_SCREEN),
    ]


def test_an_answer_is_the_same_message_each_time(call: Rehearsal) -> None:
    ask(call, "photo:skin")
    call.do(c.MeasureAgreed, yes=False)
    [told] = call.live(talk.AskAnswered)
    again = Rehearsal(call.context)
    again.to_call()
    ask(again, "photo:skin")
    again.wait(5)
    again.do(c.MeasureAgreed, yes=False)
    assert [each.id for each in again.live(talk.AskAnswered)] == [told.id]
