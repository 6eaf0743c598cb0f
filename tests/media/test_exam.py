"""Two cameras in a real media process: aiming, a still at full size, a clip, and the same track in a call."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import av
import cv2
import msgspec
import numpy as np
import pytest
from media_core import MediaCore

from contract.capture import (
    Aim,
    AimOver,
    CameraControls,
    Guidance,
    NotTaken,
    SetCamera,
    StopTake,
    Take,
    Taken,
    open_taken,
)
from contract.control import OpenCamera
from contract.profile import MediaConfig
from media.photo import jpeg

CONFIG = MediaConfig(camera="synthetic", microphone="tone", speaker="none", width=640, height=360)
SIZE = (2560, 1920)


def body(path: Path) -> Path:
    """Something sharp of even skin colour, larger than the moving picture."""
    picture = np.full((SIZE[1], SIZE[0], 3), (120, 150, 190), np.uint8)
    noise = np.random.default_rng(1).integers(-25, 25, picture.shape[:2], dtype=np.int16)
    picture = np.clip(picture + noise[..., None], 0, 255).astype(np.uint8)
    cv2.ellipse(picture, (1280, 960), (400, 300), 0, 0, 360, (60, 60, 150), -1)
    assert cv2.imwrite(str(path), picture)
    return path


class ExamCore(MediaCore):
    """Keeps what is handed over."""

    def __init__(self, folder: Path, config: MediaConfig) -> None:
        super().__init__(folder, config)
        self.taken: list[tuple[Taken, bytes]] = []

    def _take(self, connection: Any, message: Any, fds: list[int]) -> None:
        if isinstance(message, Taken):
            with open_taken(fds[0], message.thing) as file:
                self.taken.append((message, file.read()))
            fds = []
        super()._take(connection, message, fds)

    def last(self, kind: type) -> Any:
        return [one for one in self.said if isinstance(one, kind)][-1]


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[ExamCore]:
    found = body(tmp_path / "skin.png")
    async with ExamCore(tmp_path, msgspec.structs.replace(CONFIG, exam_camera=f"file:{found}")) as made:
        yield made


async def test_a_still_is_as_large_as_the_camera_and_holds_no_traces(core: ExamCore) -> None:
    core.send(Take(id=uuid4(), kind="photo:skin", view="far"))
    await core.until(lambda: any(isinstance(one, NotTaken) for one in core.said))
    assert core.rings["exam"].newest() is None and core.states[-1].exam == "off"

    core.send(Aim(kind="photo:skin", view="medium"))
    await core.state(exam="on", camera="off")  # the face camera stays closed
    frame = await core.frame("exam")
    assert (frame.width, frame.height) == (480, 360)
    await core.until(lambda: any(isinstance(one, CameraControls) for one in core.said))
    await core.until(lambda: any(isinstance(one, Guidance) for one in core.said))
    controls = core.last(CameraControls)
    assert (controls.width, controls.height, controls.pauses) == (*SIZE, False)
    assert [each.name for each in controls.controls] == ["freeze"]

    take = Take(id=uuid4(), kind="photo:skin", view="medium")
    core.send(take)
    await core.until(lambda: core.taken)
    [(taken, data)] = core.taken
    thing = taken.thing
    assert (taken.id, thing.kind, thing.view, thing.media_type) == (
        take.id,
        "photo:skin",
        "medium",
        jpeg.JPEG,
    )
    assert (thing.width, thing.height, thing.grade) == (*SIZE, "good"), thing.reasons
    assert thing.device is not None and thing.device.model == "skin.png"
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None and decoded.shape == (SIZE[1], SIZE[0], 3)
    assert not {0xE1, 0xE2, 0xED, 0xFE} & set(jpeg.markers(data))  # Exif, profiles, IPTC, comments
    assert decoded.nbytes / len(data) <= 20
    core.send(AimOver())
    await core.state(exam="off")


@pytest.mark.e2e
async def test_what_was_taken_stays_in_sight_until_the_next_aim(core: ExamCore) -> None:
    core.send(Aim(kind="photo:skin", view="medium"))
    await core.frame("exam")
    core.send(Take(id=uuid4(), kind="photo:skin", view="medium"))
    await core.until(lambda: core.taken)
    number = core.rings["exam"].newest().number  # type: ignore[union-attr]
    await asyncio.sleep(0.3)  # three pictures' time
    assert core.rings["exam"].newest(number) is None
    core.send(Aim(kind="photo:skin", view="close"))
    await core.frame("exam", after=number)
    core.send(SetCamera(control="freeze", value=1))
    await core.until(lambda: core.last(CameraControls).controls[-1].value == 1)


@pytest.mark.e2e
async def test_a_clip_has_pictures_and_sound_and_can_be_ended_early(core: ExamCore) -> None:
    core.send(Aim(kind="clip:eye"))
    await core.frame("exam")
    short = Take(id=uuid4(), kind="clip:eye", seconds=10, sound=True)
    core.send(short)
    await core.state(microphone="on")
    core.send(StopTake(id=short.id))
    await core.until(lambda: any(isinstance(one, NotTaken) for one in core.said))
    refused = core.last(NotTaken)
    assert (refused.id, refused.fault) == (short.id, "clip-too-short")
    await core.state(microphone="off")


@pytest.mark.e2e
async def test_ten_seconds_of_film(core: ExamCore) -> None:
    core.send(Aim(kind="clip:walking"))  # by the face camera: it moves
    await core.frame("exam")
    core.send(Take(id=uuid4(), kind="clip:walking", seconds=10, sound=True))
    await core.until(lambda: core.taken, patience_s=60)
    [(taken, data)] = core.taken
    assert 9.5 <= taken.thing.seconds <= 10.6 and taken.thing.media_type == "video/webm"
    film: Any
    with av.open(io.BytesIO(data)) as film:
        video, audio = film.streams.video[0], film.streams.audio[0]
        assert (video.codec_context.width, video.codec_context.height) == (640, 360)
        pictures = sum(1 for _ in film.decode(video))
        film.seek(0)
        seconds = sum(frame.samples / frame.sample_rate for frame in film.decode(audio))
        assert not {"title", "creation_time", "location", "comment"} & set(film.metadata)
    print(f"{pictures} pictures, {seconds:.1f} s of sound, {len(data) / 1e6:.1f} MB, {taken.thing.grade}")
    assert pictures >= 15 and 9 <= seconds <= 11  # a machine with much else to do draws few


@pytest.mark.e2e
async def test_one_camera_does_both_and_a_call_keeps_it(tmp_path: Path) -> None:
    async with ExamCore(tmp_path, CONFIG) as core:
        core.send(OpenCamera())
        await core.state(camera="on", exam="off")
        core.send(Aim(kind="photo:skin", view="far"))
        await core.state(camera="on", exam="on")
        await core.frame("exam")
        core.send(AimOver())
        await core.state(camera="on", exam="off")


@pytest.mark.e2e
async def test_a_camera_that_is_not_there_is_said_and_gives_no_picture(tmp_path: Path) -> None:
    config = msgspec.structs.replace(CONFIG, exam_camera="file:/nowhere/at/all.png")
    async with ExamCore(tmp_path, config) as core:
        core.send(Aim(kind="photo:skin", view="far"))
        await core.state(exam="failed")
        core.send(AimOver())
        await core.state(exam="off")
