"""The formats of glucose meters."""

import random

from wire_streams import Format, Sent, Values, all_but

from peripherals.protocols import taidoc


def taidoc_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        return Sent(taidoc.encode(rng.choice((0x22, 0x23, 0x24, 0x2B, 0x54)), rng.randbytes(4)), ())
    if kind == 1:
        return Sent(taidoc.record_command(taidoc.Command.RECORD_TIME, rng.randrange(500)), ())
    glucose = rng.randrange(700)
    values: Values = {"glucose": glucose} if 20 <= glucose <= 600 else {}
    return Sent(taidoc.encode_value(glucose, kind=rng.randrange(4), ambient=rng.randrange(50)), (values,))


FORMATS = {"taidoc": Format(taidoc_frame, all_but(0x51))}
