"""Core's composition root: ports, devices, queue, hub, calls and alarms, wired by hand.

What passes here: measurements, ciphertext, visit ids, triage levels. No name, no answer.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from contract import agent, capture, control, instruments, queue_state, staff, station, systemd, wire
from contract.link import close_all
from contract.proxy import proxy
from contract.seal import SealError
from kiosk.core.alarms import Alarms
from kiosk.core.calls import Calls
from kiosk.core.captures import Captures
from kiosk.core.cart import Cart
from kiosk.core.cleaning import CleaningDue
from kiosk.core.clock import Clock, now_text
from kiosk.core.devices import Devices
from kiosk.core.hands_on import HandsOn
from kiosk.core.hands_on import Parts as HandsOnParts
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.live import LiveMessages
from kiosk.core.media import Media
from kiosk.core.nettest import NetworkTest
from kiosk.core.network import Network
from kiosk.core.paging import Pages
from kiosk.core.ports import Port
from kiosk.core.profiles import DETAIL_CHARS, Profiles
from kiosk.core.renewal import CertificateRenewal
from kiosk.core.saving import Saving
from kiosk.core.shifts import ShiftMessages
from kiosk.core.site import Site
from kiosk.core.spares import SPARE, Spares
from kiosk.core.staff import Staff
from kiosk.core.standing import Around, Standing
from kiosk.core.supervise import supervisor
from kiosk.core.troubles import Troubles
from kiosk.core.trust import CallTrust
from kiosk.core.updates import Updates
from kiosk.core.wellbeing import Now, Parts, Wellbeing
from kiosk.processes import Paths

log = logging.getLogger(__name__)

VERSION = "0.1.0"
AGAIN_S: Final = 1.0  # before core starts anew

Handlers = dict[type[Any], Callable[[Any], object]]


class _AgainError(Exception):
    """Core is to start anew: the launcher (or systemd) makes another one."""


class Core:
    """The long-lived process. Made inside a running loop; `run` until cancelled."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self.identity = Identity(paths.state)
        self.clock = Clock(changed=self._clock_changed)
        self._since = now_text()
        self._visit: UUID | None = None
        self.session: Port[station.FromSession, station.ToSession] = Port(
            paths.core_socket, station.FromSession, self._from_session, self._session_gone
        )
        self.agent: Port[agent.FromAgent, agent.ToAgent] = Port(
            paths.agent_socket, agent.FromAgent, self._from_agent, self._agent_gone
        )
        self.hub = HubLink(
            self.identity.profile.hub_url,
            self.identity.tls(),
            self._hello,
            self._from_hub,
            self._hub_is,
            on_trouble=self._touched,
            proxy=proxy(),
        )
        self.calls = Calls(
            self._tell, self.hub.send, self._tell_media, CallTrust(self.identity, self.clock.hub_now)
        )
        self.captures = Captures(self.session.send, self._tell_media)
        self.media = Media(
            paths.media_socket,
            self.identity.profile.media,
            self.session.send,
            self._media_is,
            self.captures.came,
        )
        self.network_test = NetworkTest(paths.state, self._network_tested)
        self.network = Network(lambda: self.hub.address, self._moved)
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
        self.site = Site(self.identity.profile, self._chime)
        self.alarms = Alarms(paths.state / "alarms.json", self._tell, self.hub.send, self.site)
        self.pages = Pages(self.site, self._tell, self.hub.send)
        self.profiles = Profiles(self.identity, self.hub.fetch_profile, self._tell, self.troubles.met)
        self.updates = Updates(paths.state, self.agent.send, self.session.send, self.troubles.met)
        self.renewal = CertificateRenewal(self.identity, self.hub.renew, self.clock.hub_now)
        self.live = LiveMessages(self._tell, self.hub.send)
        self.cleaning = CleaningDue(paths.state / "cleaning.json")
        self.shifts = ShiftMessages(self._tell, self.hub.send)
        self.staff = Staff(
            paths.state,
            self.identity,
            self.clock,
            self._tell,
            self.shifts.forget,
            locked=lambda: self.troubles.met("badge-waits", "too many wrong PINs for one badge"),
            may_judge=self._may_judge,
        )
        self.cart = Cart(self._tell)
        self.devices = Devices(self.clock, self.session.send, self._tell_wave, self._looked_at)
        self.spares = Spares(paths.state, self.identity.profile)
        self.wellbeing = Wellbeing(
            Parts(
                VERSION,
                paths,
                self.identity,
                self.clock,
                self.hub,
                self.devices,
                self.standing,
                self.network_test,
                self.profiles,
                self.updates,
                self.spares,
            ),
            self._now,
            self._tell,
            self._tell_media,
            self._restart,
        )
        self.hands_on = HandsOn(
            HandsOnParts(
                paths.state,
                self.identity,
                self.clock,
                self.hub,
                self.devices,
                self.network_test,
                self.spares,
                self.staff,
            ),
            self._tell,
            self._tell_media,
            visit_on=lambda: self._visit is not None,
            readiness=self.wellbeing.self_test.now,
            restart=self._restart,
        )
        self._again = asyncio.Event()
        if self.spares.admitted:
            self.troubles.met(SPARE, self.spares.words()[:DETAIL_CHARS])
        self._of_session = self._session_handlers()
        self._of_hub = self._hub_handlers()
        self.media.told = self._media_handlers()

    async def run(self) -> None:
        """Run until cancelled; leaves the cuff stopped and the queue closed."""
        await self.saving.open()
        try:
            profile = self.hands_on.profile()
            async with supervisor(self._paths, profile, self.clock, self.hands_on.reported) as running:
                self.devices.supervisor = running
                async with asyncio.TaskGroup() as tasks:
                    for work in (
                        self.hub.run,
                        self.network.run,
                        self.saving.deliver,
                        self.standing.run,
                        self.profiles.run,
                        self.renewal.run,
                        self.alarms.repeat,
                        self.pages.run,
                        self.alarms.page_site,
                        self.devices.watch,
                        self.staff.run,
                        self.hands_on.run,
                        *((self.cart.run,) if self.identity.profile.setting == "ltc" else ()),
                        systemd.beat,
                        self.wellbeing.self_test.run,
                        self.wellbeing.reporting.run,
                        self._until_again,
                    ):
                        tasks.create_task(work())
                    tasks.create_task(self.clock.watch(self.hub.send))
                    systemd.ready()
        except* _AgainError:
            log.info("core starts anew")
        finally:
            await self.network_test.close()
            await self.hands_on.close()
            self.wellbeing.close()
            self.session.close()
            self.media.close()
            self.agent.close()
            await self.hub.close()
            await self.saving.close()

    # ---- the session

    def _session_handlers(self) -> Handlers:
        """One line a message; what is not here does not exist."""
        return {
            station.Hello: self._welcome,
            station.VisitStarted: self._visit_started,
            station.VisitEnded: lambda m: self._visit_over(m.visit, clean=not m.next),
            station.Put: self.saving.put,
            instruments.AckMeasurement: lambda m: self.devices.saved(m.id),
            instruments.Measure: self.devices.measure,
            instruments.StopMeasure: self.devices.stop,
            instruments.Alive: lambda _: self.devices.heard(),
            station.RequestCall: self.calls.request,
            station.CancelCall: self.calls.cancel,
            station.OpenCamera: lambda _: self.calls.open_camera(),
            station.CallControls: self.calls.controls,
            station.SendLive: self.live.send,
            station.AckLive: lambda m: self.live.acknowledged(m.id),
            station.RaiseAlarm: self.alarms.raise_alarm,
            station.AcknowledgeAlarm: self.alarms.acknowledged_here,
            station.PagePerson: self.pages.page,
            station.PersonHere: self.pages.person_here,
            station.TryNow: lambda _: self._try_now(),
            station.CleaningOver: lambda m: self.cleaning.over(m.visit),
            station.TestNetwork: lambda _: self.network_test.start(),
            capture.Aim: self.captures.aim,
            capture.AimOver: lambda _: self.captures.over(),
            capture.Take: self.captures.take,
            capture.StopTake: self.captures.pass_on,
            capture.SetCamera: self.captures.pass_on,
            capture.Play: self.captures.pass_on,
            capture.StopPlaying: self.captures.pass_on,
            control.TestSound: self._tell_media,
            station.ProfileJudged: self.profiles.judged,
            staff.SignIn: self.staff.sign_in,
            staff.SignOut: self.staff.sign_out,
            staff.AskHub: lambda m: self.shifts.ask(m, self._shift),
            agent.ContentJudged: self.updates.judged,
            agent.LookNow: self.agent.send,
            station.TestStation: lambda _: self.wellbeing.self_test.want(),
            **self.hands_on.of_session(),
        }

    def _from_session(self, message: station.FromSession, fds: list[int]) -> None:
        close_all(fds)
        self._of_session[type(message)](message)
        self.updates.stands(visit=self._visit is not None or self._shift is not None)

    def _visit_started(self, message: station.VisitStarted) -> None:
        self._visit = message.visit
        self.hub.send(wire.VisitState(visit=message.visit, state="started"))

    def _welcome(self, hello: station.Hello) -> None:
        if hello.visit is None and self._visit is not None:
            self._visit_over(self._visit)  # a fresh session: whatever was before it is over
        self._visit = hello.visit
        self.updates.stands(screen=True)
        self._tell(
            station.Welcome(
                protocol=station.PROTOCOL,
                boot_id=str(self.clock.boot_id),
                profile=self.identity.profile_bytes,
                keys=self.identity.keys_bytes,
                hub_online=self.hub.online,
                clock=self.clock.confidence,
                clean_after=self.cleaning.after,
            )
        )
        if self.clock.hub is not None:
            self._tell_clock()
        if self.standing.last is not None:
            self._tell(self.standing.last)
        self.staff.session_came(hello.shift)
        self.shifts.session_came(self._shift)
        self.cart.session_came()
        self.devices.session_came()
        self.profiles.session_came()
        self.updates.session_came()
        self.wellbeing.session_came()
        self.hands_on.technician.session_came(visit=hello.visit is not None)
        self.media.session_came()
        if hello.visit is not None:
            self._tell(self.calls.state)
            self.live.session_came(hello.visit)
            for alarm in self.alarms.all():
                if alarm.visit == hello.visit:
                    self._tell(alarm)

    def _session_gone(self) -> None:
        self.updates.stands(screen=False)
        self.devices.session_gone()
        self.captures.over()
        self.hands_on.session_gone()

    @property
    def _shift(self) -> UUID | None:
        return self.staff.shift.id if self.staff.shift else None

    def _visit_over(self, visit: UUID, *, clean: bool = True) -> None:
        self._visit = None
        if clean:
            self.cleaning.due(visit)
        self.calls.visit_over()
        self.captures.over()
        self.live.forget()
        self.pages.visit_over()
        self.devices.visit_over()
        self._looked_at()
        self.hub.send(wire.VisitState(visit=visit, state="ended"))

    def _chime(self) -> None:
        """Sound the tones that call a person on site, but not into a call; `Chimed` says whether they did."""
        if not self.calls.active:
            self._tell_media(control.Chime())

    def _try_now(self) -> None:
        self.hub.nudge()
        self.saving.nudge()

    def _network_tested(self, found: station.NetworkTested) -> None:
        self._tell(found)
        if not found.running:
            self.hands_on.technician.network_tested()

    # ---- how the queue stands

    def _queue_is(self, state: queue_state.QueueState) -> None:
        self._tell(state)
        self.troubles.seen(state)
        self._looked_at()

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

    # ---- can the station do its work?

    def _looked_at(self) -> None:
        """Something that readiness is judged by may have changed."""
        self.wellbeing.self_test.touch()

    def _may_judge(self) -> bool:
        """May badges be judged here now? With the hub; without it where a taken disk can't be read."""
        return self.hub.online or self.wellbeing.locked or self.identity.profile.staff.offline_unlocked

    def _now(self) -> Now:
        return Now(
            visit=self._visit is not None,
            media=self.media.state,
            media_up=self.media.connected,
            headset=self.media.headset,
        )

    def _restart(self) -> None:
        """Start anew, once what was just said is out."""
        asyncio.get_running_loop().call_later(AGAIN_S, self._again.set)

    async def _until_again(self) -> None:
        await self._again.wait()
        raise _AgainError

    # ---- media

    def _media_handlers(self) -> Handlers:
        """Who hears what media says, beside the session."""
        return {
            control.LocalDescription: self.calls.described,
            control.FeedsDescription: self.calls.feeds_described,
            control.MediaState: self.calls.media_is,
            control.SoundTested: self._sound_tested,
            capture.Looks: self.hands_on.technician.looks,
            control.CameraTested: self.wellbeing.self_test.camera_tested,
            control.Chimed: lambda m: self.pages.chimed(m.sounded),
        }

    def _sound_tested(self, found: control.SoundTested) -> None:
        self.wellbeing.self_test.sound_tested(found)
        self.hands_on.technician.sound_tested(found)

    def _media_is(self, up: bool) -> None:
        self.updates.stands(media=up)
        if up:
            self.calls.media_up()
            self.captures.media_up()
        else:
            self.calls.media_down()
            self.captures.media_down()

    # ---- the agent

    def _from_agent(self, message: agent.FromAgent, fds: list[int]) -> None:
        try:
            self.updates.came(message, fds)
        finally:
            close_all(fds)

    def _agent_gone(self) -> None:
        self.updates.gone()

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
        self.pages.hub_is(online)
        self.live.hub_is(online)
        self.shifts.hub_is(online)
        self.profiles.hub_is(online)
        self.renewal.hub_is(online)
        self.wellbeing.hub_is(online)
        self.hands_on.hub_is(online)
        self._touched()
        if online:
            self.saving.nudge()
            self.troubles.tell()

    def _moved(self) -> None:
        """The station has another network: hub and call are looked for from there at once."""
        self.hub.moved()
        self.calls.moved()
        self.cart.moved()

    def _hub_handlers(self) -> Handlers:
        return {
            wire.HubHello: self._hub_said_hello,
            wire.HubTime: lambda m: self.clock.compare(m.time, m.monotonic_ns),
            wire.KeysChanged: lambda m: self._take_keys(m.keys),
            wire.CallQueued: self.calls.queued,
            wire.CallAccepted: self.calls.accepted,
            wire.CallRestart: self.calls.restart,
            wire.CallEnded: self.calls.ended,
            wire.CallRefused: self.calls.refused,
            wire.Signal: self.calls.signalled,
            wire.AlertReceived: lambda m: self.alarms.hub_has(m.alarm),
            wire.AlertAcknowledged: lambda m: self.alarms.acknowledged(m.alarm, m.by, m.at),
            wire.BackedUp: self.saving.backed_up,
            wire.ProfileChanged: lambda _: self.profiles.look(),
            wire.Order: self.wellbeing.orders.came,
            wire.PageReceived: lambda m: self.pages.hub_has(m.page),
            wire.PageAnswered: self.pages.answered,
            wire.LiveIn: lambda m: self.live.came(m, self._visit),
            wire.ShiftIn: lambda m: self.shifts.came(m, self._shift),
            wire.StaffTold: lambda m: self.staff.came(m.staff),
            **self.hands_on.of_hub(),
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
        self._tell_clock()
        self._touched()
        self._looked_at()

    def _tell_clock(self) -> None:
        hub = self.clock.hub
        known = (None, 0) if hub is None else (hub.wall, hub.since_boot_ns)
        self._tell(station.ClockState(clock=self.clock.confidence, hub_at=known[0], at_ns=known[1]))

    # ---- ways out

    def _tell(self, message: station.ToSession) -> None:
        self.session.send(message)

    def _tell_media(self, message: control.ToMedia) -> None:
        self.media.send(message)

    def _tell_wave(self, message: control.ToMedia) -> None:
        if self.calls.active:
            self.media.send(message, droppable=True)
