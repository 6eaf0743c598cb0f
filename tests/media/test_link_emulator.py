"""The link emulator's sockets: two ends that only know its ports."""

import socket
from collections.abc import Iterator

import pytest
from link_emulator import Lane, Link
from link_model import Way

PATIENCE_S = 20


class Ends:
    """A station and a page on one lane."""

    def __init__(self, link: Link, lane: Lane) -> None:
        self.station, self.page = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for end, port in ((self.station, lane.page), (self.page, lane.station)):
            end.settimeout(PATIENCE_S)
            end.connect((link.address, port))  # takes what comes from this port and no other

    def meet(self) -> None:
        """Both have sent: the relay knows where both are."""
        self.station.send(b"up")
        self.page.send(b"down")
        assert self.page.recv(9) == b"up"
        assert self.station.recv(9) == b"down"

    def close(self) -> None:
        self.station.close()
        self.page.close()


@pytest.fixture
def link() -> Iterator[Link]:
    with Link(seed=3, lanes=2) as made:
        yield made


@pytest.fixture
def ends(link: Link) -> Iterator[Ends]:
    made = Ends(link, link.lanes[0])
    yield made
    made.close()


def test_the_first_packets_wait_until_the_other_end_has_been_heard(link: Link, ends: Ends) -> None:
    ends.station.send(b"one")
    ends.station.send(b"two")
    while link.told().up.offered < 2:
        pass
    ends.page.send(b"hello")
    assert [ends.page.recv(9) for _ in range(2)] == [b"one", b"two"]
    assert ends.station.recv(9) == b"hello"


def test_lanes_are_kept_apart(link: Link, ends: Ends) -> None:
    other = Ends(link, link.lanes[1])
    try:
        ends.meet()
        other.meet()
    finally:
        other.close()


def test_an_end_that_moves_is_followed(link: Link, ends: Ends) -> None:
    ends.meet()
    ends.station.close()
    ends.station = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ends.station.settimeout(PATIENCE_S)
    ends.station.connect((link.address, link.lanes[0].page))
    ends.station.send(b"moved")
    assert ends.page.recv(9) == b"moved"
    ends.page.send(b"good")
    assert ends.station.recv(9) == b"good"


def test_an_end_with_two_addresses_gets_each_answer_where_it_asked(link: Link, ends: Ends) -> None:
    ends.meet()
    other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    other.settimeout(PATIENCE_S)
    other.connect((link.address, link.lanes[0].station))
    try:
        check, answer = b"\0\x01\0\0\x21\x12\xa4\x42" + bytes(12), b"\x01\x01\0\0\x21\x12\xa4\x42" + bytes(12)
        other.send(check)
        assert ends.station.recv(99) == check
        ends.station.send(answer)
        assert other.recv(99) == answer
        ends.station.send(b"media")  # the page still sends its own from the first
        assert ends.page.recv(9) == b"media"
        other.send(b"media")
        assert ends.station.recv(9) == b"media"
        ends.station.send(b"back")
        assert other.recv(9) == b"back"
    finally:
        other.close()


def test_each_way_has_its_own_settings_which_change_while_it_runs(link: Link, ends: Ends) -> None:
    ends.meet()
    link.set(Way(duplicate=1.0), Way(loss=1.0))
    link.afresh()
    ends.station.send(b"twice")
    assert [ends.page.recv(9) for _ in range(2)] == [b"twice"] * 2
    ends.page.send(b"gone")
    while not (told := link.told()).down.offered:
        pass
    assert (told.up.doubled, told.up.bytes_delivered, told.down.lost, told.down.delivered) == (1, 5, 1, 0)
    link.set(Way())
    ends.page.send(b"there")
    assert ends.station.recv(9) == b"there"


def test_it_is_not_the_bottleneck(link: Link, ends: Ends) -> None:
    """Four Mbit/s are 420 packets of 1200 bytes a second; ten seconds' worth, as fast as it takes them."""
    ends.meet()
    link.set(Way(delay_ms=5))
    link.afresh()
    packet, batch, batches = bytes(1200), 60, 70
    for _ in range(batches):
        for _ in range(batch):
            ends.station.send(packet)
        for _ in range(batch):
            assert ends.page.recv(1500) == packet
    told = link.told()
    assert (told.up.offered, told.up.delivered, told.up.lost) == (batch * batches, batch * batches, 0)
    print(f"the emulator's own delay, ms: median, 95 %, 99 %, most: {told.own_ms}")
    assert 0 <= told.own_ms[0] <= told.own_ms[1] <= told.own_ms[2] <= told.own_ms[3]
