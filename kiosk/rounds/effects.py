"""What only the session can do in a round: it alone holds the PIN and the list."""

from uuid import UUID

import msgspec

from kiosk.visit import effects as visit


class TryPin(msgspec.Struct, frozen=True):
    """Have core judge badge and PIN."""

    shift: UUID
    badge: str

    def __repr__(self) -> str:
        """Say nothing of the token."""
        return "TryPin()"


class AskList(msgspec.Struct, frozen=True):
    """Ask the hub for the residents, under this id; with badge and PIN where the session still has it."""

    ask: UUID


class ForgetList(msgspec.Struct, frozen=True):
    """Forget list, badge and PIN."""


Effect = visit.Effect | TryPin | AskList | ForgetList
