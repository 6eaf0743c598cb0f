"""Calls of three and more: who gets in (by the patient's yes alone), who is told, what a room can't do."""

import asyncio
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from aiortc import RTCConfiguration, RTCPeerConnection
from aiortc.mediastreams import AudioStreamTrack
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hub_process import ROOT, Browser, HubProcess, eventually
from hub_room import Room
from hub_station import WALL, StationClient, VisitAtStation

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from janus_server import ADMIN_KEY, SECRET, JanusServer, janus

from contract import trust, wire
from contract.talk import JoinAnswered, People, SendAway
from hub.config import Config, Media
from hub.models import Account, Audit, Guest, Quarantine
from hub.rooms.config import janus_files
from hub.rooms.janus import Janus, JanusError
from hub.rooms.room import Room as MediaRoom
from hub.rooms.room import room_settings

QUICK = {"provider_lost_s": 1.0, "sweep_s": 0.1, "room_linger_s": 0.2, "invite_life_s": 600.0}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JanusServer]:
    with janus(tmp_path_factory.mktemp("janus")) as running:
        yield running


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, server: JanusServer) -> Iterator[HubProcess]:
    class WithRooms(HubProcess):
        media = Media(server.url, SECRET, ADMIN_KEY)

    with WithRooms(tmp_path_factory.mktemp("hub"), **QUICK) as process:
        yield process


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator["Third"]:
    with Third(hub, station) as made:
        yield made


class Third(Room):
    """A call of two, and what somebody third does."""

    def __enter__(self) -> "Third":
        super().__enter__()
        self.station.send(self.visit.session_key())
        self.call = self.in_call()
        return self

    def invite(self, role: str = "family", name: str = "Maria") -> dict[str, Any]:
        return dict(self.do("invite", {"role": role, "name": name}))

    def guest(self, code: str) -> Browser:
        """Open a link as a browser does."""
        browser = self.stack.enter_context(Browser(self.hub))
        assert browser.join(code).status_code == 200
        return browser

    def people(self, present: tuple[str, ...], asking: tuple[str, ...] = ()) -> People:
        """Wait until the station's session was told of these."""
        while True:
            ident, told = self.live(People)
            self.station.send(wire.LiveAck(id=ident))
            names = tuple(p.name for p in told.present), tuple(p.name for p in told.asking)
            if names == (present, asking):
                assert isinstance(told, People)
                return told

    def says(self, person: UUID, *, yes: bool) -> None:
        """The patient answers."""
        told = JoinAnswered(id=uuid4(), visit=self.visit.id, at=WALL, person=person, yes=yes)
        self.station.send(self.visit.live(told))

    def let_in(self) -> tuple[Browser, UUID]:
        """Bring somebody all the way into the room."""
        guest = self.guest(self.invite()["code"])
        assert guest.send("/api/ask-to-join").status_code == 200
        [asking] = self.people(("Dr Ada",), ("Maria",)).asking
        self.says(asking.person, yes=True)
        self.people(("Dr Ada", "Maria"))
        return guest, asking.person


def signed_out(guest: Browser) -> None:
    """Wait until a guest's page is good for nothing any more."""
    eventually(lambda: guest.get("/api/invitation").status_code == 401, "signing a guest out")


def test_a_third_person_comes_in_by_the_patients_yes_and_goes_when_sent_away(room: Third) -> None:
    made = room.invite()
    guest = room.guest(made["code"])
    with guest.socket("/api/guest-socket") as theirs:
        assert theirs.until("invitation")["state"] == "waiting"
        assert guest.send("/api/ask-to-join").status_code == 200
        told = room.people(("Dr Ada",), ("Maria",))
        assert [(p.role, str(p.person)) for p in told.asking] == [("family", made["person"])]
        assert theirs.until("invitation")["room"] is False  # nothing without the patient's word

        room.says(UUID(made["person"]), yes=True)
        assert [p.name for p in room.people(("Dr Ada", "Maria")).present] == ["Dr Ada", "Maria"]
        assert room.station.until(wire.CallAccepted).room is True
        assert room.console.until("room")["room"] is True
        inside = theirs.until("invitation", lambda m: m["room"])
        assert (inside["by"], [p["name"] for p in inside["people"]]) == ("Dr Ada", ["Dr Ada", "Maria"])
        shown = room.browser.get(f"/api/visits/{room.visit.id}").json()["people"]
        assert [(p["name"], p["state"]) for p in shown] == [("Maria", "admitted")]

        away = SendAway(id=uuid4(), visit=room.visit.id, at=WALL, person=UUID(made["person"]))
        room.station.send(room.visit.live(away))
        room.people(("Dr Ada",))
        assert room.station.until(wire.CallAccepted).room is False  # two talk directly again
        assert room.console.until("room")["room"] is False
        assert theirs.until("invitation", lambda m: m["state"] == "removed")["people"] == []
    signed_out(guest)


def test_the_patients_no_keeps_somebody_out(room: Third) -> None:
    guest = room.guest(room.invite()["code"])
    guest.send("/api/ask-to-join")
    [asking] = room.people(("Dr Ada",), ("Maria",)).asking
    room.says(asking.person, yes=False)
    room.people(("Dr Ada",))
    room.says(asking.person, yes=True)  # a yes after the no is about nobody who asks
    assert eventually(lambda: [g for g in room.hub.rows(Guest) if g.id == asking.person], "")[0].state == (
        "refused"
    )
    signed_out(guest)


def test_a_consultant_comes_by_account_and_keeps_it(room: Third) -> None:
    with Browser(room.hub, "ruiz", "consultant") as ruiz:
        assert ruiz.get("/api/invitation").json()["state"] == "none"
        assert ruiz.send("/api/ask-to-join").status_code == 409
        listed = room.browser.get("/api/consultants").json()
        assert listed == {
            "rooms": True,
            "consultants": [{"name": "ruiz", "display": "Dr Ruiz", "here": False}],
        }
        made = room.invite("consultant", "ruiz")
        assert made["code"] == ""
        assert ruiz.get("/api/invitation").json()["by"] == "Dr Ada"
        ruiz.send("/api/ask-to-join")
        [asking] = room.people(("Dr Ada",), ("Dr Ruiz",)).asking
        assert asking.role == "consultant"
        room.says(asking.person, yes=True)
        room.people(("Dr Ada", "Dr Ruiz"))
        assert room.do("remove", {"person": made["person"]}) == {}
        room.people(("Dr Ada",))
        assert ruiz.get("/api/invitation").json()["state"] == "removed"
        # nothing of the patient's is theirs to see
        for path in (f"/api/visits/{room.visit.id}", "/api/worklist", "/fhir/R4/Patient"):
            assert ruiz.get(path).status_code == 403


def test_a_link_works_once_and_not_for_long(room: Third) -> None:
    code = room.invite()["code"]
    room.guest(code)
    with Browser(room.hub) as second:
        assert second.join(code).status_code == 401
        assert second.join("no such code").status_code == 401
    late = room.invite(name="Late")

    def expire(session: Any) -> None:
        session.get_one(Guest, UUID(late["person"])).expires_at = time.time()

    room.hub.db.write_now(expire)
    with Browser(room.hub) as browser:
        assert browser.join(late["code"]).status_code == 401
    taken_back = room.invite(name="Nobody")
    room.do("remove", {"person": taken_back["person"]})
    with Browser(room.hub) as browser:
        assert browser.join(taken_back["code"]).status_code == 401
    assert not [a for a in room.hub.rows(Audit) if code in a.target + a.outcome]


def test_only_who_is_in_the_call_asks_people_in(room: Third) -> None:
    with Browser(room.hub, "grace") as other:
        path = f"/api/visits/{room.visit.id}"
        assert other.send(f"{path}/invite", {"role": "family", "name": "X"}).status_code == 409
        assert other.send(f"{path}/remove", {"person": str(uuid4())}).status_code == 409
    for role, name in (("boss", "X"), ("family", " "), ("family", "x" * 61)):
        answer = room.browser.send(f"/api/visits/{room.visit.id}/invite", {"role": role, "name": name})
        assert answer.status_code == 422, role
    assert (
        room.browser.send(
            f"/api/visits/{room.visit.id}/invite", {"role": "consultant", "name": "nobody"}
        ).status_code
        == 404
    )
    assert (
        room.browser.send(f"/api/visits/{room.visit.id}/remove", {"person": str(uuid4())}).status_code == 404
    )
    for name in ("A", "B", "C", "D"):
        room.invite(name=name)
    full = room.browser.send(f"/api/visits/{room.visit.id}/invite", {"role": "family", "name": "E"})
    assert (full.status_code, full.json()["error"]["code"]) == (409, "full")


def test_the_word_of_another_visits_patient_lets_nobody_in(room: Third) -> None:
    guest = room.guest(room.invite()["code"])
    guest.send("/api/ask-to-join")
    [asking] = room.people(("Dr Ada",), ("Maria",)).asking
    other = VisitAtStation(room.at)
    before = len(room.hub.rows(Quarantine))
    room.station.send(
        other.live(JoinAnswered(id=uuid4(), visit=other.id, at=WALL, person=asking.person, yes=True))
    )
    eventually(lambda: len(room.hub.rows(Quarantine)) > before, "a message set aside")
    assert guest.get("/api/invitation").json()["state"] == "asking"


def test_a_guest_whose_page_is_gone_is_no_longer_named(room: Third) -> None:
    guest, person = room.let_in()
    with guest.socket("/api/guest-socket") as theirs:
        theirs.until("invitation", lambda m: m["room"])
    with guest.socket("/api/guest-socket") as again:  # a page that was loaded anew
        again.until("invitation", lambda m: m["room"])
        assert guest.get("/api/invitation").json()["state"] == "admitted"
    room.people(("Dr Ada",))
    assert [g.state for g in room.hub.rows(Guest) if g.id == person] == ["left"]


def test_the_end_of_the_call_ends_everybodys_part(room: Third) -> None:
    guest, person = room.let_in()
    with guest.socket("/api/guest-socket") as theirs:
        theirs.until("invitation", lambda m: m["room"])
        room.do("end-call")
        assert theirs.until("invitation", lambda m: m["state"] == "over")["room"] is False
    [row] = [g for g in room.hub.rows(Guest) if g.id == person]
    signed_out(guest)
    [account] = [a for a in room.hub.rows(Account) if a.id == row.account_id]
    assert account.disabled


def offer() -> str:
    """Return an offer to send a voice."""

    async def work() -> str:
        peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        peer.addTransceiver(AudioStreamTrack(), "sendonly")
        await peer.setLocalDescription(await peer.createOffer())
        sdp: str = peer.localDescription.sdp
        await peer.close()
        return sdp

    return asyncio.run(work())


def test_a_rooms_answer_is_proved_by_the_hubs_root(room: Third) -> None:
    room.let_in()
    assert room.station.until(wire.CallAccepted, lambda m: m.room).call == room.call
    sdp = offer()
    claim = trust.Claim(
        call=room.call,
        run="run",
        generation=2,
        role=trust.STATION,
        subject=room.at.id,
        fingerprints=trust.fingerprints(sdp),
        nonce="n",
        issued=int(time.time()),
        expires=int(time.time()) + trust.LIFE_S,
    )
    room.offer(room.call, 2, sdp, trust.prove(claim, Ed25519PrivateKey.generate()))
    answer = room.station.until(wire.Signal)
    assert (answer.kind, answer.generation) == ("answer", 2)
    expected = trust.Expected(call=room.call, roles=("room",), run="run", generation=2, answers="n")
    root = (room.at.state / "root.pub").read_bytes()
    trust.Judge().believe(answer.signed, answer.sdp, expected, root=root, now=time.time())
    with pytest.raises(trust.TrustError, match="other-call"):  # a room is no provider
        person = msgspec.structs.replace(expected, roles=("provider",))
        trust.Judge().believe(answer.signed, answer.sdp, person, root=root, now=time.time())


def test_a_lost_media_server_leaves_two_in_the_call(
    hub: HubProcess, station: StationClient, server: JanusServer
) -> None:
    with Third(hub, station) as room:
        guest, _ = room.let_in()
        assert room.station.until(wire.CallAccepted, lambda m: m.room).room
        server.stop()
        try:
            assert room.station.until(wire.CallAccepted).room is False
            eventually(lambda: guest.get("/api/invitation").json()["state"] == "waiting", "back to waiting")
        finally:
            server.start()
        guest.send("/api/ask-to-join")
        [asking] = room.people(("Dr Ada",), ("Maria",)).asking
        room.says(asking.person, yes=True)
        assert room.station.until(wire.CallAccepted).room is True


def test_nothing_in_a_room_can_be_recorded(server: JanusServer) -> None:
    """Off, locked by a secret that only the hub has, and no plugin loaded that could do it some other way."""
    assert room_settings("r", "s", "k") | {"record": False, "lock_record": True} == room_settings(
        "r", "s", "k"
    )

    async def work() -> None:
        client = Janus(Media(server.url, SECRET, ADMIN_KEY), lambda *_: None, lambda: None)

        async def never(*_: object) -> None:
            raise AssertionError("nobody is in this room")

        made = MediaRoom(client, never)
        await made.open()
        handle = await client.attach()
        for body in ({}, {"secret": "guessed"}):
            with pytest.raises(JanusError):
                await client.message(
                    handle, {"request": "enable_recording", "room": made._name, "record": True} | body
                )
        with pytest.raises(JanusError):  # nobody without a token comes in either
            join = {"request": "join", "ptype": "publisher", "room": made._name, "token": "guessed"}
            await client.message(handle, join)
        with pytest.raises(JanusError):  # nor makes rooms of their own
            await client.message(handle, room_settings("mine", "s", "wrong key"))
        for plugin in ("recordplay", "streaming", "audiobridge"):
            with pytest.raises(JanusError):
                await client._ask({"janus": "attach", "plugin": f"janus.plugin.{plugin}"})
        await made.close()
        await client.close()

    asyncio.run(work())


def test_no_page_of_the_console_has_a_recorder() -> None:
    sources = [p for p in (ROOT / "hub" / "console" / "src").rglob("*") if p.suffix in {".ts", ".svelte"}]
    assert len(sources) > 50
    recorders = ("MediaRecorder", "captureStream", "MediaStreamTrackProcessor", "createScriptProcessor")
    assert not [p.name for p in sources if any(name in p.read_text() for name in recorders)]


def test_the_hubs_secrets_are_asked_of_everybody(server: JanusServer) -> None:
    async def work() -> None:
        client = Janus(Media(server.url, "wrong", ADMIN_KEY), lambda *_: None, lambda: None)
        with pytest.raises(JanusError):
            await client.attach()
        await client.close()

    asyncio.run(work())
    with pytest.raises(ValueError, match="quotes"):
        janus_files('a"b', "c")


def test_the_configuration_is_written_by_a_command(tmp_path: Path) -> None:
    from hub.__main__ import main

    secret = tmp_path / "secrets"
    arguments = ["janus-config", "--to", str(tmp_path / "janus"), "--secret-file", str(secret)]
    assert main([*arguments, "--port", "9001", "--public-ip", "203.0.113.5"]) == 0
    api, admin = secret.read_text().splitlines()
    files = {p.name: p.read_text() for p in (tmp_path / "janus").iterdir()}
    assert api in files["janus.jcfg"] and "203.0.113.5" in files["janus.jcfg"]
    assert admin in files["janus.plugin.videoroom.jcfg"]
    assert "9001" in files["janus.transport.websockets.jcfg"]
    assert main(arguments) == 0  # again: the same secrets
    assert secret.read_text().splitlines() == [api, admin]
    assert Config(tmp_path).media is None
