"""Random bytes and damaged streams against every decoder. The seeds are fixed: a failure can be repeated.

What must hold whatever comes: no exception; every byte is either in a frame, counted as dropped, or (few of
them) still waited for; the way the bytes are cut into portions changes nothing; after the noise two good
frames are enough to be understood again.
"""

import random
import sys
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peripherals"))

from wire_streams import FORMATS

from peripherals.protocols.base import Frame
from peripherals.registry import PRODUCTS

ROUNDS = 20
LENGTH = 3000
MOST_WAITED_FOR = 4096  # bytes: longer than the longest frame of any format

STREAMS = [name for name in FORMATS if not PRODUCTS[name].messages]
GOOD = {name: FORMATS[name].make(random.Random(f"good {name}")).data for name in STREAMS}

every_device = pytest.mark.parametrize("device", STREAMS)
every_round = pytest.mark.parametrize("seed", range(ROUNDS))


def _noise(dice: random.Random, good: bytes) -> bytes:
    """Bytes of a random flavour: pure noise, pieces of good frames, or good frames with flipped bits."""
    flavour = dice.randrange(3)
    out = bytearray()
    while len(out) < LENGTH:
        if flavour == 0:
            out += dice.randbytes(50)
        elif flavour == 1:
            out += good[dice.randrange(len(good)) :] + good[: dice.randrange(len(good))]
        else:
            broken = bytearray(good)
            broken[dice.randrange(len(good))] ^= 1 << dice.randrange(8)
            out += broken
    return bytes(out)


def _feed(device: str, data: bytes, cuts: list[int]) -> tuple[list[Frame], int]:
    """Decode in portions, checking the account of bytes after each; return frames and dropped."""
    decoder = PRODUCTS[device].decoder()
    frames: list[Frame] = []
    for start, end in pairwise([0, *cuts, len(data)]):
        frames += decoder.feed(data[start:end])
        waited_for = end - decoder.dropped - _framed(frames)
        assert 0 <= waited_for <= MOST_WAITED_FOR
    frames += decoder.finish()
    assert decoder.dropped + _framed(frames) == len(data)
    return frames, decoder.dropped


def _framed(frames: list[Frame]) -> int:
    """Bytes in frames; the records of one packet share its bytes."""
    total, before = 0, b""
    run = 0
    for frame in frames:
        run = run + 1 if frame.raw is before else 1
        before = frame.raw
        total += len(frame.raw) if run == 1 else 0
    return total


@every_device
@every_round
def test_any_bytes_in_any_portions(device: str, seed: int) -> None:
    dice = random.Random(f"{device} {seed}")
    data = _noise(dice, GOOD[device])
    cuts = sorted(dice.randrange(len(data)) for _ in range(dice.randrange(200)))
    assert _feed(device, data, cuts) == _feed(device, data, [])


@every_device
@every_round
def test_two_good_frames_after_noise_are_enough(device: str, seed: int) -> None:
    dice = random.Random(f"after {device} {seed}")
    decoder = PRODUCTS[device].decoder()
    decoder.feed(_noise(dice, GOOD[device]))
    frames = decoder.feed(GOOD[device] * 2)
    assert frames
    assert frames[-1].raw == GOOD[device]


@every_device
def test_what_is_decoded_was_sent(device: str) -> None:
    dice = random.Random(device)
    data = _noise(dice, GOOD[device])
    frames, _ = _feed(device, data, [])
    assert all(frame.raw in data for frame in frames)
