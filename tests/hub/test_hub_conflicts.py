"""The same id with other content, another station's visit, what cannot be filed yet: a person decides."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation, open_gaps, oximetry, pressure

from contract import documents
from contract.documents import Measured, Person, VisitClosed
from contract.envelope import Fate, SignedEnvelope, sign_batch
from contract.measurement import Measurement
from hub.intake import quarantine
from hub.models import Audit, Quarantine, Reading, StoredEnvelope

ROSA = Person("Rosa", "Quilliam", "1961-04-05")
TOM = Person("Tom", "Okafor", "1980-12-01")


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture(scope="module")
def operator(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "olu", "operator") as browser:
        yield browser


@pytest.fixture
def visit(station: StationClient) -> VisitAtStation:
    return VisitAtStation(station)


def measured(visit: VisitAtStation, measurement: Measurement | None = None) -> Measured:
    return Measured(visit=visit.id, at=visit.at, measurement=measurement or oximetry(visit.station.boot))


def other(reading: Measurement, spo2: float) -> Measurement:
    """Return the same measurement with another value."""
    first, *rest = reading.values
    return msgspec.structs.replace(reading, values=(msgspec.structs.replace(first, value=spo2), *rest))


def fate(station: StationClient, signed: SignedEnvelope) -> Fate:
    return station.post([signed]).items[0].fate


def waiting(hub: HubProcess, station: StationClient) -> list[dict[str, Any]]:
    listed = hub.db.read_now(quarantine.listed)
    return [row for row in listed if row["station"] == station.id]


def spo2(provider: Browser, visit: VisitAtStation) -> list[float]:
    found = provider.found("Observation", encounter=str(visit.id), code="2708-6")
    return sorted(o["valueQuantity"]["value"] for o in found)


def test_the_same_content_sealed_again_is_the_same_thing(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    told, identity = measured(visit), uuid4()
    before = len(waiting(hub, station))

    assert fate(station, station.again(told, identity)) is Fate.STORED
    assert fate(station, station.again(told, identity)) is Fate.STORED  # a new ciphertext

    station.settled()
    assert spo2(provider, visit) == [97]
    assert len(waiting(hub, station)) == before
    kept = [q for q in hub.rows(Quarantine) if q.envelope_id == identity]
    assert [q.settled_how for q in kept] == ["same-content"]


def test_a_measurement_in_two_envelopes_is_one_reading(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    reading = pressure(station.boot)
    station.deliver(visit.opened(), measured(visit, reading), measured(visit, reading))
    station.settled()

    assert [r.visit_id for r in hub.rows(Reading) if r.id == reading.id] == [visit.id]
    panels = provider.found("Observation", encounter=str(visit.id), code="85354-9")
    assert [p["meta"]["versionId"] for p in panels] == ["1"]


def test_other_content_under_an_envelopes_id_waits_for_a_person_who_keeps_the_first(
    hub: HubProcess,
    station: StationClient,
    provider: Browser,
    operator: Browser,
    visit: VisitAtStation,
) -> None:
    reading, identity = oximetry(station.boot), uuid4()
    station.post([station.again(measured(visit, reading), identity)])
    second = station.again(measured(visit, other(reading, 88.0)), identity)
    behind = station.batch(measured(visit))

    fates = [item.fate for item in station.post([second, *behind]).items]

    assert fates == [Fate.QUARANTINED, Fate.STORED]  # the line is not held up
    station.settled()
    assert spo2(provider, visit) == [97, 97]
    [kept] = [row for row in operator.get("/api/quarantine").json()["items"] if row["code"] == "id"]
    assert kept["envelope"] == str(identity)
    assert "used before" in kept["reason"]
    assert "content" not in kept
    assert fate(station, second) is Fate.QUARANTINED

    assert operator.send(f"/api/quarantine/{kept['id']}/keep").status_code == 422  # say why
    note = {"note": "The station's log says that 97 was read."}
    assert operator.send(f"/api/quarantine/{kept['id']}/keep", note).status_code == 200

    assert fate(station, second) is Fate.STORED
    station.settled()
    assert spo2(provider, visit) == [97, 97]
    [row] = [q for q in hub.rows(Quarantine) if str(q.id) == kept["id"]]
    assert (row.settled_how, row.settled_by, row.note) == ("kept", "olu", note["note"])
    assert row.content == msgspec.msgpack.encode(second)
    assert operator.send(f"/api/quarantine/{kept['id']}/keep", note).status_code == 409
    assert any(a.action == "quarantine-keep" and a.target == kept["id"] for a in hub.rows(Audit))


def test_a_released_conflict_is_filed_beside_the_first(
    hub: HubProcess,
    station: StationClient,
    provider: Browser,
    operator: Browser,
    visit: VisitAtStation,
) -> None:
    reading, identity = oximetry(station.boot), uuid4()
    second = station.again(measured(visit, other(reading, 88.0)), identity)
    station.post([station.again(measured(visit, reading), identity), second])
    station.settled()
    [kept] = [row for row in waiting(hub, station) if row["envelope"] == identity]

    assert operator.send(f"/api/quarantine/{kept['id']}/release", {"note": "both"}).status_code == 200
    station.settled()

    found = provider.found("Observation", encounter=str(visit.id), code="2708-6")
    values = {o["valueQuantity"]["value"]: o for o in found}
    assert set(values) == {97, 88}
    assert {o["status"] for o in found} == {"final"}  # nobody has said which one is wrong
    twins = [e["valueReference"] for e in values[88]["extension"] if e["url"] == "urn:carepost:twin"]
    assert twins == [{"reference": f"Observation/{reading.id}"}]
    assert values[88]["identifier"] != values[97]["identifier"]
    shown = provider.get(f"/api/visits/{visit.id}").json()["measurements"]
    assert [m["twin"] for m in shown if m["twin"]] == [str(reading.id)]
    assert fate(station, second) is Fate.STORED
    assert operator.send(f"/api/quarantine/{kept['id']}/release").status_code == 409


def test_other_content_under_a_measurements_id_waits_for_a_person(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    reading = oximetry(station.boot)
    batch = station.batch(measured(visit, reading), measured(visit, other(reading, 85.0)))
    station.post(batch)
    station.settled()
    assert spo2(provider, visit) == [97]
    [kept] = [r for r in waiting(hub, station) if r["code"] == "reading"]
    assert fate(station, batch[1]) is Fate.QUARANTINED

    assert hub.here("quarantine", "--release", str(kept["id"])).returncode == 0
    station.settled()

    assert spo2(provider, visit) == [85, 97]
    assert fate(station, batch[1]) is Fate.STORED


def test_another_stations_visit_is_not_written_into_until_a_person_says_so(
    hub: HubProcess, station: StationClient, provider: Browser, operator: Browser, visit: VisitAtStation
) -> None:
    station.post([*station.batch(visit.opened()), station.identify(visit, ROSA)])
    station.settled()
    with StationClient.enrolled(hub, "Wrong Street") as stranger:
        stranger.post([stranger.identify(visit, TOM)])
        stranger.deliver(measured(visit), VisitClosed(visit=visit.id, at=visit.at, how="finished"))
        stranger.settled()

        detail = provider.get(f"/api/visits/{visit.id}").json()
        assert detail["patient"]["display"] == "Rosa Quilliam"
        assert (detail["measurements"], detail["closed"]) == ([], None)
        held = waiting(hub, stranger)
        assert [row["code"] for row in held] == ["visit"] * 3
        assert all("another station" in str(row["reason"]) for row in held)

        assert operator.send(f"/api/quarantine/{held[1]['id']}/release").status_code == 200
        stranger.settled()

        detail = provider.get(f"/api/visits/{visit.id}").json()
        assert len(detail["measurements"]) == 1
        assert (detail["patient"]["display"], detail["closed"]) == ("Rosa Quilliam", None)
        [source] = [
            p
            for p in provider.found("Provenance", agent=f"Device/{stranger.id}")
            if any(t["reference"].startswith("Observation/") for t in p["target"])
        ]
        assert source["agent"][0]["who"] == {"reference": f"Device/{stranger.id}"}


def test_a_changed_identity_shows_both_and_joins_nobody(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    earlier = VisitAtStation(station)
    tom = msgspec.structs.replace(TOM, family=f"Okafor {uuid4()}")
    station.post([*station.batch(earlier.opened()), station.identify(earlier, tom)])
    first, second = station.identify(visit, ROSA), station.identify(visit, tom)
    same = station.identify(visit, msgspec.structs.replace(tom, given="TOM "))

    station.post([*station.batch(visit.opened()), second])  # the later one comes first
    station.settled()
    station.post([first, same])
    station.settled()

    detail = provider.get(f"/api/visits/{visit.id}").json()
    assert detail["patient"]["display"] == f"TOM {tom.family}"
    [told] = detail["patient"]["told_before"]
    assert (told["display"], told["birth_date"]) == ("Rosa Quilliam", "1961-04-05")
    [encounter] = provider.found("Encounter", _id=str(visit.id))
    patient = provider.fhir(encounter["subject"]["reference"])
    [kept] = [e for e in patient["extension"] if e["url"] == "urn:carepost:identity-told-before"]
    assert {"url": "name", "valueString": "Rosa Quilliam"} in kept["extension"]
    # another visit of somebody of that name is named beside it, never merged with it
    [other_encounter] = provider.found("Encounter", _id=str(earlier.id))
    assert patient["link"] == [{"other": other_encounter["subject"], "type": "seealso"}]
    assert other_encounter["subject"] != encounter["subject"]


def test_what_this_hub_cannot_read_yet_is_kept_and_released_when_it_can(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    plain = documents.encode(visit.opened())
    later = sign_batch([station.sealed(plain, visit.id, version=2)], station.key)[0]
    schema = sign_batch([station.sealed(plain, visit.id, schema="carepost.document/9")], station.key)[0]

    assert [i.fate for i in station.post([later, schema]).items] == [Fate.QUARANTINED, Fate.STORED]
    station.settled()
    held = {str(row["code"]): row for row in waiting(hub, station)}
    again = hub.here("quarantine", "--release", str(held["version"]["id"]))
    assert again.returncode == 1
    assert "still cannot be taken" in again.stderr

    assert hub.here("quarantine", "--release", str(held["schema"]["id"])).returncode == 0
    station.settled()
    assert "schema" in {row["code"] for row in waiting(hub, station)}  # this hub still does not know it

    for row in (held["version"], held["schema"]):
        settled = hub.here("quarantine", "--keep", str(row["id"]), "--note", "a station of the future")
        assert settled.returncode == 0, settled.stderr
    assert {i.fate for i in station.post([later, schema]).items} == {Fate.STORED}
    shown = [json.loads(line) for line in hub.here("quarantine", "--all").stdout.splitlines()]
    assert {"a station of the future"} <= {row.get("note") for row in shown}
    assert hub.here("quarantine", "--keep", str(uuid4()), "--note", "x").returncode == 1


def test_what_verifies_by_now_is_taken_when_released(hub: HubProcess, operator: Browser) -> None:
    """A station's key was changed and put back: what came meanwhile did not verify, and does now."""
    with StationClient.enrolled(hub, "Key Street") as station:
        visit = VisitAtStation(station)
        [signed] = station.batch(visit.opened())
        station.deliver(VisitAtStation(station).opened())
        assert [gap.kind for gap in open_gaps(hub, station)] == ["missing"]
        raw = msgspec.msgpack.encode(signed)
        held = hub.db.write_now(
            lambda s: quarantine.keep(s, station.id, "refused", raw, "not then", code="forged").id
        )

        assert operator.send(f"/api/quarantine/{held}/release").status_code == 200

        station.settled()
        assert state_of(hub, signed) == "filed"
        assert fate(station, signed) is Fate.STORED
        assert open_gaps(hub, station) == []


def state_of(hub: HubProcess, signed: SignedEnvelope) -> str:
    raw = msgspec.msgpack.encode(signed)
    [row] = [row for row in hub.rows(StoredEnvelope) if row.signed == raw]
    return row.state


def test_a_live_message_in_quarantine_is_only_kept(hub: HubProcess, operator: Browser) -> None:
    with StationClient.enrolled(hub, "Live Street") as station:
        held: UUID = hub.db.write_now(
            lambda s: quarantine.keep(s, station.id, "live", b"x", "nonsense", code="content").id
        )
        assert operator.send(f"/api/quarantine/{held}/release").status_code == 409
        assert operator.send(f"/api/quarantine/{held}/keep", {"note": "seen"}).status_code == 200
        assert waiting(hub, station) == []
        assert held in {row["id"] for row in hub.db.read_now(lambda s: quarantine.listed(s, settled=True))}
