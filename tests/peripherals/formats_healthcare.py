"""Genuine APDUs of IEEE 11073-20601 for the property tests: reports that need no association, and others."""

import random
import struct
from collections.abc import Callable

from wire_streams import Format, Sent, Values, all_but

HARMLESS = all_but(0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7)
TIME = bytes.fromhex("2026030412304500")

Observations = list[tuple[int, bytes]]


def u16(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}H", *numbers)


def octets(data: bytes) -> bytes:
    return u16(len(data)) + data


def rows(*elements: bytes) -> bytes:
    return u16(len(elements)) + octets(b"".join(elements))


def sfloat(mantissa: int, exponent: int = 0) -> bytes:
    return u16((exponent & 15) << 12 | mantissa & 0xFFF)


def float32(mantissa: int, exponent: int = -1) -> bytes:
    return struct.pack(">I", (exponent & 0xFF) << 24 | mantissa & 0xFFFFFF)


def data_apdu(invoke: int, operation: int, body: bytes) -> bytes:
    return u16(0xE700) + octets(octets(u16(invoke, operation) + octets(body)))


def report(rng: random.Random, observations: Observations) -> bytes:
    """A report in one of the fixed forms, confirmed or not; of one person or not."""
    fixed = rows(*(u16(handle) + octets(value) for handle, value in observations))
    event, info = rng.choice([(0x0D1D, fixed), (0x0D1F, rows(u16(rng.choice((1, 0xFFFF))) + fixed))])
    info = u16(0xF000, rng.randrange(100)) + info
    body = u16(0) + b"\xff" * 4 + u16(event) + octets(info)
    return data_apdu(rng.randrange(0x10000), rng.choice((0x0100, 0x0101)), body)


def oximeter(rng: random.Random) -> tuple[Observations, Values]:
    spo2, pulse = rng.randint(50, 100), rng.randint(20, 300)
    behind = rng.choice((b"", TIME))
    return [(1, sfloat(spo2) + behind), (10, sfloat(pulse) + behind)], {"spo2": spo2, "pulse_rate": pulse}


def pressure(rng: random.Random) -> tuple[Observations, Values]:
    systolic, diastolic, mean, pulse = (
        rng.randint(100, 250),
        rng.randint(30, 99),
        rng.randint(60, 150),
        rng.randint(20, 300),
    )
    compound = rows(sfloat(systolic), sfloat(diastolic), sfloat(mean))
    values: Values = {
        "systolic": systolic,
        "diastolic": diastolic,
        "mean_arterial": mean,
        "pulse_rate": pulse,
    }
    # The list of a compound counts its elements, then its bytes: three numbers, six bytes.
    assert compound[:4] == u16(3, 6)
    return [(1, compound + TIME), (2, sfloat(pulse) + TIME)], values


def weight(rng: random.Random) -> tuple[Observations, Values]:
    tenths = rng.randint(440, 3500)
    return [(1, float32(tenths) + TIME)], {"weight": tenths / 10}


def temperature(rng: random.Random) -> tuple[Observations, Values]:
    tenths = rng.randint(340, 420)
    value = rng.choice((sfloat(tenths, -1), float32(tenths)))
    return [(1, value + TIME)], {"temperature": tenths / 10}


def glucose(rng: random.Random) -> tuple[Observations, Values]:
    value = rng.randint(20, 600)
    return [(1, sfloat(value) + TIME)], {"glucose": value}


def others(rng: random.Random) -> bytes:
    """APDUs without a reading: release, abort, an answer, an association request of no 20601."""
    return rng.choice(
        [
            u16(0xE400, 2, 0),
            u16(0xE500, 2, 0),
            u16(0xE600, 2, rng.randrange(4)),
            data_apdu(1, 0x0201, u16(0) + b"\0" * 4 + u16(0x0D1D, 0)),
            data_apdu(2, 0x0103, u16(0) + rows()),
            u16(0xE200) + octets(struct.pack(">I", 0x80000000) + rows(u16(0xFFFF) + octets(b"\x01\x02"))),
        ]
    )


Make = Callable[[random.Random], tuple[Observations, Values]]


def of(*kinds: Make) -> Format:
    def make(rng: random.Random) -> Sent:
        if rng.random() < 0.2:
            return Sent(others(rng), ())
        observations, values = rng.choice(kinds)(rng)
        return Sent(report(rng, observations), (values,))

    return Format(make, HARMLESS)


FORMATS = {
    "ieee11073": of(oximeter, pressure, weight, temperature, glucose),
    "ieee11073-bp": of(pressure),
    "ieee11073-scale": of(weight),
    "ieee11073-thermometer": of(temperature),
    "ieee11073-glucose": of(glucose),
}
