"""A visit that was begun for the wrong resident, at a running hub: readings, notes, pictures, red flags."""

import io
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_house import House, ResidentVisit, consent, handover, notified, refused
from hub_process import Browser, HubProcess, eventually
from hub_station import OXIMETER, StationClient, oximetry

from contract.blob import Sealer
from contract.care import ChangeSeen, ConditionChange, ReadingRefiled, WrongResident
from contract.documents import AlarmRaised, Attached, Captured, Measured
from contract.envelope import sign_batch
from hub.facility import doubting, history
from hub.fhir import care
from hub.fhir.terms import patient_id
from hub.models import Blob


@pytest.fixture(scope="module")
def house(hub: HubProcess, station: StationClient) -> House:
    return House(hub, station)


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


class Picture:
    """A picture taken in a visit, its bytes not delivered yet."""

    def __init__(self, visit: ResidentVisit) -> None:
        self.visit = visit
        sealer = Sealer(io.BytesIO(b"a wound"), station=visit.station.id)
        self._chunks = list(sealer)
        about = Captured(media_type="image/jpeg", title="Wound", taken=visit.at, device=OXIMETER)
        self.attached = Attached(**visit.about, blob=sealer.manifest(), about=about)

    def send(self, hub: HubProcess) -> None:
        """Deliver the bytes and wait until the hub has proven them."""
        station = self.visit.station
        station.post(sign_batch([station.chunk(c, self.visit.id) for c in self._chunks], station.key))
        mine = self.attached.blob.id
        eventually(
            lambda: any(b.id == mine and b.state == "ready" for b in hub.rows(Blob)), "a whole picture"
        )


@pytest.mark.parametrize("former_first", [True, False])
def test_a_reading_of_the_wrong_resident_is_filed_anew_and_the_former_one_stays_to_be_seen(
    house: House, provider: Browser, former_first: bool
) -> None:
    wrong, right = house.visit(), house.visit(house.ben)
    wrong.begin()
    right.begin()
    reading = oximetry(wrong.station.boot)
    moved = msgspec.structs.replace(reading, id=uuid4())
    measured = Measured(**wrong.about, measurement=reading)
    refiled = ReadingRefiled(
        **right.about, measurement=moved, former=reading.id, former_visit=wrong.id, by=house.aide
    )
    for document in (measured, refiled) if former_first else (refiled, measured):
        wrong.station.deliver(document)
        wrong.station.settled()
    former = provider.fhir(f"Observation/{reading.id}")
    assert former["status"] == "entered-in-error"
    assert {"url": "urn:carepost:refiled-to", "valueIdentifier": urn(moved.id)} in former["extension"]
    now = provider.fhir(f"Observation/{moved.id}")
    assert now["status"] == "final"
    assert {"url": "urn:carepost:refiled-from", "valueIdentifier": urn(reading.id)} in now["extension"]
    assert now["subject"]["reference"] == f"Patient/{patient_id(right.id)}"
    pulses = provider.found("Observation", encounter=f"Encounter/{wrong.id}")
    assert {each["status"] for each in pulses} == {"entered-in-error"}
    assert provider.get(f"/api/visits/{wrong.id}").json()["care"]["refiled"] == [str(reading.id)]
    assert provider.get(f"/api/visits/{right.id}").json()["care"]["refiled_here"] == [str(moved.id)]
    everything = provider.fhir(f"Encounter/{wrong.id}/$everything")["entry"]
    assert str(moved.id) not in {entry["resource"]["id"] for entry in everything}
    [provenance] = provider.found("Provenance", target=f"Observation/{moved.id}")
    targets = {each["reference"] for each in provenance["target"]}
    assert (f"Observation/{reading.id}" in targets) == former_first


@pytest.mark.parametrize("reading_first", [True, False])
def test_a_visit_of_the_wrong_resident_counts_for_nobody_until_that_is_taken_back(
    hub: HubProcess, house: House, provider: Browser, reading_first: bool
) -> None:
    """Nobody need ever find whose readings they were: the shift may end before."""
    visit = house.visit()
    visit.begin()
    reading = oximetry(visit.station.boot)
    measured = Measured(**visit.about, measurement=reading)
    wrong = WrongResident(**visit.about, by=house.aide)
    for document in (measured, wrong) if reading_first else (wrong, measured):
        visit.station.deliver(document)
        visit.station.settled()
    seen = {each["status"] for each in provider.found("Observation", encounter=f"Encounter/{visit.id}")}
    assert seen == {"entered-in-error"}
    assert provider.fhir(f"Encounter/{visit.id}")["status"] == "entered-in-error"
    care = provider.get(f"/api/visits/{visit.id}").json()["care"]
    assert care["refiled"] == [str(reading.id)]
    [note] = [note for note in care["notes"] if note["kind"] == "wrong-resident"]
    assert (note["title"], note["by"]) == ("Wrong resident", "Abel Ode (aide)")
    assert str(reading.id) not in known(hub, house.ana)
    visit.station.deliver(WrongResident(**visit.about, by=house.aide, wrong=False))
    visit.station.settled()
    observation = provider.fhir(f"Observation/{reading.id}")
    assert observation["status"] == "final"
    assert "in doubt" not in str(observation) and "wrong resident" not in str(observation)
    assert provider.fhir(f"Encounter/{visit.id}")["status"] != "entered-in-error"
    assert provider.get(f"/api/visits/{visit.id}").json()["care"]["refiled"] == []
    assert str(reading.id) in known(hub, house.ana)


NOTED = ("Observation", "Composition", "Communication", "Consent", "Media", "DocumentReference")


def statuses(provider: Browser, visit: ResidentVisit) -> dict[str, str]:
    """Return the status of all that was written down in a visit, by "Type/id"."""
    return {
        f"{kind}/{each['id']}": each["status"]
        for kind in NOTED
        for each in provider.found(kind, patient=f"Patient/{patient_id(visit.id)}")
    }


@pytest.mark.parametrize("wrong_first", [False, True])
def test_what_was_noted_of_the_wrong_resident_is_an_error_and_comes_back_when_that_is_taken_back(
    hub: HubProcess, house: House, provider: Browser, wrong_first: bool
) -> None:
    visit = house.visit()
    visit.begin()
    picture = Picture(visit)
    agitated, hurts = ChangeSeen("agitation", "more"), ChangeSeen("pain", "more")
    noted: list[Any] = [
        ConditionChange(**visit.about, changes=(agitated, hurts), by=house.aide),
        ConditionChange(**visit.about, changes=(agitated,), by=house.aide),
        handover(visit, house),
        notified(visit, house),
        consent(visit, house),
        picture.attached,
    ]
    wrong = WrongResident(**visit.about, by=house.aide)
    for document in (wrong, *noted) if wrong_first else (*noted, wrong):
        visit.station.deliver(document)
    visit.station.settled()
    seen = statuses(provider, visit)
    assert {name.partition("/")[0] for name in seen} == set(NOTED)
    assert set(seen.values()) == {"entered-in-error"}
    picture.send(hub)  # the bytes come later, and do not make it right
    assert set(statuses(provider, visit).values()) == {"entered-in-error"}
    if not wrong_first:
        found = provider.found("Provenance", target=next(iter(seen)))
        assert any(set(seen) <= {each["reference"] for each in one["target"]} for one in found)
    visit.station.deliver(WrongResident(**visit.about, by=house.aide, wrong=False))
    visit.station.settled()
    back = statuses(provider, visit)
    pain = f"Observation/{care.change_id(visit.id, 'pain')}"
    assert back.pop(pain) == "entered-in-error"  # that was taken back by itself
    assert "entered-in-error" not in back.values()
    assert "in-doubt" not in str(provider.found("Observation", encounter=f"Encounter/{visit.id}"))


def test_a_late_document_of_the_wrong_residents_visit_is_marked_and_the_others_are_not_looked_at_again(
    hub: HubProcess, house: House, provider: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, right = house.visit(), house.visit(house.ben)
    visit.begin()
    right.begin()
    visit.station.deliver(WrongResident(**visit.about, by=house.aide))
    visit.station.settled()
    late, elsewhere = oximetry(visit.station.boot), oximetry(visit.station.boot)
    visit.station.deliver(
        Measured(**visit.about, measurement=late),
        handover(visit, house),
        Measured(**right.about, measurement=elsewhere),
        ReadingRefiled(  # into this one, which is another resident's as well
            **visit.about,
            measurement=msgspec.structs.replace(elsewhere, id=uuid4()),
            former=elsewhere.id,
            former_visit=right.id,
            by=house.aide,
        ),
    )
    visit.station.settled()
    assert set(statuses(provider, visit).values()) == {"entered-in-error"}
    marked = list[str]()
    monkeypatch.setattr(doubting, "put", lambda _, each: marked.append(each["id"]))
    targets = [f"Observation/{late.id}", f"Observation/{elsewhere.id}", f"Encounter/{visit.id}"]
    hub.db.read_now(lambda s: doubting.mark_late(s, visit.id, targets))
    assert marked == [str(late.id)], "of this visit, and of this document"
    former = provider.fhir(f"Observation/{elsewhere.id}")
    assert former["status"] == "entered-in-error" and "in-doubt" not in str(former), "its visit is right"


@pytest.mark.parametrize("alarm_first", [True, False])
def test_a_red_flag_of_the_wrong_resident_is_closed_once_the_readings_are_the_right_ones(
    house: House, provider: Browser, alarm_first: bool
) -> None:
    wrong, right = house.visit(), house.visit(house.ben)
    wrong.begin()
    right.begin()
    reading = oximetry(wrong.station.boot)
    moved = msgspec.structs.replace(reading, id=uuid4())
    raised = AlarmRaised(**wrong.about, alarm=uuid4(), rule="rf-07", level="E", why="y")
    wrong.station.deliver(Measured(**wrong.about, measurement=reading))
    if alarm_first:
        wrong.station.deliver(raised)
    wrong.station.deliver(WrongResident(**wrong.about, by=house.aide))
    wrong.station.settled()
    if alarm_first:  # whoever it is: somebody is in danger
        assert provider.fhir(f"Flag/{raised.alarm}")["status"] == "active"
        [shown] = provider.get(f"/api/visits/{wrong.id}").json()["alarms"]
        assert shown["why"] == "Wrong resident, not known yet whose it is: y"
    refiled = ReadingRefiled(
        **right.about, measurement=moved, former=reading.id, former_visit=wrong.id, by=house.aide
    )
    anew = AlarmRaised(**right.about, alarm=uuid4(), rule="rf-07", level="E", why="y")
    wrong.station.deliver(refiled, anew, *(() if alarm_first else (raised,)))
    wrong.station.settled()
    assert provider.fhir(f"Flag/{raised.alarm}")["status"] == "entered-in-error"
    assert provider.fhir(f"Flag/{anew.alarm}")["status"] == "active"
    [shown] = provider.get(f"/api/visits/{wrong.id}").json()["alarms"]
    assert shown["acknowledged_by"] == "Wrong resident (Abel Ode (aide))"
    [open_one] = provider.get(f"/api/visits/{right.id}").json()["alarms"]
    assert open_one["acknowledged_at"] is None
    assert provider.found("Provenance", target=f"Flag/{raised.alarm}")
    # undone: the former visit is right again, but the readings and their alarm are in a third one
    wrong.station.deliver(WrongResident(**wrong.about, by=house.aide, wrong=False))
    wrong.station.settled()
    assert provider.fhir(f"Flag/{raised.alarm}")["status"] == "entered-in-error"


def test_a_red_flag_is_open_again_when_a_reading_of_its_own_visit_is_there_after_all(
    house: House, provider: Browser
) -> None:
    wrong, right = house.visit(), house.visit(house.ben)
    wrong.begin()
    right.begin()
    gone, stays = oximetry(wrong.station.boot), oximetry(wrong.station.boot)
    raised = AlarmRaised(**wrong.about, alarm=uuid4(), rule="rf-07", level="P", why="y")
    wrong.station.deliver(
        *(Measured(**wrong.about, measurement=each) for each in (gone, stays)),
        raised,
        WrongResident(**wrong.about, by=house.aide),
        ReadingRefiled(
            **right.about,
            measurement=msgspec.structs.replace(gone, id=uuid4()),
            former=gone.id,
            former_visit=wrong.id,
            by=house.aide,
        ),
    )
    wrong.station.settled()
    assert provider.fhir(f"Flag/{raised.alarm}")["status"] == "entered-in-error"
    wrong.station.deliver(WrongResident(**wrong.about, by=house.aide, wrong=False))
    wrong.station.settled()
    assert provider.fhir(f"Flag/{raised.alarm}")["status"] == "active"
    [shown] = provider.get(f"/api/visits/{wrong.id}").json()["alarms"]
    assert shown["acknowledged_by"] is None


def known(hub: HubProcess, resident: UUID) -> str:
    """Return what baseline, newest values and rounds are made of."""
    found = hub.db.read_now(lambda s: history.load(s, [resident]))[resident]
    return str([past.measurement.id for past in found.readings])


def test_a_reading_is_filed_anew_only_from_the_visit_it_is_of(
    hub: HubProcess, house: House, provider: Browser
) -> None:
    """Else any reading here, also another home's, could be called an error by who knows its id."""
    mine, elsewhere, right = house.visit(), house.visit(), house.visit(house.ben)
    reading = oximetry(mine.station.boot)
    mine.begin(Measured(**mine.about, measurement=reading))
    elsewhere.begin()
    right.begin()
    moved = msgspec.structs.replace(reading, id=uuid4())
    lie = ReadingRefiled(
        **right.about, measurement=moved, former=reading.id, former_visit=elsewhere.id, by=house.aide
    )
    assert "of another visit" in refused(hub, right, lie)
    assert provider.fhir(f"Observation/{reading.id}")["status"] == "final"


def urn(identity: UUID) -> dict[str, str]:
    return {"system": "urn:ietf:rfc:3986", "value": identity.urn}
