"""Reads the time out of pictures as they arrive: in a browser's page and in the station's frame ring.

Every picture carries the wall time of its making (media.stamp). In a browser it is read as soon as the video
element presents the picture (requestVideoFrameCallback), in the station when the picture is in the ring that
the session draws from (looked at every few ms): the session's drawing, about a frame, is not in it. Once a
second the whole picture is kept, in grey, to be held against the one that was sent.
"""

import base64
import os
import threading
import time
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any, Final, NamedTuple, Self, cast

import cv2
import numpy as np
from playwright.sync_api import Page

from bench import clip
from contract.frames import Frame, RingReader
from media import stamp
from media.pictures import Image

LOOK_S: Final = 0.004
WAIT_S: Final = 30.0
KEEP_EVERY_MS: Final = 1000

# `eyes.camera()` gives the clip, stamped, 30 a second with the fake microphone's sound; a page's own
# getUserMedia gives the same. Watches the newest video named remote-video and the newest connection.
_JAVASCRIPT: Final = """
(() => {
  const PERIOD_MS = 1000 / 30, KEEP_EVERY_MS = {KEEP};
  const eyes = globalThis.eyes = {accepted: 0, shots: [], kept: [], unread: 0, connection: null,
                                 busy: [[], []]};
  const devices = navigator.mediaDevices;
  const real = devices?.getUserMedia.bind(devices);
  let watched = null, keptAt = 0;

  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...more) { super(...more); eyes.connection = this; }
  };
  const picture = async () => {
    await carepostClip.load();
    const {width, height} = carepostClip, canvas = document.createElement("canvas");
    canvas.width = width; canvas.height = height;
    const context = canvas.getContext("2d", {alpha: false});
    const paint = () => {
      const now = Date.now();
      carepostClip.draw(context, now);
      carepostStamp.draw(context, width, height, now);
    };
    paint();
    setInterval(paint, PERIOD_MS);
    return canvas.captureStream().getVideoTracks();
  };
  eyes.camera = async () => {
    const sound = await real({audio: true});
    return new MediaStream([...sound.getAudioTracks(), ...await picture()]);
  };
  if (devices) devices.getUserMedia = (wanted) => wanted.video ? eyes.camera() : real(wanted);

  eyes.accept = () => { eyes.accepted = Date.now(); eyes.shots = []; eyes.kept = []; };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('[data-testid="accept"]')) eyes.accept();
  }, true);

  const strip = new OffscreenCanvas(16, 16), whole = new OffscreenCanvas(16, 16);
  const pixels = (canvas, video, rows) => {
    const width = video.videoWidth;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== rows) canvas.height = rows;
    const context = canvas.getContext("2d", {willReadFrequently: true});
    context.drawImage(video, 0, 0, width, rows, 0, 0, width, rows);
    return context.getImageData(0, 0, width, rows);
  };
  const read = (video, shown) => {
    const now = Date.now(), width = video.videoWidth, height = video.videoHeight;
    const ms = carepostStamp.read(pixels(strip, video, carepostStamp.rows(height)), height);
    if (ms === null) eyes.unread++;
    // Those presented between two calls were shown too.
    for (let i = 0; i < Math.min(shown, 9); i++) eyes.shots.push([now, ms, width]);
    if (ms === null || now - keptAt < KEEP_EVERY_MS) return 0;
    keptAt = now;
    const {data} = pixels(whole, video, height), grey = new Uint8Array(width * height);
    for (let i = 0, at = 0; i < grey.length; i++, at += 4)
      grey[i] = (77 * data[at] + 150 * data[at + 1] + 29 * data[at + 2] + 128) >> 8;
    eyes.kept.push({ms, width, height, grey});
    return 1;
  };
  const follow = (video, before) => video.requestVideoFrameCallback((_, {presentedFrames}) => {
    if (video !== watched) return;
    const begun = performance.now();
    const kind = read(video, before ? presentedFrames - before : 1);
    eyes.busy[kind].push(performance.now() - begun);
    follow(video, presentedFrames);
  });
  setInterval(() => {
    const video = [...document.querySelectorAll('[data-testid="remote-video"]')].pop();
    if (!video || video === watched) return;
    watched = video;
    follow(video, 0);
  }, 10);
  eyes.look = () => ({accepted: eyes.accepted, unread: eyes.unread, shots: eyes.shots.splice(0)});
  const letters = (grey) => {
    let text = "";
    for (let at = 0; at < grey.length; at += 32768)
      text += String.fromCharCode(...grey.subarray(at, at + 32768));
    return btoa(text);
  };
  eyes.take = () => eyes.kept.splice(0).map((one) => ({...one, grey: letters(one.grey)}));
  // Samples of sound so far: all that were played, and those of them that were made up to fill gaps.
  eyes.sound = async () => {
    for (const entry of (await eyes.connection.getStats()).values())
      if (entry.type === "inbound-rtp" && entry.kind === "audio")
        return [entry.totalSamplesReceived, entry.concealedSamples];
    return [0, 0];
  };
})();
"""


def javascript() -> str:
    """Return the eyes' script, the stamp's and the clip's with it."""
    return stamp.JAVASCRIPT + clip.javascript() + _JAVASCRIPT.replace("{KEEP}", str(KEEP_EVERY_MS))


class Shot(NamedTuple):
    """A picture shown: when (wall time, ms), when it was made (None: unreadable), its width in pixels."""

    at: float
    made: int | None
    width: int


class Kept(NamedTuple):
    """A whole picture, grey, and when it was made (wall time, ms)."""

    made: int
    grey: Image


class PageEye:
    """Watches the picture of the other end in a page that has `javascript()`."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.accepted = 0.0  # when the call was accepted here, ms
        self.shots: list[Shot] = []  # since then

    def first(self) -> float:
        """Wait for the first readable picture; when it was there, ms."""
        deadline = time.monotonic() + WAIT_S
        while True:
            self.look()
            found = next((shot.at for shot in self.shots if shot.made is not None), None)
            if found is not None:
                return found
            if time.monotonic() > deadline:
                raise RuntimeError("no readable picture came to the page")
            self._page.wait_for_timeout(20)

    def look(self) -> None:
        """Fetch what came meanwhile."""
        seen: dict[str, Any] = self._page.evaluate("eyes.look()")
        self.accepted = seen["accepted"]
        self.shots += [Shot(*shot) for shot in seen["shots"]]

    def take(self) -> list[Kept]:
        """Fetch the whole pictures that were kept."""
        return [
            Kept(
                one["ms"],
                np.frombuffer(base64.b64decode(one["grey"]), np.uint8).reshape(one["height"], one["width"]),
            )
            for one in self._page.evaluate("eyes.take()")
        ]

    def busy_s(self) -> float:
        """Return how much processor time the page has spent on looking, in seconds.

        A page has no such clock: it is the usual time of a look, times the looks. What took longer waited for
        a core.
        """
        looks: list[list[float]] = self._page.evaluate("eyes.busy")
        return sum(median(kind) * len(kind) for kind in looks if kind) / 1000

    def sound(self) -> tuple[int, int]:
        """Return samples of sound played so far, and those of them made up."""
        played, made_up = self._page.evaluate("eyes.sound()")
        return int(played), int(made_up)


class RingEye:
    """Watches the remote ring of the station's media process, whose /proc/PID is given, in a thread."""

    def __init__(self, process: Path) -> None:
        self.shots: list[Shot] = []
        self._ring = RingReader(_remote_ring(process), os.eventfd(0))
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._kept: list[Kept] = []
        self._kept_at = 0.0
        self._first = threading.Event()
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

    def look(self) -> None:
        """What came is there already."""

    def first(self) -> float:
        """Wait for the first readable picture; when it was there, wall time in ms."""
        if not self._first.wait(WAIT_S):
            raise RuntimeError("no picture of the provider came to the station")
        return next(shot.at for shot in self.shots if shot.made is not None)

    def busy_s(self) -> float:
        """Nothing of it is the station's work: another process looks."""
        return 0.0

    def take(self) -> list[Kept]:
        """Return the whole pictures that were kept, and keep new ones."""
        with self._lock:
            kept, self._kept = self._kept, []
        return kept

    def _watch(self) -> None:
        old = self._ring.newest()
        number = old.number if old else 0
        while not self._stop.wait(LOOK_S):
            frame = self._ring.newest(number)
            if frame is not None:
                # Those that came and went between two looks were in the ring too.
                self._see(frame, frame.number - number)
                number = frame.number

    def _see(self, frame: Frame, new: int) -> None:
        now = time.time() * 1000
        picture = np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 4)
        made = stamp.read(picture)
        self.shots += [Shot(now, made, frame.width)] * new
        if made is None:
            return
        self._first.set()
        if now - self._kept_at >= KEEP_EVERY_MS:
            self._kept_at = now
            with self._lock:
                self._kept.append(Kept(made, cast(Image, cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY))))


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
