"""How every station does: what it said of itself, what the hub sees of it, and what somebody must look at."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract.readiness import READY, STATES
from contract.wire import StationStatus
from hub.errors import ProblemError
from hub.fleet import orders, stations
from hub.fleet.alerts import DANGER, Alert, Due, Known, alerts
from hub.intake import alarms
from hub.models import Station
from hub.times import maybe, now


class Report(NamedTuple):
    """One station."""

    row: Station
    known: Known
    alerts: list[Alert]


def told(row: Station) -> StationStatus | None:
    """Return what a station said of itself last; None: nothing, or nothing this version understands."""
    if row.told is None:
        return None
    try:
        return msgspec.convert(row.told, StationStatus)
    except msgspec.ValidationError:
        return None


def all_of(session: Session, connected: Iterable[UUID]) -> list[Report]:
    """Return every station, oldest first."""
    there, moment = set(connected), now()
    result = []
    for row in stations.everywhere(session):
        suspicious = tuple(str(alarm["words"]) for alarm in alarms.told(session, row.id))
        known = Known(
            enrolled=stations.state(row) == "enrolled",
            connected=row.id in there,
            seen_at=row.seen_at,
            told=told(row),
            profile_version=row.profile_version,
            due=_due(session, row),
            suspicious=suspicious,
            disabled=orders.disabled(session, row.id),
        )
        result.append(Report(row, known, alerts(known, moment)))
    return result


def _due(session: Session, row: Station) -> tuple[Due, ...]:
    try:
        made = stations.profile(row, stations.hub_url(session))
    except ProblemError:  # of an older version of this program
        return ()
    return tuple(Due(device.id, device.role, device.calibration_due) for device in made.devices)


def as_json(session: Session, one: Report) -> dict[str, Any]:
    """Return a station as the console shows it."""
    row, known = one.row, one.known
    said = known.told
    return {
        "id": row.id,
        "name": row.name,
        "address": row.address,
        "state": stations.state(row),
        "version": row.version,
        "seen_at": maybe(row.seen_at),
        "connected": known.connected,
        "profile": {"wanted": row.profile_version, "in_use": said.profile if said else None},
        "readiness": None if said is None else msgspec.to_builtins(said.readiness),
        "told_at": maybe(row.told_at),
        "certificate_days": None if said is None else said.certificate_days,
        "waiting": None if said is None else said.waiting,
        "oldest": None if said is None else said.oldest,
        "devices": [
            {
                "id": due.device,
                "role": due.role,
                "product": said.products.get(due.device, "") if said else "",
                "calibration_due": due.due,
            }
            for due in known.due
        ],
        "disabled": known.disabled,
        "alerts": [
            {"kind": a.kind, "level": a.level, "words": a.words, "since": maybe(a.since)} for a in one.alerts
        ],
        "alarms": alarms.told(session, row.id),
    }


def metrics(found: list[Report]) -> str:
    """Return the figures of all stations in Prometheus' text form; names of stations, nobody else's."""
    gauges: dict[str, tuple[str, list[str]]] = {
        "carepost_station_connected": ("1 while its socket is open", []),
        "carepost_station_ready": ("1 ready, 0.5 limited, 0 out of service", []),
        "carepost_station_last_contact_seconds": ("Unix time of the last contact", []),
        "carepost_station_queue_waiting": ("things at the station without a receipt", []),
        "carepost_station_certificate_days": ("days until its certificate ends", []),
        "carepost_station_alerts": ("open alerts", []),
    }
    for one in (report for report in found if report.known.enrolled):
        label = f'{{station="{one.row.id}",name="{_escaped(one.row.name)}"}}'
        said = one.known.told
        values: dict[str, float | None] = {
            "connected": float(one.known.connected),
            "ready": _ready(said),
            "last_contact_seconds": one.row.seen_at,
            "queue_waiting": None if said is None else said.waiting,
            "certificate_days": None if said is None else said.certificate_days,
            "alerts": sum(alert.level == DANGER for alert in one.alerts),
        }
        for name, value in values.items():
            if value is not None:
                gauges[f"carepost_station_{name}"][1].append(f"carepost_station_{name}{label} {value:g}")
    lines = [f"# TYPE carepost_stations gauge\ncarepost_stations {len(found)}"]
    for name, (words, rows) in gauges.items():
        lines += [f"# HELP {name} {words}", f"# TYPE {name} gauge", *rows]
    return "\n".join(lines) + "\n"


def _ready(said: StationStatus | None) -> float | None:
    if said is None or said.readiness.state not in STATES:
        return None
    return 1.0 if said.readiness.state == READY else 0.5 if said.readiness.state == "limited" else 0.0


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
