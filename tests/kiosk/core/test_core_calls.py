"""Calls: from asking to media flowing; every loss is followed by a new offer, never by a silent end."""

import asyncio
from uuid import uuid4

import pytest

from contract import control, station, wire
from kiosk.core import calls as module
from kiosk.core.calls import Calls

VISIT, CALL = uuid4(), uuid4()


class Around:
    """The three ways out of Calls, recorded."""

    def __init__(self) -> None:
        self.online = True
        self.session: list[station.ToSession] = []
        self.hub: list[wire.ToHub] = []
        self.media: list[control.ToMedia] = []
        self.calls = Calls(self.session.append, self._hub, self.media.append)

    def _hub(self, message: wire.ToHub) -> bool:
        if self.online:
            self.hub.append(message)
        return self.online

    def ask(self) -> None:
        self.calls.request(station.RequestCall(visit=VISIT, level="N", language="en"))

    def accept(self) -> None:
        self.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL))

    def offers(self) -> list[int]:
        return [m.generation for m in self.media if isinstance(m, control.StartCall)]


def media_state(call: str) -> control.MediaState:
    return control.MediaState(camera="on", microphone="on", speaker="on", call=call)


async def test_asked_accepted_offered_answered_connected_ended() -> None:
    a = Around()
    a.ask()
    a.calls.queued(wire.CallQueued(visit=VISIT, position=2, estimate_s=300, providers=1))
    assert a.calls.state == station.CallState(state="queued", position=2, estimate_s=300, providers=1)
    a.accept()
    assert a.offers() == [1]
    a.calls.described(control.LocalDescription(call=CALL, generation=1, sdp="offer"))
    assert a.hub[-1] == wire.Signal(call=CALL, generation=1, kind="offer", sdp="offer")
    a.calls.answered(wire.Signal(call=CALL, generation=1, kind="answer", sdp="answer"))
    assert a.media[-1] == control.RemoteDescription(call=CALL, generation=1, sdp="answer")
    a.calls.media_is(media_state("connected"))
    assert a.calls.state.state == "connected"
    a.calls.ended(wire.CallEnded(visit=VISIT, call=CALL, reason="ended"))
    assert a.calls.state.state == "ended"
    assert control.EndCall(call=CALL) in a.media
    assert not a.calls.active


async def test_nobody_on_call_is_told_as_it_is() -> None:
    a = Around()
    a.ask()
    a.calls.queued(wire.CallQueued(visit=VISIT, position=1, estimate_s=None, providers=0))
    assert a.calls.state.state == "nobody"


async def test_without_a_hub_the_patient_is_told_and_the_wish_is_kept() -> None:
    a = Around()
    a.online = False
    a.ask()
    assert a.calls.state.state == "unreachable"
    a.online = True
    a.calls.hub_is(True)
    assert [type(m) for m in a.hub] == [wire.CallRequest]
    assert a.calls.state.state == "requested"


async def test_a_hub_that_restarts_in_a_call_changes_nothing() -> None:
    a = Around()
    a.ask()
    a.accept()
    a.calls.media_is(media_state("connected"))
    a.calls.hub_is(False)
    a.calls.hub_is(True)
    a.accept()
    assert a.offers() == [1]
    assert a.calls.state.state == "connected"


async def test_media_that_dies_gets_camera_controls_and_a_new_offer() -> None:
    a = Around()
    a.calls.open_camera()
    a.ask()
    a.accept()
    a.calls.controls(station.CallControls(microphone=False, camera=True, volume=0.5))
    a.calls.media_down()
    assert a.calls.state.state == "lost"
    a.media.clear()
    a.calls.media_up()
    assert [type(m) for m in a.media] == [control.OpenCamera, control.Controls, control.StartCall]
    assert a.offers() == [2]


async def test_an_answer_to_an_older_offer_is_left_out() -> None:
    a = Around()
    a.ask()
    a.accept()
    a.calls.restart(wire.CallRestart(call=CALL))
    a.media.clear()
    a.calls.answered(wire.Signal(call=CALL, generation=1, kind="answer", sdp="old"))
    a.calls.answered(wire.Signal(call=uuid4(), generation=2, kind="answer", sdp="other"))
    assert a.media == []


async def test_a_lost_connection_is_offered_anew_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETRY_S", 0.0)
    a = Around()
    a.ask()
    a.accept()
    a.calls.media_is(media_state("lost"))
    a.calls.media_is(media_state("failed"))
    await asyncio.sleep(0.01)
    assert a.offers() == [1, 2]
    a.calls.media_is(media_state("connected"))
    assert a.calls.state.state == "connected"


async def test_the_end_of_a_visit_ends_call_and_camera() -> None:
    a = Around()
    a.calls.open_camera()
    a.ask()
    a.accept()
    a.calls.visit_over()
    assert control.CloseCamera() in a.media
    assert a.media[-1] == control.EndCall(call=CALL)
    assert isinstance(a.hub[-1], wire.CallCancel)
    a.media.clear()
    a.calls.media_up()
    assert a.media == []


async def test_a_call_nobody_here_wants_is_given_back() -> None:
    a = Around()
    a.accept()
    assert a.media == []
    assert a.hub == [wire.CallCancel(visit=VISIT, reason="not-wanted")]


async def test_who_stops_waiting_is_no_longer_seen() -> None:
    a = Around()
    a.calls.open_camera()
    a.ask()
    a.calls.cancel(station.CancelCall(visit=VISIT, reason="hung-up"))
    assert control.CloseCamera() in a.media
    a.media.clear()
    a.calls.media_up()
    assert a.media == []
