"""Alarms outlive sessions and core, are told again, and end only when a person has seen them."""

from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from contract import station, wire
from contract.profile import Profile
from kiosk.core.alarms import FORGET_ACKNOWLEDGED, Alarms
from kiosk.core.site import Site

VISIT = uuid4()
PROFILE = Profile(
    version=1, station=uuid4(), name="Elm Street", address="", site_phone="", hub_url="https://localhost:1"
)


class Around:
    def __init__(self, path: Path) -> None:
        self.online = True
        self.session: list[station.Alarm] = []
        self.hub: list[wire.ToHub] = []
        self.alarms = Alarms(path, self.session.append, self._hub)  # type: ignore[arg-type]

    def _hub(self, message: wire.ToHub) -> bool:
        if self.online:
            self.hub.append(message)
        return self.online


def message(alarm: UUID, quiet: bool = False) -> station.RaiseAlarm:
    return station.RaiseAlarm(alarm=alarm, visit=VISIT, rule="rf-01", level="E", quiet=quiet)


def test_an_alarm_is_told_to_hub_and_session_without_a_promise(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    one = uuid4()
    a.alarms.raise_alarm(message(one))
    assert isinstance(a.hub[0], wire.AlertRaised)
    assert not a.session[-1].hub_has_it
    assert not a.session[-1].acknowledged_by
    a.alarms.hub_has(one)
    assert a.session[-1].hub_has_it
    assert not a.session[-1].acknowledged_by
    a.alarms.acknowledged(one, "provider", "2026-11-24T10:00:00+00:00")
    assert a.session[-1].acknowledged_by == "provider"


def test_a_replayed_alarm_is_one_alarm_and_keeps_its_time(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    one = uuid4()
    a.alarms.raise_alarm(message(one))
    first = a.session[-1].raised_at
    a.alarms.raise_alarm(message(one))
    assert len(a.alarms.all()) == 1
    assert a.session[-1].raised_at == first


def test_an_alarm_raised_offline_is_told_when_the_hub_comes_and_survives_core(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    a.online = False
    one = uuid4()
    a.alarms.raise_alarm(message(one))
    assert a.hub == []
    again = Around(tmp_path / "alarms.json")
    again.alarms.hub_is(True)
    assert [m.alarm for m in again.hub if isinstance(m, wire.AlertRaised)] == [one]
    assert again.hub[0].repeat == 0  # type: ignore[union-attr]


def test_seen_on_site_tells_the_hub_and_ends_the_repeats(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    one = uuid4()
    a.alarms.raise_alarm(message(one))
    a.alarms.acknowledged_here(station.AcknowledgeAlarm(alarm=one, by="staff"))
    assert isinstance(a.hub[-1], wire.AlertSeen)
    before = len(a.hub)
    a.alarms.hub_is(True)
    assert len(a.hub) == before


def test_the_file_names_nobody_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    for _ in range(FORGET_ACKNOWLEDGED + 20):
        one = uuid4()
        a.alarms.raise_alarm(message(one))
        a.alarms.acknowledged(one, "staff", "t")
    open_one = uuid4()
    a.alarms.raise_alarm(message(open_one))
    assert len(a.alarms.all()) == FORGET_ACKNOWLEDGED + 1
    assert open_one in {alarm.alarm for alarm in a.alarms.all()}


def test_a_damaged_file_does_not_stop_core(tmp_path: Path) -> None:
    (tmp_path / "alarms.json").write_bytes(b"\0garbage")
    assert Around(tmp_path / "alarms.json").alarms.all() == []


def test_who_came_while_the_hub_was_away_is_told_when_it_is_back(tmp_path: Path) -> None:
    a = Around(tmp_path / "alarms.json")
    a.online = False
    one = uuid4()
    a.alarms.raise_alarm(message(one))
    a.alarms.acknowledged_here(station.AcknowledgeAlarm(alarm=one, by="nurse"))
    again = Around(tmp_path / "alarms.json")  # also across a power cut
    for around in (a, again):
        around.online = True
        around.alarms.hub_is(True)
        raised, seen = around.hub
        assert isinstance(raised, wire.AlertRaised) and isinstance(seen, wire.AlertSeen)
        assert (seen.alarm, seen.by, seen.at) == (one, "nurse", a.session[-1].acknowledged_at)
        around.alarms.hub_is(True)
        assert len(around.hub) == 2


def test_a_fresh_emergency_sounds_again_after_a_power_cut_and_an_old_one_does_not(tmp_path: Path) -> None:
    sounds: list[str] = []
    path = tmp_path / "alarms.json"
    site = Site(PROFILE, lambda: sounds.append("tones"))
    before = Alarms(path, lambda _: None, lambda _: False)
    before.raise_alarm(message(uuid4()))
    Alarms(path, lambda _: None, lambda _: False, site).say_again()
    assert sounds == ["tones"]
    old = msgspec.structs.replace(before.all()[0], raised_at="2020-01-01T00:00:00+00:00")
    path.write_bytes(msgspec.json.encode([old]))
    Alarms(path, lambda _: None, lambda _: False, site).say_again()
    assert sounds == ["tones"]
