"""Bluetooth on an asyncio loop, by bleak's seam for simulators: a simulated device on its socket."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from ble_told import METER, SCALE, STRAP, Told, until

from peripherals.events import Fault
from peripherals.protocols import ble_heart_rate
from peripherals.protocols.conversation import Packet
from peripherals.simulators import SIMULATORS
from peripherals.simulators.ble_spots import BleScale
from peripherals.simulators.device import Make
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import Scenario
from peripherals.transport import ble_port, ble_socket
from peripherals.transport.link import PortError


@pytest.fixture(autouse=True)
async def nothing_is_left() -> AsyncIterator[None]:
    """No task of ours outlives a test."""
    yield
    await until(lambda: not [task for task in asyncio.all_tasks() if "bluetooth" in task.get_name()])


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Callable[..., Simulator]]:
    running = []

    def plug(make: Make, scenario: Scenario | str = "healthy") -> Simulator:
        simulator = Simulator(make, scenario, scheme="ble", link=tmp_path / "device", speed=20)
        running.append(simulator.__enter__())
        return simulator

    yield plug
    for simulator in running:
        simulator.close()


def place_of(simulator: Simulator) -> str:
    return simulator.port.removeprefix("ble:")


async def test_what_it_tells_of_itself_comes_before_its_values(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    link = await told.open(place_of(plugged(SIMULATORS["ble-2a37"])), STRAP)
    assert link.is_open
    await until(lambda: len(told.on("2A37")) > 2)
    channels = [packet.channel for packet in told.packets]
    assert channels[: channels.index("2A37")] == ["2A29", "2A24", "2A25", "2A26", "2A19", "2A2B"]
    assert told.on("2A24") == [b"HRS"]
    assert ble_heart_rate.decoder().feed(told.on("2A37")[0])[0].values == {"heart_rate": 72}
    assert told.times[0] <= time.monotonic_ns()
    await link.close()
    assert not link.is_open
    assert told.losses == []


async def test_writes_are_answered_in_order_and_a_refused_one_ends_nothing(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    link = await told.open(place_of(plugged(SIMULATORS["ble-2a18"], "strangers")), METER)
    link.write(Packet(b"\x04\x01", "2A52"))  # how many
    link.write(Packet(b"\x01\x06", "2A18"))  # can't be written
    link.write(Packet(b"\x01\x06", "FF01"))  # is not there
    link.write(Packet(b"\x01\x06"))  # nor is this
    link.write(Packet(b"\x01\x06", "2A52"))  # the last
    await until(lambda: len(told.on("2A52")) == 2)
    assert told.on("2A52") == [b"\x05\x00\x02\x00", b"\x06\x00\x01\x01"]
    assert len(told.on("2A18")) == 1
    assert link.is_open
    await link.close()


async def test_a_characteristic_is_read_again_when_asked(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    link = await told.open(place_of(plugged(SIMULATORS["ble-2a9d"])), SCALE)
    await until(lambda: len(told.on("2A2B")) == 1)
    link.write(Packet(bytes.fromhex("D0 07 01 01 00 00 00 06 00 01"), "2A2B"))
    link.write(Packet(b"", "read 2A2B"))
    await until(lambda: len(told.on("2A2B")) == 2)
    assert told.on("2A2B")[1][:4] == b"\xd0\x07\x01\x01"
    await link.close()


async def test_a_device_that_goes_is_told_once(plugged: Callable[..., Simulator], told: Told) -> None:
    simulator = plugged(SIMULATORS["ble-2a37"])
    link = await told.open(place_of(simulator), STRAP)
    await until(lambda: bool(told.packets))
    simulator.unplug()
    await until(lambda: bool(told.losses))
    assert [error.fault for error in told.losses] == [Fault.UNPLUGGED]
    assert not link.is_open
    with pytest.raises(PortError) as refused:
        link.write(Packet(b"", "read 2A24"))
    assert refused.value.fault is Fault.UNPLUGGED
    await link.close()
    await link.close()
    assert len(told.losses) == 1


async def test_what_was_handed_over_is_written_before_closing(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    simulator = plugged(SIMULATORS["ble-2a9d"])
    link = await told.open(place_of(simulator), SCALE)
    link.write(Packet(bytes.fromhex("D0 07 01 01 00 00 00 06 00 01"), "2A2B"))
    await link.close()
    assert isinstance(simulator.device, BleScale)
    now = simulator.device.clock.at(0.0)
    assert now is not None and now.year in (1999, 2000)
    assert told.losses == []


async def test_a_device_that_is_off_is_waited_for(
    plugged: Callable[..., Simulator], told: Told, tmp_path: Path
) -> None:
    opening = asyncio.create_task(told.open(str(tmp_path / "device"), STRAP))
    await asyncio.sleep(0.05)
    assert not opening.done()
    plugged(SIMULATORS["ble-2a37"])
    link = await opening
    await until(lambda: bool(told.packets))
    await link.close()


async def test_waiting_can_be_given_up(told: Told, tmp_path: Path) -> None:
    opening = asyncio.create_task(told.open(str(tmp_path / "nobody"), STRAP))
    await asyncio.sleep(0.05)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening


async def test_another_kind_of_device_is_not_understood(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    place = place_of(plugged(SIMULATORS["ble-2a37"]))
    with pytest.raises(PortError) as refused:
        await told.open(place, SCALE)
    assert refused.value.fault is Fault.NOT_UNDERSTOOD
    assert "2A9D" in str(refused.value)


async def test_a_device_that_connects_and_says_nothing_is_given_up(
    plugged: Callable[..., Simulator], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ble_socket, "ANSWER_S", 0.1)
    with pytest.raises(PortError) as refused:
        await told.open(place_of(plugged(SIMULATORS["ble-2a37"], "silent")), STRAP)
    assert refused.value.fault is Fault.UNPLUGGED


async def test_a_socket_that_nobody_serves_is_no_device(told: Told, tmp_path: Path) -> None:
    (tmp_path / "device").touch()
    with pytest.raises(PortError) as refused:
        await told.open(str(tmp_path / "device"), STRAP)
    assert refused.value.fault is Fault.NOT_CONNECTED


class Unpaired(BleScale):
    """Lets nobody subscribe who is not paired."""

    def _subscribe(self, uuid: str, data: bytes, t: float) -> bytes:
        return b"\x05"


class Unencrypted(BleScale):
    """Lets nobody set its clock who is not paired."""

    def _write(self, uuid: str, data: bytes, t: float) -> tuple[bytes, list[Packet]]:
        return b"\x0f", []


async def test_a_device_that_wants_to_be_paired_is_a_case_for_the_technician(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    with pytest.raises(PortError) as refused:
        await told.open(place_of(plugged(Unpaired)), SCALE)
    assert refused.value.fault is Fault.PORT_DENIED


async def test_so_is_one_that_says_so_when_it_is_written_to(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    link = await told.open(place_of(plugged(Unencrypted)), SCALE)
    link.write(Packet(bytes(10), "2A2B"))
    await until(lambda: bool(told.losses))
    assert [error.fault for error in told.losses] == [Fault.PORT_DENIED]
    await link.close()


async def test_a_device_that_takes_nothing_is_not_written_to_for_ever(
    plugged: Callable[..., Simulator], told: Told
) -> None:
    link = await told.open(place_of(plugged(SIMULATORS["ble-2a9d"])), SCALE)
    with pytest.raises(PortError) as refused:
        for _ in range(ble_port.QUEUE + 1):
            link.write(Packet(b"", "read 2A24"))
    assert refused.value.fault is Fault.PORT_ERROR
    await link.close()
