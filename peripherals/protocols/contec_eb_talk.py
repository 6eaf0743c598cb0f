"""What is said to a Contec "EB" oximeter, on USB and over Bluetooth alike: start, keep alive, stop."""

from typing import Final

from peripherals.protocols import contec_eb
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION, BleConversation
from peripherals.protocols.contec_eb import (
    ASK_MODEL,
    HELLO,
    KEEP_ALIVE,
    NOTIFY,
    START_READINGS,
    START_WAVES,
    STOP,
    set_clock,
)
from peripherals.protocols.conversation import Now

RECORDS: Final = ("", NOTIFY)  # channels: USB has one


class ContecEbTalk(BleConversation):
    """Starts waves and readings and keeps them coming; the same words on USB and over Bluetooth.

    The readings come once a second, the wave between them: what is shown and judged is the wave with the
    reading that holds then, so that both are of one moment.
    """

    patience_s = 2.5
    AGAIN_S = 1.0
    KEEP_ALIVE_PACKETS = 10
    KEEP_ALIVE_S = 4.5
    READING_HOLDS_S = 2.5
    ENOUGH_FRAMES = 10

    def __init__(self) -> None:
        super().__init__(contec_eb.decoder(), RECORDS)
        self._frames = 0
        self._packets = 0
        self._started_ns = 0
        self._alive_ns = 0
        self._reading: dict[str, int | float] = {}
        self._read_ns = 0

    def opened(self, now: Now) -> None:
        """Start it."""
        self.say(HELLO)
        self._start(now)

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take records, keep it alive every ten packets; over Bluetooth, learn what else was read."""
        if channel in INFORMATION or channel in CLOCKS:
            self._learn(data, channel, now)
        if channel not in RECORDS:
            return []
        self._packets += 1
        if self._packets % self.KEEP_ALIVE_PACKETS == 0:
            self._keep_alive(now)
        frames = [self._together(frame, now) for frame in self._decoder.feed(data)]
        self._frames += sum(frame.kind is FrameKind.LIVE for frame in frames)
        if not self.understood and self._frames >= self.ENOUGH_FRAMES:
            self.understood = True
            self.say(ASK_MODEL)
        return frames

    def tick(self, now: Now) -> list[Frame]:
        """Keep it alive where packets are few, start it again while it has not answered."""
        if now.since_s(self._alive_ns) >= self.KEEP_ALIVE_S:
            self._keep_alive(now)
        if not self._frames and now.since_s(self._started_ns) >= self.AGAIN_S:
            self._start(now)
        return []

    def set_clock(self, now: Now) -> None:
        """Set its clock; it cannot be asked for it."""
        self.say(set_clock(now.local))

    def closing(self) -> None:
        """End what it sends."""
        self.say(STOP)

    def _start(self, now: Now) -> None:
        self.say(START_READINGS)
        self.say(START_WAVES)
        self._started_ns = self._alive_ns = now.ns

    def _keep_alive(self, now: Now) -> None:
        self.say(KEEP_ALIVE)
        self._alive_ns = now.ns

    def _together(self, frame: Frame, now: Now) -> Frame:
        if frame.kind is FrameKind.REPLY:
            self._take_answer(frame)
            return frame
        if frame.raw[1] == 1:
            self._reading, self._read_ns = frame.values, now.ns
            return frame
        if "finger-out" in frame.flags:
            self._reading = {}
        if now.since_s(self._read_ns) > self.READING_HOLDS_S:
            self._reading = {}
        return Frame(frame.kind, frame.raw, {**frame.values, **self._reading}, frame.flags)

    def _take_answer(self, frame: Frame) -> None:
        if frame.code == 0xF1:
            name = bytes(byte for byte in frame.payload if 0x20 < byte < 0x7F).decode()
            self.learnt = self.learnt._replace(model=self.learnt.model or name or None)
        elif frame.code == 0xF3:
            self.learnt = self.learnt._replace(clock_error_s=0.0)
