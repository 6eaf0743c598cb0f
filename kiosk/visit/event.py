"""What every event of a visit or a round has."""

import msgspec

from contract.measurement import Instant


class VisitEvent(msgspec.Struct, frozen=True, tag_field="event", kw_only=True):
    """Common to all: when it happened."""

    at: Instant
