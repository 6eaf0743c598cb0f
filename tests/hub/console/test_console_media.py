"""Pictures, clips and sounds on the console: asked for, on their way, looked at by keys alone."""

import re
from pathlib import Path
from typing import Any

import pytest
from console_axe import violations
from console_hub import ConsoleHub
from console_station import Station
from console_visits import ago, name
from playwright.async_api import Page, expect
from traced_files import plain_jpeg, traced_flac, traced_mp4

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]

ROSA = name("rosa")


def thing(word: str, **more: Any) -> dict[str, Any]:
    """Return an attachment as the hub tells of it."""
    usual: dict[str, Any] = {
        "id": name(word),
        "kind": "photo:skin",
        "media_type": "image/jpeg",
        "title": "",
        "site": "left-forearm",
        "view": "close",
        "laterality": "left",
        "taken_at": ago(3),
        "device": "Logitech C920",
        "by": "staff",
        "width_px": 640,
        "height_px": 480,
        "duration_s": 0.0,
        "mm_per_px": 0.1,
        "mm_per_px_error": 0.002,
        "gains": [1.2, 1.0, 0.8],
        "grade": "poor",
        "reasons": ["too-dark"],
        "ask": None,
        "size": 1,
        "state": "ready",
        "parts": 7,
        "parts_here": 7,
        "url": f"/fhir/R4/Binary/{name(word)}",
        "removed": ["exif", "gps"],
    }
    return usual | more


async def with_media(desk: Page, hub: ConsoleHub) -> None:
    """Open a visit with a photo, one on its way, a sound, and a photo of an earlier visit."""
    hub.files[name("new")] = ("image/jpeg", plain_jpeg(640, 480))
    hub.files[name("old")] = ("image/jpeg", plain_jpeg(320, 240))
    hub.files[name("heart")] = ("audio/flac", traced_flac())
    sound = {"kind": "sound:heart", "media_type": "audio/flac", "view": "mitral", "laterality": ""}
    shown = [
        thing("new"),
        thing("coming", state="waiting", parts_here=4, url=""),
        thing("heart", **sound, mm_per_px=None, duration_s=1.0, grade="good", reasons=[]),
    ]
    [past] = hub.visits[ROSA]["earlier"]
    earlier = [past | {"attachments": [thing("old", taken_at=ago(60_000), mm_per_px=None)]}]
    await hub.change(ROSA, attachments=shown, earlier=earlier)
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await expect(desk.get_by_test_id("patient-header")).to_be_visible()


async def test_a_photo_is_looked_at_by_keys_beside_an_earlier_one(desk: Page, hub: ConsoleHub) -> None:
    await with_media(desk, hub)
    await desk.keyboard.press("9")
    await expect(desk.locator("#media")).to_be_focused()
    tiles = desk.get_by_test_id("attachment")
    await expect(tiles.nth(0)).to_contain_text(re.compile(r"Photo: skin, close, left.*Poor: too dark", re.S))
    await expect(tiles.nth(1)).to_contain_text("4 of 7 parts here")
    await expect(tiles.nth(1)).to_be_disabled()
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    viewer = desk.get_by_test_id("viewer")
    photo = viewer.get_by_test_id("photo").first
    await expect(viewer.get_by_test_id("facts")).to_contain_text(
        re.compile("By.*Staff.*C920.*± 0.0020 mm.*exif, gps", re.S)
    )
    await expect(viewer.get_by_test_id("scale-bar")).to_have_text(re.compile(r"^\d+ mm$"))
    before = await viewer.get_by_test_id("scale-bar").inner_text()
    await photo.focus()
    for key, zoom, turn in (
        ("+", "1.50", "0"),
        ("+", "2.25", "0"),
        ("ArrowLeft", "2.25", "0"),
        ("r", "1.00", "90"),
    ):
        await desk.keyboard.press(key)
        await expect(photo).to_have_attribute("data-zoom", zoom)
        await expect(photo).to_have_attribute("data-turn", turn)
    for _ in range(4):
        await desk.keyboard.press("+")
    assert await viewer.get_by_test_id("scale-bar").inner_text() != before
    await viewer.get_by_test_id("beside").select_option(name("old"))
    await expect(viewer.get_by_test_id("photo")).to_have_count(2)
    await expect(viewer.locator("img").nth(1)).to_have_js_property("naturalWidth", 320)
    await expect(viewer.get_by_text("no scale known")).to_have_count(1)
    assert await violations(desk) == []
    await desk.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await desk.keyboard.press("m")  # the desk's keys are its own again
    await expect(desk.get_by_test_id("media")).to_be_visible()


async def test_a_length_is_measured_by_keys_and_by_clicks_and_colours_follow_the_card(
    desk: Page, hub: ConsoleHub
) -> None:
    await with_media(desk, hub)
    await desk.get_by_test_id("attachment").nth(0).click()
    photo = desk.get_by_test_id("photo")
    await expect(photo.locator("img")).to_have_js_property("naturalWidth", 640)
    await photo.focus()
    await desk.keyboard.press("m")
    length = desk.get_by_test_id("length")
    await expect(length).to_have_text("Point at one end of what you measure.")
    await desk.keyboard.press("Enter")
    await expect(length).to_have_text("Point at the other end.")
    for _ in range(5):
        await desk.keyboard.press("ArrowRight")
    await desk.keyboard.press("Enter")
    # 50 pixels of the screen are so many of the picture, of 0.1 mm each
    shown = await photo.locator("img").evaluate("(img) => img.getBoundingClientRect().width / 640")
    words = await length.inner_text()
    measured = re.match(r"([\d.]+) ± ([\d.]+) mm, in the card's plane", words)
    assert measured is not None, words
    mm, error = map(float, measured.groups())
    assert abs(mm - 50 / shown * 0.1) < 0.06
    assert 0.1 <= error <= 0.3  # two per cent of it, and a pixel at each end
    box = await photo.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await desk.mouse.click(*middle)
    await expect(length).to_have_text("Point at the other end.")
    await desk.mouse.click(middle[0] + 50, middle[1])
    await expect(length).to_have_text(words)
    assert await photo.locator("img").evaluate("(img) => getComputedStyle(img).filter") == "none"
    await desk.get_by_test_id("balance").click()
    assert "url(" in await photo.locator("img").evaluate("(img) => getComputedStyle(img).filter")
    assert await violations(desk) == []


async def test_a_sound_is_seen_and_heard_through_a_bell(desk: Page, hub: ConsoleHub) -> None:
    await with_media(desk, hub)
    await desk.get_by_test_id("attachment").nth(2).click()
    sound = desk.get_by_test_id("sound")
    canvas = sound.get_by_test_id("spectrogram")
    await expect(canvas).to_be_visible()
    lit = """(canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        .data.filter((part, index) => index % 4 === 0 && part > 200).length"""
    assert await canvas.evaluate(lit) > 100  # a tone of 64 Hz
    await sound.get_by_label("Bell").check()
    await sound.get_by_test_id("play").press("Enter")
    await expect(sound.get_by_test_id("play")).to_have_text(re.compile("Pause|Play"))
    await expect(sound.get_by_label("Place in the sound")).not_to_have_value("0", timeout=15_000)
    assert await violations(desk) == []


async def test_a_clip_plays(desk: Page, hub: ConsoleHub, tmp_path: Path) -> None:
    hub.files[name("walk-clip")] = ("video/mp4", traced_mp4(tmp_path))
    clip = thing("walk-clip", kind="clip:walking", media_type="video/mp4", mm_per_px=None, duration_s=0.5)
    await hub.change(ROSA, attachments=[clip])
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await desk.get_by_test_id("attachment").click()
    video = desk.get_by_test_id("clip")
    await expect(video).to_have_js_property("readyState", 4, timeout=15_000)
    await expect(video).to_have_js_property("videoWidth", 96)
    assert await violations(desk) == []


async def test_asking_in_the_call_and_taking_it_back(desk: Page, hub: ConsoleHub, station: Station) -> None:
    await with_media(desk, hub)
    await expect(desk.get_by_test_id("ask-form")).to_have_count(0)
    await desk.keyboard.press("a")
    await desk.get_by_test_id("ask-kind").select_option("sound:lungs")
    await desk.get_by_test_id("ask-note").fill("Breathe in slowly")
    await desk.get_by_test_id("ask-note").press("Enter")
    wish = desk.get_by_test_id("asks").get_by_role("listitem")
    await expect(wish).to_contain_text(
        re.compile("Sound: lungs.*Breathe in slowly.*Waiting for the patient", re.S)
    )
    asked = [told for told in hub.asked if told[1].endswith("ask-capture")]
    assert [told[2] for told in asked] == [{"kind": "sound:lungs", "note": "Breathe in slowly"}]
    assert await violations(desk) == []
    [known] = hub.visits[ROSA]["asks"]
    await hub.change(ROSA, asks=[known | {"state": "cannot", "why": "microphone-missing"}])
    await expect(wish).to_contain_text("Not possible: no microphone is connected")
    await expect(desk.get_by_test_id("withdraw")).to_have_count(0)
    await hub.change(ROSA, asks=[known])
    await desk.get_by_test_id("withdraw").click()
    await hub.until(lambda: any(path == f"/api/asks/{known['id']}/withdraw" for _, path, _ in hub.asked))
