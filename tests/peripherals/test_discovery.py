"""Which plugged-in thing is which device of the station: by id, class, serial number, socket, and memory."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from stations import QUICK, Station, simulate, until

from peripherals.devices.product import UsbId
from peripherals.discovery import Memory, Remembered, Seen, candidates, choose, recognised
from peripherals.events import DeviceConfig, DeviceSeen, Fault, Role, State
from peripherals.hotplug import Folder, Udev, seen_file
from peripherals.registry import PRODUCTS
from peripherals.transport.link import PortError
from peripherals.transport.opening import Address, address_of

CP210X = UsbId(0x10C4, 0xEA60)
PROLIFIC = UsbId(0x067B, 0x23C3)


def bridge(place: str, id: UsbId = CP210X, serial: str = "", socket: str = "") -> Seen:
    return Seen("serial", place, id.vendor, id.product, serial, socket, "USB to UART", ())


def wanted(
    driver: str = "auto", serial: str = "", role: Role = Role.OXIMETER, id: str = "one"
) -> DeviceConfig:
    return DeviceConfig(id, role, "auto", driver, serial)


@pytest.mark.parametrize(
    ("port", "address"),
    [
        ("/dev/ttyUSB0", ("serial", "/dev/ttyUSB0")),
        ("serial:/dev/ttyUSB0", ("serial", "/dev/ttyUSB0")),
        ("hid:/dev/hidraw3", ("hid", "/dev/hidraw3")),
        ("ble:C0:26:DA:01:02:03", ("ble", "C0:26:DA:01:02:03")),
        ("usb:1-2.4", ("usb", "1-2.4")),
        ("/dev/serial/by-id/a:b", ("serial", "/dev/serial/by-id/a:b")),
    ],
)
def test_addresses(port: str, address: tuple[str, str]) -> None:
    assert address_of(port) == Address(*address)


def test_a_bridge_is_only_a_hint_so_all_that_use_it_are_possible() -> None:
    names = {product.name for product in recognised(bridge("/dev/ttyUSB0"))}
    assert {"contec-v5", "contec-v7", "berry-bci"} <= names
    assert "rbp9804" not in names
    assert [p.name for p in recognised(bridge("/dev/ttyUSB1", PROLIFIC))] == ["rbp9804"]


def test_what_nobody_knows_is_described_for_the_technician() -> None:
    seen = Seen("serial", "/dev/ttyACM0", 0x1234, 0xABCD, "S1", "1-3", "Kettle", ("02", "0a"))
    assert recognised(seen) == []
    for word in ("/dev/ttyACM0", "1234:abcd", "Kettle", "S1", "1-3", "02 0a"):
        assert word in seen.description


def test_a_scheme_has_its_own_products() -> None:
    assert "rbp9804" in {c.product.name for c in candidates(Role.CUFF, "auto", "serial")}
    assert "rbp9804" not in {c.product.name for c in candidates(Role.CUFF, "auto", "hid")}
    assert candidates(Role.OXIMETER, "contec-v5", "ble") == []
    lines = [c.line for c in candidates(Role.OXIMETER, "contec-v5", "serial")]
    assert lines == [(19200, "O"), (4800, "O")]


def test_the_only_one_of_its_kind_needs_no_name() -> None:
    one, other = bridge("/dev/ttyUSB0"), bridge("/dev/ttyUSB1", PROLIFIC)
    assert choose(wanted(), [other, one], [], None).address.place == "/dev/ttyUSB0"


def test_nothing_there_and_nothing_known() -> None:
    with pytest.raises(PortError) as error:
        choose(wanted(), [bridge("/dev/ttyUSB1", PROLIFIC)], [], None)
    assert error.value.fault is Fault.NOT_CONNECTED
    with pytest.raises(PortError) as error:
        choose(wanted("kettle"), [bridge("/dev/ttyUSB0")], [], None)
    assert error.value.fault is Fault.UNKNOWN_PRODUCT


def test_two_of_one_kind_are_told_apart_by_serial_number_then_memory_then_socket() -> None:
    left = bridge("/dev/ttyUSB0", serial="A", socket="1-1")
    right = bridge("/dev/ttyUSB1", serial="B", socket="1-2")
    both = [left, right]
    with pytest.raises(PortError) as error:
        choose(wanted(), both, [], None)
    assert error.value.fault is Fault.TWO_ALIKE
    assert "/dev/ttyUSB0" in str(error.value) and "/dev/ttyUSB1" in str(error.value)
    assert choose(wanted(serial="B"), both, [], None).seen == right
    assert choose(wanted(), both, [], Remembered("contec-v5", serial="B")).seen == right
    assert choose(wanted(), both, [], Remembered("contec-v5", socket="1-1")).seen == left
    assert choose(wanted(), both, [left], None).seen == right


def test_a_named_one_that_is_not_there_is_not_replaced_by_another() -> None:
    with pytest.raises(PortError) as error:
        choose(wanted(serial="C"), [bridge("/dev/ttyUSB0", serial="A")], [], None)
    assert error.value.fault is Fault.NOT_CONNECTED


def test_memory_lasts_and_a_broken_file_only_forgets(tmp_path: Path) -> None:
    path = tmp_path / "devices.json"
    Memory(path).keep("one", Remembered("contec-v5", "A", "1-1"))
    assert Memory(path).known == {"one": Remembered("contec-v5", "A", "1-1")}
    path.write_bytes(b'{"one": {"product": 5}}')
    assert Memory(path).known == {}
    Memory(tmp_path / "no" / "such" / "folder").keep("one", Remembered("contec-v5"))
    Memory(None).keep("one", Remembered("contec-v5"))


def test_this_machine_can_be_looked_at() -> None:
    for seen in Udev().present():
        assert seen.place
        assert seen.scheme in ("serial", "hid", "usb", "evdev")


def appears(vendor: UsbId, serial: str, socket: str) -> Seen:
    return Seen("serial", "", vendor.vendor, vendor.product, serial, socket, "simulated")


async def test_plugged_in_elsewhere_it_is_found_again(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    config = DeviceConfig("oximeter", Role.OXIMETER, "auto", "contec-v7")
    finder, memory = Folder(tmp_path), tmp_path / "memory.json"
    async with Station(config, limits=QUICK, finder=finder, memory=memory) as station:
        await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
        with simulate("contec-v7", link=here, appears=appears(CP210X, "A", "1-1")):
            status = await station.is_now(State.READY)
            assert status.identity is not None
            assert status.identity.transport.startswith("serial:")
        await station.is_now(State.ABSENT, fault=Fault.NOT_CONNECTED)
        assert not seen_file(here).exists()
        with simulate("contec-v7", link=there, appears=appears(CP210X, "A", "1-4")):
            await station.is_now(State.READY)
    assert Memory(memory).known == {"oximeter": Remembered("contec-v7", "A", "1-4")}


async def test_two_alike_wait_for_a_name_and_go_on_when_one_leaves(tmp_path: Path) -> None:
    config = DeviceConfig("oximeter", Role.OXIMETER, "auto", "contec-v7")
    with simulate("contec-v7", link=tmp_path / "a", appears=appears(CP210X, "A", "1-1")):
        with simulate("contec-v7", link=tmp_path / "b", appears=appears(CP210X, "B", "1-2")):
            async with Station(config, limits=QUICK, finder=Folder(tmp_path)) as station:
                await station.is_now(State.ABSENT, fault=Fault.TWO_ALIKE)
        async with Station(config, limits=QUICK, finder=Folder(tmp_path)) as station:
            await station.is_now(State.READY)


async def test_two_of_the_station_each_get_their_own(tmp_path: Path) -> None:
    configs = [
        DeviceConfig(id, Role.OXIMETER, "auto", "contec-v7", serial)
        for id, serial in (("a", "A"), ("b", "B"))
    ]
    with (
        simulate("contec-v7", link=tmp_path / "x", appears=appears(CP210X, "B", "1-2")),
        simulate(
            "contec-v7", "low-oxygen", link=tmp_path / "y", appears=appears(CP210X, "A", "1-1"), speed=10
        ),
    ):
        async with Station(*configs, limits=QUICK, finder=Folder(tmp_path)) as station:
            await station.is_now(State.READY, "a")
            await station.is_now(State.READY, "b")
            sample = await station.sees(87)
    assert sample.device == "a"


async def test_what_nobody_waits_for_is_told_once_by_name_or_with_its_descriptors(tmp_path: Path) -> None:
    config = DeviceConfig("oximeter", Role.OXIMETER, "auto", "contec-v7")
    kettle = Seen("serial", "", 0x1234, 0xABCD, "", "1-9", "Kettle")
    with (
        simulate("contec-v7", link=tmp_path / "a", appears=appears(CP210X, "A", "1-1")),
        simulate("rbp9804", link=tmp_path / "b", appears=appears(PROLIFIC, "", "1-2")),
        simulate("contec-v5", link=tmp_path / "c", appears=kettle),
    ):
        async with Station(config, limits=QUICK, finder=Folder(tmp_path)) as station:
            await station.is_now(State.READY)
            await until(lambda: len(station.of(DeviceSeen)) == 2, "two strangers")
            told = {seen.products: seen.description for seen in station.of(DeviceSeen)}
    assert set(told) == {(PRODUCTS["rbp9804"].title,), ()}
    assert "Kettle" in told[()]


class Blind(Folder):
    """A machine that can't say what is plugged in."""

    async def changes(self) -> AsyncIterator[None]:
        raise OSError("no netlink here")
        yield


async def test_a_station_that_cannot_see_plugs_still_serves_its_named_ports(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with simulate("contec-v7") as device:
        config = DeviceConfig("oximeter", Role.OXIMETER, device.port, "contec-v7")
        async with Station(config, limits=QUICK, finder=Blind(tmp_path)) as station:
            await station.is_now(State.READY)
            await until(lambda: "can't be seen" in caplog.text, "a word about it")
            assert station.latest().state is State.READY
