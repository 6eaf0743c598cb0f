"""When a value may be called a reading, as data (`quality.json`), and blood pressure's schemes.

Read by the station's core (the gate on what devices say) and by the session (how many repeats, which cuff).
Limits are in each value's standard unit (`contract.units`), times in seconds. Flags are those of
`python -m peripherals decode`. Most numbers are proposals: a clinician must sign them off (docs/clinical.md).
"""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from contract.measurement import Act, Kind, Reason

FILE: Final = Path(__file__).with_name("quality.json")

Range = tuple[float, float]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class ActRules(_Data, frozen=True):
    """The rules of one act. Every limit is inclusive."""

    needs: tuple[Kind, ...]  # values without which there is no reading
    timeout_s: float  # for one attempt
    source: str
    codes: frozenset[str] = frozenset()  # flags that stand for a value outside the device's range
    settle_s: float = 0.0  # of valid values before anything is accepted from a stream
    window_s: float = 0.0  # of a stream, over which it must be steady
    longest_gap_s: float = 0.5  # between two values of one window
    steady: dict[Kind, float] = {}  # how far the values in the window may lie apart
    present: dict[Kind, float] = {}  # below it nobody is there
    absent: frozenset[str] = frozenset()  # flags: nobody is there
    searching: frozenset[str] = frozenset()  # flags: the device has no value yet
    restless: dict[str, Reason] = {}  # flags: it has one, but not one to take
    least: dict[Kind, tuple[float, Reason]] = {}  # under it the reading is not reliable
    unreliable: dict[str, Reason] = {}  # flags of a reading that is not reliable
    doubtful: dict[str, Reason] = {}  # flags of a reading that is usable, with the reason beside it
    reject: dict[Kind, Range] = {}  # outside: not reliable
    ask_again: dict[Kind, Range] = {}  # outside: usable, measure again
    low_accuracy_below: dict[Kind, float] = {}
    rested: bool = False  # rest and posture belong to it


class Repeats(_Data, frozen=True):
    """How often an act is repeated and what is averaged. `mean_of_last` 0: of all."""

    readings: int
    most: int
    apart_s: int
    mean_of_last: int
    more_when_differ: float  # mm[Hg] between the first two, systolic or diastolic
    more_when_irregular: bool
    source: str


class Schemes(_Data, frozen=True):
    """Of blood pressure. `cuffs`: arm circumference in cm, both ends included."""

    repeats: dict[str, Repeats]
    cuffs: dict[str, Range]
    pulse_agrees_within: float  # /min, between cuff and oximeter
    source: str


class _File(_Data, frozen=True):
    acts: dict[Act, ActRules]
    pressure: Schemes


@cache
def _read() -> _File:
    return msgspec.json.decode(FILE.read_bytes(), type=_File)


def rules() -> dict[Act, ActRules]:
    """Return the rules of every act."""
    return _read().acts


def schemes() -> Schemes:
    """Return blood pressure's schemes."""
    return _read().pressure


def scheme(name: str) -> Repeats:
    """Return how often blood pressure is measured; a name that nobody knows is the standard scheme."""
    known = schemes().repeats
    return known.get(name, known["esh"])
