"""What the rules say about what is known now. Pure; the rules themselves are data of kiosk.clinical."""

from typing import Final

from contract.measurement import ACT_KINDS, Instant, Kind, Measurement, Reason, Value
from kiosk.clinical import Case, Reading, evaluate
from kiosk.clinical import questionnaire as forms
from kiosk.clinical.units import UnitError, check_unit
from kiosk.visit.age import age_of
from kiosk.visit.context import Context
from kiosk.visit.model import Fired, State, reliable

ADULT_FROM_YEARS: Final = 16
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
        timed += [(moment, _reading(measurement, value)) for value in measurement.values]
        if not measurement.values:
            timed += [(moment, _without_number(measurement, kind)) for kind in ACT_KINDS[measurement.act]]
    for failure in state.failed:
        timed += [
            (failure.at.monotonic_ns, Reading(name=kind, time=failure.at.wall, reliable=False))
            for kind in ACT_KINDS[failure.act]
        ]
    timed.sort(key=lambda pair: pair[0])
    return Case(
        age=age_of(state, at),
        pregnant=forms.pregnant(context.questionnaire, state.answers),
        symptoms=forms.symptoms(context.questionnaire, state.answers),
        readings=tuple(reading for _, reading in timed),
    )


def _reading(measurement: Measurement, value: Value) -> Reading:
    """Return a value as the rules read it; one in a unit they can't read is an attempt without a number."""
    moment, site = measurement.effective.wall, measurement.site
    try:
        check_unit(value.kind, value.unit)
    except UnitError:
        return Reading(name=value.kind, time=moment, site=site, reliable=False)
    sure, flags = reliable(measurement), _flags(measurement)
    return Reading(value.kind, value.value, value.unit, time=moment, site=site, flags=flags, reliable=sure)


def _without_number(measurement: Measurement, kind: Kind) -> Reading:
    moment, site, sure = measurement.effective.wall, measurement.site, reliable(measurement)
    return Reading(name=kind, time=moment, site=site, flags=_flags(measurement), reliable=sure)


def _flags(measurement: Measurement) -> tuple[str, ...]:
    """Return what the device and the gate say of the reading, in the rules' words."""
    judged = (_FLAGS[reason] for reason in measurement.quality.reasons if reason in _FLAGS)
    return tuple(dict.fromkeys((*judged, *measurement.flags)))


def fired_now(state: State, at: Instant, context: Context) -> tuple[Fired, ...]:
    """Return every rule that fires now, most urgent first."""
    outcome = evaluate(case_of(state, at, context), context.rules)
    return tuple(Fired(f.id, f.action, f.why, f.source, f.quiet) for f in outcome.fired)


def adult_ranges_fit(state: State, at: Instant, context: Context) -> bool | None:
    """Are the adult ranges made for this person? None: the age is not known."""
    age = age_of(state, at)
    if forms.pregnant(context.questionnaire, state.answers) or (age is not None and age < ADULT_FROM_YEARS):
        return False
    return None if age is None else True
