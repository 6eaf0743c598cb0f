"""Conditions in words, for the page a clinician reads. Pure; the grammar is in conditions.py."""

from collections.abc import Mapping
from typing import Any, Final

from kiosk.clinical.rules import Rule

_OPERATORS: Final = {"below": "<", "at_most": "≤", "at_least": "≥", "above": ">"}
_SERIES: Final = {
    "seen": "{} (any believable reading)",
    "repeated": "{} in two readings",
    "to_repeat": "{} not yet followed by a reading that clears it",
}


def describe(form: Any, rule: Rule) -> str:
    """Return a condition of a rule in words."""
    if isinstance(form, str):
        return describe(rule.define[form], rule)
    for keyword, joiner in (("all", " and "), ("any", " or ")):
        if keyword in form:
            parts = [_bracketed(part, rule) for part in form[keyword]]
            return joiner.join(parts)
    if "not" in form:
        return f"not ({describe(form['not'], rule)})"
    if "count" in form:
        return f"at least {form['count']} of: " + "; ".join(describe(part, rule) for part in form["of"])
    for keyword, words in _SERIES.items():
        if keyword in form:
            counting = f", counting also {describe(form['counting'], rule)}" if "counting" in form else ""
            return words.format(_bracketed(form[keyword], rule)) + counting
    return _reading(form, rule) if "reading" in form else _other(form, rule)


def _bracketed(form: Any, rule: Rule) -> str:
    raw = rule.define[form] if isinstance(form, str) else form
    text = describe(raw, rule)
    return f"({text})" if {"all", "any", "count"} & set(raw) else text


def _limit(form: Mapping[str, Any], keyword: str, rule: Rule) -> str:
    threshold = rule.thresholds[form[keyword]]
    unit = "" if threshold.unit == "1" else f" {threshold.unit}"
    return f"{threshold.value:g}{unit}"


def _reading(form: Mapping[str, Any], rule: Rule) -> str:
    name = form["reading"]
    if "code" in form:
        return f"{name} {'LO' if form['code'] == 'low' else 'HI'}"
    if "over_baseline_by" in form:
        return f"{name} {_limit(form, 'over_baseline_by', rule)} or more over the own baseline"
    operator = next(word for word in _OPERATORS if word in form)
    sites = f" (site {', '.join(form['sites'])}, or not stated)" if "sites" in form else ""
    return f"{name} {_OPERATORS[operator]} {_limit(form, operator, rule)}{sites}"


def _other(form: Mapping[str, Any], rule: Rule) -> str:
    match form:
        case {"symptom": name} | {"group": name} | {"fact": name}:
            return f"*{name}*"
        case {"any_symptom": names}:
            return "any of " + ", ".join(f"*{name}*" for name in names)
        case {"pair_differs": names}:
            by = _limit(form, "by", rule)
            return f"two readings, and no third, differ by {by} or more in {' or '.join(names)}"
        case {"failed_attempts": _}:
            count = _limit(form, "failed_attempts", rule)
            return f"{count} attempts at one quantity failed or could not be believed"
        case {"unreliable": name}:
            return f"an unreliable {name} < {_limit(form, 'below', rule)}"
        case {"rejected": _}:
            return "a value no living person has (limits.json), without a device fault"
        case {"unsteady": names}:
            return f"the newest {' or '.join(names)} came from a weak or unsteady signal (limits.json)"
        case {"news2": "total"}:
            return f"NEWS2 total ≥ {_limit(form, 'at_least', rule)}"
        case {"news2": _}:
            return "any one part of NEWS2 is 3"
        case _:
            return "always"
