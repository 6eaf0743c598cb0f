"""What the rules say about what is known now. Pure; the rules themselves are data of kiosk.clinical."""

from typing import Final

from contract.measurement import ACT_KINDS, Act, Instant, Kind, Measurement, Reason, Value
from kiosk.clinical import Case, Reading, evaluate
from kiosk.clinical import questionnaire as forms
from kiosk.clinical.case import VITALS, Consciousness
from kiosk.clinical.evaluate import Outcome
from kiosk.clinical.news2 import News2
from kiosk.clinical.units import UnitError, check_unit
from kiosk.visit.age import age_of
from kiosk.visit.context import Context
from kiosk.visit.model import reliable
from kiosk.visit.parts import Fired
from kiosk.visit.state import State

ADULT_FROM_YEARS: Final = 16
_CONSCIOUSNESS: Final[dict[str, Consciousness]] = {"A": "A", "C": "C", "V": "V", "P": "P", "U": "U"}
MAY_BE_PREGNANT_TO_YEARS: Final = 55  # [P] with "I don't know", nobody younger is told "in range"
_FLAGS = {  # the gate's reasons that the rules know as flags of the reading
    Reason.UNSTABLE: "unstable",
    Reason.LOW_PERFUSION: "low-perfusion",
    Reason.ARTEFACT: "artefact",
    Reason.MOVEMENT: "movement",
    Reason.DEVICE_TEST: "test",
}


def case_of(state: State, at: Instant, context: Context) -> Case:
    """Return what the rules look at: raw readings only, in the order of time; means repeat them.

    An attempt without any value is a reading without a number of what it was done for; a glucose meter's
    HI and LO are such ones with their flag, which the rules know.
    """
    timed: list[tuple[int, Reading]] = []
    for measurement in state.measurements:
        if measurement.derived_from:
            continue
        moment = measurement.effective.monotonic_ns
        timed += [(moment, _reading(measurement, v)) for v in measurement.values if v.kind in VITALS]
        if not measurement.values and not measurement.observed:
            timed += [(moment, _without_number(measurement, kind)) for kind in ACT_KINDS[measurement.act]]
    for failure in state.failed:
        timed += [
            (failure.at.monotonic_ns, Reading(name=kind, time=failure.at.wall, reliable=False))
            for kind in ACT_KINDS[failure.act]
        ]
    timed.sort(key=lambda pair: pair[0])
    breathes, alert = observed(state, Act.OXYGEN_USE), observed(state, Act.ALERTNESS)
    used = True if state.care is not None and state.care.oxygen else fact(state, context, "oxygen")
    return Case(
        age=age_of(state, at),
        pregnant=fact(state, context, "pregnant"),
        oxygen=breathes == "oxygen" if breathes else used,
        consciousness=_CONSCIOUSNESS.get(alert),
        spo2_scale=state.care.spo2_scale if state.care else 1,
        setting="ltc" if state.care else "walk-in",
        baseline=dict(state.care.baseline) if state.care else {},
        symptoms=symptoms(state, context),
        readings=tuple(reading for _, reading in timed),
    )


def observation(state: State, act: Act) -> Measurement | None:
    """Return the newest measurement in which staff observed something, None: there is none."""
    return next((m for m in reversed(state.measurements) if m.act is act and m.observed), None)


def observed(state: State, act: Act) -> str:
    """Return the newest code that staff observed, empty: none."""
    found = observation(state, act)
    return found.observed[0] if found is not None else ""


def score(state: State, at: Instant, context: Context) -> News2:
    """Return NEWS2 of what is known now, or what is missing for it."""
    return outcome(state, at, context).news2


def outcome(state: State, at: Instant, context: Context) -> Outcome:
    """Return what the rules say of what is known now."""
    return evaluate(case_of(state, at, context), context.rules)


def symptoms(state: State, context: Context) -> frozenset[str]:
    """Return what the answers to every questionnaire mean to the rules."""
    asked = ((context.questionnaire, state.answers), (context.about, state.about_answers))
    return frozenset().union(*(forms.symptoms(form, answers) for form, answers in asked if form))


def fact(state: State, context: Context, code: str) -> bool | None:
    """Tell whether something is so by the answers, whichever questionnaire asked; None: not known."""
    asked = ((context.questionnaire, state.answers), (context.about, state.about_answers))
    said = [forms.fact(form, answers, code) for form, answers in asked if form]
    return True if True in said else False if False in said else None


def _reading(measurement: Measurement, value: Value) -> Reading:
    """Return a value as the rules read it; one in a unit they can't read is an attempt without a number."""
    moment, site = measurement.effective.wall, measurement.site
    try:
        check_unit(value.kind, value.unit)
    except UnitError:
        return Reading(name=value.kind, time=moment, site=site, reliable=False)
    return Reading(
        value.kind,
        value.value,
        value.unit,
        time=moment,
        site=site,
        flags=_flags(measurement),
        reliable=reliable(measurement),
        source=str(measurement.id),
    )


def _without_number(measurement: Measurement, kind: Kind) -> Reading:
    moment, site, sure = measurement.effective.wall, measurement.site, reliable(measurement)
    return Reading(name=kind, time=moment, site=site, flags=_flags(measurement), reliable=sure)


def _flags(measurement: Measurement) -> tuple[str, ...]:
    """Return what the device and the gate say of the reading, in the rules' words."""
    judged = (_FLAGS[reason] for reason in measurement.quality.reasons if reason in _FLAGS)
    return tuple(dict.fromkeys((*judged, *measurement.flags)))


def fired_of(found: Outcome) -> tuple[Fired, ...]:
    """Return every rule that fires, most urgent first."""
    return tuple(Fired(f.id, f.action, f.why, f.source, f.quiet, f.also) for f in found.fired)


def adult_ranges_fit(state: State, at: Instant, context: Context) -> bool | None:
    """Are the adult ranges made for this person? None: not known (the age, or a possible pregnancy)."""
    age = age_of(state, at)
    pregnant = fact(state, context, "pregnant")
    if pregnant or (age is not None and age < ADULT_FROM_YEARS):
        return False
    if age is None or (pregnant is None and age <= MAY_BE_PREGNANT_TO_YEARS):
        return None
    return True
