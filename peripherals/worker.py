"""What the workers of all kinds of device share: a port, a decoder, an order, and one way to end it."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from contract.measurement import Act, Instant, Measurement, Quality, Value
from peripherals.devices.product import Product, SerialLine
from peripherals.events import (
    REMEDIES,
    ActProgress,
    DeviceConfig,
    Event,
    Fault,
    MeasurementFailed,
    MeasurementReady,
    Phase,
)
from peripherals.guard_client import GuardClient
from peripherals.pressure import PressureLimits
from peripherals.protocols.base import Frame
from peripherals.quality import OximetryLimits
from peripherals.transport.serial_port import PortError, SerialPort


class Order(NamedTuple):
    """One act that was asked for."""

    act: Act
    id: UUID
    attempt: int
    site: str | None
    position: str | None
    cuff_size: str | None
    rested: bool


class Limits(NamedTuple):
    """When a value is a reading, and what a cuff may do."""

    oximetry: OximetryLimits = OximetryLimits()
    pressure: PressureLimits = PressureLimits()


class Wiring(NamedTuple):
    """What a worker is made of; `timeout_s` for one act of oximetry."""

    config: DeviceConfig
    product: Product
    settings: SerialLine
    on_event: Callable[[Event], None]
    instant: Callable[[], Instant]
    guard: GuardClient | None
    timeout_s: float
    limits: Limits


class Worker(ABC):
    """Serves one open port. Made anew for each time a port is opened; PortError when it cannot be."""

    def __init__(self, wiring: Wiring) -> None:
        self.config = wiring.config
        self.product = wiring.product
        self.understood = False
        self.order: Order | None = None
        self._tell = wiring.on_event
        self._instant = wiring.instant
        self._guard = wiring.guard
        self._timeout_s = wiring.timeout_s
        self._limits = wiring.limits
        self._decoder = wiring.product.decoder()
        self._lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._heard_ns = 0
        self.port = SerialPort(self.config.port, wiring.settings, self._data, self._port_lost)

    # ---- for the supervisor

    @abstractmethod
    async def understand(self) -> None:
        """Find out whether this product is there; PortError when it is not."""

    @abstractmethod
    async def serve(self) -> None:
        """Serve until the port is lost or falls silent (PortError)."""

    @abstractmethod
    def begin(self, order: Order) -> None:
        """Start an act."""

    def end(self, fault: Fault) -> None:
        """End the act that runs as failed."""
        self.fail(fault)

    async def close(self) -> None:
        """Let go of the port; an act in flight fails."""
        self.fail(Fault.UNPLUGGED)
        if not self._lost.done():
            self._lost.cancel()
        self.port.close()

    # ---- for the kinds

    @abstractmethod
    def frame(self, frame: Frame, t_ns: int) -> None:
        """Take one decoded frame."""

    def progress(self, phase: Phase, fraction: float = 0.0) -> None:
        """Tell where the act stands."""
        if self.order:
            self._tell(ActProgress(self.config.id, self.order.act, phase, fraction))

    def ready(self, values: tuple[Value, ...], quality: Quality, raw: bytes) -> None:
        """End the act with a measurement."""
        order, self.order = self.order, None
        if order is None:
            return
        measurement = Measurement(
            id=order.id,
            act=order.act,
            values=values,
            effective=self._instant(),
            device=self.product.identity(f"serial:{self.config.port}"),
            quality=quality,
            attempt=order.attempt,
            site=order.site,
            position=order.position,
            cuff_size=order.cuff_size,
            raw=raw,
        )
        self._tell(MeasurementReady(self.config.id, measurement))

    def fail(self, fault: Fault, code: int | None = None) -> None:
        """End the act without a value."""
        order, self.order = self.order, None
        if order is not None:
            self._tell(
                MeasurementFailed(
                    self.config.id, order.id, order.act, order.attempt, fault, REMEDIES[fault], code
                )
            )

    def refuse(self, order: Order, fault: Fault) -> None:
        """Fail an order that is not taken up."""
        self._tell(
            MeasurementFailed(self.config.id, order.id, order.act, order.attempt, fault, REMEDIES[fault])
        )

    def silent_s(self) -> float:
        """Return the seconds since anything arrived."""
        return (time.monotonic_ns() - self._heard_ns) / 1e9

    async def lost_within(self, seconds: float) -> None:
        """Wait; PortError at once when the port is lost meanwhile."""
        done, _ = await asyncio.wait({self._lost}, timeout=seconds)
        if done:
            self._lost.result()

    def _data(self, data: bytes, t_ns: int) -> None:
        self._heard_ns = t_ns
        for frame in self._decoder.feed(data):
            self.frame(frame, t_ns)

    def _port_lost(self, error: PortError) -> None:
        if not self._lost.done():
            self._lost.set_exception(error)
            self._lost.exception()  # asked for later, or the worker is closing anyway
        self.fail(error.fault)
