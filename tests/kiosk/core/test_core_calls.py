"""Calls: from asking to media flowing; every loss is followed by a new offer, never by a silent end."""

import asyncio
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract import control, station, trust, wire
from kiosk.core import redial
from kiosk.core.calls import Calls
from kiosk.core.trust import CallTrust

VISIT, CALL, ROOM = uuid4(), uuid4(), uuid4()
NOW = 1_790_000_000.0
OFFER = "v=0\r\na=fingerprint:sha-256 01:02\r\n"
ANSWER = "v=0\r\na=fingerprint:sha-256 03:04\r\n"


def raw(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


class Keys:
    """A station's key, the root it pins, and a provider that this root vouches for."""

    def __init__(self) -> None:
        root, identity = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.key, self.root, self.station = Ed25519PrivateKey.generate(), raw(root), uuid4()
        self.browser, self.account = Ed25519PrivateKey.generate(), uuid4()
        issuer = trust.delegate(raw(identity), int(NOW) + 600, root=root)
        person = trust.Vouched(
            subject=self.account,
            role="provider",
            name="Ada",
            public=raw(self.browser),
            expires=int(NOW) + 600,
        )
        self.voucher = trust.vouch(person, identity=identity, issuer=issuer)
        public, until = raw(identity), int(NOW) + 600
        of_room = trust.Vouched(subject=ROOM, role="room", name="room", public=public, expires=until)
        self._room = identity, trust.vouch(of_room, identity=identity, issuer=issuer)

    def answer(self, offer: wire.Signal, sdp: str = ANSWER) -> wire.Signal:
        """Answer an offer as the browser does."""
        signed = msgspec.json.decode(offer.signed, type=trust.Proof).claim
        claimed = msgspec.json.decode(signed.body, type=trust.Claim)
        claim = msgspec.structs.replace(
            claimed,
            role="provider",
            subject=self.account,
            fingerprints=trust.fingerprints(sdp),
            nonce=trust.new_nonce(),
            answers=claimed.nonce,
        )
        proof = trust.prove(claim, self.browser, self.voucher)
        return wire.Signal(call=offer.call, generation=offer.generation, kind="answer", sdp=sdp, signed=proof)

    def feeds(self, generation: int, *, sdp: str = ANSWER, role: str = "room") -> wire.Signal:
        """Offer what the others in a room send, as the hub does."""
        claim = trust.Claim(
            call=CALL,
            run="a room",
            generation=generation,
            role=role,
            subject=ROOM,
            fingerprints=trust.fingerprints(ANSWER),
            nonce=trust.new_nonce(),
            issued=int(NOW),
            expires=int(NOW) + trust.LIFE_S,
        )
        signed = trust.prove(claim, *self._room)
        streams = (wire.Stream("0", "video", self.account),)
        return wire.Signal(
            call=CALL, generation=generation, kind="feeds", sdp=sdp, signed=signed, streams=streams
        )


class Around:
    """The three ways out of Calls, recorded."""

    def __init__(self) -> None:
        self.online = True
        self.keys = Keys()
        self.now = NOW
        self.session: list[station.ToSession] = []
        self.hub: list[wire.ToHub] = []
        self.media: list[control.ToMedia] = []
        self.calls = Calls(
            self.session.append,
            self._hub,
            self.media.append,
            CallTrust(self.keys, lambda: self.now),
        )

    def _hub(self, message: wire.ToHub) -> bool:
        if self.online:
            self.hub.append(message)
        return self.online

    def ask(self) -> None:
        self.calls.request(station.RequestCall(visit=VISIT, level="N", language="en"))

    def accept(self) -> None:
        self.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL))

    def offer(self, generation: int = 1) -> wire.Signal:
        """Have media describe itself; return what the hub gets."""
        self.calls.described(control.LocalDescription(call=CALL, generation=generation, sdp=OFFER))
        signal = self.hub[-1]
        assert isinstance(signal, wire.Signal)
        return signal

    def in_call(self) -> wire.Signal:
        """Bring it to an offer that waits for its answer; return the offer."""
        self.ask()
        self.accept()
        return self.offer()

    def refusals(self) -> list[str]:
        return [m.why for m in self.hub if isinstance(m, wire.CallRefused)]

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
    offer = a.offer()
    assert (offer.call, offer.generation, offer.kind, offer.sdp) == (CALL, 1, "offer", OFFER)
    a.calls.answered(a.keys.answer(offer))
    assert a.media[-1] == control.RemoteDescription(call=CALL, generation=1, sdp=ANSWER)
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
    monkeypatch.setattr(redial, "RETRY_S", 0.0)
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


async def test_an_offer_the_hub_did_not_get_is_sent_again() -> None:
    a = Around()
    a.ask()
    a.accept()
    a.calls.media_is(media_state("connected"))
    a.calls.moved()
    await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    assert a.offers() == [1, 2]
    a.online = False
    a.calls.hub_is(False)
    a.calls.described(control.LocalDescription(call=CALL, generation=2, sdp=OFFER))
    a.hub.clear()
    a.online = True
    a.calls.hub_is(True)
    [offer] = a.hub
    assert isinstance(offer, wire.Signal)
    assert (offer.generation, offer.sdp) == (2, OFFER)
    a.calls.answered(a.keys.answer(offer))
    a.hub.clear()
    a.calls.hub_is(True)
    assert a.hub == []
    a.calls.visit_over()


async def test_fresh_credentials_are_used_for_the_next_offer() -> None:
    a = Around()
    a.ask()
    a.accept()
    servers = (wire.IceServer(("turn:relay.test",), "2:x", "new"),)
    a.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL, ice_servers=servers))
    assert a.offers() == [1], "credentials alone are no reason"
    a.calls.restart(wire.CallRestart(call=CALL))
    started = a.media[-1]
    assert isinstance(started, control.StartCall)
    assert started.ice_servers == servers
    a.calls.accepted(wire.CallAccepted(visit=VISIT, call=uuid4()))
    a.calls.visit_over()


async def test_an_answer_with_a_swapped_fingerprint_never_reaches_media() -> None:
    a = Around()
    answer = a.keys.answer(a.in_call())
    before = list(a.media)
    a.calls.answered(msgspec.structs.replace(answer, sdp=answer.sdp.replace("03", "05")))
    assert a.media == before
    assert a.refusals() == ["fingerprint"]
    assert a.calls.state == station.CallState(state="lost", reason="not-trusted")
    a.calls.answered(answer)  # the true one still comes through
    assert a.media[-1] == control.RemoteDescription(call=CALL, generation=1, sdp=ANSWER)


@pytest.mark.parametrize("signed", [b"", b"{}", b"\xff\x00"])
async def test_an_unsigned_answer_never_reaches_media(signed: bytes) -> None:
    a = Around()
    answer = a.keys.answer(a.in_call())
    before = list(a.media)
    a.calls.answered(msgspec.structs.replace(answer, signed=signed))
    assert (a.media, a.refusals()) == (before, ["unsigned"])


async def test_a_replayed_answer_is_refused_and_the_same_one_again_changes_nothing() -> None:
    a = Around()
    first = a.keys.answer(a.in_call())
    a.calls.answered(first)
    a.calls.answered(first)  # a hub that is not sure whether we had it
    assert sum(isinstance(m, control.RemoteDescription) for m in a.media) == 1
    assert a.refusals() == []
    a.calls.restart(wire.CallRestart(call=CALL))
    a.offer(2)
    a.calls.answered(msgspec.structs.replace(first, generation=2))
    assert a.refusals() == ["replayed"]


async def test_an_answer_to_the_offer_before_is_refused() -> None:
    a = Around()
    old = a.keys.answer(a.in_call())
    a.calls.restart(wire.CallRestart(call=CALL))
    a.offer(2)
    a.calls.answered(msgspec.structs.replace(old, generation=2))
    assert a.refusals() == ["old"]


async def test_an_answer_that_was_long_on_its_way_is_offered_anew_for() -> None:
    a = Around()
    late = a.keys.answer(a.in_call())
    a.now += trust.LIFE_S
    a.calls.answered(late)
    assert a.offers() == [1, 2]
    assert a.refusals() == []


async def test_a_browser_that_does_not_believe_us_is_told_of_on_the_screen() -> None:
    a = Around()
    a.in_call()
    a.calls.refused(wire.CallRefused(call=CALL, generation=1, why="fingerprint"))
    assert a.calls.state == station.CallState(state="lost", reason="not-trusted")


async def test_an_offer_without_a_fingerprint_is_not_sent() -> None:
    a = Around()
    a.ask()
    a.accept()
    before = list(a.hub)
    a.calls.described(control.LocalDescription(call=CALL, generation=1, sdp="v=0"))
    assert a.hub == before


def into_room(a: Around) -> wire.Signal:
    """Bring a call of two into a room; return the new offer."""
    a.calls.answered(a.keys.answer(a.in_call()))
    a.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL, room=True))
    return a.offer(2)


async def test_with_a_third_person_the_station_offers_to_the_room_and_back_again() -> None:
    a = Around()
    offer = into_room(a)
    started = [m for m in a.media if isinstance(m, control.StartCall)]
    assert [(m.generation, m.room) for m in started] == [(1, False), (2, True)]
    a.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL, room=True))  # said again: nothing new
    assert a.offers() == [1, 2]
    a.calls.signalled(a.keys.answer(offer))  # a provider's proof is none of the room's
    assert a.refusals() == ["other-call"]

    feeds = a.keys.feeds(7)
    a.calls.signalled(feeds)
    subscribed = a.media[-1]
    assert isinstance(subscribed, control.Subscribe)
    assert (subscribed.generation, subscribed.sdp, subscribed.streams) == (7, ANSWER, feeds.streams)
    a.calls.feeds_described(control.FeedsDescription(call=CALL, generation=7, sdp="mine"))
    assert a.hub[-1] == wire.Signal(call=CALL, generation=7, kind="feeds-answer", sdp="mine")

    a.calls.accepted(wire.CallAccepted(visit=VISIT, call=CALL))
    assert a.offers() == [1, 2, 3]
    before = list(a.media)
    a.calls.signalled(a.keys.feeds(8))  # of a room that was left
    assert a.media == before
    a.calls.visit_over()


async def test_a_rooms_offer_that_is_not_the_hubs_never_reaches_media() -> None:
    a = Around()
    into_room(a)
    a.calls.signalled(a.keys.feeds(2))
    before = list(a.media)
    a.calls.signalled(a.keys.feeds(1))
    a.calls.signalled(a.keys.feeds(3, sdp=ANSWER.replace("03", "05")))
    a.calls.signalled(a.keys.feeds(4, role="provider"))
    assert a.media == before
    assert a.refusals() == ["old", "fingerprint", "forged"]
    a.calls.visit_over()
