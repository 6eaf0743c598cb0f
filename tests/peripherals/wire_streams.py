"""What property tests and fuzzing know of each format: genuine frames, and garbage that can be no frame."""

import random
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple, TypedDict

from peripherals.protocols import berry_bci, contec_v5, contec_v7, rbp9804
from peripherals.protocols.base import Decoder, Frame
from peripherals.protocols.contec_v7 import Uplink
from peripherals.protocols.rbp9804 import Op
from peripherals.registry import PRODUCTS

LOW = bytes(range(0x80))
HIGH = bytes(range(0x80, 0x100))
NO_HEADER = bytes(byte for byte in range(0x100) if byte != 0xAA)


Values = dict[str, int | float]


class Shown(TypedDict):
    """What an oximeter's frame always carries."""

    signal: int
    pleth: int
    bar: int


class Sent(NamedTuple):
    """Bytes on the wire, and the values a decoder must give for them (one dict a frame printed)."""

    data: bytes
    values: tuple[Values, ...]


class Format(NamedTuple):
    """`harmless`: bytes that between frames, in any number, cannot be taken for part of one."""

    make: Callable[[random.Random], Sent]
    harmless: bytes


def _oximeter(rng: random.Random) -> tuple[Shown, int, int]:
    shown: Shown = {"signal": rng.randrange(16), "pleth": rng.randrange(128), "bar": rng.randrange(16)}
    return shown, rng.randrange(1, 255), rng.randrange(1, 101)


def _values(shown: Shown, read: Mapping[str, int | float]) -> Values:
    return {"signal": shown["signal"], "pleth": shown["pleth"], "bar": shown["bar"], **read}


def contec_v5_frame(rng: random.Random) -> Sent:
    shown, pulse, spo2 = _oximeter(rng)
    read: Values = {"pulse_rate": pulse, "spo2": spo2}
    if rng.randrange(4) == 0:
        return Sent(contec_v5.encode_stored(pulse, spo2), (read,))
    first, third = rng.randrange(8), rng.randrange(4)
    valid = not first & contec_v5.SEARCH_TOO_LONG and not third & contec_v5.PROBE_ERROR
    data = contec_v5.encode_live(**shown, pulse=pulse, spo2=spo2, first=first, third=third)
    return Sent(data, (_values(shown, read if valid else {}),))


def berry_frame(rng: random.Random) -> Sent:
    shown, pulse, spo2 = _oximeter(rng)
    first, third = rng.randrange(8), rng.randrange(4)
    valid = not first & 3 and not third & berry_bci.NO_FINGER
    read = {"pulse_rate": pulse, "spo2": spo2} if valid else {}
    data = berry_bci.encode_live(**shown, pulse=pulse, spo2=spo2, first=first, third=third)
    return Sent(data, (_values(shown, read),))


def contec_v7_frame(rng: random.Random) -> Sent:
    shown, pulse, spo2 = _oximeter(rng)
    kind = rng.randrange(6)
    if kind == 0:
        data = contec_v7.encode(Uplink.STORED, bytes((spo2, pulse, 99, 60, 0x7F, 0xFF)))
        return Sent(data, ({"pulse_rate": pulse, "spo2": spo2}, {"pulse_rate": 60, "spo2": 99}, {}))
    if kind == 1:
        return Sent(contec_v7.encode(Uplink.FREE, b""), ())
    index = rng.randrange(2001)
    read = {"pulse_rate": pulse, "spo2": spo2, "perfusion_index": index / 100}
    data = contec_v7.encode_live(**shown, pulse=pulse, spo2=spo2, perfusion=index / 100)
    return Sent(data, (_values(shown, read),))


def rbp9804_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        diastolic = rng.randrange(20, 150)
        systolic, pulse = diastolic + rng.randrange(1, 150), rng.randrange(20, 250)
        values: Values = {"systolic": systolic, "diastolic": diastolic, "pulse_rate": pulse}
        return Sent(rbp9804.encode_result(systolic, diastolic, pulse), (values,))
    if kind == 1:
        return Sent(rbp9804.encode_error(rng.randrange(256)), ({},))
    if kind == 2:
        return Sent(rbp9804.encode_reply(rng.choice((Op.CONNECT, Op.START, Op.STOP))), ())
    pressure = rng.randrange(300)
    return Sent(rbp9804.encode_pressure(pressure), ({"cuff_pressure": pressure},))


FORMATS = {
    "contec-v5": Format(contec_v5_frame, LOW),
    "berry-bci": Format(berry_frame, LOW),
    "contec-v7": Format(contec_v7_frame, HIGH),
    "rbp9804": Format(rbp9804_frame, NO_HEADER),
}


def run(device: str, portions: list[bytes]) -> tuple[list[Frame], Decoder]:
    """Feed the portions, then say that nothing follows."""
    decoder = PRODUCTS[device].decoder()
    frames = [frame for portion in portions for frame in decoder.feed(portion)]
    return frames + decoder.finish(), decoder


def printed(frames: list[Frame]) -> list[Values]:
    return [frame.values for frame in frames if frame.is_reading]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Cut at these places (any integers)."""
    edges = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[a:b] for a, b in pairwise(edges)]


def check_account(frames: list[Frame], decoder: Decoder, data: bytes) -> None:
    """Each frame is made of bytes that came, in their order, none used twice; the rest is counted.

    One packet can hold several records: they share one `raw` object. A result that cannot be true is a
    frame of its own kind, so is an answer; the bytes of neither are dropped.
    """
    at = taken = 0
    last: bytes | None = None
    for frame in frames:
        if frame.raw is last:
            continue
        last = frame.raw
        place = data.find(frame.raw, at)
        assert place >= 0, "a frame that was never on the wire"
        at = place + len(frame.raw)
        taken += len(frame.raw)
    assert taken + decoder.dropped == len(data)
