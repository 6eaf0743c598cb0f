"""A badly edited questionnaire is told where and what."""

import json
from typing import Any

import pytest

from kiosk.clinical.questionnaire import QuestionnaireError, load, next_item

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
        (form(item(), item("r", **when("q", ">", answerBoolean=True))), "operator '>' is not one of"),
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
