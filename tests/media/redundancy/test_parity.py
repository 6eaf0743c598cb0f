"""Parity: a group's lost packet comes back to the byte; damaged parity is refused and harms nothing."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.rate import packets
from media.redundancy import ulpfec
from media.redundancy.protector import GROUPS, WAIT_S, Protector

RED, PARITY, VP8 = 120, 122, 97
IDS = packets.ExtensionIds(5, 3)


def packet(number: int, size: int = 100, marker: bool = False, seed: int = 0) -> bytes:
    payload = random.Random(f"{number} {seed}").randbytes(size)
    head = bytes((0x80, 0x80 * marker | VP8))
    plain = (
        head
        + (number & 0xFFFF).to_bytes(2, "big")
        + (90 * number).to_bytes(4, "big")
        + b"\0\0\x12\x34"
        + payload
    )
    return packets.stamp(plain, IDS, number, 1.5)


groups = st.tuples(
    st.integers(0, 0xFFFF),
    st.lists(st.tuples(st.integers(1, 1200), st.booleans()), min_size=2, max_size=ulpfec.MOST),
    st.data(),
)


@given(groups)
def test_one_lost_of_a_group_comes_back(made: tuple[int, list[tuple[int, bool]], st.DataObject]) -> None:
    first, sizes, data = made
    group = [packet(first + n, size, marker) for n, (size, marker) in enumerate(sizes)]
    payload = ulpfec.parity(group)
    lost = data.draw(st.integers(0, len(group) - 1))
    order = data.draw(st.permutations([*(n for n in range(len(group)) if n != lost), -1]))
    recoverer = ulpfec.Recoverer()
    found = [
        one for n in order for one in (recoverer.parity(payload) if n < 0 else recoverer.media(group[n]))
    ]
    assert found == [group[lost]]


def test_two_lost_of_a_group_stay_lost_until_one_of_them_comes() -> None:
    group = [packet(n) for n in range(4)]
    recoverer = ulpfec.Recoverer()
    assert recoverer.media(group[0]) == recoverer.media(group[3]) == []
    assert recoverer.parity(ulpfec.parity(group)) == []
    assert recoverer.media(group[1]) == [group[2]]


def test_what_one_parity_recovers_serves_the_next() -> None:
    group = [packet(n) for n in range(5)]
    recoverer = ulpfec.Recoverer()
    recoverer.media(group[0])
    recoverer.parity(ulpfec.parity(group[1:3]))
    assert recoverer.parity(ulpfec.parity(group[0:2])) == [group[1], group[2]]


def test_the_long_mask_of_other_senders_is_read() -> None:
    short = ulpfec.parity([packet(10), packet(12)])
    mask = int.from_bytes(short[12:14], "big") << 32
    long = bytes((short[0] | 0x40,)) + short[1:12] + mask.to_bytes(6, "big") + short[14:]
    assert ulpfec.read(long) == ulpfec.read(short)


def test_what_the_pacer_writes_is_not_covered() -> None:
    sent = packets.stamp(packet(7), IDS, 4711, 12.25)
    assert sent != packet(7)
    assert packets.quiet(sent, IDS) == packets.quiet(packet(7), IDS) == packets.stamp(packet(7), IDS, 0, 0.0)


def test_red_holds_a_packet_as_it_was() -> None:
    one = packet(9, marker=True)
    wrapped = ulpfec.wrap(one, RED)
    assert packets.parse(wrapped).payload_type == RED
    assert packets.parse(wrapped).marker
    assert ulpfec.unwrap(wrapped) == (VP8, one)


@given(st.binary(max_size=80))
def test_garbage_is_refused_or_harmless(payload: bytes) -> None:
    recoverer = ulpfec.Recoverer()
    recoverer.media(packet(1, 20))
    recoverer.media(packet(2, 20))
    try:
        for one in recoverer.parity(payload):
            packets.parse(one)
    except ValueError:
        pass


@pytest.mark.parametrize("data", [b"", bytes(11), packet(1)[:12], ulpfec.wrap(packet(1), RED)[:12]])
def test_red_without_a_block_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"RTP|RED|header"):
        ulpfec.unwrap(data)


def test_parity_is_for_long_ways_that_lose() -> None:
    protector = Protector()
    seen = []
    for loss, rtt_s in ((0.1, 0.04), (0.0, 0.3), (0.1, 0.3), (0.0, 0.3), (0.1, 0.05)):
        protector.look(loss, rtt_s)
        seen.append(protector.on)
    assert seen == [False, True, True, True, False], "what was lost a moment ago may be lost again"
    protector.look(0.0, 0.3)
    for _ in range(300):
        protector.look(0.0, 0.3)
    assert not protector.on


def test_the_more_is_lost_the_more_parity() -> None:
    shares = []
    for loss in (0.03, 0.08, 0.2):
        protector = Protector()
        protector.look(loss, 0.2)
        shares.append(protector.share)
    assert all(less < more for less, more in pairwise(shares))
    assert shares[-1] == pytest.approx(1 / (GROUPS[0][1] + 1))


def test_a_small_picture_does_not_wait_long_for_company() -> None:
    protector = Protector()
    assert protector.add(packet(1), last=True, now=0.0) == [], "nothing is protected that needs no protection"
    protector.look(0.03, 0.2)
    assert protector.add(packet(1), last=True, now=0.0) == []
    assert protector.add(packet(2), last=True, now=WAIT_S / 2) == []
    (payload,) = protector.add(packet(3), last=True, now=2 * WAIT_S)
    assert ulpfec.read(payload).covers == (1, 2, 3)


def test_parity_comes_behind_a_picture_never_within() -> None:
    protector = Protector()
    protector.look(0.03, 0.2)
    for n in range(11):
        assert protector.add(packet(n), last=False, now=0.0) == []
    payloads = protector.add(packet(11), last=True, now=0.0)
    assert [ulpfec.read(payload).covers for payload in payloads] == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
    (payload,) = protector.add(packet(14), last=True, now=1.0)
    assert ulpfec.read(payload).covers == (10, 11, 14)


def test_what_is_far_apart_shares_no_parity() -> None:
    protector = Protector()
    protector.look(0.03, 0.2)
    for n in range(63):
        protector.add(packet(n), last=False, now=0.0)
    made = protector.add(packet(63), last=True, now=0.0)
    assert len(made) == 12
    assert protector.add(packet(64 + len(made)), last=True, now=1.0) == []
