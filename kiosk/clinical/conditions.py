"""The small language in which a rule says when it is true. Pure; grammar in docs/clinical.md.

About the person:      {"symptom": S}  {"any_symptom": [S, …]}  {"group": G}  {"fact": F}  {"always": true}
About one attempt:     {"reading": N, "below" | "at_most" | "at_least" | "above": T, "sites": […]}
                       {"reading": N, "code": "low" | "high"}  {"reading": N, "over_baseline_by": T}
About all attempts:    {"seen": A}  {"repeated": A, "counting": A}  {"to_repeat": A}
                       {"pair_differs": [N, …], "by": T}
About failing to measure: {"failed_attempts": T}  {"unreliable": N, "below": T}  {"rejected": true}
                       {"unsteady": [N, …]}
About the score:       {"news2": "total", "at_least": T}  {"news2": "any_three"}
Joining:               {"all": […]}  {"any": […]}  {"not": C}  {"count": n, "of": […]}

T names a threshold of the rule. An attempt answers yes, no, or *unknown* when what it needs could not
be believed: unknown never counts as yes and never clears anything.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from kiosk.clinical.case import Case
from kiosk.clinical.findings import PULSE_NAMES, Findings, Sample
from kiosk.clinical.news2 import News2

Attempt = Mapping[str, Sample]
Verdict = bool | None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Symptoms (and levels of consciousness) that rules treat alike."""

    symptoms: tuple[str, ...]
    consciousness: tuple[str, ...] = ()

    def matches(self, case: Case) -> bool:
        """Tell whether the person has any of them."""
        return not case.symptoms.isdisjoint(self.symptoms) or case.consciousness in self.consciousness


class Context(msgspec.Struct, frozen=True):
    """What a condition may look at."""

    case: Case
    findings: Findings
    news2: News2
    groups: Mapping[str, Group]


class Comparison(msgspec.Struct, frozen=True):
    """One reading of an attempt beside a limit."""

    name: str
    operator: str
    limit: float
    sites: tuple[str, ...] = ()

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes, no, or None for unknown."""
        if self.name not in attempt:
            # Missing here but measured in another attempt: unknown. Never measured: plainly no.
            return None if any(s.name == self.name for s in context.findings.samples) else False
        sample = attempt[self.name]
        if not sample.valid:
            return None
        if self.sites and sample.site is not None and sample.site not in self.sites:
            return False
        if sample.number is None:
            return self.operator in (("below", "at_most") if sample.code == "low" else ("above", "at_least"))
        baseline = context.case.baseline.get(self.name)
        if self.operator == "over_baseline_by":
            return baseline is not None and round(sample.number - baseline, 2) >= self.limit
        return OPERATORS[self.operator](sample.number, self.limit)


OPERATORS: Final[dict[str, Callable[[float, float], bool]]] = {
    "below": lambda value, limit: value < limit,
    "at_most": lambda value, limit: value <= limit,
    "at_least": lambda value, limit: value >= limit,
    "above": lambda value, limit: value > limit,
}


class Code(msgspec.Struct, frozen=True):
    """A meter's LO or HI instead of a number."""

    name: str
    code: str

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes, no, or None for unknown."""
        sample = attempt.get(self.name)
        if sample is None:
            return False
        return sample.code == self.code if sample.valid else None


class Person(msgspec.Struct, frozen=True):
    """Something about the person, the same for every attempt."""

    test: Callable[[Context], bool]

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes or no."""
        return self.test(context)


class AtLeast(msgspec.Struct, frozen=True):
    """At least `count` of the parts are true (any: 1, all: every one)."""

    count: int
    parts: tuple["Condition", ...]

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes, no, or None when the unknown ones decide."""
        verdicts = [part.judge(context, attempt) for part in self.parts]
        if verdicts.count(True) >= self.count:
            return True
        return None if len(verdicts) - verdicts.count(False) >= self.count else False


class Not(msgspec.Struct, frozen=True):
    """The part is false; unknown stays unknown."""

    part: "Condition"

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes, no, or None for unknown."""
        verdict = self.part.judge(context, attempt)
        return None if verdict is None else not verdict


class Series(msgspec.Struct, frozen=True):
    """A question about all attempts: `seen`, `repeated` or `to_repeat`.

    seen: some attempt, whatever came after. repeated: a second attempt (one that satisfies
    `counting`) confirmed it; a third, normal one does not take that back. to_repeat: the newest yes
    has not been followed by a no, so it is still open.
    """

    question: str
    part: "Condition"
    counting: "Condition"
    names: tuple[str, ...]

    def judge(self, context: Context, attempt: Attempt) -> Verdict:
        """Return yes or no."""
        sources = PULSE_NAMES if "pulse" in self.names else ("",)
        return any(self._one_source(context, source) for source in sources)

    def _one_source(self, context: Context, source: str) -> bool:
        names = [source if name == "pulse" else name for name in self.names]
        attempts: Sequence[Attempt] = context.findings.attempts(names)
        if source:
            attempts = [{**found, "pulse": found[source]} for found in attempts if source in found]
        verdicts = [self.part.judge(context, found) for found in attempts]
        if True not in verdicts:
            return False
        if self.question == "repeated":
            return [self.counting.judge(context, found) for found in attempts].count(True) >= 2
        if self.question == "to_repeat":
            newest = len(verdicts) - 1 - verdicts[::-1].index(True)
            return False not in verdicts[newest + 1 :]
        return True


Condition = Comparison | Code | Person | AtLeast | Not | Series


def holds(condition: Condition, context: Context) -> bool:
    """Tell whether a whole condition is true of a case."""
    return condition.judge(context, {}) is True


def pair_differs(context: Context, names: Sequence[str], by: float) -> bool:
    """Two attempts, and no third yet, whose values differ by at least `by`."""
    attempts = [a for a in context.findings.attempts(names) if any(s.valid for s in a.values())]
    if len(attempts) != 2:
        return False
    return any(abs(first - second) >= by for first, second in _common_numbers(attempts, names))


def _common_numbers(attempts: Sequence[Attempt], names: Sequence[str]) -> list[tuple[float, float]]:
    pairs = []
    for name in names:
        numbers = [a[name].number for a in attempts if name in a and a[name].valid]
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            pairs.append((numbers[0], numbers[1]))
    return pairs


def failed_attempts(context: Context, count: float) -> bool:
    """One quantity could not be believed `count` times or more."""
    failed = [sample.name for sample in context.findings.samples if not sample.valid]
    return any(failed.count(name) >= count for name in failed)


def unreliable_below(context: Context, name: str, limit: float) -> bool:
    """A reading that may not be believed, and is low."""
    return any(
        not sample.valid and sample.number is not None and sample.number < limit
        for sample in context.findings.of(name)
    )


def unsteady_now(context: Context, names: Sequence[str]) -> bool:
    """The newest reading of one of the names was taken from a weak or unsteady signal.

    One that can't be believed for another reason says nothing about the signal, so it clears nothing.
    """
    rows = [[s for s in context.findings.of(name) if s.valid or s.unsteady] for name in names]
    return any(row and row[-1].unsteady for row in rows)
