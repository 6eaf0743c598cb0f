"""Where sound comes from: a microphone, a file over and over, a tone, or silence.

Everything is blocks of 20 ms: int16, mono, 48 kHz, shape (960,).
"""

import asyncio
import logging
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import numpy as np
import numpy.typing as npt

from media import forms
from media.camera import RETRY_S, Condition
from media.faults import Fault, SourceError
from media.forms import Choice, SoundDevice
from media.sound import portaudio
from media.sound.portaudio import BLOCK, RATE
from media.sound.voice import Voice
from media.tasks import Tasks

if TYPE_CHECKING:
    import av

BLOCK_S: Final = BLOCK / RATE
TONE_HZ: Final = 440.0
TONE_LEVEL: Final = 0.1  # of full scale
MAX_FILE_S: Final = 120  # of a sound file, kept in memory (11 MB)
WAITING_BLOCKS: Final = 10  # of a device, before the oldest is dropped
DEVICE_SILENT_S: Final = 2.0  # a device that gives nothing for so long has failed
LEVEL_FALL: Final = 0.9  # a block, of the level shown

Block = npt.NDArray[np.int16]
SILENCE: Final[Block] = np.zeros(BLOCK, np.int16)

_log = logging.getLogger(__name__)


class Source(Protocol):
    """An open source of blocks. `raw`: the last block as it came, before anything was done to it.

    `judged`: faults may be looked for in it; a made-up sound is as it should be.
    """

    name: str
    raw: Block
    judged: bool

    async def next(self) -> Block:
        """Wait for the next block; SourceError when the source has failed."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...


class LoopedSource:
    """Samples over and over, at the pace of the clock."""

    def __init__(self, name: str, samples: Block, *, judged: bool = False) -> None:
        self.name = name
        self.judged = judged
        self.raw = SILENCE
        repeats = -(-BLOCK // len(samples))
        self._samples = np.tile(samples, repeats)
        self._at = 0
        self._due = time.monotonic()

    async def next(self) -> Block:
        """Return the next block when it is due; after a long gap it starts afresh instead of racing."""
        now = time.monotonic()
        self._due = max(self._due + BLOCK_S, now - BLOCK_S)
        await asyncio.sleep(max(0.0, self._due - now))
        block = np.take(self._samples, range(self._at, self._at + BLOCK), mode="wrap")
        self._at = (self._at + BLOCK) % len(self._samples)
        self.raw = block
        return block

    def close(self) -> None:
        """Nothing is held."""


class DeviceSource:
    """A microphone by PortAudio, whose own thread makes the voice clear and fills a short queue."""

    judged = True

    def __init__(self, device: SoundDevice, loop: asyncio.AbstractEventLoop, voice: Voice | None) -> None:
        self.name = device.name
        self.raw = SILENCE
        self._blocks: asyncio.Queue[tuple[Block, Block] | None] = asyncio.Queue(WAITING_BLOCKS)
        self._loop = loop
        self._voice = voice
        try:
            self._stream = portaudio.Stream(device, "input", 1, self._heard, self._ended)
        except portaudio.DeviceError as error:
            raise SourceError("failed", Fault.MICROPHONE_FAILED, str(error)) from error

    def _heard(self, data: Any, delay_s: float) -> None:
        raw = np.frombuffer(bytes(data), np.int16)
        clean = self._voice.near(raw, delay_s) if self._voice else raw
        self._loop.call_soon_threadsafe(self._keep, (raw, clean))

    def _ended(self) -> None:
        self._loop.call_soon_threadsafe(self._keep, None)

    def _keep(self, blocks: tuple[Block, Block] | None) -> None:
        if self._blocks.full():
            self._blocks.get_nowait()
        self._blocks.put_nowait(blocks)

    async def next(self) -> Block:
        """Wait for the microphone's next block."""
        try:
            async with asyncio.timeout(
                DEVICE_SILENT_S
            ):  # wait_for may swallow a cancellation: closing hung for ever
                blocks = await self._blocks.get()
        except TimeoutError:
            blocks = None
        if blocks is None:
            raise SourceError("failed", Fault.MICROPHONE_FAILED, f"{self.name} gives no more sound")
        self.raw, clean = blocks
        return clean

    def close(self) -> None:
        """Close the device."""
        self._stream.close()


def samples_of(frame: "av.AudioFrame") -> Block:
    """Return an s16 frame's samples, interleaved, as one row."""
    return cast(Block, frame.to_ndarray()).reshape(-1)


def read_sound_file(path: Path) -> Block:
    """Return a sound file's first two minutes as one array; SourceError when there is no sound in it."""
    import av

    if not path.is_file():
        raise SourceError("failed", Fault.MICROPHONE_MISSING, f"{path} is not a file")
    parts: list[Block] = []
    try:
        with av.open(str(path)) as container:
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in container.decode(audio=0):
                parts += [samples_of(part) for part in resampler.resample(frame)]
                if sum(map(len, parts)) >= MAX_FILE_S * RATE:
                    break
    except (av.FFmpegError, IndexError) as error:
        raise SourceError("failed", Fault.MICROPHONE_FAILED, f"{path} is no sound file: {error}") from error
    if not parts:
        raise SourceError("failed", Fault.MICROPHONE_FAILED, f"{path} has no sound in it")
    return np.concatenate(parts)[: MAX_FILE_S * RATE]


def tone() -> Block:
    """Return one second of the soft tone; it has a whole number of periods."""
    t = np.arange(RATE) / RATE
    return (np.sin(math.tau * TONE_HZ * t) * TONE_LEVEL * 32767).astype(np.int16)


def open_source(choice: Choice, loop: asyncio.AbstractEventLoop, voice: Voice | None = None) -> Source:
    """Open the microphone a profile names (may take a while: call it in a thread)."""
    try:
        form = forms.parse("microphone", choice.form)
    except ValueError as error:
        raise SourceError("failed", Fault.MICROPHONE_MISSING, str(error)) from error
    match form.kind:
        case "tone":
            return LoopedSource("tone", tone())
        case "silence":
            return LoopedSource("silence", SILENCE)
        case "file":
            return LoopedSource(Path(form.value).name, read_sound_file(Path(form.value)), judged=True)
    with portaudio.steady:
        found = forms.ranked(
            portaudio.devices("input"), form, headset_first=choice.headset_first, never=choice.never
        )
        for device in found:
            try:
                return DeviceSource(device, loop, voice)
            except SourceError as error:
                if device is found[-1]:
                    raise
                _log.warning("microphone: %s; the next one is tried", error)
    if form.kind == "device":
        raise SourceError("failed", Fault.MICROPHONE_MISSING, f"no microphone is called {form.value!r}")
    raise SourceError("absent", Fault.NONE, "this machine has no microphone")


class Microphone:
    """Reads the profile's microphone from `start` to `close`, and fills in silence where it cannot.

    `deliver(block)` is called every 20 ms on the loop, `tap(block)` before it with what came before any
    processing (not while muted), `report` at each change. `level` is 0..1.
    """

    def __init__(
        self,
        choice: Choice,
        deliver: Callable[[Block], None],
        report: Callable[[Condition], None],
        *,
        voice: Voice | None = None,
        tap: Callable[[Block], None] = lambda _: None,
        lost: Callable[[], None] = lambda: None,
    ) -> None:
        """`lost`: a device that gave sound gives none any more; perhaps others are there now."""
        self.muted = False
        self.running = False
        self.level = 0.0
        self.condition = Condition("off")
        self._choice = choice
        self._deliver = deliver
        self._report = report
        self._voice = voice
        self._tap = tap
        self._lost = lost
        self._renewing = False
        self._tasks = Tasks()

    def start(self) -> None:
        """Open the device in the background."""
        self.running = True
        self._tasks.spawn(self._run())

    async def close(self) -> None:
        """Close the device."""
        self.running = False
        await self._tasks.close()
        self.level = 0.0
        self.condition = Condition("off")

    def renewing(self) -> None:
        """PortAudio is about to look again: that the stream ends is no failure, open at once what is best."""
        self._renewing = True

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        said = ""
        while True:
            flowed = False
            try:
                source = await asyncio.to_thread(open_source, self._choice, loop, self._voice)
                try:
                    self._become(Condition("on", source.name))
                    flowed = True
                    await self._feed(source)
                finally:
                    await asyncio.to_thread(source.close)
            except SourceError as error:
                if flowed and self._renewing:
                    self._renewing = False
                    continue
                if str(error) != said:
                    _log.warning("microphone: %s", error)
                said = str(error)
                self._become(Condition(error.state, "", error.fault))
                if flowed:
                    self._lost()
                self._renewing = False
                await self._feed(LoopedSource("", SILENCE), RETRY_S)

    def _become(self, condition: Condition) -> None:
        self.condition = condition
        self._report(condition)

    async def _feed(self, source: Source, seconds: float = math.inf) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not (seconds < math.inf and self._renewing):
            block = await source.next()
            if self.muted:
                block = SILENCE
            elif source.judged:
                self._tap(source.raw)
            loud = math.sqrt(float(np.mean(np.square(block, dtype=np.float64)))) / 32768
            self.level = max(loud, self.level * LEVEL_FALL if not self.muted else 0.0)
            self._deliver(block)
