"""What a questionnaire is made of, whatever file it came from. Types only."""

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

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
TOLD: Final = "urn:carepost:told"
MEANINGS: Final = (SYMPTOM, FACT, NO_CUFF_ON, PRESENT, REASON, TOLD)
UNKNOWN: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"  # of an option: "I don't know"
REASON_ITEM: Final = "reason"  # the question that the files of reasons hang on
TEXT_MAX: Final = 1000  # characters of a string answer when the item sets no maxLength
SOURCE_LANGUAGE: Final = "en"


class QuestionnaireError(ValueError):
    """The file is not a questionnaire we can ask; the message says where and what."""


class Words(msgspec.Struct, frozen=True):
    """A text in its languages; English is always there.

    `reviewed_by`: by language, the qualified person who signed the translation off; a language that is not
    in it has not been reviewed (45 CFR 92.201: such a text is shown with the English beside it).
    """

    by_language: dict[str, str]
    reviewed_by: dict[str, str] = {}

    def words(self, language: str) -> str:
        """Return the text, in English when the language is missing."""
        return self.by_language.get(language, self.by_language[SOURCE_LANGUAGE])

    @property
    def languages(self) -> frozenset[str]:
        """The languages it is there in."""
        return frozenset(self.by_language)

    def reviewed(self, language: str) -> bool:
        """Tell whether what `words` returns may stand without the English beside it."""
        return language not in self.by_language or language in (SOURCE_LANGUAGE, *self.reviewed_by)


class Meaning(msgspec.Struct, frozen=True):
    """What an answer means: a symptom, a fact, an arm without cuff, …"""

    system: str
    code: str


class Want(msgspec.Struct, frozen=True):
    """What a question or a reason asks the station for: a measurement (`what`: an act of
    contract.measurement) or a picture (`what`: a kind of contract.views), and why, in words to be read.
    """

    kind: Literal["measure", "photo"]
    what: str
    why: Words


class Option(msgspec.Struct, frozen=True):
    """One answer to choose. `heading`: answers under the same one are shown together."""

    code: str
    system: str
    text: Words
    means: tuple[Meaning, ...] = ()
    heading: Words | None = None


ORDERS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


class Condition(msgspec.Struct, frozen=True):
    """One enableWhen: compare the answers to an earlier question."""

    question: str
    operator: Literal["=", "!=", "exists", ">", "<", ">=", "<="]
    value: bool | int | str

    def holds(self, answer: Answer | None) -> bool:
        """Tell whether it is true; None is no answer."""
        given = () if answer is None else answer if isinstance(answer, tuple) else (answer,)
        if self.operator == "exists":
            return bool(given) is self.value
        if self.operator in ORDERS:
            compare = ORDERS[self.operator]
            return any(type(g) is int and compare(g, self.value) for g in given)
        return any(g == self.value and type(g) is type(self.value) for g in given) is (self.operator == "=")


class Item(msgspec.Struct, frozen=True):
    """A question, or a group of questions (`items`).

    `together`: a group of yes/no questions asked on one screen, as a list to tick; `short` is a question's
    line in it. `otherwise`: what an answer means in a system of which none of its options does.
    `calculate`: nobody is asked, this FHIRPath expression gives the value. `wants` count when a group is
    asked, when a yes/no question is answered yes, and when any other question makes sense.
    """

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
    together: bool = False
    short: Words | None = None
    otherwise: tuple[Meaning, ...] = ()
    calculate: str = ""
    wants: tuple[Want, ...] = ()

    def option(self, code: str) -> Option | None:
        """Return the option with a code, or None."""
        return next((option for option in self.options if option.code == code), None)

    def words(self, language: str) -> str:
        """Return the question's text."""
        return self.text.words(language)

    @property
    def unknown(self) -> Option | None:
        """The option that says "I don't know", or None."""
        return next((option for option in self.options if option.system == UNKNOWN), None)


class Questionnaire(msgspec.Struct, frozen=True):
    """What is asked, in order. `url` and `version` name it in responses."""

    url: str
    version: str
    title: Words
    items: tuple[Item, ...]
    source: str = ""  # where its questions come from, and how sure that is
    codes: tuple[Meaning, ...] = ()  # of a reason: its code, and the symptoms that choosing it means
    heading: Words | None = None  # of a reason: under which words it is offered
    leaves_out: tuple[str, ...] = ()  # of a reason: questions of the visit that are not asked with it
    wants: tuple[Want, ...] = ()

    def questions(self) -> Iterator[Item]:
        """All questions in the order they are asked, without the groups and what is calculated."""
        return (item for item, _ in self.walk() if item.type != "group" and not item.calculate)

    @property
    def reason(self) -> str:
        """The code of the reason it belongs to; empty when it is not a reason's file."""
        return next((meaning.code for meaning in self.codes if meaning.system == REASON), "")

    @property
    def any_wants(self) -> bool:
        """Does it say anywhere what to measure? If not, the visit measures what it always did."""
        return bool(self.wants) or any(item.wants for item, _ in self.walk())

    def walk(self) -> Iterator[tuple[Item, tuple[Item, ...]]]:
        """All items in order, each with the groups it is in."""
        return _walk(self.items, ())

    def item(self, link_id: str) -> Item:
        """Return a question or group. Raises KeyError."""
        for item, _ in self.walk():
            if item.link_id == link_id:
                return item
        raise KeyError(link_id)

    def asked_with(self, link_id: str) -> Item | None:
        """Return the group a question is asked together with, None when it is asked by itself."""
        for item, groups in self.walk():
            if item.link_id == link_id:
                return next((group for group in groups if group.together), None)
        return None


def _walk(items: tuple[Item, ...], groups: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    for item in items:
        yield item, groups
        yield from _walk(item.items, (*groups, item))
