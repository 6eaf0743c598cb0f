"""How the intake stands, in numbers and words, for whoever looks after the hub. No patient data."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hub.intake import alarms
from hub.models import ChainGap, Quarantine, Station, StationAlarm, StoredEnvelope
from hub.times import rfc3339

GAPS_SHOWN: Final = 20
_GAPS: Final = {
    "missing": "the one before it has not come",
    "broken": "the one before it is another than it says",
    "forked": "there are two of this number",
}


@dataclass(frozen=True)
class Standing:
    """`quarantined` by code and `gaps` by kind count what is still open; `places`: the newest in words."""

    unfiled: int
    quarantined: dict[str, int]
    gaps: dict[str, int]
    places: list[str]
    alarms: list[str]


def of(session: Session) -> Standing:
    """Return how it stands now."""
    unfiled = select(func.count()).select_from(StoredEnvelope).where(StoredEnvelope.state == "stored")
    kept = select(Quarantine.code, func.count()).where(Quarantine.settled_at.is_(None))
    gaps = select(ChainGap.kind, func.count()).where(ChainGap.closed_at.is_(None))
    places = (
        select(Station.name, ChainGap)
        .join(Station, Station.id == ChainGap.station_id)
        .where(ChainGap.closed_at.is_(None))
        .order_by(ChainGap.id.desc())
        .limit(GAPS_SHOWN)
    )
    raised = (
        select(Station.name, StationAlarm)
        .join(Station, Station.id == StationAlarm.station_id)
        .where(StationAlarm.settled_at.is_(None))
    )
    return Standing(
        unfiled=session.scalar(unfiled) or 0,
        quarantined=dict(session.execute(kept.group_by(Quarantine.code)).all()),
        gaps=dict(session.execute(gaps.group_by(ChainGap.kind)).all()),
        places=[f"{name}: {_place(gap)}" for name, gap in session.execute(places)],
        alarms=[f"{name}: {alarms.words(alarm)}" for name, alarm in session.execute(raised)],
    )


def _place(gap: ChainGap) -> str:
    return f"lane {gap.lane}, number {gap.seq}: {_GAPS[gap.kind]}, since {rfc3339(gap.noted_at)}"


def as_json(standing: Standing) -> dict[str, Any]:
    """Return it as JSON's types."""
    return asdict(standing)
