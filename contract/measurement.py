"""A reading and everything that must travel with it: unit, moment, device, quality.

A `Measurement` is one act of measuring (a finger in the clip, one inflation of the cuff) and holds
every value the act gave. It is immutable; a mean of several is a Measurement of its own with
`derived_from` naming the raw ones, which are always kept.
"""

from enum import StrEnum
from uuid import UUID

import msgspec


class Kind(StrEnum):
    """What a value is; names as in `python -m peripherals decode`."""

    SPO2 = "spo2"
    PULSE_RATE = "pulse_rate"
    PERFUSION_INDEX = "perfusion_index"
    SYSTOLIC = "systolic"
    DIASTOLIC = "diastolic"
    MEAN_ARTERIAL = "mean_arterial"
    TEMPERATURE = "temperature"
    WEIGHT = "weight"
    HEIGHT = "height"
    GLUCOSE = "glucose"
    RESPIRATORY_RATE = "respiratory_rate"
    HEART_RATE = "heart_rate"


class Act(StrEnum):
    """One act of measuring, as the patient knows it."""

    OXIMETRY = "oximetry"
    BLOOD_PRESSURE = "blood_pressure"


class Grade(StrEnum):
    """May this be called a reading?"""

    GOOD = "good"
    USABLE = "usable"  # a reading, with reasons that must be shown beside it
    NOT_RELIABLE = "not_reliable"  # kept and shown as such, never given a meaning


class Reason(StrEnum):
    """Why a grade is not `good`; each has words in every language (ui)."""

    UNSTABLE = "unstable"
    LOW_PERFUSION = "low_perfusion"
    ARTEFACT = "artefact"
    FINGER_OUT = "finger_out"
    SEARCHING = "searching"
    WEAK_SIGNAL = "weak_signal"
    LOW_ACCURACY_RANGE = "low_accuracy_range"
    OUT_OF_RANGE = "out_of_range"
    ASK_AGAIN = "ask_again"
    REST_SHORTENED = "rest_shortened"
    NOT_RESTED = "not_rested"
    PULSE_DISAGREES = "pulse_disagrees"
    READINGS_DIFFER = "readings_differ"
    IRREGULAR_PULSE = "irregular_pulse"
    MOVEMENT = "movement"
    ONE_READING_ONLY = "one_reading_only"
    DEVICE_FAULT = "device_fault"
    CLOCK_UNSURE = "clock_unsure"


class Value(msgspec.Struct, frozen=True):
    """A number with its UCUM unit."""

    kind: Kind
    value: float
    unit: str


class Instant(msgspec.Struct, frozen=True):
    """A moment, with what is needed to correct it later when the wall clock was wrong.

    `wall` is RFC 3339 with offset; `monotonic_ns` counts within `boot_id`.
    """

    wall: str
    monotonic_ns: int
    boot_id: str
    clock: str = "unsure"  # "synced" or "unsure"


class DeviceIdentity(msgspec.Struct, frozen=True):
    """Which device gave a value. None: the device does not say."""

    manufacturer: str
    model: str
    protocol: str
    transport: str  # for instance "serial:/dev/ttyUSB0"
    serial: str | None = None
    firmware: str | None = None
    calibrated_on: str | None = None  # ISO date


class Quality(msgspec.Struct, frozen=True):
    """The gate's verdict."""

    grade: Grade
    reasons: tuple[Reason, ...] = ()


class Measurement(msgspec.Struct, frozen=True):
    """One act of measuring. `raw` holds the bytes the values were decoded from."""

    id: UUID
    act: Act
    values: tuple[Value, ...]
    effective: Instant
    device: DeviceIdentity
    quality: Quality
    attempt: int = 1
    site: str | None = None  # body site, for instance "left-upper-arm", "right-index-finger"
    position: str | None = None  # "sitting", "lying", "standing"
    cuff_size: str | None = None
    measured_by: str = "device"  # or "by-hand"
    derived_from: tuple[UUID, ...] = ()
    raw: bytes = b""

    def get(self, kind: Kind) -> Value | None:
        """Return the value of a kind, or None when this act did not give it."""
        return next((v for v in self.values if v.kind is kind), None)
