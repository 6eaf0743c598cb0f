"""Where a visit stands on the worklist: one pure function of the facts known so far.

Facts come over two ways that overtake each other (live messages and queued envelopes), so there is no
table of transitions to get lost in: whatever the order, the same facts give the same state. What may
live here: the order in which facts weigh. Nothing but a person's deed makes a visit "done".
"""

from dataclasses import dataclass
from typing import Final

RANK: Final = {"E": 0, "P": 1, "N": 2}


@dataclass(frozen=True)
class Facts:
    """`seen`: a provider took a call; `settled`: a provider wrote the end of it; `alarmed`: an alarm was
    raised that nobody has acknowledged yet; `routine`: a resident's visit in which nobody was asked for
    anything, which the staff member who closed it has done."""

    in_call: bool
    waiting: bool
    callback: bool
    seen: bool
    signed: bool
    settled: bool
    alarmed: bool
    level: str
    closed: str | None
    routine: bool = False


def state(facts: Facts) -> str:
    """Return the visit's state for the worklist."""
    if facts.in_call:
        return "in-call"
    if facts.settled or (facts.closed is not None and facts.signed):
        return "done"
    if facts.closed is None:
        if facts.waiting:
            return "waiting"
        return "callback" if facts.callback else "in-progress"
    if facts.callback:
        return "callback"
    alarming = facts.alarmed or (facts.level != "N" and not facts.seen)
    if facts.closed == "left-before-seen" or alarming:
        return "left"
    return "done" if facts.routine else "stored"


def worse(one: str, other: str) -> str:
    """Return the more urgent of two levels; what is not known counts as not urgent."""
    return min(one, other, key=lambda level: RANK.get(level, 3))
