"""Simulated glucose meters: a memory with strangers in it, and a person who uses the meter when asked to.

A meter in communication mode cannot know that an act began. Somebody uses it when it is asked about its
memory for the second time in a row, as a station does that waits for a new record; a single look (a
download) makes no blood flow.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from peripherals.protocols import lifescan_ultraeasy as ultraeasy
from peripherals.protocols import taidoc
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Packet
from peripherals.protocols.taidoc import Command
from peripherals.simulators.scenarios import Scenario

EPOCH = datetime(2000, 1, 1)  # no meter knows a time before
IN_A_ROW_S = 10.0
ABOVE = 601  # mg/dL, what the wire says for HI
BELOW = 19


class Drop(NamedTuple):
    """One record, mg/dL."""

    time: datetime
    glucose: int


class Memory:
    """The records, the newest first, and the meter's clock. `wall`: its time when it is switched on."""

    def __init__(self, story: Scenario, wall: datetime) -> None:
        self._story = story.glucose
        self._wall = wall
        self._asked: float | None = None
        self._due: float | None = None
        old = sorted(story.memory, key=lambda stored: stored.age_s)
        self._records = [
            Drop(max(EPOCH, wall - timedelta(seconds=stored.age_s)), round(stored.values["glucose"]))
            for stored in old
            if "glucose" in stored.values
        ]

    def clock(self, t: float) -> datetime:
        """Return the meter's time."""
        return self._wall + timedelta(seconds=t)

    def set_clock(self, time: datetime, t: float) -> None:
        """Set it; what is stored keeps its time."""
        self._wall = time - timedelta(seconds=t)

    def records(self, t: float) -> list[Drop]:
        """Return what is stored by now."""
        if self._due is not None and t >= self._due:
            if self._story.error is None:
                codes = {"high": ABOVE, "low": BELOW}
                glucose = codes.get(self._story.code, round(self._story.glucose))
                self._records.insert(0, Drop(self.clock(self._due), glucose))
            self._due = self._asked = None
        return self._records

    def look(self, t: float) -> list[Drop]:
        """Do as `records`, and note that the host looks."""
        records = self.records(t)
        if self._due is None and self._asked is not None and t - self._asked <= IN_A_ROW_S:
            self._due = t + self._story.takes_s
        self._asked = t
        return records


class TaiDocMeter:
    """Answers commands at once; says READY when it is switched on."""

    period_s = 0.1

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._memory = Memory(scenario, wall)
        self._commands = taidoc.TaiDocDecoder()
        self._greeted = False
        self._serial = f"42771234{seed % 10**8:08d}"

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer what it knows; it is silent to the rest."""
        answers = (
            self._answer(frame.code, frame.payload, t)
            for frame in self._commands.feed(data)
            if frame.raw[6] == taidoc.HOST
        )
        return [Packet(answer) for answer in answers if answer]

    def tick(self, t: float) -> list[Packet]:
        """Greet once."""
        if self._greeted:
            return []
        self._greeted = True
        return [Packet(taidoc.encode(Command.READY))]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    def _answer(self, code: int | None, payload: bytes, t: float) -> bytes:
        match code:
            case Command.CONNECT:
                return taidoc.encode(code)
            case Command.MODEL:
                return taidoc.encode(code, b"\x77\x42\0\0")
            case Command.SERIAL_FIRST:
                return taidoc.encode(code, bytes.fromhex(self._serial[:8])[::-1])
            case Command.SERIAL_LAST:
                return taidoc.encode(code, bytes.fromhex(self._serial[8:])[::-1])
            case Command.CLOCK:
                return taidoc.encode(code, taidoc.write_date(self._memory.clock(t)))
            case Command.SET_CLOCK:
                if (time := taidoc.read_date(payload)) is not None:
                    self._memory.set_clock(time, t)
                return taidoc.encode(code, taidoc.write_date(self._memory.clock(t)))
            case Command.COUNT:
                count = len(self._memory.look(t))
                return taidoc.encode(code, count.to_bytes(2, "little") + b"\0\0")
            case Command.RECORD_TIME | Command.RECORD_VALUE:
                return self._record(code, int.from_bytes(payload[:2], "little"), t)
        return b""

    def _record(self, code: int, index: int, t: float) -> bytes:
        records = self._memory.records(t)
        if index >= len(records):
            return taidoc.encode(code, b"\xff\xff\xff\xff")
        if code == Command.RECORD_TIME:
            return taidoc.encode(code, taidoc.write_date(records[index].time))
        return taidoc.encode_value(records[index].glucose)


class UltraEasyMeter:
    """Speaks when spoken to, and counts the packets of both sides as the real one does."""

    period_s = 0.1

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._memory = Memory(scenario, wall)
        self._packets = ultraeasy.decoder()
        self._sent = 0
        self._expected = 0
        self._serial = f"CAR{seed % 10**6:06d}".encode()

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Acknowledge a message, then answer it."""
        said: list[Packet] = []
        for frame in self._packets.feed(data):
            said += [Packet(one) for one in self._packet(frame, t)]
        return said

    def tick(self, t: float) -> list[Packet]:
        """Nothing by itself."""
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    def _packet(self, frame: Frame, t: float) -> list[bytes]:
        link = frame.code or 0
        if link & ultraeasy.DISCONNECT:
            self._sent = self._expected = 0
            return [ultraeasy.encode(link=ultraeasy.DISCONNECT | ultraeasy.ACK)]
        self._sent = 1 if link & ultraeasy.E else 0
        if link & ultraeasy.ACK:
            return []
        fresh = (1 if link & ultraeasy.S else 0) == self._expected
        if fresh:
            self._expected ^= 1
        bits = (ultraeasy.S if self._sent else 0) | (ultraeasy.E if self._expected else 0)
        said = [ultraeasy.encode(link=ultraeasy.ACK | bits)]
        return [*said, ultraeasy.encode(self._answer(frame.payload, t), bits)] if fresh else said

    def _answer(self, message: bytes, t: float) -> bytes:
        if message == ultraeasy.READ_SERIAL:
            return ultraeasy.DONE + self._serial
        if message == ultraeasy.READ_VERSION:
            return ultraeasy.DONE + b"\x11P02.00.0025/05/07"
        if message == ultraeasy.READ_CLOCK:
            return ultraeasy.DONE + ultraeasy.write_time(self._memory.clock(t))
        if message.startswith(ultraeasy.WRITE_CLOCK) and len(message) == 7:
            self._memory.set_clock(ultraeasy.read_time(message[3:]), t)
            return ultraeasy.DONE + message[3:]
        if message.startswith(ultraeasy.READ_RECORD) and len(message) == 4:
            return self._record(int.from_bytes(message[2:], "little"), t)
        return b"\x05\x09"

    def _record(self, index: int, t: float) -> bytes:
        if index == ultraeasy.NO_SUCH_RECORD:
            return ultraeasy.NO_RECORD + len(self._memory.look(t)).to_bytes(2, "little")
        records = self._memory.records(t)
        if index >= len(records):
            return ultraeasy.NO_RECORD + len(records).to_bytes(2, "little")
        drop = records[index]
        glucose = 0xFFFF if drop.glucose == ABOVE else drop.glucose
        return ultraeasy.DONE + ultraeasy.write_time(drop.time) + glucose.to_bytes(4, "little")
