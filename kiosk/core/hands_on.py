"""What people do to the station itself, wired: a technician at its screen, spares for broken devices."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from contract import control, enrolment, station
from contract.network import WayTested
from contract.profile import Profile
from contract.readiness import Readiness
from contract.technician import SparesWanted, SpareVouched, TechnicianEntry, TechnicianSecret
from kiosk.core.calibrated import Calibrated
from kiosk.core.clock import Clock
from kiosk.core.commission import Commission
from kiosk.core.devices import Devices
from kiosk.core.entry import Entry
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.nettest import NetworkTest
from kiosk.core.spares import Spares
from kiosk.core.staff import Staff
from kiosk.core.swapping import Here, Swapping
from kiosk.core.technician import Technician
from peripherals.events import Event

Handlers = dict[type[Any], Callable[[Any], object]]


class Parts(NamedTuple):
    """What of core it works with."""

    state: Path
    identity: Identity
    clock: Clock
    hub: HubLink
    devices: Devices
    network_test: NetworkTest
    spares: Spares
    staff: Staff


class HandsOn:
    """`run` is a task; `restart` has core start anew, for a spare or new dates to count."""

    def __init__(
        self,
        core: Parts,
        tell: Callable[[station.ToSession], object],
        to_media: Callable[[control.ToMedia], object],
        *,
        visit_on: Callable[[], bool],
        readiness: Callable[[], Readiness],
        restart: Callable[[], object],
    ) -> None:
        self._core, self._visit_on, self._readiness = core, visit_on, readiness
        self._calibrated = Calibrated(core.state)
        identity, state = core.identity, core.state
        self._public = identity.key.public_key().public_bytes_raw()
        self.technician = Technician(
            state,
            Entry(state, identity, core.clock.hub_now, time.monotonic),
            self._commission,
            self._calibrated,
            tell=tell,
            to_hub=core.hub.send,
            to_media=to_media,
            visit_on=visit_on,
            restart=restart,
            fingerprint=enrolment.fingerprint(self._public),
        )
        self._swapping = Swapping(
            core.spares,
            core.staff,
            identity.profile,
            self._here,
            strangers=lambda: core.devices.supervisor.strangers() if core.devices.supervisor else (),
            tell=tell,
            noted=self.technician.spare_noted,
            restart=restart,
        )
        self.run = self.technician.run
        self.close = self.technician.close
        self.session_gone = self.technician.session_gone
        self.hub_is = self.technician.hub_is

    def _commission(self, changed: Callable[[], object]) -> Commission:
        core = self._core
        return Commission(
            core.state,
            core.identity.profile,
            self._public,
            core.devices,
            changed,
            network=self._ways,
            readiness=self._readiness,
        )

    def _ways(self) -> tuple[WayTested, ...]:
        last = self._core.network_test.last
        return last.results if last is not None and not last.running else ()

    def _here(self) -> Here:
        inside, shift = self.technician.entry.inside, self._core.staff.shift
        return Here(self._visit_on(), shift.staff if shift else None, inside.name if inside else "")

    def profile(self) -> Profile:
        """Return the profile as devices are run by: spares in their places, dates that were set here."""
        return self._calibrated.applied(self._core.spares.applied())

    def of_session(self) -> Handlers:
        """Return what takes each message of the session's."""
        return {
            station.AdmitSpare: self._swapping.admit,
            SparesWanted: self._swapping.wanted,
            SpareVouched: self._swapping.vouched,
            **self.technician.handlers(),
        }

    def of_hub(self) -> Handlers:
        """Return what takes each message of the hub's."""
        return {
            TechnicianSecret: self.technician.secret_came,
            TechnicianEntry: self.technician.entry_came,
        }

    def reported(self, event: Event) -> None:
        """A device reports: for a technician's check, or for the session."""
        if not self.technician.takes(event):
            self._core.devices.take(event)
