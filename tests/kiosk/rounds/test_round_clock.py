"""Who is due when the clock is wrong: by the hub's where it is known, and else not sure."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.measurement import Act, Instant
from contract.rounds import Due
from contract.station import ClockState, Welcome
from kiosk.rounds.clock import RoundClock
from kiosk.rounds.due import DONE, DUE, LATE, acts_due, since, standing
from kiosk.rounds.model import DoneHere, Seen
from kiosk.rounds.rehearsal import ANA

NINE = datetime(2026, 11, 26, 9, tzinfo=UTC)
BOOT, S = "boot", 1_000_000_000
TOLD = RoundClock(BOOT).hears(ClockState(clock="unsure", hub_at=NINE.timestamp() - 600, at_ns=1000 * S))
RESIDENT = msgspec.structs.replace(ANA, done=(), schedule=(Due(Act.TEMPERATURE, ("09:00", "20:00")),))


def at(since_boot_s: int, wall: datetime, boot: str = BOOT) -> Instant:
    return Instant(wall.isoformat(), since_boot_s * S, boot, "unsure")


@pytest.mark.parametrize(
    "wall", [datetime(1970, 1, 1, tzinfo=UTC), NINE - timedelta(hours=7), NINE + timedelta(days=3)]
)
def test_the_hubs_clock_says_who_is_due_whatever_ours_says(wall: datetime) -> None:
    now = datetime.fromtimestamp(TOLD.now(wall.timestamp(), 1600 * S), UTC)
    assert now == NINE
    assert standing(RESIDENT, (), now, TOLD) == DUE
    assert since(RESIDENT, (), now, TOLD) == NINE
    done = Seen(RESIDENT.id, RESIDENT.id, at(1630, wall), (DoneHere(Act.TEMPERATURE, at(1630, wall)),))
    later = now + timedelta(hours=3)
    assert standing(RESIDENT, (done,), later, TOLD) == DONE  # measured here, by a clock that was wrong
    assert acts_due(RESIDENT, (done,), later, TOLD) == ()
    assert standing(RESIDENT, (), later, TOLD) == LATE


def test_without_the_hubs_clock_ours_is_all_there_is_and_it_is_not_sure() -> None:
    clock = RoundClock(BOOT)
    assert not clock.sure
    assert clock.now(12.5, 99) == 12.5
    assert clock.put_right(at(1, NINE)) == NINE.isoformat()


def test_a_moment_of_another_boot_stays_as_it_was_told() -> None:
    assert TOLD.put_right(at(1600, NINE, "before")) == NINE.isoformat()
    wrong = NINE - timedelta(days=400)
    assert datetime.fromisoformat(TOLD.put_right(at(1600, wrong))) == NINE


def welcome(boot: str, clock: str = "unsure") -> Welcome:
    return Welcome(protocol=1, boot_id=boot, profile=b"", keys=b"", hub_online=False, clock=clock)


def test_what_core_told_outlives_core_but_no_boot() -> None:
    again = TOLD.hears(welcome(BOOT)).hears(ClockState(clock="unsure"))
    assert again.sure and again.hub_at == TOLD.hub_at
    assert not TOLD.hears(welcome("another")).sure
    assert RoundClock().hears(welcome(BOOT, "synced")).sure
    assert not RoundClock(BOOT, synced=True).hears(ClockState(clock="unsure")).sure  # it was set since
