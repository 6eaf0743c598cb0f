"""What a questionnaire is made of, whatever file it came from. Types only."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

import msgspec

Answer = bool | int | float | str | tuple[str, ...]
"""Yes/no, a number, text or the code of an option, several codes (an empty tuple: none of these)."""
Answers = Mapping[str, Answer]
ItemType = Literal["group", "boolean", "choice", "integer", "string"]

SYMPTOM: Final = "urn:carepost:symptom"
FACT: Final = "urn:carepost:fact"
NO_CUFF_ON: Final = "urn:carepost:no-cuff-on"
PRESENT: Final = "urn:carepost:present"
REASON: Final = "urn:carepost:reason"
MEANINGS: Final = (SYMPTOM, FACT, NO_CUFF_ON, PRESENT, REASON)
TEXT_MAX: Final = 1000  # characters of a string answer when the item sets no maxLength
SOURCE_LANGUAGE: Final = "en"


class QuestionnaireError(ValueError):
    """The file is not a questionnaire we can ask; the message says where and what."""


class Words(msgspec.Struct, frozen=True):
    """A text in its languages; English is always there."""

    by_language: dict[str, str]

    def words(self, language: str) -> str:
        """Return the text, in English when the language is missing."""
        return self.by_language.get(language, self.by_language[SOURCE_LANGUAGE])

    @property
    def languages(self) -> frozenset[str]:
        """The languages it is there in."""
        return frozenset(self.by_language)


class Meaning(msgspec.Struct, frozen=True):
    """What an answer means: a symptom, a fact, an arm without cuff, …"""

    system: str
    code: str


class Option(msgspec.Struct, frozen=True):
    """One answer to choose."""

    code: str
    system: str
    text: Words
    means: tuple[Meaning, ...] = ()


class Condition(msgspec.Struct, frozen=True):
    """One enableWhen: compare the answers to an earlier question."""

    question: str
    operator: Literal["=", "!=", "exists"]
    value: bool | int | str

    def holds(self, answer: Answer | None) -> bool:
        """Tell whether it is true; None is no answer."""
        given = () if answer is None else answer if isinstance(answer, tuple) else (answer,)
        if self.operator == "exists":
            return bool(given) is self.value
        return any(g == self.value and type(g) is type(self.value) for g in given) is (self.operator == "=")


class Item(msgspec.Struct, frozen=True):
    """A question, or a group of questions (`items`)."""

    link_id: str
    type: ItemType
    text: Words
    why: Words | None = None
    required: bool = False
    repeats: bool = False
    private: bool = False
    options: tuple[Option, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    max_length: int = TEXT_MAX
    means: tuple[Meaning, ...] = ()
    enable_when: tuple[Condition, ...] = ()
    enable_all: bool = True
    items: tuple["Item", ...] = ()

    def option(self, code: str) -> Option | None:
        """Return the option with a code, or None."""
        return next((option for option in self.options if option.code == code), None)

    def words(self, language: str) -> str:
        """Return the question's text."""
        return self.text.words(language)


class Questionnaire(msgspec.Struct, frozen=True):
    """What is asked, in order. `url` and `version` name it in responses."""

    url: str
    version: str
    title: Words
    items: tuple[Item, ...]

    def questions(self) -> Iterator[Item]:
        """All questions in the order they are asked, without the groups."""
        return (item for item, _ in self.walk() if item.type != "group")

    def walk(self) -> Iterator[tuple[Item, tuple[Item, ...]]]:
        """All items in order, each with the groups it is in."""
        return _walk(self.items, ())

    def item(self, link_id: str) -> Item:
        """Return a question or group. Raises KeyError."""
        for item, _ in self.walk():
            if item.link_id == link_id:
                return item
        raise KeyError(link_id)


def _walk(items: tuple[Item, ...], groups: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    for item in items:
        yield item, groups
        yield from _walk(item.items, (*groups, item))
