"""Does UDP get out, and does each relay carry data: real allocations, a round trip, a burst through it."""

import asyncio
import socket
import ssl
import statistics
import time
from typing import Any, Final

from aioice import stun
from aioice.turn import TurnTransport

from contract.network import UDP, WayTested
from media.aiortc_private.ice import open_relay
from media.relays import Relay

PATIENCE_S: Final = 6.0  # for one way to answer
PINGS: Final = 5
PING_S: Final = 2.0
PACKET: Final = 1200  # bytes, as video is sent
PACKETS: Final = 150
BATCH: Final = 5  # packets at once, and then …
BATCH_S: Final = 0.006  # … a pause: 8 Mbit/s, more than a call needs
QUIET_S: Final = 0.7  # nothing more has come for so long: the burst is over
FORBIDDEN: Final = 403


def why(error: BaseException) -> str:
    """Return why a way does not work, as an id (contract.network.WHYS)."""
    if isinstance(error, stun.TransactionFailed):
        return "no-carrying" if error.response.error_code == FORBIDDEN else "credential"
    if isinstance(error, ssl.SSLError):
        return "not-trusted"
    if isinstance(error, socket.gaierror):
        return "no-name"
    return "refused" if isinstance(error, ConnectionRefusedError) else "no-answer"


ERRORS: Final = (OSError, TimeoutError, stun.TransactionError)


async def udp_out(host: str, port: int) -> WayTested:
    """Ask a relay which address it sees us under (STUN): does UDP get out, and its answer back?"""
    where = f"{host}:{port}"
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE_S):
            transport, asker = await loop.create_datagram_endpoint(_Asker, remote_addr=(host, port))
            try:
                started = time.monotonic()
                await asker.ask()
            finally:
                transport.close()
    except ERRORS as error:
        return WayTested(way=UDP, ok=False, where=where, why=why(error))
    return WayTested(way=UDP, ok=True, where=where, ms=_ms(time.monotonic() - started))


async def through(relay: Relay, tls: ssl.SSLContext) -> WayTested:
    """Send data through a relay and back, by two allocations of one's own."""
    way, where = f"relay-{relay.way}", f"{relay.host}:{relay.port}"
    ends: list[tuple[TurnTransport, _End]] = []
    try:
        async with asyncio.timeout(PATIENCE_S):
            ends = [await open_relay(relay, tls, _End) for _ in range(2)]
        ms = await _ping(*ends)
        kbit = await _burst(*ends)
    except ERRORS as error:
        return WayTested(way=way, ok=False, where=where, why=why(error))
    finally:
        for transport, end in ends:
            transport.close()
            await end.closed.wait()
    if ms is None:
        return WayTested(way=way, ok=False, where=where, why="no-carrying")
    return WayTested(way=way, ok=True, where=where, ms=ms, kbit=kbit)


class _Asker(asyncio.DatagramProtocol):
    """One STUN question, asked until it is answered."""

    def __init__(self) -> None:
        self._transport: Any = None
        self._answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._question = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        try:
            answer = stun.parse_message(data)
        except ValueError:
            return
        ours = answer.transaction_id == self._question.transaction_id
        if ours and answer.message_class == stun.Class.RESPONSE and not self._answered.done():
            self._answered.set_result(None)

    def error_received(self, exc: Exception) -> None:
        if not self._answered.done():
            self._answered.set_exception(exc)

    async def ask(self) -> None:
        """Ask twice a second; the caller sets the limit."""
        while True:
            self._transport.sendto(bytes(self._question))
            done, _ = await asyncio.wait({self._answered}, timeout=0.5)
            if done:
                return self._answered.result()


class _End(asyncio.DatagramProtocol):
    """One end of what goes through a relay. A packet that begins with 1 comes back, beginning with 2."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[tuple[bytes, float]] = asyncio.Queue()
        self.closed = asyncio.Event()
        self.refused: Exception | None = None
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed.set()

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data[:1] == b"\x01":
            self._transport.sendto(b"\x02" + data[1:], addr)
        else:
            self.came.put_nowait((data, time.monotonic()))

    def error_received(self, exc: Exception) -> None:
        self.refused = exc


async def _ping(one: tuple[TurnTransport, _End], other: tuple[TurnTransport, _End]) -> float | None:
    """Return the median round trip in ms; None when nothing comes through. TransactionFailed: not allowed."""
    (here, end), (there, far) = one, other
    far_address, address = there.get_extra_info("sockname"), here.get_extra_info("sockname")
    there.sendto(b"\x00", address)  # lets what comes from us in
    times = []
    for number in range(PINGS):
        sent = time.monotonic()
        here.sendto(bytes((1, number)), far_address)
        try:
            async with asyncio.timeout(PING_S):
                while True:
                    data, at = await end.came.get()
                    if data == bytes((2, number)):
                        times.append(at - sent)
                        break
        except TimeoutError:
            pass
        for refused in (end.refused, far.refused):
            if isinstance(refused, stun.TransactionError):
                raise refused
        if number >= 1 and not times:
            return None
    return _ms(statistics.median(times[1:] or times))  # the first one waits for the channel


async def _burst(one: tuple[TurnTransport, _End], other: tuple[TurnTransport, _End]) -> float:
    """Return roughly what comes through in kbit/s; 0: too little to say."""
    (here, _), (there, far) = one, other
    target = there.get_extra_info("sockname")
    while not far.came.empty():
        far.came.get_nowait()
    for _ in range(PACKETS // BATCH):
        for _ in range(BATCH):
            here.sendto(b"\x00" * PACKET, target)
        await asyncio.sleep(BATCH_S)
    came: list[tuple[int, float]] = []
    try:
        while len(came) < PACKETS:
            async with asyncio.timeout(QUIET_S):
                data, at = await far.came.get()
            came.append((len(data), at))
    except TimeoutError:
        pass
    if len(came) < 2 * BATCH:
        return 0.0
    seconds = max(0.001, came[-1][1] - came[0][1])
    return round(sum(size for size, _ in came[1:]) / 125 / seconds)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
