"""The call: both pictures, the wave, a replaced connection, no camera, and every way it can end."""

import base64
import hashlib
import json
import re
import time
from collections.abc import AsyncIterator
from typing import Any

import cv2
import numpy as np
import pytest
import pytest_asyncio
from console_hub import CODE, ConsoleHub
from console_station import Station
from console_visits import name
from playwright.async_api import Page, expect

from contract.trust import LIFE_S

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]

ROSA = name("rosa")
SOON = 30_000
IS_BLACK = """(video) => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 16, height: 9});
  const brush = canvas.getContext('2d');
  brush.drawImage(video, 0, 0, 16, 9);
  return brush.getImageData(0, 0, 16, 9).data.every((part, index) => index % 4 === 3 || part < 24);
}"""


async def accept(desk: Page) -> None:
    """Open the visit and take its call."""
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await expect(desk.get_by_test_id("accept")).to_be_visible()
    await desk.keyboard.press("a")


@pytest_asyncio.fixture(loop_scope="session")
async def calling(desk: Page, station: Station) -> AsyncIterator[Page]:
    """A call that flows."""
    await accept(desk)
    await expect(desk.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=SOON)
    yield desk


async def test_pictures_flow_both_ways_and_the_numbers_say_so(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    assert not await calling.get_by_test_id("remote-video").evaluate(IS_BLACK)
    await calling.keyboard.press("d")
    await expect(calling.get_by_test_id("stat-frames-decoded")).to_have_text(
        re.compile(r"^[1-9]\d+$"), timeout=SOON
    )
    await expect(calling.get_by_test_id("stat-size")).to_have_text("320 × 180")
    await expect(calling.get_by_test_id("stat-route")).to_have_text("direct, VP8")
    await expect(calling.get_by_test_id("stat-kbit-out")).to_have_text(
        re.compile(r"^[1-9]\d* kbit/s$"), timeout=SOON
    )
    await expect(calling.get_by_test_id("quality")).to_contain_text("connection")
    assert station.received > 0
    assert station.believed is not None  # the station could make sure who answered
    assert (station.believed.name, station.believed.role) == ("Dr. Amara Osei", "provider")
    answer = next(told["sdp"] for told in hub.told if told["type"] == "signal")
    assert "x-google-start-bitrate=2500;x-google-max-bitrate=4000" in answer
    assert "a=candidate" in answer


DRAWN = """(host) => {
  const canvas = host.querySelector('canvas');
  const parts = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  return parts.some((part) => part > 0);
}"""


async def test_the_pulse_wave_is_drawn(calling: Page) -> None:
    await expect(calling.get_by_test_id("wave")).to_have_attribute("data-state", "live")
    assert await calling.get_by_test_id("wave").evaluate(DRAWN)
    assert await calling.get_by_test_id("wave-ecg").count() == 0


async def test_an_ecg_and_a_stethoscopes_sound_are_drawn_when_they_come(
    calling: Page, station: Station
) -> None:
    station.waves = ("pleth", "ecg", "sound")
    for kind, said in (("ecg", "ECG"), ("sound", "Stethoscope")):
        wave = calling.get_by_test_id(f"wave-{kind}")
        await expect(wave).to_have_attribute("data-state", "live", timeout=SOON)
        await expect(wave).to_contain_text(f"{said}, live: not a reading")
        assert await wave.evaluate(DRAWN)
    station.waves = ("pleth",)
    await expect(calling.get_by_test_id("wave-ecg")).to_contain_text("ECG: no signal now", timeout=SOON)
    await expect(calling.get_by_test_id("wave")).to_have_attribute("data-state", "live")


async def test_mute_and_camera_off_stop_what_they_say(calling: Page) -> None:
    own = "() => document.querySelector('[data-testid=self-view] video').srcObject.getTracks()"
    await calling.evaluate(f"window.own = ({own})()")
    for key, kind, button in (("m", "audio", "mute"), ("c", "video", "camera")):
        await calling.keyboard.press(key)
        await expect(calling.get_by_test_id(button)).to_have_attribute("aria-pressed", "true")
        find = f"window.own.find((track) => track.kind === '{kind}').enabled"
        assert await calling.evaluate(find) is False
        await calling.keyboard.press(key)
        assert await calling.evaluate(find) is True


async def test_volume_by_keyboard(calling: Page) -> None:
    await calling.keyboard.press("v")
    await calling.keyboard.press("Home")
    assert await calling.get_by_test_id("remote-video").evaluate("(video) => video.volume") == 0


async def test_a_new_generation_replaces_the_picture_only_when_it_flows(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    gaps = """() => { window.gaps = 0; new MutationObserver(() => {
        if (!document.querySelector('[data-testid=remote-video].flowing')) window.gaps += 1;
      }).observe(document.querySelector('[data-testid=stage]'), {childList: true, subtree: true}); }"""
    await calling.evaluate(gaps)
    await station.offer(call, generation=2, tint=30)
    newest = calling.locator("[data-testid=remote-video][data-generation='2'].flowing")
    await expect(newest).to_have_count(1, timeout=SOON)
    await expect(calling.get_by_test_id("remote-video")).to_have_count(1)
    assert await calling.evaluate("window.gaps") == 0
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live")


async def test_an_older_generation_is_not_answered(calling: Page, hub: ConsoleHub) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    await hub.tell(
        {"type": "signal", "call": call, "generation": 0, "kind": "offer", "sdp": "v=0", "signed": ""}
    )
    await hub.change(ROSA, reason="told after")
    await expect(calling.get_by_test_id("patient-header")).to_contain_text("told after")
    assert [told["generation"] for told in hub.told if told["type"] == "signal"] == [1]


async def test_a_station_that_vanishes_is_said_and_a_new_offer_is_asked_for(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    await station.hang_up()
    await expect(calling.get_by_test_id("call-words")).to_contain_text("Reconnecting", timeout=SOON)
    await hub.until(lambda: {"type": "restart", "call": call} in hub.told, 20)
    await station.offer(call, generation=2)
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=SOON)


async def test_the_call_outlives_the_hubs_socket(calling: Page, hub: ConsoleHub) -> None:
    await hub.drop_sockets()
    await expect(calling.get_by_test_id("link")).to_have_text("Live", timeout=SOON)
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live")
    assert not [told for told in hub.told if told["type"] == "restart"]


async def test_a_weak_line_is_said_stills_go_both_ways_and_it_all_comes_back(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    still = base64.b64encode(cv2.imencode(".jpg", np.full((18, 32, 3), 90, np.uint8))[1].tobytes()).decode()
    await station.until(lambda: any(told.get("width") for told in station.line_told))
    assert station.line is not None
    station.line.send(json.dumps({"kind": "steps", "out": "still", "in": "still"}))
    station.line.send(json.dumps({"kind": "still", "jpeg": still}))
    await expect(calling.get_by_test_id("call-words")).to_contain_text("The line is weak: you see a still")
    await expect(calling.get_by_test_id("still")).to_be_visible()
    await station.until(lambda: any(told["kind"] == "still" for told in station.line_told))
    sent = next(told["jpeg"] for told in station.line_told if told["kind"] == "still")
    picture = cv2.imdecode(np.frombuffer(base64.b64decode(sent), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None and picture.shape[1] == 320
    assert len(sent) < 16 * 1024
    station.line.send(json.dumps({"kind": "steps", "out": "text", "in": "text"}))
    await expect(calling.get_by_test_id("call-words")).to_contain_text("Write to the patient in the chat.")
    await expect(calling.get_by_test_id("still")).to_have_count(0)
    station.line.send(json.dumps({"kind": "steps", "out": "full", "in": "full"}))
    await expect(calling.get_by_test_id("call-words")).to_have_count(0)
    before = station.received
    await station.until(lambda: station.received > before + 5)
    assert not [told for told in hub.told if told["type"] == "restart"]
    # a processor that is short gets a smaller picture; the line is not blamed for it
    station.line.send(json.dumps({"kind": "steps", "out": "full", "in": "full", "height": 120}))
    await station.until(lambda: 0 < station.line_told[-1].get("height", 0) <= 120)
    await expect(calling.get_by_test_id("call-words")).to_have_count(0)
    station.line.send(json.dumps({"kind": "steps", "out": "full", "in": "full"}))
    await station.until(lambda: station.line_told[-1].get("height", 0) > 120)


async def test_another_network_reconnects_the_hub_and_asks_for_a_new_offer(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    await calling.evaluate("dispatchEvent(new Event('online'))")
    await hub.until(lambda: {"type": "restart", "call": call} in hub.told)
    # The old way is seen until the new one flows.
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live")
    await station.offer(call, generation=2)
    await hub.until(lambda: any(told.get("generation") == 2 for told in hub.told))
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=SOON)


async def test_a_relay_only_call_answers_with_no_address_of_its_own(
    calling: Page, hub: ConsoleHub, station: Station
) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    first = next(told["sdp"] for told in hub.told if told["type"] == "signal")
    assert "typ host" in first
    await hub.tell({"type": "ways", "call": call, "ice_servers": [], "relay_only": True})
    signed = hub.keys.offer(call, 2, station.offered["sdp"])
    await hub.tell(station.offered | {"generation": 2, "signed": signed, "relay_only": True})
    await hub.until(lambda: any(told.get("generation") == 2 for told in hub.told))
    second = next(told["sdp"] for told in hub.told if told.get("generation") == 2)
    assert "a=candidate" not in second
    assert re.findall(r"IN IP4 (?!0\.0\.0\.0|127\.0\.0\.1)\S+", second) == []


async def test_after_a_reload_the_call_is_rejoined_with_a_new_offer(calling: Page, hub: ConsoleHub) -> None:
    hub.accepted = None
    calling.on("dialog", lambda dialog: dialog.accept())
    await calling.reload()
    await calling.locator(f"#row-{ROSA}").press("Enter")
    await expect(calling.get_by_test_id("accept")).to_contain_text("Rejoin the call")
    await calling.keyboard.press("a")
    call = hub.visits[ROSA]["call"]["id"]
    await hub.until(lambda: {"type": "restart", "call": call} in hub.told)


async def test_another_visit_can_be_read_while_the_call_goes_on(calling: Page) -> None:
    await calling.locator(f"#row-{name('mai')}").press("Enter")
    await expect(calling.get_by_test_id("call-strip")).to_contain_text("still in a call with Rosa Delgado")
    await expect(calling.get_by_test_id("remote-video")).not_to_be_visible()
    await expect(calling.get_by_test_id("accept")).to_have_count(0)
    await calling.get_by_role("button", name="Back to the call").click()
    await expect(calling.get_by_test_id("remote-video")).to_be_visible()


async def test_the_end_at_the_other_end_is_told(calling: Page, hub: ConsoleHub) -> None:
    call = hub.visits[ROSA]["call"]["id"]
    await hub.tell({"type": "call-ended", "call": call, "reason": "patient-ended"})
    await expect(calling.get_by_test_id("call-words")).to_have_text("The patient ended the call.")


async def test_one_stray_key_does_not_end_a_call(calling: Page, hub: ConsoleHub) -> None:
    await calling.keyboard.press("e")
    await calling.keyboard.press("Escape")
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live")
    assert not any(path.endswith("end-call") for _, path, _ in hub.asked)


async def test_without_a_camera_the_call_is_answered_and_it_is_said(
    page: Page, hub: ConsoleHub, station: Station
) -> None:
    refuse = (
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    await page.add_init_script(refuse)
    await page.goto(f"{hub.address}/#code=CODE-1234")
    await accept(page)
    await expect(page.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=SOON)
    await expect(page.get_by_test_id("media-problem")).to_contain_text("they can't see or hear you")
    await expect(page.get_by_test_id("self-view")).to_contain_text("No camera")
    answer = next(told["sdp"] for told in hub.told if told["type"] == "signal")
    assert answer.count("a=recvonly") == 2


async def refused(desk: Page, hub: ConsoleHub, why: str, words: str) -> None:
    """Wait until the console has refused an offer, told the hub, and said so; nothing was answered."""
    await hub.until(lambda: any(told["type"] == "refused" and told["why"] == why for told in hub.told))
    await expect(desk.get_by_test_id("stage")).to_have_attribute("data-phase", "refused")
    await expect(desk.get_by_test_id("call-words")).to_contain_text(words)
    assert await desk.get_by_test_id("remote-video").count() == 0
    assert not [told for told in hub.told if told["type"] == "signal"]


async def test_an_offer_with_a_swapped_fingerprint_is_refused(
    desk: Page, hub: ConsoleHub, station: Station
) -> None:
    def swap(offer: dict[str, Any]) -> dict[str, Any]:
        return offer | {"sdp": re.sub(r"(a=fingerprint:sha-256 )..", r"\g<1>00", offer["sdp"])}

    station.tampered = swap
    await accept(desk)
    await refused(desk, hub, "fingerprint", "Somebody changed the message on its way.")


async def test_an_unsigned_offer_is_refused(desk: Page, hub: ConsoleHub, station: Station) -> None:
    station.tampered = lambda offer: offer | {"signed": ""}
    await accept(desk)
    await refused(desk, hub, "unsigned", "had no signature")


async def test_a_replayed_offer_is_refused(calling: Page, hub: ConsoleHub, station: Station) -> None:
    await hub.tell(station.offered | {"generation": 2})
    await hub.until(lambda: any(told["type"] == "refused" for told in hub.told))
    assert [told["why"] for told in hub.told if told["type"] == "refused"] == ["replayed"]
    assert [told["generation"] for told in hub.told if told["type"] == "signal"] == [1]
    await expect(calling.get_by_test_id("stage")).to_have_attribute("data-phase", "live")


async def test_an_old_offer_is_not_answered_but_asked_for_anew(
    desk: Page, hub: ConsoleHub, station: Station
) -> None:
    def old(offer: dict[str, Any]) -> dict[str, Any]:
        issued = int(time.time()) - 2 * LIFE_S
        return offer | {"signed": hub.keys.offer(offer["call"], 1, offer["sdp"], issued=issued)}

    station.tampered = old
    await accept(desk)
    await hub.until(lambda: any(told["type"] == "restart" for told in hub.told))
    assert not [told for told in hub.told if told["type"] == "signal"]


async def test_a_station_that_refuses_us_is_said(desk: Page, hub: ConsoleHub) -> None:
    await accept(desk)
    await expect(desk.get_by_test_id("stage")).to_have_attribute("data-phase", "waiting")
    call = hub.visits[ROSA]["call"]["id"]
    await hub.tell({"type": "call-refused", "call": call, "why": "not-vouched"})
    await expect(desk.get_by_test_id("call-words")).to_contain_text("Sign out and in again")


async def test_a_hub_with_another_root_key_is_a_stranger(page: Page, hub: ConsoleHub) -> None:
    await page.goto(hub.address)
    await page.evaluate("localStorage.setItem('carepost-root', 'another')")
    await page.goto(f"{hub.address}/?again#code={CODE}")
    await expect(page.get_by_test_id("strange-hub")).to_contain_text("This is not the hub you know")
    assert await page.get_by_test_id("row").count() == 0
    digest = hashlib.sha256(hub.keys.root).hexdigest()
    await expect(page.get_by_test_id("strange-hub")).to_contain_text(f"{digest[:4]} {digest[4:8]}")
    await page.get_by_role("button", name="They read me this key").click()
    await page.get_by_test_id("row").first.wait_for()
