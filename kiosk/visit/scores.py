"""NEWS2 told to the hub: each time it is complete and made of something else than before."""

from typing import Final
from uuid import UUID

from contract.documents import Scored, ScorePart
from contract.measurement import Act
from kiosk.clinical.news2 import News2
from kiosk.visit.judge import observation
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

NEWS2: Final = "news2"
OBSERVED: Final = {"oxygen": Act.OXYGEN_USE, "consciousness": Act.ALERTNESS}


def note(turn: Turn, found: News2) -> None:
    """Seal a complete score with what it is made of; the same again is once."""
    if found.total is None:
        return
    parts = tuple(_part(turn.state, found, name) for name in found.parts)
    if parts == turn.state.scored:
        return
    turn.set(scored=parts)
    scale = turn.state.care.spo2_scale if turn.state.care else 1
    turn.seal(Scored(visit=turn.visit, at=turn.at, score=NEWS2, total=found.total, parts=parts, scale=scale))


def _part(state: State, found: News2, name: str) -> ScorePart:
    points = found.parts[name]
    if name in OBSERVED:
        seen = observation(state, OBSERVED[name])
        return ScorePart(name, points, seen.id, seen.act) if seen else ScorePart(name, points)
    source, kind = found.sources[name]
    act = next((m.act for m in state.measurements if str(m.id) == source), "")
    return ScorePart(name, points, UUID(source), act, kind)
