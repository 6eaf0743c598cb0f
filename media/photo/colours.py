"""sRGB, CIELAB (D65), the colour difference CIEDE2000, and a colour matrix from known patches."""

from typing import Final

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

_TO_XYZ: Final = np.array(  # IEC 61966-2-1
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
_WHITE: Final = np.array([0.95047, 1.0, 1.08883])
_RIDGE: Final = 1e-3  # keeps a matrix from few patches near "change nothing"


def linear(rgb: Values) -> Values:
    """Return linear light, 0..1, of sRGB 0..255."""
    value = np.clip(rgb, 0, 255) / 255
    return np.asarray(np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4))


def encoded(light: Values) -> Values:
    """Return sRGB 0..255 of linear light."""
    value = np.clip(light, 0, 1)
    return np.asarray(np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055) * 255)


def lab(rgb: Values) -> Values:
    """Return CIELAB of sRGB 0..255, shape (n, 3)."""
    xyz = linear(rgb) @ _TO_XYZ.T / _WHITE
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.column_stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])])


def matrix(seen: Values, wanted: Values) -> Values:
    """Return the 3 x 3 matrix (to the right of rows) that brings `seen` nearest to `wanted`, linear light.

    What a patch differs by counts relative to how light it is, as the eye sees it.
    """
    weight = 1 / (wanted.mean(axis=1, keepdims=True) + 0.05)
    start = np.diag(wanted.mean(axis=0) / np.maximum(seen.mean(axis=0), 1e-4))
    a, b = seen * weight, (wanted - seen @ start) * weight
    change = np.linalg.solve(a.T @ a + _RIDGE * np.eye(3), a.T @ b)
    return np.asarray(start + change)


def ciede2000(one: Values, other: Values) -> Values:
    """Return the colour differences of rows of CIELAB.

    Sharma, Wu, Dalal: The CIEDE2000 color-difference formula, Color Research and Application 30 (2005).
    """
    (l1, a1, b1), (l2, a2, b2) = one.T, other.T
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = c1 * c2 == 0
    turn = np.where(grey, 0, (h2 - h1 + 180) % 360 - 180)
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    mean_h = np.where(grey, h1 + h2, (h1 + h2) / 2 + np.where(np.abs(h1 - h2) > 180, 180, 0))
    return _weighed(l1, l2, c1, c2, hue, mean_h)


def _weighed(l1: Values, l2: Values, c1: Values, c2: Values, hue: Values, mean_h: Values) -> Values:  # noqa: PLR0917
    """Weigh the differences of lightness, chroma and hue (the formula's second half)."""
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    around = 30 * np.exp(-(((mean_h - 275) / 25) ** 2))
    turn = -np.sin(np.radians(2 * around)) * 2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, hue / s_h
    return np.asarray(np.sqrt(dl**2 + dc**2 + dh**2 + turn * dc * dh))
