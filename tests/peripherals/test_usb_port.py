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

import pytest
import usb.core
import usb.util
from usb.core import USBError, USBTimeoutError

from peripherals.devices.product import PhdcLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators import SIMULATORS
from peripherals.simulators.phdc import BULK_IN, BULK_OUT, PACKET, PRODUCT, VENDOR
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import find
from peripherals.transport.link import PortError
from peripherals.transport.usb_devices import Claimed, claim
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
