"""Which cards are ours: the profile's pattern, and why it cannot hang the station.

Patterns come from people, and Python's regular expressions can take a lifetime over some of them. Therefore
only a small part of the language is allowed: characters, classes, `|` between whole alternatives, and on
single characters `?`, `*`, `+`, `{m}`, `{m,n}`, at most `REPEATS` of varying length in an alternative. On a
line of 64 characters, the longest there is, an alternative then takes some ten thousand steps at worst.
"""

import re
from typing import Final

REPEATS: Final = 3
LONGEST_PATTERN: Final = 200

_ATOM: Final = (
    r"(?:[A-Za-z0-9 _:;,/#%&=<>~@!\"'-]|\\[dwsDWS.\\+*?()\[\]{}|^$/-]|\.|\[\^?(?:[^\[\]\\^]|\\[dws\]\\-])+\])"
)
_VARYING: Final = r"\?|\*|\+|\{\d{1,2},\d{0,2}\}"
_PATTERN: Final = re.compile(rf"(?:{_ATOM}(?:{_VARYING}|\{{\d{{1,2}}\}})?)+")
_STEP: Final = re.compile(rf"{_ATOM}(?P<repeat>{_VARYING}|\{{\d{{1,2}}\}})?")


def card_pattern(text: str) -> re.Pattern[str]:
    """Return a profile's pattern, to be matched in full; ValueError when it is none, or not a harmless one.

    An empty pattern matches nothing.
    """
    if not text:
        return re.compile(r"(?!)")
    if len(text) > LONGEST_PATTERN:
        raise ValueError(f"a pattern of cards has at most {LONGEST_PATTERN} characters")
    for alternative in _alternatives(text):
        if not _PATTERN.fullmatch(alternative):
            raise ValueError(
                f"{text!r}: only characters, classes and repeats of them make a pattern of cards"
            )
        repeats = [step["repeat"] for step in _STEP.finditer(alternative)]
        if sum(bool(repeat and re.fullmatch(_VARYING, repeat)) for repeat in repeats) > REPEATS:
            raise ValueError(f"{text!r}: at most {REPEATS} repeats of varying length in an alternative")
    try:
        return re.compile(text, re.ASCII)
    except re.error as error:
        raise ValueError(f"{text!r}: {error}") from error


def _alternatives(text: str) -> list[str]:
    """Split at each `|` that is neither escaped nor in a class."""
    parts = [""]
    escaped = in_class = False
    for character in text:
        if character == "|" and not escaped and not in_class:
            parts.append("")
            continue
        parts[-1] += character
        if not escaped:
            in_class = character == "[" or (in_class and character != "]")
        escaped = character == "\\" and not escaped
    return parts
