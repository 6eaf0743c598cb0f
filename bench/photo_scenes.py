"""The photo gate's labelled set: pictures made by seed, each with known degradations. No patient's photo.

A scene is skin (six tones, pores, hairs, uneven light) with a mark or a wound, an eye or a throat, the
Carepost card beside it where the view asks for one, seen slightly from the side, with a camera's own softness
and noise. A good one varies within what a grader would accept; a bad one is the same with one thing spoilt
clearly. What lies between is left out: people don't agree on it either. The two halves never share a seed:
`TUNE` may be looked at when limits are chosen, `HELD_OUT` only to judge.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from media.photo.card import HEIGHT_MM, WIDTH_MM
from media.photo.card_pdf import drawing

Image = npt.NDArray[np.uint8]
Light = npt.NDArray[Any]  # linear-ish values 0..1, BGR

WIDTH: Final = 1600
HEIGHT: Final = 1200
TUNE: Final = range(0, 200)
HELD_OUT: Final = range(10_000, 10_200)
GOOD: Final = "good"
TONES: Final = (  # BGR of skin, from light to dark
    (196, 209, 235),
    (168, 190, 225),
    (135, 165, 208),
    (104, 134, 182),
    (72, 96, 138),
    (52, 68, 98),
)
VIEWS: Final = (
    ("photo:skin", "far"),
    ("photo:skin", "medium"),
    ("photo:skin", "close"),
    ("photo:skin", "oblique"),
    ("photo:wound", "medium"),
    ("photo:wound", "close"),
    ("photo:eye", "straight"),
    ("photo:throat", "open"),
)
AREAS: Final = {"far": (0.02, 0.05), "medium": (0.06, 0.16), "close": (0.12, 0.26), "oblique": (0.08, 0.2)}


class Labelled(NamedTuple):
    """A picture and what is known of it: `fault` is GOOD or what was spoilt. `mm_per_px` at the card, where
    there is one that can be used.
    """

    seed: int
    kind: str
    view: str
    fault: str
    picture: Image
    mm_per_px: float | None


def labelled(seeds: "range | list[int]") -> Iterator[Labelled]:
    """Make pictures: of each seed a good one and a bad one."""
    for seed in seeds:
        yield made(seed, GOOD)
        yield made(seed, _fault_of(seed))


def _fault_of(seed: int) -> str:
    _, view = VIEWS[seed % len(VIEWS)]
    possible = [name for name, views in _APPLIES.items() if views is None or view in views]
    return possible[np.random.default_rng((seed, 7)).integers(len(possible))]


def made(seed: int, fault: str) -> Labelled:
    """Make one picture; the scene is the seed's, whatever is spoilt."""
    rng = np.random.default_rng((seed, 1))
    kind, view = VIEWS[seed % len(VIEWS)]
    with_card = view == "close"
    scene = _scene(rng, kind, view, fault)
    corners, scale = None, None
    if with_card and fault != "no-card":
        corners, scale = _card_place(rng, tilted=fault == "tilted")
        _lay(scene, corners, _card(rng, fault))
    lit = scene * _illumination(rng, fault)
    picture = _camera(rng, lit, fault)
    if fault == "too-few-pixels":
        side = int(rng.integers(480, 1000))
        picture = cast(
            Image, cv2.resize(picture, (side * WIDTH // HEIGHT, side), interpolation=cv2.INTER_AREA)
        )
    return Labelled(seed, kind, view, fault, picture, scale if fault == GOOD else None)


# ---- what is seen


def _scene(rng: np.random.Generator, kind: str, view: str, fault: str) -> Light:
    if kind == "photo:eye":
        return _eye(rng)
    if kind == "photo:throat":
        return _throat(rng)
    scene = _skin(rng)
    low, high = AREAS[view]
    area = rng.uniform(low, high)
    if fault == "too-far":
        area = rng.uniform(0.0004, 0.0012)
    _mark(rng, scene, area, wound=kind == "photo:wound", cut=fault == "cut-off", card=view == "close")
    _hairs(rng, scene)
    return scene


def _noise(rng: np.random.Generator, octaves: tuple[int, ...], weights: tuple[float, ...]) -> Light:
    """Return smooth noise, mean 0, deviation about 1; an octave is its cell's size in px."""
    total = np.zeros((HEIGHT, WIDTH), np.float32)
    for cell, weight in zip(octaves, weights, strict=True):
        field = _field(cell)
        x, y = rng.integers(field.shape[1] - WIDTH + 1), rng.integers(field.shape[0] - HEIGHT + 1)
        cut = field[y : y + HEIGHT, x : x + WIDTH]
        turn = rng.integers(4)
        total += weight * cut[:: 1 - 2 * (turn & 1), :: 1 - (turn & 2)]
    return total / float(np.sqrt(np.sum(np.square(weights))))


@cache
def _field(cell: int) -> Light:
    """Return one octave, larger than a picture: each scene takes a piece of it."""
    shape = (HEIGHT + 500, WIDTH + 500)
    grid = np.random.default_rng((cell, 3)).standard_normal((shape[0] // cell + 3, shape[1] // cell + 3))
    return cast(Light, cv2.resize(grid.astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC))


def _skin(rng: np.random.Generator) -> Light:
    tone = np.array(TONES[rng.integers(len(TONES))], np.float32) / 255
    tone = tone * rng.uniform(0.94, 1.06, 3).astype(np.float32)
    pores = _noise(rng, (3, 6, 12), (1.0, 1.0, 0.6))
    blotches = _noise(rng, (120, 260), (0.7, 1.0))
    depth = rng.uniform(0.035, 0.08)
    return np.asarray(tone * (1 + depth * pores + 0.03 * blotches)[..., None], np.float32)


def _mark(rng: np.random.Generator, scene: Light, area: float, wound: bool, cut: bool, card: bool) -> None:
    """Paint a reddish or brown mark with an uneven edge; `cut`: half of it is outside."""
    radius = np.sqrt(area * WIDTH * HEIGHT / np.pi)
    x, y = (
        WIDTH * rng.uniform(0.44, 0.56),
        HEIGHT * (rng.uniform(0.3, 0.38) if card else rng.uniform(0.44, 0.56)),
    )
    if card:
        radius = min(radius, y * 0.85, HEIGHT * 0.27)
    if cut:
        radius = max(radius, HEIGHT * 0.2)
        y = rng.uniform(-0.2, 0.3) * radius if rng.random() < 0.5 else y
        x = x if y < radius * 0.35 else WIDTH - rng.uniform(-0.2, 0.3) * radius
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    edge = radius * (
        1 + sum(rng.normal(0, 0.1 / n) * np.sin(n * angles + rng.uniform(0, 6)) for n in range(1, 7))
    )
    outline = np.stack(
        [x + edge * np.cos(angles) * rng.uniform(1.0, 1.25), y + edge * np.sin(angles)], axis=1
    )
    mask = np.zeros((HEIGHT, WIDTH), np.float32)
    cv2.fillPoly(mask, [np.rint(outline).astype(np.int32)], 1.0)
    soft = cv2.GaussianBlur(mask, (0, 0), rng.uniform(1.5, 6))
    colour = np.array([0.45, 0.4, 0.85] if rng.random() < 0.7 or wound else [0.42, 0.5, 0.62], np.float32)
    inside = colour * rng.uniform(0.75, 1.0) * (1 + 0.12 * _noise(rng, (4, 9, 30), (1, 1, 1)))[..., None]
    scene[:] = scene * (1 - soft[..., None]) + scene * inside * soft[..., None] * 1.1
    if wound:
        core = cv2.GaussianBlur(cv2.erode(mask, np.ones((31, 31))), (0, 0), 4)[..., None]
        flesh = np.array([0.12, 0.12, 0.45], np.float32) * (1 + 0.2 * _noise(rng, (5, 14), (1, 1)))[..., None]
        scene[:] = scene * (1 - core) + np.clip(flesh, 0.02, 1) * core


def _hairs(rng: np.random.Generator, scene: Light) -> None:
    for _ in range(int(rng.integers(0, 40))):
        at = rng.uniform((0, 0), (WIDTH, HEIGHT))
        turn, bend = rng.uniform(0, 6.3), rng.normal(0, 0.004)
        steps = np.arange(0, rng.uniform(60, 200), 6)
        path = at + np.stack(
            [np.cos(turn + bend * steps) * steps, np.sin(turn + bend * steps) * steps], axis=1
        )
        cv2.polylines(scene, [np.rint(path).astype(np.int32)], False, (0.12, 0.13, 0.16), 2, cv2.LINE_AA)


def _eye(rng: np.random.Generator) -> Light:
    scene = _skin(rng)
    x, y, size = WIDTH / 2 + rng.normal(0, 40), HEIGHT / 2 + rng.normal(0, 30), rng.uniform(300, 420)
    centre = (int(x), int(y))
    white: Light = np.zeros((HEIGHT, WIDTH), np.float32)
    cv2.ellipse(white, centre, (int(size), int(size * 0.45)), 0, 0, 360, 1.0, -1)
    white = cv2.GaussianBlur(white, (0, 0), 3)[..., None]
    veins = 1 - 0.06 * np.abs(_noise(rng, (7, 20), (1, 1)))[..., None] * np.array([1, 1, 0.2], np.float32)
    scene = scene * (1 - white) + np.array([0.78, 0.8, 0.84], np.float32) * veins * white
    iris = np.array(rng.uniform((0.1, 0.15, 0.15), (0.5, 0.45, 0.4)), np.float32)
    ring = np.zeros((HEIGHT, WIDTH), np.float32)
    cv2.circle(ring, centre, int(size * 0.36), 1.0, -1, cv2.LINE_AA)
    streaks = (1 + 0.25 * _noise(rng, (4, 10), (1, 1)))[..., None]
    scene = scene * (1 - ring[..., None]) + iris * streaks * ring[..., None]
    cv2.circle(scene, centre, int(size * rng.uniform(0.1, 0.17)), (0.03, 0.03, 0.03), -1, cv2.LINE_AA)
    cv2.circle(
        scene, (int(x - size * 0.12), int(y - size * 0.12)), int(size * 0.035), (1, 1, 1), -1, cv2.LINE_AA
    )
    for turn in np.linspace(3.5, 5.9, 34):
        root = np.array([x + size * np.cos(turn), y + size * 0.45 * np.sin(turn)])
        tip = root + np.array([np.cos(turn) * 30, -rng.uniform(50, 90)])
        cv2.line(
            scene,
            tuple(np.rint(root).astype(int)),
            tuple(np.rint(tip).astype(int)),
            (0.06,) * 3,
            3,
            cv2.LINE_AA,
        )
    return np.asarray(scene, np.float32)


def _throat(rng: np.random.Generator) -> Light:
    scene = _skin(rng)
    x, y, size = WIDTH / 2 + rng.normal(0, 40), HEIGHT / 2 + rng.normal(0, 30), rng.uniform(380, 470)
    mouth: Light = np.zeros((HEIGHT, WIDTH), np.float32)
    cv2.ellipse(mouth, (int(x), int(y)), (int(size), int(size * 0.85)), 0, 0, 360, 1.0, -1)
    mouth = cv2.GaussianBlur(mouth, (0, 0), 4)[..., None]
    flesh = (
        np.array([0.38, 0.34, 0.68], np.float32) * (1 + 0.14 * _noise(rng, (5, 16, 60), (1, 1, 1)))[..., None]
    )
    scene = scene * (1 - mouth) + flesh * mouth
    cv2.ellipse(
        scene,
        (int(x), int(y + size * 0.55)),
        (int(size * 0.7), int(size * 0.4)),
        0,
        0,
        360,
        (0.45, 0.4, 0.7),
        -1,
    )
    cv2.ellipse(
        scene,
        (int(x), int(y - 0.1 * size)),
        (int(size * 0.3), int(size * 0.25)),
        0,
        0,
        360,
        (0.2, 0.17, 0.4),
        -1,
    )
    cv2.ellipse(scene, (int(x), int(y - size * 0.3)), (40, 90), 0, 0, 360, (0.4, 0.36, 0.72), -1, cv2.LINE_AA)
    for _ in range(int(rng.integers(0, 9))):
        at = (int(x + rng.normal(0, size * 0.35)), int(y + rng.normal(0, size * 0.2)))
        cv2.circle(scene, at, int(rng.uniform(6, 22)), (0.75, 0.85, 0.85), -1, cv2.LINE_AA)
    fine = 1 + 0.05 * _noise(rng, (3, 6), (1, 1))[..., None]
    return np.asarray(scene * fine, np.float32)


# ---- the card


def _card(rng: np.random.Generator, fault: str) -> Light:
    card = drawing(8).astype(np.float32) / 255
    if fault == "colours-off":  # faded in the sun, or printed on tinted paper with a bad cartridge
        tints = rng.uniform(0.55, 1.0, 3).astype(np.float32)
        grey = card.mean(axis=2, keepdims=True)
        fade = rng.uniform(0.8, 0.95)
        card = (card * (1 - fade) + grey * fade) ** rng.uniform(0.6, 1.5) * tints
    return np.asarray(card * 0.96, np.float32)


def _card_place(rng: np.random.Generator, *, tilted: bool) -> tuple[npt.NDArray[np.float64], float]:
    """Return where the card's corners are in the picture, and the true mm/px at its middle."""
    width = WIDTH * rng.uniform(0.34, 0.44)
    turn = np.radians(rng.normal(0, 8))
    lean, axis = np.radians(rng.uniform(44, 58) if tilted else rng.uniform(0, 9)), rng.uniform(0, 2 * np.pi)
    px_per_mm = width / WIDTH_MM
    flat = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [0, 0]]) * (WIDTH_MM / 2, HEIGHT_MM / 2)
    rotation, _ = cv2.Rodrigues(np.array([np.cos(axis), np.sin(axis), 0.0]) * lean)
    spin, _ = cv2.Rodrigues(np.array([0.0, 0.0, turn]))
    space = np.column_stack([flat, np.zeros(5)]) @ (rotation @ spin).T
    distance = rng.uniform(280, 420)  # mm
    seen = space[:, :2] * px_per_mm * (distance / (distance + space[:, 2:]))
    middle = np.array([WIDTH * rng.uniform(0.4, 0.6), HEIGHT * 0.79])
    return (seen[:4] + middle).astype(np.float64), 1 / px_per_mm


def _lay(scene: Light, corners: npt.NDArray[np.float64], card: Light) -> None:
    height, width = card.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    shape = (WIDTH, HEIGHT)
    laid = cv2.warpPerspective(card, matrix, shape, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, shape)[..., None]
    scene[:] = scene * (1 - mask) + laid * mask


# ---- light and camera


def _illumination(rng: np.random.Generator, fault: str) -> Light:
    """Return the light: its strength, its fall across the picture, its colour."""
    x, y = np.meshgrid(
        np.linspace(-1, 1, WIDTH, dtype=np.float32), np.linspace(-1, 1, HEIGHT, dtype=np.float32)
    )
    turn, fall = rng.uniform(0, 6.3), rng.uniform(0, 0.16)
    level = 1 + fall * (x * np.cos(turn) + y * np.sin(turn))
    tint = rng.uniform(0.88, 1.0, 3)
    if fault == "colours-off":
        tint = tint * np.where(rng.random(3) < 0.5, 0.8, 1.0)
    return np.asarray(level[..., None] * (tint / tint.max()), np.float32)


def _camera(rng: np.random.Generator, lit: Light, fault: str) -> Image:
    picture = cv2.GaussianBlur(lit, (0, 0), rng.uniform(0.4, 0.9))
    mean = float(picture.mean()) * 255
    wanted = rng.uniform(95, 165)
    if fault == "too-dark":
        wanted = rng.uniform(18, 46)
    elif fault == "too-bright":
        wanted = rng.uniform(222, 262)
    gain = (
        min(wanted / mean, 1.0 / max(1e-3, float(np.percentile(picture, 99.6))))
        if fault != "too-bright"
        else wanted / mean
    )
    picture = _moved(rng, picture * gain, fault)
    if fault == "glare":
        picture = _glare(rng, picture)
    noisy = picture * 255 + rng.standard_normal(picture.shape, np.float32) * rng.uniform(0.8, 3.0)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _moved(rng: np.random.Generator, picture: Light, fault: str) -> Light:
    if fault == "out-of-focus":
        return cast(Light, cv2.GaussianBlur(picture, (0, 0), rng.uniform(4.0, 11.0)))
    if fault == "shaken":
        length = int(rng.integers(18, 60))
        kernel = np.zeros((length, length), np.float32)
        end = np.array([np.cos(turn := rng.uniform(0, np.pi)), np.sin(turn)]) * (length - 1) / 2
        middle = np.array([(length - 1) / 2] * 2)
        a, b = (tuple(int(v) for v in np.rint(middle + sign * end)) for sign in (1, -1))
        cv2.line(kernel, a, b, 1.0, 2)
        return cast(Light, cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT))
    return picture


def _glare(rng: np.random.Generator, picture: Light) -> Light:
    """Put a lamp's reflection over 4 to 15 % of the picture."""
    spot = np.zeros((HEIGHT, WIDTH), np.float32)
    radius = np.sqrt(rng.uniform(0.04, 0.15) * WIDTH * HEIGHT / np.pi)
    at = (int(WIDTH * rng.uniform(0.35, 0.65)), int(HEIGHT * rng.uniform(0.3, 0.5)))
    cv2.ellipse(spot, at, (int(radius * 1.15), int(radius)), 0, 0, 360, 1.2, -1)
    return picture + cv2.GaussianBlur(spot, (0, 0), 14)[..., None]


_APPLIES: Final[dict[str, tuple[str, ...] | None]] = {  # what can be spoilt, and in which views (None: all)
    "out-of-focus": None,
    "shaken": None,
    "too-dark": None,
    "too-bright": None,
    "glare": None,
    "too-few-pixels": None,
    "no-card": ("close",),
    "tilted": ("close",),
    "colours-off": ("close",),
    "cut-off": ("close",),
    "too-far": ("medium",),
}


# ---- free photographs, spoilt the same way

_ANYWHERE: Final[tuple[str, ...]] = (
    "out-of-focus",
    "shaken",
    "too-dark",
    "too-bright",
    "glare",
    "too-few-pixels",
)


def from_photos(folder: Path, names: tuple[str, ...]) -> Iterator[Labelled]:
    """Make a good and a bad picture of each degradation out of free photographs.

    They are small, so they are laid out as mosaics of mirrored copies: as sharp as they were taken.
    """
    for number, name in enumerate(names):
        photo = cv2.imread(str(folder / name), cv2.IMREAD_COLOR)
        if photo is None:
            raise FileNotFoundError(folder / name)
        scene = _mosaic(cast(Image, photo)).astype(np.float32) / 255
        for again, fault in enumerate((*_ANYWHERE, *(GOOD,) * len(_ANYWHERE))):
            seed = 20_000 + number * 100 + again
            rng = np.random.default_rng((seed, 2))
            picture = _camera(rng, cast(Light, scene), fault)
            if fault == "too-few-pixels":
                side = int(rng.integers(480, 1000))
                picture = cast(
                    Image, cv2.resize(picture, (side * WIDTH // HEIGHT, side), interpolation=cv2.INTER_AREA)
                )
            yield Labelled(seed, "photo:throat", "open", fault, picture, None)


def _mosaic(photo: Image) -> Image:
    row = np.concatenate([photo, photo[:, ::-1]], axis=1)
    tile = np.concatenate([row, row[::-1]], axis=0)
    across, down = -(-WIDTH // tile.shape[1]), -(-HEIGHT // tile.shape[0])
    return cast(Image, np.tile(tile, (down, across, 1))[:HEIGHT, :WIDTH])
