"""A heart's sound through all of it: microphone, media, core, session, queue, hub, the console's player."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import httpx
import numpy as np
import pytest
from playwright.sync_api import expect
from rig import Rig

from demo.provider import Provider
from demo.world import Options, wait_for

pytestmark = pytest.mark.e2e
SECONDS = 20
PATIENCE_MS = 60_000
LIT = """(canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    .data.filter((part, index) => index % 4 === 0 && part > 150).length"""


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    media = {"camera": "synthetic", "microphone": "tone", "speaker": "none", "stethoscope": "synthetic"}
    found = Rig(Options(rest_s=1, between_s=1, cuff_speed=8.0, idle_s=600, media=media), tmp_path)
    try:
        yield found
    finally:
        found.close()


def recorded(rig: Rig) -> None:
    """Staff records one place of the heart, and saves it."""
    driver = rig.driver
    driver.tap("record-sound")
    driver.on("sound")
    driver.tap("sound-sound:heart")
    driver.tap("sound-mitral")
    driver.until(lambda s: s["sound"] == {"phase": "ready", "tone": "good"}, "a heart that is heard")
    driver.tap("next")
    driver.until(lambda s: s["sound"]["phase"] == "review", "the recording", 120)
    driver.tap("next")
    driver.until(lambda s: [kept["state"] for kept in s["kept"]] == ["saved"], "it to be saved")
    driver.tap("next")
    driver.on("results")


def at_the_hub(rig: Rig) -> tuple[dict[str, Any], bytes]:
    """Return the sound's Media, once it is whole, and its bytes."""
    world = rig.world
    token = world.module("hub", "token", "--data", str(world.folder / "hub"), "test").split()[-1]
    with httpx.Client(
        base_url=world.console_url + "/fhir/R4", headers={"Authorization": f"Bearer {token}"}
    ) as hub:

        def found() -> list[dict[str, Any]]:
            answer = hub.get("/Media")
            answer.raise_for_status()
            every = [entry["resource"] for entry in answer.json().get("entry", [])]
            return [each for each in every if each["status"] == "completed"]

        wait_for(lambda: found(), "the sound to be whole at the hub", 90)
        [media] = found()
        data = hub.get(media["content"]["url"].removeprefix("/"), headers={"Accept": "audio/flac"}).content
    return media, data


def test_a_heart_sound_arrives_as_flac_and_is_heard_in_the_console(rig: Rig) -> None:
    rig.to_results()
    recorded(rig)
    media, data = at_the_hub(rig)
    assert media["content"]["contentType"] == "audio/flac" and data.startswith(b"fLaC")
    assert media["view"]["coding"][0]["code"] == "mitral"
    assert abs(media["duration"] - SECONDS) < 0.5
    with av.open(io.BytesIO(data), "r") as file:
        assert file.streams.audio[0].rate == 16_000
        samples = np.concatenate([frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)])
    assert abs(len(samples) / 16_000 - SECONDS) < 0.5
    assert float(np.sqrt(np.mean(np.square(samples.astype(float) / 32768)))) > 0.002  # no silence

    with Provider(rig.world.console_url) as provider:
        provider.sign_in(rig.world.sign_in_code())
        provider.open_first()
        tile = provider.part("attachment")
        expect(tile).to_contain_text("Sound: heart, mitral", timeout=PATIENCE_MS)
        tile.click()
        sound = provider.part("sound")
        canvas = sound.get_by_test_id("spectrogram")
        expect(canvas).to_be_visible(timeout=PATIENCE_MS)
        assert canvas.evaluate(LIT) > 100
        expect(sound.get_by_test_id("clock")).to_contain_text("0:20")
        sound.get_by_label("Diaphragm").check()
        sound.get_by_test_id("play").click()
        expect(sound.get_by_label("Place in the sound")).not_to_have_value("0", timeout=PATIENCE_MS)
