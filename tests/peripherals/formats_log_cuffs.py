"""Cuffs that only show their memory."""

import random
from datetime import datetime, timedelta

from wire_streams import LOW, Format, Sent, Values, all_but

from peripherals.protocols import beurer_bm55, contec_08a, microlife, omron_790it


def _when(rng: random.Random) -> datetime:
    return datetime(2001, 1, 1) + timedelta(seconds=rng.randrange(30 * 365 * 86400))


def _values(rng: random.Random) -> tuple[int, int, int, Values]:
    diastolic = rng.randrange(30, 150)
    systolic, pulse = diastolic + rng.randrange(10, 105), rng.randrange(40, 200)
    return systolic, diastolic, pulse, {"systolic": systolic, "diastolic": diastolic, "pulse_rate": pulse}


def omron_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(6)
    if kind == 0:
        said = rng.choice((omron_790it.OK, omron_790it.NO, omron_790it.OFF))
        return Sent(b"".join(omron_790it.reports(said)), ())
    if kind == 1:
        counts = omron_790it.encode_answer(rng.randbytes(4))
        return Sent(b"".join(omron_790it.reports(counts, filler=rng.randbytes(7))), ())
    systolic, diastolic, pulse, values = _values(rng)
    flags = tuple(flag for flag in ("irregular-pulse", "movement") if rng.randrange(2))
    record = omron_790it.encode_record(_when(rng), systolic, diastolic, pulse, flags)
    answer = omron_790it.encode_answer(record)
    if kind == 2:
        return Sent(answer, (values,))
    if kind == 3:
        return Sent(answer[len(omron_790it.ANSWER) :], (values,))
    return Sent(b"".join(omron_790it.reports(answer, filler=rng.randbytes(7))), (values,))


def contec_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(8)
    if kind == 0:
        return Sent(contec_08a.encode_heading(rng.randrange(301), rng.randrange(1, 4)), ())
    if kind == 1:
        return Sent(bytes((0x4A, 0x43, 1)), ())
    systolic, diastolic, pulse, values = _values(rng)
    mean = rng.randrange(diastolic, systolic + 1)
    record = contec_08a.encode_record(_when(rng), (systolic, diastolic, pulse, mean), rng.randrange(1, 4))
    return Sent(record, ({**values, "mean_arterial": mean},))


def beurer_frame(rng: random.Random) -> Sent:
    if rng.randrange(6) == 0:
        return Sent(beurer_bm55.command(rng.randrange(256)), ())
    systolic, diastolic, pulse, values = _values(rng)
    flags = tuple(flag for flag in ("irregular-pulse", "movement") if rng.randrange(2))
    record = beurer_bm55.encode_record(_when(rng), (systolic, diastolic, pulse), flags, rng.randrange(1, 3))
    return Sent(record, (values,))


def microlife_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(5)
    all_values: list[Values] = []
    if kind == 0:
        answer = microlife.encode_answer(microlife.command(microlife.SLOTS) + b"21")
    elif kind == 1:
        answer = microlife.encode_answer(microlife.encode_clock(_when(rng)).ljust(84, b"0"))
    else:
        records = []
        for _ in range(rng.randrange(4)):
            systolic, diastolic, pulse, values = _values(rng)
            records.append(microlife.encode_record(_when(rng), systolic, diastolic, pulse))
            all_values.append(values)
        answer = microlife.encode_memory(records, b"KON14")
    if rng.randrange(2):
        return Sent(answer, tuple(all_values))
    wire, at = b"", 0
    while at < len(answer):
        count = rng.randrange(1, 8)
        wire += microlife.encode_report(answer[at : at + count], rng.randbytes(7))
        at += count
    return Sent(wire, tuple(all_values))


FORMATS = {
    "beurer-bm55": Format(beurer_frame, bytes(range(15))),
    "contec-08a": Format(contec_frame, bytes(set(LOW) - {0x46, 0x48, 0x4A})),
    "microlife": Format(microlife_frame, bytes(range(0x80, 0xF0))),
    "omron-790it": Format(omron_frame, all_but(*range(100))),
}
