"""Simulated Bluetooth devices that keep records and are asked for them: a glucose meter, an Omron cuff."""

from datetime import datetime, timedelta
from typing import Final

from peripherals.protocols import ble_glucose, omron_ble, omron_ble_talk
from peripherals.protocols.ble_glucose import BY_SEQUENCE, CONTROL_POINT, Answer, Op, Operator, Status
from peripherals.protocols.conversation import Packet
from peripherals.simulators.gatt import Characteristic, GattDevice
from peripherals.simulators.scenarios import Scenario

AGAIN_S: Final = 12.0  # from one drop of blood, or one inflation, to the next
HIGHEST: Final = 600.0  # mg/dL
LOWEST: Final = 20.0
ERRORS: Final = {status.value: status for status in Status}


class BleGlucoseMeter(GattDevice):
    """Answers its control point; measures while a host is there; one record every tick on its way."""

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        service = ble_glucose.SERVICE
        rows = (
            Characteristic(service, ble_glucose.MEASUREMENT, "notify"),
            Characteristic(service, ble_glucose.CONTEXT, "notify"),
            Characteristic(service, CONTROL_POINT, "write,indicate"),
        )
        super().__init__(scenario, wall, rows, model="GLS")
        self._story = scenario.glucose
        self._records: dict[int, bytes] = {}
        self._on_the_way: list[Packet] = []
        self._due: float | None = None
        start = self.clock.at(0.0)
        for record in sorted(scenario.memory, key=lambda stored: -stored.age_s):
            if "glucose" in record.values:
                when = None if start is None else start - timedelta(seconds=record.age_s)
                self._keep(when, record.values["glucose"])

    def spoken(self, t: float) -> list[Packet]:
        """Measure when it is time; send the next of what was asked for."""
        if not self.subscribed:
            self._due = None
        elif self._due is None:
            self._due = t + self._story.takes_s
        elif t >= self._due:
            self._due = t + AGAIN_S
            self._measure(t)
        return [self._on_the_way.pop(0)] if self._on_the_way else []

    def written(self, uuid: str, data: bytes, t: float) -> list[Packet]:
        """Obey the control point."""
        op, operator = (data[0], data[1]) if len(data) >= 2 else (0, 0)
        if op == Op.ABORT:
            self._on_the_way.clear()
            return [self._answer(op, Answer.SUCCESS)]
        if op not in (Op.REPORT, Op.COUNT):
            return [self._answer(op, Answer.OP_UNSUPPORTED)]
        wanted = self._wanted(operator, data[2:])
        if isinstance(wanted, Answer):
            return [self._answer(op, wanted)]
        if op == Op.COUNT:
            number = len(wanted).to_bytes(2, "little")
            return [Packet(bytes((Op.COUNTED, Operator.NONE)) + number, CONTROL_POINT)]
        if not wanted:
            return [self._answer(op, Answer.NO_RECORDS)]
        self._on_the_way = [Packet(record, ble_glucose.MEASUREMENT) for record in wanted]
        self._on_the_way.append(self._answer(op, Answer.SUCCESS))
        return []

    def _wanted(self, operator: int, operand: bytes) -> list[bytes] | Answer:
        records = list(self._records.items())
        if operator == Operator.ALL:
            return [record for _, record in records]
        if operator == Operator.LAST:
            return [record for _, record in records[-1:]]
        if operator == Operator.AT_LEAST and len(operand) == 3 and operand[0] == BY_SEQUENCE:
            least = int.from_bytes(operand[1:], "little")
            return [record for sequence, record in records if sequence >= least]
        return Answer.OPERAND_INVALID if operator == Operator.AT_LEAST else Answer.OPERATOR_UNSUPPORTED

    def _measure(self, t: float) -> None:
        story = self._story
        extreme = {"high": (HIGHEST, Status.TOO_HIGH), "low": (LOWEST, Status.TOO_LOW)}.get(story.code)
        status = [extreme[1]] if extreme else []
        if story.error is not None:
            status.append(ERRORS.get(story.error, Status.DEVICE))
        value = None if story.error is not None else extreme[0] if extreme else story.glucose
        self._keep(self.clock.at(t), value, tuple(status))

    def _keep(self, when: datetime | None, glucose: float | None, status: tuple[Status, ...] = ()) -> None:
        sequence = len(self._records) + 1
        self._records[sequence] = ble_glucose.encode(sequence, when, glucose, status=status)

    @staticmethod
    def _answer(op: int, result: Answer) -> Packet:
        return Packet(ble_glucose.answer(op, result), CONTROL_POINT)


class OmronMemory(GattDevice):
    """Unlocks, opens and reads its memory; measures while a host is there."""

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        service = omron_ble_talk.SERVICE
        rows = (
            Characteristic(service, omron_ble_talk.LOCK, "write,notify"),
            Characteristic(service, omron_ble_talk.TO_CUFF, "write-without-response"),
            Characteristic(service, omron_ble_talk.FROM_CUFF, "notify"),
        )
        super().__init__(scenario, wall, rows, model="HEM-7142T2")
        self._story = scenario.cuff
        self._next = seed % len(self._story.readings)
        self._slots = [b"\xff" * omron_ble.SIZE] * omron_ble_talk.SLOTS
        self._count = 0
        self._unlocked = self._open = False
        self._due: float | None = None
        start = self.clock.at(0.0)
        for record in sorted(scenario.memory, key=lambda stored: -stored.age_s):
            if "systolic" in record.values:
                when = None if start is None else start - timedelta(seconds=record.age_s)
                found = (record.values["systolic"], record.values["diastolic"], record.values["pulse_rate"])
                self._keep((round(found[0]), round(found[1]), round(found[2])), when)

    def spoken(self, t: float) -> list[Packet]:
        """Measure when it is time."""
        if not self.subscribed:
            self._due = None
            self._unlocked = self._open = False
        elif self._due is None:
            self._due = t + self._story.takes_s
        elif t >= self._due:
            self._due = t + AGAIN_S
            if self._story.error is None:
                self._keep(self._story.readings[self._next].all, self.clock.at(t))
                self._next = (self._next + 1) % len(self._story.readings)
        return []

    def written(self, uuid: str, data: bytes, t: float) -> list[Packet]:
        """Answer the lock, and the packets."""
        if uuid == omron_ble_talk.LOCK:
            self._unlocked = data[:1] == b"\x11" and len(data) == 20
            return [Packet(b"\x91\0" + data[1:5], uuid)] if self._unlocked else []
        asked = omron_ble_talk.read_packet(data)
        if asked is None or not self._unlocked:
            return []
        kind, address, _ = asked
        answer = kind | omron_ble_talk.REPLY
        if kind == omron_ble_talk.OPEN:
            self._open = True
            return [self._said(answer, data=bytes(16))]
        if kind == omron_ble_talk.END:
            self._open = False
            return [self._said(answer)]
        if kind == omron_ble_talk.READ and self._open:
            at = address - omron_ble_talk.MEMORY
            return [self._said(answer, address, b"".join(self._slots)[at : at + data[5]])]
        return [self._said(omron_ble_talk.END | omron_ble_talk.REPLY, data=b"\x01")]

    @staticmethod
    def _said(kind: int, address: int = 0, data: bytes = b"") -> Packet:
        return Packet(omron_ble_talk.packet(kind, address, len(data), data), omron_ble_talk.FROM_CUFF)

    def _keep(self, found: tuple[int, int, int], when: datetime | None) -> None:
        self._count += 1
        record = omron_ble.encode(
            *found,
            when,
            number=self._count,
            irregular=self._story.irregular,
            movement=self._story.movement,
        )
        self._slots[(self._count - 1) % omron_ble_talk.SLOTS] = record
