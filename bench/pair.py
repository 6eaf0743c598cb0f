"""The peer of a call: two pages of a Chromium on this machine, the same pictures, the same eyes.

One stands for the station: its camera is open before the call, and it makes the offer. The other stands for
the provider's: it opens its camera when it accepts. Nothing lies between them but two function calls where a
hub would be, which is kind to the peer. Chromium sends with the bit rates our console asks for.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from playwright.sync_api import Browser, Page

from bench import eyes

_PAGE: Final = b"""<!doctype html><meta charset="utf-8"><title>One end of a call</title>
<video data-testid="remote-video" autoplay playsinline muted style="width: 100%"></video>
<script>
"use strict";
const video = document.querySelector("video");
let connection = null, stream = null;
const gathered = async () => {
  while (connection.iceGatheringState !== "complete")
    await new Promise((done) => connection.addEventListener("icegatheringstatechange", done, {once: true}));
  return connection.localDescription.sdp;
};
const connect = () => {
  connection = new RTCPeerConnection();
  connection.ontrack = (event) => { video.srcObject = event.streams[0]; };
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


@contextmanager
def pair(browser: Browser) -> Iterator[Pair]:
    """Open both pages; the station's camera is open."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    contexts = [browser.new_context(permissions=["camera", "microphone"]) for _ in range(2)]
    try:
        pages = []
        for context in contexts:
            page = context.new_page()
            page.add_init_script(eyes.JAVASCRIPT)
            page.goto(f"http://localhost:{server.server_port}/")
            pages.append(page)
        pages[0].evaluate("open()")
        yield Pair(*pages)
    finally:
        for context in contexts:
            context.close()
        server.shutdown()
        thread.join()
        server.server_close()
