"""What is said to a Nonin oximeter: nothing, if it speaks the wanted format; else *select format*.

A device keeps the format that was selected last, and takes a selection in the first five seconds only.
Where it is not known which format a device speaks all of them are listened for at once: each asks for its
own in its turn, so that no two contradict each other, and the first that is understood is used.
"""

from collections import deque
from typing import Final

from peripherals.protocols import nonin_df8, nonin_df13, nonin_packets
from peripherals.protocols.base import Decoder, Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now
from peripherals.protocols.nonin import ACK, GET_CLOCK, NAK, DataFormat, clock_time, select, set_clock

ASKS_AFTER_S: Final = {
    DataFormat.WAVE: 0.8,
    DataFormat.FINE_WAVE: 1.8,
    DataFormat.ONCE_A_SECOND: 2.8,
    DataFormat.SPOT_CHECK: 3.8,
}
ASKS_AGAIN_S: Final = 0.9
TRIES: Final = 2
SCREEN_TOP: Final = 127


class _Select(Conversation):
    """Asks for a format, unless it comes by itself; not again once that is acknowledged or refused."""

    def __init__(self, decoder: Decoder, data_format: DataFormat, understood_after_s: float) -> None:
        super().__init__(decoder)
        self._format = data_format
        self._opened_ns = 0
        self._asked = 0
        self._answer: int | None = None
        self.patience_s = ASKS_AFTER_S[data_format] + TRIES * ASKS_AGAIN_S + understood_after_s

    def opened(self, now: Now) -> None:
        """Listen first."""
        self._opened_ns = now.ns

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take the reply to the selection, then what is measured."""
        if self._asked and self._answer is None and data[:1] in (bytes((ACK,)), bytes((NAK,))):
            self._answer, data = data[0], data[1:]
            self._answered(now)
        frames = self._decoder.feed(data)
        for frame in frames:
            self._look_at(frame, now)
        return frames

    def tick(self, now: Now) -> list[Frame]:
        """Ask in its turn."""
        due_s = ASKS_AFTER_S[self._format] + self._asked * ASKS_AGAIN_S
        if self.understood or self._answer is not None or self._asked >= TRIES:
            return []
        if now.since_s(self._opened_ns) >= due_s:
            self._asked += 1
            self.say(select(self._format))
        return []

    def _answered(self, now: Now) -> None:
        """It has acknowledged or refused the format."""

    def _look_at(self, frame: Frame, now: Now) -> None:
        """Learn from a frame."""
        if frame.kind is not FrameKind.REPLY:
            self.learnt = self.learnt._replace(battery_low="low-battery" in frame.flags)


class NoninWaveTalk(_Select):
    """Formats 2 and 7: a packet with 25 right sums is understood; the wave is scaled to the screen."""

    HOLDS = 6  # packets: two seconds

    def __init__(self, data_format: DataFormat) -> None:
        fine = data_format is DataFormat.FINE_WAVE
        super().__init__(nonin_packets.format_7() if fine else nonin_packets.format_2(), data_format, 1.0)
        self._fine = fine
        self._heights: deque[tuple[float, float]] = deque(maxlen=self.HOLDS)

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take packets."""
        return [self._scaled(frame) for frame in super().heard(data, channel, now)]

    def _look_at(self, frame: Frame, now: Now) -> None:
        super()._look_at(frame, now)
        self.understood = True

    def _scaled(self, frame: Frame) -> Frame:
        """Format 2 is compressed for a display already; format 7 is stretched over the last two seconds."""
        pleth = frame.series["pleth"]
        if self._fine:
            self._heights.append((min(pleth), max(pleth)))
            low = min(height for height, _ in self._heights)
            span = max(height for _, height in self._heights) - low
            shown = tuple(round((height - low) * SCREEN_TOP / span) if span else 0 for height in pleth)
        else:
            shown = tuple(int(height) >> 1 for height in pleth)
        return Frame(frame.kind, frame.raw, frame.values, frame.flags, series={"pleth": shown})


class NoninDf8Talk(_Select):
    """Format 8 has no checksum: it is understood by its pace, a second with nothing between two frames."""

    PACE_S = (0.8, 1.5)

    def __init__(self) -> None:
        super().__init__(nonin_df8.decoder(), DataFormat.ONCE_A_SECOND, 2.5)
        self._last_ns = 0
        self._dropped_then = -1

    def _look_at(self, frame: Frame, now: Now) -> None:
        super()._look_at(frame, now)
        apart_s = now.since_s(self._last_ns)
        if self.PACE_S[0] <= apart_s <= self.PACE_S[1] and self.dropped == self._dropped_then:
            self.understood = True
        self._last_ns, self._dropped_then = now.ns, self.dropped


class NoninDf13Talk(_Select):
    """Format 13 is silent until a measurement is done: it is understood by its answer to what time it is."""

    def __init__(self) -> None:
        super().__init__(nonin_df13.decoder(), DataFormat.SPOT_CHECK, 1.0)

    def set_clock(self, now: Now) -> None:
        """Set it, and ask what it is now: the command itself is not answered."""
        self.say(set_clock(now.local))
        self.say(GET_CLOCK)

    def _answered(self, now: Now) -> None:
        if self._answer == ACK:
            self.say(GET_CLOCK)

    def _look_at(self, frame: Frame, now: Now) -> None:
        super()._look_at(frame, now)
        self.understood = True
        shown = clock_time(frame.payload) if frame.kind is FrameKind.REPLY else None
        if shown is not None:
            error_s = (shown - now.local).total_seconds()
            self.learnt = self.learnt._replace(clock_error_s=round(error_s, 1))
