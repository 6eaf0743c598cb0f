"""What a person reads at once: short, plain, in both languages, never a promise."""

import json

import pytest

from contract.profile import Help
from kiosk.clinical import default_first_steps
from kiosk.clinical.emergency import FirstStepsError, parse_first_steps

PROMISES = ("coming", "on the way", "will help", "help is", "en camino", "ya viene", "llegará", "viene ayuda")
STEPS = default_first_steps()


@pytest.mark.parametrize("rule_id", sorted(STEPS.steps))
def test_lines_are_few_plain_and_promise_nothing(rule_id: str) -> None:
    lines = {language: STEPS.lines(rule_id, language, Help()) for language in ("en", "es")}

    assert len(lines["en"]) == len(lines["es"]) <= 3
    assert not set(lines["en"]) & set(lines["es"])
    for line in (*lines["en"], *lines["es"]):
        assert len(line.split()) <= 16
        assert not any(promise in line.lower() for promise in PROMISES)
        assert "{" not in line
    assert any("911" in line for line in lines["en"])


def test_thoughts_of_suicide_are_offered_the_crisis_line_of_the_profile() -> None:
    lines = STEPS.lines("rf-24", "es", Help(crisis_number="024", emergency_number="112"))

    assert "024" in lines[0]
    assert "112" in lines[-1]


def test_poisoning_names_the_poison_line() -> None:
    assert any("1-800-222-1222" in line for line in STEPS.lines("rf-28", "en", Help()))


def test_a_rule_without_lines_and_a_missing_language_have_words_too() -> None:
    assert STEPS.lines("rf-99", "en", Help()) == STEPS.lines("other", "en", Help())
    assert STEPS.lines("rf-01", "fr", Help()) == STEPS.lines("rf-01", "en", Help())


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ({}, "there are no lines for 'other'"),
        ({"other": []}, "one to 3 lines"),
        ({"other": [{"en": "x"}] * 4}, "one to 3 lines"),
        ({"other": [{"es": "x"}]}, "a line has no English"),
        ({"other": [{"en": "Call {number}"}]}, "number is not a number of the profile"),
    ],
)
def test_a_wrong_edit_is_told(steps: object, said: str) -> None:
    whole = {"source": "x", "mark": "P", "reviewed_by": {}, "steps": steps}
    with pytest.raises(FirstStepsError, match=said):
        parse_first_steps(json.dumps(whole).encode())


def test_a_broken_file_is_told() -> None:
    with pytest.raises(FirstStepsError, match="not readable"):
        parse_first_steps(b"{")
