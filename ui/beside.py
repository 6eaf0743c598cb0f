"""English beside clinical words whose translation no qualified person has signed off (45 CFR 92.201).

Questions carry who reviewed them in the clinic's own files (`kiosk/clinical/words/XX.json`); for the screens'
own clinical words (what a result means, what a rule asks for, the fixed words of a plan) it stands by
language in `i18n/reviewed.json`.
"""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from kiosk.clinical.questions import SOURCE_LANGUAGE, Words

FILE: Final = Path(__file__).with_name("i18n") / "reviewed.json"


@cache
def reviewers() -> dict[str, str | None]:
    """Return by language who signed the screens' clinical words off; None: nobody yet."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, str | None])


def unreviewed(language: str) -> bool:
    """Must the screens' clinical words stand with the English beside them?"""
    return language != SOURCE_LANGUAGE and not reviewers().get(language)


def of_screen(text: str, said: str, language: str) -> str:
    """Return the English to show beside a screen's own clinical words as they are `said`; empty: none."""
    return text if unreviewed(language) and said != text else ""


def of_words(words: Words | None, language: str) -> str:
    """Return the English to show beside a question's words; empty: none is needed."""
    return "" if words is None or words.reviewed(language) else words.words(SOURCE_LANGUAGE)
