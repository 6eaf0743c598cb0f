"""Colours and sizes of pictures, and the still that is sent when the camera is off.

A picture is BGR, shape (height, width, 3), uint8, with even sides (4:2:0 needs them). Conversions take
0.3 to 0.6 ms at 720p and free the interpreter's lock: they belong in a worker thread.
"""

from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]

_STILL: Final = (46, 38, 32)  # BGR
_STILL_MARK: Final = (150, 138, 128)

cv2.setNumThreads(1)  # its workers spin between jobs; at 720p one is enough


def fit(picture: Image, width: int, height: int) -> Image:
    """Scale a picture down (never up) to fit width x height, with even sides."""
    rows, columns = picture.shape[:2]
    factor = min(1.0, width / columns, height / rows)
    to = (max(2, int(columns * factor) // 2 * 2), max(2, int(rows * factor) // 2 * 2))
    if to == (columns, rows):
        return picture
    return cast(Image, cv2.resize(picture, to, interpolation=cv2.INTER_AREA))


def to_i420(picture: Image) -> Image:
    """Return BT.601 planes, shape (height * 3 / 2, width), of a BGR picture with even sides."""
    return cast(Image, cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420))


def to_bgra(picture: Image) -> Image:
    """Return a BGR picture as BGRA."""
    return cast(Image, cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA))


def i420_to_bgra(planes: Image) -> Image:
    """Return I420 planes, shape (height * 3 / 2, width), as BGRA."""
    return cast(Image, cv2.cvtColor(planes, cv2.COLOR_YUV2BGRA_I420))


def still(width: int, height: int) -> Image:
    """Return the dark picture with a crossed-out camera: "camera off" in every language."""
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = _STILL
    unit = min(width, height) // 12
    x, y = width // 2, height // 2
    line = max(2, unit // 5)
    cv2.rectangle(picture, (x - 2 * unit, y - unit), (x + unit, y + unit), _STILL_MARK, line)
    lens = np.array([[x + unit, y], [x + 2 * unit, y - unit], [x + 2 * unit, y + unit]], np.int32)
    cv2.polylines(picture, [lens], isClosed=True, color=_STILL_MARK, thickness=line)
    cv2.line(picture, (x - 2 * unit, y + 2 * unit), (x + 2 * unit, y - 2 * unit), _STILL_MARK, line)
    return picture
