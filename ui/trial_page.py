"""A page that shows whether the printer prints whole pages, sharp and in both sizes of letters. In memory."""

import html
from datetime import datetime
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from contract.profile import Profile
from ui.mark import QT_TRANSLATE_NOOP

MARGIN_MM: Final = 12
DPI: Final = 300
TITLE: Final = "carepost test page"
LAST: Final = QT_TRANSLATE_NOOP("Technician", "This is the last line.")
FIRST: Final = QT_TRANSLATE_NOOP("Technician", "This is the first line.")
HEADING: Final = QT_TRANSLATE_NOOP("Technician", "Test page")


def tr(text: str) -> str:
    """Return a text of the page in the screen's language."""
    return QCoreApplication.translate("Technician", text)


def page_pdf(profile: Profile, now: datetime) -> bytes:
    """Return the PDF."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    american = profile.help.emergency_number == "911"
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*(MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    writer.setTitle(TITLE)
    document = QTextDocument()
    document.setDefaultFont(QFont("Atkinson Hyperlegible", 18))
    document.setHtml(page(profile, now))
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def page(profile: Profile, now: datetime) -> str:
    """Return the page as HTML: the first line and the last say that all of it is there."""
    lines = [
        f"<h1>{_safe(tr(HEADING))}</h1>",
        f"<p>{_safe(tr(FIRST))}</p>",
        f"<p>{_safe(profile.name)}<br>{_safe(profile.address)}<br>{now:%Y-%m-%d %H:%M}</p>",
        *(f"<p style='font-size:{size}pt'>ABC abc ÁÉÍ ñ 0123456789 ({size})</p>" for size in (8, 12, 18, 28)),
        f"<p>{_safe(tr(LAST))}</p>",
    ]
    return "".join(lines)


def _safe(text: str) -> str:
    return html.escape(text)
