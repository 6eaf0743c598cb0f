"""From bytes in this process to a sealed descriptor for the session: of a still, a clip or a sound."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from contract.capture import Taken, Thing, sealed_memfd
from contract.control import FromMedia
from contract.measurement import DeviceIdentity, since_boot_ns


class Handed(NamedTuple):
    """A thing and its bytes in pieces."""

    thing: Thing
    pieces: tuple[bytes, ...]


def moment(ago_s: float = 0.0) -> dict[str, Any]:
    """Return a Thing's `wall` and `monotonic_ns` of now, or of so many seconds ago."""
    wall = datetime.fromtimestamp(datetime.now(UTC).timestamp() - ago_s, UTC).astimezone()
    return {
        "wall": wall.isoformat(timespec="milliseconds"),
        "monotonic_ns": since_boot_ns() - round(ago_s * 1e9),
    }


def device(name: str, protocol: str = "v4l2") -> DeviceIdentity:
    """Return what is known of a camera or a microphone: its name, as the system says it."""
    return DeviceIdentity(manufacturer="", model=name, protocol=protocol, transport="local")


def made(pieces: Iterable[bytes], **about: Any) -> Handed:
    """Return a thing of these bytes; `about` as in Thing, but size and hash."""
    kept = tuple(pieces)
    digest = hashlib.sha256()
    for piece in kept:
        digest.update(piece)
    return Handed(Thing(size=sum(map(len, kept)), sha256=digest.digest(), **about), kept)


def hand_over(id: UUID, handed: Handed, send: Callable[[FromMedia, Sequence[int]], object]) -> None:
    """Send it with its sealed memfd; OSError when there is no memory for it."""
    fd = sealed_memfd(handed.pieces)
    try:
        send(Taken(id=id, thing=handed.thing), (fd,))
    finally:
        os.close(fd)
