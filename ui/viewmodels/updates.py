"""Updates on the staff's screen: what runs, what comes and when, what went wrong and what to do."""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.agent import UpdateState
from ui.mark import QT_TRANSLATE_NOOP

GOOD, CAUTION = "good", "caution"

_WAIT: Final = QT_TRANSLATE_NOOP("Updates", "You need do nothing. The station tries again.")
_CALL: Final = QT_TRANSLATE_NOOP("Updates", "Call your technician. The station works as before.")
WHYS: Final = {
    "no-answer": (QT_TRANSLATE_NOOP("Updates", "The place updates come from does not answer."), _WAIT),
    "turned-away": (QT_TRANSLATE_NOOP("Updates", "The center has no updates for this station."), _WAIT),
    "slow": (QT_TRANSLATE_NOOP("Updates", "The update comes too slowly. What came is kept."), _WAIT),
    "not-signed": (
        QT_TRANSLATE_NOOP("Updates", "An update is not signed as it must be. We do not use it."),
        _CALL,
    ),
    "older": (QT_TRANSLATE_NOOP("Updates", "Somebody offers an old update as new. We do not use it."), _CALL),
    "expired": (QT_TRANSLATE_NOOP("Updates", "The news of updates is too old."), _CALL),
    "altered": (QT_TRANSLATE_NOOP("Updates", "An update is not what was signed. We do not use it."), _CALL),
    "too-long": (QT_TRANSLATE_NOOP("Updates", "An update is not what was signed. We do not use it."), _CALL),
    "not-understood": (QT_TRANSLATE_NOOP("Updates", "This station can't read the update."), _CALL),
    "clock": (QT_TRANSLATE_NOOP("Updates", "The station's clock is wrong. So it takes no updates."), _CALL),
    "no-room": (QT_TRANSLATE_NOOP("Updates", "There is no room for the update."), _CALL),
    "disk": (QT_TRANSLATE_NOOP("Updates", "The update could not be written."), _CALL),
    "not-written": (QT_TRANSLATE_NOOP("Updates", "The update could not be written."), _CALL),
    "not-well": (QT_TRANSLATE_NOOP("Updates", "The new version does not work well yet."), _WAIT),
}


def tr(text: str) -> str:
    """Return a text about updates in its language."""
    return QCoreApplication.translate("Updates", text)


def button(update: UpdateState | None) -> str:
    """Return what the button says; empty when there is nothing to look for, or it is looked for now."""
    if update is None or update.state not in ("idle", "failed"):
        return ""
    return tr(QT_TRANSLATE_NOOP("Updates", "Look for updates"))


def lines(update: UpdateState | None) -> Iterator[dict[str, Any]]:
    """Return a line about the version that runs, and one for each matter of updates."""
    if update is None or update.state == "off":
        return
    if update.back_from:
        text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 did not work well. Version %2 runs again."))
        text = text.replace("%1", update.back_from).replace("%2", update.version)
        yield _line("update-back", CAUTION, "triangle-alert", text, _CALL)
    if update.content_refused:
        text = tr(QT_TRANSLATE_NOOP("Updates", "New questions (%1) can't be used. The former ones stay."))
        yield _line(
            "content-refused", CAUTION, "triangle-alert", text.replace("%1", update.content_refused), _CALL
        )
    yield from _now(update)


def _now(update: UpdateState) -> Iterator[dict[str, Any]]:
    offered, percent = update.offered, str(round(100 * update.fraction))
    match update.state:
        case "failed" if update.why in WHYS:
            text, do = WHYS[update.why]
            tone = GOOD if update.why == "turned-away" else CAUTION
            yield _line("update", tone, "circle-alert", tr(text), do)
        case "looking":
            yield _line("update", GOOD, "hourglass", tr(QT_TRANSLATE_NOOP("Updates", "Looking for updates.")))
        case "fetching" | "writing":
            text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 is coming: %2 %."))
            yield _line("update", GOOD, "hourglass", text.replace("%1", offered).replace("%2", percent))
        case "waiting" if update.waits_for == "hours":
            text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 is ready. The station restarts between %2."))
            yield _line("update", GOOD, "clock", text.replace("%1", offered).replace("%2", update.hours))
        case "waiting":
            text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 is ready. It starts after the visit."))
            yield _line("update", GOOD, "clock", text.replace("%1", offered))
        case "restarting":
            yield _line(
                "update", GOOD, "repeat", tr(QT_TRANSLATE_NOOP("Updates", "The station restarts now."))
            )
        case "trying":
            text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 is new. We watch if it works well."))
            yield _line("update", GOOD, "activity", text.replace("%1", update.version))
        case _ if update.version:
            text = tr(QT_TRANSLATE_NOOP("Updates", "Version %1 runs. It is the newest we know of."))
            yield _line("update", GOOD, "circle-check", text.replace("%1", update.version))


def _line(name: str, tone: str, icon: str, text: str, more: str = "") -> dict[str, Any]:
    return {"id": name, "tone": tone, "icon": icon, "text": text, "more": tr(more) if more else ""}
