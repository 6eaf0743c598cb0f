"""The emulated link does what it says, in virtual time: else no number measured over it is worth anything."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from link_model import HEADERS, Counts, Pipe, Way

SIZE = 1000
PACKETS = 20_000


def play(
    way: Way, *, seed: int = 1, packets: int = PACKETS, apart_ms: float = 1.0
) -> list[tuple[float, ...]]:
    pipe = Pipe(way, seed)
    return [pipe.offer(number * apart_ms / 1000, SIZE) for number in range(packets)]


def test_a_link_without_settings_changes_nothing() -> None:
    pipe = Pipe(Way(), 1)
    assert [pipe.offer(t, SIZE) for t in (0.0, 0.5, 0.5)] == [(0.0,), (0.5,), (0.5,)]
    assert pipe.counts == Counts(offered=3, delivered=3, bytes_offered=3000, bytes_delivered=3000)


def test_the_same_seed_is_the_same_link() -> None:
    way = Way(loss=0.1, burst_start=0.01, burst_end=0.2, jitter_ms=30, reorder=0.05, duplicate=0.02)
    assert play(way, seed=5) == play(way, seed=5)
    assert play(way, seed=5) != play(way, seed=6)


def test_random_loss_is_of_the_size_asked_for() -> None:
    lost = sum(not arrivals for arrivals in play(Way(loss=0.1)))
    assert lost == pytest.approx(0.1 * PACKETS, rel=0.1)


def test_bursts_are_as_long_and_as_many_as_asked_for() -> None:
    gone = [not arrivals for arrivals in play(Way(burst_start=0.01, burst_end=0.25))]
    begins = sum(now and not before for before, now in pairwise([False, *gone]))
    assert sum(gone) / begins == pytest.approx(4, rel=0.2)  # 1 / burst_end packets
    assert sum(gone) == pytest.approx(PACKETS * 0.01 / (0.01 + 0.25), rel=0.2)  # share of the bad state


def test_in_a_bad_state_only_some_are_lost() -> None:
    all_bad = Way(burst_start=1.0, burst_end=0.0, burst_loss=0.4)
    assert sum(not arrivals for arrivals in play(all_bad)) == pytest.approx(0.4 * PACKETS, rel=0.1)


def test_delay_and_jitter() -> None:
    way = Way(delay_ms=100, jitter_ms=20)
    late = [a[0] * 1000 - number * 30 for number, a in enumerate(play(way, apart_ms=30))]
    assert min(late) == pytest.approx(100, abs=0.1)
    assert max(late) == pytest.approx(120, abs=0.1)
    assert sum(late) / len(late) == pytest.approx(110, abs=0.5)
    arrivals = [a[0] for a in play(way)]
    assert arrivals == sorted(arrivals)


def test_a_bottleneck_passes_its_rate_and_drops_what_its_queue_cannot_hold() -> None:
    # 1000 packets of 1028 bytes a second are 8.2 Mbit/s; 1 Mbit/s passes.
    pipe = Pipe(Way(rate_kbit=1000, queue_ms=100), 1)
    late = []
    for number in range(PACKETS):
        now = number / 1000
        late += [arrival - now for arrival in pipe.offer(now, SIZE)]
    bits = pipe.counts.delivered * (SIZE + HEADERS) * 8
    assert bits / (PACKETS / 1000) == pytest.approx(1_000_000, rel=0.02)
    assert pipe.counts.overflowed == PACKETS - pipe.counts.delivered
    one = (SIZE + HEADERS) * 8 / 1_000_000
    assert 0.09 < max(late) <= 0.1 + one + 1e-9  # the queue's 100 ms, and its own time


def test_a_bottleneck_under_its_rate_adds_a_packets_own_time_only() -> None:
    late = [a[0] * 1000 - number * 20 for number, a in enumerate(play(Way(rate_kbit=1000), apart_ms=20))]
    assert late == pytest.approx([(SIZE + HEADERS) * 8 / 1000] * PACKETS)


def test_what_is_held_back_is_overtaken() -> None:
    arrivals = [a[0] for a in play(Way(delay_ms=10, reorder=0.05, reorder_ms=25))]
    behind = sum(later < before for before, later in pairwise(arrivals))
    assert behind == pytest.approx(0.05 * PACKETS, rel=0.15)
    assert max(a * 1000 - number for number, a in enumerate(arrivals)) == pytest.approx(35, abs=1e-3)


def test_some_come_twice() -> None:
    twice = sum(len(arrivals) == 2 for arrivals in play(Way(duplicate=0.1)))
    assert twice == pytest.approx(0.1 * PACKETS, rel=0.1)


def test_a_change_holds_for_what_comes_next() -> None:
    pipe = Pipe(Way(loss=1.0), 1)
    assert pipe.offer(0.0, SIZE) == ()
    pipe.way = Way(delay_ms=50)
    assert pipe.offer(1.0, SIZE) == (1.05,)
    pipe.way = Way()
    assert pipe.offer(1.01, SIZE) == (1.05,), "the order is kept across a change"
    assert pipe.offer(2.0, SIZE) == (2.0,)


SHARE = st.floats(0, 1)
MS = st.floats(0, 500)
WAYS = st.builds(
    Way,
    loss=SHARE,
    burst_start=SHARE,
    burst_end=SHARE,
    burst_loss=SHARE,
    delay_ms=MS,
    jitter_ms=MS,
    rate_kbit=st.floats(0, 10_000).filter(lambda rate: rate == 0 or rate > 1),
    queue_ms=MS,
    reorder=SHARE,
    reorder_ms=MS,
    duplicate=SHARE,
)


@given(WAYS, st.lists(st.tuples(st.floats(0, 0.1), st.integers(0, 1500)), max_size=50), st.integers(0, 9))
def test_nothing_arrives_before_it_was_sent_and_every_packet_is_counted(
    way: Way, packets: list[tuple[float, int]], seed: int
) -> None:
    pipe, now, came = Pipe(way, seed), 0.0, 0
    for apart, size in packets:
        now += apart
        arrivals = pipe.offer(now, size)
        came += len(arrivals)
        assert all(arrival >= now for arrival in arrivals)
    counts = pipe.counts
    assert counts.offered == len(packets) == counts.delivered + counts.lost + counts.overflowed
    assert came == counts.delivered + counts.doubled
