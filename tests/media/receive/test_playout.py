"""Pictures held back so that they come evenly, and only where they do not."""

import random
from itertools import pairwise

import pytest

from media.receive.playout import MOST_S, UNEVEN_S, Playout

APART_S = 1 / 30


def shown(late: list[float], playout: Playout | None = None) -> list[float]:
    """Return when pictures are shown that come so late each, in order, as a decoder gives them."""
    playout = playout or Playout()
    came, found = 0.0, []
    for at, one in enumerate(late):
        came = max(came, at * APART_S + one)
        found.append(playout.due(1000 + at * APART_S, came))
    return found


def gaps(times: list[float]) -> list[float]:
    return [later - before for before, later in pairwise(times)]


def test_on_an_even_line_nothing_is_held_back() -> None:
    chance = random.Random(1)
    late = [0.04 + chance.random() * UNEVEN_S / 2 for _ in range(600)]
    came = [max(at * APART_S + one for at, one in enumerate(late[: n + 1])) for n in range(len(late))]
    assert shown(late) == pytest.approx(came)


def test_repairs_that_take_a_round_trip_are_not_seen_any_more() -> None:
    chance = random.Random(2)
    late = [0.3 if chance.random() < 0.1 else 0.1 for _ in range(900)]
    assert max(gaps(shown(late)[300:])) < 0.1
    came = shown(late)
    assert all(at <= 0.1 + MOST_S + 0.1 + n * APART_S for n, at in enumerate(came)), "but not for ever"


def test_the_delay_grows_unseen_and_goes_when_the_line_is_good_again() -> None:
    chance = random.Random(3)
    playout = Playout()
    times = shown(
        [0.05] * 300 + [0.25 if chance.random() < 0.2 else 0.05 for _ in range(300)] + [0.05] * 600, playout
    )
    assert playout.hold_s == 0
    assert times[-1] == pytest.approx(1199 * APART_S + 0.05)


def test_pictures_keep_their_order() -> None:
    chance = random.Random(4)
    times = shown([chance.random() for _ in range(500)])
    assert times == sorted(times)
