"""Listening to a body as core's orders say: aim (guidance), take (a recording), play it, see it, forget it.

The stethoscope is open between Aim and AimOver only; nothing is done to its sound but what `filters` says.
The last recording is kept here until AimOver, to be heard again.
"""

import asyncio
import hashlib
import logging
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Protocol
from uuid import UUID

import numpy as np

from contract.capture import (
    GOOD,
    POOR,
    Aim,
    AimOver,
    Guidance,
    NotTaken,
    Play,
    Played,
    SoundShown,
    StopPlaying,
    StopTake,
    Take,
    Taken,
    Thing,
    sealed_memfd,
)
from contract.control import FromMedia, Wave
from contract.measurement import DeviceIdentity, since_boot_ns
from media import forms
from media.auscultation import chest, filters, flac, spectrogram
from media.auscultation.body import body
from media.faults import Fault, SourceError
from media.microphone import Block, DeviceSource, LoopedSource, Source, read_sound_file
from media.sound import portaudio
from media.sound.portaudio import BLOCK, RATE
from media.speaker import Speaker
from media.tasks import Tasks
from media.waves import SoundWave

MEDIA_TYPE: Final = "audio/flac"
MOST_S: Final = 60
LEAST_S: Final = 5  # what is stopped earlier is not worth keeping
GUIDE_BLOCKS: Final = 20  # 400 ms between two words of guidance
GUIDE_S: Final = 3
PLAY_S: Final = 0.2  # between two words on how far playing is
PLAY_PEAK: Final = 0.7  # of full scale: soft bodies are made loud enough to hear
MOST_GAIN: Final = 100.0
TOO_SHORT: Final = "sound-too-short"  # fault ids of a recording, with words
BUSY: Final = "sound-busy"
USER: Final = "stethoscope"  # of the loudspeaker

_log = logging.getLogger(__name__)


class Send(Protocol):
    """Takes messages for core, with descriptors beside them."""

    def __call__(self, message: FromMedia, fds: Sequence[int] = ()) -> None:
        """Send; the caller keeps its descriptors."""


class Recording(NamedTuple):
    """What is heard again: samples at the stored rate, full scale 1."""

    id: UUID
    sound: filters.Sound


class Going(NamedTuple):
    """A recording under way."""

    take: Take
    wall: str
    monotonic_ns: int
    blocks: list[Block]

    @property
    def fraction(self) -> float:
        """How much of it there is, 0..1."""
        return len(self.blocks) * BLOCK / RATE / max(1, self.take.seconds)


def open_stethoscope(text: str, loop: asyncio.AbstractEventLoop) -> Source:
    """Open what a profile names (may take a while: call it in a thread); SourceError when it can't be."""
    try:
        form = forms.parse("stethoscope", text)
    except ValueError as error:
        raise SourceError("failed", Fault.STETHOSCOPE_MISSING, str(error)) from error
    match form.kind:
        case "synthetic":
            return LoopedSource("made-up body", np.round(body() * 32767).astype(np.int16))
        case "file":
            path = Path(form.value)
            try:
                return LoopedSource(path.name, read_sound_file(path))
            except SourceError as error:
                raise SourceError("failed", Fault.STETHOSCOPE_FAILED, str(error)) from error
        case "device":
            with portaudio.steady:
                for device in forms.ranked(portaudio.devices("input"), form, headset_first=False):
                    try:
                        return DeviceSource(device, loop, None)
                    except SourceError as error:
                        raise SourceError("failed", Fault.STETHOSCOPE_FAILED, str(error)) from error
    raise SourceError("absent", Fault.STETHOSCOPE_MISSING, f"no stethoscope: {text}")


class Recorder:
    """One at a time; made on the loop."""

    def __init__(
        self, form: str, speaker: Speaker, send: Send, show: Callable[[Wave], None] = lambda _: None
    ) -> None:
        self._form = form
        self._speaker = speaker
        self._send = send
        self._show = show  # the sound as a wave, while it is listened to
        self._kind = ""
        self._device = ""
        self._going: Going | None = None
        self._last: Recording | None = None
        self._listening = Tasks()
        self._playing = Tasks()
        self._finishing = Tasks()

    async def obey(self, order: object) -> None:
        """Do what core says; what is of no sound is for somebody else."""
        match order:
            case Aim():
                await self.aim(order)
            case AimOver():
                await self.aim_over()
            case Take():
                self.take(order)
            case StopTake():
                self.stop(order)
            case Play():
                await self.play(order)
            case StopPlaying():
                await self.stop_playing()

    async def aim(self, order: Aim) -> None:
        """Open the stethoscope, or go on with it at another place."""
        kind, self._kind = self._kind, order.kind
        if not kind:
            self._listening.spawn(self._listen())

    async def aim_over(self) -> None:
        """Close the stethoscope and forget what was recorded."""
        self._kind = ""
        await self._listening.close()
        await self._finishing.close()
        await self.stop_playing()
        self._fail("aim-over")
        self._last = None

    def take(self, order: Take) -> None:
        """Begin a recording."""
        if self._going is not None or not self._kind:
            self._send(NotTaken(id=order.id, fault=BUSY))
            return
        now = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
        seconds = min(MOST_S, max(LEAST_S, order.seconds))
        take = Take(id=order.id, kind=order.kind, view=order.view, seconds=seconds)
        self._going = Going(take, now, since_boot_ns(), [])

    def stop(self, order: StopTake) -> None:
        """End a recording early."""
        going = self._going
        if going is None or going.take.id != order.id:
            return
        if len(going.blocks) * BLOCK < LEAST_S * RATE:
            self._fail(TOO_SHORT)
        else:
            self._finish(going)

    async def play(self, order: Play) -> None:
        """Play the last recording; one that is not it any more is over at once."""
        await self.stop_playing()
        if self._last is None or self._last.id != order.id:
            self._send(Played(id=order.id, fraction=1.0))
            return
        self._playing.spawn(self._play(self._last, order.filter))

    async def stop_playing(self) -> None:
        """Be quiet."""
        await self._playing.close()

    async def close(self) -> None:
        """End everything."""
        await self.aim_over()

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            source = await asyncio.to_thread(open_stethoscope, self._form, loop)
        except SourceError as error:
            self._broken(error)
            return
        try:
            await self._follow(source)
        except SourceError as error:
            self._broken(error, Fault.STETHOSCOPE_FAILED)
        finally:
            await asyncio.to_thread(source.close)

    def _broken(self, error: SourceError, fault: Fault | None = None) -> None:
        _log.warning("stethoscope: %s", error)
        why = fault or error.fault
        self._kind = ""
        self._fail(why)
        self._send(Guidance(advice=(why,)))

    async def _follow(self, source: Source) -> None:
        recent: deque[Block] = deque(maxlen=GUIDE_S * RATE // BLOCK)
        heard = 0
        envelope = SoundWave()
        while True:
            block = await source.next()
            if wave := envelope.take(block, time.monotonic_ns()):
                self._show(wave)
            recent.append(block)
            heard += 1
            going = self._going
            if going is not None:
                going.blocks.append(block)
                if going.fraction >= 1.0:
                    self._finish(going)
            self._device = source.name
            if heard % GUIDE_BLOCKS == 0 and heard * BLOCK >= RATE:
                sound = np.concatenate(recent)
                judgement = await asyncio.to_thread(_guide, sound, self._kind)
                self._guide(judgement)

    def _guide(self, judgement: chest.Judgement) -> None:
        going = self._going
        self._send(
            Guidance(
                advice=judgement.advice,
                good=not judgement.advice,
                fraction=min(1.0, going.fraction) if going else 0.0,
                level=round(judgement.level, 3),
            )
        )

    def _fail(self, fault: str) -> None:
        going, self._going = self._going, None
        if going is not None:
            self._send(NotTaken(id=going.take.id, fault=fault))

    def _finish(self, going: Going) -> None:
        self._going = None
        self._finishing.spawn(self._hand_over(going, self._device))

    async def _hand_over(self, going: Going, device: str) -> None:
        taken, sound, file = await asyncio.to_thread(_made, going, device)
        self._last = Recording(going.take.id, sound)
        self._send_with(taken, file)
        picture = await asyncio.to_thread(spectrogram.picture, sound, filters.STORED_RATE)
        self._send_with(SoundShown(id=going.take.id, size=len(picture)), picture)

    def _send_with(self, message: FromMedia, data: bytes) -> None:
        fd = sealed_memfd([data])
        try:
            self._send(message, (fd,))
        finally:
            os.close(fd)

    async def _play(self, recording: Recording, name: str) -> None:
        samples = await asyncio.to_thread(_audible, recording.sound, name)
        fault = ""
        await self._speaker.open(USER)
        try:
            self._speaker.play_over(samples)
            while (left := self._speaker.over_left) > 0 and self._speaker.condition.state == "on":
                self._send(Played(id=recording.id, fraction=round(1 - left, 3)))
                await asyncio.sleep(PLAY_S)
            if self._speaker.condition.state != "on":
                fault = self._speaker.condition.fault or Fault.SPEAKER_MISSING
        finally:
            self._speaker.play_over(np.zeros(0, np.int16))
            await self._speaker.close(USER)
            self._send(Played(id=recording.id, fraction=1.0, fault=fault))


def _guide(sound: Block, kind: str) -> chest.Judgement:
    """Judge the last seconds; a plain mean of three samples is filter enough for a word of advice."""
    third = sound[: len(sound) // 3 * 3].reshape(-1, 3).mean(axis=1) / 32768
    return chest.judge(third, RATE // 3, kind)


def _made(going: Going, device: str) -> tuple[Taken, filters.Sound, bytes]:
    """Return a recording as message, sound and file."""
    sound = filters.resample(np.concatenate(going.blocks) / 32768, RATE, filters.STORED_RATE)
    judgement = chest.judge(sound, filters.STORED_RATE, going.take.kind)
    samples = np.clip(np.round(sound * 32768), -32768, 32767).astype(np.int16)
    file = flac.encode(samples, filters.STORED_RATE)
    thing = Thing(
        kind=going.take.kind,
        media_type=MEDIA_TYPE,
        size=len(file),
        sha256=hashlib.sha256(file).digest(),
        wall=going.wall,
        monotonic_ns=going.monotonic_ns,
        device=DeviceIdentity("", device, "PCM, 1 channel", "sound"),
        view=going.take.view,
        grade=POOR if judgement.advice else GOOD,
        reasons=judgement.advice,
        seconds=len(samples) / filters.STORED_RATE,
        rate_hz=float(filters.STORED_RATE),
    )
    return Taken(id=going.take.id, thing=thing), sound, file


def _audible(sound: filters.Sound, name: str) -> Block:
    """Return what the loudspeaker plays: through a filter, made loud enough, at the call's rate."""
    heard = filters.band(sound, filters.STORED_RATE, name if name in filters.BANDS else filters.WIDE)
    loud = float(np.quantile(np.abs(heard), 0.999))
    heard = np.clip(heard * min(MOST_GAIN, PLAY_PEAK / max(loud, 1e-6)), -1.0, 1.0)
    wide = filters.resample(heard, filters.STORED_RATE, RATE)
    return np.clip(np.round(wide * 32767), -32768, 32767).astype(np.int16)
