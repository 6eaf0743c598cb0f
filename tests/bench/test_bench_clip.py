"""The clip in a browser is the station's, to the pixel: else likeness is measured against another one."""

import base64

import numpy as np
import pytest
from media_browser import provider_browser

from bench import clip
from media.figure import Figure

pytestmark = pytest.mark.e2e
_DRAW = """async (ms) => {
  await carepostClip.load();
  const canvas = new OffscreenCanvas(carepostClip.width, carepostClip.height);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  carepostClip.draw(context, ms);
  const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = "";
  for (let at = 0; at < data.length; at += 32768)
    text += String.fromCharCode(...data.subarray(at, at + 32768));
  return btoa(text);
}"""


async def test_a_browser_draws_what_the_station_draws() -> None:
    figure = Figure(clip.WIDTH, clip.HEIGHT)
    async with provider_browser() as provider:
        await provider.page.evaluate(clip.javascript())
        for ms in (1_795_702_742_718, 1_795_702_743_391, 1_795_702_749_999, 1_795_702_751_234):
            drawn = base64.b64decode(await provider.page.evaluate(_DRAW, ms))
            picture = np.frombuffer(drawn, np.uint8).reshape(clip.HEIGHT, clip.WIDTH, 4)
            assert (picture[:, :, 2::-1] == figure.draw(ms)).all()
