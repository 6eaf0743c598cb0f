"""What a session tells the hub: sealed here, handed to core to keep or to pass on."""

from collections.abc import Callable
from typing import BinaryIO
from uuid import UUID, uuid4

from contract import documents, station, talk
from contract.documents import Captured
from contract.measurement import Instant
from contract.rtt import Update
from kiosk.visit.effects import SealDocument
from ui.attaching import Attaching, Attachings
from ui.believed import Believed


class Outgoing:
    """Sends through the link to core. `attachings`: the large things that are not saved yet."""

    def __init__(
        self,
        send: Callable[[station.FromSession], object],
        believed: Believed,
        instant: Callable[[], Instant],
    ) -> None:
        self._send, self._believed, self._instant = send, believed, instant
        self.attachings = Attachings(send, believed.seal, instant)

    def put(self, effect: SealDocument) -> None:
        """Have a document kept."""
        sealed = self._believed.seal(documents.encode(effect.document), documents.DOCUMENT_SCHEMA)
        self._send(station.Put(id=effect.id, lane=effect.lane, visit=effect.document.visit, sealed=sealed))

    def say(self, live: talk.Live, *, keep: bool = True) -> None:
        """Say something in the moment; `keep`: until it could be said."""
        sealed = self._believed.seal(talk.encode(live), talk.LIVE_SCHEMA)
        self._send(station.SendLive(visit=live.visit, sealed=sealed, keep=keep))

    def type(self, visit: UUID, update: Update) -> None:
        """Say what is being written this moment."""
        at = self._instant().wall
        self.say(talk.Typing(id=uuid4(), visit=visit, at=at, update=update), keep=False)

    def attach(
        self,
        source: BinaryIO,
        size: int,
        about: Captured,
        visit: UUID | None,
        told: Callable[[Attaching], None],
    ) -> Attaching:
        """Save a picture or a sound of a visit by the chunk; see `Attaching`. ValueError: no visit."""
        if visit is None:
            raise ValueError("an attachment belongs to a visit, and there is none")
        station_id = self._believed.context.profile.station
        return self.attachings.begin(source, size, about, visit, station_id, told)
