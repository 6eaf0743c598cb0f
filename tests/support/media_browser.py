"""A provider's end of a call in a real Chromium, on a localhost page, for tests and benches."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright

from media import stamp

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--use-fake-device-for-media-stream=fps=30",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)
_PAGE = Path(__file__).with_name("media_provider.html").read_bytes()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = _PAGE if self.path == "/" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Provider:
    """The page; its script is in media_provider.html."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def answer(self, sdp: str, source: str = "camera") -> str:
        """Answer an offer; `source`: "camera" (Chromium's fake device) or "stamped" (media.stamp)."""
        return str(await self.page.evaluate("([sdp, source]) => provider.answer(sdp, source)", [sdp, source]))

    async def until(self, condition: str) -> None:
        """Wait until a script expression is true."""
        await self.page.wait_for_function(condition, timeout=20_000, polling=50)

    async def look(self) -> dict[str, Any]:
        """Return size, brightness, fingerprint and stamp of the picture shown; waits for the first."""
        await self.until("provider.look() !== null")
        return dict(await self.page.evaluate("provider.look()"))

    async def loudness(self) -> float:
        """Return the root mean square of the sound that comes, full scale 1."""
        return float(await self.page.evaluate("provider.loudness()"))

    async def stats(self) -> dict[str, dict[str, Any]]:
        """Return the newest connection's streams: in_video, in_audio, out_video, out_audio."""
        return dict(await self.page.evaluate("provider.stats()"))


@asynccontextmanager
async def provider_browser(*flags: str) -> AsyncIterator[Provider]:
    """Start a Chromium with the page open."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
            page = await browser.new_page()
            await page.goto(f"http://localhost:{server.server_port}/")
            await page.evaluate(stamp.JAVASCRIPT)
            yield Provider(page)
            await browser.close()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
