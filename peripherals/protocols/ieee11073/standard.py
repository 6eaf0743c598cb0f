"""The standard configurations: what an agent need not report because its number says it.

Sources: ISO/IEEE 11073-10404, -10406, -10407, -10408, -10415, -10417 as public managers implement them, and
the examples those standards print. Where public readers disagree on a report's shape (0190 with and without a
time stamp, 0320 with a short or a long float) both are taken: a report's own length tells which it is.
"""

from typing import Final

from peripherals.protocols.ieee11073.configuration import ConfigObject, Configuration, ValueMap
from peripherals.protocols.ieee11073.nomenclature import (
    MODALITY_SPOT,
    Attribute,
    Class,
    Metric,
    Specialisation,
    Unit,
)

_TIME: Final = (Attribute.TIME_STAMP, 8)  # an agent without a clock leaves it out
BASIC: Final[ValueMap] = ((Attribute.NUMERIC_BASIC, 2),)
BASIC_TIME: Final[ValueMap] = (*BASIC, _TIME)
SIMPLE: Final[ValueMap] = ((Attribute.NUMERIC_SIMPLE, 4),)
SIMPLE_TIME: Final[ValueMap] = (*SIMPLE, _TIME)
PRESSURE: Final[ValueMap] = ((Attribute.COMPOUND_BASIC, 10),)
PRESSURE_TIME: Final[ValueMap] = (*PRESSURE, _TIME)


def _numeric(
    handle: int, type: Metric, unit: Unit, *maps: ValueMap, modes: tuple[int, ...] = ()
) -> ConfigObject:
    return ConfigObject(handle, Class.NUMERIC, type, unit, maps, modes=modes)


def _configuration(number: int, *objects: ConfigObject) -> Configuration:
    return Configuration(number, {object.handle: object for object in objects})


_SPOT: Final = (MODALITY_SPOT,)

STANDARD: Final[dict[int, Configuration]] = {
    configuration.id: configuration
    for configuration in (
        _configuration(
            0x0190,
            _numeric(1, Metric.SPO2, Unit.PERCENT, BASIC, BASIC_TIME),
            _numeric(10, Metric.PULSE_OXIMETER, Unit.BEATS_PER_MINUTE, BASIC, BASIC_TIME),
        ),
        _configuration(
            0x0191,
            _numeric(1, Metric.SPO2, Unit.PERCENT, BASIC_TIME, BASIC, modes=_SPOT),
            _numeric(10, Metric.PULSE_OXIMETER, Unit.BEATS_PER_MINUTE, BASIC_TIME, BASIC, modes=_SPOT),
        ),
        _configuration(
            0x02BC,
            ConfigObject(
                1,
                Class.NUMERIC,
                Metric.PRESSURE,
                Unit.MMHG,
                (PRESSURE_TIME, PRESSURE),
                (Metric.SYSTOLIC, Metric.DIASTOLIC, Metric.MEAN),
            ),
            _numeric(2, Metric.PULSE, Unit.BEATS_PER_MINUTE, BASIC_TIME, BASIC),
        ),
        _configuration(
            0x0320, _numeric(1, Metric.TEMPERATURE, Unit.CELSIUS, BASIC_TIME, SIMPLE_TIME, BASIC, SIMPLE)
        ),
        _configuration(0x05DC, _numeric(1, Metric.WEIGHT, Unit.KILOGRAM, SIMPLE_TIME, SIMPLE)),
        _configuration(0x06A4, _numeric(1, Metric.GLUCOSE_CAPILLARY, Unit.MG_PER_DL, BASIC_TIME, BASIC)),
        _configuration(0x06A5, _numeric(1, Metric.GLUCOSE_CAPILLARY, Unit.MMOL_PER_L, BASIC_TIME, BASIC)),
    )
}

_HUNDREDS: Final[dict[int, Specialisation]] = {
    4: Specialisation.OXIMETER,
    6: Specialisation.HEART_MONITOR,
    7: Specialisation.BLOOD_PRESSURE,
    8: Specialisation.THERMOMETER,
    15: Specialisation.SCALE,
    17: Specialisation.GLUCOSE,
}


def specialisation_of(number: int) -> Specialisation | None:
    """Return what a standard configuration's number alone says: -104zz owns the hundred zz00 to zz99."""
    return _HUNDREDS.get(number // 100)
