"""The languages of the screens, one row each (docs/languages.md: how to add one), and texts in any of them.

The welcome screen speaks all of a station's languages at once.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTranslator

I18N: Final = Path(__file__).resolve().parent / "i18n"
SOURCE_LANGUAGE: Final = "en"


@dataclass(frozen=True)
class Tongue:
    """A language by its own name.

    `locale`, `day`: how Qt writes its numbers and dates. `partly`: "partly" in its own words, where not
    every text is there; those are shown in English. `voice`: what the synthesiser calls it, where that is
    another name. `family`: the font that has all its letters.
    """

    own_name: str
    locale: str
    day: str = "d MMMM yyyy"
    mirrored: bool = False
    partly: str = ""
    voice: str = ""
    family: str = "Atkinson Hyperlegible"

    @property
    def name(self) -> str:
        """What a person chooses: says honestly that not all of it is there."""
        return f"{self.own_name} ({self.partly})" if self.partly else self.own_name


TONGUES: Final = {
    "en": Tongue("English", "en_US", "MMMM d, yyyy"),
    "es": Tongue("Español", "es_US", "d 'de' MMMM 'de' yyyy"),
    "ar": Tongue("العربية", "ar_AE", mirrored=True),
    "zh": Tongue("简体中文", "zh_CN", "yyyy年M月d日", partly="部分", voice="cmn", family="Noto Sans CJK SC"),
    "vi": Tongue("Tiếng Việt", "vi_VN", "d 'tháng' M 'năm' yyyy", partly="một phần", family="Noto Sans"),
}


def tongues_of(codes: tuple[str, ...]) -> dict[str, Tongue]:
    """Return those of a profile's languages that there are words for, in its order."""
    return {code: TONGUES[code] for code in codes if code in TONGUES}


@cache
def _translator(language: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(str(I18N / f"carepost_{language}.qm")) else None


def say(language: str, context: str, text: str) -> str:
    """Return a text in a language; the text itself where it has no words for it."""
    translator = None if language == SOURCE_LANGUAGE else _translator(language)
    return (translator.translate(context, text) if translator else "") or text
