"""Pacer, key frames and the shape of pictures."""

from media.rate.keyframes import APART_S, KeyframeGate
from media.rate.link import Limits
from media.rate.pacer import Kind, Pacer
from media.rate.probe import Probe
from media.rate.shape import Shaper

CAMERA = (1280, 720)


def leaving(pacer: Pacer, until: float) -> list[tuple[float, Kind, int]]:
    now, out = 0.0, []
    while now < until:
        while one := pacer.take(now):
            out.append((now, one.kind, one.probe))
        wait = pacer.wait_s(now)
        now += until if wait is None else max(wait, 0.001)
    return out


def test_a_picture_leaves_evenly_and_sound_before_it() -> None:
    pacer = Pacer(960_000)
    for _ in range(20):
        pacer.push(Kind.PICTURE, bytes(1200))
    assert 0.19 < pacer.waiting_s < 0.21
    first = pacer.take(0.0)
    pacer.push(Kind.SOUND, bytes(100))
    pacer.push(Kind.REPAIR, bytes(1200))
    rest = leaving(pacer, 1.0)
    assert first and first.kind is Kind.PICTURE
    assert [kind for _, kind, _ in rest[:2]] == [Kind.SOUND, Kind.REPAIR]
    assert 0.17 < rest[-1][0] < 0.23
    assert pacer.waiting == 0


def test_what_was_not_used_is_not_saved_up() -> None:
    pacer = Pacer(960_000)
    pacer.push(Kind.PICTURE, bytes(1200))
    assert pacer.take(100.0)
    for _ in range(5):
        pacer.push(Kind.PICTURE, bytes(1200))
    assert sum(pacer.take(200.0) is not None for _ in range(5)) == 1


def test_a_long_queue_leaves_faster() -> None:
    pacer = Pacer(100_000)
    for _ in range(100):
        pacer.push(Kind.PICTURE, bytes(1200))
    assert leaving(pacer, 10.0)[-1][0] < 4.0


def test_a_probe_is_a_burst_of_what_there_is_and_of_padding() -> None:
    pacer = Pacer(300_000)
    for _ in range(2):
        pacer.push(Kind.PICTURE, bytes(1200))
    pacer.start_probe(Probe(7, 1_800_000, 0.0))
    out = leaving(pacer, 1.0)
    assert {probe for _, _, probe in out} == {7}
    assert [kind for _, kind, _ in out].count(Kind.PICTURE) == 2
    assert len(out) > 5
    assert out[-1][0] < 0.03
    assert not pacer.probing


def test_dropped_pictures_do_not_wait() -> None:
    pacer = Pacer(1000)
    pacer.push(Kind.PICTURE, bytes(1000))
    pacer.push(Kind.REPAIR, bytes(1000))
    pacer.push(Kind.SOUND, bytes(10))
    pacer.drop_pictures()
    assert pacer.waiting == 10


def test_a_flood_of_requests_is_answered_once() -> None:
    gate = KeyframeGate()
    granted = 0
    for tick in range(100):  # ten seconds' worth in one
        gate.ask(tick / 100, 0.05)
        granted += gate.due(tick / 100)
    assert granted == 1 + int(1 / APART_S)
    assert gate.asked == 100


def test_a_request_that_crossed_the_key_frame_is_answered_by_it() -> None:
    gate = KeyframeGate()
    gate.sent(1.0)
    gate.ask(1.1, 0.2)
    assert not gate.due(5.0)
    gate.ask(1.3, 0.2)
    assert not gate.due(1.35)
    assert gate.due(1.45)


def test_size_goes_before_rate() -> None:
    shaper = Shaper(30)
    sizes = [
        shaper.shape(CAMERA, kbit, Limits(), 10 + number)
        for number, kbit in enumerate((900, 300, 150, 80, 50))
    ]
    assert [one.width for one in sizes] == sorted((one.width for one in sizes), reverse=True)
    assert sizes[0] == (1280, 720, 30)
    assert sizes[2].fps == 30
    assert sizes[3].fps == 15 > sizes[4].fps


def test_at_the_start_size_follows_the_link_at_once() -> None:
    shaper = Shaper(30)
    assert shaper.shape(CAMERA, 500, Limits(), 0.0).width == 960
    assert shaper.shape(CAMERA, 2000, Limits(), 0.3).width == 1280


def test_later_size_climbs_step_by_step_and_not_to_and_fro() -> None:
    shaper = Shaper(30)
    shaper.shape(CAMERA, 2000, Limits(), 0.0)
    assert shaper.shape(CAMERA, 100, Limits(), 60.0).width == 320
    widths = []
    for tick in range(100):
        now = 60.1 + tick / 10
        shaper.encoded(now, 40, 0.003)
        widths.append(shaper.shape(CAMERA, 2000, Limits(), now).width)
    assert sorted(widths) == widths
    assert widths[5] == 320 and widths[-1] == 1280
    swaying = {shaper.shape(CAMERA, 600 + (tick % 2) * 100, Limits(), 80 + tick).width for tick in range(20)}
    assert swaying == {1280}


def test_a_coarse_picture_or_a_slow_encoder_makes_it_smaller() -> None:
    for quantiser, took in ((120, 0.003), (30, 0.03)):
        shaper = Shaper(30)
        shaper.shape(CAMERA, 700, Limits(), 0.0)
        for tick in range(90):
            now = 5 + tick / 30
            shaper.encoded(now, quantiser, took)
            shape = shaper.shape(CAMERA, 700, Limits(), now)
        assert shape.width < 1280
        assert shaper.shape(CAMERA, 2500, Limits(), 9.0).width < 1280, "and it does not return at once"


def test_limits_hold() -> None:
    shaper = Shaper(30)
    shape = shaper.shape(CAMERA, 2500, Limits(width=640, height=640, fps=10), 0.0)
    assert shape == (640, 360, 10)
