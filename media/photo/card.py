"""The Carepost card: where its marks and patches are (mm), and what a picture of it tells: scale and colours.

The card lies beside what is photographed. Four ArUco markers (DICT_4X4_50, ids 40 to 43, one in each corner)
give the plane: a homography from picture to millimetres. Grey and coloured patches with known sRGB values
give white balance and a colour matrix. Made by `python -m media.photo card`, printed at 100 %.
"""

from typing import Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from media.photo import colours
from media.pictures import Image

WIDTH_MM: Final = 100.0
HEIGHT_MM: Final = 62.0
MARKER_MM: Final = 14.0
EDGE_MM: Final = 3.0  # of white around the markers
IDS: Final = (40, 41, 42, 43)  # top left, top right, bottom right, bottom left
DICTIONARY: Final = cv2.aruco.DICT_4X4_50
PRINT_ERROR: Final = 0.003  # relative, one standard deviation, of a printer at "100 %"
PATCH_MM: Final = 10.0
PATCHES: Final[tuple[tuple[str, tuple[int, int, int]], ...]] = (  # sRGB; two rows of six, from the left
    ("white", (240, 240, 240)),
    ("grey 1", (200, 200, 200)),
    ("grey 2", (160, 160, 160)),
    ("grey 3", (120, 120, 120)),
    ("grey 4", (80, 80, 80)),
    ("black", (45, 45, 45)),
    ("red", (175, 54, 60)),
    ("light skin", (194, 150, 130)),
    ("dark skin", (115, 82, 68)),
    ("yellow", (231, 199, 31)),
    ("green", (70, 148, 73)),
    ("blue", (56, 61, 150)),
)
GREYS: Final = slice(0, 6)
_COLUMNS: Final = 6
_PATCH_AT: Final = (20.0, 17.5)  # mm, of the first patch's top left corner

Points = npt.NDArray[np.float64]


def marker_corners(number: int) -> Points:
    """Return a marker's four corners on the card in mm, clockwise from its top left."""
    right, bottom = WIDTH_MM - EDGE_MM - MARKER_MM, HEIGHT_MM - EDGE_MM - MARKER_MM
    x, y = ((EDGE_MM, EDGE_MM), (right, EDGE_MM), (right, bottom), (EDGE_MM, bottom))[number]
    m = MARKER_MM
    return np.array([[x, y], [x + m, y], [x + m, y + m], [x, y + m]])


def patch_at(number: int) -> tuple[float, float]:
    """Return the top left corner of a patch on the card in mm."""
    row, column = divmod(number, _COLUMNS)
    return _PATCH_AT[0] + column * PATCH_MM, _PATCH_AT[1] + row * (PATCH_MM + 1.0)


class Card(NamedTuple):
    """A card that was found. `to_mm`: homography from picture to card. `residual_px`: how badly it fits.

    `mm_per_px` holds at the card; `error` is one standard deviation of it, in the same unit.
    """

    to_mm: Points
    mm_per_px: float
    error: float
    residual_px: float
    markers: int

    def length_mm(self, one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
        """Return the distance between two points of the picture in the card's plane and its error, in mm."""
        a, b = project(self.to_mm, np.array([one, other], np.float64))
        length = float(np.hypot(*(a - b)))
        reading = self.mm_per_px * np.hypot(
            self.residual_px, 1.0
        )  # the marks' fit, and one pixel of pointing
        return length, float(np.hypot(length * PRINT_ERROR, reading))


def project(homography: Points, points: Points) -> Points:
    """Map points, shape (n, 2)."""
    return cast(Points, cv2.perspectiveTransform(points.reshape(1, -1, 2), homography)[0])


def _detector() -> "cv2.aruco.ArucoDetector":
    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    return cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(DICTIONARY), parameters)


def find(picture: Image) -> Card | None:
    """Find a card with at least three of its markers; None when there is none.

    The scale is the mean of both directions at the card's middle. Its error grows with how obliquely the card
    is seen (then one number cannot be right for all directions), with the marks' misfit, and the printer's
    error.
    """
    corners, ids, _ = _detector().detectMarkers(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))
    if ids is None:
        return None
    quads = zip(corners, np.asarray(ids).reshape(-1), strict=True)
    seen = {int(id): np.asarray(quad, np.float64).reshape(4, 2) for quad, id in quads}
    ours = [number for number, id in enumerate(IDS) if id in seen]
    if len(ours) < 3:
        return None
    there = np.concatenate([seen[IDS[number]] for number in ours])
    here = np.concatenate([marker_corners(number) for number in ours])
    found, _ = cv2.findHomography(there, here, 0)
    if found is None:
        return None
    to_mm = np.asarray(found, np.float64)
    from_mm = np.asarray(np.linalg.inv(to_mm), np.float64)
    residual = float(np.sqrt(np.mean(np.sum((project(from_mm, here) - there) ** 2, axis=1))))
    along, across = _scales(to_mm, project(from_mm, np.array([[WIDTH_MM / 2, HEIGHT_MM / 2]]))[0])
    mm_per_px = float(np.sqrt(along * across))
    span_px = WIDTH_MM / mm_per_px
    tilt = abs(along - across) / (along + across)
    error = mm_per_px * float(np.sqrt(PRINT_ERROR**2 + (residual / span_px) ** 2 + tilt**2))
    return Card(to_mm, mm_per_px, error, residual, len(ours))


def _scales(to_mm: Points, at: Points) -> tuple[float, float]:
    """Return the largest and the smallest mm/px around a point of the picture."""
    around = at + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    origin, right, down = project(to_mm, around)
    larger, smaller = np.linalg.svd(np.column_stack([right - origin, down - origin]), compute_uv=False)
    return float(larger), float(smaller)


def outline(card: Card) -> Points:
    """Return the card's corners in the picture, shape (4, 2)."""
    edge = np.array([[0, 0], [WIDTH_MM, 0], [WIDTH_MM, HEIGHT_MM], [0, HEIGHT_MM]], np.float64)
    return project(_inverse(card), edge)


def _inverse(card: Card) -> Points:
    return np.asarray(np.linalg.inv(card.to_mm), np.float64)


class Balance(NamedTuple):
    """What the patches say. `gains`: red, green, blue factors (linear light) that make grey grey.

    `colour_de`: the mean CIEDE2000 between patches and their known colours after correction.
    """

    gains: tuple[float, float, float]
    colour_de: float


def balance(picture: Image, card: Card) -> Balance | None:
    """Read the patches; None when one of them is not in the picture."""
    read = _read(picture, card)
    if read is None:
        return None
    known = np.array([rgb for _, rgb in PATCHES], np.float64)
    seen, wanted = colours.linear(read), colours.linear(known)
    middle = seen[GREYS].mean(axis=0)
    gains = middle.mean() / np.maximum(middle, 1e-4)
    corrected = colours.encoded(seen @ colours.matrix(seen, wanted))
    difference = float(np.mean(colours.ciede2000(colours.lab(corrected), colours.lab(known))))
    return Balance((float(gains[0]), float(gains[1]), float(gains[2])), difference)


def _read(picture: Image, card: Card) -> Points | None:
    """Return the patches' median colours (RGB, 0..255), from the inner half of each."""
    height, width = picture.shape[:2]
    back = _inverse(card)
    inner = np.linspace(0.25, 0.75, 7) * PATCH_MM
    found = []
    for number in range(len(PATCHES)):
        x, y = patch_at(number)
        grid = np.array([[x + dx, y + dy] for dy in inner for dx in inner])
        at = np.rint(project(back, grid)).astype(int)
        if (at < 0).any() or (at[:, 0] >= width).any() or (at[:, 1] >= height).any():
            return None
        found.append(np.median(picture[at[:, 1], at[:, 0]], axis=0)[::-1])
    return np.array(found, np.float64)
