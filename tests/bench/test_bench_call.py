"""The call's bench: what it makes of what was seen. A wrong sum would call a frozen picture a good one."""

import numpy as np
import pytest

from bench.call.links import COURSES, chosen
from bench.call.measures import NO_SSIM, Seen, back, freezes, seen, similarity, ssim
from bench.call.report import rows
from bench.call.watch import Call
from bench.eyes import Kept, Shot
from media import stamp
from media.figure import Figure, Swing


def shots(*times: float, age: int = 50, width: int = 1280) -> list[Shot]:
    return [Shot(at, int(at) - age, width) for at in times]


def test_a_freeze_is_a_gap_of_more_than_200_ms_at_either_end_too() -> None:
    assert freezes([100, 200, 400, 700], 0, 800) == [300]
    assert freezes([], 0, 5000) == [5000]
    assert freezes([300, 400], 0, 1000) == [300, 600]


def test_a_picture_is_back_when_it_stays() -> None:
    steady = [float(at) for at in range(5000, 9000, 33)]
    assert back([1000, 1100, 1200, *steady], 900, 9000) == 5000
    assert back(steady, 6000, 9000) == 6000, "it never went away"
    assert back([1000, 1100], 900, 9000) == 9000, "it never came back"
    assert back([], 900, 9000) == 9000
    late = [float(at) for at in range(8500, 9000, 33)]
    assert back(late, 900, 9000) == 9000, "half a second is not yet steady"


def test_a_watch_is_summed_up() -> None:
    small, large = shots(1000, 1100, width=640), shots(1200, 1300, age=90)
    unreadable = [Shot(1400, None, 1280)]
    found = seen(
        [*shots(500), *small, *large, *unreadable], [], accepted=400, begin=1000, end=1500, calm=1000
    )
    assert found == Seen(
        frames=5, late=90, ssim=NO_SSIM, freezes=0, frozen=0, width=(2 * 640 + 3 * 1280) / 5, hd=100, back=500
    )


def test_a_watch_in_which_nothing_came_counts_against_whoever_sent() -> None:
    found = seen([], [], accepted=0, begin=1000, end=9000, calm=4000)
    assert found == Seen(1, 8000, NO_SSIM, 1, 8000, 1, 9000, 5000)


def test_similarity_falls_with_blur_with_size_and_with_the_wrong_moment() -> None:
    figure, ms = Figure(1280, 720), 1_795_702_742_718
    sent = figure.draw(ms)
    stamp.draw(sent, ms)
    grey = np.round(sent @ np.array([0.114, 0.587, 0.299])).astype(np.uint8)
    same = similarity(Kept(ms, grey))
    small = similarity(Kept(ms, np.ascontiguousarray(grey[::2, ::2])))
    other = similarity(Kept(ms + 700, grey))
    assert same > 0.999
    assert small < 0.95
    assert other < 0.95


def test_ssim_of_known_pairs() -> None:
    dice = np.random.default_rng(1)
    picture = dice.integers(0, 256, (64, 64)).astype(np.uint8)
    assert ssim(picture, picture) == pytest.approx(1)
    assert ssim(picture, dice.integers(0, 256, (64, 64)).astype(np.uint8)) < 0.1
    # Flat pictures: only the luminance term is left, (2ab + c) / (a² + b² + c).
    flat, c = (np.full((64, 64), 100, np.uint8), np.full((64, 64), 120, np.uint8)), (0.01 * 255) ** 2
    assert ssim(*flat) == pytest.approx((2 * 100 * 120 + c) / (100**2 + 120**2 + c), rel=1e-4)


def test_the_figure_swings_evenly_and_stays_in_the_picture() -> None:
    swing = Swing(10, 1000)
    assert [swing.at(ms) for ms in (0, 250, 500, 750, 1000, 1250)] == [0, 10, 0, -10, 0, 10]
    for width, height in ((1280, 720), (720, 1280), (320, 240)):
        figure = Figure(width, height)
        for layer in (*figure.layers, *figure.mouths):
            rows_, columns = layer.mask.shape
            assert layer.x - layer.across.reach >= 0 <= layer.y - layer.along.reach
            assert layer.x + layer.across.reach + columns <= width
            assert layer.y + layer.along.reach + rows_ <= height


def test_the_figure_is_the_same_every_time() -> None:
    first, second = Figure(640, 360), Figure(640, 360)
    assert (first.draw(123_456) == second.draw(123_456)).all()
    assert (first.draw(123_456) != first.draw(124_000)).any()


def test_links_are_chosen_by_name() -> None:
    assert chosen("") == COURSES
    assert [course.name for course in chosen("burst,clean")] == ["burst", "clean"]
    with pytest.raises(ValueError, match="no link is called moon; there are: clean, loss3"):
        chosen("moon")


def test_rows_of_every_link_carry_the_goals() -> None:
    half = Seen(240, 80.0, 0.9, 0, 0.0, 1280, 900, 0.0)
    calls = [Call(500.0, half, half, 0.0, 40.0, 300.0, 0.5, 0.1)] * 3
    for course in COURSES:
        found = {row.name.removeprefix(f"call_{course.name}_"): row for row in rows(course, calls, calls)}
        for way in ("to_console", "to_station"):
            assert found[f"frames_{way}"].goal == found[f"ssim_{way}"].goal == ">= 1"
            assert found[f"glass_p95_{way}"].goal == "<= 1.1"
            assert found[f"frames_{way}"].met
        assert found["cpu"].goal == "<= 1"
        assert ("hd_goal_to_console" in found) == (course.name == "clean")
        assert ("back_goal_to_console" in found) == (course.name == "burst")
