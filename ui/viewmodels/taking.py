"""The visit to take home: a square to scan, six numbers, and paper; with the truth about each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from contract import health_link
from kiosk.visit.model import Screen
from kiosk.visit.parts import HealthLink, Printing
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.qr import picture
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button, note

TROUBLES: Final = {
    "no-printer": QT_TRANSLATE_NOOP("Take", "The printer is not here now."),
    "refused": QT_TRANSLATE_NOOP("Take", "The printer did not take the page."),
    "paper-out": QT_TRANSLATE_NOOP("Take", "The printer has no paper."),
    "paper-jam": QT_TRANSLATE_NOOP("Take", "Paper is stuck in the printer."),
    "door-open": QT_TRANSLATE_NOOP("Take", "A door of the printer is open."),
    "ink-out": QT_TRANSLATE_NOOP("Take", "The printer has no ink."),
    "tray-full": QT_TRANSLATE_NOOP("Take", "The printer's tray is full."),
    "not-reached": QT_TRANSLATE_NOOP("Take", "The printer does not answer."),
    "paused": QT_TRANSLATE_NOOP("Take", "Somebody has paused the printer."),
    "interrupted": QT_TRANSLATE_NOOP("Take", "Printing was broken off. You can print again."),
}


@dataclass(frozen=True)
class TakeProps:
    """`code`: a data: URL, empty: there is no link here. `numbers`: the passcode in two groups.

    `works` and `paper`: [{text, tone, icon}] of one or none. `steps`: what to do with the code, in order.
    """

    heading: str = ""
    code: str = ""
    code_words: str = ""
    steps: tuple[str, ...] = ()
    numbers: str = ""
    numbers_spoken: str = ""
    works: tuple[dict[str, Any], ...] = ()
    until: str = ""
    paper: tuple[dict[str, Any], ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Take", text)


def qr_text(inputs: Inputs) -> str:
    """Return what the QR code holds; empty without a link."""
    link = inputs.state.health_link
    base = inputs.profile.take_away.link_url
    if link is None or not base:
        return ""
    expires = round(datetime.fromisoformat(link.expires_at).timestamp())
    label = inputs.profile.name  # no patient data: whoever sees the code can read it
    return health_link.for_phones(base, health_link.shlink(base, link.link, link.key, expires, label))


def grouped(passcode: str) -> str:
    """Return digits as they are easier to read and write down: "123 456"."""
    half = (len(passcode) + 1) // 2
    return f"{passcode[:half]} {passcode[half:]}".strip()


def date_words(moment: str, language: str) -> str:
    """Return the day of an RFC 3339 moment, in words of a language."""
    day = datetime.fromisoformat(moment)
    return QLocale(language).toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def until(link: HealthLink, language: str) -> str:
    """Return until when a link opens, in words."""
    day = date_words(link.expires_at, language)
    return tr(QT_TRANSLATE_NOOP("Take", "You can open it until %1.")).replace("%1", day)


def works(inputs: Inputs) -> dict[str, Any]:
    """Return when the link works: what is so, not what is hoped."""
    link = inputs.state.health_link
    assert link is not None  # asked before
    state = next((p.state for p in inputs.state.papers if p.id == link.document), "put")
    if link.ready:
        return note(tr(QT_TRANSLATE_NOOP("Take", "It works now.")), "good", "circle-check")
    if state == "failed":
        return note(
            tr(QT_TRANSLATE_NOOP("Take", "We could not save it yet. We keep trying.")), "caution", "hourglass"
        )
    if not inputs.state.hub_online:
        return note(
            tr(
                QT_TRANSLATE_NOOP(
                    "Take", "It does not work yet: we have no connection. It will, once we have one."
                )
            ),
            "caution",
            "wifi-off",
        )
    return note(tr(QT_TRANSLATE_NOOP("Take", "It will work in a few minutes.")), "primary", "hourglass")


def paper(printing: Printing | None) -> dict[str, Any] | None:
    """Return how it stands with the paper."""
    if printing is None:
        return None
    match printing.state:
        case "sending" | "printing":
            return note(tr(QT_TRANSLATE_NOOP("Take", "Your page is being printed.")), "primary", "printer")
        case "printed":
            return note(tr(QT_TRANSLATE_NOOP("Take", "Please take your paper.")), "good", "printer")
        case "waiting":
            ask = tr(QT_TRANSLATE_NOOP("Take", "Please get a person. It goes on by itself then."))
            return note(f"{trouble(printing.why)} {ask}", "caution", "printer")
    ask = tr(QT_TRANSLATE_NOOP("Take", "You can try again, or ask a person here to write it down."))
    return note(
        trouble(printing.why) + (f" {ask}" if printing.why != "interrupted" else ""), "danger", "printer"
    )


def trouble(why: str) -> str:
    """Return why nothing comes out of the printer."""
    return tr(TROUBLES.get(why, TROUBLES["refused"]))


def derive(inputs: Inputs) -> TakeProps:
    """Return the screen; nothing of it before the privacy check."""
    state = inputs.state
    if state.screen is not Screen.TAKE_AWAY or state.hidden:
        return TakeProps()
    link, said = state.health_link, paper(state.printing)
    return TakeProps(
        heading=tr(QT_TRANSLATE_NOOP("Take", "Take it home.")),
        code=picture(qr_text(inputs)),
        code_words=tr(QT_TRANSLATE_NOOP("Take", "A square code for a phone's camera.")),
        steps=_steps() if link else (),
        numbers=grouped(link.passcode) if link else "",
        numbers_spoken=" ".join(link.passcode) if link else "",
        works=(works(inputs),) if link else (),
        until=until(link, inputs.prefs.language) if link else "",
        paper=(said,) if said else (),
        buttons=_buttons(inputs),
    )


def _steps() -> tuple[str, ...]:
    return (
        tr(QT_TRANSLATE_NOOP("Take", "Point your phone's camera at the square.")),
        tr(QT_TRANSLATE_NOOP("Take", "When it asks, type these numbers. Write them down, and show nobody.")),
    )


def _buttons(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    state = inputs.state
    keep = button("what-we-keep", tr(QT_TRANSLATE_NOOP("Take", "What do you keep of me?")), "lock", "quiet")
    printing = state.printing
    if not inputs.profile.take_away.printer or (printing is not None and printing.under_way):
        return (keep,)
    once = printing is not None and printing.state == "printed"
    words = (
        QT_TRANSLATE_NOOP("Take", "Print it again")
        if once
        else QT_TRANSLATE_NOOP("Take", "Print it, in large letters")
    )
    made = [button("print", tr(words), "printer")]
    if state.health_link is not None:
        made.append(
            button("print-numbers", tr(QT_TRANSLATE_NOOP("Take", "Print it with my numbers")), "printer")
        )
    return (*made, keep)


TakeView = view_model(TakeProps)
