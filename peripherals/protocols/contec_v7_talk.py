"""What is said to a Contec V7.0: live mode and its keep-alive, identity, clock, the download of its memory.

The document gives a device one second to answer, and forbids other questions while stored data come: so they
are asked one after the other. A command it does not have is refused (0B, reason 05), and that is an answer.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final

from peripherals.protocols import contec_v7
from peripherals.protocols.asking import Ask, Asking, NoAnswer, Task
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.contec_v7 import REPLY_TIMEOUT_S, Command, Reason, Uplink, command, payload_of
from peripherals.protocols.conversation import Now

ENOUGH_FRAMES: Final = 10  # live packets that say: this is the dialect
START_AGAIN_S: Final = 0.7
MOST_SEGMENTS: Final = 0x80
FIRST_USER: Final = 0
MODEL_PACKETS: Final = 2  # a model's name takes two


class _Answers:
    """Collects the packets that answer one command, until they are `enough` or it is refused."""

    def __init__(
        self, code: Command, kinds: tuple[Uplink, ...], enough: Callable[[list[bytes]], bool]
    ) -> None:
        self.packets: list[bytes] = []
        self._code = code
        self._kinds = kinds
        self._enough = enough

    def __call__(self, frame: Frame) -> bool:
        """Take a frame; True when the command is answered. Samples of one packet share its bytes."""
        raw = frame.raw
        result = raw[0] == Uplink.RESULT
        if result and payload_of(raw)[0] != self._code:
            return False
        if raw[0] not in self._kinds:
            return result
        if not self.packets or self.packets[-1] is not raw:
            self.packets.append(raw)
        return self._enough(self.packets)


class ContecV7Talk(Asking):
    """Live at once; identifies what it has understood; downloads and sets the clock when asked to."""

    patience_s = 2.0

    def __init__(self) -> None:
        super().__init__(contec_v7.decoder())
        self._live_frames = 0
        self._kept_alive_ns = 0
        self._started_ns = 0
        self._downloading: Task[None] | None = None

    def opened(self, now: Now) -> None:
        """Start the live mode."""
        self._now = now
        self._start_live()

    def tick(self, now: Now) -> list[Frame]:
        """Keep it talking, start it again while it has not answered, give up waiting for answers."""
        frames = super().tick(now)
        if now.since_s(self._kept_alive_ns) >= contec_v7.KEEP_ALIVE_S:
            self.say(command(Command.KEEP_ALIVE))
            self._kept_alive_ns = now.ns
        if not self._live_frames and now.since_s(self._started_ns) >= START_AGAIN_S:
            self._start_live()
        return frames

    def measure(self, now: Now) -> None:
        """A person measures now: that goes before a download."""
        self._now = now
        if self._downloading is not None:
            self._drop(self._downloading)
            self._end_of_download()

    def download(self, now: Now) -> None:
        """Fetch all segments of the first user; live data pause meanwhile."""
        self._now = now
        if self._downloading is None:
            self.busy = True
            self._downloading = self._download()
            self._do(self._downloading)

    def set_clock(self, now: Now) -> None:
        """Set date and time; it cannot be asked for them."""
        self._now = now
        self._do(self._set_clock(now.local))

    def closing(self) -> None:
        """End what it sends."""
        if self.busy:
            self.say(command(Command.STOP_STORAGE))
        self.say(command(Command.STOP_LIVE))

    def _takes(self, frame: Frame) -> bool:
        if frame.kind is FrameKind.LIVE:
            self._give(frame)
            self._live_frames += 1
            if not self.understood and self.dropped <= self._live_frames >= ENOUGH_FRAMES:
                self.understood = True
                self._do(self._identify())
            return False
        if frame.kind is FrameKind.STORED:
            self._give(frame)
            self._since_ns = self._now.ns  # as long as samples come, their end is waited for
        return True

    def _start_live(self) -> None:
        self.say(command(Command.START_LIVE))
        self._started_ns = self._now.ns

    # ---- the tasks

    def _get(
        self,
        code: Command,
        parameters: tuple[int, ...],
        kinds: tuple[Uplink, ...],
        enough: Callable[[list[bytes]], bool] = bool,
    ) -> Task[list[bytes]]:
        """Ask once; return the packets that answered: none where it was refused or silent."""
        answers = _Answers(code, kinds, enough)
        with suppress(NoAnswer):
            yield Ask(command(code, *parameters), answers, REPLY_TIMEOUT_S, tries=1)
        return answers.packets

    def _identify(self) -> Task[None]:
        model = yield from self._get(Command.MODEL, (), (Uplink.MODEL,), lambda a: len(a) == MODEL_PACKETS)
        vendor = yield from self._get(Command.VENDOR, (), (Uplink.VENDOR,))
        serial = yield from self._get(Command.DEVICE_ID, (), (Uplink.ID,))
        name, maker = _text(model), _text(vendor)
        if maker and "contec" not in maker.lower():  # sold under many names
            name = f"{maker} {name}".strip()
        self.learnt = self.learnt._replace(model=name or None, serial=_text(serial) or None)

    def _set_clock(self, local: datetime) -> Task[None]:
        date = (*divmod(local.year, 100), local.month, local.day, local.isoweekday() % 7)
        dated = yield from self._get(Command.SET_DATE, date, (Uplink.RESULT,))
        time = (local.hour, local.minute, local.second)
        timed = yield from self._get(Command.SET_TIME, time, (Uplink.RESULT,))
        if all(answer and payload_of(answer[0])[1] == Reason.DONE for answer in (dated, timed)):
            self.learnt = self.learnt._replace(clock_error_s=0.0)

    def _download(self) -> Task[None]:
        yield from self._get(Command.STOP_LIVE, (), (Uplink.FREE,))
        amount = yield from self._get(Command.SEGMENTS, (FIRST_USER,), (Uplink.SEGMENTS,))
        # one is also what a device has that does not know several
        segments = payload_of(amount[0])[1] if amount else 1
        for segment in range(min(segments, MOST_SEGMENTS)):
            yield from self._segment((FIRST_USER, segment))
        self._end_of_download()

    def _segment(self, place: tuple[int, int]) -> Task[None]:
        start = (Uplink.START_DATE, Uplink.START_TIME)
        yield from self._get(Command.START_TIME, place, start, lambda a: {raw[0] for raw in a} == set(start))
        told = yield from self._get(Command.LENGTH, place, (Uplink.LENGTH,))
        length = int.from_bytes(payload_of(told[0])[2:6], "little") if told else 0
        if length:
            yield from self._get(
                Command.STORAGE,
                place,
                (Uplink.STORED, Uplink.STORED_PI),
                lambda a: sum(len(raw) - 2 for raw in a) >= length,
            )

    def _end_of_download(self) -> None:
        self._downloading = None
        self.busy = False
        self._do(self._back_to_live())

    def _back_to_live(self) -> Task[None]:
        yield from self._get(Command.STOP_STORAGE, (), (Uplink.FREE,))
        self._start_live()


def _text(packets: list[bytes]) -> str:
    """Return the readable characters of packets; the number before a part of a name is none."""
    characters = b"".join(payload_of(raw) for raw in packets)
    return "".join(chr(byte) for byte in characters if 0x20 <= byte < 0x7F).strip()
