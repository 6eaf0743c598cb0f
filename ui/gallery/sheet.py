"""Small pictures of many scenes on one sheet, each with its name under it."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

WIDTH: Final = {"landscape": 300, "portrait": 190}  # px of one picture
COLUMNS: Final = {"landscape": 6, "portrait": 9}
GAP: Final = 8
NAME_HEIGHT: Final = 22
COLOURS: Final = 256


class Sheet:
    """Collects pictures; keeps only their small copies."""

    def __init__(self, orientation: str) -> None:
        self._width = WIDTH[orientation]
        self._columns = COLUMNS[orientation]
        self._small: list[tuple[str, QImage]] = []

    def add(self, name: str, picture: QImage) -> None:
        """Add a picture under its name."""
        self._small.append((name, _small(picture, self._width)))

    def drawn(self) -> QImage:
        """Return the sheet, with few colours so that its file is small."""
        height = self._small[0][1].height() + NAME_HEIGHT
        rows = -(-len(self._small) // self._columns)
        result = QImage(
            self._columns * (self._width + GAP), rows * (height + GAP), QImage.Format.Format_RGB32
        )
        result.fill(QColor("#D0D4DA"))
        painter = QPainter(result)
        painter.setFont(QFont("Atkinson Hyperlegible", 10))
        for n, (name, image) in enumerate(self._small):
            column, row = n % self._columns, n // self._columns
            at = QPoint(column * (self._width + GAP) + GAP // 2, row * (height + GAP) + GAP // 2)
            painter.drawImage(at, image)
            painter.drawText(at + QPoint(2, image.height() + 15), name)
        painter.end()
        return _indexed(result)


def few_colours(picture: QImage, width: int) -> QImage:
    """Return a small copy (width in px) whose file is small too."""
    return _indexed(_small(picture, width))


def _small(picture: QImage, width: int) -> QImage:
    return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def _indexed(picture: QImage) -> QImage:
    return picture.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
