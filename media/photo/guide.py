"""What to do now, from the moving picture: one short word of advice at a time, and no flicker of words."""

from typing import Final, cast

import cv2
import numpy as np

from contract.capture import Guidance
from contract.views import DERMOSCOPE, View, views
from media.photo import card as cards
from media.photo import gate, measures
from media.pictures import Image

LIGHTER: Final = "lighter"
DARKER: Final = "darker"
STEADY: Final = "steady"
CLOSER: Final = "closer"
FARTHER: Final = "farther"
WHOLE: Final = "whole"
CARD: Final = "card"
STRAIGHT: Final = "straight"
NO_GLARE: Final = "no-glare"
ADVICE: Final = (LIGHTER, DARKER, NO_GLARE, STEADY, CLOSER, FARTHER, WHOLE, CARD, STRAIGHT)

_SAYS: Final = {
    gate.TOO_DARK: LIGHTER,
    gate.SHADOWS: LIGHTER,
    gate.TOO_BRIGHT: DARKER,
    gate.GLARE: NO_GLARE,
    gate.BLURRED: STEADY,
    gate.TOO_FAR: CLOSER,
    gate.TOO_NEAR: FARTHER,
    gate.CUT: WHOLE,
    gate.NO_CARD: CARD,
    gate.TILTED: STRAIGHT,
}
AGAIN: Final = 2  # looks in a row that must agree before other advice is given
_SOFT: Final = 0.8  # of the gate's limit: a moving picture is softer than a still
_SIDE: Final = 640  # px the moving picture is judged at
_SMALL: Final = (80, 60)


class Guide:
    """Advice for one view; `look` is given picture after picture, in one thread at a time."""

    def __init__(self, kind: str = "", view: str = "") -> None:
        self._view: View = views().view(kind, view)
        self._film = kind.startswith("clip:")
        self._before: Image | None = None
        self._said: tuple[str, ...] = ()
        self._next: tuple[str, ...] = ()
        self._count = 0

    def look(self, picture: Image) -> Guidance:
        """Judge a moving picture (20 ms)."""
        card = cards.find(picture) if self._view.card else None
        factor = min(1.0, _SIDE / max(picture.shape[:2]))
        small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        advice = self._steadied(self._advice(cast(Image, small), card))
        return Guidance(advice=advice, good=not advice, card=card is not None)

    def _advice(self, small: Image, card: cards.Card | None) -> tuple[str, ...]:
        limits = views().limits
        moved = self._moved(small)
        lens = self._view.camera == DERMOSCOPE
        small = gate.middle(small) if lens else small
        subject = None if lens else measures.find_subject(small)
        found = measures.measure(small, None, subject)
        reasons: list[str] = [*gate.light(found, limits)]
        if self._film:
            return tuple(dict.fromkeys(_SAYS[reason] for reason in reasons))
        if moved > limits.moved:
            return (STEADY,) if not reasons else (_SAYS[reasons[0]], STEADY)
        reasons += gate.framed(subject, self._view)
        if found.fineness < _SOFT * limits.fineness:
            reasons.append(gate.BLURRED)
        if self._view.card and card is None:
            reasons.append(gate.NO_CARD)
        elif card is not None and card.error > limits.scale_error * card.mm_per_px:
            reasons.append(gate.TILTED)
        return tuple(dict.fromkeys(_SAYS[reason] for reason in reasons))

    def _moved(self, small: Image) -> float:
        """Return the mean difference to the picture before, in grey values."""
        grey = cv2.resize(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), _SMALL, interpolation=cv2.INTER_AREA)
        before, self._before = self._before, cast(Image, grey)
        if before is None:
            return 0.0
        return float(np.mean(cv2.absdiff(grey, before)))

    def _steadied(self, advice: tuple[str, ...]) -> tuple[str, ...]:
        """Say something else only once it was seen twice: words that flicker cannot be read."""
        if advice == self._said:
            self._count = 0
        elif advice == self._next:
            self._count += 1
        else:
            self._next, self._count = advice, 1
        if advice != self._said and self._count >= AGAIN:
            self._said = advice
        return self._said
