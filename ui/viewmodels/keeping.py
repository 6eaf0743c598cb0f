"""The truth about where the visit's papers are: being saved, saved here, sent, or refused by the disk."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.visit.model import Paper
from ui.mark import QT_TRANSLATE_NOOP


class Kept(StrEnum):
    """How far the least of the papers is."""

    NONE = "none"
    SAVING = "saving"
    FAILED = "failed"
    SAVED = "saved"
    SENT = "sent"


_WORDS = {
    Kept.NONE: "",
    Kept.SAVING: QT_TRANSLATE_NOOP("Keeping", "We are saving your answers."),
    Kept.FAILED: QT_TRANSLATE_NOOP("Keeping", "We could not save everything yet. We keep trying."),
    Kept.SAVED: QT_TRANSLATE_NOOP("Keeping", "They are saved here, locked, and will be sent."),
    Kept.SENT: QT_TRANSLATE_NOOP("Keeping", "They are saved and sent."),
}

_SLOWEST_FIRST: Final = {
    "failed": Kept.FAILED,
    "put": Kept.SAVING,
    "saved": Kept.SAVED,
    "sent": Kept.SENT,
    "quarantined": Kept.SENT,  # the hub has it
}


def kept(papers: Iterable[Paper]) -> Kept:
    """Return how far these papers are: what the slowest of them says."""
    states = {paper.state for paper in papers}
    for state, answer in _SLOWEST_FIRST.items():
        if state in states:
            return answer
    return Kept.NONE


def say(how: Kept) -> str:
    """Return it in words, in the screen's language."""
    return QCoreApplication.translate("Keeping", _WORDS[how]) if _WORDS[how] else ""
