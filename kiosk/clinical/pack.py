"""A clinic's questionnaires as one thing that fits into the signed profile. Pure."""

import zlib
from collections.abc import Mapping
from typing import Final

import msgspec

from kiosk.clinical.questions import QuestionnaireError

PACKED_MOST: Final = 64 * 1024  # bytes: the profile travels in one packet between the station's processes
FILES_MOST: Final = 2 * 1024 * 1024  # bytes of all files together


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files by name as one. Raises QuestionnaireError when they are too large."""
    if sum(map(len, files.values())) > FILES_MOST:
        raise QuestionnaireError(f"the files have more than {FILES_MOST} bytes")
    packed = zlib.compress(msgspec.msgpack.encode(dict(files), order="sorted"), 9)
    if len(packed) > PACKED_MOST:
        raise QuestionnaireError(f"the files are too large for a profile: {len(packed)} bytes when packed")
    return packed


def unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files by name. Raises QuestionnaireError when it is no such thing."""
    inflate = zlib.decompressobj()
    try:
        data = inflate.decompress(packed, FILES_MOST + PACKED_MOST)
        if not inflate.eof:
            raise QuestionnaireError("the packed questionnaires are cut off or too large")
        return msgspec.msgpack.decode(data, type=dict[str, bytes])
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QuestionnaireError(f"these are no packed questionnaires: {error}") from None
