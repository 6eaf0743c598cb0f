"""Enrolment: a one-time code makes a key pair somewhere into a station here, once an operator has looked.

The code is 16 random bytes, kept as a hash, good once and for 15 minutes (14 days when only a machine of
one serial number may use it). The first machine that shows it has it, and waits; its key's fingerprint is
compared by an operator with what its screen shows. Asked again by the same key, the same certificate is
given: an answer that got lost costs no new code.
"""

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract import enrolment
from contract.wire import EnrolAnswer, EnrolRequest
from hub.config import Limits
from hub.errors import ProblemError, invalid, not_found
from hub.fleet import stations
from hub.fleet.ca import StationCa, requested
from hub.fleet.stations import KnownStation
from hub.keys import HubKeys
from hub.models import EnrolCode, Station
from hub.times import now, rfc3339


def _hash(code: str) -> bytes:
    """Hash the secret part; one wrong letter elsewhere is the station's to notice."""
    parts = code.strip().split("-")
    if len(parts) != 3 or parts[0] != "CP1":
        raise ProblemError(403, "bad-code", "This code is not valid. Ask for a new one.")
    return sha256(b"carepost/enrol\0" + parts[1].upper().encode()).digest()


def new_code(
    session: Session, station: UUID, ca_der: bytes, life_s: int, *, serial: str = "", attended: bool = True
) -> str:
    """Make a station's one-time code; it can be shown now and never again.

    `attended` false: whoever has the code is certified at once, without anybody comparing a fingerprint.
    """
    secret = enrolment.new_secret(secrets.token_bytes(enrolment.SECRET_BYTES))
    code = str(enrolment.Code(secret, enrolment.pin(ca_der)))
    row = EnrolCode(hash=_hash(code), station_id=station, expires_at=now() + life_s)
    row.serial, row.attended = enrolment.serial_of(serial), attended
    session.add(row)
    return code


class Waiting(NamedTuple):
    """A machine that waits for an operator's yes."""

    fingerprint: str
    station: UUID
    name: str
    address: str
    machine: str
    network: str
    asked_at: str
    enrolled_before: bool  # its name is another machine's now: a swap


def revoke(session: Session, station: UUID) -> None:
    """Refuse a station from now on; its codes are good no more, for a code would let a machine in again."""
    stations.find(session, station).revoked_at = now()
    session.execute(
        update(EnrolCode)
        .where(EnrolCode.station_id == station, EnrolCode.certificate.is_(None))
        .values(expires_at=0.0, refused=True)
    )


def _undecided(session: Session, wait_s: int) -> list[EnrolCode]:
    query = select(EnrolCode).where(
        EnrolCode.used_at > now() - wait_s,
        EnrolCode.public.is_not(None),
        EnrolCode.decided_at.is_(None),
        EnrolCode.attended,
        EnrolCode.refused.is_(False),
    )
    return list(session.scalars(query.order_by(EnrolCode.used_at)))


def waiting(session: Session, wait_s: int) -> list[Waiting]:
    """Return the machines that wait, the one that asked first at the top."""
    found = []
    for row in _undecided(session, wait_s):
        station = session.get_one(Station, row.station_id)
        found.append(
            Waiting(
                enrolment.fingerprint(row.public or b""),
                station.id,
                station.name,
                station.address,
                row.machine,
                row.network,
                rfc3339(row.used_at or 0.0),
                station.enrolled_at is not None,
            )
        )
    return found


def decide(session: Session, fingerprint: str, by: str, *, refused: bool, wait_s: int) -> str:
    """Let a waiting machine in, or turn it away, by its fingerprint; the station's name."""
    wanted = "".join(fingerprint.split()).lower()
    for row in _undecided(session, wait_s):
        if enrolment.fingerprint(row.public or b"").replace(" ", "") == wanted:
            row.decided_at, row.decided_by, row.refused = now(), by, refused
            return session.get_one(Station, row.station_id).name
    raise not_found("machine with this fingerprint that waits")


@dataclass(frozen=True)
class Enrolment:
    """What answering a code takes."""

    ca: StationCa
    keys: HubKeys
    limits: Limits

    def answer(self, session: Session, request: EnrolRequest, network: str = "") -> EnrolAnswer | None:
        """Use the code up, in one transaction; None while an operator has yet to look.

        Raises ProblemError when code or request are not good, or the operator said no.
        """
        public = requested(request.csr).public_bytes_raw()
        row = self._used(session, request, public, network)
        if row.refused:
            raise ProblemError(403, "refused", "The hub's operator has turned this machine away.")
        if row.attended and row.decided_at is None:
            return None
        station = stations.find(session, row.station_id)
        if row.certificate is None:
            row.certificate = self._certify(session, station, request.csr, public)
        root = self.keys.root.public_key().public_bytes_raw()
        return EnrolAnswer(
            station=station.id,
            certificate=row.certificate,
            ca=self.ca.pem,
            root=root,
            keys=self.keys.signed_key_set(),
            profile=self.keys.signed_profile(stations.profile(station, stations.hub_url(session))),
            root_signature=self.ca.sign_root(root),
        )

    def decided(self, session: Session, code: str) -> bool:
        """Say whether asking again would bring another answer by now."""
        row = session.get(EnrolCode, _hash(code))
        return row is None or not row.attended or row.decided_at is not None

    def _used(self, session: Session, request: EnrolRequest, public: bytes, network: str) -> EnrolCode:
        """Return the code's row, used by this machine now or before."""
        moment, serial, code = now(), enrolment.serial_of(request.serial), _hash(request.code)
        session.execute(
            update(EnrolCode)
            .where(
                EnrolCode.hash == code,
                EnrolCode.used_at.is_(None),
                EnrolCode.expires_at > moment,
                EnrolCode.serial.in_(("", serial)),
            )
            .values(used_at=moment, public=public, machine=serial, network=network)
        )
        row = session.get(EnrolCode, code, populate_existing=True)
        if row is not None and row.used_at is not None and row.public == public:
            if row.used_at > moment - self.limits.enrol_wait_s:
                return row
            raise ProblemError(403, "bad-code", "Nobody at the hub said yes in time. Ask for a new code.")
        if row is not None and row.used_at is None and row.expires_at > moment:
            raise ProblemError(
                403, "other-machine", f"This code is for the machine with the serial number {row.serial}."
            )
        raise ProblemError(403, "bad-code", "This code was used, has run out, or is wrong.")

    def _certify(self, session: Session, station: Station, csr: bytes, public: bytes) -> bytes:
        """Make the machine the station: one that was it before is not, from now on."""
        certificate = self.ca.issue_station(csr, station.id, self.limits.certificate_days)
        station.certificate = stations.fingerprint(certificate.public_bytes(Encoding.DER))
        station.next_certificate, station.public = None, public
        stations.add_key(session, station.id, public)
        station.enrolled_at, station.revoked_at = now(), None
        return certificate.public_bytes(Encoding.PEM)

    def renew(self, session: Session, station: KnownStation, der: bytes, csr: bytes) -> bytes:
        """Return a new certificate (PEM) for a station's same key. `der`: the one it asks with."""
        if requested(csr).public_bytes_raw() != station.public:
            raise invalid("A certificate is renewed for the same key. For another key, enrol anew.")
        certificate = self.ca.issue_station(csr, station.id, self.limits.certificate_days)
        row = stations.find(session, station.id)
        row.certificate = stations.fingerprint(der)
        row.next_certificate = stations.fingerprint(certificate.public_bytes(Encoding.DER))
        return certificate.public_bytes(Encoding.PEM)
