"""The journal gives back whole records in order, and leaves out a torn last one."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract import journal


@given(st.lists(st.binary(max_size=200), max_size=20), st.integers(0, 300))
def test_a_torn_end_loses_only_what_was_torn(records: list[bytes], torn: int) -> None:
    fd = journal.create()
    written = journal.Journal(fd)
    for record in records:
        written.append(record)
    size = os.fstat(fd).st_size
    os.ftruncate(fd, max(0, size - torn))
    again = journal.Journal(fd)
    whole = again.replay()
    assert whole == records[: len(whole)]
    if torn == 0:
        assert whole == records
    again.append(b"after")
    assert journal.Journal(fd).replay() == [*whole, b"after"]
    os.close(fd)


def test_a_flipped_bit_ends_the_replay_there() -> None:
    fd = journal.create()
    written = journal.Journal(fd)
    for record in (b"one", b"two", b"three"):
        written.append(record)
    os.pwrite(fd, b"X", 8 + 3 + 8)
    assert journal.Journal(fd).replay() == [b"one"]
    os.close(fd)


def test_it_says_when_it_is_full_and_forgets_when_told() -> None:
    fd = journal.create()
    written = journal.Journal(fd)
    with pytest.raises(journal.JournalFull):
        written.append(bytes(journal.MAX_SIZE))
    written.append(b"x")
    written.clear()
    assert journal.Journal(fd).replay() == []
    assert os.fstat(fd).st_size == 0
    os.close(fd)
