"""Moments with what is needed to correct them later, and whether the wall clock can be believed.

The wall clock is set by whoever sets clocks (the network's time, a technician, an empty battery: 1970). It is
called synced only once the hub's own time was beside it, and no longer when it was seen to jump since: the
count since boot does not jump, so the two are looked at together every second. The hub is told both, so that
it can put times right that were taken by a wrong clock.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from contract import wire
from contract.measurement import Instant, since_boot_ns

log = logging.getLogger(__name__)

TOLERANCE_S: Final = 5.0  # a wall clock this near the hub's is called synced
JUMP_S: Final = 0.5  # between two looks; slewing to the network's time is a thousand times slower
LOOK_S: Final = 1.0
NEWS_S: Final = 1.0  # what the hub's clock shows is told again when it is so far from what followed before
TELL_S: Final = 600.0  # the hub is told both clocks this often, so that drift shows as well
NS: Final = 1_000_000_000


def text_of(wall: float) -> str:
    """Return Unix seconds as RFC 3339 with the local offset, to the millisecond."""
    return datetime.fromtimestamp(wall, UTC).astimezone().isoformat(timespec="milliseconds")


def now_text() -> str:
    """Return the wall clock as RFC 3339 with the local offset."""
    return text_of(time.time())


class Reading(NamedTuple):
    """Both clocks at one moment: Unix seconds, and nanoseconds since boot."""

    wall: float
    since_boot_ns: int


class Clock:
    """The station's clock: wall time, time since boot, boot id, and whether the hub agrees with it.

    `changed` is called when the confidence changes, or what is known of the hub's clock.
    """

    def __init__(
        self,
        boot_id: UUID | None = None,
        *,
        wall: Callable[[], float] = time.time,
        since_boot: Callable[[], int] = since_boot_ns,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.boot_id = boot_id or UUID(Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        self.confidence = "unsure"
        self._wall, self._since_boot, self._changed = wall, since_boot, changed
        self._last = self.read()
        self._hub: Reading | None = None  # the hub's wall clock, beside our count

    def read(self) -> Reading:
        """Read both clocks."""
        return Reading(self._wall(), self._since_boot())

    def instant(self) -> Instant:
        """Return this moment."""
        wall, ns = self.read()
        return Instant(text_of(wall), ns, str(self.boot_id), self.confidence)

    def told(self) -> wire.ClockTold:
        """Return this moment as the hub is told it."""
        wall, ns = self.read()
        return wire.ClockTold(boot_id=self.boot_id, time=text_of(wall), monotonic_ns=ns)

    def compare(self, hub_time: str, asked_ns: int | None = None) -> None:
        """Note whether the wall clock agrees with the hub's; a time that cannot be read changes nothing.

        `asked_ns`: when the hub was asked. It read its clock somewhere between then and now; when the way was
        so long that this leaves the answer open, nothing changes either.
        """
        wall, ns = self.read()
        try:
            theirs = datetime.fromisoformat(hub_time).timestamp()
        except ValueError:
            return
        way_s = max(0, ns - asked_ns) / NS if asked_ns is not None else 0.0
        before, self._hub = self.hub, Reading(theirs + way_s / 2, ns)
        moved = before is None or abs(self.hub_now() - _reached(before, ns)) > NEWS_S
        was = self.confidence
        apart_s = abs(theirs + way_s / 2 - wall)
        if apart_s + way_s / 2 <= TOLERANCE_S:
            self._become("synced")
        elif apart_s - way_s / 2 > TOLERANCE_S:
            log.warning("the station's clock is %.0f s away from the hub's", apart_s)
            self._become("unsure")
        if moved and self.confidence == was:
            self._changed()

    @property
    def hub(self) -> Reading | None:
        """What the hub's clock showed beside our count, when it was asked last; None: never yet."""
        return self._hub

    def hub_now(self) -> float:
        """Return Unix seconds by the hub's clock, whatever ours says; ours while the hub has told nothing."""
        wall, ns = self.read()
        return wall if self._hub is None else _reached(self._hub, ns)

    def look(self) -> bool:
        """Return whether the wall clock jumped since the last look; it is unsure then, until compared."""
        last, self._last = self._last, self.read()
        passed_s = (self._last.since_boot_ns - last.since_boot_ns) / NS
        jump_s = self._last.wall - last.wall - passed_s
        if abs(jump_s) < JUMP_S:
            return False
        log.warning("the wall clock jumped by %.1f s", jump_s)
        self._become("unsure")
        return True

    async def watch(self, tell: Callable[[wire.ToHub], bool]) -> None:
        """Look every second; tell the hub both clocks now and then, and at once after a jump."""
        next_ns = self._last.since_boot_ns
        while True:
            await asyncio.sleep(LOOK_S)
            jumped = self.look()
            if (jumped or self._last.since_boot_ns >= next_ns) and tell(self.told()):
                next_ns = self._last.since_boot_ns + int(TELL_S * NS)

    def _become(self, confidence: str) -> None:
        if confidence != self.confidence:
            self.confidence = confidence
            self._changed()


def _reached(hub: Reading, ns: int) -> float:
    """Return what the hub's clock shows at a count since boot."""
    return hub.wall + (ns - hub.since_boot_ns) / NS
