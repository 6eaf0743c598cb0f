"""Sealed messages between a session and the hub, relayed unread and kept until the other side has them."""

from collections import deque
from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import station, wire

WAITING: Final = 500  # messages of a session kept while the hub is away


class LiveMessages:
    """Both directions; nothing outlives the visit."""

    def __init__(
        self, to_session: Callable[[station.ToSession], None], to_hub: Callable[[wire.ToHub], bool]
    ) -> None:
        self._to_session = to_session
        self._to_hub = to_hub
        self._out: deque[wire.LiveOut] = deque(maxlen=WAITING)
        self._in: dict[UUID, wire.LiveIn] = {}

    def send(self, message: station.SendLive) -> None:
        """Send to the hub, or keep until it is back what is not of this moment only."""
        out = wire.LiveOut(visit=message.visit, sealed=message.sealed)
        if not self._to_hub(out) and message.keep:
            self._out.append(out)

    def came(self, message: wire.LiveIn, visit: UUID | None) -> None:
        """Pass on what the hub sent for this visit; what is for nobody here stays with the hub."""
        if message.visit == visit and message.id not in self._in:
            if message.keep:
                self._in[message.id] = message
            self._to_session(station.LiveMessage(id=message.id, reply=message.reply))

    def acknowledged(self, message_id: UUID) -> None:
        """The session has it."""
        self._in.pop(message_id, None)
        self._to_hub(wire.LiveAck(id=message_id))

    def session_came(self, visit: UUID) -> None:
        """Give a session that goes on what the one before did not acknowledge."""
        for message in self._in.values():
            if message.visit == visit:
                self._to_session(station.LiveMessage(id=message.id, reply=message.reply))

    def hub_is(self, online: bool) -> None:
        """Send what waited."""
        while online and self._out and self._to_hub(self._out[0]):
            self._out.popleft()

    def forget(self) -> None:
        """The visit is over."""
        self._out.clear()
        self._in.clear()
