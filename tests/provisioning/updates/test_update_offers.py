"""Which station takes what, and when: the pure rules of a roll-out."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from provisioning.updates.errors import UpdateError
from provisioning.updates.offers import Offer, channel, chosen, may_restart, same, verdict, version, window

OFFER = Offer("station/2.0/image.json", "2.0")


def test_versions_are_numbers_not_letters() -> None:
    assert version("1.10") > version("1.9")
    assert version("1.2.0") == version("1.2")
    for wrong in ("", "1.", "v1", "1.2-rc1", "1.2.3.4.5", "1 ", "١"):
        with pytest.raises(UpdateError):
            version(wrong)


def test_who_is_in_stays_in_as_it_grows() -> None:
    for station in (uuid4() for _ in range(50)):
        told = [chosen(station, "2.0", percent) for percent in range(101)]
        assert told == sorted(told) and told[100] and not told[0]


def test_a_part_of_the_stations_is_about_that_part_and_others_each_time() -> None:
    stations = [uuid4() for _ in range(2000)]
    first = {s for s in stations if chosen(s, "2.0", 10)}
    then = {s for s in stations if chosen(s, "2.1", 10)}
    assert 120 < len(first) < 280
    assert len(first & then) < len(first) / 2


def test_verdicts() -> None:
    station = uuid4()

    def told(running: str, offer: Offer = OFFER, failed: frozenset[str] = frozenset()) -> tuple[bool, str]:
        return verdict(offer, running=running, station=station, failed=failed)[:2]

    assert told("1.9") == (True, "take")
    assert told("2") == (False, "newest")
    assert told("2.0.1") == (False, "older")
    assert told("1.9", failed=frozenset({"2.0"})) == (False, "failed")
    assert told("1.9", Offer("x", "2.0", percent=0)) == (False, "not-yet")
    assert told("1.9", Offer("x", "2.0", percent=0, minimum="1.9.1")) == (True, "forced")
    assert told("1.9.1", Offer("x", "2.0", percent=0, minimum="1.9.1")) == (False, "not-yet")


def test_a_version_that_failed_is_not_taken_again_under_another_spelling() -> None:
    told = verdict(OFFER, running="1.2", station=uuid4(), failed=frozenset({"2.0.0"}))
    assert (told.take, told.why) == (False, "failed")
    assert same("1.3", "1.3.0") and not same("", "") and not same("1.3", "")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute, tzinfo=UTC)


def test_never_within_a_visit_and_only_in_the_sites_hours() -> None:
    night = window("22:00-05:00")
    assert may_restart(visit=False, forced=False, hours=night, now=at(23)) == ""
    assert may_restart(visit=False, forced=False, hours=night, now=at(4, 59)) == ""
    assert may_restart(visit=False, forced=False, hours=night, now=at(5)) == "hours"
    assert may_restart(visit=True, forced=False, hours=night, now=at(23)) == "visit"
    assert may_restart(visit=False, forced=True, hours=night, now=at(12)) == ""
    assert may_restart(visit=True, forced=True, hours=night, now=at(12)) == "visit"
    assert may_restart(visit=False, forced=False, hours=window("00:00-00:00"), now=at(12)) == ""
    for wrong in ("", "5-6", "24:00-05:00", "22:00", "22:60-05:00"):
        with pytest.raises(UpdateError):
            window(wrong)


@pytest.mark.parametrize(
    "encoded",
    [
        b"",
        b"[]",
        b'{"station": {"target": "x"}}',
        b'{"station": {"target": "x", "version": "new"}}',
        b'{"station": {"target": "x", "version": "1", "percent": 101}}',
        b'{"station": {"target": "x", "version": "1", "minimum": "2"}}',
        b"\xff",
    ],
)
def test_a_channel_that_is_none_says_so(encoded: bytes) -> None:
    with pytest.raises(UpdateError) as refused:
        channel(encoded)
    assert refused.value.why == "not-understood"
    assert channel(b'{"station": {"target": "x", "version": "1", "later": true}}').station is not None
