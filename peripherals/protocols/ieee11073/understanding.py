"""What one association has agreed on, and with it the meaning of what the agent reports."""

from typing import Final

from peripherals.protocols.ieee11073.association import Parameters
from peripherals.protocols.ieee11073.configuration import (
    FIRST_EXTENDED,
    LAST_EXTENDED,
    Configuration,
    read_configuration,
)
from peripherals.protocols.ieee11073.guess import EVERY, guess
from peripherals.protocols.ieee11073.mder import MalformedError, Reader
from peripherals.protocols.ieee11073.measurements import Record, Records
from peripherals.protocols.ieee11073.nomenclature import Event, Specialisation
from peripherals.protocols.ieee11073.scan_report import SCAN_EVENTS, PersonReport, read_report
from peripherals.protocols.ieee11073.segments import Segment, read_entries, read_segment_data, read_segments
from peripherals.protocols.ieee11073.services import Action, EventReport
from peripherals.protocols.ieee11073.standard import STANDARD

REMEMBERED: Final = 8
"""Extended configurations kept, so that an agent need not report its own again."""

SEGMENTS: Final = 256
"""Segments of a store kept, so that a broken agent cannot fill the memory."""


class Understanding:
    """Follows an association. `guesses`: what no configuration explains is guessed (for recordings)."""

    def __init__(self, among: frozenset[Specialisation] = EVERY, *, guesses: bool = False) -> None:
        self.configuration: Configuration | None = None
        self._among = among
        self._guesses = guesses
        self._agent = b""
        self._extended: dict[tuple[bytes, int], Configuration] = {}
        self._segments: dict[tuple[int, int], Segment] = {}

    def associate(self, parameters: Parameters) -> bool:
        """An agent asks to associate; True when its configuration is known without a report."""
        self.part()
        self._agent = parameters.system_id
        self.configuration = STANDARD.get(parameters.configuration) or self._extended.get(
            (self._agent, parameters.configuration)
        )
        return self.configuration is not None

    def configure(self, info: bytes) -> Configuration:
        """Take an agent's configuration report; MalformedError when it is none."""
        self.configuration = read_configuration(info)
        if FIRST_EXTENDED <= self.configuration.id <= LAST_EXTENDED:
            if len(self._extended) >= REMEMBERED:
                self._extended.clear()
            self._extended[self._agent, self.configuration.id] = self.configuration
        return self.configuration

    def forget(self) -> None:
        """The configuration that was reported is not taken."""
        if self.configuration is not None:
            self._extended.pop((self._agent, self.configuration.id), None)
        self.configuration = None

    def part(self) -> None:
        """The association is over."""
        self.configuration = None
        self._segments.clear()

    def take_segments(self, action: Action) -> list[Segment]:
        """Take what a store says of its segments; MalformedError when it is broken."""
        objects = self.configuration.objects if self.configuration else {}
        segments = read_segments(action.info, objects)[: SEGMENTS - len(self._segments)]
        for segment in segments:
            self._segments[action.handle, segment.instance] = segment
        return segments

    def records(self, report: EventReport) -> list[Record]:
        """Return what a report tells; MalformedError when it is broken or not of this configuration."""
        if report.event in SCAN_EVENTS:
            scanner = self.configuration.objects.get(report.handle) if self.configuration else None
            persons = read_report(report.event, report.info, scanner)
            return [record for person in persons for record in self._of_person(person)]
        if report.event == Event.SEGMENT_DATA:
            return self._stored(report)
        return []

    def answered(self, action: Action) -> list[Record]:
        """Return what the answer to a data request brings along."""
        reader = Reader(action.info)
        reader.u32()
        reader.u16()
        event, info = reader.u16(), reader.octets()
        reader.finish()
        return self.records(EventReport(action.handle, 0, event, info))

    def _of_person(self, person: PersonReport) -> list[Record]:
        guessed = None
        if self.configuration is not None:
            try:
                return _read(self.configuration, person)
            except MalformedError:
                guessed = self._guess(person)
                if guessed is None:
                    raise
        guessed = guessed or self._guess(person)
        return _read(guessed, person) if guessed is not None else []

    def _guess(self, person: PersonReport) -> Configuration | None:
        return guess(person.observations, self._among) if self._guesses else None

    def _stored(self, report: EventReport) -> list[Record]:
        data = read_segment_data(report.info)
        segment = self._segments.get((report.handle, data.instance))
        if segment is None or not data.number:
            return []
        result = []
        for entry in read_entries(segment, data):
            records = Records(entry.stamp)
            for element, observation in zip(segment.elements, entry.observations, strict=True):
                records.add(element.object, observation.attributes or {})
            result += records.finish()
        for record in result:
            record.stored = True
            record.flag("from-memory")
        return result


def _read(configuration: Configuration, person: PersonReport) -> list[Record]:
    """Read every observation of an object that is configured; the others are not known to anybody."""
    records = Records()
    for observation in person.observations:
        object = configuration.objects.get(observation.handle)
        if object is None:
            continue
        attributes = observation.attributes
        if attributes is None:
            attributes = object.split(observation.fixed)
        if attributes is None:
            raise MalformedError(f"object {observation.handle}: a report that its value map does not explain")
        records.add(object, attributes)
    return records.finish()
