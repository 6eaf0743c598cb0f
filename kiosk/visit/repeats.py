"""How many blood pressure readings, and their mean, by the scheme that the profile names.

The schemes are data (`contract/quality.json`): ESH takes three readings a minute apart and the mean of the
last two, and a fourth when the first two differ or the pulse is irregular; AHA averages two or more. Every
raw reading is kept beside the mean.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final
from uuid import UUID

from contract.measurement import Act, Grade, Kind, Measurement, Quality, Reason, Value
from contract.quality import Repeats, schemes

_AVERAGED: Final = (Kind.SYSTOLIC, Kind.DIASTOLIC, Kind.MEAN_ARTERIAL, Kind.PULSE_RATE)


def more_needed(readings: Sequence[Measurement], scheme: Repeats) -> bool:
    """Is another reading needed after these reliable ones, oldest first?"""
    if len(readings) < scheme.readings:
        return True
    if len(readings) >= scheme.most:
        return False
    return differ(readings[0], readings[1], scheme) or (scheme.more_when_irregular and irregular(readings))


def differ(first: Measurement, second: Measurement, scheme: Repeats) -> bool:
    """Do two readings differ too much, systolic or diastolic?"""
    for kind in (Kind.SYSTOLIC, Kind.DIASTOLIC):
        one, other = first.get(kind), second.get(kind)
        if one and other and abs(one.value - other.value) >= scheme.more_when_differ:
            return True
    return False


def irregular(readings: Sequence[Measurement]) -> bool:
    """Did a cuff report an irregular pulse?"""
    return any(Reason.IRREGULAR_PULSE in reading.quality.reasons for reading in readings)


def mean(
    readings: Sequence[Measurement], id: UUID, scheme: Repeats, oximeter: Measurement | None = None
) -> Measurement | None:
    """Return the derived measurement of the scheme's readings; of the only one, marked so; None of none.

    `oximeter`: a reliable oximetry, whose pulse is held beside the cuff's.
    """
    used = tuple(readings[-scheme.mean_of_last :])
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
        quality=_quality(used, values, scheme, oximeter),
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
    used: tuple[Measurement, ...], values: tuple[Value, ...], scheme: Repeats, oximeter: Measurement | None
) -> Quality:
    reasons = [reason for reading in used for reason in reading.quality.reasons]
    if len(used) == 1:
        reasons.append(Reason.ONE_READING_ONLY)
    elif any(differ(one, other, scheme) for one, other in pairwise(used)):
        reasons.append(Reason.READINGS_DIFFER)
    pulse = next((value for value in values if value.kind is Kind.PULSE_RATE), None)
    beside = oximeter.get(Kind.PULSE_RATE) if oximeter else None
    if pulse and beside and abs(pulse.value - beside.value) > schemes().pulse_agrees_within:
        reasons.append(Reason.PULSE_DISAGREES)
    good = not reasons and all(reading.quality.grade is Grade.GOOD for reading in used)
    return Quality(Grade.GOOD if good else Grade.USABLE, tuple(dict.fromkeys(reasons)))
