"""Transport-wide congestion control feedback: what the receiver of packets tells their sender of arrivals.

draft-holmer-rmcat-transport-wide-cc-extensions-01, RTCP type 205, format 15. Times in seconds, of the
receiver's own clock; on the wire a quarter of a millisecond is the unit.
"""

from collections.abc import Iterator
from struct import pack, unpack_from
from typing import Final, NamedTuple

from media.rate.packets import Unwrapper

URI: Final = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
RTPFB: Final = 205
FORMAT: Final = 15
KEPT_S: Final = 0.5  # how long an arrival is remembered, in case a late one makes us tell of it again
MAX_TOLD: Final = 1000  # numbers a message speaks of at most
_TICK_S: Final = 250e-6
_REFERENCE_S: Final = 64e-3
_SMALL, _LARGE = 1, 2


class Feedback(NamedTuple):
    """One message, `number` 0..255. `arrivals[i]`: when packet `base + i` came, None when it has not."""

    base: int
    number: int
    arrivals: list[float | None]


def split(rtcp: bytes) -> tuple[list[bytes], bytes]:
    """Return the feedback messages of a compound RTCP packet, and the packet without them.

    Without: aiortc (1.16) takes each for a damaged NACK, and throws all that came with it away.
    """
    found: list[bytes] = []
    rest = b""
    at = 0
    while at + 4 <= len(rtcp):
        first, kind, words = unpack_from("!BBH", rtcp, at)
        end = at + 4 + 4 * words
        if first >> 6 != 2 or end > len(rtcp):
            break
        if kind == RTPFB and first & 0x1F == FORMAT:
            found.append(rtcp[at:end])
        else:
            rest += rtcp[at:end]
        at = end
    return found, rest + rtcp[at:]


def parse(message: bytes) -> Feedback:
    """Read a message; ValueError when it is damaged."""
    if len(message) < 20:
        raise ValueError("the feedback is too short")
    base, told = unpack_from("!HH", message, 12)
    reference = int.from_bytes(message[16:19], "big", signed=True)
    symbols, at = _symbols(message, told)
    arrivals: list[float | None] = []
    ticks = reference * 256  # 64 ms in ticks
    for symbol in symbols:
        if symbol not in (_SMALL, _LARGE):
            arrivals.append(None)
            continue
        size = symbol
        if at + size > len(message):
            raise ValueError("the feedback's times are cut off")
        ticks += unpack_from("!B" if size == 1 else "!h", message, at)[0]
        at += size
        arrivals.append(ticks * _TICK_S)
    return Feedback(base, message[19], arrivals)


def _symbols(message: bytes, told: int) -> tuple[list[int], int]:
    """Return the status of each packet and where the times start."""
    symbols: list[int] = []
    at = 20
    while len(symbols) < told:
        if at + 2 > len(message):
            raise ValueError("the feedback's statuses are cut off")
        chunk = unpack_from("!H", message, at)[0]
        at += 2
        if not chunk & 0x8000:
            symbols += [chunk >> 13 & 3] * min(chunk & 0x1FFF, told - len(symbols))
            if not chunk & 0x1FFF:
                raise ValueError("a run of no packets")
        elif chunk & 0x4000:
            symbols += [chunk >> shift & 3 for shift in range(12, -1, -2)]
        else:
            symbols += [chunk >> shift & 1 for shift in range(13, -1, -1)]
    return symbols[:told], at


class Recorder:
    """Remembers when packets came and tells of them, each first as soon as `message` is called."""

    def __init__(self) -> None:
        self._unwrap = Unwrapper()
        self._arrivals: dict[int, float] = {}
        self._next: int | None = None  # the first number nothing was told of
        self._late: int | None = None  # an older one that came since
        self._count = 0

    def came(self, sequence: int, now: float) -> None:
        """Note a packet's arrival; one that comes twice counts the first time."""
        number = self._unwrap(sequence)
        if self._next is None:
            self._next = number
        if number in self._arrivals or number < self._next - MAX_TOLD:
            return
        self._arrivals[number] = now
        if number < self._next:
            self._late = number if self._late is None else min(self._late, number)

    def message(self, now: float, sender: int, media: int) -> bytes | None:
        """Return the next message for the other end, None when there is nothing new.

        `sender`, `media`: synchronisation sources, ours and (one of) theirs.
        """
        if self._next is None or not self._arrivals:
            return None
        last = max(self._arrivals)
        first = self._next if self._late is None else self._late
        if last < first:
            return None
        first = max(first, last - MAX_TOLD + 1)
        times = [self._arrivals.get(number) for number in range(first, last + 1)]
        while times and times[0] is None and first < self._next:
            del times[0]  # its time is forgotten: say nothing of it
            first += 1
        body, told = _body(times)
        self._count += 1
        self._next = max(self._next, first + told)
        self._late = None
        self._arrivals = {
            number: at for number, at in self._arrivals.items() if number >= self._next or at > now - KEPT_S
        }
        return _head(first, told, self._count - 1, body, (sender, media))


def _body(times: list[float | None]) -> tuple[tuple[int, bytes], int]:
    """Return (reference time, statuses and times) and how many packets they tell of."""
    known = [at for at in times if at is not None]
    reference = int(known[0] / _REFERENCE_S)
    ticks = reference * 256
    symbols: list[int] = []
    deltas = b""
    for at in times:
        if at is None:
            symbols.append(0)
            continue
        delta = round(at / _TICK_S) - ticks
        if not -0x8000 <= delta <= 0x7FFF:
            break  # a silence of more than 8 s: the rest is for the next message
        ticks += delta
        small = 0 <= delta <= 0xFF
        symbols.append(_SMALL if small else _LARGE)
        deltas += pack("!B" if small else "!h", delta)
    return (reference & 0xFFFFFF, b"".join(_chunks(symbols)) + deltas), len(symbols)


def _chunks(symbols: list[int]) -> Iterator[bytes]:
    at = 0
    while at < len(symbols):
        run = 1
        while at + run < len(symbols) and symbols[at + run] == symbols[at] and run < 0x1FFF:
            run += 1
        if run >= 7 or at + run == len(symbols):
            yield pack("!H", symbols[at] << 13 | run)
            at += run
            continue
        chunk = 0xC000
        for place, symbol in enumerate(symbols[at : at + 7]):
            chunk |= symbol << (12 - 2 * place)
        yield pack("!H", chunk)
        at += 7


def _head(first: int, told: int, count: int, body: tuple[int, bytes], ssrcs: tuple[int, int]) -> bytes:
    reference, rest = body
    content = (
        pack("!LLHH", *ssrcs, first & 0xFFFF, told)
        + reference.to_bytes(3, "big")
        + bytes((count & 0xFF,))
        + rest
    )
    padding = -len(content) % 4
    if padding:
        content += bytes(padding - 1) + bytes((padding,))
    first_byte = 0x80 | (0x20 if padding else 0) | FORMAT
    return pack("!BBH", first_byte, RTPFB, len(content) // 4) + content
