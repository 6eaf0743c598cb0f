"""A small, strict subset of the FHIR R4 Questionnaire, and what answers mean. Pure.

Items: group, boolean, choice, integer, string; enableWhen (=, !=, exists, on earlier questions),
required, repeats, translations (http://hl7.org/fhir/StructureDefinition/translation), minValue,
maxValue, maxLength. Our own additions:

- `urn:carepost:why`: one line on why we ask, with translations;
- `urn:carepost:private`: ask where nobody else sees or hears it;
- what an answer means to the station: on a yes/no item as `item.code` (true when answered yes), on an
  option as extension `urn:carepost:means`; both Codings whose system is one of `MEANINGS`.

The types are in questions.py, the reading of files in questionnaire_file.py.
"""

from typing import Any, Final

from kiosk.clinical.questionnaire_file import read_questionnaire
from kiosk.clinical.questions import (
    FACT,
    NO_CUFF_ON,
    PRESENT,
    REASON,
    SYMPTOM,
    Answer,
    Answers,
    Condition,
    Item,
    Meaning,
    Option,
    Questionnaire,
    QuestionnaireError,
    Words,
)

__all__ = [
    "FACT",
    "NO_CUFF_ON",
    "PRESENT",
    "REASON",
    "SYMPTOM",
    "Answer",
    "AnswerError",
    "Answers",
    "Condition",
    "Item",
    "Meaning",
    "Option",
    "Questionnaire",
    "QuestionnaireError",
    "Words",
    "arms",
    "check_answer",
    "enabled",
    "load",
    "meanings",
    "next_item",
    "pregnant",
    "present",
    "reason",
    "symptoms",
    "to_response",
    "validate",
]


class AnswerError(ValueError):
    """An answer does not fit its question; the message says why."""


def load(data: bytes) -> Questionnaire:
    """Read a questionnaire file. Raises QuestionnaireError."""
    return read_questionnaire(data)


def enabled(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """Return the questions that make sense with these answers, in order."""
    return [item for item, _ in _enabled(questionnaire, answers) if item.type != "group"]


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
        found |= {meaning.code for meaning in told if meaning.system == system}
    return frozenset(found)


def symptoms(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """Return the symptoms (names of kiosk.clinical.case.SYMPTOMS) that the answers mean."""
    return meanings(questionnaire, answers, SYMPTOM)


def pregnant(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Tell whether the answers say pregnant, or that it might be."""
    return "pregnant" in meanings(questionnaire, answers, FACT)


def present(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """Return who is in the room, as codes: alone, family, staff, interpreter."""
    return meanings(questionnaire, answers, PRESENT)


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
    asked = enabled(questionnaire, answers)
    whole = all(item.link_id in answers for item in asked if item.required)
    keep = {item.link_id for item, _ in _enabled(questionnaire, answers)}
    response: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "language": language,
        "questionnaire": f"{questionnaire.url}|{questionnaire.version}",
        "status": "completed" if whole else "in-progress",
    }
    if authored is not None:
        response["authored"] = authored
    if items := _response_items(questionnaire.items, answers, language, keep):
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
            values = _response_values(item, answers[item.link_id], language)
            made.append({**entry, "answer": values} if values else entry)
    return made


def _response_values(item: Item, answer: Answer, language: str) -> list[dict[str, Any]]:
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


def _enabled(questionnaire: Questionnaire, answers: Answers) -> list[tuple[Item, tuple[Item, ...]]]:
    """Items that make sense, with their groups. A condition looks only at questions that do themselves."""
    found: list[tuple[Item, tuple[Item, ...]]] = []
    live: dict[str, Answer] = {}
    shown: set[str] = set()
    for item, groups in questionnaire.walk():
        verdicts = [condition.holds(live.get(condition.question)) for condition in item.enable_when]
        fits = not verdicts or (all(verdicts) if item.enable_all else any(verdicts))
        if fits and all(group.link_id in shown for group in groups):
            found.append((item, groups))
            shown.add(item.link_id)
            if item.link_id in answers:
                live[item.link_id] = answers[item.link_id]
    return found


def _check_boolean(item: Item, answer: Answer) -> str:
    return "" if isinstance(answer, bool) else "the answer is yes or no"


def _check_choice(item: Item, answer: Answer) -> str:
    if isinstance(answer, tuple) is not item.repeats:
        return "several answers can be chosen" if item.repeats else "exactly one answer can be chosen"
    codes = answer if isinstance(answer, tuple) else (answer,)
    if len(set(codes)) != len(codes):
        return "an answer was chosen twice"
    unknown = [code for code in codes if not isinstance(code, str) or item.option(code) is None]
    return f"{unknown[0]!r} is not one of the answers" if unknown else ""


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
