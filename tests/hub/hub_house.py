"""A facility at a running hub: an aide and a nurse with badges, residents, and a station of theirs."""

from typing import Any
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hub_process import HubProcess
from hub_station import WALL, StationClient, StationSocket, VisitAtStation
from sqlalchemy.orm import Session

from contract import cards, wire
from contract import residents as told
from contract.care import Notified, ResidentBound, ResidentConsent, Sbar
from contract.residents import SHIFT_SCHEMA, ResidentsWanted, ShiftAnswer
from contract.seal import open_reply, seal
from contract.staff import secret
from hub.facility import places, residents, staff
from hub.facility.residents import ResidentForm
from hub.models import Quarantine

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PIN = "258036"


class House:
    """One facility. `nurse`, `aide`: ids; `badges`: their tokens by id; `ana`, `ben`: residents."""

    def __init__(self, hub: HubProcess, station: StationClient | None) -> None:
        self.hub, self.station = hub, station
        self.name = f"Maple House {uuid4().hex[:6]}"
        self.badges: dict[UUID, str] = {}
        hub.db.write_now(self._make)

    def _make(self, session: Session) -> None:
        house = places.add(session, self.name, "America/Chicago")
        session.flush()
        self.id = house.id
        self.nurse = self.member(session, "Nora Quist", "nurse")
        self.aide = self.member(session, "Abel Ode", "aide")
        self.ana = residents.save(session, house, resident("1", "Ana"))[0].id
        self.ben = residents.save(session, house, resident("2", "Ben"))[0].id
        if self.station is not None:
            places.give(session, self.station.id, house)

    def member(self, session: Session, name: str, role: str) -> UUID:
        """Add somebody with a badge."""
        row = staff.add(session, places.find(session, str(self.id)), name, [role])
        session.flush()
        token = cards.new_token(cards.BADGE)
        staff.give_badge(session, row, token, QUICK.hash(secret(token, PIN)))
        self.badges[row.id] = token
        return row.id

    def visit(self, who: UUID | None = None, **more: Any) -> "ResidentVisit":
        """Return a visit of a resident's at this house's station."""
        assert self.station is not None
        return ResidentVisit(self, self.station, who or self.ana, **more)


def resident(number: str, given: str, **more: Any) -> ResidentForm:
    """Return somebody who lives there."""
    form: dict[str, Any] = {
        "number": number,
        "given": given,
        "family": f"Ruiz{uuid4().hex[:8]}",
        "birth_date": "1940-01-02",
        "room": "12",
        "code_status": "dnr",
        "allergies": ["penicillin"],
        "representative": told.Contact("Eva Ruiz", "555 0101", "daughter"),
    }
    return ResidentForm(**(form | more))


class ResidentVisit(VisitAtStation):
    """A visit, bound to a resident."""

    def __init__(self, house: House, station: StationClient, who: UUID, how: str = "scan") -> None:
        super().__init__(station)
        self.about: Any = {"visit": self.id, "at": self.at}
        self.bound = ResidentBound(
            **self.about,
            resident=who,
            shift=uuid4(),
            by=house.aide,
            how=how,
            identifiers=("wristband", "birth-date"),
        )

    def begin(self, *more: Any) -> None:
        """Deliver its first documents, and further ones, and wait until they are filed."""
        self.station.deliver(self.opened(), self.bound, *more)
        self.station.settled()


class ShiftAtStation:
    """A session's shift: its key, its asks."""

    def __init__(self, house: House, socket: StationSocket, shift: UUID | None = None) -> None:
        assert house.station is not None
        self.station, self.socket = house.station, socket
        self.id = shift or uuid4()
        self._private = X25519PrivateKey.generate()

    def ask(self, badge: str = "", pin: str = "", key: X25519PrivateKey | None = None) -> list[ShiftAnswer]:
        """Ask for the residents; return the answer's parts, opened."""
        private = key or self._private
        wanted = ResidentsWanted(
            shift=self.id,
            id=uuid4(),
            session_key=private.public_key().public_bytes_raw(),
            badge=badge,
            pin=pin,
        )
        sealed = seal(
            told.encode(wanted),
            station=self.station.id,
            key=self.station.keys.sealing_key(),
            schema=SHIFT_SCHEMA,
        )
        self.socket.send(wire.ShiftOut(shift=self.id, ask=wanted.id, sealed=sealed))
        found: list[ShiftAnswer] = []
        while True:
            came = self.socket.until(wire.ShiftIn, lambda m: m.ask == wanted.id)
            schema, plain = open_reply(
                came.reply, station=self.station.id, keys=self.station.keys, private=private
            )
            assert schema == SHIFT_SCHEMA
            found.append(told.decode_answer(plain))
            assert came.keep == isinstance(found[-1], told.ResidentsTold)
            if len(found) == came.parts:
                return found


__all__ = ["PIN", "WALL", "House", "ResidentVisit", "ShiftAtStation", "resident"]


def refused(hub: HubProcess, visit: ResidentVisit, *documents: Any) -> str:
    """Deliver documents; return why the hub set them aside."""
    before = {row.id for row in hub.rows(Quarantine)}
    visit.station.deliver(*documents)
    visit.station.settled()
    return "; ".join(row.reason for row in hub.rows(Quarantine) if row.id not in before)


def handover(visit: ResidentVisit, house: House, **more: Any) -> Sbar:
    """Return a handover."""
    told = {"situation": "Hot since noon", "background": "COPD", "request": "Please look"}
    return Sbar(**visit.about, **({"id": uuid4()} | told | more))


def notified(visit: ResidentVisit, house: House, **more: Any) -> Notified:
    """Return that a daughter was told."""
    told: dict[str, Any] = {"who": "representative", "person": "Eva Ruiz", "when": WALL, "how": "phone"}
    about: dict[str, Any] = {"id": uuid4(), "why": "significant-change", "by": house.nurse}
    return Notified(**visit.about, **(about | told | more))


def consent(visit: ResidentVisit, house: House, **more: Any) -> ResidentConsent:
    """Return a consent by a daughter."""
    told: dict[str, Any] = {"version": "2026-11", "language": "en", "given": True, "by": house.nurse}
    who = {
        "who": "representative",
        "basis": "on-record",
        "name": "Eva Ruiz",
        "authority": "health-care-proxy",
    }
    return ResidentConsent(**visit.about, **(told | who | more))
