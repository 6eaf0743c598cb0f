"""Conversations with Bluetooth devices against their simulators: what is now, what was kept, what is told."""

from datetime import datetime

import msgspec
import pytest
from gatt_meeting import MORNING, Meeting, of

from peripherals.events import Fault
from peripherals.protocols import ble_blood_pressure, ble_plx, ble_thermometer, ble_weight
from peripherals.protocols.base import FrameKind
from peripherals.protocols.ble_talk import QUIET_S
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import (
    Cuff,
    Finger,
    Heart,
    Oximeter,
    Reading,
    Scale,
    Scenario,
    Thermometer,
    find,
)

BLE = [name for name in PRODUCTS if name.startswith(("ble-", "omron-ble"))]
SPOTS = ["ble-2a5e", "ble-2a35", "ble-2a1c", "ble-2a9d"]
WHAT = {"ble-2a5e": "spo2", "ble-2a35": "systolic", "ble-2a1c": "temperature", "ble-2a9d": "weight"}
RIGHT_CLOCK = msgspec.structs.replace(find("strangers"), clock_error_s=0.0)


def connected(name: str, scenario: Scenario | str = "healthy") -> Meeting:
    meeting = Meeting(name, scenario)
    meeting.connect()
    return meeting


# ---- what the device tells of itself


@pytest.mark.parametrize("name", BLE)
def test_it_tells_who_it_is_and_what_time_it_has(name: str) -> None:
    learnt = connected(name, "strangers").talk.learnt
    assert (learnt.model or "").startswith("Carepost simulators ")
    assert (learnt.serial, learnt.firmware) == ("SIM-0001", "1.0")
    assert (learnt.battery_low, learnt.clock_error_s) == (False, 600.0)


@pytest.mark.parametrize("name", BLE)
def test_a_clock_that_was_never_set_is_far_off_until_it_is_set(name: str) -> None:
    meeting = connected(name, "clock-lost")
    assert meeting.talk.learnt.battery_low
    assert (meeting.talk.learnt.clock_error_s or 0.0) < -1e8
    meeting.let(1.0)
    meeting.talk.set_clock(meeting.now())
    meeting.let(0.2)
    assert abs(meeting.talk.learnt.clock_error_s or 1e9) <= 1.0


@pytest.mark.parametrize(("error_s", "is_set"), [(-3600.0, True), (1.0, True), (600.0, False)])
def test_a_fast_clock_is_left_alone(error_s: float, is_set: bool) -> None:
    """Else the records it made for the next ten minutes would be taken for new ones."""
    meeting = connected("ble-2a18", msgspec.structs.replace(find("healthy"), clock_error_s=error_s))
    meeting.talk.set_clock(meeting.now())
    meeting.let(0.2)
    assert any(channel == "2A2B" for _, channel in meeting.written) is is_set
    assert meeting.talk.learnt.clock_error_s == pytest.approx(0.0 if is_set else error_s, abs=1.0)


def test_names_are_cut_clean_and_an_empty_battery_level_tells_nothing() -> None:
    meeting = Meeting("ble-2a35")
    meeting.hear(b"UA-651\0\0\0", "2A24")
    meeting.hear(b" \x07S/N\xff " + b"9" * 200, "2A25")
    meeting.hear(b"", "2A19")
    meeting.hear(b"\xea\x07", "2A2B")
    learnt = meeting.talk.learnt
    assert learnt.model == "UA-651"
    assert learnt.serial == "S/N� " + "9" * 58
    assert (learnt.battery_low, learnt.clock_error_s) == (None, None)
    assert meeting.hear(b"anything", "2A37") == []


@pytest.mark.parametrize(("level", "low"), [(0, True), (14, True), (15, False), (100, False)])
def test_the_battery_is_low_under_15_percent(level: int, low: bool) -> None:
    meeting = Meeting("ble-2a35")
    meeting.hear(bytes((level,)), "2A19")
    assert meeting.talk.learnt.battery_low is low


def test_only_a_clock_that_could_be_read_is_set() -> None:
    meeting = Meeting("ble-2a9d")
    meeting.talk.set_clock(meeting.now())
    assert meeting.talk.outgoing() == []
    meeting.hear(bytes.fromhex("EA 07 0B 18 0A 00 00"), "2A08")
    meeting.talk.set_clock(meeting.now())
    assert [(data.hex(), channel) for data, channel in meeting.talk.outgoing()] == [
        ("ea070b180a0000", "2A08"),
        ("", "read 2A08"),
    ]


# ---- what is of this act


@pytest.mark.parametrize("name", SPOTS)
def test_what_is_kept_of_others_is_never_a_result(name: str) -> None:
    """It is sent as soon as somebody connects, within the act, by a device whose clock is right."""
    meeting = connected(name, RIGHT_CLOCK)
    meeting.measure()
    told = meeting.let(1.0)
    stored = of(FrameKind.STORED, told)
    assert len(stored) == 2
    assert [frame.time for frame in stored] == ["2026-11-23T09:00:00", "2026-11-24T09:40:00"]
    assert of(FrameKind.RESULT, told) == []


@pytest.mark.parametrize("name", SPOTS)
def test_a_result_that_nobody_asked_for_is_a_record(name: str) -> None:
    told = connected(name).let(20.0)
    assert {frame.kind for frame in told if WHAT[name] in frame.values and frame.time} == {FrameKind.STORED}


@pytest.mark.parametrize("name", SPOTS)
def test_a_result_of_a_device_that_was_quiet_is_of_this_act(name: str) -> None:
    meeting = connected(name)
    meeting.measure()
    told = meeting.let(QUIET_S + 30.0)
    results = of(FrameKind.RESULT, told)
    assert results
    assert all(WHAT[name] in frame.values for frame in results)


def test_a_result_right_after_connecting_is_a_record_with_its_time() -> None:
    """As most devices do: they are used, then they connect. The engine compares the clocks."""
    meeting = connected("ble-2a9d", Scenario("at once", scale=Scale(steps_on_s=0.1, still_after_s=0.2)))
    meeting.measure()
    [frame] = meeting.let(2.0)
    assert (frame.kind, frame.time) == (FrameKind.STORED, "2026-11-24T10:00:00")
    assert frame.values == {"weight": 72.5, "height": 171.0}


def test_a_value_without_a_time_is_of_the_act_or_of_nobody() -> None:
    meeting = connected("ble-2a9d")
    meeting.let(0.2)
    value = ble_weight.encode(72.5, has_clock=False)
    assert [frame.kind for frame in meeting.hear(value, "2A9D")] == [FrameKind.STORED]
    meeting.measure()
    assert [frame.kind for frame in meeting.hear(value, "2A9D")] == [FrameKind.RESULT]
    meeting.talk.rest(meeting.now())
    assert [frame.kind for frame in meeting.hear(value, "2A9D")] == [FrameKind.STORED]


def test_a_value_with_an_unknown_time_proves_nothing() -> None:
    meeting = connected("ble-2a9d")
    meeting.let(0.2)
    meeting.measure()
    [frame] = meeting.hear(ble_weight.encode(72.5, when=None), "2A9D")
    assert (frame.kind, frame.time, frame.flags) == (FrameKind.STORED, None, ("clock-unsure",))


def test_what_comes_before_the_first_tick_waits_for_it() -> None:
    meeting = connected("ble-2a9d")
    assert meeting.hear(ble_weight.encode(72.5, has_clock=False), "2A9D") == []
    meeting.measure()
    [frame] = meeting.talk.tick(meeting.now())
    assert (frame.kind, frame.values) == (FrameKind.RESULT, {"weight": 72.5})
    assert meeting.talk.tick(meeting.now()) == []


def test_a_failure_that_was_kept_ends_no_act() -> None:
    meeting = connected("ble-2a35")
    meeting.let(0.2)
    meeting.measure()
    kept = ble_blood_pressure.encode(None, None, when=datetime(2026, 11, 1), status=("movement",))
    refused = ble_blood_pressure.encode(70, 110, when=datetime(2026, 11, 1))
    assert [frame.kind for frame in meeting.hear(kept, "2A35")] == [FrameKind.REPLY]
    assert [frame.kind for frame in meeting.hear(refused, "2A35")] == [FrameKind.REPLY]


def test_damaged_values_are_counted() -> None:
    meeting = connected("ble-2a9d")
    meeting.let(0.2)
    assert meeting.hear(b"\x00\xb0", "2A9D") == []
    assert meeting.talk.dropped == 2


# ---- the cuff


def test_a_cuff_is_watched_and_its_readings_come_in_turn() -> None:
    meeting = connected("ble-2a35", "unsettled")
    meeting.measure()
    told = meeting.let(30.0)
    pressures = [int(frame.values["cuff_pressure"]) for frame in of(FrameKind.PRESSURE, told)]
    assert max(pressures) > 150
    results = of(FrameKind.RESULT, told)
    assert [(f.values["systolic"], f.values["diastolic"], f.values["pulse_rate"]) for f in results] == [
        (148, 92, 76),
        (134, 86, 74),
    ]
    assert [f.values["mean_arterial"] for f in results] == [111, 102]
    assert [f.time for f in results] == ["2026-11-24T10:00:08", "2026-11-24T10:00:22"]


def test_pressure_outside_an_act_makes_no_result_of_the_next_record() -> None:
    meeting = connected("ble-2a35")
    meeting.let(0.2)
    meeting.hear(ble_blood_pressure.encode_pressure(120), "2A36")
    meeting.measure()
    [frame] = meeting.hear(ble_blood_pressure.encode(120, 80, when=MORNING), "2A35")
    assert frame.kind is FrameKind.STORED


def test_what_comes_beside_the_results_ends_no_act() -> None:
    meeting = connected("ble-2a35")
    meeting.let(0.2)
    meeting.measure()
    for value in (
        ble_blood_pressure.encode(None, None, has_clock=False),
        ble_blood_pressure.encode(120, 80, has_clock=False),
        ble_blood_pressure.encode(80, 120, has_clock=False),
    ):
        assert [frame.kind for frame in meeting.hear(value, "2A36")] == [FrameKind.REPLY]


@pytest.mark.parametrize(
    ("story", "fault", "flags"),
    [
        (Cuff(error=15, leak_at=58), Fault.CUFF_LEAK_OR_SIGNAL, ("loose-cuff",)),
        (Cuff(error=2, movement=True), Fault.MOVED, ("movement",)),
        (Cuff(error=9), Fault.CUFF_ERROR, ()),
    ],
)
def test_a_cuff_that_finds_nothing_says_why(story: Cuff, fault: Fault, flags: tuple[str, ...]) -> None:
    meeting = connected("ble-2a35", Scenario("it fails", cuff=story))
    meeting.measure()
    [error] = of(FrameKind.ERROR, meeting.let(10.0))
    assert PRODUCTS["ble-2a35"].fault_of(error.code or 0) is fault
    assert error.flags == flags


def test_what_disturbed_a_reading_travels_with_it() -> None:
    story = Cuff((Reading(120, 80, 60),), irregular=True, movement=True)
    meeting = connected("ble-2a35", Scenario("disturbed", cuff=story))
    meeting.measure()
    [result] = of(FrameKind.RESULT, meeting.let(10.0))
    assert result.flags == ("movement", "irregular-pulse")


def test_pressure_in_kilopascal_is_shown_in_mmhg_and_a_result_stays_in_its_unit() -> None:
    meeting = connected("ble-2a35")
    meeting.let(0.2)
    meeting.measure()
    [pressure] = meeting.hear(ble_blood_pressure.encode_pressure(20.0, kilopascal=True), "2A36")
    assert (pressure.values, pressure.unit("cuff_pressure")) == ({"cuff_pressure": 150}, "mm[Hg]")
    [result] = meeting.hear(ble_blood_pressure.encode(16.5, 10.5, kilopascal=True), "2A35")
    assert (result.values["systolic"], result.unit("systolic")) == (16.5, "kPa")


# ---- the thermometer


def test_a_rising_temperature_is_only_shown() -> None:
    meeting = connected("ble-2a1c", "feverish")
    meeting.measure()
    told = meeting.let(QUIET_S + 6.0)
    live = of(FrameKind.LIVE, told)
    assert len(live) > 5
    assert all(frame.flags == ("unstable",) for frame in live)
    assert {round(frame.values["temperature"]) for frame in live} >= {33, 36, 39}
    [result] = of(FrameKind.RESULT, told)
    assert (result.values, result.site) == ({"temperature": 39.4}, "oral")


def test_a_fixed_place_is_added_where_a_value_names_none() -> None:
    meeting = connected("ble-2a1c")
    meeting.let(0.2)
    meeting.hear(b"\x09", "2A1D")
    [frame] = meeting.hear(ble_thermometer.encode(37.0), "2A1C")
    assert frame.site == "tympanic"
    [frame] = meeting.hear(ble_thermometer.encode(37.0, site="rectal"), "2A1C")
    assert frame.site == "rectal"
    meeting.hear(b"\x00", "2A1D")
    [frame] = meeting.hear(ble_thermometer.encode(37.0), "2A1C")
    assert frame.site is None


def test_a_temperature_that_failed_while_it_rose_ends_nothing() -> None:
    meeting = connected("ble-2a1c")
    meeting.let(0.2)
    meeting.measure()
    [frame] = meeting.hear(ble_thermometer.encode(None, has_clock=False), "2A1E")
    assert frame.kind is FrameKind.REPLY
    [frame] = meeting.hear(ble_thermometer.encode(None, has_clock=False), "2A1C")
    assert frame.kind is FrameKind.ERROR


def test_a_thermometer_that_failed_says_so() -> None:
    meeting = connected("ble-2a1c", Scenario("fails", thermometer=Thermometer(error=1, takes_s=7.0)))
    meeting.measure()
    [error] = of(FrameKind.ERROR, meeting.let(8.0))
    assert PRODUCTS["ble-2a1c"].fault_of(error.code or 0) is Fault.NO_RESULT


# ---- scale, oximeters, strap


def test_a_scale_that_refuses_says_so() -> None:
    meeting = connected("ble-2a9d", Scenario("too heavy", scale=Scale(still_after_s=6.0, refuses="overload")))
    meeting.measure()
    [error] = of(FrameKind.ERROR, meeting.let(8.0))
    assert PRODUCTS["ble-2a9d"].fault_of(error.code or 0) is Fault.NO_RESULT


def test_a_spot_check_without_a_finger_gives_nothing() -> None:
    meeting = connected("ble-2a5e", "no-finger")
    meeting.measure()
    assert meeting.let(20.0) == []


def test_a_spot_check_that_failed_says_what_its_sensor_says() -> None:
    meeting = connected("ble-2a5e")
    meeting.let(0.2)
    meeting.measure()
    value = ble_plx.encode_spot_check(None, None, has_clock=False, sensor=("probe-unplugged",))
    [frame] = meeting.hear(value, "2A5E")
    assert frame.kind is FrameKind.ERROR
    assert PRODUCTS["ble-2a5e"].fault_of(frame.code or 0) is Fault.PROBE_UNPLUGGED


def test_an_oximeter_streams_once_a_second_and_says_what_it_lacks() -> None:
    story = Oximeter(
        spo2=92, perfusion=0.18, fingers=(Finger("out", 3), Finger("searching", 3), Finger("in", 1))
    )
    told = connected("ble-2a5f", Scenario("cold", story)).let(9.0)
    assert [frame.values.get("spo2") for frame in told] == [None] * 6 + [92] * 3
    assert [frame.flags for frame in told] == [
        *[("ongoing", "finger-out")] * 3,
        *[("ongoing", "searching")] * 3,
        *[("ongoing", "low-perfusion")] * 3,
    ]
    assert told[-1].values["perfusion_index"] == 0.18


def test_movement_spoils_some_of_every_ten_seconds() -> None:
    story = Oximeter(fingers=(Finger("in", 1),), artefact_s=6.0)
    told = connected("ble-2a5f", Scenario("restless", story)).let(20.0)
    spoilt = ["artefact" in frame.flags for frame in told]
    assert sum(spoilt) == 12
    assert spoilt[:10] == spoilt[10:]


def test_a_strap_gives_the_intervals_that_make_its_rate() -> None:
    told = connected("ble-2a37").let(20.0)
    assert {frame.values["heart_rate"] for frame in told} == {72}
    intervals = [interval for frame in told for interval in frame.series.get("rr_interval", ())]
    assert len(intervals) == pytest.approx(24, abs=2)
    assert set(intervals) == {853 * 1000 / 1024}


def test_an_irregular_heart_has_uneven_intervals() -> None:
    told = connected("ble-2a37", Scenario("uneven", heart=Heart(irregular=True))).let(30.0)
    intervals = [interval for frame in told for interval in frame.series.get("rr_interval", ())]
    assert max(intervals) - min(intervals) > 300


def test_a_strap_that_touches_nothing_has_no_rate() -> None:
    told = connected("ble-2a37", Scenario("off", heart=Heart(contact=False))).let(3.0)
    assert [(frame.values, frame.flags) for frame in told] == [({}, ("sensor-fault",))] * 3
