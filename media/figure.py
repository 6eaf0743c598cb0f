"""The moving test picture: somebody in a room who talks and waves. Everything in it follows from the time.

What it shows at a moment is the same to the pixel wherever it is drawn (bench/clip.py draws it in a browser),
so a picture that has come over a network can be held against the one that was sent. Walls, cloth and skin
have texture: a plain picture would cost an encoder nothing and prove nothing.
"""

from collections.abc import Callable
from typing import Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from media.pictures import Image

_SEED: Final = 20261126
MOUTHS: Final = (0, 1, 2, 1, 2, 0, 1, 0)  # how far open, every …
MOUTH_MS: Final = 120


class Swing(NamedTuple):
    """There and back again: `reach` pixels to either side in `period` ms, at an even pace."""

    reach: int
    period: int

    def at(self, ms: int) -> int:
        """Return the way from the middle at a moment; whole numbers, as in every other language."""
        if not self.reach:
            return 0
        phase = ms % self.period * 4 * self.reach // self.period
        if phase <= self.reach:
            return phase
        return 2 * self.reach - phase if phase <= 3 * self.reach else phase - 4 * self.reach


class Layer(NamedTuple):
    """A cut-out that moves: BGR pixels where `mask` is not 0, its corner at rest, and how it swings."""

    pixels: Image
    mask: Image
    x: int
    y: int
    across: Swing
    along: Swing

    def corner(self, ms: int) -> tuple[int, int]:
        """Return where its upper left corner is at a moment."""
        return self.x + self.across.at(ms), self.y + self.along.at(ms)


class Figure:
    """The picture in one size. `room` stands still; `layers` lie on it in order, one of `mouths` last."""

    def __init__(self, width: int, height: int) -> None:
        dice = np.random.default_rng(_SEED)
        unit = min(height // 24, width // 42)
        middle = width // 2
        sway, nod, still = Swing(width // 16, 4700), Swing(unit // 3, 1900), Swing(0, 1)
        wave, lift = Swing(2 * unit, 900), Swing(3 * unit, 1300)
        half = sway._replace(reach=sway.reach // 2)
        body = (middle - 15 * unit // 2, height - 9 * unit)
        self.room = _room(width, height, unit, dice)
        face = _skin(9 * unit, 8 * unit, dice)
        _draw_face(face, unit)
        self.layers = (
            _cut(_cloth(9 * unit, 15 * unit, unit, dice), _half_oval, body, half, still),
            _cut(face, _oval, (middle - 4 * unit, height - 17 * unit), sway, nod),
            _cut(_skin(4 * unit, 3 * unit, dice), _oval, (middle + 9 * unit, height - 12 * unit), wave, lift),
        )
        mouth = (middle - unit, height - 11 * unit)
        self.mouths = tuple(
            _cut(_lips((1 + opened) * unit // 2, 2 * unit), _oval, mouth, sway, nod) for opened in range(3)
        )

    def mouth(self, ms: int) -> Layer:
        """Return the mouth of a moment."""
        return self.mouths[MOUTHS[ms // MOUTH_MS % len(MOUTHS)]]

    def draw(self, ms: int) -> Image:
        """Return the picture of a moment (wall time in ms)."""
        picture = self.room.copy()
        for layer in (*self.layers, self.mouth(ms)):
            x, y = layer.corner(ms)
            rows, columns = layer.mask.shape
            cv2.copyTo(layer.pixels, layer.mask, picture[y : y + rows, x : x + columns])
        return picture


def _grain(rows: int, columns: int, depth: float, dice: np.random.Generator) -> npt.NDArray[np.float32]:
    """Return noise of several sizes, shape (rows, columns, 1), within about ± depth."""
    total = np.zeros((rows, columns), np.float32)
    for size in (32, 8, 2):
        coarse = dice.uniform(-1, 1, (rows // size + 2, columns // size + 2)).astype(np.float32)
        total += cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_CUBIC) * (depth / 3)
    return total[:, :, None]


def _room(width: int, height: int, unit: int, dice: np.random.Generator) -> Image:
    across = np.linspace(0.0, 1.0, width)[None, :, None]
    down = np.linspace(0.0, 1.0, height)[:, None, None]
    wall = np.array([150.0, 120.0, 70.0]) + across * np.array([40, 60, 30]) + down * np.array([30, 10, 60])
    room: Image = np.clip(wall + _grain(height, width, 24, dice), 0, 255).astype(np.uint8)
    for number in range(5):  # books on a shelf
        left = 2 * unit + number * unit
        colour = tuple(int(part) for part in dice.integers(40, 220, 3))
        cv2.rectangle(room, (left, 4 * unit), (left + unit - 3, 8 * unit), colour, -1)
    cv2.rectangle(room, (unit, 8 * unit), (8 * unit, 8 * unit + unit // 3), (60, 90, 120), -1)
    return room


def _cloth(rows: int, columns: int, unit: int, dice: np.random.Generator) -> Image:
    checks = (np.indices((rows, columns)).sum(axis=0) // max(2, unit // 3)) % 2
    base = np.array([120.0, 84.0, 52.0]) + checks[:, :, None] * np.array([30, 24, 18])
    return cast(Image, np.clip(base + _grain(rows, columns, 20, dice), 0, 255).astype(np.uint8))


def _skin(rows: int, columns: int, dice: np.random.Generator) -> Image:
    light = np.linspace(20.0, -20.0, columns)[None, :, None]
    base = np.array([150.0, 180.0, 220.0]) + light
    return cast(Image, np.clip(base + _grain(rows, columns, 18, dice), 0, 255).astype(np.uint8))


def _lips(rows: int, columns: int) -> Image:
    return np.full((rows, columns, 3), (70, 60, 150), np.uint8)


def _draw_face(head: Image, unit: int) -> None:
    cv2.ellipse(head, (4 * unit, 2 * unit), (4 * unit, 2 * unit), 0, 180, 360, (30, 45, 60), -1)  # hair
    for eye in (5 * unit // 2, 11 * unit // 2):
        cv2.circle(head, (eye, 4 * unit), unit // 2, (240, 240, 240), -1)
        cv2.circle(head, (eye, 4 * unit), unit // 4, (60, 40, 30), -1)


def _oval(rows: int, columns: int) -> Image:
    down, across = np.indices((rows, columns))
    inside = ((down + 0.5) / rows * 2 - 1) ** 2 + ((across + 0.5) / columns * 2 - 1) ** 2 <= 1
    return np.where(inside, 255, 0).astype(np.uint8)


def _half_oval(rows: int, columns: int) -> Image:
    return _oval(2 * rows, columns)[:rows]


def _cut(
    pixels: Image, shape: Callable[[int, int], Image], corner: tuple[int, int], across: Swing, along: Swing
) -> Layer:
    rows, columns = pixels.shape[:2]
    return Layer(pixels, shape(rows, columns), *corner, across, along)
