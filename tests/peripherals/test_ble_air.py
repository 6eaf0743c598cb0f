"""Bluetooth on an asyncio loop: bleak's own BlueZ backend on a bus of ours."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from ble_told import PATIENCE_S, SCALE, Told, device, until
from bleak.exc import BleakDBusError, BleakError, BleakGATTProtocolError
from bluez import ADAPTER, Bluez, Device

from peripherals.devices.product import BleLine
from peripherals.events import Fault
from peripherals.protocols import ble_weight
from peripherals.protocols.conversation import Packet
from peripherals.simulators.ble_spots import BleScale
from peripherals.simulators.scenarios import Scale, Scenario, find
from peripherals.transport import ble_radio
from peripherals.transport.ble_faults import port_error
from peripherals.transport.ble_radio import Heard, scan
from peripherals.transport.link import PortError


@pytest.fixture(autouse=True)
async def nothing_is_left() -> AsyncIterator[None]:
    """No task of ours outlives a test."""
    yield
    await until(lambda: not [task for task in asyncio.all_tasks() if "bluetooth" in task.get_name()])


@pytest.fixture
def told() -> Told:
    return Told()


ONE, TWO = "C0:FF:EE:00:00:01", "C0:FF:EE:00:00:02"

AT_ONCE = Scenario("it has just been used", scale=Scale(steps_on_s=0.1, still_after_s=0.1))


@pytest.fixture
async def bluez(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bluez]:
    async with Bluez(tmp_path) as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        yield bus


def scale(address: str = ONE, name: str = "", services: tuple[str, ...] = ("181D",)) -> Device:
    return Device(address, name, services, device("ble-2a9d", AT_ONCE))


async def test_a_device_is_waited_for_and_found_by_its_service(bluez: Bluez, told: Told) -> None:
    bluez.put_on_the_air(Device(TWO, "a telephone", ("180D",), device("ble-2a37")))
    opening = asyncio.create_task(told.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    await asyncio.sleep(0.05)
    assert not opening.done()
    mine = scale()
    bluez.put_on_the_air(mine)
    link = await opening
    assert link.place == ONE
    assert bluez.discovering is None, "nobody waits any more"
    await until(lambda: len(told.packets) == 6)
    bluez.let(1.0)
    await until(lambda: bool(told.on("2A9D")))
    assert ble_weight.decoder().feed(told.on("2A9D")[0])[0].values["weight"] == 72.5
    await link.close()
    assert not mine.properties["Connected"][1]
    assert told.losses == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (TWO.lower(), SCALE),
        ("", SCALE._replace(name="^UC-")),
        ("", SCALE._replace(service="FE4A", name="352")),
    ],
    ids=["address", "name", "name without its service"],
)
async def test_one_of_several_is_found(bluez: Bluez, told: Told, place: str, line: BleLine) -> None:
    bluez.put_on_the_air(scale(ONE, "another"))
    bluez.put_on_the_air(scale(TWO, "UC-352BLE"))
    link = await told.open(place, line)
    assert link.place == TWO
    await link.close()


async def test_two_lines_wait_in_one_scan_and_get_a_device_each(bluez: Bluez) -> None:
    first, second = Told(), Told()
    opening = [asyncio.create_task(one.open("", SCALE)) for one in (first, second)]
    await until(lambda: bluez.discovering is not None)
    bluez.put_on_the_air(scale(ONE))
    bluez.put_on_the_air(scale(TWO))
    links = await asyncio.gather(*opening)
    assert {link.place for link in links} == {ONE, TWO}
    assert [member for member, _ in bluez.calls].count("StartDiscovery") == 1
    for link in links:
        await link.close()


async def test_a_device_that_has_a_line_is_nobody_else_s_until_it_is_let_go(bluez: Bluez, told: Told) -> None:
    mine = scale()
    bluez.put_on_the_air(mine)
    link = await told.open("", SCALE)
    other = Told()
    opening = asyncio.create_task(other.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    bluez.advertise(mine)
    await asyncio.sleep(0.05)
    assert not opening.done()
    await link.close()
    bluez.advertise(mine)
    again = await opening
    assert again.place == ONE
    await again.close()


async def test_a_device_that_hangs_up_is_lost_and_found_again(bluez: Bluez, told: Told) -> None:
    mine = scale()
    bluez.put_on_the_air(mine)
    link = await told.open(ONE, SCALE)
    bluez.hang_up(mine)
    await until(lambda: bool(told.losses))
    assert [error.fault for error in told.losses] == [Fault.UNPLUGGED]
    await link.close()
    again = await told.open(ONE, SCALE)
    assert again.is_open
    await again.close()


async def test_a_result_said_at_once_by_a_device_that_then_hangs_up_is_told(bluez: Bluez, told: Told) -> None:
    """While we are still reading its name."""

    class Hasty(BleScale):
        def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
            said = super().host_sent(data, t, channel)
            if channel == "notify 2A9D":
                said.append(Packet(self.result(t) or b"", "2A9D"))
            return said

    hasty = Device(ONE, "", ("181D",), Hasty(find("healthy"), 0, datetime.now()))
    hasty.hangs_up_after = "2A9D"
    bluez.put_on_the_air(hasty)
    link = await told.open("", SCALE)
    await until(lambda: bool(told.losses))
    assert len(told.on("2A9D")) == 1
    assert told.losses[0].fault is Fault.UNPLUGGED
    await link.close()


async def test_a_device_that_the_system_has_connected_already_is_found(bluez: Bluez, told: Told) -> None:
    """As after a crash of ours: BlueZ keeps the connection, and the device does not advertise."""
    kept = scale(services=("181D", "1801"))
    bluez.put_on_the_air(kept)
    async with asyncio.timeout(PATIENCE_S):
        await scan(0.1)
    bluez.connect(kept)
    link = await told.open("", SCALE)
    assert link.place == ONE
    assert ("Connect", kept.path) not in bluez.calls
    await link.close()


async def test_a_line_that_pairs_pairs_once(bluez: Bluez, told: Told) -> None:
    mine = scale()
    bluez.put_on_the_air(mine)
    for _ in range(2):
        link = await told.open("", SCALE._replace(pair=True))
        await link.close()
    members = [member for member, path in bluez.calls if path == mine.path]
    assert members.count("Pair") == 1
    assert members.count("Connect") == 1


async def test_a_device_that_refuses_to_pair_is_a_case_for_the_technician(bluez: Bluez, told: Told) -> None:
    mine = scale()
    mine.refuses_to_pair = True
    bluez.put_on_the_air(mine)
    with pytest.raises(PortError) as refused:
        await told.open("", SCALE._replace(pair=True))
    assert refused.value.fault is Fault.PORT_DENIED


async def test_a_missing_adapter_is_told(bluez: Bluez, told: Told) -> None:
    bluez.adapter = False
    with pytest.raises(PortError) as refused:
        await told.open("", SCALE)
    assert refused.value.fault is Fault.NO_BLUETOOTH


async def test_an_adapter_that_is_off_is_told(bluez: Bluez, told: Told) -> None:
    bluez.powered = False
    with pytest.raises(PortError) as refused:
        await told.open("", SCALE)
    assert refused.value.fault is Fault.NO_BLUETOOTH


async def test_an_adapter_that_is_switched_off_while_we_wait_is_told(
    bluez: Bluez, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ble_radio, "RENEW_S", 0.1)
    opening = asyncio.create_task(told.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    bluez.power(False)
    with pytest.raises(PortError) as refused:
        await opening
    assert refused.value.fault is Fault.NO_BLUETOOTH


async def test_an_adapter_that_was_off_for_a_moment_is_listened_to_again(
    bluez: Bluez, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ble_radio, "RENEW_S", 0.1)
    opening = asyncio.create_task(told.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    bluez.power(False)
    bluez.power(True)
    bluez.put_on_the_air(scale())
    await (await opening).close()


async def test_without_a_bus_there_is_no_bluetooth(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(PortError) as refused:
        await told.open("", SCALE)
    assert refused.value.fault is Fault.NO_BLUETOOTH


async def test_giving_up_ends_the_scan_and_a_new_one_begins_after_it(bluez: Bluez, told: Told) -> None:
    opening = asyncio.create_task(told.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    opening.cancel()
    again = asyncio.create_task(told.open("", SCALE))
    with pytest.raises(asyncio.CancelledError):
        await opening
    await until(lambda: [member for member, _ in bluez.calls].count("StartDiscovery") == 2)
    bluez.put_on_the_air(scale())
    await (await again).close()


async def test_giving_up_at_the_moment_of_finding_leaves_the_device_free(bluez: Bluez, told: Told) -> None:
    bluez.slow = "StopDiscovery"
    opening = asyncio.create_task(told.open("", SCALE))
    await until(lambda: bluez.discovering is not None)
    radio = ble_radio.radio()
    bluez.put_on_the_air(scale())
    await until(lambda: ("StopDiscovery", ADAPTER) in bluez.calls)
    assert radio.taken == {ONE}
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert radio.taken == set()
    bluez.hurry()


async def test_scanning_lists_what_is_on_the_air_the_nearest_first(bluez: Bluez) -> None:
    near, far = scale(ONE, "near"), scale(TWO, "")
    bluez.put_on_the_air(near)
    bluez.put_on_the_air(far)
    listening = asyncio.create_task(scan(0.3))
    await until(lambda: bluez.discovering is not None)
    await asyncio.sleep(0.05)
    bluez.advertise(far, -90)
    bluez.advertise(near, -40)
    found = await listening
    services = ("0000181d-0000-1000-8000-00805f9b34fb",)
    assert found == [Heard(ONE, "near", services, -40), Heard(TWO, "", services, -90)]
    await until(lambda: bluez.discovering is None)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (BleakDBusError("org.bluez.Error.NotReady", []), Fault.NO_BLUETOOTH),
        (BleakDBusError("org.freedesktop.DBus.Error.ServiceUnknown", ["org.bluez"]), Fault.NO_BLUETOOTH),
        (BleakDBusError("org.freedesktop.DBus.Error.AccessDenied", []), Fault.PORT_DENIED),
        (BleakDBusError("org.bluez.Error.AuthenticationTimeout", []), Fault.PORT_DENIED),
        (BleakDBusError("org.bluez.Error.InProgress", []), Fault.PORT_BUSY),
        (BleakDBusError("org.bluez.Error.Failed", ["le-connection-abort-by-local"]), Fault.UNPLUGGED),
        (BleakGATTProtocolError(0x0F), Fault.PORT_DENIED),
        (BleakGATTProtocolError(0x80), Fault.PORT_ERROR),
        (BleakError("failed to discover services, device disconnected"), Fault.UNPLUGGED),
        (TimeoutError(), Fault.UNPLUGGED),
        (PermissionError(13, "denied"), Fault.PORT_DENIED),
        (ConnectionRefusedError(111, "refused"), Fault.NO_BLUETOOTH),
        (AssertionError(), Fault.PORT_ERROR),
        (PortError(Fault.NOT_UNDERSTOOD, "told already"), Fault.NOT_UNDERSTOOD),
    ],
    ids=lambda value: str(value) or type(value).__name__,
)
def test_what_bleak_and_bluez_raise_has_words(error: Exception, fault: Fault) -> None:
    explained = port_error(ONE, error)
    assert explained.fault is fault
    assert str(explained)
