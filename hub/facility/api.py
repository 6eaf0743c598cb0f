"""The routes of whoever manages a facility: its residents, staff, rounds. Never another facility's."""

import secrets
from typing import Final
from uuid import UUID

import msgspec
import segno
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract.staff import guessable
from hub.accounts.api import user_of
from hub.config import Limits
from hub.db import Database
from hub.errors import conflict, not_found
from hub.facility import importing, residents, rounds, staff
from hub.facility.residents import ResidentForm
from hub.models import Facility, Resident, StaffMember
from hub.times import maybe
from hub.web.caller import Caller
from hub.web.guard import json, told

FILE_BYTES: Final = 1 << 20  # of an imported file
RANDOM_DIGITS: Final = 6


class NewMember(msgspec.Struct, frozen=True):
    """A staff member to add."""

    name: str
    roles: list[str]


class Pin(msgspec.Struct, frozen=True):
    """The PIN of a new badge; empty: one is made up."""

    pin: str = ""


class File(msgspec.Struct, frozen=True):
    """A CSV file's text."""

    csv: str


class Photo(msgspec.Struct, frozen=True):
    """A small JPEG (base64 in JSON) and when it was taken, ISO date."""

    jpeg: bytes
    taken: str


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("person") from error


def random_pin() -> str:
    """Return a PIN that nobody guesses first."""
    while guessable(pin := f"{secrets.randbelow(10**RANDOM_DIGITS):0{RANDOM_DIGITS}}"):
        pass
    return pin


def qr(token: str) -> str:
    """Return a token as a QR code: the address of an SVG picture."""
    uri: str = segno.make_qr(token, error="m").svg_data_uri(scale=4, border=4)
    return uri


class FacilityApi:
    """The managers' routes."""

    def __init__(self, db: Database, limits: Limits) -> None:
        self._db, self._limits = db, limits

    async def round(self, _: Request, caller: Caller) -> Response:
        """Who was seen today, who is due, who was missed."""
        own = _own(caller)
        return json(await self._db.read(lambda s: rounds.today(s, _facility(s, own))))

    async def residents(self, _: Request, caller: Caller) -> Response:
        """Who lives here."""
        own = _own(caller)
        rows = await self._db.read(lambda s: residents.of(s, _facility(s, own).id))
        return json({"items": [_resident(row) for row in rows]})

    async def save(self, request: Request, caller: Caller) -> Response:
        """Add a resident, or change the one of this number."""
        own = _own(caller)
        form = await told(request, ResidentForm, self._limits.json_body)
        row, new = await self._db.write(lambda s: residents.save(s, _facility(s, own), form))
        return json(_resident(row), 201 if new else 200)

    async def load(self, request: Request, caller: Caller) -> Response:
        """Import a CSV file, all of it or nothing."""
        own = _own(caller)
        given = await told(request, File, FILE_BYTES)
        return json(await self._db.write(lambda s: importing.load(s, _facility(s, own), given.csv)))

    async def wristband(self, request: Request, caller: Caller) -> Response:
        """Make a new wristband for a resident; it is shown this once."""
        own, resident = _own(caller), _id(request)
        token = await self._db.write(
            lambda s: residents.new_wristband(residents.find(s, _facility(s, own).id, resident))
        )
        return json({"token": token, "qr": qr(token)})

    async def photo(self, request: Request, caller: Caller) -> Response:
        """Keep a resident's photo."""
        own, resident = _own(caller), _id(request)
        given = await told(request, Photo, self._limits.json_body)

        def work(session: Session) -> None:
            row = residents.find(session, _facility(session, own).id, resident)
            residents.set_photo(row, given.jpeg, given.taken)

        await self._db.write(work)
        return json({})

    async def leave(self, request: Request, caller: Caller) -> Response:
        """A resident lives here no more."""
        own, resident = _own(caller), _id(request)
        await self._db.write(lambda s: residents.leave(residents.find(s, _facility(s, own).id, resident)))
        return json({})

    async def staff(self, _: Request, caller: Caller) -> Response:
        """Who is or was of the staff."""
        own = _own(caller)
        rows = await self._db.read(lambda s: staff.of(s, _facility(s, own).id))
        return json({"items": [_member(row) for row in rows]})

    async def add_member(self, request: Request, caller: Caller) -> Response:
        """Add a staff member, without a badge yet."""
        own = _own(caller)
        given = await told(request, NewMember, self._limits.json_body)
        row = await self._db.write(lambda s: staff.add(s, _facility(s, own), given.name, given.roles))
        return json(_member(row), 201)

    async def badge(self, request: Request, caller: Caller) -> Response:
        """Make a new badge for a staff member; token and PIN are shown this once."""
        own, member = _own(caller), _id(request)
        given = await told(request, Pin, self._limits.json_body)
        pin = given.pin or random_pin()
        staff.check_pin(pin)
        token, verifier = await self._db.aside(lambda: staff.new_badge(pin))
        await self._db.write(
            lambda s: staff.give_badge(s, staff.find(s, _facility(s, own).id, member), token, verifier)
        )
        return json({"token": token, "pin": pin, "qr": qr(token)})

    async def revoke(self, request: Request, caller: Caller) -> Response:
        """Refuse a staff member from now on."""
        own, member = _own(caller), _id(request)
        await self._db.write(lambda s: staff.revoke(s, staff.find(s, _facility(s, own).id, member)))
        return json({})


def _own(caller: Caller) -> UUID | None:
    return user_of(caller).facility


def _facility(session: Session, own: UUID | None) -> Facility:
    if own is None:
        raise conflict("no-facility", "You manage no facility. The hub's operator can give you one.")
    return session.get_one(Facility, own)


def _resident(row: Resident) -> dict[str, object]:
    form = {name: getattr(row, name) for name in ResidentForm.__struct_fields__}
    return form | {
        "id": row.id,
        "wristband": row.wristband is not None,
        "photo_taken": row.photo_taken if row.photo else "",
    }


def _member(row: StaffMember) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "roles": row.roles,
        "badge_at": maybe(row.badge_at) if row.badge is not None else None,
        "revoked_at": maybe(row.revoked_at),
    }
