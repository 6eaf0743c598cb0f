"""The wave's polylines and the video's rectangles; a link to core that comes and goes."""

import os
import socket

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shiboken6 import delete

from contract import instruments, station
from contract.frames import RingReader, RingWriter
from contract.link import Link
from ui.core_link import CoreLink
from ui.items.video import VideoSource, placed
from ui.items.wave import SECONDS, Sample, WaveItem, sweep

SECOND = 1_000_000_000


def samples(first_s: float, last_s: float, level: float = 0.5) -> list[Sample]:
    return [Sample(int(t * SECOND / 60), level) for t in range(int(first_s * 60), int(last_s * 60))]


def test_a_sweep_goes_from_left_to_right_and_leaves_a_gap_before_the_pen() -> None:
    now, before = sweep(samples(0, 9), 600, 100)
    assert now[0].x() == pytest.approx(0)
    assert now[-1].x() == pytest.approx(300, abs=3)
    assert [p.x() for p in now] == sorted(p.x() for p in now)
    assert before[0].x() > now[-1].x() + 20
    assert before[-1].x() <= 600
    assert {p.y() for p in now} == {50.0}


def test_a_break_shows_only_what_came_after_it() -> None:
    line = [*samples(0, 1), Sample(SECOND, None), *samples(1.1, 2)]
    now, _ = sweep(line, 600, 100)
    assert now[0].x() >= 1.1 / SECONDS * 600 - 2


@pytest.mark.parametrize("size", [(0, 100), (100, 0), (-1, 5)])
def test_no_room_no_line(size: tuple[float, float]) -> None:
    assert sweep(samples(0, 2), *size) == ([], [])
    assert sweep([], 10, 10) == ([], [])


def test_the_wave_keeps_only_one_sweep_and_stays_within_its_place(qapp: QGuiApplication) -> None:
    wave = WaveItem()
    wave.resize(600, 100)
    for number in range(60 * 20):
        wave.push(number * SECOND // 60, 300 if number % 2 else -5)
    while not wave.property("line"):
        QTest.qWait(10)
    points = wave.property("line") + wave.property("previous")
    assert 100 < len(points) <= SECONDS * 60 + 1
    assert all(0 <= p.y() <= 100 and 0 <= p.x() <= 600 for p in points)
    wave.clear()
    assert wave.property("line") == []


def test_a_sample_from_the_past_is_left_out(qapp: QGuiApplication) -> None:
    wave = WaveItem()
    wave.push(2 * SECOND, 5)
    wave.push(1 * SECOND, 5)
    assert wave.samples_seen == 1


def test_a_picture_fills_or_fits() -> None:
    target, shown = placed((1280, 720), (400, 400), fill=False)
    assert (target.width(), target.height()) == (400, 225)
    assert (shown.width(), shown.height()) == (1280, 720)
    target, shown = placed((1280, 720), (400, 400), fill=True)
    assert (target.width(), target.height()) == (400, 400)
    assert (shown.width(), shown.height()) == (720, 720)
    assert shown.left() == 280


def test_a_new_ring_closes_the_old_one_and_keeps_the_picture(qapp: QGuiApplication) -> None:
    source = VideoSource()
    rings = [RingWriter(4, 4), RingWriter(4, 4)]
    readers = [RingReader(os.dup(ring.fd), os.dup(ring.event)) for ring in rings]
    source.attach(readers[0])
    rings[0].write(b"\x01\x02\x03\xff" * 16, 4, 4, 1)
    QTest.qWait(20)
    assert source.frame is not None
    old = readers[0].event
    source.attach(readers[1])
    assert source.property("live")
    with pytest.raises(OSError):
        os.fstat(old)
    rings[1].write(b"\x05\x06\x07\xff" * 16, 4, 4, 2)
    QTest.qWait(20)
    assert source.frame.data[:3] == b"\x05\x06\x07"
    source.detach()
    assert not source.property("live")
    for ring in rings:
        ring.close()


def test_the_link_tries_again_until_core_is_there(qapp: QGuiApplication) -> None:
    pairs: list[socket.socket] = []
    refused = [2]

    def reach() -> socket.socket:
        if refused[0]:
            refused[0] -= 1
            raise ConnectionRefusedError
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
        pairs.append(ours)
        return theirs

    link = CoreLink(reach)
    seen: list[str] = []
    link.connected.connect(lambda: seen.append("connected"))
    link.lost.connect(lambda: seen.append("lost"))
    link.open()
    assert not link.up
    assert not link.send(instruments.Alive())
    while not link.up:
        QTest.qWait(10)
    assert link.send(instruments.Alive())
    far: Link[station.FromSession, station.ToSession] = Link(pairs[0], station.FromSession)
    assert [message for message, _ in far.receive()] == [instruments.Alive()]
    far.close()
    while "lost" not in seen:
        QTest.qWait(10)
    while len(pairs) < 2:
        QTest.qWait(10)
    assert seen[:2] == ["connected", "lost"]
    link.close()
    pairs[1].close()
    delete(link)


def test_what_is_not_of_the_protocol_closes_the_link(qapp: QGuiApplication) -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
    taken = [theirs]

    def reach() -> socket.socket:
        if not taken:
            raise ConnectionRefusedError
        return taken.pop()

    link = CoreLink(reach)
    lost: list[int] = []
    link.lost.connect(lambda: lost.append(1))
    link.open()
    ours.send(b"\x00\xff garbage")
    while not lost:
        QTest.qWait(10)
    assert not link.up
    link.close()
    ours.close()
    delete(link)
