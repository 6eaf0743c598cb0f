"""Envelopes over mutual TLS to a real hub: receipts, FHIR, repeats, order, quarantine, crashes."""

import json
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from hub_process import Browser, HubProcess, eventually, kinds
from hub_station import WALL, StationClient, VisitAtStation, answers, open_gaps, oximetry, pressure
from sqlalchemy.orm import Session

from contract import documents, wire
from contract.documents import (
    AlarmRaised,
    Answers,
    ConsentGiven,
    Document,
    Identified,
    Measured,
    MeasureSkipped,
    Person,
    VisitClosed,
)
from contract.enrolment import certificate_request
from contract.envelope import Fate, SignedEnvelope, digest, sign_batch
from contract.measurement import Grade, Reason
from contract.profile import open_profile
from contract.seal import KeySet, open_key_set
from hub.fleet import stations
from hub.fleet.ca import StationCa
from hub.intake import quarantine, receive
from hub.keys import pem_of
from hub.models import Reading, Resource, StoredEnvelope, Visit

ROSA = Person("Rosa", "Quilliam", "1961-04-05")


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def visit(station: StationClient) -> VisitAtStation:
    return VisitAtStation(station)


def whole(visit: VisitAtStation) -> list[Document]:
    boot = visit.station.boot
    told: dict[str, Any] = {"visit": visit.id, "at": visit.at}
    return [
        visit.opened(),
        ConsentGiven(**told, version="2026-11", language="en", given=True),
        Identified(**told, person=ROSA),
        Answers(
            **told,
            response=answers("intake", "Dizzy since Monday"),
            symptoms=(),
            present=("alone",),
            reason="Dizzy",
        ),
        Measured(**told, measurement=oximetry(boot)),
        Measured(**told, measurement=oximetry(boot, Grade.NOT_RELIABLE, (Reason.LOW_PERFUSION,))),
        Measured(**told, measurement=pressure(boot)),
        AlarmRaised(**told, alarm=uuid4(), rule="rf-04", level="P", why="pulse"),
        MeasureSkipped(**told, act="blood_pressure", reason="declined"),
        VisitClosed(**told, how="finished"),
    ]


def filed(hub: HubProcess, count: int) -> None:
    """Wait until the last `count` envelopes are filed."""

    def look() -> bool:
        rows = hub.rows(StoredEnvelope)[-count:]
        return len(rows) == count and all(row.state != "stored" for row in rows)

    eventually(look, "filing")


def everything(provider: Browser, visit: UUID) -> list[dict[str, Any]]:
    bundle = provider.fhir(f"Encounter/{visit}/$everything")
    return [entry["resource"] for entry in bundle["entry"]]


def coded(resource: dict[str, Any]) -> set[str]:
    return {one["code"] for one in resource["code"]["coding"]}


def test_a_whole_visit_is_receipted_and_becomes_fhir(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    batch = station.batch(*whole(visit))
    receipt = station.post(batch)

    assert [item.hash for item in receipt.items] == [digest(signed.envelope) for signed in batch]
    assert {item.fate for item in receipt.items} == {Fate.STORED}
    filed(hub, len(batch))
    found = everything(provider, visit.id)
    assert kinds(found) == {
        "Encounter": 1,
        "Patient": 1,
        "Consent": 1,
        "QuestionnaireResponse": 1,
        "Observation": 7,  # two of each oximetry, blood pressure and its pulse, one not made
        "Device": 3,  # station, oximeter, cuff
        "Flag": 1,
        "Provenance": len(batch),
    }
    [patient] = [r for r in found if r["resourceType"] == "Patient"]
    assert patient["name"][0] | {"use": ""} == {
        "use": "",
        "text": "Rosa Quilliam",
        "family": "Quilliam",
        "given": ["Rosa"],
    }
    assert patient["birthDate"] == "1961-04-05"
    [encounter] = [r for r in found if r["resourceType"] == "Encounter"]
    assert encounter["subject"] == {"reference": f"Patient/{patient['id']}"}
    assert encounter["period"] == {"start": WALL, "end": WALL}
    [response] = [r for r in found if r["resourceType"] == "QuestionnaireResponse"]
    assert response["item"][0]["answer"] == [{"valueString": "Dizzy since Monday"}]
    assert response["encounter"] == {"reference": f"Encounter/{visit.id}"}
    [consent] = [r for r in found if r["resourceType"] == "Consent"]
    assert consent["status"] == "active"
    names = {f"{r['resourceType']}/{r['id']}" for r in found}
    sources = [t["reference"] for r in found if r["resourceType"] == "Provenance" for t in r["target"]]
    assert set(sources) <= names


def test_a_yes_to_pictures_is_a_consent_of_its_own(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    told: dict[str, Any] = {"visit": visit.id, "at": visit.at, "language": "en", "given": True}
    batch = station.batch(
        visit.opened(),
        ConsentGiven(**told, version="2026-11"),
        ConsentGiven(**told, version="2026-12", what="photo"),
    )
    station.post(batch)
    filed(hub, len(batch))
    consents = [r for r in everything(provider, visit.id) if r["resourceType"] == "Consent"]
    policies = {consent["policy"][0]["uri"].rpartition("consent:")[2] for consent in consents}
    assert policies == {"2026-11", "photo:2026-12"}
    [row] = [row for row in hub.rows(Visit) if row.id == visit.id]
    assert row.consent_version == "2026-11"


def test_observations_carry_codes_units_device_and_quality(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    station.deliver(*whole(visit))
    filed(hub, 10)
    found = provider.found("Observation", encounter=str(visit.id))

    [panel] = [o for o in found if "85354-9" in coded(o) and o["status"] == "final"]
    parts = {next(iter(coded(c) & {"8480-6", "8462-4"})): c["valueQuantity"] for c in panel["component"]}
    assert parts == {
        "8480-6": {"value": 128, "unit": "mm[Hg]", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"},
        "8462-4": {"value": 82, "unit": "mm[Hg]", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"},
    }
    assert "valueQuantity" not in panel
    assert panel["note"] == [{"text": "Usable: one reading only."}]
    assert panel["effectiveDateTime"] == WALL
    assert panel["bodySite"]["text"] == "left-upper-arm"
    good, unreliable = sorted(
        (o for o in found if {"59408-5", "2708-6"} <= coded(o)), key=lambda o: str(o["status"])
    )
    assert good["status"] == "final"
    assert good["valueQuantity"]["value"] == 97
    assert good["valueQuantity"]["code"] == "%"
    assert unreliable["status"] == "preliminary"
    assert "valueQuantity" not in unreliable
    assert unreliable["dataAbsentReason"]["coding"][0]["code"] == "error"
    kept = [e for e in unreliable["extension"] if e["url"] == "urn:carepost:unreliable-value"]
    assert kept[0]["valueQuantity"]["value"] == 97
    graded = next(e for e in unreliable["extension"] if e["url"] == "urn:carepost:quality")
    assert {"url": "grade", "valueCode": "not_reliable"} in graded["extension"]
    assert {"url": "reason", "valueCode": "low_perfusion"} in graded["extension"]
    pulses = [o for o in found if "8867-4" in coded(o) and o["status"] == "final"]
    assert {o["valueQuantity"]["code"] for o in pulses} == {"/min"}
    for observation in found:
        if observation["status"] != "cancelled":
            device = provider.fhir(observation["device"]["reference"])
            assert device["manufacturer"] in {"Contec", "Andon"}
    cuff = provider.fhir(panel["device"]["reference"])
    assert (cuff["modelNumber"], cuff["serialNumber"]) == ("RBP-9804", "B7")
    [skipped] = [o for o in found if o["status"] == "cancelled"]
    assert {c["dataAbsentReason"]["coding"][0]["code"] for c in skipped["component"]} == {"not-performed"}


def test_search_by_patient_code_and_date(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    station.deliver(*whole(visit))
    filed(hub, 10)
    [encounter] = provider.found("Encounter", _id=str(visit.id))
    patient = encounter["subject"]["reference"]

    assert len(provider.found("Observation", patient=patient, code="http://loinc.org|2708-6")) == 2
    assert len(provider.found("Observation", patient=patient, code="2708-6", date="ge2026-11-24")) == 2
    assert provider.found("Observation", patient=patient, code="2708-6", date="lt2026-11-24") == []
    assert patient.removeprefix("Patient/") in {p["id"] for p in provider.found("Patient", family="quill")}
    page = provider.fhir("Observation", patient=patient, _count="2")
    assert page["total"] == 7
    assert [link["relation"] for link in page["link"]] == ["self", "next"]
    for query in ({"nonsense": "1"}, {"date": "yesterday"}, {"date": "9999-12-31x"}, {"_count": "many"}):
        answer = provider.get("/fhir/R4/Observation", **query)
        assert answer.status_code == 400, query


def test_the_same_batch_again_doubles_nothing(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    batch = station.batch(*whole(visit))
    first = station.post(batch)
    filed(hub, len(batch))
    before = {(r["resourceType"], r["id"], r["meta"]["versionId"]) for r in everything(provider, visit.id)}
    stored = len(hub.rows(StoredEnvelope))

    again = station.post(batch)
    also = station.post([batch[3], batch[3]])

    assert again.items == first.items
    assert {item.fate for item in also.items} == {Fate.STORED}
    assert len(hub.rows(StoredEnvelope)) == stored
    after = {(r["resourceType"], r["id"], r["meta"]["versionId"]) for r in everything(provider, visit.id)}
    assert after == before


def test_a_reading_that_overtakes_the_visits_start_is_filed(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    measured = Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot))
    batch = station.batch(visit.opened(), measured)
    station.post(batch[1:])
    filed(hub, 1)
    assert kinds(everything(provider, visit.id))["Observation"] == 2
    [gap] = open_gaps(hub, station)
    assert gap.kind == "missing"

    assert (
        f"lane document, number {gap.seq}: the one before it has not come, since 20"
        in hub.here("status").stdout
    )

    station.post(batch[:1])
    filed(hub, 1)

    assert kinds(everything(provider, visit.id))["Observation"] == 2
    assert provider.get(f"/api/visits/{visit.id}").json()["language"] == "en"
    assert open_gaps(hub, station) == []


def test_what_cannot_be_filed_is_set_aside_and_holds_nobody_up(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    with StationClient.enrolled(hub, "Oak Street Library") as other:
        good = station.batch(visit.opened())
        forged = sign_batch([station.sealed(b"x", visit.id)], Ed25519PrivateKey.generate())
        foreign = other.batch(VisitAtStation(other).opened())
        named = sign_batch([station.sealed(b"x", visit.id, station=other.id)], station.key)
        unknown = sign_batch([station.sealed(b"not msgpack", visit.id)], station.key)
        schema = sign_batch([station.sealed(b"x", visit.id, schema="other/9")], station.key)
        stolen = sign_batch(
            [station.sealed(documents.encode(whole(visit)[4]), uuid4())], station.key
        )  # its stream is another visit than the document says
        late = station.batch(Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot)))

        receipt = station.post([*forged, *good, *foreign, *named, *unknown, *schema, *stolen, *late])

        fates = [item.fate for item in receipt.items]
        refused, stored = Fate.QUARANTINED, Fate.STORED
        assert fates == [refused, stored, refused, refused, stored, stored, stored, stored]
        filed(hub, 5)
        assert kinds(everything(provider, visit.id))["Observation"] == 2
        # asked again, the hub says what became of them
        assert {i.fate for i in station.post([*unknown, *schema, *stolen]).items} == {refused}
        listed = hub.db.read_now(quarantine.listed)
        assert other.id not in {row["station"] for row in listed}
        reasons = " / ".join(str(row["reason"]) for row in listed)
        for words in ("carepost/batch/1", "another station", "not a document", "other/9", "stream"):
            assert words in reasons
        shown = hub.command("quarantine").stdout.splitlines()
        assert {json.loads(line)["id"] for line in shown} == {str(row["id"]) for row in listed}


def test_a_broken_station_cannot_fill_the_hub(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Birch Street Clinic") as broken:
        forger = Ed25519PrivateKey.generate()
        bad = sign_batch([broken.sealed(bytes(400) + bytes([n]), uuid4()) for n in range(6)], forger)
        good = broken.batch(VisitAtStation(broken).opened())

        def fates(batch: list[SignedEnvelope]) -> list[Fate]:
            def work(session: Session) -> list[Fate]:
                known = stations.known(session, broken.id)
                checked = [receive.check(msgspec.msgpack.encode(each), known) for each in batch]
                room = 3 * len(checked[0].raw)
                items = receive.store(session, known, checked, lambda *_: False, room)
                return [item.fate for item in items]

            return hub.db.write_now(work)

        # what there is no room for is in no receipt: it stays at the station; the others are not held up
        assert fates([*bad, *good]) == [*[Fate.QUARANTINED] * 3, Fate.STORED]
        assert fates(bad[3:]) == []
        kept = [row for row in hub.db.read_now(quarantine.listed) if row["station"] == broken.id]
        assert len(kept) == 3

        hub.command("quarantine", "--keep", str(kept[0]["id"]), "--note", "a broken disk")
        assert fates(bad) == [Fate.STORED, *[Fate.QUARANTINED] * 3]


@pytest.mark.parametrize(
    "poison",
    [
        {"item": [], "extra": b"bytes are not JSON"},
        {"item": [{"linkId": "1", "item": [{"no": "linkId"}]}]},
        {"item": [{"linkId": "1", "answer": "none"}]},
        {"authored": "9999-12-31", "item": []},
        {"authored": ["x"], "item": []},
        {"questionnaire": {"a": "b"}, "item": []},
    ],
)
def test_a_poisonous_document_holds_nobody_up(
    hub: HubProcess,
    station: StationClient,
    provider: Browser,
    visit: VisitAtStation,
    poison: dict[str, Any],
) -> None:
    response = {"resourceType": "QuestionnaireResponse"} | poison
    bad = Answers(visit=visit.id, at=visit.at, response=response, symptoms=(), present=(), reason="")
    measured = Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot))

    station.deliver(visit.opened(), bad, measured)

    filed(hub, 3)
    assert kinds(everything(provider, visit.id))["Observation"] == 2
    assert provider.get(f"/api/visits/{visit.id}").status_code == 200


def test_a_number_that_is_none_is_not_filed(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    reading = oximetry(station.boot)
    values = (msgspec.structs.replace(reading.values[0], value=float("nan")),)
    bad = msgspec.structs.replace(reading, values=values)
    station.deliver(visit.opened(), Measured(visit=visit.id, at=visit.at, measurement=bad))
    filed(hub, 2)

    assert [row.state for row in hub.rows(StoredEnvelope)[-2:]] == ["filed", "quarantined"]
    assert all(row.id != bad.id for row in hub.rows(Reading))


@pytest.mark.parametrize(
    "content",
    [b"", b"\xc1", b"\x90\x90", b"\x80", b"\x91" * 5000 + b"\x90", msgspec.msgpack.encode([b"x"] * 101)],
)
def test_what_is_no_batch_is_refused_in_words(station: StationClient, content: bytes) -> None:
    answer = station.http.post("/station/v1/envelopes", content=content)
    assert answer.status_code in {400, 413}
    assert answer.json()["error"]["message"]


def test_a_batch_beyond_the_limit_is_refused(station: StationClient) -> None:
    answer = station.http.post("/station/v1/envelopes", content=bytes(wire.MAX_BODY + 1))
    assert answer.status_code == 413


def test_nonsense_inside_a_batch_is_receipted_as_set_aside(station: StationClient) -> None:
    sealed = station.sealed(b"x", uuid4())
    envelope = msgspec.msgpack.decode(sealed, type=list[Any])
    envelope[6] = 1 << 63  # a place in the chain that no database can hold
    [far] = sign_batch([msgspec.msgpack.encode(envelope)], station.key)
    items = [1, "x", [b"", 0, [], b""], msgspec.msgpack.decode(msgspec.msgpack.encode(far))]

    answer = station.http.post("/station/v1/envelopes", content=msgspec.msgpack.encode(items))

    assert answer.status_code == 200, answer.text
    assert station.post([far]).items[0].fate is Fate.QUARANTINED


# ---- who may speak ------------------------------------------------------------------------------


def refused(client: httpx.Client) -> bool:
    """Say whether the hub ends the connection for want of a good certificate."""
    try:
        with client:
            client.get("/station/v1/keys")
    except httpx.TransportError:
        return True
    return False


def test_no_certificate_or_a_foreign_one_does_not_get_in(
    hub: HubProcess, station: StationClient, tmp_path: Path
) -> None:
    bare = ssl.create_default_context(cafile=str(station.state / "ca.pem"))
    assert refused(station.client(bare))
    foreign = certified(tmp_path / "foreign", StationCa(tmp_path))
    assert refused(station.client(station.tls(foreign)))
    stray = certified(tmp_path / "stray", StationCa(hub.data))  # the right CA's, but no station enrolled so
    with station.client(station.tls(stray)) as client:
        assert client.get("/station/v1/keys").status_code == 401
    assert station.http.get("/station/v1/keys").status_code == 200


def certified(folder: Path, ca: StationCa) -> Path:
    """Return a folder with a new key and a CA's certificate for it."""
    folder.mkdir()
    key = Ed25519PrivateKey.generate()
    certificate = ca.issue_station(certificate_request(key), uuid4(), 1)
    (folder / "station-cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "station-key.pem").write_bytes(pem_of(key))
    return folder


def test_a_revoked_station_is_refused_at_once(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Revoked Street") as station:
        assert station.http.get("/station/v1/profile").status_code == 200
        assert hub.command("station-revoke", str(station.id)).returncode == 0

        answer = station.http.post("/station/v1/envelopes", content=wire.encode([]))

        assert answer.status_code == 401
        assert station.http.get("/station/v1/keys").status_code == 401


def test_keys_and_profile_are_signed_by_the_root(hub: HubProcess, station: StationClient) -> None:
    root = (station.state / "root.pub").read_bytes()
    keys: KeySet = open_key_set(station.http.get("/station/v1/keys").content, root)
    assert keys == station.keys
    profile = open_profile(station.http.get("/station/v1/profile").content, root)
    assert (profile.station, profile.name, profile.hub_url) == (
        station.id,
        "Elm Street Pharmacy",
        hub.stations,
    )


# ---- crashes and restores -----------------------------------------------------------------------


def test_kill_right_after_the_receipt_files_everything_once(tmp_path: Path) -> None:
    with HubProcess(tmp_path) as hub, StationClient.enrolled(hub, "Crash Street") as station:
        told = [document for _ in range(6) for document in whole(VisitAtStation(station))]
        batch: list[SignedEnvelope] = station.batch(*told)

        receipt = station.post(batch)
        hub.kill()
        assert {item.fate for item in receipt.items} == {Fate.STORED}
        hub.start()
        station.reconnect()

        filed(hub, len(batch))
        rows = hub.rows(StoredEnvelope)
        assert len(rows) == len(batch)
        assert {row.state for row in rows} == {"filed"}
        counted = kinds({"resourceType": r.type} for r in hub.rows(Resource))
        assert counted["Encounter"] == counted["Patient"] == 6
        assert counted["Observation"] == 6 * 7
        assert counted["Provenance"] == len(batch)
        assert station.post(batch).items == receipt.items


def test_a_restored_hub_says_so_and_takes_what_it_lacks(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    before = station.deliver(visit.opened()).epoch

    assert hub.command("restored").returncode == 0

    with station.socket() as socket:
        assert socket.until(wire.HubHello).epoch != before
    after = station.deliver(Identified(visit=visit.id, at=visit.at, person=ROSA))
    assert after.epoch != before
