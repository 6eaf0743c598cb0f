"""What a provider may ask the patient for beside a measurement: a picture, a film clip, a sound.

A wish's kind is "photo:REGION", "clip:REGION" or "sound:WHAT". Both ends share this list: the hub refuses
what is not in it, the station answers "cannot" to what it has no screen for.
"""

from typing import Final

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "photo": ("skin", "wound", "eye", "throat"),
    "clip": ("face", "eye", "hands", "breathing", "walking"),
    "sound": ("heart", "lungs"),
}
MEASURE: Final = "measure"  # "measure:ACT": a measurement, asked for by MeasureAsked
NOTE_CHARS: Final = 200  # of the provider's own words beside a wish

YES: Final = "yes"
NO: Final = "no"
CANNOT: Final = "cannot"  # not here or not now; `why` says it
DONE: Final = "done"  # taken and given to the queue; what it is comes by itself
FAILED: Final = "failed"  # agreed to, and nothing came of it
ANSWERS: Final = (YES, NO, CANNOT, DONE, FAILED)


def known(kind: str) -> bool:
    """Is this a picture, clip or sound that can be asked for?"""
    family, _, what = kind.partition(":")
    return what in KINDS.get(family, ())


def family(kind: str) -> str:
    """Return "photo", "clip", "sound" or "measure"."""
    return kind.partition(":")[0]


def subject(kind: str) -> str:
    """Return what of: the region, or which sound."""
    return kind.partition(":")[2]
