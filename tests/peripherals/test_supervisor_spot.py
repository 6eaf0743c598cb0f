"""Devices that give one result: whose it is, when it was, what the memory holds, and that orders wait."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs
from stations import Outcome, Station, quick, simulate, until

from contract.measurement import Act, Grade, Instant, Kind, Reason
from peripherals.events import (
    Attention,
    DeviceConfig,
    DeviceStatus,
    Fault,
    MeasurementFailed,
    MeasurementReady,
    Phase,
    Remedy,
    Role,
    State,
    StoredReading,
)
from peripherals.memory import instant_of, is_new, own_time
from peripherals.protocols.conversation import Now
from peripherals.simulators.scenarios import GlucoseMeter, Scenario, find

METERS = ["lifescan-ultraeasy", "taidoc"]
SPEED = 1  # faster, its clock would run away from ours
PATIENT = quick(Act.GLUCOSE, timeout_s=20)


def meter(port: str, driver: str, *, personal: bool = False) -> DeviceConfig:
    return DeviceConfig("meter", Role.GLUCOSE_METER, port, driver, personal=personal)


async def measured(driver: str, story: Scenario | str, timeout_s: float = 20.0) -> tuple[Station, Outcome]:
    with simulate(driver, story, speed=SPEED) as device:
        async with Station(
            meter(device.port, driver), limits=quick(Act.GLUCOSE, timeout_s=timeout_s)
        ) as station:
            await until(lambda: any(s.state in _USABLE for s in station.of(DeviceStatus)), "a meter")
            outcome = await station.outcome(station.measure(Act.GLUCOSE))
            await asyncio.sleep(0)
    return station, outcome


_USABLE = (State.READY, State.ATTENTION)


async def test_only_what_is_new_is_taken_and_nothing_of_the_memory_is_ever_told() -> None:
    stories = ["healthy", "strangers", "meter-high", "low-sugar"]
    runs = [(driver, story) for driver in METERS for story in stories]
    outcomes = await asyncio.gather(*(measured(driver, story) for driver, story in runs))
    for (driver, story), (station, ready) in zip(runs, outcomes, strict=True):
        assert isinstance(ready, MeasurementReady), (driver, story, ready)
        measurement = ready.measurement
        told = [(value.kind, value.value, value.unit) for value in measurement.values]
        expected = {"healthy": 104, "strangers": 104, "low-sugar": 48}.get(story)
        assert told == ([(Kind.GLUCOSE, expected, "mg/dL")] if expected else []), (driver, story)
        assert measurement.flags == (("high",) if story == "meter-high" else ())
        good = story in ("healthy", "strangers")
        assert measurement.quality.grade is (Grade.GOOD if good else Grade.USABLE)
        assert measurement.quality.reasons == (() if good else (Reason.ASK_AGAIN,))
        assert station.of(StoredReading) == []
        assert measurement.device.serial
        assert measurement.raw
        assert Phase.USE_DEVICE in station.phases()
        moment = datetime.fromisoformat(measurement.effective.wall)
        assert abs((moment - datetime.now(moment.tzinfo)).total_seconds()) < 120


async def test_nobody_uses_it() -> None:
    error = Scenario("the strip fails", glucose=GlucoseMeter(error=5))
    _, failed = await measured("taidoc", error, timeout_s=1)
    assert isinstance(failed, MeasurementFailed)
    assert (failed.fault, failed.remedy) == (Fault.NO_RESULT, Remedy.USE_DEVICE)


async def test_a_personal_meter_s_memory_is_told_at_its_own_times() -> None:
    with simulate("lifescan-ultraeasy", "strangers", speed=SPEED) as device:
        async with Station(
            meter(device.port, "lifescan-ultraeasy", personal=True), limits=PATIENT
        ) as station:
            await until(lambda: len(station.of(StoredReading)) == 2, "two records")
            readings = {
                event.measurement.values[0].value: event.measurement for event in station.of(StoredReading)
            }
    assert set(readings) == {311, 61}
    for value, age_s in ((311, 90000), (61, 1200)):
        measurement = readings[value]
        told = datetime.fromisoformat(measurement.effective.wall)
        assert (datetime.now().astimezone() - told).total_seconds() == pytest.approx(age_s, abs=60)
        assert measurement.clock_error_s == pytest.approx(600, abs=60)
        assert "from-memory" in measurement.flags
        assert Reason.CLOCK_UNSURE not in measurement.quality.reasons


def set_to_the_station_s_time(station: Station) -> bool:
    told = station.of(DeviceStatus)
    return any(s.attention for s in told) and told[-1].state is State.READY


async def test_a_clock_that_is_slow_is_told_and_set_where_ours_is_known() -> None:
    slow = structs.replace(find("healthy"), clock_error_s=-600)
    with simulate("lifescan-ultraeasy", slow) as device:
        async with Station(meter(device.port, "lifescan-ultraeasy")) as station:
            status = await station.is_now(State.ATTENTION, "meter")
            assert status.attention == (Attention.CLOCK_WRONG,)
            assert status.identity is not None and status.identity.serial
        async with Station(meter(device.port, "lifescan-ultraeasy"), clock="synced") as station:
            await until(lambda: set_to_the_station_s_time(station), "the clock to be set")


async def test_a_clock_that_is_fast_is_set_only_where_nobody_else_uses_the_device() -> None:
    """Set back, it would let a stranger's record of a few minutes ago pass for one of the next act."""
    with simulate("lifescan-ultraeasy", "strangers") as device:
        async with Station(meter(device.port, "lifescan-ultraeasy"), clock="synced") as station:
            await station.is_now(State.ATTENTION, "meter")
            await asyncio.sleep(0.3)
            assert station.latest("meter").attention == (Attention.CLOCK_WRONG,)
        own = meter(device.port, "lifescan-ultraeasy", personal=True)
        async with Station(own, clock="synced") as station:
            await until(lambda: set_to_the_station_s_time(station), "the clock to be set")


async def test_an_order_waits_for_a_meter_that_is_plugged_in_after_measuring(tmp_path: Path) -> None:
    link = tmp_path / "meter"
    with simulate("lifescan-ultraeasy", "healthy", link=link, speed=SPEED) as device:
        async with Station(meter(str(link), "lifescan-ultraeasy"), limits=PATIENT) as station:
            await station.is_now(State.READY, "meter")
            id = station.measure(Act.GLUCOSE)
            device.unplug()
            await station.is_now(State.ABSENT, "meter", Fault.NOT_CONNECTED)
            assert station.outcomes(id) == []
            device.replug()
            ready = await station.outcome(id)
    assert isinstance(ready, MeasurementReady)
    assert ready.measurement.values[0].value == 104


async def test_a_meter_that_is_connected_only_after_measuring_is_waited_for(tmp_path: Path) -> None:
    link = tmp_path / "meter"
    async with Station(meter(f"hid:{link}", "contour-usb"), limits=PATIENT) as station:
        status = await station.is_now(State.READY, "meter")
        assert status.by_hand
        id = station.measure(Act.GLUCOSE)
        with simulate("contour-usb", link=link):
            ready = await station.outcome(id)
        assert isinstance(ready, MeasurementReady)
        assert ready.measurement.values[0].value == 104
        failed = await station.outcome(station.measure(Act.GLUCOSE))
    assert isinstance(failed, MeasurementFailed) and failed.fault is Fault.NO_RESULT
    assert State.ABSENT not in {status.state for status in station.of(DeviceStatus)}


async def test_an_order_that_waits_can_be_stopped_and_runs_out(tmp_path: Path) -> None:
    link = tmp_path / "meter"
    with simulate("taidoc", "healthy", link=link) as device:
        async with Station(meter(str(link), "taidoc"), limits=quick(Act.GLUCOSE, timeout_s=0.5)) as station:
            await station.is_now(State.READY, "meter")
            stopped, late = station.measure(Act.GLUCOSE), None
            device.unplug()
            await station.is_now(State.ABSENT, "meter", Fault.NOT_CONNECTED)
            station.supervisor.stop(Act.GLUCOSE)
            failed = await station.outcome(stopped)
            assert isinstance(failed, MeasurementFailed) and failed.fault is Fault.STOPPED
            late = await station.outcome(station.measure(Act.GLUCOSE))
            assert isinstance(late, MeasurementFailed) and late.fault is Fault.NOT_CONNECTED
            device.replug()
            await station.is_now(State.READY, "meter")
            id = station.measure(Act.GLUCOSE)
            device.unplug()
            failed = await station.outcome(id)
    assert isinstance(failed, MeasurementFailed) and failed.fault is Fault.NO_RESULT


AT = datetime(2026, 11, 26, 10, 0, 0)


@pytest.mark.parametrize(
    ("told", "error_s", "new"),
    [
        ("2026-11-26T10:00:30", 0.0, True),
        ("2026-11-26T09:59:58", 0.0, True),
        ("2026-11-26T09:59:57", 0.0, False),
        ("2026-11-26T10:02:00", 0.0, True),
        ("2026-11-26T10:02:01", 0.0, False),  # of tomorrow's clock
        ("2026-11-26T10:10:30", 600.0, True),
        ("2026-11-26T10:00:30", 600.0, False),  # a clock ten minutes fast: ten minutes ago
        ("2026-11-26T10:00:30", None, False),  # a clock nobody compared proves nothing
        (None, 0.0, False),
        ("2026-02-30T10:00:30", 0.0, False),
    ],
)
def test_what_proves_that_a_record_is_new(told: str | None, error_s: float | None, new: bool) -> None:
    began, now = Now(0, AT), Now(60_000_000_000, AT + timedelta(seconds=60))
    assert is_new(told, error_s, began, now) is new


def test_a_device_s_moment_becomes_ours() -> None:
    now = Now(5_000_000_000, AT)
    ours = Instant("2026-11-26T10:00:00+01:00", 5_000_000_000, "boot", "synced")
    moment = instant_of(AT - timedelta(seconds=90), now, ours)
    assert moment == Instant("2026-11-26T09:58:30+01:00", -85_000_000_000, "boot", "synced")
    assert own_time("2026-11-26T10:00:00", 30.0) == AT - timedelta(seconds=30)
    assert own_time("nonsense", 0.0) is None


def test_the_stories_have_strangers_in_them() -> None:
    assert len(find("strangers").memory) == 2
    assert structs.asdict(find("strangers"))["clock_error_s"] == 600


async def test_provenance_travels_with_the_reading_and_an_overdue_check_is_told() -> None:
    config = structs.replace(
        oximeter_config(), calibrated_on="2025-01-10", calibrated_by="R. Ames", calibration_due="2026-01-10"
    )
    with simulate("contec-v7", speed=2) as device:
        config = structs.replace(config, port=device.port)
        async with Station(config) as station:
            status = await station.is_now(State.ATTENTION)
            assert status.attention == (Attention.CALIBRATION_DUE,)
            ready = await station.outcome(station.measure())
    assert isinstance(ready, MeasurementReady)
    identity = ready.measurement.device
    assert (identity.manufacturer, identity.protocol) == ("Contec Medical Systems", "contec-v7")
    assert (identity.calibrated_on, identity.checked_by) == ("2025-01-10", "R. Ames")
    assert identity.transport == f"serial:{device.port}"
    assert ready.measurement.quality.reasons == (Reason.CALIBRATION_DUE,)
    assert ready.measurement.quality.grade is Grade.USABLE
    assert ready.measurement.raw


def oximeter_config() -> DeviceConfig:
    return DeviceConfig("oximeter", Role.OXIMETER, "", "contec-v7")
