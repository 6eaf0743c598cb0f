"""Plain pages of text as PDF 1.4, for a signed report on paper. Latin letters only, others become "?".

A technician's report is lines of words and figures; for that no library is needed.
"""

from collections.abc import Iterator, Sequence
from typing import Final

WIDTH, HEIGHT = 595, 842  # A4 in points
MARGIN: Final = 56
LEADING: Final = 14
SIZE: Final = 10
LONGEST: Final = 92  # characters in a line
LINES: Final = (HEIGHT - 2 * MARGIN) // LEADING


def pdf(lines: Sequence[str], title: str) -> bytes:
    """Return pages of these lines, the first of them large."""
    broken = [part for line in lines for part in _broken(line)]
    pages = [broken[at : at + LINES] for at in range(0, len(broken), LINES)] or [[]]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = _content(page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    objects.append(b"<< /Title (%b) /Producer (Carepost) >>" % _escaped(title))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _content(lines: Sequence[str]) -> bytes:
    shown = b"\n".join(b"(%b) Tj T*" % _escaped(line) for line in lines)
    return b"BT /F1 %d Tf %d TL %d %d Td\n%b\nET" % (SIZE, LEADING, MARGIN, HEIGHT - MARGIN, shown)


def _escaped(text: str) -> bytes:
    plain = text.encode("cp1252", "replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _broken(line: str) -> Iterator[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    while len(line) > LONGEST:
        at = line.rfind(" ", len(indent) + 1, LONGEST)
        at = LONGEST if at <= len(indent) else at
        yield line[:at]
        line = indent + line[at:].lstrip()
    yield line
