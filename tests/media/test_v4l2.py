"""A camera's controls and sizes, spoken in the kernel's own structures to a driver that is made up here."""

import errno
import struct
from pathlib import Path

import pytest

from contract.capture import Control
from media import v4l2

ZOOM, FOCUS, AUTOFOCUS, TORCH, LAMP, BRIGHTNESS = (
    0x009A090D,
    0x009A090A,
    0x009A090C,
    0x009C0901,
    0x00980925,
    0x00980900,
)
MJPG, YUYV = (int.from_bytes(name, "little") for name in (b"MJPG", b"YUYV"))


class Driver:
    """Answers ioctls as drivers do: in place, or by an error. A knob: least, most, step, flags, value."""

    def __init__(self, knobs: dict[int, list[int]], sizes: dict[int, list[tuple[int, int]]]) -> None:
        self.knobs = knobs
        self.sizes = sizes
        self.stepwise = False

    def __call__(self, fd: int, request: int, data: bytearray) -> int:
        assert (request >> 16) & 0x3FFF == len(data) and (request >> 8) & 0xFF == ord("V")
        number = request & 0xFF
        first, second = struct.unpack_from("<Ii", data)
        if number in (36, 27, 28):
            self._knob(number, first, second, data)
        else:
            self._list(number, first, second & 0xFFFFFFFF, data)
        return 0

    def _knob(self, number: int, id: int, value: int, data: bytearray) -> None:
        if id not in self.knobs:
            raise OSError(errno.EINVAL, "no such control")
        least, most, step, flags, now = self.knobs[id]
        if number == 36:
            struct.pack_into("<iiiiI", data, 40, least, most, step, least, flags)
        elif number == 27:
            struct.pack_into("<i", data, 4, now)
        elif not least <= value <= most:
            raise OSError(errno.ERANGE, "out of range")
        else:
            self.knobs[id][4] = value

    def _list(self, number: int, index: int, pixels: int, data: bytearray) -> None:
        entries = list(self.sizes) if number == 2 else self.sizes.get(pixels, [])
        if index >= len(entries):
            raise OSError(errno.EINVAL, "the end of the list")
        entry = entries[index]
        if isinstance(entry, int):
            struct.pack_into("<I", data, 44, entry)
        elif self.stepwise:
            struct.pack_into("<I6I", data, 8, 3, 160, entry[0], 8, 120, entry[1], 8)
        else:
            struct.pack_into("<I2I", data, 8, 1, *entry)


def opened(driver: Driver) -> v4l2.Device:
    return v4l2.Device("/dev/null", ioctl=driver)


@pytest.fixture
def driver() -> Driver:
    knobs = {
        ZOOM: [100, 400, 10, 0, 100],
        FOCUS: [0, 250, 5, 0x10, 30],  # inactive: autofocus rules it
        AUTOFOCUS: [0, 1, 1, 0, 1],
        TORCH: [0, 2, 1, 0, 0],
        BRIGHTNESS: [-64, 64, 1, 0x04, 0],  # read-only
    }
    return Driver(knobs, {YUYV: [(640, 480)], MJPG: [(640, 480), (3264, 2448), (1280, 720)]})


def test_what_can_be_turned_is_said_and_what_cannot_is_left_out(driver: Driver) -> None:
    device = opened(driver)
    assert device.controls() == (
        Control("zoom", 100, 400, 10, 100),
        Control("autofocus", 0, 1, 1, 1),
        Control("focus", 0, 250, 5, 30),
        Control("light", 0, 1, 1, 0),
    )
    device.close()


def test_a_value_is_cut_to_the_range_and_the_step(driver: Driver) -> None:
    device = opened(driver)
    for wanted, becomes in ((237, 230), (9999, 400), (-5, 100)):
        assert device.turn("zoom", wanted) and driver.knobs[ZOOM][4] == becomes
    assert device.turn("light", 1) and driver.knobs[TORCH][4] == 2  # the torch, not the flash
    assert device.controls()[-1] == Control("light", 0, 1, 1, 1)
    assert device.turn("light", 0) and driver.knobs[TORCH][4] == 0
    assert not device.turn("brightness", 3) and not device.turn("aperture", 1)
    device.close()


def test_a_lamp_stands_in_for_a_torch_and_a_camera_without_anything_says_so() -> None:
    device = opened(Driver({LAMP: [0, 1, 1, 0, 0]}, {}))
    assert device.controls() == (Control("light", 0, 1, 1, 0),)
    assert device.turn("light", 1) and device.controls()[0].value == 1
    device.close()
    bare = opened(Driver({}, {}))
    assert bare.controls() == () and bare.sizes() == () and not bare.turn("zoom", 1)
    bare.close()


def test_sizes_are_of_mjpeg_where_there_is_one_smallest_first(driver: Driver) -> None:
    device = opened(driver)
    assert device.sizes() == ((640, 480), (1280, 720), (3264, 2448))
    device.close()
    raw = Driver({}, {YUYV: [(1600, 1200)]})
    raw.stepwise = True
    device = opened(raw)
    assert device.sizes() == ((1600, 1200),)
    device.close()


def test_what_is_no_camera_has_nothing(tmp_path: Path) -> None:
    assert v4l2.open_device(str(tmp_path / "video0")) is None
    device = v4l2.open_device("/dev/null")  # the kernel's own answer: not a V4L2 node
    assert device is not None and device.controls() == () and device.sizes() == ()
    device.close()
