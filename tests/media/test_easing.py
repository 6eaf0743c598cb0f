"""A smaller picture where a processor is short, and a larger one again; not to and fro."""

import pytest

from media.easing import BUSY_S, HEIGHTS, IDLE_S, START_S, Easing


class Play:
    def __init__(self) -> None:
        self.easing = Easing()
        self.now, self.pictures, self.spent_s = 50.0, 0, 0.0

    def run(self, seconds: float, encoding_ms: float, decoding_ms: float = 5.0) -> list[int]:
        heights = []
        for _ in range(int(seconds * 2)):
            self.now += 0.5
            self.pictures += 12
            self.spent_s += 12 * encoding_ms / 1000
            self.easing.encoded(self.pictures, self.spent_s)
            heights.append(self.easing.look(self.now, decoding_ms))
        return heights


def test_who_keeps_up_is_left_alone() -> None:
    assert set(Play().run(60, 9.0)) == {0}


def test_the_start_of_a_call_is_not_judged() -> None:
    play = Play()
    assert set(play.run(START_S - 1, 80.0, 500.0)) == {0}


@pytest.mark.parametrize(("encoding_ms", "decoding_ms"), [(50.0, 5.0), (9.0, 200.0)])
def test_who_is_busy_gets_less_to_do_step_by_step(encoding_ms: float, decoding_ms: float) -> None:
    heights = Play().run(START_S + 6 * BUSY_S, encoding_ms, decoding_ms)
    assert list(dict.fromkeys(heights)) == list(HEIGHTS)


def test_while_no_picture_comes_nothing_is_judged() -> None:
    play = Play()
    play.run(START_S + 1, 60.0, 300.0)
    assert {play.easing.look(play.now + second, None) for second in range(20)} == {0}
    play.now += 20
    assert set(play.run(BUSY_S - 1, 60.0, 300.0)) == {0}, "what was before the pause does not count"
    assert play.run(2, 60.0, 300.0)[-1] == HEIGHTS[1]


def test_a_short_trouble_costs_nothing() -> None:
    play = Play()
    play.run(START_S, 9.0)
    assert set(play.run(BUSY_S - 1, 60.0) + play.run(5, 9.0)) == {0}


def test_the_size_comes_back_and_a_climb_that_failed_is_tried_less_often() -> None:
    play = Play()
    play.run(START_S + BUSY_S + 1, 50.0)
    assert play.easing.height == HEIGHTS[1]
    between = play.run(3 * IDLE_S, 20.0)
    assert set(between) == {HEIGHTS[1]}, "neither busy nor idle"
    play.run(IDLE_S + 1, 10.0)
    assert play.easing.height == 0
    play.run(BUSY_S + 1, 50.0)
    assert play.easing.height == HEIGHTS[1]
    assert set(play.run(IDLE_S + 2, 10.0)) == {HEIGHTS[1]}, "it waits twice as long now"
    assert play.run(IDLE_S, 10.0)[-1] == 0


def test_a_new_connection_counts_from_the_beginning() -> None:
    play = Play()
    play.run(START_S, 9.0)
    play.pictures, play.spent_s = 0, 0.0
    assert set(play.run(10, 9.0)) == {0}
