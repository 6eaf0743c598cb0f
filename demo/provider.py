"""A real Chromium at the provider's end, used through the console's own buttons and fields."""

import re
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from playwright.sync_api import Page, expect, sync_playwright

CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream=fps=30",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]
WAIT_MS: Final = 20_000
PICTURE: Final = """() => {
  const video = document.querySelector('[data-testid="remote-video"]');
  if (!video || !video.videoWidth) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 64; canvas.height = 36;
  const context = canvas.getContext('2d');
  context.drawImage(video, 0, 0, 64, 36);
  const data = context.getImageData(0, 0, 64, 36).data;
  let sum = 0, hash = 0;
  for (let i = 0; i < data.length; i += 4) {
    const luma = (data[i] * 3 + data[i + 1] * 6 + data[i + 2]) / 10;
    sum += luma; hash = (hash * 31 + Math.round(luma)) >>> 0;
  }
  const quality = video.getVideoPlaybackQuality();
  return {luma: sum / (data.length / 4), hash, frames: quality.totalVideoFrames,
          width: video.videoWidth, height: video.videoHeight};
}"""


class Provider:
    """One signed-in provider's browser."""

    def __init__(self, console: str) -> None:
        self.console = console
        self.errors: list[str] = []

    def __enter__(self) -> Self:
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = self._browser.new_context(
            viewport={"width": 1440, "height": 900}, permissions=["camera", "microphone"]
        )
        self.page: Page = context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._browser.close()
        self._playwright.stop()

    def sign_in(self, code: str) -> None:
        """Open the console with a one-time code and go on call."""
        self.page.goto(f"{self.console}/#code={code}")
        expect(self.part("worklist")).to_be_visible(timeout=WAIT_MS)
        if "#" in self.page.url and "code" in self.page.url:
            raise AssertionError("the one-time code stays in the address bar")

    def on_call(self, on: bool = True) -> None:
        """Take calls, or not."""
        switch = self.part("on-call")
        if (switch.get_attribute("aria-checked") or switch.get_attribute("aria-pressed")) != str(on).lower():
            switch.click()

    def part(self, name: str) -> Any:
        """Return a part of the page by its name."""
        return self.page.get_by_test_id(name)

    def open_first(self) -> None:
        """Open the first patient of the list."""
        self.part("row").first.click()
        expect(self.part("patient-header")).to_be_visible(timeout=WAIT_MS)

    def accept(self) -> None:
        """Take the call."""
        self.part("accept").first.click()
        expect(self.part("end")).to_be_visible(timeout=WAIT_MS)

    def look(self) -> dict[str, Any] | None:
        """Look at the patient's picture: mean brightness, a hash, frames so far, size."""
        seen: dict[str, Any] | None = self.page.evaluate(PICTURE)
        return seen

    def watch(self, seconds: float) -> dict[str, float]:
        """Watch until the picture has moved for `seconds` in all (at most four times as long).

        Returns how long it moved, the frames decoded meanwhile, different pictures, the darkest brightness.
        """
        first = self._first_look()
        began = last = time.monotonic()
        seen, moved = [first], 0.0
        while moved < seconds and time.monotonic() - began < 4 * seconds:
            self.page.wait_for_timeout(200)
            look, now = self.look(), time.monotonic()
            if look and look["frames"] > seen[-1]["frames"]:
                moved += now - last
                seen.append(look)
            last = now
        return {
            "moved": moved,
            "frames": seen[-1]["frames"] - first["frames"],
            "different": len({look["hash"] for look in seen}),
            "darkest": min(look["luma"] for look in seen),
            "width": seen[-1]["width"],
            "height": seen[-1]["height"],
        }

    def _first_look(self) -> dict[str, Any]:
        end = time.monotonic() + WAIT_MS / 1000
        while time.monotonic() < end:
            look = self.look()
            if look and look["luma"] > 1:
                return look
            self.page.wait_for_timeout(100)
        raise AssertionError("no picture of the patient has come")

    def readings(self) -> list[str]:
        """Return the readings as the table's rows say them."""
        return [re.sub(r"\s+", " ", row) for row in self.part("reading").all_inner_texts()]

    def write(self, text: str) -> None:
        """Write in the chat."""
        self.page.fill("#chat-text", text)
        self.page.press("#chat-text", "Enter")

    def plan(self, text: str, *, warning: str, follow_up: str) -> None:
        """Write the plan, review it and sign it."""
        self.part("disposition-follow-up").check()
        self.part("plan-text").fill(text)
        if self.part("warning-sign").count() == 0:
            self.part("add-sign").click()
        self.part("warning-sign").first.fill(warning)
        self.part("follow-up").fill(follow_up)
        self.part("review").click()
        self.part("sign").click()
        expect(self.part("plan-signed")).to_be_visible(timeout=WAIT_MS)

    def end_call(self) -> None:
        """Hang up, and confirm it."""
        self.part("end").click()
        self.part("end-confirm").click()

    def picture(self, target: Path) -> None:
        """Take a screenshot."""
        self.page.screenshot(path=str(target))

    def fetch(self, path: str) -> Any:
        """GET a JSON of the hub's as this provider."""
        answer = self.page.request.get(self.console + path)
        if not answer.ok:
            raise AssertionError(f"{path}: status {answer.status}")
        return answer.json()
