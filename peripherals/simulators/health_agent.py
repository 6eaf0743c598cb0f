"""A simulated 11073-20601 agent: associates, configures, reports, answers and releases as a real one does.

It offers protocol version 1 and MDER and breaks off with a manager that answers anything else, sends its
configuration when the manager does not know it, repeats what is not confirmed, and starts over when it is
aborted. No I/O here.
"""

from collections import deque
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from peripherals.protocols.conversation import Packet
from peripherals.protocols.ieee11073 import association, mder, segments, services
from peripherals.protocols.ieee11073.apdu import Kind, Operation, kind_of
from peripherals.protocols.ieee11073.association import Parameters, Reason, Result
from peripherals.protocols.ieee11073.configuration import write_configuration
from peripherals.protocols.ieee11073.mder import MalformedError, Reader
from peripherals.protocols.ieee11073.nomenclature import ActionType, Attribute, Event
from peripherals.protocols.ieee11073.scan_report import write_fixed
from peripherals.protocols.ieee11073.services import Data, Error, EventReport
from peripherals.protocols.ieee11073.times import absolute, write_absolute
from peripherals.protocols.ieee11073.wellformed import cutter
from peripherals.simulators.health_profiles import STORE, Profile, Row, segment_information
from peripherals.simulators.scenarios import Scenario

ASSOCIATE_AGAIN_S: Final = 10.0
ANSWER_S: Final = 3.0
REPORT_S: Final = 1.0
CONFIGURATION_ACCEPTED: Final = 0

CHARGE: Final = 85
LOW_CHARGE: Final = 12


class State(Enum):
    """Where the agent stands."""

    UNASSOCIATED = auto()
    ASSOCIATING = auto()
    CONFIGURING = auto()
    OPERATING = auto()


class HealthAgent:
    """One agent, asking for an association as soon as it is switched on."""

    period_s = 0.1

    def __init__(self, profile: Profile, scenario: Scenario, wall: datetime) -> None:
        self.state = State.UNASSOCIATED
        self._profile = profile
        self._battery_low = scenario.battery_low
        self._wall = wall
        self._cutter = cutter()
        self._kept: deque[tuple[Row, ...]] = deque(profile.kept)
        self._taken = 0
        self._due_at = 0.0
        self._invoke = 0
        self._waits: tuple[int, float, tuple[Row, ...] | None] | None = None  # invoke id, since, rows
        self._entered = -ASSOCIATE_AGAIN_S
        self._transfer: deque[bytes] = deque()
        self._sent_entries = 0
        self.system_id = bytes.fromhex("0002DF0000") + profile.specialisation.to_bytes(3, "big")

    def configured(self, t: float) -> None:
        """A host has opened it: what was agreed with another one is over."""
        self._enter(State.UNASSOCIATED, t - ASSOCIATE_AGAIN_S)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer APDUs."""
        answers: list[bytes] = []
        for found in self._cutter.feed(data):
            try:
                answers += self._hear(found.raw, t)
            except MalformedError:
                answers.append(self._abort(t))
        return [Packet(answer) for answer in answers]

    def tick(self, t: float) -> list[Packet]:
        """Associate, report, give up waiting."""
        if self.state is State.UNASSOCIATED and t - self._entered >= ASSOCIATE_AGAIN_S:
            self._enter(State.ASSOCIATING, t)
            return [Packet(association.write_request(self._parameters()))]
        if self.state is State.ASSOCIATING and t - self._entered >= ASSOCIATE_AGAIN_S:
            self._entered = t
            return [Packet(association.write_request(self._parameters()))]
        if self._waits is not None and t - self._waits[1] >= ANSWER_S:
            return [Packet(self._abort(t, Reason.RESPONSE_TIMEOUT))]
        if self.state is not State.OPERATING or self._waits is not None:
            return []
        return [Packet(apdu) for apdu in self._report(t)]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    # ---- hearing

    def _hear(self, raw: bytes, t: float) -> list[bytes]:
        kind = kind_of(raw)
        match kind:
            case Kind.AARE if self.state is State.ASSOCIATING:
                return self._associated(association.read_response(association.body_of(raw)), t)
            case Kind.RLRQ if self.state in (State.CONFIGURING, State.OPERATING):
                self._enter(State.UNASSOCIATED, t)
                return [association.short(Kind.RLRE)]
            case Kind.ABRT | Kind.RLRE:
                self._enter(State.UNASSOCIATED, t - ASSOCIATE_AGAIN_S + 1.0)
                return []
            case Kind.PRST if self.state in (State.CONFIGURING, State.OPERATING):
                return self._hear_data(services.read_data(raw), t)
        return [self._abort(t)]

    def _associated(self, response: association.Response, t: float) -> list[bytes]:
        """Break off with a manager whose choice was not offered."""
        known = response.result == Result.ACCEPTED
        if not known and response.result != Result.ACCEPTED_UNKNOWN_CONFIGURATION:
            self._enter(State.UNASSOCIATED, t)
            return []
        chosen = response.parameters
        if (
            chosen is None
            or chosen.protocol_version != association.PROTOCOL_VERSIONS[0]
            or chosen.encoding_rules != association.MDER_RULES
            or chosen.configuration
        ):
            return [self._abort(t)]
        if known:
            self._enter(State.OPERATING, t)
            return []
        self._enter(State.CONFIGURING, t)
        info = write_configuration(self._profile.configuration, self._profile.objects)
        return [self._tell(Event.CONFIGURATION, info, t)]

    def _hear_data(self, data: Data, t: float) -> list[bytes]:
        match data.operation:
            case Operation.EVENT_REPORT_RESULT:
                return self._confirmed(data.invoke, services.read_event(data.body), t)
            case Operation.GET:
                return [self._get(data, t)]
            case Operation.CONFIRMED_ACTION:
                return self._act(data, services.read_action(data.body), t)
            case Operation.ERROR | Operation.REJECT:
                return [self._abort(t)]
        return [self._refuse(data, Error.NO_SUCH_ACTION)]

    def _confirmed(self, invoke: int, report: EventReport, t: float) -> list[bytes]:
        if self._waits is None or self._waits[0] != invoke:
            return [self._abort(t)]
        rows, self._waits = self._waits[2], None
        if self.state is State.CONFIGURING:
            answer = Reader(report.info)
            answer.u16()
            if answer.u16() != CONFIGURATION_ACCEPTED:
                self._enter(State.UNASSOCIATED, t)
                return [association.short(Kind.RLRQ)]
            self._enter(State.OPERATING, t)
        elif rows is not None:
            self._took(rows)
        return []

    def _took(self, rows: tuple[Row, ...]) -> None:
        if self._kept and self._kept[0] == rows:
            self._kept.popleft()
        else:
            self._taken += 1

    def _get(self, data: Data, t: float) -> bytes:
        handle, wanted = services.read_get(data.body)
        if handle:
            return self._refuse(data, Error.NO_SUCH_OBJECT)
        told = self._attributes(t)
        result = {name: told[name] for name in wanted if name in told} if wanted else told
        body = services.write_result(services.Result(handle, result))
        return services.write_data(data.invoke, Operation.GET_RESULT, body)

    def _attributes(self, t: float) -> dict[int, bytes]:
        own = self._profile
        serial = f"SIM-{own.specialisation:04X}".encode()
        production = [mder.u16(1, 0) + mder.octets(serial), mder.u16(5, 0) + mder.octets(b"1.0")]
        return {
            Attribute.SYSTEM_ID: mder.octets(self.system_id),
            Attribute.MODEL: mder.octets(b"Carepost") + mder.octets(f"Simulated {own.model}".encode()),
            Attribute.SPECIALISATIONS: mder.items([mder.u16(own.specialisation, 1)]),
            Attribute.CONFIGURATION_ID: mder.u16(own.configuration),
            Attribute.PRODUCTION: mder.items(production),
            Attribute.TIME: write_absolute(self._local(t)),
            Attribute.TIME_INFORMATION: mder.u16(0xC000, 0x1F00) + mder.u32(0) + mder.u16(0, 0) + mder.u32(0),
            Attribute.BATTERY: mder.u16(LOW_CHARGE if self._battery_low else CHARGE),
        }

    def _act(self, data: Data, action: services.Action, t: float) -> list[bytes]:
        result, then = b"", []
        if action.action == ActionType.SET_TIME and not action.handle:
            told = absolute(action.info[:8])
            if told.iso is None:
                return [self._refuse(data, Error.PROTOCOL_VIOLATION)]
            self._wall = datetime.fromisoformat(told.iso) - timedelta(seconds=t)
        elif action.action == ActionType.SEGMENT_INFORMATION and action.handle == STORE:
            result = segment_information(len(self._profile.store))
        elif action.action == ActionType.SEGMENT_TRANSFER and action.handle == STORE:
            result = action.info + mder.u16(segments.TRANSFER_GRANTED)
            self._transfer = deque(self._profile.store)
            self._sent_entries = 0
            then = [self._tell_entry(t)]
        else:
            return [self._refuse(data, Error.NO_SUCH_ACTION)]
        body = services.write_action(action._replace(info=result))
        return [services.write_data(data.invoke, Operation.ACTION_RESULT, body), *then]

    # ---- telling

    def _report(self, t: float) -> list[bytes]:
        """Send what nobody has taken yet, then what is due now."""
        if self._transfer:
            return [self._tell_entry(t)]
        if self._kept:
            return [self._tell(Event.SCAN_FIXED, write_fixed(self._kept[0]), t, rows=self._kept[0])]
        if t < self._due_at:
            return []
        due = self._profile.due(t, self._local(t), self._taken)
        if due is None:
            return []
        info = write_fixed(due.rows)
        if due.confirmed:
            return [self._tell(Event.SCAN_FIXED, info, t, rows=due.rows)]
        self._due_at = t + REPORT_S
        return [self._event(Operation.EVENT_REPORT, Event.SCAN_FIXED, info)]

    def _tell_entry(self, t: float) -> bytes:
        """Send the next entry of the store."""
        entry = self._transfer.popleft()
        first = segments.FIRST if self._sent_entries == 0 else 0
        last = 0 if self._transfer else segments.LAST
        piece = segments.SegmentData(1, self._sent_entries, 1, first | last, entry)
        self._sent_entries += 1
        return self._tell(Event.SEGMENT_DATA, piece.write(), t, handle=STORE)

    def _tell(
        self, event: Event, info: bytes, t: float, *, rows: tuple[Row, ...] | None = None, handle: int = 0
    ) -> bytes:
        """Send an event report that must be confirmed."""
        apdu = self._event(Operation.CONFIRMED_EVENT_REPORT, event, info, handle)
        self._waits = (self._invoke, t, rows)
        return apdu

    def _event(self, operation: Operation, event: Event, info: bytes, handle: int = 0) -> bytes:
        self._invoke = (self._invoke + 1) & 0xFFFF
        report = EventReport(handle, services.NO_TIME, event, info)
        return services.write_data(self._invoke, operation, services.write_event(report))

    def _refuse(self, data: Data, error: Error) -> bytes:
        return services.write_data(data.invoke, Operation.ERROR, services.write_error(error))

    def _abort(self, t: float, reason: Reason = Reason.UNDEFINED) -> bytes:
        self._enter(State.UNASSOCIATED, t - ASSOCIATE_AGAIN_S + 1.0)
        return association.short(Kind.ABRT, reason)

    def _enter(self, state: State, t: float) -> None:
        self.state = state
        self._entered = t
        if state is State.UNASSOCIATED:
            self._waits = None
            self._transfer.clear()

    def _parameters(self) -> Parameters:
        return Parameters(
            association.PROTOCOL_VERSIONS[0],
            association.MDER_RULES,
            association.NOMENCLATURE_VERSION_1,
            0,
            association.AGENT_SYSTEM,
            self.system_id,
            self._profile.configuration,
            association.AGENT_INITIATES,
            agent_requests=1,
        )

    def _local(self, t: float) -> datetime:
        return self._wall + timedelta(seconds=t)
