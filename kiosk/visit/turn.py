"""One step under way: the state so far and what it wants done. Handlers write on it; nothing outlives it."""

from typing import Any, Final
from uuid import UUID, uuid5

import msgspec

from contract.documents import Document
from contract.envelope import Lane
from contract.measurement import Act, Instant
from contract.station import FromSession
from kiosk.visit.context import Context
from kiosk.visit.effects import Effect, SealDocument, Tell
from kiosk.visit.model import VISIT_ACTS, Place, Screen, Timer
from kiosk.visit.parts import Paper, Record
from kiosk.visit.state import State

SECOND: Final = 1_000_000_000

CAN_GO_BACK_TO: Final = frozenset(
    {
        Screen.SYMPTOMS,
        Screen.CONSENT,
        Screen.WHO,
        Screen.NAME,
        Screen.BIRTH_DATE,
        Screen.CARD,
        Screen.CHANGE,
        Screen.PHONE,
        Screen.GUARDIAN,
        Screen.GUARDIAN_NAME,
        Screen.QUESTION,
        Screen.ABOUT,
        Screen.OXIMETER_PREPARE,
        Screen.DEVICE_PREPARE,
        Screen.CUFF_QUESTION,
        Screen.CUFF_ARM,
        Screen.CUFF_POSTURE,
        Screen.RESULTS,
        Screen.OFFER_CALL,
        Screen.BEDSIDE,
    }
)


class Turn:
    """The pen with which a handler writes the next state."""

    def __init__(self, state: State, at: Instant, context: Context) -> None:
        self.state = state
        self.at = at
        self.context = context
        self.effects: list[Effect] = []

    @property
    def now_ns(self) -> int:
        """This moment, monotonic."""
        return self.at.monotonic_ns

    @property
    def visit(self) -> UUID:
        """The visit's id. Only what needs no visit is handled before one began (table.py)."""
        if self.state.visit is None:
            raise LookupError("no visit has begun")
        return self.state.visit

    def set(self, **changes: Any) -> None:
        """Change fields of the state."""
        self.state = msgspec.structs.replace(self.state, **changes)

    def set_record(self, act: Act, **changes: Any) -> None:
        """Change how an act has gone."""
        record: Record = msgspec.structs.replace(self.state.record(act), **changes)
        if act in VISIT_ACTS:
            self.set(**{"oximetry" if act is Act.OXIMETRY else "pressure": record})
        else:
            self.set(further={**self.state.further, act: record})

    def set_call(self, **changes: Any) -> None:
        """Change the call."""
        self.set(call=msgspec.structs.replace(self.state.call, **changes))

    def show(self, screen: Screen, item: str = "") -> None:
        """Go to a screen; Back will not lead here again from it. The idle time begins anew."""
        self.set(screen=screen, item=item, mistake="", timer=None, touched_ns=self.now_ns)

    def forward(self, screen: Screen, item: str = "") -> None:
        """Go to a screen, and let Back lead to the present one."""
        here = self.here
        if here.screen in CAN_GO_BACK_TO and (not self.state.back or self.state.back[-1] != here):
            self.set(back=(*self.state.back, here))
        self.show(screen, item)

    def backward(self) -> bool:
        """Go to where Back leads; False when there is nowhere."""
        if not self.state.back:
            return False
        place = self.state.back[-1]
        self.set(back=self.state.back[:-1])
        self.show(place.screen, place.item)
        return True

    def forget_way(self, *screens: Screen) -> None:
        """Let Back no longer lead to these screens (what was done there is done)."""
        self.set(back=tuple(p for p in self.state.back if p.screen not in screens))

    @property
    def here(self) -> Place:
        """The present screen."""
        return Place(self.state.screen, self.state.item)

    def countdown(self, seconds: float) -> Timer:
        """Return a timer that starts now."""
        return Timer(self.now_ns, self.now_ns + round(seconds * SECOND))

    def over(self, timer: Timer | None) -> bool:
        """Has a timer run out?"""
        return timer is not None and self.now_ns >= timer.until_ns

    def since_s(self, then_ns: int) -> float:
        """Return the seconds since a moment."""
        return (self.now_ns - then_ns) / SECOND

    def tell(self, message: FromSession) -> None:
        """Send to core."""
        self.effects.append(Tell(message))

    def new_id(self) -> UUID:
        """Return the visit's next id: the same one in a replay."""
        self.set(counter=self.state.counter + 1)
        return uuid5(self.visit, str(self.state.counter))

    def seal(self, document: Document, lane: Lane = Lane.DOCUMENT, id: UUID | None = None) -> UUID:
        """Put a document into the queue and remember it until it is saved."""
        paper_id = id or self.new_id()
        kind = str(type(document).__struct_config__.tag)
        measured = getattr(document, "measurement", None)
        paper = Paper(
            id=paper_id,
            lane=lane,
            kind=kind,
            document=document,
            measurement=measured.id if measured is not None else None,
        )
        self.set(papers=(*self.state.papers, paper))
        self.effects.append(SealDocument(paper_id, lane, document))
        return paper_id
