"""The sessions' asks for the residents of a shift: who asks is judged here too, the answer sealed to them.

A shift's first ask brings badge and PIN and binds the session's key. Later ones are answered to that key
alone, so that whoever repeats an ask learns nothing.
"""

from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract import residents as told
from contract import wire
from contract.residents import SHIFT_SCHEMA, ResidentsWanted, ShiftRefused
from contract.seal import PublicKey, Sealed, SealError, close_reply, key_id, unseal
from hub import audit
from hub.accounts import limits as tries
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import FilingError, ProblemError
from hub.facility import roster, staff
from hub.fleet import stations
from hub.fleet.stations import KnownStation
from hub.keys import HubKeys
from hub.models import Facility, Shift, StaffMember, Station
from hub.times import now

KEY_BYTES = 32
CARERS = frozenset({"aide", "nurse"})  # of contract.staff.ROLES: who is told of residents


class Asked(NamedTuple):
    """What is to be done about an ask. `refused`: nothing, and why. `verifier`: judge badge and PIN first."""

    refused: str = ""
    member: UUID | None = None
    verifier: str = ""
    counted: tuple[int, ...] = ()


class Shifts:
    """Used by the stations' sockets."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch = switch
        self._db = switch.db
        self._limits = limits

    async def asked(self, station: KnownStation, message: wire.ShiftOut) -> None:
        """Answer an ask; FilingError when it is none."""
        ask = opened(station, message.sealed, self._switch.keys)
        if (ask.shift, ask.id) != (message.shift, message.ask) or len(ask.session_key) != KEY_BYTES:
            raise FilingError("an ask of another shift than it says, or without a key")
        found = await self._db.write(lambda s: self._look(s, station.id, ask))
        if found.verifier:
            fits = await self._db.aside(lambda: staff.fits(found.verifier, ask.badge, ask.pin))
            found = await self._db.write(lambda s: self._judged(s, station.id, ask, found, fits=fits))
        if found.refused:
            refusal = told.encode(ShiftRefused(shift=ask.shift, ask=ask.id, why=found.refused))
            self._tell(station.id, ask, [refusal], keep=False)
            return
        parts = await self._db.read(lambda s: _parts(s, ask))
        self._tell(station.id, ask, parts, keep=True)

    async def over(self, station: UUID, message: wire.ShiftOver) -> None:
        """Nobody is signed in under this shift any more; one that never asked is not known here."""

        def work(session: Session) -> None:
            row = session.get(Shift, message.shift)
            if row is not None and row.station_id == station and row.over_at is None:
                row.over_at = now()
                _note(session, station, "shift-over", row.staff_id)

        await self._db.write(work)

    def _look(self, session: Session, station: UUID, ask: ResidentsWanted) -> Asked:
        """Say whether the shift may have the list, or must be judged first."""
        facility = session.get_one(Station, station).facility_id
        if facility is None:
            return Asked("no-facility")
        row = session.get(Shift, ask.shift)
        if row is not None:
            why = _why_not(session, row, station, ask)
            _note(session, station, "residents-read", row.staff_id, why or "ok")
            return Asked(why, row.staff_id)
        most = {f"shift-station:{station}": self._limits.claims_per_station}
        member = staff.by_badge(session, facility, ask.badge)
        if member is not None:
            most[f"badge:{member.id}"] = self._limits.failures_per_account
        try:
            counted = tries.begin(session, most, self._limits)
        except ProblemError:
            _note(session, station, "residents-read", None, "too-many")
            return Asked("too-many")
        if member is None or member.verifier is None:
            _note(session, station, "residents-read", None, "wrong")
            return Asked("wrong")
        return Asked(member=member.id, verifier=member.verifier, counted=tuple(counted))

    def _judged(
        self, session: Session, station: UUID, ask: ResidentsWanted, found: Asked, *, fits: bool
    ) -> Asked:
        assert found.member is not None
        member = session.get_one(StaffMember, found.member)
        if not fits or member.verifier != found.verifier:
            _note(session, station, "residents-read", member.id, "wrong")
            return Asked("wrong")
        tries.take_back(session, list(found.counted))
        row = session.get(Shift, ask.shift)
        if row is not None:  # the same ask came twice at once
            return Asked(_why_not(session, row, station, ask), member.id)
        length = stations.profile(session.get_one(Station, station), "https://localhost").staff.shift_h * 3600
        session.add(
            Shift(
                id=ask.shift,
                station_id=station,
                staff_id=member.id,
                session_key=ask.session_key,
                started_at=now(),
                ends_at=now() + length,
            )
        )
        _note(session, station, "residents-read", member.id)
        return Asked(member=member.id)

    def _tell(self, station: UUID, ask: ResidentsWanted, parts: list[bytes], *, keep: bool) -> None:
        to = PublicKey(key_id(ask.session_key), ask.session_key, 0, 0)
        for number, plain in enumerate(parts):
            reply = close_reply(
                plain, station=station, to=to, schema=SHIFT_SCHEMA, private=self._switch.keys.signing
            )
            self._switch.links.tell(
                station,
                wire.ShiftIn(
                    shift=ask.shift, ask=ask.id, part=number, parts=len(parts), reply=reply, keep=keep
                ),
            )


def opened(station: KnownStation, sealed: Sealed, keys: HubKeys) -> ResidentsWanted:
    """Open a session's ask; FilingError when it is none."""
    private = keys.sealing_key(sealed.key_id)
    if sealed.schema != SHIFT_SCHEMA or private is None:
        raise FilingError("an ask of a schema, or for a key, that is not known here")
    try:
        return told.decode_ask(unseal(sealed, station=station.id, private=private))
    except SealError as error:
        raise FilingError(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FilingError("the sealed content is not an ask of a shift") from error


def _why_not(session: Session, row: Shift, station: UUID, ask: ResidentsWanted) -> str:
    member = session.get_one(StaffMember, row.staff_id)
    if row.station_id != station or row.session_key != ask.session_key:
        return "wrong"
    if session.get_one(Station, station).facility_id != member.facility_id:
        return "over"  # the station is another home's since: it is told nothing of this one any more
    if member.revoked_at is not None:
        return "revoked"
    return "over" if row.over_at is not None or row.ends_at <= now() else ""


def _parts(session: Session, ask: ResidentsWanted) -> list[bytes]:
    row = session.get_one(Shift, ask.shift)
    member = session.get_one(StaffMember, row.staff_id)
    facility = session.get_one(Facility, member.facility_id)
    cares = bool(CARERS.intersection(member.roles))  # who only mends the station needs nobody's record
    everybody = roster.listed(session, facility) if cares else []
    return roster.parts(row.id, ask.id, facility, member, everybody)


def _note(session: Session, station: UUID, action: str, member: UUID | None, outcome: str = "ok") -> None:
    target = "" if member is None else str(member)
    audit.note(session, audit.Entry(f"station:{station}", action, "WS", target, outcome))
