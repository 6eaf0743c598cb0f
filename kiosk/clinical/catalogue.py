"""Translations of clinical words: one file a language, `words/XX.json`, by the English text. Pure.

    {"language": "es", "reviewed_by": null,
     "words": {"Do you cough?": "¿Tiene tos?",
               "Sit down.": {"text": "Siéntese.", "reviewed_by": "A. Ruiz, MD, 2026-11-30"}}}

`reviewed_by` of the file is for all words in it that name nobody of their own. A translation that stands in
the questionnaire's own file (FHIR's translation extension) goes before.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from kiosk.clinical.questions import Words

T = TypeVar("T")


class CatalogueError(ValueError):
    """A file of translations is wrong; the message says where and what."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text with a reviewer of its own."""

    text: str
    reviewed_by: str | None = None


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words by the English."""

    language: str
    words: dict[str, str | Entry]
    reviewed_by: str | None = None

    def find(self, english: str) -> Entry | None:
        """Return a text with who reviewed it, None when there is none."""
        found = self.words.get(english)
        if found is None:
            return None
        return Entry(found, self.reviewed_by) if isinstance(found, str) else found


def parse_catalogue(name: str, data: bytes) -> Catalogue:
    """Read one file. Raises CatalogueError."""
    try:
        found = msgspec.json.decode(data, type=Catalogue)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{name}: not readable: {error}") from None
    if name != f"{found.language}.json":
        raise CatalogueError(f"{name}: its language is {found.language!r}")
    for english in found.words:
        entry = found.find(english)
        if entry is None or not entry.text.strip():
            raise CatalogueError(f"{name}: {english!r} has no words")
    return found


def translated(thing: T, catalogues: Mapping[str, Catalogue]) -> T:
    """Return a structure with every text of it in every language there is."""
    if isinstance(thing, Words):
        return _translated(thing, catalogues)  # type: ignore[return-value]  # Words is T here
    if isinstance(thing, tuple):
        return tuple(translated(part, catalogues) for part in thing)  # type: ignore[return-value]
    if isinstance(thing, msgspec.Struct):
        parts = {name: translated(getattr(thing, name), catalogues) for name in thing.__struct_fields__}
        return type(thing)(**parts)
    return thing


def _translated(words: Words, catalogues: Mapping[str, Catalogue]) -> Words:
    texts, reviewed = dict(words.by_language), dict(words.reviewed_by)
    for language, catalogue in catalogues.items():
        entry = catalogue.find(words.words("en"))
        if entry is not None and language not in texts:
            texts[language] = entry.text
            if entry.reviewed_by:
                reviewed[language] = entry.reviewed_by
    return Words(texts, reviewed)


def texts(thing: Any) -> Iterator[Words]:
    """Return every text of a structure."""
    if isinstance(thing, Words):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from texts(getattr(thing, name))
