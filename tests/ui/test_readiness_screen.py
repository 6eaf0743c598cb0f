"""Whether the station can do its work, on the staff's screen; and a station that was taken out of service."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from reading_grade import grade
from screen_person import Person

from contract import queue_state, station
from contract.readiness import LACKS, LIMITED, OUT, READY, RED, Item, Readiness
from kiosk.visit.model import Screen
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import readiness as view
from ui.viewmodels import station as screen
from ui.viewmodels.welcome import derive as welcome

DRAWINGS = Path(view.__file__).parents[1] / "qml" / "pictures"
AT = "2026-11-24T10:15:42+01:00"
COVERED = Item("camera", RED, "covered", "uncover-camera", lacks="picture")


def test_staff_read_what_is_wrong_and_have_it_tested(person: Person) -> None:
    person.core.say(station.ReadinessIs(readiness=Readiness(LIMITED, AT, (COVERED,), ("picture",))))
    person.core.say(queue_state.QueueState(kept=1, total=9, clock="synced"))
    person.tap("staff")
    person.wait(lambda: person.reads("This station works, but not all of it."), "the sum")
    assert person.reads("What does not work now: being seen in a call.")
    assert person.reads("The camera sees nothing.")
    person.tap("test-station")
    person.wait(lambda: person.core.all(station.TestStation) == [station.TestStation()], "the order")
    person.core.say(station.ReadinessIs(readiness=Readiness(READY, AT, testing=True)))
    person.wait(lambda: person.reads("The station tests itself. This takes a minute."), "that it tests")


def test_out_of_service_means_that_no_visit_begins(person: Person) -> None:
    person.core.say(station.OperatorSays(disabled="painting", notice="Back on Monday."))
    person.wait(lambda: person.reads("This station is out of service."), "why")
    assert person.reads("Back on Monday.")
    person.session.touches.language("en")  # as a key would, though no button says it
    person.settle()
    person.on(Screen.WELCOME)
    assert not person.core.all(station.VisitStarted)
    person.core.say(station.OperatorSays())
    person.tap("language-en")
    person.wait(lambda: person.session.state.visit is not None, "a visit")


@pytest.mark.parametrize("words", [*view.FINDINGS.values(), *view.REMEDIES.values()])
def test_words_are_plain(words: str) -> None:
    assert grade(words.replace("%1", "Scale")) <= 7


def test_everything_that_may_lack_has_a_name(qapp: QGuiApplication) -> None:
    assert set(view.LACKS) == set(LACKS)
    [line, *_] = view.lines(Readiness(OUT, AT, lacks=LACKS))
    assert all(view.tr(view.LACKS[lack]) in line["more"] for lack in LACKS)


def test_a_finding_of_a_newer_core_is_shown_as_it_is(qapp: QGuiApplication) -> None:
    [_, line] = view.lines(Readiness("new", AT, (Item("new", RED, "thing", "magic", "7"),)))
    assert line["text"] == "new: thing 7" and line["more"] == ""


def test_what_is_well_takes_no_line_and_a_device_has_its_drawing(qapp: QGuiApplication) -> None:
    shown = screen.derive(SCENES["station_limited"]("en").inputs(Prefs()))
    assert [line["id"] for line in shown.ready] == [
        "ready-sum",
        "ready-device-cuff",
        "ready-camera",
        "ready-device-scale",
    ]
    assert shown.ready[1]["picture"] == "cuff-on-arm"
    assert shown.test_station


def test_camera_network_and_sound_show_what_mends_them(qapp: QGuiApplication) -> None:
    shown = screen.derive(SCENES["station_remedies"]("en").inputs(Prefs()))
    pictures = {line["id"]: line.get("picture", "") for line in (*shown.ready, *shown.lines, *shown.sound)}
    assert pictures["ready-camera"] == "uncover-camera"
    assert pictures["ready-calls"] == pictures["link"] == "network-cable"
    assert pictures["sound-microphone"] == "headset-plug"
    assert pictures["ready-sum"] == pictures["sound-speaker"] == ""
    for name in filter(None, pictures.values()):
        assert QSvgRenderer(str(DRAWINGS / f"{name}.svg")).isValid(), name


def test_a_remedy_of_another_kind_has_no_picture_of_a_cable(qapp: QGuiApplication) -> None:
    shown = screen.derive(SCENES["station_sound"]("en").inputs(Prefs()))  # a hum
    assert not any(line.get("picture") for line in (*shown.ready, *shown.lines, *shown.sound))


def test_the_closed_screen_names_the_sites_phone_in_each_language(qapp: QGuiApplication) -> None:
    inputs = SCENES["welcome_closed"]("en").inputs(Prefs())
    shown = welcome(inputs)
    assert shown.languages == () and len(shown.closed) == len(inputs.profile.languages)
    assert all(inputs.profile.site_phone in text for text in shown.closed)
