"""The stations' socket: each message of contract.wire, written down and passed on."""

import asyncio
import contextlib
import logging
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from starlette.websockets import WebSocket, WebSocketDisconnect

from contract import wire
from contract.care import WRONG_RESIDENT
from contract.talk import (
    CodeTyped,
    CodeWanted,
    IdentityClaimed,
    JoinAnswered,
    PicturesAnswered,
    SendAway,
    SessionKey,
    TextDropped,
    Typing,
)
from contract.technician import TechnicianNoted, TechnicianSecret
from contract.trust import REFUSALS
from hub import audit
from hub.backup.telling import Telling
from hub.calls import desk, ice, letters, live
from hub.calls.links import StationLink
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import FilingError
from hub.facility.shifts import Shifts
from hub.fleet import orders, technician
from hub.fleet.stations import KnownStation
from hub.intake import anchors, clones, quarantine
from hub.intake.filer import Filer
from hub.intake.receive import EPOCH, receipt
from hub.knowing.desk import Knowing
from hub.models import Alarm, Call, Meta, Station, Visit
from hub.rooms.rooms import Rooms
from hub.times import now, parse, rfc3339
from hub.visits import pages, plans, record, views
from hub.web.caller import Caller
from hub.web.guard import address, where

log = logging.getLogger("carepost.hub")
BAD_MESSAGE: Final = 1007
GREET_FIRST: Final = 1002
TELL_ACKNOWLEDGED_S: Final = 86_400  # a station that reconnects is told who saw its alarms of this time
LEVELS: Final = ("E", "P", "N")
TROUBLES: Final = frozenset(
    {
        "keys-expired",
        "memory-short",
        "memory-full",
        "store-damaged",
        "unreadable",
        "profile-refused",
        "badge-waits",
        "update-failed",
        "update-rolled-back",
        "content-refused",
        "spare-in-use",
    }
)
TROUBLE_CHARS: Final = 200


class StationSocket:
    """Serves one socket after the other; holds no state of its own."""

    def __init__(  # noqa: PLR0917 - what the root wires together
        self,
        switch: Switch,
        backups: Telling,
        limits: Limits,
        filer: Filer,
        rooms: Rooms,
        knowing: Knowing,
        shifts: Shifts,
    ) -> None:
        self._switch = switch
        self._backups = backups
        self._db = switch.db
        self._links = switch.links
        self._pusher = switch.pusher
        self._limits = limits
        self._filer = filer
        self._rooms = rooms
        self._knowing = knowing
        self._shifts = shifts

    async def serve(self, websocket: WebSocket, caller: Caller) -> None:
        """Read until the station goes, or says what is no message."""
        assert isinstance(caller, KnownStation)
        await websocket.accept()
        link = StationLink(websocket, self._limits.socket_backlog, caller, address(websocket))
        self._links.station_came(link)
        writer = asyncio.create_task(link.run_writer())
        try:
            while True:
                message = wire.decode_to_hub(await websocket.receive_bytes())
                await self._take(link, message)
        except (msgspec.DecodeError, UnicodeDecodeError):
            link.close(BAD_MESSAGE)
        except (WebSocketDisconnect, KeyError, RuntimeError):
            link.close(BAD_MESSAGE)  # gone, or a text frame
        finally:
            self._links.station_went(link)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await writer

    async def _take(self, link: StationLink, message: wire.ToHub) -> None:
        if not link.greeted and not isinstance(message, wire.StationStarted):
            link.close(GREET_FIRST)
            return
        try:
            await self._do(link, message)
        except FilingError as failure:
            content, reason = msgspec.msgpack.encode(message), str(failure)
            failure_code = failure.code
            station = link.station.id
            await self._db.write(
                lambda s: quarantine.keep(s, station, "live", content, reason, code=failure_code)
            )
        except Exception as error:  # one message that fails must not cost the station its socket
            log.error("a %s from a station: %s", type(message).__name__, where(error))

    async def _do(self, link: StationLink, message: wire.ToHub) -> None:  # noqa: PLR0912 - a case a message
        station = link.station.id
        if visit := getattr(message, "visit", None):
            link.visits.add(visit)
        match message:
            case wire.StationStarted():
                await self._started(link, message)
            case wire.ClockTold():
                link.tell(wire.HubTime(time=rfc3339(now()), monotonic_ns=message.monotonic_ns))
                await self._clock(station, message.boot_id, message.monotonic_ns)
            case wire.StationTrouble():
                await self._trouble(station, message)
            case TechnicianNoted():
                await self._db.write(lambda s: technician.noted(s, station, message))
            case wire.StationStatus():
                await self._status(station, message)
            case wire.OrderDone():
                await self._db.write(lambda s: orders.done(s, station, message))
            case wire.CallRequest():
                await self._request(station, message)
            case wire.CallCancel():
                self._switch.ended(
                    await self._db.write(lambda s: desk.cancel(s, station, message)), tell_station=False
                )
                self._pusher.changed(message.visit)
            case wire.Signal():
                await self._signal(station, message)
            case wire.CallRefused():
                await self._refused(station, message)
            case wire.AlertRaised():
                await self._alert(station, message)
            case wire.AlertSeen():
                await self._seen(station, message)
            case wire.LiveOut():
                await self._live(link.station, message)
            case wire.LiveAck():
                await self._db.write(lambda s: live.acknowledged(s, station, message.id))
            case wire.VisitState():
                await self._visit_state(station, message)
            case wire.BackedUpNoted():
                await self._backups.noted(link, message.through)
            case wire.StaffPaged() | wire.PageOver():
                await self._page(station, message)
            case wire.ShiftOut():
                await self._shifts.asked(link.station, message)
            case wire.ShiftOver():
                await self._shifts.over(station, message)

    async def _started(self, link: StationLink, message: wire.StationStarted) -> None:
        station, came = link.station.id, now()
        link.visits.update(message.waiting_visits)

        def work(session: Session) -> tuple[UUID, bytes, list[UUID], bool, bytes]:
            row = session.get_one(Station, station)
            clones.said_hello(session, station, message.boot_id, link.address, message.version)
            cloned = clones.suspected(session, station)
            if row.boot_id != str(message.boot_id):
                self._spare(session, station, message.boot_id)
            row.boot_id, row.version, row.seen_at = str(message.boot_id), message.version, came
            link.profile = row.profile_version
            epoch = UUID(session.get_one(Meta, EPOCH).value)
            proof = receipt(session, (), self._switch.keys.signing)
            # another machine's visits are not of an earlier boot of this one: they go on beside it
            known = technician.secret(self._switch.keys, row)
            changed = [] if cloned else self._interrupt(session, station, message)
            return epoch, proof, changed, cloned, known

        epoch, proof, changed, cloned, secret = await self._db.write(work)
        keys = self._switch.keys.signed_key_set()
        link.tell(wire.HubHello(epoch=epoch, time=rfc3339(now()), keys=keys, receipt=proof))
        link.tell(TechnicianSecret(secret=secret))
        self._links.station_greeted(link, message.boot_id, cloned=cloned)
        await self._clock(station, message.boot_id, message.monotonic_ns)
        await self._catch_up(station)
        for visit in changed:
            self._pusher.changed(visit)
        self._pusher.changed()

    async def _clock(self, station: UUID, boot: UUID, monotonic_ns: int | None) -> None:
        """Note what a boot's monotonic clock shows; times filed before it are put right now."""
        if monotonic_ns is None:
            return
        came = now()
        if await self._db.write(lambda s: anchors.add_anchor(s, station, boot, monotonic_ns, came)):
            self._filer.wake()

    @staticmethod
    def _spare(session: Session, station: UUID, boot: UUID) -> None:
        """Visits whose envelopes came before their boot's first hello are not of an earlier boot."""
        session.execute(
            update(Visit)
            .where(Visit.station_id == station, Visit.boot_id == str(boot), Visit.closed_how.is_(None))
            .values(interrupt_at=None)
        )

    def _interrupt(self, session: Session, station: UUID, message: wire.StationStarted) -> list[UUID]:
        """Close visits of earlier boots; those whose envelopes still wait, after they have come."""
        rows = session.scalars(
            select(Visit).where(
                Visit.station_id == station,
                Visit.closed_how.is_(None),
                Visit.boot_id.is_not(None),
                Visit.boot_id != str(message.boot_id),
            )
        )
        changed = []
        for row in rows:
            if row.id in message.waiting_visits:
                row.interrupt_at = now() + self._limits.interrupted_after_s
            else:
                self._switch.ended(desk.end(session, row.id, "interrupted"), tell_station=False)
                record.close(session, row, "interrupted", rfc3339(now()))
                changed.append(row.id)
        return changed

    async def _catch_up(self, station: UUID) -> None:
        """Tell a station that came back what it may have missed."""

        def work(session: Session) -> tuple[list[Call], list[desk.Ended], list[Alarm], list[UUID]]:
            calls, ended = desk.of_station(session, station)
            query = select(Alarm).join(Visit, Visit.id == Alarm.visit_id).where(Visit.station_id == station)
            alarms = session.scalars(query.where(Alarm.acknowledged_at > now() - TELL_ACKNOWLEDGED_S))
            waiting = [row.id for row in desk.line(session) if row.station_id == station]
            return calls, ended, list(alarms), waiting

        calls, ended, alarms, waiting = await self._db.read(work)
        for visit in waiting:
            self._pusher.forget_place(visit)
        for call in calls:
            self._switch.accepted(call, station)
        for over in ended:
            self._links.tell(station, over.message())
        for alarm in alarms:
            self._switch.acknowledged(alarm, station)
        for told in await self._db.read(lambda s: pages.answered_of(s, station)):
            self._links.tell(station, told)
        await self._switch.answers(station)
        await self._switch.flush(station)

    async def _request(self, station: UUID, message: wire.CallRequest) -> None:
        if message.level not in LEVELS:
            raise FilingError("a call request of an unknown level")
        call = await self._db.write(lambda s: desk.request(s, station, message))
        if call is not None:
            self._switch.accepted(call, station)
        self._pusher.forget_place(message.visit)
        self._pusher.changed(message.visit)

    async def _signal(self, station: UUID, message: wire.Signal) -> None:
        known = message.kind in {"offer", "feeds-answer"}
        if not known or len(message.sdp) > self._limits.sdp_chars or message.generation < 1:
            raise FilingError("a signal that is not a station's")
        if await self._db.read(lambda s: desk.in_room(s, station, message.call)):
            await self._to_room(station, message)
            return
        if message.kind != "offer":
            return  # to a room that was left meanwhile

        def work(session: Session) -> tuple[tuple[UUID, int] | None, str, bool]:
            only = ice.relay_only(session, message.call)
            sdp = ice.without_addresses(message.sdp) if only else message.sdp
            return desk.offer(session, station, msgspec.structs.replace(message, sdp=sdp)), sdp, only

        to, sdp, only = await self._db.write(work)
        if to is not None:
            account, generation = to
            signed = message.signed.decode(errors="replace")
            ways = ice.ways(self._switch.turn, account, only=only)
            self._pusher.tell_user(account, offer_message(message.call, generation, sdp, signed) | ways)

    async def _to_room(self, station: UUID, message: wire.Signal) -> None:
        if message.kind == "feeds-answer":
            await self._rooms.answered(message.call, station, message.generation, message.sdp)
            return
        answer = await self._rooms.offered(message.call, station, message)
        if answer is not None:
            self._links.tell(station, answer)

    async def _refused(self, station: UUID, message: wire.CallRefused) -> None:
        """The station did not believe an answer: noted, and said to the browser it came from."""
        if message.why not in REFUSALS:
            raise FilingError("a refusal for a reason not known here")
        entry = audit.Entry(f"station:{station}", "call-refused", "WS", str(message.call), message.why)

        def work(session: Session) -> UUID | None:
            audit.note(session, entry)
            return desk.whose(session, station, message.call)

        account = await self._db.write(work)
        if account is not None:
            told = {"type": "call-refused", "call": message.call, "why": message.why}
            self._pusher.tell_user(account, told)

    async def _alert(self, station: UUID, message: wire.AlertRaised) -> None:
        if message.level not in LEVELS:
            raise FilingError("an alert of an unknown level")
        try:
            parse(message.raised_at)
        except ValueError as error:
            raise FilingError("the alert's time is not RFC 3339 with offset") from error

        def work(session: Session) -> Alarm:
            row = record.visit_of(session, message.visit, station, None)
            return record.raise_alarm(
                session, row, message.alarm, message.rule, message.level, message.quiet, message.raised_at
            )

        alarm = await self._db.write(work)
        self._links.tell(station, wire.AlertReceived(alarm=message.alarm))
        if alarm.acknowledged_at is not None:
            self._switch.acknowledged(alarm, station)
        told = {"type": "alarm", "visit": message.visit, "alarm": views.alarm_view(alarm)}
        await self._pusher.tell_at(station, told)
        self._pusher.changed(message.visit)

    async def _seen(self, station: UUID, message: wire.AlertSeen) -> None:
        def work(session: Session) -> UUID:
            row = session.get(Alarm, message.alarm)
            if row is None or session.get_one(Visit, row.visit_id).station_id != station:
                raise FilingError("an alert was seen that is not known here")
            closed = message.by == WRONG_RESIDENT  # nobody came: what it was raised for is another's
            by = "Wrong resident (closed on site)" if closed else f"{message.by} (on site)"
            return plans.acknowledge(session, message.alarm, by, message.by, _when(message.at)).visit_id

        self._pusher.changed(await self._db.write(work))

    async def _page(self, station: UUID, message: wire.StaffPaged | wire.PageOver) -> None:
        """A person is asked for, or has come on site."""
        over = isinstance(message, wire.PageOver)
        actor, action = f"station:{station}", "page-over" if over else "staff-paged"

        def work(session: Session) -> UUID:
            if isinstance(message, wire.PageOver):
                pages.over(session, station, message)
                page = message.page
            else:
                page = pages.came(session, station, message).id
            audit.note(session, audit.Entry(actor, action, "WS", str(page)))
            return page

        page = await self._db.write(work)
        if not over:
            self._links.tell(station, wire.PageReceived(page=page))
        self._pusher.changed()

    async def _live(self, station: KnownStation, message: wire.LiveOut) -> None:
        told = live.opened(station, message.visit, message.sealed, self._switch.keys)
        if isinstance(told, Typing):
            await letters.from_station(self._switch, station.id, told)
            return
        if isinstance(told, CodeWanted | CodeTyped | IdentityClaimed):
            await self._knowing.take(station.id, told)
            return

        def work(session: Session) -> None:
            live.take(session, station, told)
            if isinstance(told, TextDropped):
                actor = f"station:{station.id}"
                audit.note(session, audit.Entry(actor, "text-dropped", "WS", str(told.visit)))

        await self._db.write(work)
        if isinstance(told, SessionKey):
            await self._switch.flush(station.id, message.visit)
        elif isinstance(told, JoinAnswered | SendAway | PicturesAnswered):
            await self._rooms.people_changed(message.visit)
        self._pusher.changed(message.visit)

    async def _status(self, station: UUID, message: wire.StationStatus) -> None:
        told = msgspec.to_builtins(message)

        def work(session: Session) -> None:
            row = session.get_one(Station, station)
            row.told, row.told_at, row.seen_at = told, now(), now()

        await self._db.write(work)

    async def _trouble(self, station: UUID, message: wire.StationTrouble) -> None:
        if message.kind not in TROUBLES or len(message.detail) > TROUBLE_CHARS:
            raise FilingError("a trouble of a station that is not known here")
        log.warning("station %s wants a technician: %s since %s", station, message.kind, message.since)
        entry = audit.Entry(f"station:{station}", "station-trouble", "WS", message.kind, message.detail)
        await self._db.write(lambda s: audit.note(s, entry))

    async def _visit_state(self, station: UUID, message: wire.VisitState) -> None:
        if message.state not in {"started", "ended"}:
            raise FilingError("a visit state not known here")

        def work(session: Session) -> desk.Ended | None:
            boot = session.get_one(Station, station).boot_id
            row = record.visit_of(session, message.visit, station, boot)
            if message.state == "started":
                return None
            row.waiting_since = None
            # how it ended comes sealed; until then it counts as one whose end is still on its way
            if row.closed_how is None and row.interrupt_at is None:
                row.interrupt_at = now() + self._limits.interrupted_after_s
            return desk.end(session, message.visit, "patient-ended")

        self._switch.ended(await self._db.write(work), tell_station=False)
        self._pusher.changed(message.visit)


def _when(at: str) -> float:
    """Return when something was by the station's clock, never later than now: it may be told late."""
    try:
        return min(now(), parse(at).timestamp())
    except ValueError as error:
        raise FilingError("when an alert was seen is not RFC 3339 with offset") from error


def offer_message(call: UUID, generation: int, sdp: str, signed: str) -> dict[str, object]:
    """Return an offer as the browser gets it."""
    return {
        "type": "signal",
        "call": call,
        "generation": generation,
        "kind": "offer",
        "sdp": sdp,
        "signed": signed,
    }
