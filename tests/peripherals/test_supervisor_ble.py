"""Bluetooth devices through the supervisor: asleep until used, connected, believed by their clock, lost."""

import asyncio
from pathlib import Path

import pytest
from msgspec import structs
from stations import Outcome, Station, quick, until

from contract.measurement import Act, Grade, Kind
from peripherals.events import (
    DeviceConfig,
    DeviceStatus,
    Fault,
    MeasurementFailed,
    MeasurementReady,
    Phase,
    Role,
    State,
    StoredReading,
)
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import (
    Cuff,
    Finger,
    GlucoseMeter,
    Oximeter,
    Scale,
    Scenario,
    Stored,
    Thermometer,
    find,
)
from peripherals.worker import ACT_OF, Limits

OTHERS = find("strangers").memory
USED = Scenario(
    "used as soon as somebody connects; others were there before",
    oximeter=Oximeter(fingers=(Finger("in", 1),)),
    cuff=Cuff(takes_s=0.5),
    thermometer=Thermometer(takes_s=0.5),
    scale=Scale(steps_on_s=0.2, still_after_s=0.3),
    glucose=GlucoseMeter(takes_s=0.5),
    memory=OTHERS,
)
FOUND = {
    "ble-2a35": {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79, Kind.PULSE_RATE: 72, Kind.MEAN_ARTERIAL: 94},
    "omron-ble-14": {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79, Kind.PULSE_RATE: 72},
    "ble-2a1c": {Kind.TEMPERATURE: 36.8},
    "ble-2a9d": {Kind.WEIGHT: 72.5, Kind.HEIGHT: 171},
    "ble-2a18": {Kind.GLUCOSE: 104},
    "ble-2a5f": {Kind.SPO2: 97, Kind.PULSE_RATE: 72, Kind.PERFUSION_INDEX: 3.2},
    "ble-2a37": {Kind.HEART_RATE: 72},
}


def config(name: str, path: Path, *, personal: bool = False) -> DeviceConfig:
    return DeviceConfig("device", PRODUCTS[name].role, f"ble:{path}", name, personal=personal)


def limits(name: str) -> Limits:
    """A gate that is soon content, where there is one."""
    act = ACT_OF[PRODUCTS[name].role]
    streams = name in ("ble-2a5f", "ble-2a37")
    return quick(act, timeout_s=20, **({"settle_s": 1.0, "window_s": 1.0} if streams else {}))


async def measured(name: str, story: Scenario, folder: Path) -> tuple[Station, Outcome]:
    """An order is given while the device is off; then somebody uses it."""
    path = folder / name
    async with Station(config(name, path), limits=limits(name)) as station:
        streams = name in ("ble-2a5f", "ble-2a37")
        if not streams:
            await station.is_now(State.READY, "device")
            id = station.measure(ACT_OF[PRODUCTS[name].role])
        with Simulator(SIMULATORS[name], story, scheme="ble", link=path):
            if streams:
                await station.is_now(State.READY, "device")
                id = station.measure(ACT_OF[PRODUCTS[name].role])
            return station, await station.outcome(id)


async def test_what_is_measured_in_the_act_is_taken_and_nothing_of_others_is_told(tmp_path: Path) -> None:
    done = await asyncio.gather(*(measured(name, USED, tmp_path) for name in FOUND))
    for (name, expected), (station, ready) in zip(FOUND.items(), done, strict=True):
        assert isinstance(ready, MeasurementReady), (name, ready)
        assert {value.kind: value.value for value in ready.measurement.values} == expected
        assert ready.measurement.quality.grade is Grade.GOOD
        device = ready.measurement.device
        assert (device.serial, device.firmware) == ("SIM-0001", "1.0")
        assert device.transport == f"ble:{tmp_path / name}"
        assert station.of(StoredReading) == []


async def test_a_wrong_clock_is_reckoned_with(tmp_path: Path) -> None:
    """Ten minutes fast; one of the records was made just now by that clock, ten minutes ago by ours."""
    trap = (Stored(600.0, {"systolic": 171, "diastolic": 99, "pulse_rate": 88, "weight": 110.5}), *OTHERS)
    story = structs.replace(USED, clock_error_s=600.0, memory=trap)
    names = ("ble-2a9d", "ble-2a35", "omron-ble-14")
    done = await asyncio.gather(*(measured(name, story, tmp_path) for name in names))
    for name, (_, ready) in zip(names, done, strict=True):
        assert isinstance(ready, MeasurementReady), name
        assert {value.kind: value.value for value in ready.measurement.values} == FOUND[name]
        assert ready.measurement.clock_error_s == pytest.approx(600, abs=3)


async def test_a_clock_that_was_never_set_proves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "scale"
    story = structs.replace(USED, clock_error_s=None)
    async with Station(config("ble-2a9d", path), limits=quick(Act.WEIGHT, timeout_s=2)) as station:
        await station.is_now(State.READY, "device")
        id = station.measure(Act.WEIGHT)
        with Simulator(SIMULATORS["ble-2a9d"], story, scheme="ble", link=path):
            failed = await station.outcome(id)
    assert isinstance(failed, MeasurementFailed)
    assert failed.fault is Fault.NO_RESULT


async def test_a_personal_meter_s_memory_is_told(tmp_path: Path) -> None:
    path = tmp_path / "meter"
    with Simulator(SIMULATORS["ble-2a18"], "strangers", scheme="ble", link=path):
        async with Station(config("ble-2a18", path, personal=True), limits=quick(Act.GLUCOSE)) as station:
            await until(
                lambda: {e.measurement.values[0].value for e in station.of(StoredReading)} == {311, 61},
                "the memory",
            )


async def test_a_cuff_shows_its_pressure_and_goes_to_sleep_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "cuff"
    async with Station(config("ble-2a35", path), limits=quick(Act.BLOOD_PRESSURE)) as station:
        await station.is_now(State.READY, "device")
        id = station.measure(Act.BLOOD_PRESSURE)
        simulator = Simulator(
            SIMULATORS["ble-2a35"], Scenario("slow", cuff=Cuff(takes_s=2.0)), scheme="ble", link=path
        )
        with simulator:
            assert isinstance(await station.outcome(id), MeasurementReady)
        assert {Phase.USE_DEVICE, Phase.INFLATING, Phase.DONE} <= set(station.phases())
        await asyncio.sleep(0.3)
        assert {status.fault for status in station.of(DeviceStatus)} == {None}
        assert station.latest("device").state is State.READY


async def test_without_a_radio_the_technician_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    configuration = DeviceConfig("device", Role.SCALE, "ble:", "ble-2a9d")
    async with Station(configuration, limits=quick(Act.WEIGHT)) as station:
        await station.is_now(State.FAULT, "device", Fault.NO_BLUETOOTH)
