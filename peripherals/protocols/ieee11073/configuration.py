"""An agent's objects: what each handle is, in which unit, and what its fixed reports are made of."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder
from peripherals.protocols.ieee11073.mder import MalformedError, Reader
from peripherals.protocols.ieee11073.nomenclature import (
    MODALITY_FAST,
    MODALITY_SPOT,
    PART_METRIC,
    VALUES,
    Attribute,
    Class,
    Metric,
    Specialisation,
    metric,
)
from peripherals.protocols.ieee11073.services import Attributes, read_attributes, write_attributes

FIRST_EXTENDED: Final = 0x4000
LAST_EXTENDED: Final = 0x7FFF

ValueMap = tuple[tuple[int, int], ...]
"""What a fixed report of an object is made of: attribute ids and their lengths, in order."""


class ConfigObject(NamedTuple):
    """One object. `maps`: the value maps its fixed reports may have, the usual one first.

    `components` are the metrics of a compound, in order; `unit` a term of partition 4 (0: none told).
    """

    handle: int
    kind: int
    type: int = 0
    unit: int = 0
    maps: tuple[ValueMap, ...] = ()
    components: tuple[int, ...] = ()
    modes: tuple[int, ...] = ()
    partition: int = PART_METRIC
    sample_size: int = 8  # bits, of a sample array
    scans: tuple[tuple[int, ValueMap], ...] = ()  # of a scanner: what a grouped report is made of

    @property
    def is_spot(self) -> bool:
        """True for a value that stands for a whole finished measurement."""
        return MODALITY_SPOT in self.modes

    @property
    def is_fast(self) -> bool:
        """True for a value that follows faster than the usual one."""
        return MODALITY_FAST in self.modes

    def split(self, data: bytes) -> Attributes | None:
        """Cut a fixed report's bytes into attributes; None when no map fits."""
        for entries in self.maps:
            if sum(length for _, length in entries) == len(data):
                return cut(entries, Reader(data))
        return None


class Configuration(NamedTuple):
    """All objects of an agent, by handle."""

    id: int
    objects: Mapping[int, ConfigObject]

    @property
    def specialisations(self) -> frozenset[Specialisation]:
        """What the agent is, by what it measures."""
        measured = {object.type for object in self.objects.values()}
        return frozenset(kind for kind, typical in _TYPICAL.items() if not typical.isdisjoint(measured))

    def of_class(self, *kinds: int) -> list[ConfigObject]:
        """Return the objects of some classes."""
        return [object for object in self.objects.values() if object.kind in kinds]


_TYPICAL: Final[dict[Specialisation, frozenset[int]]] = {
    Specialisation.OXIMETER: frozenset({Metric.SPO2}),
    Specialisation.HEART_MONITOR: frozenset({Metric.HEART_RATE}),
    Specialisation.BLOOD_PRESSURE: frozenset({Metric.PRESSURE}),
    Specialisation.SCALE: frozenset({Metric.WEIGHT}),
    Specialisation.THERMOMETER: frozenset(code for code, name in VALUES.items() if name == "temperature"),
    Specialisation.GLUCOSE: frozenset(code for code, name in VALUES.items() if name == "glucose"),
}


def cut(entries: ValueMap, reader: Reader) -> Attributes:
    """Read the attributes of a map; MalformedError when there is too little."""
    return {name: reader.take(length) for name, length in entries}


def read_value_map(reader: Reader) -> ValueMap:
    """Read an attribute-value-map."""
    count, body = reader.items(4)
    entries = tuple((body.u16(), body.u16()) for _ in range(count))
    body.finish()
    return entries


def write_value_map(entries: ValueMap) -> bytes:
    """Write an attribute-value-map."""
    return mder.items(mder.u16(name, length) for name, length in entries)


def read_configuration(info: bytes) -> Configuration:
    """Decode a configuration report; MalformedError when it is none."""
    reader = Reader(info)
    number = reader.u16()
    count, body = reader.items(8)
    reader.finish()
    objects = {}
    for _ in range(count):
        kind, handle = body.u16(), body.u16()
        objects[handle] = _object(kind, handle, read_attributes(body))
    body.finish()
    return Configuration(number, objects)


def write_configuration(number: int, objects: Iterable[tuple[int, int, Mapping[int, bytes]]]) -> bytes:
    """Encode a configuration report from (class, handle, attributes)."""
    return mder.u16(number) + mder.items(
        mder.u16(kind, handle) + write_attributes(attributes) for kind, handle, attributes in objects
    )


def _object(kind: int, handle: int, attributes: Attributes) -> ConfigObject:
    """Read what is used of an object's attributes; MalformedError when one of them is broken."""
    partition = _number(attributes, Attribute.METRIC_PARTITION, PART_METRIC)
    value_map = attributes.get(Attribute.VALUE_MAP)
    return ConfigObject(
        handle,
        kind,
        _type(Reader(attributes[Attribute.TYPE])) if Attribute.TYPE in attributes else 0,
        _number(attributes, Attribute.UNIT),
        (read_value_map(Reader(value_map)),) if value_map is not None else (),
        tuple(metric(partition, term) for term in _terms(attributes)),
        _modes(attributes),
        partition,
        _sample_size(attributes),
        _scans(attributes),
    )


def _number(attributes: Attributes, name: int, otherwise: int = 0) -> int:
    return Reader(attributes[name]).u16() if name in attributes else otherwise


def _type(reader: Reader) -> int:
    return metric(reader.u16(), reader.u16())


def _terms(attributes: Attributes) -> tuple[int, ...]:
    """Return the components of a compound, or the one term a metric says it is instead of its type."""
    if Attribute.PHYSIO_LIST in attributes:
        count, body = Reader(attributes[Attribute.PHYSIO_LIST]).items(2)
        return tuple(body.u16() for _ in range(count))
    return (_number(attributes, Attribute.PHYSIO),) if Attribute.PHYSIO in attributes else ()


def _modes(attributes: Attributes) -> tuple[int, ...]:
    if Attribute.SUPPLEMENTAL_TYPES not in attributes:
        return ()
    count, body = Reader(attributes[Attribute.SUPPLEMENTAL_TYPES]).items(4)
    return tuple(_type(body) for _ in range(count))


def _sample_size(attributes: Attributes) -> int:
    if Attribute.SAMPLE_SPECIFICATION not in attributes:
        return 8
    reader = Reader(attributes[Attribute.SAMPLE_SPECIFICATION])
    reader.u16()
    size = reader.u8()
    if size not in (8, 16, 32):
        raise MalformedError(f"samples of {size} bits")
    return size


def _scans(attributes: Attributes) -> tuple[tuple[int, ValueMap], ...]:
    if Attribute.SCAN_MAP not in attributes:
        return ()
    count, body = Reader(attributes[Attribute.SCAN_MAP]).items(6)
    return tuple((body.u16(), read_value_map(body)) for _ in range(count))


def is_scanner(object: ConfigObject) -> bool:
    """True for an object that reports for others once it is switched on."""
    return object.kind in (Class.SCANNER_EPISODIC, Class.SCANNER_PERIODIC)
