"""Simulated Bluetooth devices that speak once a second: an oximeter (2A5F) and a heart rate strap (2A37)."""

import random
from datetime import datetime
from typing import Final

from peripherals.protocols import ble_heart_rate, ble_plx
from peripherals.protocols.conversation import Packet
from peripherals.simulators.gatt import Characteristic, GattDevice
from peripherals.simulators.oximeters import Patient
from peripherals.simulators.scenarios import Scenario

WEAK_PERFUSION: Final = 0.3  # percent; below it the oximeter says so
ARTEFACT_CYCLE_S: Final = 10.0
_SENSOR: Final = {"out": ("finger-out",), "searching": ("searching",), "too-long": ("searching",)}


class PlxContinuous(GattDevice):
    """Says what its sensor sees; without a finger NaN, and why."""

    period_s = 1.0

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        rows = (Characteristic(ble_plx.SERVICE, ble_plx.CONTINUOUS, "notify"),)
        super().__init__(scenario, wall, rows, model="PLX-C")
        self._story = scenario.oximeter
        self._patient = Patient(scenario.oximeter, seed)

    def spoken(self, t: float) -> list[Packet]:
        """Return the value of this second."""
        seen = self._patient.at(t)
        sensor: tuple[str, ...] = _SENSOR.get(seen.finger, ())
        if seen.perfusion is not None and seen.perfusion < WEAK_PERFUSION:
            sensor += ("low-perfusion",)
        if seen.finger == "in" and t % ARTEFACT_CYCLE_S < self._story.artefact_s:
            sensor += ("artefact",)
        value = ble_plx.encode_continuous(
            seen.spo2, seen.pulse, perfusion=seen.perfusion, measurement=("ongoing",), sensor=sensor
        )
        return [Packet(value, ble_plx.CONTINUOUS)]


class HeartStrap(GattDevice):
    """Says the rate and the intervals of the beats since the last value."""

    period_s = 1.0

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        rows = (Characteristic(ble_heart_rate.SERVICE, ble_heart_rate.MEASUREMENT, "notify"),)
        super().__init__(scenario, wall, rows, model="HRS")
        self._story = scenario.heart
        self._random = random.Random(seed)
        self._next_beat = 0.0

    def spoken(self, t: float) -> list[Packet]:
        """Return the value of this second."""
        if not self._story.contact:
            return [Packet(ble_heart_rate.encode(0, contact=False), ble_heart_rate.MEASUREMENT)]
        intervals = []
        while self._next_beat <= t:
            seconds = 60 / self._story.rate
            if self._story.irregular:
                seconds *= self._random.uniform(0.6, 1.4)
            intervals.append(round(seconds * 1024))
            self._next_beat += seconds
        value = ble_heart_rate.encode(self._story.rate, intervals, contact=True)
        return [Packet(value, ble_heart_rate.MEASUREMENT)]
