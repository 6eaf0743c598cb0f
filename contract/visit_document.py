"""What every document of a visit has."""

from uuid import UUID

import msgspec

from contract.measurement import Instant


class VisitDocument(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    """Common to all: which visit, and when it was said."""

    visit: UUID
    at: Instant
