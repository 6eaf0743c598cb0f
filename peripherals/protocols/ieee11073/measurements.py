"""Observations become values, units, flags and a time. A value the agent marks as none is absent."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from peripherals.protocols.base import UNITS
from peripherals.protocols.ieee11073 import status
from peripherals.protocols.ieee11073.configuration import ConfigObject
from peripherals.protocols.ieee11073.mder import Reader
from peripherals.protocols.ieee11073.nomenclature import (
    FITTING,
    SITES,
    UCUM,
    VALUES,
    Attribute,
    Class,
    Metric,
    metric,
)
from peripherals.protocols.ieee11073.services import Attributes
from peripherals.protocols.ieee11073.times import Stamp, absolute, base_offset
from peripherals.protocols.medical_float import float32, sfloat

_STAMPS: Final = (
    (Attribute.TIME_STAMP, absolute),
    (Attribute.TIME, absolute),  # some oximeters announce their stamps under the clock's own attribute
    (Attribute.BASE_OFFSET_TIME_STAMP, base_offset),
)

_ABOVE: Final = {2: 0x07FE, 4: 0x007FFFFE}  # by size in bytes
_BELOW: Final = {2: 0x0802, 4: 0x00800002}
_BEYOND: Final = {"weight": ("overload", "underload")}

_CONTROL: Final = Metric.GLUCOSE_CONTROL


@dataclass
class Record:
    """What belongs together: one time of one person.

    `spot`: it stands for a whole finished measurement; `stored`: from the agent's store; `possible` False:
    its values cannot be true.
    """

    stamp: Stamp | None = None
    handles: set[int] = field(default_factory=set)
    values: dict[str, int | float] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    series: dict[str, tuple[int | float, ...]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    site: str | None = None
    spot: bool = False
    stored: bool = False
    possible: bool = True

    @property
    def time(self) -> str | None:
        """Its local time, if it has one."""
        return self.stamp.iso if self.stamp else None

    def flag(self, *names: str) -> None:
        """Add flags, each once."""
        self.flags.extend(name for name in dict.fromkeys(names) if name not in self.flags)

    def put(self, name: str, value: int | float, unit: str) -> None:
        """Add a value; the first of a name stays."""
        if name not in self.values:
            self.values[name] = value
            if unit != UNITS[name]:
                self.units[name] = unit


class Records:
    """Collects the observations of one person's report. `stamp`: of those that tell no time themselves."""

    def __init__(self, stamp: Stamp | None = None) -> None:
        self._stamp = stamp
        self._done: list[Record] = []
        self._latest: dict[Stamp | None, Record] = {}

    def add(self, object: ConfigObject, attributes: Attributes) -> None:
        """Take one observation; MalformedError when an attribute is broken."""
        if object.kind == Class.ENUMERATION:
            told = status.flags_of(object, attributes)
            if told:
                self._status_of(object, stamp_of(attributes)).flag(*told)
        elif named(object, attributes):
            _read(self._record_of(object, stamp_of(attributes) or self._stamp), object, attributes)

    def finish(self) -> list[Record]:
        """Return the records, in order; a pressure that cannot be true is marked."""
        for record in self._done:
            values = record.values
            if "systolic" in values and "diastolic" in values:
                record.possible = values["diastolic"] < values["systolic"]
        return self._done

    def _record_of(self, object: ConfigObject, stamp: Stamp | None) -> Record:
        """Return the record of this time; a handle that was there already begins a new one."""
        record = self._latest.get(stamp)
        if record is None or object.handle in record.handles:
            record = self._latest[stamp] = Record(stamp)
            self._done.append(record)
        record.handles.add(object.handle)
        return record

    def _status_of(self, object: ConfigObject, stamp: Stamp | None) -> Record:
        """A status without a time of its own is about the values it comes with."""
        if stamp is None and self._done:
            return self._done[-1]
        return self._record_of(object, stamp or self._stamp)


def stamp_of(attributes: Attributes) -> Stamp | None:
    """Return an observation's time; None when it tells none."""
    return next((read(attributes[name]) for name, read in _STAMPS if name in attributes), None)


def named(object: ConfigObject, attributes: Attributes) -> bool:
    """True when an observation has something that this program has a name for."""
    return any(code in VALUES for code in _codes(object, attributes)) or Attribute.COMPOUND in attributes


def _codes(object: ConfigObject, attributes: Attributes) -> tuple[int, ...]:
    """Return what is measured: told with the value, by the object's components, or by its type."""
    if Attribute.PHYSIO in attributes:
        return (metric(object.partition, Reader(attributes[Attribute.PHYSIO]).u16()),)
    return object.components or (object.type,)


def _read(record: Record, object: ConfigObject, attributes: Attributes) -> None:
    """Put an observation's values and flags into its record."""
    state = (
        Reader(attributes[Attribute.MEASUREMENT_STATUS]).u16()
        if Attribute.MEASUREMENT_STATUS in attributes
        else 0
    )
    unit = Reader(attributes[Attribute.UNIT]).u16() if Attribute.UNIT in attributes else object.unit
    codes = _codes(object, attributes)
    record.spot = record.spot or object.is_spot
    if record.stamp and not record.stamp.sure:
        record.flag("clock-unsure")
    for number in _numbers(object, attributes, codes, unit):
        _put(record, number, state | number.state)
    if Attribute.SIMPLE_SAMPLES in attributes and VALUES.get(codes[0]) == "pleth":
        samples = Reader(attributes[Attribute.SIMPLE_SAMPLES]).octets()
        step = object.sample_size // 8
        record.series["pleth"] = tuple(
            int.from_bytes(samples[at : at + step], "big") for at in range(0, len(samples) - step + 1, step)
        )


class _Number(NamedTuple):
    """A float as it came: its bits and its size in bytes, with what is told of it."""

    code: int
    unit: int
    bits: int
    size: int
    state: int = 0


def _numbers(
    object: ConfigObject, attributes: Attributes, codes: tuple[int, ...], unit: int
) -> list[_Number]:
    """Return every number of an observation, in whichever of the six forms it comes."""
    result: list[_Number] = []
    for name, size in ((Attribute.NUMERIC_BASIC, 2), (Attribute.NUMERIC_SIMPLE, 4)):
        if name in attributes:
            result.append(_Number(codes[0], unit, _bits(Reader(attributes[name]), size), size))
    for name, size in ((Attribute.COMPOUND_BASIC, 2), (Attribute.COMPOUND_SIMPLE, 4)):
        if name in attributes:
            count, body = Reader(attributes[name]).items(size)
            parts = [_bits(body, size) for _ in range(count)]
            result += [_Number(code, unit, bits, size) for code, bits in zip(codes, parts, strict=False)]
    if Attribute.NUMERIC in attributes:
        result.append(_full(object, Reader(attributes[Attribute.NUMERIC])))
    if Attribute.COMPOUND in attributes:
        count, body = Reader(attributes[Attribute.COMPOUND]).items(10)
        result += [_full(object, body) for _ in range(count)]
    return result


def _bits(reader: Reader, size: int) -> int:
    return int.from_bytes(reader.take(size), "big")


def _full(object: ConfigObject, reader: Reader) -> _Number:
    """Read a number that tells what it is, how valid, and in which unit."""
    code, state, unit = metric(object.partition, reader.u16()), reader.u16(), reader.u16()
    return _Number(code, unit, _bits(reader, 4), 4, state)


def _put(record: Record, number: _Number, state: int) -> None:
    name = VALUES.get(number.code)
    if name is None:
        return
    record.site = SITES.get(number.code, record.site)
    record.flag(*status.measurement_flags(state))
    if number.code == _CONTROL:
        record.flag("test")
    mantissa = number.bits & (0x0FFF if number.size == 2 else 0x00FFFFFF)
    too_high, too_low = _BEYOND.get(name, ("high", "low"))
    if mantissa == _ABOVE[number.size]:
        record.flag(too_high)
    elif mantissa == _BELOW[number.size]:
        record.flag(too_low)
    value = sfloat(number.bits) if number.size == 2 else float32(number.bits)
    fits = number.unit in FITTING[name]
    if value is not None and fits and not status.is_invalid(state) and _possible(name, value):
        record.put(name, int(value) if value.is_integer() else value, UCUM[number.unit])


def _possible(name: str, value: float) -> bool:
    """True unless no such value can be: a share is not above 100 %, only temperatures are below zero."""
    if name in ("spo2", "perfusion_index"):
        return 0 < value <= 100
    return value > 0 or name == "temperature"
