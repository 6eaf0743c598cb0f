"""What a person reads at once: short, plain, in every language, never a promise."""

import json

import pytest

from contract.profile import Help
from kiosk.clinical import default_first_steps
from kiosk.clinical.emergency import FirstStepsError, parse_first_steps

PROMISES = ("coming", "on the way", "will help", "help is", "en camino", "ya viene", "llegará", "viene ayuda")
STEPS = default_first_steps()
LANGUAGES = tuple(STEPS.reviewed_by)


@pytest.mark.parametrize("rule_id", sorted(STEPS.steps))
def test_lines_are_few_plain_and_promise_nothing(rule_id: str) -> None:
    lines = {language: STEPS.lines(rule_id, language, Help()) for language in LANGUAGES}

    assert {"en", "es", "ar", "vi", "zh"} == set(LANGUAGES)
    assert len({len(said) for said in lines.values()}) == 1
    assert len(lines["en"]) <= 3
    every = [line for said in lines.values() for line in said]
    assert len(set(every)) == len(every)  # none is the English one again
    for line in every:
        assert len(line.split()) <= 16
        assert not any(promise in line.lower() for promise in PROMISES)
        assert "{" not in line
    assert any("911" in line for line in lines["en"])


@pytest.mark.parametrize("rule_id", sorted(STEPS.meanwhile))
def test_lines_until_a_provider_is_there_are_few_and_plain(rule_id: str) -> None:
    lines = {language: STEPS.until_seen(rule_id, language, Help()) for language in ("en", "es", "ar")}
    assert 1 <= len(lines["en"]) == len(lines["es"]) == len(lines["ar"]) <= 3
    assert all(len(line.split()) <= 16 for each in lines.values() for line in each)
    assert not any(promise in line.lower() for line in lines["en"] for promise in PROMISES)
    assert STEPS.until_seen("rf-04", "en", Help()) == ()


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
