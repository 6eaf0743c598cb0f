"""A session asks for a code, types one, says who it is: answered here, sealed to the session, audited."""

import asyncio
import logging
from uuid import UUID

from sqlalchemy.orm import Session

from contract.talk import CodeState, CodeTyped, CodeWanted, IdentityAnswer, IdentityClaimed
from hub import audit
from hub.calls import live
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import ProblemError
from hub.fhir.terms import derived
from hub.knowing import codes, people
from hub.knowing.gateway import Gateway, GatewayError
from hub.times import now, rfc3339
from hub.visits import record

log = logging.getLogger("carepost.hub")
Question = CodeWanted | CodeTyped | IdentityClaimed


class Knowing:
    """Used by the stations' sockets. Without a gateway no code is ever sent, and the session is told so."""

    def __init__(self, switch: Switch, limits: Limits, gateway: Gateway | None) -> None:
        self._switch = switch
        self._limits = limits
        self._gateway = gateway
        self._sending: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """Give up what is being sent."""
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)

    async def take(self, station: UUID, told: Question) -> None:
        """Answer a session's question; FilingError when it is none, or of another station's visit."""
        match told:
            case CodeWanted():
                await self._wanted(station, told)
            case CodeTyped():
                await self._typed(station, told)
            case IdentityClaimed():
                await self._claimed(station, told)

    async def _wanted(self, station: UUID, told: CodeWanted) -> None:
        def work(session: Session) -> tuple[str, str] | None:
            record.visit_of(session, told.visit, station, None)
            try:
                made = codes.ask(session, station, told, self._limits)
            except ProblemError:
                self._note(session, station, told, "too-many")
                live.enqueue(session, _state(told, "too-many"))
                return None
            if made is not None:
                self._note(session, station, told, "")
            return made

        made = await self._switch.db.write(work)
        if made is None:
            await self._switch.flush(station, told.visit)
            return
        task = asyncio.create_task(self._send(station, told, *made))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, station: UUID, told: CodeWanted, phone: str, text: str) -> None:
        """Send a code beside the socket's other work: a slow service holds nobody up."""
        state = "sent"
        try:
            if self._gateway is None:
                raise GatewayError("this hub has no way to phones (serve --text-gateway)")
            await self._gateway.send(phone, text)
        except GatewayError as error:
            log.error("a code could not be sent: %s", error)
            state = "unsent"
        await self._switch.db.write(lambda s: live.enqueue(s, _state(told, state)))
        await self._switch.flush(station, told.visit)

    async def _typed(self, station: UUID, told: CodeTyped) -> None:
        def work(session: Session) -> None:
            record.visit_of(session, told.visit, station, None)
            state, left = codes.typed(session, told, self._limits)
            self._note(session, station, told, state)
            live.enqueue(session, _state(told, state, left))

        await self._switch.db.write(work)
        await self._switch.flush(station, told.visit)

    async def _claimed(self, station: UUID, told: IdentityClaimed) -> None:
        def work(session: Session) -> None:
            record.visit_of(session, told.visit, station, None)
            answer = self._answer(session, station, told)
            self._note(session, station, told, answer.why or "known")
            live.enqueue(session, answer)

        await self._switch.db.write(work)
        await self._switch.flush(station, told.visit)

    def _answer(self, session: Session, station: UUID, told: IdentityClaimed) -> IdentityAnswer:
        found, why = None, "no-match"
        try:
            found = people.claim(session, station, told, self._limits)
        except ProblemError:
            why = "too-many"
        known = found is not None and found.person_id is not None
        return IdentityAnswer(
            id=derived(told.id, "answer"),
            visit=told.visit,
            at=rfc3339(now()),
            ask=told.id,
            person=people.person_of(found) if found is not None else None,
            why="" if known else why,
            earlier=people.earlier(session, found.person_id) if found and found.person_id else (),
        )

    @staticmethod
    def _note(session: Session, station: UUID, told: Question, outcome: str) -> None:
        action = str(type(told).__struct_config__.tag)
        entry = audit.Entry(f"station:{station}", action, "WS", str(told.visit), outcome)
        audit.note(session, entry)


def _state(told: CodeWanted | CodeTyped, state: str, left: int = 0) -> CodeState:
    return CodeState(
        id=derived(told.id, "state"), visit=told.visit, at=rfc3339(now()), ask=told.id, state=state, left=left
    )
