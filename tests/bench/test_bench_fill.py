"""The hub that the worklist's bench asks is as it says: closed visits, a few open, Observations found."""

from pathlib import Path

from sqlalchemy import func, select

from bench.fill import CODE, OBSERVATIONS, OPEN, fill, patient
from hub.app import open_database
from hub.config import Config
from hub.fhir import store
from hub.models import Alarm, Visit
from hub.visits import views


def test_a_filled_hub_shows_its_open_visits_and_finds_a_patients_observations(tmp_path: Path) -> None:
    db = open_database(Config(tmp_path))
    fill(db, 400)
    with db.reader.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Visit)) == 400 + OPEN
        assert connection.scalar(select(func.count(Visit.match_key.distinct()))) == 400
        acknowledged = select(func.count()).where(Alarm.acknowledged_at.is_not(None))
        assert 1 <= (connection.scalar(acknowledged) or 0) <= 100  # one in sixteen
    items = db.read_now(views.worklist)
    assert len(items) == OPEN
    assert items[0].level == "P" and items[0].alarms
    for number in (0, 99):
        query = [("patient", patient(number)), ("code", CODE), ("date", "ge2020")]
        found = db.read_now(lambda s, q=query: store.search(s, "Observation", q, 10, 0))  # type: ignore[misc]
        assert found.total == OBSERVATIONS == len(found.resources)
        assert found.resources[0]["id"] == f"o{number * OBSERVATIONS}"
    db.close()
