"""The frame ring: the newest whole frame, never a torn or foreign one."""

import os

import pytest

from contract.frames import RingReader, RingWriter


def pair(width: int = 64, height: int = 48) -> tuple[RingWriter, RingReader]:
    writer = RingWriter(width, height)
    return writer, RingReader(os.dup(writer.fd), os.dup(writer.event))


def test_a_reader_sees_the_newest_frame_once() -> None:
    writer, reader = pair()
    assert reader.newest() is None
    for shade in range(5):
        writer.write(bytes([shade]) * (32 * 16 * 4), 32, 16, 1000 + shade)
    frame = reader.newest()
    assert frame is not None
    assert (frame.width, frame.height, frame.number, frame.captured_ns) == (32, 16, 5, 1004)
    assert frame.data == bytes([4]) * (32 * 16 * 4)
    assert reader.newest(after=frame.number) is None
    assert os.eventfd_read(reader.event) == 5
    reader.close()
    writer.close()


@pytest.mark.parametrize(("size", "width", "height"), [(4, 2, 2), (64 * 49 * 4, 64, 49), (0, 0, 1)])
def test_a_frame_of_another_size_is_refused(size: int, width: int, height: int) -> None:
    writer, reader = pair()
    if size == 0:
        writer.write(b"", 0, 1, 0)
        frame = reader.newest()
        assert frame is not None
        assert frame.data == b""
    else:
        with pytest.raises(ValueError, match="not a"):
            writer.write(bytes(size), width, height, 0)
    reader.close()
    writer.close()


def test_a_frame_being_written_is_not_shown() -> None:
    writer, reader = pair()
    writer.write(bytes(32 * 16 * 4), 32, 16, 1)
    writer._map[64 + 1 * writer._slot_bytes] |= 1  # the slot's sequence number made odd again
    assert reader.newest() is None
    reader.close()
    writer.close()


def test_what_is_no_ring_is_refused() -> None:
    fd = os.memfd_create("other")
    os.ftruncate(fd, 4096)
    with pytest.raises(ValueError, match="not a frame ring"):
        RingReader(fd, os.eventfd(0))


def test_the_memory_cannot_be_shrunk_under_a_reader() -> None:
    writer, reader = pair()
    with pytest.raises(PermissionError):
        os.ftruncate(writer.fd, 0)
    reader.close()
    writer.close()
