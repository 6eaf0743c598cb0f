"""Open alarms: told to the hub, repeated until a person has seen them, never closed by a wipe.

Kept on the disk (rule, level, quiet flag, visit id, times; no name), so that they outlive core as well.
"""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from contract import station, wire
from kiosk.core.clock import now_text

REPEAT_S: Final = 20.0
FORGET_ACKNOWLEDGED: Final = 50  # acknowledged alarms kept for a session that comes back


class Alarms:
    """The station's open alarms. `repeat` is to be run as a task."""

    def __init__(
        self,
        path: Path,
        to_session: Callable[[station.ToSession], None],
        to_hub: Callable[[wire.ToHub], bool],
    ) -> None:
        self._path = path
        self._to_session = to_session
        self._to_hub = to_hub
        self._alarms: dict[UUID, station.Alarm] = {}
        self._repeats: dict[UUID, int] = {}
        with contextlib.suppress(FileNotFoundError, msgspec.DecodeError):
            kept = msgspec.json.decode(path.read_bytes(), type=list[station.Alarm])
            self._alarms = {alarm.alarm: alarm for alarm in kept}

    def all(self) -> list[station.Alarm]:
        """Return the alarms a new session must know."""
        return list(self._alarms.values())

    def raise_alarm(self, message: station.RaiseAlarm) -> None:
        """Own it from here on; the same one again (a replayed journal) is told again, not doubled."""
        alarm = self._alarms.get(message.alarm) or station.Alarm(
            alarm=message.alarm,
            visit=message.visit,
            rule=message.rule,
            level=message.level,
            quiet=message.quiet,
            raised_at=now_text(),
        )
        self._keep(alarm)
        self._tell_hub(alarm)

    def hub_has(self, alarm_id: UUID) -> None:
        """The hub stored it; nobody has seen it yet."""
        if alarm := self._alarms.get(alarm_id):
            self._keep(msgspec.structs.replace(alarm, hub_has_it=True))

    def acknowledged(self, alarm_id: UUID, by: str, at: str) -> None:
        """A person at the hub has seen it."""
        alarm = self._alarms.get(alarm_id)
        if alarm and not alarm.acknowledged_by:
            self._keep(msgspec.structs.replace(alarm, acknowledged_by=by, acknowledged_at=at))

    def acknowledged_here(self, message: station.AcknowledgeAlarm) -> None:
        """A person on site has seen it; the hub is told."""
        at = now_text()
        self.acknowledged(message.alarm, message.by, at)
        self._to_hub(wire.AlertSeen(alarm=message.alarm, by=message.by, at=at))

    def hub_is(self, online: bool) -> None:
        """Tell a hub that came back everything that is still open."""
        for alarm in self._open():
            if online:
                self._tell_hub(alarm)

    async def repeat(self) -> None:
        """Say open alarms again until somebody has seen them."""
        while True:
            await asyncio.sleep(REPEAT_S)
            for alarm in self._open():
                self._tell_hub(alarm)

    def _open(self) -> list[station.Alarm]:
        return [alarm for alarm in self._alarms.values() if not alarm.acknowledged_by]

    def _tell_hub(self, alarm: station.Alarm) -> None:
        repeat = self._repeats.get(alarm.alarm, 0)
        if self._to_hub(
            wire.AlertRaised(
                alarm=alarm.alarm,
                visit=alarm.visit,
                rule=alarm.rule,
                level=alarm.level,
                quiet=alarm.quiet,
                raised_at=alarm.raised_at,
                repeat=repeat,
            )
        ):
            self._repeats[alarm.alarm] = repeat + 1

    def _keep(self, alarm: station.Alarm) -> None:
        self._alarms[alarm.alarm] = alarm
        seen = [key for key, value in self._alarms.items() if value.acknowledged_by]
        for key in seen[:-FORGET_ACKNOWLEDGED]:
            del self._alarms[key]
        self._to_session(alarm)
        draft = self._path.with_suffix(".new")
        with contextlib.suppress(OSError):  # a full disk must not keep an alarm from being told
            draft.write_bytes(msgspec.json.encode(self.all()))
            draft.replace(self._path)
