"""Genuine frames of the oximeters that are talked to: Contec "EB" and Nonin's four formats."""

import random

from wire_streams import Format, Sent, all_but

from peripherals.protocols import contec_eb


def contec_eb_record(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        pulse, spo2 = rng.randrange(1, 255), rng.randrange(1, 101)
        return Sent(contec_eb.encode_reading(pulse, spo2), ({"pulse_rate": pulse, "spo2": spo2},))
    if kind == 1 and rng.randrange(8) == 0:
        return Sent(contec_eb.with_sum(b"\xf1" + b"50E".ljust(8)), ())
    pleth, bar = rng.randrange(128), rng.randrange(16)
    data = contec_eb.encode_wave(pleth, bar, beep=rng.random() < 0.1, signal=rng.randrange(9))
    return Sent(data, ({"pleth": pleth, "bar": bar},))


FORMATS = {
    "contec-eb": Format(contec_eb_record, all_but(0xEB, 0xF0, 0xF1, 0xF3)),
}
