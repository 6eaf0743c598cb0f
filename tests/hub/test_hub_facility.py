"""Long-term care at a running hub: staff and residents lists, residents' visits, rounds, who sees what."""

import io
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hub_house import (
    PIN,
    House,
    ResidentVisit,
    ShiftAtStation,
    consent,
    handover,
    notified,
    refused,
)
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, StationSocket, oximetry

from contract import cards, wire
from contract.care import (
    ChangeSeen,
    CodeStatusShown,
    ConditionChange,
    Notified,
    ResidentMissed,
)
from contract.documents import AlarmRaised, CaseLeft, Identified, Measured, Person, VisitClosed
from contract.measurement import Instant, Kind, Value
from contract.residents import ResidentsTold, ShiftRefused
from contract.staff import StaffList, open_staff_list
from hub.facility import places, staff
from hub.fhir.terms import patient_id
from hub.models import Audit, ClockAnchor, Shift, Visit
from hub.times import now, parse, rfc3339


@pytest.fixture(scope="module")
def house(hub: HubProcess, station: StationClient) -> House:
    return House(hub, station)


@pytest.fixture
def socket(station: StationClient, house: House) -> Iterator[StationSocket]:
    with station.socket() as opened:
        opened.until(wire.HubHello)
        yield opened


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


def told(station: StationClient, socket: StationSocket) -> StaffList:
    return open_staff_list(socket.until(wire.StaffTold).staff, station=station.id, keys=station.keys)


def test_a_station_is_told_its_staff_when_it_comes_and_when_it_changes(
    hub: HubProcess, house: House, station: StationClient, socket: StationSocket
) -> None:
    first = told(station, socket)
    roles = {each.staff: each.roles for each in first.verifiers}
    assert roles[house.nurse] == ("nurse",)
    assert roles[house.aide] == ("aide",)
    [aide] = [each for each in first.verifiers if each.staff == house.aide]
    assert aide.badge == cards.hash_of(house.badges[house.aide])
    assert staff.fits(aide.argon2, house.badges[house.aide], PIN)
    assert not staff.fits(aide.argon2, house.badges[house.nurse], PIN)
    assert first.expires > first.issued + 6 * 86400
    gone = hub.db.write_now(lambda s: house.member(s, "Short Stay", "aide"))
    assert gone in {each.staff for each in told(station, socket).verifiers}
    assert hub.here("staff revoke", str(gone)).returncode == 0
    assert gone not in {each.staff for each in told(station, socket).verifiers}


def test_a_station_that_leaves_the_house_is_told_an_empty_list(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Lent Station") as lent:
        house = House(hub, lent)
        with lent.socket() as socket:
            assert len(told(lent, socket).verifiers) == 2
            hub.db.write_now(lambda s: places.give(s, lent.id, None))
            assert told(lent, socket).verifiers == ()
            shift = ShiftAtStation(house, socket)
            [answer] = shift.ask(house.badges[house.aide], PIN)
            assert isinstance(answer, ShiftRefused) and answer.why == "no-facility"


def residents(parts: list[Any]) -> dict[str, Any]:
    assert all(isinstance(part, ResidentsTold) for part in parts), parts
    return {one.given: one for part in parts for one in part.residents}


def why(parts: list[Any]) -> str:
    [answer] = parts
    assert isinstance(answer, ShiftRefused), answer
    return answer.why


def test_a_shift_gets_its_residents_by_badge_and_pin_and_later_by_its_key(
    hub: HubProcess, house: House, socket: StationSocket
) -> None:
    shift = ShiftAtStation(house, socket)
    parts = shift.ask(house.badges[house.nurse], PIN)
    found = residents(parts)
    assert set(found) == {"Ana", "Ben"}
    assert (found["Ana"].code_status, found["Ana"].allergies) == ("dnr", ("penicillin",))
    assert isinstance(parts[0], ResidentsTold)
    assert (parts[0].me.name, parts[0].zone) == ("Nora Quist", "America/Chicago")
    assert set(residents(shift.ask())) == {"Ana", "Ben"}
    assert why(shift.ask(key=X25519PrivateKey.generate())) == "wrong"
    socket.send(wire.ShiftOver(shift=shift.id))
    assert why(shift.ask()) == "over"
    noted = [(row.target, row.outcome) for row in hub.rows(Audit) if row.action == "residents-read"]
    assert (str(house.nurse), "ok") in noted


def test_a_wrong_pin_gets_nothing_and_not_for_ever(house: House, socket: StationSocket) -> None:
    badge = house.badges[house.aide]
    for _ in range(5):
        assert why(ShiftAtStation(house, socket).ask(badge, "135790")) == "wrong"
    assert why(ShiftAtStation(house, socket).ask(badge, PIN)) == "too-many"
    assert why(ShiftAtStation(house, socket).ask(cards.new_token(cards.BADGE), PIN)) == "wrong"
    assert why(ShiftAtStation(house, socket).ask()) == "wrong"


def test_who_is_revoked_gets_no_further_list(hub: HubProcess, house: House, socket: StationSocket) -> None:
    gone = hub.db.write_now(lambda s: house.member(s, "Going Away", "nurse"))
    shift = ShiftAtStation(house, socket)
    assert len(residents(shift.ask(house.badges[gone], PIN))) == 2
    hub.db.write_now(lambda s: staff.revoke(s, staff.find(s, house.id, gone)))
    assert why(shift.ask()) == "revoked"
    assert why(ShiftAtStation(house, socket).ask(house.badges[gone], PIN)) == "wrong"


def test_a_shift_does_not_last_for_ever(hub: HubProcess, house: House, socket: StationSocket) -> None:
    shift = ShiftAtStation(house, socket)
    assert len(residents(shift.ask(house.badges[house.nurse], PIN))) == 2

    def late(session: Any) -> None:
        session.get_one(Shift, shift.id).ends_at = 1.0

    hub.db.write_now(late)
    assert why(shift.ask()) == "over"


def test_who_only_mends_the_station_is_told_of_nobody(
    hub: HubProcess, house: House, socket: StationSocket
) -> None:
    """A technician signs in, for a spare; names, illnesses and code status are none of their business."""
    mender = hub.db.write_now(lambda s: house.member(s, "Tess Tech", "technician"))
    parts = ShiftAtStation(house, socket).ask(house.badges[mender], PIN)
    assert residents(parts) == {}
    assert parts[0].me.name == "Tess Tech"  # type: ignore[union-attr]


def test_a_station_that_was_given_to_another_house_is_told_no_more_of_this_one(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Moved Station") as moved, moved.socket() as socket:
        socket.until(wire.HubHello)
        house = House(hub, moved)
        shift = ShiftAtStation(house, socket)
        assert len(residents(shift.ask(house.badges[house.nurse], PIN))) == 2
        House(hub, moved)
        assert why(shift.ask()) == "over"


def test_what_is_usual_is_of_the_days_before_the_visit_whenever_one_looks(
    hub: HubProcess, provider: Browser
) -> None:
    """Else a visit's own readings are their own "usual", and the change that mattered is gone by tomorrow."""
    with StationClient.enrolled(hub, "Usual Station") as station:
        house = House(hub, station)

        def measured(days: float, spo2: float) -> ResidentVisit:
            visit = house.visit()
            visit.at = Instant(rfc3339(now() - days * 86_400), 1, str(station.boot), "synced")
            visit.about = {"visit": visit.id, "at": visit.at}
            visit.bound = msgspec.structs.replace(visit.bound, at=visit.at)
            values = (Value(Kind.SPO2, spo2, "%"),)
            reading = msgspec.structs.replace(oximetry(station.boot), effective=visit.at, values=values)
            visit.begin(Measured(**visit.about, measurement=reading))
            return visit

        for days in (24.0, 22.0, 21.5, 19.0):
            measured(days, 97.0)
        fell = measured(15.0, 88.0)
        for days in (5.0, 4.0, 3.0, 2.0):
            measured(days, 89.0)
        [usual] = provider.get(f"/api/visits/{fell.id}").json()["care"]["usual"]
        assert (usual["kind"], usual["value"], usual["readings"]) == ("spo2", 97.0, 4)


def test_when_somebody_was_told_is_put_right_where_the_clock_was_wrong(
    hub: HubProcess, provider: Browser
) -> None:
    """42 CFR 483.10(g)(14) asks for the time; a cart whose clock stood at 1970 knows none."""
    with StationClient.enrolled(hub, "Late Clock Station") as station:
        house = House(hub, station)
        visit = house.visit()
        at = Instant("1970-01-01T00:10:00.000+00:00", 60_000_000_000, str(station.boot), "unsure")
        told = {"id": uuid4(), "who": "physician", "person": "Dr. Lee", "how": "phone", "why": "injury"}
        with station.socket(monotonic_ns=120_000_000_000) as socket:
            socket.until(wire.HubHello)
            eventually(
                lambda: any(a.boot_id == str(station.boot) for a in hub.rows(ClockAnchor)), "an anchor"
            )
            visit.begin(Notified(visit=visit.id, at=at, when=at.wall, by=house.nurse, **told))  # type: ignore[arg-type]
        [communication] = provider.found("Communication", encounter=f"Encounter/{visit.id}")
        assert abs(now() - 60 - parse(communication["sent"]).timestamp()) < 60
        [note] = provider.get(f"/api/visits/{visit.id}").json()["care"]["notes"]
        assert "1970" not in note["lines"][0]["text"]


def test_a_residents_visit_carries_the_name_from_the_list(
    hub: HubProcess, house: House, provider: Browser
) -> None:
    visit = house.visit()
    visit.begin(Measured(**visit.about, measurement=oximetry(visit.station.boot)))
    shown = provider.get(f"/api/visits/{visit.id}").json()
    assert shown["patient"]["display"].startswith("Ana Ruiz")
    assert shown["patient"]["known_by"] == "wristband"
    assert shown["resident"]["code_status"].startswith("Do not resuscitate")
    assert shown["care"]["checked"] == "wristband scanned; read back: birth date, wristband"
    assert shown["care"]["representative"]["relation"] == "daughter"
    patient = provider.fhir(f"Patient/{patient_id(visit.id)}")
    [number] = [i for i in patient["identifier"] if i["system"] == f"urn:uuid:{house.id}"]
    assert (number["value"], patient["birthDate"]) == ("1", "1940-01-02")
    on_list = next(row for row in provider.get("/api/worklist").json()["items"] if row["id"] == str(visit.id))
    assert on_list["resident"]["room"] == "12"


def test_one_visit_is_one_residents_of_this_house_and_nobody_elses(
    hub: HubProcess, house: House, station: StationClient
) -> None:
    visit = house.visit()
    visit.begin()
    other = House(hub, None)
    again = msgspec.structs.replace(visit.bound, resident=house.ben)
    stranger = msgspec.structs.replace(house.visit().bound, resident=other.ana)
    foreign = msgspec.structs.replace(house.visit().bound, by=other.nurse)
    guessed = msgspec.structs.replace(house.visit().bound, identifiers=("name", "room"))
    assert refused(hub, visit, again) == "the visit belongs to another resident"
    assert "none of this station's facility" in refused(hub, visit, stranger)
    assert "staff member" in refused(hub, visit, foreign)
    assert "two identifiers" in refused(hub, visit, guessed)
    named = Identified(**visit.about, person=Person("Some", "Body", "1950-01-01"))
    assert "facility's list" in refused(hub, visit, named)


def test_what_staff_note_is_shown_and_filed(hub: HubProcess, house: House, provider: Browser) -> None:
    visit, alarm = house.visit(), uuid4()
    sbar = handover(visit, house, observation="Shivers", observed_by=house.aide)
    seen = (ChangeSeen("eating", "less", "today", "only tea"), ChangeSeen("pain", "more"))
    visit.begin(
        ConditionChange(**visit.about, changes=seen, by=house.aide),
        AlarmRaised(**visit.about, alarm=alarm, rule="rf-ltc-fever", level="P", why="38.4"),
        CodeStatusShown(**visit.about, alarm=alarm, status="dnr"),
        sbar,
        msgspec.structs.replace(sbar, assessment="Chest infection?", assessed_by=house.nurse),
        notified(visit, house),
        consent(visit, house),
        ConditionChange(**visit.about, changes=seen[:1], by=house.nurse),
    )
    care = provider.get(f"/api/visits/{visit.id}").json()["care"]
    notes = {note["kind"]: note for note in care["notes"]}
    assert [line["text"] for line in notes["condition-change"]["lines"]] == [
        "Eating: less than usual, since today. only tea"
    ]
    assert [line["label"] for line in notes["sbar"]["lines"]] == [
        "Situation",
        "Background",
        "Aide's observation, Abel Ode (aide)",
        "Nurse's assessment, Nora Quist (nurse)",
        "Request",
    ]
    assert notes["notified"]["lines"][0]["text"].startswith("Eva Ruiz, by phone")
    assert notes["code-status-shown"]["lines"][0]["text"].startswith("Do not resuscitate")
    subject = {"encounter": f"Encounter/{visit.id}"}
    [composition] = provider.found("Composition", **subject)
    assert composition["status"] == "final"
    assert [section["title"] for section in composition["section"]][2:4] == [
        "Aide's observation",
        "Nurse's assessment",
    ]
    [communication] = provider.found("Communication", **subject)
    assert communication["recipient"] == [{"display": "Eva Ruiz"}]
    observations = provider.found("Observation", **subject)
    states = {o["code"]["text"]: o["status"] for o in observations}
    assert (states["Eating"], states["Pain"]) == ("final", "entered-in-error")
    [given] = provider.found("Consent", patient=f"Patient/{patient_id(visit.id)}")
    assert given["performer"] == [{"display": "Eva Ruiz, health care proxy"}]
    everything = provider.fhir(f"Encounter/{visit.id}/$everything")["entry"]
    assert {"Composition", "Communication"} <= {e["resource"]["resourceType"] for e in everything}


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda v, h: handover(v, h, assessment="Flu", assessed_by=h.aide), "who is no nurse"),
        (lambda v, h: handover(v, h, assessment="Flu"), "who is no nurse"),
        (lambda v, h: handover(v, h, observation="Hot"), "by nobody"),
        (lambda v, h: notified(v, h, how="pigeon"), "not known here"),
        (lambda v, h: notified(v, h, person=" "), "nobody is named"),
        (lambda v, h: notified(v, h, when="yesterday"), "RFC 3339"),
        (lambda v, h: notified(v, h, said="x" * 5000), "4000 characters"),
        (lambda v, h: consent(v, h, who="resident"), "capacity"),
        (lambda v, h: consent(v, h, authority=""), "authority"),
        (lambda v, h: ResidentMissed(**v.about, why="lost", by=h.aide), "not known here"),
        (
            lambda v, h: ConditionChange(**v.about, changes=(ChangeSeen("mood", "more"),), by=h.aide),
            "not known here",
        ),
    ],
)
def test_a_note_that_can_not_be_is_set_aside_in_words(
    hub: HubProcess, house: House, made: Any, words: str
) -> None:
    visit = house.visit()
    visit.begin()
    assert words in refused(hub, visit, made(visit, house))


@pytest.mark.parametrize(
    ("more", "state"),
    [
        (lambda v, h: (), "done"),
        (lambda v, h: (CaseLeft(**v.about, why="declined", wish="specialist"),), "stored"),
        (lambda v, h: (handover(v, h),), "stored"),
        (lambda v, h: (AlarmRaised(**v.about, alarm=uuid4(), rule="x", level="P", why="y"),), "left"),
    ],
)
def test_a_round_leaves_providers_nothing_to_do_unless_somebody_is_asked(
    hub: HubProcess, house: House, more: Any, state: str
) -> None:
    visit = house.visit()
    visit.begin(*more(visit, house), VisitClosed(**visit.about, how="finished"))
    [row] = [row for row in hub.rows(Visit) if row.id == visit.id]
    assert row.state == state


# ---- whoever manages the house


@pytest.fixture
def manager(hub: HubProcess, house: House) -> Iterator[Browser]:
    with managing(hub, house) as browser:
        yield browser


def managing(hub: HubProcess, house: House) -> Browser:
    name = f"max-{uuid4().hex[:6]}"
    added = hub.here("user add", name, "--role", "manager", "--facility", house.name)
    assert added.returncode == 0, added.stderr
    return Browser(hub, name)


def test_a_manager_sees_and_changes_one_house_only(hub: HubProcess, house: House, manager: Browser) -> None:
    other = House(hub, None)
    people = manager.get("/api/facility/residents").json()["items"]
    assert sorted(one["given"] for one in people) == ["Ana", "Ben"]
    for path, told in (
        (f"residents/{other.ana}/wristband", {}),
        (f"residents/{other.ana}/leave", {}),
        (f"residents/{other.ana}/photo", {"jpeg": "/9j/", "taken": "2026-01-01"}),
        (f"staff/{other.nurse}/badge", {"pin": PIN}),
        (f"staff/{other.nurse}/revoke", {}),
    ):
        assert manager.send(f"/api/facility/{path}", told).status_code == 404
    form = people[0] | {"room": "99"}
    for name in ("id", "wristband", "photo_taken"):
        del form[name]
    assert manager.send("/api/facility/residents", form, "PUT").json()["room"] == "99"
    assert manager.send("/api/facility/residents", form | {"room": "12"}, "PUT").status_code == 200
    band = manager.send(f"/api/facility/residents/{house.ana}/wristband").json()
    assert cards.kind_of(band["token"]) == cards.WRISTBAND
    assert band["qr"].startswith("data:image/svg+xml")
    bad = manager.send("/api/facility/residents/import", {"csv": "number,given\n1,A"})
    assert (bad.status_code, "missing" in bad.json()["error"]["message"]) == (422, True)


def test_a_manager_gives_badges_and_takes_them_back(house: House, manager: Browser) -> None:
    made = manager.send("/api/facility/staff", {"name": "New Nurse", "roles": ["nurse"]})
    assert made.status_code == 201
    member = made.json()["id"]
    assert manager.send(f"/api/facility/staff/{member}/badge", {"pin": "1111"}).status_code == 422
    badge = manager.send(f"/api/facility/staff/{member}/badge").json()
    assert cards.kind_of(badge["token"]) == cards.BADGE and len(badge["pin"]) == 6
    listed = {one["id"]: one for one in manager.get("/api/facility/staff").json()["items"]}
    assert listed[member]["badge_at"] and "verifier" not in listed[member]
    assert manager.send(f"/api/facility/staff/{member}/revoke").status_code == 200
    assert manager.send(f"/api/facility/staff/{member}/badge", {"pin": PIN}).status_code == 409


def test_a_manager_without_a_house_is_told_so(hub: HubProcess) -> None:
    alone = hub.here("user add", "lone", "--role", "manager")
    assert alone.returncode == 1 and "--facility" in alone.stderr


def test_the_days_rounds_say_who_was_seen_and_who_was_missed_and_why(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Round Station") as station:
        house = House(hub, station)
        with managing(hub, house) as browser:
            form = {"number": "1", "given": "Ana", "family": "Ruiz", "birth_date": "1940-01-02"}
            due = [{"act": "oximetry", "times": ["00:00"], "late_min": 1}]
            browser.send("/api/facility/residents", form | {"schedule": due}, "PUT").raise_for_status()
            visit = house.visit(house.ben)
            visit.begin(ResidentMissed(**visit.about, why="asleep", by=house.aide))
            day = browser.get("/api/facility/round").json()
            first = {one["number"]: one for one in day["residents"]}
            assert [turn["state"] for turn in first["1"]["turns"]][-1] in {"missed", "due"}
            assert first["2"]["seen_at"] == ""
            [row] = [row for row in hub.rows(Visit) if row.id == visit.id]
            assert row.missed == "asleep"


def test_commands_do_what_the_page_does(hub: HubProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"Oak House {uuid4().hex[:6]}"
    assert "no time zone" in hub.here("facility add", name, "--zone", "Moon/Base").stderr
    assert hub.here("facility add", name, "--zone", "Europe/Berlin").returncode == 0
    member = hub.here("staff add", "Uwe Ott", "--facility", name, "--role", "aide").stdout.strip()
    badge = hub.here("staff badge", member).stdout.split()
    assert cards.kind_of(badge[0]) == cards.BADGE
    monkeypatch.setattr("sys.stdin", io.StringIO("4444\n"))
    easy = hub.here("staff badge", member, "--pin-stdin")
    assert easy.returncode == 1 and "easy to guess" in easy.stderr
    listed = hub.here("staff list", "--facility", name).stdout
    assert "Uwe Ott\taide\tbadge" in listed
    monkeypatch.setattr("sys.stdin", io.StringIO("258036\n"))
    made = hub.here("staff add", "Ina Ott", "--facility", name, "--role", "nurse", "--badge", "--pin-stdin")
    assert made.stdout.split()[2] == "258036"
    file = hub.data / "residents.csv"
    file.write_text("number,given,family,birth_date\n5,Ida,Kranz,1931-03-04\n")
    assert hub.here("residents import", str(file), "--facility", name).stdout == "1 added, 0 changed.\n"
    banded = hub.here("residents import", str(file), "--facility", name, "--wristbands").stdout.splitlines()
    assert banded[0] == "0 added, 1 changed."
    assert cards.kind_of(banded[1].split("\t")[2]) == cards.WRISTBAND
    resident = hub.here("residents list", "--facility", name).stdout.split("\t")[0]
    band = hub.here("residents wristband", resident).stdout.strip()
    assert cards.kind_of(band) == cards.WRISTBAND
    assert hub.here("residents leave", resident).returncode == 0
    assert hub.here("residents list", "--facility", name).stdout == ""
