"""`python -m ui.standby`: what is behind the session's window: "one moment", or "out of service".

The compositor's child in the appliance (it ends with it), a plain picture without QML, so that a wipe never
shows black and something is there to be seen when nothing else runs any more. It takes no touch and no key.
"""

import argparse
import os
import sys
from importlib import resources
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, QTranslator
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRasterWindow,
)

from contract import systemd
from contract.profile import Profile, open_profile
from contract.seal import SealError
from ui.mark import QT_TRANSLATE_NOOP

HERE: Final = Path(str(resources.files("ui")))  # frozen, this script lies elsewhere than its package
GROUND: Final = "#FAF9F6"
INK: Final = "#14213D"
WAIT: Final = QT_TRANSLATE_NOOP("Standby", "One moment, please.")
OUT: Final = QT_TRANSLATE_NOOP("Standby", "This station is out of service.")
CALL: Final = QT_TRANSLATE_NOOP("Standby", "Please call {phone}.")
EMERGENCY: Final = QT_TRANSLATE_NOOP("Standby", "In an emergency call {number}.")
NEW: Final = QT_TRANSLATE_NOOP("Standby", "This station is not set up yet.")
EVERY_LANGUAGE: Final = ("en", "es", "ar")
LOOK_MS: Final = 500
HEADING_MM: Final = 9.0
PX_PER_MM: Final = 3.8  # where no profile says


class Said(NamedTuple):
    """What is shown in one language: a heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


def words(language: str, text: str) -> str:
    """Return a text of this screen in a language."""
    translator = QTranslator()
    if language != "en" and translator.load(str(HERE / "i18n" / f"carepost_{language}.qm")):
        return translator.translate("Standby", text) or text
    return text


def said(language: str, profile: Profile | None, out: bool) -> Said:
    """Return what is shown: of an enrolled station, and of one that is not."""
    if profile is None:
        return Said(words(language, OUT if out else NEW), ())
    if not out:
        return Said(words(language, WAIT), ())
    phones = (
        words(language, CALL).format(phone=_number(profile.site_phone)),
        words(language, EMERGENCY).format(number=_number(profile.help.emergency_number)),
    )
    return Said(words(language, OUT), phones if profile.site_phone else phones[1:])


def _number(text: str) -> str:
    """Keep a number in its order, in languages written from the right too."""
    return f"\u2066{text}\u2069"


def known(trust: Path | None) -> Profile | None:
    """Return the station's profile, if it has one that holds."""
    if trust is None:
        return None
    try:
        return open_profile((trust / "profile.signed").read_bytes(), (trust / "root.pub").read_bytes())
    except (OSError, SealError, ValueError):
        return None


class Standby(QRasterWindow):
    """The picture. `flag`: the file that is there while the station is out of service."""

    def __init__(self, profile: Profile | None, flag: Path) -> None:
        super().__init__()
        self._profile = profile
        self._flag = flag
        self.out = flag.exists()
        self.setTitle("carepost-standby")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """See whether the station is out of service; the compositor must answer for this to be progress."""
        if self.out != self._flag.exists():
            self.out = not self.out
            self.update()
        QGuiApplication.sync()
        systemd.alive()

    def shown(self) -> list[Said]:
        """Return what is to be read, by language."""
        languages = self._profile.languages if self._profile else EVERY_LANGUAGE
        return [said(language, self._profile, self.out) for language in languages]

    def rows(self) -> list[tuple[str, QFont, float, float]]:
        """Return what is written: text, font, top and height in px; a text that is too wide gets smaller."""
        px_per_mm = self._profile.screen.px_per_mm if self._profile else PX_PER_MM
        texts = [(text, at == 0) for one in self.shown() for at, text in enumerate((one.heading, *one.lines))]
        step = min(HEADING_MM * px_per_mm * 1.8, self.height() / (len(texts) + 1))
        top = (self.height() - step * len(texts)) / 2
        found = []
        for number, (text, heading) in enumerate(texts):
            size = step * (0.55 if heading else 0.4)
            font = self._font(size)
            if (width := QFontMetrics(font).horizontalAdvance(text)) > self.width() * 0.95:
                font = self._font(size * self.width() * 0.95 / width)
            found.append((text, font, top + number * step, step))
        return found

    def _font(self, size: float) -> QFont:
        font = QFont("Atkinson Hyperlegible")
        font.setPixelSize(max(1, int(size)))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write it, in the middle, each language below the other."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(GROUND))
        painter.setPen(QColor(INK))
        for text, font, top, height in self.rows():
            painter.setFont(font)
            painter.drawText(0, round(top), self.width(), round(height), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m ui.standby", description=__doc__)
    result.add_argument("--trust", type=Path, help="folder with root.pub and profile.signed")
    result.add_argument("--flag", type=Path, required=True, help="file that is there while out of service")
    return result


def main(argv: list[str] | None = None) -> int:
    """Show the picture until told to end."""
    options = parser().parse_args(argv)
    os.environ.setdefault("QT_WAYLAND_DISABLE_WINDOWDECORATION", "1")
    qt = QGuiApplication(["carepost-standby"])
    for font in sorted((HERE / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    window = Standby(known(options.trust), options.flag)
    window.showFullScreen()
    systemd.ready()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
