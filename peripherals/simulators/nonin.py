"""A simulated Nonin 9560: four formats, of which one is selected, and a clock. No I/O here.

The real one takes a selection in the first five seconds of a connection only; when that began this side
of the line can't know, so it is taken at any time.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from peripherals.protocols import nonin, nonin_df8, nonin_df13, nonin_packets
from peripherals.protocols.conversation import Packet
from peripherals.protocols.nonin import DataFormat
from peripherals.protocols.nonin_packets import FRAMES, PACKETS_PER_S
from peripherals.simulators.oximeters import CYCLE_S, Patient, Seen
from peripherals.simulators.scenarios import Scenario

LAST_SHOWN_S: Final = 10.0  # after the finger is gone
LOST_AFTER_S: Final = 3.0  # of movement: out of track, the averages are missing
SPOT_S: Final = 8.0  # a still finger, until a spot check is done
SPOT_AT_LAST_S: Final = 40.0  # a measurement that never got good
RED_BELOW: Final = 0.3  # perfusion, %
YELLOW_BELOW: Final = 0.6
COMMAND_LENGTHS: Final = {nonin.SELECT: 6, nonin.CLOCK: 10}


class Nonin9560:
    """Streams or measures once, as selected; keeps spot checks that nobody took, and sends them first."""

    def __init__(self, scenario: Scenario, seed: int, wall: datetime, *, data_format: DataFormat) -> None:
        self._select(data_format, 0.0)
        self._story = scenario
        self._patient = Patient(scenario.oximeter, seed)
        self._on_at = wall
        self._memory = [record for record in scenario.memory if {"spo2", "pulse_rate"} & {*record.values}]
        self._said = b""
        self._shown: tuple[float, Seen] | None = None
        self._finger_since: float | None = None
        self._spot_done = False

    def clock(self, t: float) -> datetime:
        """Return what its clock shows."""
        return self._on_at + timedelta(seconds=t)

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power, for an oximeter."""
        return t

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey what is a whole command."""
        self._said += data
        answers: list[Packet] = []
        while (start := self._said.find(nonin.STX)) >= 0:
            said = self._said[start:]
            length = COMMAND_LENGTHS.get(said[1]) if len(said) > 1 else 10
            if length is None:
                self._said = said[1:]
                continue
            if said[:4] == nonin.GET_CLOCK:
                length = 4
            if len(said) < length:
                self._said = said
                return answers
            self._said = said[length:]
            answers += self._obey(said[:length], t)
        self._said = b""
        return answers

    def tick(self, t: float) -> list[Packet]:
        """Return what is due."""
        seen = self._patient.at(t)
        if seen.finger != "in":
            self._finger_since, self._spot_done = None, False
        else:
            self._finger_since = t if self._finger_since is None else self._finger_since
            if seen.spo2 is not None and not self._lost(seen, t):
                self._shown = (t, seen)
        match self.format:
            case DataFormat.WAVE | DataFormat.FINE_WAVE:
                return self._waves(t)
            case DataFormat.ONCE_A_SECOND:
                return self._second(seen, t)
        return self._spot_check(seen, t)

    # ---- commands

    def _obey(self, command: bytes, t: float) -> list[Packet]:
        if command == nonin.GET_CLOCK:
            return [Packet(nonin.clock_is(self.clock(t)))]
        if command[1] == nonin.CLOCK:
            fresh = nonin.clock_time(command[3:9])
            if fresh is not None:
                self._on_at = fresh - timedelta(seconds=t)
            return []
        if command[4] not in {*DataFormat}:
            return [Packet(bytes((nonin.NAK,)))]
        self._select(DataFormat(command[4]), t)
        return [Packet(bytes((nonin.ACK,)))]

    def _select(self, data_format: DataFormat, t: float) -> None:
        self.format = data_format
        self.period_s = 0.1 if data_format in (DataFormat.ONCE_A_SECOND, DataFormat.SPOT_CHECK) else 1 / 75
        self._packets, self._seconds = int(t * PACKETS_PER_S), int(t)  # said so far, were it always so

    # ---- what it measures

    @staticmethod
    def _lost(seen: Seen, t: float) -> bool:
        return seen.moving and t % CYCLE_S >= LOST_AFTER_S

    def _now(self, seen: Seen, t: float) -> Seen | None:
        """Return what has a value at this moment."""
        return seen if seen.spo2 is not None and not self._lost(seen, t) else None

    def _display(self, t: float) -> Seen | None:
        """Return what its display shows: the last value, up to ten seconds old."""
        return self._shown[1] if self._shown is not None and t - self._shown[0] <= LAST_SHOWN_S else None

    def _waves(self, t: float) -> list[Packet]:
        packets = []
        while self._packets < int(t * PACKETS_PER_S):
            packets.append(Packet(self._packet(self._packets / PACKETS_PER_S)))
            self._packets += 1
        return packets

    def _packet(self, began: float) -> bytes:
        seen = [self._patient.at(began + number / (PACKETS_PER_S * FRAMES)) for number in range(FRAMES)]
        now, shown = self._now(seen[0], began), self._display(began)
        data = nonin_packets.data_bytes(
            now.pulse if now else None,
            now.spo2 if now else None,
            shown_pulse=shown.pulse if shown else None,
            shown_spo2=shown.spo2 if shown else None,
            low_battery=self._story.battery_low,
        )
        status = [self._status(one, began) for one in seen]
        if self.format is DataFormat.WAVE:
            return nonin_packets.encode_2(status, [min(255, one.pleth * 2) for one in seen], data)
        return nonin_packets.encode_7(status, [32768 + (one.pleth - 60) * 100 for one in seen], data)

    def _status(self, seen: Seen, t: float) -> int:
        if seen.finger == "out":
            return nonin_packets.ALARM
        if seen.finger != "in" or self._lost(seen, t):
            return nonin_packets.OUT_OF_TRACK
        bits = nonin_packets.ARTEFACT if seen.moving else 0
        perfusion = seen.perfusion or 0.0
        if not seen.beep:
            return bits
        if perfusion < RED_BELOW:
            return bits | nonin_packets.RED
        yellow = nonin_packets.RED if perfusion < YELLOW_BELOW else 0
        return bits | nonin_packets.GREEN | yellow

    def _second(self, seen: Seen, t: float) -> list[Packet]:
        if int(t) <= self._seconds:
            return []
        self._seconds = int(t)
        shown = self._display(t)
        perfusion = 100.0 if seen.perfusion is None else seen.perfusion
        first = nonin_df8.OUT_OF_TRACK * (seen.finger in ("searching", "too-long") or self._lost(seen, t))
        first |= nonin_df8.ARTEFACT * seen.moving
        first |= nonin_df8.LOW_PERFUSION * (perfusion < RED_BELOW)
        first |= nonin_df8.MARGINAL_PERFUSION * (RED_BELOW <= perfusion < YELLOW_BELOW)
        last = nonin_df8.ALARM * (seen.finger == "out") | nonin_df8.LOW_BATTERY * self._story.battery_low
        pulse, spo2 = (shown.pulse, shown.spo2) if shown else (None, None)
        return [Packet(nonin_df8.encode(pulse, spo2, first=first, last=last))]

    def _spot_check(self, seen: Seen, t: float) -> list[Packet]:
        since = None if self._finger_since is None else t - self._finger_since
        good = not seen.moving and (seen.perfusion or 0.0) >= RED_BELOW
        if self._spot_done or since is None or since < (SPOT_S if good else SPOT_AT_LAST_S):
            return []
        self._spot_done = True
        battery = nonin_df13.LOW_BATTERY * self._story.battery_low
        stored = [
            nonin_df13.encode(
                nonin_df13.bcd(self._on_at - timedelta(seconds=record.age_s)),
                _whole(record.values.get("pulse_rate")),
                _whole(record.values.get("spo2")),
                status=nonin_df13.FROM_MEMORY | nonin_df13.SMART_POINT | battery,
            )
            for record in self._memory
        ]
        self._memory = []
        status = nonin_df13.SMART_POINT * good | battery
        fresh = nonin_df13.encode(nonin_df13.bcd(self.clock(t)), seen.pulse, seen.spo2, status=status)
        return [Packet(packet) for packet in (*stored, fresh)]


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _make(data_format: DataFormat) -> Callable[[Scenario, int, datetime], Nonin9560]:
    return partial(Nonin9560, data_format=data_format)


nonin_df2 = _make(DataFormat.WAVE)
nonin_df7 = _make(DataFormat.FINE_WAVE)
nonin_df8_once = _make(DataFormat.ONCE_A_SECOND)
nonin_df13_spot = _make(DataFormat.SPOT_CHECK)
