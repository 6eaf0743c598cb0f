"""A keyboard that is none: grabbed or not used at all; at the seam of python-evdev, and over a socket.

No machine that tests has a scanner: `Fake` has just the calls of python-evdev's `InputDevice` that we use, on
a pipe whose end is the cable.
"""

import asyncio
import errno
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import NamedTuple

import evdev
import pytest
from stations import until

from peripherals.devices.product import EvdevLine
from peripherals.devices.scanner_hid import PRODUCT
from peripherals.events import Fault
from peripherals.protocols import key_events
from peripherals.protocols.conversation import Packet
from peripherals.protocols.key_events import DOWN, EV_KEY, EV_SYN, EVENT, UP
from peripherals.simulators.port import Simulator
from peripherals.simulators.scanners import KeyboardScanner
from peripherals.transport.evdev_port import EvdevPort, open_line
from peripherals.transport.link import PortError

LINE = EvdevLine(())
PLACE = "/dev/input/event7"
CARD = "CP1-7Q2M9XKD"


class Event(NamedTuple):
    """As python-evdev's."""

    sec: int
    usec: int
    type: int
    code: int
    value: int


class Fake:
    """A device; `log` is what was done to it, in order."""

    def __init__(self, path: str, typed_before: bytes = b"", fails: dict[str, OSError] | None = None) -> None:
        self.path = path
        self.log: list[str] = []
        self.fails = fails or {}
        self._out, self._in = os.pipe()
        os.set_blocking(self._out, False)
        os.write(self._in, typed_before)

    def fileno(self) -> int:
        return self._out

    def grab(self) -> None:
        self._do("grab")

    def read(self) -> list[Event]:
        self._do("read")
        data = os.read(self._out, EVENT.size * 64)
        if not data:
            raise OSError(errno.ENODEV, "No such device")
        return [Event(*EVENT.unpack(data[at : at + EVENT.size])) for at in range(0, len(data), EVENT.size)]

    def close(self) -> None:
        self._do("close")
        os.close(self._out)

    def type(self, data: bytes) -> None:
        os.write(self._in, data)

    def unplug(self) -> None:
        os.close(self._in)

    def _do(self, what: str) -> None:
        self.log.append(what)
        if what in self.fails:
            raise self.fails[what]


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
    def bytes(self) -> bytes:
        return b"".join(packet.data for packet, _ in self.packets)

    async def until(self, true: Callable[[], bool]) -> None:
        await until(true, "the port")


@pytest.fixture
async def heard() -> AsyncIterator[Heard]:
    yield Heard()


async def opened(device: Fake, heard: Heard) -> EvdevPort:
    return await open_line(PLACE, LINE, heard.packet, heard.lost, opens=lambda place: device)


def typed(text: str) -> bytes:
    return b"".join(key_events.encode_typed(text))


async def test_it_is_grabbed_before_anything_is_read(heard: Heard) -> None:
    device = Fake(PLACE)
    port = await opened(device, heard)
    assert device.log[:2] == ["grab", "read"]
    assert port.is_open
    await port.close()
    assert not port.is_open
    assert device.log[-1] == "close"
    assert heard.losses == []


async def test_keys_come_as_whole_events_with_their_time(heard: Heard) -> None:
    device = Fake(PLACE)
    port = await opened(device, heard)
    sent = key_events.encode_event(EV_KEY, 30, DOWN, 1_700_000_000, 250_000) + key_events.encode_event(
        EV_SYN, 0, 0
    )
    before = asyncio.get_running_loop().time()
    device.type(sent)
    await heard.until(lambda: heard.bytes == sent)
    assert all(before <= t_ns / 1e9 <= asyncio.get_running_loop().time() for _, t_ns in heard.packets)
    assert all(len(packet.data) % EVENT.size == 0 and packet.channel == "" for packet, _ in heard.packets)
    await port.close()


async def test_one_that_cannot_be_grabbed_is_not_used(heard: Heard) -> None:
    device = Fake(PLACE, fails={"grab": OSError(errno.EBUSY, "Device or resource busy")})
    with pytest.raises(PortError) as raised:
        await opened(device, heard)
    assert raised.value.fault is Fault.PORT_BUSY
    assert device.log == ["grab", "close"]


async def test_what_was_typed_before_the_grab_is_thrown_away(heard: Heard) -> None:
    device = Fake(PLACE, typed_before=typed(CARD))
    port = await opened(device, heard)
    device.type(typed("ab"))
    await heard.until(lambda: len(heard.bytes) >= len(typed("ab")))
    assert heard.bytes == typed("ab")
    await port.close()


async def test_unplugged_it_is_lost_once(heard: Heard) -> None:
    device = Fake(PLACE)
    port = await opened(device, heard)
    device.type(typed("a"))
    await heard.until(lambda: bool(heard.packets))
    device.unplug()
    await heard.until(lambda: bool(heard.losses))
    assert [error.fault for error in heard.losses] == [Fault.UNPLUGGED]
    assert not port.is_open
    assert device.log[-1] == "close"
    await port.close()
    assert device.log.count("close") == 1


async def test_closed_it_tells_nothing_more(heard: Heard) -> None:
    device = Fake(PLACE)
    port = await opened(device, heard)
    device.type(typed(CARD))
    await port.close()
    await asyncio.sleep(0)
    assert heard.packets == []
    assert heard.losses == []


async def test_a_wake_without_anything_is_nothing(heard: Heard) -> None:
    device = Fake(PLACE)
    port = await opened(device, heard)
    device.fails["read"] = BlockingIOError()
    device.type(typed("a"))
    reads = len(device.log)
    await heard.until(lambda: len(device.log) > reads)
    assert port.is_open
    del device.fails["read"]
    await heard.until(lambda: heard.bytes == typed("a"))
    await port.close()


async def test_it_takes_nothing(heard: Heard) -> None:
    port = await opened(Fake(PLACE), heard)
    with pytest.raises(PortError) as raised:
        port.write(Packet(b"x"))
    assert raised.value.fault is Fault.PORT_ERROR
    assert port.is_open
    await port.close()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (errno.ENOENT, Fault.NOT_CONNECTED),
        (errno.ENODEV, Fault.NOT_CONNECTED),
        (errno.EACCES, Fault.PORT_DENIED),
        (errno.EIO, Fault.PORT_ERROR),
    ],
)
async def test_one_that_cannot_be_opened_says_why(code: int, fault: Fault, heard: Heard) -> None:
    def fails(place: str) -> Fake:
        raise OSError(code, os.strerror(code))

    with pytest.raises(PortError) as raised:
        await open_line(PLACE, LINE, heard.packet, heard.lost, opens=fails)
    assert raised.value.fault is fault
    assert PLACE in str(raised.value)


async def test_with_the_real_library_what_is_no_input_device_is_refused(tmp_path: Path, heard: Heard) -> None:
    with pytest.raises(PortError) as raised:
        await open_line(str(tmp_path / "nothing"), LINE, heard.packet, heard.lost)
    assert raised.value.fault is Fault.NOT_CONNECTED
    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(PortError) as raised:
        await open_line(str(file), LINE, heard.packet, heard.lost)
    assert raised.value.fault is Fault.PORT_ERROR


def test_the_real_library_has_the_calls_that_the_fake_has() -> None:
    for name in ("fileno", "grab", "read", "close"):
        assert callable(getattr(evdev.InputDevice, name))
    event = evdev.InputEvent(1, 2, 3, 4, 5)
    assert (event.sec, event.usec, event.type, event.code, event.value) == (1, 2, 3, 4, 5)


def test_our_events_are_the_kernel_s() -> None:
    codes = {
        "A": 30,
        "ENTER": 28,
        "LEFTSHIFT": 42,
        "KP0": 82,
        "SLASH": 53,
        "GRAVE": 41,
        "BACKSLASH": 43,
        "SPACE": 57,
    }
    for name, code in codes.items():
        assert getattr(evdev.ecodes, f"KEY_{name}") == code
    assert (evdev.ecodes.EV_SYN, evdev.ecodes.EV_KEY, evdev.ecodes.EV_MSC) == (
        EV_SYN,
        EV_KEY,
        key_events.EV_MSC,
    )
    assert (evdev.ecodes.SYN_DROPPED, evdev.ecodes.MSC_SCAN) == (key_events.SYN_DROPPED, key_events.MSC_SCAN)
    assert EVENT.size == 24
    keyboard = key_events.Keyboard()
    for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789":
        code = getattr(evdev.ecodes, f"KEY_{name}")
        assert keyboard.press(code, DOWN) == name.lower().encode()
        assert keyboard.press(code, UP) == b""


async def test_over_a_socket_a_simulated_scanner_types_its_card_and_is_pulled(
    tmp_path: Path, heard: Heard
) -> None:
    link = tmp_path / "scanner"
    with Simulator(KeyboardScanner, "healthy", scheme="evdev", link=link) as device:
        port = await open_line(str(link), PRODUCT.lines[0], heard.packet, heard.lost)  # type: ignore[arg-type]
        await heard.until(lambda: len(heard.bytes) >= len(typed(CARD)))
        assert heard.bytes == typed(CARD)
        device.unplug()
        await heard.until(lambda: bool(heard.losses))
    assert heard.losses[0].fault is Fault.UNPLUGGED
    assert not port.is_open
    with pytest.raises(PortError) as raised:
        await open_line(str(link), LINE, heard.packet, heard.lost)
    assert raised.value.fault is Fault.NOT_CONNECTED
