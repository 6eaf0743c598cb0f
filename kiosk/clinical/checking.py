"""What is wrong with a clinic's questionnaires, all of it at once, in words for who edits them. Pure.

Errors keep the files from being used; a station goes on with the last good ones. Hints do not.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from kiosk.clinical import questionnaire as forms
from kiosk.clinical.assemble import assemble
from kiosk.clinical.calculate import calculate
from kiosk.clinical.catalogue import texts
from kiosk.clinical.library import REASONS, VISIT, default_questionnaires, questionnaire_of, shipped_files
from kiosk.clinical.questions import Answer, Item, Questionnaire, QuestionnaireError, Words

LANGUAGES: Final = ("es",)  # every text should be there in these
WORDS_MOST: Final = 12  # of a question, a reason why or an answer: what fits and is understood
NAMED: Final = re.compile(r"linkId\s*=\s*'([^']*)'")  # a question that an expression looks at
QUESTIONS_MOST: Final = 12  # of a reason


class Report(msgspec.Struct, frozen=True):
    """What was found, each with its file and item."""

    errors: tuple[str, ...]
    hints: tuple[str, ...]


def check(changes: Mapping[str, bytes], languages: Iterable[str] = LANGUAGES) -> Report:
    """Check a clinic's files by name (`visit.json`, `reasons/NAME.json`) together with ours."""
    errors: list[str] = []
    hints: list[str] = []
    read: dict[str, Questionnaire] = {}
    ours = default_questionnaires()
    files = {**shipped_files(), **changes}
    for name in sorted(files):
        if not files[name]:
            if not name.startswith(REASONS):
                errors.append(f"{name}: only a reason's file can be taken away")
            continue
        if not name.startswith(REASONS) and name.removesuffix(".json") not in ours:
            errors.append(f"{name}: no such questionnaire; the file of a reason belongs into {REASONS}")
            continue
        try:
            read[name] = questionnaire_of(files[name])
            _check_calculations(read[name])
        except QuestionnaireError as error:
            errors.append(f"{name}: {error}")
    errors += _together(read, files)
    for name in sorted(set(changes) & set(read)):
        hints += (f"{name}: {hint}" for hint in _hints(read[name], languages))
    return Report(tuple(errors), tuple(hints))


def _together(read: Mapping[str, Questionnaire], files: Mapping[str, bytes]) -> list[str]:
    """Put the visit's questions together; what the files say twice is found only then."""
    visit = read.get(VISIT)
    if visit is None:
        return []  # that was told
    reasons = {name: form for name, form in read.items() if name.startswith(REASONS)}
    try:
        whole = assemble(visit, reasons, {name: files[name] for name in (VISIT, *reasons)})
    except QuestionnaireError as error:
        return [str(error)]
    first = next(iter(whole.questions()))
    if not first.means:
        return [f"{VISIT}: item {first.link_id!r}: an urgent question comes first, before the reason"]
    return []


def _check_calculations(form: Questionnaire) -> None:
    """Raise when a calculated value gives nothing although everything is answered."""
    answers = {item.link_id: _an_answer(item) for item in form.questions()}
    items = [_answered(item, answers[item.link_id]) for item in form.questions()]
    response = {"resourceType": "QuestionnaireResponse", "item": items}
    known = {item.link_id for item, _ in form.walk()}
    for item, _ in form.walk():
        if not item.calculate:
            continue
        if strange := sorted(set(NAMED.findall(item.calculate)) - known):
            raise QuestionnaireError(
                f"item {item.link_id!r}: the expression {item.calculate!r} names {strange[0]!r}, which is no "
                "linkId here"
            )
        try:
            value = calculate(item.calculate, response)
        except QuestionnaireError as error:
            raise QuestionnaireError(f"item {item.link_id!r}: {error}") from None
        if value is None:
            raise QuestionnaireError(
                f"item {item.link_id!r}: the expression {item.calculate!r} gives nothing, even when every "
                "question is answered"
            )
        items.append({"linkId": item.link_id, "answer": [{"valueInteger": value}]})


def _an_answer(item: Item) -> Answer:
    if item.type == "boolean":
        return True
    if item.type == "integer":
        return item.minimum or 0
    if item.type == "string":
        return "text"
    return (item.options[0].code,) if item.repeats else item.options[0].code


def _answered(item: Item, answer: Answer) -> dict[str, object]:
    return {"linkId": item.link_id, "answer": forms.response_values(item, answer, "en")}


def _hints(form: Questionnaire, languages: Iterable[str]) -> Iterable[str]:
    for language in languages:
        missing = sorted({w.words("en") for w in _shown(form) if language not in w.languages})
        if missing:
            quoted = "; ".join(repr(text) for text in missing)
            yield f"not in {language!r} yet, so shown in English: {quoted}"
    for item in form.questions():
        if item.why is None:
            yield f"item {item.link_id!r}: it does not say why it is asked (urn:carepost:why)"
        for words in (item.text, *(option.text for option in item.options)):
            if len(words.words("en").split()) > WORDS_MOST:
                yield f"item {item.link_id!r}: {words.words('en')!r} has more than {WORDS_MOST} words"
    if form.reason and sum(1 for _ in form.questions()) > QUESTIONS_MOST:
        yield f"more than {QUESTIONS_MOST} questions for one reason"


def _shown(form: Questionnaire) -> Iterable[Words]:
    """Return the texts that a person can meet: not those of calculated values."""
    hidden = {item.text.words("en") for item, _ in form.walk() if item.calculate}
    return (words for words in texts(form) if words.words("en") not in hidden)
