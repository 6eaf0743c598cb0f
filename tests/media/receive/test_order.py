"""What comes out of order, twice, late or never: asked for again, put in order, given up."""

import random

from media.receive.nacks import RETRIES, Nacks
from media.receive.pictures import Picture, PictureBuffer, Piece
from media.receive.sounds import MAX_FILLED, Sound, SoundBuffer


def pieces(first: int, timestamp: int, count: int, key: bool = False) -> list[Piece]:
    return [
        Piece(first + at, timestamp, at == 0, at == count - 1, key and at == 0, bytes([timestamp % 256, at]))
        for at in range(count)
    ]


def stream(pictures: int, each: int = 3, key_every: int = 1000) -> list[Piece]:
    return [one for at in range(pictures) for one in pieces(at * each, at, each, at % key_every == 0)]


def fed(buffer: PictureBuffer, some: list[Piece], now: float = 0.0) -> list[int]:
    return [picture.timestamp for piece in some for picture in buffer.add(piece, now)]


def test_pictures_come_whole_and_in_order() -> None:
    whole = stream(20)
    rest: list[Piece] = []
    chance = random.Random(3)
    for at in range(3, len(whole), 6):
        part = whole[at : at + 6]
        chance.shuffle(part)
        rest += part
    buffer = PictureBuffer()
    assert fed(buffer, whole[:3]) == [0]
    assert fed(buffer, rest) == list(range(1, 20))
    assert buffer.add(whole[5], 0.0) == []


def test_a_picture_is_its_pieces() -> None:
    buffer = PictureBuffer()
    out = [one for piece in pieces(5, 9, 2, key=True) for one in buffer.add(piece, 0.0)]
    assert out == [Picture(9, True, bytes([9, 0, 9, 1]))]


def numbered(first: int, picture: int, count: int, key: bool = False) -> list[Piece]:
    return [one._replace(picture=picture) for one in pieces(first, picture, count, key)]


def test_lost_parity_between_pictures_holds_nothing_up() -> None:
    buffer = PictureBuffer()
    assert fed(buffer, numbered(0, 0x7FFE, 2, key=True)) == [0x7FFE]
    assert fed(buffer, numbered(3, 0x7FFF, 2)) == [0x7FFF], "number 2 was parity"
    assert fed(buffer, numbered(7, 0, 1)) == [0], "5 and 6 were, and the pictures' numbers came round"
    assert buffer.needed_from == 8


def test_a_lost_picture_is_not_taken_for_parity() -> None:
    buffer = PictureBuffer()
    fed(buffer, numbered(0, 1, 2, key=True))
    assert fed(buffer, numbered(3, 3, 2)) == []
    assert fed(buffer, numbered(2, 2, 1)) == [2, 3]


def test_a_picture_without_its_first_packet_waits_for_it() -> None:
    buffer = PictureBuffer()
    fed(buffer, numbered(0, 1, 2, key=True))
    second = numbered(3, 2, 2)
    assert fed(buffer, second[1:]) == []
    assert fed(buffer, second[:1]) == [2]


def test_nothing_is_given_before_a_key_frame() -> None:
    buffer = PictureBuffer()
    assert fed(buffer, stream(5, key_every=1000)[3:]) == []
    assert buffer.wants_key(0.0, 0.1)
    assert not buffer.wants_key(0.2, 0.1), "it was just asked for"
    assert buffer.wants_key(0.4, 0.1)


def test_a_repair_lets_all_that_waited_go() -> None:
    whole = stream(6)
    buffer = PictureBuffer()
    assert fed(buffer, [one for one in whole if one.number != 4]) == [0]
    assert not buffer.wants_key(0.1, 0.05)
    assert fed(buffer, [whole[4]]) == [1, 2, 3, 4, 5]
    assert not buffer.wants_key(10.0, 0.05)


def test_what_is_not_repaired_is_given_up_and_a_key_frame_goes_on() -> None:
    whole = stream(10, key_every=8)
    buffer = PictureBuffer()
    fed(buffer, [one for one in whole[:18] if one.number != 4])
    assert buffer.wants_key(1.0, 0.1)
    assert buffer.waiting_for_key
    assert fed(buffer, whole[18:], 1.0) == [8, 9]
    assert not buffer.waiting_for_key
    assert buffer.needed_from == 30


def test_a_key_frame_that_lost_a_packet_is_repaired_too() -> None:
    whole = stream(10, key_every=8)
    buffer = PictureBuffer()
    fed(buffer, [one for one in whole[:18] if one.number != 4])
    assert buffer.wants_key(2.0, 0.1)
    assert buffer.needed_from == 18
    assert fed(buffer, [one for one in whole[18:] if one.number != 25], 2.0) == []
    assert buffer.needed_from <= 25
    assert fed(buffer, [whole[25]], 2.1) == [8, 9]


def test_a_key_frame_is_taken_without_waiting_for_what_is_before_it() -> None:
    whole = stream(10, key_every=4)
    buffer = PictureBuffer()
    assert fed(buffer, [one for one in whole if one.number != 4]) == [0, 4, 5, 6, 7, 8, 9]


def test_padding_belongs_to_no_picture() -> None:
    whole = stream(2)
    empty = Piece(3, 0, False, False, False, b"")
    moved = [one._replace(number=one.number + 1) for one in whole[3:]]
    assert fed(PictureBuffer(), [*whole[:3], empty, *moved]) == [0, 1]


def test_an_outage_does_not_fill_the_memory() -> None:
    buffer = PictureBuffer()
    fed(buffer, stream(1))
    fed(buffer, stream(3000)[6:])
    assert len(buffer._pieces) <= 2048


def test_losses_are_asked_for_again_and_then_no_more() -> None:
    nacks = Nacks()
    for number in (1, 2, 5):
        assert not nacks.came(number)
    asked = [nacks.due(tick / 100, 0.05) for tick in range(100)]
    assert asked[0] == [3, 4]
    assert asked[1] == [], "before an answer can have come"
    assert sum(map(len, asked)) == 2 * RETRIES
    assert len(nacks) == 0


def test_what_came_is_not_asked_for() -> None:
    nacks = Nacks()
    nacks.came(1)
    nacks.came(4)
    nacks.came(3)
    assert nacks.due(0.0, 0.05) == [2]
    nacks.forget(before=3)
    assert nacks.due(1.0, 0.05) == []


def test_an_outage_is_not_repaired_packet_by_packet() -> None:
    nacks = Nacks()
    nacks.came(1)
    assert nacks.came(2000)
    assert len(nacks) == 0


def sounds(buffer: SoundBuffer, numbers: list[int], apart_s: float = 0.02) -> list[Sound]:
    return [
        sound
        for at, number in enumerate(numbers)
        for sound in buffer.add(number, bytes([number % 256]), at * apart_s)
    ]


def test_sound_in_order_is_not_held_up() -> None:
    assert sounds(SoundBuffer(), [1, 2, 3]) == [Sound(b"\1"), Sound(b"\2"), Sound(b"\3")]


def test_sound_out_of_order_is_put_in_order_and_doubles_dropped() -> None:
    out = sounds(SoundBuffer(), [1, 3, 2, 2, 4])
    assert [sound.packet for sound in out] == [b"\1", b"\2", b"\3", b"\4"]


def test_a_lost_sound_is_filled_from_the_next() -> None:
    out = sounds(SoundBuffer(), [1, 3, 4, 5, 6])
    assert out[:3] == [Sound(b"\1"), Sound(None, b"\3"), Sound(b"\3")]
    assert [sound.packet for sound in out[3:]] == [b"\4", b"\5", b"\6"]


def test_a_lost_sound_is_not_waited_for_for_ever() -> None:
    buffer = SoundBuffer()
    sounds(buffer, [1, 3])
    assert buffer.late(0.03) == []
    assert buffer.late(0.1) == [Sound(None, b"\3"), Sound(b"\3")]
    assert buffer.late(0.2) == []


def test_a_long_hole_stays_silent() -> None:
    buffer = SoundBuffer()
    out = sounds(buffer, [1, 101, 102, 103])
    assert len(out) == 1 + MAX_FILLED + 3
    assert buffer.filled == MAX_FILLED


def test_another_stream_starts_afresh() -> None:
    assert [one.packet for one in sounds(SoundBuffer(), [1, 60_000])] == [b"\1", bytes([60_000 % 256])]
