"""Read a FHIR Questionnaire file into our own types, and say plainly what is wrong with it. Pure."""

import re
from typing import Any, Final

import msgspec

from contract.measurement import Act
from contract.views import views
from kiosk.clinical.case import SYMPTOMS
from kiosk.clinical.questions import (
    FACT,
    MEANINGS,
    NO_CUFF_ON,
    ORDERS,
    PRESENT,
    REASON,
    SOURCE_LANGUAGE,
    SYMPTOM,
    TEXT_MAX,
    TOLD,
    Condition,
    Item,
    Meaning,
    Option,
    Questionnaire,
    QuestionnaireError,
    Want,
    Words,
)

TRANSLATION: Final = "http://hl7.org/fhir/StructureDefinition/translation"
MIN_VALUE: Final = "http://hl7.org/fhir/StructureDefinition/minValue"
MAX_VALUE: Final = "http://hl7.org/fhir/StructureDefinition/maxValue"
WHY: Final = "urn:carepost:why"
PRIVATE: Final = "urn:carepost:private"
MEANS: Final = "urn:carepost:means"
TOGETHER: Final = "urn:carepost:together"
SHORT: Final = "urn:carepost:short"
OTHERWISE: Final = "urn:carepost:otherwise"
HEADING: Final = "urn:carepost:heading"
LEAVES_OUT: Final = "urn:carepost:leaves-out"
WANTS: Final = {"urn:carepost:measure": "measure", "urn:carepost:photo": "photo"}
CALCULATED: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
FHIRPATH: Final = "text/fhirpath"
OF_FILES: Final = frozenset({HEADING, LEAVES_OUT, *WANTS})
KNOWN_CODES: Final[dict[str, frozenset[str]]] = {
    SYMPTOM: SYMPTOMS,
    FACT: frozenset({"pregnant", "oxygen", "home-oxygen", "blood-thinner", "recent-surgery"}),
    NO_CUFF_ON: frozenset({"left", "right"}),
    PRESENT: frozenset({"alone", "family", "staff", "interpreter", "somebody"}),
    TOLD: frozenset({"condition", "medicine", "allergy", "surgery", "pharmacy"}),
}


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A spelling mistake in a field's name is an error."""


class _Coding(_Strict, frozen=True):
    system: str
    code: str
    display: str | None = None
    display_element: "_Element | None" = msgspec.field(default=None, name="_display")


class _Expression(_Strict, frozen=True):
    language: str
    expression: str
    name: str | None = None
    description: str | None = None


class _Extension(_Strict, frozen=True):
    url: str
    extension: tuple["_Extension", ...] = ()
    value_string: str | None = None
    value_string_element: "_Element | None" = msgspec.field(default=None, name="_valueString")
    value_code: str | None = None
    value_boolean: bool | None = None
    value_integer: int | None = None
    value_coding: _Coding | None = None
    value_expression: _Expression | None = None


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
    read_only: bool = False
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
    code: tuple[_Coding, ...] = ()
    extension: tuple[_Extension, ...] = ()
    copyright: str | None = None
    # Read, so that other people's tools may write them, and left alone:
    id: str | None = None
    meta: Any = None
    name: str | None = None
    language: str | None = None
    date: str | None = None
    description: str | None = None
    publisher: str | None = None
    purpose: str | None = None
    experimental: bool | None = None
    subject_type: tuple[str, ...] = ()


def read_questionnaire(data: bytes) -> Questionnaire:
    """Read a questionnaire file. Raises QuestionnaireError naming the item, or line and column."""
    try:
        form = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QuestionnaireError(
            f"not a questionnaire we can read: {error}{_where(data, str(error))}"
        ) from None
    if form.resource_type != "Questionnaire":
        raise QuestionnaireError(f"resourceType is {form.resource_type!r}, not 'Questionnaire'")
    earlier: dict[str, Item] = {}
    items = tuple(_item(item, earlier) for item in form.item)
    if not items and not form.code:  # a reason may ask nothing but what it measures
        raise QuestionnaireError("there is no question in it")
    _check_urls(form.extension, OF_FILES)
    heading = next((extension for extension in form.extension if extension.url == HEADING), None)
    codes = tuple(_meaning(coding) for coding in form.code)
    if codes and sum(code.system == REASON for code in codes) != 1:
        raise QuestionnaireError(f"the code of a reason's file names exactly one reason ({REASON})")
    return Questionnaire(
        url=form.url,
        version=form.version,
        title=_words(form.title, form.title_element),
        items=items,
        source=form.copyright or "",
        codes=codes,
        heading=_why(heading),
        leaves_out=tuple(e.value_code or "" for e in form.extension if e.url == LEAVES_OUT),
        wants=_wants(form.extension),
    )


def _where(data: bytes, said: str) -> str:
    """Turn the position a JSON error names into line and column."""
    found = re.search(r"byte (\d+)", said)
    if found is None:
        return ""
    before = data[: int(found[1])].decode(errors="replace")
    return f" (line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))})"


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
    if form.code and form.type != "boolean" and any(code.system != TOLD for code in form.code):
        raise QuestionnaireError(f"code says what a yes means (or, of words, {TOLD}): only a boolean has it")
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
        together=TOGETHER in extensions and extensions[TOGETHER].value_boolean is True,
        short=_why(extensions.get(SHORT)),
        otherwise=_otherwise(extensions.get(OTHERWISE)),
        calculate=_calculated(form, extensions.get(CALCULATED)),
        wants=_wants(form.extension),
    )
    if item.together and any(inner.type != "boolean" or inner.enable_when for inner in form.item):
        raise QuestionnaireError("only yes/no questions without a condition are asked together")
    earlier[form.link_id] = item
    return msgspec.structs.replace(item, items=tuple(_item(inner, earlier) for inner in form.item))


def _extensions(form: _Item) -> dict[str, _Extension]:
    known = {WHY, PRIVATE, MIN_VALUE, MAX_VALUE, TOGETHER, SHORT, OTHERWISE, CALCULATED, *WANTS}
    _check_urls(form.extension, frozenset(known))
    return {extension.url: extension for extension in form.extension}


def _check_urls(given: tuple[_Extension, ...], known: frozenset[str]) -> None:
    urls = [extension.url for extension in given]
    for url in urls:
        if url not in known:
            raise QuestionnaireError(f"extension {url!r} is not known")
        if urls.count(url) > 1 and url not in (*WANTS, LEAVES_OUT):
            raise QuestionnaireError(f"extension {url!r} is there twice")


def _why(extension: _Extension | None) -> Words | None:
    if extension is None:
        return None
    if extension.value_string is None:
        raise QuestionnaireError(f"{extension.url} needs a valueString")
    return _words(extension.value_string, extension.value_string_element)


def _otherwise(extension: _Extension | None) -> tuple[Meaning, ...]:
    if extension is None:
        return ()
    if extension.value_coding is None:
        raise QuestionnaireError(f"{OTHERWISE} needs a valueCoding")
    return (_meaning(extension.value_coding),)


def _calculated(form: _Item, extension: _Extension | None) -> str:
    if (extension is not None) != form.read_only:
        raise QuestionnaireError("readOnly goes with a calculatedExpression, and only with one")
    if extension is None:
        return ""
    expression = extension.value_expression
    if expression is None or expression.language != FHIRPATH or form.type != "integer" or form.required:
        raise QuestionnaireError(
            f"a calculated value is an integer, not required, with a valueExpression in {FHIRPATH}"
        )
    return expression.expression


def _wants(extensions: tuple[_Extension, ...]) -> tuple[Want, ...]:
    return tuple(_want(extension) for extension in extensions if extension.url in WANTS)


def _want(extension: _Extension) -> Want:
    kind = WANTS[extension.url]
    parts = {part.url: part for part in extension.extension}
    if set(parts) != {"what", "why"} or parts["what"].value_code is None:
        raise QuestionnaireError(f"{extension.url} has what (a valueCode) and why (a valueString)")
    what = parts["what"].value_code
    known = [str(act) for act in Act] if kind == "measure" else list(views().sets)
    if what not in known:
        raise QuestionnaireError(f"{kind} {what!r} is not one of {', '.join(known)}")
    why = _why(parts["why"])
    assert why is not None  # _why raised
    return Want(kind, what, why)  # type: ignore[arg-type]  # one of WANTS' values


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
    elif form.operator in ORDERS and question.type != "integer":
        raise QuestionnaireError(f"enableWhen: {form.operator!r} compares numbers, not {question.type}")
    elif form.operator not in ("=", "!=", *ORDERS):
        known = ", ".join(("=", "!=", "exists", *ORDERS))
        raise QuestionnaireError(f"enableWhen: operator {form.operator!r} is not one of {known}")
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
