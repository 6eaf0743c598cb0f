"""The thermometer and the five scales that are polled or speak by themselves over serial lines and HID."""

import random
from datetime import datetime

from wire_streams import HIGH, Format, Sent, Values, all_but

from peripherals.protocols import and_scale, detecto, dymo, suretemp, tanita, toledo
from peripherals.protocols.dymo import Status, Unit
from peripherals.protocols.suretemp import Command, Record, State, Type


def suretemp_packet(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        return Sent(suretemp.encode(Command.SERIAL_NUMBER, Type.ANSWER, b"0306100500\0"), ())
    if kind == 1:
        return Sent(suretemp.POLL, ())
    state = rng.choice(list(State))
    kelvin = rng.randrange(3080000, 3150000) / 10_000
    record = Record(
        final=kelvin if state == State.FINAL else 0.0,
        probe=kelvin,
        sample=rng.randrange(2**32),
        method=0,
        algorithm=rng.choice((0, 1, 2, 4)),
        state=state,
        error=rng.randrange(2**16) if state == State.ERROR else 0,
        active=True,
        probe_type=0,
    )
    read: Values = {"temperature": kelvin} if state in (State.FINAL, State.MONITOR) else {}
    return Sent(suretemp.encode_record(record), (read,))


def detecto_line(rng: random.Random) -> Sent:
    time = datetime(2024, rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(24), rng.randrange(60))
    weight = rng.randrange(400, 5000) / 10
    height = rng.randrange(400, 900) / 10 if rng.randrange(3) else None
    read: Values = {"weight": weight}
    if height is not None:
        read["height"] = height
    return Sent(detecto.encode(time, height, weight, metric=rng.randrange(2) == 0), (read,))


def tanita_line(rng: random.Random) -> Sent:
    weight, height = rng.randrange(200, 2000) / 10, rng.randrange(1000, 2200) / 10
    items = [("MO", '"SC-240"'), ("Hm", f"{height:.1f}"), ("Wk", f"{weight:.1f}"), ("FW", "18.6")]
    return Sent(tanita.encode(items), ({"weight": weight, "height": height},))


def toledo_frame(rng: random.Random) -> Sent:
    """With a check byte: without one the last frame of a stream waits for what follows it."""
    decimals = rng.randrange(6)
    weight = rng.randrange(10**6) / 10**decimals
    status = rng.choice((0, toledo.KILOGRAM, toledo.KILOGRAM | toledo.MOTION, toledo.OUT_OF_RANGE))
    read: Values = {} if status & toledo.OUT_OF_RANGE else {"weight": weight}
    return Sent(toledo.encode(weight, decimals=decimals, status=status), (read,))


def and_line(rng: random.Random) -> Sent:
    header = rng.choice(("ST", "US", "OL", "OL-"))
    if header.startswith("OL"):
        return Sent(and_scale.encode(header, None), ({},))
    weight = rng.randrange(-9999, 99999) / 10
    line = and_scale.encode(header, weight, second=rng.choice(("", "NT", "GS")), unit=rng.choice(("kg", "g")))
    return Sent(line, ({"weight": weight},))


def dymo_report(rng: random.Random) -> Sent:
    """A weight whose bytes cannot look like another report's beginning."""
    number, unit = rng.randrange(4, 255), rng.choice((Unit.GRAM, Unit.OUNCE, Unit.POUND))
    status = rng.choice((Status.ZERO, Status.MOTION, Status.STABLE, Status.OVER, Status.FAULT))
    read: Values = {} if status in (Status.OVER, Status.FAULT) else {"weight": number / 10}
    return Sent(dymo.encode(status, number / 10, unit=unit, exponent=-1), (read,))


FORMATS = {
    "suretemp": Format(suretemp_packet, all_but(0x03)),
    "detecto": Format(detecto_line, HIGH),
    "tanita": Format(tanita_line, all_but(*b"{")),
    "toledo": Format(toledo_frame, all_but(0x02, 0x82)),
    "and-scale": Format(and_line, all_but(*b"SUOQ", *(byte | 0x80 for byte in b"SUOQ"))),
    "dymo": Format(dymo_report, all_but(0x03)),
}
