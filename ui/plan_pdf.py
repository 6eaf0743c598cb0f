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
from ui.viewmodels import call
from ui.viewmodels.results import row

BODY_PT: Final = 18  # large print
MARGIN_MM: Final = 18
DPI: Final = 300


def tr(text: str) -> str:
    """Return a text of the page in the screen's language."""
    return QCoreApplication.translate("Paper", text)


def plan_pdf(inputs: Inputs, rows: tuple[Row, ...] = ()) -> bytes:
    """Return the PDF, in the language of the screen."""
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
    document.setHtml(page(inputs, rows))
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def page(inputs: Inputs, rows: tuple[Row, ...]) -> str:
    """Return the page as the HTML QTextDocument takes; everything from people is escaped."""
    plan = call.derive_plan(inputs)
    when = datetime.fromisoformat(inputs.state.plan.at) if inputs.state.plan else None
    parts = [
        f"<h1>{_safe(tr(QT_TRANSLATE_NOOP('Paper', 'Your plan')))}</h1>",
        f"<p>{_safe(inputs.profile.name)}<br>{_safe(inputs.profile.address)}<br>{_safe(inputs.profile.site_phone)}</p>",
        f"<p>{_safe(plan.provider)}{f', {when:%Y-%m-%d %H:%M}' if when else ''}</p>",
        f"<h2>{_safe(plan.disposition)}</h2>",
        f"<p>{_safe(plan.text)}</p>",
        _section(QT_TRANSLATE_NOOP("Paper", "Where to go"), (plan.referral,)),
        _section(QT_TRANSLATE_NOOP("Paper", "When to come back"), (plan.follow_up,)),
        _section(QT_TRANSLATE_NOOP("Paper", "Get help at once if"), plan.warning_signs),
        _section(
            QT_TRANSLATE_NOOP("Paper", "What we measured"),
            tuple(_line(each) for each in rows if each.values or each.off_scale),
        ),
        f"<p><b>{_safe(plan.emergency)}</b></p>",
    ]
    return "".join(parts)


def _section(title: str, lines: tuple[str, ...]) -> str:
    items = "".join(f"<li>{_safe(line)}</li>" for line in lines if line)
    return f"<h3>{_safe(tr(title))}</h3><ul>{items}</ul>" if items else ""


def _line(given: Row) -> str:
    words = row(given)
    count = f" ({given.readings})" if given.act is Act.BLOOD_PRESSURE and given.readings > 1 else ""
    value = f"{words['value']} {words['unit']}".strip()  # a meter's HI has no unit
    return f"{words['name']}: {value}{count}. {words['meaning']}"


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
