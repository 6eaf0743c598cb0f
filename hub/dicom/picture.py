"""What is known of a picture that becomes DICOM, and what cannot become it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

BASELINE: Final = 0xC0  # JPEG's process 1, the one that every viewer knows


class UnfitError(Exception):
    """This picture has no form in DICOM here, in words without a patient's data."""


@dataclass(frozen=True)
class Pixels:
    """A picture decoded: rows from the top, 8 bit; `channels` 1 (grey) or 3 (RGB)."""

    width: int
    height: int
    channels: int
    data: bytes


@dataclass(frozen=True)
class Patient:
    """Whose picture it is. `birth_date`: ISO, empty when it is not known."""

    id: UUID
    given: str
    family: str
    birth_date: str


@dataclass(frozen=True)
class Picture:
    """One picture. `started_at`, `taken_at`: RFC 3339 with offset; `device`: maker and model,
    `device_id` our own id of it; `number`: its place among the visit's, from 1.

    `kind`, `view`, `laterality`, scale, white balance and grade as in contract.documents.Captured. `content`:
    the file without traces; `fits`: it goes in as it is, else `pixels` are what it decodes to.
    """

    id: UUID
    visit: UUID
    number: int
    started_at: str
    station: str
    patient: Patient
    taken_at: str
    device: tuple[str, str]
    device_id: UUID
    kind: str
    view: str
    laterality: str
    title: str
    width_px: int
    height_px: int
    components: int
    subsampled: bool
    mm_per_px: float | None
    mm_per_px_error: float | None
    grade: str
    reasons: tuple[str, ...]
    media_type: str
    content: bytes
    fits: bool = True
    gains: tuple[float, float, float] | None = None
    pixels: Pixels | None = None


def as_it_is(media_type: str, *, process: int, components: int, orientation: int) -> bool:
    """Say whether a file can go in unchanged, or has to be decoded; UnfitError: neither."""
    if media_type not in {"image/jpeg", "image/png"}:
        raise UnfitError(f"only JPEG and PNG pictures become DICOM; this is {media_type}")
    if media_type == "image/png":
        return False
    if components not in {1, 3}:
        raise UnfitError("a JPEG with these colours has no common form in DICOM")
    return process == BASELINE and orientation == 1  # DICOM can't say that a picture is turned
