"""The manager: does what the table of `states.py` says, with one agent at the other end.

It accepts any agent of its specialisation, of a known configuration or one that the agent must report; asks
what the agent is, switches its scanners on, confirms what it reports, and fetches its store when told to.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from peripherals.protocols.conversation import Now
from peripherals.protocols.ieee11073 import association, mder, requests, segments, services
from peripherals.protocols.ieee11073.apdu import Kind, Operation, kind_of
from peripherals.protocols.ieee11073.association import Parameters, Reason, Result
from peripherals.protocols.ieee11073.configuration import is_scanner
from peripherals.protocols.ieee11073.identity import clock_can_be_set
from peripherals.protocols.ieee11073.mder import MalformedError
from peripherals.protocols.ieee11073.measurements import Record
from peripherals.protocols.ieee11073.nomenclature import ActionType, Class, Specialisation
from peripherals.protocols.ieee11073.nomenclature import Event as Told
from peripherals.protocols.ieee11073.requests import Purpose, Request
from peripherals.protocols.ieee11073.services import Attributes, Data, Error, EventReport, Problem
from peripherals.protocols.ieee11073.standard import specialisation_of
from peripherals.protocols.ieee11073.states import ANSWER_S, CONFIGURING_S, TABLE, Do, Event, State
from peripherals.protocols.ieee11073.understanding import Understanding

CONFIGURATION_ACCEPTED: Final = 0
CONFIGURATION_UNSUPPORTED: Final = 1

TRANSFER_S: Final = 10.0
"""How long a segment's next piece may take."""

_SIMPLE: Final = {
    Kind.AARE: Event.AARE,
    Kind.RLRQ: Event.RLRQ,
    Kind.RLRE: Event.RLRE,
    Kind.ABRT: Event.ABRT,
}


class _Heard(NamedTuple):
    """An event with what belongs to it."""

    event: Event
    parameters: Parameters | None = None
    refusal: Result = Result.REJECTED_PERMANENT
    data: Data = Data(0, Operation.REJECT, b"")
    report: EventReport = EventReport(0, 0, 0, b"")


class _Asked(NamedTuple):
    request: Request
    invoke: int
    at_ns: int


class Manager:
    """One association after another with agents of one specialisation."""

    def __init__(self, specialisation: Specialisation, system_id: bytes = association.MANAGER_ID) -> None:
        self.state = State.UNASSOCIATED
        self.attributes: Attributes = {}
        self.attributes_at: Now | None = None
        self.identified = False  # told what it is, or will never tell
        self._specialisation = specialisation
        self._system_id = system_id
        self._understanding = Understanding()
        self._parameters: Parameters | None = None
        self._out: list[bytes] = []
        self._queue: deque[Request] = deque()
        self._asked: _Asked | None = None
        self._receiving_ns: int | None = None  # a segment, since then
        self._invoke = 0
        self._entered_ns = 0
        self._mute = False  # it once did not answer who it is: it is not asked again
        self._records: list[Record] = []
        self._does: dict[Do, Callable[[_Heard, Now], None]] = {
            Do.NOTHING: lambda heard, now: None,
            Do.ACCEPT: self._accept,
            Do.ACCEPT_AND_WAIT: self._accept_and_wait,
            Do.REJECT: lambda heard, now: self._out.append(association.write_response(heard.refusal)),
            Do.CONFIRM_CONFIGURATION: self._confirm_configuration,
            Do.REFUSE_CONFIGURATION: self._refuse_configuration,
            Do.TAKE_REPORT: self._take_report,
            Do.TAKE_RESPONSE: self._take_response,
            Do.REFUSE_REQUEST: self._refuse_request,
            Do.REJECT_NONSENSE: lambda heard, now: self._reject(heard.data),
            Do.ASK_FOR_RELEASE: lambda heard, now: self._out.append(association.short(Kind.RLRQ)),
            Do.ANSWER_RELEASE: lambda heard, now: self._out.append(association.short(Kind.RLRE)),
            Do.ABORT: self._abort,
        }

    # ---- for the conversation

    def outgoing(self) -> list[bytes]:
        """Return, once, the APDUs to be sent."""
        out, self._out = self._out, []
        return out

    def heard(self, raw: bytes, now: Now) -> list[Record]:
        """Take one whole APDU; return what it tells."""
        return self._go(self._judge(raw), now)

    def tick(self, now: Now) -> None:
        """Notice what takes too long."""
        since_s = now.since_s(self._entered_ns)
        if self.state is State.CONFIGURING:
            late = since_s > CONFIGURING_S
        elif self.state is State.DISASSOCIATING:
            late = since_s > ANSWER_S
        elif self._asked is not None:
            late = now.since_s(self._asked.at_ns) > ANSWER_S
            self._mute = self._mute or (late and self._asked.request.purpose is Purpose.IDENTITY)
        else:
            late = self._receiving_ns is not None and now.since_s(self._receiving_ns) > TRANSFER_S
        if late:
            self._go(_Heard(Event.TIMEOUT), now)

    def release(self, now: Now) -> None:
        """End the association in order."""
        self._go(_Heard(Event.RELEASE), now)

    def ask_for_measurements(self, now: Now) -> None:
        """Ask an agent that sends nothing by itself; others need no asking."""
        if self.state is State.OPERATING and self._parameters and not self._parameters.agent_initiates:
            self._ask(requests.measurements(self._parameters.request_modes), now)

    def set_clock(self, local: datetime, now: Now) -> None:
        """Set the agent's clock, if it lets us."""
        if self.state is State.OPERATING and clock_can_be_set(self.attributes):
            self._ask(requests.set_clock(local), now)

    def download(self, now: Now) -> None:
        """Fetch every segment of every store."""
        configuration = self._understanding.configuration
        if self.state is State.OPERATING and configuration is not None:
            for store in configuration.of_class(Class.STORE):
                self._ask(requests.segments(store.handle), now)

    @property
    def downloading(self) -> bool:
        """True while a store is being fetched."""
        wanted = [*self._queue, *([self._asked.request] if self._asked else [])]
        return self._receiving_ns is not None or any(
            request.purpose in (Purpose.SEGMENTS, Purpose.TRANSFER) for request in wanted
        )

    # ---- what happened

    def _go(self, heard: _Heard, now: Now) -> list[Record]:
        """Take one step of the table."""
        do, after = TABLE[self.state][heard.event]
        self._records = []
        before, self.state = self.state, after
        if after is not before:
            self._entered_ns = now.ns
        self._does[do](heard, now)
        if self.state is State.UNASSOCIATED:
            self._forget()
        elif self.state is State.OPERATING and before is not State.OPERATING:
            self._begin(now)
        return self._records

    def _judge(self, raw: bytes) -> _Heard:
        kind = kind_of(raw)
        try:
            if kind is Kind.AARQ:
                return self._judge_request(association.read_request(association.body_of(raw)))
            if kind is Kind.PRST:
                return self._judge_data(services.read_data(raw))
        except MalformedError:
            return _Heard(Event.NONSENSE)
        return _Heard(_SIMPLE[kind])

    def _judge_request(self, request: association.Request) -> _Heard:
        refusal = association.judge(request)
        asked = request.parameters
        if refusal is not None or asked is None:
            return _Heard(Event.AARQ_REFUSED, refusal=refusal or Result.NO_COMMON_PROTOCOL)
        if self.state is not State.UNASSOCIATED:
            return _Heard(Event.AARQ_UNKNOWN, asked)
        known = self._understanding.associate(asked)
        is_of = specialisation_of(asked.configuration)
        if is_of not in (None, self._specialisation) or (known and not self._wanted()):
            # Another program, or this one in another role, may want it: so not for ever.
            return _Heard(Event.AARQ_REFUSED, refusal=Result.REJECTED_TRANSIENT)
        return _Heard(Event.AARQ_KNOWN if known else Event.AARQ_UNKNOWN, asked)

    def _judge_data(self, data: Data) -> _Heard:
        if data.operation >= Operation.EVENT_REPORT_RESULT:
            return _Heard(Event.RESPONSE, data=data)
        if data.operation not in (Operation.EVENT_REPORT, Operation.CONFIRMED_EVENT_REPORT):
            return _Heard(Event.REQUEST, data=data)
        try:
            report = services.read_event(data.body)
            if report.event != Told.CONFIGURATION:
                return _Heard(Event.REPORT, data=data, report=report)
            if self.state is not State.CONFIGURING:
                return _Heard(Event.CONFIGURATION_BAD, data=data, report=report)
            self._understanding.configure(report.info)
        except MalformedError:
            return _Heard(Event.NONSENSE, data=data)
        good = self._wanted() and data.operation is Operation.CONFIRMED_EVENT_REPORT
        event = Event.CONFIGURATION_GOOD if good else Event.CONFIGURATION_BAD
        return _Heard(event, data=data, report=report)

    def _wanted(self) -> bool:
        configuration = self._understanding.configuration
        return configuration is not None and self._specialisation in configuration.specialisations

    # ---- what is done

    def _accept(self, heard: _Heard, now: Now) -> None:
        self._answer(heard, Result.ACCEPTED)

    def _accept_and_wait(self, heard: _Heard, now: Now) -> None:
        self._answer(heard, Result.ACCEPTED_UNKNOWN_CONFIGURATION)

    def _answer(self, heard: _Heard, result: Result) -> None:
        self._parameters = heard.parameters
        version = association.common_version(heard.parameters) if heard.parameters else 0
        own = association.manager_parameters(version, self._system_id)
        self._out.append(association.write_response(result, own))

    def _confirm_configuration(self, heard: _Heard, now: Now) -> None:
        self._answer_configuration(heard, CONFIGURATION_ACCEPTED)

    def _refuse_configuration(self, heard: _Heard, now: Now) -> None:
        self._answer_configuration(heard, CONFIGURATION_UNSUPPORTED)
        self._understanding.forget()

    def _answer_configuration(self, heard: _Heard, result: int) -> None:
        self._confirm(heard, heard.report.info[:2] + mder.u16(result))

    def _confirm(self, heard: _Heard, info: bytes = b"") -> None:
        """Confirm an event report, if it wants that."""
        if heard.data.operation is Operation.CONFIRMED_EVENT_REPORT:
            answer = heard.report._replace(time=services.NO_TIME, info=info)
            self._reply(heard.data, Operation.EVENT_REPORT_RESULT, services.write_event(answer))

    def _reply(self, data: Data, operation: Operation, body: bytes) -> None:
        self._out.append(services.write_data(data.invoke, operation, body))

    def _reject(self, data: Data) -> None:
        self._reply(data, Operation.REJECT, services.write_problem(Problem.BADLY_STRUCTURED))

    def _refuse_request(self, heard: _Heard, now: Now) -> None:
        self._reply(heard.data, Operation.ERROR, services.write_error(Error.NO_SUCH_ACTION))

    def _abort(self, heard: _Heard, now: Now) -> None:
        reason = Reason.UNDEFINED
        if heard.event is Event.TIMEOUT:
            told = self._understanding.configuration is not None
            reason = Reason.RESPONSE_TIMEOUT if told else Reason.CONFIGURATION_TIMEOUT
        self._out.append(association.short(Kind.ABRT, reason))

    def _take_report(self, heard: _Heard, now: Now) -> None:
        try:
            self._records = self._understanding.records(heard.report)
            info = self._take_piece(heard.report, now) if heard.report.event == Told.SEGMENT_DATA else b""
        except MalformedError:
            self._records = []
            self._reject(heard.data)
            return
        self._confirm(heard, info)

    def _take_piece(self, report: EventReport, now: Now) -> bytes:
        """Note how far a segment is; return the confirmation."""
        piece = segments.read_segment_data(report.info)
        last = bool(piece.status & (segments.LAST | segments.AGENT_ABORTS))
        self._receiving_ns = None if last else now.ns
        self._send_next(now)
        return piece.confirmation()

    def _take_response(self, heard: _Heard, now: Now) -> None:
        asked = self._asked
        if asked is None or asked.invoke != heard.data.invoke:
            return  # the answer to something we do not wait for any more
        self._asked = None
        try:
            self._understand(asked.request, heard.data, now)
        except MalformedError:
            self._records = []
        self._send_next(now)

    def _understand(self, request: Request, data: Data, now: Now) -> None:
        """Take an answer; an error or a rejection answers nothing."""
        if request.purpose is Purpose.IDENTITY:
            self.identified = True
            if data.operation is Operation.GET_RESULT:
                self.attributes = services.read_result(data.body).attributes
                self.attributes_at = now
        elif data.operation is Operation.ACTION_RESULT:
            self._understand_action(request, services.read_action(data.body), now)

    def _understand_action(self, request: Request, action: services.Action, now: Now) -> None:
        if action.action == ActionType.DATA_REQUEST:
            self._records = self._understanding.answered(action)
        elif request.purpose is Purpose.SEGMENTS:
            found = self._understanding.take_segments(action)
            self._queue.extend(requests.transfer(request.handle, segment.instance) for segment in found)
        elif request.purpose is Purpose.TRANSFER:
            reader = mder.Reader(action.info)
            reader.u16()
            if reader.u16() == segments.TRANSFER_GRANTED:
                self._receiving_ns = now.ns

    # ---- asking

    def _begin(self, now: Now) -> None:
        """An association operates: learn who it is, have it report."""
        self.attributes, self.attributes_at = {}, None
        self.identified = self._mute
        if not self._mute:
            self._ask(requests.identity(), now)
        configuration = self._understanding.configuration
        for object in configuration.objects.values() if configuration else ():
            if is_scanner(object):
                self._ask(requests.switch_on(object.handle), now)
        self.ask_for_measurements(now)

    def _ask(self, request: Request, now: Now) -> None:
        self._queue.append(request)
        self._send_next(now)

    def _send_next(self, now: Now) -> None:
        """Ask one thing at a time."""
        if self._asked is None and self._receiving_ns is None and self._queue:
            self._invoke = (self._invoke + 1) & 0xFFFF
            request = self._queue.popleft()
            self._asked = _Asked(request, self._invoke, now.ns)
            self._out.append(services.write_data(self._invoke, request.operation, request.body))

    def _forget(self) -> None:
        """The association is over."""
        self._understanding.part()
        self._parameters = None
        self._queue.clear()
        self._asked = None
        self._receiving_ns = None
        self.identified = True  # nothing more will be told
