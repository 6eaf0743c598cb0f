"""One room at the media server: who sends, and who gets whose pictures and voices.

Each person has a peer connection that only sends, and one that only receives all the others. When somebody
comes or goes everybody else is offered a fresh receiving one and the old one stays until that flows: so
nothing is ever renegotiated, which not every end can do.

Beside picture and voice each may send data (what the line costs, stills). The patient's data holds live waves
too: it goes to those who treat them and to nobody else.
"""

import asyncio
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from contract.trust import new_nonce
from contract.wire import Stream
from hub.rooms.janus import Janus, JanusError, Json

MOST: Final = 6  # people in a room, the patient included
KBIT: Final = 1500  # of each sender's picture, at most
DATA: Final = "data"
_MID: Final = re.compile(r"^a=mid:(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Feeds:
    """An offer of the others' pictures and voices; `streams` in the offer's order."""

    sdp: str
    generation: int
    streams: tuple[Stream, ...]


@dataclass
class Seat:
    """Somebody in the room. `feed`: what Janus calls them."""

    person: UUID
    first: bool  # the provider's and the patient's pictures come before the others'
    treats: bool = False  # gets the patient's data as well
    patient: bool = False
    feed: str = ""
    mids: tuple[str, ...] = ()  # of picture and voice, as sent
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    publisher: int = 0  # the handle that sends
    sending: bool = False
    # handle, name and mids of what is to send in its place, once it is up
    coming: tuple[int, str, tuple[str, ...]] = (0, "", ())
    subscriber: int = 0  # the newest handle that receives
    old: list[int] = field(default_factory=list)  # receiving ones that go when the newest flows
    # of what is offered to this seat; rises also over rooms of one call, one after the other
    generation: int = field(default_factory=lambda: int(time.time()))


class Room:
    """`offer(person, feeds)` passes a receiving offer on. To be used by one task at a time: `lock`."""

    def __init__(self, janus: Janus, offer: Callable[[UUID, Feeds], Awaitable[None]]) -> None:
        self.run = new_nonce()  # generations of this room's offers rise within it
        self.lock = asyncio.Lock()
        self.seats: dict[UUID, Seat] = {}
        self._janus = janus
        self._offer = offer
        self._name, self._secret = secrets.token_hex(8), secrets.token_urlsafe(24)
        self._control = 0

    async def open(self) -> None:
        """Make the room: hidden, unable to record, nobody let in yet; JanusError."""
        self._control = await self._janus.attach()
        await self._janus.message(
            self._control, room_settings(self._name, self._secret, self._janus.admin_key)
        )

    async def admit(self, person: UUID, *, first: bool, treats: bool = False, patient: bool = False) -> None:
        """Give somebody a seat and a token of their own."""
        if person in self.seats:
            return
        seat = self.seats[person] = Seat(person, first, treats, patient)
        await self._allow("add", seat)

    async def remove(self, person: UUID) -> None:
        """Take somebody out: token, sending, receiving; the others get fresh offers without them."""
        seat = self.seats.pop(person, None)
        if seat is None:
            return
        await self._allow("remove", seat)
        if seat.sending:
            await self._control_ask({"request": "kick", "id": seat.feed})
        for handle in handles(seat):
            await self._janus.detach(handle)
        if seat.sending:
            await self.offer_all()

    async def publish(self, person: UUID, sdp: str) -> str:
        """Take a sending offer; return Janus's answer. A later one replaces it as soon as it is up."""
        seat = self.seats[person]
        unused, *_ = seat.coming
        handle, feed, _ = seat.coming = await self._janus.attach(), secrets.token_hex(8), mids(sdp)
        if unused:
            await self._janus.detach(unused)
        body = {
            "request": "joinandconfigure",
            "ptype": "publisher",
            "room": self._name,
            "id": feed,
            "token": seat.token,
        }
        answer = await self._janus.message(handle, body, {"type": "offer", "sdp": sdp})
        return str(answer["jsep"]["sdp"])

    async def answered(self, person: UUID, generation: int, sdp: str) -> None:
        """Take the answer to a receiving offer; one to an older offer is left out."""
        seat = self.seats.get(person)
        if seat is None or generation != seat.generation or not seat.subscriber:
            return
        body = {"request": "start", "room": self._name}
        await self._janus.message(seat.subscriber, body, {"type": "answer", "sdp": sdp})

    async def flows(self, handle: int) -> None:
        """A peer connection is up: somebody sends now, or receives by the newest one."""
        for seat in list(self.seats.values()):
            coming = seat.coming
            if handle == coming[0]:
                old, seat.coming = seat.publisher, (0, "", ())
                seat.publisher, seat.feed, seat.mids = coming
                seat.sending = True
                await self.offer_all()
                if old:
                    await self._janus.detach(old)
            elif handle == seat.subscriber:
                replaced, seat.old = seat.old, []
                for gone in replaced:
                    await self._janus.detach(gone)

    async def offer_all(self) -> None:
        """Offer everybody who sends all the others that do."""
        for seat in list(self.seats.values()):
            if seat.sending:
                await self.offer_to(seat)

    async def offer_to(self, seat: Seat) -> None:
        """Offer one seat all the others."""
        others = sorted(
            (s for s in self.seats.values() if s.sending and s is not seat), key=lambda s: not s.first
        )
        if not others:
            return
        handle = await self._janus.attach()
        body = {
            "request": "join",
            "ptype": "subscriber",
            "room": self._name,
            "streams": [wish for other in others for wish in wishes(seat, other)],
        }
        told = await self._janus.message(handle, body)
        if seat.subscriber:
            seat.old.append(seat.subscriber)
        seat.subscriber, seat.generation = handle, seat.generation + 1
        people = {other.feed: other.person for other in others}
        await self._offer(
            seat.person, Feeds(str(told["jsep"]["sdp"]), seat.generation, _streams(told["streams"], people))
        )

    async def close(self) -> None:
        """End the room and let go of all handles; never fails."""
        everybody = [handle for seat in self.seats.values() for handle in handles(seat)]
        self.seats.clear()
        try:
            await self._control_ask({"request": "destroy"})
        except JanusError:
            return
        for handle in (*everybody, self._control):
            await self._janus.detach(handle)

    async def _allow(self, action: str, seat: Seat) -> None:
        await self._control_ask({"request": "allowed", "action": action, "allowed": [seat.token]})

    async def _control_ask(self, body: Json) -> None:
        await self._janus.message(self._control, body | {"room": self._name, "secret": self._secret})


def wishes(seat: Seat, other: Seat) -> list[Json]:
    """Return what a seat gets of another: all of it, but the patient's data only who treats them."""
    if seat.treats or not other.patient:
        return [{"feed": other.feed}]
    return [{"feed": other.feed, "mid": mid} for mid in other.mids]


def mids(sdp: str) -> tuple[str, ...]:
    """Return the `mid`s of pictures and voices in an offer."""
    return tuple(
        found[1]
        for section in sdp.split("\r\nm=")[1:]
        if section.startswith(("audio", "video")) and (found := _MID.search(section))
    )


def handles(seat: Seat) -> list[int]:
    """Return the handles a seat has."""
    return [handle for handle in (seat.publisher, seat.coming[0], seat.subscriber, *seat.old) if handle]


def room_settings(name: str, secret: str, admin_key: str) -> Json:
    """Return the request that makes a room. Recording is off, and on only for whoever knows the secret."""
    return {
        "request": "create",
        "room": name,
        "admin_key": admin_key,
        "secret": secret,
        "permanent": False,
        "is_private": True,
        "record": False,
        "lock_record": True,
        "allowed": [],
        "publishers": MOST,
        "bitrate": KBIT * 1000,
        "fir_freq": 0,
        "audiocodec": "opus",
        "videocodec": "vp8",
        "opus_fec": True,
    }


def _streams(told: list[dict[str, Any]], people: dict[str, UUID]) -> tuple[Stream, ...]:
    """Return whose each stream is. Data all comes by one `mid`, on channels named as the feeds are."""
    media = [
        Stream(str(s["mid"]), str(s["type"]), people[s["feed_id"]])
        for s in told
        if s.get("feed_id") in people
    ]
    texts = [
        Stream(str(s["mid"]), DATA, people[feed], feed)
        for s in told
        if s["type"] == DATA
        for feed in s.get("source_ids", ())
        if feed in people
    ]
    return (*media, *texts)
