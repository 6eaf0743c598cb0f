"""Reading the memory of an Omron Bluetooth cuff (HEM-7142T2). Source: two public readers, which agree.

On connecting the host says `11`, four bytes of its choice and zeros on the lock's characteristic and hears
`91 00` and the four bytes. Then packets: length, type (2), address BE (2), size, data, 00, and the XOR that
makes the whole zero; hosts write one characteristic, cuffs answer on another with bit 7 of the type set.
0000 opens, 0100 reads, 0F00 ends. Nothing is ever written to the memory: the sensor's calibration is in it.

The memory holds 14 slots from 02E8. A cuff comes on the air after a measurement, so that the newest record
is what somebody has just measured, or has measured some time ago: its own time must say.
"""

from typing import Final

from msgspec.structs import replace

from peripherals.protocols import omron_ble
from peripherals.protocols.base import Frame, FrameKind, xor
from peripherals.protocols.ble import EMPTY, is_after
from peripherals.protocols.ble_talk import BleConversation
from peripherals.protocols.conversation import Now

SERVICE: Final = "FE4A"
LOCK: Final = "b305b680-aee7-11e1-a730-0002a5d5c51b"
TO_CUFF: Final = "db5b55e0-aee7-11e1-965e-0002a5d5c51b"
FROM_CUFF: Final = "49123040-aee8-11e1-a74d-0002a5d5c51b"

OPEN: Final = 0x0000
READ: Final = 0x0100
END: Final = 0x0F00
REPLY: Final = 0x8000
"""Set in the type of an answer."""
OPEN_SIZE: Final = 0x10  # what the size field of the opening says

MEMORY: Final = 0x02E8
SLOTS: Final = 14
BLOCK: Final = 3 * omron_ble.SIZE  # the readers ask for at most 44 bytes

ANSWER_S: Final = 3.0
TRIES: Final = 5
LOOK_EVERY_S: Final = 5.0
_OVERHEAD: Final = 8


def packet(kind: int, address: int = 0, size: int = 0, data: bytes = b"") -> bytes:
    """Build a packet."""
    head = bytes((_OVERHEAD + len(data),)) + kind.to_bytes(2, "big") + address.to_bytes(2, "big")
    body = head + bytes((size,)) + data + b"\0"
    return body + bytes((xor(body),))


def read_packet(raw: bytes) -> tuple[int, int, bytes] | None:
    """Return type, address and data; None when it is no packet. Memory never written may be left out: FF."""
    if len(raw) < _OVERHEAD or not _OVERHEAD <= raw[0] <= len(raw):
        return None
    raw = raw[: raw[0]]
    if xor(raw):
        return None
    data = raw[6:-2]
    if len(data) < raw[5] and int.from_bytes(raw[1:3], "big") == REPLY | READ:
        data = b"\xff" * raw[5]
    return int.from_bytes(raw[1:3], "big"), int.from_bytes(raw[3:5], "big"), data


def unlock(nonce: bytes) -> bytes:
    """Build what opens the lock."""
    return (b"\x11" + nonce).ljust(20, b"\0")


class OmronConversation(BleConversation):
    """Reads the memory on connecting and, while an act runs, again and again; passes on what is new."""

    def __init__(self) -> None:
        super().__init__(omron_ble.decoder(), ())
        self._bad = 0
        self._said: tuple[bytes, str] | None = None
        self._said_ns = 0
        self._tries = 0
        self._memory = b""
        self._looked_ns = 0
        self._session = False
        self._last: int | None = None
        self._before: int | None = None
        self._acting = False

    @property
    def dropped(self) -> int:
        """Bytes heard that belong to no packet; an empty slot is no error."""
        return self._bad

    def opened(self, now: Now) -> None:
        """Unlock it."""
        super().opened(now)
        self._look(now)

    def measure(self, now: Now) -> None:
        """An act begins: what is newer than the last record known is its own."""
        self._acting = True
        self._before = self._last

    def rest(self, now: Now) -> None:
        """The act is over."""
        self._acting = False

    def download(self, now: Now) -> None:
        """Pass on the whole memory at the end of the next look."""
        self.busy = True
        if self._said is None:
            self._look(now)

    def closing(self) -> None:
        """End the session."""
        if self._session:
            self.say(packet(END), TO_CUFF)

    def beat(self, now: Now) -> None:
        """Say again what was not answered; give up; look again."""
        if self._said is not None:
            if now.since_s(self._said_ns) >= ANSWER_S:
                if self._tries >= TRIES:
                    self._ended(now, failed=True)
                else:
                    self._tries += 1
                    self._said_ns = now.ns
                    self.say(*self._said)
        elif self.busy or (self._acting and now.since_s(self._looked_ns) >= LOOK_EVERY_S):
            self._look(now)

    def value(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take an answer, say what comes next."""
        if channel == LOCK:
            if self._said is not None and data[:2] == b"\x91\0" and data[2:6] == self._said[0][1:5]:
                self._memory = b""
                self._tell(packet(OPEN, size=OPEN_SIZE), TO_CUFF, now)
            return []
        if channel != FROM_CUFF:
            return super().value(data, channel, now)
        answer = read_packet(data)
        if answer is None:
            self._bad += len(data)
            return []
        return self._answered(*answer, now)

    def _answered(self, kind: int, address: int, data: bytes, now: Now) -> list[Frame]:
        if kind == REPLY | OPEN:
            self._session = True
            self._memory = b""
            self._read_on(now)
        elif kind == REPLY | READ and self._is_next(address) and data:
            self._memory += data
            if len(self._memory) < SLOTS * omron_ble.SIZE:
                self._read_on(now)
            else:
                self._tell(packet(END), TO_CUFF, now)
                return self._records()
        elif kind == REPLY | END:
            self._ended(now, failed=self._said is None or self._said[0] != packet(END))
        return []

    def _is_next(self, address: int) -> bool:
        read = len(self._memory)
        return self._session and read < SLOTS * omron_ble.SIZE and address == MEMORY + read

    def _read_on(self, now: Now) -> None:
        size = min(BLOCK, SLOTS * omron_ble.SIZE - len(self._memory))
        self._tell(packet(READ, MEMORY + len(self._memory), size), TO_CUFF, now)

    def _records(self) -> list[Frame]:
        frames = self._decoder.feed(self._memory[: SLOTS * omron_ble.SIZE])
        if not frames:
            if self._last is None:
                self._last = EMPTY  # empty: whatever comes is newer
            if self._acting and self._before is None:
                self._before = self._last
            self.busy = False
            return []
        newest = max(frames, key=lambda frame: omron_ble.running_number(frame.raw))
        number = omron_ble.running_number(newest.raw)
        fresh = self._acting and is_after(number, self._before)
        known = number == self._last
        self._last = number
        if self._acting and self._before is None:
            self._before = number
        if self.busy:
            self.busy = False
            return frames
        if known:
            return []
        if fresh and newest.kind is FrameKind.STORED:
            return [replace(newest, kind=FrameKind.RESULT)]
        return [newest]

    def _look(self, now: Now) -> None:
        nonce = (now.ns & 0xFFFFFFFF).to_bytes(4, "big")
        self._tell(unlock(nonce), LOCK, now)

    def _tell(self, data: bytes, channel: str, now: Now) -> None:
        self.say(data, channel)
        self._said, self._said_ns, self._tries = (data, channel), now.ns, 1

    def _ended(self, now: Now, *, failed: bool) -> None:
        self._said = None
        self._session = False
        self._looked_ns = now.ns
        if failed:
            self.busy = False
