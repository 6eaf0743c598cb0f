"""Both sockets of a real hub: calls, live messages, alerts, and what outlives a restart."""

import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_process import Browser, ConsoleSocket, HubProcess, eventually
from hub_station import WALL, StationClient, StationSocket, VisitAtStation
from websockets.exceptions import ConnectionClosed

from contract import wire
from contract.documents import VisitClosed
from contract.talk import ChatLine, MeasureAsked, Plan, ProviderJoined
from contract.trust import Voucher, open_voucher
from hub.intake import quarantine
from hub.models import Alarm, Audit, LiveMessage, Visit
from hub.times import parse

QUICK = {"provider_lost_s": 0.4, "restart_grace_s": 8.0, "interrupted_after_s": 0.4, "sweep_s": 0.1}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub"), **QUICK) as process:
        yield process


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator["Room"]:
    with Room(hub, station) as made:
        yield made


class Room:
    """A station's socket, a visit there, and a provider with the console open and on call."""

    def __init__(self, hub: HubProcess, station: StationClient, name: str = "ada") -> None:
        self.hub, self.at, self.name = hub, station, name
        self.visit = VisitAtStation(station)
        self.stack = ExitStack()

    def __enter__(self) -> "Room":
        self.station: StationSocket = self.stack.enter_context(self.at.socket())
        self.station.until(wire.HubHello)
        self.browser = self.stack.enter_context(Browser(self.hub, self.name))
        assert self.browser.send("/api/on-call", {"on": True}).status_code == 200
        self.console: ConsoleSocket = self.stack.enter_context(self.browser.socket())
        return self

    def __exit__(self, *_: object) -> None:
        if self.hub.process.poll() is None:
            self.browser.send(f"/api/visits/{self.visit.id}/end-call")
            self.browser.send("/api/sign-out")
            self.at.reconnect()
            self.at.deliver(VisitClosed(visit=self.visit.id, at=self.visit.at, how="finished"))
        self.stack.close()

    def do(self, what: str, told: object = None, method: str = "POST") -> Any:
        """Do something to the visit as the provider."""
        answer = self.browser.send(f"/api/visits/{self.visit.id}/{what}", told, method)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def asks(self, level: str = "N") -> wire.CallQueued:
        """The patient asks for a provider; returns the place in line."""
        self.station.send(wire.CallRequest(visit=self.visit.id, level=level, language="en"))
        return self.station.until(wire.CallQueued, lambda m: m.visit == self.visit.id)

    def in_call(self) -> UUID:
        """Bring both into a call; return its id."""
        self.asks()
        call = UUID(self.do("accept")["call"])
        assert self.station.until(wire.CallAccepted).call == call
        return call

    def offer(self, call: UUID, generation: int, sdp: str, signed: bytes = b"") -> None:
        """The station offers."""
        self.station.send(wire.Signal(call=call, generation=generation, kind="offer", sdp=sdp, signed=signed))

    def state(self) -> str:
        """Return the visit's state as the console has it."""
        return str(self.browser.get(f"/api/visits/{self.visit.id}").json()["state"])

    def live(self, kind: Any) -> tuple[UUID, Any]:
        """Return the next live message of a kind to this visit, opened with the session's key."""
        while True:
            told = self.station.until(wire.LiveIn, lambda m: m.visit == self.visit.id)
            message = self.visit.open(told)
            assert message.id == told.id
            if isinstance(message, kind):
                return told.id, message


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


# ---- live messages --------------------------------------------------------------------------------


def test_chat_goes_both_ways_sealed(room: Room) -> None:
    room.station.send(room.visit.session_key())
    now = datetime.now(timezone(timedelta(hours=13))).isoformat()  # its clock's text is later than the hub's
    said = ChatLine(id=uuid4(), visit=room.visit.id, at=now, sender="patient", text="My arm is sore")
    for _ in range(2):  # a repeat is the same line
        room.station.send(room.visit.live(said))
    room.console.send(type="watch", visit=str(room.visit.id))
    seen = room.console.until("visit", lambda m: len(m["visit"]["chat"]) > 0)
    assert [(c["text"], c["mine"]) for c in seen["visit"]["chat"]] == [("My arm is sore", False)]

    room.do("chat", {"text": " Which one? "})
    identity, line = room.live(ChatLine)
    assert (line.text, line.sender) == ("Which one?", "Dr Ada")
    room.station.send(wire.LiveAck(id=identity))
    room.do("ask-measure", {"act": "oximetry"})
    assert room.live(MeasureAsked)[1].act == "oximetry"
    detail = room.browser.get(f"/api/visits/{room.visit.id}").json()
    assert [(c["text"], c["mine"]) for c in detail["chat"]] == [
        ("My arm is sore", False),
        ("Which one?", True),
    ]


def test_the_plan_is_kept_until_the_session_has_it(room: Room) -> None:
    room.in_call()
    plan = {"text": "Rest and drink", "disposition": "follow-up", "warning_signs": ["fever"]}
    room.do("plan", plan | {"follow_up": "Friday"}, "PUT")
    room.do("sign")
    room.station.send(room.visit.session_key())  # the key comes after what is sealed to it
    assert room.live(ProviderJoined)[1].name == "Dr Ada"
    first, told = room.live(Plan)
    assert (told.text, told.disposition, told.provider) == ("Rest and drink", "follow-up", "Dr Ada")
    assert (told.warning_signs, told.follow_up) == (("fever",), "Friday")

    room.station.connection.close()
    with room.at.socket() as again:
        room.station = again
        again_id, again_told = room.live(Plan)
        assert (again_id, again_told) == (first, told)
        again.send(wire.LiveAck(id=first))
        eventually(
            lambda: any(m.id == first and m.acknowledged_at for m in room.hub.rows(LiveMessage)),
            "the acknowledgement",
        )
    with room.at.socket() as last:
        room.station = last
        room.live(ProviderJoined)  # nobody has said to have this one
        room.do("chat", {"text": "bye"})
        assert type(room.live(Plan | ChatLine)[1]) is ChatLine

    [care] = room.browser.found("CarePlan", encounter=str(room.visit.id))
    assert care["description"] == "Rest and drink"
    assert room.browser.send(f"/api/visits/{room.visit.id}/sign").json()["error"]["code"] == "signed"
    again_put = room.browser.send(f"/api/visits/{room.visit.id}/plan", plan, "PUT")
    assert again_put.json()["error"]["code"] == "signed"


def test_another_sessions_key_or_an_unreadable_message_is_set_aside(room: Room) -> None:
    room.station.send(room.visit.session_key())
    thief = VisitAtStation(room.at)
    thief.id = room.visit.id
    room.station.send(thief.session_key())
    line = ChatLine(id=uuid4(), visit=uuid4(), at=WALL, sender="patient", text="x")
    room.station.send(room.visit.live(line))
    room.station.send(wire.VisitState(visit=room.visit.id, state="exploded"))

    def reasons() -> bool:
        told = " / ".join(str(row["reason"]) for row in room.hub.db.read_now(quarantine.listed))
        return "another session key" in told and "another visit" in told and "visit state" in told

    eventually(reasons, "the quarantine")
    [row] = [v for v in room.hub.rows(Visit) if v.id == room.visit.id]
    assert row.session_key == room.visit.public
    room.do("chat", {"text": "still there?"})  # the socket is still good
    assert room.live(ChatLine)[1].text == "still there?"


# ---- alerts ---------------------------------------------------------------------------------------


def alert(room: Room, alarm: UUID) -> wire.AlertRaised:
    return wire.AlertRaised(
        alarm=alarm, visit=room.visit.id, rule="rf-02", level="E", quiet=False, raised_at=WALL
    )


def test_an_alert_is_received_seen_and_said_to_be_seen(room: Room) -> None:
    alarm = uuid4()
    room.station.send(alert(room, alarm))
    assert room.station.until(wire.AlertReceived).alarm == alarm
    shown = room.console.until("alarm", lambda m: m["alarm"]["id"] == str(alarm))
    assert (shown["visit"], shown["alarm"]["acknowledged_at"]) == (str(room.visit.id), None)
    room.station.send(alert(room, alarm))  # repeated until somebody has seen it
    assert room.station.until(wire.AlertReceived).alarm == alarm

    assert room.browser.send(f"/api/alarms/{alarm}/acknowledge").status_code == 200

    seen = room.station.until(wire.AlertAcknowledged)
    assert (seen.alarm, seen.by) == (alarm, "provider")  # a role, no name
    assert len([a for a in room.hub.rows(Alarm) if a.id == alarm]) == 1
    [flag] = room.browser.found("Flag", encounter=str(room.visit.id))
    assert flag["status"] == "inactive"
    with room.at.socket() as again:  # who missed it is told again
        assert again.until(wire.AlertAcknowledged, lambda m: m.alarm == alarm).by == "provider"


def test_an_alert_seen_on_site_is_told_to_the_console(room: Room) -> None:
    alarm = uuid4()
    room.station.send(alert(room, alarm))
    room.station.until(wire.AlertReceived)
    room.station.send(wire.AlertSeen(alarm=alarm, by="pharmacist", at=WALL))
    room.console.send(type="watch", visit=str(room.visit.id))
    seen = room.console.until("visit", lambda m: m["visit"]["alarms"][0]["acknowledged_by"] is not None)
    assert seen["visit"]["alarms"][0]["acknowledged_by"] == "pharmacist (on site)"
    assert parse(seen["visit"]["alarms"][0]["acknowledged_at"]) == parse(
        WALL
    )  # when it was, told late or not


def test_another_station_cannot_speak_for_a_visit(room: Room) -> None:
    call = room.in_call()
    with StationClient.enrolled(room.hub, "Other Street") as other, other.socket() as socket:
        socket.until(wire.HubHello)
        socket.send(wire.Signal(call=call, generation=9, kind="offer", sdp="stolen"))
        socket.send(wire.CallCancel(visit=room.visit.id))
        socket.send(alert(room, uuid4()))

        def set_aside() -> bool:
            listed = room.hub.db.read_now(quarantine.listed)
            return sum(1 for row in listed if row["station"] == other.id) == 3

        eventually(set_aside, "the quarantine")
    assert room.state() == "in-call"


# ---- starts and boots -----------------------------------------------------------------------------


def closed(hub: HubProcess, visit: UUID) -> str | None:
    return next((v.closed_how for v in hub.rows(Visit) if v.id == visit), None)


def test_a_new_boot_closes_visits_of_earlier_ones(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Reboot Street") as station:
        with station.socket() as socket:
            socket.until(wire.HubHello)
            left, waiting, whole = (VisitAtStation(station) for _ in range(3))
            station.deliver(left.opened(), waiting.opened(), whole.opened())
            station.deliver(VisitClosed(visit=whole.id, at=whole.at, how="finished"))
            eventually(lambda: closed(hub, whole.id) == "finished", "filing")
        late = VisitAtStation(station)  # all of its envelopes come after the boot that ended it
        with station.socket(boot=uuid4(), waiting=(waiting.id, late.id)) as socket:
            socket.until(wire.HubHello)
            assert closed(hub, left.id) == "interrupted"
            assert closed(hub, whole.id) == "finished"
            station.deliver(late.opened())
            both = {waiting.id, late.id}
            eventually(lambda: {closed(hub, visit) for visit in both} == {"interrupted"}, "their end")
            # the station's own word, late as it is, replaces it
            station.deliver(VisitClosed(visit=waiting.id, at=waiting.at, how="left"))
            eventually(lambda: closed(hub, waiting.id) == "left", "the station's word")


def test_envelopes_ahead_of_their_boots_hello_are_of_this_boot(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Early Street") as station:
        with station.socket(boot=uuid4()) as socket:
            socket.until(wire.HubHello)
        visit = VisitAtStation(station)
        station.deliver(visit.opened())
        eventually(lambda: any(v.id == visit.id for v in hub.rows(Visit)), "filing")
        with station.socket() as socket:
            socket.until(wire.HubHello)
        [row] = [v for v in hub.rows(Visit) if v.id == visit.id]
        assert (row.interrupt_at, row.closed_how) == (None, None)


def test_a_station_says_hello_first_and_speaks_the_protocol(hub: HubProcess, station: StationClient) -> None:
    with station.socket() as socket:
        socket.until(wire.HubHello)
        socket.connection.send(b"\xc1 nonsense")
        with pytest.raises(ConnectionClosed) as end:
            socket.until(wire.StaffPaged)
        assert end.value.rcvd is not None and end.value.rcvd.code == 1007
    rude = station.socket()
    rude._hello = wire.VisitState(visit=uuid4(), state="started")  # type: ignore[assignment]
    with rude, pytest.raises(ConnectionClosed) as end:
        rude.until(wire.HubHello)
    assert end.value.rcvd is not None and end.value.rcvd.code == 1002


def test_a_station_that_tells_its_clock_is_told_the_hubs(hub: HubProcess, station: StationClient) -> None:
    with station.socket() as socket:
        socket.until(wire.HubHello)
        before = datetime.now(UTC)
        socket.send(wire.ClockTold(boot_id=station.boot, time=WALL, monotonic_ns=5_000_000_001))
        answer = socket.until(wire.HubTime)
        assert answer.monotonic_ns == 5_000_000_001
        theirs = datetime.fromisoformat(answer.time)
        assert before - timedelta(milliseconds=1) <= theirs <= datetime.now(UTC)


def test_a_stations_trouble_is_kept_for_a_technician(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Trouble Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        socket.send(wire.StationTrouble(kind="keys-expired", since=WALL, detail="valid until yesterday"))
        socket.send(wire.StationTrouble(kind="tea", since=WALL))  # not known: kept in quarantine

        def noted() -> bool:
            own = f"station:{station.id}"
            found = [r for r in hub.rows(Audit) if (r.action, r.actor) == ("station-trouble", own)]
            aside = [row for row in hub.db.read_now(quarantine.listed) if row["station"] == station.id]
            return len(aside) == 1 and [(row.target, row.outcome) for row in found] == [
                ("keys-expired", "valid until yesterday")
            ]

        eventually(noted, "the note, and the quarantine")


def test_a_revoked_stations_socket_is_closed(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Gone Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        hub.revoke(station.id)
        with pytest.raises(ConnectionClosed) as end:
            socket.until(wire.StaffPaged)
        assert end.value.rcvd is not None and end.value.rcvd.code == 4003


def test_a_console_that_speaks_nonsense_is_let_go(room: Room) -> None:
    room.console.send(type="watch", visit="not an id")
    with pytest.raises(ConnectionClosed):
        room.console.until("nothing")
    assert room.browser.get("/api/worklist").status_code == 200
