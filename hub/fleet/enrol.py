"""Enrolment: a one-time code makes a key pair somewhere into a station here.

The code is 16 random bytes, kept as a hash, good once and for 15 minutes; the rest of what is printed
pins the station CA, so that the station knows it talks to this hub before it has any certificate.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import update
from sqlalchemy.orm import Session

from contract.wire import EnrolAnswer, EnrolRequest
from hub.config import Limits
from hub.errors import ProblemError
from hub.fleet import stations
from hub.fleet.ca import StationCa
from hub.keys import HubKeys
from hub.models import EnrolCode
from hub.times import now

SECRET_BYTES = 16


def pin(ca_der: bytes) -> str:
    """Return the code's last part."""
    return hashlib.sha256(ca_der).hexdigest()[:16]


def _hash(code: str) -> bytes:
    """Hash the secret part; one wrong letter elsewhere is the station's to notice."""
    parts = code.strip().split("-")
    if len(parts) != 3 or parts[0] != "CP1":
        raise ProblemError(403, "bad-code", "This code is not valid. Ask for a new one.")
    return hashlib.sha256(b"carepost/enrol\0" + parts[1].upper().encode()).digest()


def new_code(session: Session, station: UUID, ca_der: bytes, life_s: int) -> str:
    """Make a station's one-time code; it can be shown now and never again."""
    secret = base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode().rstrip("=")
    code = f"CP1-{secret}-{pin(ca_der)}"
    session.add(EnrolCode(hash=_hash(code), station_id=station, expires_at=now() + life_s))
    return code


@dataclass(frozen=True)
class Enrolment:
    """What answering a code takes."""

    ca: StationCa
    keys: HubKeys
    limits: Limits

    def answer(self, session: Session, request: EnrolRequest) -> EnrolAnswer:
        """Use the code up and certify the station, in one transaction; ProblemError when it is not good."""
        moment = now()
        used = session.execute(
            update(EnrolCode)
            .where(
                EnrolCode.hash == _hash(request.code),
                EnrolCode.used_at.is_(None),
                EnrolCode.expires_at > moment,
            )
            .values(used_at=moment)
            .returning(EnrolCode.station_id)
        )
        station_id = used.scalar_one_or_none()
        if station_id is None:
            raise ProblemError(403, "bad-code", "This code was used, has run out, or is wrong.")
        row = stations.find(session, station_id)
        certificate = self.ca.issue_station(request.csr, row.id, self.limits.certificate_days)
        row.certificate = stations.fingerprint(certificate.public_bytes(Encoding.DER))
        row.public = certificate.public_key().public_bytes_raw()  # type: ignore[union-attr]
        stations.add_key(session, row.id, row.public)
        row.enrolled_at = moment
        row.revoked_at = None
        root = self.keys.root.public_key().public_bytes_raw()
        return EnrolAnswer(
            station=row.id,
            certificate=certificate.public_bytes(Encoding.PEM),
            ca=self.ca.pem,
            root=root,
            keys=self.keys.signed_key_set(),
            profile=self.keys.signed_profile(stations.profile(row, stations.hub_url(session))),
            root_signature=self.ca.sign_root(root),
        )
