"""Column types that mean the same on SQLite and on PostgreSQL; models and migrations both use them."""

import re
from typing import Any, Final

import msgspec
from sqlalchemy import BigInteger, Dialect, Integer, String
from sqlalchemy.types import TypeDecorator

NUL: Final = "\x00"
IN_ITS_PLACE: Final = "\ufffd"  # Unicode's replacement character: one sees that something stood there
_ESCAPED_NUL: Final = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")

# 64 bits on both; SQLite numbers rows by itself only in a column that says INTEGER
WHOLE: Final = BigInteger().with_variant(Integer(), "sqlite")
# Compared and ordered by code point on both, whatever language a PostgreSQL database was made for
TEXT: Final = String().with_variant(String(collation="C"), "postgresql")


def clean(text: str) -> str:
    """Return a text with U+FFFD in the place of each NUL, which PostgreSQL's text cannot hold."""
    return text.replace(NUL, IN_ITS_PLACE) if NUL in text else text


class Text(TypeDecorator[str]):
    """Text without NUL (`clean`): what is stored, and what is searched for."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Clean what goes to the database."""
        return None if value is None else clean(value)


def to_json(content: Any) -> str:
    """Return JSON as it is stored: NUL replaced in its texts as in every other one."""
    encoded = msgspec.json.encode(content)
    if b"\\u0000" in encoded:
        encoded = _ESCAPED_NUL.sub(rb"\1" + IN_ITS_PLACE.encode(), encoded)
    return encoded.decode()
