"""The Carepost card as a PDF, true to size: marks, a millimetre scale and patches, drawn by a few operators.

Two cards a page, in English and Spanish. Written by hand: it is rectangles and five lines of text, in sRGB.
"""

from typing import Final

import cv2
import numpy as np

from media.photo.card import (
    DICTIONARY,
    HEIGHT_MM,
    IDS,
    MARKER_MM,
    PATCH_MM,
    PATCHES,
    WIDTH_MM,
    marker_corners,
    patch_at,
)

PT: Final = 72 / 25.4  # points in a millimetre
PAGES: Final = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}  # mm
SCALE_MM: Final = 50
_CELLS: Final = 6  # of a 4 x 4 marker with its black border
_WORDS: Final = (
    "Carepost card. Print at 100 %: the scale is 50 mm long.",
    "Lay it flat beside the skin, in the same light. Wipe it clean.",
    "Tarjeta Carepost. Imprima al 100 %: la escala mide 50 mm.",
    "Póngala plana junto a la piel, con la misma luz. Límpiela.",
)


def pdf(page: str = "letter") -> bytes:
    """Return the file; KeyError for a page that is none of `PAGES`."""
    width, height = PAGES[page]
    left = (width - WIDTH_MM) / 2
    content = "".join(_card(left, top, height) for top in (25.0, 110.0)).encode("latin-1")
    return _file(width * PT, height * PT, content)


def _card(left: float, top: float, page_height: float) -> str:
    """Draw one card; coordinates from the page's top left, in mm."""

    def box(x: float, y: float, w: float, h: float) -> str:
        return f"{(left + x) * PT:.3f} {(page_height - top - y - h) * PT:.3f} {w * PT:.3f} {h * PT:.3f} re"

    drawn = ["0.6 G 0.4 w", f"{box(0, 0, WIDTH_MM, HEIGHT_MM)} S", "0 g"]
    for number in range(len(IDS)):
        x, y = marker_corners(number)[0]
        drawn += [f"{box(x + cx, y + cy, w, h)} f" for cx, cy, w, h in _marker(number)]
    for number, (_, rgb) in enumerate(PATCHES):
        x, y = patch_at(number)
        drawn += [
            " ".join(f"{value / 255:.4f}" for value in rgb) + " rg",
            f"{box(x, y, PATCH_MM, PATCH_MM)} f",
        ]
    drawn.append("0 g")
    drawn += _scale(box)
    drawn += [
        _text(left + 20, page_height - top - 5 - line * 2.6, words) for line, words in enumerate(_WORDS)
    ]
    return "\n".join(drawn) + "\n"


def _scale(box: "object") -> list[str]:
    assert callable(box)
    start = (WIDTH_MM - SCALE_MM) / 2
    drawn = [f"{box(start, 44, SCALE_MM, 0.3)} f"]
    for mm in range(SCALE_MM + 1):
        long = 5.0 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2.0
        drawn.append(f"{box(start + mm - 0.1, 44, 0.2, long)} f")
    return drawn


def _marker(number: int) -> list[tuple[float, float, float, float]]:
    """Return a marker's black runs: x, y, width, height in mm from its corner."""
    bits = cv2.aruco.getPredefinedDictionary(DICTIONARY).generateImageMarker(IDS[number], _CELLS)
    cell = MARKER_MM / _CELLS
    found = []
    for row in range(_CELLS):
        column = 0
        while column < _CELLS:
            end = column
            while end < _CELLS and not bits[row, end]:
                end += 1
            if end > column:  # a hair taller, so that no white line shows between two rows
                found.append(
                    (column * cell, row * cell, (end - column) * cell, cell + 0.02 * (row < _CELLS - 1))
                )
            column = max(end, column + 1)
    return found


def _text(x: float, y: float, words: str) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F 5.2 Tf {x * PT:.2f} {y * PT:.2f} Td ({escaped}) Tj ET"


def _file(width: float, height: float, content: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.3f} {height:.3f}] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def drawing(px_per_mm: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Return the card as a BGR picture, for tests: marks, scale and patches where the PDF has them."""
    height, width = round(HEIGHT_MM * px_per_mm), round(WIDTH_MM * px_per_mm)
    card = np.full((height, width, 3), 255, np.uint8)

    def fill(x: float, y: float, w: float, h: float, bgr: tuple[int, int, int]) -> None:
        a, b = (round(value * px_per_mm) for value in (x, y))
        card[b : round((y + h) * px_per_mm), a : round((x + w) * px_per_mm)] = bgr

    for number in range(len(IDS)):
        x, y = marker_corners(number)[0]
        for cx, cy, w, h in _marker(number):
            fill(x + cx, y + cy, w, h, (0, 0, 0))
    for number, (_, (red, green, blue)) in enumerate(PATCHES):
        x, y = patch_at(number)
        fill(x, y, PATCH_MM, PATCH_MM, (blue, green, red))
    start = (WIDTH_MM - SCALE_MM) / 2
    for mm in range(SCALE_MM + 1):
        fill(start + mm - 0.1, 44, 0.2, 5.0 if mm % 10 == 0 else 2.5, (0, 0, 0))
    return card
