"""Feedback is written and read back, and a message of libwebrtc's layout is understood."""

import random
from struct import pack

import pytest
from aiortc.rtp import RtcpRrPacket

from media.rate.twcc import Feedback, Recorder, parse, split


def told(recorder: Recorder, now: float) -> Feedback:
    message = recorder.message(now, 1, 2)
    assert message is not None
    report = bytes(RtcpRrPacket(ssrc=1))
    assert split(report + message + report) == ([message], report + report)
    return parse(message)


def test_arrivals_come_back_to_a_quarter_of_a_millisecond() -> None:
    chance = random.Random(4)
    recorder, came = Recorder(), {}
    now = 1000.0
    for number in range(65_400, 65_900):
        now += chance.choice((0.0001, 0.002, 0.09))
        if chance.random() < 0.8 or number in (65_400, 65_899):
            came[number] = now
            recorder.came(number & 0xFFFF, now)
    feedback = told(recorder, now)
    assert feedback.base == 65_400
    assert len(feedback.arrivals) == 500
    for number, at in enumerate(feedback.arrivals, 65_400):
        assert (at is None) == (number not in came)
        if at is not None:
            assert at == pytest.approx(came[number], abs=0.000_26)


def test_the_next_message_goes_on_where_the_last_ended() -> None:
    recorder = Recorder()
    recorder.came(10, 1.0)
    recorder.came(12, 1.01)
    assert told(recorder, 1.1).arrivals[1] is None
    assert recorder.message(1.1, 1, 2) is None
    recorder.came(14, 1.2)
    second = told(recorder, 1.2)
    assert (second.base, second.number, len(second.arrivals)) == (13, 1, 2)
    assert second.arrivals[0] is None


def test_a_late_packet_is_told_of() -> None:
    recorder = Recorder()
    for number in (10, 12):
        recorder.came(number, 1.0)
    told(recorder, 1.0)
    recorder.came(11, 1.05)
    again = told(recorder, 1.06)
    assert (again.base, [at is not None for at in again.arrivals]) == (11, [True, True])


def test_reordering_gives_negative_steps() -> None:
    recorder = Recorder()
    recorder.came(1, 1.020)
    recorder.came(2, 1.000)
    first, second = told(recorder, 1.1).arrivals
    assert first is not None and second is not None
    assert first - second == pytest.approx(0.02, abs=0.0006)


def test_long_silences_fit() -> None:
    recorder = Recorder()
    recorder.came(1, 1.0)
    recorder.came(2, 20.0)  # more than a 16-bit step of 250 us
    assert len(told(recorder, 20.0).arrivals) == 1
    assert told(recorder, 20.0).arrivals == [pytest.approx(20.0, abs=0.0003)]


def test_chunks_of_every_kind_are_read() -> None:
    chunks = pack("!HHH", 0x2002, 0x8000 | 0b01 << 12, 0xC000 | 0b10 << 12)  # run of 2; one-bit; two-bit
    body = pack("!LLHH", 1, 2, 7, 17) + b"\x00\x00\x01\x00" + chunks + b"\x04\x08\x0c" + pack("!h", -4)
    body += bytes(-len(body) % 4)
    feedback = parse(pack("!BBH", 0x8F, 205, len(body) // 4) + body)
    expected = [0.065, 0.067, None, 0.070, *[None] * 12, 0.069]
    assert feedback.arrivals == [None if at is None else pytest.approx(at) for at in expected]


@pytest.mark.parametrize("cut", range(0, 26, 3))
def test_damage_is_refused_and_never_more(cut: int) -> None:
    recorder = Recorder()
    for number in range(0, 40, 2):
        recorder.came(number, 1.0 + number / 10)
    message = recorder.message(5.0, 1, 2)
    assert message
    with pytest.raises(ValueError):
        parse(message[:cut])
    assert split(message[:cut]) == ([], message[:cut])
