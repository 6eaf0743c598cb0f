"""Texts in a language that is not the screen's: the welcome screen speaks all of them at once."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTranslator

I18N: Final = Path(__file__).resolve().parent / "i18n"
SOURCE_LANGUAGE: Final = "en"
NAMES: Final = {"en": "English", "es": "Español"}


@cache
def _translator(language: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(str(I18N / f"carepost_{language}.qm")) else None


def say(language: str, context: str, text: str) -> str:
    """Return a text in a language; the text itself where it has no words for it."""
    translator = None if language == SOURCE_LANGUAGE else _translator(language)
    return (translator.translate(context, text) if translator else "") or text
