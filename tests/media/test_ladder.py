"""The ladder by a clock of its own: order, patience, hysteresis, and that it always finds back."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from media.ladder import LONGEST_CLIMB_S, RUNGS, SOON_S, TRIAL_S, Ladder, Seen, Step

ORDER = list(Step)
TICK_S = 0.5
Line = Callable[[float], Seen]


def full(kbit: float | None, loss: float = 0.05) -> Seen:
    return Seen(kbit=kbit, width=1280, height=720, fps=30.0, loss=loss)


def play(ladder: Ladder, line: Line, seconds: float, start: float = 0.0) -> Iterator[tuple[float, Step]]:
    """Yield each change of step with its time."""
    before = ladder.step
    for tick in range(int(seconds / TICK_S)):
        now = start + tick * TICK_S
        step = ladder.look(now, line(now))
        if step is not before:
            yield now, step
            before = step


def engine(kbit: float) -> Seen:
    """What the engine makes of a line: size first, then rate."""
    if kbit > 900:
        return Seen(kbit, 1280, 720, 30.0, late_ms=400.0)
    if kbit > 250:
        return Seen(kbit, 640, 360, 30.0, late_ms=400.0)
    return Seen(kbit, 320, 180, 12.0, late_ms=400.0)


def test_a_line_that_weakens_gives_up_in_the_promised_order_and_takes_back_by_itself() -> None:
    ladder = Ladder()
    down = [step for _, step in play(ladder, lambda now: engine(2500 * 0.97**now), 240)]
    assert down == [Step.SMALLER, Step.SLOWER, Step.STILL, Step.SOUND, Step.TEXT]
    up = [step for _, step in play(ladder, lambda now: engine(10 * 1.03 ** (now - 240)), 400, 240)]
    assert [ORDER.index(step) for step in up] == sorted((ORDER.index(step) for step in up), reverse=True)
    assert up[-1] is Step.FULL


def test_a_short_burst_of_loss_costs_nobody_the_picture() -> None:
    ladder = Ladder()
    changes = list(play(ladder, lambda now: full(45.0 if 10 <= now < 17 else 2500.0, 0.25), 60))
    assert changes == []


def test_a_sudden_fall_goes_straight_to_what_the_line_carries_and_back() -> None:
    ladder = Ladder()
    changes = list(play(ladder, lambda now: full(2000.0 if now < 5 or now >= 40 else 30.0), 90))
    assert [step for _, step in changes] == [Step.SOUND, Step.SLOWER, Step.FULL]
    back = changes[1][0]
    assert back - 40 <= 5


def test_a_line_that_carries_nothing_to_understand_is_left_to_text() -> None:
    ladder = Ladder()
    assert [step for _, step in play(ladder, lambda now: full(500.0, 0.7), 30)] == [Step.TEXT]
    assert [step for _, step in play(ladder, lambda now: full(500.0, 0.1), 30, 30)][-1] is Step.FULL


def test_who_falls_back_climbs_less_readily() -> None:
    """A line that looks good as soon as nothing is sent, and is not."""
    ladder = Ladder()
    times = [
        now
        for now, step in play(ladder, lambda now: full(60.0 if ORDER.index(ladder.step) < 3 else 400.0), 600)
        if step is Step.SLOWER
    ]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(times) < 20, "it flaps"
    assert gaps[-1] > gaps[0]
    assert max(gaps) < LONGEST_CLIMB_S + SOON_S


def test_where_nothing_measures_the_line_a_climb_is_tried() -> None:
    ladder = Ladder(trial_s=TRIAL_S)
    assert [step for _, step in play(ladder, lambda _: full(40.0), 20)][-1] is Step.SOUND
    tried = list(play(ladder, lambda now: full(60.0 if ladder.step is Step.SOUND else 300.0), 60, 20))
    assert tried[-1][1] is Step.FULL
    assert tried[0][0] - 20 <= TRIAL_S
    stays = Ladder()
    list(play(stays, lambda _: full(40.0), 20))
    assert list(play(stays, lambda _: full(60.0), 120, 20)) == []


def test_an_estimate_alone_takes_longer_and_never_costs_the_sound() -> None:
    ladder = Ladder()
    changes = list(play(ladder, lambda _: full(15.0, 0.0), 600))
    assert [step for _, step in changes] == [Step.SOUND]
    assert changes[0][0] >= 30
    assert list(play(Ladder(), lambda now: full(15.0 if now < 25 else 2000.0, 0.0), 60)) == []


def test_without_a_word_of_the_line_nothing_is_given_up() -> None:
    assert list(play(Ladder(), lambda _: full(None), 60)) == []


def test_a_camera_that_is_off_or_small_is_no_weak_line() -> None:
    assert list(play(Ladder(), lambda _: Seen(kbit=2000.0), 60)) == []
    assert list(play(Ladder(), lambda _: Seen(2000.0, 640, 480, 15.0), 60)) == []


def test_names_do_not_flicker() -> None:
    ladder = Ladder()
    list(play(ladder, lambda _: full(2000.0), 5))
    wavering = [step for _, step in play(ladder, lambda now: engine(800 if now % 2 < 1 else 1000), 60, 5)]
    assert wavering == []


@given(st.lists(st.tuples(st.floats(0, 3000), st.floats(0, 1), st.integers(1, 40)), max_size=25))
def test_whatever_happened_a_good_line_brings_everything_back(past: list[tuple[float, float, int]]) -> None:
    for trial_s in (None, TRIAL_S):
        ladder, now = Ladder(trial_s=trial_s), 0.0
        list(play(ladder, lambda _: full(2500.0), 5))
        for kbit, loss, ticks in past:
            seen = Seen(kbit, 1280, 720, 30.0, loss)
            list(play(ladder, lambda _, seen=seen: seen, ticks * TICK_S, now))  # type: ignore[misc]
            now += ticks * TICK_S
        list(play(ladder, lambda _: full(2500.0), LONGEST_CLIMB_S + 10, now))
        assert ladder.step is Step.FULL


@given(st.lists(st.floats(0, 3000), max_size=200))
def test_every_step_down_has_its_reason(line: list[float]) -> None:
    """Nothing is given up that the line carried at any moment of the last seconds."""
    ladder, before = Ladder(), 0
    recent: list[float] = []
    for tick, kbit in enumerate(line):
        recent.append(kbit)
        ladder.look(tick * TICK_S, full(kbit))
        rung = next((i + 1 for i, r in enumerate(RUNGS) if r.step is ladder.step), 0)
        if rung > before:
            limit = RUNGS[rung - 1]
            assert max(recent[-int(limit.patience_s / TICK_S) :]) < limit.down
        before = rung
