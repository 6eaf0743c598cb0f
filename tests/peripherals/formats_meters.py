"""The formats of glucose meters."""

import random
from datetime import datetime, timedelta

from wire_streams import Format, Sent, Values, all_but

from peripherals.protocols import contour_usb, lifescan_ultraeasy, taidoc


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


def contour_reports(rng: random.Random) -> Sent:
    """Reports, or now and then the frame alone."""
    time = datetime(2000, 1, 1) + timedelta(minutes=rng.randrange(1 << 25))
    value, unit = rng.choice(((rng.randrange(20, 601), "mg/dL"), (rng.randrange(11, 333) / 10, "mmol/L")))
    marks = rng.choice(("", "B", "A/Z1", "C", "<", ">/M0/T1", "ZC"))
    values: Values = {} if "<" in marks or ">" in marks else {"glucose": value}
    kind = rng.randrange(6)
    if kind == 0:
        return Sent(contour_usb.encode_report(bytes((rng.choice((4, 5, 6, 21)),))), ())
    if kind == 1:
        text = "".join(chr(rng.randrange(0x20, 0x7F)) for _ in range(rng.randrange(240)))
        frames = contour_usb.encode_frame(1, "H|" + text)
        greeting = contour_usb.encode_reports(b"\x04" + frames + b"\x05")
        return Sent(b"".join(greeting), ())
    text = contour_usb.encode_result(rng.randrange(1, 2001), str(value), unit, marks, time)
    frame = contour_usb.encode_frame(rng.randrange(8), text, rng.choice((0x17, 0x03)))
    if kind == 2:
        return Sent(frame, (values,))
    return Sent(b"".join(contour_usb.encode_reports(frame)), (values,))


FORMATS = {
    "contour-usb": Format(contour_reports, all_but(*b"ABC\x02\x04\x05\x06\x15")),
    "taidoc": Format(taidoc_frame, all_but(0x51)),
    "lifescan-ultraeasy": Format(ultraeasy_packet, all_but(0x02)),
}
