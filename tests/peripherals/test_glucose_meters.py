"""Glucose meters, each against its simulator: what is new is taken, what is a stranger's is never read."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from meter_bench import NOON, Table

from peripherals.protocols import lifescan_ultraeasy as ultraeasy
from peripherals.protocols import taidoc
from peripherals.protocols.base import FrameKind
from peripherals.protocols.contour_usb_talk import ContourUsbTalk
from peripherals.protocols.conversation import Conversation, Now, Packet
from peripherals.protocols.lifescan_ultraeasy_talk import UltraEasyTalk
from peripherals.protocols.taidoc_talk import TaiDocTalk
from peripherals.simulators.contour import ContourUsbMeter
from peripherals.simulators.device import Make
from peripherals.simulators.meters import TaiDocMeter, UltraEasyMeter
from peripherals.simulators.scenarios import GlucoseMeter, OffScale, Scenario, Stored


class Meter(NamedTuple):
    """One kind of meter. `resolution_s`: of its clock."""

    make: Make
    talk: Callable[[], Conversation]
    resolution_s: float
    sets_clock: bool
    model: str


METERS = {
    "taidoc": Meter(TaiDocMeter, TaiDocTalk, 60.0, True, "TD-4277"),
    "lifescan-ultraeasy": Meter(UltraEasyMeter, UltraEasyTalk, 1.0, True, "OneTouch UltraEasy"),
    "contour-usb": Meter(ContourUsbMeter, ContourUsbTalk, 60.0, False, "Bayer7390"),
}
meters = pytest.mark.parametrize("meter", METERS.values(), ids=METERS.keys())
RESULT, STORED = FrameKind.RESULT, FrameKind.STORED
STRANGERS = {61, 311}


def table(meter: Meter, story: Scenario | str = "healthy") -> Table:
    result = Table(meter.make, meter.talk(), story)
    result.open()
    result.run(2)
    return result


@meters
def test_it_tells_who_it_is_and_how_wrong_its_clock_goes(meter: Meter) -> None:
    at = table(meter, "strangers")
    assert at.talk.understood
    assert at.talk.learnt.model == meter.model
    assert at.talk.learnt.serial
    error = at.talk.learnt.clock_error_s
    assert error is not None
    assert 600 - meter.resolution_s <= error <= 600
    assert at.frames == []


@meters
def test_a_measurement_made_while_it_is_connected_is_the_result(meter: Meter) -> None:
    at = table(meter, "strangers")
    at.talk.measure(at.now)
    at.run(30)
    assert at.glucose(RESULT) == [104]
    [result] = at.of(RESULT)
    assert result.time is not None
    made = datetime.fromisoformat(result.time) - timedelta(seconds=600)
    assert NOON - timedelta(seconds=meter.resolution_s) <= made <= at.now.local
    assert result.flags == ()
    assert at.frames == [result]


@meters
def test_a_second_act_gives_the_second_measurement(meter: Meter) -> None:
    at = table(meter)
    for count in (1, 2):
        at.talk.measure(at.now)
        at.run(30)
        at.talk.rest(at.now)
        assert at.glucose(RESULT) == [104] * count
        at.run(60)


@meters
def test_measured_first_and_connected_then_it_is_told_by_its_time(meter: Meter) -> None:
    story = Scenario(
        says="",
        clock_error_s=600,
        memory=(Stored(30, {"glucose": 88}), Stored(1200, {"glucose": 61}), Stored(90000, {"glucose": 311})),
        glucose=GlucoseMeter(error=1),
    )
    at = Table(meter.make, meter.talk(), story)
    at.open()
    at.talk.measure(Now(0, NOON - timedelta(seconds=150)))  # the engine gives the act's begin
    at.run(60)
    assert at.glucose(STORED) == [88]
    assert at.of(RESULT) == []


@meters
def test_strangers_are_never_read(meter: Meter) -> None:
    """Neither as frames nor, where the meter tells the time alone, over the wire."""
    at = table(meter, "strangers")
    at.talk.measure(at.now)
    at.run(20)
    at.talk.rest(at.now)
    seen = {frame.values.get("glucose") for frame in at.frames}
    assert not seen & STRANGERS


@meters
@pytest.mark.parametrize(("code", "flag"), [("high", "high"), ("low", "low")])
def test_hi_and_lo_are_no_numbers(meter: Meter, code: OffScale, flag: str) -> None:
    at = table(meter, Scenario(says="", glucose=GlucoseMeter(code=code)))
    at.talk.measure(at.now)
    at.run(30)
    [result] = at.of(RESULT)
    assert (result.values, result.flags) == ({}, (flag,))


@meters
def test_nothing_is_asked_when_no_act_runs(meter: Meter) -> None:
    at = table(meter)
    before = len(at.said)
    at.run(60)
    assert len(at.said) == before
    at.talk.measure(at.now)
    at.run(1)
    at.talk.rest(at.now)
    before = len(at.said)
    at.run(60)
    assert len(at.said) == before


@meters
def test_a_personal_meter_s_memory_is_fetched_oldest_first(meter: Meter) -> None:
    at = table(meter, "strangers")
    at.talk.download(at.now)
    assert at.talk.busy
    at.run(5)
    assert at.glucose(STORED) == [311, 61]
    times = [frame.time for frame in at.of(STORED)]
    assert times == sorted(times, key=str)
    assert not at.talk.busy
    assert at.of(RESULT) == []


@pytest.mark.parametrize("meter", [meter for meter in METERS.values() if meter.sets_clock])
def test_its_clock_is_set_and_what_was_there_before_is_not_new(meter: Meter) -> None:
    story = Scenario(
        says="", clock_error_s=600, memory=(Stored(560, {"glucose": 61}),), glucose=GlucoseMeter(error=1)
    )
    at = table(meter, story)
    at.talk.set_clock(at.now)
    at.run(2)
    error = at.talk.learnt.clock_error_s
    assert error is not None
    assert -meter.resolution_s <= error <= 1
    at.talk.measure(at.now)
    at.run(60)
    assert at.frames == []


@meters
def test_a_clock_never_set_still_tells_what_is_new(meter: Meter) -> None:
    at = table(meter, "clock-lost")
    at.talk.measure(at.now)
    at.run(30)
    assert at.glucose(RESULT) == [104]


@meters
def test_a_lost_answer_is_asked_for_again(meter: Meter) -> None:
    """Every seventh packet of the meter is lost."""
    at = Table(meter.make, meter.talk(), "strangers")
    seen = 0

    def every_seventh_is_lost(packet: Packet) -> list[Packet]:
        nonlocal seen
        seen += 1
        return [] if seen % 7 == 0 else [packet]

    at.answers = every_seventh_is_lost
    at.open()
    at.run(15)
    at.talk.measure(at.now)
    at.run(90)
    assert at.glucose(RESULT) == [104]
    assert not {frame.values.get("glucose") for frame in at.frames} & STRANGERS


@meters
def test_a_broken_answer_is_asked_for_again(meter: Meter) -> None:
    """Every seventh packet has a wrong bit."""
    at = Table(meter.make, meter.talk(), "strangers")
    seen = 0

    def every_seventh_is_broken(packet: Packet) -> list[Packet]:
        nonlocal seen
        seen += 1
        if seen % 7:
            return [packet]
        return [packet._replace(data=packet.data[:5] + bytes((packet.data[5] ^ 4,)) + packet.data[6:])]

    at.answers = every_seventh_is_broken
    at.open()
    at.run(15)
    at.talk.measure(at.now)
    at.run(90)
    assert at.glucose(RESULT) == [104]


@meters
def test_one_that_is_off_is_asked_now_and_then_and_answers_later(meter: Meter) -> None:
    at = Table(meter.make, meter.talk(), "healthy")
    at.questions = lambda packet: []
    at.answers = lambda packet: []
    at.open()
    at.talk.measure(at.now)
    at.run(60)
    assert not at.talk.understood
    assert 10 <= len(at.said) <= 60
    at.questions = at.answers = lambda packet: [packet]
    at.run(40)
    assert at.talk.understood
    assert at.glucose(RESULT) == [104]


def unused(*memory: Stored) -> Scenario:
    """A meter that nobody uses."""
    return Scenario(says="", memory=memory, glucose=GlucoseMeter(error=1))


@meters
@pytest.mark.parametrize(("seed", "taken"), [(7, [88]), (8, [])], ids=["same meter", "another meter"])
def test_more_records_prove_something_only_in_the_same_meter(
    meter: Meter, seed: int, taken: list[int | float]
) -> None:
    """The clocks of neither tell: the times of both look older than the act, by less than a minute."""
    at = Table(meter.make, meter.talk(), unused(Stored(7200, {"glucose": 61})))
    at.open()
    at.talk.measure(at.now)
    at.run(5)
    at.answers = lambda packet: []
    at.run(20)
    made_s = at.t + 30
    at.swap(unused(Stored(made_s, {"glucose": 88}), Stored(7200, {"glucose": 61})), seed)
    at.answers = lambda packet: [packet]
    at.run(40)
    assert at.glucose(RESULT) == taken
    assert at.of(STORED) == []


@meters
def test_another_meter_with_more_records_is_not_read(meter: Meter) -> None:
    at = Table(meter.make, meter.talk(), unused())
    at.open()
    at.talk.measure(at.now)
    at.run(5)
    at.answers = lambda packet: []
    at.run(20)
    at.swap(unused(Stored(7200, {"glucose": 61})), seed=8)
    at.answers = lambda packet: [packet]
    at.run(40)
    assert at.frames == []


@meters
def test_taken_off_to_be_used_it_is_recognised_by_what_was_noted(meter: Meter) -> None:
    """A new line, a new conversation, the same act."""
    at = Table(meter.make, meter.talk(), unused(Stored(7200, {"glucose": 61})))
    at.open()
    begin = at.now
    at.talk.measure(begin)
    at.run(10)
    noted, at.talk = at.talk.keepsake, meter.talk()
    at.run(90)
    at.swap(unused(Stored(20, {"glucose": 88}), Stored(7200 + 100, {"glucose": 61})))
    at.open()
    at.talk.recall(noted)
    at.talk.measure(begin)
    at.run(20)
    assert at.glucose(RESULT) == [88]
    assert at.of(STORED) == []


@meters
def test_what_was_noted_ends_with_the_act(meter: Meter) -> None:
    at = table(meter)
    at.talk.measure(at.now)
    at.run(5)
    assert at.talk.keepsake is not None
    at.talk.rest(at.now)
    assert at.talk.keepsake is None
    at.talk.recall("something else's")
    assert at.talk.keepsake is None


@meters
def test_a_download_that_is_not_answered_is_given_up(meter: Meter) -> None:
    at = table(meter)
    at.answers = lambda packet: []
    at.talk.download(at.now)
    at.run(30)
    assert not at.talk.busy
    said = len(at.said)
    at.run(30)
    assert len(at.said) == said


def test_taidoc_control_solution_is_nobody_s_measurement() -> None:
    at = table(METERS["taidoc"])

    def control(packet: Packet) -> list[Packet]:
        [frame] = taidoc.decoder().feed(packet.data)
        if frame.code == taidoc.Command.RECORD_VALUE:
            return [Packet(taidoc.encode_value(110, kind=3))]
        return [packet]

    at.answers = control
    at.talk.measure(at.now)
    at.run(30)
    assert at.frames == []


def test_taidoc_asks_again_when_the_meter_says_that_it_is_ready() -> None:
    at = Table(TaiDocMeter, TaiDocTalk())
    at.questions = lambda packet: []
    at.open()
    assert len(at.said) == 1
    at.step()  # the simulated meter says READY
    assert [packet.data for packet in at.said] == [taidoc.command(taidoc.Command.MODEL)] * 2


def test_taidoc_an_echoing_cable_does_not_answer_for_the_meter() -> None:
    at = Table(TaiDocMeter, TaiDocTalk())
    at.questions = lambda packet: []
    at.answers = lambda packet: []
    at.open()
    for packet in at.said:
        assert at.talk.heard(packet.data, "", at.now) == []
    assert not at.talk.understood


def test_taidoc_is_let_out_of_communication_mode() -> None:
    at = table(METERS["taidoc"])
    at.talk.closing()
    assert [packet.data for packet in at.talk.outgoing()] == [taidoc.command(taidoc.Command.POWER_OFF)]


def test_taidoc_commands_are_those_of_the_description() -> None:
    assert taidoc.command(taidoc.Command.CONNECT) == bytes.fromhex("51 22 00 00 00 00 A3 16")
    assert taidoc.read_date(bytes.fromhex("04 27 25 0D")) == datetime(2019, 8, 4, 13, 37)
    assert taidoc.write_date(datetime(2019, 8, 4, 13, 37)) == bytes.fromhex("04 27 25 0D")


def test_ultraeasy_begins_as_published_sessions_do() -> None:
    at = Table(UltraEasyMeter, UltraEasyTalk())
    at.open()
    assert [packet.data.hex(" ").upper() for packet in at.said[:5]] == [
        "02 06 08 03 C2 62",
        "02 12 00 05 0B 02 00 00 00 00 84 6A E8 73 00 03 9B EA",
        "02 06 07 03 FC 72",
        "02 09 03 05 0D 02 03 08 9F",
        "02 06 04 03 AF 27",
    ]
    assert at.talk.learnt.firmware == "P02.00.0025/05/07"


def test_ultraeasy_a_message_that_comes_twice_is_acknowledged_twice_and_taken_once() -> None:
    """The meter did not hear the first acknowledgement."""
    at = table(METERS["lifescan-ultraeasy"], "strangers")

    def twice(packet: Packet) -> list[Packet]:
        return [packet, packet] if len(packet.data) > ultraeasy.OVERHEAD else [packet]

    at.answers = twice
    before = len(at.said)
    at.talk.download(at.now)
    at.run(3)
    assert at.glucose(STORED) == [311, 61]
    [*_, first, second] = at.said[before:]
    assert first == second


def test_ultraeasy_a_record_that_is_not_wanted_has_no_value() -> None:
    decoder = ultraeasy.decoder(lambda time: time == datetime(2014, 5, 2, 18, 50, 10))
    told = datetime(2014, 5, 2, 18, 50, 10)
    other = told + timedelta(seconds=1)
    frames = decoder.feed(ultraeasy.encode_record(told, 91) + ultraeasy.encode_record(other, 92))
    assert [(frame.kind, dict(frame.values)) for frame in frames] == [
        (FrameKind.STORED, {"glucose": 91}),
        (FrameKind.REPLY, {}),
    ]
    assert ultraeasy.read_time(frames[1].payload[2:]) == other


def test_ultraeasy_is_left_disconnected() -> None:
    at = table(METERS["lifescan-ultraeasy"])
    at.talk.closing()
    assert [packet.data.hex(" ").upper() for packet in at.talk.outgoing()] == ["02 06 08 03 C2 62"]
