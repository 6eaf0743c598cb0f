"""The formats of glucose meters."""

import random
from datetime import datetime, timedelta

from wire_streams import Format, Sent, Values, all_but

from peripherals.protocols import lifescan_ultraeasy, taidoc


def taidoc_frame(rng: random.Random) -> Sent:
    kind = rng.randrange(4)
    if kind == 0:
        return Sent(taidoc.encode(rng.choice((0x22, 0x23, 0x24, 0x2B, 0x54)), rng.randbytes(4)), ())
    if kind == 1:
        return Sent(taidoc.record_command(taidoc.Command.RECORD_TIME, rng.randrange(500)), ())
    glucose = rng.randrange(700)
    values: Values = {"glucose": glucose} if 20 <= glucose <= 600 else {}
    return Sent(taidoc.encode_value(glucose, kind=rng.randrange(4), ambient=rng.randrange(50)), (values,))


def ultraeasy_packet(rng: random.Random) -> Sent:
    link = rng.randrange(32)
    kind = rng.randrange(3)
    if kind == 0:
        return Sent(lifescan_ultraeasy.encode(link=link), ())
    if kind == 1:
        length = rng.choice([*range(10), *range(11, 30)])
        return Sent(lifescan_ultraeasy.encode(rng.randbytes(length), link), ())
    glucose = rng.choice((rng.randrange(700), 0xFFFF))
    values: Values = {"glucose": glucose} if 20 <= glucose <= 600 else {}
    time = datetime(1970, 1, 1) + timedelta(seconds=rng.randrange(1 << 32))
    return Sent(lifescan_ultraeasy.encode_record(time, glucose, link), (values,))


FORMATS = {
    "taidoc": Format(taidoc_frame, all_but(0x51)),
    "lifescan-ultraeasy": Format(ultraeasy_packet, all_but(0x02)),
}
