"""Reads the time out of pictures as they arrive: in a browser's page and in the station's frame ring.

Every picture carries the wall time of its making (media.stamp). In a browser it is read as soon as the video
element presents the picture (requestVideoFrameCallback), in the station when the picture is in the ring that
the session draws from (looked at every few ms): the session's drawing, about a frame, is not in it.
"""

import os
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

import numpy as np
from playwright.sync_api import Page

from contract.frames import RingReader
from media import stamp

LOOK_S: Final = 0.004
WAIT_S: Final = 30.0

# `eyes.camera()` gives a stamped 720p picture at 30 a second with the fake microphone's sound; a page's own
# getUserMedia gives the same. Watches the newest video named remote-video.
JAVASCRIPT: Final = (
    stamp.JAVASCRIPT
    + """
(() => {
  const WIDTH = 1280, HEIGHT = 720, PERIOD_MS = 1000 / 30;
  const eyes = globalThis.eyes = {accepted: 0, first: 0, late: [], unread: 0};
  const devices = navigator.mediaDevices;
  const real = devices?.getUserMedia.bind(devices);
  let watched = null;

  const picture = () => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH; canvas.height = HEIGHT;
    const context = canvas.getContext("2d");
    const paint = () => {
      const now = Date.now();
      context.fillStyle = "rgb(70,120,150)";
      context.fillRect(0, 0, WIDTH, HEIGHT);
      context.fillStyle = "rgb(220,180,150)";
      context.beginPath();
      context.arc(WIDTH * (0.5 + 0.12 * Math.sin(now / 770)), HEIGHT / 2, HEIGHT / 6, 0, 7);
      context.fill();
      carepostStamp.draw(context, WIDTH, HEIGHT, now);
    };
    paint();
    setInterval(paint, PERIOD_MS);
    return canvas.captureStream(30).getVideoTracks();
  };
  eyes.camera = async () => {
    const sound = await real({audio: true});
    return new MediaStream([...sound.getAudioTracks(), ...picture()]);
  };
  if (devices) devices.getUserMedia = (wanted) => wanted.video ? eyes.camera() : real(wanted);

  eyes.accept = () => { eyes.accepted = Date.now(); eyes.first = 0; };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('[data-testid="accept"]')) eyes.accept();
  }, true);

  const canvas = new OffscreenCanvas(16, 16);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  const read = (video) => {
    const now = Date.now(), width = video.videoWidth, height = video.videoHeight;
    const rows = carepostStamp.rows(height);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== rows) canvas.height = rows;
    context.drawImage(video, 0, 0, width, rows, 0, 0, width, rows);
    const ms = carepostStamp.read(context.getImageData(0, 0, width, rows), height);
    if (ms === null) { eyes.unread++; return; }
    if (!eyes.first) eyes.first = now;
    eyes.late.push(now - ms);
  };
  const follow = (video) => video.requestVideoFrameCallback(() => {
    if (video !== watched) return;
    read(video);
    follow(video);
  });
  setInterval(() => {
    const video = [...document.querySelectorAll('[data-testid="remote-video"]')].pop();
    if (!video || video === watched) return;
    watched = video;
    follow(video);
  }, 10);
  eyes.look = () => ({
    late: eyes.late.splice(0), unread: eyes.unread, accepted: eyes.accepted, first: eyes.first,
    frames: watched?.getVideoPlaybackQuality().totalVideoFrames ?? 0, width: watched?.videoWidth ?? 0,
  });
})();
"""
)


class Seen(NamedTuple):
    """What came to one end: pictures shown, their delays in ms, the last one's width in pixels."""

    frames: int
    late: list[float]
    width: int


class PageEye:
    """Watches the picture of the other end in a page that has `JAVASCRIPT`."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._frames = 0

    def first(self) -> tuple[float, float]:
        """Wait for the first picture; (when the call was accepted, when the picture was there), ms."""
        deadline = time.monotonic() + WAIT_S
        while not (look := self._look())["first"]:
            if time.monotonic() > deadline:
                raise RuntimeError(f"no readable picture came to the page ({look['unread']} unreadable)")
            self._page.wait_for_timeout(20)
        return look["accepted"], look["first"]

    def begin(self) -> None:
        """Count from now on."""
        self._frames = self._look()["frames"]

    def end(self) -> Seen:
        """Return what came since `begin`."""
        look = self._look()
        return Seen(look["frames"] - self._frames, look["late"], look["width"])

    def _look(self) -> dict[str, Any]:
        seen: dict[str, Any] = self._page.evaluate("eyes.look()")
        return seen


class RingEye:
    """Watches the remote ring of the station's media process, whose /proc/PID is given, in a thread."""

    def __init__(self, process: Path) -> None:
        self._ring = RingReader(_remote_ring(process), os.eventfd(0))
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._late: list[float] = []
        self._frames = 0
        self._width = 0
        self._first = threading.Event()
        self._first_ms = 0.0
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        self._ring.close()

    def first(self) -> float:
        """Wait for the first picture; when it was there, wall time in ms."""
        if not self._first.wait(WAIT_S):
            raise RuntimeError("no picture of the provider came to the station")
        return self._first_ms

    def begin(self) -> None:
        """Count from now on."""
        with self._lock:
            self._late, self._frames = [], 0

    def end(self) -> Seen:
        """Return what came since `begin`."""
        with self._lock:
            return Seen(self._frames, self._late, self._width)

    def _watch(self) -> None:
        old = self._ring.newest()
        number = old.number if old else 0
        while not self._stop.wait(LOOK_S):
            frame = self._ring.newest(number)
            if frame is None:
                continue
            now = time.time() * 1000
            picture = np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 4)
            ms = stamp.read(picture)
            with self._lock:
                self._frames += frame.number - number
                self._width = frame.width
                if ms is not None:
                    self._late.append(now - ms)
            number = frame.number
            if ms is not None and not self._first.is_set():
                self._first_ms = now
                self._first.set()


def _remote_ring(process: Path) -> int:
    """Open the remote ring's memory: the largest frame ring of the process (its own picture is smaller)."""
    rings = [
        link for link in (process / "fd").iterdir() if _target(link).startswith("/memfd:carepost-frames")
    ]
    if not rings:
        raise RuntimeError("the media process has no frame ring")
    return os.open(max(rings, key=lambda link: link.stat().st_size), os.O_RDONLY | os.O_CLOEXEC)


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:
        return ""  # closed while we looked
