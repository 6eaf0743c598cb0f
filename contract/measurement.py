"""A reading and everything that must travel with it: unit, moment, device, quality.

A `Measurement` is one act of measuring (a finger in the clip, one inflation of the cuff) and holds
every value the act gave. It is immutable; a mean of several is a Measurement of its own with
`derived_from` naming the raw ones, which are always kept.
"""

import time
from enum import StrEnum
from typing import Final
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
    PAIN = "pain"


class Act(StrEnum):
    """One act of measuring, as the patient knows it. The last ones no device gives, staff enter them."""

    OXIMETRY = "oximetry"
    BLOOD_PRESSURE = "blood_pressure"
    TEMPERATURE = "temperature"
    WEIGHT = "weight"  # and height, where the scale measures it too
    GLUCOSE = "glucose"
    HEART_RATE = "heart_rate"
    HEIGHT = "height"  # by itself, with a measuring stick
    RESPIRATION = "respiration"
    ALERTNESS = "alertness"
    OXYGEN_USE = "oxygen_use"
    PAIN = "pain"


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
    CUFF_SIZE = "cuff_size"  # the cuff does not fit the arm
    BAD_POSITION = "bad_position"  # the cuff was not at the height of the heart
    LOOSE_CUFF = "loose_cuff"
    BATTERY_LOW = "battery_low"
    CALIBRATION_DUE = "calibration_due"
    ESTIMATED = "estimated"  # predicted by the device, not measured to the end
    DEVICE_TEST = "device_test"  # the device says: demo or test mode
    FROM_MEMORY = "from_memory"  # stored earlier, perhaps of somebody else


OFF_SCALE: Final = {"high": "HI", "low": "LO"}
"""Flags that stand in the place of a number, and what a meter shows then."""

ACT_KINDS: Final[dict[Act, tuple[Kind, ...]]] = {
    Act.OXIMETRY: (Kind.SPO2,),
    Act.BLOOD_PRESSURE: (Kind.SYSTOLIC, Kind.DIASTOLIC),
    Act.TEMPERATURE: (Kind.TEMPERATURE,),
    Act.WEIGHT: (Kind.WEIGHT,),
    Act.GLUCOSE: (Kind.GLUCOSE,),
    Act.HEART_RATE: (Kind.HEART_RATE,),
    Act.HEIGHT: (Kind.HEIGHT,),
    Act.RESPIRATION: (Kind.RESPIRATORY_RATE,),
    Act.ALERTNESS: (),
    Act.OXYGEN_USE: (),
    Act.PAIN: (Kind.PAIN,),
}
"""What an act is done for, the main value first; it may give others beside (pulse, height)."""

OBSERVED: Final[dict[Act, tuple[str, ...]]] = {
    Act.ALERTNESS: ("A", "C", "V", "P", "U"),  # alert, new confusion, voice, pain, unresponsive (NEWS2)
    Act.OXYGEN_USE: ("air", "oxygen"),
    Act.PAIN: ("sounds", "words", "face", "guarding"),  # signs in who can't say (CMS MDS 3.0, J0800), or none
}
"""What is observed where it is no number: the codes of `Measurement.observed`."""

BY_HAND: Final = "by-hand"


class Value(msgspec.Struct, frozen=True):
    """A number with its UCUM unit."""

    kind: Kind
    value: float
    unit: str


def since_boot_ns() -> int:
    """Return nanoseconds since boot, sleep included (CLOCK_BOOTTIME).

    Everything that leaves the station carries this clock (instants, envelopes, what the hub is told to put
    times right by): CLOCK_MONOTONIC stands still while a machine sleeps, so that times after it would be
    put right by too little. Intervals within a process go on using `time.monotonic`.
    """
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class Instant(msgspec.Struct, frozen=True):
    """A moment, with what is needed to correct it later when the wall clock was wrong.

    `wall` is RFC 3339 with offset; `monotonic_ns` counts within `boot_id` (see `since_boot_ns`).
    """

    wall: str
    monotonic_ns: int
    boot_id: str
    clock: str = "unsure"  # "synced" or "unsure"


class DeviceIdentity(msgspec.Struct, frozen=True):
    """Which device gave a value (`NO_DEVICE`: a person did). None: the device does not say.

    `calibrated_on`, `checked_by` and `calibration_due` are the station's own knowledge, from its profile.
    """

    manufacturer: str
    model: str
    protocol: str
    transport: str  # SCHEME:PLACE, for instance "serial:/dev/ttyUSB0", "ble:C0:26:DA:01:02:03"
    serial: str | None = None
    firmware: str | None = None
    calibrated_on: str | None = None  # ISO date of the last check of its calibration
    checked_by: str | None = None  # who checked it
    calibration_due: str | None = None  # ISO date of the next check


NO_DEVICE: Final = DeviceIdentity("", "", BY_HAND, f"{BY_HAND}:")


class Quality(msgspec.Struct, frozen=True):
    """The gate's verdict."""

    grade: Grade
    reasons: tuple[Reason, ...] = ()


class Measurement(msgspec.Struct, frozen=True):
    """One act of measuring. `raw` holds the bytes the values were decoded from.

    `flags` are the device's own words that travel with the reading, spelt as `python -m peripherals decode`
    does: "irregular-pulse", "movement", "from-memory", "estimated" … A glucose meter's HI and LO are "high"
    and "low" without any value: codes, never numbers.

    `observed`: codes in the place of a number (`OBSERVED`); an empty one of pain: none of the signs.
    `entered_by`: who entered it by hand, as they said: role and name.

    `effective` is the station's time. Where the reading carries the device's own, `clock_error_s` is the
    device's clock minus the station's, and `effective` is already put right by it.
    """

    id: UUID
    act: Act
    values: tuple[Value, ...]
    effective: Instant
    device: DeviceIdentity
    quality: Quality
    attempt: int = 1
    site: str | None = None  # body site, for instance "left-upper-arm", "oral", "axillary", "tympanic"
    position: str | None = None  # "sitting", "lying", "standing"
    cuff_size: str | None = None
    measured_by: str = "device"  # or BY_HAND
    derived_from: tuple[UUID, ...] = ()
    raw: bytes = b""
    flags: tuple[str, ...] = ()
    clock_error_s: float | None = None
    entered_by: str = ""
    observed: tuple[str, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Did a person enter it, and no device give it?"""
        return self.measured_by == BY_HAND

    def get(self, kind: Kind) -> Value | None:
        """Return the value of a kind, or None when this act did not give it."""
        return next((v for v in self.values if v.kind is kind), None)

    @property
    def off_scale(self) -> str:
        """Return "high" or "low" where the device said that (HI, LO) and no number, else nothing."""
        if self.values or self.observed:
            return ""
        return next((flag for flag in self.flags if flag in OFF_SCALE), "")
