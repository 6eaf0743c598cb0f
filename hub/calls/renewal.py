"""Fresh relay credentials for calls that last: both ends have good ones whenever they need a new way."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.calls import ice
from hub.calls.switch import Switch
from hub.models import Call, Visit
from hub.times import now


class Renewal:
    """`once` is called by the sweep; what it told is kept here only, a restarted hub tells again."""

    def __init__(self, switch: Switch) -> None:
        self._switch = switch
        self._told: dict[UUID, float] = {}

    async def once(self) -> None:
        """Tell both ends of calls whose credentials are half way through their life."""
        turn = self._switch.turn
        if turn is None:
            return
        calls = await self._switch.db.read(self._active)
        here = {call.id for call, _, _ in calls}
        self._told = {call: at for call, at in self._told.items() if call in here}
        for call, station, only in calls:
            told = self._told.setdefault(call.id, call.started_at)
            if now() - told >= ice.life_s(turn) / 2:
                self._told[call.id] = now()
                self._switch.accepted(call, station)
                message = {"type": "ways", "call": call.id, **ice.ways(turn, call.account_id, only=only)}
                self._switch.pusher.tell_user(call.account_id, message)

    @staticmethod
    def _active(session: Session) -> list[tuple[Call, UUID, bool]]:
        query = select(Call, Visit.station_id).join(Visit, Visit.id == Call.visit_id)
        rows = session.execute(query.where(Call.ended_at.is_(None)))
        return [(call, station, ice.relay_only(session, call.id)) for call, station in rows]
