"""Profiles from one file: how they are merged, what is refused, and fifty stations by one command."""

from pathlib import Path

import pytest

from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.config import Config
from hub.errors import ProblemError
from hub.fleet import sources, stations
from hub.models import Station

DOCS = Path(__file__).resolve().parents[2] / "docs"


def told(text: str) -> list[sources.Told]:
    return sources.stations(sources.read(text.encode()))


def test_a_site_goes_before_the_organisation_and_a_station_before_both() -> None:
    [one, two] = told(
        """
        organisation: {keep_days: 3, timing: {rest_s: 100, idle_s: 50}, languages: [en, es, ar]}
        sites:
          north:
            profile: {timing: {rest_s: 200}, languages: [es]}
            stations:
              A: {timing: {idle_s: 60}}
              B:
        """
    )
    assert (one.station, one.site, two.station) == ("A", "north", "B")
    assert one.settings == {"keep_days": 3, "timing": {"rest_s": 200, "idle_s": 60}, "languages": ["es"]}
    assert two.settings == {"keep_days": 3, "timing": {"rest_s": 200, "idle_s": 50}, "languages": ["es"]}


def test_null_takes_back_to_what_is_shipped() -> None:
    [one] = told(
        "{organisation: {timing: {rest_s: 9}, keep_days: 1}, sites: {s: {stations: {A: {timing: null}}}}}"
    )
    assert one.settings == {"keep_days": 1}
    assert sources.merged({"a": {"b": 1, "c": 2}}, {"a": {"b": None}}) == {"a": {"c": 2}}
    assert sources.merged({"a": 1}, {"a": {"b": 2}}) == {"a": {"b": 2}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "not YAML"),
        ("sites: 3", "does not fit"),
        ("organization: {}", "unknown field"),
        ("organisation: {timing: {rest_sec: 3}}", "timing.rest_sec .in organisation"),
        ("sites: {n: {stations: {A: {kep_days: 3}}}}", "kep_days .in station A"),
        ("sites: {n: {stations: {A: }}, m: {stations: {A: }}}", "named at n and at m"),
    ],
)
def test_a_file_that_is_wrong_says_where(text: str, words: str) -> None:
    with pytest.raises(ProblemError, match=words):
        told(text)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    assert main(["init", "--data", str(folder)]) == 0
    return folder


def _add(data: Path, *names: str) -> None:
    db = open_database(Config(data=data))
    for name in names:
        db.write_now(lambda s, n=name: stations.create(s, n, "A", "P", {}))  # type: ignore[misc]
    db.close()


def _rows(data: Path) -> dict[str, Station]:
    db = open_database(Config(data=data))
    rows = db.read_now(stations.everywhere)
    db.close()
    return {row.name: row for row in rows}


def test_fifty_are_staged_by_one_command_and_only_those_that_change(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"S{number}" for number in range(50)]
    _add(data, *names)
    file = tmp_path / "profiles.yaml"
    own = "\n".join(f"      {name}:" for name in names)
    file.write_text(f"organisation: {{keep_days: 9}}\nsites:\n  north:\n    stations:\n{own}\n")
    assert main(["profile", "check", "--data", str(data), str(file)]) == 0
    assert main(["profile", "stage", "--data", str(data), str(file)]) == 1  # nobody said yes
    assert {row.profile_version for row in _rows(data).values()} == {1}
    capsys.readouterr()
    assert main(["profile", "stage", "--yes", "--data", str(data), str(file)]) == 0
    out = capsys.readouterr().out
    assert "keep_days: 7 -> 9" in out and "50 of 50 stations would change" in out
    assert {row.profile_version for row in _rows(data).values()} == {2}
    file.write_text(file.read_text().replace("S7:", "S7: {keep_days: 8, clinical: {rf-07.spo2_below: 88}}"))
    assert main(["profile", "stage", "--yes", "--data", str(data), str(file)]) == 0
    assert "1 of 50 stations would change" in capsys.readouterr().out
    rows = _rows(data)
    assert (rows["S7"].profile_version, rows["S8"].profile_version) == (3, 2)
    db = open_database(Config(data=data))
    noted = {(r.action, r.outcome) for r in db.read_now(lambda s: audit.entries(s, 200))}
    db.close()
    assert ("profile-clinical", "rf-07.spo2_below: as shipped -> 88") in noted
    assert {("profile-change", "keep_days: 7 -> 9"), ("profile-change", "keep_days: 9 -> 8")} <= noted
    assert not [told for action, told in noted if action == "profile-change" and "rf-07" in told]
    assert main(["profile", "show", "--data", str(data), str(rows["S7"].id)]) == 0
    assert "keep_days: 8" in capsys.readouterr().out


def test_a_file_is_taken_whole_or_not_at_all(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(data, "A", "B", "B")
    file = tmp_path / "profiles.yaml"
    file.write_text(
        "organisation: {keep_days: 9}\nsites:\n  north:\n    stations:\n"
        "      A: {paging: {url: 'https://me:secret@pager.example'}}\n      B:\n      C:\n"
    )
    assert main(["profile", "stage", "--yes", "--data", str(data), str(file)]) == 1
    said = capsys.readouterr().err
    assert "A: paging.url: holds a secret" in said
    assert "B: 2 stations of this name" in said and "C: no station of this name" in said
    assert all(row.profile_version == 1 for row in _rows(data).values())


def test_words_that_can_be_no_rule_are_refused_here_and_not_first_at_the_station(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(data, "A")
    file = tmp_path / "profiles.yaml"
    file.write_text(
        "sites:\n  north:\n    stations:\n      A:\n        lockdown:\n"
        "          usb: [{id: 046D:0825, interfaces: ['0e:*:*']}]\n"
        "          relays: [me:secret@turn.example]\n"
    )
    for line in (["check"], ["diff"], ["stage", "--yes"]):
        assert main(["profile", *line, "--data", str(data), str(file)]) == 1
        said = capsys.readouterr().err
        assert "A: lockdown.usb.0.id: '046D:0825' is no USB id" in said
        assert "A: lockdown.relays.0: '…@turn.example' is no host:port" in said and "secret" not in said
    assert _rows(data)["A"].profile_version == 1
    file.write_text(
        file.read_text().replace("046D", "046d").replace("me:secret@turn.example", "t.example:443")
    )
    assert main(["profile", "stage", "--yes", "--data", str(data), str(file)]) == 0


def test_the_example_in_the_docs_is_one() -> None:
    found = sources.stations(sources.read((DOCS / "profiles-example.yaml").read_bytes()))
    assert len(found) >= 2
    row = Station(name="n", address="a", phone="p", profile_version=1)
    row.id = __import__("uuid").uuid4()
    for one in found:
        assert stations.with_settings(row, "https://localhost", one.settings).languages


def test_a_driver_that_does_not_exist_is_refused_here_and_not_first_at_the_station(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(data, "A")
    file, own = tmp_path / "profiles.yaml", tmp_path / "own.json"
    device = '{"id": "c", "role": "cuff", "driver": "rbp9805", "port": "auto"}'
    file.write_text(f"sites: {{north: {{stations: {{A: {{devices: [{device}]}}}}}}}}")
    own.write_text(f'{{"devices": [{device}]}}')
    where = ["--data", str(data)]
    for line in (
        ["profile", "check", *where, str(file)],
        ["profile", "stage", "--yes", *where, str(file)],
        ["station-profile", *where, str(_rows(data)["A"].id), str(own)],
        ["station-code", *where, "--name", "B", "--address", "A", "--phone", "P", "--profile", str(own)],
    ):
        assert main(line) != 0, line
        assert "devices.0.driver: no cuff driver is called 'rbp9805'" in capsys.readouterr().err
    assert [row.profile_version for row in _rows(data).values()] == [1]


def test_a_new_stations_profile_holds_no_secret(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"paging": {"url": "https://me:s3cret@pager.example"}}')
    line = ["station-code", "--data", str(data), "--name", "B", "--address", "A", "--phone", "P"]
    assert main([*line, "--profile", str(own)]) != 0
    assert "paging.url: holds a secret" in capsys.readouterr().err
    assert _rows(data) == {}
