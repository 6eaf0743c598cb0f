"""What somebody must look at, from what is known of a station."""

from datetime import UTC, datetime

import pytest

from contract.readiness import AMBER, LIMITED, OUT, READY, RED, Item, Readiness
from contract.wire import StationStatus
from hub.fleet.alerts import Due, Known, alerts

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC).timestamp()
AT = "2026-11-26T12:00:00+00:00"


def kinds(known: Known, now: float = NOW) -> list[str]:
    return [alert.kind for alert in alerts(known, now)]


def status(state: str = READY, *items: Item, **more: object) -> StationStatus:
    told = {"readiness": Readiness(state, AT, items), "profile": 1, "certificate_days": 800, **more}
    return StationStatus(**told)  # type: ignore[arg-type]


def well(told: StationStatus | None = None) -> Known:
    return Known(enrolled=True, connected=True, seen_at=NOW, told=told or status())


def test_a_station_that_is_well_raises_none() -> None:
    assert kinds(well()) == []
    assert kinds(Known(enrolled=False, connected=False, seen_at=None)) == []


def test_lost_contact_is_there_within_five_minutes() -> None:
    away = well()._replace(connected=False)
    assert kinds(away, NOW + 60) == []
    assert kinds(away, NOW + 299 - 30) == ["lost-contact"]  # seen_at is noted every 30 s
    assert kinds(away._replace(seen_at=None)) == ["lost-contact"]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (status(OUT), "out-of-service"),
        (status(LIMITED), "limited"),
        (status(waiting=3, oldest="2026-11-25T11:00:00+00:00"), "stale-queue"),
        (status(certificate_days=-1), "certificate"),
        (status(READY, Item("clock", AMBER, "unsure")), "clock"),
        (status(READY, Item("clock", RED, "wrong")), "clock"),
        (status(READY, Item("profile", AMBER, "refused")), "profile"),
    ],
)
def test_what_a_station_says_of_itself(told: StationStatus, kind: str) -> None:
    assert kinds(well(told)) == [kind]


def test_a_queue_that_waits_for_an_hour_is_none() -> None:
    assert kinds(well(status(waiting=3, oldest="2026-11-26T11:00:00+00:00"))) == []
    assert kinds(well(status(waiting=3, oldest="nonsense"))) == []


def test_calibration_is_warned_of_before_it_is_due() -> None:
    def due(day: str) -> list[str]:
        return [alert.level for alert in alerts(well()._replace(due=(Due("cuff", "cuff", day),)), NOW)]

    assert (due("2027-01-01"), due("2026-12-01"), due("2026-11-25"), due(""), due("soon")) == (
        [],
        ["warning"],
        ["danger"],
        [],
        [],
    )


def test_two_machines_with_one_identity_and_what_the_operator_did_himself() -> None:
    assert kinds(well()._replace(suspicious=("CLONED?",), disabled="painting")) == ["tamper", "disabled"]
