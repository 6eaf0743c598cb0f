"""The manager of IEEE 11073-20601: its table, simulated agents, whose value it is, store and clock."""

from datetime import timedelta
from typing import Literal

import pytest
from health_bench import (
    ABRT,
    ALL,
    RLRE,
    RLRQ,
    WALL,
    Bench,
    Manager,
    aarq,
    at,
    attributes,
    bcd,
    configuration,
    data,
    identity,
    kind_of,
    numeric,
    octets,
    operation_of,
    reading,
    rows,
    scan,
    story,
    u16,
)

from peripherals.events import Fault
from peripherals.protocols.base import FrameKind
from peripherals.protocols.ieee11073.states import TABLE, Do, Event, State
from peripherals.protocols.ieee11073.talk import HELD
from peripherals.registry import PRODUCTS
from peripherals.simulators.health_agent import State as Agent
from peripherals.simulators.scenarios import Cuff, GlucoseMeter, Oximeter, Scale, Stored, Thermometer

# ---- the table


def test_every_event_has_a_row_in_every_state() -> None:
    assert set(TABLE) == set(State)
    assert all(set(row) == set(Event) for row in TABLE.values())


def test_every_state_is_reached_and_left_and_everything_is_done_somewhere() -> None:
    rows_ = [(state, *row) for state, of in TABLE.items() for row in of.values()]
    assert {after for state, _, after in rows_ if after is not state} == set(State)
    assert {state for state, _, after in rows_ if after is not state} == set(State)
    assert {do for _, do, _ in rows_} == set(Do)


def test_an_abort_always_ends_the_association_and_reports_are_only_taken_while_operating() -> None:
    for state, of in TABLE.items():
        assert all(after is State.UNASSOCIATED for do, after in of.values() if do is Do.ABORT)
        assert of[Event.ABRT] == (Do.NOTHING, State.UNASSOCIATED)
        if state is not State.OPERATING:
            assert all(do is not Do.TAKE_REPORT for do, _ in of.values())


# ---- with simulated agents


@pytest.mark.parametrize("name", ALL)
def test_every_kind_of_agent_is_understood_identified_and_released(name: str) -> None:
    bench = Bench(name)
    bench.run(1.0)
    assert bench.talk.understood
    learnt = bench.talk.learnt
    assert learnt.model and learnt.model.startswith("Carepost Simulated")
    assert learnt.serial == f"SIM-{bench.device.agent.system_id[-2:].hex().upper()}"
    assert (learnt.firmware, learnt.clock_error_s, learnt.battery_low) == ("1.0", 0.0, False)
    bench.talk.closing()
    bench.flush()
    assert bench.device.agent.state is Agent.UNASSOCIATED
    assert bench.kinds("M")[-1] == RLRQ
    assert bench.kinds("A")[-1] == RLRE
    assert ABRT not in bench.kinds("M") + bench.kinds("A")
    assert bench.talk.dropped == 0


def test_an_oximeter_streams_live_values_and_what_its_sensor_sees() -> None:
    bench = Bench("ieee11073", story(oximeter=Oximeter(spo2=93, pulse=61, perfusion=0.2)))
    frames = bench.run(6.0)
    assert {frame.kind for frame in frames} == {FrameKind.LIVE}
    assert frames[0].flags == ("finger-out",)
    assert frames[1].flags == ("searching",)
    assert not frames[0].values
    assert frames[-1].values == {"spo2": 93, "pulse_rate": 61, "perfusion_index": 0.2}
    assert frames[-1].flags == ("low-perfusion",)


def test_a_cuff_s_results_are_those_of_its_story() -> None:
    bench = Bench("ieee11073-bp")
    bench.talk.measure(at(0.0))
    frames = bench.run(25.0)
    assert [frame.kind for frame in frames] == [FrameKind.RESULT] * 3
    assert frames[0].values == {"systolic": 124, "diastolic": 79, "mean_arterial": 94, "pulse_rate": 72}
    assert frames[0].time == "2026-01-05T10:00:08"


def test_a_scale_shows_what_it_weighs_and_then_tells_it() -> None:
    bench = Bench("ieee11073-scale")
    bench.talk.measure(at(0.0))
    *shown, told = bench.run(6.0)
    assert shown
    assert {(frame.kind, frame.flags) for frame in shown} == {(FrameKind.LIVE, ("ongoing",))}
    assert told.kind is FrameKind.RESULT
    assert told.values == {"weight": 72.5, "height": 171}


@pytest.mark.parametrize(("site", "told"), [("oral", "oral"), ("axillary", "axillary"), ("forehead", None)])
def test_a_temperature_carries_its_site(site: str, told: str | None) -> None:
    bench = Bench("ieee11073-thermometer", story(thermometer=Thermometer(38.4, site, takes_s=3.0)))
    bench.talk.measure(at(0.0))
    [frame] = bench.run(5.0)
    assert (frame.kind, frame.values, frame.site) == (FrameKind.RESULT, {"temperature": 38.4}, told)


@pytest.mark.parametrize("code", ["high", "low"])
def test_hi_and_lo_are_results_without_a_number(code: Literal["high", "low"]) -> None:
    bench = Bench("ieee11073-glucose", story(glucose=GlucoseMeter(code=code)))
    bench.talk.measure(at(0.0))
    [frame] = bench.run(7.0)
    assert (frame.kind, frame.values, frame.flags) == (FrameKind.RESULT, {}, (code,))


@pytest.mark.parametrize(
    ("name", "changes", "fault"),
    [
        ("ieee11073-bp", {"cuff": Cuff(error=2)}, Fault.CUFF_ERROR),
        ("ieee11073-scale", {"scale": Scale(refuses="overload")}, Fault.OVERLOAD),
        ("ieee11073-scale", {"scale": Scale(refuses="underload")}, Fault.UNDERLOAD),
        ("ieee11073-thermometer", {"thermometer": Thermometer(error=3)}, Fault.DEVICE_SENSOR),
        ("ieee11073-glucose", {"glucose": GlucoseMeter(error=2)}, Fault.TEST_STRIP),
        ("ieee11073-glucose", {"glucose": GlucoseMeter(error=7)}, Fault.DEVICE_TEMPERATURE),
        ("ieee11073-glucose", {"glucose": GlucoseMeter(error=9)}, Fault.NO_RESULT),
        ("ieee11073-glucose", {"glucose": GlucoseMeter(error=77)}, Fault.DEVICE_ERROR),
    ],
)
def test_a_measurement_that_fails_says_why(name: str, changes: dict[str, object], fault: Fault) -> None:
    bench = Bench(name, story(**changes))
    bench.talk.measure(at(0.0))
    frame = bench.run(9.0)[-1]
    assert frame.kind is FrameKind.ERROR
    assert PRODUCTS[name].fault_of(frame.code or 0) is fault


def test_a_low_battery_is_learnt() -> None:
    bench = Bench("ieee11073-scale", story(battery_low=True))
    bench.run(1.0)
    assert bench.talk.learnt.battery_low is True


# ---- whose value is it


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("ieee11073-bp", {"systolic": 124, "diastolic": 79, "mean_arterial": 94, "pulse_rate": 72}),
        ("ieee11073-scale", {"weight": 72.5, "height": 171}),
        ("ieee11073-thermometer", {"temperature": 36.8}),
    ],
)
def test_what_strangers_measured_is_never_a_result(name: str, own: dict[str, float]) -> None:
    bench = Bench(name, "strangers")
    bench.talk.measure(at(0.0))
    frames = bench.run(9.0)
    stored = [frame for frame in frames if frame.kind is FrameKind.STORED]
    results = [frame for frame in frames if frame.kind is FrameKind.RESULT]
    assert len(stored) == 2
    assert all("from-memory" in frame.flags for frame in stored)
    assert [frame.values for frame in results] == [own]
    assert bench.talk.learnt.clock_error_s == 600.0


def test_a_value_of_the_act_is_a_result_even_if_it_comes_when_the_device_is_plugged_in_later() -> None:
    kept = (Stored(20.0, {"weight": 70.1}), Stored(400.0, {"weight": 99.9}))
    bench = Bench("ieee11073-scale", story(memory=kept, scale=Scale(steps_on_s=1e6)))
    bench.talk.measure(at(-60.0))
    frames = bench.run(2.0)
    assert [(frame.kind, frame.values["weight"]) for frame in frames] == [
        (FrameKind.RESULT, 70.1),
        (FrameKind.STORED, 99.9),
    ]


def test_nobody_measures_so_nothing_is_a_result() -> None:
    bench = Bench("ieee11073-bp")
    [frame] = bench.run(9.0)
    assert frame.kind is FrameKind.STORED
    bench.talk.measure(at(bench.t))
    bench.talk.rest(at(bench.t))
    assert {frame.kind for frame in bench.run(9.0)} == {FrameKind.STORED}


def test_a_report_waits_until_the_agent_s_clock_is_known() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq())
    answers = manager.hear(scan(9, *reading(bcd(WALL + timedelta(minutes=10)))))
    assert operation_of(answers[-1]) == 0x0201  # confirmed at once
    assert manager.frames == []
    manager.hear(identity(1, (0x0987, bcd(WALL + timedelta(minutes=10)))))
    [frame] = manager.frames
    assert frame.kind is FrameKind.RESULT
    assert manager.talk.learnt.clock_error_s == 600.0


@pytest.mark.parametrize(("came", "kept"), [(600, 600), (1500, 1000)])
def test_so_many_reports_may_wait_and_of_more_the_oldest_are_given_up(came: int, kept: int) -> None:
    manager = Manager()
    manager.hear(aarq())
    for number in range(came):
        manager.hear(scan(number, *reading(bcd(WALL), systolic=100 + number % 100), operation=0x0100))
    manager.hear(identity(1))
    assert len(manager.frames) == kept
    assert manager.frames[-1].values["systolic"] == 100 + (came - 1) % 100


def test_a_report_of_thousands_of_times_is_read_in_time() -> None:
    rows_ = [(1, b"\xff\x00\x02\xd5" + bcd(WALL + timedelta(seconds=second))) for second in range(3000)]
    manager = Manager("ieee11073-scale")
    manager.hear(aarq(0x05DC), identity(1), scan(2, *rows_))
    assert len({frame.time for frame in manager.frames}) == HELD


def test_a_time_that_cannot_be_compared_proves_nothing() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq(), identity(1), scan(9, *reading(bcd(WALL))))
    [frame] = manager.frames
    assert frame.kind is FrameKind.STORED


def test_a_value_without_a_time_is_of_the_moment_it_comes() -> None:
    manager = Manager("ieee11073-scale")
    manager.talk.measure(at(0.0))
    report = configuration(0x4000, numeric(1, 0xE140, 0x06C3, (0x0A56, 4)))
    manager.hear(aarq(0x4000), report, identity(1), scan(9, (1, b"\xff\x00\x02\xd5")))
    [frame] = manager.frames
    assert (frame.kind, frame.values) == (FrameKind.RESULT, {"weight": 72.5})


def test_a_live_value_that_is_minutes_old_is_not_live() -> None:
    manager = Manager("ieee11073")
    when = bcd(WALL - timedelta(minutes=2))
    manager.hear(aarq(0x0190), identity(1, (0x0987, bcd(WALL))))
    manager.hear(scan(3, (1, u16(97) + when), (10, u16(70) + when)))
    manager.hear(scan(4, (1, u16(96) + bcd(WALL)), (10, u16(70) + bcd(WALL))))
    assert [frame.kind for frame in manager.frames] == [FrameKind.STORED, FrameKind.LIVE]
    assert manager.frames[0].flags == ("from-memory",)


def test_a_spot_check_is_a_finished_result() -> None:
    manager = Manager("ieee11073")
    manager.talk.measure(at(0.0))
    manager.hear(aarq(0x0191), identity(1, (0x0987, bcd(WALL))))
    manager.hear(scan(3, (1, u16(97) + bcd(WALL)), (10, u16(70) + bcd(WALL))))
    [frame] = manager.frames
    assert frame.kind is FrameKind.RESULT


# ---- the store


def test_a_store_is_fetched_entry_by_entry_and_every_piece_confirmed() -> None:
    bench = Bench("ieee11073-glucose", "strangers")
    bench.run(2.0)
    bench.talk.download(at(bench.t))
    assert bench.talk.busy
    bench.flush()
    frames = bench.run(2.0)
    assert not bench.talk.busy
    stored = [frame for frame in bench.frames if frame.kind is FrameKind.STORED]
    assert [frame.values["glucose"] for frame in stored] == [311, 61]
    assert all(frame.flags == ("from-memory",) for frame in stored)
    assert stored[0].time == "2026-01-04T09:10:00"
    assert frames
    assert ABRT not in bench.kinds("M") + bench.kinds("A")


def test_an_empty_store_and_one_that_is_not_there_end_the_download_at_once() -> None:
    for story_ in (story(glucose=GlucoseMeter(error=2)), "healthy"):
        bench = Bench("ieee11073-glucose", story_)
        bench.run(2.0)
        bench.talk.download(at(bench.t))
        bench.flush()
        bench.run(0.5)
        assert not bench.talk.busy
        assert ABRT not in bench.kinds("M") + bench.kinds("A")


def test_a_store_that_stops_in_the_middle_is_given_up() -> None:
    manager = Manager("ieee11073-glucose")
    store = u16(61, 60) + attributes()
    report = configuration(0x4000, numeric(1, 0x71B8, 0x0852, (0x0A4C, 2), (0x0990, 8)), store)
    manager.hear(aarq(0x4000), report, identity(1))
    manager.talk.download(at(manager.t))
    [asked] = manager.answers()
    invoke = int.from_bytes(asked[6:8], "big")
    segment = u16(1) + attributes((0x0A4E, u16(0x8000) + rows(u16(6, 2, 0x71B8, 1) + rows(u16(0x0A4C, 2)))))
    [wanted] = manager.hear(data(invoke, 0x0207, u16(60, 0x0C0D) + octets(rows(segment))))
    granted = data(int.from_bytes(wanted[6:8], "big"), 0x0207, u16(60, 0x0C1C) + octets(u16(1, 0)))
    assert manager.hear(granted) == []
    assert manager.talk.busy
    assert manager.wait(9.0) == []
    assert [kind_of(apdu) for apdu in manager.wait(2.0)] == [ABRT]
    assert not manager.talk.busy


# ---- the clock


def test_the_clock_is_set_where_the_agent_allows_it() -> None:
    bench = Bench("ieee11073-bp", story(clock_error_s=600.0))
    bench.run(1.0)
    bench.talk.set_clock(at(bench.t))
    bench.flush()
    bench.talk.measure(at(bench.t))
    again = Bench("ieee11073-bp")
    again.device = bench.device
    again.t = bench.t
    again.plug_in()
    again.run(1.0)
    assert again.talk.learnt.clock_error_s is not None
    assert abs(again.talk.learnt.clock_error_s) <= 1.0


def test_the_clock_of_an_agent_that_does_not_allow_it_is_left_alone() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1, (0x0987, bcd(WALL))))
    manager.talk.set_clock(at(0.0))
    assert manager.answers() == []
