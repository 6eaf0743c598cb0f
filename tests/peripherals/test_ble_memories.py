"""Bluetooth devices that are asked for their records: whose a record is, and that nobody waits for ever."""

from itertools import pairwise

import msgspec
import pytest
from gatt_meeting import Meeting, of

from peripherals.events import Fault
from peripherals.protocols import ble_glucose, omron_ble, omron_ble_talk
from peripherals.protocols.base import FrameKind
from peripherals.protocols.ble_glucose import Answer, Op, Operator, Status
from peripherals.protocols.ble_glucose_talk import ANSWER_S
from peripherals.protocols.omron_ble_talk import (
    END,
    FROM_CUFF,
    LOCK,
    OPEN,
    READ,
    REPLY,
    TO_CUFF,
    TRIES,
    packet,
)
from peripherals.registry import PRODUCTS
from peripherals.simulators.ble_memories import BleGlucoseMeter, OmronMemory
from peripherals.simulators.scenarios import Cuff, GlucoseMeter, Scenario, Stored, find

RIGHT_CLOCK = msgspec.structs.replace(find("strangers"), clock_error_s=0.0)
CONTROL_POINT = "2A52"


def connected(name: str, scenario: Scenario | str = "healthy") -> Meeting:
    meeting = Meeting(name, scenario)
    meeting.connect()
    return meeting


# ---- the glucose meter


def test_on_connecting_the_last_record_is_asked_for_and_is_of_the_memory() -> None:
    meeting = connected("ble-2a18", RIGHT_CLOCK)
    meeting.measure()
    [frame] = meeting.let(2.0)
    assert (frame.kind, frame.values, frame.time) == (
        FrameKind.STORED,
        {"sequence": 2, "glucose": 61},
        "2026-11-24T09:40:00",
    )
    assert meeting.written[0].data == bytes((Op.REPORT, Operator.LAST))


@pytest.mark.parametrize("scenario", ["healthy", RIGHT_CLOCK], ids=["empty", "strangers"])
def test_a_drop_of_blood_after_that_is_of_this_act(scenario: Scenario | str) -> None:
    meeting = connected("ble-2a18", scenario)
    meeting.measure()
    results = of(FrameKind.RESULT, meeting.let(12.0))
    assert [frame.values["glucose"] for frame in results] == [104]
    requests = [data for data, _ in meeting.written]
    newer = len(RIGHT_CLOCK.memory) + 1 if scenario is RIGHT_CLOCK else 0
    assert ble_glucose.report(Operator.AT_LEAST, newer) in requests


def test_a_record_made_before_the_act_is_not_of_it() -> None:
    meeting = connected("ble-2a18")
    told = meeting.let(10.0)
    assert told == [], "nobody asks for newer ones while no act runs"
    meeting.measure()
    assert [frame.kind for frame in meeting.let(3.0) if frame.kind is not FrameKind.REPLY] == [
        FrameKind.RESULT
    ]
    meeting = connected("ble-2a18", RIGHT_CLOCK)
    meeting.let(2.0)
    meeting.measure()
    assert of(FrameKind.RESULT, meeting.let(2.5)) == []


def test_hi_is_a_result_without_a_number() -> None:
    meeting = connected("ble-2a18", "meter-high")
    meeting.measure()
    [frame] = of(FrameKind.RESULT, meeting.let(10.0))
    assert (frame.values, frame.flags) == ({"sequence": 1}, ("high",))


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (Status.SAMPLE_TOO_SMALL, Fault.TEST_STRIP),
        (Status.TOO_COLD, Fault.DEVICE_TEMPERATURE),
        (Status.SENSOR, Fault.DEVICE_SENSOR),
        (Status.DEVICE, Fault.DEVICE_ERROR),
    ],
)
def test_what_went_wrong_in_this_act_ends_it(status: Status, fault: Fault) -> None:
    meeting = connected("ble-2a18", Scenario("it fails", glucose=GlucoseMeter(error=status)))
    meeting.measure()
    errors = of(FrameKind.ERROR, meeting.let(10.0))
    assert [PRODUCTS["ble-2a18"].fault_of(frame.code or 0) for frame in errors] == [fault]


def test_download_fetches_everything_and_nothing_of_it_is_of_an_act() -> None:
    memory = tuple(Stored(age_s=60.0 * n, values={"glucose": 100.0 + n}) for n in range(1, 8))
    meeting = connected("ble-2a18", Scenario("a full memory", memory=memory))
    meeting.talk.download(meeting.now())
    assert meeting.talk.busy
    told = meeting.let(3.0)
    assert not meeting.talk.busy
    assert {frame.kind for frame in told} == {FrameKind.STORED}
    assert [frame.values["sequence"] for frame in told] == [7, 1, 2, 3, 4, 5, 6, 7]
    meeting.let(3.0)  # somebody measures
    meeting.talk.download(meeting.now())
    assert [frame.kind for frame in meeting.let(3.0)] == [FrameKind.STORED] * 8


class OldMeter(BleGlucoseMeter):
    """Knows no sequence numbers in its control point."""

    def written(self, uuid: str, data: bytes, t: float) -> list:  # type: ignore[type-arg]
        if data[1] == Operator.AT_LEAST:
            return [self._answer(data[0], Answer.OPERATOR_UNSUPPORTED)]
        return super().written(uuid, data, t)


def test_a_meter_that_knows_no_numbers_is_asked_for_its_last_and_says_it_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from peripherals import simulators

    monkeypatch.setitem(simulators.SIMULATORS, "ble-2a18", OldMeter)
    meeting = connected("ble-2a18", RIGHT_CLOCK)
    meeting.measure()
    told = meeting.let(12.0)
    assert [frame.values["sequence"] for frame in of(FrameKind.STORED, told)] == [2]
    assert [frame.values["sequence"] for frame in of(FrameKind.RESULT, told)] == [3]
    requests = [data[1] for data, _ in meeting.written]
    assert requests.count(Operator.AT_LEAST) == 1
    assert requests.count(Operator.LAST) > 3


def test_a_request_that_is_never_answered_is_given_up_and_made_again() -> None:
    meeting = Meeting("ble-2a18")
    meeting.talk.opened(meeting.now())
    meeting.talk.download(meeting.now())
    said = []
    while meeting.t < 2 * ANSWER_S + 1:
        meeting.t += 0.5
        meeting.talk.tick(meeting.now())
        said += [data for data, _ in meeting.talk.outgoing()]
    assert said == [
        ble_glucose.report(Operator.LAST),
        ble_glucose.abort(),
        ble_glucose.report(Operator.ALL),
        ble_glucose.abort(),
    ]
    assert not meeting.talk.busy


def test_only_an_answer_to_a_report_ends_one() -> None:
    meeting = connected("ble-2a18")
    meeting.talk.download(meeting.now())
    for noise in (b"", b"\x06", b"\x06\x00\x03\x01", b"\x05\x00\x02\x00", b"\x06\x00\x01\x01\x00"):
        meeting.hear(noise, CONTROL_POINT)
    assert meeting.talk.busy
    assert meeting.hear(b"\x01\x06\x00", "2A34") == []


def test_numbers_start_over() -> None:
    meeting = connected("ble-2a18")
    meeting.let(1.0)
    for sequence in (65533, 65534):
        meeting.hear(ble_glucose.encode(sequence, None, 100), "2A18")
    meeting.measure()
    kinds = [
        frame.kind
        for sequence in (65534, 65535, 0, 1)
        for frame in meeting.hear(ble_glucose.encode(sequence, None, 100), "2A18")
    ]
    assert kinds == [FrameKind.REPLY, FrameKind.RESULT, FrameKind.RESULT, FrameKind.RESULT]


def test_a_record_without_a_concentration_is_nobody_s_result() -> None:
    meeting = connected("ble-2a18")
    meeting.let(1.0)
    meeting.measure()
    battery_only = ble_glucose.encode(9, None, None, status=(Status.BATTERY_LOW,))
    assert [frame.kind for frame in meeting.hear(battery_only, "2A18")] == [FrameKind.REPLY]


# ---- the Omron cuff


def test_the_newest_record_of_the_memory_is_passed_on_once_as_what_it_is() -> None:
    meeting = connected("omron-ble-14", RIGHT_CLOCK)
    meeting.measure()
    told = meeting.let(7.0)
    assert [(frame.kind, frame.time) for frame in told] == [(FrameKind.STORED, "2026-11-24T09:40:00")]
    assert told[0].values == {"systolic": 99, "diastolic": 55, "pulse_rate": 60}


@pytest.mark.parametrize("scenario", ["healthy", RIGHT_CLOCK], ids=["empty", "strangers"])
def test_an_inflation_within_the_act_is_its_result(scenario: Scenario | str) -> None:
    meeting = connected("omron-ble-14", scenario)
    meeting.measure()
    results = of(FrameKind.RESULT, meeting.let(16.0))
    assert [(f.values["systolic"], f.values["diastolic"]) for f in results] == [(124, 79)]
    assert results[0].flags == ()


def test_without_an_act_the_memory_is_looked_at_only_once() -> None:
    meeting = connected("omron-ble-14", RIGHT_CLOCK)
    assert len(meeting.let(30.0)) == 1
    assert [channel for _, channel in meeting.written].count(LOCK) == 1


def test_download_passes_the_whole_memory_on() -> None:
    memory = tuple(
        Stored(age_s=3600.0 * n, values={"systolic": 110.0 + n, "diastolic": 70.0, "pulse_rate": 60.0})
        for n in range(1, 20)
    )
    meeting = connected("omron-ble-14", Scenario("a full memory", memory=memory, cuff=Cuff(takes_s=100)))
    meeting.let(1.0)
    meeting.talk.download(meeting.now())
    assert meeting.talk.busy
    told = meeting.let(2.0)
    assert not meeting.talk.busy
    assert sorted(frame.values["systolic"] for frame in told) == [110 + n for n in range(1, 15)]
    assert {frame.kind for frame in told} == {FrameKind.STORED}


def test_download_of_an_empty_memory_ends() -> None:
    meeting = connected("omron-ble-14", Scenario("never used", cuff=Cuff(takes_s=100)))
    meeting.talk.download(meeting.now())
    assert meeting.let(2.0) == []
    assert not meeting.talk.busy


def test_nothing_is_ever_written_to_the_cuff_s_memory() -> None:
    meeting = connected("omron-ble-14", RIGHT_CLOCK)
    meeting.measure()
    meeting.let(20.0)
    meeting.talk.set_clock(meeting.now())
    meeting.talk.closing()
    meeting.let(1.0)
    said = [omron_ble_talk.read_packet(data) for data, channel in meeting.written if channel == TO_CUFF]
    assert {kind for kind, _, _ in filter(None, said)} == {OPEN, READ, END}
    assert None not in said


def test_a_session_that_is_open_is_ended_on_closing() -> None:
    meeting = Meeting("omron-ble-14")
    meeting.talk.opened(meeting.now())
    meeting.talk.tick(meeting.now())
    [(lock, channel)] = meeting.talk.outgoing()
    assert channel == LOCK
    meeting.talk.closing()
    assert meeting.talk.outgoing() == []
    meeting.hear(b"\x91\x00" + lock[1:5], LOCK)
    meeting.hear(packet(REPLY | OPEN, data=bytes(16), size=16), FROM_CUFF)
    meeting.talk.outgoing()
    meeting.talk.closing()
    assert meeting.talk.outgoing() == [(packet(END), TO_CUFF)]


def test_a_cuff_that_does_not_answer_is_asked_some_times_and_left_alone() -> None:
    meeting = Meeting("omron-ble-14")
    meeting.talk.opened(meeting.now())
    meeting.talk.download(meeting.now())
    said = []
    while meeting.t < 60.0:
        meeting.t += 0.5
        meeting.talk.tick(meeting.now())
        said += meeting.talk.outgoing()
    assert len(said) == TRIES
    assert all(channel == LOCK and data == said[0].data for data, channel in said)
    assert not meeting.talk.busy


def test_another_lock_s_answer_and_broken_packets_open_nothing() -> None:
    meeting = Meeting("omron-ble-14")
    meeting.talk.opened(meeting.now())
    meeting.talk.tick(meeting.now())
    meeting.talk.outgoing()
    meeting.hear(b"\x91\x00\xde\xad\xbe\xef", LOCK)
    assert meeting.talk.outgoing() == []
    for noise in (b"", b"\x08", packet(REPLY | OPEN)[:-1] + b"\xee", b"\xff" * 20):
        meeting.hear(noise, FROM_CUFF)
    assert meeting.talk.outgoing() == []
    assert meeting.talk.dropped == 1 + 8 + 20


def test_a_cuff_that_refuses_to_read_ends_the_download() -> None:
    meeting = Meeting("omron-ble-14")
    meeting.talk.opened(meeting.now())
    meeting.talk.tick(meeting.now())
    [(lock, _)] = meeting.talk.outgoing()
    meeting.talk.download(meeting.now())
    meeting.hear(b"\x91\x00" + lock[1:5], LOCK)
    meeting.hear(packet(REPLY | OPEN, data=bytes(16), size=16), FROM_CUFF)
    meeting.hear(packet(REPLY | END, data=b"\x01", size=1), FROM_CUFF)
    assert not meeting.talk.busy


def test_memory_that_a_cuff_leaves_out_was_never_written() -> None:
    raw = packet(REPLY | READ, omron_ble_talk.MEMORY, 42)
    assert omron_ble_talk.read_packet(raw) == (REPLY | READ, omron_ble_talk.MEMORY, b"\xff" * 42)


def test_the_packets_are_those_of_the_readers() -> None:
    assert packet(OPEN, size=0x10).hex() == "0800000000100018"
    assert packet(END).hex() == "080f000000000007"
    assert packet(READ, 0x0260, 0x26).hex() == "080100026026004d"
    answer = bytes.fromhex("18800000001000000094041311020778 5a00ffff954d00e5")
    assert omron_ble_talk.read_packet(answer) == (REPLY | OPEN, 0, answer[6:-2])


def test_blocks_follow_each_other_and_are_whole_records() -> None:
    meeting = connected("omron-ble-14", RIGHT_CLOCK)
    meeting.let(1.0)
    reads = [data for data, channel in meeting.written if channel == TO_CUFF and data[1:3] == b"\x01\x00"]
    places = [(int.from_bytes(data[3:5], "big"), data[5]) for data in reads]
    assert places[0][0] == omron_ble_talk.MEMORY
    assert all(at + size == then for (at, size), (then, _) in pairwise(places))
    assert sum(size for _, size in places) == omron_ble_talk.SLOTS * omron_ble.SIZE
    assert all(size % omron_ble.SIZE == 0 for _, size in places)


def test_the_simulated_cuff_gives_nothing_away_before_it_is_unlocked() -> None:
    cuff = OmronMemory(RIGHT_CLOCK, 0, Meeting("omron-ble-14").now().local)
    cuff.subscribed = {FROM_CUFF, LOCK}
    assert cuff.written(TO_CUFF, packet(OPEN, size=16), 0.0) == []
    cuff.written(LOCK, omron_ble_talk.unlock(b"1234"), 0.0)
    refused = cuff.written(TO_CUFF, packet(READ, omron_ble_talk.MEMORY, 14), 0.0)
    assert omron_ble_talk.read_packet(refused[0].data) == (REPLY | END, 0, b"\x01")
