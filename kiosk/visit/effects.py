"""What a visit wants done. The machine only says it; the session does it.

Every effect may be repeated after a crash: ids are the same again, and putting, raising or asking
twice under one id is once.
"""

from uuid import UUID

import msgspec

from contract.documents import Document, Live
from contract.envelope import Lane
from contract.station import FromSession


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


class SetLanguage(msgspec.Struct, frozen=True):
    """Show and speak this language from now on."""

    language: str


class EndSession(msgspec.Struct, frozen=True):
    """The visit is over: the process exits 0 and the wipe follows.

    `how` as in VisitClosed; `saved` false: the closing document was not known to be durable.
    """

    how: str
    saved: bool = True


Effect = Tell | SealDocument | SealLive | SetLanguage | EndSession
