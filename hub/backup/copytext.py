"""PostgreSQL's COPY text, as `pg_restore --file=-` writes it: tables and their rows, nothing else."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_HEAD: Final = re.compile(rb'^COPY public\."?(\w+)"? \((.*)\) FROM stdin;\n$')
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_MEANS: Final = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}

Row = dict[str, str | None]


def tables(lines: Iterable[bytes]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield each table with its rows; what is left of a table's rows is passed over."""
    source = iter(lines)
    for line in source:
        head = _HEAD.match(line)
        if head is not None:
            names = [name.strip(' "') for name in head[2].decode().split(",")]
            rows = _rows(source, names)
            yield head[1].decode(), rows
            for _ in rows:
                pass


def _rows(source: Iterator[bytes], names: list[str]) -> Iterator[Row]:
    for line in source:
        if line == b"\\.\n":
            return
        yield dict(zip(names, map(_field, line.rstrip(b"\n").split(b"\t")), strict=True))
    raise ValueError("the dump ends within a table")


def _field(raw: bytes) -> str | None:
    if raw == b"\\N":
        return None
    return _ESCAPED.sub(lambda found: _MEANS.get(found[1], found[1]), raw).decode()


def octets(text: str) -> bytes:
    """Read a bytea ("\\x…"); ValueError when it is none."""
    if not text.startswith("\\x"):
        raise ValueError("not a bytea in hexadecimal")
    return bytes.fromhex(text[2:])
