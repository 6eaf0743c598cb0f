"""Simulated Bluetooth devices that a person uses again and again: cuff, thermometer, scale, spot oximeter.

On connecting they first send what they kept of others, then the person begins; each result is sent once,
after the time the story gives, and a while later the person begins anew.
"""

from datetime import datetime, timedelta
from typing import Final

from peripherals.protocols import ble_blood_pressure, ble_plx, ble_thermometer, ble_weight
from peripherals.protocols.conversation import Packet
from peripherals.simulators.gatt import Characteristic, GattDevice
from peripherals.simulators.oximeters import Patient
from peripherals.simulators.scenarios import Scenario, Stored

PAUSE_S: Final = 6.0  # from a result until the person begins again
PROGRESS_S: Final = 0.5  # between two values while it measures
FINGER_IN_S: Final = 8.0  # of a spot check
SKIN: Final = 33.0  # Cel: where a thermometer begins
HIGHEST_PRESSURE: Final = 180


class SpotDevice(GattDevice):
    """A kind of device says on which channel, how long it takes, and overrides the three values."""

    channel = ""
    takes_s = 5.0

    def __init__(
        self, scenario: Scenario, wall: datetime, rows: tuple[Characteristic, ...], *, model: str
    ) -> None:
        super().__init__(scenario, wall, rows, model=model)
        self.kept = list(scenario.memory)
        self._began: float | None = None
        self._progress_at = 0.0

    def spoken(self, t: float) -> list[Packet]:
        """Return what it kept, how far it is, or its result."""
        if self.channel not in self.subscribed:
            self._began = None
            return []
        said: list[Packet] = []
        if self._began is None:
            self._began = t
            said = [Packet(v, self.channel) for v in map(self.stored, self.kept) if v]
            self.kept = []
        since = t - self._began
        if since >= self.takes_s:
            self._began = t + PAUSE_S
            value = self.result(t)
            return said + ([Packet(value, self.channel)] if value else [])
        if since >= 0 and t >= self._progress_at:
            self._progress_at = t + PROGRESS_S
            said += self.progress(since, t)
        return said

    def stored(self, record: Stored) -> bytes | None:
        """Return a record that it kept; None when the record is of another kind of device."""
        return None

    def progress(self, since: float, t: float) -> list[Packet]:
        """Return what it shows while it measures."""
        return []

    def result(self, t: float) -> bytes | None:
        """Return what it found; None: nothing."""
        return None

    def date_of(self, record: Stored) -> datetime | None:
        """Return when a record was made, by the device's clock."""
        now = self.clock.at(0.0)
        return None if now is None else now - timedelta(seconds=record.age_s)


class BleCuff(SpotDevice):
    """A cuff with its own button."""

    channel = ble_blood_pressure.MEASUREMENT

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        service = ble_blood_pressure.SERVICE
        rows = (
            Characteristic(service, ble_blood_pressure.MEASUREMENT, "indicate"),
            Characteristic(service, ble_blood_pressure.INTERMEDIATE, "notify"),
        )
        super().__init__(scenario, wall, rows, model="BLS")
        self._story = scenario.cuff
        self.takes_s = scenario.cuff.takes_s
        self._next = seed % len(self._story.readings)

    def stored(self, record: Stored) -> bytes | None:
        """Return a pressure of somebody else."""
        values = record.values
        if "systolic" not in values:
            return None
        return ble_blood_pressure.encode(
            values["systolic"],
            values["diastolic"],
            pulse=values.get("pulse_rate"),
            when=self.date_of(record),
            status=(),
        )

    def progress(self, since: float, t: float) -> list[Packet]:
        """Return the pressure in the cuff: up in a third of the time, then down."""
        share = since / self.takes_s
        height = share * 3 if share < 1 / 3 else (1 - share) * 1.5
        pressure = round(HIGHEST_PRESSURE * height)
        if self._story.leak_at is not None:
            pressure = min(pressure, self._story.leak_at)
        return [Packet(ble_blood_pressure.encode_pressure(pressure), ble_blood_pressure.INTERMEDIATE)]

    def result(self, t: float) -> bytes | None:
        """Return the next reading of the story; NaN when it tells of an error."""
        story = self._story
        status: tuple[str, ...] = ()
        if story.movement:
            status += ("movement",)
        if story.leak_at is not None:
            status += ("loose-cuff",)
        if story.error is not None:
            return ble_blood_pressure.encode(None, None, when=self.clock.at(t), status=status)
        if story.irregular:
            status += ("irregular-pulse",)
        reading = story.readings[self._next]
        self._next = (self._next + 1) % len(story.readings)
        mean = round((reading.systolic + 2 * reading.diastolic) / 3)
        return ble_blood_pressure.encode(
            reading.systolic,
            reading.diastolic,
            mean,
            pulse=reading.pulse,
            when=self.clock.at(t),
            status=status,
        )


class BleThermometer(SpotDevice):
    """A thermometer that shows how the temperature rises."""

    channel = ble_thermometer.MEASUREMENT

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        service = ble_thermometer.SERVICE
        rows = (
            Characteristic(service, ble_thermometer.MEASUREMENT, "indicate"),
            Characteristic(service, ble_thermometer.INTERMEDIATE, "notify"),
        )
        super().__init__(scenario, wall, rows, model="HTS")
        self._story = scenario.thermometer
        self.takes_s = scenario.thermometer.takes_s

    def stored(self, record: Stored) -> bytes | None:
        """Return a temperature of somebody else."""
        if "temperature" not in record.values:
            return None
        return ble_thermometer.encode(record.values["temperature"], when=self.date_of(record))

    def progress(self, since: float, t: float) -> list[Packet]:
        """Return the temperature so far."""
        so_far = SKIN + (self._story.temperature - SKIN) * since / self.takes_s
        value = ble_thermometer.encode(so_far, has_clock=False, site=self._story.site)
        return [Packet(value, ble_thermometer.INTERMEDIATE)]

    def result(self, t: float) -> bytes | None:
        """Return the temperature; no number when the story tells of an error."""
        temperature = None if self._story.error is not None else self._story.temperature
        return ble_thermometer.encode(temperature, when=self.clock.at(t), site=self._story.site)


class BleScale(SpotDevice):
    """A scale that says the weight once, when it stands."""

    channel = ble_weight.MEASUREMENT

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        rows = (Characteristic(ble_weight.SERVICE, ble_weight.MEASUREMENT, "indicate"),)
        super().__init__(scenario, wall, rows, model="WSS")
        self._story = scenario.scale
        self.takes_s = scenario.scale.steps_on_s + scenario.scale.still_after_s

    def stored(self, record: Stored) -> bytes | None:
        """Return a weight of somebody else."""
        if "weight" not in record.values:
            return None
        return ble_weight.encode(record.values["weight"], when=self.date_of(record), user=1)

    def result(self, t: float) -> bytes | None:
        """Return the weight."""
        weight = None if self._story.refuses else self._story.weight
        return ble_weight.encode(weight, height=self._story.height, when=self.clock.at(t), user=0xFF)


class PlxSpotCheck(SpotDevice):
    """An oximeter that says one result once the finger was in for a while."""

    channel = ble_plx.SPOT_CHECK
    takes_s = FINGER_IN_S

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        rows = (Characteristic(ble_plx.SERVICE, ble_plx.SPOT_CHECK, "indicate"),)
        super().__init__(scenario, wall, rows, model="PLX-S")
        self._patient = Patient(scenario.oximeter, seed)

    def stored(self, record: Stored) -> bytes | None:
        """Return a check of somebody else."""
        values = record.values
        if "spo2" not in values:
            return None
        return ble_plx.encode_spot_check(
            values["spo2"],
            values.get("pulse_rate"),
            when=self.date_of(record),
            measurement=("from-memory",),
        )

    def result(self, t: float) -> bytes | None:
        """Return what the finger shows; nothing without one."""
        seen = self._patient.at(t)
        if seen.finger != "in":
            return None
        return ble_plx.encode_spot_check(
            seen.spo2,
            seen.pulse,
            when=self.clock.at(t),
            perfusion=seen.perfusion,
            measurement=("validated",),
            sensor=(),
        )
