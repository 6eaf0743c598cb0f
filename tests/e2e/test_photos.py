"""Pictures through all of it: camera, media, core, session, queue, hub; and into a call unasked."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import cv2
import httpx
import msgspec
import numpy as np
import pytest
from media_browser import Provider, provider_browser
from media_core import MediaCore
from rig import Rig

from bench.photo_scenes import GOOD, VIEWS, made
from contract.capture import Aim, AimOver, Take, Taken
from contract.control import LocalDescription, RemoteDescription, StartCall
from contract.profile import MediaConfig
from demo.world import Options, wait_for
from media.photo import jpeg

pytestmark = pytest.mark.e2e
THROAT = VIEWS.index(("photo:throat", "open"))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    still = tmp_path / "throat.png"
    assert cv2.imwrite(str(still), made(THROAT, GOOD).picture)
    media = {"camera": "synthetic", "microphone": "tone", "exam_camera": f"file:{still}"}
    found = Rig(Options(rest_s=1, between_s=1, cuff_speed=8.0, media=media), tmp_path)
    try:
        yield found
    finally:
        found.close()


def test_a_picture_of_the_throat_becomes_media_at_the_hub(rig: Rig) -> None:
    driver, world = rig.driver, rig.world
    rig.to_results()
    driver.on("results")
    driver.tap("take-picture")
    driver.on("photo")
    assert driver.state()["exam_frames"] == 0  # nothing is open before the yes
    driver.tap("photo-photo:throat")
    driver.until(lambda s: s["exam_frames"] > 3, "the exam camera's picture")
    driver.until(lambda s: s["photo"]["tone"] == "good", "good advice")
    driver.tap("next")
    taken = driver.until(lambda s: s["photo"]["phase"] == "look", "the picture")
    assert taken["photo"]["tone"] == "good", taken["photo"]
    driver.tap("next")
    driver.on("results")
    driver.until(lambda s: [kept["state"] for kept in s["kept"]] == ["saved"], "it to be saved")

    token = world.module("hub", "token", "--data", str(world.folder / "hub"), "test").split()[-1]
    with httpx.Client(
        base_url=world.console_url + "/fhir/R4", headers={"Authorization": f"Bearer {token}"}
    ) as hub:

        def found() -> list[dict[str, Any]]:
            answer = hub.get("/Media")
            answer.raise_for_status()
            every = [entry["resource"] for entry in answer.json().get("entry", [])]
            return [each for each in every if each["status"] == "completed"]

        wait_for(lambda: found(), "the picture to be whole at the hub", 90)
        [media] = found()
        assert media["view"]["coding"][0]["code"] == "open" and "operator" in media
        assert (media["width"], media["height"]) == (1600, 1200)
        data = hub.get(media["content"]["url"].removeprefix("/"), headers={"Accept": "image/jpeg"}).content
        consents = [entry["resource"] for entry in hub.get("/Consent").json()["entry"]]
    assert jpeg.markers(data)[0] == 0xE0 and 0xE1 not in jpeg.markers(data)
    assert any("photo:" in consent["policy"][0]["uri"] for consent in consents)


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with provider_browser() as found:
        yield found


async def test_the_exam_camera_comes_into_the_call_on_the_same_track(
    provider: Provider, tmp_path: Path
) -> None:
    """What the provider sees turns to an even white and back, with one description; a still is full size."""
    white = tmp_path / "white.png"
    assert cv2.imwrite(str(white), np.full((1944, 2592, 3), 245, np.uint8))
    config = MediaConfig(camera="synthetic", microphone="tone", speaker="none")
    config = msgspec.structs.replace(config, exam_camera=f"file:{white}")
    async with MediaCore(tmp_path, config) as core:
        call = uuid4()
        core.send(StartCall(call=call, generation=1))
        answer = await provider.answer(await core.offer(call, 1), "camera")
        core.send(RemoteDescription(call=call, generation=1, sdp=answer))
        await core.state(call="connected")
        await provider.until("provider.look()?.mean > 10 && provider.look()?.mean < 200")
        core.send(Aim(kind="photo:skin", view="far"))
        await provider.until("provider.look()?.mean > 215")
        received = core.states[-1].frames_received
        core.send(Take(id=uuid4(), kind="photo:skin", view="far"))
        await core.until(lambda: any(isinstance(said, Taken) for said in core.said))
        [taken] = [said for said in core.said if isinstance(said, Taken)]
        assert (taken.thing.width, taken.thing.height) == (2592, 1944)  # the call's picture is 1280 at most
        await core.until(lambda: core.states[-1].frames_received > received + 15)
        assert {state.call for state in core.states if state.frames_received >= received} == {"connected"}
        core.send(AimOver())
        await provider.until("provider.look()?.mean < 200")
        assert sum(isinstance(said, LocalDescription) for said in core.said) == 1
