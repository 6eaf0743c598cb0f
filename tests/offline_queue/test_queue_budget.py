"""What the link may be used for: caps, metered and slow links, calls; sizes and waits. On a made-up clock."""

import random

import pytest

from contract.envelope import Lane
from offline_queue import Conditions, LinkBudget, LinkLimits, Pace
from offline_queue.budget import BACKGROUND
from offline_queue.pace import BatchSize

MIB = 1 << 20
FREE, CALL, METERED = Conditions(), Conditions(in_call=True), Conditions(metered=True)


def carried(
    budget: LinkBudget, conditions: Conditions, link: float, seconds: float, size: int
) -> dict[Lane, int]:
    """Send a reading, a document, then media without end over a link of so many bytes a second.

    Returns what went in the time, by lane.
    """
    now, sent = 0.0, dict.fromkeys(Lane, 0)
    line = [Lane.READING, Lane.DOCUMENT, Lane.MEDIA]
    while now < seconds:
        turn = budget.turn(conditions, now, MIB)
        if not any(line[0] in lanes for lanes in turn.tiers):
            assert turn.wait_s > 0
            assert turn.why
            now += turn.wait_s
            continue
        sent[line[0]] += size
        budget.sent({line[0]: size}, size / link)
        now += size / link
        line = line[1:] or line
    return sent


def test_a_free_link_takes_everything_at_once() -> None:
    turn = LinkBudget().turn(FREE, 0.0, MIB)
    assert turn.tiers == (frozenset(Lane),)
    assert (turn.max_bytes, turn.wait_s, turn.held) == (MIB, 0.0, frozenset())


@pytest.mark.parametrize("conditions", [METERED, CALL])
def test_order_on_a_metered_link_and_in_a_call(conditions: Conditions) -> None:
    budget = LinkBudget()
    first, second, third = budget.turn(conditions, 0.0, MIB).tiers
    assert first == {Lane.ALERT, Lane.READING}
    assert second == {Lane.DOCUMENT}
    assert third == BACKGROUND == {Lane.MEDIA, Lane.LOG}
    assert budget.small(third, MIB) == LinkLimits().smallest_request
    assert budget.small(first, MIB) == MIB


def test_a_metered_profile_and_a_slow_link_are_the_same() -> None:
    assert len(LinkBudget(LinkLimits(metered=True)).turn(FREE, 0.0, MIB).tiers) == 3
    budget = LinkBudget()
    budget.sent({Lane.MEDIA: 100_000}, 10.0)
    turn = budget.turn(FREE, 0.0, MIB)
    assert len(turn.tiers) == 3
    assert turn.max_bytes == 20_000  # two seconds of what was measured
    for _ in range(20):
        budget.sent({Lane.MEDIA: 100_000}, 0.1)
    assert len(budget.turn(FREE, 0.0, MIB).tiers) == 1


def test_small_requests_tell_no_rate() -> None:
    budget = LinkBudget()
    budget.sent({Lane.READING: 500}, 1.0)
    assert budget.rate is None


def test_the_cap_holds_on_average_and_never_stops_an_alert() -> None:
    budget = LinkBudget(LinkLimits(cap_bytes_s=10_000))
    sent = carried(budget, FREE, 1e6, 100, 4000)
    assert 950_000 < sum(sent.values()) < 1_050_000
    budget.sent({Lane.MEDIA: 100_000}, 0.1)
    turn = budget.turn(FREE, 100.0, MIB)
    assert turn.tiers == (frozenset({Lane.ALERT}),)
    assert turn.wait_s > 5
    assert turn.why == "the bandwidth cap"
    budget.sent({Lane.ALERT: 10_000}, 0.1)  # an alert counts, too
    assert budget.turn(FREE, 100.0, MIB).wait_s == pytest.approx(turn.wait_s + 1.0)


def test_a_call_keeps_nine_tenths_of_the_link() -> None:
    limits = LinkLimits(call_share=0.10, call_media_bytes_s=1e9)
    sent = carried(LinkBudget(limits), CALL, 200_000, 60, 16 << 10)
    assert sum(sent.values()) < 0.10 * 200_000 * 60 * 1.1
    assert sent[Lane.MEDIA] > 0.10 * 200_000 * 60 * 0.8  # and all of its tenth is used


def test_media_in_a_call_has_a_limit_of_its_own_and_readings_pass_it() -> None:
    budget = LinkBudget(LinkLimits(call_media_bytes_s=2000, call_share=0.5))
    sent = carried(budget, CALL, 1e6, 60, 16 << 10)
    assert sent[Lane.MEDIA] < 2000 * 60 + 2 * (16 << 10)
    turn = budget.turn(CALL, 60.0, MIB)
    assert turn.held == BACKGROUND
    assert budget.turn(FREE, 60.0, MIB).held == frozenset()  # the call has ended


def test_a_clock_that_stands_still_is_survived() -> None:
    budget = LinkBudget(LinkLimits(cap_bytes_s=1000))
    budget.turn(FREE, 5.0, MIB)
    budget.sent({Lane.MEDIA: 50_000}, 0.0)
    assert budget.turn(FREE, 5.0, MIB).wait_s > 0
    assert budget.turn(FREE, 4.0, MIB).wait_s > 0
    assert budget.turn(FREE, 1000.0, MIB).wait_s == 0


def test_requests_double_and_halve() -> None:
    pace = Pace(first_batch=4, max_batch=20, first_bytes=8000, max_bytes=20_000, fewest_bytes=1000)
    size = BatchSize(pace)
    seen = []
    for _ in range(4):
        seen.append((size.count, size.bytes))
        size.grow()
    assert seen == [(4, 8000), (8, 16_000), (16, 20_000), (20, 20_000)]
    size.shrink(6, 10_000)
    assert (size.count, size.bytes) == (3, 5000)
    for _ in range(5):
        size.shrink(size.count, size.bytes)
    assert (size.count, size.bytes) == (1, 1000)


def test_back_off_has_full_jitter_and_a_limit() -> None:
    pace = Pace(first_wait_s=0.5, longest_wait_s=60)
    assert [pace.back_off(n, lambda: 1.0, None) for n in (0, 1, 2, 6, 7, 10_000)] == [0.5, 1, 2, 32, 60, 60]
    assert pace.back_off(5, lambda: 0.0, None) == 0.0
    waits = [pace.back_off(4, random.Random(seed).random, None) for seed in range(500)]
    assert min(waits) < 0.5
    assert max(waits) > 7.5
    assert 3.5 < sum(waits) / len(waits) < 4.5


def test_a_retry_after_is_heeded_spread_and_cut() -> None:
    pace = Pace(longest_retry_after_s=3600)
    assert pace.back_off(0, lambda: 0.0, 30.0) == 30.0
    assert pace.back_off(0, lambda: 1.0, 30.0) == 33.0
    assert pace.back_off(0, lambda: 0.0, 1e12) == 3600.0
    assert pace.back_off(0, lambda: 0.5, -5.0) == 0.25
