"""Calls through both sockets of a real hub, and what outlives a restart."""

import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hub_process import Browser, HubProcess
from hub_room import QUICK, Room
from hub_station import StationClient, VisitAtStation
from websockets.exceptions import ConnectionClosed

from contract import wire
from contract.trust import Voucher, open_voucher
from hub.models import Audit


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub"), **QUICK) as process:
        yield process


def test_a_call_from_asking_to_hanging_up(room: Room) -> None:
    place = room.asks("P")
    assert (place.position, place.providers, place.estimate_s) == (1, 1, 0)
    listed = room.console.until(
        "worklist",
        lambda m: any(i["id"] == str(room.visit.id) and i["state"] == "waiting" for i in m["items"]),
    )
    assert listed["on_call"] == 1

    call = UUID(room.do("accept")["call"])
    accepted = room.station.until(wire.CallAccepted)
    assert (accepted.visit, accepted.call) == (room.visit.id, call)
    room.offer(call, 1, "v=0 station")
    seen = room.console.until("signal")
    assert (seen["generation"], seen["kind"], seen["sdp"]) == (1, "offer", "v=0 station")
    room.console.send(type="signal", call=str(call), generation=1, kind="answer", sdp="v=0 browser")
    answer = room.station.until(wire.Signal)
    assert (answer.call, answer.generation, answer.kind, answer.sdp) == (call, 1, "answer", "v=0 browser")

    room.console.send(type="restart", call=str(call))
    assert room.station.until(wire.CallRestart).call == call
    room.offer(call, 2, "v=0 again")
    assert room.console.until("signal")["generation"] == 2
    # an answer to the offer before last goes nowhere
    room.console.send(type="signal", call=str(call), generation=1, kind="answer", sdp="late")
    room.console.send(type="signal", call=str(call), generation=2, kind="answer", sdp="right")
    assert room.station.until(wire.Signal).sdp == "right"

    room.do("end-call")
    ended = room.station.until(wire.CallEnded)
    assert (ended.call, ended.reason) == (call, "ended")
    assert room.console.until("call-ended")["call"] == str(call)


def test_proofs_travel_with_descriptions_and_refusals_are_noted(room: Room) -> None:
    room.asks()
    accepted = room.do("accept")
    call = UUID(accepted["call"])
    room.offer(call, 1, "v=0 station", b'{"claim": 1}')
    assert room.console.until("signal")["signed"] == '{"claim": 1}'
    room.console.send(
        type="signal", call=str(call), generation=1, kind="answer", sdp="v=0", signed='{"claim": 2}'
    )
    assert room.station.until(wire.Signal).signed == b'{"claim": 2}'

    room.station.send(wire.CallRefused(call=call, generation=1, why="fingerprint"))
    assert room.console.until("call-refused") == {
        "type": "call-refused",
        "call": str(call),
        "why": "fingerprint",
    }
    room.console.send(type="refused", call=str(call), generation=1, why="replayed")
    assert room.station.until(wire.CallRefused).why == "replayed"
    noted = [(a.actor.split(":")[0], a.outcome) for a in room.hub.rows(Audit) if a.action == "call-refused"]
    assert noted == [("station", "fingerprint"), ("user", "replayed")]


def test_the_hub_vouches_for_both_ends_from_the_root_down(room: Room) -> None:
    room.asks()
    accepted = room.do("accept")
    me = room.browser.get("/api/me").json()
    root = (room.at.state / "root.pub").read_bytes()
    assert b64decode(me["root"]) == root  # what the station pinned when it enrolled
    person = open_voucher(msgspec.json.decode(me["voucher"], type=Voucher), root=root, now=time.time())
    assert (person.subject, person.role, person.name) == (UUID(me["user"]["id"]), "provider", "Dr Ada")
    assert person.public == room.browser.key.public_key().public_bytes_raw()
    station = open_voucher(msgspec.json.decode(accepted["station"], type=Voucher), root=root, now=time.time())
    assert (station.subject, station.role) == (room.at.id, "station")
    assert station.public == room.at.key.public_key().public_bytes_raw()


def test_a_page_without_a_key_takes_no_call(room: Room) -> None:
    room.asks()
    with Browser(room.hub) as old:
        assert old.sign_in(code=room.hub.code("ada"), key="").status_code == 200
        assert old.get("/api/me").json()["voucher"] is None
        answer = old.send(f"/api/visits/{room.visit.id}/accept")
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "no-identity")
    with Browser(room.hub) as odd:
        assert odd.sign_in(code=room.hub.code("ada"), key="AAAA").status_code == 422


def test_without_a_media_server_only_two_can_talk(room: Room) -> None:
    room.in_call()
    assert room.browser.get("/api/consultants").json()["rooms"] is False
    answer = room.browser.send(f"/api/visits/{room.visit.id}/invite", {"role": "family", "name": "Maria"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "no-rooms")


def test_a_core_that_counts_anew_is_heard(room: Room) -> None:
    call = room.in_call()
    for generation in (1, 2, 3):
        room.offer(call, generation, f"offer {generation}")
        assert room.console.until("signal")["generation"] == generation
    room.offer(call, 1, "offer of a new core")
    assert room.console.until("signal")["generation"] == 4
    room.console.send(type="signal", call=str(call), generation=4, kind="answer", sdp="answer")
    assert room.station.until(wire.Signal).generation == 1


def test_the_most_urgent_is_next_and_places_are_told(room: Room) -> None:
    assert room.asks("N").position == 1
    other = VisitAtStation(room.at)
    room.station.send(wire.CallRequest(visit=other.id, level="E", language="es"))
    assert room.station.until(wire.CallQueued, lambda m: m.visit == other.id).position == 1
    assert room.station.until(wire.CallQueued, lambda m: m.visit == room.visit.id).position == 2
    order = [i["id"] for i in room.browser.get("/api/worklist").json()["items"] if i["state"] == "waiting"]
    assert order == [str(other.id), str(room.visit.id)]

    room.station.send(wire.CallCancel(visit=other.id, reason="changed their mind"))
    assert room.station.until(wire.CallQueued, lambda m: m.position == 1).visit == room.visit.id


def test_nobody_on_call_is_said_honestly(room: Room) -> None:
    room.browser.send("/api/on-call", {"on": False})
    place = room.asks()
    assert (place.providers, place.estimate_s) == (0, None)
    room.browser.send("/api/on-call", {"on": True})
    assert room.station.until(wire.CallQueued).providers == 1


def test_one_provider_gets_the_call(room: Room) -> None:
    room.in_call()
    with Browser(room.hub, "grace") as other:
        path = f"/api/visits/{room.visit.id}"
        assert other.send(f"{path}/accept").json()["error"]["code"] == "taken"
        assert other.send(f"{path}/end-call").status_code == 409
        assert other.get(path).json()["provider"] == "Dr Ada"
    second = VisitAtStation(room.at)
    room.station.send(wire.CallRequest(visit=second.id, level="N", language="en"))
    room.station.until(wire.CallQueued)
    assert room.browser.send(f"/api/visits/{second.id}/accept").json()["error"]["code"] == "in-a-call"
    room.station.send(wire.CallCancel(visit=second.id))


def test_the_patient_hangs_up(room: Room) -> None:
    call = room.in_call()
    room.station.send(wire.CallCancel(visit=room.visit.id, reason="ended"))
    told = room.console.until("call-ended")
    assert (told["call"], told["reason"]) == (str(call), "patient-ended")


def test_a_browser_that_reloads_keeps_the_call_and_one_that_is_gone_loses_it(room: Room) -> None:
    call = room.in_call()
    room.offer(call, 1, "offer")
    room.console.until("signal")
    with room.browser.socket() as second:
        assert second.until("signal")["sdp"] == "offer"  # not answered yet: told again
        room.console.connection.close()
    ended = room.station.until(wire.CallEnded)
    assert (ended.call, ended.reason) == (call, "provider-lost")
    assert room.state() != "in-call"


def test_a_station_that_reconnects_has_its_call_and_the_answer(room: Room) -> None:
    call = room.in_call()
    room.offer(call, 1, "offer")
    room.console.until("signal")
    room.station.connection.close()
    room.console.send(type="signal", call=str(call), generation=1, kind="answer", sdp="answer")
    with room.at.socket() as again:
        assert again.until(wire.CallAccepted).call == call
        assert again.until(wire.Signal).sdp == "answer"
        # a newer socket takes the older one's place
        with room.at.socket() as newest, pytest.raises(ConnectionClosed):
            newest.until(wire.HubHello)
            again.until(wire.StaffPaged)


def test_a_hub_that_is_killed_in_a_call_keeps_it(tmp_path: Path) -> None:
    with HubProcess(tmp_path, **QUICK) as hub, StationClient.enrolled(hub, "Long Street") as station:
        with Room(hub, station) as room:
            call = room.in_call()
            room.offer(call, 1, "before")
            room.console.until("signal")
            hub.kill()
        hub.start()
        station.reconnect()
        with station.socket() as socket:
            assert socket.until(wire.CallAccepted).call == call
            with Browser(hub, "ada") as browser, browser.socket() as console:
                assert console.until("signal")["sdp"] == "before"
                socket.send(wire.Signal(call=call, generation=2, kind="offer", sdp="after"))
                assert console.until("signal")["sdp"] == "after"
                console.send(type="signal", call=str(call), generation=2, kind="answer", sdp="answer")
                assert socket.until(wire.Signal).sdp == "answer"
                assert browser.send(f"/api/visits/{room.visit.id}/end-call").status_code == 200
                assert socket.until(wire.CallEnded).reason == "ended"
