"""The swap wizard's side in core: what could take a device's place, and who answers for it.

A spare is admitted by staff who are signed in, by a badge and its PIN at the moment, or by a technician who
is in; with the hub off as well. It holds until the next profile (`spares`).
"""

import logging
from collections.abc import Callable
from typing import NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from contract import station
from contract import technician as t
from contract.profile import Profile
from kiosk.core.clock import now_text
from kiosk.core.spares import Spares
from kiosk.core.staff import Staff, Verdict
from peripherals.events import DeviceSeen

log = logging.getLogger(__name__)


class Here(NamedTuple):
    """Who is there now. `technician`: their name, empty: none is signed in."""

    visit: bool
    signed_in: UUID | None
    technician: str


class Swapping:
    """`restart`: a new core looks for the spare; `noted(detail)` tells the hub who answers for it."""

    def __init__(
        self,
        spares: Spares,
        staff: Staff,
        profile: Profile,
        here: Callable[[], Here],
        *,
        strangers: Callable[[], tuple[DeviceSeen, ...]],
        tell: Callable[[station.ToSession], object],
        noted: Callable[[str], object],
        restart: Callable[[], object],
    ) -> None:
        self._spares, self._staff, self._profile, self._here = spares, staff, profile, here
        self._strangers, self._tell, self._noted, self._restart = strangers, tell, noted, restart

    def wanted(self, _: t.SparesWanted) -> None:
        """Say what could take a device's place now."""
        devices = [device.id for device in self._profile.devices]
        self._tell(
            t.SparesAre(
                models={device: self._spares.model(device) for device in devices},
                problems={device: why for device in devices if (why := self._spares.problem(device))},
                seen=tuple(t.Seen(seen.address, seen.products, seen.serial) for seen in self._strangers()),
                vouching=self._staff.can_vouch,
            )
        )

    def admit(self, message: station.AdmitSpare) -> None:
        """A spare, by staff who are signed in."""
        here = self._here()
        if here.signed_in is None:
            self._answer(message.device, "sign-in")
        else:
            self._put(message.device, here.signed_in, f"staff {here.signed_in}")

    def vouched(self, message: t.SpareVouched) -> None:
        """A spare, by a badge and its PIN, or by the technician who is in."""
        here, device = self._here(), message.device
        if message.badge or message.pin:
            self._staff.vouch(message.badge, message.pin, lambda verdict: self._judged(device, verdict))
        elif here.technician:
            who = uuid5(NAMESPACE_URL, f"{self._profile.station}/technician/{here.technician}")
            self._put(device, who, f"technician {here.technician}")
        else:
            self._answer(device, "sign-in")

    def _judged(self, device: str, verdict: Verdict) -> None:
        if verdict.found is None:
            self._tell(
                station.SpareAnswered(
                    device=device,
                    problem="refused",
                    why=verdict.why,
                    tries_left=verdict.tries_left,
                    wait_s=verdict.wait_s,
                )
            )
        else:
            self._put(device, verdict.found.staff, f"staff {verdict.found.staff}")

    def _put(self, device: str, by: UUID, words: str) -> None:
        problem = "visit" if self._here().visit else self._spares.problem(device)
        if not problem:
            try:
                self._spares.admit(device, by, now_text())
            except OSError as error:
                log.warning("a spare can't be noted: %s", error)
                problem = "disk"
        self._answer(device, problem)
        if not problem:
            self._noted(f"{device}: a {self._spares.admitted[device].driver}, by {words}")
            self._restart()

    def _answer(self, device: str, problem: str) -> None:
        self._tell(station.SpareAnswered(device=device, problem=problem))
