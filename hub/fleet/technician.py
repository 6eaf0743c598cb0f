"""Technicians at stations' screens: the hub's yes to a challenge, and what they did there.

Each station has a secret of its own, derived from the hub's root key and the machine's public key, told it
over its mutual TLS connection; the hub keeps none of them. A yes is an operator's deed and is in the audit.
"""

import base64
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import commissioning
from contract import technician as t
from contract.seal import SealError, sign
from hub import audit
from hub.errors import FilingError, conflict, invalid
from hub.fleet import stations
from hub.keys import HubKeys
from hub.models import Station, StationOrder
from hub.times import now, parse

KINDS: Final = frozenset(
    {"technician-in", "technician-out", "technician-refused", "commissioned", "spare-vouched"}
)
COMMISSIONED: Final = "commissioned"
DETAIL: Final = 200
REPORT: Final = 1 << 18  # bytes of a signed report


class There(msgspec.Struct, frozen=True):
    """A technician before a station's screen: the number on it, and who it is."""

    challenge: str
    technician: str


class Yes(NamedTuple):
    """The answer to a challenge: a code for the phone, and signed for the station itself."""

    code: str
    entry: bytes


def secret(keys: HubKeys, station: Station) -> bytes:
    """Return a station's secret; ProblemError when no machine is enrolled in its place."""
    if station.public is None or station.enrolled_at is None:
        raise conflict("not-enrolled", "This station is not enrolled.")
    if station.revoked_at is not None:
        raise conflict("revoked", "This station is revoked.")
    return t.secret_of(keys.root.private_bytes_raw(), station.id, station.public)


def answer(session: Session, keys: HubKeys, station: UUID, there: There, by: str) -> Yes:
    """Let a technician in at a station. `by` as the audit names people."""
    name = " ".join(there.technician.split())
    if not 0 < len(name) <= t.LONGEST_NAME:
        raise invalid(f"Say who the technician is, in at most {t.LONGEST_NAME} characters.")
    try:
        asked = t.digits(there.challenge)
    except ValueError as error:
        raise invalid(f"The number on the station's screen: {error}.") from error
    row = stations.find(session, station)
    code = t.code_for(secret(keys, row), row.id, asked)
    told = t.Entry(station=row.id, challenge=asked, technician=name, by=by, issued=now())
    entry = msgspec.msgpack.encode(sign(msgspec.msgpack.encode(told), context=t.ENTRY, private=keys.signing))
    audit.note(session, audit.Entry(by, "technician-yes", "", str(row.id), f"{name}, {asked}"))
    return Yes(code, entry)


def noted(session: Session, station: UUID, message: t.TechnicianNoted) -> None:
    """Note what a technician did; a report is kept with what the station was told to do."""
    if message.kind not in KINDS or len(message.detail) > DETAIL or len(message.content) > REPORT:
        raise FilingError("what a technician did, of a kind not known here")
    try:
        parse(message.at)
    except ValueError as error:
        raise FilingError("a technician's time is not RFC 3339 with offset") from error
    actor = f"station:{station}"
    if message.kind == COMMISSIONED:
        _keep(session, station, message)
    audit.note(session, audit.Entry(actor, message.kind, "WS", message.at, message.detail))


def _keep(session: Session, station: UUID, message: t.TechnicianNoted) -> None:
    row = session.get_one(Station, station)
    try:
        report = commissioning.opened(message.content, row.public or b"")
    except (SealError, msgspec.DecodeError, ValueError) as error:
        raise FilingError("a commissioning report that this station did not sign") from error
    if report.station != str(station):
        raise FilingError("a commissioning report of another station")
    content = {"report": msgspec.to_builtins(report), "signed": base64.b64encode(message.content).decode()}
    session.add(
        StationOrder(
            id=uuid4(),
            station_id=station,
            kind=COMMISSIONED,
            text=report.technician,
            made_by=f"station:{station}",
            made_at=now(),
            done_at=now(),
            ok=report.passed,
            detail=message.detail,
            content=msgspec.json.encode(content),
        )
    )


def newest_report(session: Session, station: UUID) -> commissioning.Report | None:
    """Return the newest report a station sent."""
    query = select(StationOrder.content).where(
        StationOrder.station_id == station, StationOrder.kind == COMMISSIONED
    )
    content = session.scalar(query.order_by(StationOrder.made_at.desc()).limit(1))
    if content is None:
        return None
    return msgspec.convert(msgspec.json.decode(content)["report"], commissioning.Report)
