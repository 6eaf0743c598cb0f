"""The peer of a call: two pages of Chromium on this machine, the same pictures, the same eyes.

One stands for the station, in a browser of its own: its camera is open before the call, and it makes the
offer. The other stands for the provider's: it opens its camera when it accepts. Nothing lies between them but
two function calls where a hub would be, which is kind to the peer, and the same emulated link. Chromium sends
with the bit rates our console asks for.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from playwright.sync_api import Browser, Page

from bench import eyes
from bench.processes import chromium_below
from demo.memory import family
from demo.provider import ARGUMENTS, CHROMIUM

_PAGE: Final = b"""<!doctype html><meta charset="utf-8"><title>One end of a call</title>
<video data-testid="remote-video" autoplay playsinline muted style="width: 100%"></video>
<audio autoplay></audio>
<script>
"use strict";
const video = document.querySelector("video"), audio = document.querySelector("audio");
let connection = null, stream = null;
const gathered = async () => {
  while (connection.iceGatheringState !== "complete")
    await new Promise((done) => connection.addEventListener("icegatheringstatechange", done, {once: true}));
  return connection.localDescription.sdp;
};
const connect = () => {
  connection = new RTCPeerConnection({bundlePolicy: "max-bundle"});
  connection.ontrack = (event) => { video.srcObject = audio.srcObject = event.streams[0]; };
};
// As our console does: without these Chromium begins small and would be spared most of the work.
const rates = (sdp) => sdp.replace(
  /^a=rtpmap:(\\d+) VP8\\/90000\\r\\n/gm,
  "$&a=fmtp:$1 x-google-start-bitrate=2500;x-google-max-bitrate=4000\\r\\n");
const add = () => { for (const track of stream.getTracks()) connection.addTrack(track, stream); };
globalThis.open = async () => { stream = await eyes.camera(); };
globalThis.offer = async () => {
  connect(); add();
  await connection.setLocalDescription();
  return gathered();
};
globalThis.accept = async () => { eyes.accept(); await open(); };
globalThis.answer = async (sdp) => {
  connect();
  await connection.setRemoteDescription({type: "offer", sdp: rates(sdp)});
  add();
  await connection.setLocalDescription();
  return gathered();
};
globalThis.take = (sdp) => connection.setRemoteDescription({type: "answer", sdp: rates(sdp)});
</script>
"""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(_PAGE)))
        self.end_headers()
        self.wfile.write(_PAGE)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Pair:
    """Two pages; `station` stands for the station's end, `provider` for the console's."""

    def __init__(self, station: Page, provider: Page) -> None:
        self.station = station
        self.provider = provider

    def call(self) -> None:
        """The provider's end accepts, and both connect."""
        self.provider.evaluate("accept()")
        offer = self.station.evaluate("offer()")
        self.station.evaluate("take", self.provider.evaluate("answer", offer))

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.provider.wait_for_timeout(seconds * 1000)


class Peers:
    """Where peers' calls take place, in the provider's browser and in one that stands for a station."""

    def __init__(self, provider: Browser, station: Browser, root: int, url: str) -> None:
        self._provider = provider
        self._station = station
        self._root = root
        self._url = url
        self._script = eyes.javascript()

    @property
    def pids(self) -> list[int]:
        """Every process, now, of the browser that stands for the station."""
        return family(self._root)

    @contextmanager
    def pair(self) -> Iterator[Pair]:
        """Open both pages; the station's camera is open. They are gone afterwards."""
        contexts = [
            browser.new_context(permissions=["camera", "microphone"])
            for browser in (self._station, self._provider)
        ]
        try:
            pages = []
            for context in contexts:
                page = context.new_page()
                page.add_init_script(self._script)
                page.goto(self._url)
                pages.append(page)
            pages[0].evaluate("open()")
            yield Pair(*pages)
        finally:
            for context in contexts:
                context.close()


@contextmanager
def peers(provider: Browser) -> Iterator[Peers]:
    """Serve the page and start the browser that stands for a station."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        before = set(chromium_below(os.getpid()))
        station = provider.browser_type.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        root = min(set(chromium_below(os.getpid())) - before)  # a browser starts its other processes
        yield Peers(provider, station, root, f"http://localhost:{server.server_port}/")
        station.close()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
