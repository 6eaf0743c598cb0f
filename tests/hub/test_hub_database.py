"""The database's form, and the visit's record: what a migration makes, what two documents leave."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers

from contract.documents import Answers
from hub.app import open_database
from hub.config import Config
from hub.db import migrate
from hub.models import Base, Meta, StoredEnvelope


def test_a_fresh_database_is_what_the_models_say(tmp_path: Path) -> None:
    db = open_database(Config(data=tmp_path))
    with db.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    migrate(db.writer)  # again changes nothing
    db.close()


def test_an_existing_database_keeps_its_epoch(tmp_path: Path) -> None:
    def epoch() -> str:
        db = open_database(Config(data=tmp_path))
        found = db.read_now(lambda s: s.get_one(Meta, "epoch").value)
        db.close()
        return found

    assert epoch() == epoch()


def test_every_questionnaire_of_a_visit_is_kept(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)

    def told(name: str, text: str) -> Answers:
        return Answers(
            visit=visit.id,
            at=visit.at,
            response=answers(name, text),
            symptoms=(),
            present=("alone",),
            reason="Cough" if name == "intake" else "",
        )

    station.deliver(
        visit.opened(), told("intake", "first"), told("screening", "never"), told("intake", "changed")
    )
    eventually(lambda: all(e.state != "stored" for e in hub.rows(StoredEnvelope)), "filing")
    with Browser(hub, "ada") as browser:
        detail = browser.get(f"/api/visits/{visit.id}").json()
        assert detail["reason"] == "Cough"
        assert {a["question"]: a["answer"] for a in detail["answers"]} == {
            "Question of intake?": "changed",
            "Question of screening?": "never",
        }
        assert len(browser.found("QuestionnaireResponse", encounter=str(visit.id))) == 3
        kept = browser.found("QuestionnaireResponse", questionnaire="urn:carepost:questionnaire:screening")
        assert len(kept) == 1


def test_a_second_hub_on_the_same_folder_says_so(hub: HubProcess) -> None:
    refused = hub.command("serve", "--console-port", "0", "--station-port", "0")
    assert refused.returncode == 1
    assert "already" in refused.stderr
    assert "Traceback" not in refused.stderr
