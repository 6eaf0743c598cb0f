"""Core's composition root: ports, devices, queue, hub, calls and alarms, wired by hand.

What passes here: measurements, ciphertext, visit ids, triage levels. No name, no answer.
"""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from contract import control, station, wire
from contract.seal import SealError
from kiosk.core.alarms import Alarms
from kiosk.core.calls import Calls
from kiosk.core.clock import Clock, now_text
from kiosk.core.devices import Devices
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.live import LiveMessages
from kiosk.core.ports import Port
from kiosk.core.saving import Saving
from kiosk.core.standing import Around, Standing
from kiosk.core.supervise import supervisor
from kiosk.core.troubles import Troubles
from kiosk.processes import Paths

log = logging.getLogger(__name__)

VERSION = "0.1.0"

Handlers = dict[type[Any], Callable[[Any], object]]


class Core:
    """The long-lived process. Made inside a running loop; `run` until cancelled."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self.identity = Identity(paths.state)
        self.clock = Clock(changed=self._clock_changed)
        self._since = now_text()
        self._visit: UUID | None = None
        self._rings: dict[str, list[int]] = {}
        self._media_state: control.MediaState | None = None
        self.session: Port[station.FromSession, station.ToSession] = Port(
            paths.core_socket, station.FromSession, self._from_session, self._session_gone
        )
        self.media: Port[control.FromMedia, control.ToMedia] = Port(
            paths.media_socket, control.FromMedia, self._from_media, self._media_gone
        )
        self.hub = HubLink(
            self.identity.profile.hub_url,
            self.identity.tls(),
            self._hello,
            self._from_hub,
            self._hub_is,
            on_trouble=self._touched,
        )
        self.calls = Calls(self._tell, self.hub.send, self._tell_media)
        self.saving = Saving(
            paths.state / "queue",
            self.identity,
            self.clock,
            self.hub,
            self.session.send,
            touched=self._touched,
            in_call=lambda: self.calls.active,
            take_keys=self._take_keys,
        )
        self.standing = Standing(self.saving.overview, self._around, self._queue_is)
        self.troubles = Troubles(self.hub.send, now_text)
        self.alarms = Alarms(paths.state / "alarms.json", self._tell, self.hub.send)
        self.live = LiveMessages(self._tell, self.hub.send)
        self.devices = Devices(self.clock, self.session.send, self._tell_wave)
        self._of_session = self._session_handlers()
        self._of_hub = self._hub_handlers()

    async def run(self) -> None:
        """Run until cancelled; leaves the cuff stopped and the queue closed."""
        await self.saving.open()
        try:
            async with supervisor(
                self._paths, self.identity.profile, self.clock, self.devices.take
            ) as running:
                self.devices.supervisor = running
                async with asyncio.TaskGroup() as tasks:
                    for work in (
                        self.hub.run,
                        self.saving.deliver,
                        self.standing.run,
                        self.alarms.repeat,
                        self.devices.watch,
                    ):
                        tasks.create_task(work())
                    tasks.create_task(self.clock.watch(self.hub.send))
        finally:
            self.session.close()
            self.media.close()
            await self.hub.close()
            await self.saving.close()

    # ---- the session

    def _session_handlers(self) -> Handlers:
        """One line a message; what is not here does not exist."""
        return {
            station.Hello: self._welcome,
            station.VisitStarted: self._visit_started,
            station.VisitEnded: lambda m: self._visit_over(m.visit),
            station.Put: self.saving.put,
            station.AckMeasurement: lambda m: self.devices.saved(m.id),
            station.Measure: self.devices.measure,
            station.StopMeasure: self.devices.stop,
            station.Alive: lambda _: self.devices.heard(),
            station.RequestCall: self.calls.request,
            station.CancelCall: self.calls.cancel,
            station.OpenCamera: lambda _: self.calls.open_camera(),
            station.CallControls: self.calls.controls,
            station.SendLive: self.live.send,
            station.AckLive: lambda m: self.live.acknowledged(m.id),
            station.RaiseAlarm: self.alarms.raise_alarm,
            station.AcknowledgeAlarm: self.alarms.acknowledged_here,
            station.PagePerson: self._page,
            station.TryNow: lambda _: self._try_now(),
        }

    def _from_session(self, message: station.FromSession, fds: list[int]) -> None:
        _close(fds)
        self._of_session[type(message)](message)

    def _visit_started(self, message: station.VisitStarted) -> None:
        self._visit = message.visit
        self.hub.send(wire.VisitState(visit=message.visit, state="started"))

    def _welcome(self, hello: station.Hello) -> None:
        if hello.visit is None and self._visit is not None:
            self._visit_over(self._visit)  # a fresh session: whatever was before it is over
        self._visit = hello.visit
        self._tell(
            station.Welcome(
                protocol=station.PROTOCOL,
                boot_id=str(self.clock.boot_id),
                profile=self.identity.profile_bytes,
                keys=self.identity.keys_bytes,
                hub_online=self.hub.online,
                clock=self.clock.confidence,
            )
        )
        if self.standing.last is not None:
            self._tell(self.standing.last)
        self.devices.session_came()
        self._tell(station.MediaIs(up=self.media.connected, state=self._media_state))
        for which, fds in self._rings.items():
            self.session.send(station.VideoRing(which=which), fds)
        if hello.visit is not None:
            self._tell(self.calls.state)
            self.live.session_came(hello.visit)
            for alarm in self.alarms.all():
                if alarm.visit == hello.visit:
                    self._tell(alarm)

    def _session_gone(self) -> None:
        self.devices.session_gone()

    def _visit_over(self, visit: UUID) -> None:
        self._visit = None
        self.calls.visit_over()
        self.live.forget()
        self.devices.visit_over()
        self.hub.send(wire.VisitState(visit=visit, state="ended"))

    def _page(self, message: station.PagePerson) -> None:
        reached = self.hub.send(wire.StaffPaged(visit=message.visit, at=now_text()))
        self._tell(station.PersonPaged(reached=("hub",) if reached else ()))

    def _try_now(self) -> None:
        self.hub.nudge()
        self.saving.nudge()

    # ---- how the queue stands

    def _queue_is(self, state: station.QueueState) -> None:
        self._tell(state)
        self.troubles.seen(state)

    def _touched(self) -> None:
        self.standing.touch()

    def _around(self) -> Around:
        return Around(
            trouble=self.hub.trouble,
            tried_at=self.hub.tried_at,
            unsaved=self.saving.unsaved,
            keys=self.identity.keys,
            clock=self.clock.confidence,
            now=time.time(),
        )

    # ---- media

    def _from_media(self, message: control.FromMedia, fds: list[int]) -> None:
        match message:
            case control.MediaHello():
                self._tell_media(control.Configure(media=self.identity.profile.media))
                self._tell(station.MediaIs(up=True, state=None))
                self.calls.media_up()
            case control.Ring():
                _close(self._rings.pop(message.which, []))
                self._rings[message.which] = fds
                self.session.send(station.VideoRing(which=message.which), fds)
                return
            case control.LocalDescription():
                self.calls.described(message)
            case control.MediaState():
                self._media_state = message
                self._tell(station.MediaIs(up=True, state=message))
                self.calls.media_is(message)
            case control.DataReceived():
                log.info("media received %d characters on the data channel", len(message.text))
        _close(fds)

    def _media_gone(self) -> None:
        for which in list(self._rings):
            _close(self._rings.pop(which))
        self._media_state = None
        self._tell(station.MediaIs(up=False))
        self.calls.media_down()

    # ---- the hub

    async def _hello(self) -> wire.StationStarted:
        waiting = await self.saving.waiting_visits()
        now = self.clock.told()
        return wire.StationStarted(
            boot_id=now.boot_id,
            time=now.time,
            monotonic_ns=now.monotonic_ns,
            version=VERSION,
            waiting_visits=tuple(waiting | ({self._visit} if self._visit else set())),
        )

    def _hub_is(self, online: bool) -> None:
        self._since = now_text()
        self._tell(station.HubState(online=online, since=self._since))
        self.calls.hub_is(online)
        self.alarms.hub_is(online)
        self.live.hub_is(online)
        self._touched()
        if online:
            self.saving.nudge()
            self.troubles.tell()

    def _hub_handlers(self) -> Handlers:
        return {
            wire.HubHello: self._hub_said_hello,
            wire.HubTime: lambda m: self.clock.compare(m.time, m.monotonic_ns),
            wire.KeysChanged: lambda m: self._take_keys(m.keys),
            wire.CallQueued: self.calls.queued,
            wire.CallAccepted: self.calls.accepted,
            wire.CallRestart: self.calls.restart,
            wire.CallEnded: self.calls.ended,
            wire.Signal: self.calls.answered,
            wire.AlertReceived: lambda m: self.alarms.hub_has(m.alarm),
            wire.AlertAcknowledged: lambda m: self.alarms.acknowledged(m.alarm, m.by, m.at),
            wire.BackedUp: self.saving.backed_up,
            wire.LiveIn: lambda m: self.live.came(m, self._visit),
        }

    def _from_hub(self, message: wire.ToStation) -> None:
        self._of_hub[type(message)](message)

    def _hub_said_hello(self, message: wire.HubHello) -> None:
        self.clock.compare(message.time)
        self._take_keys(message.keys)
        self.saving.hub_is_of(message.receipt)

    def _take_keys(self, keys: bytes) -> None:
        try:
            if self.identity.take_keys(keys):
                self._tell(station.KeysChanged(keys=keys))
                self._touched()
        except (SealError, OSError) as error:
            log.warning("the hub's key set is refused or can't be kept: %s", error)

    def _clock_changed(self) -> None:
        self._tell(station.ClockState(clock=self.clock.confidence))
        self._touched()

    # ---- ways out

    def _tell(self, message: station.ToSession) -> None:
        self.session.send(message)

    def _tell_media(self, message: control.ToMedia) -> None:
        self.media.send(message)

    def _tell_wave(self, message: control.ToMedia) -> None:
        if self.calls.active:
            self.media.send(message, droppable=True)


def _close(fds: list[int]) -> None:
    for fd in fds:
        with contextlib.suppress(OSError):
            os.close(fd)
