"""Scanners: only whole, plain lines become tokens, and a token is nowhere but in its frame's payload."""

import logging
import tracemalloc
from collections.abc import Callable
from datetime import datetime

import pytest

from peripherals.decode import Recording, decode
from peripherals.protocols import card_line, key_events
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.card_line import IDLE_S, LONGEST, CardLineDecoder, CardTalk
from peripherals.protocols.card_pattern import REPEATS, card_pattern
from peripherals.protocols.conversation import Now
from peripherals.protocols.key_events import DOWN, EV_KEY, EV_MSC, EV_SYN, HELD, UP, KeyDecoder
from peripherals.registry import PRODUCTS
from peripherals.simulators.scanners import KeyboardScanner, SerialScanner
from peripherals.simulators.scenarios import Card, Scenario

CARD = b"CP1-7Q2M9XKD"
NOON = datetime(2024, 5, 6, 12, 0)
MEGABYTE = 1 << 20


def at(seconds: float) -> Now:
    return Now(round(seconds * 1e9), NOON)


def tokens(frames: list[Frame]) -> list[bytes]:
    return [frame.payload for frame in frames if frame.kind is FrameKind.CARD]


def keys(*events: tuple[int, int]) -> bytes:
    return b"".join(key_events.encode_event(EV_KEY, code, value) for code, value in events)


def typed(text: str) -> bytes:
    return b"".join(key_events.encode_typed(text))


def grown(feed: Callable[[], object]) -> int:
    """Return by how much memory grows while the same is fed again and again."""
    tracemalloc.start()
    try:
        for _ in range(4):
            feed()
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(20):
            feed()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return after - before


# ---- lines


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\x03", b"\r\n\x03"])
@pytest.mark.parametrize("begin", [b"", b"\x02"])
def test_a_line_is_a_card_however_it_begins_and_ends(begin: bytes, end: bytes) -> None:
    decoder = CardLineDecoder()
    assert tokens(decoder.feed((begin + CARD + end) * 3)) == [CARD] * 3


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_in_portions(size: int) -> None:
    decoder = CardLineDecoder()
    data = (CARD + b"\r\n") * 2
    frames = [frame for i in range(0, len(data), size) for frame in decoder.feed(data[i : i + size])]
    assert tokens(frames) == [CARD, CARD]
    assert [frame.raw for frame in frames] == [CARD + b"\r"] * 2
    assert decoder.dropped == 2


@pytest.mark.parametrize("control", [bytes((code,)) for code in range(0x20) if code not in b"\x02\x03\r\n"])
@pytest.mark.parametrize("place", [0, 6, len(CARD)])
def test_a_control_character_spoils_the_line_and_no_other(control: bytes, place: int) -> None:
    decoder = CardLineDecoder()
    spoilt = CARD[:place] + control + CARD[place:]
    assert tokens(decoder.feed(spoilt + b"\r" + CARD + b"\r")) == [CARD]
    assert decoder.dropped == len(spoilt) + 1


@pytest.mark.parametrize("odd", [b"\x7f", b"\x80", b"\xff", "é".encode(), "\u202e".encode(), b"\x1b[2J"])
def test_what_is_not_plain_ascii_spoils_the_line(odd: bytes) -> None:
    decoder = CardLineDecoder()
    assert tokens(decoder.feed(odd + CARD + b"\r" + CARD + odd + b"\r")) == []
    assert tokens(decoder.feed(CARD + b"\r")) == [CARD]


def test_pieces_of_a_spoilt_line_never_make_a_card() -> None:
    """Not even when the spoiling character comes in a portion of its own."""
    decoder = CardLineDecoder()
    frames = [frame for portion in (CARD[:6], b"\0", CARD[6:], b"\r") for frame in decoder.feed(portion)]
    assert tokens(frames) == []


def test_a_beginning_begins_anew() -> None:
    decoder = CardLineDecoder()
    assert tokens(decoder.feed(b"left over\x02" + CARD + b"\x03")) == [CARD]
    assert decoder.dropped == len(b"left over\x02")


@pytest.mark.parametrize(
    ("length", "taken"), [(1, True), (LONGEST, True), (LONGEST + 1, False), (5000, False)]
)
def test_a_line_has_a_longest_length(length: int, taken: bool) -> None:
    for size in (1, 7, 10_000):
        decoder = CardLineDecoder()
        data = b"A" * length + b"\r" + CARD + b"\r"
        frames = [frame for i in range(0, len(data), size) for frame in decoder.feed(data[i : i + size])]
        assert tokens(frames) == ([b"A" * length] if taken else []) + [CARD]


@pytest.mark.parametrize("filler", [b"A", b"\0", b"\r", b"A\r", b"\x02", b"\xff\r\n"])
def test_a_megabyte_of_anything_is_harmless(filler: bytes) -> None:
    decoder = CardLineDecoder()
    portion = filler * (4096 // len(filler))
    for _ in range(MEGABYTE // len(portion)):
        decoder.feed(portion)
    assert grown(lambda: decoder.feed(portion)) < 16_384
    decoder.feed(b"\r")
    assert tokens(decoder.feed(CARD + b"\r")) == [CARD]


def test_a_megabyte_at_once_is_counted() -> None:
    decoder = CardLineDecoder()
    assert tokens(decoder.feed(b"A" * MEGABYTE + b"\r" + CARD + b"\r")) == [CARD]
    assert decoder.dropped == MEGABYTE + 1


# ---- keys


def test_typed_characters_come_out_as_they_went_in() -> None:
    everything = "".join(chr(code) for code in range(0x20, 0x7F))
    for text in (everything[:48], everything[48:]):
        decoder = KeyDecoder()
        assert tokens(decoder.feed(typed(text))) == [text.encode()]


def test_keypad_digits_and_its_enter() -> None:
    decoder = KeyDecoder()
    digits = (82, 79, 80, 81, 75, 76, 77, 71, 72, 73)
    assert tokens(decoder.feed(keys(*((code, DOWN) for code in digits), (96, DOWN)))) == [b"0123456789"]


def test_a_key_that_is_held_or_let_go_types_nothing() -> None:
    decoder = KeyDecoder()
    held = keys(
        (30, DOWN), *[(30, HELD)] * 50, (30, UP), (48, DOWN), (48, UP), (28, DOWN), (28, HELD), (28, UP)
    )
    assert tokens(decoder.feed(held)) == [b"ab"]


def test_shift_counts_only_while_it_is_held() -> None:
    decoder = KeyDecoder()
    events = keys(
        (42, DOWN), (30, DOWN), (42, HELD), (48, DOWN), (42, UP), (46, DOWN), (54, DOWN), (32, DOWN), (54, UP)
    )
    assert tokens(decoder.feed(events + keys((28, DOWN)))) == [b"ABcD"]


@pytest.mark.parametrize("code", [29, 97, 56, 100, 125, 126])
def test_a_key_with_ctrl_alt_or_meta_spoils_the_line(code: int) -> None:
    decoder = KeyDecoder()
    spoilt = keys((30, DOWN), (code, DOWN), (48, DOWN), (code, UP), (46, DOWN), (28, DOWN))
    assert tokens(decoder.feed(spoilt)) == []
    assert tokens(decoder.feed(typed("ab"))) == [b"ab"]


@pytest.mark.parametrize("code", [1, 14, 58, 59, 86, 102, 105, 111, 113, 116, 240, 0x2FF, 0xFFFF])
def test_an_unknown_key_spoils_the_line(code: int) -> None:
    """Escape, Backspace, Caps Lock, F1, the 102nd key, Home, Left, Delete, Mute, Power …"""
    decoder = KeyDecoder()
    assert tokens(decoder.feed(keys((30, DOWN), (code, DOWN), (code, UP), (48, DOWN), (28, DOWN)))) == []
    assert tokens(decoder.feed(typed("ab"))) == [b"ab"]


def test_lost_events_spoil_the_line_and_forget_what_was_held() -> None:
    decoder = KeyDecoder()
    lost = key_events.encode_event(EV_SYN, key_events.SYN_DROPPED, 0)
    events = keys((42, DOWN), (30, DOWN)) + lost + keys((48, DOWN), (28, DOWN)) + keys((46, DOWN), (28, DOWN))
    assert tokens(decoder.feed(events)) == [b"c"]


def test_events_of_other_kinds_change_nothing() -> None:
    decoder = KeyDecoder()
    other = key_events.encode_event(EV_MSC, 4, 0x7001E) + key_events.encode_event(2, 0, -5)
    frames = decoder.feed(other + keys((30, DOWN)) + other + keys((28, DOWN)) + other)
    assert tokens(frames) == [b"a"]
    assert frames[0].raw == keys((30, DOWN)) + other + keys((28, DOWN))
    assert decoder.dropped == 2 * len(other)


@pytest.mark.parametrize("size", [1, 23, 25, 47])
def test_what_is_not_whole_events_is_left(size: int) -> None:
    decoder = KeyDecoder()
    assert tokens(decoder.feed(b"\x01" * size)) == []
    assert decoder.dropped == size
    assert tokens(decoder.feed(typed("ab"))) == [b"ab"]


@pytest.mark.parametrize("events", [keys((30, DOWN)), keys((42, DOWN)), keys((59, DOWN)), keys((28, DOWN))])
def test_a_megabyte_of_keys_is_harmless(events: bytes) -> None:
    decoder = KeyDecoder()
    for _ in range(MEGABYTE // (24 * 50)):
        decoder.feed(events * 50)
    assert grown(lambda: decoder.feed(events * 50)) < 16_384
    decoder.feed(keys((42, UP), (28, DOWN)))
    assert tokens(decoder.feed(typed("ab"))) == [b"ab"]


def test_an_open_line_does_not_keep_endless_silent_events() -> None:
    decoder = KeyDecoder()
    decoder.feed(keys((30, DOWN)))
    silent = key_events.encode_event(EV_SYN, 0, 0) * 100
    for _ in range(100):
        decoder.feed(silent)
    assert tokens(decoder.feed(keys((28, DOWN)))) == []
    assert decoder.dropped > card_line.LONGEST_RAW


# ---- the conversation


def test_two_cards_within_a_twentieth_of_a_second_are_two() -> None:
    talk = CardTalk()
    frames = talk.heard(CARD + b"\r\n", "", at(0)) + talk.heard(b"CP1-00000000\r\n", "", at(0.05))
    assert tokens(frames) == [CARD, b"CP1-00000000"]
    assert all(frame.kind is FrameKind.CARD for frame in frames)


def test_a_scanner_that_ends_no_line_has_ended_one_when_it_is_idle() -> None:
    talk = CardTalk()
    assert talk.heard(CARD[:4], "", at(0)) == []
    assert talk.heard(CARD[4:], "", at(IDLE_S - 0.1)) == []
    assert talk.tick(at(2 * IDLE_S - 0.2)) == []
    assert tokens(talk.tick(at(2 * IDLE_S))) == [CARD]
    assert talk.tick(at(3 * IDLE_S)) == []


def test_idle_ends_a_line_even_if_nobody_ticked() -> None:
    talk = CardTalk()
    talk.heard(CARD, "", at(0))
    assert tokens(talk.heard(b"CP1-00000000", "", at(1))) == [CARD]


def test_a_scanner_that_ends_its_lines_was_cut_when_it_does_not() -> None:
    talk = CardTalk()
    talk.heard(CARD + b"\r", "", at(0))
    talk.heard(b"CP1-0000", "", at(1))
    assert talk.tick(at(2)) == []
    assert tokens(talk.heard(b"0000\r", "", at(2.1))) == [b"0000"]  # no pattern of ours takes that
    assert talk.dropped == len(b"CP1-0000")


def test_a_spoilt_line_without_an_end_does_not_spoil_the_next_card() -> None:
    talk = CardTalk(key_events.decoder)
    talk.heard(keys((59, DOWN), (59, UP)), "", at(0))
    talk.tick(at(1))
    assert tokens(talk.heard(typed("ab"), "", at(2))) == [b"ab"]


def test_it_is_understood_at_once_and_says_nothing() -> None:
    for name in ("scanner-serial", "scanner-hid"):
        talk = PRODUCTS[name].talk()
        assert talk.understood
        talk.opened(at(0))
        talk.heard(b"\x05", "", at(0))
        talk.measure(at(0))
        talk.tick(at(10))
        assert talk.outgoing() == []


def test_the_stories_cards_are_read() -> None:
    story = Scenario(says="", cards=(Card("CP1-7Q2M9XKD", 1.0), Card("http://x.example/?a=1&b=2", 1.02)))
    for make, name in ((SerialScanner, "scanner-serial"), (KeyboardScanner, "scanner-hid")):
        device, talk = make(story, 0, NOON), PRODUCTS[name].talk()
        frames: list[Frame] = []
        for step in range(100):
            t = step * 0.05
            for packet in device.tick(t):
                frames += talk.heard(packet.data, packet.channel, at(t))
            frames += talk.tick(at(t))
        assert tokens(frames) == [card.text.encode() for card in story.cards]


def test_no_token_is_printed_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name, data in (("scanner-serial", CARD + b"\r"), ("scanner-hid", typed(CARD.decode()))):
        frames, _ = decode(PRODUCTS[name], Recording(data))
        assert tokens(frames) == [CARD]
        assert not any(frame.is_reading for frame in frames)
        assert all(frame.values == {} and frame.flags == () and frame.time is None for frame in frames)
    assert caplog.records == []


# ---- the pattern


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (r"CP1-[0-9A-Z]{8}", "CP1-7Q2M9XKD", "CP1-7Q2M9XK"),
        (r"\d{10}|[A-F0-9]{12}", "0123456789", "012345678"),
        (r"\d{10}|[A-F0-9]{12}", "0A1B2C3D4E5F", "0123456789 "),
        (r"B\d{3,6}X?", "B1234X", "B12X"),
        (r"[^|]+\|\d+", "ward 3|77", "ward 3"),
        (r"a\|b", "a|b", "a"),
        (r"[|a]", "|", "b"),
        (r"\[\d\]", "[5]", "5"),
        (r"[a\]]+", "a]", "a["),
        (r"\w+@x\.y", "me@x.y", "me@xzy"),
        (r"\d+", "123", "١٢٣"),
    ],
)
def test_a_pattern_is_matched_in_full(pattern: str, yes: str, no: str) -> None:
    compiled = card_pattern(pattern)
    assert compiled.fullmatch(yes)
    assert not compiled.fullmatch(no)


def test_an_empty_pattern_matches_nothing() -> None:
    assert not any(card_pattern("").fullmatch(text) for text in ("", "a", CARD.decode()))


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(?:a|a)*",
        "(a*)*b",
        r"(\w+\s?)*",
        "a**",
        "a+?",
        "a*+",
        "a{2}{3}",
        r"(.)\1",
        "(?=a)",
        "(?i)a",
        "a*b*c*d*",
        "^a$",
        "a|",
        "|a",
        "[",
        "[]",
        "[z-a]",
        "*a",
        "a{5,2}",
        "\\",
        r"\b",
        r"\x41",
        "a\nb",
        "é",
        "a" * 201,
    ],
)
def test_a_pattern_that_could_hang_or_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        card_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", [".*" * REPEATS + "!", "[a-z]*" * REPEATS + "!", "|".join([".*.*.*!"] * 25)]
)
def test_the_worst_pattern_comes_to_an_end_on_the_longest_line(pattern: str) -> None:
    assert not card_pattern(pattern).fullmatch("a" * LONGEST)
