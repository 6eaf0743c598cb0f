"""Readings sorted out before any rule looks: which may be believed, and which belong to one attempt.

What makes a reading unusable is data (`rules/limits.json`). A reading that may not be believed keeps
its number, because a low saturation that can't be trusted is a finding too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from kiosk.clinical.case import GLUCOSE_CODES, VITALS, Case, Reading
from kiosk.clinical.units import in_own_unit

OXIMETER_NAMES: Final = ("spo2", "pulse_rate", "perfusion_index")
# "pulse" in a rule means either name, each with its own row of attempts.
PULSE_NAMES: Final = ("pulse_rate", "heart_rate")


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values outside `low`–`high` are rejected: they can't be a living person's."""

    low: float | None = None
    high: float | None = None

    def rejects(self, value: float) -> bool:
        """Tell whether a value lies outside."""
        return (self.low is not None and value < self.low) or (self.high is not None and value > self.high)


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a reading is not to be believed. `fault_flags` may end in `*`."""

    reject: dict[str, Range]
    fault_flags: tuple[str, ...]
    unsteady_flags: tuple[str, ...]
    perfusion_floor: float
    source: str
    mark: str


class Sample(msgspec.Struct, frozen=True):
    """One reading in the rules' own unit.

    `code` is "low" or "high" for a glucose meter's LO and HI. `valid`: may be believed.
    """

    name: str
    number: float | None
    code: str | None
    site: str | None
    time: str | float | None
    valid: bool
    unsteady: bool
    rejected: bool
    source: str = ""


class Findings(msgspec.Struct, frozen=True):
    """All samples of a case, oldest first."""

    samples: tuple[Sample, ...]

    def of(self, name: str) -> list[Sample]:
        """Return the samples of one name, oldest first."""
        return [sample for sample in self.samples if sample.name == name]

    def latest(self, names: Iterable[str]) -> float | None:
        """Return the newest number among names that may be believed."""
        newest = self.newest(names)
        return None if newest is None else newest.number

    def newest(self, names: Iterable[str]) -> Sample | None:
        """Return the newest sample among names that has a number and may be believed."""
        wanted = set(names)
        found = (s for s in reversed(self.samples) if s.valid and s.name in wanted and s.number is not None)
        return next(found, None)

    def attempts(self, names: Sequence[str]) -> list[dict[str, Sample]]:
        """Group the samples of names that were measured together (a cuff gives two at once).

        With as many readings of each name, the first of each belong together, the second of each, and
        so on. Otherwise readings of equal time do; without times, a name that comes again begins a
        new attempt.
        """
        row = [sample for sample in self.samples if sample.name in names]
        counts = Counter(sample.name for sample in row)
        if len(set(counts.values())) <= 1:
            seen: Counter[str] = Counter()
            return _grouped(row, lambda sample: _count(seen, sample.name))
        keys = [(sample.name, sample.time) for sample in row]
        if len(set(keys)) == len(keys) and all(time is not None for _, time in keys):
            return _grouped(row, lambda sample: sample.time)
        return _in_sequence(row)


def _count(seen: Counter[str], name: str) -> int:
    seen[name] += 1
    return seen[name]


def _grouped(row: list[Sample], key: Callable[[Sample], object]) -> list[dict[str, Sample]]:
    groups: dict[object, dict[str, Sample]] = {}
    for sample in row:
        groups.setdefault(key(sample), {})[sample.name] = sample
    return list(groups.values())


def _in_sequence(row: list[Sample]) -> list[dict[str, Sample]]:
    attempts: list[dict[str, Sample]] = []
    for sample in row:
        if not attempts or sample.name in attempts[-1]:
            attempts.append({})
        attempts[-1][sample.name] = sample
    return attempts


def sort_out(case: Case, limits: Limits) -> Findings:
    """Turn the readings of a checked case into findings."""
    samples = tuple(_sample(reading, limits) for reading in case.readings if reading.name in VITALS)
    partners = _pressure_partners(samples)
    weak = _weak_saturations(Findings(samples))
    impossible = {at for at, sample in enumerate(samples) if _impossible_beside(sample, partners.get(at, {}))}

    def judged(at: int, sample: Sample) -> Sample:
        return msgspec.structs.replace(
            sample,
            valid=sample.valid and at not in impossible | weak,
            rejected=sample.rejected or at in impossible,
            unsteady=sample.unsteady or at in weak,
        )

    return Findings(tuple(judged(at, sample) for at, sample in enumerate(samples)))


def has_flag(flags: Iterable[str], patterns: Iterable[str]) -> bool:
    """Tell whether a flag equals a pattern, or begins with one that ends in `*`."""
    return any(
        flag.startswith(pattern[:-1]) if pattern.endswith("*") else flag == pattern
        for pattern in patterns
        for flag in flags
    )


def _sample(reading: Reading, limits: Limits) -> Sample:
    code = _glucose_code(reading)
    number = None
    if code is None and isinstance(reading.value, int | float):
        number = in_own_unit(reading.name, reading.value, reading.unit)
    fault = has_flag(reading.flags, limits.fault_flags)
    outside = number is not None and limits.reject.get(reading.name, Range()).rejects(number)
    unsteady = has_flag(reading.flags, limits.unsteady_flags) or (
        reading.name == "perfusion_index" and number is not None and number < limits.perfusion_floor
    )
    known = number is not None or code is not None
    return Sample(
        name=reading.name,
        number=number,
        code=code,
        site=reading.site,
        time=reading.time,
        valid=known and reading.reliable and not (fault or outside or unsteady),
        unsteady=unsteady,
        rejected=outside and not fault,
        source=reading.source,
    )


def _glucose_code(reading: Reading) -> str | None:
    if reading.name != "glucose":
        return None
    if isinstance(reading.value, str):
        return GLUCOSE_CODES[reading.value.lower()]
    return next((flag for flag in reading.flags if flag in ("low", "high")), None)


def _pressure_partners(samples: tuple[Sample, ...]) -> dict[int, dict[str, Sample]]:
    """Map the position of each pressure to the pressures of the same inflation."""
    positions = {id(sample): position for position, sample in enumerate(samples)}
    partners = {}
    for attempt in Findings(samples).attempts(("systolic", "diastolic", "mean_arterial")):
        for sample in attempt.values():
            partners[positions[id(sample)]] = attempt
    return partners


def _impossible_beside(sample: Sample, attempt: dict[str, Sample]) -> bool:
    def number(name: str) -> float | None:
        partner = attempt.get(name)
        return partner.number if partner and partner.valid else None

    systolic, diastolic = number("systolic"), number("diastolic")
    if sample.number is None or systolic is None or diastolic is None:
        return False
    if sample.name == "diastolic":
        return diastolic >= systolic
    return sample.name == "mean_arterial" and not diastolic <= sample.number <= systolic


def _weak_saturations(findings: Findings) -> set[int]:
    """Positions of saturations whose perfusion index says the signal was too weak."""
    positions = {id(sample): position for position, sample in enumerate(findings.samples)}
    return {
        positions[id(attempt["spo2"])]
        for attempt in findings.attempts(("spo2", "perfusion_index"))
        if "spo2" in attempt and "perfusion_index" in attempt and attempt["perfusion_index"].unsteady
    }
