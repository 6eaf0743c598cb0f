"""Long mixed streams for every decoder of streams: frames of all formats, cut, doubled, bits turned over.

Only with `-m long`. Each block is a range of seeds; the seed of a failure stands in the message.
"""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peripherals"))

from wire_streams import FORMATS, check_account, cut, printed, run

from peripherals.registry import PRODUCTS

PIECES = 400
SEEDS = 100


def stream_of(device: str, rng: random.Random) -> bytes:
    pieces = []
    for _ in range(PIECES):
        source = device if rng.random() < 0.8 else rng.choice(list(FORMATS))
        data = bytearray(FORMATS[source].make(rng).data)
        match rng.randrange(6):
            case 0:
                data = data[: rng.randrange(len(data))]
            case 1:
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            case 2:
                data = bytearray(rng.randbytes(rng.randrange(12)))
            case 3:
                data += data[-rng.randrange(1, len(data) + 1) :]
        pieces.append(bytes(data))
    return b"".join(pieces)


def fuzz(device: str, seed: int) -> None:
    rng = random.Random(f"{device}-{seed}")
    stream = stream_of(device, rng)
    whole, counted = run(device, [stream])
    check_account(whole, counted, stream)
    portions = cut(stream, [rng.randrange(len(stream)) for _ in range(rng.randrange(1, 300))])
    frames, decoder = run(device, portions)
    assert (frames, decoder.dropped) == (whole, counted.dropped), f"seed {seed}"
    tail = [FORMATS[device].make(rng) for _ in range(6)]
    frames, _ = run(device, [stream, *(one.data for one in tail)])
    expected = [values for one in tail[2:] for values in one.values]
    seen = printed(frames)
    assert seen[len(seen) - len(expected) :] == expected, f"seed {seed}"


@pytest.mark.long
@pytest.mark.parametrize("block", range(20))
@pytest.mark.parametrize("device", [name for name in FORMATS if not PRODUCTS[name].messages])
def test_fuzz_for_long(device: str, block: int) -> None:
    for seed in range(SEEDS * block, SEEDS * (block + 1)):
        fuzz(device, seed)
