"""Conversations with Bluetooth LE devices that only speak: connected, subscribed to, listened to.

Channels are characteristics: four upper-case hex digits, or a full UUID in lower case. What the transport
reads after connecting (Device Information, battery, clock) arrives on their channels and becomes `learnt`.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from peripherals.protocols.base import Decoder, Frame, FrameKind, withheld
from peripherals.protocols.ble import DATE_SIZE, date_of, encode_date
from peripherals.protocols.conversation import Conversation, Now

MANUFACTURER: Final = "2A29"
MODEL: Final = "2A24"
SERIAL: Final = "2A25"
FIRMWARE: Final = "2A26"
BATTERY: Final = "2A19"
CURRENT_TIME: Final = "2A2B"
DATE_TIME: Final = "2A08"

INFORMATION: Final = (MANUFACTURER, MODEL, SERIAL, FIRMWARE, BATTERY)
CLOCKS: Final = (CURRENT_TIME, DATE_TIME)
READ: Final = "read "
"""Before a channel's name: asks the transport to read the characteristic; the value comes on its channel."""

BATTERY_LOW: Final = 15  # percent
TEXT_MAX: Final = 64  # characters of a name or number that are kept
MANUAL_UPDATE: Final = 1  # why the clock was set

NEVER_SET: Final = datetime(2000, 1, 1)
"""What a clock that tells no date is taken to say: far enough from now to be wrong, and set."""

FAST_S: Final = 2.0  # clocks are read to the second

QUIET_S: Final = 5.0
"""A device sends what it has kept as soon as it is connected, one value after the other. After so many
seconds of silence that is over: what comes then has just been measured."""


class BleConversation(Conversation):
    """Decodes the values of `channels`, learns from what was read.

    That the device has the characteristic was found before anything is said: it is understood at once. What
    it says before the first tick waits for it: the engine is still finding out who is there, and a device
    that has just measured says its result as soon as it is connected, and only once.
    """

    def __init__(self, decoder: Decoder, channels: Collection[str]) -> None:
        super().__init__(decoder)
        self._channels = channels
        self._waiting: list[tuple[bytes, str, Now]] | None = []
        self._names: dict[str, str] = {}
        self._clocks: list[str] = []

    def opened(self, now: Now) -> None:
        """Nothing needs to be said."""
        self.understood = True

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take a value."""
        if channel in INFORMATION or channel in CLOCKS:
            self._learn(data, channel, now)
        elif self._waiting is not None:
            self._waiting.append((data, channel, now))
        else:
            return self.value(data, channel, now)
        return []

    def tick(self, now: Now) -> list[Frame]:
        """Return what waited."""
        waiting, self._waiting = self._waiting or [], None
        frames = [frame for packet in waiting for frame in self.value(*packet)]
        self.beat(now)
        return frames

    def value(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take a value that is no information of the device about itself."""
        if channel not in self._channels:
            return []
        return [self.judge(frame, channel, now) for frame in self._decoder.feed(data)]

    def judge(self, frame: Frame, channel: str, now: Now) -> Frame:
        """Say what a frame means here and now."""
        return frame

    def beat(self, now: Now) -> None:
        """Say what it is time for; called ten times a second."""

    def set_clock(self, now: Now) -> None:
        """Set the clocks that could be read, and look whether they took it. A fast clock is left alone.

        Records made by a fast clock carry times to come. Were it set right, they would look like new ones and
        be believed; as long as its error is known they are not.
        """
        if (self.learnt.clock_error_s or 0.0) > FAST_S:
            return
        for channel in self._clocks:
            value = encode_date(now.local)
            if channel == CURRENT_TIME:
                value += bytes((now.local.isoweekday(), 0, MANUAL_UPDATE))
            self.say(value, channel)
            self.say(b"", READ + channel)

    def _learn(self, data: bytes, channel: str, now: Now) -> None:
        if channel in CLOCKS:
            self._learn_clock(data, channel, now)
        elif channel == BATTERY:
            if data:
                self.learnt = self.learnt._replace(battery_low=data[0] < BATTERY_LOW)
        elif text := _text(data):
            self._names[channel] = text
            model = " ".join(self._names[part] for part in (MANUFACTURER, MODEL) if part in self._names)
            self.learnt = self.learnt._replace(
                model=model or None, serial=self._names.get(SERIAL), firmware=self._names.get(FIRMWARE)
            )

    def _learn_clock(self, data: bytes, channel: str, now: Now) -> None:
        if len(data) < DATE_SIZE:
            return
        if channel not in self._clocks:
            self._clocks.append(channel)
        told = date_of(data[:DATE_SIZE])
        time = NEVER_SET if told is None else datetime.fromisoformat(told)
        self.learnt = self.learnt._replace(clock_error_s=(time - now.local).total_seconds())


class SpotConversation(BleConversation):
    """A device that the person uses: tells the result of now from what it had kept.

    A result is of this act when the device had been connected and quiet before it came, when the act was
    watched (a cuff's pressure came), or when it carries no time: whatever has no clock keeps nothing, by its
    profile. Everything else is a record with its own time, for the engine to believe or not. A failure that
    was kept is nobody's business. Of the channels `shown` nothing is a result.
    """

    def __init__(self, decoder: Decoder, channels: Collection[str], shown: Collection[str] = ()) -> None:
        super().__init__(decoder, (*channels, *shown))
        self._shown = shown
        self._last_ns: int | None = None
        self._acting = False
        self._watched = False

    def opened(self, now: Now) -> None:
        """Begin to listen."""
        super().opened(now)
        self._last_ns = now.ns

    def measure(self, now: Now) -> None:
        """An act begins."""
        self._acting = True
        self._watched = False

    def rest(self, now: Now) -> None:
        """The act is over."""
        self._acting = self._watched = False

    def judge(self, frame: Frame, channel: str, now: Now) -> Frame:
        """Say whether a frame is the result of this act."""
        if channel in self._shown:
            if frame.kind is FrameKind.RESULT:
                return replace(frame, kind=FrameKind.LIVE, flags=(*frame.flags, "unstable"))
            return withheld(frame)
        if frame.kind is FrameKind.PRESSURE:
            self._watched = self._acting
        quiet = self._last_ns is not None and now.since_s(self._last_ns) >= QUIET_S
        self._last_ns = now.ns
        if frame.kind not in (FrameKind.RESULT, FrameKind.ERROR, FrameKind.REFUSED):
            return frame
        timeless = frame.time is None and "clock-unsure" not in frame.flags
        if self._acting and (self._watched or quiet or timeless):
            return frame
        return replace(frame, kind=FrameKind.STORED) if frame.kind is FrameKind.RESULT else withheld(frame)


def _text(data: bytes) -> str:
    text = data.partition(b"\0")[0].decode(errors="replace")
    return "".join(char for char in text if char.isprintable())[:TEXT_MAX].strip()
