"""Who is due in a round: the same answer at the hub and on the station."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.measurement import Act
from contract.rounds import Done, Due, clock_time, turns

ZONE = ZoneInfo("America/Chicago")
T, O = Act.TEMPERATURE, Act.OXIMETRY  # noqa: E741 - short names for a table


def at(text: str, day: int = 26) -> datetime:
    hours, minutes = map(int, text.split(":"))
    return datetime(2026, 11, day, hours, minutes, tzinfo=ZONE)


def states(due: Due, now: str, *done: Done) -> list[str]:
    return [turn.state for turn in turns([due], done, at(now)) if turn.at.day == 26]


@pytest.mark.parametrize(
    ("now", "state"),
    [("06:59", "later"), ("07:00", "due"), ("08:00", "due"), ("10:00", "due"), ("10:01", "missed")],
)
def test_an_act_is_due_from_an_hour_before_and_missed_when_it_is_late(now: str, state: str) -> None:
    assert states(Due(T, ("08:00",)), now) == [state]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("06:59", ["missed", "due"]),
        ("07:00", ["done", "due"]),
        ("18:59", ["done", "due"]),
        ("19:00", ["missed", "done"]),
    ],
)
def test_an_act_counts_for_its_own_turn_only(done: str, expected: list[str]) -> None:
    due = Due(T, ("08:00", "20:00"))
    assert states(due, "20:00", Done(T, at(done).isoformat())) == expected
    assert states(due, "20:00", Done(O, at(done).isoformat())) == ["missed", "due"]


def test_what_was_set_aside_is_neither_done_nor_missed_until_it_is_done() -> None:
    aside = Done(T, at("08:05").isoformat(), "refused")
    assert states(Due(T, ("08:00",)), "12:00", aside) == ["skipped"]
    assert states(Due(T, ("08:00",)), "12:00", aside, Done(T, at("08:30").isoformat())) == ["done"]


def test_times_are_the_facilitys_whatever_zone_a_reading_tells() -> None:
    elsewhere = at("08:00").astimezone(ZoneInfo("Asia/Tokyo")).isoformat()
    assert states(Due(T, ("08:00",)), "12:00", Done(T, elsewhere)) == ["done"]


def test_week_days_and_last_night_count() -> None:
    assert states(Due(T, ("08:00",), weekdays=(0,)), "12:00") == []  # the 26th is a Thursday
    assert states(Due(T, ("08:00",), weekdays=(3,)), "12:00") == ["missed"]
    found = turns([Due(T, ("23:00",))], [], at("00:30"))
    assert [(turn.at.day, turn.state) for turn in found] == [(25, "due"), (26, "later")]


@pytest.mark.parametrize("text", ["8:00", "08:60", "24:00", "08.00", "0800", "", "08:00:00", "a8:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"time of day|must be in"):
        clock_time(text)


@given(st.lists(st.integers(0, 47), max_size=8), st.integers(0, 47), st.booleans())
def test_turns_are_in_order_and_each_has_a_state(minutes: list[int], now: int, skipped: bool) -> None:
    start = at("00:00")
    done = [Done(T, (start + timedelta(minutes=30 * m)).isoformat(), "x" if skipped else "") for m in minutes]
    found = turns([Due(T, ("08:00", "20:00")), Due(O, ("06:00",))], done, start + timedelta(minutes=30 * now))
    assert [turn.at for turn in found] == sorted(turn.at for turn in found)
    assert {turn.state for turn in found} <= {"done", "skipped", "due", "missed", "later"}
    assert len(found) == 6
