"""What the hub makes of stations' documents is valid FHIR R4, as independent judges see it (judges.mjs)."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from fhir_judges import against, judged
from fhir_readings import every_kind, measurements
from hub_process import Browser, HubProcess, eventually, kinds
from hub_station import WALL, StationClient, VisitAtStation
from hypothesis import HealthCheck, given, settings

from contract.documents import (
    AlarmRaised,
    Answers,
    CallbackWanted,
    ConsentGiven,
    Document,
    Identified,
    Measured,
    MeasureSkipped,
    Person,
    VisitClosed,
)
from contract.measurement import Act, Measurement
from hub.fhir import attachments, build, devices, observations
from hub.fhir.terms import OURS
from hub.models import Blob, Station, StoredEnvelope, Visit
from hub.visits.state import Facts, state
from kiosk.clinical.library import default_questionnaire, read_folder
from kiosk.clinical.questionnaire import next_item, to_response
from kiosk.clinical.questions import Answer
from kiosk.visit.asking import harmless

Json = dict[str, Any]
ISSUED = "2026-11-24T09:00:01.000+00:00"


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


def answered(name: str, language: str) -> Json:
    """Return the response to a questionnaire that we ship, every question of it answered."""
    questionnaire = default_questionnaire(name)
    answers: dict[str, Answer] = {}
    while (item := next_item(questionnaire, answers)) is not None:
        answers[item.link_id] = harmless(questionnaire, item.link_id)
    return to_response(questionnaire, answers, language=language, authored=WALL)


def told(visit: VisitAtStation, person: Person) -> list[Document]:
    """Return a visit's documents: all that a station can say."""
    about: Any = {"visit": visit.id, "at": visit.at}
    responses = [answered("visit", "en"), answered("cuff", "es")]
    readings = every_kind(visit.station.boot)
    return [
        visit.opened(),
        ConsentGiven(**about, version="2026-11", language="en", given=True),
        ConsentGiven(**about, version="2026-11", language="es", given=False),
        Identified(**about, person=Person("Somebody", "Else", "1970-01-01")),
        Identified(**about, person=person),
        *(
            Answers(**about, response=response, symptoms=(), present=("alone",), reason="Dizzy")
            for response in responses
        ),
        *(Measured(**about, measurement=made) for made in readings.values()),
        *(MeasureSkipped(**about, act=act, reason="declined") for act in [*Act, "hearing"]),
        AlarmRaised(**about, alarm=uuid4(), rule="rf-04", level="P", why="pulse"),
        AlarmRaised(**about, alarm=uuid4(), rule="rf-01", level="E", why=""),
        CallbackWanted(**about, phone="555 0123", when="evening"),
        VisitClosed(**about, how="finished"),
    ]


def plan(provider: Browser, visit: VisitAtStation) -> None:
    """Write and sign a plan, and acknowledge one of the alarms."""
    draft = {"text": "Rest and drink.", "disposition": "in-person", "warning_signs": ["fever", "pain"]}
    more = {"referral": "Elm Street Hospital", "follow_up": "in a week"}
    path = f"/api/visits/{visit.id}"
    assert provider.send(f"{path}/plan", draft | more, "PUT").status_code == 200
    assert provider.send(f"{path}/sign").status_code == 200
    flag = provider.found("Flag", encounter=str(visit.id))[0]
    assert provider.send(f"/api/alarms/{flag['id']}/acknowledge").status_code == 200


@pytest.fixture(scope="module")
def made(hub: HubProcess, station: StationClient, provider: Browser) -> list[Json]:
    """Return what two visits left at the hub, and what it says about itself."""
    documents = []
    people = (Person("Rosa María", "Quilliam", "1961-04-05"), Person(anonymous=True))
    visits = [VisitAtStation(station) for _ in people]
    for visit, person in zip(visits, people, strict=True):
        said = told(visit, person)
        station.deliver(*said)
        documents += said

    def filed() -> bool:
        return [row.state for row in hub.rows(StoredEnvelope)].count("filed") == len(documents)

    eventually(filed, "filing")
    plan(provider, visits[0])
    bundles = [provider.fhir(f"Encounter/{visit.id}/$everything") for visit in visits]
    searched = provider.fhir("Observation", _count="3")
    refused = [provider.get("/fhir/R4/Observation", nonsense="1"), provider.get("/fhir/R4/Patient/none")]
    resources = [entry["resource"] for bundle in bundles for entry in bundle["entry"]]
    return [*resources, *bundles, searched, provider.fhir("metadata"), *(answer.json() for answer in refused)]


def test_what_visits_left_is_valid(made: list[Json]) -> None:
    counted = kinds(made)
    asked = {"Patient", "Encounter", "Consent", "QuestionnaireResponse", "Observation", "Device", "Flag"}
    asked |= {"CarePlan", "Provenance", "Bundle", "CapabilityStatement", "OperationOutcome"}
    assert asked <= set(counted)
    text = json.dumps(made)
    assert all(OURS + name in text for name in ("identity-told-before", "time-confidence"))
    assert counted["Observation"] > 2 * (len(every_kind(uuid4())) + len(Act))
    assert against(made) == []


def test_what_the_hub_refuses_is_told_as_fhir(hub: HubProcess) -> None:
    with Browser(hub) as nobody:
        answer = nobody.get("/fhir/R4/Patient")
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/fhir+json")
    assert against([answer.json()]) == []
    assert answer.json()["issue"][0]["code"] == "login"


def test_an_encounter_is_valid_in_each_state() -> None:
    station = Station(id=uuid4(), name="Elm", address="1 Elm Street", phone="555 0100")
    assert {state(Facts(False, False, False, False, False, True, False, "N", None))} <= set(
        build.ENCOUNTER_STATUS
    )
    resources = [
        build.encounter(
            Visit(
                id=uuid4(),
                state=name,
                started_at=WALL,
                level=level,
                reason="Dizzy",
                closed_how="left",
                closed_at=WALL,
            ),
            station,
            who,
        )
        for name in build.ENCOUNTER_STATUS
        for level, who in (("N", None), ("E", "Dr Ada"))
    ]
    assert against([*resources, build.station_device(station)]) == []


def test_times_put_right_twins_and_changed_identities_are_valid() -> None:
    """What the intake adds: a clock was wrong, an id was used twice, somebody was somebody else before."""
    visit, station, boot = uuid4(), uuid4(), uuid4()
    whens = [
        observations.When(at, confidence, why, WALL)
        for at in (WALL, "2026-11-26T09:30:00.000-05:00")
        for confidence, why in (("agreed", ""), ("corrected", "56 years slow"), ("unsure", "not checked"))
    ]
    found: list[Json] = []
    for when in whens:
        for measurement in every_kind(boot).values():
            found += observations.observations(measurement, visit, station, when, twin=uuid4())
    told = {"given": "Ana", "family": "Silva", "birth_date": "1990-01-02", "anonymous": False}
    nobody = {"given": "", "family": "", "birth_date": None, "anonymous": True}
    identities = [each | {"until": WALL} for each in (told, nobody)]
    who = Visit(id=visit, given="Rui", family="Silva", language="en", identities=[*identities, told])
    found.append(build.patient(who, []))
    device = {"reference": f"Device/{station}"}
    found.append(build.provenance(uuid4(), [f"Observation/{uuid4()}"], 1.8e9, device, "UPDATE"))
    found.append(build.provenance(uuid4(), [f"Observation/{uuid4()}"], 1.8e9, device, "CREATE", WALL))
    assert against(found) == []


def test_an_attachment_is_valid_of_each_type_and_in_each_state() -> None:
    resources = [
        attachments.document_reference(
            Blob(
                id=uuid4(),
                visit_id=uuid4(),
                size=size,
                chunks=1,
                sha256=bytes(32),
                media_type=media_type,
                title=title,
                site=site,
                device=uuid4(),
                taken_at=WALL,
                received_at=1e9,
                state=name,
            )
        )
        for name in ("waiting", "ready", "quarantined")
        for media_type in ("image/jpeg", "audio/wav", "video/mp4", "application/dicom", "text/html")
        for size, title, site in ((0, "", None), (1 << 32, "Rash", "left-upper-arm"))
    ]
    assert against(resources) == []


def test_the_questionnaires_we_ship_are_valid() -> None:
    shipped = [json.loads(content) for content in read_folder("questionnaires").values()]
    assert len(shipped) > 1
    assert against(shipped) == []


def test_whatever_a_device_may_say_becomes_valid_fhir() -> None:
    """Hypothesis makes the measurements; the judges see them all at once (Node takes a second to start)."""
    found: list[Json] = []
    visit, station = uuid4(), uuid4()

    @settings(
        max_examples=100,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(measurements)
    def make(measurement: Measurement) -> None:
        when = observations.When("2026-11-24T09:00:00.000+00:00", "corrected", "Its clock was wrong.", ISSUED)
        found.extend(observations.observations(measurement, visit, station))
        found.extend(observations.observations(measurement, visit, station, when, twin=visit))
        found.append(devices.device(measurement.device, station))

    make()
    assert len(found) > 300
    assert against(found) == []


# ---- the judges judge ----------------------------------------------------------------------------


def _without(*path: str | int) -> Callable[[Json], None]:
    def plant(resource: Any) -> None:
        for step in path[:-1]:
            resource = resource[step]
        del resource[path[-1]]

    return plant


def _with(value: object, *path: str | int) -> Callable[[Json], None]:
    def plant(resource: Any) -> None:
        for step in path[:-1]:
            resource = resource[step]
        resource[path[-1]] = value

    return plant


PLANTED: list[tuple[str, str, Callable[[Json], None], set[str]]] = [
    ("a status that is none", "spo2", _with("done", "status"), {"fhirjs"}),
    ("a number as text", "spo2", _with("97", "valueQuantity", "value"), {"medplum", "fhirjs"}),
    ("a unit people write", "pulse", _with("bpm", "valueQuantity", "code"), {"ucum", "vitalsigns"}),
    ("a unit of the wrong kind", "spo2", _with("/min", "valueQuantity", "code"), {"vitalsigns"}),
    ("no code", "spo2", _without("code"), {"medplum", "fhirjs", "vitalsigns"}),
    ("not the profile's code", "pulse", _without("code", "coding", 1), {"medplum", "vitalsigns"}),
    ("no category", "spo2", _without("category"), {"medplum", "vitalsigns"}),
    ("nobody's", "spo2", _without("subject"), {"medplum", "vitalsigns"}),
    ("no time", "spo2", _without("effectiveDateTime"), {"medplum", "vitalsigns"}),
    ("no zone", "spo2", _with("2026-11-24T09:30:00", "effectiveDateTime"), {"vitalsigns"}),
    ("a reason beside a value", "spo2", _with({"text": "x"}, "dataAbsentReason"), {"medplum", "fhirpath"}),
    ("a field nobody knows", "spo2", _with(1, "bpm"), {"medplum", "fhirjs"}),
    ("an empty extension", "spo2", _with({"url": "x"}, "extension", 0), {"medplum", "fhirpath"}),
    ("an empty text", "spo2", _with("", "code", "text"), {"fhirpath"}),
    ("a pressure without its part", "bp", _without("component", 1), {"vitalsigns"}),
    ("a pressure's wrong unit", "bp", _with("mmHg", "component", 0, "valueQuantity", "code"), {"ucum"}),
    ("a part without a value", "bp", _without("component", 0, "valueQuantity"), {"medplum", "fhirpath"}),
]


def test_planted_mistakes_are_found_by_the_judges_they_are_for() -> None:
    visit, station = uuid4(), uuid4()
    readings = every_kind(uuid4())
    spo2, pulse, _ = observations.observations(readings["oxygen, pulse and perfusion"], visit, station)
    [pressure] = observations.observations(readings["blood pressure, first"], visit, station)
    good = {"spo2": spo2, "pulse": pulse, "bp": pressure}
    bad = []
    for _, which, plant, _ in PLANTED:
        bad.append(copy.deepcopy(good[which]))
        plant(bad[-1])
    found = judged([*good.values(), *bad])
    assert found[: len(good)] == [[], [], []]
    missed = {
        name: sorted(wanted - {issue.judge for issue in issues})
        for (name, _, _, wanted), issues in zip(PLANTED, found[len(good) :], strict=True)
    }
    assert {name: judges for name, judges in missed.items() if judges} == {}
