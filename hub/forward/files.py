"""Attachments' bytes on their way to another record: each one POSTed to Binary as it is, a chunk in memory.

R4 gives a Binary neither an identifier nor a search: an answer that gets lost leaves one there that nothing
names, and the next try makes another. Nothing that is named is there twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from hub.fhir.terms import Json
from hub.models import Blob

KINDS: Final = frozenset({"DocumentReference", "Media"})
_BINARY: Final = "Binary/"


class File(NamedTuple):
    """A file that may be sent on."""

    id: UUID
    media_type: str
    size: int

    @property
    def name(self) -> str:
        """Its "Type/id"."""
        return f"{_BINARY}{self.id}"


def attachments(resource: Json) -> Iterator[Json]:
    """Yield a resource's attachments."""
    content = resource.get("content") if resource["resourceType"] in KINDS else None
    for part in content if isinstance(content, list) else [content]:
        if isinstance(part, dict):
            yield part.get("attachment", part)


def names(resources: Iterable[Json]) -> list[str]:
    """Return the Binaries that resources have their bytes in, each once."""
    found = [attachment.get("url", "") for one in resources for attachment in attachments(one)]
    return list(dict.fromkeys(url for url in found if url.startswith(_BINARY)))


def naming(resources: Iterable[Json], name: str) -> list[str]:
    """Return the resources whose bytes are in a Binary."""
    return [f"{one['resourceType']}/{one['id']}" for one in resources if name in names([one])]


def addressed(node: Json, known: Mapping[str, str]) -> Json:
    """Return an attachment with the address its bytes have there; without one where they are not there."""
    attachment = {name: value for name, value in node.items() if name != "url"}
    place = known.get(node.get("url", ""))
    return attachment | ({"url": place} if place else {})


def file_of(session: Session, name: str) -> File | None:
    """Return a file that may be sent on; None for one whose traces could not be removed."""
    row = session.get(Blob, UUID(name.removeprefix(_BINARY)))
    if row is None or row.state != "ready" or row.traces == "unreadable":
        return None
    return File(row.id, row.media_type, row.shown_size)
