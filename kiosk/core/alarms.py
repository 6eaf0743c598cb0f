"""Open alarms: told to the hub, repeated until a person has seen them, never closed by a wipe.

Kept on the disk (rule, level, quiet flag, visit id, times; no name), so that they outlive core as well.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from contract import station, wire
from kiosk.core.clock import now_text
from kiosk.core.identity import keep
from kiosk.core.site import Site

REPEAT_S: Final = 20.0
PAGE_LOOK_S: Final = 2.0
SOUND_FOR_S: Final = 600.0  # of an emergency that nobody answers: the tones then end, the alarm does not
FRESH_S: Final = 3600.0  # an emergency that core finds open at its start sounds anew if it is no older
FORGET_ACKNOWLEDGED: Final = 50  # acknowledged alarms kept for a session that comes back


class Alarms:
    """The station's open alarms. `repeat` is to be run as a task."""

    def __init__(
        self,
        path: Path,
        to_session: Callable[[station.ToSession], None],
        to_hub: Callable[[wire.ToHub], bool],
        site: Site | None = None,
    ) -> None:
        """`site`: who is called here beside the hub; None: nobody can be."""
        self._path = path
        self._to_session = to_session
        self._to_hub = to_hub
        self._site = site
        self._sounding: dict[UUID, float]  # until when, monotonic
        self._paged: set[UUID] = set()
        self._alarms: dict[UUID, station.Alarm] = {}
        self._repeats: dict[UUID, int] = {}
        with contextlib.suppress(FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
            kept = msgspec.json.decode(path.read_bytes(), type=list[station.Alarm])
            self._alarms = {alarm.alarm: alarm for alarm in kept}
        until = time.monotonic() + SOUND_FOR_S
        self._sounding = {a.alarm: until for a in self._open() if a.level == "E" and _fresh(a)}
        # Seen on site, and the hub may not know: of those before core began, those it has not at all.
        self._untold = {a.alarm for a in self.all() if a.acknowledged_by and not a.hub_has_it}

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
        if alarm.level == "E":
            self._sounding.setdefault(alarm.alarm, time.monotonic() + SOUND_FOR_S)
            self._sound(alarm)

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
        alarm = self._alarms.get(message.alarm)
        if alarm is None or alarm.acknowledged_by:
            return
        self.acknowledged(message.alarm, message.by, now_text())
        if not self._tell_seen(self._alarms[message.alarm]):
            self._untold.add(message.alarm)

    def hub_is(self, online: bool) -> None:
        """Tell a hub that came back everything that is still open, and who came meanwhile."""
        if not online:
            return
        for alarm in self._open():
            self._tell_hub(alarm)
        for alarm in [a for a in self.all() if a.alarm in self._untold]:
            self._tell_hub(alarm)  # it may never have heard of it
            if self._tell_seen(alarm):
                self._untold.discard(alarm.alarm)

    def _tell_seen(self, alarm: station.Alarm) -> bool:
        return self._to_hub(
            wire.AlertSeen(alarm=alarm.alarm, by=alarm.acknowledged_by, at=alarm.acknowledged_at)
        )

    async def repeat(self) -> None:
        """Say open alarms again until somebody has seen them."""
        while True:
            await asyncio.sleep(REPEAT_S)
            self.say_again()

    def say_again(self) -> None:
        """Tell the hub of what is open, and sound what still sounds."""
        for alarm in self._open():
            self._tell_hub(alarm)
            self._sound(alarm)

    async def page_site(self) -> None:
        """Tell the site's own paging of emergencies, until it has taken each once."""
        while self._site is not None and self._site.pages:
            for alarm in self._open():
                wanted = alarm.alarm in self._sounding and alarm.alarm not in self._paged
                if wanted and await self._site.page("emergency", quiet=alarm.quiet):
                    self._paged.add(alarm.alarm)
            await asyncio.sleep(PAGE_LOOK_S)

    def _sound(self, alarm: station.Alarm) -> None:
        """Sound the tones for an emergency that is not a quiet one."""
        until = self._sounding.get(alarm.alarm, 0.0)
        if self._site and not alarm.quiet and not alarm.acknowledged_by and time.monotonic() < until:
            self._site.sound()

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
        with contextlib.suppress(OSError):  # a full disk must not keep an alarm from being told
            keep(self._path, msgspec.json.encode(self.all()))


def _fresh(alarm: station.Alarm) -> bool:
    """Was it raised a short while ago? Who was there may still be, also after a power cut."""
    try:
        age_s = (datetime.now(UTC) - datetime.fromisoformat(alarm.raised_at)).total_seconds()
    except (ValueError, TypeError):
        return False
    return age_s < FRESH_S
