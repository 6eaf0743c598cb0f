"""Cards and phones of people: which person comes again, and what of earlier visits the station is told.

A card or a phone alone says nothing: the birth date must go with it. A name and birth date without them bring
nothing back (the provider sees such visits as of the same name and birth date, not as the same person's).
"""

from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import cards
from contract.documents import Identified, Person
from contract.measurement import Grade, Measurement
from contract.talk import EarlierValue, IdentityClaimed
from hub.accounts import limits as tries
from hub.config import Limits
from hub.errors import conflict, not_found
from hub.fhir.params import fold
from hub.fhir.terms import derived
from hub.knowing import codes
from hub.models import KnownKey, Reading, Visit
from hub.times import now, parse

VISITS = 10  # earlier ones that are looked through
CARD, REVOKED = "card", "revoked"  # KnownKey.kind


def claim(session: Session, station: UUID, told: IdentityClaimed, limits: Limits) -> Visit | None:
    """Return the newest visit of who shows a card or phone and knows the birth date, None: nobody's.

    Raises ProblemError 429 after too many tries for this card or phone, or from this station.
    """
    key = cards.hash_of(told.card) if told.card else codes.proven(session, told.visit)
    if key is None:
        return None
    most = {
        f"claim:{key.hex()}": limits.claims_per_key,
        f"claim-station:{station}": limits.claims_per_station,
    }
    counted = tries.begin(session, most, limits)
    found = [visit for visit in _holders(session, key) if visit.birth_date == told.birth_date]
    if len(found) != 1:
        return None
    tries.take_back(session, counted)
    return found[0]


def _holders(session: Session, key: bytes) -> list[Visit]:
    """Return the newest visit of each person a card or phone belongs to."""
    people = session.scalars(select(KnownKey.person_id).where(KnownKey.hash == key, KnownKey.kind != REVOKED))
    found = [_newest(session, person) for person in people]
    return [visit for visit in found if visit is not None]


def _newest(session: Session, person: UUID) -> Visit | None:
    query = select(Visit).where(Visit.person_id == person)
    return max(session.scalars(query), key=lambda visit: parse(visit.started_at), default=None)


def person_of(visit: Visit) -> Person:
    """Return who that was."""
    return Person(given=visit.given, family=visit.family, birth_date=visit.birth_date)


def link(session: Session, row: Visit, told: Identified) -> None:
    """Note whose visit it is, by the card or phone shown, and what is to bring this person back next time."""
    phone = codes.proven(session, row.id)
    shown = [(kind, key) for kind, key in (("card", told.card), ("phone", phone)) if key]
    row.person_id, row.known_by = None, ""
    if told.person.anonymous:
        return
    for kind, key in shown:
        hashed = cards.hash_of(key) if isinstance(key, str) else key
        if person := _same(session, row, kind, hashed, told.person):
            row.person_id, row.known_by = person, kind
            break
    if row.person_id is None and told.person.birth_date and (phone or told.new_card):
        row.person_id = derived(row.id, "person")
    if row.person_id is None:
        return
    session.flush()
    card = cards.hash_of(told.new_card) if told.new_card else None
    for kind, gives in (("phone", phone), ("card", card)):
        if gives and session.get(KnownKey, (gives, row.person_id)) is None:
            session.add(KnownKey(hash=gives, person_id=row.person_id, kind=kind, made_at=now()))


def _same(session: Session, row: Visit, kind: str, key: bytes, person: Person) -> UUID | None:
    """Return the holder with this birth date, None: nobody's, or it can't be said whose.

    A phone may be several people's, so the name must fit as well; a card is one person's.
    """
    found = [v for v in _holders(session, key) if v.birth_date == person.birth_date and v.id != row.id]
    if kind == "phone":
        found = [v for v in found if _name(v.given, v.family) == _name(person.given, person.family)]
    return found[0].person_id if len(found) == 1 else None


def _name(given: str, family: str) -> tuple[str, ...]:
    return tuple(fold(f"{given} {family}").split())


def cards_of(session: Session, visit: Visit) -> list[KnownKey]:
    """Return the cards that bring back the person of a visit."""
    if visit.person_id is None:
        return []
    query = select(KnownKey).where(KnownKey.person_id == visit.person_id, KnownKey.kind == CARD)
    return list(session.scalars(query))


def revoke_cards(session: Session, visit: UUID) -> int:
    """Make every card of a visit's person useless (one was lost); how many. ProblemError without any."""
    row = session.get(Visit, visit)
    if row is None:
        raise not_found("visit")
    found = cards_of(session, row)
    if not found:
        raise conflict("no-card", "No card brings this patient back.")
    for key in found:
        key.kind = REVOKED
    return len(found)


def earlier(session: Session, person: UUID) -> tuple[EarlierValue, ...]:
    """Return the last reliable value of each kind of a person's visits; means go before single readings."""
    query = select(Visit).where(Visit.person_id == person)
    visits = sorted(session.scalars(query), key=lambda visit: parse(visit.started_at), reverse=True)
    found: dict[str, EarlierValue] = {}
    for visit in visits[:VISITS]:
        rows = session.scalars(select(Reading).where(Reading.visit_id == visit.id))
        made = [(msgspec.convert(row.body, Measurement), row.at) for row in rows]
        sure = [(m, at) for m, at in made if m.quality.grade is not Grade.NOT_RELIABLE]
        for measurement, at in sorted(
            sure, key=lambda each: (bool(each[0].derived_from), parse(each[1])), reverse=True
        ):
            for value in measurement.values:
                found.setdefault(
                    value.kind.value, EarlierValue(value.kind.value, value.value, value.unit, at)
                )
    return tuple(found[kind] for kind in sorted(found))
