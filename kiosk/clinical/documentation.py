"""The page docs/clinical.md, made from the data: `python -m kiosk rules docs > docs/clinical.md`. Pure."""

from typing import Final

from kiosk.clinical.describe import describe
from kiosk.clinical.documentation_questions import questionnaire
from kiosk.clinical.documentation_symptoms import symptom_list
from kiosk.clinical.emergency import FirstSteps
from kiosk.clinical.questions import Questionnaire
from kiosk.clinical.rules import Rule, RuleSet
from kiosk.clinical.symptoms import SymptomList

_OPENING: Final = """# Clinical rules

<!-- Made by `python -m kiosk rules docs > docs/clinical.md`; change kiosk/clinical/, not this page. -->

Carepost is not a diagnosis: rules escalate, they never reassure. When no rule fires, that says nothing about
being well. Everything here is data in `kiosk/clinical/`, readable and checked when it is loaded.

- Actions: **E** emergency (call, staff alarm, stop the flow), **P** a provider now, **R** measure again.
- Marks: **[V]** read in the named source, **[K]** commonly known and not verified by us, **[P]** proposed
  by us. Everything marked [P] needs a clinician's sign-off before use with patients; a clinic's medical
  director may change a [P] number in the signed profile as `RULE.THRESHOLD` (for instance
  `rf-07.spo2_below`).
- NEWS2 is the work of the Royal College of Physicians (National Early Warning Score 2, London 2017). It
  is computed from the newest believable values, and not at all when one is missing, under 16 years, or in
  pregnancy.

## How readings are taken

- A repeat is a later reading of the same name. With the first abnormal reading a rule asks for a repeat
  (R). A normal repeat clears it; a second abnormal one confirms it (P or E), and a third, normal one does
  not take that back. A rule that acts at once (E or P without a repeat) stays fired whatever is measured
  afterwards.
- Systolic and diastolic of one inflation are one attempt; either being too high makes the attempt
  abnormal. In a band (rules 8 and 12) a second reading that is even worse than the band confirms too.
- A reading that may not be believed (marked unreliable, a device fault, out of the range of
  `limits.json`, a weak or unsteady oximeter signal) never clears an alarm and never confirms one; what it
  does is rf-unmeasurable.
- Symptom rules look at no reading, so no reading can cancel them.
- `pulse` is pulse_rate (oximeter or cuff) or heart_rate (ECG), each with its own row of repeats.
- Temperature is compared in °C, glucose in mg/dL (1 mmol/L = 18.016 mg/dL); converted values are rounded
  to hundredths. For NEWS2 temperature is rounded to 0.1 °C first.
- An unknown age counts as an adult's, and gives no NEWS2.
"""
_CLOSING: Final = """
## The language of conditions

A rule is an object with `id`, `title`, `action` (the words of the table), `source`, `mark`, `why`, `steps` and, where
needed, `ages` (`from` included, `under` excluded, in years), `setting`, `thresholds`, `define` (named conditions),
`repeat` (when to measure again), `ask`, `quiet`, `sign_off`. The first step that is true decides the action; `also`
names what is asked for beside it. T below is the name of a threshold.

| about | forms |
| --- | --- |
| the person | `{"symptom": S}`, `{"any_symptom": [S, …]}`, `{"group": G}` (groups.json), `{"fact": "pregnant" \\| "spo2_scale_2"}`, `{"always": true}` |
| one attempt | `{"reading": N, "below" \\| "at_most" \\| "at_least" \\| "above": T, "sites": […]}`, `{"reading": N, "code": "low" \\| "high"}`, `{"reading": N, "over_baseline_by": T}` |
| all attempts | `{"seen": A}`, `{"repeated": A, "counting": A}`, `{"to_repeat": A}`, `{"pair_differs": [N, …], "by": T}` |
| failing | `{"failed_attempts": T}`, `{"unreliable": N, "below": T}`, `{"rejected": true}`, `{"unsteady": [N, …]}` |
| the score | `{"news2": "total", "at_least": T}`, `{"news2": "any_three"}` |
| joining | `{"all": […]}`, `{"any": […]}`, `{"not": C}`, `{"count": n, "of": […]}` |
"""  # noqa: E501  # rows of a table


def render(
    rules: RuleSet, steps: FirstSteps, questionnaires: tuple[Questionnaire, ...], symptoms: SymptomList
) -> str:
    """Return the whole page."""
    parts = [_OPENING, "\n## The rules\n", *(_rule(compiled.rule) for compiled in rules.rules)]
    parts += [_groups(rules), _limits(rules), _first_steps(steps)]
    parts += [questionnaire(form) for form in questionnaires]
    parts += [symptom_list(symptoms), _sign_off(rules, steps), _CLOSING]
    return "".join(parts)


def ages(rule: Rule) -> str:
    """Return a rule's age range in words."""
    start, end = rule.ages.from_years, rule.ages.under
    words = [f"from {start:g} y"] if start is not None else []
    words += [f"under {end:g} y"] if end is not None else []
    return ", ".join(words) or "all ages"


def _rule(rule: Rule) -> str:
    setting = f"; only in setting {rule.setting}" if rule.setting else ""
    quiet = "; **quiet**: no tone, no red, staff alerted privately" if rule.quiet else ""
    lines = [
        f"\n### {rule.id}: {rule.title}\n",
        f"- Action: {rule.action}{quiet}",
        f"- Source: {rule.cited}",
        f"- For: {ages(rule)}{setting}",
    ]
    for step in rule.steps:
        also = f" (also {', '.join(step.also)})" if step.also else ""
        lines.append(f"- **{step.action}**{also} when {describe(step.when, rule)}")
    if rule.thresholds:
        named = (f"`{n}` {t.value:g} {t.unit} [{rule.mark_of(n)}]" for n, t in rule.thresholds.items())
        lines.append(f"- Numbers: {'; '.join(named)}")
    lines += [f"- Ask: {rule.ask}"] if rule.ask else []
    lines += [f"- For sign-off: {rule.sign_off}"] if rule.sign_off else []
    return "\n".join(lines) + "\n"


def _groups(rules: RuleSet) -> str:
    lines = ["\n## Groups of symptoms [P]\n"]
    for name, group in rules.groups.items():
        levels = f"; consciousness {', '.join(group.consciousness)}" if group.consciousness else ""
        lines.append(f"- *{name}*: {', '.join(group.symptoms)}{levels}")
    return "\n".join(lines) + "\n"


def _limits(rules: RuleSet) -> str:
    limits = rules.limits
    lines = [
        f"\n## When a reading is not believed [{limits.mark}]\n",
        f"Flags of a fault: {', '.join(limits.fault_flags)}. Flags of an unsteady signal:",
        f"{', '.join(limits.unsteady_flags)}; so is a perfusion index under {limits.perfusion_floor:g} %.\n",
        "| reading | rejected below | rejected above |",
        "| --- | --- | --- |",
    ]
    for name, limit in limits.reject.items():
        low, high = ("–" if end is None else f"{end:g}" for end in (limit.low, limit.high))
        lines.append(f"| {name} | {low} | {high} |")
    lines.append("\nAlso rejected: diastolic ≥ systolic; a mean outside diastolic–systolic.")
    return "\n".join(lines) + "\n"


def _first_steps(steps: FirstSteps) -> str:
    lines = [f"\n## What the person reads in an emergency [{steps.mark}]\n"]
    for rule_id, texts in steps.steps.items():
        lines.append(f"- {rule_id}")
        lines += [f"  - {text['en']} / {text.get('es', '–')}" for text in texts]
    lines.append("\nUntil a provider is there, after rules that are no emergency:\n")
    for rule_id, texts in steps.meanwhile.items():
        lines.append(f"- {rule_id}")
        lines += [f"  - {text['en']} / {text.get('es', '–')}" for text in texts]
    return "\n".join(lines) + "\n"


def _sign_off(rules: RuleSet, steps: FirstSteps) -> str:
    lines = ["\n## What needs a clinician's sign-off\n"]
    for compiled in rules.rules:
        rule = compiled.rule
        proposed = [name for name in rule.thresholds if rule.mark_of(name) == "P"]
        what = ["the rule"] if rule.mark == "P" else []
        what += [f"`{name}`" for name in proposed]
        what += [rule.sign_off] if rule.sign_off else []
        if rule.mark == "K":
            what.append("the source is common knowledge and was not verified")
        if what:
            lines.append(f"- {rule.id}: {'; '.join(what)}")
    lines.append(
        "- Groups of symptoms, limits of belief, the questions (with what they measure and ask pictures"
    )
    lines.append("  of), the levels of the symptoms, and the first steps: all of them.")
    for language, reviewer in steps.reviewed_by.items():
        if reviewer is None:
            lines.append(f"- Words in `{language}`: no qualified person has reviewed them yet.")
    return "\n".join(lines) + "\n"
