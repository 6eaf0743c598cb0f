"""The call: both pictures, the wave, a replaced connection, no camera, and every way it can end."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from console_hub import ConsoleHub
from console_station import Station
from console_visits import name
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROSA = name("rosa")
SOON = 15_000
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
    answer = next(told["sdp"] for told in hub.told if told["type"] == "signal")
    assert "x-google-start-bitrate=2500;x-google-max-bitrate=4000" in answer
    assert "a=candidate" in answer


async def test_the_pulse_wave_is_drawn(calling: Page) -> None:
    await expect(calling.get_by_test_id("wave")).to_have_attribute("data-state", "live")
    drawn = """(host) => {
      const canvas = host.querySelector('canvas');
      const parts = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      return parts.some((part) => part > 0);
    }"""
    assert await calling.get_by_test_id("wave").evaluate(drawn)


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
    await hub.tell({"type": "signal", "call": call, "generation": 0, "kind": "offer", "sdp": "v=0"})
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
