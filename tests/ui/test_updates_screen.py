"""Updates on the staff's screen, an update's restart, and a content pack on the real screen."""

import os

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station

from contract import agent
from contract.agent import ContentJudged, LookNow, UpdateState
from contract.station import ContentOffered
from kiosk.clinical.library import read_folder, shipped_files
from kiosk.clinical.pack import pack
from kiosk.visit import events as e
from kiosk.visit.effects import Tell
from kiosk.visit.model import Screen
from ui.believed import usable
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import updates as view

FILE = "reasons/020-chest-pain.json"
CHEST = b"Did a doctor ever find heart trouble?"
NOT_SHOWN = {"no-root", "not-started", "content-refused"}  # off, or a line of their own


def test_every_state_and_reason_has_words(qapp: QGuiApplication) -> None:
    for why in set(agent.WHYS) - NOT_SHOWN:
        [line] = view.lines(UpdateState(state="failed", why=why))
        assert line["text"] and line["more"]
    for state in set(agent.STATES) - {"off", "failed"}:
        [line] = view.lines(UpdateState(state=state, version="1.2", offered="1.3"))
        assert "1." in line["text"] or state in ("looking", "restarting"), state
    assert list(view.lines(UpdateState(state="off"))) == list(view.lines(None)) == []
    assert view.button(UpdateState(state="idle")) and not view.button(UpdateState(state="looking"))
    lines = view.lines(SCENES["station_update"]("en").inputs(Prefs()).update)
    assert [line["id"] for line in lines] == ["update-back", "update"]


def test_touching_the_button_has_it_looked_for() -> None:
    scene = SCENES["station_fine"]("en")
    assert scene.visit.do(e.LookWanted) == (Tell(LookNow()),)
    assert SCENES["consent"]("en").visit.do(e.LookWanted) == ()


def test_nobody_begins_a_visit_while_it_restarts_and_a_visit_is_left_alone() -> None:
    visit = SCENES["updating"]("en").visit
    assert visit.shows(Screen.OUT_OF_ORDER)
    visit.do(e.LanguageChosen, language="es")
    assert visit.state.visit is None
    visit.core(UpdateState(state="waiting", waits_for="visit"))
    assert visit.shows(Screen.WELCOME)
    other = SCENES["consent"]("en").visit
    other.core(UpdateState(state="restarting"))
    assert other.screen is Screen.CONSENT


def offer(person: Person, version: str, files: dict[str, bytes]) -> ContentJudged:
    fd = os.memfd_create("content")
    os.write(fd, pack(files) if files else b"no pack")
    person.core.say(ContentOffered(version=version), (fd,))
    os.close(fd)

    def answers() -> list[ContentJudged]:
        return [m for m in person.core.all(ContentJudged) if m.version == version]

    person.wait(lambda: bool(answers()), "the session's word on the pack")
    return answers()[0]


def test_a_good_pack_is_asked_and_of_a_bad_one_the_last_good_stays(person: Person, at_site: Station) -> None:
    own = shipped_files()[FILE].replace(CHEST, b"Is your heart weak?")
    assert offer(person, "1", {FILE: own}).problem == ""
    assert "requierd" in offer(person, "2", {FILE: own.replace(b'"required"', b'"requierd"', 1)}).problem
    assert offer(person, "3", {}).problem
    assert offer(person, "4", {"rules/limits.json": b"{}"}).problem.startswith("limits.json")
    context = person.session.context
    assert "Is your heart weak?" in [item.words("en") for item in context.questionnaire.questions()]


@pytest.mark.parametrize("name", ["symptoms.json"])
def test_a_pack_may_change_a_rule_and_not_take_it_away(person: Person, at_site: Station, name: str) -> None:
    rules = read_folder("rules")[name]
    assert "not take it away" in offer(person, "5", {f"rules/{name}": b"[]"}).problem
    assert offer(person, "6", {f"rules/{name}": rules}).problem == ""


def test_a_kept_pack_that_no_longer_fits_is_left_out_and_in_nobodys_way(at_site: Station) -> None:
    """As after an update of the software; the profile's own questions stay."""
    profile = at_site.state.profile
    own = pack({FILE: shipped_files()[FILE].replace(CHEST, b"Is your heart weak?")})
    assert usable(profile, own)[1] == own
    context, kept = usable(msgspec.structs.replace(profile, questions=own), b"none")
    assert kept == b""
    assert "Is your heart weak?" in [item.words("en") for item in context.questionnaire.questions()]
