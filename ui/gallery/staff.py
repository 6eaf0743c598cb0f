"""Scenes for who works here: how the station is doing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from contract.envelope import Lane
from contract.station import FoundDamage, LaneWaits, QueueState
from kiosk.visit import events as e
from ui.gallery.scene import Played, Scene, table

GIB: Final = 1 << 30


def waits(scene: Scene, hours: int, **counts: int) -> tuple[LaneWaits, ...]:
    """Return so much waiting in each lane, the oldest put so long ago."""
    since = datetime.fromisoformat(scene.visit.at.wall) - timedelta(hours=hours)
    return tuple(LaneWaits(Lane(lane), count, since.isoformat(), 4096) for lane, count in counts.items())


def at_station(language: str, *, hub: bool = True, **queue: Any) -> Scene:
    """The screen for who works here; the station is well but for `queue`."""
    visit = Played(language, hub=hub)
    visit.do(e.StationWanted)
    fine = {"kept": GIB, "total": 20 * GIB, "clock": "synced"}
    return Scene(visit, queue=QueueState(**{**fine, **queue}))


def station_fine(language: str) -> Scene:
    """Everything was sent."""
    return at_station(language, sent_at="2026-11-24T10:00:00+01:00")


def station_unknown(language: str) -> Scene:
    """Core has not said yet."""
    return replace(at_station(language), queue=None)


def station_sending(language: str) -> Scene:
    """Things are on their way."""
    scene = at_station(language, link="sending")
    return _with(scene, lanes=waits(scene, 0, reading=1))


def station_waiting(language: str) -> Scene:
    """The network is gone since yesterday."""
    scene = at_station(
        language, hub=False, link="unreachable", why="no-network", tried_at="2026-11-24T10:15:42+01:00"
    )
    return _with(scene, lanes=waits(scene, 31, alert=1, reading=24, document=61, media=3))


def station_not_known(language: str) -> Scene:
    """The hub does not know this station any more."""
    scene = at_station(
        language, hub=False, link="refused", why="not-known", tried_at="2026-11-24T10:15:42+01:00"
    )
    return _with(scene, lanes=waits(scene, 1, document=2))


def station_filling(language: str) -> Scene:
    """Most of the memory is used, and pictures are refused already."""
    scene = at_station(
        language, hub=False, link="unreachable", why="no-answer", tried_at="2026-11-24T10:15:42+01:00",
        level="filling", kept=15 * GIB, no_room=(Lane.MEDIA,),
    )  # fmt: skip
    return _with(scene, lanes=waits(scene, 24 * 9, reading=410, document=980, media=2100, log=12))


def station_full(language: str) -> Scene:
    """Nothing can be saved any more."""
    return at_station(language, level="full", kept=20 * GIB, unsaved=3, no_room=(Lane.MEDIA, Lane.READING))


def station_worst(language: str) -> Scene:
    """Everything at once that needs a person."""
    scene = at_station(
        language, hub=False, link="bad-receipt", why="bad-receipt", tried_at="2026-11-24T10:15:42+01:00",
        level="short", kept=18 * GIB, quarantined=2, refused=1, damaged=4, damage=FoundDamage(812, 3),
        keys_expired_at="2026-11-20T00:00:00+00:00", clock="unsure",
    )  # fmt: skip
    return _with(scene, lanes=waits(scene, 24 * 4, reading=1))


def welcome_attention(language: str) -> Scene:
    """The invitation, while something wants who works here."""
    scene = station_worst(language)
    scene.visit.do(e.WentBack)
    return scene


def _with(scene: Scene, **changes: Any) -> Scene:
    return replace(scene, queue=msgspec.structs.replace(scene.queue or QueueState(), **changes))


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    station_fine,
    station_unknown,
    station_sending,
    station_waiting,
    station_not_known,
    station_filling,
    station_full,
    station_worst,
    welcome_attention,
)
