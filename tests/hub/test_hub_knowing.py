"""Who comes again: cards, phones and codes; never by name and birth date alone, and not by guessing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import WALL, StationClient, StationSocket, VisitAtStation, oximetry, pressure
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import cards, wire
from contract.documents import ConsentGiven, Guardian, Identified, Measured, Person, VisitClosed
from contract.measurement import Grade, Instant
from contract.talk import CodeState, CodeTyped, CodeWanted, IdentityAnswer, IdentityClaimed, Live
from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.config import Config
from hub.fhir.terms import patient_id
from hub.fleet import stations
from hub.knowing import people
from hub.models import Audit, KnownKey, PhoneCode, Visit

PHONES = iter(f"555 01{number:04}" for number in range(10_000))
BORN = "1950-03-02"


def somebody(name: str = "Ana") -> Person:
    """Return a person whom no other test knows."""
    return Person(given=name, family=f"Ruiz{uuid4().hex[:8]}", birth_date=BORN)


class Desk:
    """One visit's session at the station's open socket."""

    def __init__(self, hub: HubProcess, station: StationClient, socket: StationSocket) -> None:
        self.hub, self.station, self.socket = hub, station, socket
        self.visit = VisitAtStation(station)
        socket.send(self.visit.session_key())

    def ask(self, kind: type[Any], **more: str) -> Live:
        """Say something live and return the answer to it."""
        told = kind(id=uuid4(), visit=self.visit.id, at=WALL, **more)
        self.socket.send(self.visit.live(told))
        while True:
            came = self.socket.until(wire.LiveIn, lambda m: m.visit == self.visit.id)
            live = self.visit.open(came)
            if isinstance(live, CodeState | IdentityAnswer) and live.ask == told.id:
                self.socket.send(wire.LiveAck(id=came.id))
                return live

    def claim(self, birth_date: str = BORN, card: str = "") -> IdentityAnswer:
        answer = self.ask(IdentityClaimed, birth_date=birth_date, card=card)
        assert isinstance(answer, IdentityAnswer)
        return answer

    def code(self, phone: str, language: str = "en") -> tuple[CodeState, str]:
        """Ask for a code; return how it stands, and what came to the phone last."""
        state = self.ask(CodeWanted, phone=phone, language=language)
        assert isinstance(state, CodeState)
        lines = self.hub.outbox.read_text().splitlines() if self.hub.outbox.exists() else []
        digits = re.sub(r"\D", "", phone)
        texts = [json.loads(line) for line in lines]
        mine = [text["text"] for text in texts if text["to"] == f"+1{digits}"]
        return state, mine[-1] if mine else ""

    def prove(self, phone: str) -> None:
        """Type the code that came to a phone."""
        _, text = self.code(phone)
        state = self.ask(CodeTyped, code=number_in(text))
        assert isinstance(state, CodeState) and state.state == "right"

    def identify(self, person: Person, **more: Any) -> None:
        about: Any = {"visit": self.visit.id, "at": self.visit.at}
        self.station.deliver(Identified(**about, person=person, **more))
        self.station.settled()

    def measure(self, *made: Any) -> None:
        about: Any = {"visit": self.visit.id, "at": self.visit.at}
        self.station.deliver(*(Measured(**about, measurement=each) for each in made))
        self.station.deliver(VisitClosed(**about, how="finished"))
        self.station.settled()


def number_in(text: str) -> str:
    found = re.search(r"\d{6}", text)
    assert found, text
    return found[0]


@pytest.fixture
def socket(station: StationClient) -> Iterator[StationSocket]:
    with station.socket() as opened:
        opened.until(wire.HubHello)
        yield opened


@pytest.fixture
def desk(hub: HubProcess, station: StationClient, socket: StationSocket) -> Desk:
    return Desk(hub, station, socket)


def carded(desk: Desk, person: Person) -> str:
    """Have a visit that ends with a card; return its token."""
    card = cards.token_of(uuid4().bytes)
    boot = desk.station.boot
    desk.identify(person, new_card=card)
    desk.measure(oximetry(boot), oximetry(boot, Grade.NOT_RELIABLE), pressure(boot))
    return card


def test_a_card_and_birth_date_bring_back_the_person_and_the_last_reliable_values(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    person = somebody()
    card = carded(desk, person)
    again = Desk(hub, station, socket)
    assert again.claim("1950-03-03", card).why == "no-match"
    answer = again.claim(BORN, card)
    assert answer.person == person
    values = {each.kind: each.value for each in answer.earlier}
    assert values == {"spo2": 97.0, "pulse_rate": values["pulse_rate"], "systolic": 128.0, "diastolic": 82.0}
    again.identify(person, how="card", card=card)
    with Browser(hub, "ada") as ada:
        detail = ada.get(f"/api/visits/{again.visit.id}").json()
    assert detail["patient"]["known_by"] == "card"
    assert [each["proven"] for each in detail["earlier"]] == [True]
    assert card.encode() not in hub.log.read_bytes()
    assert not any(card in str(vars(row)) for row in [*hub.rows(KnownKey), *hub.rows(Audit)])


def test_a_name_and_birth_date_alone_prove_nothing(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    person = somebody()
    carded(desk, person)
    again = Desk(hub, station, socket)
    answer = again.claim(BORN)
    assert (answer.person, answer.earlier, answer.why) == (None, (), "no-match")
    again.identify(person)
    with Browser(hub, "ada") as ada:
        detail = ada.get(f"/api/visits/{again.visit.id}").json()
    assert detail["patient"]["known_by"] == ""
    assert [each["proven"] for each in detail["earlier"]] == [False]  # the provider sees them, marked so


def test_a_card_shown_without_the_hub_is_linked_later_and_only_with_its_birth_date(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    person = somebody()
    card = carded(desk, person)
    again, thief = Desk(hub, station, socket), Desk(hub, station, socket)
    again.identify(person, card=card)
    thief.identify(Person(given="Eve", family="Ruiz", birth_date="1999-09-09"), card=card)
    rows = {row.id: row for row in hub.rows(Visit)}
    first, mine, theirs = (rows[each.visit.id] for each in (desk, again, thief))
    assert first.person_id == mine.person_id is not None
    assert (mine.known_by, theirs.known_by, theirs.person_id) == ("card", "", None)


def test_a_lost_card_is_revoked_and_brings_nobody_back(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    person = somebody()
    card = carded(desk, person)
    path = f"/api/visits/{desk.visit.id}"
    with Browser(hub, "ada") as provider:
        assert provider.get(path).json()["cards"] == 1
        assert provider.send(f"{path}/revoke-cards").status_code == 200
        assert provider.get(path).json()["cards"] == 0
        assert provider.send(f"{path}/revoke-cards").status_code == 409
    again = Desk(hub, station, socket)
    assert again.claim(BORN, card).why == "no-match"
    again.identify(person, card=card)
    [row] = [row for row in hub.rows(Visit) if row.id == again.visit.id]
    assert (row.known_by, row.person_id) == ("", None)
    noted = [row for row in hub.rows(Audit) if row.action == "cards-revoke"]
    assert [(row.target, row.outcome) for row in noted][-2:] == [
        (str(desk.visit.id), "200"),
        (str(desk.visit.id), "409"),
    ]


def test_a_visit_filed_anew_does_not_bring_a_revoked_card_back(tmp_path: Path) -> None:
    data = tmp_path / "hub"
    assert main(["init", "--data", str(data)]) == 0
    db = open_database(Config(data=data))
    card, visit = cards.token_of(uuid4().bytes), uuid4()
    told = Identified(visit=visit, at=Instant(WALL, 1, "boot", "synced"), person=somebody(), new_card=card)

    def link(session: Session) -> None:
        row = session.get(Visit, visit)
        if row is None:
            station = stations.create(session, "S", "A", "P", {})
            session.flush()
            row = Visit(id=visit, station_id=station.id, started_at=WALL, birth_date=BORN)
            session.add(row)
        people.link(session, row, told)

    def kinds(session: Session) -> list[str]:
        return [row.kind for row in session.scalars(select(KnownKey))]

    db.write_now(link)
    assert db.read_now(kinds) == ["card"]
    assert main(["card", "revoke", "--data", str(data), str(visit)]) == 0
    db.write_now(link)
    assert db.read_now(kinds) == ["revoked"]
    noted = db.read_now(
        lambda s: [(r.target, r.outcome) for r in audit.entries(s, 20) if r.action == "cards-revoke"]
    )
    assert (str(visit), "1") in noted
    assert main(["card", "revoke", "--data", str(data), str(visit)]) == 1
    db.close()


def test_guessing_a_cards_birth_date_is_stopped(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    card = carded(desk, somebody())
    again = Desk(hub, station, socket)
    said = [again.claim(f"1950-04-0{day}", card).why for day in range(1, 8)]
    assert said == ["no-match"] * 5 + ["too-many"] * 2
    assert again.claim(BORN, card).why == "too-many"  # also the right one has to wait now


def test_a_code_to_the_phone_and_the_birth_date(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    phone, person = next(PHONES), somebody()
    state, text = desk.code(phone, "es")
    assert state.state == "sent" and text.startswith("Su código")
    wrong = "000000" if number_in(text) != "000000" else "111111"
    tried = desk.ask(CodeTyped, code=wrong)
    assert isinstance(tried, CodeState) and (tried.state, tried.left) == ("wrong", 4)
    assert desk.claim(BORN).why == "no-match"  # not proven yet
    right = desk.ask(CodeTyped, code=number_in(text))
    assert isinstance(right, CodeState) and right.state == "right"
    assert desk.claim(BORN).why == "no-match"  # a phone nobody has shown before
    desk.identify(person)
    desk.measure(oximetry(station.boot))
    again = Desk(hub, station, socket)
    again.prove(phone)
    assert again.claim("1951-03-02").why == "no-match"
    answer = again.claim(BORN)
    assert answer.person == person and answer.earlier
    assert phone.encode() not in hub.log.read_bytes()


def test_two_people_of_one_phone_are_kept_apart(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    phone = next(PHONES)
    ana, eva = somebody("Ana"), somebody("Eva")
    desk.prove(phone)
    desk.identify(ana)
    twin = Desk(hub, station, socket)
    twin.prove(phone)
    twin.identify(eva)  # born the same day, another name
    again = Desk(hub, station, socket)
    again.prove(phone)
    assert again.claim(BORN).why == "no-match"  # it can't be said which of them: the name is asked
    again.identify(eva)
    rows = {row.id: row.person_id for row in hub.rows(Visit)}
    assert rows[again.visit.id] == rows[twin.visit.id] != rows[desk.visit.id]


def test_codes_are_limited_expire_and_count_tries(
    hub: HubProcess, station: StationClient, socket: StationSocket, desk: Desk
) -> None:
    phone = next(PHONES)
    states = [desk.code(phone)[0].state for _ in range(4)]
    assert states == ["sent", "sent", "sent", "too-many"]
    for left in (4, 3, 2, 1):
        tried = desk.ask(CodeTyped, code="not it")
        assert isinstance(tried, CodeState) and (tried.state, tried.left) == ("wrong", left)
    _, text = desk.code(phone)  # none is sent: the newest one stays
    last = desk.ask(CodeTyped, code="not it")
    assert isinstance(last, CodeState) and last.state == "too-many"
    after = desk.ask(CodeTyped, code=number_in(text))
    assert isinstance(after, CodeState) and after.state == "too-many"
    other = Desk(hub, station, socket)
    _, text = other.code(next(PHONES))

    def old(session: Any) -> None:
        for row in session.query(PhoneCode).where(PhoneCode.visit_id == other.visit.id):
            row.expires_at = 1.0

    hub.db.write_now(old)
    late = other.ask(CodeTyped, code=number_in(text))
    assert isinstance(late, CodeState) and late.state == "expired"


def test_the_same_question_again_sends_no_second_code(desk: Desk) -> None:
    phone = next(PHONES)
    told = CodeWanted(id=uuid4(), visit=desk.visit.id, at=WALL, phone=phone, language="en")
    for _ in range(2):
        desk.socket.send(desk.visit.live(told))
    desk.prove(phone)
    sent = [line for line in desk.hub.outbox.read_text().splitlines() if phone.replace(" ", "") in line]
    assert len(sent) == 2  # of the question asked twice, and of the proof


def test_a_guardian_and_who_helped_are_told_and_audited(hub: HubProcess, desk: Desk) -> None:
    about: dict[str, Any] = {"visit": desk.visit.id, "at": desk.visit.at}
    agreed = ConsentGiven(**about, version="2026-11", language="en", given=True, by="Ana Ruiz (parent)")
    desk.station.deliver(agreed)
    child = Person(given="Leo", family="Ruiz", birth_date="2015-06-01")
    desk.identify(child, guardian=Guardian("Ana Ruiz", "parent"), attended="staff")
    with Browser(hub, "ada") as ada:
        patient = ada.get(f"/api/visits/{desk.visit.id}").json()["patient"]
        assert patient["guardian"] == {"name": "Ana Ruiz", "relation": "parent"}
        assert patient["attended"] == "staff"
        reference = str(patient_id(desk.visit.id))
        found = ada.fhir(f"Patient/{reference}")
        assert found["contact"][0]["name"]["text"] == "Ana Ruiz"
        assert found["contact"][0]["relationship"][0]["coding"][0]["code"] == "PRN"
        consents = ada.found("Consent", patient=f"Patient/{reference}")
        assert consents[0]["performer"] == [{"display": "Ana Ruiz (parent)"}]
    desk.claim(BORN, cards.token_of(b"nobody's"))
    noted = eventually(
        lambda: [
            r for r in hub.rows(Audit) if r.target == str(desk.visit.id) and r.action == "identity-claimed"
        ],
        "the audit",
    )
    assert noted[-1].outcome == "no-match"


def test_what_is_no_question_of_ours_is_set_aside(hub: HubProcess, desk: Desk) -> None:
    bad = CodeWanted(id=uuid4(), visit=desk.visit.id, at=WALL, phone="no number", language="en")
    desk.socket.send(desk.visit.live(bad))
    assert desk.claim(BORN).why == "no-match"  # the socket lives on
    assert "no number" not in hub.log.read_text()
