"""A medical director's changes: in the station's signed profile, and line by line in the audit."""

import json
from pathlib import Path

import pytest

from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.config import Config
from hub.fleet import stations
from hub.fleet.stations import clinical_changes


def test_a_changed_number_reaches_the_profile_and_shows_in_the_audit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "hub"
    assert main(["init", "--data", str(data)]) == 0
    code = ["station-code", "--data", str(data), "--name", "S", "--address", "A", "--phone", "P"]
    file = tmp_path / "profile.json"
    file.write_text(json.dumps({"clinical": {"rf-07.spo2_below": 89}}))
    assert main([*code, "--profile", str(file)]) == 0
    db = open_database(Config(data=data))
    station = db.read_now(lambda s: stations.everywhere(s)[0].id)
    for numbers in ({"rf-07.spo2_below": 88}, {"rf-07.spo2_below": 87}, {}):
        file.write_text(json.dumps({"clinical": numbers}))
        assert main(["station-profile", "--data", str(data), str(station), str(file)]) == 0
    capsys.readouterr()
    made = db.read_now(lambda s: stations.profile(stations.find(s, station), "https://localhost"))
    rows = db.read_now(lambda s: [(r.actor, r.target, r.outcome) for r in audit.entries(s, 20)][::-1])
    db.close()
    assert made.clinical == {} and made.version >= 4
    assert [outcome for _, target, outcome in rows if target == str(station)] == [
        "rf-07.spo2_below: as shipped -> 89",  # with the enrolment code
        "rf-07.spo2_below: 89 -> 88",
        "rf-07.spo2_below: 88 -> 87",
        "rf-07.spo2_below: 87 -> as shipped",
    ]


def test_own_questions_are_named_by_what_they_hold() -> None:
    first, second = clinical_changes({}, {"questions": "eA=="}), clinical_changes({}, {"questions": "eB=="})
    assert first != second and first[0].startswith("questions: ")
    assert clinical_changes({"questions": "eA=="}, {}) == ["questions: as shipped"]
    assert clinical_changes({"languages": ["en"]}, {"languages": ["es"]}) == []
