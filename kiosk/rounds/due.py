"""Who is due, late, left out or done: the schedule (contract.rounds) and what this shift has done since."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from contract.measurement import Act
from contract.residents import Resident
from contract.rounds import Done, Turn, turns
from kiosk.rounds.model import Seen

LATE: Final = "late"
DUE: Final = "due"
LEFT_OUT: Final = "left-out"
LATER: Final = "later"
DONE: Final = "done"
ORDER: Final = (LATE, DUE, LEFT_OUT, LATER, DONE)


def acts_due(resident: Resident, seen: Iterable[Seen], now: datetime) -> tuple[Act, ...]:
    """Return what is to be done now, in the order of the schedule. `now` in the facility's zone."""
    return tuple(turn.act for turn in _open(resident, seen, now))


def since(resident: Resident, seen: Iterable[Seen], now: datetime) -> datetime | None:
    """Return when the oldest of what is due now was due, None: nothing is."""
    return min((turn.at for turn in _open(resident, seen, now)), default=None)


def standing(resident: Resident, seen: Iterable[Seen], now: datetime) -> str:
    """Return how it stands with a resident: one of `ORDER`."""
    mine = [each for each in seen if each.resident == resident.id]
    states = {turn.state for turn in _open(resident, mine, now)}
    if states:
        return LATE if "missed" in states else DUE
    if mine and mine[-1].missed:
        return LEFT_OUT
    return DONE if mine or any(turn.state == "done" for turn in _newest(resident, mine, now)) else LATER


def _open(resident: Resident, seen: Iterable[Seen], now: datetime) -> list[Turn]:
    return [turn for turn in _newest(resident, seen, now) if turn.state in {"due", "missed"}]


def _newest(resident: Resident, seen: Iterable[Seen], now: datetime) -> list[Turn]:
    """Return the newest occurrence of each act that has come: what was missed before it is made up by it."""
    here: tuple[Done, ...] = tuple(
        done for each in seen if each.resident == resident.id for done in each.done
    )
    found = turns(resident.schedule, (*resident.done, *here), now)
    return list({turn.act: turn for turn in found if turn.state != "later"}.values())
