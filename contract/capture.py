"""A picture, a clip or a sound on its way from media to the session: asked for, guided, taken, handed over.

The bytes travel as a descriptor beside `Taken`: a memfd that can no longer be changed. Core passes it on
unread and keeps nothing; the session seals it by the chunk (ui.attaching). The messages are the same on both
links (contract.control, contract.station): core only hands them over.

`kind` is one word for what is taken of what, as in contract.asks: "photo:skin", "clip:eye", "sound:heart".
"""

import fcntl
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO, Final
from uuid import UUID

import msgspec

from contract.measurement import DeviceIdentity
from contract.message import Message

GOOD: Final = "good"
POOR: Final = "poor"  # accepted after several tries; shown as such, with the reasons

_SEALS: Final = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SEAL
_PIECE: Final = 1 << 20


# ---- session to core to media -----------------------------------------------------------------


class Aim(Message, tag="aim", frozen=True):
    """Open what is needed for this and say how it would be if taken now (`Guidance`), until `AimOver`.

    Said only after the patient's yes. `view`: which of its region's views, or where a sound is taken; a
    second Aim changes it.
    """

    kind: str
    view: str = ""


class AimOver(Message, tag="aim-over", frozen=True):
    """No picture is wanted any more: a camera that nothing else needs is closed."""


class Take(Message, tag="take", frozen=True):
    """Take one thing; answered by `Taken` or `NotTaken` with the same id. One at a time.

    `seconds`: of a clip or a sound; `sound`: a clip with the microphone's sound.
    """

    id: UUID
    kind: str
    view: str = ""
    seconds: int = 0
    sound: bool = False


class StopTake(Message, tag="stop-take", frozen=True):
    """Stop a clip or a sound early; what there is of it is handed over if it is long enough."""

    id: UUID


class Play(Message, tag="play", frozen=True):
    """Play the sound that was taken last through the loudspeaker, until it is over or `StopPlaying`.

    `filter`: "bell" (20 to 200 Hz), "diaphragm" (100 to 500 Hz) or empty, as it was recorded.
    """

    id: UUID
    filter: str = ""


class StopPlaying(Message, tag="stop-playing", frozen=True):
    """Be quiet."""


class SetCamera(Message, tag="set-camera", frozen=True):
    """Turn one of the exam camera's controls (`CameraControls`); a value outside its range is cut to it."""

    control: str
    value: int


# ---- media to core to session -----------------------------------------------------------------


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken. `sha256` of the bytes, `size` in bytes, `seconds` of a clip or a sound.

    `wall` (RFC 3339 with offset) and `monotonic_ns` (`since_boot_ns`) of the moment it was taken, of a clip
    or a sound when it began. `rate_hz`: samples of a sound, frames of a clip. `grade` is GOOD or POOR,
    `reasons` why not good: ids with words. `mm_per_px` and its error (one standard deviation) are known when
    the Carepost card lay beside it, in the card's plane; `colour_de`: the mean colour difference (CIEDE2000)
    that remained after correction by the card; `gains`: the factors of red, green and blue in linear light
    that make the card's greys grey (the picture itself is not changed by them).
    """

    kind: str
    media_type: str
    size: int
    sha256: bytes
    wall: str
    monotonic_ns: int
    device: DeviceIdentity | None = None
    view: str = ""
    grade: str = GOOD
    reasons: tuple[str, ...] = ()
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    rate_hz: float = 0.0
    mm_per_px: float | None = None
    mm_per_px_error: float | None = None
    colour_de: float | None = None
    gains: tuple[float, float, float] | None = None


class Taken(Message, tag="taken", frozen=True):
    """Here it is; its sealed memfd travels beside this."""

    id: UUID
    thing: Thing


class NotTaken(Message, tag="not-taken", frozen=True):
    """Nothing was taken. `fault`: an id with words."""

    id: UUID
    fault: str


class Guidance(Message, tag="guidance", frozen=True):
    """How a picture taken now would be, a few times a second while aiming.

    `advice`: what to do first, ids with words, the most important one first; empty: good. `fraction`: how
    much of a clip or sound is recorded, 0..1. `card`: the Carepost card is seen.
    """

    advice: tuple[str, ...] = ()
    good: bool = False
    card: bool = False
    fraction: float = 0.0
    level: float = 0.0  # of a sound in the band that counts, 0..1


class Played(Message, tag="played", frozen=True):
    """How far a sound is played, 0..1; at 1 it is over. `fault`: nobody can hear it, an id with words."""

    id: UUID
    fraction: float
    fault: str = ""


class SoundShown(Message, tag="sound-shown", frozen=True):
    """A sound's spectrogram, 0 to 1000 Hz upwards, as a PNG of `size` bytes in a memfd beside this."""

    id: UUID
    size: int


class Control(msgspec.Struct, frozen=True):
    """One control of a camera: "zoom", "focus", "autofocus", "light", "brightness" or "freeze"."""

    name: str
    least: int
    most: int
    step: int
    value: int


class CameraControls(Message, tag="camera-controls", frozen=True):
    """What the camera aimed with can do: said when it opens and after each change.

    `width` and `height` of its stills in pixels; `pauses`: the call stands still while one is taken.
    """

    camera: str
    controls: tuple[Control, ...] = ()
    width: int = 0
    height: int = 0
    pauses: bool = False


# ---- the bytes ----------------------------------------------------------------------------------


def sealed_memfd(pieces: Iterable[bytes]) -> int:
    """Return a memfd with these bytes that nobody can change any more; the caller closes it."""
    fd = os.memfd_create("carepost-taken", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(fd, rest) :]
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, _SEALS)
    except OSError:
        os.close(fd)
        raise
    return fd


def open_taken(fd: int, thing: Thing) -> BinaryIO:
    """Take over the descriptor of a thing, from its start; ValueError (and closed) when it is not that thing.

    Checked: it can't be changed any more, has the size and the SHA-256 that were said.
    """
    try:
        seals = fcntl.fcntl(fd, fcntl.F_GET_SEALS)
    except OSError as error:
        with suppress(OSError):
            os.close(fd)
        raise ValueError("not a memfd") from error
    file = os.fdopen(fd, "rb")
    try:
        if seals & _SEALS != _SEALS:
            raise ValueError("it can still be changed")
        if os.fstat(fd).st_size != thing.size:
            raise ValueError("not of the size that was said")
        file.seek(0)
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
        if digest.digest() != thing.sha256:
            raise ValueError("not the bytes that were said")
        file.seek(0)
    except ValueError:
        file.close()
        raise
    return file


class Watch(Message, tag="watch", frozen=True):
    """A technician looks: camera and microphone open, the self ring fills, `Looks` says figures. Off: closed.

    Core has media do it for a technician who is signed in, and for nobody else.
    """

    on: bool


class Looks(Message, tag="looks", frozen=True):
    """What the camera gives now, several times a second (the microphone's level is `SoundLevel`).

    `light`: mean grey 0..255; `sharp`: as in `media.photo.measures.fineness` (1.45 and more is sharp); None:
    there is no picture. `advice`: what a picture would be refused for, ids as `Guidance` has.
    """

    light: float = 0.0
    sharp: float | None = None
    advice: tuple[str, ...] = ()
