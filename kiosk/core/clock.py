"""Moments with what is needed to correct them later."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from contract.measurement import Instant

TOLERANCE_S: Final = 5.0  # a wall clock this near the hub's is called synced


def now_text() -> str:
    """Return the wall clock as RFC 3339 with the local offset."""
    return datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")


class Clock:
    """The station's clock: wall time, monotonic time, boot id, and whether the hub agrees with it."""

    def __init__(self, boot_id: UUID | None = None) -> None:
        self.boot_id = boot_id or UUID(Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        self.confidence = "unsure"

    def compare(self, hub_time: str) -> None:
        """Note whether the wall clock agrees with the hub's; a time that cannot be read changes nothing."""
        try:
            theirs = datetime.fromisoformat(hub_time).timestamp()
        except ValueError:
            return
        self.confidence = "synced" if abs(theirs - time.time()) <= TOLERANCE_S else "unsure"

    def instant(self) -> Instant:
        """Return this moment."""
        return Instant(now_text(), time.monotonic_ns(), str(self.boot_id), self.confidence)
