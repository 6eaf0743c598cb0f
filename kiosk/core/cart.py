"""How a cart stands: its battery, and its way to the network, as the kernel tells them."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from contract.staff import CartIs

LOOK_S: Final = 5.0
MOVING_S: Final = 30.0  # so long after the way was another one or none
BEST_QUALITY: Final = 70  # of /proc/net/wireless' link column: cfg80211 tells 0 to 70
_NO_WAY: Final = "none"


def _text(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def battery(root: Path) -> tuple[int | None, bool]:
    """Return charge in percent (None: there is no battery) and whether it is being charged.

    Batteries of devices beside the station (`scope` "Device": a mouse, a headset) are not the cart's. Of
    several the emptiest counts.
    """
    found: list[tuple[int, bool]] = []
    for supply in sorted((root / "sys/class/power_supply").glob("*")):
        charge = _text(supply / "capacity")
        own = _text(supply / "type") == "Battery" and _text(supply / "scope") != "Device"
        if own and charge.isdecimal():
            found.append((min(100, int(charge)), _text(supply / "status") in {"Charging", "Full"}))
    return min(found, default=(None, False), key=lambda each: each[0] or 0)


def way(root: Path) -> tuple[str, int | None]:
    """Return by what the default route goes (see `CartIs.way`) and a signal in percent."""
    lines = [line.split() for line in _text(root / "proc/net/route").splitlines()[1:]]
    routes = [
        (int(f[6]), f[0]) for f in lines if len(f) > 7 and f[1] == f[7] == "00000000" and f[6].isdecimal()
    ]
    if not routes:
        return _NO_WAY, None
    name = min(routes)[1]
    device = root / "sys/class/net" / name
    if (device / "phy80211").exists() or (device / "wireless").exists():
        return "wireless", _signal(root, name)
    return ("wired" if (device / "device").exists() else "other"), None


def _signal(root: Path, name: str) -> int | None:
    for line in _text(root / "proc/net/wireless").splitlines():
        fields = line.split()
        if len(fields) > 2 and fields[0] == f"{name}:":
            quality = fields[2].rstrip(".")
            return min(100, 100 * int(quality) // BEST_QUALITY) if quality.isdecimal() else None
    return None


class Cart:
    """Tells the session how the cart stands when something of it changes."""

    def __init__(
        self,
        tell: Callable[[CartIs], object],
        *,
        root: Path = Path("/"),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._root, self._monotonic = tell, root, monotonic
        self._moved_at: float | None = None
        self.last: CartIs | None = None

    def moved(self) -> None:
        """The way to the hub is another one now."""
        self._moved_at = self._monotonic()
        self.look()

    def look(self) -> None:
        """Look, and tell what is new."""
        percent, charging = battery(self._root)
        by, signal = way(self._root)
        if by == _NO_WAY and self.last is not None and self.last.way != _NO_WAY:
            self._moved_at = self._monotonic()
        moving = self._moved_at is not None and self._monotonic() - self._moved_at < MOVING_S
        now = CartIs(battery_percent=percent, charging=charging, way=by, signal_percent=signal, moving=moving)
        if now != self.last:
            self.last = now
            self._tell(now)

    def session_came(self) -> None:
        """Tell a new session how it stands."""
        if self.last is not None:
            self._tell(self.last)

    async def run(self) -> None:
        """Look now and then, until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(LOOK_S)
