"""Sealed messages between the hub and a session, relayed unread by the station's core.

Outgoing ones are kept in plain in the database (which holds the visit anyway) and sealed to the
session's key each time they are sent, until the session says it has them. A visit that is over has no
session left: nothing is sent to it any more.
"""

from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import talk, wire
from contract.seal import PublicKey, Sealed, SealError, close_reply, key_id, unseal
from contract.talk import (
    LIVE_SCHEMA,
    AskAnswered,
    ChatLine,
    JoinAnswered,
    Live,
    PicturesAnswered,
    SendAway,
    SessionKey,
    TextDropped,
)
from hub.errors import FilingError
from hub.fleet.stations import KnownStation
from hub.keys import HubKeys
from hub.models import Chat, LiveMessage, Visit
from hub.rooms import guests
from hub.times import now, parse
from hub.visits import asks, record, texts

CHAT_LONGEST = 4000  # characters of a patient's line that are kept


def enqueue(session: Session, message: Live) -> None:
    """Keep a message for a visit's session until it has it; the same id again is the same message."""
    if session.scalar(select(LiveMessage.row).where(LiveMessage.id == message.id)) is None:
        session.add(
            LiveMessage(
                id=message.id,
                visit_id=message.visit,
                plain=talk.encode(message),
                created_at=now(),
            )
        )


def drop(session: Session, message: UUID) -> None:
    """Do not send a message any more that its session does not have yet."""
    row = session.scalar(select(LiveMessage).where(LiveMessage.id == message))
    if row is not None and row.acknowledged_at is None:
        row.acknowledged_at = now()


def waiting(session: Session, station: UUID, keys: HubKeys, visit: UUID | None = None) -> list[wire.LiveIn]:
    """Return what a station's sessions do not have yet, sealed, oldest first."""
    query = (
        select(LiveMessage, Visit.session_key)
        .join(Visit, Visit.id == LiveMessage.visit_id)
        .where(
            LiveMessage.acknowledged_at.is_(None),
            Visit.station_id == station,
            Visit.closed_how.is_(None),
            Visit.session_key.is_not(None),
        )
        .order_by(LiveMessage.row)
    )
    if visit is not None:
        query = query.where(Visit.id == visit)
    return [_sealed(row, key, station, keys) for row, key in session.execute(query) if key is not None]


def _sealed(row: LiveMessage, key: bytes, station: UUID, keys: HubKeys) -> wire.LiveIn:
    reply = close_reply(
        row.plain,
        station=station,
        to=PublicKey(key_id(key), key, 0, 0),
        schema=LIVE_SCHEMA,
        private=keys.signing,
    )
    return wire.LiveIn(id=row.id, visit=row.visit_id, reply=reply)


def acknowledged(session: Session, station: UUID, message: UUID) -> None:
    """The session has it."""
    row = session.scalar(
        select(LiveMessage)
        .join(Visit, Visit.id == LiveMessage.visit_id)
        .where(LiveMessage.id == message, Visit.station_id == station)
    )
    if row is not None and row.acknowledged_at is None:
        row.acknowledged_at = now()


def opened(station: KnownStation, visit: UUID, sealed: Sealed, keys: HubKeys) -> Live:
    """Open a session's message; FilingError when it is none."""
    if sealed.schema != LIVE_SCHEMA:
        raise FilingError("a live message of a schema not known here")
    private = keys.sealing_key(sealed.key_id)
    if private is None:
        raise FilingError("a live message sealed to a key that this hub does not have", "key")
    try:
        message = talk.decode(unseal(sealed, station=station.id, private=private))
    except SealError as error:
        raise FilingError(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FilingError("the sealed content is not a live message") from error
    if message.visit != visit:
        raise FilingError("a live message for another visit than it says")
    return message


def take(session: Session, station: KnownStation, message: Live) -> None:
    """Write a session's message down; FilingError when it is one that only the hub sends."""
    visit = message.visit
    row = record.visit_of(session, visit, station.id, None)
    match message:
        case SessionKey():
            record.bind_key(row, message.session_key)
            row.language = row.language or message.language
        case ChatLine():
            _chat(session, message)
        case TextDropped():
            texts.drop(session, row)
        case AskAnswered():
            asks.answered(session, message)
            drop(session, message.ask)  # who answers it has it
        case JoinAnswered() | SendAway() | PicturesAnswered():
            guests.word(session, message)
        case _:
            raise FilingError("a message that only the hub sends")


def _chat(session: Session, line: ChatLine) -> None:
    try:
        parse(line.at)
    except ValueError as error:
        raise FilingError("the message's time is not RFC 3339 with offset") from error
    if session.get(Chat, line.id) is None:
        text = line.text[:CHAT_LONGEST]
        session.add(
            Chat(id=line.id, visit_id=line.visit, at=line.at, sender="patient", text=text, line=line.line)
        )
