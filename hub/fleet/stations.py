"""Stations in the database: made, enrolled, known by certificate, revoked; their signed profiles."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from contract import drivers, profile_checks
from contract.profile import Profile
from contract.profile_checks import unknown
from hub import audit
from hub.errors import ProblemError, invalid, not_found
from hub.fleet import sources
from hub.models import Meta, Station, StationKey
from hub.times import now

STATIONS_URL = "stations_url"
CONSOLE_URL = "console_url"
LOCAL = "https://localhost"  # in place of the hub's address, which no setting changes
_CLINICAL = ("clinical", "questions")
_OWN = ("version", "station", "name", "address", "site_phone")  # told by the row, never by overrides


@dataclass(frozen=True)
class KnownStation:
    """A station that may speak: enrolled and not revoked."""

    id: UUID
    name: str
    public: bytes


def fingerprint(der: bytes) -> bytes:
    """Return what the database knows a certificate by."""
    return hashlib.sha256(der).digest()


_KNOWN = select(Station.id, Station.name, Station.public, Station.revoked_at).where(
    or_(
        Station.certificate == bindparam("certificate"),
        Station.next_certificate == bindparam("certificate"),
    )
)


def by_certificate(session: Session, der: bytes) -> KnownStation | None:
    """Return the station with this very certificate unless it was revoked."""
    row = session.connection().execute(_KNOWN, {"certificate": fingerprint(der)}).one_or_none()
    if row is None or row.revoked_at is not None or row.public is None:
        return None
    return KnownStation(row.id, row.name, row.public)


def known(session: Session, station: UUID) -> KnownStation:
    """Return a station by its id, revoked or not; ProblemError when there is none that ever enrolled."""
    row = session.get(Station, station)
    if row is None or row.public is None:
        raise not_found("enrolled station")
    return KnownStation(row.id, row.name, row.public)


def add_key(session: Session, station: UUID, public: bytes) -> None:
    """Note a key that a station was certified with: what it signed with an earlier one still counts."""
    if session.get(StationKey, public) is None:
        session.add(StationKey(public=public, station_id=station, since=now()))


def by_key(session: Session, public: bytes) -> KnownStation | None:
    """Return the station that was ever certified with this key, with that key; revoked or not."""
    key = session.get(StationKey, public)
    if key is None:
        return None
    row = session.get_one(Station, key.station_id)
    return KnownStation(row.id, row.name, public)


def create(session: Session, name: str, address: str, phone: str, overrides: dict[str, Any]) -> Station:
    """Add a station that is not enrolled yet; ProblemError when its profile would not be one."""
    row = Station(id=uuid4(), name=name, address=address, phone=phone, overrides=overrides, created_at=now())
    # Not all of `problems`: the demo and the trials begin with times and ports that no site may have.
    first = profile(row, LOCAL)
    secret = (f"{place}: holds a secret" for place in profile_checks.secrets(first))
    if wrong := [*drivers.problems(first), *secret]:
        raise invalid("\n".join(wrong))
    session.add(row)
    _note_clinical(session, row.id, {}, overrides)
    return row


def find(session: Session, station: UUID) -> Station:
    """Return a station's row; ProblemError when there is none."""
    row = session.get(Station, station)
    if row is None:
        raise not_found("station")
    return row


def everywhere(session: Session) -> list[Station]:
    """Return all stations, oldest first."""
    return list(session.scalars(select(Station).order_by(Station.created_at)))


def state(row: Station) -> str:
    """Say in a word whether a station may speak."""
    return "revoked" if row.revoked_at else "enrolled" if row.enrolled_at else "not enrolled"


def clinical_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return what a medical director changed between two profiles' overrides, a line each, for the audit."""
    old, new = before.get("clinical") or {}, after.get("clinical") or {}
    found = [
        f"{name}: {old.get(name, 'as shipped')} -> {new.get(name, 'as shipped')}"
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    ]
    if before.get("questions") != after.get("questions"):
        told = str(after.get("questions") or "")
        digest = hashlib.sha256(told.encode()).hexdigest()[:16] if told else "as shipped"
        found.append(f"questions: {digest}")
    return found


def _note_clinical(
    session: Session, station: UUID, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    for line in clinical_changes(before, after):
        entry = audit.Entry("command-line", "profile-clinical", target=str(station), outcome=line)
        audit.note(session, entry)


def problems(profile: Profile) -> list[str]:
    """Return why a profile is not to be signed, a line each, its place first."""
    return [*profile_checks.problems(profile), *drivers.problems(profile)]


def change_profile(session: Session, station: UUID, overrides: dict[str, Any]) -> int:
    """Give a station other overrides; the profile's new version. ProblemError when they do not fit.

    What changes goes into the audit line by line: an allowed USB device is worth as much there as a number.
    """
    row = find(session, station)
    _note_clinical(session, station, row.overrides, overrides)
    after = with_settings(row, LOCAL, overrides)
    if wrong := problems(after):
        raise invalid("\n".join(wrong))
    for line in _other_changes(row, after):
        entry = audit.Entry("command-line", "profile-change", target=str(station), outcome=line)
        audit.note(session, entry)
    row.overrides = overrides
    row.profile_version += 1
    return row.profile_version


def _other_changes(row: Station, after: Profile) -> list[str]:
    """Return what else changes, a line each."""
    try:
        before = profile(row, LOCAL)
    except ProblemError:  # of an older version of this program
        return ["all of it: what was there can't be read any more"]
    found = [c for c in sources.changes(before, after) if c.place.partition(".")[0] not in _CLINICAL]
    return [str(change) for change in found]


def profile(row: Station, hub_url: str) -> Profile:
    """Return a station's configuration: its row, the overrides given, defaults for the rest."""
    return with_settings(row, hub_url, row.overrides)


def with_settings(row: Station, hub_url: str, settings: dict[str, Any]) -> Profile:
    """Return the profile that a station would have with other settings; ProblemError when they do not fit."""
    named = [name for name in _OWN if name in settings]
    if named:
        raise invalid(f"A profile's overrides may not name {', '.join(named)}.")
    strange = list(unknown(settings))
    if strange:
        raise invalid(f"A profile has no {', '.join(sorted(strange))}.")
    own = {
        "version": row.profile_version or 1,
        "station": row.id,
        "name": row.name,
        "address": row.address,
        "site_phone": row.phone,
    }
    try:
        return msgspec.convert({"hub_url": hub_url, **settings, **own}, Profile)
    except msgspec.ValidationError as error:
        raise invalid(f"The profile's overrides do not fit: {error}.") from error


def hub_url(session: Session) -> str:
    """Return the address of the stations' listener as the running hub noted it."""
    row = session.get(Meta, STATIONS_URL)
    return row.value if row is not None else "https://localhost:8443"


def console_url(session: Session) -> str:
    """Return the address of the console's listener as the running hub noted it; empty: it never ran."""
    row = session.get(Meta, CONSOLE_URL)
    return row.value if row is not None else ""
