"""Which walker for which file. The type that was told decides: a file that is none of that type is not shown
as one."""

from collections.abc import Callable
from typing import Final

from hub.traces import flac, jpeg, mp4, png, wav
from hub.traces.pieces import Clean, UnreadableError
from hub.traces.source import Source

WALKERS: Final[dict[str, Callable[[Source], Clean]]] = {
    "image/jpeg": jpeg.walk,
    "image/png": png.walk,
    "video/mp4": mp4.walk,
    "audio/mp4": mp4.walk,
    "audio/flac": flac.walk,
    "audio/wav": wav.walk,
}
_TRACED: Final = ("image/", "video/")  # others of these may hold traces that nobody here can find


def look(media_type: str, source: Source) -> Clean | None:
    """Return a file without traces; None for a type that is passed on as it is. UnreadableError."""
    walker = WALKERS.get(media_type)
    if walker is not None:
        return walker(source)
    if media_type.startswith(_TRACED):
        raise UnreadableError(f"traces in {media_type} can't be removed here")
    return None
