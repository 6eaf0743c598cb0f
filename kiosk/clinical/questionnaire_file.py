"""Read a FHIR Questionnaire file into our own types, and say plainly what is wrong with it. Pure."""

from typing import Any, Final

import msgspec

from kiosk.clinical.case import SYMPTOMS
from kiosk.clinical.questions import (
    FACT,
    MEANINGS,
    NO_CUFF_ON,
    PRESENT,
    SOURCE_LANGUAGE,
    SYMPTOM,
    TEXT_MAX,
    Condition,
    Item,
    Meaning,
    Option,
    Questionnaire,
    QuestionnaireError,
    Words,
)

TRANSLATION: Final = "http://hl7.org/fhir/StructureDefinition/translation"
MIN_VALUE: Final = "http://hl7.org/fhir/StructureDefinition/minValue"
MAX_VALUE: Final = "http://hl7.org/fhir/StructureDefinition/maxValue"
WHY: Final = "urn:carepost:why"
PRIVATE: Final = "urn:carepost:private"
MEANS: Final = "urn:carepost:means"
KNOWN_CODES: Final[dict[str, frozenset[str]]] = {
    SYMPTOM: SYMPTOMS,
    FACT: frozenset({"pregnant"}),
    NO_CUFF_ON: frozenset({"left", "right"}),
    PRESENT: frozenset({"alone", "family", "staff", "interpreter"}),
}


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A spelling mistake in a field's name is an error."""


class _Coding(_Strict, frozen=True):
    system: str
    code: str
    display: str | None = None
    display_element: "_Element | None" = msgspec.field(default=None, name="_display")


class _Extension(_Strict, frozen=True):
    url: str
    extension: tuple["_Extension", ...] = ()
    value_string: str | None = None
    value_string_element: "_Element | None" = msgspec.field(default=None, name="_valueString")
    value_code: str | None = None
    value_boolean: bool | None = None
    value_integer: int | None = None
    value_coding: _Coding | None = None


class _Element(_Strict, frozen=True):
    extension: tuple[_Extension, ...] = ()


class _AnswerOption(_Strict, frozen=True):
    value_coding: _Coding
    extension: tuple[_Extension, ...] = ()


class _EnableWhen(_Strict, frozen=True):
    question: str
    operator: str
    answer_boolean: bool | None = None
    answer_integer: int | None = None
    answer_string: str | None = None
    answer_coding: _Coding | None = None


class _Item(_Strict, frozen=True):
    link_id: str
    type: str
    text: str
    text_element: _Element | None = msgspec.field(default=None, name="_text")
    required: bool = False
    repeats: bool = False
    max_length: int = TEXT_MAX
    answer_option: tuple[_AnswerOption, ...] = ()
    code: tuple[_Coding, ...] = ()
    enable_when: tuple[_EnableWhen, ...] = ()
    enable_behavior: str | None = None
    extension: tuple[_Extension, ...] = ()
    item: tuple["_Item", ...] = ()


class _File(_Strict, frozen=True):
    resource_type: str
    url: str
    version: str
    status: str
    title: str
    item: tuple[_Item, ...]
    title_element: _Element | None = msgspec.field(default=None, name="_title")
    name: str | None = None
    language: str | None = None
    date: str | None = None
    description: str | None = None


def read_questionnaire(data: bytes) -> Questionnaire:
    """Read a questionnaire file. Raises QuestionnaireError naming the item."""
    try:
        form = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QuestionnaireError(f"not a questionnaire we can read: {error}") from None
    if form.resource_type != "Questionnaire":
        raise QuestionnaireError(f"resourceType is {form.resource_type!r}, not 'Questionnaire'")
    earlier: dict[str, Item] = {}
    items = tuple(_item(item, earlier) for item in form.item)
    if not items:
        raise QuestionnaireError("there is no question in it")
    return Questionnaire(form.url, form.version, _words(form.title, form.title_element), items)


def _item(form: _Item, earlier: dict[str, Item]) -> Item:
    try:
        return _checked_item(form, earlier)
    except QuestionnaireError as error:
        # The innermost item is the one at fault; outer groups add nothing.
        raise (
            error if str(error).startswith("item ") else QuestionnaireError(f"item {form.link_id!r}: {error}")
        ) from None


def _checked_item(form: _Item, earlier: dict[str, Item]) -> Item:
    if form.link_id in earlier:
        raise QuestionnaireError("this linkId is there twice")
    if form.type not in ("group", "boolean", "choice", "integer", "string"):
        raise QuestionnaireError(f"type {form.type!r} is not one of group, boolean, choice, integer, string")
    if (form.type == "group") != bool(form.item):
        raise QuestionnaireError("a group holds items, and only a group does")
    if (form.type == "choice") != bool(form.answer_option):
        raise QuestionnaireError("a choice has answer options, and only a choice does")
    if form.code and form.type != "boolean":
        raise QuestionnaireError("code says what a yes means, so only a boolean has it")
    if form.repeats and form.type != "choice":
        raise QuestionnaireError("only a choice can be repeated")
    if form.enable_behavior not in (None, "all", "any"):
        raise QuestionnaireError("enableBehavior is all or any")
    if len(form.enable_when) > 1 and form.enable_behavior is None:
        raise QuestionnaireError("with more than one enableWhen, enableBehavior is needed")
    extensions = _extensions(form)
    item = Item(
        link_id=form.link_id,
        type=form.type,  # type: ignore[arg-type]  # checked above
        text=_words(form.text, form.text_element),
        why=_why(extensions.get(WHY)),
        required=form.required,
        repeats=form.repeats,
        private=PRIVATE in extensions and extensions[PRIVATE].value_boolean is True,
        options=_options(form),
        minimum=extensions[MIN_VALUE].value_integer if MIN_VALUE in extensions else None,
        maximum=extensions[MAX_VALUE].value_integer if MAX_VALUE in extensions else None,
        max_length=form.max_length,
        means=tuple(_meaning(coding) for coding in form.code),
        enable_when=tuple(_condition(when, earlier) for when in form.enable_when),
        enable_all=form.enable_behavior != "any",
    )
    earlier[form.link_id] = item
    return msgspec.structs.replace(item, items=tuple(_item(inner, earlier) for inner in form.item))


def _extensions(form: _Item) -> dict[str, _Extension]:
    known = {WHY, PRIVATE, MIN_VALUE, MAX_VALUE}
    for extension in form.extension:
        if extension.url not in known:
            raise QuestionnaireError(f"extension {extension.url!r} is not known")
    return {extension.url: extension for extension in form.extension}


def _why(extension: _Extension | None) -> Words | None:
    if extension is None:
        return None
    if extension.value_string is None:
        raise QuestionnaireError(f"{WHY} needs a valueString")
    return _words(extension.value_string, extension.value_string_element)


def _options(form: _Item) -> tuple[Option, ...]:
    options: list[Option] = []
    for option in form.answer_option:
        coding = option.value_coding
        if coding.display is None:
            raise QuestionnaireError(f"option {coding.code!r} needs a display")
        if any(made.code == coding.code for made in options):
            raise QuestionnaireError(f"option {coding.code!r} is there twice")
        means = []
        for extension in option.extension:
            if extension.url != MEANS or extension.value_coding is None:
                raise QuestionnaireError(f"option {coding.code!r}: only {MEANS} with a valueCoding is known")
            means.append(_meaning(extension.value_coding))
        words = _words(coding.display, coding.display_element)
        options.append(Option(coding.code, coding.system, words, tuple(means)))
    return tuple(options)


def _meaning(coding: _Coding) -> Meaning:
    if coding.system not in MEANINGS:
        raise QuestionnaireError(f"meaning {coding.system!r} is not one of {', '.join(MEANINGS)}")
    if coding.system in KNOWN_CODES and coding.code not in KNOWN_CODES[coding.system]:
        raise QuestionnaireError(f"{coding.code!r} is not a known code of {coding.system}")
    return Meaning(coding.system, coding.code)


def _condition(form: _EnableWhen, earlier: dict[str, Item]) -> Condition:
    if form.question not in earlier:
        raise QuestionnaireError(f"enableWhen: {form.question!r} is not an earlier question")
    given: list[Any] = [form.answer_boolean, form.answer_integer, form.answer_string]
    given.append(form.answer_coding.code if form.answer_coding else None)
    values = [value for value in given if value is not None]
    if len(values) != 1:
        raise QuestionnaireError("enableWhen needs exactly one answer to compare with")
    question = earlier[form.question]
    if form.operator == "exists":
        if form.answer_boolean is None:
            raise QuestionnaireError("enableWhen: exists is compared with answerBoolean")
    elif form.operator not in ("=", "!="):
        raise QuestionnaireError(f"enableWhen: operator {form.operator!r} is not one of =, !=, exists")
    elif not _comparable(question, values[0], form.answer_coding):
        raise QuestionnaireError(f"enableWhen: {values[0]!r} can't be an answer to {form.question!r}")
    return Condition(form.question, form.operator, values[0])  # type: ignore[arg-type]  # checked above


def _comparable(question: Item, value: bool | int | str, coding: _Coding | None) -> bool:
    if question.type == "choice":
        return coding is not None and question.option(coding.code) is not None
    kinds: dict[str, type] = {"boolean": bool, "integer": int, "string": str}
    return coding is None and type(value) is kinds.get(question.type)


def _words(text: str, element: _Element | None) -> Words:
    words = {SOURCE_LANGUAGE: text}
    for extension in element.extension if element else ():
        parts = {part.url: part for part in extension.extension}
        if extension.url != TRANSLATION or set(parts) != {"lang", "content"}:
            raise QuestionnaireError(f"{text!r}: a translation has lang and content")
        language, content = parts["lang"].value_code, parts["content"].value_string
        if not language or not content or language in words:
            raise QuestionnaireError(f"{text!r}: a translation is empty or there twice")
        words[language] = content
    if not text.strip():
        raise QuestionnaireError("a text is empty")
    return Words(words)
