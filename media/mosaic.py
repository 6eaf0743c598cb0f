"""Several people in one picture and one sound: whoever speaks large, the others small beside."""

import asyncio
import time
from collections.abc import Callable
from typing import Final, cast
from uuid import UUID

import numpy as np
import numpy.typing as npt
from av import VideoFrame

from media.pictures import Image
from media.tasks import Tasks

SMALL: Final = 4  # a small picture's sides are this part of the whole
SPEAKS: Final = 0.02  # root mean square, full scale 1: above the noise of a room
SWITCH_S: Final = 2.0  # somebody else speaks for so long before they are shown large
STALE_S: Final = 3.0  # a voice that gave nothing for so long is not waited for
BEHIND: Final = 5  # blocks of one voice that wait for the others before they are played all the same
GREY: Final = 128  # of colour planes: none
Samples = npt.NDArray[np.int16]
Area = tuple[int, int, int, int]  # left, top, width, height; all even


def areas(count: int, width: int, height: int) -> list[Area]:
    """Return where each of `count` pictures goes, the large one first. At most five find room."""
    if count <= 1:
        return [(0, 0, width, height)]
    small_w, small_h = (width // SMALL) // 2 * 2, (height // SMALL) // 2 * 2
    large_w, large_h = width - small_w, (height - small_h) // 2 * 2
    top = (height - large_h) // 4 * 2
    beside = [(large_w, n * small_h, small_w, small_h) for n in range(min(count - 1, SMALL))]
    return [(0, top, large_w, large_h), *beside]


def within(frame: VideoFrame, area: Area) -> Area:
    """Return where in an area a picture goes whole, in its own shape."""
    left, top, width, height = area
    factor = min(width / frame.width, height / frame.height)
    to_w = max(2, int(frame.width * factor) // 2 * 2)
    to_h = max(2, int(frame.height * factor) // 2 * 2)
    return left + (width - to_w) // 4 * 2, top + (height - to_h) // 4 * 2, to_w, to_h


def compose(frames: list[VideoFrame], width: int, height: int) -> VideoFrame:
    """Return one picture of several, the first one large. For a worker thread: some ms at 720p."""
    luma = np.full((height, width), 16, np.uint8)
    blue, red = (np.full((height // 2, width // 2), GREY, np.uint8) for _ in range(2))
    for frame, area in zip(frames, areas(len(frames), width, height), strict=False):
        left, top, wide, high = within(frame, area)
        scaled = frame.reformat(width=wide, height=high, format="yuv420p")
        planes = cast(Image, scaled.to_ndarray())
        flat = planes.reshape(-1)
        luma[top : top + high, left : left + wide] = planes[:high]
        x, y, w, h = left // 2, top // 2, wide // 2, high // 2
        at = wide * high
        blue[y : y + h, x : x + w] = flat[at : at + w * h].reshape(h, w)
        red[y : y + h, x : x + w] = flat[at + w * h : at + 2 * w * h].reshape(h, w)
    whole = np.concatenate([luma.reshape(-1), blue.reshape(-1), red.reshape(-1)])
    return VideoFrame.from_ndarray(whole.reshape(height * 3 // 2, width), format="yuv420p")


class Mosaic:
    """Takes everybody's pictures; gives one to `show`, as often as somebody's changes and there is time."""

    def __init__(self, people: list[UUID], size: tuple[int, int], show: Callable[[VideoFrame], None]) -> None:
        """`people`: in the order in which they are shown while nobody speaks."""
        self._people = people
        self._size = size
        self._show = show
        self._newest: dict[UUID, VideoFrame] = {}
        self._large = people[0] if people else None
        self._speaker: UUID | None = None
        self._speaks_since = 0.0
        self._fresh = False
        self._busy: asyncio.Task[None] | None = None
        self._tasks = Tasks()

    def picture(self, person: UUID, frame: VideoFrame) -> None:
        """Take somebody's picture; never waits."""
        self._newest[person] = frame
        if len(self._people) == 1:
            self._show(frame)
            return
        self._fresh = True
        if self._busy is None or self._busy.done():
            self._busy = self._tasks.spawn(self._work())

    def voice(self, person: UUID, samples: Samples) -> None:
        """Hear who speaks: the loudest is shown large after a while."""
        if float(np.sqrt(np.mean(np.square(samples.astype(np.float32) / 32768)))) < SPEAKS:
            return
        now = time.monotonic()
        if person != self._speaker:
            self._speaker, self._speaks_since = person, now
        elif now - self._speaks_since > SWITCH_S:
            self._large = person

    async def close(self) -> None:
        """Wait for what is under way."""
        await self._tasks.finish()

    async def _work(self) -> None:
        while self._fresh:
            self._fresh = False
            order = sorted(self._people, key=lambda person: person != self._large)
            frames = [self._newest[person] for person in order if person in self._newest]
            whole = await asyncio.to_thread(compose, frames, *self._size)
            self._show(whole)


class Mixer:
    """Takes everybody's voices, 20 ms at a time; gives their sum to `play`."""

    def __init__(self, play: Callable[[Samples], None]) -> None:
        self._play = play
        self._waiting: dict[UUID, list[Samples]] = {}
        self._heard: dict[UUID, float] = {}

    def voice(self, person: UUID, samples: Samples) -> None:
        """Take a block; blocks are played when each voice that is there has given one."""
        now = time.monotonic()
        self._heard[person] = now
        self._waiting.setdefault(person, []).append(samples)
        while self._ready(now):
            blocks = [queue.pop(0) for queue in self._waiting.values() if queue]
            self._play(mix(blocks))

    def _ready(self, now: float) -> bool:
        there = [queue for who, queue in self._waiting.items() if now - self._heard[who] < STALE_S]
        return bool(there) and (all(there) or max(len(queue) for queue in there) > BEHIND)


def mix(blocks: list[Samples]) -> Samples:
    """Return the sum of voices, cut where it is too loud; a shorter block counts as silence after its end."""
    whole = np.zeros(max(len(block) for block in blocks), np.int32)
    for block in blocks:
        whole[: len(block)] += block
    return np.clip(whole, -32768, 32767).astype(np.int16)
