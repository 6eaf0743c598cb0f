"""What we need of ICE beyond aiortc's public names (written for aiortc 1.16 and aioice 0.13).

- aiortc asks one relay, the first; and waits five seconds for one that a firewall swallows. We ask all of
  them, over UDP, TCP and TLS at once, and wait no longer for the others once one has answered.
- It checks a relay's certificate by the system's authorities only.
- A relay over TCP is written to without a bound: on a narrow line seconds of video queue up. Ours has a short
  queue, and what does not fit is lost, as on UDP: then rate control sees the line as it is.
- Whether the other end is still there, it asks every five seconds, and gives up after six unanswered times.

What of theirs is used stands in `names`; a test fails with the names that are gone when a library changes.
"""

import asyncio
import logging
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any, Final

from aioice import Candidate, stun, turn
from aioice.candidate import candidate_foundation, candidate_priority
from aioice.ice import StunProtocol
from aiortc import RTCPeerConnection

from media.aiortc_private.names import INNER
from media.relays import WAYS, Relay

GRACE_S: Final = 0.4  # once a relay has answered the others have so long …
GRACE_AGAIN_S: Final = 0.15  # … and in a call that was up before, which somebody waits for
LIFE_S: Final = 600  # of an allocation, until it is refreshed
QUEUE_BYTES: Final = 16 * 1024  # towards a relay over TCP, beyond which pictures are dropped …
QUEUE_S: Final = 0.1  # … when it has not been empty for so long
QUEUE_MOST: Final = 192 * 1024  # and at once beyond this
UNSENT_BYTES: Final = 8 * 1024  # what the kernel may take without sending it …
UNACKED_BYTES: Final = 24 * 1024  # … and with what is on its way: 0.3 s at 600 kbit/s, 2 Mbit/s at 100 ms
PICTURE_BYTES: Final = 400  # larger packets are pictures; sound and what is not media has twice the room
ASK_TIMES: Final = 6  # at 25 % loss each way one in 140 silences would be taken for the end
ASK_APART_S: Final = 0.07
ASK_PATIENCE_S: Final = 0.4  # for the answer to the last one, on a way that is short or not known …
ASK_ROUNDS: Final = 3  # … and so many round trips on a long one
PREFERENCE_STEP: Final = 1000
NO_ADDRESS, NO_PORT = "0.0.0.0", 9  # noqa: S104 - as RFC 8839, 5.1 writes "none"
_TCP_NOTSENT_LOWAT: Final = 25  # linux/tcp.h; not in Python 3.11's socket module

_log = logging.getLogger(__name__)


def ice_of(connection: RTCPeerConnection) -> Any:
    """Return aioice's connection of a peer connection whose tracks share one."""
    return connection.getTransceivers()[0].sender.transport.transport.iceGatherer._connection


def use_relays(
    connection: RTCPeerConnection,
    relays: list[Relay],
    tls: ssl.SSLContext,
    *,
    only: bool,
    patience_s: float,
    grace_s: float = GRACE_S,
) -> None:
    """Have a peer connection gather from all of these; `only`: it gives away no other address.

    It waits `patience_s` at most while no relay has answered, and `grace_s` for the others once one has.
    """
    ice = ice_of(connection)
    gatherer = _Gatherer(ice, relays, tls, only=only, patience_s=patience_s, grace_s=grace_s)
    ice.get_component_candidates = gatherer.gather


def way(connection: RTCPeerConnection) -> str:
    """Return how media goes: "direct", "relay-udp", "relay-tcp", "relay-tls", "relay-far"; empty: not yet.

    "relay-far": through the other end's relay only.
    """
    for pair in ice_of(connection)._nominated.values():
        if pair.local_candidate.type == "relay":
            return f"relay-{getattr(pair.protocol, 'carepost_way', 'udp')}"
        return "relay-far" if pair.remote_candidate.type == "relay" else "direct"
    return ""


def listen(connection: RTCPeerConnection, heard: Callable[[float], None]) -> None:
    """Have `heard(monotonic seconds)` called for everything that comes from the other end."""
    ice = ice_of(connection)
    data, request = ice.data_received, ice.request_received

    def data_received(packet: bytes, component: int) -> None:
        heard(time.monotonic())
        data(packet, component)

    def request_received(message: stun.Message, *about: Any) -> None:
        if "USERNAME" in message.attributes and ice._valid_username(message.attributes["USERNAME"]):
            heard(time.monotonic())
        request(message, *about)

    ice.data_received, ice.request_received = data_received, request_received


async def answers(connection: RTCPeerConnection, rtt_s: float) -> bool:
    """Ask the other end whether it is there (RFC 7675), a few times within half a second: does it answer?

    `rtt_s`: how long an answer takes as a rule; 0: not known.
    """
    ice = ice_of(connection)
    pairs = list(ice._nominated.values())
    if not pairs or ice.remote_password is None:
        return False
    key = ice.remote_password.encode()

    async def ask(number: int) -> None:
        await asyncio.sleep(number * ASK_APART_S)
        pair = pairs[0]
        if pair not in ice._nominated.values():
            raise ConnectionError("closed meanwhile")
        request = ice.build_request(pair, nominate=False)
        await pair.protocol.request(request, pair.remote_addr, integrity_key=key, retransmissions=0)

    asking = [asyncio.create_task(ask(number)) for number in range(ASK_TIMES)]
    patience_s = (ASK_TIMES - 1) * ASK_APART_S + max(ASK_PATIENCE_S, ASK_ROUNDS * rtt_s)
    return bool(await first_ones(asking, patience_s, 0.0))


class _Gatherer:
    """Gathers host candidates (none when only relays may be used) and from every relay at once."""

    def __init__(
        self,
        ice: Any,
        relays: list[Relay],
        tls: ssl.SSLContext,
        *,
        only: bool,
        patience_s: float,
        grace_s: float,
    ) -> None:
        self._ice, self._hosts = ice, ice.get_component_candidates
        self._relays, self._tls = relays, tls
        self._only, self._patience_s, self._grace_s = only, patience_s, grace_s

    async def gather(self, component: int, addresses: list[str]) -> list[Candidate]:
        """Stand in for aioice's own method."""
        candidates: list[Candidate] = list(await self._hosts(component, [] if self._only else addresses))
        tasks = [asyncio.create_task(self._allocate(relay, component)) for relay in self._relays]
        for protocol in await first_ones(tasks, self._patience_s, self._grace_s):
            self._ice._protocols.append(protocol)
            candidates.append(protocol.local_candidate)
        return candidates

    async def _allocate(self, relay: Relay, component: int) -> Any:
        """Get an address of a relay: aioice's protocol whose local candidate it is."""
        transport, protocol = await open_relay(relay, self._tls, lambda: StunProtocol(self._ice))
        host, port = transport.get_extra_info("sockname")
        mapped = transport.get_extra_info("related_address")
        if self._only or mapped is None:  # not even the address the relay sees us under (RFC 9429, 3.5.3)
            mapped = ("::" if ":" in host else NO_ADDRESS, NO_PORT)
        protocol.carepost_way = relay.way
        protocol.local_candidate = Candidate(
            foundation=candidate_foundation("relay", relay.way, f"{relay.host}:{host}"),
            component=component,
            transport="udp",
            priority=candidate_priority(component, "relay", 65_535 - PREFERENCE_STEP * WAYS.index(relay.way)),
            host=host,
            port=port,
            type="relay",
            related_address=mapped[0],
            related_port=mapped[1],
        )
        return protocol


async def first_ones(tasks: "list[asyncio.Task[Any]]", patience_s: float, grace_s: float) -> list[Any]:
    """Return what came of these tasks, in their order: within `grace_s` of the first that went well.

    What takes longer is cancelled; what failed is left out.
    """
    end = time.monotonic() + patience_s
    waiting, good = set(tasks), False
    while waiting and (left := end - time.monotonic()) > 0:
        done, waiting = await asyncio.wait(waiting, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if not good and any(task.exception() is None for task in done):
            good, end = True, min(end, time.monotonic() + grace_s)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    # (A task's failure is asked for even when nobody wants it, or asyncio complains.)
    return [task.result() for task in tasks if not task.cancelled() and task.exception() is None]


async def open_relay(
    relay: Relay, tls: ssl.SSLContext, protocol: Callable[[], Any]
) -> tuple[turn.TurnTransport, Any]:
    """Make an allocation whose data goes to `protocol`. OSError, TransactionError, ConnectionError: none."""
    transport, made = await turn.create_turn_endpoint(
        protocol,
        server_addr=(relay.host, relay.port),
        username=relay.username,
        password=relay.credential,
        lifetime=LIFE_S,
        ssl=tls if relay.way == "tls" else None,
        transport="udp" if relay.way == "udp" else "tcp",
    )
    if relay.way != "udp":
        _shorten(getattr(transport, INNER))
    return transport, made


def _shorten(inner: Any) -> None:
    """Give a relay over TCP a short queue: pictures that do not fit are dropped, sound later."""
    wire: asyncio.Transport = inner.transport
    sock = wire.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.IPPROTO_TCP, _TCP_NOTSENT_LOWAT, UNSENT_BYTES)
        # A line that gets narrow is met with a wide window: without this it would hold seconds of video.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNACKED_BYTES)
    send = inner._send
    queue = Queue()

    def short(data: bytes) -> None:
        if queue.takes(wire.get_write_buffer_size(), len(data), time.monotonic(), media=_is_rtp(data)):
            send(data)

    inner._send = short


class Queue:
    """Decides what a stream's queue still takes. Pure: sizes in bytes and times in seconds come in."""

    def __init__(self) -> None:
        self._full_since: float | None = None

    def takes(self, waiting: int, size: int, now: float, *, media: bool) -> bool:
        """Should a packet of `size` be written while `waiting` bytes are not? What is no media always is."""
        if waiting == 0:
            self._full_since = None
            return True
        self._full_since = now if self._full_since is None else self._full_since
        if not media:
            return True
        room = 1 if size > PICTURE_BYTES else 2
        stuck = waiting > QUEUE_BYTES * room and now - self._full_since > QUEUE_S
        return not stuck and waiting <= QUEUE_MOST * room


def _is_rtp(data: bytes) -> bool:
    """Is this channel data (RFC 8656, 12.4) with RTP in it (RFC 7983; RTCP: RFC 5761)?"""
    return len(data) > 5 and data[0] & 0xC0 == 0x40 and data[4] & 0xC0 == 0x80 and not 192 <= data[5] <= 223
