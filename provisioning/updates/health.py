"""Is a version that runs for the first time well? Judged by core's word, told to whoever asks.

Well is: the screen and media are there and stay for `SETTLE_S`. What was broken before the update (a
device, the network) is not the update's fault, and bringing the old version back would not mend it.
"""

import time
from pathlib import Path
from typing import Final

import msgspec

from contract.agent import StationIs

SETTLE_S: Final = 20.0
FILE: Final = "health.json"  # in the folder for sockets: gone with the start that wrote it
LOOK_S: Final = 0.5


class Health(msgspec.Struct, frozen=True):
    """`well` once it was found so; `why` it is not (yet): screen, media, settling or core."""

    version: str
    well: bool
    why: str = ""


class Watch:
    """Fed with core's word and the time (monotonic, s); says how the version that runs is."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._station: StationIs | None = None
        self._good_since: float | None = None
        self._well = False

    def heard(self, station: StationIs | None, now: float) -> None:
        """Core said how the station stands; None: core is gone."""
        good = station is not None and station.screen and station.media
        if not good:
            self._good_since = None
        elif self._good_since is None:
            self._good_since = now
        self._station = station

    def judge(self, now: float) -> Health:
        """Say how it is. Once found well it stays so: what fails later is no matter of the update."""
        if self._good_since is not None and now - self._good_since >= SETTLE_S:
            self._well = True
        return Health(self._version, self._well, "" if self._well else self._why())

    def _why(self) -> str:
        if self._station is None:
            return "core"
        if not self._station.screen:
            return "screen"
        return "settling" if self._station.media else "media"


def tell(run: Path, health: Health) -> None:
    """Write it where `wait` looks."""
    draft = run / f"{FILE}.new"
    draft.write_bytes(msgspec.json.encode(health))
    draft.replace(run / FILE)


def told(run: Path) -> Health | None:
    """Return what was told in this folder; None: nothing (yet)."""
    try:
        return msgspec.json.decode((run / FILE).read_bytes(), type=Health)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def wait(run: Path, seconds: float) -> Health | None:
    """Wait until it was found well, for so long at most; return the last word."""
    until = time.monotonic() + seconds
    while True:
        health = told(run)
        if (health is not None and health.well) or time.monotonic() >= until:
            return health
        time.sleep(min(LOOK_S, max(0.0, until - time.monotonic())))
