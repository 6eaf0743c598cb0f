"""The sealed asks and answers of a shift: relayed unread; the newest whole answer is kept while it lasts."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import staff, wire

MOST_PARTS: Final = 2000  # an answer of more is none
MOST_BYTES: Final = 64 << 20  # of one answer


class ShiftMessages:
    """In memory only, and dropped at sign-out."""

    def __init__(
        self, to_session: Callable[[staff.HubAnswer], object], to_hub: Callable[[wire.ToHub], bool]
    ) -> None:
        self._to_session, self._to_hub = to_session, to_hub
        self._asked: wire.ShiftOut | None = None  # the newest, until its answer is whole
        self._coming: dict[int, staff.HubAnswer] = {}
        self._whole: dict[int, staff.HubAnswer] = {}

    def ask(self, message: staff.AskHub, shift: UUID | None) -> None:
        """Pass an ask of the shift that is signed in on to the hub, now or when it is back."""
        if message.shift != shift:
            return
        self._asked = wire.ShiftOut(shift=message.shift, ask=message.ask, sealed=message.sealed)
        self._coming = {}
        self._to_hub(self._asked)

    def hub_is(self, online: bool) -> None:
        """Ask again what was not answered in full."""
        if online and self._asked is not None:
            self._to_hub(self._asked)

    def came(self, message: wire.ShiftIn, shift: UUID | None) -> None:
        """Pass on a part of the answer to the newest ask; others are of nobody here."""
        asked = self._asked
        if asked is None or message.shift != shift or message.ask != asked.ask:
            return
        if not 0 <= message.part < message.parts <= MOST_PARTS:
            return
        answer = staff.HubAnswer(
            shift=message.shift,
            ask=message.ask,
            part=message.part,
            parts=message.parts,
            reply=message.reply,
        )
        self._to_session(answer)
        if not message.keep:
            self._asked, self._coming = None, {}
            return
        if self._coming and next(iter(self._coming.values())).parts != message.parts:
            self._coming = {}
        self._coming[message.part] = answer
        if sum(len(each.reply) for each in self._coming.values()) > MOST_BYTES:
            self._asked, self._coming = None, {}
        elif len(self._coming) == message.parts:
            self._asked, self._whole, self._coming = None, self._coming, {}

    def session_came(self, shift: UUID | None) -> None:
        """Give a session that goes on the newest whole answer, and what came of the next."""
        for parts in (self._whole, self._coming):
            for answer in parts.values():
                if answer.shift == shift:
                    self._to_session(answer)

    def forget(self, shift: UUID) -> None:
        """Nobody is signed in any more: the list is dropped, and the hub told."""
        self._asked, self._coming, self._whole = None, {}, {}
        self._to_hub(wire.ShiftOver(shift=shift))
