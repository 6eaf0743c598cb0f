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
    Scored,
    ScorePart,
    Told,
    VisitClosed,
)
from contract.measurement import Act, Measurement
from hub.fhir import attachments, build, devices, observations
from hub.fhir import told as fhir_told
from hub.fhir.terms import OURS
from hub.models import Blob, Station, StoredEnvelope, Visit
from hub.visits.state import Facts, state
from kiosk.clinical.library import default_questionnaire, read_folder
from kiosk.clinical.questionnaire import next_item, to_response
from kiosk.clinical.questionnaire import told as forms_told
from kiosk.clinical.questions import Answer
from kiosk.visit.asking import facts, harmless

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


TOLD: tuple[dict[str, Answer], ...] = (  # the second takes back what the first one said
    {
        "about": ("illness", "blood-thinner", "allergy", "pregnant", "surgery", "oxygen"),
        "illness": ("diabetes",),
        "medicines": "warfarin",
        "allergy": ("penicillin",),
        "surgery": "hip, in May",
    },
    {"about": ("allergy",), "allergy": ("penicillin",)},
)


def about_answers(visit: VisitAtStation, answers: dict[str, Answer]) -> Answers:
    """Return what somebody tells of themselves."""
    form = default_questionnaire("about")
    return Answers(
        visit=visit.id,
        at=visit.at,
        response=to_response(form, answers, language="es", authored=WALL),
        symptoms=(),
        present=(),
        reason="",
        told=tuple(Told(*each) for each in forms_told(form, answers)),
        facts=facts(form, answers),
    )


def score(visit: VisitAtStation, readings: dict[str, Measurement]) -> Scored:
    """Return a NEWS2 of a visit's readings; oxygen by an answer."""
    of = {
        "respiratory_rate": ("breaths counted", "respiratory_rate", 0),
        "spo2": ("oxygen, pulse and perfusion", "spo2", 0),
        "systolic": ("blood pressure, first", "systolic", 0),
        "pulse_rate": ("oxygen, pulse and perfusion", "pulse_rate", 0),
        "consciousness": ("alertness", "", 3),
        "temperature": ("temperature", "temperature", 0),
    }
    parts = tuple(
        ScorePart(name, points, readings[which].id, readings[which].act, kind)
        for name, (which, kind, points) in of.items()
    )
    parts = (*parts, ScorePart("oxygen", 2))
    return Scored(visit=visit.id, at=visit.at, score="news2", total=5, parts=parts)


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
        *(about_answers(visit, each) for each in TOLD),
        *(Measured(**about, measurement=made) for made in readings.values()),
        score(visit, readings),
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


def verified(made: list[Json], kind: str) -> set[str]:
    found = [one["verificationStatus"]["coding"] for one in made if one.get("resourceType") == kind]
    return {coding["code"] for [coding] in found}


def test_what_was_told_is_valid_when_it_stands_and_when_it_is_taken_back() -> None:
    things = [Told(kind, code, "Something") for kind in sorted(fhir_told.KINDS) for code in ("", "a-code")]
    whole = fhir_told.things(things, dict.fromkeys(fhir_told.FACTS, True))
    made = [
        fhir_told.resource(thing, uuid4(), uuid4(), WALL, withdrawn=withdrawn)
        for thing in whole
        for withdrawn in (False, True)
    ]
    assert {one["resourceType"] for one in made} == {
        "Condition",
        "AllergyIntolerance",
        "MedicationStatement",
        "Procedure",
        "Observation",
    }
    assert against(made) == []


def test_what_visits_left_is_valid(made: list[Json]) -> None:
    counted = kinds(made)
    asked = {"Patient", "Encounter", "Consent", "QuestionnaireResponse", "Observation", "Device", "Flag"}
    asked |= {"Condition", "AllergyIntolerance", "MedicationStatement", "Procedure"}
    asked |= {"CarePlan", "Provenance", "Bundle", "CapabilityStatement", "OperationOutcome"}
    assert asked <= set(counted)
    assert verified(made, "Condition") == {"entered-in-error"}  # the patient took it back
    assert verified(made, "AllergyIntolerance") == {"unconfirmed"}
    text = json.dumps(made)
    assert all(OURS + name in text for name in ("identity-told-before", "time-confidence"))
    observed = [one for one in made if one.get("resourceType") == "Observation"]
    scores = [one for one in observed if one["code"].get("coding", [{}])[0].get("code") == "news2"]
    there = {f"Observation/{one['id']}" for one in observed}
    assert len(scores) >= 2
    assert all({each["reference"] for each in one["derivedFrom"]} <= there for one in scores)
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
    told = {
        "kind": "photo:eye",
        "view": "up",
        "laterality": "left",
        "width_px": 4000,
        "height_px": 3000,
        "duration_s": 20.5,
        "rate_hz": 8000.0,
        "mm_per_px": 0.0521,
        "mm_per_px_error": 0.0004,
        "colour_de": 3.2,
        "gains": [1.21, 1.0, 0.84],
        "grade": "poor",
        "reasons": ["blurred", "dark"],
        "ask": str(uuid4()),
    }
    rows = [
        Blob(
            id=uuid4(),
            visit_id=uuid4(),
            station_id=uuid4(),
            size=size,
            chunks=1,
            sha256=bytes(32),
            media_type=media_type,
            title=title,
            site=site,
            device=uuid4(),
            taken_at=WALL,
            received_at=1e9,
            ready_at=1e9,
            state=state,
            about=about,
            traces=traces,
            removed=["exif", "gps"],
        )
        for state, traces in (
            ("waiting", ""),
            ("ready", "clean"),
            ("ready", "unreadable"),
            ("quarantined", ""),
        )
        for media_type in ("image/jpeg", "audio/wav", "video/mp4", "application/dicom", "text/html")
        for size, title, site, about in ((0, "", None, {}), (1 << 32, "Rash", "left-upper-arm", told))
    ]
    media = [attachments.media(row) for row in rows if attachments.has_media(row)]
    assert len(media) == 24
    documents = [attachments.document_reference(row) for row in rows]
    proofs = [attachments.proven(row, [f"Binary/{row.id}"]) for row in rows]
    assert against([*documents, *media, *proofs]) == []


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
