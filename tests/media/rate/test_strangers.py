"""What a stranger sends is refused by ValueError and nothing else: other errors would end the connection."""

import contextlib
import random

import pytest
from aiortc.rtp import RtpPacket

from media.aiortc_private.inbound import _piece
from media.rate import packets, twcc
from media.rate.controller import Controller
from media.rate.twcc import Feedback

IDS = packets.ExtensionIds(5, 3)


def mutated(chance: random.Random, seed: bytes) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.randint(0, len(data))]) if chance.random() < 0.3 else bytes(data)


def some_feedback() -> bytes:
    recorder = twcc.Recorder()
    for number in range(0, 60, 2):
        recorder.came(number, 1.0 + number / 7)
    message = recorder.message(20.0, 1, 2)
    assert message
    return message


@pytest.mark.parametrize("seed", range(4))
def test_damaged_feedback(seed: int) -> None:
    chance, whole = random.Random(seed), some_feedback()
    for _ in range(1500):
        found, _ = twcc.split(mutated(chance, whole))
        for message in found:
            with contextlib.suppress(ValueError):
                assert len(twcc.parse(message).arrivals) <= 0xFFFF


@pytest.mark.parametrize("seed", range(4))
def test_damaged_packets(seed: int) -> None:
    chance = random.Random(seed)
    whole = packets.stamp(packets.padding(97, 1, 2, 3, 100), IDS, 7, 1.0)
    for _ in range(1500):
        data = mutated(chance, whole)
        with contextlib.suppress(ValueError):
            packets.transport_sequence(data, IDS)
            packets.stamp(data, IDS, 8, 2.0)


def test_damaged_pictures() -> None:
    chance = random.Random(9)
    for _ in range(3000):
        payload = bytes(chance.randrange(256) for _ in range(chance.randint(0, 12)))
        with contextlib.suppress(ValueError):
            _piece(RtpPacket(97, 1, 1, 1, 1, payload), 1)


def test_feedback_that_lies_does_no_harm() -> None:
    chance = random.Random(5)
    control = Controller(300_000, 15_000, 2_500_000)
    control.opened(0.0, wide=True)
    now = 0.0
    for _ in range(3000):
        now += 0.02
        control.sent(now, 1200, chance.randint(0, 3))
        control.probe(now)
        arrivals = [chance.choice((None, chance.uniform(-1e5, 1e5), now)) for _ in range(5)]
        control.feedback(Feedback(chance.randrange(1 << 16), 0, arrivals), now)
        control.report(chance.random(), chance.uniform(-1, 10), now)
        control.tick(now)
        assert 15_000 <= control.bps <= 2_500_000
        assert control.rtt_s >= 0
