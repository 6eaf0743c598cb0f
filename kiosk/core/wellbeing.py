"""How the station does: gathered from core's parts, judged, told to session, technician's tool and hub.

And what the hub's operator does about it.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec

from contract import control, keyfile, station, tool, wire
from contract.link import close_all
from contract.readiness import Readiness
from kiosk.core.clock import Clock, now_text
from kiosk.core.devices import Devices
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.nettest import NetworkTest
from kiosk.core.orders import Orders
from kiosk.core.ports import Port
from kiosk.core.profiles import Profiles
from kiosk.core.readiness import Facts, update_of
from kiosk.core.renewal import days_left
from kiosk.core.reporting import Reporting
from kiosk.core.selftest import Found, SelfTest, calls_of, free_bytes
from kiosk.core.spares import Spares
from kiosk.core.standing import Standing
from kiosk.core.updates import Updates
from kiosk.processes import Paths

log = logging.getLogger(__name__)


class Parts(NamedTuple):
    """What it looks at."""

    version: str
    paths: Paths
    identity: Identity
    clock: Clock
    hub: HubLink
    devices: Devices
    standing: Standing
    network_test: NetworkTest
    profiles: Profiles
    updates: Updates
    spares: Spares


class Now(NamedTuple):
    """What only core itself knows."""

    visit: bool
    media: control.MediaState | None
    media_up: bool
    headset: bool


class Wellbeing:
    """Made inside a running loop; `self_test` and `reporting` have tasks to run."""

    def __init__(
        self,
        parts: Parts,
        now: Callable[[], Now],
        tell: Callable[[station.ToSession], object],
        to_media: Callable[[control.ToMedia], object],
        restart: Callable[[], object],
    ) -> None:
        self._parts, self._now, self._tell, self._restart = parts, now, tell, restart
        self._at_rest = keyfile.at_rest(parts.paths.state)
        self._tool: Port[tool.FromTool, tool.ToTool] = Port(
            parts.paths.tool_socket, tool.FromTool, self._asked, lambda: None
        )
        self.self_test = SelfTest(
            self._facts,
            to_media,
            parts.network_test.made,
            self._judged,
            visit_on=lambda: self._now().visit,
            morning=parts.identity.profile.self_test_at,
        )
        self.orders = Orders(
            parts.paths.state / "orders.json",
            tell,
            parts.hub.send,
            test=self.self_test.want,
            restart=restart,
            about=self._about,
            changed=self.self_test.touch,
        )
        self.reporting = Reporting(self._status, parts.hub.send)

    @property
    def locked(self) -> bool:
        """Can a taken machine not be read?"""
        return self._at_rest in keyfile.LOCKS

    def close(self) -> None:
        """Let go of the tool and the log."""
        self.orders.close()
        self._tool.close()

    def hub_is(self, online: bool) -> None:
        """The hub came or went."""
        self.reporting.hub_is(online)
        self.self_test.touch()

    def session_came(self) -> None:
        """Tell a session how the station does, and what the operator says."""
        self.orders.session_came()
        if self.self_test.last is not None:
            self._tell(station.ReadinessIs(readiness=self.self_test.last))

    # ---- looking

    def _facts(self, tested: Found) -> Facts:
        parts, now, profile = self._parts, self._now(), self._parts.identity.profile
        return Facts(
            devices=parts.devices.states,
            spares=frozenset(parts.spares.admitted),
            disk_free=free_bytes(parts.paths.state),
            queue=parts.standing.last,
            clock=parts.clock.confidence,
            hub_online=parts.hub.online,
            hub_why=parts.hub.trouble,
            calls=calls_of(parts.network_test.last),
            certificate_days=self._certificate_days(),
            media_up=now.media_up,
            camera=tested.camera,
            sound=tested.sound,
            headset=now.headset,
            update=update_of(parts.updates.last),
            at_rest=self._at_rest,
            profile_problem=parts.profiles.problem,
            disabled=self.orders.disabled,
            staff_sign_in=profile.setting == "ltc",
            plain_at_rest_allowed=profile.staff.offline_unlocked,
        )

    def _certificate_days(self) -> int:
        moment = datetime.fromtimestamp(self._parts.clock.hub_now(), UTC)
        return days_left(self._parts.identity.certificate, moment)

    # ---- telling

    def _judged(self, readiness: Readiness) -> None:
        self._tell(station.ReadinessIs(readiness=readiness))
        self._answer(readiness)
        self.reporting.touch()

    def _asked(self, message: tool.FromTool, fds: list[int]) -> None:
        close_all(fds)
        if message.test:
            self.self_test.want()
        self._answer(self.self_test.now())

    def _answer(self, readiness: Readiness) -> None:
        self._tool.send(tool.ReadinessIs(readiness=readiness, visit=self._now().visit))

    def _status(self) -> wire.StationStatus:
        queue = self._parts.standing.last
        states = self._parts.devices.states
        return wire.StationStatus(
            readiness=self.self_test.now(),
            profile=self._parts.identity.profile.version,
            certificate_days=self._certificate_days(),
            waiting=0 if queue is None else queue.waiting,
            oldest="" if queue is None else min((lane.since for lane in queue.lanes), default=""),
            products={state.device: state.product for state in states if state.product},
        )

    def _about(self) -> dict[str, Any]:
        """What a diagnostic bundle says: how everything stands, no patient's data."""
        parts = self._parts
        return {
            "version": parts.version,
            "boot": str(parts.clock.boot_id),
            "at": now_text(),
            "status": msgspec.to_builtins(self._status()),
            "queue": msgspec.to_builtins(parts.standing.last),
            "network": msgspec.to_builtins(parts.network_test.last),
            "media": msgspec.to_builtins(self._now().media),
            "devices": msgspec.to_builtins(parts.devices.states),
        }
