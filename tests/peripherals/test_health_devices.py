"""The station measures with simulated devices of the USB healthcare class, through engine and transport."""

from pathlib import Path

import msgspec
import pytest
from stations import FAST, QUICK, Station, simulate

from contract.measurement import Act, Kind
from peripherals.discovery import Seen, recognised
from peripherals.events import DeviceConfig, Fault, MeasurementFailed, MeasurementReady, Role, State
from peripherals.hotplug import Folder
from peripherals.protocols.ieee11073.talk import Ieee11073Talk
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import find
from peripherals.worker import ACT_OF, Limits

SPOTS = {
    "ieee11073-bp": {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79, Kind.MEAN_ARTERIAL: 94, Kind.PULSE_RATE: 72},
    "ieee11073-scale": {Kind.WEIGHT: 72.5, Kind.HEIGHT: 171},
    "ieee11073-thermometer": {Kind.TEMPERATURE: 36.8},
    "ieee11073-glucose": {Kind.GLUCOSE: 104},
}

APPEARS = Seen("usb", "", 0x1209, 0x0001, "SIM-100F", "1-2", "Simulated Scale", ("0f",), (0x100F,))


def config(name: str, port: str) -> DeviceConfig:
    return DeviceConfig("device", PRODUCTS[name].role, port, name)


def values(outcome: MeasurementReady) -> dict[Kind, float]:
    return {value.kind: value.value for value in outcome.measurement.values}


@pytest.mark.parametrize("name", SPOTS)
async def test_the_result_of_the_act_is_taken_whatever_strangers_left(name: str, tmp_path: Path) -> None:
    act = ACT_OF[PRODUCTS[name].role]
    told = msgspec.structs.replace(find("strangers"), clock_error_s=600.0)
    with simulate(name, told, link=tmp_path / "device", speed=FAST) as device:
        async with Station(config(name, device.port)) as station:
            await station.is_now(State.ATTENTION, "device")  # its clock is ten minutes fast
            outcome = await station.outcome(station.measure(act))
    assert isinstance(outcome, MeasurementReady)
    assert values(outcome) == SPOTS[name]
    assert outcome.measurement.device.model.startswith("Carepost Simulated")
    assert outcome.measurement.device.serial is not None


async def test_an_oximeter_s_stream_is_measured(tmp_path: Path) -> None:
    with simulate("ieee11073", link=tmp_path / "oximeter", speed=FAST) as device:
        async with Station(config("ieee11073", device.port), limits=QUICK) as station:
            await station.is_now(State.READY, "device")
            await station.sees(97)
            outcome = await station.outcome(station.measure())
    assert isinstance(outcome, MeasurementReady)
    assert values(outcome)[Kind.SPO2] == 97
    assert values(outcome)[Kind.PULSE_RATE] == 72


async def test_a_device_that_is_plugged_in_is_found_by_its_class(tmp_path: Path) -> None:
    link = tmp_path / "scale"
    wanted = DeviceConfig("device", Role.SCALE, "auto", "auto")
    with simulate("ieee11073-scale", link=link, speed=FAST, appears=APPEARS):
        async with Station(wanted, finder=Folder(tmp_path)) as station:
            ready = await station.is_now(State.READY, "device")
            assert ready.product == PRODUCTS["ieee11073-scale"].title
            outcome = await station.outcome(station.measure(Act.WEIGHT))
    assert isinstance(outcome, MeasurementReady)
    assert values(outcome)[Kind.WEIGHT] == 72.5


async def test_two_of_different_kinds_are_not_mixed_up(tmp_path: Path) -> None:
    cuff = msgspec.structs.replace(APPEARS, serial="SIM-1007", socket="1-3", specialisations=(0x1007,))
    wanted = DeviceConfig("device", Role.SCALE, "auto", "auto")
    with (
        simulate("ieee11073-bp", link=tmp_path / "cuff", speed=FAST, appears=cuff),
        simulate("ieee11073-scale", link=tmp_path / "scale", speed=FAST, appears=APPEARS),
    ):
        async with Station(wanted, finder=Folder(tmp_path)) as station:
            ready = await station.is_now(State.READY, "device")
    assert ready.product == PRODUCTS["ieee11073-scale"].title


@pytest.mark.parametrize("told", [(), (0x1004,), (0x1007, 0x100F)])
def test_what_says_what_it_is_is_recognised_by_that(told: tuple[int, ...]) -> None:
    seen = msgspec.structs.replace(APPEARS, specialisations=told)
    names = {product.name for product in recognised(seen)}
    if not told:
        assert names == {"ieee11073", *SPOTS}
    else:
        kinds = {0x1004: "ieee11073", 0x1007: "ieee11073-bp", 0x100F: "ieee11073-scale"}
        assert names == {kinds[kind] for kind in told}


async def test_the_plug_is_pulled_and_put_back_and_the_act_goes_on(tmp_path: Path) -> None:
    name = "ieee11073-thermometer"
    with simulate(name, link=tmp_path / "device", speed=FAST) as device:
        async with Station(config(name, device.port)) as station:
            await station.is_now(State.READY, "device")
            act = station.measure(Act.TEMPERATURE)
            device.unplug()
            await station.is_now(State.ABSENT, "device", Fault.UNPLUGGED)
            device.replug()
            outcome = await station.outcome(act)
    assert isinstance(outcome, MeasurementReady)
    assert values(outcome) == {Kind.TEMPERATURE: 36.8}


async def test_a_scale_that_refuses_says_why(tmp_path: Path) -> None:
    story = msgspec.structs.replace(
        find("healthy"),
        scale=msgspec.structs.replace(find("healthy").scale, refuses="overload", steps_on_s=20),
    )
    with simulate("ieee11073-scale", story, link=tmp_path / "device", speed=FAST) as device:
        async with Station(config("ieee11073-scale", device.port)) as station:
            await station.is_now(State.READY, "device")
            outcome = await station.outcome(station.measure(Act.WEIGHT))
    assert isinstance(outcome, MeasurementFailed)
    assert outcome.fault is Fault.OVERLOAD


async def test_a_device_of_another_kind_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there, and says what it is; the driver of another kind does not become ready with it."""
    monkeypatch.setattr(Ieee11073Talk, "patience_s", 1.0)
    with simulate("ieee11073-scale", link=tmp_path / "device", speed=FAST) as device:
        async with Station(config("ieee11073-bp", device.port), limits=Limits()) as station:
            await station.is_now(State.FAULT, "device", Fault.NOT_UNDERSTOOD)
            assert not station.of(MeasurementReady)
