"""Turn the JSON form of a condition into a checked Condition; the grammar is in conditions.py.

Every mistake is found when the rules are loaded, never while somebody waits for an answer.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from kiosk.clinical.case import SYMPTOMS, VITALS
from kiosk.clinical.conditions import (
    OPERATORS,
    AtLeast,
    Code,
    Comparison,
    Condition,
    Context,
    Group,
    Not,
    Person,
    Series,
    failed_attempts,
    pair_differs,
    unreliable_below,
    unsteady_now,
)

SERIES: Final = ("seen", "repeated", "to_repeat")
READING_NAMES: Final = VITALS | {"pulse"}
FACTS: Final[dict[str, Callable[[Context], bool]]] = {
    "pregnant": lambda context: context.case.pregnant is True,
    "spo2_scale_2": lambda context: context.case.spo2_scale == 2,
}


class RuleError(ValueError):
    """A rule file is wrong; the message names the rule and says what."""


class Scope(msgspec.Struct, frozen=True):
    """What a rule's conditions may refer to by name. `definitions` is the rule's own `define`."""

    thresholds: Mapping[str, float]
    groups: Mapping[str, Group]
    definitions: Mapping[str, Any]

    def threshold(self, name: Any) -> float:
        """Return a named threshold. Raises RuleError."""
        if not isinstance(name, str) or name not in self.thresholds:
            raise RuleError(f"{name!r} is not one of the rule's thresholds")
        return self.thresholds[name]


def parse_condition(form: Any, scope: Scope) -> Condition:
    """Parse a condition about the whole case. Raises RuleError."""
    condition = _parse(form, scope)
    if loose := sorted(_loose_names(condition)):
        raise RuleError(f"{', '.join(loose)}: say seen, repeated or to_repeat around a reading")
    return condition


def _parse(form: Any, scope: Scope) -> Condition:
    if isinstance(form, str):
        if form not in scope.definitions:
            raise RuleError(f"{form!r} is not defined in this rule")
        # Without the definitions, so that a definition can't refer to itself.
        return _parse(scope.definitions[form], Scope(scope.thresholds, scope.groups, {}))
    if not isinstance(form, dict) or not form:
        raise RuleError(f"{form!r} is not a condition")
    keyword = next((word for word in _PARSERS if word in form), None)
    if keyword is None:
        raise RuleError(f"{', '.join(form)}: not a known kind of condition; known are {', '.join(_PARSERS)}")
    reader, allowed = _PARSERS[keyword]
    if extra := sorted(set(form) - {keyword, *allowed}):
        raise RuleError(f"{keyword} does not go together with {', '.join(extra)}")
    try:
        return reader(form, scope)
    except KeyError as error:
        raise RuleError(f"{keyword} needs {error.args[0]!r}") from None


def _list(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise RuleError(f"{what} needs a list with something in it")
    return value


def _known(name: Any, known: Any, what: str) -> str:
    if not isinstance(name, str) or name not in known:
        raise RuleError(f"{name!r} is not a known {what}")
    return name


def _symptoms(form: Any, scope: Scope) -> Condition:
    named = [form["symptom"]] if "symptom" in form else _list(form["any_symptom"], "any_symptom")
    wanted = frozenset(_known(name, SYMPTOMS, "symptom") for name in named)
    return Person(lambda context: not context.case.symptoms.isdisjoint(wanted))


def _group(form: Any, scope: Scope) -> Condition:
    group = scope.groups[_known(form["group"], scope.groups, "group of symptoms")]
    return Person(lambda context: group.matches(context.case))


def _fact(form: Any, scope: Scope) -> Condition:
    return Person(FACTS[_known(form["fact"], FACTS, "fact")])


def _true(form: Any, keyword: str) -> None:
    if form[keyword] is not True:
        raise RuleError(f"{keyword} can only be true")


def _always(form: Any, scope: Scope) -> Condition:
    _true(form, "always")
    return Person(lambda context: True)


def _reading(form: Any, scope: Scope) -> Condition:
    name = _known(form["reading"], READING_NAMES, "reading")
    if "code" in form:
        if set(form) != {"reading", "code"}:
            raise RuleError("code stands alone beside reading")
        return Code(name, _known(form["code"], ("low", "high"), "code"))
    operators = [word for word in (*OPERATORS, "over_baseline_by") if word in form]
    if len(operators) != 1:
        raise RuleError(f"{name} needs exactly one of {', '.join(OPERATORS)}, over_baseline_by")
    sites = tuple(_list(form["sites"], "sites")) if "sites" in form else ()
    return Comparison(name, operators[0], scope.threshold(form[operators[0]]), sites)


def _series(form: Any, scope: Scope) -> Condition:
    questions = [word for word in SERIES if word in form]
    if len(questions) != 1 or ("counting" in form and questions != ["repeated"]):
        raise RuleError("say one of seen, repeated or to_repeat; counting goes with repeated only")
    part = _parse(form[questions[0]], scope)
    counting = _parse(form["counting"], scope) if "counting" in form else part
    names = tuple(sorted(_loose_names(part) | _loose_names(counting)))
    if not names:
        raise RuleError(f"{questions[0]} needs a reading inside")
    if "pulse" in names and len(names) > 1:
        raise RuleError("pulse can't be joined with other readings of one attempt")
    return Series(questions[0], part, counting, names)


def _pair_differs(form: Any, scope: Scope) -> Condition:
    names = [_known(name, VITALS, "reading") for name in _list(form["pair_differs"], "pair_differs")]
    limit = scope.threshold(form["by"])
    return Person(lambda context: pair_differs(context, names, limit))


def _failed_attempts(form: Any, scope: Scope) -> Condition:
    limit = scope.threshold(form["failed_attempts"])
    return Person(lambda context: failed_attempts(context, limit))


def _unreliable(form: Any, scope: Scope) -> Condition:
    name = _known(form["unreliable"], VITALS, "reading")
    limit = scope.threshold(form["below"])
    return Person(lambda context: unreliable_below(context, name, limit))


def _rejected(form: Any, scope: Scope) -> Condition:
    _true(form, "rejected")
    return Person(lambda context: any(sample.rejected for sample in context.findings.samples))


def _unsteady(form: Any, scope: Scope) -> Condition:
    names = [_known(name, VITALS, "reading") for name in _list(form["unsteady"], "unsteady")]
    return Person(lambda context: unsteady_now(context, names))


def _news2(form: Any, scope: Scope) -> Condition:
    if form["news2"] == "any_three":
        return Person(lambda context: context.news2.any_three)
    _known(form["news2"], ("total", "any_three"), "part of NEWS2")
    limit = scope.threshold(form["at_least"])
    return Person(lambda context: context.news2.total is not None and context.news2.total >= limit)


def _all(form: Any, scope: Scope) -> Condition:
    parts = tuple(_parse(part, scope) for part in _list(form["all"], "all"))
    return AtLeast(len(parts), parts)


def _any(form: Any, scope: Scope) -> Condition:
    return AtLeast(1, tuple(_parse(part, scope) for part in _list(form["any"], "any")))


def _count(form: Any, scope: Scope) -> Condition:
    parts = tuple(_parse(part, scope) for part in _list(form["of"], "of"))
    count = form["count"]
    if type(count) is not int or not 1 <= count <= len(parts):
        raise RuleError(f"count must be a whole number from 1 to {len(parts)}")
    return AtLeast(count, parts)


def _not(form: Any, scope: Scope) -> Condition:
    return Not(_parse(form["not"], scope))


_Reader = Callable[[Any, Scope], Condition]
# Keyword: who reads it, and which other keys may stand beside it.
_PARSERS: Final[dict[str, tuple[_Reader, tuple[str, ...]]]] = {
    "all": (_all, ()),
    "any": (_any, ()),
    "not": (_not, ()),
    "count": (_count, ("of",)),
    "symptom": (_symptoms, ()),
    "any_symptom": (_symptoms, ()),
    "group": (_group, ()),
    "fact": (_fact, ()),
    "always": (_always, ()),
    "reading": (_reading, (*OPERATORS, "over_baseline_by", "sites", "code")),
    "seen": (_series, ()),
    "repeated": (_series, ("counting",)),
    "to_repeat": (_series, ()),
    "pair_differs": (_pair_differs, ("by",)),
    "failed_attempts": (_failed_attempts, ()),
    "unreliable": (_unreliable, ("below",)),
    "rejected": (_rejected, ()),
    "unsteady": (_unsteady, ()),
    "news2": (_news2, ("at_least",)),
}


def _loose_names(condition: Condition) -> frozenset[str]:
    """Names of readings that no question about the attempts surrounds."""
    match condition:
        case Comparison(name=name) | Code(name=name):
            return frozenset({name})
        case AtLeast(parts=parts):
            return frozenset().union(*(_loose_names(part) for part in parts))
        case Not(part=part):
            return _loose_names(part)
        case _:
            return frozenset()
