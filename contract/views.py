"""Which pictures are taken of what, and when one is good enough, as data (`views.json`).

Read by media (the gate, the camera to use), by the visit (what comes next, what is suggested) and by the
screens (words for the ids). Fractions are of the picture's area; times in seconds.
"""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

FILE: Final = Path(__file__).with_name("views.json")
DERMOSCOPE: Final = "dermoscope"  # a camera that lies on the skin: seen through a round lens, dark around it


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class View(_Data, frozen=True):
    """One picture of a set. `card`: the Carepost card must lie beside it (scale, colours).

    `subject`: how much of the picture what is to be seen may fill, least and most; `whole`: all of it must
    be in sight. `camera`: another than its set's; a view for the dermoscope is left out where there is none.
    """

    id: str
    card: bool = False
    subject: tuple[float, float] = (0.0, 1.0)
    whole: bool = False
    camera: str = ""


class ViewSet(_Data, frozen=True):
    """The pictures of one kind, in order. `suggested_by`: answers (by question) that make us offer it.

    `places`: where on the body it may be, asked first. `camera`: "exam" or "face"; `light`: better with the
    lamp on; `sound`: a clip with the microphone's sound.
    """

    views: tuple[View, ...]
    suggested_by: dict[str, frozenset[str]] = {}
    camera: str = "exam"
    places: tuple[str, ...] = ()
    light: bool = False
    sound: bool = False


class Limits(_Data, frozen=True):
    """When a picture is good. `luma` 0..255; `clipped`: share of pixels at either end; `colour_de`:
    CIEDE2000.

    `fineness`: as in `media.photo.measures`; `moved`: mean grey difference between two pictures while aiming;
    `scale_error`: relative.
    """

    short_side_px: int
    luma: tuple[float, float]
    clipped: float
    fineness: float
    moved: float
    colour_de: float
    scale_error: float


class Clip(_Data, frozen=True):
    """How long a clip is."""

    least_s: int
    most_s: int
    usual_s: int


class Views(_Data, frozen=True):
    """All of it. `failures_most`: after so many the next picture is taken as it is, as poor."""

    source: str
    limits: Limits
    failures_most: int
    sets: dict[str, ViewSet]
    clip: Clip

    def view(self, kind: str, view: str) -> View:
        """Return a view; one that nothing is known of asks for nothing."""
        views = self.sets[kind].views if kind in self.sets else ()
        return next((each for each in views if each.id == view), View(id=view))

    def suggested(self, answers: dict[str, frozenset[str]]) -> tuple[str, ...]:
        """Return the kinds that answers (codes by question) speak for."""
        return tuple(
            kind
            for kind, each in self.sets.items()
            if any(
                answers.get(question, frozenset()) & codes for question, codes in each.suggested_by.items()
            )
        )


@cache
def views() -> Views:
    """Return the data as shipped; checked by every start of whoever reads it."""
    return msgspec.json.decode(FILE.read_bytes(), type=Views)
