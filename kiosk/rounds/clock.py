"""What time it is in a round, though the station's clock may be wrong. Pure: no clock of its own.

Core tells what the hub's clock showed at a count since boot (`station.ClockState`). From there the time of
anything of this boot follows, whatever the wall clock says; without, the wall clock is all there is.
"""

from datetime import datetime
from typing import Final

import msgspec

from contract.measurement import Instant
from contract.station import ClockState, Welcome

NS: Final = 1e-9


class RoundClock(msgspec.Struct, frozen=True):
    """At `at_ns` since the boot `boot_id` the hub's clock showed `hub_at` (Unix seconds; None: not told).

    `synced`: the station's wall clock agrees with it.
    """

    boot_id: str = ""
    synced: bool = False
    hub_at: float | None = None
    at_ns: int = 0

    @property
    def sure(self) -> bool:
        """Does anything vouch for the time?"""
        return self.synced or self.hub_at is not None

    def now(self, wall: float, monotonic_ns: int) -> float:
        """Return this moment (Unix seconds): by the hub's clock where it is known, else `wall`."""
        return wall if self.hub_at is None else self._by_hub(monotonic_ns, self.hub_at)

    def put_right(self, at: Instant) -> str:
        """Return a moment as RFC 3339: one of this boot by the hub's clock, any other as it was told."""
        if self.hub_at is None or at.boot_id != self.boot_id:
            return at.wall
        zone = datetime.fromisoformat(at.wall).tzinfo
        return datetime.fromtimestamp(self._by_hub(at.monotonic_ns, self.hub_at), zone).isoformat()

    def hears(self, told: ClockState | Welcome) -> "RoundClock":
        """Return what is known after core's newest word; a core that began anew knows less than before."""
        synced = told.clock == "synced"
        if isinstance(told, Welcome):
            same = told.boot_id == self.boot_id
            return msgspec.structs.replace(self, synced=synced) if same else RoundClock(told.boot_id, synced)
        if told.hub_at is None:
            return msgspec.structs.replace(self, synced=synced)
        return msgspec.structs.replace(self, synced=synced, hub_at=told.hub_at, at_ns=told.at_ns)

    def _by_hub(self, monotonic_ns: int, hub_at: float) -> float:
        return hub_at + (monotonic_ns - self.at_ns) * NS
