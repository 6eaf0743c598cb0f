"""Numbers, dates and times as the screen's language writes them; `Languages` sets the locale.

Digits are always 0 to 9, as devices and prescriptions show them. In text that runs from right to left the
translations isolate a number with its unit (UAX 9), so that "555 0142" and "120/80" keep their order.
"""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTime

from ui.tongues import TONGUES, Tongue

_WESTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
_NARROW: Final = {0x202F: "\N{NO-BREAK SPACE}"}  # not in every font
ISOLATES: Final = {0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None, 0x200E: None, 0x200F: None}


def speak_as(language: str) -> None:
    """Make numbers, dates and times those of a language from here on."""
    QLocale.setDefault(QLocale(TONGUES[language].locale if language in TONGUES else language))


def number(value: float, decimals: int = 0) -> str:
    """Return a number with so many decimals, without thousands marked (a weight in kg has none)."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return _plain(locale.toString(float(value), "f", decimals))


def clock(moment: str) -> str:
    """Return the time of day of an RFC 3339 moment in its own zone; empty when it is none."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return _plain(QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat))


def day(moment: str) -> str:
    """Return the date of an RFC 3339 moment in its own zone, its month as a word; empty when it is none."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    tongue = TONGUES.get(QLocale().name()[:2])
    pattern = tongue.day if tongue else Tongue.day
    return _plain(QLocale().toString(QDate(at.year, at.month, at.day), pattern))


def unmarked(text: str) -> str:
    """Return text without marks of direction, for who hears it."""
    return text.translate(ISOLATES)


def _plain(text: str) -> str:
    return text.translate(_WESTERN).translate(_NARROW).translate(ISOLATES)
