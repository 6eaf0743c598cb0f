"""The USB healthcare class on an asyncio loop: a simulated backend of pyusb, and one that misbehaves."""

import asyncio
import errno
import queue
import socket
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import usb.core
import usb.util
from usb.core import USBError, USBTimeoutError

from peripherals.devices.product import PhdcLine, UsbId
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators import SIMULATORS
from peripherals.simulators.phdc import BULK_IN, BULK_OUT, PACKET, PRODUCT, VENDOR
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import find
from peripherals.transport.link import PortError
from peripherals.transport.usb_devices import Claimed, claim, fault_of, seen
from peripherals.transport.usb_port import STALLS, UsbPort, open_line
from peripherals.transport.usb_simulated import SimulatedBackend, read_descriptors

PATIENCE_S = 10.0
LINE = PhdcLine()


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """No thread outlives a test."""
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("usb"):
            thread.join(PATIENCE_S)
            assert not thread.is_alive()


async def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.005)


class Heard:
    """What a port tells."""

    def __init__(self) -> None:
        self.packets: list[tuple[Packet, int]] = []
        self.losses: list[PortError] = []

    def packet(self, packet: Packet, t_ns: int) -> None:
        self.packets.append((packet, t_ns))

    def lost(self, error: PortError) -> None:
        self.losses.append(error)

    @property
    def transfers(self) -> list[bytes]:
        return [packet.data for packet, _ in self.packets if not packet.channel]


def error(number: int | None, text: str = "as libusb says it") -> USBError:
    return USBError(text, error_code=None, errno=number)


class FakeDevice:
    """A device of pyusb as far as an open port calls it; `incoming` holds transfers or errors."""

    def __init__(self) -> None:
        self.incoming: queue.SimpleQueue[bytes | USBError] = queue.SimpleQueue()
        self.written: list[bytes] = []
        self.write_error: USBError | None = None
        self.cleared: list[int] = []
        self.clear_error: USBError | None = None

    def read(self, address: int, size: int, timeout: int) -> "array[int]":
        assert address == BULK_IN
        try:
            told = self.incoming.get(timeout=timeout / 1000)
        except queue.Empty:
            raise USBTimeoutError("timed out", error_code=None, errno=errno.ETIMEDOUT) from None
        if isinstance(told, USBError):
            raise told
        return array("B", told)

    def write(self, address: int, data: bytes, timeout: int) -> int:
        assert address == BULK_OUT
        if self.write_error:
            raise self.write_error
        self.written.append(bytes(data))
        return len(data)

    def clear_halt(self, address: int) -> None:
        self.cleared.append(address)
        if self.clear_error:
            raise self.clear_error


class FakeClaimed(Claimed):
    """A claimed interface of a fake device; letting go is noted."""

    def release(self) -> None:
        self.device.released = True


async def opened(device: FakeDevice, heard: Heard) -> UsbPort:
    port = UsbPort(heard.packet, heard.lost)
    claimed = FakeClaimed(
        device, 0, phdc.write_descriptors(0x1007), (BULK_IN,), BULK_OUT, PACKET, had_driver=False
    )
    await port.open(lambda: claimed)
    return port


# ---- with the simulated backend


async def test_an_agent_associates_over_the_port(tmp_path: Path) -> None:
    heard = Heard()
    link = tmp_path / "scale"
    with Simulator(SIMULATORS["ieee11073-scale"], scheme="usb", link=link):
        port = await open_line(str(link), LINE, heard.packet, heard.lost)
        assert port.is_open
        await until(lambda: len(heard.packets) > 1)
        told, t_ns = heard.packets[0]
        assert told.channel == phdc.CHANNEL
        assert phdc.read_descriptors(told.data) == (True, False, (0x100F,))
        assert heard.transfers[0][:2] == b"\xe2\x00"
        assert t_ns <= time.monotonic_ns()
        port.write(Packet(b"\xe6\x00\x00\x02\x00\x00"))
        await until(lambda: len(heard.transfers) > 1)  # aborted, it asks again
        await port.close()
    assert not port.is_open
    assert heard.losses == []
    with pytest.raises(PortError) as told_:
        port.write(Packet(b""))
    assert told_.value.fault is Fault.UNPLUGGED


async def test_pulling_the_plug_is_a_loss_of_its_own(tmp_path: Path) -> None:
    heard = Heard()
    link = tmp_path / "cuff"
    with Simulator(SIMULATORS["ieee11073-bp"], scheme="usb", link=link) as simulator:
        port = await open_line(str(link), LINE, heard.packet, heard.lost)
        simulator.unplug()
        await until(lambda: bool(heard.losses))
        assert [loss.fault for loss in heard.losses] == [Fault.UNPLUGGED]
        assert not port.is_open
        await port.close()


async def test_what_is_written_before_closing_arrives(tmp_path: Path) -> None:
    heard = Heard()
    link = tmp_path / "cuff"
    with Simulator(SIMULATORS["ieee11073-bp"], scheme="usb", link=link) as simulator:
        port = await open_line(str(link), LINE, heard.packet, heard.lost)
        await until(lambda: bool(heard.transfers))
        sent: list[bytes] = []
        inner = simulator.device.host_sent

        def note(data: bytes, t: float, channel: str = "") -> list[Packet]:
            sent.append(data)
            return inner(data, t, channel)

        simulator.device.host_sent = note  # type: ignore[method-assign]
        for number in range(20):
            port.write(Packet(bytes((number,))))
        await port.close()
        await until(lambda: len(sent) == 20)
    assert sent == [bytes((number,)) for number in range(20)]


async def test_nobody_at_the_place(tmp_path: Path) -> None:
    heard = Heard()
    for place in (str(tmp_path / "nothing"), "serial=none", "99-1"):
        with pytest.raises(PortError) as told:
            await open_line(place, LINE, heard.packet, heard.lost)
        assert told.value.fault is Fault.NOT_CONNECTED


async def test_opening_can_be_given_up(tmp_path: Path) -> None:
    heard = Heard()
    device = FakeDevice()
    gate = threading.Event()
    claimed = FakeClaimed(device, 0, b"", (BULK_IN,), BULK_OUT, PACKET, had_driver=False)

    def take() -> Claimed:
        gate.wait(PATIENCE_S)
        return claimed

    port = UsbPort(heard.packet, heard.lost)
    opening = asyncio.create_task(port.open(take))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    gate.set()
    await until(lambda: getattr(device, "released", False))
    assert heard.packets == []


def test_the_simulated_device_looks_like_any_other(tmp_path: Path) -> None:
    link = tmp_path / "meter"
    with Simulator(SIMULATORS["ieee11073-glucose"], scheme="usb", link=link):
        claimed = claim(str(link), LINE)
        device = claimed.device
        assert (device.idVendor, device.idProduct) == (VENDOR, PRODUCT)
        assert usb.util.get_string(device, device.iSerialNumber) == "SIM-1011"
        assert usb.util.get_string(device, device.iProduct) == "Simulated Glucose Meter"
        assert device.get_active_configuration().bConfigurationValue == 1
        assert bytes(device.ctrl_transfer(0xA1, phdc.GET_STATUS, 0, 0, 2)) == b"\0\0"
        with pytest.raises(USBError) as told:
            device.ctrl_transfer(0x21, phdc.SET_FEATURE, phdc.PREAMBLE_FEATURE, 0, None)
        assert told.value.errno == errno.EPIPE
        assert (claimed.ins, claimed.out, claimed.packet) == ((BULK_IN,), BULK_OUT, PACKET)
        claimed.release()


def test_broken_descriptors_are_an_error_of_the_device() -> None:
    whole = SIMULATORS["ieee11073"](find("healthy"), 0, datetime(2026, 1, 5))
    descriptors: bytes = whole.descriptors  # type: ignore[attr-defined]
    device, configuration = read_descriptors(descriptors)
    assert [len(one.inside) for one in (device, configuration, configuration.inside[0])] == [0, 1, 2]
    for cut in (0, 1, 17, 18, 20):
        with pytest.raises(USBError):
            read_descriptors(descriptors[:cut])
    assert read_descriptors(descriptors[:-3])[1].inside[0].inside[1].extra_descriptors == array("B")


def test_a_simulator_that_answers_nothing_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr("peripherals.transport.usb_simulated.ANSWER_MS", 50)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(str(tmp_path / "mute"))
        listener.listen()
        with pytest.raises(USBTimeoutError):
            SimulatedBackend(str(tmp_path / "mute"))
        with pytest.raises(PortError) as told:
            claim(str(tmp_path / "mute"), LINE)
        assert told.value.fault is Fault.PORT_ERROR


# ---- with a device that misbehaves


async def test_transfers_come_whole_in_order_and_without_their_preambles() -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    preamble = phdc.SIGNATURE + bytes((1, 1, 0x20, 0))
    for transfer in (b"one", preamble, preamble + b"two", b"", b"three"):
        device.incoming.put(transfer)
    await until(lambda: len(heard.transfers) == 3)
    assert heard.transfers == [b"one", b"two", b"three"]
    await port.close()
    assert device.released  # type: ignore[attr-defined]


async def test_a_transfer_that_fills_its_packets_is_ended_by_an_empty_one() -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    port.write(Packet(b"x" * (PACKET - 1)))
    port.write(Packet(b"y" * PACKET))
    port.write(Packet(b"z" * (2 * PACKET)))
    await port.close()
    assert device.written == [b"x" * (PACKET - 1), b"y" * PACKET, b"", b"z" * (2 * PACKET), b""]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENODEV, Fault.UNPLUGGED),
        (errno.EIO, Fault.UNPLUGGED),
        (errno.EOVERFLOW, Fault.PORT_ERROR),
        (None, Fault.PORT_ERROR),
    ],
)
@pytest.mark.parametrize("way", ["read", "write"])
async def test_an_error_is_told_once(number: int | None, fault: Fault, way: str) -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    if way == "read":
        device.incoming.put(error(number))
    else:
        device.write_error = error(number)
        port.write(Packet(b"x"))
    await until(lambda: bool(heard.losses))
    assert [loss.fault for loss in heard.losses] == [fault]
    assert not port.is_open
    await until(lambda: getattr(device, "released", False))
    await port.close()
    assert len(heard.losses) == 1


async def test_a_halted_endpoint_is_cleared_a_few_times() -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    device.incoming.put(error(errno.EPIPE))
    device.incoming.put(b"after")
    await until(lambda: heard.transfers == [b"after"])
    assert device.cleared == [BULK_IN]
    for _ in range(STALLS + 1):
        device.incoming.put(error(errno.EPIPE))
    await until(lambda: bool(heard.losses))
    assert len(device.cleared) == 1 + STALLS
    await port.close()


async def test_a_halt_that_cannot_be_cleared_is_a_loss() -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    device.clear_error = error(errno.ENODEV)
    device.incoming.put(error(errno.EPIPE))
    await until(lambda: bool(heard.losses))
    await port.close()


async def test_a_healthcare_device_has_no_other_channels() -> None:
    heard, device = Heard(), FakeDevice()
    port = await opened(device, heard)
    with pytest.raises(PortError) as told:
        port.write(Packet(b"x", "feature"))
    assert told.value.fault is Fault.PORT_ERROR
    await port.close()


async def test_an_opening_that_breaks_in_any_way_is_an_error_of_the_port() -> None:
    heard = Heard()

    def broken() -> Claimed:
        raise RuntimeError("no such thing")

    with pytest.raises(PortError) as told:
        await UsbPort(heard.packet, heard.lost).open(broken)
    assert told.value.fault is Fault.PORT_ERROR


# ---- finding and taking a device


class FakeInterface:
    """An interface of pyusb: its endpoints, its class descriptors."""

    bInterfaceNumber = 3

    def __init__(self, number: int, ends: list[tuple[int, int]], extra: bytes) -> None:
        self.bInterfaceClass = number
        self.extra_descriptors = array("B", extra)
        self._ends = [
            type("End", (), {"bEndpointAddress": address, "bmAttributes": kind, "wMaxPacketSize": 64})()
            for address, kind in ends
        ]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._ends)


class FakePlugged:
    """A device of pyusb as far as finding and taking calls it."""

    def __init__(self, place: tuple[int, ...] = (2,), serial: str | None = "A1", **changes: Any) -> None:
        self.bus, self.port_numbers = 1, place
        self.idVendor, self.idProduct = 0x1209, 0x0001
        self.iSerialNumber, self.iProduct = 3, 2
        self.text = {3: serial, 2: "Scale"}
        self.interfaces = [FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], phdc.write_descriptors(0x100F))]
        self.configured = True
        self.driver: bool | None = False
        self.claim_error: USBError | None = None
        self.calls: list[str] = []
        self.__dict__.update(changes)

    def __iter__(self) -> Iterator[list[FakeInterface]]:
        return iter([self.interfaces])

    def get_active_configuration(self) -> list[FakeInterface]:
        if not self.configured:
            raise error(None, "Configuration not set")
        return self.interfaces

    def set_configuration(self) -> None:
        self.calls.append("configured")
        self.configured = True

    def is_kernel_driver_active(self, number: int) -> bool:
        if self.driver is None:
            raise NotImplementedError
        return self.driver

    def detach_kernel_driver(self, number: int) -> None:
        self.calls.append("driver away")

    def attach_kernel_driver(self, number: int) -> None:
        self.calls.append("driver back")

    def ctrl_transfer(self, *setup: Any, timeout: int) -> int:
        self.calls.append(f"control {setup}")
        raise error(errno.EPIPE)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[FakePlugged]:
    """What pyusb finds, to be filled by the test."""
    there: list[FakePlugged] = []

    def find(*, find_all: bool, custom_match: Callable[[Any], bool]) -> Iterator[FakePlugged]:
        return (device for device in there if custom_match(device))

    def text(device: FakePlugged, index: int) -> str:
        told = device.text[index]
        if told is None:
            raise ValueError("The device has no langid")
        return told

    def take(device: FakePlugged, number: int) -> None:
        if device.claim_error:
            raise device.claim_error
        device.calls.append(f"claimed {number}")

    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(usb.util, "get_string", text)
    monkeypatch.setattr(usb.util, "claim_interface", take)
    monkeypatch.setattr(usb.util, "release_interface", lambda device, number: device.calls.append("released"))
    monkeypatch.setattr(usb.util, "dispose_resources", lambda device: device.calls.append("disposed"))
    monkeypatch.setattr(
        usb.util,
        "find_descriptor",
        lambda configuration, bInterfaceClass: next(
            (one for one in configuration if one.bInterfaceClass == bInterfaceClass), None
        ),
    )
    return there


def refused(place: str, line: PhdcLine = LINE) -> Fault:
    with pytest.raises(PortError) as told:
        claim(place, line)
    return told.value.fault


def test_a_device_is_found_by_its_place_or_its_serial_or_alone(plugged: list[FakePlugged]) -> None:
    plugged += [FakePlugged((2,), "A1"), FakePlugged((1, 4), "B2")]
    assert claim("1-1.4", LINE).device is plugged[1]
    assert claim("serial=A1", LINE).device is plugged[0]
    assert refused("") is Fault.TWO_ALIKE
    assert refused("serial=C3") is Fault.NOT_CONNECTED
    assert refused("", PhdcLine((UsbId(1, 2),))) is Fault.NOT_CONNECTED
    del plugged[0]
    assert claim("", PhdcLine((UsbId(0x1209, 1),))).device is plugged[0]


def test_the_only_one_of_its_kind_needs_no_place(plugged: list[FakePlugged]) -> None:
    cuff = [FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], phdc.write_descriptors(0x1007))]
    plugged += [FakePlugged((2,)), FakePlugged((3,), interfaces=cuff)]
    assert claim("", PhdcLine(specialisation=0x1007)).device is plugged[1]
    assert refused("", PhdcLine(specialisation=0x1004)) is Fault.NOT_CONNECTED
    assert claim("1-2", PhdcLine(specialisation=0x1004)).device is plugged[0]  # named: the talk will tell
    for device in plugged:
        device.interfaces[0].extra_descriptors = array("B")  # it does not say what it is
    assert refused("", PhdcLine(specialisation=0x1007)) is Fault.TWO_ALIKE


def test_others_are_not_looked_at(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x03, [(0x81, 3)], b"")]))
    assert refused("") is Fault.NOT_CONNECTED
    assert seen() == []


def test_a_serial_that_may_not_be_read_is_a_matter_of_permission(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(serial=None))
    assert refused("serial=A1") is Fault.PORT_DENIED
    assert [one.serial for one in seen()] == [""]


def test_what_is_seen_is_told(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged((1, 4)))
    assert seen() == [(0x1209, 0x0001, "A1", "Scale", "1-1.4", (0x0F,))]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EACCES, Fault.PORT_DENIED),
        (errno.EBUSY, Fault.PORT_BUSY),
        (errno.ENODEV, Fault.NOT_CONNECTED),
        (errno.EPROTO, Fault.PORT_ERROR),
    ],
)
def test_why_it_cannot_be_taken(plugged: list[FakePlugged], number: int, fault: Fault) -> None:
    plugged.append(FakePlugged(claim_error=error(number)))
    assert refused("") is fault
    assert plugged[0].calls[-1] == "disposed"
    assert fault_of(error(number)) is fault


def test_the_kernel_s_driver_goes_and_comes_back(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(driver=True))
    claimed = claim("", LINE)
    claimed.release()
    assert plugged[0].calls == ["driver away", "claimed 3", "released", "driver back", "disposed"]


def test_a_system_without_kernel_drivers_and_a_device_nobody_configured(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(driver=None, configured=False))
    claim("", LINE)
    assert plugged[0].calls == ["configured", "claimed 3"]


def test_preambles_that_somebody_switched_on_are_switched_off(plugged: list[FakePlugged]) -> None:
    with_preamble = bytes.fromhex("04200201") + phdc.write_descriptors(0x100F)[4:]
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], with_preamble)]))
    claim("", LINE)
    assert plugged[0].calls[-1] == f"control {(0x21, 1, 0x0101, 3, None)}"


def test_an_interrupt_endpoint_is_read_too_and_without_endpoints_it_is_no_agent(
    plugged: list[FakePlugged],
) -> None:
    extra = phdc.write_descriptors(0x100F)
    ends = [(0x81, 2), (0x83, 3), (0x84, 1), (0x02, 2)]
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x0F, ends, extra)]))
    assert claim("", LINE).ins == (0x81, 0x83)
    plugged[0].interfaces = [FakeInterface(0x0F, [(0x81, 2)], extra)]
    assert refused("") is Fault.NOT_UNDERSTOOD


def test_without_libusb_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(**_: Any) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", find)
    assert refused("") is Fault.PORT_ERROR
