"""A small, strict subset of the FHIR R4 Questionnaire, and what answers mean. Pure.

Items: group, boolean, choice, integer, string; enableWhen (=, !=, >, <, >=, <=, exists, on earlier
questions), required, repeats, translations (http://hl7.org/fhir/StructureDefinition/translation; ours are
in words/*.json), minValue, maxValue, maxLength, values calculated by FHIRPath (SDC's calculatedExpression).
Our own additions:

- `urn:carepost:why`: one line on why we ask, with translations;
- `urn:carepost:private`: ask where nobody else sees or hears it;
- `urn:carepost:together`: a group of yes/no questions on one screen, to be ticked; `urn:carepost:short`:
  a question's line there;
- an option of HL7's data-absent-reason says "I don't know" and goes with no other;
- `urn:carepost:otherwise`: what the answer means when no chosen option means anything in that system;
- `urn:carepost:measure`, `urn:carepost:photo`: what the station is asked for, and why;
- what an answer means to the station: on a yes/no item as `item.code` (true when answered yes), on an
  option as extension `urn:carepost:means`; both Codings whose system is one of `MEANINGS`.

The types are in questions.py, the reading of files in questionnaire_file.py, the putting together of the
visit's questions and the files of reasons in assemble.py.
"""

from typing import Any, Final, NamedTuple

from kiosk.clinical.calculate import calculate
from kiosk.clinical.questionnaire_file import read_questionnaire
from kiosk.clinical.questions import (
    FACT,
    NO_CUFF_ON,
    PRESENT,
    REASON,
    SOURCE_LANGUAGE,
    SYMPTOM,
    TOLD,
    UNKNOWN,
    Answer,
    Answers,
    Condition,
    Item,
    Meaning,
    Option,
    Questionnaire,
    QuestionnaireError,
    Want,
    Words,
)

__all__ = [
    "FACT",
    "NO_CUFF_ON",
    "PRESENT",
    "REASON",
    "SYMPTOM",
    "TOLD",
    "UNKNOWN",
    "Answer",
    "AnswerError",
    "Answers",
    "Condition",
    "Item",
    "Meaning",
    "Option",
    "Questionnaire",
    "QuestionnaireError",
    "Want",
    "Words",
    "arms",
    "check_answer",
    "enabled",
    "fact",
    "load",
    "meanings",
    "next_item",
    "pregnant",
    "present",
    "reason",
    "symptoms",
    "to_response",
    "told",
    "unknown",
    "validate",
    "wants",
]


SOMEBODY: Final = "somebody"


class AnswerError(ValueError):
    """An answer does not fit its question; the message says why."""


def load(data: bytes) -> Questionnaire:
    """Read a questionnaire file. Raises QuestionnaireError."""
    return read_questionnaire(data)


def enabled(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """Return the questions that make sense with these answers, in order."""
    return [
        item for item in _now(questionnaire, answers).items if item.type != "group" and not item.calculate
    ]


def next_item(questionnaire: Questionnaire, answers: Answers) -> Item | None:
    """Return the first question that makes sense and has no answer; None when all are answered."""
    return next((item for item in enabled(questionnaire, answers) if item.link_id not in answers), None)


def check_answer(questionnaire: Questionnaire, link_id: str, answer: Answer) -> None:
    """Raise AnswerError when an answer does not fit its question.

    An empty tuple is "none of these", or "I'd rather not say" where the question is not required.
    """
    try:
        item = questionnaire.item(link_id)
    except KeyError:
        raise AnswerError(f"{link_id}: there is no such question") from None
    if item.calculate:
        raise AnswerError(f"{link_id}: this is calculated, not answered")
    if answer == () and item.type != "group" and (item.repeats or not item.required):
        return
    problem = _CHECKS[item.type](item, answer)
    if problem:
        raise AnswerError(f"{link_id}: {problem}")


def validate(questionnaire: Questionnaire, answers: Answers) -> None:
    """Raise AnswerError when an answer does not fit, or a required question has none."""
    for link_id, answer in answers.items():
        check_answer(questionnaire, link_id, answer)
    for item in enabled(questionnaire, answers):
        if item.required and item.link_id not in answers:
            raise AnswerError(f"{item.link_id}: this question must be answered")


def meanings(questionnaire: Questionnaire, answers: Answers, system: str) -> frozenset[str]:
    """Return the codes of a system (one of MEANINGS) that the answers mean."""
    found: set[str] = set()
    for item in enabled(questionnaire, answers):
        answer = answers.get(item.link_id)
        told = item.means if answer is True else ()
        for option in _chosen(item, answer):
            told += option.means
        means = {meaning.code for meaning in told if meaning.system == system}
        if not means and answer is not None and not unknown(item, answer):
            means = {meaning.code for meaning in item.otherwise if meaning.system == system}
        found |= means
    return frozenset(found)


def unknown(item: Item, answer: Answer | None) -> bool:
    """Was it answered by "I don't know"?"""
    return any(option.system == UNKNOWN for option in _chosen(item, answer))


def fact(questionnaire: Questionnaire, answers: Answers, code: str) -> bool | None:
    """Tell whether the answers say that a fact is so; None: not asked yet, not said, or not known."""
    if code in meanings(questionnaire, answers, FACT):
        return True
    asked = [item for item in enabled(questionnaire, answers) if _can_say(item, code)]
    given = [(item, answers[item.link_id]) for item in asked if item.link_id in answers]
    sure = [item for item, answer in given if not unknown(item, answer) and (item.repeats or answer != ())]
    return False if sure or _never_asked(questionnaire, answers, code) else None


def _can_say(item: Item, code: str) -> bool:
    means = (*item.means, *(meaning for option in item.options for meaning in option.means))
    return any(meaning.system == FACT and meaning.code == code for meaning in means)


def _never_asked(questionnaire: Questionnaire, answers: Answers, code: str) -> bool:
    """Is nobody asked for it because what was answered before leaves no question about it?"""
    asking = [item for item in questionnaire.questions() if _can_say(item, code)]
    before = {condition.question for item in asking for condition in item.enable_when}
    shown = {item.link_id for item in enabled(questionnaire, answers)}
    if not asking or not before or any(item.link_id in shown for item in asking):
        return False
    earlier = [(questionnaire.item(name), answers.get(name)) for name in before]
    return all(answer is not None and not unknown(item, answer) for item, answer in earlier)


def told(questionnaire: Questionnaire, answers: Answers) -> tuple[tuple[str, str, str], ...]:
    """Return what the patient told of themselves: (kind of `TOLD`, code, words).

    Chosen things are in English, the language of the record, with their code; what was typed is as typed,
    without one.
    """
    found: list[tuple[str, str, str]] = []
    for item in enabled(questionnaire, answers):
        answer = answers.get(item.link_id)
        for option in _chosen(item, answer):
            kinds = [meaning.code for meaning in option.means if meaning.system == TOLD]
            found += [(kind, option.code, option.text.words(SOURCE_LANGUAGE)) for kind in kinds]
        if item.type == "string" and isinstance(answer, str) and answer.strip():
            kinds = [meaning.code for meaning in item.means if meaning.system == TOLD]
            found += [(kind, "", answer.strip()) for kind in kinds]
    return tuple(found)


def wants(questionnaire: Questionnaire, answers: Answers) -> tuple[Want, ...]:
    """Return what to measure and to take pictures of with these answers, each once, in their order."""
    found = {(want.kind, want.what): want for want in questionnaire.wants}
    for item in _now(questionnaire, answers).items:
        if item.type != "boolean" or answers.get(item.link_id) is True:
            for want in item.wants:
                found.setdefault((want.kind, want.what), want)
    return tuple(found.values())


def symptoms(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """Return the symptoms (names of kiosk.clinical.case.SYMPTOMS) that the answers mean."""
    return meanings(questionnaire, answers, SYMPTOM)


def pregnant(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Tell whether the answers say pregnant, or that it might be."""
    return fact(questionnaire, answers, "pregnant") is True


def present(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """Return who is in the room, as codes: alone, family, staff, interpreter; somebody: not said who."""
    found = meanings(questionnaire, answers, PRESENT)
    return found - {SOMEBODY} if len(found) > 1 else found


def reason(questionnaire: Questionnaire, answers: Answers, language: str) -> str:
    """Return the main reason in the language's words; empty while not answered."""
    for item in enabled(questionnaire, answers):
        for option in _chosen(item, answers.get(item.link_id)):
            if any(meaning.system == REASON for meaning in option.means):
                return option.text.words(language)
    return ""


def arms(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """Return the arms a cuff may go on, of "left" and "right"; empty: no cuff reading, with the reason."""
    barred = meanings(questionnaire, answers, NO_CUFF_ON)
    return tuple(arm for arm in ("left", "right") if arm not in barred)


def to_response(
    questionnaire: Questionnaire, answers: Answers, *, language: str, authored: str | None = None
) -> dict[str, Any]:
    """Return a FHIR R4 QuestionnaireResponse (JSON object).

    `authored` is RFC 3339. Answers to questions that no longer make sense are left out.
    """
    now = _now(questionnaire, answers)
    whole = all(item.link_id in answers for item in now.items if item.required)
    response: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "language": language,
        "questionnaire": f"{questionnaire.url}|{questionnaire.version}",
        "status": "completed" if whole else "in-progress",
    }
    if authored is not None:
        response["authored"] = authored
    if items := _response_items(questionnaire.items, now.answers, language, now.shown):
        response["item"] = items
    return response


def _response_items(
    items: tuple[Item, ...], answers: Answers, language: str, keep: set[str]
) -> list[dict[str, Any]]:
    made = []
    for item in items:
        if item.link_id not in keep:
            continue
        entry: dict[str, Any] = {"linkId": item.link_id, "text": item.words(language)}
        if item.type == "group":
            if inner := _response_items(item.items, answers, language, keep):
                made.append({**entry, "item": inner})
        elif item.link_id in answers:
            values = response_values(item, answers[item.link_id], language)
            made.append({**entry, "answer": values} if values else entry)
    return made


def response_values(item: Item, answer: Answer, language: str) -> list[dict[str, Any]]:
    """Return an answer as FHIR has it in a response."""
    if item.type == "choice":
        return [
            {"valueCoding": {"system": o.system, "code": o.code, "display": o.text.words(language)}}
            for o in _chosen(item, answer)
        ]
    if answer in ((), ""):
        return []
    return [{f"value{item.type.capitalize()}": answer}]


def _chosen(item: Item, answer: Answer | None) -> list[Option]:
    if item.type != "choice" or answer is None:
        return []
    codes = answer if isinstance(answer, tuple) else (answer,)
    return [option for option in item.options if option.code in codes]


class _Now(NamedTuple):
    """What makes sense with some answers: items in order, their link ids, the answers that still count
    (with what was calculated from them).
    """

    items: list[Item]
    shown: set[str]
    answers: dict[str, Answer]


def _now(questionnaire: Questionnaire, answers: Answers) -> _Now:
    """Return what makes sense. A condition looks only at questions that do themselves."""
    now = _Now([], set(), {})
    for item, groups in questionnaire.walk():
        verdicts = [condition.holds(now.answers.get(condition.question)) for condition in item.enable_when]
        fits = not verdicts or (all(verdicts) if item.enable_all else any(verdicts))
        if not fits or not all(group.link_id in now.shown for group in groups):
            continue
        now.items.append(item)
        now.shown.add(item.link_id)
        if item.calculate:
            value = _calculated(questionnaire, item, now)
            if value is not None:
                now.answers[item.link_id] = value
        elif item.link_id in answers:
            now.answers[item.link_id] = answers[item.link_id]
    return now


def _calculated(questionnaire: Questionnaire, item: Item, now: _Now) -> int | None:
    """Return a calculated value, None when there is none: a visit never stops for it (files are checked)."""
    items = _response_items(questionnaire.items, now.answers, SOURCE_LANGUAGE, now.shown)
    try:
        return calculate(item.calculate, {"resourceType": "QuestionnaireResponse", "item": items})
    except QuestionnaireError:
        return None


def _check_boolean(item: Item, answer: Answer) -> str:
    return "" if isinstance(answer, bool) else "the answer is yes or no"


def _check_choice(item: Item, answer: Answer) -> str:
    if isinstance(answer, tuple) is not item.repeats:
        return "several answers can be chosen" if item.repeats else "exactly one answer can be chosen"
    codes = answer if isinstance(answer, tuple) else (answer,)
    if len(set(codes)) != len(codes):
        return "an answer was chosen twice"
    if len(codes) > 1 and unknown(item, answer):
        return '"I don\'t know" goes with no other answer'
    strange = [code for code in codes if not isinstance(code, str) or item.option(code) is None]
    return f"{strange[0]!r} is not one of the answers" if strange else ""


def _check_integer(item: Item, answer: Answer) -> str:
    if type(answer) is not int:
        return "the answer is a whole number"
    low = item.minimum is not None and answer < item.minimum
    high = item.maximum is not None and answer > item.maximum
    return f"the answer lies between {item.minimum} and {item.maximum}" if low or high else ""


def _check_string(item: Item, answer: Answer) -> str:
    if not isinstance(answer, str):
        return "the answer is text"
    if item.required and not answer.strip():
        return "this question must be answered"
    return f"at most {item.max_length} characters" if len(answer) > item.max_length else ""


def _check_group(item: Item, answer: Answer) -> str:
    return "a group has no answer of its own"


_CHECKS: Final = {
    "boolean": _check_boolean,
    "choice": _check_choice,
    "integer": _check_integer,
    "string": _check_string,
    "group": _check_group,
}
