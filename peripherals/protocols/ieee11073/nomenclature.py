"""The terms of ISO/IEEE 11073-10101 and the -104xx specialisations that are used, and what they mean here.

Metrics are in context-free form: partition x 65536 + term. A partition is only written where it is not 2.
"""

from enum import IntEnum
from typing import Final

PART_METRIC: Final = 2
PART_DISEASE_MANAGEMENT: Final = 128


class Class(IntEnum):
    """Classes of objects."""

    METRIC = 4
    ENUMERATION = 5
    NUMERIC = 6
    SAMPLE_ARRAY = 9
    SCANNER_EPISODIC = 18
    SCANNER_PERIODIC = 19
    MDS = 37
    STORE = 61


class Attribute(IntEnum):
    """Attributes."""

    CONFIRM_MODE = 2323
    HANDLE = 2337
    INSTANCE = 2338
    MODEL = 2344
    PHYSIO = 2347  # what a metric is, where that changes with each value
    PRODUCTION = 2349
    TYPE = 2351
    MEASUREMENT_STATUS = 2375
    COMPOUND = 2379
    NUMERIC = 2384
    SEGMENTS = 2385
    OPERATIONAL_STATE = 2387
    POWER = 2389
    SAMPLE_SPECIFICATION = 2413
    SEGMENT_USAGE = 2427
    SYSTEM_ID = 2436
    TIME = 2439
    SAMPLE_PERIOD = 2445
    TIME_STAMP = 2448
    RELATIVE_TIME_STAMP = 2449
    SEGMENT_START = 2450
    UNIT = 2454
    BATTERY = 2460
    CONFIGURATION_ID = 2628
    TIME_INFORMATION = 2629
    METRIC_SPECIFICATION = 2630
    SIMPLE_SAMPLES = 2632
    ENUMERATION_CODE = 2633
    NUMERIC_BASIC = 2636
    STORE_CAPABILITIES = 2637
    SEGMENT_MAP = 2638
    SEGMENT_STATIC = 2642
    SCAN_MAP = 2643
    VALUE_MAP = 2645
    NUMERIC_SIMPLE = 2646
    SPECIALISATIONS = 2650
    METRIC_PARTITION = 2655
    SUPPLEMENTAL_TYPES = 2657
    STATUS_32 = 2661
    STATUS_16 = 2662
    STRUCTURE = 2675
    COMPOUND_SIMPLE = 2676
    COMPOUND_BASIC = 2677
    PHYSIO_LIST = 2678
    BASE_OFFSET_TIME = 2689
    BASE_OFFSET_TIME_STAMP = 2690
    SEGMENT_START_BASE_OFFSET = 2691


class ActionType(IntEnum):
    """Actions of an agent's objects."""

    SEGMENT_CLEAR = 3084
    SEGMENT_INFORMATION = 3085
    SET_TIME = 3095
    DATA_REQUEST = 3099
    SEGMENT_TRANSFER = 3100
    SET_BASE_OFFSET_TIME = 3101


class Event(IntEnum):
    """What an agent's event reports tell."""

    CONFIGURATION = 0x0D1C
    SCAN_FIXED = 0x0D1D
    SCAN_VAR = 0x0D1E
    SCAN_MP_FIXED = 0x0D1F
    SCAN_MP_VAR = 0x0D20
    SEGMENT_DATA = 0x0D21
    UNBUF_VAR = 0x0D22
    UNBUF_FIXED = 0x0D23
    UNBUF_GROUPED = 0x0D24
    UNBUF_MP_VAR = 0x0D25
    UNBUF_MP_FIXED = 0x0D26
    UNBUF_MP_GROUPED = 0x0D27
    BUF_VAR = 0x0D28
    BUF_FIXED = 0x0D29
    BUF_GROUPED = 0x0D2A
    BUF_MP_VAR = 0x0D2B
    BUF_MP_FIXED = 0x0D2C
    BUF_MP_GROUPED = 0x0D2D


class Specialisation(IntEnum):
    """The kinds of agent that are served: term codes of the device profiles (-10404, -10407 …)."""

    OXIMETER = 0x1004
    HEART_MONITOR = 0x1006
    BLOOD_PRESSURE = 0x1007
    THERMOMETER = 0x1008
    SCALE = 0x100F
    GLUCOSE = 0x1011


class Metric(IntEnum):
    """What is measured."""

    HEART_RATE = 147842
    RR_INTERVAL = 147240
    PULSE_OXIMETER = 149530
    PULSE = 149546
    PRESSURE = 150020  # the compound of the next three
    SYSTOLIC = 150021
    DIASTOLIC = 150022
    MEAN = 150023
    TEMPERATURE = 150364
    TEMPERATURE_TYMPANIC = 150392
    PERFUSION = 150448
    PLETH = 150452
    SPO2 = 150456
    OXIMETER_STATUS = 150604
    PULSE_CHARACTER = 150605
    TEMPERATURE_RECTAL = 188420
    TEMPERATURE_ORAL = 188424
    TEMPERATURE_EAR = 188428
    TEMPERATURE_FINGER = 188432
    TEMPERATURE_TOE = 188448
    TEMPERATURE_AXILLA = 188452
    TEMPERATURE_GUT = 188456
    WEIGHT = 188736
    HEIGHT = 188740
    GLUCOSE = 160020  # unspecified
    GLUCOSE_CAPILLARY = 160184  # whole blood
    GLUCOSE_CAPILLARY_PLASMA = 160188
    GLUCOSE_VENOUS = 160192
    GLUCOSE_VENOUS_PLASMA = 160196
    GLUCOSE_ARTERIAL = 160200
    GLUCOSE_ARTERIAL_PLASMA = 160204
    GLUCOSE_CONTROL = 160208  # control solution, not a person's blood
    GLUCOSE_INTERSTITIAL = 160212
    GLUCOSE_UNDETERMINED = 160364
    GLUCOSE_UNDETERMINED_PLASMA = 160368
    GLUCOSE_STATUS = 8417752
    DEVICE_STATUS = 8408608  # of any agent (20601)


MODALITY_FAST: Final = 150580
MODALITY_SPOT: Final = 150588

_GLUCOSE: Final = tuple(metric for metric in Metric if metric.name.startswith("GLUCOSE") and metric < 1 << 18)
_TEMPERATURE: Final = tuple(metric for metric in Metric if metric.name.startswith("TEMPERATURE"))

VALUES: Final[dict[int, str]] = {
    Metric.HEART_RATE: "heart_rate",
    Metric.RR_INTERVAL: "rr_interval",
    Metric.PULSE_OXIMETER: "pulse_rate",
    Metric.PULSE: "pulse_rate",
    Metric.SYSTOLIC: "systolic",
    Metric.DIASTOLIC: "diastolic",
    Metric.MEAN: "mean_arterial",
    Metric.PERFUSION: "perfusion_index",
    Metric.PLETH: "pleth",
    Metric.SPO2: "spo2",
    Metric.WEIGHT: "weight",
    Metric.HEIGHT: "height",
    **dict.fromkeys(_TEMPERATURE, "temperature"),
    **dict.fromkeys(_GLUCOSE, "glucose"),
}
"""The name of each metric's value in a frame; others are left out."""

SITES: Final[dict[int, str]] = {
    Metric.TEMPERATURE_TYMPANIC: "tympanic",
    Metric.TEMPERATURE_RECTAL: "rectal",
    Metric.TEMPERATURE_ORAL: "oral",
    Metric.TEMPERATURE_EAR: "ear",
    Metric.TEMPERATURE_FINGER: "finger",
    Metric.TEMPERATURE_TOE: "toe",
    Metric.TEMPERATURE_AXILLA: "axillary",
    Metric.TEMPERATURE_GUT: "gastrointestinal",
}


class Unit(IntEnum):
    """Units of partition 4."""

    ONE = 512
    PERCENT = 544
    METRE = 1280
    CENTIMETRE = 1297
    FOOT = 1344
    INCH = 1376
    GRAM = 1728
    KILOGRAM = 1731
    POUND = 1760
    MG_PER_DL = 2130
    MILLISECOND = 2194
    BEATS_PER_MINUTE = 2720
    KILOPASCAL = 3843
    MMHG = 3872
    KELVIN = 4384
    FAHRENHEIT = 4416
    MMOL_PER_L = 4722
    CELSIUS = 6048


UCUM: Final[dict[int, str]] = {
    Unit.ONE: "1",
    Unit.PERCENT: "%",
    Unit.METRE: "m",
    Unit.CENTIMETRE: "cm",
    Unit.FOOT: "[ft_i]",
    Unit.INCH: "[in_i]",
    Unit.GRAM: "g",
    Unit.KILOGRAM: "kg",
    Unit.POUND: "[lb_av]",
    Unit.MG_PER_DL: "mg/dL",
    Unit.MILLISECOND: "ms",
    Unit.BEATS_PER_MINUTE: "/min",
    Unit.KILOPASCAL: "kPa",
    Unit.MMHG: "mm[Hg]",
    Unit.KELVIN: "K",
    Unit.FAHRENHEIT: "[degF]",
    Unit.MMOL_PER_L: "mmol/L",
    Unit.CELSIUS: "Cel",
}

_PRESSURE: Final = frozenset({Unit.MMHG, Unit.KILOPASCAL})
_RATE: Final = frozenset({Unit.BEATS_PER_MINUTE})

FITTING: Final[dict[str, frozenset[Unit]]] = {
    "heart_rate": _RATE,
    "pulse_rate": _RATE,
    "rr_interval": frozenset({Unit.MILLISECOND}),
    "systolic": _PRESSURE,
    "diastolic": _PRESSURE,
    "mean_arterial": _PRESSURE,
    "perfusion_index": frozenset({Unit.PERCENT}),
    "pleth": frozenset({Unit.ONE}),
    "spo2": frozenset({Unit.PERCENT}),
    "weight": frozenset({Unit.KILOGRAM, Unit.GRAM, Unit.POUND}),
    "height": frozenset({Unit.METRE, Unit.CENTIMETRE, Unit.FOOT, Unit.INCH}),
    "temperature": frozenset({Unit.CELSIUS, Unit.FAHRENHEIT, Unit.KELVIN}),
    "glucose": frozenset({Unit.MG_PER_DL, Unit.MMOL_PER_L}),
}
"""The units a value can be in. In any other the number is not understood, and left out."""


def metric(partition: int, term: int) -> int:
    """Return a term in context-free form."""
    return partition << 16 | term
