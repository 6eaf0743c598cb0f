"""What agents say of a measurement's worth and of their sensors, as flags. Bit 0 is the most significant."""

from collections.abc import Mapping
from typing import Final

from peripherals.protocols.ieee11073.configuration import ConfigObject
from peripherals.protocols.ieee11073.mder import Reader
from peripherals.protocols.ieee11073.nomenclature import Attribute, Metric
from peripherals.protocols.ieee11073.services import Attributes

INVALID: Final = 0x8000
QUESTIONABLE: Final = 0x4000
NOT_AVAILABLE: Final = 0x2000
CALIBRATING: Final = 0x1000
TEST: Final = 0x0800
DEMO: Final = 0x0400
VALIDATED: Final = 0x0080
EARLY: Final = 0x0040
ONGOING: Final = 0x0020

_MEASUREMENT: Final = {
    TEST: "test",
    DEMO: "demo",
    VALIDATED: "validated",
    EARLY: "estimated",
    ONGOING: "ongoing",
    CALIBRATING: "unstable",
    QUESTIONABLE: "unstable",
}

# The same words as for the same bits of a Bluetooth oximeter (ble_plx.py).
_OXIMETER: Final = {
    0: "probe-unplugged",
    1: "sensor-fault",
    2: "finger-out",  # the sensor is displaced
    3: "sensor-fault",  # a sensor it does not support
    4: "finger-out",  # the sensor is on nobody
    5: "artefact",  # interference
    6: "searching",
    7: "artefact",  # questionable pulse
    8: "low-perfusion",  # it does not pulsate
    9: "artefact",  # erratic
    10: "low-perfusion",
    11: "low-perfusion",  # poor
    12: "low-perfusion",  # inadequate: warming the hand is what helps
    13: "artefact",  # processing irregularity
    14: "sensor-fault",  # the equipment
}

_PULSE_CHARACTER: Final = {1: "low-perfusion", 2: "low-perfusion", 3: "low-perfusion"}

_GLUCOSE: Final = {0: "low-battery", 1: "sensor-fault", 5: "high", 6: "low", 10: "sensor-fault"}
_GLUCOSE_ERRORS: Final = (2, 3, 4, 7, 8, 9, 11)
"""Bits without a word of their own: blood, strip, temperature, interruption. They become `error-N`."""

_DEVICE: Final = {9: "low-battery", 25: "low-battery", 26: "low-battery"}
_DEVICE_ERRORS: Final = (5, 6, 7, 8, 15)
DEVICE_ERROR: Final = 100
"""Added to the bits of the general device status, which would mean something else for a glucose meter."""

NO_VALUE: Final = 200  # a measurement that came to nothing
OVERLOAD: Final = 201
UNDERLOAD: Final = 202
BEYOND_RANGE: Final = 203  # above or below what the agent can measure

_MEANINGS: Final[dict[int, Mapping[int, str]]] = {
    Metric.OXIMETER_STATUS: _OXIMETER,
    Metric.PULSE_CHARACTER: _PULSE_CHARACTER,
    Metric.GLUCOSE_STATUS: _GLUCOSE | {bit: f"error-{bit}" for bit in _GLUCOSE_ERRORS},
    Metric.DEVICE_STATUS: _DEVICE | {bit: f"error-{DEVICE_ERROR + bit}" for bit in _DEVICE_ERRORS},
}


def is_invalid(state: int) -> bool:
    """True when a measurement status says that there is no value."""
    return bool(state & (INVALID | NOT_AVAILABLE))


def measurement_flags(state: int) -> list[str]:
    """Return the flags of a measurement status."""
    return [flag for bit, flag in _MEASUREMENT.items() if state & bit]


def flags_of(object: ConfigObject, attributes: Attributes) -> list[str]:
    """Return the flags of a status object's value; MalformedError when it is broken."""
    meanings = _MEANINGS.get(object.type)
    if meanings is None:
        return []
    for name, size in ((Attribute.STATUS_16, 2), (Attribute.STATUS_32, 4)):
        if name in attributes:
            bits = int.from_bytes(Reader(attributes[name]).take(size), "big")
            return [flag for bit, flag in meanings.items() if bits >> (8 * size - 1 - bit) & 1]
    return []


def code_without_value(flags: list[str]) -> int:
    """Return why a finished measurement has no value, as a number of our own beyond every bit."""
    if "overload" in flags:
        return OVERLOAD
    if "underload" in flags:
        return UNDERLOAD
    return BEYOND_RANGE if "high" in flags or "low" in flags else NO_VALUE


def error_of(flags: list[str]) -> int | None:
    """Return the number of an error among flags."""
    return next((int(flag.removeprefix("error-")) for flag in flags if flag.startswith("error-")), None)
