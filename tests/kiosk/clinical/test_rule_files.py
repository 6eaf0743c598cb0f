"""The files of the rules: what a wrong edit is told, and what a profile may change."""

import json
from typing import Any

import pytest

from kiosk.clinical import Case, Reading, RuleError, default_rules, evaluate, parse_rules
from kiosk.clinical.library import read_folder


def rule(**changes: Any) -> dict[str, Any]:
    return {
        "id": "rf-99",
        "title": "Test",
        "action": "E",
        "source": "Test",
        "mark": "P",
        "why": "Because of {spo2}.",
        "thresholds": {"low": {"value": 90, "unit": "%"}},
        "steps": [{"action": "E", "when": {"seen": {"reading": "spo2", "below": "low"}}}],
        **changes,
    }


def with_rule(changed: dict[str, Any]) -> dict[str, bytes]:
    return {**read_folder("rules"), "site.json": json.dumps([changed]).encode()}


def when(condition: Any) -> dict[str, Any]:
    return rule(steps=[{"action": "E", "when": condition}])


SPO2 = {"reading": "spo2", "below": "low"}


def test_a_rule_can_be_added() -> None:
    rules = parse_rules(with_rule(rule()))

    fired = evaluate(Case(age=40, readings=(Reading("spo2", 85.0, "%"),)), rules).get("rf-99")
    assert fired is not None
    assert (fired.why, fired.source) == ("Because of 85 %.", "Test [P]")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (rule(id="rf-01"), "rf-01: there twice"),
        (rule(steps=[]), "rf-99: has no steps"),
        (rule(action=None), "site.json"),
        (rule(tresholds={}), "tresholds"),
        (rule(why="{spo3}"), "spo3 is neither a reading nor a threshold"),
        (when(SPO2), "say seen, repeated or to_repeat around a reading"),
        (when({"seen": {"symptom": "fever"}}), "seen needs a reading inside"),
        (when({"seen": {"reading": "spo3", "below": "low"}}), "'spo3' is not a known reading"),
        (when({"seen": {"reading": "spo2", "below": "high"}}), "'high' is not one of the rule's thresholds"),
        (when({"seen": {"reading": "spo2", "below": 90}}), "90 is not one of the rule's thresholds"),
        (when({"seen": {"reading": "spo2"}}), "needs exactly one of below"),
        (when({"seen": {**SPO2, "above": "low"}}), "needs exactly one of below"),
        (when({"seen": {"reading": "glucose", "code": "medium"}}), "'medium' is not a known code"),
        (when({"seen": {**SPO2, "code": "low"}}), "code stands alone"),
        (when({"seen": SPO2, "counting": SPO2}), "seen does not go together with counting"),
        (when({"symptom": "feever"}), "'feever' is not a known symptom"),
        (when({"any_symptom": []}), "needs a list with something in it"),
        (when({"group": "nobody"}), "'nobody' is not a known group"),
        (when({"fact": "tall"}), "'tall' is not a known fact"),
        (when({"always": False}), "always can only be true"),
        (when({"count": 3, "of": [{"symptom": "fever"}]}), "count must be a whole number from 1 to 1"),
        (when({"count": 1}), "count needs 'of'"),
        (when({"news2": "totl"}), "'totl' is not a known part of NEWS2"),
        (when({"wen": 1}), "wen: not a known kind of condition"),
        (when("undefined"), "'undefined' is not defined"),
        (when(7), "7 is not a condition"),
        ({**when("loop"), "define": {"loop": "loop"}}, "'loop' is not defined"),
    ],
)
def test_a_wrong_edit_is_told(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleError) as error:
        parse_rules(with_rule(changed))
    assert said in str(error.value)


def test_a_missing_or_broken_file_is_told() -> None:
    files = read_folder("rules")
    with pytest.raises(RuleError, match=r"limits\.json: this file is missing"):
        parse_rules({name: data for name, data in files.items() if name != "limits.json"})
    with pytest.raises(RuleError, match=r"symptoms\.json"):
        parse_rules({**files, "symptoms.json": b"[{"})
    with pytest.raises(RuleError, match=r"groups\.json: g: feever: not a known symptom"):
        parse_rules({**files, "groups.json": b'{"g": {"symptoms": ["feever"]}}'})


def action(spo2: float, overrides: dict[str, float]) -> str | None:
    rules = default_rules().with_overrides(overrides)
    fired = evaluate(Case(age=40, readings=(Reading("spo2", spo2, "%"),)), rules).get("rf-07")
    return fired.action if fired else None


def test_a_profile_changes_a_proposed_number() -> None:
    assert action(89, {}) == "R"
    assert action(89, {"rf-07.spo2_below": 88}) is None
    assert action(87, {"rf-07.spo2_below": 88}) == "R"
    assert default_rules()["rf-07"].thresholds["spo2_below"].value == 90


def test_no_gap_opens_below_a_border_that_was_lowered() -> None:
    low = Case(age=40, readings=tuple(Reading("spo2", 89.0, "%", time=n) for n in (1, 2)))
    found = evaluate(low, default_rules().with_overrides({"rf-07.spo2_below": 88}))
    assert [(fired.id, fired.action) for fired in found.fired] == [("rf-08", "P")]
    assert evaluate(low, default_rules()).worst == "E"


def test_a_profile_changes_the_floor_of_the_perfusion_index() -> None:
    case = Case(age=40, readings=(Reading("perfusion_index", 0.25, "%"),))
    rules = default_rules().with_overrides({"limits.perfusion_floor": 0.2})

    assert evaluate(case, default_rules()).get("rf-31") is not None
    assert evaluate(case, rules).get("rf-31") is None


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("rf-03.systolic_from", 200, r"comes from a source \(AHA\)"),
        ("rf-07.nothing", 88, "no such threshold"),
        ("rf-70.spo2_below", 88, "no such threshold"),
        ("limits.nothing", 1, "no such threshold"),
        ("rf-07.spo2_below", float("nan"), "not a number to compare with"),
    ],
)
def test_a_profile_changes_nothing_else(path: str, value: float, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        default_rules().with_overrides({path: value})


def test_every_rule_is_told_from_its_file() -> None:
    rules = default_rules()

    assert rules["rf-02"].ask == "When was the person last known to be well?"
    assert rules["rf-07"].repeat is not None
    assert rules["rf-07"].repeat.within_s == 60
    with pytest.raises(KeyError):
        _ = rules["rf-70"]
