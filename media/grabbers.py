"""Where pictures come from: a V4L2 camera, a video or picture file over and over, or a moving test picture.

A grabber is opened, read and closed by one thread (media.camera). `read` returns BGR pictures at the
source's own pace, or raises SourceError when there will be no more. `still` returns one at the largest size
the source has.
"""

import time
from pathlib import Path
from typing import Final, NamedTuple, Protocol, cast

import cv2

from contract.capture import Control
from contract.profile import MediaConfig
from media import forms, stamp, v4l2
from media.faults import Fault, SourceError
from media.figure import Figure
from media.pictures import Image

DEFAULT_FILE_FPS: Final = 25.0  # of a file that does not say
MAX_FILE_FPS: Final = 120.0
PICTURE_FPS: Final = 10.0  # of a file that is one picture
PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
SETTLE: Final = 6  # pictures after a change of size until exposure and focus stand (measured on UVC cameras)


class Abilities(NamedTuple):
    """What a source can do: the size of its stills, whether the moving picture pauses for one, controls."""

    width: int
    height: int
    pauses: bool = False
    controls: tuple[Control, ...] = ()


class Grabber(Protocol):
    """An open source of pictures."""

    name: str

    def read(self) -> Image:
        """Wait for the next picture; SourceError when the source has failed."""
        ...

    def still(self) -> Image:
        """Take one picture at the source's full size; SourceError when that fails."""
        ...

    def abilities(self) -> Abilities:
        """Say what this source can do now."""
        ...

    def turn(self, control: str, value: int) -> bool:
        """Set a control; False when it has none of that name."""
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
    """A camera by its V4L2 node. Asks for MJPEG: 720p at 30 fps does not fit USB 2 uncompressed.

    A still larger than the moving picture needs another size: the stream is stopped, begun anew at the
    largest one, and put back. Where both are the same, the next picture is it.
    """

    def __init__(self, info: forms.CameraInfo, config: MediaConfig) -> None:
        if not Path(info.device).exists():
            raise SourceError("failed", Fault.CAMERA_MISSING, f"{info.device} is not there")
        self.name = info.name
        self._video = cv2.VideoCapture(info.device, cv2.CAP_V4L2)
        if not self._video.isOpened():
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{info.device} cannot be opened as a camera")
        self._video.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        self._moving = (config.width, config.height)
        self._resize(self._moving)
        self._video.set(cv2.CAP_PROP_FPS, config.fps)
        self._video.set(cv2.CAP_PROP_BUFFERSIZE, 2)
        self._device = v4l2.open_device(info.device)
        sizes = self._device.sizes() if self._device else ()
        self._largest = sizes[-1] if sizes else self._moving
        if self._largest[0] * self._largest[1] < self._moving[0] * self._moving[1]:
            self._largest = self._moving

    def read(self) -> Image:
        """Wait for the camera's next picture (V4L2 itself gives up after 10 s)."""
        good, picture = self._video.read()
        if not good:
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{self.name} gives no more pictures")
        return cast(Image, picture)

    def still(self) -> Image:
        """Take one at the sensor's full size; the sharpest of the last few, once the exposure stands."""
        if not self._pauses:
            return self.read()
        self._resize(self._largest)
        try:
            pictures = [self.read() for _ in range(SETTLE)][-3:]
            return max(pictures, key=_sharpness)
        finally:
            self._resize(self._moving)

    def abilities(self) -> Abilities:
        """Say what the driver says."""
        controls = self._device.controls() if self._device else ()
        return Abilities(*self._largest, pauses=self._pauses, controls=controls)

    def turn(self, control: str, value: int) -> bool:
        """Set a control of the camera's."""
        return self._device is not None and self._device.turn(control, value)

    def close(self) -> None:
        """Close the node; the camera's light goes out."""
        self._video.release()
        if self._device:
            self._device.close()

    @property
    def _pauses(self) -> bool:
        return self._largest != self._moving

    def _resize(self, size: tuple[int, int]) -> None:
        self._video.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
        self._video.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])


def _sharpness(picture: Image) -> float:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return float(cv2.Laplacian(cv2.resize(grey, None, fx=0.25, fy=0.25), cv2.CV_64F).var())


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

    def still(self) -> Image:
        """Return the next picture, as large as the file has it."""
        return self.read()

    def abilities(self) -> Abilities:
        """Say how large the file's pictures are."""
        width, height = (
            int(self._video.get(what)) for what in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)
        )
        return Abilities(width, height)

    def turn(self, control: str, value: int) -> bool:
        """Nothing can be turned."""
        return False

    def close(self) -> None:
        """Close the file."""
        self._video.release()


class PictureGrabber:
    """One picture from a file, again and again; turned upright as its file says."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise SourceError("failed", Fault.CAMERA_MISSING, f"{path} is not a file")
        picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if picture is None:
            raise SourceError("failed", Fault.CAMERA_FAILED, f"{path} is not a picture")
        self.name = path.name
        self._picture = cast(Image, picture)
        self._pace = Pace(PICTURE_FPS)

    def read(self) -> Image:
        """Return the picture when it is due."""
        self._pace.wait()
        return self._picture.copy()

    def still(self) -> Image:
        """Return the picture."""
        return self._picture.copy()

    def abilities(self) -> Abilities:
        """Say how large it is."""
        height, width = self._picture.shape[:2]
        return Abilities(width, height)

    def turn(self, control: str, value: int) -> bool:
        """Nothing can be turned."""
        return False

    def close(self) -> None:
        """Nothing is held."""


class SyntheticGrabber:
    """The moving test picture (media.figure); the time is in media.stamp's strip."""

    name = "test picture"

    def __init__(self, width: int, height: int, fps: int) -> None:
        self._pace = Pace(fps)
        self._figure = Figure(width, height)
        self._size = (width, height)

    def read(self) -> Image:
        """Draw the picture of this moment when it is due."""
        self._pace.wait()
        ms = stamp.now_ms()
        picture = self._figure.draw(ms)
        stamp.draw(picture, ms)
        return picture

    def still(self) -> Image:
        """Draw one."""
        return self.read()

    def abilities(self) -> Abilities:
        """Say how large it is drawn."""
        return Abilities(*self._size)

    def turn(self, control: str, value: int) -> bool:
        """Nothing can be turned."""
        return False

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
            path = Path(form.value)
            return PictureGrabber(path) if path.suffix.lower() in PICTURES else FileGrabber(path)
        case "v4l2":
            known = {info.device: info for info in forms.cameras()}
            return V4l2Grabber(known.get(form.value, forms.CameraInfo(form.value, form.value)), config)
    found = forms.cameras()
    if not found:
        raise SourceError("absent", Fault.NONE, "this machine has no camera")
    return V4l2Grabber(found[0], config)
