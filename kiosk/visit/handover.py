"""What media took, from the session's hands to the queue: kept with what is known of it, or dropped.

The bytes never pass here: the session holds them and performs `KeepTaken` and `DropTaken`.
"""

from uuid import UUID

import msgspec

from contract.capture import Taken
from contract.documents import Captured
from contract.measurement import Instant
from kiosk.visit.effects import DropTaken, KeepTaken
from kiosk.visit.events import TakenStored
from kiosk.visit.parts import Kept
from kiosk.visit.turn import Turn

LOST = "lost"


def keep(
    turn: Turn,
    taken: Taken,
    *,
    laterality: str = "",
    site: str = "",
    by: str = "",
    ask: UUID | None = None,
) -> None:
    """Have the session seal it; once is once. `site`: where on the body, where the kind does not say it."""
    if any(kept.id == taken.id for kept in turn.state.kept):
        return
    thing = taken.thing
    about = Captured(
        media_type=thing.media_type,
        title=f"{thing.kind}, {thing.view}" if thing.view else thing.kind,
        taken=Instant(thing.wall, thing.monotonic_ns, turn.at.boot_id, turn.at.clock),
        device=thing.device,
        site=site or None,
        kind=thing.kind,
        view=thing.view,
        laterality=laterality,
        width_px=thing.width,
        height_px=thing.height,
        duration_s=thing.seconds,
        rate_hz=thing.rate_hz,
        mm_per_px=thing.mm_per_px,
        mm_per_px_error=thing.mm_per_px_error,
        colour_de=thing.colour_de,
        gains=thing.gains,
        grade=thing.grade,
        reasons=thing.reasons,
        ask=ask,
        by=by,
    )
    turn.set(kept=(*turn.state.kept, Kept(taken.id, thing.kind, thing.view, thing.grade)))
    turn.effects.append(KeepTaken(taken.id, about))


def drop(turn: Turn, taken: UUID) -> None:
    """Not wanted: the session forgets the bytes."""
    turn.effects.append(DropTaken(taken))


def stored(turn: Turn, event: TakenStored) -> None:
    """The session says how it stands with one."""
    _note(turn, event.id, event.state)


def session_died(turn: Turn) -> None:
    """What was not saved was in the memory of the session that died: it is gone, and counts as not taken."""
    for kept in turn.state.kept:
        if not kept.over:
            _note(turn, kept.id, LOST)


def _note(turn: Turn, id: UUID, state: str) -> None:
    after = tuple(
        msgspec.structs.replace(kept, state=state) if kept.id == id and not kept.over else kept
        for kept in turn.state.kept
    )
    turn.set(kept=after)
