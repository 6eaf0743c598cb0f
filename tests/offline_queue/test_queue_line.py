"""Order and priority, for any line and any way of being served."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from contract.envelope import Lane
from offline_queue.line import Head, Line
from offline_queue.model import Limits, lane_of, lane_range

WEIGHTS = Limits().weights
SIZES = st.integers(1, 2_000_000)
FRONTS = st.dictionaries(st.sampled_from(list(Lane)), st.lists(SIZES, max_size=30))


def fronts(sizes: dict[Lane, list[int]]) -> dict[Lane, list[Head]]:
    return {
        lane: [Head(lane_range(lane)[0] + n, s) for n, s in enumerate(each)] for lane, each in sizes.items()
    }


def lanes(chosen: Iterable[Head]) -> list[Lane]:
    return [lane_of(head.place) for head in chosen]


@given(FRONTS, st.integers(1, 50), st.integers(1, 5_000_000))
def test_a_batch_is_in_order_within_limits_and_alerts_first(
    sizes: dict[Lane, list[int]], limit: int, max_bytes: int
) -> None:
    line = Line(WEIGHTS)
    chosen = line.choose(fronts(sizes), limit, max_bytes)
    assert len(chosen) <= limit
    assert len(chosen) == 1 or sum(head.size for head in chosen) <= max_bytes
    assert bool(chosen) == any(sizes.values())
    for lane, heads in fronts(sizes).items():
        mine = [head for head in chosen if lane_of(head.place) is lane]
        assert mine == heads[: len(mine)]
    order = lanes(chosen)
    alerts = order.count(Lane.ALERT)
    assert order[:alerts] == [Lane.ALERT] * alerts
    if alerts < len(sizes.get(Lane.ALERT, [])):
        assert len(order) == alerts  # nobody goes while an alert is left behind
    assert line.choose(fronts(sizes), limit, max_bytes) == chosen  # the same until it was served


@given(FRONTS, st.integers(1, 50), st.integers(1, 5_000_000))
def test_everything_goes_exactly_once(sizes: dict[Lane, list[int]], limit: int, max_bytes: int) -> None:
    line, left, gone = Line(WEIGHTS), fronts(sizes), []
    while chosen := line.choose(left, limit, max_bytes):
        for head in chosen:
            lane = lane_of(head.place)
            left[lane].remove(head)
            line.served(lane, head.size)
            gone.append(head)
    assert sorted(gone) == sorted(head for heads in fronts(sizes).values() for head in heads)
    assert [h for h in gone if lane_of(h.place) is Lane.READING] == fronts(sizes).get(Lane.READING, [])


@given(st.sampled_from([lane for lane in Lane if lane is not Lane.ALERT]), st.integers(1, 8), SIZES)
def test_no_lane_starves_however_busy_the_others(quiet: Lane, limit: int, size: int) -> None:
    """All lanes but one are refilled for ever; the quiet one's only entry goes all the same."""
    line = Line(WEIGHTS)
    sizes = {lane: [20_000] * 8 for lane in WEIGHTS} | {quiet: [size]}
    total = sum(WEIGHTS.values())
    rounds = 0
    while quiet not in (order := lanes(chosen := line.choose(fronts(sizes), limit, 4 << 20))):
        for lane, head in zip(order, chosen, strict=True):
            line.served(lane, head.size)
        rounds += 1
        assert rounds <= 2 * total


def test_a_lane_that_was_silent_gets_no_arrears() -> None:
    line = Line(WEIGHTS)
    for _ in range(1000):
        line.served(Lane.READING, 2000)
    both = {Lane.READING: [2000] * 40, Lane.LOG: [2000] * 40}
    order = lanes(line.choose(fronts(both), 40, 1 << 30))
    assert order.count(Lane.READING) >= 35
    assert order.count(Lane.LOG) >= 2
