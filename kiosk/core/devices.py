"""What peripherals report, told to the session; readings kept until the session has saved them.

A card's token is handed on and forgotten. What a personal device had stored before (`StoredReading`) belongs
to no visit: it is not sealed under one, and stays in the device.

The watch over an inflating cuff is here: a session that goes away or stays silent stops the cuff.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import control, instruments, station
from contract.measurement import Act, Value
from kiosk.core.clock import Clock
from kiosk.core.waves import WaveBatch
from peripherals import events
from peripherals.supervisor import Supervisor

log = logging.getLogger(__name__)

SILENCE_S: Final = 0.75  # a session silent for longer while a cuff inflates stops the cuff
LOOK_S: Final = 0.1


class Devices:
    """Between the supervisor and the session."""

    def __init__(
        self,
        clock: Clock,
        to_session: Callable[..., bool],
        to_media: Callable[[control.ToMedia], None],
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        """`changed` is called when a device's state does."""
        self._changed = changed
        self._clock = clock
        self._to_session = to_session
        self._to_media = to_media
        self._states: dict[str, instruments.DeviceState] = {}
        self._held: dict[UUID, instruments.Measured] = {}
        self._pleth = WaveBatch("pleth")
        self._pressure: int | None = None
        self._shown: dict[Act, tuple[Value, ...]] = {}  # what each kind of device shows now
        self._inflating = False
        self._heard = 0.0
        self.supervisor: Supervisor | None = None  # set by app once it runs

    @property
    def states(self) -> tuple[instruments.DeviceState, ...]:
        """How each device is."""
        return tuple(self._states.values())

    # ---- the session

    def measure(self, message: instruments.Measure) -> None:
        """Start an act."""
        if self.supervisor is None:
            return
        self.heard()
        self._shown.pop(message.act, None)  # of the act before
        if message.act is Act.BLOOD_PRESSURE:
            self._pressure = None  # of the inflation before
            self._inflating = True  # before the order: it may fail at once, which takes this back
        self.supervisor.measure(
            message.act,
            id=message.id,
            attempt=message.attempt,
            site=message.site,
            position=message.position,
            cuff_size=message.cuff_size,
            rest_ok=message.rested,
        )

    def over(self, act: Act) -> None:
        """An act that was no visit's has ended."""
        self._inflating = self._inflating and act is not Act.BLOOD_PRESSURE

    def stop(self, message: instruments.StopMeasure) -> None:
        """STOP; the cuff's goes on the wire before anything else happens."""
        if self.supervisor is None:
            return
        if message.act is Act.BLOOD_PRESSURE:
            self.supervisor.stop_cuff()
        self.supervisor.stop(message.act)
        self._inflating = False

    def heard(self) -> None:
        """The session is alive."""
        self._heard = time.monotonic()

    def saved(self, measurement: UUID) -> None:
        """The session has put it: no need to keep it here."""
        self._held.pop(measurement, None)

    def session_came(self) -> None:
        """Tell a session that (again) starts what is, and the readings it has not saved."""
        for message in (*self._states.values(), *self._held.values()):
            self._to_session(message)

    def session_gone(self) -> None:
        """Nobody watches the cuff any more."""
        if self.supervisor is not None:
            if self._inflating:
                self.supervisor.stop_cuff()
            for act in Act:
                self.supervisor.stop(act)
        self._inflating = False

    def visit_over(self) -> None:
        """Nothing of this visit is kept."""
        self._held.clear()

    async def watch(self) -> None:
        """Stop the cuff when the session falls silent while it inflates."""
        while True:
            await asyncio.sleep(LOOK_S)
            if self._inflating and time.monotonic() - self._heard > SILENCE_S:
                self.session_gone()

    # ---- peripherals

    def take(self, event: events.Event) -> None:
        """Tell the session what a device reported."""
        match event:
            case events.OximeterSample():
                self._sample(event)
            case events.CuffPressure():
                self._pressure = event.pressure
                self._progress(Act.BLOOD_PRESSURE, "inflating", 0.0)
            case events.LiveValues():
                self._shown[event.act] = event.values
            case events.ActProgress():
                self._progress(event.act, str(event.phase), event.fraction)
            case events.MeasurementReady():
                self._inflating = self._inflating and event.measurement.act is not Act.BLOOD_PRESSURE
                held = instruments.Measured(measurement=event.measurement)
                self._held[event.measurement.id] = held
                self._to_session(held)
            case events.MeasurementFailed():
                self._inflating = self._inflating and event.act is not Act.BLOOD_PRESSURE
                self._to_session(
                    instruments.MeasureFailed(
                        id=event.id,
                        act=event.act,
                        fault=str(event.fault),
                        at=self._clock.instant(),
                        remedy=str(event.remedy),
                    )
                )
            case events.DeviceStatus():
                self._status(event)
            case events.CardSeen():
                self._to_session(station.CardRead(token=event.token))
            case events.DeviceSeen():
                what = ", ".join(event.products) or event.description
                log.info("%s: %s was plugged in, which the profile does not name", event.address, what)

    def _status(self, event: events.DeviceStatus) -> None:
        state = instruments.DeviceState(
            device=event.device,
            role=str(event.role),
            state=str(event.state),
            fault=str(event.fault or ""),
            product=event.product,
            battery_low=events.Attention.BATTERY_LOW in event.attention,
            remedy=str(event.remedy),
            attention=tuple(str(wish) for wish in event.attention),
            by_hand=event.by_hand,
            site=event.site,
        )
        self._states[event.device] = state
        self._to_session(state)
        self._changed()

    def _sample(self, event: events.OximeterSample) -> None:
        self._to_session(
            instruments.Pleth(
                device=event.device,
                t_ns=event.t_ns,
                wave=event.pleth or 0,
                spo2=event.spo2,
                pulse_rate=event.pulse_rate,
                perfusion_index=event.perfusion_index,
                flags=event.flags,
            ),
            droppable=True,
        )
        # Without a finger the device's wave is nothing, whatever number it sends.
        sample = event.pleth if event.spo2 is not None or event.pulse_rate is not None else None
        for wave in self._pleth.add(event.t_ns, event.rate_hz, sample):
            self._to_media(wave)

    def _progress(self, act: Act, phase: str, fraction: float) -> None:
        pressure = self._pressure if act is Act.BLOOD_PRESSURE else None
        self._to_session(
            instruments.Progress(
                act=act,
                phase=phase,
                fraction=fraction,
                cuff_pressure=pressure,
                shown=self._shown.get(act, ()),
            ),
            droppable=True,
        )
