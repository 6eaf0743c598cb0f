"""Is an APDU whole? Its structure is followed as far as it can be without a configuration.

11073-20601 has no checksum. What it has instead is counts and lengths in every list: an APDU that lost bytes,
or has those of another in it, does not add up.
"""

from collections.abc import Sequence

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import StreamDecoder
from peripherals.protocols.ieee11073 import services
from peripherals.protocols.ieee11073.apdu import BEGINS, LONGEST, Kind, Operation, kind_of, length_at
from peripherals.protocols.ieee11073.association import body_of, read_request, read_response
from peripherals.protocols.ieee11073.configuration import read_configuration
from peripherals.protocols.ieee11073.mder import MalformedError
from peripherals.protocols.ieee11073.nomenclature import Event
from peripherals.protocols.ieee11073.scan_report import SCAN_EVENTS, read_report
from peripherals.protocols.ieee11073.segments import read_segment_data


def cutter() -> StreamDecoder:
    """Return what cuts a stream into APDUs: frames that hold nothing but a whole APDU, in `raw`."""
    return StreamDecoder(length_at, _parse, longest=LONGEST, nested=True, begins=BEGINS)


def is_whole(raw: bytes) -> bool:
    """True when everything in an APDU adds up."""
    try:
        _follow(raw)
    except MalformedError:
        return False
    return True


def _parse(raw: bytes) -> Sequence[Frame] | None:
    return (Frame(FrameKind.REPLY, raw, code=kind_of(raw)),) if is_whole(raw) else None


def _follow(raw: bytes) -> None:
    match kind_of(raw):
        case Kind.AARQ:
            read_request(body_of(raw))
        case Kind.AARE:
            read_response(body_of(raw))
        case Kind.PRST:
            _follow_data(services.read_data(raw))


def _follow_data(data: services.Data) -> None:
    match data.operation:
        case Operation.EVENT_REPORT | Operation.CONFIRMED_EVENT_REPORT:
            _follow_event(services.read_event(data.body))
        case Operation.EVENT_REPORT_RESULT:
            services.read_event(data.body)
        case Operation.GET:
            services.read_get(data.body)
        case Operation.SET | Operation.CONFIRMED_SET:
            services.read_set(data.body)
        case Operation.GET_RESULT | Operation.SET_RESULT:
            services.read_result(data.body)
        case Operation.ACTION | Operation.CONFIRMED_ACTION | Operation.ACTION_RESULT:
            services.read_action(data.body)
        case Operation.ERROR:
            services.read_error(data.body)
        case Operation.REJECT:
            services.read_problem(data.body)


def _follow_event(report: services.EventReport) -> None:
    if report.event in SCAN_EVENTS:
        read_report(report.event, report.info)
    elif report.event == Event.CONFIGURATION:
        read_configuration(report.info)
    elif report.event == Event.SEGMENT_DATA:
        read_segment_data(report.info)
