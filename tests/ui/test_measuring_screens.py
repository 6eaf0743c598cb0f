"""Measuring on the screen: the wave moves, the words are true, trouble is a state and not a dead end."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from screen_person import Person, to_cuff, to_oximeter

from contract import station
from contract.measurement import Act, Grade, Reason
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.hands import box

WAVE = [20 + 90 * (n % 50 < 8) for n in range(240)]


def pen_strokes(person: Person) -> set[tuple[int, int]]:
    """Return where the wave's place on the screen has the wave's colour."""
    picture = person.window.grabWindow()
    place: QRect = box(person.hands.find("wave")).toAlignedRect().intersected(picture.rect())
    colour = QColor(person.theme.property("primary")).rgb()
    return {
        (x, y)
        for x in range(place.left(), place.right(), 2)
        for y in range(place.top(), place.bottom(), 2)
        if picture.pixel(x, y) == colour
    }


def points(person: Person) -> int:
    return len(person.session.app.wave_item.property("line"))


def test_the_wave_moves_while_samples_come(person: Person) -> None:
    to_oximeter(person)
    person.core.wave(WAVE[:120])
    person.wait(lambda: person.session.app.wave_item.samples_seen == 120, "the samples")
    person.wait(lambda: points(person) > 100, "the wave's line")
    first = pen_strokes(person)
    person.core.wave(WAVE)
    person.wait(lambda: person.session.app.wave_item.samples_seen == 240, "more samples")
    person.wait(lambda: points(person) > 200, "a longer line")
    second = pen_strokes(person)
    assert len(first) > 50
    assert len(second - first) > 50


def test_no_number_is_shown_before_the_signal_is_there(person: Person) -> None:
    to_oximeter(person)
    for phase, words in (("no-finger", "No finger"), ("searching", "Looking for your pulse")):
        person.core.wave(WAVE[:10])
        person.core.progress(Act.OXIMETRY, phase)
        person.wait(lambda words=words: person.reads(words), words)  # type: ignore[misc]
        assert person.seen("value-spo2").text == "–"
    person.core.progress(Act.OXIMETRY, "hold-still", 0.1)
    person.wait(lambda: person.reads("Hold still"), "hold still")
    assert not person.seen("next").enabled


def test_a_pulled_cable_is_said_at_once_and_skipping_stays_possible(person: Person) -> None:
    to_oximeter(person)
    person.core.device("oximeter", "absent", "unplugged")
    person.wait(lambda: person.reads("No device"), "the missing device")
    person.core.fail("unplugged", "plug-in")
    person.on(Screen.MEASURE_PROBLEM)
    assert person.reads("was unplugged")
    assert person.reads("plug its cable in")
    assert person.seen("skip").enabled


def test_a_device_missing_before_it_began_goes_on_by_itself_when_it_is_back(person: Person) -> None:
    to_oximeter(person)
    person.feed(e.StopPressed)
    person.on(Screen.MEASURE_PROBLEM)
    person.core.device("oximeter", "absent", "unplugged")
    person.wait(lambda: person.session.state.devices[-1].state == "absent", "the loss")
    person.tap("next")
    person.wait(lambda: person.reads("goes on by itself"), "words on how it goes on")
    person.core.device("oximeter", "ready")
    person.on(Screen.OXIMETER_PREPARE)


def test_two_bad_readings_lead_to_a_person_and_nothing_is_called_usual(person: Person) -> None:
    to_oximeter(person)
    for _ in range(2):
        person.core.oximetry(84, 130, grade=Grade.NOT_RELIABLE, reasons=(Reason.MOVEMENT,))
        person.on(Screen.MEASURE_PROBLEM)
        if not person.core.all(station.PagePerson):
            person.tap("next")
            person.on(Screen.OXIMETER)
    person.wait(lambda: bool(person.core.all(station.PagePerson)), "a person to be called")
    person.tap("close-page")
    assert person.reads("Somebody should check you now")
    for _ in range(3):
        if person.screen is not Screen.RESULTS:
            person.feed(e.Continued)
            person.feed(c.CallDeclined)
            person.feed(e.Skipped, reason="do-not-want")
    if person.screen is Screen.RESULTS:
        assert not person.reads("usual range")
    rows = {row["id"]: row for row in person.session.app.views["results"].props.rows}
    assert rows["oxygen"]["meaning"] == "Not measured well. Don't rely on this number."
    assert not rows["oxygen"]["reliable"]


def test_device_errors_of_the_cuff_are_said_in_words(person: Person) -> None:
    to_cuff(person)
    person.core.progress(Act.BLOOD_PRESSURE, "inflating", 0.3, 90)
    person.wait(lambda: person.seen("value-pressure").text == "90", "the pressure")
    person.core.fail("cuff-leak")
    person.on(Screen.MEASURE_PROBLEM)
    assert person.reads("The cuff lets air out")
    assert not any("cuff-leak" in text for text in person.texts())
