"""The task that builds what links lead to: woken when a visit changes, it encrypts what is new and publishes.

A link's key is read from the sealed envelope it came in each time, and forgotten: the table that is published
from holds ciphertext. What did not change is not encrypted again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import msgspec
from joserfc import jwe
from joserfc.jwk import OctKey
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from contract.documents import TakeAway
from contract.health_link import FHIR
from contract.talk import LinkReady
from hub.calls import live
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import FilingError
from hub.fhir.everything import everything
from hub.fhir.terms import derived
from hub.intake.opening import document_of, envelope_of
from hub.keys import HubKeys
from hub.looking import Looking
from hub.models import HealthLink, Station, StoredEnvelope, Visit
from hub.takeaway import links, summary
from hub.times import now, rfc3339

log = logging.getLogger("carepost.hub")


@dataclass(frozen=True)
class Built:
    """What is to be published behind a link."""

    hash: bytes
    visit: UUID
    station: UUID
    jwe: str
    digest: bytes
    first: bool


class Publisher:
    """Runs until cancelled; `look` when something of a visit changed."""

    def __init__(self, switch: Switch, limits: Limits, changed: Callable[[UUID], None]) -> None:
        self._switch = switch
        self._db = switch.db
        self._changed = changed
        self._looking = Looking(self._round, "links wait", limits.retry_filing_s, limits.forget_links_s)

    def look(self, visit: UUID) -> None:
        """Something of this visit changed: it may have a link."""
        self._looking.look(visit)

    async def run(self) -> None:
        """Publish whenever woken; once in a while forget what has ended."""
        await self._looking.run()

    async def _round(self, visits: set[UUID] | None) -> None:
        await self._db.write(links.forget_expired)
        for link in await self._db.read(partial(due, visits=visits)):
            built = await self._db.read(partial(build, link=link, keys=self._switch.keys))
            if built is not None and await self._db.write(partial(publish, built=built)):
                await self._switch.flush(built.station, built.visit)
                self._changed(built.visit)


def due(session: Session, visits: set[UUID] | None) -> list[bytes]:
    """Return the links to look at: of these visits, or all that may lack something."""
    wanted: ColumnElement[bool] = HealthLink.shut == ""
    query = select(HealthLink.hash).join(Visit, Visit.id == HealthLink.visit_id)
    query = query.where(wanted, HealthLink.expires_at > now())
    if visits is None:
        return list(session.scalars(query.where(HealthLink.built_at.is_(None) | Visit.open)))
    return list(session.scalars(query.where(HealthLink.visit_id.in_(visits)))) if visits else []


def build(session: Session, link: bytes, keys: HubKeys) -> Built | None:
    """Return what is to be published, None when that is there already or cannot be made."""
    row = session.get(HealthLink, link)
    if row is None:
        return None
    visit = session.get_one(Visit, row.visit_id)
    station = session.get_one(Station, visit.station_id)
    resources = everything(session, str(visit.id))
    document = summary.bundle(visit.id, resources, rfc3339(now()), f"Visit at {station.name}")
    digest = summary.digest(document)
    told = _told(session, row.envelope_id, keys)
    if digest == row.digest or told is None:
        return None
    text = sealed(msgspec.json.encode(document), told.key)
    return Built(row.hash, visit.id, station.id, text, digest, row.built_at is None)


def _told(session: Session, envelope: UUID, keys: HubKeys) -> TakeAway | None:
    """Open the envelope a link came in."""
    stored = session.scalars(select(StoredEnvelope).where(StoredEnvelope.id == envelope)).one_or_none()
    if stored is None:
        return None
    try:
        document = document_of(envelope_of(stored.signed), keys)
    except FilingError as error:
        log.error("a link cannot be published: %s", error)
        return None
    return document if isinstance(document, TakeAway) else None


def sealed(content: bytes, key: bytes) -> str:
    """Return content as a compact JWE, as SMART Health Links want it."""
    header = {"alg": "dir", "enc": "A256GCM", "cty": FHIR}
    return jwe.encrypt_compact(header, content, OctKey.import_key(key))


def publish(session: Session, built: Built) -> bool:
    """Write it down; the station hears of the first. False: the link was shut meanwhile."""
    row = session.get_one(HealthLink, built.hash)
    if row.shut:
        return False
    row.jwe, row.digest, row.built_at = built.jwe, built.digest, now()
    if built.first:
        ready = LinkReady(id=derived(built.visit, "link-ready"), visit=built.visit, at=rfc3339(now()))
        live.enqueue(session, ready)
    return True
