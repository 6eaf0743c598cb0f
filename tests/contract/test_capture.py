"""What is handed over by descriptor: unchangeable, and checked against what was said of it."""

import hashlib
import os
from uuid import uuid4

import msgspec
import pytest

from contract import control, station
from contract.capture import Taken, Thing, open_taken, sealed_memfd

DATA = os.urandom(300_000)
THING = Thing(
    kind="photo:skin",
    media_type="image/jpeg",
    size=len(DATA),
    sha256=hashlib.sha256(DATA).digest(),
    wall="2026-11-26T10:00:00+00:00",
    monotonic_ns=1,
)


def test_what_was_sealed_comes_out_whole_and_nobody_can_change_it() -> None:
    fd = sealed_memfd([DATA[:1000], DATA[1000:]])
    with pytest.raises(PermissionError):
        os.pwrite(fd, b"x", 0)
    with pytest.raises(PermissionError):
        os.ftruncate(fd, 10)
    with open_taken(fd, THING) as file:
        assert file.read() == DATA


@pytest.mark.parametrize(
    ("what", "thing", "pieces"),
    [
        ("size", msgspec.structs.replace(THING, size=1), [DATA]),
        ("bytes", THING, [DATA[:-1], b"\0" if DATA[-1] else b"\1"]),
    ],
)
def test_what_is_not_as_it_was_said_is_refused_and_closed(
    what: str, thing: Thing, pieces: list[bytes]
) -> None:
    fd = sealed_memfd(pieces)
    with pytest.raises(ValueError, match=what):
        open_taken(fd, thing)
    with pytest.raises(OSError):
        os.fstat(fd)


def test_what_can_still_be_changed_is_refused() -> None:
    fd = os.memfd_create("open", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.write(fd, DATA)
    with pytest.raises(ValueError, match="changed"):
        open_taken(fd, THING)
    pipe, other = os.pipe()
    os.close(other)
    with pytest.raises(ValueError, match="memfd"):
        open_taken(pipe, THING)


def test_the_message_is_the_same_on_both_links() -> None:
    taken = Taken(id=uuid4(), thing=THING)
    packet = msgspec.msgpack.encode(taken)
    assert msgspec.msgpack.decode(packet, type=control.FromMedia) == taken
    assert msgspec.msgpack.decode(packet, type=station.ToSession) == taken
