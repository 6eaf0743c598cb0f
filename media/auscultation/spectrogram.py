"""A sound as a picture: time to the right, pitch upwards to 1 kHz, loudness as colour over 60 dB."""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

WINDOW_S: Final = 0.064
STEP_S: Final = 0.016
TOP_HZ: Final = 1000.0
RANGE_DB: Final = 60.0
HEIGHT: Final = 200  # pixels; the width follows the time, up to
MOST_WIDTH: Final = 800
LEAST: Final = 1e-6  # RMS of a window that is black: digital silence must not be stretched to a picture

Sound = npt.NDArray[np.float64]


def levels(sound: Sound, rate: int) -> Sound:
    """Return dB against full scale, shape (frequencies up to 1 kHz, times)."""
    size, step = round(WINDOW_S * rate), round(STEP_S * rate)
    if len(sound) < size:
        sound = np.concatenate([sound, np.zeros(size - len(sound))])
    windows = np.lib.stride_tricks.sliding_window_view(sound, size)[::step]
    power = np.abs(np.fft.rfft(windows * np.hanning(size), axis=1)) ** 2 * (2 / (0.375 * size**2))
    rows = int(TOP_HZ * size / rate) + 1
    return np.asarray(10 * np.log10(power[:, :rows].T + LEAST**2))


def picture(sound: Sound, rate: int) -> bytes:
    """Return the spectrogram as a PNG."""
    found = levels(sound, rate)
    top = max(float(found.max()), -60.0)
    shades = np.clip((found - top + RANGE_DB) / RANGE_DB * 255, 0, 255).astype(np.uint8)
    width = min(MOST_WIDTH, max(1, shades.shape[1]))
    scaled = cv2.resize(shades[::-1], (width, HEIGHT), interpolation=cv2.INTER_AREA)
    good, png = cv2.imencode(".png", cv2.applyColorMap(scaled, cv2.COLORMAP_INFERNO))
    if not good:
        raise ValueError("a spectrogram could not be written as a PNG")
    return png.tobytes()
