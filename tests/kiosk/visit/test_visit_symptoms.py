"""Looking up a symptom: without a visit, red flags first, and nothing of it stays."""

import pytest

from contract import station
from kiosk.visit import events as e
from kiosk.visit.effects import EndSession, SealDocument
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import BOOT, VISIT, Rehearsal
from kiosk.visit.symptoms import leads_to_visit


@pytest.fixture
def looking(visit: Rehearsal) -> Rehearsal:
    visit.do(e.SymptomsWanted, language="es")
    assert visit.shows(Screen.SYMPTOMS) and visit.state.language == "es"
    return visit


def touch(visit: Rehearsal, *touched: str) -> str:
    for what in touched:
        visit.do(e.SymptomTouched, what=what)
    return visit.state.item


def test_the_signs_that_can_not_wait_come_before_any_advice(looking: Rehearsal) -> None:
    assert touch(looking, "body", "part:head") == "part:head"
    assert touch(looking, "ask:headache") == "ask:headache"
    assert not leads_to_visit(looking.state)
    assert touch(looking, "no") == "care:headache"
    assert leads_to_visit(looking.state)
    assert not looking.told(station.PagePerson)


def test_with_such_a_sign_people_on_site_are_called_at_once(looking: Rehearsal) -> None:
    assert touch(looking, "ask:chest-pain", "yes") == "now:chest-pain"
    assert looking.told(station.PagePerson) == [station.PagePerson(visit=None)]
    looking.core(station.PersonPaged(reached=("hub",)))
    assert looking.state.person is not None and looking.state.person.reached == ("hub",)
    assert looking.state.person.closed  # the screen itself says it: nothing lies over it


def test_nothing_of_it_is_a_visit(looking: Rehearsal) -> None:
    touch(looking, "ask:fever", "yes")
    assert looking.state.visit is None
    assert not [effect for effect in looking.effects if isinstance(effect, SealDocument)]


def test_back_leads_the_way_one_came_and_out_ends_the_session(looking: Rehearsal) -> None:
    touch(looking, "body", "part:head", "ask:headache", "no")
    for item in ("ask:headache", "part:head", "body", ""):
        looking.do(e.WentBack)
        assert looking.shows(Screen.SYMPTOMS) and looking.state.item == item
    assert looking.ended is None
    looking.do(e.WentBack)
    assert looking.shows(Screen.WELCOME)
    assert looking.ended == EndSession("looked-up")


@pytest.mark.parametrize(("touched", "urgent"), [(("ask:cough",), False), (("ask:cough", "yes"), True)])
def test_when_nobody_looks_any_more_it_is_forgotten(
    looking: Rehearsal, touched: tuple[str, ...], urgent: bool
) -> None:
    timing = looking.context.profile.timing
    touch(looking, *touched)
    looking.wait(timing.idle_s - 1)
    assert looking.ended is None
    looking.wait(2)
    assert (looking.ended is None) is urgent  # where help is needed the number stays
    looking.wait(timing.provider_wait_s)
    assert looking.ended is not None and looking.shows(Screen.WELCOME)


def test_a_visit_begins_from_here_in_the_language_chosen(looking: Rehearsal) -> None:
    touch(looking, "ask:cough", "no")
    looking.begin("es")
    assert looking.shows(Screen.CONSENT) and looking.state.visit == VISIT
    looking.do(e.WentBack)
    assert looking.shows(Screen.CONSENT)  # no way back to what was looked up


def test_what_does_not_fit_changes_nothing(looking: Rehearsal) -> None:
    before = looking.state.item
    for what in ("yes", "no", "part:toe", "ask:toe", "now:fever", "care:fever", "", "x"):
        assert touch(looking, what) == before
    looking.do(e.SymptomsWanted, language="en")
    assert looking.state.language == "es"


def test_only_before_a_visit_and_in_a_language_of_the_station(visit: Rehearsal) -> None:
    visit.do(e.SymptomsWanted, language="xx")
    assert visit.shows(Screen.WELCOME)
    visit.begin()
    visit.do(e.SymptomsWanted, language="en")
    visit.do(e.SymptomTouched, what="body")
    assert visit.shows(Screen.CONSENT)


def test_the_language_can_be_changed_and_a_person_called(looking: Rehearsal) -> None:
    looking.do(e.LanguageChosen, language="en")
    assert looking.state.language == "en"
    looking.do(e.PersonWanted)
    assert looking.told(station.PagePerson)
    welcome = station.Welcome(
        protocol=station.PROTOCOL, boot_id=BOOT, profile=b"", keys=b"", hub_online=True, clock="synced"
    )
    looking.core(welcome)
    assert looking.shows(Screen.SYMPTOMS)
