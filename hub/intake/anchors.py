"""What the hub knows of stations' clocks: moments their sockets told, bounds for boots that never spoke.

`hub.intake.clock` does the thinking. A boot's first contact may come after its readings were filed: those are
put in line again, and filed anew with the time it gives.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract.measurement import Instant
from hub.intake.clock import AGREED, CORRECTED, NS, TOLD, Anchor, Bounds, Told, estimate, put_right
from hub.models import ClockAnchor, Station, StationBoot, StoredEnvelope
from hub.times import now

ONE_WAY_S: Final = 2.0  # how long a message may have been on its way, not known better
APART_S: Final = 300.0  # anchors nearer than this, and of one mind, are one
SURE: Final = (AGREED, TOLD, CORRECTED)
LAST_NS: Final = (1 << 63) - 1  # what the database holds


def add_anchor(session: Session, station: UUID, boot: UUID, monotonic_ns: int, received_at: float) -> bool:
    """Note what a boot's monotonic clock shows now; say whether envelopes are in line again for it."""
    if not 0 <= monotonic_ns <= LAST_NS:
        return False
    there = anchors(session, station, str(boot))
    if there:
        nearest = min(abs(a.monotonic_ns - monotonic_ns) for a in there) * NS
        apart = abs(estimate(monotonic_ns, there)[0] - received_at)
        if nearest < APART_S and apart <= 2 * ONE_WAY_S:
            return False
    session.add(
        ClockAnchor(
            station_id=station,
            boot_id=str(boot),
            monotonic_ns=monotonic_ns,
            hub_at=received_at,
            error_s=ONE_WAY_S,
        )
    )
    session.flush()
    again = update(StoredEnvelope).where(
        StoredEnvelope.station_id == station,
        StoredEnvelope.boot_id == str(boot),
        StoredEnvelope.clock == "unsure",
        StoredEnvelope.state == "filed",
    )
    rows = session.execute(again.values(state="stored").returning(StoredEnvelope.row)).all()
    return bool(rows)


def anchors(session: Session, station: UUID, boot: str) -> list[Anchor]:
    """Return what is known of a boot's clock."""
    query = select(ClockAnchor.monotonic_ns, ClockAnchor.hub_at, ClockAnchor.error_s)
    found = session.execute(query.where(ClockAnchor.station_id == station, ClockAnchor.boot_id == boot))
    return [Anchor(*row) for row in found]


class Clocks:
    """Puts right the times of the envelopes of one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._anchors: dict[tuple[UUID, str], Sequence[Anchor]] = {}

    def put_right(self, row: StoredEnvelope, instant: Instant) -> Told:
        """Return when an instant told by an envelope was; ValueError when it is no time."""
        known = self._of(row.station_id, instant.boot_id)
        if known or instant.clock == "synced":
            return put_right(instant, known, Bounds(0.0, 0.0))
        return put_right(instant, known, self._bounds(row, instant))

    def _of(self, station: UUID, boot: str) -> Sequence[Anchor]:
        key = (station, boot)
        if key not in self._anchors:
            self._anchors[key] = anchors(self._session, station, boot)
        return self._anchors[key]

    def _bounds(self, row: StoredEnvelope, instant: Instant) -> Bounds:
        """Return between which moments it was, as the station's other envelopes and boots have it."""
        low = self._before(row)
        high = self._until(row, instant, low)
        if instant.boot_id == row.boot_id:
            seconds = instant.monotonic_ns * NS
            boot = self._boot(row)
            boot.low = max(low - seconds, boot.low if boot.low is not None else low - seconds)
            boot.high = min(high - seconds, boot.high if boot.high is not None else high - seconds)
            low, high = seconds + boot.low, seconds + boot.high
        return Bounds(low, max(low, high))

    def _before(self, row: StoredEnvelope) -> float:
        """Return the last moment surely before: of the chain's envelopes until this one, or the enrolment."""
        sure = self._session.scalar(
            select(StoredEnvelope.at)
            .where(
                StoredEnvelope.station_id == row.station_id,
                StoredEnvelope.store_id == row.store_id,
                StoredEnvelope.lane == row.lane,
                StoredEnvelope.seq < row.seq,
                StoredEnvelope.clock.in_(SURE),
            )
            .order_by(StoredEnvelope.seq.desc())
            .limit(1)
        )
        return sure if sure is not None else self._session.get_one(Station, row.station_id).created_at

    def _until(self, row: StoredEnvelope, instant: Instant, low: float) -> float:
        """Return the first moment surely after: the station's next start when it is known, or the receipt."""
        present = self._session.get_one(Station, row.station_id).boot_id
        if present is None or present == instant.boot_id:
            return row.received_at
        known = self._of(row.station_id, present)
        started = estimate(0, known)[0] if known else row.received_at
        return min(started, row.received_at) if started > low else row.received_at

    def _boot(self, row: StoredEnvelope) -> StationBoot:
        assert row.boot_id is not None
        boot = self._session.get(StationBoot, (row.station_id, row.boot_id))
        if boot is None:
            boot = StationBoot(station_id=row.station_id, boot_id=row.boot_id, first_at=now())
            self._session.add(boot)
            self._session.flush()
        return boot
