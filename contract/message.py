"""What every message between two of our processes has: a tag in field "type"."""

import msgspec


class Message(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    """Common to all."""
