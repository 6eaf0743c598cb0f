"""Where pictures and sound come from: forms, devices there, files, the test picture."""

import asyncio
import threading
import time
import wave
from pathlib import Path

import cv2
import numpy as np
import pytest

from contract.profile import MediaConfig
from media import forms, microphone
from media.camera import Camera, Condition
from media.faults import Fault, SourceError
from media.grabbers import FileGrabber, SyntheticGrabber, open_grabber
from media.microphone import Block, LoopedSource, Microphone
from media.pictures import Image, fit
from media.sound.portaudio import BLOCK, RATE

COLOURS = [(200, 0, 0), (0, 200, 0), (0, 0, 200)]


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """A clip of three frames: blue, green, red."""
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 100.0, (320, 240))
    for colour in COLOURS:
        writer.write(np.full((240, 320, 3), colour, np.uint8))
    writer.release()
    return path


def write_sound(path: Path, samples: Block) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())


def test_forms() -> None:
    assert forms.parse("camera", "auto") == forms.Form("auto")
    assert forms.parse("camera", "v4l2:/dev/video2") == forms.Form("v4l2", "/dev/video2")
    assert forms.parse("microphone", "file:/a:b.wav") == forms.Form("file", "/a:b.wav")
    assert forms.parse("speaker", "none") == forms.Form("none")


@pytest.mark.parametrize("text", ["", "v4l2", "v4l2:", "auto:", "synthetic:1", "tone", "/dev/video0"])
def test_what_is_no_camera_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="names no camera"):
        forms.parse("camera", text)


def test_cameras_are_found_without_their_metadata_nodes(tmp_path: Path) -> None:
    for number, index, name in ((0, "0", "Desk camera"), (1, "1", "Desk camera"), (10, "0", "Other")):
        node = tmp_path / f"video{number}"
        node.mkdir()
        (node / "index").write_text(f"{index}\n")
        (node / "name").write_text(f"{name}\n")
    (tmp_path / "video3").mkdir()  # unplugged while we look
    assert forms.cameras(tmp_path) == [
        forms.CameraInfo("/dev/video0", "Desk camera"),
        forms.CameraInfo("/dev/video10", "Other"),
    ]


def test_sound_devices_are_ranked_by_name_default_and_order() -> None:
    one, two = forms.SoundDevice(3, "USB handset", False), forms.SoundDevice(5, "Room speaker", True)
    assert forms.ranked([one, two], forms.Form("device", "usb")) == [one]
    assert forms.ranked([one, two], forms.Form("device", "bluetooth")) == []
    assert forms.ranked([one, two], forms.Form("auto")) == [two, one]
    assert forms.ranked([one], forms.Form("auto")) == [one]
    assert forms.ranked([], forms.Form("auto")) == []
    assert forms.ranked([one, two], forms.Form("auto"), never="room") == [one]


def test_a_headset_goes_first_and_without_it_what_the_profile_names() -> None:
    desk = forms.SoundDevice(1, "Desk microphone", True)
    room = forms.SoundDevice(2, "Room microphone", False)
    headset = forms.SoundDevice(4, "Plugged in", False, headset=True)
    auto, named = forms.Form("auto"), forms.Form("device", "room")
    assert forms.ranked([desk, room, headset], auto) == [headset, desk, room]
    assert forms.ranked([desk, room, headset], named) == [headset, room]
    assert forms.ranked([desk, room], named) == [room]
    assert forms.ranked([room, desk, headset], auto, headset_first=False) == [desk, room, headset]


def test_a_video_file_is_played_over_and_over(clip: Path) -> None:
    grabber = FileGrabber(clip)
    seen = [int(grabber.read().mean(axis=(0, 1)).argmax()) for _ in range(7)]
    grabber.close()
    assert seen == [0, 1, 2, 0, 1, 2, 0]


def test_the_test_picture_moves() -> None:
    grabber = SyntheticGrabber(640, 360, 30)
    first, below = grabber.read(), slice(30, None)
    assert first.shape == (360, 640, 3)
    # On a busy machine the next one may be due at once.
    assert any((first[below] != grabber.read()[below]).any() for _ in range(30))


def test_no_picture_is_faked(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as missing:
        open_grabber(MediaConfig(camera=f"file:{tmp_path}/none.avi"))
    assert (missing.value.state, missing.value.fault) == ("failed", Fault.CAMERA_MISSING)


async def test_a_camera_that_comes_back_is_used_again(clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("media.camera.RETRY_S", 0.02)
    away = await asyncio.to_thread(clip.rename, clip.with_suffix(".away"))
    reports: list[Condition] = []
    changed, pictures = threading.Event(), threading.Event()

    def report(condition: Condition) -> None:
        reports.append(condition)
        changed.set()

    def deliver(picture: Image, captured_ns: int) -> None:
        assert picture.shape == (240, 320, 3)
        assert captured_ns <= time.monotonic_ns()
        pictures.set()

    camera = Camera(MediaConfig(camera=f"file:{clip}", fps=120), deliver, report)
    camera.start()
    assert await asyncio.to_thread(changed.wait, 10)
    assert reports[0] == Condition("failed", "", Fault.CAMERA_MISSING)
    await asyncio.to_thread(away.rename, clip)
    assert await asyncio.to_thread(pictures.wait, 10)
    assert reports[-1] == Condition("on", "clip.avi")
    await camera.close()


def test_pictures_are_scaled_down_never_up_with_even_sides() -> None:
    assert fit(np.zeros((1080, 1920, 3), np.uint8), 1280, 720).shape == (720, 1280, 3)
    assert fit(np.zeros((1280, 719, 3), np.uint8), 1280, 720).shape == (720, 404, 3)
    assert fit(np.zeros((241, 321, 3), np.uint8), 1280, 720).shape == (240, 320, 3)
    small = np.zeros((240, 320, 3), np.uint8)
    assert fit(small, 1280, 720) is small


async def test_looped_sound_has_no_seam() -> None:
    samples = np.arange(1500, dtype=np.int16)
    source = LoopedSource("ramp", samples)
    heard = np.concatenate([await source.next() for _ in range(4)])
    assert (heard == np.arange(4 * BLOCK) % 1500).all()


async def test_a_sound_file_is_read(tmp_path: Path) -> None:
    samples = microphone.tone()[: RATE // 4]
    write_sound(tmp_path / "voice.wav", samples)
    read = microphone.read_sound_file(tmp_path / "voice.wav")
    assert (read == samples).all()


def test_a_file_without_sound_is_refused(clip: Path) -> None:
    with pytest.raises(SourceError) as refused:
        microphone.read_sound_file(clip)
    assert refused.value.fault == Fault.MICROPHONE_FAILED


async def test_a_muted_microphone_gives_silence_and_no_level() -> None:
    blocks: asyncio.Queue[Block] = asyncio.Queue()
    reports: list[Condition] = []
    one = Microphone(forms.Choice("tone"), blocks.put_nowait, reports.append)
    one.start()
    assert (await blocks.get()).any()
    assert 0.05 < one.level < 0.1  # 0.1 / sqrt 2
    one.muted = True
    while (await blocks.get()).any():
        pass
    assert one.level == 0.0
    await one.close()
    assert reports == [Condition("on", "tone")]


async def test_a_missing_microphone_is_silence_and_a_fault() -> None:
    blocks: asyncio.Queue[Block] = asyncio.Queue()
    reports: list[Condition] = []
    one = Microphone(forms.Choice("file:/nowhere/voice.wav"), blocks.put_nowait, reports.append)
    one.start()
    block = await blocks.get()
    await one.close()
    assert block.shape == (BLOCK,)
    assert not block.any()
    assert reports == [Condition("failed", "", Fault.MICROPHONE_MISSING)]
