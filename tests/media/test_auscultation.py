"""The stethoscope: what is judged, filtered, stored and shown is what was heard."""

import asyncio
import hashlib
import io
import os
import wave
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

import av
import cv2
import numpy as np
import pytest

from bench.room import Talker, speech
from contract.capture import (
    Aim,
    Guidance,
    NotTaken,
    Play,
    Played,
    SoundShown,
    StopTake,
    Take,
    Taken,
    open_taken,
)
from contract.control import FromMedia
from media.auscultation import chest, filters, flac, recorder, spectrogram
from media.auscultation.body import body
from media.auscultation.recorder import Recorder
from media.faults import Fault
from media.forms import Choice
from media.speaker import Speaker

T = TypeVar("T")
RATE = filters.STORED_RATE
WELL = filters.resample(np.tile(body(), 2), 48_000, RATE)
TALK = filters.resample(speech(Talker(120, 0.03, 3), 8.0), 48_000, RATE)
CHANCE = np.random.default_rng(1)
KNOCKED = WELL.copy()
KNOCKED[50_000:50_400] += 0.8 * CHANCE.standard_normal(400)

JUDGED = {
    "a heart": (WELL, "sound:heart", ()),
    "lungs": (WELL, "sound:lungs", ()),
    "on the table": (np.zeros(len(WELL)), "sound:heart", (chest.NOTHING,)),
    "hardly pressed on": (WELL * 0.01, "sound:heart", (chest.SOFT,)),
    "far too loud": (np.clip(WELL * 8, -1, 1), "sound:heart", (chest.LOUD,)),
    "knocked against": (KNOCKED, "sound:heart", (chest.MOVED,)),
    "people talk": (WELL + TALK, "sound:lungs", (chest.ROOM,)),
    "not on a heart": (
        filters.band(CHANCE.standard_normal(len(WELL)) * 0.05, RATE, "bell"),
        "sound:heart",
        (chest.NO_BEAT,),
    ),
}


@pytest.mark.parametrize("what", JUDGED)
def test_a_recording_is_judged(what: str) -> None:
    sound, kind, advice = JUDGED[what]
    assert chest.judge(sound, RATE, kind).advice == advice


@pytest.mark.parametrize("beats", [50, 75, 110])
def test_a_rhythm_is_found_at_any_rate(beats: int) -> None:
    stretched = np.interp(np.arange(0, len(WELL), beats / 75), np.arange(len(WELL)), WELL)
    assert chest.beats_a_minute(stretched, RATE) == pytest.approx(beats, rel=0.05)


@pytest.mark.parametrize(
    ("name", "hertz", "gain"),
    [
        ("bell", 60, 1.0),
        ("bell", 20, 0.5),
        ("bell", 400, 0.0),
        ("diaphragm", 60, 0.0),
        ("diaphragm", 300, 1.0),
        ("diaphragm", 500, 0.5),
        ("diaphragm", 900, 0.0),
        ("", 900, 1.0),
    ],
)
def test_bell_and_diaphragm_let_their_bands_through(name: str, hertz: int, gain: float) -> None:
    tone = np.sin(2 * np.pi * hertz * np.arange(RATE) / RATE)
    assert np.std(filters.band(tone, RATE, name)) / np.std(tone) == pytest.approx(gain, abs=0.01)


def test_another_rate_is_the_same_sound() -> None:
    t = np.arange(48_000) / 48_000
    low, high = np.sin(2 * np.pi * 150 * t), np.sin(2 * np.pi * 9000 * t)
    down = filters.resample(low + high, 48_000, RATE)  # 9 kHz is above what 16 kHz can hold
    assert down == pytest.approx(low[::3], abs=0.01)
    assert filters.resample(down, RATE, 48_000)[: len(t)] == pytest.approx(low, abs=0.01)


def test_the_file_gives_back_every_sample_and_says_nothing_else() -> None:
    samples = np.round(WELL * 32767).astype(np.int16)
    file = flac.encode(samples, RATE)
    assert file[:4] == b"fLaC"
    with av.open(io.BytesIO(file), "r") as container:
        assert container.metadata == {}
        parts = [frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)]
        assert container.streams.audio[0].rate == RATE
    assert (np.concatenate(parts) == samples).all()


def test_the_spectrogram_shows_a_pitch_where_it_is() -> None:
    t = np.arange(RATE * 4) / RATE
    sound = np.where(t < 2, np.sin(2 * np.pi * 250 * t), np.sin(2 * np.pi * 750 * t)) * 0.3
    png = spectrogram.picture(sound, RATE)
    decoded = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    shades = decoded.sum(axis=2)
    height, width = shades.shape
    for column, hertz in ((width // 4, 250), (width * 3 // 4, 750)):
        assert 1 - int(shades[:, column].argmax()) / height == pytest.approx(hertz / 1000, abs=0.03)


class Core:
    """Takes what a recorder says."""

    def __init__(self) -> None:
        self.said: list[FromMedia] = []
        self.fds: dict[str, int] = {}
        self.news = asyncio.Event()

    def send(self, message: FromMedia, fds: Sequence[int] = ()) -> None:
        self.said.append(message)
        for fd in fds:
            self.fds[type(message).__name__] = os.dup(fd)
        self.news.set()

    async def hear(self, kind: type[T], count: int = 1) -> T:
        async with asyncio.timeout(60):
            while len(found := [each for each in self.said if isinstance(each, kind)]) < count:
                self.news.clear()
                await self.news.wait()
        return found[count - 1]


@pytest.fixture
async def bench(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Recorder, Core]]:
    monkeypatch.setattr(recorder, "LEAST_S", 1)
    core = Core()
    one = Recorder("synthetic", Speaker(Choice("none")), core.send)
    yield one, core
    await one.close()
    for fd in core.fds.values():
        os.close(fd)


async def test_a_sound_is_guided_taken_shown_and_played(bench: tuple[Recorder, Core]) -> None:
    one, core = bench
    await one.aim(Aim(kind="sound:lungs", view="back-left-low"))
    guidance = await core.hear(Guidance)
    assert guidance.good
    assert guidance.level > 0.5
    id = uuid4()
    one.take(Take(id=id, kind="sound:lungs", view="back-left-low", seconds=1))
    thing = (await core.hear(Taken)).thing
    assert (thing.kind, thing.view, thing.media_type) == ("sound:lungs", "back-left-low", "audio/flac")
    assert (thing.grade, thing.seconds, thing.rate_hz) == ("good", 1.0, 16_000.0)
    assert thing.device is not None
    assert thing.device.model == "made-up body"
    with open_taken(core.fds.pop("Taken"), thing) as file:
        assert hashlib.sha256(file.read()).digest() == thing.sha256
    shown = await core.hear(SoundShown)
    assert os.pread(core.fds["SoundShown"], shown.size, 0)[:4] == b"\x89PNG"
    await one.play(Play(id=id, filter="bell"))
    over = await core.hear(Played)
    assert (over.fraction, over.fault) == (1.0, Fault.SPEAKER_MISSING)  # this one has no loudspeaker


async def test_what_is_stopped_too_early_is_not_taken(bench: tuple[Recorder, Core]) -> None:
    one, core = bench
    await one.aim(Aim(kind="sound:heart"))
    id = uuid4()
    one.take(Take(id=id, kind="sound:heart", seconds=20))
    one.take(Take(id=UUID(int=1), kind="sound:heart", seconds=20))
    assert await core.hear(NotTaken) == NotTaken(id=UUID(int=1), fault=recorder.BUSY)
    one.stop(StopTake(id=id))
    assert await core.hear(NotTaken, 2) == NotTaken(id=id, fault=recorder.TOO_SHORT)


async def test_leaving_forgets_the_sound(bench: tuple[Recorder, Core]) -> None:
    one, core = bench
    await one.aim(Aim(kind="sound:heart"))
    id = uuid4()
    one.take(Take(id=id, kind="sound:heart", seconds=1))
    await core.hear(SoundShown)
    await one.aim_over()
    await one.play(Play(id=id))
    assert await core.hear(Played) == Played(id=id, fraction=1.0)


async def test_a_missing_stethoscope_is_said(tmp_path: Path) -> None:
    quiet = tmp_path / "body.wav"
    with wave.open(str(quiet), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
    for form, fault in (
        ("none", Fault.STETHOSCOPE_MISSING),
        ("device:no such thing", Fault.STETHOSCOPE_MISSING),
        (f"file:{quiet}", Fault.STETHOSCOPE_FAILED),
    ):
        core = Core()
        one = Recorder(form, Speaker(Choice("none")), core.send)
        await one.aim(Aim(kind="sound:heart"))
        one.take(Take(id=UUID(int=2), kind="sound:heart", seconds=1))
        assert await core.hear(Guidance) == Guidance(advice=(fault,))
        assert core.said[0] == NotTaken(id=UUID(int=2), fault=fault)
        await one.close()
