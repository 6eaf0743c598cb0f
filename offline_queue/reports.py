"""How a store stands, for scripts and monitors: JSON, and Prometheus' text format. Beside a running writer.

Times outside the seal are rounded down to the hour; nothing here says more.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from contract.envelope import Lane
from offline_queue.model import LaneStanding, Limits, lane_range
from offline_queue.reader import Reader
from offline_queue.space import Disk, level_of
from offline_queue.tally import standing_of

_HELP: Final = {
    "waiting": "Entries that the hub's receipt is still missing for.",
    "waiting_bytes": "Bytes of these.",
    "oldest_seconds": "Age of the first in line, by this machine's clock.",
    "held_bytes": "Bytes of payloads kept here, delivered ones in their keep time too.",
    "quarantined": "Entries that a person at the hub has to look at.",
    "refused": "Entries too large to get through, even alone.",
    "damaged": "Entries that the disk no longer gives back.",
    "quota_ratio": "Share of the lane's quota that waits to be delivered.",
}


def iso(seconds: int) -> str:
    """Return a time as ISO 8601, UTC; a moment no calendar has as its number."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return str(seconds)


class Report:
    """What one look found. Counts every entry: a second for a million."""

    def __init__(self, reader: Reader, directory: Path, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        self.store = reader.store_id()
        self.epoch, self.last_receipt = reader.hub()
        self.damage = reader.damage()
        self.disk: Disk = reader.disk(directory, limits)
        tally = reader.tally()
        self.level = level_of(self.disk.used, self.disk.used + self.disk.room, limits)
        self.quotas = limits.quotas
        self.lanes = {lane: standing_of(tally, lane, reader.since(*lane_range(lane))) for lane in Lane}

    def as_json(self) -> dict[str, object]:
        """Return it as what `status --json` prints."""
        lanes = {lane.value: self._lane_json(lane, standing) for lane, standing in self.lanes.items()}
        return {
            "store": str(self.store),
            "epoch": str(self.epoch) if self.epoch else None,
            "last_receipt": None if self.last_receipt is None else iso(self.last_receipt),
            "space": {
                "used_bytes": self.disk.used,
                "room_bytes": self.disk.room,
                "level": self.level.value,
            },
            "lanes": lanes,
            "set_aside": [
                {
                    "time": iso(each.time),
                    "problem": each.problem,
                    "kept_as": each.kept_as,
                    "salvaged": each.salvaged,
                    "lost": each.lost,
                }
                for each in self.damage
            ],
        }

    def _lane_json(self, lane: Lane, standing: LaneStanding) -> dict[str, object]:
        since = standing.since
        quota = self.quotas.get(lane)
        return {**standing._asdict(), "since": None if since is None else iso(since), "quota_bytes": quota}

    def metrics(self, now: float | None = None) -> Iterator[str]:
        """Yield the lines of Prometheus' text exposition format, version 0.0.4. Labels hold no identity."""
        moment = time.time() if now is None else now
        for name, text in _HELP.items():
            yield from _head(f"lane_{name}", text)
            for lane, standing in self.lanes.items():
                value = self._value(name, lane, standing, moment)
                if value is not None:
                    yield f'carepost_queue_lane_{name}{{lane="{lane.value}"}} {value}'
        single = {
            "used_bytes": ("Bytes of the database in use.", self.disk.used),
            "room_bytes": ("Bytes there is room for.", self.disk.room),
            "set_aside": ("Databases that were found damaged and set aside.", len(self.damage)),
        }
        if self.last_receipt is not None:
            text = "When the hub signed the last receipt taken, to the hour: Unix seconds."
            single["last_receipt_seconds"] = (text, self.last_receipt)
        for name, (text, number) in single.items():
            yield from _head(name, text)
            yield f"carepost_queue_{name} {number}"
        if self.epoch is not None:
            yield from _head("hub_epoch_info", "The hub's epoch; a new one means that the hub was restored.")
            yield f'carepost_queue_hub_epoch_info{{epoch="{self.epoch}"}} 1'

    def _value(self, name: str, lane: Lane, standing: LaneStanding, now: float) -> float | None:
        if name == "oldest_seconds":
            return 0 if standing.since is None else max(0, int(now) - standing.since)
        if name == "quota_ratio":
            quota = self.quotas.get(lane)
            return None if quota is None else round(standing.waiting_bytes / quota, 6)
        return int(getattr(standing, name))


def _head(name: str, text: str) -> Iterator[str]:
    yield f"# HELP carepost_queue_{name} {text}"
    yield f"# TYPE carepost_queue_{name} gauge"
