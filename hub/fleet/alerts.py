"""What somebody must look at, of one station, from what is known of it. Pure."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from contract.readiness import LIMITED, OUT
from contract.wire import StationStatus

LOST_S: Final = 240.0  # without contact: the alert is there within five minutes, whenever somebody looks
STALE_S: Final = 24 * 3600.0  # the oldest thing that a station holds without a receipt
CERTIFICATE_D: Final = 30
CALIBRATION_D: Final = 14
WARNING, DANGER = "warning", "danger"


class Alert(NamedTuple):
    """`words`: for an operator; nothing of a patient. `since`: Unix seconds, where known.

    `kind`: lost-contact, out-of-service, limited, stale-queue, certificate, clock, at-rest, profile,
    calibration, tamper or disabled.
    """

    kind: str
    level: str
    words: str
    since: float | None = None


class Due(NamedTuple):
    """A device and when its calibration is due, an ISO date (empty: not known)."""

    device: str
    role: str
    due: str


class Known(NamedTuple):
    """What the hub knows of one station. Times are Unix seconds."""

    enrolled: bool
    connected: bool
    seen_at: float | None
    told: StationStatus | None = None
    profile_version: int = 1
    due: tuple[Due, ...] = ()
    suspicious: tuple[str, ...] = ()  # what its data raised: two machines, a broken chain (hub.intake.alarms)
    disabled: str = ""


def alerts(known: Known, now: float) -> list[Alert]:
    """Return what is wrong now, what is dangerous first; nothing for a station that is not enrolled."""
    if not known.enrolled:
        return []
    found = [*_contact(known, now), *_told(known, now), *_calibration(known, now)]
    found += [Alert("tamper", DANGER, words) for words in known.suspicious]
    if known.disabled:
        found.append(Alert("disabled", WARNING, f"taken out of service here: {known.disabled}"))
    return sorted(found, key=lambda alert: alert.level != DANGER)


def _contact(known: Known, now: float) -> Iterator[Alert]:
    if not known.connected and (known.seen_at is None or now - known.seen_at > LOST_S):
        yield Alert("lost-contact", DANGER, "not heard of", known.seen_at)


def _told(known: Known, now: float) -> Iterator[Alert]:
    told = known.told
    if told is None:
        return
    if told.readiness.state == OUT:
        yield Alert("out-of-service", DANGER, "says that it is out of service")
    elif told.readiness.state == LIMITED:
        yield Alert("limited", WARNING, f"can't do: {', '.join(told.readiness.lacks)}")
    oldest = _moment(told.oldest)
    if oldest is not None and now - oldest > STALE_S:
        yield Alert("stale-queue", DANGER, f"holds {told.waiting} things that are not sent", oldest)
    if told.certificate_days < CERTIFICATE_D:
        level = DANGER if told.certificate_days < 0 else WARNING
        yield Alert("certificate", level, f"its certificate ends in {told.certificate_days} days")
    for item in told.readiness.items:
        if item.id == "clock" and item.finding in {"wrong", "unsure"}:
            level = DANGER if item.finding == "wrong" else WARNING
            yield Alert("clock", level, f"its clock is {item.finding}")
        if item.id == "profile":
            yield Alert("profile", WARNING, f"refuses its profile: {item.detail}")
        if item.id == "at-rest" and item.lacks:
            yield Alert("at-rest", WARNING, "its disk is readable if taken: no staff sign-in offline")


def _calibration(known: Known, now: float) -> Iterator[Alert]:
    today = datetime.fromtimestamp(now).date()
    for one in known.due:
        try:
            days = (date.fromisoformat(one.due) - today).days
        except ValueError:
            continue
        if days < 0:
            yield Alert("calibration", DANGER, f"{one.device}: calibration overdue since {one.due}")
        elif days <= CALIBRATION_D:
            yield Alert("calibration", WARNING, f"{one.device}: calibration due on {one.due}")


def _moment(text: str) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None
