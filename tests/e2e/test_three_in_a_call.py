"""Three in a call on a real Janus: a whole station, a provider and others in Chromium; then two again."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import cv2
import pytest
from call_rig import CallRig, call_rig
from janus_server import JanusServer, janus
from playwright.sync_api import Browser, Page, expect

from bench.photo_scenes import GOOD, VIEWS, made

pytestmark = pytest.mark.e2e
PATIENCE_S = 60.0
# Every peer connection of the page, for what it hears; and what comes as text from a room, by its kind.
CONNECTIONS = """
globalThis.all = [];
globalThis.told = {};
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...more) {
    super(...more);
    globalThis.all.push(this);
    globalThis.newest = this;
    this.addEventListener("datachannel", ({channel}) => {
      if (["wave", "line"].includes(channel.label)) return;
      channel.addEventListener("message", ({data}) => {
        const told = JSON.parse(data);
        globalThis.told[told.kind] = told;
      });
    });
  }
};
"""
HEARD = """async () => {
  const voices = [];
  for (const connection of globalThis.all) {
    if (connection.connectionState !== "connected") continue;
    for (const entry of (await connection.getStats()).values())
      if (entry.type === "inbound-rtp" && entry.kind === "audio") voices.push(entry.totalAudioEnergy);
  }
  return voices.filter((energy) => energy > 0).length;
}"""
FRAMES = """() => Object.fromEntries([...document.querySelectorAll('[data-testid=feed]')].map((feed) =>
  [feed.dataset.name, feed.querySelector('video').getVideoPlaybackQuality().totalVideoFrames]))"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JanusServer]:
    with janus(tmp_path_factory.mktemp("janus")) as running:
        yield running


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory, server: JanusServer) -> Iterator[CallRig]:
    folder = tmp_path_factory.mktemp("rig")
    throat = folder / "throat.png"
    assert cv2.imwrite(str(throat), made(VIEWS.index(("photo:throat", "open")), GOOD).picture)
    arguments = ("--janus-url", server.url, "--janus-secret-file", str(server.secrets))
    media = {"exam_camera": f"file:{throat}"}
    with call_rig(folder, None, media, hub_arguments=arguments) as found:
        found.provider.page.evaluate(f"() => {{ {CONNECTIONS} }}")
        photographed(found)
        yield found


def until(page: Page, condition: Callable[[], Any], what: str) -> None:
    """Wait until it is so; the page goes on meanwhile."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"{what} has not come"
        page.wait_for_timeout(100)


def sees_and_hears(page: Page, *names: str) -> None:
    """Wait until this page has moving pictures of exactly these, and hears each."""

    def frames() -> dict[str, int]:
        return dict(page.evaluate(FRAMES))

    until(page, lambda: set(frames()) == set(names), f"the pictures of {names}, there is {frames()}")
    first = frames()
    until(
        page,
        lambda: all(frames().get(name, 0) > first.get(name, 0) + 10 for name in names),
        f"moving pictures of {names}",
    )
    until(page, lambda: page.evaluate(HEARD) >= len(names), f"the voices of {names}")


def test_a_relative_comes_into_the_call_and_is_sent_away(rig: CallRig) -> None:
    provider = rig.provider.page
    with rig.call():
        rig.provider.part("invite").click()
        rig.provider.part("role").select_option("family")
        rig.provider.part("guest-name").fill("Maria")
        rig.provider.part("invite-send").click()
        link = rig.provider.part("guest-link").input_value()
        provider.keyboard.press("Escape")

        browser = provider.context.browser
        assert browser is not None
        guest = browser.new_context(permissions=["camera", "microphone"]).new_page()
        guest.add_init_script(CONNECTIONS)
        guest.goto(link)
        assert link.rsplit("=", 1)[1] not in guest.url
        guest.get_by_test_id("ask-to-join").click()
        expect(guest.get_by_test_id("waiting-room")).to_have_attribute("data-state", "asking")
        told = rig.driver.until(lambda s: s["joins"], "the question on the station's screen")
        assert told["joins"][0]["text"].startswith("Maria (family or friend) wants to join this call")
        assert guest.get_by_test_id("feed").count() == 0

        rig.driver.tap("join-yes")
        sees_and_hears(guest, "The patient", "Dr. Amara Osei, provider")
        label = rig.provider.part("stage").get_attribute("aria-label") or ""
        sees_and_hears(provider, label.removeprefix("Call with "), "Maria, family or friend")
        shown = rig.driver.until(lambda s: len(s["people"]) == 2, "both on the station's screen")
        assert [one["name"] for one in shown["people"]] == ["Dr. Amara Osei", "Maria"]
        # what the line costs reaches all, by way of the provider; live waves go to who treats the patient
        until(provider, lambda: set(provider.evaluate("told")) >= {"steps", "pleth"}, "the station's texts")
        until(guest, lambda: "steps" in guest.evaluate("told"), "the provider's word on the line")
        assert len(guest.evaluate("told.steps.people")) == 2 and "pleth" not in guest.evaluate("told")
        before = rig.at_station()
        rig.until(lambda: rig.at_station() > before + 30, "the others' pictures at the station")
        expect(rig.provider.part("person")).to_contain_text("Maria")

        rig.driver.tap("away-1")
        rig.driver.tap("away-yes")
        expect(guest.get_by_test_id("waiting-room")).to_have_attribute("data-state", "removed")
        expect(provider.get_by_test_id("remote-video")).to_have_count(1, timeout=PATIENCE_S * 1000)
        rig.both_see()
        expect(provider.get_by_test_id("feed")).to_have_count(0)
        guest.context.close()


def photographed(rig: CallRig) -> None:
    """Take a picture of the throat from the results; it is given to the queue."""
    driver = rig.driver
    driver.tap("take-picture")
    driver.tap("photo-photo:throat")
    driver.until(lambda s: s["photo"]["tone"] == "good", "good advice")
    driver.tap("next")
    driver.until(lambda s: s["photo"]["phase"] == "look", "the picture")
    driver.tap("next")
    driver.on("results")


def page_at(browser: Browser, address: str) -> Page:
    """Open a page of somebody else's."""
    page = browser.new_context(permissions=["camera", "microphone"]).new_page()
    page.add_init_script(CONNECTIONS)
    page.goto(address)
    return page


def test_a_consultant_sees_the_pictures_and_a_captioner_writes(rig: CallRig) -> None:
    provider, world, driver = rig.provider.page, rig.world, rig.driver
    data = ("--data", str(world.folder / "hub"))
    world.module("hub", "user", "add", "ruiz", "--role", "consultant", "--display", "Dr. Ines Ruiz", *data)
    code = world.module("hub", "sign-in-code", *data, "ruiz").split()[-1]
    browser = provider.context.browser
    assert browser is not None
    with rig.call():
        ruiz = page_at(browser, f"{world.console_url}/#code={code}")
        expect(ruiz.get_by_test_id("waiting-room")).to_be_visible()
        rig.provider.part("invite").click()
        rig.provider.part("role").select_option("consultant")
        rig.provider.part("consultant").select_option("ruiz")
        rig.provider.part("invite-send").click()
        provider.keyboard.press("Escape")
        ruiz.get_by_test_id("ask-to-join").click()
        driver.until(lambda s: [one["what"] for one in s["joins"]] == ["join"], "the question")
        driver.tap("join-yes")
        told = driver.until(lambda s: [one["what"] for one in s["joins"]] == ["pictures"], "the second one")
        assert told["joins"][0]["text"].startswith("May Dr. Ines Ruiz also see the pictures")
        assert ruiz.get_by_test_id("guest-pictures").count() == 0
        driver.tap("join-yes")
        ruiz.get_by_test_id("attachment").click(timeout=PATIENCE_S * 1000)
        expect(ruiz.get_by_test_id("photo").locator("img")).to_have_js_property("naturalWidth", 1600)
        ruiz.keyboard.press("Escape")
        until(ruiz, lambda: set(ruiz.evaluate("told")) >= {"steps", "pleth"}, "the station's texts")
        expect(ruiz.get_by_test_id("wave")).to_have_attribute("data-state", "live")

        rig.provider.part("invite").click()
        rig.provider.part("role").select_option("captioner")
        rig.provider.part("guest-name").fill("Cora")
        rig.provider.part("invite-send").click()
        cora = page_at(browser, rig.provider.part("guest-link").input_value())
        provider.keyboard.press("Escape")
        cora.get_by_test_id("ask-to-join").click()
        driver.until(lambda s: [one["what"] for one in s["joins"]] == ["join"], "the captioner's question")
        driver.tap("join-yes")
        cora.get_by_label("Caption", exact=True).click()
        cora.keyboard.type("Take two")
        driver.until(lambda s: s["captioning"] == "Take two", "the caption letter by letter")
        cora.keyboard.press("Enter")
        expect(cora.get_by_test_id("captioner")).to_contain_text("Take two")
        driver.until(lambda s: s["captioning"] == "", "the whole line")
        sees_and_hears(cora, "The patient", "Dr. Amara Osei, provider", "Dr. Ines Ruiz, consultant")
        assert cora.evaluate("all.every((one) => one.getSenders().every((s) => s.track?.kind !== 'video'))")
        for page in (ruiz, cora):
            page.context.close()
