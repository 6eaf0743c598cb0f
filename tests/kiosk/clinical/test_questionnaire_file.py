"""A badly edited questionnaire is told where and what."""

import json
from typing import Any

import pytest

from kiosk.clinical.questionnaire import (
    AnswerError,
    QuestionnaireError,
    check_answer,
    load,
    next_item,
    to_response,
)

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


def item(link_id: str = "q", kind: str = "boolean", **more: Any) -> dict[str, Any]:
    return {"linkId": link_id, "type": kind, "text": "Well?", **more}


def option(code: str, **more: Any) -> dict[str, Any]:
    return {"valueCoding": {"system": "urn:x", "code": code, "display": code}, **more}


def form(*items: dict[str, Any], **more: Any) -> bytes:
    whole = {
        "resourceType": "Questionnaire",
        "url": "urn:x:q",
        "version": "1",
        "status": "active",
        "title": "Test",
        "item": list(items),
        **more,
    }
    return json.dumps(whole).encode()


def when(question: str, operator: str, **answer: Any) -> dict[str, Any]:
    return {"enableWhen": [{"question": question, "operator": operator, **answer}]}


def translated(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"_text": {"extension": [{"url": TRANSLATION, "extension": list(parts)}]}}


def calculated(expression: str) -> dict[str, Any]:
    url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
    value = {"language": "text/fhirpath", "expression": expression}
    return {"extension": [{"url": url, "valueExpression": value}]}


def want(kind: str, what: str) -> dict[str, Any]:
    parts = [{"url": "what", "valueCode": what}, {"url": "why", "valueString": "To see."}]
    return {"extension": [{"url": f"urn:carepost:{kind}", "extension": parts}]}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "not a questionnaire we can read"),
        (form(), "there is no question"),
        (form(item(), resourceType="Patient"), "resourceType is 'Patient'"),
        (form(item(required="yes")), "not a questionnaire we can read"),
        (form(item(requierd=True)), "requierd"),
        (form(item(), item()), "item 'q': this linkId is there twice"),
        (form(item(kind="date")), "item 'q': type 'date' is not one of"),
        (form(item(kind="group")), "a group holds items"),
        (form(item(item=[item("r")])), "a group holds items"),
        (form(item(kind="choice")), "a choice has answer options"),
        (form(item(answerOption=[option("a")])), "a choice has answer options"),
        (form(item(kind="choice", answerOption=[option("a"), option("a")])), "option 'a' is there twice"),
        (
            form(item(kind="choice", answerOption=[{"valueCoding": {"system": "u", "code": "a"}}])),
            "needs a display",
        ),
        (form(item(repeats=True)), "only a choice can be repeated"),
        (form(item(text=" ")), "a text is empty"),
        (form(item(extension=[{"url": "urn:y"}])), "extension 'urn:y' is not known"),
        (form(item(extension=[{"url": "urn:carepost:why"}])), "needs a valueString"),
        (
            form(item(code=[{"system": "urn:carepost:symptom", "code": "feever"}])),
            "'feever' is not a known code",
        ),
        (form(item(code=[{"system": "urn:z", "code": "fever"}])), "meaning 'urn:z' is not one of"),
        (
            form(item(kind="string", code=[{"system": "urn:carepost:symptom", "code": "fever"}])),
            "only a boolean",
        ),
        (form(item(**when("r", "=", answerBoolean=True)), item("r")), "'r' is not an earlier question"),
        (form(item(), item("r", **when("q", "="))), "exactly one answer to compare"),
        (form(item(), item("r", **when("q", "~", answerBoolean=True))), "operator '~' is not one of"),
        (form(item(), item("r", **when("q", ">", answerBoolean=True))), "'>' compares numbers, not boolean"),
        (form(item(readOnly=True)), "readOnly goes with a calculatedExpression"),
        (form(item(kind="integer", **calculated("1"))), "readOnly goes with a calculatedExpression"),
        (form(item(readOnly=True, **calculated("1"))), "a calculated value is an integer"),
        (form(item(**want("measure", "temprature"))), "measure 'temprature' is not one of oximetry"),
        (form(item(**want("photo", "photo:toe"))), "photo 'photo:toe' is not one of photo:skin"),
        (form(item(extension=[{"url": "urn:carepost:measure"}])), "has what (a valueCode) and why"),
        (form(item(extension=[{"url": "urn:carepost:why", "valueString": "x"}] * 2)), "is there twice"),
        (form(item(), code=[{"system": "urn:carepost:symptom", "code": "fever"}]), "exactly one reason"),
        (form(item(), extension=[{"url": "urn:carepost:why", "valueString": "x"}]), "is not known"),
        (b'{\n  "resourceType": "Questionnaire",\n  "url": }', "line 3, column 10"),
        (form(item(), item("r", **when("q", "exists", answerInteger=1))), "compared with answerBoolean"),
        (form(item(), item("r", **when("q", "=", answerString="x"))), "'x' can't be an answer to 'q'"),
        (form(item("g", "group", item=[item("a"), item("a")])), "item 'a': this linkId"),
        (form(item(**translated({"url": "lang", "valueCode": "es"}))), "a translation has lang and content"),
    ],
)
def test_a_wrong_edit_is_told(data: bytes, said: str) -> None:
    with pytest.raises(QuestionnaireError) as error:
        load(data)
    assert said in str(error.value)


def test_two_conditions_need_a_word_between_them() -> None:
    two = [{"question": "a", "operator": "=", "answerBoolean": True}] * 2
    with pytest.raises(QuestionnaireError, match="enableBehavior is needed"):
        load(form(item("a"), item("b", enableWhen=two)))


@pytest.mark.parametrize(("behaviour", "shown"), [("all", False), ("any", True)])
def test_all_or_any_condition(behaviour: str, shown: bool) -> None:
    both = [{"question": name, "operator": "=", "answerBoolean": True} for name in ("a", "b")]
    questionnaire = load(form(item("a"), item("b"), item("c", enableWhen=both, enableBehavior=behaviour)))

    assert (next_item(questionnaire, {"a": True, "b": False}) is not None) is shown


def test_a_group_that_makes_no_sense_takes_its_questions_along() -> None:
    inner = item("g", "group", item=[item("b")], **when("a", "!=", answerBoolean=True))
    questionnaire = load(form(item("a"), inner))

    assert next_item(questionnaire, {"a": True}) is None
    found = next_item(questionnaire, {"a": False})
    assert found is not None
    assert found.link_id == "b"


def test_an_integer_is_compared_as_an_integer() -> None:
    questionnaire = load(form(item("n", "integer"), item("b", **when("n", "=", answerInteger=1))))

    assert next_item(questionnaire, {"n": 1}) is not None
    assert next_item(questionnaire, {"n": True}) is None


@pytest.mark.parametrize(
    ("operator", "shown"),
    [(">", [3]), (">=", [2, 3]), ("<", [1]), ("<=", [1, 2]), ("=", [2]), ("!=", [1, 3])],
)
def test_numbers_are_put_in_order(operator: str, shown: list[int]) -> None:
    questionnaire = load(form(item("n", "integer"), item("b", **when("n", operator, answerInteger=2))))

    found = [n for n in (1, 2, 3) if next_item(questionnaire, {"n": n}) is not None]
    assert found == shown
    if operator != "!=":
        assert next_item(questionnaire, {"n": ()}) is None


def test_a_calculated_value_is_not_asked_and_decides_what_is() -> None:
    twice = "%resource.item.where(linkId = 'n').answer.value * 2"
    questionnaire = load(
        form(
            item("n", "integer"),
            item("twice", "integer", readOnly=True, **calculated(twice)),
            item("b", **when("twice", ">=", answerInteger=6)),
        )
    )

    first = next_item(questionnaire, {})
    assert first is not None and first.link_id == "n"
    assert next_item(questionnaire, {"n": 2}) is None
    found = next_item(questionnaire, {"n": 3})
    assert found is not None and found.link_id == "b"
    response = to_response(questionnaire, {"n": 3}, language="en")
    assert response["item"][1] == {"linkId": "twice", "text": "Well?", "answer": [{"valueInteger": 6}]}
    with pytest.raises(AnswerError, match="calculated, not answered"):
        check_answer(questionnaire, "twice", 6)


@pytest.mark.parametrize("expression", ["'x'", "%resource.item.where(", "1 | 2", "1.5", "nothing()"])
def test_what_can_not_be_calculated_never_stops_a_visit(expression: str) -> None:
    questionnaire = load(
        form(item("n", "integer"), item("c", "integer", readOnly=True, **calculated(expression)))
    )

    assert next_item(questionnaire, {"n": 1}) is None
    assert "c" not in str(to_response(questionnaire, {"n": 1}, language="en")["item"][1:])
