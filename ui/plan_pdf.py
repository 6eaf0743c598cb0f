"""The page to take home: the plan and the readings in large print, as a PDF in memory. Nothing is written."""

import html
from datetime import datetime
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from contract.measurement import Act
from kiosk.visit.summary import Row
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.qr import picture
from ui.viewmodels import pages_keeping, plan, taking
from ui.viewmodels.results import row

BODY_PT: Final = 18  # large print
MARGIN_MM: Final = 18
DPI: Final = 300
CODE_PT: Final = 190  # side of the QR code: 67 mm, a millimetre and more a module


def tr(text: str) -> str:
    """Return a text of the page in the screen's language."""
    return QCoreApplication.translate("Paper", text)


def plan_pdf(inputs: Inputs, rows: tuple[Row, ...] = (), *, numbers: bool = False) -> bytes:
    """Return the PDF, in the language of the screen. `numbers`: with the link's passcode on it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = (
        QPageSize.PageSizeId.Letter
        if inputs.profile.help.emergency_number == "911"
        else QPageSize.PageSizeId.A4
    )
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF(*(MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    writer.setTitle(tr(QT_TRANSLATE_NOOP("Paper", "Your plan")))
    document = QTextDocument()
    document.setDefaultFont(QFont("Atkinson Hyperlegible", BODY_PT))
    document.setHtml(page(inputs, rows, numbers=numbers))
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def page(inputs: Inputs, rows: tuple[Row, ...], *, numbers: bool = False) -> str:
    """Return the page as the HTML QTextDocument takes; everything from people is escaped."""
    state = inputs.state
    title = (
        QT_TRANSLATE_NOOP("Paper", "Your plan") if state.plan else QT_TRANSLATE_NOOP("Paper", "Your visit")
    )
    site = (inputs.profile.name, inputs.profile.address, inputs.profile.site_phone)
    parts = [
        f"<h1>{_safe(tr(title))}</h1>",
        f"<p>{'<br>'.join(_safe(line) for line in site)}</p>",
        *(_plan(inputs) if state.plan else _no_plan(inputs)),
        _section(
            QT_TRANSLATE_NOOP("Paper", "What we measured"),
            tuple(_line(each, inputs.prefs.language) for each in rows if each.values or each.off_scale),
        ),
        f"<p><b>{_safe(plan.if_worse(inputs))}</b></p>",
        _link(inputs, numbers=numbers),
        _section(QT_TRANSLATE_NOOP("Paper", "What we keep, and whom to ask"), _kept(inputs)),
    ]
    return "".join(parts)


def _plan(inputs: Inputs) -> tuple[str, ...]:
    told = plan.derive(inputs)
    when = datetime.fromisoformat(inputs.state.plan.at) if inputs.state.plan else None
    return (
        f"<p>{_safe(told.provider)}{f', {when:%Y-%m-%d %H:%M}' if when else ''}</p>",
        f"<h2>{_safe(told.disposition)}</h2>",
        f"<p>{_safe(told.disposition_beside)}</p>" if told.disposition_beside else "",
        f"<p>{_safe(told.text)}</p>",
        _section(QT_TRANSLATE_NOOP("Paper", "Medicines you asked for"), tuple(map(_refill, told.refills))),
        _section(QT_TRANSLATE_NOOP("Paper", "Your medicines"), tuple(map(_medicine, told.medicines))),
        _section(QT_TRANSLATE_NOOP("Paper", "Where to go"), ("\n".join(told.referral),)),
        _section(QT_TRANSLATE_NOOP("Paper", "When to come back"), (told.follow_up,)),
        _section(QT_TRANSLATE_NOOP("Paper", "Get help at once if"), told.warning_signs),
    )


def _no_plan(inputs: Inputs) -> tuple[str, ...]:
    """Say how it stands where no provider has written a plan (yet)."""
    lines = [
        tr(QT_TRANSLATE_NOOP("Paper", "A provider has seen your answers. The plan is not written yet."))
        if inputs.state.seen
        else tr(QT_TRANSLATE_NOOP("Paper", "Nobody has seen your answers yet."))
    ]
    if inputs.state.phone:
        lines.append(tr(QT_TRANSLATE_NOOP("Paper", "A provider will call you back at the number you gave.")))
    return (
        f"<p>{'<br>'.join(map(_safe, lines))}</p>",
        _section(QT_TRANSLATE_NOOP("Paper", "Where to go"), inputs.profile.help.in_person_places),
    )


def _refill(one: dict[str, str]) -> str:
    return "\n".join(part for part in (one["text"], one["beside"], one["why"]) if part)


def _medicine(one: dict[str, str]) -> str:
    return "\n".join(part for part in (one["name"], one["how"], one["beside"], one["note"]) if part)


def _link(inputs: Inputs, *, numbers: bool) -> str:
    """Return the square to scan, until when it opens, and the passcode only where it was asked for."""
    link, code = inputs.state.health_link, taking.qr_text(inputs)
    if link is None or not code:
        return ""
    title = tr(QT_TRANSLATE_NOOP("Paper", "Read it on a phone"))
    scan = tr(
        QT_TRANSLATE_NOOP("Paper", "Point the phone's camera at this square, then type your 6 numbers.")
    )
    own = (
        tr(QT_TRANSLATE_NOOP("Paper", "Your 6 numbers: %1")).replace("%1", taking.grouped(link.passcode))
        if numbers
        else tr(
            QT_TRANSLATE_NOOP("Paper", "Your 6 numbers are not on this paper. You saw them on the screen.")
        )
    )
    image = f'<img src="{picture(code)}" width="{CODE_PT}" height="{CODE_PT}">'
    words = "<br>".join(map(_safe, (scan, own, taking.until(link, inputs.prefs.language))))
    return f"<h3>{_safe(title)}</h3><p>{image}</p><p>{words}</p>"


def _kept(inputs: Inputs) -> tuple[str, ...]:
    return (", ".join(pages_keeping.what(inputs.state)), *pages_keeping.asking(inputs))


def _section(title: str, lines: tuple[str, ...]) -> str:
    items = "".join(f"<li>{_safe(line)}</li>" for line in lines if line)
    return f"<h3>{_safe(tr(title))}</h3><ul>{items}</ul>" if items else ""


def _line(given: Row, language: str) -> str:
    words = row(given, language)
    count = f" ({given.readings})" if given.act is Act.BLOOD_PRESSURE and given.readings > 1 else ""
    value = f"{words['value']} {words['unit']}".strip()  # a meter's HI has no unit
    english = f" ({words['beside']})" if words["beside"] else ""
    return f"{words['name']}: {value}{count}. {words['meaning']}{english}"


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
