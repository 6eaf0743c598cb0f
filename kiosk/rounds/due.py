"""Who is due, late, left out or done: the schedule (contract.rounds) and what this shift has done since.

`now` is by the hub's clock where that is known, and so is what was done here (`clock`): a station whose clock
is wrong makes nobody late, and nobody not due.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from contract.measurement import Act
from contract.residents import Resident
from contract.rounds import Done, Turn, turns
from kiosk.rounds.clock import RoundClock
from kiosk.rounds.model import Seen

LATE: Final = "late"
DUE: Final = "due"
LEFT_OUT: Final = "left-out"
LATER: Final = "later"
DONE: Final = "done"
PLAIN: Final = RoundClock()  # every moment as it was told
ORDER: Final = (LATE, DUE, LEFT_OUT, LATER, DONE)


def acts_due(
    resident: Resident, seen: Iterable[Seen], now: datetime, clock: RoundClock = PLAIN
) -> tuple[Act, ...]:
    """Return what is to be done now, in the order of the schedule. `now` in the facility's zone."""
    return tuple(turn.act for turn in _open(resident, seen, now, clock))


def since(
    resident: Resident, seen: Iterable[Seen], now: datetime, clock: RoundClock = PLAIN
) -> datetime | None:
    """Return when the oldest of what is due now was due, None: nothing is."""
    return min((turn.at for turn in _open(resident, seen, now, clock)), default=None)


def standing(resident: Resident, seen: Iterable[Seen], now: datetime, clock: RoundClock = PLAIN) -> str:
    """Return how it stands with a resident: one of `ORDER`."""
    mine = [each for each in seen if each.resident == resident.id]
    states = {turn.state for turn in _open(resident, mine, now, clock)}
    if states:
        return LATE if "missed" in states else DUE
    if mine and mine[-1].missed:
        return LEFT_OUT
    return (
        DONE if mine or any(turn.state == "done" for turn in _newest(resident, mine, now, clock)) else LATER
    )


def _open(resident: Resident, seen: Iterable[Seen], now: datetime, clock: RoundClock) -> list[Turn]:
    return [turn for turn in _newest(resident, seen, now, clock) if turn.state in {"due", "missed"}]


def _newest(resident: Resident, seen: Iterable[Seen], now: datetime, clock: RoundClock) -> list[Turn]:
    """Return the newest occurrence of each act that has come: what was missed before it is made up by it."""
    here: tuple[Done, ...] = tuple(
        Done(done.act, clock.put_right(done.at), done.skipped)
        for each in seen
        if each.resident == resident.id
        for done in each.done
    )
    found = turns(resident.schedule, (*resident.done, *here), now)
    return list({turn.act: turn for turn in found if turn.state != "later"}.values())
