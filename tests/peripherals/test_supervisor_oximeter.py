"""Oximeters from the port to the reading: real supervisor, real pseudo-terminals, simulated devices."""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
import serial
from stations import QUICK, Outcome, Station, heard, oximeter, quick, simulate, until

from contract.measurement import Act, Grade, Kind, Reason
from peripherals.events import (
    Fault,
    MeasurementFailed,
    MeasurementReady,
    OximeterSample,
    Phase,
    Remedy,
    State,
)
from peripherals.probing import Candidate, Found
from peripherals.probing import find as find_product
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import Finger, Oximeter, Scenario, find
from peripherals.stream import StreamWorker
from peripherals.worker import Limits

OXIMETERS = ["contec-v5", "berry-bci", "contec-v7"]
SPEED = 10  # only how soon the finger is in: the gate's seconds are real
MOVED_OUT = Scenario("in, then out again", Oximeter(fingers=(Finger("in", 4), Finger("out", 1))))

SEARCHES = Scenario("it searches for ever", Oximeter(fingers=(Finger("searching", 1),)))
GAVE_UP = Scenario("it gave up", Oximeter(fingers=(Finger("too-long", 1),)))


def read(ready: MeasurementReady) -> dict[Kind, float]:
    return {value.kind: value.value for value in ready.measurement.values}


async def measured(name: str, scenario: Scenario | str, timeout_s: float = 20.0) -> tuple[Station, Outcome]:
    """Run one device's story until its first act has ended."""
    limits = quick(settle_s=0.5, window_s=0.3, timeout_s=timeout_s)
    with simulate(name, scenario, speed=SPEED) as device:
        async with Station(oximeter(device.port, name), limits=limits) as station:
            status = await station.is_now(State.READY)
            assert status.product == PRODUCTS[name].title
            id = station.measure()
            outcome = await station.outcome(id)
            if isinstance(outcome, MeasurementReady):
                assert outcome.measurement.device.transport == f"serial:{device.port}"
    return station, outcome


async def test_a_finger_becomes_a_reading() -> None:
    for name, (station, ready) in zip(
        OXIMETERS, await asyncio.gather(*(measured(name, "healthy") for name in OXIMETERS)), strict=True
    ):
        assert isinstance(ready, MeasurementReady)
        measurement = ready.measurement
        assert (measurement.quality.grade, measurement.quality.reasons) == (Grade.GOOD, ())
        expected = {Kind.SPO2: 97, Kind.PULSE_RATE: 72}
        assert read(ready) == expected | ({Kind.PERFUSION_INDEX: 3.2} if name == "contec-v7" else {})
        assert measurement.effective.boot_id == "test-boot"
        assert (measurement.act, measurement.attempt) == (Act.OXIMETRY, 1)
        last = PRODUCTS[name].decoder().feed(measurement.raw)[-1]
        assert (last.values["spo2"], last.values["pulse_rate"]) == (97, 72)
        states = [
            state for state, _ in groupby(station.states())
        ]  # ready once more when it tells its identity
        assert states == [(State.FOUND, None), (State.READY, None)]
        assert station.phases()[-2:] == [Phase.SETTLING, Phase.ACCEPTED]


async def test_garbage_and_low_oxygen_give_the_values_that_were_sent() -> None:
    stories = [*((name, "garbage", 97, 72) for name in OXIMETERS), ("contec-v5", "low-oxygen", 87, 104)]
    outcomes = await asyncio.gather(*(measured(name, scenario) for name, scenario, _, _ in stories))
    for (name, scenario, spo2, pulse), (_, ready) in zip(stories, outcomes, strict=True):
        assert isinstance(ready, MeasurementReady), (name, scenario)
        assert ready.measurement.quality.grade is Grade.GOOD
        assert (read(ready)[Kind.SPO2], read(ready)[Kind.PULSE_RATE]) == (spo2, pulse), (name, scenario)


async def test_a_cold_hand_is_kept_as_unreliable() -> None:
    limits = quick(settle_s=60, timeout_s=0.8)
    with simulate("contec-v7", "weak-signal", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v7"), limits=limits) as station:
            await station.is_now(State.READY)
            ready = await station.outcome(station.measure())
    assert isinstance(ready, MeasurementReady)
    assert ready.measurement.quality.grade is Grade.NOT_RELIABLE
    assert set(ready.measurement.quality.reasons) == {Reason.LOW_PERFUSION, Reason.UNSTABLE}


async def test_out_of_time_without_a_value() -> None:
    stories = [
        (find("no-finger"), Fault.NO_FINGER, Remedy.PUT_FINGER_IN),
        (MOVED_OUT, Fault.NO_FINGER, Remedy.PUT_FINGER_IN),
        (SEARCHES, Fault.NO_SIGNAL, Remedy.WARM_HAND),
        (GAVE_UP, Fault.NO_SIGNAL, Remedy.WARM_HAND),
    ]
    outcomes = await asyncio.gather(*(measured("contec-v7", scenario, 0.7) for scenario, _, _ in stories))
    for (scenario, fault, remedy), (_, failed) in zip(stories, outcomes, strict=True):
        assert isinstance(failed, MeasurementFailed), scenario.says
        assert (failed.fault, failed.remedy) == (fault, remedy), scenario.says


async def test_samples_stream_without_an_act_and_carry_what_was_sent() -> None:
    with simulate("contec-v7", "low-oxygen", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v7")) as station:
            sample = await station.sees(87)
    assert (sample.pulse_rate, sample.perfusion_index) == (104, 1.4)
    assert "low-spo2" in sample.flags
    before = station.of(OximeterSample)[0]
    assert (before.spo2, before.pulse_rate) == (None, None)
    times = [s.t_ns for s in station.of(OximeterSample)]
    assert times == sorted(times)


async def test_a_device_that_must_be_started_is_started_and_kept_awake(tmp_path: Path) -> None:
    log = tmp_path / "wire.jsonl"
    product = PRODUCTS["contec-v7"]
    with simulate("contec-v7", log=log) as device:
        async with Station(oximeter(device.port, "contec-v7")) as station:
            await station.is_now(State.READY)
            await until(lambda: heard(log).startswith(product.start + product.keep_alive), "keep-alive")


async def test_a_port_that_is_absent_and_then_there(tmp_path: Path) -> None:
    link = tmp_path / "oximeter"
    async with Station(oximeter(str(link), "contec-v7")) as station:
        status = await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
        assert status.remedy is Remedy.PLUG_IN
        failed = await station.outcome(station.measure())
        assert isinstance(failed, MeasurementFailed)
        assert failed.fault is Fault.NOT_CONNECTED
        with simulate("contec-v7", link=link):
            await station.is_now(State.READY)


async def test_unplugged_midway_and_put_back_recovers_by_itself_without_an_old_value(tmp_path: Path) -> None:
    link = tmp_path / "oximeter"
    with simulate("contec-v7", link=link, speed=SPEED) as device:
        async with Station(oximeter(str(link), "contec-v7")) as station:
            await station.sees(97)
            id = station.measure()
            await until(lambda: Phase.SETTLING in station.phases(), "the gate to settle")
            device.unplug()
            failed = await station.outcome(id)
            assert isinstance(failed, MeasurementFailed)
            assert failed.fault is Fault.UNPLUGGED
            await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
            pulled = len(station.events)
            device.set_scenario("low-oxygen")
            device.replug()
            await station.is_now(State.READY)
            await station.sees(87)
            shown = {s.spo2 for s in station.events[pulled:] if isinstance(s, OximeterSample)}
            assert 97 not in shown
            ready = await station.outcome(station.measure())
    assert isinstance(ready, MeasurementReady)
    assert read(ready)[Kind.SPO2] == 87
    assert (State.ABSENT, Fault.UNPLUGGED) in station.states()


async def test_half_a_frame_before_the_plug_was_pulled_is_not_finished_by_another_device(
    tmp_path: Path,
) -> None:
    """The bytes of the first device must not run on into those of the second."""
    link = tmp_path / "oximeter"
    async with Station(oximeter(str(link), "contec-v5")) as station:
        for value in (97, 87):
            with simulate("contec-v5", "healthy" if value == 97 else "low-oxygen", link=link, speed=SPEED):
                await station.sees(value)
            await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
    assert {s.spo2 for s in station.of(OximeterSample)} == {None, 97, 87}


async def test_the_dialect_is_found_by_listening(tmp_path: Path) -> None:
    link = tmp_path / "oximeter"
    with simulate("contec-v7", link=link) as device:
        async with Station(oximeter(str(link), "auto")) as station:
            status = await station.is_now(State.READY)
            assert status.product == PRODUCTS["contec-v7"].title
            assert station.states() == [(State.FOUND, None), (State.READY, None)]
            device.unplug()
            await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
            device.replug()
            status = await station.is_now(State.READY)
            assert status.product == PRODUCTS["contec-v7"].title


async def test_a_device_that_falls_silent_midway() -> None:
    with simulate("contec-v5", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v5"), limits=Limits()) as station:
            await station.sees(97)
            id = station.measure()
            device.set_scenario("silent")
            failed = await station.outcome(id)
            assert isinstance(failed, MeasurementFailed)
            assert (failed.fault, failed.remedy) == (Fault.NO_DATA, Remedy.SWITCH_ON)
            await station.is_now(State.FAULT, fault=Fault.NO_DATA)
            device.set_scenario("healthy")
            await station.is_now(State.READY)


async def test_a_port_that_something_else_holds() -> None:
    with simulate("contec-v5") as device:
        other = serial.Serial(device.port, exclusive=True)
        async with Station(oximeter(device.port, "contec-v5")) as station:
            status = await station.is_now(State.FAULT, fault=Fault.PORT_BUSY)
            assert status.remedy is Remedy.CALL_TECHNICIAN
            other.close()
            await station.is_now(State.READY)


async def test_a_file_that_is_no_port(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("not a port")
    async with Station(oximeter(str(path))) as station:
        await station.is_now(State.FAULT, fault=Fault.PORT_ERROR)


async def test_a_driver_that_nobody_wrote() -> None:
    async with Station(oximeter("/dev/null", "kettle")) as station:
        status = await station.is_now(State.FAULT, fault=Fault.UNKNOWN_PRODUCT)
    assert "kettle" in status.detail


async def test_a_second_attempt_replaces_the_first() -> None:
    with simulate("contec-v5", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v5")) as station:
            await station.is_now(State.READY)
            first, second = station.measure(), station.measure()
            failed, ready = await station.outcome(first), await station.outcome(second)
    assert isinstance(failed, MeasurementFailed)
    assert failed.fault is Fault.STOPPED
    assert isinstance(ready, MeasurementReady)


async def test_stopping_an_attempt_and_stopping_nothing() -> None:
    with simulate("contec-v5", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v5")) as station:
            await station.is_now(State.READY)
            id = station.measure()
            station.supervisor.stop(Act.OXIMETRY)
            station.supervisor.stop(Act.OXIMETRY)
            station.supervisor.stop(Act.BLOOD_PRESSURE)
            station.supervisor.stop_cuff()
            failed = await station.outcome(id)
    assert isinstance(failed, MeasurementFailed)
    assert failed.fault is Fault.STOPPED


async def test_two_that_do_not_work_do_not_take_the_place_of_one_that_does() -> None:
    """One is not what its name says, one says nothing."""
    with (
        simulate("contec-v5", speed=SPEED) as device,
        simulate("contec-v5") as other,
        simulate("contec-v5", "silent") as silent,
    ):
        async with Station(
            oximeter(device.port, "contec-v5"),
            oximeter(other.port, "contec-v7", "misnamed"),
            oximeter(silent.port, "contec-v5", "silent"),
        ) as station:
            await station.is_now(State.READY)
            status = await station.is_now(State.FAULT, id="misnamed", fault=Fault.NOT_UNDERSTOOD)
            assert status.remedy is Remedy.CHECK_CABLE
            status = await station.is_now(State.FAULT, id="silent", fault=Fault.NO_DATA)
            assert status.remedy is Remedy.SWITCH_ON
            assert {sample.device for sample in station.of(OximeterSample)} == {"oximeter"}
            ready = await station.outcome(station.measure())
    assert isinstance(ready, MeasurementReady)


async def test_nothing_is_left_behind(tmp_path: Path) -> None:
    link = tmp_path / "oximeter"

    def held() -> tuple[set[str], int, int]:
        open_now = [fd for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()]
        ports = {str(fd.readlink()) for fd in open_now if "/pt" in str(fd.readlink())}
        return ports, threading.active_count(), len(asyncio.all_tasks())

    before = held()
    for _ in range(2):
        with simulate("contec-v5", link=link) as device:
            async with Station(oximeter(str(link), "contec-v5"), limits=QUICK) as station:
                await station.is_now(State.READY)
                station.measure()
                device.unplug()
                await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
                device.replug()
                await station.is_now(State.READY)
                station.measure()
    assert held() == before


async def test_a_mistake_of_ours_ends_the_act_and_begins_anew(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It does not leave the act hanging, nor the device dead."""
    with simulate("contec-v5", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v5")) as station:
            await station.sees(97)
            monkeypatch.setattr("peripherals.stream.Gate.feed", lambda *_: 1 / 0)
            failed = await station.outcome(station.measure())
            monkeypatch.undo()
            assert isinstance(failed, MeasurementFailed)
            await station.is_now(State.READY)
            assert isinstance(await station.outcome(station.measure()), MeasurementReady)
    assert "ZeroDivisionError" in caplog.text


async def test_an_order_while_the_line_is_being_let_go_fails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not wait for a device that measures only while somebody asks."""
    letting_go, may_go_on = asyncio.Event(), asyncio.Event()
    close = StreamWorker.close

    async def slowly(worker: StreamWorker) -> None:
        letting_go.set()
        await may_go_on.wait()
        await close(worker)

    with simulate("contec-v5", speed=SPEED) as device:
        async with Station(oximeter(device.port, "contec-v5")) as station:
            await station.is_now(State.READY)
            monkeypatch.setattr(StreamWorker, "close", slowly)
            device.unplug()
            await letting_go.wait()
            id = station.measure()
            [failed] = station.outcomes(id)
            may_go_on.set()
    assert isinstance(failed, MeasurementFailed)
    assert failed.fault is Fault.NOT_CONNECTED


async def test_a_device_found_in_the_moment_of_the_end_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Found] = []

    async def find_at_the_end(place: str, candidates: Sequence[Candidate]) -> Found:
        found.append(await find_product(place, candidates))
        running.cancel()
        return found[0]

    monkeypatch.setattr("peripherals.keeper.find", find_at_the_end)
    with simulate("contec-v5", speed=SPEED) as device:
        station = Station(oximeter(device.port, "contec-v5"))
        running = asyncio.create_task(station.supervisor.run())
        with contextlib.suppress(asyncio.CancelledError):
            await running
    assert running.cancelled()
    assert not found[0].opened.is_open
