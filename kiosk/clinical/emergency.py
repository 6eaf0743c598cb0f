"""What to do at once in an emergency, and after some rules until a provider is there. Pure.

The words are data (`emergency/first-steps.json`), our own and [P]. They say what the person can do;
none says that help is coming, because only an acknowledgement can say so. Numbers come from the
profile. Rule 24 is quiet: it offers the crisis line and raises no tone.
"""

import string
from typing import Final

import msgspec

from contract.profile import Help

LINES_MAX: Final = 3
OTHER: Final = "other"
NUMBERS: Final = frozenset({"emergency_number", "crisis_number", "poison_number"})
SOURCE_LANGUAGE: Final = "en"


class FirstStepsError(ValueError):
    """The file of first steps is wrong; the message says where and what."""


class FirstSteps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines by rule id, each in its languages; `other` is for a rule without lines of its own.

    `meanwhile`: what to do until a provider is there, by rules that are no emergency. `reviewed_by` names by
    language who signed the words off; None: nobody yet.
    """

    source: str
    mark: str
    reviewed_by: dict[str, str | None]
    steps: dict[str, tuple[dict[str, str], ...]]
    meanwhile: dict[str, tuple[dict[str, str], ...]] = {}

    def reviewed(self, language: str) -> bool:
        """Has a qualified person signed the words of a language off? English is what they are checked by."""
        return language == SOURCE_LANGUAGE or bool(self.reviewed_by.get(language))

    def lines(self, rule_id: str, language: str, numbers: Help) -> tuple[str, ...]:
        """Return what to do at once; English where the language is missing."""
        return _said(self.steps.get(rule_id, self.steps[OTHER]), language, numbers)

    def until_seen(self, rule_id: str, language: str, numbers: Help) -> tuple[str, ...]:
        """Return what to do until a provider is there; nothing for most rules."""
        return _said(self.meanwhile.get(rule_id, ()), language, numbers)


def _said(lines: tuple[dict[str, str], ...], language: str, numbers: Help) -> tuple[str, ...]:
    values = {name: getattr(numbers, name) for name in NUMBERS}
    return tuple(line.get(language, line[SOURCE_LANGUAGE]).format_map(values) for line in lines)


def parse_first_steps(data: bytes) -> FirstSteps:
    """Read the file of first steps. Raises FirstStepsError."""
    try:
        found = msgspec.json.decode(data, type=FirstSteps)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FirstStepsError(f"not readable: {error}") from None
    if OTHER not in found.steps:
        raise FirstStepsError(f"there are no lines for {OTHER!r}")
    for rule_id, lines in (*found.steps.items(), *found.meanwhile.items()):
        if not 1 <= len(lines) <= LINES_MAX:
            raise FirstStepsError(f"{rule_id}: one to {LINES_MAX} lines, not {len(lines)}")
        for line in lines:
            _check_line(rule_id, line)
    return found


def _check_line(rule_id: str, line: dict[str, str]) -> None:
    if SOURCE_LANGUAGE not in line:
        raise FirstStepsError(f"{rule_id}: a line has no English")
    for text in line.values():
        fields = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        if unknown := sorted(fields - NUMBERS):
            raise FirstStepsError(f"{rule_id}: {', '.join(unknown)} is not a number of the profile")
