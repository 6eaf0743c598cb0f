"""The four formats that stream over a serial line: three oximeters and the RBP-9804 cuff."""

import random
from collections.abc import Mapping
from typing import TypedDict

from wire_streams import HIGH, LOW, Format, Sent, Values, all_but

from peripherals.protocols import berry_bci, contec_v5, contec_v7, rbp9804
from peripherals.protocols.contec_v7 import Uplink
from peripherals.protocols.rbp9804 import Op


class Shown(TypedDict):
    """What an oximeter's frame always carries."""

    signal: int
    pleth: int
    bar: int


def _oximeter(rng: random.Random) -> tuple[Shown, int, int]:
    shown: Shown = {"signal": rng.randrange(16), "pleth": rng.randrange(128), "bar": rng.randrange(16)}
    return shown, rng.randrange(1, 255), rng.randrange(1, 101)


def _values(shown: Shown, read: Mapping[str, int | float]) -> Values:
    return {"signal": shown["signal"], "pleth": shown["pleth"], "bar": shown["bar"], **read}


def contec_v5_frame(rng: random.Random) -> Sent:
    shown, pulse, spo2 = _oximeter(rng)
    read: dict[str, int | float] = {"pulse_rate": pulse, "spo2": spo2}
    if rng.randrange(4) == 0:
        return Sent(contec_v5.encode_stored(pulse, spo2), ({**read},))
    first, third = rng.randrange(8), rng.randrange(4)
    valid = not first & contec_v5.SEARCH_TOO_LONG and not third & contec_v5.PROBE_ERROR
    data = contec_v5.encode_live(**shown, pulse=pulse, spo2=spo2, first=first, third=third)
    return Sent(data, (_values(shown, read if valid else {}),))


def berry_frame(rng: random.Random) -> Sent:
    shown, pulse, spo2 = _oximeter(rng)
    first, third = rng.randrange(8), rng.randrange(4)
    valid = not first & 3 and not third & berry_bci.NO_FINGER
    read: Mapping[str, int | float] = {"pulse_rate": pulse, "spo2": spo2} if valid else {}
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
    "rbp9804": Format(rbp9804_frame, all_but(0xAA)),
}
