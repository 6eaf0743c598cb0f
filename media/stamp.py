"""A time drawn into a picture as a strip of dark and light cells along its top edge.

64 cells: 48 bits of time in ms since 1970 (most significant first), then the CRC-16/CCITT-FALSE of its six
bytes. The strip survives VP8 at call bitrates and scaling of the whole picture; a picture without a
readable strip gives None, never a wrong time (but for one in 65 536). `JAVASCRIPT` does the same in a
browser: `carepostStamp.draw(context, width, height, ms)` and `carepostStamp.read(imageData)`.
"""

import binascii
import time
from typing import Final

import numpy as np
import numpy.typing as npt

CELLS: Final = 64
_TIME_BYTES: Final = 6
_DARK: Final = 16
_LIGHT: Final = 235
_MIN_CONTRAST: Final = 60  # between the darkest and the lightest cell

Image = npt.NDArray[np.uint8]


def now_ms() -> int:
    """Return the wall time in ms, the clock the stamps of one machine share with a browser's Date.now()."""
    return time.time_ns() // 1_000_000


def strip_height(height: int) -> int:
    """Return how many rows of a picture the strip takes."""
    return max(4, height // 18)


def draw(picture: Image, ms: int) -> None:
    """Draw `ms` into a picture of shape (height, width) or (height, width, channels), in place.

    ValueError when the picture has fewer columns than the strip has cells.
    """
    height, width = picture.shape[:2]
    if width < CELLS:
        raise ValueError(f"a picture of {width} columns has no room for {CELLS} cells")
    data = ms.to_bytes(_TIME_BYTES, "big")
    data += binascii.crc_hqx(data, 0xFFFF).to_bytes(2, "big")
    cells = np.where(np.unpackbits(np.frombuffer(data, np.uint8)), _LIGHT, _DARK).astype(np.uint8)
    row = cells[np.arange(width) * CELLS // width]
    picture[: strip_height(height)] = row if picture.ndim == 2 else row[:, None]


def read(picture: Image) -> int | None:
    """Return the time in ms drawn into a picture of shape (height, width[, channels]), or None."""
    height, width = picture.shape[:2]
    if width < CELLS:
        return None
    rows = strip_height(height)
    strip = picture[rows // 4 : rows - rows // 4].reshape(-1, width, picture.size // (height * width))
    # Of four channels the last is opacity.
    columns = strip[:, :, :3].mean(axis=(0, 2))
    cell = width / CELLS
    starts = ((np.arange(CELLS) + 0.33) * cell).astype(int)
    ends = np.maximum(((np.arange(CELLS) + 0.67) * cell).astype(int), starts + 1)
    means = np.array([columns[start:end].mean() for start, end in zip(starts, ends, strict=True)])
    low, high = float(means.min()), float(means.max())
    if high - low < _MIN_CONTRAST:
        return None
    data = np.packbits(means > (low + high) / 2).tobytes()
    if binascii.crc_hqx(data[:_TIME_BYTES], 0xFFFF) != int.from_bytes(data[_TIME_BYTES:], "big"):
        return None
    return int.from_bytes(data[:_TIME_BYTES], "big")


JAVASCRIPT: Final = """
globalThis.carepostStamp = (() => {
  const CELLS = 64;
  const rows = (height) => Math.max(4, Math.floor(height / 18));
  const crc16 = (bytes) => {
    let crc = 0xffff;
    for (const byte of bytes) {
      crc ^= byte << 8;
      for (let i = 0; i < 8; i++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
    return crc;
  };
  const draw = (context, width, height, ms) => {
    const bytes = [];
    for (let i = 5; i >= 0; i--) bytes.push(Math.floor(ms / 2 ** (8 * i)) % 256);
    const crc = crc16(bytes);
    bytes.push(crc >> 8, crc & 255);
    for (let i = 0; i < CELLS; i++) {
      context.fillStyle = (bytes[i >> 3] >> (7 - (i & 7))) & 1 ? "rgb(235,235,235)" : "rgb(16,16,16)";
      const left = Math.ceil((i * width) / CELLS), right = Math.ceil(((i + 1) * width) / CELLS);
      context.fillRect(left, 0, right - left, rows(height));
    }
  };
  // `image`: the ImageData of the whole picture, or of its upper part with the picture's full height given.
  const read = (image, height = image.height) => {
    const {data, width} = image, cell = width / CELLS, means = [];
    const top = Math.floor(rows(height) / 4), bottom = rows(height) - top;
    for (let i = 0; i < CELLS; i++) {
      const left = Math.floor((i + 0.33) * cell), right = Math.max(Math.floor((i + 0.67) * cell), left + 1);
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
          const at = 4 * (y * width + x);
          sum += data[at] + data[at + 1] + data[at + 2];
        }
      means.push(sum / (3 * (bottom - top) * (right - left)));
    }
    const low = Math.min(...means), high = Math.max(...means), bytes = new Array(8).fill(0);
    if (high - low < 60) return null;
    means.forEach((mean, i) => { if (mean > (low + high) / 2) bytes[i >> 3] |= 0x80 >> (i & 7); });
    if (crc16(bytes.slice(0, 6)) !== bytes[6] * 256 + bytes[7]) return null;
    return bytes.slice(0, 6).reduce((value, byte) => value * 256 + byte, 0);
  };
  return {draw, read, rows};
})();
"""
