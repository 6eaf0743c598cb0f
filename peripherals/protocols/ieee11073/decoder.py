"""A recording of 11073-20601: APDUs one after another, of the agent and perhaps of the manager.

An association request names the configuration, a configuration report tells it; a report without either is
guessed from its shape (`guess.py`).
"""

from collections.abc import Callable
from functools import partial

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ieee11073 import services, status
from peripherals.protocols.ieee11073.apdu import Kind, Operation, kind_of
from peripherals.protocols.ieee11073.association import body_of, read_request
from peripherals.protocols.ieee11073.guess import EVERY
from peripherals.protocols.ieee11073.mder import MalformedError, Reader
from peripherals.protocols.ieee11073.measurements import Record
from peripherals.protocols.ieee11073.nomenclature import ActionType, Attribute, Event, Specialisation
from peripherals.protocols.ieee11073.standard import STANDARD
from peripherals.protocols.ieee11073.understanding import Understanding
from peripherals.protocols.ieee11073.wellformed import cutter


class Ieee11073Decoder:
    """Decodes whole APDUs in order; `among`: what reports without an association may be of."""

    def __init__(self, among: frozenset[Specialisation] = EVERY) -> None:
        self._cutter = cutter()
        self._understanding = Understanding(among, guesses=True)

    @property
    def dropped(self) -> int:
        """Bytes that belong to no APDU."""
        return self._cutter.dropped

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return [frame for found in self._cutter.feed(data) for frame in self._decode(found.raw)]

    def finish(self) -> list[Frame]:
        """Nothing follows."""
        return [frame for found in self._cutter.finish() for frame in self._decode(found.raw)]

    def _decode(self, raw: bytes) -> list[Frame]:
        try:
            records = self._hear(raw)
        except MalformedError:
            return [Frame(FrameKind.REFUSED, raw)]
        if not records:
            return [Frame(FrameKind.REPLY, raw, code=kind_of(raw))]
        return [frame_of(raw, record, self._kind_of(record)) for record in records]

    def _kind_of(self, record: Record) -> FrameKind:
        if record.stored:
            return FrameKind.STORED
        return FrameKind.LIVE if "spo2" in record.values and not record.spot else FrameKind.RESULT

    def _hear(self, raw: bytes) -> list[Record]:
        match kind_of(raw):
            case Kind.AARQ:
                parameters = read_request(body_of(raw)).parameters
                if parameters is not None:
                    self._understanding.associate(parameters)
            case Kind.RLRQ | Kind.RLRE | Kind.ABRT:
                self._understanding.part()
            case Kind.PRST:
                return self._hear_data(services.read_data(raw))
        return []

    def _hear_data(self, data: services.Data) -> list[Record]:
        match data.operation:
            case Operation.EVENT_REPORT | Operation.CONFIRMED_EVENT_REPORT:
                report = services.read_event(data.body)
                if report.event == Event.CONFIGURATION:
                    self._understanding.configure(report.info)
                return self._understanding.records(report)
            case Operation.ACTION_RESULT:
                return self._hear_action(services.read_action(data.body))
            case Operation.GET_RESULT:
                self._hear_attributes(services.read_result(data.body))
        return []

    def _hear_action(self, action: services.Action) -> list[Record]:
        if action.action == ActionType.SEGMENT_INFORMATION:
            self._understanding.take_segments(action)
        elif action.action == ActionType.DATA_REQUEST:
            return self._understanding.answered(action)
        return []

    def _hear_attributes(self, result: services.Result) -> None:
        """The agent names its configuration among its attributes, too."""
        told = result.attributes.get(Attribute.CONFIGURATION_ID)
        if told is not None and self._understanding.configuration is None:
            self._understanding.configuration = STANDARD.get(Reader(told).u16())


def frame_of(raw: bytes, record: Record, kind: FrameKind) -> Frame:
    """Return a record as a frame of an APDU."""
    if not record.possible:
        return Frame(FrameKind.REFUSED, raw)
    error = status.error_of(record.flags)
    if error is not None and not record.values:
        kind = FrameKind.ERROR
    return Frame(
        kind,
        raw,
        record.values,
        tuple(record.flags),
        record.time,
        code=error,
        units=record.units,
        series=record.series,
        site=record.site,
    )


def decoder() -> Ieee11073Decoder:
    """Return a fresh decoder for whatever agent there is."""
    return Ieee11073Decoder()


def decoder_of(specialisation: Specialisation) -> Callable[[], Ieee11073Decoder]:
    """Return what makes decoders that take reports without an association for this kind of agent's."""
    return partial(Ieee11073Decoder, frozenset({specialisation}))
