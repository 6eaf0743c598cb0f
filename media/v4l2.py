"""What a V4L2 camera can do, by the kernel's ioctls: picture sizes, zoom, focus, light and brightness.

Written here because the kept Python packages for it are under the GPL, and three structures are all of it.
Numbers and layouts: linux/videodev2.h and linux/v4l2-controls.h, the same on all 64-bit machines.
A camera may be asked while OpenCV streams from it: only streaming belongs to one.
"""

import fcntl
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Final, NamedTuple

from contract.capture import Control

_CAPTURE: Final = 1  # V4L2_BUF_TYPE_VIDEO_CAPTURE
_QUERY: Final = struct.Struct(
    "<II32siiiiI8x"
)  # v4l2_queryctrl: id, type, name, least, most, step, usual, flags
_CONTROL: Final = struct.Struct("<Ii")  # v4l2_control: id, value
_FORMAT: Final = struct.Struct("<III32sI16x")  # v4l2_fmtdesc: index, type, flags, words, pixel format
_SIZE: Final = struct.Struct("<IIIIIIIII8x")  # v4l2_frmsizeenum: index, pixel format, type, six numbers
_DISCRETE: Final = 1
_UNUSABLE: Final = 0x01 | 0x04  # disabled, read-only
_INACTIVE: Final = 0x10  # another control rules it just now (focus while autofocus is on)
_MOST_ENTRIES: Final = 64  # of a list a driver gives; one that never ends is cut off

_USER: Final = 0x00980900
_CAMERA: Final = 0x009A0900
_FLASH: Final = 0x009C0900
_IDS: Final[dict[str, tuple[int, ...]]] = {  # by our names; where there are two, the first a camera has
    "zoom": (_CAMERA + 13,),
    "autofocus": (_CAMERA + 12,),
    "focus": (_CAMERA + 10,),
    "light": (_FLASH + 1, _USER + 37),
    "brightness": (_USER + 0,),
}
_TORCH: Final = {_FLASH + 1: 2}  # what "light on" means where it is not 1

Ioctl = Callable[[int, int, bytearray], object]


def _both_ways(number: int, layout: struct.Struct) -> int:
    """Return _IOWR('V', number, layout)."""
    return 3 << 30 | layout.size << 16 | ord("V") << 8 | number


ENUM_FORMATS: Final = _both_ways(2, _FORMAT)
GET: Final = _both_ways(27, _CONTROL)
SET: Final = _both_ways(28, _CONTROL)
QUERY: Final = _both_ways(36, _QUERY)
ENUM_SIZES: Final = _both_ways(74, _SIZE)


class _Known(NamedTuple):
    control: Control
    id: int


class Device:
    """One camera's node, opened for questions only. What it has none of is left out."""

    def __init__(self, path: str, *, ioctl: Ioctl = fcntl.ioctl) -> None:
        """OSError when it cannot be opened."""
        self._fd = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        self._ioctl = ioctl

    def close(self) -> None:
        """Give the node back."""
        os.close(self._fd)

    def controls(self) -> tuple[Control, ...]:
        """Return what can be turned now. Light is 0 (off) or 1 (on), whatever the camera calls it."""
        return tuple(known.control for known in self._known().values())

    def turn(self, name: str, value: int) -> bool:
        """Set a control, cut to its range; False when the camera has none or does not take it."""
        known = self._known().get(name)
        if known is None:
            return False
        control = known.control
        step = max(1, control.step)
        value = min(control.most, max(control.least, value))
        value = control.least + (value - control.least) // step * step
        if name == "light" and value:
            value = _TORCH.get(known.id, 1)
        try:
            self._ioctl(self._fd, SET, bytearray(_CONTROL.pack(known.id, value)))
        except OSError:
            return False
        return True

    def sizes(self, fourcc: str = "MJPG") -> tuple[tuple[int, int], ...]:
        """Return the picture sizes of a pixel format (of any, when it has not that one), smallest first."""
        formats = self._formats()
        wanted = int.from_bytes(fourcc.encode(), "little")
        chosen = [wanted] if wanted in formats else formats
        found = {size for each in chosen for size in self._sizes_of(each)}
        return tuple(sorted(found, key=lambda size: size[0] * size[1]))

    def _known(self) -> dict[str, _Known]:
        found = {}
        for name, ids in _IDS.items():
            for id in ids:
                known = self._query(name, id)
                if known is not None:
                    found[name] = known
                    break
        return found

    def _query(self, name: str, id: int) -> _Known | None:
        asked = bytearray(_QUERY.pack(id, 0, b"", 0, 0, 0, 0, 0))
        now = bytearray(_CONTROL.pack(id, 0))
        try:
            self._ioctl(self._fd, QUERY, asked)
            self._ioctl(self._fd, GET, now)
        except OSError:
            return None
        _, _, _, least, most, step, _, flags = _QUERY.unpack(asked)
        if flags & _UNUSABLE or most <= least or (flags & _INACTIVE and name != "focus"):
            return None
        value = _CONTROL.unpack(now)[1]
        if name == "light":
            least, most, step, value = 0, 1, 1, int(value == _TORCH.get(id, 1))
        return _Known(Control(name, least, most, step, value), id)

    def _formats(self) -> list[int]:
        found = []
        for index in range(_MOST_ENTRIES):
            entry = bytearray(_FORMAT.pack(index, _CAPTURE, 0, b"", 0))
            try:
                self._ioctl(self._fd, ENUM_FORMATS, entry)
            except OSError:
                break
            found.append(_FORMAT.unpack(entry)[4])
        return found

    def _sizes_of(self, pixel_format: int) -> list[tuple[int, int]]:
        found = []
        for index in range(_MOST_ENTRIES):
            entry = bytearray(_SIZE.pack(index, pixel_format, 0, *(0,) * 6))
            try:
                self._ioctl(self._fd, ENUM_SIZES, entry)
            except OSError:
                break
            _, _, kind, *numbers = _SIZE.unpack(entry)
            if kind == _DISCRETE:
                found.append((numbers[0], numbers[1]))
            else:  # from, to and step of width, then of height: the largest is what matters
                found.append((numbers[1], numbers[4]))
                break
        return found


def open_device(path: str) -> Device | None:
    """Open a camera's node for questions; None when it cannot be."""
    with suppress(OSError):
        return Device(path)
    return None
