"""Scanners: cards are frames, but never printed."""

import random

from wire_streams import Format, Sent

from peripherals.protocols import card_line, key_events

CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-:/ .#"


def text(rng: random.Random) -> str:
    return "".join(rng.choices(CHARACTERS, k=rng.randrange(1, card_line.LONGEST + 1)))


def serial_line(rng: random.Random) -> Sent:
    return Sent(card_line.encode(text(rng), rng.choice((b"\n", b"\x03"))), ())


def typed_line(rng: random.Random) -> Sent:
    """From the first key to Enter going down, without what other keys and the kernel add."""
    keys = [rng.choice((*range(2, 14), *range(16, 28), *range(30, 42))) for _ in range(rng.randrange(1, 65))]
    events = [(code, value) for code in keys for value in (key_events.DOWN, key_events.UP)]
    return Sent(
        b"".join(key_events.encode_event(key_events.EV_KEY, *event) for event in (*events, (28, 1))), ()
    )


FORMATS = {
    "scanner-serial": Format(serial_line, b"\n\x03"),
    "scanner-hid": Format(typed_line, b""),
}
