"""The truth about where the visit's papers are: being saved, saved here, sent, or refused by the disk.

*Saved* is said of nothing that the disk has not taken, *sent* of nothing that the hub has not signed for.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.visit.parts import Paper
from ui.mark import QT_TRANSLATE_NOOP


class Kept(StrEnum):
    """How far the least of the papers is."""

    NONE = "none"
    SAVING = "saving"
    FAILED = "failed"
    FULL = "full"  # failed for want of room
    SAVED = "saved"
    HELD = "held"  # saved here, and it does not go by itself: a person must see to it
    SENT = "sent"


FULL: Final = "full"  # PutDone.detail
_WORDS = {
    Kept.NONE: "",
    Kept.SAVING: QT_TRANSLATE_NOOP("Keeping", "We are saving your answers."),
    Kept.FAILED: QT_TRANSLATE_NOOP("Keeping", "We could not save everything yet. We keep trying."),
    Kept.FULL: QT_TRANSLATE_NOOP(
        "Keeping", "The station's memory is full. Please get a person. Measuring still works."
    ),
    Kept.HELD: QT_TRANSLATE_NOOP(
        "Keeping", "They are saved here, locked. A part must be fetched by a person."
    ),
    Kept.SAVED: QT_TRANSLATE_NOOP("Keeping", "They are saved here, locked, and will be sent."),
    Kept.SENT: QT_TRANSLATE_NOOP("Keeping", "They are saved and sent."),
}

_SLOWEST_FIRST: Final = {
    "failed": Kept.FAILED,
    "put": Kept.SAVING,
    "refused": Kept.HELD,
    "saved": Kept.SAVED,
    "sent": Kept.SENT,
    "quarantined": Kept.SENT,  # the hub has it
}


def kept(papers: Iterable[Paper]) -> Kept:
    """Return how far these papers are: what the slowest of them says."""
    papers = tuple(papers)
    if any(paper.state == "failed" and paper.why == FULL for paper in papers):
        return Kept.FULL
    states = {paper.state for paper in papers}
    for state, answer in _SLOWEST_FIRST.items():
        if state in states:
            return answer
    return Kept.NONE


def say(how: Kept) -> str:
    """Return it in words, in the screen's language."""
    return QCoreApplication.translate("Keeping", _WORDS[how]) if _WORDS[how] else ""
