"""HID on an asyncio loop: the same port on a socket, and on a fake of hidapi's device for what goes wrong."""

import asyncio
import errno
import fcntl
import os
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peripherals.devices.product import HidLine, UsbId
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport import hid_backends, packets
from peripherals.transport.hid_backends import Backend, HidrawDevice, Seen, path_of
from peripherals.transport.hid_port import HidPort, open_line, seen
from peripherals.transport.link import PortError

LINE = HidLine((UsbId(0x0590, 0x0028),), report=8)
PATIENCE_S = 10.0


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """No thread and no descriptor outlives a test."""
    before = set(Path("/proc/self/fd").iterdir())
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("hid"):
            thread.join(PATIENCE_S)
            assert not thread.is_alive()
    assert set(Path("/proc/self/fd").iterdir()) <= before


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


class FakeHidapi:
    """hidapi's device as the wheel behaves: reads block; a lost device raises on read, is -1 on write."""

    def __init__(self) -> None:
        self.reports: queue.SimpleQueue[list[int] | None] = queue.SimpleQueue()
        self.written: list[tuple[str, bytes]] = []
        self.takes = True
        self.slow_s = 0.0
        self.open_error = ""
        self.opened: bytes | None = None
        self.closed = 0

    def open_path(self, path: bytes) -> None:
        if self.open_error:
            raise OSError("open failed")  # without an errno, as the wheel does
        self.opened = path

    def read(self, max_length: int, timeout_ms: int) -> list[int]:
        try:
            report = self.reports.get(timeout=timeout_ms / 1000)
        except queue.Empty:
            return []
        if report is None:
            raise OSError("read error")
        return report[:max_length]

    def write(self, buff: bytes) -> int:
        return self._take("write", buff)

    def send_feature_report(self, buff: bytes) -> int:
        return self._take("feature", buff)

    def error(self) -> str:
        return self.open_error or "Broken pipe"

    def close(self) -> None:
        self.closed += 1

    def _take(self, how: str, buff: bytes) -> int:
        time.sleep(self.slow_s)
        if not self.takes:
            return -1
        self.written.append((how, buff))
        return len(buff)

    def unplug(self) -> None:
        self.takes = False
        self.reports.put(None)


async def opened(device: Backend, heard: Heard, path: str) -> HidPort:
    port = HidPort(LINE, heard.packet, heard.lost)
    await port.open(lambda: (device, path))
    return port


class Server:
    """The device's end of a socket."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._listener.bind(str(path))
        self._listener.listen(1)
        self._listener.settimeout(PATIENCE_S)
        self.host: socket.socket | None = None

    def accept(self) -> socket.socket:
        self.host, _ = self._listener.accept()
        self.host.settimeout(PATIENCE_S)
        return self.host

    def close(self) -> None:
        self._listener.close()
        if self.host is not None:
            self.host.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "device")
    yield server
    server.close()


# On the socket.


async def test_reports_go_both_ways_and_short_ones_are_filled_up(server: Server) -> None:
    heard = Heard()
    port = await open_line(str(server.path), LINE, heard.packet, heard.lost)
    host = server.accept()
    before = time.monotonic_ns()
    port.write(Packet(b"\x01\x02"))
    port.write(Packet(b"\x00\x74\xbc", "feature"))
    assert host.recv(99) == b"\0" + b"\x01\x02\0\0\0\0\0\0"
    assert host.recv(99) == b"feature\0" + b"\x00\x74\xbc"
    host.send(packets.pack(Packet(b"\x02OK\0\0\0\0\0")))
    host.send(packets.pack(Packet(b"not a report", "feature")))
    host.send(b"no packet")
    host.send(packets.pack(Packet(b"\x00")))
    await until(lambda: len(heard.packets) == 2)
    assert [packet for packet, _ in heard.packets] == [Packet(b"\x02OK\0\0\0\0\0"), Packet(b"\0")]
    assert all(before <= t_ns <= time.monotonic_ns() for _, t_ns in heard.packets)
    await port.close()
    assert heard.losses == []


async def test_a_simulator_that_hangs_up_is_an_unplugged_device(server: Server) -> None:
    heard = Heard()
    port = await open_line(str(server.path), LINE, heard.packet, heard.lost)
    server.accept().close()
    await until(lambda: bool(heard.losses))
    assert [error.fault for error in heard.losses] == [Fault.UNPLUGGED]
    assert not port.is_open
    with pytest.raises(PortError) as caught:
        port.write(Packet(b"\x01"))
    assert caught.value.fault is Fault.UNPLUGGED
    await port.close()
    assert len(heard.losses) == 1


async def test_a_socket_nobody_listens_at_is_no_device(server: Server) -> None:
    server.close()
    with pytest.raises(PortError) as caught:
        await open_line(str(server.path), LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.NOT_CONNECTED
    assert str(server.path) in str(caught.value)


async def test_a_path_that_is_not_there_is_no_device(tmp_path: Path) -> None:
    with pytest.raises(PortError) as caught:
        await open_line(str(tmp_path / "hidraw7"), LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.NOT_CONNECTED


async def test_a_file_that_is_no_hid_device_is_a_port_error(tmp_path: Path) -> None:
    """The real hidapi opens it and finds that it answers no HID question."""
    (tmp_path / "hidraw0").touch()
    with pytest.raises(PortError) as caught:
        await open_line(str(tmp_path / "hidraw0"), LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.PORT_ERROR
    assert "not a HIDRAW device" in str(caught.value)


async def test_a_name_that_no_file_can_have_is_an_error_not_a_hang() -> None:
    with pytest.raises(PortError) as caught:
        await open_line("/dev/hid\0raw0", LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.PORT_ERROR


async def test_an_opening_given_up_leaves_nothing_open(server: Server) -> None:
    opening = asyncio.create_task(open_line(str(server.path), LINE, Heard().packet, Heard().lost))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening


# On a fake of hidapi's device.


async def test_what_was_handed_over_is_written_in_order_before_the_line_closes(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()
    device.slow_s = 0.01
    port = await opened(device, heard, str(tmp_path))
    for number in range(5):
        port.write(Packet(bytes((number,))))
    port.write(Packet(b"\x00\x01\x01", "feature"))
    await port.close()
    filled = [("write", b"\0" + bytes((number,)) + bytes(7)) for number in range(5)]
    assert device.written == [*filled, ("feature", b"\x00\x01\x01")]
    assert device.closed == 1
    assert heard.losses == []


async def test_unplugged_while_idle_is_told_once(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()
    port = await opened(device, heard, str(tmp_path))
    device.unplug()
    await until(lambda: bool(heard.losses))
    await port.close()
    assert [error.fault for error in heard.losses] == [Fault.UNPLUGGED]
    assert device.closed == 1


async def test_unplugged_while_writing_is_told_once_as_that(tmp_path: Path) -> None:
    """The write fails first; what the reader finds a moment later is the reason."""
    device, heard = FakeHidapi(), Heard()
    port = await opened(device, heard, str(tmp_path))
    device.takes = False
    port.write(Packet(b"\x01"))
    await until(device.reports.empty)
    device.unplug()
    await until(lambda: bool(heard.losses))
    await port.close()
    assert [error.fault for error in heard.losses] == [Fault.UNPLUGGED]


@pytest.mark.parametrize(("there", "fault"), [(True, Fault.PORT_ERROR), (False, Fault.UNPLUGGED)])
async def test_a_device_that_takes_nothing_is_lost(tmp_path: Path, there: bool, fault: Fault) -> None:
    device, heard = FakeHidapi(), Heard()
    device.takes = False
    port = await opened(device, heard, str(tmp_path if there else tmp_path / "gone"))
    port.write(Packet(b"\x01"))
    port.write(Packet(b"\x02"))
    await until(lambda: bool(heard.losses))
    await port.close()
    assert [error.fault for error in heard.losses] == [fault]
    assert "Broken pipe" in str(heard.losses[0])


async def test_nothing_is_told_after_close(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()
    port = await opened(device, heard, str(tmp_path))
    closing = asyncio.create_task(port.close())
    await asyncio.sleep(0)
    device.reports.put([1, 2, 3])
    device.unplug()
    await closing
    await asyncio.sleep(0.05)
    assert heard.packets == []
    assert heard.losses == []
    assert device.closed == 1


async def test_closing_does_not_wait_for_a_write_that_hangs(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()
    device.slow_s = 3.0
    port = await opened(device, heard, str(tmp_path))
    port.write(Packet(b"\x01"))
    began = time.monotonic()
    await port.close()
    assert time.monotonic() - began < device.slow_s
    await until(lambda: device.closed == 1)


async def test_what_does_not_fit_is_refused_and_the_line_stays(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()
    port = await opened(device, heard, str(tmp_path))
    for packet in (Packet(bytes(9)), Packet(b"\x01", "2A35")):
        with pytest.raises(PortError) as caught:
            port.write(packet)
        assert caught.value.fault is Fault.PORT_ERROR
    assert port.is_open
    await port.close()
    assert device.written == []


def test_a_loop_that_ends_without_closing_leaves_no_thread(tmp_path: Path) -> None:
    device, heard = FakeHidapi(), Heard()

    async def forget() -> None:
        await opened(device, heard, str(tmp_path))

    asyncio.run(forget())
    device.reports.put([1])
    deadline = time.monotonic() + PATIENCE_S
    while device.closed == 0:
        assert time.monotonic() < deadline
        time.sleep(0.01)


# On the hidraw node.


def test_a_node_is_locked_while_it_is_open(tmp_path: Path) -> None:
    node = tmp_path / "hidraw0"
    node.touch()
    first, second = HidrawDevice(FakeHidapi()), HidrawDevice(FakeHidapi())
    first.open_path(os.fsencode(node))
    with pytest.raises(BlockingIOError):
        second.open_path(os.fsencode(node))
    first.close()
    second.open_path(os.fsencode(node))
    second.close()
    second.close()


async def test_a_node_in_use_is_busy(tmp_path: Path) -> None:
    node = tmp_path / "hidraw0"
    node.touch()
    with node.open("rb+") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(PortError) as caught:
            await open_line(str(node), LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.PORT_BUSY


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (errno.EACCES, Fault.PORT_DENIED),
        (errno.EPERM, Fault.PORT_DENIED),
        (errno.ENODEV, Fault.NOT_CONNECTED),
        (errno.EBUSY, Fault.PORT_BUSY),
        (errno.EIO, Fault.PORT_ERROR),
    ],
)
async def test_why_a_node_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fault: Fault
) -> None:
    """Raised where the kernel would: root, who runs tests, is never refused."""
    node = tmp_path / "hidraw0"
    node.touch()

    def refuse(path: bytes, flags: int) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(PortError) as caught:
            await open_line(str(node), LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is fault
    assert os.strerror(code) in str(caught.value)


# Which one is meant.

A = Seen("/dev/hidraw1", 0x0590, 0x0028, "A1", "Omron", "HEM", 0, 0xFF00)
B = A._replace(path="/dev/hidraw2", serial="B2")
OTHER = A._replace(path="/dev/hidraw3", product=0x0051)


def test_the_only_one_of_its_kind_needs_no_name() -> None:
    assert path_of("", LINE, [OTHER, A]) == A.path
    assert path_of("serial=B2", LINE, [A, B, OTHER]) == B.path


@pytest.mark.parametrize(
    ("place", "devices", "says"),
    [
        ("", [OTHER], "no device 0590:0028"),
        (
            "",
            [A, B._replace(serial="")],
            "/dev/hidraw1 (serial number A1), /dev/hidraw2 (serial number none)",
        ),
        ("serial=C3", [A, B], "serial number C3"),
        ("serial=A1", [A, B._replace(serial="A1")], "more than one"),
    ],
)
def test_none_or_several_is_not_connected_with_the_reason(place: str, devices: list[Seen], says: str) -> None:
    with pytest.raises(PortError) as caught:
        path_of(place, LINE, devices)
    assert caught.value.fault is Fault.NOT_CONNECTED
    assert says in str(caught.value)


def test_an_interface_can_be_asked_for() -> None:
    line = LINE._replace(interface=1)
    assert path_of("", line, [A, B._replace(interface=1)]) == B.path


async def test_nothing_plugged_in_is_not_connected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hid_backends, "seen", list)
    with pytest.raises(PortError) as caught:
        await open_line("", LINE, Heard().packet, Heard().lost)
    assert caught.value.fault is Fault.NOT_CONNECTED


def test_a_node_that_hidapi_lists_twice_is_seen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import hidraw

    row = {
        "path": b"/dev/hidraw1",
        "vendor_id": 0x0590,
        "product_id": 0x0028,
        "serial_number": "A1",
        "release_number": 1,
        "manufacturer_string": "Omron",
        "product_string": "HEM",
        "usage_page": 0xFF00,
        "usage": 1,
        "interface_number": 0,
        "bus_type": 1,
    }
    monkeypatch.setattr(hidraw, "enumerate", lambda: [row, {**row, "usage": 2}])
    assert seen() == [A]
