"""The manager of IEEE 11073-20601: its table, simulated agents, and agents that break rules."""

from datetime import timedelta
from typing import Literal

import pytest
from health_bench import (
    WALL,
    Bench,
    Manager,
    aarq,
    at,
    attributes,
    bcd,
    configuration,
    data,
    event,
    identity,
    numeric,
    octets,
    rows,
    scan,
    story,
    u16,
)

from peripherals.events import Fault
from peripherals.protocols.base import FrameKind
from peripherals.protocols.ieee11073 import phdc
from peripherals.protocols.ieee11073.states import TABLE, Do, Event, State
from peripherals.protocols.ieee11073.talk import HELD
from peripherals.registry import PRODUCTS
from peripherals.simulators.health_agent import State as Agent
from peripherals.simulators.scenarios import Cuff, GlucoseMeter, Oximeter, Scale, Stored, Thermometer

AARQ, AARE, RLRQ, RLRE, ABRT, PRST = 0xE200, 0xE300, 0xE400, 0xE500, 0xE600, 0xE700
ABORTED = bytes.fromhex("E60000020000")
SPOTS = ("ieee11073-bp", "ieee11073-scale", "ieee11073-thermometer", "ieee11073-glucose")
ALL = ("ieee11073", *SPOTS)

BP = ((1, b"\x00\x03\x00\x06" + u16(120, 80, 93)), (2, u16(64)))


def reading(when: bytes, systolic: int = 120) -> tuple[tuple[int, bytes], ...]:
    return (1, b"\x00\x03\x00\x06" + u16(systolic, 80, 93) + when), (2, u16(64) + when)


def kind_of(apdu: bytes) -> int:
    return int.from_bytes(apdu[:2], "big")


def result_of(aare: bytes) -> int:
    assert kind_of(aare) == AARE
    return int.from_bytes(aare[4:6], "big")


def operation_of(apdu: bytes) -> int:
    assert kind_of(apdu) == PRST
    return int.from_bytes(apdu[8:10], "big")


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


# ---- negotiating


@pytest.mark.parametrize(
    ("request_", "result"),
    [
        (aarq(version=0x40000000), 8),
        (aarq(id=0xFFFF), 4),
        (aarq(protocol=0x08000000), 5),
        (aarq(rules=0x2000), 5),
        (aarq(system=0x80000000), 5),
        (aarq(units=0x20000000), 1),
    ],
    ids=["association version", "protocol", "protocol version", "rules", "another manager", "test"],
)
def test_what_is_not_spoken_is_refused_with_the_reason(request_: bytes, result: int) -> None:
    manager = Manager()
    [answer] = manager.hear(request_)
    assert result_of(answer) == result
    assert not manager.talk.understood
    [accepted] = manager.hear(aarq())[:1]
    assert result_of(accepted) == 0


@pytest.mark.parametrize(
    ("offered", "chosen"), [(0x80000000, 0x80000000), (0x60000000, 0x40000000), (0x20000000, 0x20000000)]
)
def test_of_the_versions_offered_the_first_common_one_is_chosen(offered: int, chosen: int) -> None:
    answer = Manager().hear(aarq(protocol=offered))[0]
    assert int.from_bytes(answer[10:14], "big") == chosen


@pytest.mark.parametrize("agent", ALL)
@pytest.mark.parametrize("name", ALL)
def test_only_its_own_kind_of_agent_is_served(name: str, agent: str) -> None:
    """One of another kind is refused so that another driver can have it: for now, or by its configuration."""
    bench = Bench(name, agent=agent)
    bench.talk.measure(at(0.0))
    frames = bench.run(9.0)
    assert bench.talk.understood == (name == agent)
    assert bool(frames) == (name == agent)
    if name != agent:
        assert bench.device.agent.state is not Agent.OPERATING


def test_another_standard_kind_is_refused_for_now() -> None:
    [answer] = Manager("ieee11073-scale").hear(aarq(0x02BC))
    assert result_of(answer) == 2
    [answer] = Manager("ieee11073-scale").hear(aarq(0x02BD))  # not known, but of the same hundred
    assert result_of(answer) == 2


def test_an_unknown_configuration_is_reported_used_and_remembered() -> None:
    manager = Manager("ieee11073-scale")
    assert result_of(manager.hear(aarq(0x4000))[0]) == 3
    report = configuration(0x4000, numeric(7, 0xE140, 0x06E0, (0x0A56, 4)))
    confirmed, asked = manager.hear(report)
    assert operation_of(confirmed) == 0x0201
    assert confirmed.endswith(u16(0x0D1C, 4, 0x4000, 0))
    assert operation_of(asked) == 0x0103
    manager.hear(identity(1), scan(2, (7, b"\xff\x00\x06\x07")))
    assert manager.frames[-1].values == {"weight": 154.3}
    assert manager.frames[-1].units == {"weight": "[lb_av]"}
    manager.hear(bytes.fromhex("E40000020000"))
    assert result_of(manager.hear(aarq(0x4000))[0]) == 0


def test_a_configuration_of_another_kind_is_refused_and_not_remembered() -> None:
    manager = Manager("ieee11073-scale")
    manager.hear(aarq(0x4000))
    [answer] = manager.hear(configuration(0x4000, numeric(1, 0x4B5C, 0x17A0, (0x0A4C, 2))))
    assert answer.endswith(u16(0x0D1C, 4, 0x4000, 1))
    [answer] = manager.hear(scan(2, (1, u16(0xF16F))))
    assert operation_of(answer) == 0x0300
    manager.hear(bytes.fromhex("E40000020000"))
    assert result_of(manager.hear(aarq(0x4000))[0]) == 3
    assert not manager.talk.understood


def test_a_second_configuration_is_tried_when_the_first_is_refused() -> None:
    manager = Manager("ieee11073-scale")
    manager.hear(aarq(0x4000))
    manager.hear(configuration(0x4000, numeric(1, 0x4B5C, 0x17A0, (0x0A4C, 2))))
    answer = manager.hear(configuration(0x4001, numeric(1, 0xE140, 0x06C3, (0x0A56, 4))))[0]
    assert answer.endswith(u16(0x0D1C, 4, 0x4001, 0))
    assert manager.talk.understood


def test_a_configuration_that_never_comes_ends_the_association() -> None:
    manager = Manager()
    manager.hear(aarq(0x4000))
    assert manager.wait(9.8) == []
    assert manager.wait(0.5) == [bytes.fromhex("E60000020003")]
    assert result_of(manager.hear(aarq())[0]) == 0


# ---- what breaks rules


def test_who_never_says_what_it_is_is_aborted_once_and_then_not_asked() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    assert len(manager.hear(aarq())) == 2
    manager.hear(scan(9, *reading(bcd(WALL))))
    assert manager.wait(3.3) == [bytes.fromhex("E60000020002")]
    assert [result_of(answer) for answer in manager.hear(aarq())] == [0]
    manager.hear(scan(9, *reading(bcd(WALL))))
    assert [frame.kind for frame in manager.frames] == [FrameKind.STORED] * 2
    assert manager.wait(30.0) == []


def test_an_agent_whose_answers_are_lost_is_aborted_and_comes_back() -> None:
    bench = Bench("ieee11073-bp")
    bench.deaf = True
    bench.run(5.0)
    bench.deaf = False
    frames = bench.run(20.0)
    assert ABRT in bench.kinds("M")
    assert bench.kinds("A").count(AARQ) == 2
    assert bench.device.agent.state is Agent.OPERATING
    assert [frame.values["systolic"] for frame in frames][:2] == [124, 121]


@pytest.mark.parametrize(
    "apdu",
    [
        scan(1, *BP),
        data(1, 0x0203, u16(0) + attributes()),
        data(1, 0x0103, u16(0) + rows()),
        bytes.fromhex("E40000020000"),
        u16(0xE300) + octets(u16(0, 0) + octets(b"")),
    ],
    ids=["report", "answer", "question", "release", "manager's answer"],
)
def test_what_needs_an_association_is_aborted_without_one(apdu: bytes) -> None:
    assert Manager().hear(apdu) == [ABORTED]


@pytest.mark.parametrize("apdu", [bytes.fromhex("E50000020000"), ABORTED], ids=["release answered", "abort"])
def test_the_end_of_nothing_is_not_answered(apdu: bytes) -> None:
    assert Manager().hear(apdu) == []


def test_a_second_request_ends_the_association() -> None:
    manager = Manager()
    manager.hear(aarq())
    assert manager.hear(aarq()) == [ABORTED]
    assert result_of(manager.hear(aarq())[0]) == 0


def test_an_agent_may_ask_a_manager_nothing() -> None:
    manager = Manager()
    manager.hear(aarq())
    [answer] = manager.hear(data(7, 0x0103, u16(0) + rows()))
    assert operation_of(answer) == 0x0300
    assert answer[6:8] == u16(7)
    [answer] = manager.hear(configuration(0x4000))  # nobody asked for it either
    assert operation_of(answer) == 0x0300


def test_a_report_that_its_configuration_does_not_explain_is_rejected() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq(), identity(1))
    [answer] = manager.hear(scan(9, (1, u16(120, 80))))
    assert operation_of(answer) == 0x0400
    assert manager.frames == []


def test_what_is_not_whole_is_neither_answered_nor_taken() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    broken = bytearray(scan(9, *reading(bcd(WALL))))
    broken[27] += 1
    assert manager.hear(bytes(broken), b"\xe7\x00", b"\0" * 30) == []
    assert manager.talk.dropped == len(broken) + 32
    assert len(manager.hear(scan(9, *reading(bcd(WALL))))) == 1


def test_an_unconfirmed_report_is_not_confirmed() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    assert manager.hear(scan(9, *reading(bcd(WALL)), operation=0x0100)) == []
    assert len(manager.frames) == 1


def test_a_pressure_that_cannot_be_true_is_refused() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq(), identity(1, (0x0987, bcd(WALL))), scan(9, *reading(bcd(WALL), systolic=70)))
    [frame] = manager.frames
    assert frame.kind is FrameKind.REFUSED
    assert not frame.values


def test_a_release_that_nobody_answers_ends_in_an_abort() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    manager.talk.closing()
    assert manager.answers() == [bytes.fromhex("E40000020000")]
    assert manager.hear(scan(9, *reading(bcd(WALL)))) == []
    assert manager.wait(2.8) == []
    assert manager.wait(0.5) == [bytes.fromhex("E60000020002")]


def test_both_sides_may_ask_for_the_release_at_once() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    manager.talk.closing()
    manager.answers()
    assert manager.hear(bytes.fromhex("E40000020000")) == [bytes.fromhex("E50000020000")]
    assert manager.hear(bytes.fromhex("E50000020000")) == []


# ---- agents that must be asked, and scanners


def test_an_agent_that_sends_nothing_by_itself_is_asked() -> None:
    manager = Manager()
    manager.hear(aarq(modes=0x0820))
    [asked] = manager.hear(identity(1, (0x0987, bcd(WALL))))
    assert operation_of(asked) == 0x0107
    assert asked[10:] == octets(u16(0, 0x0C1B) + octets(u16(1, 0x8820, 0, 0, 0xFFFF, 0) + rows()))
    manager.talk.measure(at(0.0))
    report = u16(1, 0) + rows(*(u16(handle) + octets(value) for handle, value in reading(bcd(WALL))))
    result = b"\0" * 4 + u16(0, 0x0D1D) + octets(report)
    manager.hear(data(int.from_bytes(asked[6:8], "big"), 0x0207, u16(0, 0x0C1B) + octets(result)))
    assert manager.frames[-1].values["systolic"] == 120
    assert manager.frames[-1].kind is FrameKind.RESULT


def test_scanners_are_switched_on() -> None:
    manager = Manager("ieee11073")
    scanner = u16(19, 40) + attributes((0x0A53, rows(u16(1) + rows(u16(0x0A4C, 2)))))
    manager.hear(aarq(0x4000), configuration(0x4000, numeric(1, 0x4BB8, 0x0220, (0x0A4C, 2)), scanner))
    [asked] = manager.hear(identity(1))
    assert operation_of(asked) == 0x0105
    assert asked[12:] == u16(40) + rows(u16(0, 0x0953) + octets(u16(1)))
    row = event(5, 0x0100, 0x0D2A, u16(0xF000, 0) + rows(octets(u16(97))), handle=40)
    manager.hear(row)
    assert manager.frames[-1].values == {"spo2": 97}


def test_errors_and_late_answers_are_no_answers() -> None:
    manager = Manager()
    manager.hear(aarq())
    assert manager.hear(data(99, 0x0203, u16(0) + attributes())) == []
    assert manager.hear(data(1, 0x0300, u16(1) + octets(b""))) == []
    assert manager.wait(5.0) == []  # it has answered: who it is will not be told
    assert manager.talk.learnt.model is None


# ---- the descriptors


def test_what_is_plugged_in_is_told_by_its_descriptors() -> None:
    for name in SPOTS:
        manager = Manager(name)
        manager.talk.heard(phdc.write_descriptors(0x1004), phdc.CHANNEL, at(0.0))
        assert not manager.talk.understood
    manager = Manager("ieee11073-bp")
    manager.talk.heard(phdc.write_descriptors(0x1004, 0x1007), phdc.CHANNEL, at(0.0))
    assert manager.talk.understood
    streams = Manager("ieee11073")
    streams.talk.heard(phdc.write_descriptors(0x1004), phdc.CHANNEL, at(0.0))
    assert not streams.talk.understood  # a stream is only there once it streams


def test_descriptors_are_read_as_far_as_they_are_whole() -> None:
    whole = phdc.write_descriptors(0x1004, 0x1007)
    assert phdc.read_descriptors(whole) == (True, False, (0x1004, 0x1007))
    assert phdc.read_descriptors(bytes.fromhex("0420020104300001")) == (True, True, ())
    assert phdc.read_descriptors(bytes.fromhex("04200100")) == (False, False, ())
    assert phdc.read_descriptors(whole[:5]) == (True, False, ())
    assert phdc.read_descriptors(bytes.fromhex("00200201")) == (False, False, ())
    assert phdc.read_descriptors(bytes.fromhex("06300002041000")) == (False, False, (0x1004,))


def test_the_class_descriptors_are_found_among_all_of_a_device() -> None:
    device = Bench("ieee11073-bp").device
    assert phdc.class_descriptors(device.descriptors) == phdc.write_descriptors(0x1007)
    other = bytes.fromhex("090400000103000000 0921110100012222 00 0705810308000A".replace(" ", ""))
    assert phdc.class_descriptors(device.descriptors[:18] + other) == b""
    assert phdc.class_descriptors(device.descriptors[:18] + other + device.descriptors[18:]) != b""
    assert phdc.class_descriptors(b"\x00\x04") == b""
    assert phdc.class_descriptors(b"") == b""


def test_a_message_preamble_is_taken_off() -> None:
    preamble = b"PhdcQoSSignature" + bytes((1, 1, 0x20, 2)) + b"xy"
    assert phdc.without_preamble(preamble + b"data") == b"data"
    assert phdc.without_preamble(preamble) == b""
    assert phdc.without_preamble(b"data") == b"data"
    assert phdc.without_preamble(preamble[:18]) == preamble[:18]
