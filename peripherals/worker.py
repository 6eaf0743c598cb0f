"""What the workers of all kinds of device share: a line, a conversation, an order, one way to end it."""

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from contract.measurement import Act, DeviceIdentity, Instant, Measurement
from contract.quality import ActRules, Range, rules
from peripherals.events import (
    REMEDIES,
    ActProgress,
    Attention,
    DeviceConfig,
    Event,
    Fault,
    MeasurementFailed,
    MeasurementReady,
    Phase,
    Role,
    StoredReading,
)
from peripherals.guard_client import GuardClient
from peripherals.inflations import CuffLimits
from peripherals.memory import stored
from peripherals.probing import Found, now
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import UNKNOWN, Now, Packet
from peripherals.quality import Circumstances, Verdict
from peripherals.transport.link import PortError

LOOK_S: Final = 0.1
CLOCK_WRONG_S: Final = 60.0  # further off, a device's clock is set, and until then called wrong

ACT_OF: Final[dict[Role, Act]] = {
    Role.OXIMETER: Act.OXIMETRY,
    Role.CUFF: Act.BLOOD_PRESSURE,
    Role.THERMOMETER: Act.TEMPERATURE,
    Role.SCALE: Act.WEIGHT,
    Role.GLUCOSE_METER: Act.GLUCOSE,
    Role.HEART_MONITOR: Act.HEART_RATE,
}
ROLE_OF: Final = {act: role for role, act in ACT_OF.items()}


class Order(NamedTuple):
    """One act that was asked for. `cuff_cm`: the arms its cuff fits; `arm_cm`: this arm, if measured.

    `keepsake`: what the conversation of the line before noted for it (`Conversation.keepsake`).
    """

    act: Act
    id: UUID
    attempt: int
    began: Now
    site: str | None = None
    position: str | None = None
    cuff_size: str | None = None
    cuff_cm: Range | None = None
    arm_cm: float | None = None
    rested: bool = True
    keepsake: object = None


class Limits(NamedTuple):
    """When a value is a reading, and what a cuff may do."""

    acts: Mapping[Act, ActRules] = rules()
    cuff: CuffLimits = CuffLimits()


class Wiring(NamedTuple):
    """What a worker is made of. `trouble` and `changed` tell the supervisor that the device's state did."""

    config: DeviceConfig
    address: str  # SCHEME:PLACE
    found: Found
    tell: Callable[[Event], None]
    trouble: Callable[[Fault | None], None]
    changed: Callable[[], None]
    instant: Callable[[], Instant]
    guard: GuardClient | None
    limits: Limits


class Worker(ABC):
    """Serves one open line. Made anew for each time a line is opened."""

    def __init__(self, wiring: Wiring) -> None:
        self.config = wiring.config
        self._address = wiring.address
        self.product = wiring.found.product
        self.line = wiring.found.opened
        self.conversation = wiring.found.conversation
        self.order: Order | None = None
        self._tell = wiring.tell
        self._trouble = wiring.trouble
        self._changed = wiring.changed
        self._instant = wiring.instant
        self._guard = wiring.guard
        self._limits = wiring.limits
        self._learnt = UNKNOWN
        self._clock_set = False
        self.line.listener = self._packet

    # ---- for the supervisor

    async def serve(self) -> None:
        """Serve until the line is lost or falls silent (PortError)."""
        if self.config.personal:
            self.conversation.download(now())
            self.flush()
        while True:
            await self.line.lost_within(LOOK_S)
            moment = now()
            for frame in self.conversation.tick(moment):
                self.frame(frame, moment.ns)
            self.flush()
            self._look_at_what_it_told(moment)
            await self.look(moment)

    def begin(self, order: Order) -> None:
        """Start an act; one that runs is replaced and fails."""
        self.fail(Fault.STOPPED)
        self.order = order
        self.conversation.recall(order.keepsake)
        self.conversation.measure(order.began)
        self.flush()

    def end(self, fault: Fault) -> None:
        """End the act that runs as failed."""
        self.fail(fault)

    async def close(self) -> None:
        """Let go of the line; an act in flight fails."""
        self.fail(Fault.UNPLUGGED)
        if self.line.is_open:
            self.conversation.closing()
            self.flush()
        await self.line.close()

    def identity(self) -> DeviceIdentity:
        """Return what is known of the device."""
        return msgspec.structs.replace(
            self.product.identity(self._address, self.conversation.learnt),
            calibrated_on=self.config.calibrated_on or None,
            checked_by=self.config.calibrated_by or None,
            calibration_due=self.config.calibration_due or None,
        )

    def attention(self) -> tuple[Attention, ...]:
        """Return what the device wants from somebody, though it works."""
        wants = []
        if self.conversation.learnt.battery_low:
            wants.append(Attention.BATTERY_LOW)
        if self._clock_wrong():
            wants.append(Attention.CLOCK_WRONG)
        if self.beside().calibration_due:
            wants.append(Attention.CALIBRATION_DUE)
        return tuple(wants)

    # ---- for the kinds

    @abstractmethod
    def frame(self, frame: Frame, t_ns: int) -> None:
        """Take one decoded frame."""

    async def look(self, moment: Now) -> None:  # noqa: B027 - most have nothing to look after
        """Called ten times a second while served."""

    def flush(self) -> None:
        """Write what the conversation has to say; a line that is lost is noticed by `serve`."""
        said = self.conversation.outgoing()
        if said and self.line.is_open:
            with contextlib.suppress(PortError):
                self.line.write(said)

    def rules(self) -> ActRules:
        """Return the rules of this device's act."""
        return self._limits.acts[ACT_OF[self.config.role]]

    def beside(self) -> Circumstances:
        """Return what is known beside what the device says."""
        due = self.config.calibration_due
        overdue = bool(due) and due <= date.today().isoformat()
        if self.order is None:
            return Circumstances(calibration_due=overdue)
        return Circumstances(self.order.rested, self.order.cuff_cm, self.order.arm_cm, overdue)

    def progress(self, phase: Phase, fraction: float = 0.0) -> None:
        """Tell where the act stands."""
        if self.order:
            self._tell(ActProgress(self.config.id, self.order.act, phase, fraction))

    def ready(
        self, verdict: Verdict, raw: bytes, effective: Instant | None = None, site: str | None = None
    ) -> None:
        """End the act with a measurement. `site`: where on the body, when the device says it itself."""
        order, self.order = self.order, None
        if order is None:
            return
        self.conversation.rest(now())
        self.flush()
        measurement = Measurement(
            id=order.id,
            act=order.act,
            values=verdict.values,
            effective=effective or self._instant(),
            device=self.identity(),
            quality=verdict.quality,
            attempt=order.attempt,
            site=site or self.config.site or order.site,
            position=order.position,
            cuff_size=order.cuff_size,
            raw=raw,
            flags=verdict.flags,
            clock_error_s=self.conversation.learnt.clock_error_s,
        )
        self._tell(MeasurementReady(self.config.id, measurement))

    def store(self, frame: Frame) -> None:
        """Tell a record of the memory, if it is one person's own device; a shared one's goes unread."""
        if not self.config.personal:
            return
        error_s = self.conversation.learnt.clock_error_s
        act, moment = ACT_OF[self.config.role], now()
        measurement = stored(frame, act, self.identity(), error_s, (moment, self._instant()))
        if measurement is not None:
            self._tell(StoredReading(self.config.id, measurement))

    def fail(self, fault: Fault, code: int | None = None) -> None:
        """End the act without a value."""
        order, self.order = self.order, None
        if order is not None:
            self.conversation.rest(now())
            self.flush()
            self.refuse(order, fault, code)

    def refuse(self, order: Order, fault: Fault, code: int | None = None) -> None:
        """Fail an order that is not taken up."""
        self._tell(failed(self.config.id, order, fault, code))

    def _packet(self, packet: Packet, t_ns: int) -> None:
        for frame in self.conversation.heard(packet.data, packet.channel, now()._replace(ns=t_ns)):
            self.frame(frame, t_ns)
        self.flush()

    def _look_at_what_it_told(self, moment: Now) -> None:
        if self.conversation.learnt == self._learnt:
            return
        self._learnt = self.conversation.learnt
        if self._may_set_clock():
            self._clock_set = True  # once for each time it is plugged in: not every device obeys
            self.conversation.set_clock(moment)
            self.flush()
        self._changed()

    def _may_set_clock(self) -> bool:
        """Set a wrong clock when ours is right and no act waits for a record dated by it.

        A shared device's clock that is *fast* is left to a technician: once it is set, a stranger's record of
        a few minutes ago carries a time that is still to come, and would pass for one of the next act.
        """
        slow = (self.conversation.learnt.clock_error_s or 0.0) < 0
        return (
            self._clock_wrong()
            and (slow or self.config.personal)
            and not self._clock_set
            and self.order is None
            and self._instant().clock == "synced"
        )

    def _clock_wrong(self) -> bool:
        error = self.conversation.learnt.clock_error_s
        return error is not None and abs(error) > CLOCK_WRONG_S


def failed(device: str, order: Order, fault: Fault, code: int | None = None) -> MeasurementFailed:
    """Return an order's failure."""
    return MeasurementFailed(device, order.id, order.act, order.attempt, fault, REMEDIES[fault], code)
