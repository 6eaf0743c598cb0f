"""What a visit wants done. The machine only says it; the session does it.

Every effect may be repeated after a crash: ids are the same again, and putting, raising or asking
twice under one id is once.
"""

from uuid import UUID

import msgspec

from contract.documents import Captured, Document
from contract.envelope import Lane
from contract.station import FromSession
from contract.talk import Live


class Tell(msgspec.Struct, frozen=True):
    """Send this to core."""

    message: FromSession


class SealDocument(msgspec.Struct, frozen=True):
    """Seal for the hub (schema carepost.document/1) and send core a Put with this id and lane."""

    id: UUID
    lane: Lane
    document: Document


class SealLive(msgspec.Struct, frozen=True):
    """Seal for the hub (schema carepost.live/1) and send core a SendLive."""

    live: Live


class KeepTaken(msgspec.Struct, frozen=True):
    """Seal what was taken (`contract.capture.Taken`) by the chunk; `TakenStored` says how it went.

    A session that no longer has it (it died in between) says "lost".
    """

    id: UUID
    about: Captured


class DropTaken(msgspec.Struct, frozen=True):
    """Forget what was taken: it was not wanted."""

    id: UUID


class PrintPage(msgspec.Struct, frozen=True):
    """Print the page to take home; `PaperTold` says under this id how it goes."""

    id: UUID
    numbers: bool


class CancelPrint(msgspec.Struct, frozen=True):
    """Have nothing more printed: neither of this id nor, after a crash, of the session before."""

    id: UUID


class SetLanguage(msgspec.Struct, frozen=True):
    """Show and speak this language from now on."""

    language: str


class EndSession(msgspec.Struct, frozen=True):
    """The visit is over: the process exits 0 and the wipe follows.

    `how` as in VisitClosed; `saved` false: the closing document was not known to be durable.
    """

    how: str
    saved: bool = True


Effect = (
    Tell
    | SealDocument
    | SealLive
    | KeepTaken
    | DropTaken
    | SetLanguage
    | EndSession
    | PrintPage
    | CancelPrint
)
