"""Cuffs that only show their memory: their conversations against their simulators, in made-up time."""

import random
from datetime import datetime
from pathlib import Path

import pytest
from cuff_bench import BEGAN, Bench
from stations import FAST, Station, cuff

from contract.measurement import Act, Kind
from peripherals.events import MeasurementReady, State
from peripherals.protocols import microlife
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Packet
from peripherals.protocols.log_cuff import Mark, added
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import Cuff, Line, Reading, Scenario, Stored, find

CUFFS = ["omron-790it", "contec-08a", "beurer-bm55", "microlife"]
KNOW_THE_TIME = ["omron-790it", "microlife"]
MEASURE_IN_THE_CABLE = ["omron-790it", "contec-08a", "beurer-bm55", "microlife"]

everyone = pytest.mark.parametrize("name", CUFFS)
plugged = pytest.mark.parametrize("name", MEASURE_IN_THE_CABLE)
clocks = pytest.mark.parametrize("name", KNOW_THE_TIME)

READING = Reading(131, 84, 66)
OURS = {"systolic": 131, "diastolic": 84, "pulse_rate": 66}
THEIRS = [
    {"systolic": 171, "diastolic": 99, "pulse_rate": 88},
    {"systolic": 99, "diastolic": 55, "pulse_rate": 60},
]


def read(frame: Frame) -> dict[str, int | float]:
    """What every cuff gives."""
    return {name: value for name, value in frame.values.items() if name != "mean_arterial"}


def strangers(*ages_s: float, **changes: object) -> Scenario:
    """Other people's records, the last of them the newest."""
    memory = tuple(
        Stored(age_s, {**THEIRS[n % 2], "systolic": THEIRS[n % 2]["systolic"] - n // 2})
        for n, age_s in enumerate(ages_s)
    )
    return Scenario("strangers", memory=memory, cuff=Cuff((READING,)), **changes)  # type: ignore[arg-type]


@everyone
def test_it_is_known_by_its_greeting_and_nothing_of_its_memory_is_told(name: str) -> None:
    bench = Bench(name, "strangers")
    bench.identify()
    bench.run(30)
    assert bench.told == []


@everyone
def test_a_device_that_says_nothing_is_not_understood_and_is_asked_in_peace(name: str) -> None:
    bench = Bench(name, "healthy")
    bench.device.host_sent = lambda data, t, channel="": []  # type: ignore[method-assign]
    bench.run(60)
    assert not bench.talk.understood
    assert len(bench.said) < 400
    bench.talk.download(bench.now)
    bench.talk.measure(bench.now)
    bench.run(60)
    assert bench.told == []


@plugged
def test_what_is_measured_after_the_act_began_is_the_result(name: str) -> None:
    bench = Bench(name, strangers(90_000, 1200))
    bench.identify()
    [frame] = bench.measure()
    assert frame.kind is FrameKind.RESULT
    assert read(frame) == OURS
    if name in KNOW_THE_TIME:
        assert frame.time is not None and frame.time >= BEGAN.isoformat(timespec="minutes")
    else:
        assert frame.time is None, "the time of a clock that nobody compared would be taken for the moment"


@plugged
def test_each_act_gives_the_next_measurement(name: str) -> None:
    bench = Bench(name, "healthy")
    bench.identify()
    given = []
    for _ in range(3):
        given += bench.measure()
        bench.rest()
        bench.run(30)
    readings = find("healthy").cuff.readings
    assert [(f.values["systolic"], f.values["diastolic"], f.values["pulse_rate"]) for f in given] == [
        reading.all for reading in readings
    ]
    assert {frame.kind for frame in given} == {FrameKind.RESULT}


@plugged
def test_a_full_memory_counts_no_further_and_the_newest_is_found_all_the_same(name: str) -> None:
    bench = Bench(name, strangers(*range(200_000, 80_000, -1000)))
    bench.identify()
    [frame] = bench.measure()
    assert frame.kind is FrameKind.RESULT
    assert read(frame) == OURS


@plugged
def test_a_clock_that_was_never_set_spoils_only_the_time(name: str) -> None:
    bench = Bench(name, "clock-lost")
    bench.identify()
    [frame] = bench.measure()
    assert frame.kind is FrameKind.RESULT
    assert frame.values["systolic"] == find("clock-lost").cuff.readings[0].systolic


@plugged
@pytest.mark.parametrize("line", [Line(noise=0.05), Line(changed=0.05), Line(cut=0.05), Line(delay_s=0.15)])
def test_a_bad_line_costs_time_but_gives_no_wrong_value(name: str, line: Line) -> None:
    for seed in range(8):
        bench = Bench(name, strangers(90_000, 1200, line=line), seed)
        bench.run(60, lambda bench=bench: bench.talk.understood)  # type: ignore[misc]
        assert bench.talk.understood
        told = bench.measure(180)
        assert [read(frame) for frame in told if frame.kind is FrameKind.RESULT] == [OURS]
        assert len(told) == 1


@plugged
def test_a_measurement_that_failed_on_the_cuff_is_no_result(name: str) -> None:
    bench = Bench(name, Scenario("leak", cuff=Cuff(error=15)))
    bench.identify()
    assert bench.measure(60) == []


@plugged
def test_pressures_that_cannot_be_true_are_refused(name: str) -> None:
    bench = Bench(name, Scenario("swapped", cuff=Cuff((Reading(80, 120, 66),))))
    bench.identify()
    [frame] = bench.measure()
    assert frame.kind is FrameKind.REFUSED
    assert frame.values == {}


@pytest.mark.parametrize("name", ["omron-790it", "beurer-bm55"])
@pytest.mark.parametrize(
    ("irregular", "movement", "flags"),
    [
        (True, False, {"irregular-pulse"}),
        (False, True, {"movement"}),
        (True, True, {"irregular-pulse", "movement"}),
    ],
)
def test_what_the_cuff_noticed_is_told(name: str, irregular: bool, movement: bool, flags: set[str]) -> None:
    bench = Bench(name, Scenario("it moved", cuff=Cuff((READING,), irregular=irregular, movement=movement)))
    bench.identify()
    [frame] = bench.measure()
    assert set(frame.flags) == flags


def spoilt(packets: list[Packet], rng: random.Random) -> list[Packet]:
    """Any bytes, then the answer stretched, changed and perhaps cut, then the answer."""
    result = []
    for packet in packets:
        what = bytearray(packet.data + rng.randbytes(rng.randrange(3)))
        what[rng.randrange(len(what))] = rng.randrange(256)
        cut = rng.randrange(len(what) + 1) if rng.random() < 0.3 else len(what)
        result += [Packet(rng.randbytes(rng.randrange(12))), Packet(bytes(what[:cut])), packet]
    return result


@everyone
@pytest.mark.parametrize("seed", range(12))
def test_whatever_it_says_nothing_breaks(name: str, seed: int) -> None:
    rng = random.Random(seed)
    bench = Bench(name, strangers(90_000, 1200), seed)
    answer = bench.device.host_sent
    bench.device.host_sent = lambda data, t, channel="": spoilt(answer(data, t, channel), rng)  # type: ignore[method-assign]
    bench.run(20)
    bench.measure(30, frames=1000)
    bench.rest()
    bench.talk.set_clock(bench.now)
    bench.run(10)
    bench.talk.closing()
    bench.talk.download(bench.now)
    bench.run(30)
    assert all(frame.values.get("systolic", 2) > frame.values.get("diastolic", 1) for frame in bench.told)


@everyone
def test_after_the_act_it_is_left_alone(name: str) -> None:
    bench = Bench(name, "healthy")
    bench.identify()
    bench.measure(5)
    bench.rest()
    bench.said.clear()
    bench.told.clear()
    bench.run(30)
    assert bench.said == []
    assert bench.told == []
    assert bench.talk.keepsake is None


@everyone
def test_its_whole_memory_is_fetched_when_it_is_a_person_s_own(name: str) -> None:
    bench = Bench(name, strangers(90_000, 1200))
    bench.identify()
    told = bench.download()
    assert {frame.kind for frame in told} == {FrameKind.STORED}
    assert [read(frame) for frame in told][:2] == THEIRS
    assert [frame.time for frame in told] == sorted(str(frame.time) for frame in told)


@clocks
@pytest.mark.parametrize("error_s", [0.0, 600.0, -86_400.0])
def test_its_clock_is_compared(name: str, error_s: float) -> None:
    bench = Bench(name, Scenario("clock", clock_error_s=error_s))
    bench.identify()
    assert bench.talk.learnt.clock_error_s == pytest.approx(error_s, abs=60)


# Measured with the cable out.


@everyone
def test_what_came_on_top_while_it_was_unplugged_is_the_result(name: str) -> None:
    """Proved by the record that was the newest before, whatever the clock says."""
    bench = Bench(name, strangers(90_000, 2400, clock_error_s=-7200))
    bench.identify()
    began = bench.now
    assert bench.measure(4) == []
    bench.t += 56
    later = (
        *strangers(90_000 + bench.t, 2400 + bench.t).memory,
        Stored(5, {k: float(v) for k, v in OURS.items()}),
    )
    bench.replug(Scenario("measured", memory=later, clock_error_s=-7200), began=began)
    bench.run(20, lambda: bool(bench.told))
    assert [(frame.kind, read(frame)) for frame in bench.told] == [(FrameKind.RESULT, OURS)]


@everyone
@pytest.mark.parametrize("hand_on", [True, False])
def test_another_cuff_of_the_kind_is_not_taken_for_it(name: str, hand_on: bool) -> None:
    bench = Bench(name, strangers(90_000, 2400, clock_error_s=-7200))
    bench.identify()
    began = bench.now
    bench.measure(4)
    bench.t += 56
    other = strangers(95_000, 7000, 3000, 900, clock_error_s=-7200)
    bench.replug(Scenario("other", memory=other.memory, clock_error_s=-7200), began=began, hand_on=hand_on)
    bench.run(5)
    assert bench.told == []


@clocks
def test_without_the_note_only_a_record_of_this_act_by_its_time_is_handed_on(name: str) -> None:
    bench = Bench(name, strangers(90_000, 1200, clock_error_s=600))
    bench.identify()
    began = bench.now
    bench.t += 90
    later = (*strangers(90_000, 1290).memory, Stored(8, {k: float(v) for k, v in OURS.items()}))
    bench.replug(Scenario("measured", memory=later, clock_error_s=600), began=began, hand_on=False)
    bench.run(5)
    assert [(frame.kind, read(frame)) for frame in bench.told] == [(FrameKind.STORED, OURS)]


def test_the_microlife_is_spoken_to_bare_behind_a_serial_driver() -> None:
    bench = Bench("microlife", strangers(90_000, 1200), serial=True)
    bench.identify()
    assert bench.talk.learnt.firmware == "05.00"
    bench.said.clear()
    [frame] = bench.measure()
    assert (frame.kind, read(frame)) == (FrameKind.RESULT, OURS)
    assert {packet.data for packet in bench.said} == {microlife.command(microlife.MEMORY)}


def test_a_microlife_that_only_understands_bare_bytes_is_found_too() -> None:
    bench = Bench("microlife", serial=True)
    answer = bench.device.host_sent
    bench.device.host_sent = (  # type: ignore[method-assign]
        lambda data, t, channel="": answer(data, t, channel) if data.startswith(microlife.START) else []
    )
    bench.identify()


@pytest.mark.parametrize("serial", [True, False])
@pytest.mark.parametrize("story", ["clock-lost", "strangers"])
def test_the_microlife_s_clock_is_set_and_read_back(story: str, serial: bool) -> None:
    bench = Bench("microlife", story, serial=serial)
    bench.identify()
    assert bench.talk.learnt.clock_error_s is None or bench.talk.learnt.clock_error_s > 500
    bench.talk.set_clock(bench.now)
    bench.run(5)
    assert bench.talk.learnt.clock_error_s == pytest.approx(0, abs=2)
    [frame] = bench.measure()
    assert frame.time is not None and frame.time > BEGAN.isoformat(timespec="minutes")


def test_a_microlife_that_does_not_take_the_time_is_left_as_it_is() -> None:
    bench = Bench("microlife", "strangers")
    bench.identify()
    bench.said.clear()
    bench.device.host_sent = lambda data, t, channel="": []  # type: ignore[method-assign]
    bench.talk.set_clock(bench.now)
    bench.run(10)
    sent = {packet.data for packet in bench.said}
    assert sent == {b"\x04" + microlife.command(microlife.SET_CLOCK)}


@pytest.mark.parametrize(
    ("text", "time", "century_first"),
    [
        (b"05042620093021", datetime(2026, 5, 4, 9, 30, 21), False),
        (b"05042026093021", datetime(2026, 5, 4, 9, 30, 21), True),
        (b"05302020080700", datetime(2020, 5, 30, 8, 7), False),
    ],
)
def test_both_orders_of_the_microlife_s_year_are_read(
    text: bytes, time: datetime, century_first: bool
) -> None:
    assert microlife.clock_of(text) == (time, century_first)
    assert microlife.encode_clock(time, century_first=century_first) == text


@pytest.mark.parametrize("text", [b"00001520000000", b"13042620093021", b"0504", b""])
def test_what_is_no_time_is_none(text: bytes) -> None:
    assert microlife.clock_of(text) is None


def test_the_order_of_the_microlife_s_records_does_not_matter() -> None:
    bench = Bench("microlife", strangers(90_000, 1200))
    encode = bench.device._memory  # type: ignore[attr-defined]

    def newest_first(t: float) -> bytes:
        text = encode(t)[1:-2]
        return microlife.encode_answer(text[:32] + b"".join(reversed(microlife.records_of(text))))

    bench.device._memory = newest_first  # type: ignore[attr-defined]
    bench.identify()
    [frame] = bench.measure()
    assert (frame.kind, read(frame)) == (FrameKind.RESULT, OURS)


def test_a_memory_that_was_cleared_has_nothing_new() -> None:
    assert added(Mark(7, 7, 1), Mark(0, 0, 0)) == 0
    assert added(Mark(7, 7, 1), Mark(3, 3, 2)) == 0
    assert added(Mark(7, 7, 1), Mark(7, 7, 1)) == 0
    assert added(Mark(7, 7, 1), Mark(7, 7, 2)) == 1
    assert added(Mark(7, 7, 1), Mark(9, 7, 2)) == 2


def test_the_omron_is_left_switched_off() -> None:
    bench = Bench("omron-790it")
    bench.identify()
    bench.said.clear()
    bench.talk.closing()
    bench.run(1)
    assert [packet.data for packet in bench.said] == [b"\x05END\xff\xff\0\0"]


def test_the_omron_s_model_is_learnt() -> None:
    bench = Bench("omron-790it")
    bench.identify()
    assert (bench.talk.learnt.model, bench.talk.learnt.firmware) == ("M7080IT", "207")


# Through the engine, on the seam of its transport.


@plugged
async def test_the_station_takes_the_measurement(name: str, tmp_path: Path) -> None:
    link = tmp_path / "cuff"
    told = strangers(90_000, 1200)
    with Simulator(SIMULATORS[name], told, scheme="hid", link=link, speed=FAST) as device:
        async with Station(cuff(device.port, name)) as station:
            await station.is_now(State.READY, "cuff")
            outcome = await station.outcome(station.measure(Act.BLOOD_PRESSURE))
    assert isinstance(outcome, MeasurementReady)
    values = {value.kind: value.value for value in outcome.measurement.values}
    assert (values[Kind.SYSTOLIC], values[Kind.DIASTOLIC]) == (131, 84)
