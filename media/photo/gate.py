"""Is this picture good enough for somebody who was not there? The verdict, and the thing to keep.

The limits are data (`contract/views.json`). It never blocks: a picture that fails is still handed over,
marked poor, with the reasons; whether to take another is the visit's to ask.
"""

from typing import Final, NamedTuple

from contract.capture import GOOD, POOR
from contract.views import DERMOSCOPE, Limits, View, views
from media.handing import Handed, device, made, moment
from media.photo import card as cards
from media.photo import measures
from media.photo.card import Balance, Card
from media.photo.jpeg import encode
from media.photo.measures import Measures, Subject
from media.pictures import Image

TOO_DARK: Final = "too-dark"
TOO_BRIGHT: Final = "too-bright"
SHADOWS: Final = "shadows"  # too much of it is black
GLARE: Final = "glare"  # too much of it is white
BLURRED: Final = "blurred"
TOO_SMALL: Final = "too-few-pixels"
NO_CARD: Final = "no-card"
TILTED: Final = "tilted"  # the scale is too uncertain
COLOURS: Final = "colours-off"
TOO_FAR: Final = "too-far"
TOO_NEAR: Final = "too-near"
CUT: Final = "cut-off"
REASONS: Final = (
    TOO_DARK,
    TOO_BRIGHT,
    SHADOWS,
    GLARE,
    BLURRED,
    TOO_SMALL,
    NO_CARD,
    TILTED,
    COLOURS,
    TOO_FAR,
    TOO_NEAR,
    CUT,
)


class Verdict(NamedTuple):
    """What the gate says of a picture, and what it is based on. No reasons: good."""

    reasons: tuple[str, ...]
    measures: Measures
    card: Card | None
    balance: Balance | None
    subject: Subject | None

    @property
    def grade(self) -> str:
        """GOOD or POOR."""
        return POOR if self.reasons else GOOD


class Gate:
    """The gate for one view of one kind."""

    def __init__(self, kind: str, view: str, limits: Limits | None = None) -> None:
        self._kind, self._name = kind, view
        self._view = views().view(kind, view)
        self._limits = limits or views().limits

    def judge(self, picture: Image) -> Verdict:
        """Judge a picture in full (0.1 s at 8 megapixels)."""
        if self._view.camera == DERMOSCOPE:
            return self._through_lens(picture)
        card = cards.find(picture)
        balance = cards.balance(picture, card) if card is not None else None
        subject = measures.find_subject(picture, card)
        found = measures.measure(picture, card, subject)
        reasons = (
            *light(found, self._limits),
            *sharp(found, self._limits),
            *((TOO_SMALL,) if found.short_side < self._limits.short_side_px else ()),
            *framed(subject, self._view),
            *scaled(card, balance, self._view, self._limits),
        )
        return Verdict(reasons, found, card, balance, subject)

    def _through_lens(self, picture: Image) -> Verdict:
        """Judge light and sharpness in the middle of the lens; no card fits under it."""
        found = measures.measure(middle(picture))._replace(short_side=min(picture.shape[:2]))
        small = (TOO_SMALL,) if found.short_side < self._limits.short_side_px else ()
        reasons = (*light(found, self._limits), *sharp(found, self._limits), *small)
        return Verdict(reasons, found, None, None, None)

    def photograph(self, picture: Image, camera: str) -> Handed:
        """Judge a still and return it as it is to be kept: unaltered, as JPEG without traces."""
        verdict = self.judge(picture)
        encoded = encode(picture)
        card, balance = verdict.card, verdict.balance
        height, width = picture.shape[:2]
        return made(
            (encoded.data,),
            kind=self._kind,
            view=self._name,
            media_type=encoded.media_type,
            device=device(camera),
            grade=verdict.grade,
            reasons=verdict.reasons,
            width=width,
            height=height,
            mm_per_px=round(card.mm_per_px, 6) if card else None,
            mm_per_px_error=round(card.error, 6) if card else None,
            colour_de=round(balance.colour_de, 2) if balance else None,
            gains=_rounded(balance) if balance else None,
            **moment(),
        )


def _rounded(balance: Balance) -> tuple[float, float, float]:
    red, green, blue = balance.gains
    return round(red, 4), round(green, 4), round(blue, 4)


def middle(picture: Image) -> Image:
    """Return the middle of what a round lens shows: half of the shorter side, both ways."""
    height, width = picture.shape[:2]
    half = min(height, width) // 4
    y, x = height // 2, width // 2
    return picture[y - half : y + half, x - half : x + half]


def light(found: Measures, limits: Limits) -> tuple[str, ...]:
    """Judge how light it is, and how much is lost at either end."""
    dark, bright = limits.luma
    if found.luma < dark:
        return (TOO_DARK,)
    if found.luma > bright:
        return (TOO_BRIGHT,)
    return (
        *((SHADOWS,) if found.dark > limits.clipped else ()),
        *((GLARE,) if found.bright > limits.clipped else ()),
    )


def sharp(found: Measures, limits: Limits) -> tuple[str, ...]:
    """Judge how sharp it is."""
    return (BLURRED,) if found.fineness < limits.fineness else ()


def framed(subject: Subject | None, view: View) -> tuple[str, ...]:
    """Judge how large the thing is in the picture, and whether all of it is there; unknown is no fault."""
    if subject is None:
        return ()
    least, most = view.subject
    if view.whole and subject.cut:
        return (CUT,)
    if subject.area < least:
        return (TOO_FAR,)
    return (TOO_NEAR,) if subject.area > most else ()


def scaled(card: Card | None, balance: Balance | None, view: View, limits: Limits) -> tuple[str, ...]:
    """Judge scale and colours, where the view asks for the card."""
    if not view.card:
        return ()
    if card is None or balance is None:
        return (NO_CARD,)
    return (
        *((TILTED,) if card.error > limits.scale_error * card.mm_per_px else ()),
        *((COLOURS,) if balance.colour_de > limits.colour_de else ()),
    )
