"""Simulated Contec oximeters that are talked to: V7.0 on a serial line, "EB" on USB HID or Bluetooth."""

from datetime import datetime, timedelta

from peripherals.protocols import contec_eb, contec_v7
from peripherals.protocols.contec_v7 import Command, Reason, Uplink
from peripherals.protocols.conversation import Packet
from peripherals.simulators.gatt import Characteristic, GattDevice
from peripherals.simulators.oximeters import LOW_SPO2, Patient, Seen
from peripherals.simulators.scenarios import Scenario, Stored

SAMPLES = 31  # of a stored segment: the last packet is not full


class ContecV7Oximeter:
    """Silent until A1; falls silent without AF; answers what it does not know with *unsupported*.

    Each record of the story's memory is a segment that began so long ago. While one is sent it answers
    nothing but *stop* and sends no live data, as the document says.
    """

    period_s = 1 / 60
    FORGETS_AFTER_S = 3 * contec_v7.KEEP_ALIVE_S

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._patient = Patient(scenario.oximeter, seed)
        self._segments = [record for record in scenario.memory if {"spo2", "pulse_rate"} & {*record.values}]
        self._on_at = wall
        self._date: datetime | None = None
        self._alive_at: float | None = None
        self._sending: list[bytes] = []
        self._rest = b""

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer questions, obey commands."""
        commands, self._rest = contec_v7.read_commands(self._rest + data)
        return [Packet(packet) for said in commands for packet in self._answer(said, t)]

    def tick(self, t: float) -> list[Packet]:
        """Return the packet of this moment: of the memory while that is sent, live while live."""
        if self._sending:
            return [Packet(self._sending.pop(0))]
        if self._alive_at is None or t - self._alive_at > self.FORGETS_AFTER_S:
            return []
        return [Packet(_live(self._patient.at(t)))]

    def clock(self, t: float) -> datetime:
        """Return what its clock shows."""
        return self._on_at + timedelta(seconds=t)

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power, for an oximeter."""
        return t

    def _answer(self, said: bytes, t: float) -> list[bytes]:
        code = said[0]
        if code == Command.STOP_STORAGE:
            self._sending = []
            return [contec_v7.encode(Uplink.FREE, b"")]
        if self._sending:
            return []
        match code:
            case Command.START_LIVE:
                self._alive_at = t
            case Command.KEEP_ALIVE:
                self._alive_at = None if self._alive_at is None else t
            case Command.STOP_LIVE:
                self._alive_at = None
                return [contec_v7.encode(Uplink.FREE, b"")]
            case Command.MODEL:
                return [
                    contec_v7.encode(Uplink.MODEL, bytes((part, *text)))
                    for part, text in enumerate((b"CMS50F", b"      "))
                ]
            case Command.VENDOR:
                return [contec_v7.encode(Uplink.VENDOR, b"CONTEC\0")]
            case Command.DEVICE_ID:
                return [contec_v7.encode(Uplink.ID, b"SIM0042")]
            case Command.SET_DATE | Command.SET_TIME:
                return [self._set_clock(said, t)]
            case _:
                return self._about_memory(said)
        return []

    def _set_clock(self, said: bytes, t: float) -> bytes:
        """Take the date, and with the time after it both: the document's order."""
        shown = self.clock(t)
        try:
            if said[0] == Command.SET_DATE:
                self._date = datetime(said[1] * 100 + said[2], said[3], said[4])
            else:
                fresh = (self._date or shown).replace(
                    hour=said[1], minute=said[2], second=said[3], microsecond=0
                )
                self._on_at += fresh - shown
        except ValueError:
            return contec_v7.encode(Uplink.RESULT, bytes((said[0], Reason.UNKNOWN)))
        return contec_v7.encode(Uplink.RESULT, bytes((said[0], Reason.DONE)))

    def _about_memory(self, said: bytes) -> list[bytes]:
        code, user, segment = said[0], said[1], said[2]
        there = self._segments[segment : segment + 1] if user == 0 else []
        place = bytes((user, segment))
        match code:
            case Command.SEGMENTS:
                return [contec_v7.encode(Uplink.SEGMENTS, bytes((user, max(1, len(self._segments)))))]
            case Command.HAS_STORAGE:
                return [contec_v7.encode(Uplink.NOTICE, bytes((1, bool(self._segments), 0, 0, 0, 0, 0)))]
            case Command.LENGTH:
                length = 2 * SAMPLES * len(there)
                return [contec_v7.encode(Uplink.LENGTH, place + length.to_bytes(4, "little"))]
            case Command.START_TIME:
                return self._start_of(place, there)
            case Command.STORAGE if there:
                self._sending = _segment(there[0])
                return []
        return [contec_v7.encode(Uplink.RESULT, bytes((code, Reason.UNSUPPORTED)))]

    def _start_of(self, place: bytes, there: list[Stored]) -> list[bytes]:
        began = self._on_at - timedelta(seconds=there[0].age_s) if there else None
        date, time = (0, 0, 0, 0), (0, 0, 0, 0)
        if began is not None:
            date = (*divmod(began.year, 100), began.month, began.day)
            time = (began.hour, began.minute, began.second, 0)
        return [
            contec_v7.encode(Uplink.START_DATE, place + bytes(date)),
            contec_v7.encode(Uplink.START_TIME, place + bytes(time)),
        ]


def _segment(record: Stored) -> list[bytes]:
    """Return the packets of a stored segment, one sample a second, the last one filled up with zeros."""
    spo2, pulse = int(record.values.get("spo2", contec_v7.NO_SPO2)), record.values.get("pulse_rate")
    sample = bytes((spo2, contec_v7.NO_PULSE if pulse is None else int(pulse)))
    stored = sample * SAMPLES
    return [
        contec_v7.encode(Uplink.STORED, stored[at : at + 6].ljust(6, b"\0"))
        for at in range(0, len(stored), 6)
    ]


def _live(seen: Seen) -> bytes:
    flags = {"out": ("sensor-fault",), "searching": ("searching",), "too-long": ("search-too-long",)}
    names: tuple[str, ...] = flags.get(seen.finger, ())
    if seen.beep:
        names += ("beep",)
    if seen.spo2 is not None and seen.spo2 < LOW_SPO2:
        names += ("low-spo2",)
    return contec_v7.encode_live(
        signal=seen.signal,
        pleth=contec_v7.PROBE_ERROR_WAVE if seen.finger == "out" else seen.pleth,
        bar=seen.bar,
        pulse=seen.pulse,
        spo2=seen.spo2,
        perfusion=seen.perfusion,
        flags=names,
    )


class _Eb:
    """What an "EB" device says, on whatever line: waves and readings, asked for one by one.

    Both end without a keep-alive. Three records come together, twenty times a second; once a second one of
    them is a reading.
    """

    TOGETHER_S = 1 / 20
    RECORDS = 3
    FORGETS_AFTER_S = 15.0
    READING_EVERY = 20

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.clock_set_to: datetime | None = None  # it shows no time and tells none
        self._patient = Patient(scenario.oximeter, seed)
        self._waves = self._readings = False
        self._alive_at = 0.0
        self._times = 0

    def answer(self, data: bytes, t: float) -> bytes:
        """Obey one command; return what is said to it."""
        match data[:2]:
            case contec_eb.KEEP_ALIVE:
                self._alive_at = t
                return b""
            case b"\x9b\x00":
                self._waves, self._alive_at = True, t
                return b""
            case b"\x9b\x01":
                self._readings, self._alive_at = True, t
                return b""
            case b"\x9b\x7f":
                self._waves = self._readings = False
                return contec_eb.with_sum(b"\xeb\x7f")
            case contec_eb.ASK_MODEL:
                return contec_eb.with_sum(b"\xf1" + b"50E".ljust(8))
        if data[:1] == b"\x83" and len(data) >= contec_eb.SET_CLOCK_LENGTH:
            self.clock_set_to = datetime(2000 + data[1], *data[2:7])
            return contec_eb.with_sum(b"\xf3\x00")
        return contec_eb.NOT_UNDERSTOOD

    def records(self, t: float) -> bytes:
        """Return the records of this moment."""
        if not (self._waves or self._readings) or t - self._alive_at > self.FORGETS_AFTER_S:
            return b""
        self._times += 1
        records = []
        for number in range(self.RECORDS):
            seen = self._patient.at(t + number * self.TOGETHER_S / self.RECORDS)
            if number == 1 and self._readings and self._times % self.READING_EVERY == 0:
                records.append(contec_eb.encode_reading(seen.pulse, seen.spo2))
            elif self._waves:
                out = seen.finger == "out"
                records.append(contec_eb.encode_wave(seen.pleth, seen.bar, finger_out=out, beep=seen.beep))
        return b"".join(records)


class _OnTheAir(GattDevice):
    """An "EB" device over Bluetooth: commands on one characteristic, records on another."""

    def __init__(self, scenario: Scenario, wall: datetime, inside: _Eb) -> None:
        rows = (
            Characteristic(contec_eb.SERVICE, contec_eb.WRITE, "write-without-response,write"),
            Characteristic(contec_eb.SERVICE, contec_eb.NOTIFY, "notify"),
        )
        super().__init__(scenario, wall, rows, model="SpO208")
        self._inside = inside

    def written(self, uuid: str, data: bytes, t: float) -> list[Packet]:
        """Answer a command."""
        answer = self._inside.answer(data, t)
        return [Packet(answer, contec_eb.NOTIFY)] if answer else []

    def spoken(self, t: float) -> list[Packet]:
        """Return the records of this moment in one notification."""
        records = self._inside.records(t)
        return [Packet(records, contec_eb.NOTIFY)] if records else []


class ContecEbOximeter:
    """On the line that the host speaks: one that names a channel is a Bluetooth host, any other USB."""

    period_s = _Eb.TOGETHER_S

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self.inside = _Eb(scenario, seed)
        self._air = _OnTheAir(scenario, wall, self.inside)
        self._on_air = False

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey one command."""
        self._on_air = bool(channel)
        if self._on_air:
            return self._air.host_sent(data, t, channel)
        return self._reports(self.inside.answer(data, t))

    def tick(self, t: float) -> list[Packet]:
        """Return the report, or the notification, of this moment."""
        return self._air.tick(t) if self._on_air else self._reports(self.inside.records(t))

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power, for an oximeter."""
        return t

    @staticmethod
    def _reports(data: bytes) -> list[Packet]:
        return [Packet(data.ljust(contec_eb.REPORT, b"\0"))] if data else []
