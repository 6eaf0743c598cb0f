"""Real-time text between a session and the browsers that watch its visit: passed on, never written down.

Whoever watches a visit may write to it (the route's rule says who may watch); each sees the others' letters
but not their own. An update that finds nobody is lost: the next one, or the next whole line, makes up for it.
"""

from typing import Literal
from uuid import UUID, uuid4

import msgspec
from sqlalchemy.orm import Session

from contract import talk, wire
from contract.rtt import MOST, Update
from contract.seal import PublicKey, close_reply, key_id
from contract.talk import LIVE_SCHEMA, Typing
from hub.accounts.logins import User
from hub.calls.links import ConsoleLink
from hub.calls.switch import Switch
from hub.errors import FilingError
from hub.models import Visit
from hub.times import now, rfc3339


class Letters(msgspec.Struct, tag_field="type", tag="typing", frozen=True):
    """A browser's update, for the patient and for the others in the call."""

    visit: UUID
    kind: Literal["chat", "caption"]
    update: Update


def shown(typing: Typing, writer: str, sender: str) -> str:
    """Return an update as the browsers get it."""
    told = {
        "type": "typing",
        "visit": typing.visit,
        "writer": writer,
        "sender": sender,
        "kind": typing.kind,
        "update": typing.update,
    }
    return msgspec.json.encode(told).decode()


async def from_station(switch: Switch, station: UUID, typing: Typing) -> None:
    """Pass the patient's letters on; FilingError when the visit is not of this station."""

    def theirs(session: Session) -> bool:
        row = session.get(Visit, typing.visit)
        return row is not None and row.station_id == station

    if not await switch.db.read(theirs):
        raise FilingError("real-time text for a visit that is not this station's")
    message = shown(typing, "patient", "patient")
    for link in list(switch.links.consoles):
        if typing.visit in link.watched:
            link.send(message)


async def from_console(switch: Switch, link: ConsoleLink, letters: Letters) -> None:
    """Pass letters on to the station and the other browsers; of a visit that is not watched, to nobody."""
    if letters.visit in link.watched:
        await pass_on(switch, link.user, letters)


async def pass_on(switch: Switch, user: User, letters: Letters) -> None:
    """Pass letters of who may write to the visit on to the station and the others; if too long, to nobody."""
    if len(letters.update.insert) > MOST:
        return
    typing = Typing(
        id=uuid4(),
        visit=letters.visit,
        at=rfc3339(now()),
        update=letters.update,
        writer=str(user.id),
        sender=user.display,
        kind=letters.kind,
    )

    def sealed(session: Session) -> tuple[UUID, bytes] | None:
        row = session.get(Visit, letters.visit)
        if row is None or row.closed_how is not None or row.session_key is None:
            return None
        to = PublicKey(key_id(row.session_key), row.session_key, 0, 0)
        plain, private = talk.encode(typing), switch.keys.signing
        reply = close_reply(plain, station=row.station_id, to=to, schema=LIVE_SCHEMA, private=private)
        return row.station_id, reply

    made = await switch.db.read(sealed)
    if made is None:
        return
    station, reply = made
    switch.links.tell(station, wire.LiveIn(id=typing.id, visit=typing.visit, reply=reply, keep=False))
    message = shown(typing, typing.writer, typing.sender)
    for other in list(switch.links.consoles):
        if typing.visit in other.watched and other.user.id != user.id:
            other.send(message)
