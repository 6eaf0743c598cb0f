"""How many blood pressure readings, and their mean: the ESH office scheme.

Three readings a minute apart, the mean of the last two; a fourth when the first two differ by
10 mmHg or more or the pulse is irregular (ESH 2023, clinical.md §1 and rule 30). Every raw reading is
kept beside the mean.
"""

import math
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from contract.measurement import Act, Grade, Kind, Measurement, Quality, Reason, Value

READINGS: Final = 3
READINGS_MAX: Final = 4
DIFFERENCE: Final = 10.0  # mm[Hg]
PULSE_DIFFERENCE: Final = 10.0  # /min, between cuff and oximeter
_AVERAGED: Final = (Kind.SYSTOLIC, Kind.DIASTOLIC, Kind.MEAN_ARTERIAL, Kind.PULSE_RATE)


def more_needed(readings: Sequence[Measurement]) -> bool:
    """Is another reading needed after these reliable ones, oldest first?"""
    if len(readings) < READINGS:
        return True
    return len(readings) < READINGS_MAX and (differ(readings[0], readings[1]) or irregular(readings))


def differ(first: Measurement, second: Measurement) -> bool:
    """Do two readings differ by 10 mmHg or more, systolic or diastolic?"""
    for kind in (Kind.SYSTOLIC, Kind.DIASTOLIC):
        one, other = first.get(kind), second.get(kind)
        if one and other and abs(one.value - other.value) >= DIFFERENCE:
            return True
    return False


def irregular(readings: Sequence[Measurement]) -> bool:
    """Did a cuff report an irregular pulse?"""
    return any(Reason.IRREGULAR_PULSE in reading.quality.reasons for reading in readings)


def mean(
    readings: Sequence[Measurement], id: UUID, oximeter: Measurement | None = None
) -> Measurement | None:
    """Return the derived measurement of the last two readings; of the only one, marked so; None of none.

    `oximeter`: a reliable oximetry, whose pulse is held beside the cuff's.
    """
    used = tuple(readings[-2:])
    if not used:
        return None
    last = used[-1]
    values = tuple(value for kind in _AVERAGED if (value := _average(used, kind)))
    return Measurement(
        id=id,
        act=Act.BLOOD_PRESSURE,
        values=values,
        effective=last.effective,
        device=last.device,
        quality=_quality(used, values, oximeter),
        site=last.site,
        position=last.position,
        cuff_size=last.cuff_size,
        derived_from=tuple(reading.id for reading in used),
    )


def _average(used: tuple[Measurement, ...], kind: Kind) -> Value | None:
    found = [value for reading in used if (value := reading.get(kind))]
    if len(found) != len(used) or len({value.unit for value in found}) != 1:
        return None
    whole = math.floor(sum(value.value for value in found) / len(found) + 0.5)
    return Value(kind, float(whole), found[0].unit)


def _quality(
    used: tuple[Measurement, ...], values: tuple[Value, ...], oximeter: Measurement | None
) -> Quality:
    reasons = [reason for reading in used for reason in reading.quality.reasons]
    if len(used) == 1:
        reasons.append(Reason.ONE_READING_ONLY)
    elif differ(*used):
        reasons.append(Reason.READINGS_DIFFER)
    pulse = next((value for value in values if value.kind is Kind.PULSE_RATE), None)
    beside = oximeter.get(Kind.PULSE_RATE) if oximeter else None
    if pulse and beside and abs(pulse.value - beside.value) > PULSE_DIFFERENCE:
        reasons.append(Reason.PULSE_DISAGREES)
    good = not reasons and all(reading.quality.grade is Grade.GOOD for reading in used)
    return Quality(Grade.GOOD if good else Grade.USABLE, tuple(dict.fromkeys(reasons)))
