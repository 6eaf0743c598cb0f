"""Apply the rules to a case. Pure: the same case and rules always give the same outcome.

Rules only escalate: nothing here says that somebody is well. A normal reading never cancels a
symptom rule, and a reading that may not be believed never clears an alarm.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from kiosk.clinical.case import VITALS, Case, check_case
from kiosk.clinical.conditions import Context, holds
from kiosk.clinical.findings import PULSE_NAMES, Findings, Sample, sort_out
from kiosk.clinical.news2 import ADULT_FROM_YEARS, News2, Vitals, news2
from kiosk.clinical.rules import URGENCY, Action, CompiledRule, RuleSet
from kiosk.clinical.units import own_unit

_READINGS: Final[dict[str, tuple[str, ...]]] = {  # of NEWS2, by its parameter
    "respiratory_rate": ("respiratory_rate",),
    "spo2": ("spo2",),
    "systolic": ("systolic",),
    "pulse_rate": PULSE_NAMES,
    "temperature": ("temperature",),
}


class Fired(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule that fired. `also`: further actions it asks for. `quiet`: no tone, no red, privately."""

    id: str
    action: Action
    source: str
    why: str
    also: tuple[Action, ...] = ()
    quiet: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """NEWS2 and the rules that fired, most urgent first."""

    news2: News2
    fired: tuple[Fired, ...]

    @property
    def worst(self) -> Action | None:
        """The most urgent action, or None when nothing fired (which is not "well")."""
        return self.fired[0].action if self.fired else None

    def get(self, rule_id: str) -> Fired | None:
        """Return how a rule fired, or None."""
        return next((fired for fired in self.fired if fired.id == rule_id), None)

    def to_dict(self) -> dict[str, Any]:
        """Return the form of `python -m kiosk rules evaluate`."""
        score: dict[str, Any] = msgspec.to_builtins(self.news2)
        if self.news2.total is None:
            score.setdefault("missing", [])
        else:
            score.setdefault("any_three", False)
        return {"news2": score, "fired": msgspec.to_builtins(self.fired)}


def evaluate(case: Case, rules: RuleSet) -> Outcome:
    """Apply every rule that is for this person. Raises CaseError when the case has no meaning."""
    check_case(case)
    findings = sort_out(case, rules.limits)
    context = Context(case, findings, score(case, findings), rules.groups)
    fired = [found for compiled in rules.rules if (found := _fire(compiled, context)) is not None]
    # The sort is stable: within an action the order of the rules' numbers stays.
    return Outcome(context.news2, tuple(sorted(fired, key=lambda found: URGENCY[found.action])))


def score(case: Case, findings: Findings) -> News2:
    """Compute NEWS2 from the newest believable values, or say why it is not for this person."""
    used = {name: findings.newest(names) for name, names in _READINGS.items()}
    numbers = {name: None if sample is None else sample.number for name, sample in used.items()}
    result = news2(
        Vitals(
            **numbers,
            oxygen=case.oxygen,
            consciousness=case.consciousness,
            spo2_scale=case.spo2_scale,
        )
    )
    if case.age is None:
        return News2(total=None, missing=("age", *result.missing))
    if case.age < ADULT_FROM_YEARS:
        return News2(total=None, missing=result.missing, not_applicable="NEWS2 is not used under 16 years")
    if case.pregnant:
        return News2(total=None, missing=result.missing, not_applicable="NEWS2 is not used in pregnancy")
    sources = {
        name: (sample.source, sample.name) for name, sample in used.items() if sample and sample.source
    }
    return msgspec.structs.replace(result, sources=sources if result.parts else {})


def _fire(compiled: CompiledRule, context: Context) -> Fired | None:
    rule = compiled.rule
    if not rule.ages.include(context.case.age) or rule.setting not in (None, context.case.setting):
        return None
    for step in compiled.steps:
        if holds(step.condition, context):
            why = rule.why.format_map(_words(compiled, context))
            return Fired(rule.id, step.action, rule.cited, why, step.also, rule.quiet)
    return None


def _words(compiled: CompiledRule, context: Context) -> Mapping[str, str]:
    """Words for the placeholders of `why`."""
    case, findings = context.case, context.findings
    words = {name: f"{t.value:g}" for name, t in compiled.rule.thresholds.items()}
    words |= {name: _values(findings.of(name), own_unit(name)) for name in VITALS}
    words["pulse"] = _values([s for s in findings.samples if s.name in PULSE_NAMES], "/min")
    signs = [symptom.replace("_", " ") for symptom in sorted(case.symptoms)]
    if case.consciousness not in (None, "A"):
        signs.append(f"consciousness {case.consciousness}")
    words["symptoms"] = ", ".join(signs) or "none reported"
    words["news2_total"] = str(context.news2.total)
    words["age"] = "unknown" if case.age is None else f"{case.age:g}"
    failed = sorted({s.name.replace("_", " ") for s in findings.samples if not s.valid})
    words["not_believed"] = ", ".join(failed) or "none"
    return words


def _values(samples: list[Sample], unit: str) -> str:
    if not samples:
        return "not measured"
    return ", ".join(_value(sample, unit) for sample in samples)


def _value(sample: Sample, unit: str) -> str:
    text = "no value" if sample.number is None else f"{sample.number:g} {unit}"
    if sample.code:
        text = {"low": "LO", "high": "HI"}[sample.code]
    return text if sample.valid else f"{text} (not reliable)"
