"""Rules as data: what a rule file holds, checked and compiled once. Pure: bytes in, RuleSet out.

The files are `rules/*.json`. A clinic's medical director may change a threshold marked [P] in the
signed profile (`RuleSet.with_overrides`); a threshold read in a source ([V]) or commonly known ([K])
stays as it is.
"""

import math
import string
from collections.abc import Mapping
from typing import Any, Final, Literal, TypeVar

import msgspec

from kiosk.clinical.case import SYMPTOMS, VITALS, Setting
from kiosk.clinical.conditions import Condition, Group
from kiosk.clinical.findings import Limits
from kiosk.clinical.grammar import RuleError, Scope, parse_condition

T = TypeVar("T")
Action = Literal["E", "P", "R"]
Mark = Literal["V", "K", "P"]
URGENCY: Final[dict[Action, int]] = {"E": 0, "P": 1, "R": 2}
WHY_FIELDS: Final = VITALS | {"pulse", "symptoms", "news2_total", "age", "not_believed"}


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named number of a rule. `mark` defaults to the rule's.

    `at_most`: another rule's number ("rf-07.spo2_below") that this one borders on and follows downward: no
    gap opens between the two when that one is changed.
    """

    value: float
    unit: str
    mark: Mark | None = None
    at_most: str = ""


class Ages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_years": "from"}):
    """From (included) and under (excluded), in years. None: open."""

    from_years: float | None = None
    under: float | None = None

    def include(self, age: float | None) -> bool:
        """Tell whether the rule is for this age. An unknown age counts as an adult's."""
        if age is None:
            return self.under is None
        return (self.from_years is None or age >= self.from_years) and (
            self.under is None or age < self.under
        )


class Repeat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When to measure again, for the screen that guides it: not before, not after (seconds)."""

    after_s: int | None = None
    within_s: int | None = None


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way a rule fires. `also` lists what else is asked for beside the action."""

    action: Action
    when: Any
    also: tuple[Action, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as its file has it. The first step that is true decides the action.

    `action` is the table's wording; `sign_off` tells a clinician what to decide before use.
    """

    id: str
    title: str
    action: str
    source: str
    mark: Mark
    why: str
    steps: tuple[Step, ...]
    ages: Ages = Ages()
    setting: Setting | None = None
    quiet: bool = False
    thresholds: dict[str, Threshold] = {}
    define: dict[str, Any] = {}
    repeat: Repeat | None = None
    ask: str | None = None
    sign_off: str | None = None

    @property
    def cited(self) -> str:
        """The source with its mark, as shown beside the rule."""
        return f"{self.source} [{self.mark}]"

    def mark_of(self, threshold: str) -> Mark:
        """Return how sure a threshold is."""
        return self.thresholds[threshold].mark or self.mark


class CompiledStep(msgspec.Struct, frozen=True):
    """A step ready to be evaluated."""

    action: Action
    condition: Condition
    also: tuple[Action, ...]


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule and its compiled steps."""

    rule: Rule
    steps: tuple[CompiledStep, ...]


class RuleSet(msgspec.Struct, frozen=True):
    """All rules, compiled, in the order of their numbers."""

    rules: tuple[CompiledRule, ...]
    limits: Limits
    groups: dict[str, Group]

    def __getitem__(self, rule_id: str) -> Rule:
        """Return a rule by id. Raises KeyError."""
        for compiled in self.rules:
            if compiled.rule.id == rule_id:
                return compiled.rule
        raise KeyError(rule_id)

    def with_overrides(self, overrides: Mapping[str, float]) -> "RuleSet":
        """Return rules with [P] numbers changed, as `{"rf-07.spo2_below": 88}`. Raises RuleError.

        `limits.perfusion_floor` names the floor of the perfusion index.
        """
        changed = {compiled.rule.id: compiled.rule for compiled in self.rules}
        limits = self.limits
        for path, value in overrides.items():
            if not math.isfinite(value):
                raise RuleError(f"{path}: {value} is not a number to compare with")
            rule_id, _, name = path.partition(".")
            if path == "limits.perfusion_floor":
                limits = msgspec.structs.replace(limits, perfusion_floor=value)
            elif rule_id in changed and name in changed[rule_id].thresholds:
                changed[rule_id] = _overridden(changed[rule_id], name, value)
            else:
                raise RuleError(f"{path}: no such threshold")
        return compile_rules(list(changed.values()), limits, self.groups)


def _overridden(rule: Rule, name: str, value: float) -> Rule:
    if rule.mark_of(name) != "P":
        raise RuleError(f"{rule.id}.{name}: comes from a source ({rule.source}) and can't be changed here")
    threshold = msgspec.structs.replace(rule.thresholds[name], value=value)
    return msgspec.structs.replace(rule, thresholds={**rule.thresholds, name: threshold})


def parse_rules(files: Mapping[str, bytes]) -> RuleSet:
    """Build the rules from the files' contents by name (`limits.json`, `groups.json`, the rest rules).

    Raises RuleError naming the file and the rule.
    """
    rules: list[Rule] = []
    limits = _decode(files, "limits.json", Limits)
    groups = _decode(files, "groups.json", dict[str, Group])
    for name, group in groups.items():
        if unknown := sorted(set(group.symptoms) - SYMPTOMS):
            raise RuleError(f"groups.json: {name}: {', '.join(unknown)}: not a known symptom")
    for name in sorted(set(files) - {"limits.json", "groups.json"}):
        rules += _decode(files, name, list[Rule])
    return compile_rules(rules, limits, groups)


def compile_rules(rules: list[Rule], limits: Limits, groups: dict[str, Group]) -> RuleSet:
    """Check and compile rules. Raises RuleError."""
    ids = [rule.id for rule in rules]
    if twice := sorted({rule_id for rule_id in ids if ids.count(rule_id) > 1}):
        raise RuleError(f"{', '.join(twice)}: there twice")
    compiled = [_compile(rule, groups) for rule in _bordering(rules)]
    # Numbered rules first (rf-01 … rf-31), then the further ones by name.
    compiled.sort(key=lambda c: (not c.rule.id[3:].isdigit(), c.rule.id))
    return RuleSet(tuple(compiled), limits, groups)


def _bordering(rules: list[Rule]) -> list[Rule]:
    """Return the rules with no gap between numbers that border on each other."""
    numbers = {f"{rule.id}.{name}": t.value for rule in rules for name, t in rule.thresholds.items()}

    def closed(threshold: Threshold) -> Threshold:
        border = numbers.get(threshold.at_most, threshold.value)
        return msgspec.structs.replace(threshold, value=min(threshold.value, border))

    return [
        msgspec.structs.replace(rule, thresholds={name: closed(t) for name, t in rule.thresholds.items()})
        for rule in rules
    ]


def _decode(files: Mapping[str, bytes], name: str, kind: type[T]) -> T:
    if name not in files:
        raise RuleError(f"{name}: this file is missing")
    try:
        return msgspec.json.decode(files[name], type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{name}: {error}") from None


def _compile(rule: Rule, groups: dict[str, Group]) -> CompiledRule:
    scope = Scope({name: t.value for name, t in rule.thresholds.items()}, groups, rule.define)
    try:
        if not rule.steps:
            raise RuleError("has no steps")
        _check_why(rule)
        steps = tuple(CompiledStep(s.action, parse_condition(s.when, scope), s.also) for s in rule.steps)
    except RuleError as error:
        raise RuleError(f"{rule.id}: {error}") from None
    return CompiledRule(rule, steps)


def _check_why(rule: Rule) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(rule.why) if field is not None}
    if unknown := sorted(fields - WHY_FIELDS - rule.thresholds.keys()):
        raise RuleError(f"why: {', '.join(unknown)} is neither a reading nor a threshold")
