"""Live waves: even messages, times that are those of the samples, and gaps that stay gaps."""

from contract.control import Wave
from kiosk.core.waves import WaveBatch

HZ = 60.0
PERIOD = round(1e9 / HZ)


def feed(times: list[int], rate_hz: float = HZ, samples: list[int | None] | None = None) -> list[Wave]:
    batch = WaveBatch("pleth")
    found: list[Wave] = []
    for n, t_ns in enumerate(times):
        found += batch.add(t_ns, rate_hz, samples[n] if samples else n % 128)
    return found


def test_ten_messages_a_second_each_with_the_time_of_its_last_sample() -> None:
    waves = feed([1 + n * PERIOD for n in range(60)])
    assert len(waves) == 10
    assert [wave.t_ns for wave in waves] == [1 + (6 * n + 5) * PERIOD for n in range(10)]
    assert waves[1].samples == (6, 7, 8, 9, 10, 11)
    assert waves[0].rate_hz == HZ


def test_what_came_before_a_gap_is_not_moved_behind_it() -> None:
    before = [1 + n * PERIOD for n in range(3)]
    after = [before[-1] + 1_000_000_000 + n * PERIOD for n in range(6)]
    first, second = feed(before + after)
    assert (first.t_ns, len(first.samples)) == (before[-1], 3)
    assert (second.t_ns, len(second.samples)) == (after[-1], 6)


def test_no_signal_is_no_sample() -> None:
    [wave] = feed([n * PERIOD for n in range(6)], samples=[1, None, None, 4, 5, 6])
    assert wave.samples == (1, None, None, 4, 5, 6)


def test_another_rate_and_a_clock_that_jumps_back_begin_anew() -> None:
    batch = WaveBatch("pleth")
    assert batch.add(1000, 60.0, 1) == ()
    [old] = batch.add(2000, 100.0, 2)
    assert (old.samples, old.rate_hz) == ((1,), 60.0)
    [older] = batch.add(500, 100.0, 3)
    assert older.samples == (2,)


def test_a_slow_wave_is_sent_sample_by_sample() -> None:
    assert [wave.samples for wave in feed([0, 200_000_000], rate_hz=5.0)] == [(0,), (1,)]
