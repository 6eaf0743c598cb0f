"""How the intake stands, in numbers and words, for whoever looks after the hub. No patient data."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hub.intake import clones
from hub.models import ChainGap, Quarantine, Station, StationAlarm, StoredEnvelope


@dataclass(frozen=True)
class Standing:
    """`quarantined` by code and `gaps` by kind count what is still open."""

    unfiled: int
    quarantined: dict[str, int]
    gaps: dict[str, int]
    alarms: list[str]


def of(session: Session) -> Standing:
    """Return how it stands now."""
    unfiled = select(func.count()).select_from(StoredEnvelope).where(StoredEnvelope.state == "stored")
    kept = select(Quarantine.code, func.count()).where(Quarantine.settled_at.is_(None))
    gaps = select(ChainGap.kind, func.count()).where(ChainGap.closed_at.is_(None))
    alarms = (
        select(Station.name, StationAlarm)
        .join(Station, Station.id == StationAlarm.station_id)
        .where(StationAlarm.settled_at.is_(None))
    )
    return Standing(
        unfiled=session.scalar(unfiled) or 0,
        quarantined=dict(session.execute(kept.group_by(Quarantine.code)).all()),
        gaps=dict(session.execute(gaps.group_by(ChainGap.kind)).all()),
        alarms=[f"{name}: {clones.words(alarm)}" for name, alarm in session.execute(alarms)],
    )


def as_json(standing: Standing) -> dict[str, Any]:
    """Return it as JSON's types."""
    return asdict(standing)
