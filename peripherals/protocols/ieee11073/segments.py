"""The persistent metric store: what the entries of a segment are made of, and the entries themselves.

The manager asks for the segments of a store (SEGMENT_INFORMATION), then has each of them sent
(SEGMENT_TRANSFER) as event reports of some entries each, which it confirms one by one. Nothing is deleted.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder
from peripherals.protocols.ieee11073.configuration import ConfigObject, ValueMap, cut, read_value_map
from peripherals.protocols.ieee11073.mder import Reader
from peripherals.protocols.ieee11073.nomenclature import Attribute, metric
from peripherals.protocols.ieee11073.scan_report import Observation
from peripherals.protocols.ieee11073.services import Attributes, read_attributes
from peripherals.protocols.ieee11073.times import Stamp, absolute, base_offset, later

ALL_SEGMENTS: Final = mder.u16(1) + mder.octets(mder.u16(0))
"""SegmSelection: every one of them."""

FIRST: Final = 0x8000
LAST: Final = 0x4000
AGENT_ABORTS: Final = 0x0800
CONFIRMED: Final = 0x0080

HEADER_ABSOLUTE: Final = 0x8000
HEADER_RELATIVE: Final = 0x4000
HEADER_HIGH_RESOLUTION: Final = 0x2000
HEADER_BASE_OFFSET: Final = 0x1000

TRANSFER_GRANTED: Final = 0


class Element(NamedTuple):
    """One object's part of an entry."""

    object: ConfigObject
    entries: ValueMap


class Segment(NamedTuple):
    """How to read the entries of a segment. `period`: ticks from one entry to the next (0: none told)."""

    instance: int
    header: int
    elements: tuple[Element, ...]
    start: Stamp | None
    period: int


class SegmentData(NamedTuple):
    """A piece of a segment: so many entries in a row of bytes, `first` being the number of the first one."""

    instance: int
    first: int
    number: int
    status: int
    entries: bytes

    def confirmation(self) -> bytes:
        """Return what the manager answers."""
        return mder.u16(self.instance) + mder.u32(self.first, self.number) + mder.u16(self.status | CONFIRMED)

    def write(self) -> bytes:
        """Encode."""
        head = mder.u16(self.instance) + mder.u32(self.first, self.number) + mder.u16(self.status)
        return head + mder.octets(self.entries)


class Entry(NamedTuple):
    """One entry: its time, if its segment has any, and what was stored."""

    stamp: Stamp | None
    observations: tuple[Observation, ...]


def read_segments(info: bytes, objects: Mapping[int, ConfigObject]) -> list[Segment]:
    """Decode the answer to SEGMENT_INFORMATION; MalformedError when it is none."""
    reader = Reader(info)
    count, body = reader.items(6)
    reader.finish()
    result = []
    for _ in range(count):
        instance = body.u16()
        attributes = read_attributes(body)
        if Attribute.SEGMENT_MAP in attributes:
            result.append(_segment(instance, attributes, objects))
    body.finish()
    return result


def read_segment_data(info: bytes) -> SegmentData:
    """Decode a segment data event; MalformedError when it is none."""
    reader = Reader(info)
    data = SegmentData(reader.u16(), reader.u32(), reader.u32(), reader.u16(), reader.octets())
    reader.finish()
    return data


def read_entries(segment: Segment, data: SegmentData) -> list[Entry]:
    """Cut a piece of a segment into its entries; MalformedError when they do not fill it."""
    size = _header_size(segment.header) + sum(
        length for element in segment.elements for _, length in element.entries
    )
    if not size or size * data.number != len(data.entries):
        raise mder.MalformedError(f"{data.number} entries of {size} bytes in {len(data.entries)}")
    reader = Reader(data.entries)
    return [_entry(segment, reader, data.first + number) for number in range(data.number)]


def _entry(segment: Segment, reader: Reader, number: int) -> Entry:
    stamp = None
    if segment.header & HEADER_ABSOLUTE:
        stamp = absolute(reader.take(8))
    if segment.header & HEADER_RELATIVE:
        reader.u32()
    if segment.header & HEADER_HIGH_RESOLUTION:
        reader.take(8)
    if segment.header & HEADER_BASE_OFFSET:
        stamp = base_offset(reader.take(8))
    start = segment.start
    if stamp is None and start is not None and start.iso is not None and segment.period:
        stamp = Stamp(later(start.iso, number * segment.period), start.sure)
    observations = tuple(
        Observation(element.object.handle, cut(element.entries, reader)) for element in segment.elements
    )
    return Entry(stamp, observations)


def _header_size(header: int) -> int:
    sizes = {HEADER_ABSOLUTE: 8, HEADER_RELATIVE: 4, HEADER_HIGH_RESOLUTION: 8, HEADER_BASE_OFFSET: 8}
    return sum(size for bit, size in sizes.items() if header & bit)


def _segment(instance: int, attributes: Attributes, objects: Mapping[int, ConfigObject]) -> Segment:
    reader = Reader(attributes[Attribute.SEGMENT_MAP])
    header = reader.u16()
    count, body = reader.items(12)
    units = _static_units(attributes)
    elements = tuple(_element(body, objects, units) for _ in range(count))
    period = attributes.get(Attribute.SAMPLE_PERIOD)
    return Segment(instance, header, elements, _start(attributes), Reader(period).u32() if period else 0)


def _element(body: Reader, objects: Mapping[int, ConfigObject], units: Mapping[int, int]) -> Element:
    """Read one element; its object is the agent's own, or described here alone."""
    kind, type, handle = body.u16(), metric(body.u16(), body.u16()), body.u16()
    entries = read_value_map(body)
    known = objects.get(handle)
    object = known if known is not None else ConfigObject(handle, kind, type, units.get(type, 0))
    return Element(object._replace(unit=units.get(type, object.unit)), entries)


def _static_units(attributes: Attributes) -> dict[int, int]:
    """Return the units that a segment's static attributes tell, by metric."""
    if Attribute.SEGMENT_STATIC not in attributes:
        return {}
    count, body = Reader(attributes[Attribute.SEGMENT_STATIC]).items(10)
    result = {}
    for _ in range(count):
        body.u16()
        type = metric(body.u16(), body.u16())
        static = read_attributes(body)
        if Attribute.UNIT in static:
            result[type] = Reader(static[Attribute.UNIT]).u16()
    return result


def _start(attributes: Attributes) -> Stamp | None:
    if Attribute.SEGMENT_START in attributes:
        return absolute(attributes[Attribute.SEGMENT_START])
    if Attribute.SEGMENT_START_BASE_OFFSET in attributes:
        return base_offset(attributes[Attribute.SEGMENT_START_BASE_OFFSET])
    return None
