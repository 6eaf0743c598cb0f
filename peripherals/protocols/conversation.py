"""What is said to one open device and heard from it: pure, the times come in and the writes go out.

A product that only streams, or has plain start and stop commands, needs none of its own: `Plain` serves it.
One that is polled, downloaded or negotiates has a subclass beside its format. The engine calls the methods;
each may `say` something, and returns the frames it decoded. Nothing here raises on what a device says.
"""

from datetime import datetime
from typing import Final, NamedTuple

from peripherals.protocols.base import Decoder, Frame


class Packet(NamedTuple):
    """Bytes for the wire. `channel`: "" where there is only one; "feature" a HID feature report; the UUID
    of a Bluetooth characteristic."""

    data: bytes
    channel: str = ""


class Now(NamedTuple):
    """This moment: monotonic nanoseconds, and the station's local time (no offset, as devices have it)."""

    ns: int
    local: datetime

    def since_s(self, then_ns: int) -> float:
        """Return the seconds from an earlier moment to this one."""
        return (self.ns - then_ns) / 1e9


class Learnt(NamedTuple):
    """What the device has told about itself; None: not (yet). `clock`: its local time minus the station's,
    in seconds."""

    model: str | None = None
    serial: str | None = None
    firmware: str | None = None
    clock_error_s: float | None = None
    battery_low: bool | None = None


UNKNOWN: Final = Learnt()


class Conversation:
    """Says nothing, decodes everything; made anew each time a device is opened.

    `understood` is set once the device has said something that only this product says; the engine waits
    `patience_s` for it before it tries another one. `learnt` grows as the device tells of itself. What the
    kinds of frames mean to the engine: LIVE is a value of this moment (a gate judges a stream of them; with
    the flag `unstable` it is only shown); RESULT is a finished measurement made after `measure`, and taken;
    STORED is a record of the memory with the device's own time: the engine takes it only when that time
    proves that it is new, and throws away unread what is not; ERROR ends the act.
    """

    patience_s = 0.6

    def __init__(self, decoder: Decoder) -> None:
        self.understood = False
        self.busy = False
        self.learnt = UNKNOWN
        self._decoder = decoder
        self._out: list[Packet] = []

    @property
    def dropped(self) -> int:
        """Bytes heard that belong to no frame."""
        return self._decoder.dropped

    def say(self, data: bytes, channel: str = "") -> None:
        """Put bytes on the way to the device."""
        self._out.append(Packet(data, channel))

    def outgoing(self) -> list[Packet]:
        """Return, once, what is to be written."""
        out, self._out = self._out, []
        return out

    def opened(self, now: Now) -> None:
        """The line is open: greet, identify, start what streams. Never anything that starts a cuff."""

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take what arrived; return the frames it completes."""
        return self._decoder.feed(data)

    def tick(self, now: Now) -> list[Frame]:
        """Called ten times a second: poll, keep alive, repeat what was not answered, give up waiting."""
        return []

    def measure(self, now: Now) -> None:
        """An act begins: start it where the host can. Records in the memory from before are a stranger's."""

    def rest(self, now: Now) -> None:
        """The act is over or given up."""

    @property
    def keepsake(self) -> object:
        """What the next conversation with this device should know while one act goes on; None: nothing.

        A cuff that is unplugged for measuring notes here what was in its memory before.
        """
        return None

    def recall(self, keepsake: object) -> None:
        """Take what the conversation before noted in the same act; called before `measure`."""

    def download(self, now: Now) -> None:
        """Fetch the whole memory as STORED frames, `busy` until done; only asked of a personal device."""

    def set_clock(self, now: Now) -> None:
        """Set the device's clock to the station's local time; only asked of a personal or clinic device."""

    def closing(self) -> None:
        """The line is about to be closed: leave the device as it was found."""


class Plain(Conversation):
    """A device that needs fixed commands at most: a greeting, and one to keep it talking.

    It is understood once enough frames came with hardly anything between them; `frames_per_s` says how soon
    that must be (0: it answers its greeting with one).
    """

    ENOUGH = 10
    BEFORE_THE_FIRST_S = 0.4
    TO_ANSWER_S = 0.9

    def __init__(
        self,
        decoder: Decoder,
        *,
        greeting: bytes = b"",
        keep_alive: bytes = b"",
        every_s: float = 0.0,
        frames_per_s: float = 0.0,
    ) -> None:
        super().__init__(decoder)
        self._greeting = greeting
        self._keep_alive = keep_alive
        self._every_s = every_s
        self._said_ns = 0
        self._frames = 0
        self._enough = max(2, min(self.ENOUGH, round(frames_per_s / 4))) if frames_per_s else 1
        waits = self._enough / frames_per_s if frames_per_s else 0.0
        self.patience_s = self.BEFORE_THE_FIRST_S + waits + (self.TO_ANSWER_S if greeting else 0.0)

    def opened(self, now: Now) -> None:
        """Greet it."""
        if self._greeting:
            self.say(self._greeting)

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Count what fits until it is understood."""
        frames = self._decoder.feed(data)
        self._frames += len(frames)
        if self._frames >= self._enough and self._decoder.dropped <= self._frames:
            self.understood = True
        return frames

    def tick(self, now: Now) -> list[Frame]:
        """Keep it talking."""
        if self._keep_alive and now.since_s(self._said_ns) >= self._every_s:
            self.say(self._keep_alive)
            self._said_ns = now.ns
        return []
