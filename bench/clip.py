"""The station's test picture (media.figure), drawn in a browser: both ends of every call send the same clip.

The layers come as pictures, the motion as the same whole numbers: at any moment what a page draws is what the
station draws, to the pixel (tests/bench/test_bench_clip.py looks).
"""

import base64
from typing import Any, Final

import cv2
import msgspec
import numpy as np

from media.figure import MOUTH_MS, MOUTHS, Figure, Layer
from media.pictures import Image

WIDTH: Final = 1280
HEIGHT: Final = 720

# `await carepostClip.load()`, then `carepostClip.draw(context, ms)`, ms being a whole number.
_JAVASCRIPT: Final = """
globalThis.carepostClip = (() => {
  const TOLD = {TOLD};
  const {room, layers, mouths, opened, openedMs} = TOLD;
  const load = async (layer) => {
    const bytes = Uint8Array.from(atob(layer.png), (letter) => letter.charCodeAt(0));
    const options = {premultiplyAlpha: "none", colorSpaceConversion: "none"};
    layer.image = await createImageBitmap(new Blob([bytes], {type: "image/png"}), options);
    layer.png = "";
  };
  const swing = ([reach, period], ms) => {
    if (!reach) return 0;
    const phase = Math.floor(((ms % period) * 4 * reach) / period);
    if (phase <= reach) return phase;
    return phase <= 3 * reach ? 2 * reach - phase : phase - 4 * reach;
  };
  const put = (context, layer, ms) =>
    context.drawImage(layer.image, layer.x + swing(layer.across, ms), layer.y + swing(layer.along, ms));
  const draw = (context, ms) => {
    put(context, room, ms);
    for (const layer of layers) put(context, layer, ms);
    put(context, mouths[opened[Math.floor(ms / openedMs) % opened.length]], ms);
  };
  let loaded = null;
  return {draw, load: () => loaded ??= Promise.all([room, ...layers, ...mouths].map(load)),
          width: TOLD.width, height: TOLD.height};
})();
"""


def javascript() -> str:
    """Return the script that draws the clip at 1280 x 720."""
    figure = Figure(WIDTH, HEIGHT)
    told = {
        "width": WIDTH,
        "height": HEIGHT,
        "room": {"png": _png(figure.room), "x": 0, "y": 0, "across": (0, 1), "along": (0, 1)},
        "layers": [_layer(layer) for layer in figure.layers],
        "mouths": [_layer(layer) for layer in figure.mouths],
        "opened": MOUTHS,
        "openedMs": MOUTH_MS,
    }
    return _JAVASCRIPT.replace("{TOLD}", msgspec.json.encode(told).decode())


def _layer(layer: Layer) -> dict[str, Any]:
    pixels = np.dstack([layer.pixels, layer.mask])
    # Hidden pixels are no part of the clip, and cost bytes.
    pixels[layer.mask == 0] = 0
    return {
        "png": _png(pixels),
        "x": layer.x,
        "y": layer.y,
        "across": tuple(layer.across),
        "along": tuple(layer.along),
    }


def _png(picture: Image) -> str:
    good, data = cv2.imencode(".png", picture)
    if not good:
        raise ValueError("the picture cannot be encoded")
    return base64.b64encode(data.tobytes()).decode()
