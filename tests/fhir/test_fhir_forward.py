"""Visits are forwarded to an independent server: each resource once, whatever is killed, refused or late."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from fhir_judges import Json, against
from fhir_target import RecordServer
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers, oximetry

from contract.documents import (
    AlarmRaised,
    Answers,
    ConsentGiven,
    Document,
    Identified,
    Measured,
    Person,
    VisitClosed,
)
from hub.config import Limits
from hub.errors import ProblemError
from hub.fhir.everything import everything, references
from hub.forward import outbox, targets
from hub.forward.bundle import AnswerError, answered, transaction
from hub.forward.forwarder import pause
from hub.models import ForwardChange, ForwardVisit

QUICK = {
    "forward_poll_s": 0.05,
    "forward_first_s": 0.05,
    "forward_most_s": 0.2,
    "forward_timeout_s": 60.0,
    "retry_filing_s": 0.2,
}
ROSA = Person("Rosa", "Quilliam", "1961-04-05")


class Rig:
    """A hub, a station, a record that the hub forwards to."""

    def __init__(self, folder: Path, stack: ExitStack, **limits: float) -> None:
        (folder / "hub").mkdir()
        self.hub = stack.enter_context(HubProcess(folder / "hub", **(QUICK | limits)))
        self.station = stack.enter_context(StationClient.enrolled(self.hub, "Elm Street Pharmacy"))
        self.record = stack.enter_context(RecordServer(folder))

    def add(self, *more: str) -> None:
        """Begin to forward."""
        told = ("there", f"{self.record.url}/fhir", "--consent", "2026-11", *more)
        added = self.hub.command("forward add", *told)
        assert added.returncode == 0, added.stderr

    def status(self) -> Json:
        """Return how forwarding stands."""
        [status] = self.hub.db.read_now(outbox.status)
        return status

    def visit(self, *more: Document, version: str = "2026-11", over: bool = True) -> VisitAtStation:
        """Have a visit."""
        visit = VisitAtStation(self.station)
        about: Any = {"visit": visit.id, "at": visit.at}
        said: list[Document] = [
            visit.opened(),
            ConsentGiven(**about, version=version, language="en", given=True),
            Identified(**about, person=ROSA),
            Answers(
                **about,
                response=answers("visit", "Dizzy since Monday"),
                symptoms=(),
                present=("alone",),
                reason="Dizzy",
            ),
            Measured(**about, measurement=oximetry(self.station.boot)),
            AlarmRaised(**about, alarm=uuid4(), rule="rf-04", level="P", why="pulse"),
        ]
        self.station.deliver(*said, *more, *([VisitClosed(**about, how="finished")] if over else []))
        return visit

    def there(self, *visits: VisitAtStation) -> dict[str, Json]:
        """Wait until the record has these visits as the hub has them; return everything there."""
        self.settled("sent", *visits)
        found = self.record.newest()
        for visit in visits:
            ours = {f"{r['resourceType']}/{r['id']}": r for r in self.everything(visit.id)}
            assert {name for name in ours if name not in found} == set()
            for name, resource in ours.items():
                assert bare(found[name]) == bare(resource), name
        return found

    def everything(self, visit: UUID) -> list[Json]:
        """Return what the hub has of a visit, without the Patients of others."""
        found = self.hub.db.read_now(lambda s: everything(s, str(visit)))
        return [one for one in found if one["resourceType"] != "Patient" or one["id"] in str(found[0])]

    def settled(self, state: str, *visits: VisitAtStation) -> None:
        """Wait until everything is filed and sorted, and these visits stand so."""

        def stand() -> bool:
            if self.hub.rows(ForwardChange):
                return False
            rows = {row.visit_id: row.state for row in self.hub.rows(ForwardVisit)}
            return all(rows.get(visit.id) == state for visit in visits)

        eventually(stand, f"{state}: {self.hub.log.read_text()[-2000:]}")


def bare(node: Any) -> Any:
    """Return a resource without what belongs to a server: ids, versions, where references and files are."""
    if isinstance(node, list):
        return [bare(each) for each in node]
    if not isinstance(node, dict):
        return node
    own = {"id", "meta"} if "resourceType" in node else set()
    own |= {"extension"} if node.get("resourceType") == "Patient" else set()
    own |= {"url"} if "contentType" in node else set()
    if "reference" in node or set(node) == {"type", "identifier"}:
        own |= {"reference", "type", "identifier"}
    return {name: bare(value) for name, value in node.items() if name not in own}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with ExitStack() as stack:
        yield Rig(tmp_path, stack)


def test_a_whole_visit_and_what_comes_after_it(rig: Rig) -> None:
    """New, changed, late: each resource is there once, in its newest form, and points to what is there."""
    rig.add()
    visit = rig.visit()
    found = rig.there(visit)
    kinds = {name.partition("/")[0] for name in found}
    asked = "Patient Encounter Consent QuestionnaireResponse Observation Device Flag Provenance"
    assert kinds == set(asked.split())
    assert against(found.values()) == []
    places = {f"{one['resourceType']}/{one['id']}" for one in found.values()}
    for name, resource in found.items():
        assert references(resource) <= places, name
        assert str(resource["id"]) not in name  # the server's own ids, not ours
    assert rig.record.control()["requests"] > 1  # more than one transaction takes with this server

    late = Measured(visit=visit.id, at=visit.at, measurement=oximetry(rig.station.boot))
    rig.station.deliver(late)
    with Browser(rig.hub, "ada") as ada:
        draft = {"text": "Rest.", "disposition": "self-care"}
        assert ada.send(f"/api/visits/{visit.id}/plan", draft, "PUT").status_code == 200
        assert ada.send(f"/api/visits/{visit.id}/sign").status_code == 200
    eventually(lambda: f"Observation/{late.measurement.id}" in rig.record.newest(), "the late reading")
    eventually(lambda: any(name.startswith("CarePlan") for name in rig.record.newest()), "the plan")
    rig.there(visit)
    history = rig.record.history()
    assert [v["status"] for v in history[f"Encounter/{visit.id}"]][-1] == "finished"
    assert len(history[f"Encounter/{visit.id}"]) > 1
    once = [
        name for name, versions in history.items() if name.startswith("Observation") and len(versions) > 1
    ]
    assert once == []


def test_only_visits_that_are_over_and_whose_consent_says_so(rig: Rig) -> None:
    rig.add()
    other, going = rig.visit(version="2025-01"), rig.visit(over=False)
    sent = rig.visit()
    rig.there(sent)
    rig.settled("no-consent", other)
    rig.settled("open", going)
    there = rig.record.newest()
    assert f"Encounter/{other.id}" not in there and f"Encounter/{going.id}" not in there
    # of others with the same name no more than that there is one
    [links] = [r["link"] for name, r in there.items() if name.startswith("Patient")]
    assert all(set(link["other"]) == {"type", "identifier"} for link in links)

    later = msgspec.structs.replace(sent.at, wall="2026-11-24T10:00:00+01:00")
    said = ConsentGiven(visit=sent.id, at=later, version="2026-11", language="en", given=False)
    rig.station.deliver(said, Measured(visit=sent.id, at=sent.at, measurement=oximetry(rig.station.boot)))
    rig.station.deliver(VisitClosed(visit=going.id, at=going.at, how="left"))
    eventually(lambda: len(consents(rig.record, sent)) == 2, "the no")
    rig.there(going)
    after = rig.record.newest()
    assert {c["status"] for c in consents(rig.record, sent)} == {"active", "rejected"}
    mine = [n for n, r in there.items() if n.startswith("Observation") and str(sent.id) in str(r)]
    assert len([n for n in after if n.startswith("Observation")]) == len(mine) + 4  # two visits of two values


def consents(record: RecordServer, visit: VisitAtStation) -> list[Json]:
    found = record.newest()
    place = f"Encounter/{found[f'Encounter/{visit.id}']['id']}"
    return [r for n, r in found.items() if n.startswith("Consent") and place in json.dumps(r)]


def test_what_the_record_refuses_is_seen_and_holds_nothing_else_up(rig: Rig) -> None:
    rig.add()
    rig.record.control(refuse=["Dizzy since Monday", "Quarrel"])
    ill, nobody = rig.visit(), rig.visit()
    about: Any = {"visit": nobody.id, "at": nobody.at}
    rig.station.deliver(Identified(**about, person=Person("Ann", "Quarrel", "1970-01-01")))
    rig.settled("in-part", ill, nobody)
    there = rig.record.newest()
    ours = {f"{r['resourceType']}/{r['id']}" for r in rig.everything(ill.id)}
    [missing] = ours - set(there)
    assert missing.startswith("QuestionnaireResponse")

    with Browser(rig.hub, "olga", role="operator") as olga:
        [status] = olga.get("/api/forwarding").json()["items"]
        refused = {one["resource"]: one for one in status["refused"]}
        assert "Dizzy since Monday is not wanted here" in refused[missing]["words"]
        assert refused[missing]["status"] == 400
        shown = rig.hub.command("forward status")
        assert refused[missing]["id"] in shown.stdout and "not wanted here" in shown.stdout
        assert "Dizzy" not in rig.hub.log.read_text() and "Quarrel" not in rig.hub.log.read_text()

        rig.record.control(refuse=["Quarrel"])
        key = refused[missing]["id"]
        assert olga.send(f"/api/forwarding/{key}/retry").status_code == 200
        rig.there(ill)
        assert olga.send(f"/api/forwarding/{key}/retry").status_code == 404
    rig.record.control(refuse=[])
    # what is mended here goes by itself
    rig.station.deliver(Identified(**about, person=Person("Ann", "Quail", "1970-01-01")))
    eventually(lambda: "Quail" in json.dumps(rig.record.newest()), "the new name")
    assert rig.hub.command("forward retry", "--all", "there").returncode == 0
    rig.there(ill, nobody)
    assert rig.status()["refused"] == []
    assert "Quarrel" not in json.dumps(rig.record.newest())  # nor as who they were said to be before


@pytest.mark.faults
def test_a_failing_record_has_everything_once_in_the_end(rig: Rig) -> None:
    rig.add()
    visits = []
    for fault in ("500", "503", "429", "html", "lost", "die", "die-before"):
        dies = fault.startswith("die")
        rig.record.control(fault=fault, times=1 if dies else 3)
        visits.append(rig.visit())
        if dies:
            rig.record.gone()
            rig.record.start()
        rig.there(*visits)
    status = rig.status()
    assert (status["refused"], status["failures"]) == ([], 0)
    assert status["visits"] == {"sent": len(visits)}


@pytest.mark.faults
def test_a_record_that_is_not_there_for_a_while(rig: Rig) -> None:
    rig.add()
    rig.record.kill()
    visits = [rig.visit() for _ in range(3)]
    assert "cannot be reached" in eventually(lambda: str(rig.status()["trouble"]) or None, "trouble")
    rig.hub.kill()  # what waits is not in memory
    rig.hub.start()
    rig.record.start()
    rig.there(*visits)


@pytest.mark.faults
@pytest.mark.parametrize("skip", range(3))
def test_the_hub_is_killed_between_the_sending_and_the_mark(rig: Rig, skip: int) -> None:
    """The record took a transaction and the hub does not know; meanwhile the visit changes."""
    rig.add()
    visit = rig.visit(over=False)
    rig.settled("open", visit)
    asked = rig.record.control(fault="hold", times=0)["requests"]
    rig.station.deliver(VisitClosed(visit=visit.id, at=visit.at, how="finished"))
    if skip:
        eventually(lambda: rig.record.control()["requests"] >= asked + skip, "transactions")
    rig.record.control(times=1)
    late = Measured(visit=visit.id, at=visit.at, measurement=oximetry(rig.station.boot))
    rig.station.deliver(late)
    eventually(lambda: rig.record.control()["held"] == 1, "the transaction whose answer is held back")
    rig.hub.kill()
    rig.hub.start()
    rig.station.reconnect()
    changed = Identified(visit=visit.id, at=visit.at, person=Person("Rosa", "Quillan", "1961-04-05"))
    rig.station.deliver(changed)
    eventually(lambda: "Quillan" in json.dumps(rig.record.newest()), "the new name")
    rig.there(visit)


@pytest.mark.faults
def test_a_server_that_knows_no_transactions_and_tells_no_places(rig: Rig) -> None:
    rig.record.control(batch=True, places=False, refuse=["Dizzy since Monday"])
    rig.add("--entries", "50")
    visit = rig.visit()
    rig.settled("in-part", visit)
    refused = {one["resource"].partition("/")[0] for one in rig.status()["refused"]}
    assert refused == {"QuestionnaireResponse", "Provenance"}  # the second names the first, in the same batch
    rig.record.control(refuse=[])
    assert rig.hub.command("forward retry", "--all", "there").returncode == 0
    rig.there(visit)
    rig.station.deliver(Measured(visit=visit.id, at=visit.at, measurement=oximetry(rig.station.boot)))
    new = Identified(visit=visit.id, at=visit.at, person=Person("Rosa", "Quillan", "1961-04-05"))
    rig.station.deliver(new)
    eventually(lambda: "Quillan" in json.dumps(rig.record.newest()), "the new name")
    rig.there(visit)


@pytest.mark.faults
def test_a_second_hub_that_sends_the_same_visit_doubles_nothing(rig: Rig) -> None:
    """Forwarding forgotten and begun anew stands for a second hub: it knows nothing of what is there."""
    rig.add()
    visit = rig.visit()
    first = {name: one["id"] for name, one in rig.there(visit).items()}
    assert rig.hub.command("forward remove", "there").returncode == 0
    rig.station.deliver(
        Identified(visit=visit.id, at=visit.at, person=Person("Rosa", "Quillan", "1961-04-05"))
    )
    rig.add("--since", "2026-01-01")
    eventually(lambda: "Quillan" in json.dumps(rig.record.newest()), "the new name")
    found = rig.there(visit)
    assert {name: found[name]["id"] for name in first} == first


@pytest.mark.faults
def test_who_we_are(rig: Rig, tmp_path: Path) -> None:
    rig.record.control(token="t0ken")
    secret = tmp_path / "secret"
    secret.write_text("wrong\n")
    rig.add("--token-file", str(secret))
    visit = rig.visit()
    assert "does not know us" in eventually(lambda: str(rig.status()["trouble"]) or None, "the refusal")
    kept = rig.hub.data / "forward" / "there.secret"
    assert (kept.read_text(), oct(kept.stat().st_mode & 0o777)) == ("wrong", "0o600")
    kept.write_text("t0ken")  # a new token goes into the file while the hub runs
    rig.there(visit)
    assert rig.hub.command("forward remove", "there").returncode == 0
    assert not kept.exists()

    secret.write_text("s3cret")
    oauth = ("--client-id", "carepost", "--token-url", f"{rig.record.url}/token")
    rig.add(*oauth, "--client-secret-file", str(secret))
    rig.there(rig.visit())
    for table in ("forward_target", "audit"):
        with rig.hub.db.reader.connect() as connection:
            told = str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
        assert "s3cret" not in told and "t0ken" not in told
    assert "t0ken" not in rig.hub.log.read_text()


# ---- without a server ----------------------------------------------------------------------------


def test_a_photo_goes_without_an_address_that_leads_nowhere() -> None:
    identity = str(uuid4())
    attachment = {"contentType": "image/jpeg", "size": 7, "url": f"Binary/{identity}"}
    photo = {"resourceType": "DocumentReference", "id": identity, "content": [{"attachment": attachment}]}
    [entry] = transaction([photo], {}, {}, ()).bundle["entry"]
    assert entry["resource"]["content"] == [{"attachment": {"contentType": "image/jpeg", "size": 7}}]
    assert attachment["url"]  # what is here stays as it is


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://records.example.org/fhir", "not https"),
        ("ftp://records.example.org", "not an address"),
        ("https://me:secret@records.example.org/fhir", "no password"),
        ("https://records.example.org/fhir?x=1", "not an address"),
        ("https://[::1", "not an address"),
        ("records", "not an address"),
    ],
)
def test_an_address_that_nothing_is_sent_to(url: str, words: str) -> None:
    with pytest.raises(ProblemError, match=words):
        targets.address(url, "It", insecure=False)


@pytest.mark.parametrize("url", ["http://localhost:8080/fhir/", "http://127.0.0.1/fhir", "http://[::1]/fhir"])
def test_this_machine_needs_no_encryption(url: str) -> None:
    assert targets.address(url, "It", insecure=False) == url.rstrip("/")
    assert targets.address("http://records.example.org/fhir", "It", insecure=True)


def test_pauses_grow_and_are_never_longer_than_the_longest() -> None:
    limits = Limits(forward_first_s=2.0, forward_most_s=100.0)
    assert all(1.0 <= pause(limits, 0) <= 2.0 and 8.0 <= pause(limits, 3) <= 16.0 for _ in range(50))
    assert all(50.0 <= pause(limits, 10_000) <= 100.0 for _ in range(50))


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Patient/7", "Patient/7"),
        ("Patient/7/_history/2", "Patient/7"),
        ("https://records.example.org/fhir/Patient/a-7.b/_history/2", "Patient/a-7.b"),
        ("Observation/7", ""),
        ("https://records.example.org/?Patient", ""),
        (None, ""),
    ],
)
def test_where_a_server_says_it_put_something(location: str | None, place: str) -> None:
    sent = transaction([{"resourceType": "Patient", "id": "1"}], {}, {}, ())
    entry = {"response": {"status": "201 Created", "location": location}}
    [made] = answered(sent, {"resourceType": "Bundle", "entry": [entry]})
    assert (made.status, made.place) == (201, place)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {"resourceType": "OperationOutcome"},
        {"resourceType": "Bundle"},
        {"resourceType": "Bundle", "entry": []},
        {"resourceType": "Bundle", "entry": [1]},
        {"resourceType": "Bundle", "entry": [{"response": {}}]},
        {"resourceType": "Bundle", "entry": [{"response": {"status": "fine"}}]},
    ],
)
def test_an_answer_that_is_none(answer: object) -> None:
    sent = transaction([{"resourceType": "Patient", "id": "1"}], {}, {}, ())
    with pytest.raises(AnswerError):
        answered(sent, answer)
