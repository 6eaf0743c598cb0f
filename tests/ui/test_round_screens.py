"""A round on the real screen: badge and PIN, the list, two residents, a handover, signing out."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from reading_grade import grade
from screen_core import ScreenCore
from screen_person import Keys, Person, Station, Touch, Way

from contract import cards, care, documents, residents, rtt, staff, station, talk
from contract.frames import RingReader, RingWriter
from contract.journal import Journal
from contract.measurement import Act, Instant, Kind, Value
from contract.residents import Me, ResidentsTold, ResidentsWanted
from contract.rounds import Due
from contract.seal import PublicKey, close_reply, key_id
from kiosk.rounds import events as e
from kiosk.rounds.rehearsal import ANA, BADGE, BEN, band
from kiosk.visit import events as v
from kiosk.visit.model import Screen
from ui import intents, rounds
from ui.gallery import SCENES
from ui.inputs import Draft, Live, Prefs
from ui.local import unmarked
from ui.viewmodels import plan, round_words, shell
from ui.voice.script import script

PIN = "4711"
AT = Instant("2026-11-24T09:30:00+00:00", 1, "boot", "synced")
NURSE = uuid4()
ALWAYS = tuple(f"{hour:02}:00" for hour in range(24))  # due now, whenever the test runs


def due(*acts: Act) -> tuple[Due, ...]:
    return tuple(Due(act, ALWAYS) for act in acts)


RESIDENTS = (
    msgspec.structs.replace(ANA, schedule=due(Act.OXIMETRY)),
    msgspec.structs.replace(BEN, schedule=due(Act.OXIMETRY)),
)


class RoundCore(ScreenCore):
    """Core and hub of a facility: knows one badge, gives the list in as many parts as there are residents."""

    def __init__(self, state: Any, *, roles: tuple[str, ...] = ("nurse",)) -> None:
        super().__init__(state)
        self.roles_of_staff = roles
        self.tries_left = 5
        self.roles["scanner"] = "ready"
        self.wanted: list[ResidentsWanted] = []
        self.refuses = ""

    def _answer(self, message: station.FromSession) -> None:
        super()._answer(message)
        match message:
            case staff.SignIn(badge=badge, pin=pin) if badge == BADGE and pin == PIN:
                self._signed_in(message.shift)
            case staff.SignIn():
                self.tries_left -= 1
                self.say(staff.SignInRefused(shift=message.shift, why="wrong", tries_left=self.tries_left))
            case station.Hello(shift=UUID() as shift):
                self._signed_in(shift)
            case staff.AskHub():
                self._list(message)

    def _signed_in(self, shift: UUID) -> None:
        self.say(
            staff.SignedIn(
                shift=shift, staff=NURSE, roles=self.roles_of_staff, until="2099-01-01T00:00:00+00:00"
            )
        )

    def _list(self, message: staff.AskHub) -> None:
        wanted = residents.decode_ask(self.open(message.sealed))
        self.wanted.append(wanted)
        me, parts = Me(NURSE, "Mo Silva", self.roles_of_staff), len(RESIDENTS)
        for part in reversed(range(parts)):  # in any order
            told: residents.ShiftAnswer = ResidentsTold(
                shift=wanted.shift,
                ask=wanted.id,
                part=part,
                parts=parts,
                at="2026-11-24T09:00:00+00:00",
                facility="Oak House",
                zone="UTC",
                me=me,
                residents=(RESIDENTS[part],),
            )
            if self.refuses:
                told = residents.ShiftRefused(shift=wanted.shift, ask=wanted.id, why=self.refuses)
            key = self.wanted[0].session_key
            reply = close_reply(
                residents.encode(told),
                station=self.state.station,
                to=PublicKey(key_id(key), key, 0, 2**40),
                schema=residents.SHIFT_SCHEMA,
                private=self.state.signing,
            )
            self.say(staff.HubAnswer(shift=wanted.shift, ask=wanted.id, part=part, parts=parts, reply=reply))

    def scan(self, token: str) -> None:
        self.say(station.CardRead(token=token))


@pytest.fixture
def cart(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Station]:
    site = Station(tmp_path / "station", setting="ltc")
    site.core = RoundCore(site.state)
    yield site
    site.close()


@pytest.fixture
def nurse(qapp: QGuiApplication, cart: Station) -> Iterator[Person]:
    found = Person(qapp, cart).start()
    yield found
    found.die()


def core_of(person: Person) -> RoundCore:
    assert isinstance(person.core, RoundCore)
    return person.core


def shows(person: Person, part: str) -> bool:
    """Is it there, whatever marks of direction it carries?"""
    return any(part in unmarked(text) for text in person.texts())


def sign_in(person: Person, way: Way | None = None, pin: str = PIN) -> None:
    way = way or Touch(person)
    core_of(person).scan(BADGE)
    person.on(Screen.PIN)
    way.write("pin", pin)
    way.press("next")


def to_bed(person: Person, number: int, way: Way | None = None) -> None:
    way = way or Touch(person)
    core_of(person).scan(band(number))
    person.on(Screen.CHECK)
    way.press("answer-birth-date")
    way.press("next")
    person.on(Screen.BEDSIDE)


def test_no_residents_visit_begins_where_the_operator_took_the_station_out_of_service(nurse: Person) -> None:
    """A cuff that measures wrongly, perhaps: it does so with residents as with walk-in patients."""
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.core.say(station.OperatorSays(disabled="cuff reads high"))
    nurse.wait(lambda: nurse.session.inputs().operator is not None, "the operator's word")
    core_of(nurse).scan(band(0))
    nurse.on(Screen.CHECK)
    nurse.tap("answer-birth-date")
    assert shows(nurse, "cuff reads high")
    nurse.session.app.actions.nextWanted.emit()  # the button is grey; a keypad's OK must not pass it either
    assert nurse.session.state.visit is None
    nurse.core.say(station.OperatorSays())
    nurse.wait(lambda: not shows(nurse, "cuff reads high"), "the station in service")
    nurse.tap("next")
    nurse.on(Screen.BEDSIDE)


def test_a_hub_that_says_later_is_asked_again_with_the_pin(nurse: Person) -> None:
    """Without it the next ask was "wrong" to the hub, and the shift ended a quarter of an hour later."""
    core_of(nurse).refuses = "too-many"
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.session.shift.duty.refusal == "too-many", "the hub's word")
    core_of(nurse).refuses = ""
    nurse.session._list.want(nurse.session.shift.duty, uuid4())
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    assert [(one.badge, one.pin) for one in core_of(nurse).wanted] == [(BADGE, PIN)] * 2
    assert nurse.session._list.pin == ""


def test_what_no_journal_holds_is_not_the_next_residents(nurse: Person) -> None:
    """A line not sent yet, a wound's picture, captions, a wave: there is no wipe between two residents."""
    sign_in(nurse)
    to_bed(nurse, 0)
    measure(nurse)
    session, ring = nurse.session, RingWriter(4, 4)
    session.app.exam_video.attach(RingReader(os.dup(ring.fd), os.dup(ring.event)))
    ring.write(b"\x01\x02\x03\xff" * 16, 4, 4, 1)
    nurse.wait(lambda: session.app.exam_video.frame is not None, "the picture")
    session._letters.write("they hit me")
    writer, visit = rtt.Writer(1), session.state.visit
    writer.write("So your wife has died?")
    said = writer.update(0.0)
    assert said is not None and visit is not None
    session._letters.take(
        talk.Typing(
            id=uuid4(), visit=visit, at=AT.wall, update=said, writer="w", sender="Dr. Kim", kind="caption"
        )
    )
    session.app.wave_item.push(1, 60)
    assert session._live.letters and session.app.wave_item._samples
    nurse.tap("next")
    nurse.on(Screen.ROUND)
    assert session.app.exam_video.frame is None
    assert session._live == Live()
    assert session._letters.lines == () and session._letters._writer.due_in(time.monotonic()) is None
    assert not session.app.wave_item._samples
    ring.write(b"\x05\x06\x07\xff" * 16, 4, 4, 2)
    nurse.wait(lambda: session.app.exam_video.frame is not None, "a new picture")
    ring.close()


def measure(person: Person, spo2: float = 97) -> None:
    person.tap("next")
    person.on(Screen.OXIMETER_PREPARE)
    person.tap("next")
    person.on(Screen.OXIMETER)
    person.core.oximetry(spo2)
    person.wait(lambda: person.session.state.running is None, "the reading")
    person.tap("next")
    person.on(Screen.BEDSIDE)


@pytest.mark.parametrize("way", [Touch, Keys])
def test_badge_and_pin_then_the_list(nurse: Person, way: type[Touch]) -> None:
    sign_in(nurse, way(nurse))
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    assert nurse.reads("Your round: 2 to see, 0 of them late")
    assert nurse.reads("Mo Silva, Nurse")
    (wanted,) = core_of(nurse).wanted
    assert (wanted.badge, wanted.pin) == (BADGE, PIN)
    assert nurse.session._list.pin == ""


def test_the_pin_is_neither_shown_nor_said_nor_journalled(nurse: Person, cart: Station) -> None:
    core_of(nurse).scan(BADGE)
    nurse.on(Screen.PIN)
    Touch(nurse).write("pin", PIN)
    assert not nurse.reads(PIN)
    assert not [line for line in script(nurse.window) if PIN in line.text or PIN in line.content]
    nurse.tap("next")
    nurse.on(Screen.ROUND)
    assert not [record for record in Journal(cart.journal).replay() if PIN.encode() in record]


def test_a_wrong_pin_is_said_with_the_tries_left_and_gone_from_the_field(nurse: Person) -> None:
    sign_in(nurse, pin="1234")
    nurse.wait(lambda: nurse.reads("4 more tries."), "the refusal")
    assert nurse.reads("Badge and PIN do not match.")
    field = nurse.hands.find("pin-input")
    assert field.property("text") == ""
    Touch(nurse).write("pin", PIN)
    nurse.tap("next")
    nurse.on(Screen.ROUND)


def test_who_is_refused_the_list_is_signed_out_and_told_why(nurse: Person) -> None:
    core_of(nurse).refuses = "no-facility"
    sign_in(nurse)
    nurse.on(Screen.SIGNED_OUT)
    assert nurse.reads("This station belongs to no home yet.")


def test_two_residents_one_after_another_and_nothing_of_the_first_with_the_second(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    to_bed(nurse, 0)
    assert nurse.reads("Code status: Do not resuscitate (DNR)")
    measure(nurse, 93)
    assert shows(nurse, "3 % lower than usual")
    assert nurse.reads("Usually")
    nurse.tap("next")
    nurse.on(Screen.ROUND)
    to_bed(nurse, 1)
    assert not any("Ruiz" in text for text in nurse.texts())
    assert nurse.session.state.measurements == ()
    measure(nurse)
    nurse.tap("next")
    nurse.on(Screen.ROUND)
    papers = nurse.core.papers()
    bound = [p for p in papers if isinstance(p, care.ResidentBound)]
    measured = [p for p in papers if isinstance(p, documents.Measured)]
    assert [b.resident for b in bound] == [ANA.id, BEN.id]
    assert [m.visit for m in measured] == [b.visit for b in bound]
    assert not [p for p in papers if isinstance(p, documents.Identified)]


def test_from_the_list_by_keys_alone(nurse: Person) -> None:
    way = Keys(nurse)
    sign_in(nurse, way)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    way.press(f"resident-{ANA.id}")
    nurse.on(Screen.CHECK)
    way.press("answer-name")
    assert not nurse.seen("next").enabled
    way.press("answer-birth-date")
    way.press("next")
    nurse.on(Screen.BEDSIDE)
    way.press("bed-not-now")
    nurse.on(Screen.NOT_NOW)
    way.press("missed-asleep")
    nurse.on(Screen.ROUND)
    assert nurse.reads("Left out in this round (1)")


def test_an_unknown_wristband_is_said(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    core_of(nurse).scan("CPW1-" + "Z" * 26)
    nurse.wait(lambda: nurse.reads("Nobody on your list wears this."), "what is wrong")


def test_a_name_is_found_and_shown_alone(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    nurse.tap("find")
    Touch(nurse).write("find", "oka")
    nurse.tap("next")
    nurse.on(Screen.ROUND)
    assert nurse.reads("Okafor, Ben")
    assert not nurse.reads("Ruiz, Ana")
    nurse.tap("find-all")
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "everybody")


def test_the_handover_is_kept_in_english_whatever_the_screen_speaks(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    nurse.feed(v.LanguageChosen, language="es")
    nurse.wait(lambda: nurse.reads("Su ronda"), "Spanish")
    to_bed(nurse, 0)
    measure(nurse, 93)
    nurse.tap("bed-sbar")
    nurse.on(Screen.SBAR)
    nurse.tap("sbar-request")
    nurse.tap("ask-see-today")
    nurse.on(Screen.SBAR)
    nurse.tap("sbar-assess")
    Touch(nurse).write("assessment", "fluid")
    nurse.tap("next")
    nurse.on(Screen.SBAR)
    nurse.tap("next")
    nurse.on(Screen.BEDSIDE)
    made = nurse.core.paper(care.Sbar)
    assert "Oxygen (SpO2): 93 % (usually 96, now lower)" in made.situation
    assert "Allergies: Penicillin" in made.background
    assert made.request == "Please see this person today."
    assert made.assessment.lower() == "fluid"


def test_a_session_that_dies_comes_back_to_the_same_bed_after_the_badge(
    qapp: QGuiApplication, cart: Station
) -> None:
    first = Person(qapp, cart).start()
    sign_in(first)
    first.on(Screen.ROUND)
    first.wait(lambda: first.reads("Ruiz, Ana"), "the list")
    to_bed(first, 0)
    first.die()
    second = Person(qapp, cart).start()
    second.on(Screen.SIGN_IN)
    assert not any("Ruiz" in text for text in second.texts())
    core_of(second).scan(BADGE)
    second.on(Screen.BEDSIDE)
    second.wait(lambda: second.session._list.roster is not None, "the list again")
    assert core_of(second).wanted[-1].pin == ""
    second.die()


def test_signing_out_ends_the_session(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.tap("finish")
    nurse.tap("leave-now")
    nurse.on(Screen.SIGNED_OUT)
    nurse.wait(lambda: nurse.ended, "the end of the session")
    assert nurse.core.all(staff.SignOut)[-1].why == "asked"
    assert nurse.session._list.roster is None


def test_battery_and_network_of_the_cart_are_shown(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    assert not nurse.reads("Battery")
    nurse.core.say(staff.CartIs(battery_percent=17, way="wireless", signal_percent=12))
    nurse.wait(lambda: nurse.reads("Battery 17 % · Network: weak"), "the cart")
    nurse.core.say(staff.CartIs(battery_percent=17, way="wireless", moving=True))
    nurse.wait(lambda: nurse.reads("Network: changing over"), "roaming")


def test_an_answer_that_is_not_the_hubs_changes_nothing(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.session._list.roster is not None, "the list")
    before = nurse.session._list.roster
    shift = nurse.session.shift.duty.shift
    assert shift is not None
    for reply in (b"", b"\x81" * 90, cards.hash_of("x")):
        nurse.core.say(staff.HubAnswer(shift=shift, ask=uuid4(), part=0, parts=1, reply=reply))
    nurse.settle()
    assert nurse.session._list.roster is before


def test_words_of_a_round_are_plain() -> None:
    texts = [
        text
        for name in ("REFUSALS", "ENDINGS", "REQUESTS", "MISSED", "CHANGES", "WHYS")
        for text in getattr(round_words, name).values()
    ]
    assert grade(" ".join(text if text.endswith(".") else f"{text}." for text in texts)) <= 6


def test_every_code_has_words() -> None:
    assert set(round_words.REFUSALS) == {*staff.REFUSALS, *residents.SHIFT_REFUSALS}
    assert set(round_words.ENDINGS) == set(staff.SIGN_OUTS)
    assert set(round_words.CODE_STATUSES) == set(residents.CODE_STATUSES)
    assert set(round_words.MISSED) == set(care.MISSED)
    assert set(round_words.CHANGES) == set(care.CHANGES)
    assert set(round_words.TRENDS) == set(care.TRENDS)
    assert set(round_words.SINCES) == set(care.SINCES)
    assert set(round_words.TOLD) == set(care.TOLD)
    assert set(round_words.WAYS) == set(care.TELLING_WAYS)
    assert set(round_words.WHYS) == set(care.TELLING_WHYS)
    assert set(round_words.PRESENT) == set(care.PRESENT)
    assert set(round_words.INTERPRETERS) == set(care.INTERPRETERS)
    assert set(round_words.AUTHORITIES) == set(care.AUTHORITIES)
    assert set(round_words.VALUES) >= {str(kind) for kind in Kind} - {"perfusion_index", "mean_arterial"}


def test_a_value_in_another_unit_is_set_beside_the_usual_one(nurse: Person) -> None:
    sign_in(nurse)
    nurse.on(Screen.ROUND)
    nurse.wait(lambda: nurse.reads("Ruiz, Ana"), "the list")
    to_bed(nurse, 0)
    nurse.tap("bed-hand")
    nurse.feed(v.HandTouched, what="temperature")
    nurse.feed(v.HandTouched, what="oral")
    nurse.feed(v.HandGiven, values=(Value(Kind.TEMPERATURE, 99.5, "[degF]"),))
    nurse.tap("next")
    nurse.on(Screen.BEDSIDE)
    assert shows(nurse, "1.0 °C higher than usual")


# ---- what is touched, pure


def touched(scene: str, *names: str) -> object:
    """Return what touching these, one after another, means on a scene's screen."""
    inputs = SCENES[scene]("en").inputs(Prefs())
    inputs = replace(inputs, draft=replace(inputs.draft, chosen=()))
    found: object = None
    for name in names:
        found = rounds.choose(inputs, name, AT)
        if isinstance(found, Draft):
            inputs = replace(inputs, draft=found)
    return found


def test_wrong_resident_from_the_list_brings_who_was_left_without_the_photo() -> None:
    event = touched("round_left", "round-wrong")
    assert isinstance(event, e.WrongAfterwards)
    assert (event.resident.family, event.resident.photo) == ("Ruiz", b"")
    assert touched("round_list", "round-wrong") is None  # nobody was measured


def test_own_words_are_chosen_beside_how_and_since() -> None:
    draft = touched("observe_how", "more", "today", "words", "less")
    assert isinstance(draft, Draft)
    assert set(draft.chosen) == {"less", "today", "words"}
    undone = touched("observe_how", "more", "words", "words")
    assert isinstance(undone, Draft)
    assert undone.chosen == ("more",)


def test_of_interpreters_there_is_one_or_none() -> None:
    draft = touched("agree_with", "family", "by-remote", "by-in-person")
    assert isinstance(draft, Draft)
    assert set(draft.chosen) == {"family", "by-in-person"}
    none = touched("agree_with", "family", "by-remote", "by-remote")
    assert isinstance(none, Draft)
    assert none.chosen == ("family",)


def test_after_a_plan_in_a_round_next_leads_back_to_the_bed_and_not_to_a_code_to_take_home() -> None:
    inputs = SCENES["round_plan"]("en").inputs(Prefs())
    assert isinstance(intents.next_event(inputs, AT), v.Finished)
    assert shell.derive(inputs).next_label == "Back to the resident"
    assert plan.derive(inputs).card == ""
    walk_in = SCENES["plan"]("en").inputs(Prefs())
    assert isinstance(intents.next_event(walk_in, AT), v.TakeAwayWanted)
