"""Genuine frames of the oximeters that are talked to: Contec "EB" and Nonin's four formats."""

import random
from datetime import datetime, timedelta

from wire_streams import LOW, Format, Sent, Values, all_but

from peripherals.protocols import contec_eb, nonin, nonin_df8, nonin_df13, nonin_packets
from peripherals.protocols.nonin_packets import ALARM, DISCONNECTED, FRAMES


def contec_eb_record(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        pulse = rng.choice((*range(1, 127), *range(128, 255)))  # 127 is none
        spo2 = rng.randrange(1, 101)
        return Sent(contec_eb.encode_reading(pulse, spo2), ({"pulse_rate": pulse, "spo2": spo2},))
    if kind == 1 and rng.randrange(8) == 0:
        return Sent(contec_eb.with_sum(b"\xf1" + b"50E".ljust(8)), ())
    pleth, bar = rng.randrange(128), rng.randrange(16)
    data = contec_eb.encode_wave(pleth, bar, beep=rng.random() < 0.1, signal=rng.randrange(9))
    return Sent(data, ({"pleth": pleth, "bar": bar},))


def _nonin_readings(rng: random.Random) -> tuple[int | None, int | None, dict[str, int | float]]:
    pulse = None if rng.randrange(6) == 0 else rng.randrange(1, 511)
    spo2 = None if rng.randrange(6) == 0 else rng.randrange(1, 101)
    values: dict[str, int | float] = {}
    if pulse is not None:
        values["pulse_rate"] = pulse
    if spo2 is not None:
        values["spo2"] = spo2
    return pulse, spo2, values


def _nonin_packet(rng: random.Random, highest: int) -> Sent:
    pulse, spo2, read = _nonin_readings(rng)
    status = [rng.choice((0, 0, 0, rng.randrange(128))) & 0x7E for _ in range(FRAMES)]
    pleth = [rng.randrange(highest + 1) for _ in range(FRAMES)]
    data = nonin_packets.data_bytes(pulse, spo2, timer=rng.randrange(1 << 14), low_battery=rng.random() < 0.1)
    encode = nonin_packets.encode_2 if highest == 255 else nonin_packets.encode_7
    good = not any(bits & (ALARM | DISCONNECTED) for bits in status)
    values: Values = {**(read if good else {}), "pleth": tuple(pleth)}
    return Sent(encode(status, pleth, data), (values,))


def nonin_df2_packet(rng: random.Random) -> Sent:
    return _nonin_packet(rng, 255)


def nonin_df7_packet(rng: random.Random) -> Sent:
    return _nonin_packet(rng, 65535)


def nonin_df8_frame(rng: random.Random) -> Sent:
    pulse, spo2, read = _nonin_readings(rng)
    first, last = rng.randrange(128), rng.randrange(128)
    data = nonin_df8.encode(pulse, spo2, first=first, last=last)
    return Sent(data, ({} if last & nonin_df8.ALARM else {**read},))


def nonin_df13_packet(rng: random.Random) -> Sent:
    moment = datetime(2024, 1, 1) + timedelta(seconds=rng.randrange(10**8))
    if rng.randrange(5) == 0:
        return Sent(nonin.clock_is(moment), ())
    pulse, spo2, read = _nonin_readings(rng)
    status = rng.randrange(1 << 16)
    more = rng.randbytes(rng.choice((0, 0, 2, 10)))
    data = nonin_df13.encode(nonin_df13.bcd(moment), pulse, spo2, status=status, more=more)
    return Sent(data, ({} if status & nonin_df13.NO_MEASUREMENT else {**read},))


FORMATS = {
    "contec-eb": Format(contec_eb_record, all_but(0xEB, 0xF0, 0xF1, 0xF3)),
    "nonin-df2": Format(nonin_df2_packet, all_but(0x01)),
    "nonin-df7": Format(nonin_df7_packet, bytes(byte for byte in range(256) if byte < 0x80 or byte % 2 == 0)),
    "nonin-df8": Format(nonin_df8_frame, LOW),
    "nonin-df13": Format(nonin_df13_packet, all_but(0x00, 0x02)),
}
