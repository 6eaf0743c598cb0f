"""The questions: order, conditions, what answers mean, and the FHIR they become."""

from typing import Any

import pytest
from reading_grade import grade

from kiosk.clinical import SYMPTOMS, Case, default_questionnaire, default_rules, evaluate
from kiosk.clinical.questionnaire import (
    FACT,
    SYMPTOM,
    Answer,
    AnswerError,
    Item,
    arms,
    check_answer,
    enabled,
    meanings,
    next_item,
    reason,
    symptoms,
    to_response,
    validate,
)

VISIT, ABOUT, CUFF = (default_questionnaire(name) for name in ("visit", "about", "cuff"))
EMERGENCY = ("chest-pain", "breathing", "stroke", "bleeding", "self-harm")
FULL: dict[str, Answer] = {
    **dict.fromkeys(EMERGENCY, False),
    "reason": "back-joint",
    "also": ("fever",),
    "back-where": "neck",
    "back-signs": (),
    "check-last": "year",
    "how-long": "days",
    "how-bad": 4,
}


def asked(given: dict[str, Answer]) -> list[str]:
    """Answer as given, or harmlessly; the order in which questions came."""
    answers: dict[str, Answer] = {}
    order = []
    while (item := next_item(VISIT, answers)) is not None:
        order.append(item.link_id)
        answers[item.link_id] = given.get(item.link_id, FULL.get(item.link_id, False))
        assert len(order) < 50
    return order


def test_emergency_questions_come_first_and_their_meaning_is_an_emergency() -> None:
    assert tuple(asked({}))[:5] == EMERGENCY
    for link_id in EMERGENCY:
        found = symptoms(VISIT, {link_id: True})
        assert found
        assert evaluate(Case(age=40, symptoms=found), default_rules()).worst == "E"
        assert symptoms(VISIT, {link_id: False}) == frozenset()


def test_only_what_one_says_alone_is_asked_privately() -> None:
    private = [item.link_id for item in VISIT.questions() if item.private]
    assert [name for name in private if not name.startswith("mood-")] == ["self-harm"]


def test_questions_that_make_no_sense_are_left_out() -> None:
    whole = ["reason", "back-where", "back-signs", "also", "how-long", "how-bad"]

    assert asked({})[5:] == whole
    assert asked({"reason": "blood-pressure"})[5:] == ["reason", "also"]
    assert asked({"reason": "other", "reason-text": "my ear"})[5:7] == ["reason", "reason-text"]


def test_what_answers_mean() -> None:
    answers = {**FULL, "also": ("numb-weak", "vision")}

    assert symptoms(VISIT, answers) == {"numbness", "weakness", "vision_change"}
    assert reason(VISIT, answers, "es") == "Dolor de espalda o articulaciones"
    assert reason(VISIT, {}, "es") == ""
    assert meanings(VISIT, FULL, FACT) == frozenset()


@pytest.mark.parametrize(
    ("answers", "free"),
    [
        ({"cuff-problem": ()}, ("left", "right")),
        ({"cuff-problem": ("fistula",), "cuff-arm": "left"}, ("right",)),
        ({"cuff-problem": ("wound", "drip"), "cuff-arm": "right"}, ("left",)),
        ({"cuff-problem": ("mastectomy",), "cuff-arm": "both"}, ()),
        ({"cuff-problem": (), "cuff-arm": "both"}, ("left", "right")),
    ],
)
def test_arms_for_the_cuff(answers: dict[str, Answer], free: tuple[str, ...]) -> None:
    assert arms(CUFF, answers) == free
    validate(CUFF, answers)


def test_which_arm_is_asked_only_when_there_is_something() -> None:
    assert next_item(CUFF, {"cuff-problem": ()}) is None
    item = next_item(CUFF, {"cuff-problem": ("drip",)})
    assert item is not None
    assert item.link_id == "cuff-arm"


@pytest.mark.parametrize(
    ("link_id", "answer", "said"),
    [
        ("chest-pain", "yes", "yes or no"),
        ("chest-pain", 1, "yes or no"),
        ("chest-pain", (), "yes or no"),
        ("reason", "toe", "'toe' is not one of the answers"),
        ("reason", ("fever",), "exactly one answer"),
        ("reason", True, "is not one of the answers"),
        ("also", "fever", "several answers"),
        ("also", ("fever", "fever"), "chosen twice"),
        ("how-bad", 11, "between 0 and 10"),
        ("how-bad", -1, "between 0 and 10"),
        ("how-bad", True, "whole number"),
        ("how-bad", 4.5, "whole number"),
        ("reason-text", 3, "text"),
        ("reason-text", "x" * 201, "at most 200 characters"),
        ("story", "x", "a group has no answer"),
        ("toe", True, "there is no such question"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(link_id: str, answer: Answer, said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        check_answer(VISIT, link_id, answer)


@pytest.mark.parametrize(
    ("link_id", "answer"),
    [
        ("self-harm", ()),
        ("also", ()),
        ("reason-text", ""),
        ("reason-text", "x" * 200),
        ("how-bad", 0),
        ("how-bad", 10),
    ],
)
def test_an_answer_at_the_edge_fits(link_id: str, answer: Answer) -> None:
    check_answer(VISIT, link_id, answer)


def test_validate_wants_what_is_required() -> None:
    validate(VISIT, FULL)
    for link_id in ("chest-pain", "reason", "how-bad"):
        with pytest.raises(AnswerError, match=f"{link_id}: this question must be answered"):
            validate(VISIT, {name: answer for name, answer in FULL.items() if name != link_id})
    validate(VISIT, {name: answer for name, answer in FULL.items() if name != "self-harm"})


def flat(items: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items:
        found |= flat(item["item"]) if "item" in item else {item["linkId"]: item.get("answer")}
    return found


def test_the_response() -> None:
    answers = {**FULL, "reason": "other", "reason-text": "Me duele el oído", "self-harm": ()}
    response = to_response(VISIT, answers, language="es", authored="2026-11-24T09:00:00+00:00")

    assert {
        key: response[key] for key in ("resourceType", "language", "questionnaire", "status", "authored")
    } == {
        "resourceType": "QuestionnaireResponse",
        "language": "es",
        "questionnaire": f"urn:carepost:questionnaire:visit|{VISIT.version}",
        "status": "completed",
        "authored": "2026-11-24T09:00:00+00:00",
    }
    assert [group["linkId"] for group in response["item"]] == ["emergency", "story"]
    assert response["item"][0]["text"] == "¿Tiene algo de esto ahora mismo?"
    found = flat(response["item"])
    assert found["chest-pain"] == [{"valueBoolean": False}]
    assert found["how-bad"] == [{"valueInteger": 4}]
    assert found["reason-text"] == [{"valueString": "Me duele el oído"}]
    assert found["reason"] == [
        {"valueCoding": {"system": "urn:carepost:reason", "code": "other", "display": "Otra cosa"}}
    ]
    assert found["self-harm"] is None


def test_an_unfinished_response_says_so() -> None:
    response = to_response(VISIT, {"chest-pain": True}, language="en")

    assert response["status"] == "in-progress"
    assert flat(response["item"]) == {"chest-pain": [{"valueBoolean": True}]}
    assert "item" not in to_response(VISIT, {}, language="en")


QUESTIONS = [*VISIT.questions(), *ABOUT.questions(), *CUFF.questions()]


@pytest.mark.parametrize("item", QUESTIONS, ids=lambda item: item.link_id)
def test_a_question_is_short_and_plain_in_both_languages(item: Item) -> None:
    assert item.why is not None
    texts = [item.text, item.why, *(option.text for option in item.options)]

    assert all(text.languages >= {"en", "es"} for text in texts)
    assert all(len(item.words(language).split()) <= 12 for language in ("en", "es"))
    assert "\n" not in item.why.words("en")
    assert grade(f"{item.words('en')} {item.why.words('en')}") <= 6


def test_all_symptoms_that_answers_mean_are_known_and_the_language_falls_back() -> None:
    told = {
        m.code
        for i in QUESTIONS
        for m in (*i.means, *(m for o in i.options for m in o.means))
        if m.system == SYMPTOM
    }

    assert told <= SYMPTOMS
    assert VISIT.item("reason").words("fr") == "What is the main reason you came today?"
    assert [item.link_id for item in enabled(VISIT, {})][:5] == list(EMERGENCY)
