"""Where pictures come from: a V4L2 camera, a video file over and over, or a moving test picture.

A grabber is opened, read and closed by one thread (media.camera). `read` returns BGR pictures at the
source's own pace, or raises SourceError when there will be no more.
"""

import math
import time
from pathlib import Path
from typing import Final, Protocol, cast

import cv2
import numpy as np

from contract.profile import MediaConfig
from media import forms, stamp
from media.faults import Fault, SourceError
from media.pictures import Image

DEFAULT_FILE_FPS: Final = 25.0  # of a file that does not say
MAX_FILE_FPS: Final = 120.0


class Grabber(Protocol):
    """An open source of pictures."""

    name: str

    def read(self) -> Image:
        """Wait for the next picture; SourceError when the source has failed."""
        ...

    def close(self) -> None:
        """Give the source back."""
        ...


class Pace:
    """Sleeps until the next picture is due; after a long gap it starts afresh instead of racing."""

    def __init__(self, fps: float) -> None:
        self._step = 1.0 / fps
        self._due = time.monotonic()

    def wait(self) -> None:
        """Sleep until the next moment."""
        now = time.monotonic()
        self._due = max(self._due + self._step, now - self._step)
        if self._due > now:
            time.sleep(self._due - now)


class V4l2Grabber:
    """A camera by its V4L2 node. Asks for MJPEG: 720p at 30 fps does not fit USB 2 uncompressed."""

    def __init__(self, info: forms.CameraInfo, config: MediaConfig) -> None:
        if not Path(info.device).exists():
            raise SourceError("failed", Fault.CAMERA_MISSING, f"{info.device} is not there")
        self.name = info.name
        self._video = cv2.VideoCapture(info.device, cv2.CAP_V4L2)
        if not self._video.isOpened():
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{info.device} cannot be opened as a camera")
        self._video.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        self._video.set(cv2.CAP_PROP_FRAME_WIDTH, config.width)
        self._video.set(cv2.CAP_PROP_FRAME_HEIGHT, config.height)
        self._video.set(cv2.CAP_PROP_FPS, config.fps)
        self._video.set(cv2.CAP_PROP_BUFFERSIZE, 2)

    def read(self) -> Image:
        """Wait for the camera's next picture (V4L2 itself gives up after 10 s)."""
        good, picture = self._video.read()
        if not good:
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{self.name} gives no more pictures")
        return cast(Image, picture)

    def close(self) -> None:
        """Close the node; the camera's light goes out."""
        self._video.release()


class FileGrabber:
    """A video file at its own speed, from the start again at its end."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise SourceError("failed", Fault.CAMERA_MISSING, f"{path} is not a file")
        self.name = path.name
        self._video = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        if not self._video.isOpened():
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{path} is not a video")
        fps = self._video.get(cv2.CAP_PROP_FPS)
        self._pace = Pace(fps if 0 < fps <= MAX_FILE_FPS else DEFAULT_FILE_FPS)

    def read(self) -> Image:
        """Return the next picture when it is due."""
        self._pace.wait()
        good, picture = self._video.read()
        if not good:
            self._video.set(cv2.CAP_PROP_POS_FRAMES, 0)
            good, picture = self._video.read()
        if not good:
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{self.name} has no pictures")
        return cast(Image, picture)

    def close(self) -> None:
        """Close the file."""
        self._video.release()


class SyntheticGrabber:
    """A figure that sways before a slowly turning clock hand; the time is in media.stamp's strip."""

    name = "test picture"

    def __init__(self, width: int, height: int, fps: int) -> None:
        self._pace = Pace(fps)
        across = np.linspace(0.0, 1.0, width)[None, :, None]
        down = np.linspace(0.0, 1.0, height)[:, None, None]
        colour = (
            np.array([150.0, 120.0, 70.0]) + across * np.array([40, 60, 30]) + down * np.array([30, 10, 60])
        )
        self._background: Image = colour.astype(np.uint8)

    def read(self) -> Image:
        """Draw the picture of this moment when it is due."""
        self._pace.wait()
        ms = stamp.now_ms()
        picture = self._background.copy()
        height, width = picture.shape[:2]
        t = ms % 60_000 / 1000
        x = int(width * (0.5 + 0.12 * math.sin(t * 1.3)))
        unit = height // 24
        cv2.ellipse(picture, (x, height), (7 * unit, 9 * unit), 0, 180, 360, (120, 84, 52), -1)
        cv2.circle(picture, (x, height // 2 - unit), 4 * unit, (150, 180, 220), -1)
        centre = (width - 4 * unit, 5 * unit)
        angle = t * math.tau / 4
        tip = (int(centre[0] + 2 * unit * math.sin(angle)), int(centre[1] - 2 * unit * math.cos(angle)))
        cv2.circle(picture, centre, 2 * unit + unit // 2, (240, 240, 240), -1)
        cv2.line(picture, centre, tip, (40, 40, 200), max(2, unit // 4))
        stamp.draw(picture, ms)
        return picture

    def close(self) -> None:
        """Nothing is held."""


def open_grabber(config: MediaConfig) -> Grabber:
    """Open the camera a profile names; SourceError, with an honest state, when it cannot be."""
    try:
        form = forms.parse("camera", config.camera)
    except ValueError as error:
        raise SourceError("failed", Fault.CAMERA_MISSING, str(error)) from error
    match form.kind:
        case "synthetic":
            return SyntheticGrabber(config.width, config.height, config.fps)
        case "file":
            return FileGrabber(Path(form.value))
        case "v4l2":
            known = {info.device: info for info in forms.cameras()}
            return V4l2Grabber(known.get(form.value, forms.CameraInfo(form.value, form.value)), config)
    found = forms.cameras()
    if not found:
        raise SourceError("absent", Fault.NONE, "this machine has no camera")
    return V4l2Grabber(found[0], config)
