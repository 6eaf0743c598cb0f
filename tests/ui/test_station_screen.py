"""The screen for who works here: from core's message to words, in the real window."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from reading_grade import grade
from screen_person import Person

from contract import documents, queue_state, station
from contract.envelope import Lane
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.app import App
from ui.gallery import SCENES
from ui.gallery.scene import Scene
from ui.inputs import Prefs
from ui.viewmodels import station as view
from ui.viewmodels.results import derive as results
from ui.viewmodels.sound import derive as sound
from ui.viewmodels.station import LANES, WHYS, media_refusal, worst

FINE = queue_state.QueueState(kept=1 << 30, total=20 << 30, clock="synced")


def props(scene: Scene, language: str = "en") -> view.StationProps:
    return view.derive(scene.inputs(Prefs(language=language)))


def with_queue(**changes: object) -> Scene:
    scene = SCENES["station_fine"]("en")
    scene.queue = msgspec.structs.replace(FINE, **changes)
    return scene


def waiting(count: int = 1) -> tuple[queue_state.LaneWaits, ...]:
    return (queue_state.LaneWaits(Lane.READING, count, "2026-11-24T08:00:00+00:00", 4096),)


def test_staff_come_and_go_and_have_it_tried_now(person: Person) -> None:
    person.tap("staff")
    person.on(Screen.STATION)
    assert person.reads("One moment, please.")
    person.core.say(
        msgspec.structs.replace(
            FINE, lanes=waiting(3), link="unreachable", why="no-network", tried_at="2026-11-24T10:00:00+00:00"
        )
    )
    person.wait(lambda: person.reads("3 things wait to be sent."), "what waits")
    assert person.reads("Readings: 3")
    assert person.reads("The station has no network.")
    person.tap("next")
    person.wait(lambda: person.core.all(station.TryNow) == [station.TryNow()], "the order")
    person.core.say(FINE)
    person.wait(lambda: person.reads("Everything has been sent."), "that it went")
    person.tap("back")
    person.on(Screen.WELCOME)
    assert not person.core.all(station.VisitStarted)


def test_the_language_there_begins_no_visit(person: Person) -> None:
    person.tap("staff")
    person.core.say(FINE)
    person.tap("language")
    person.wait(lambda: person.reads("Todo está enviado."), "Spanish")
    assert person.session.state.visit is None


def test_the_invitation_has_a_sign_when_somebody_is_wanted(person: Person) -> None:
    person.core.say(FINE)
    person.settle()
    assert person.session.app.views["shell"].props.staff_tone == "good"
    person.core.say(msgspec.structs.replace(FINE, damaged=1))
    person.wait(lambda: person.session.app.views["shell"].props.staff_tone == "danger", "the sign")
    assert not person.reads("memory")  # nothing that a patient has to wonder about


@pytest.mark.parametrize("why", queue_state.WHYS)
def test_every_why_has_words_and_says_what_to_do(qapp: QGuiApplication, why: str) -> None:
    shown = props(with_queue(lanes=waiting(), link="unreachable", why=why))
    line = next(line for line in shown.lines if line["id"] == "link")
    assert line["text"] and line["more"]
    assert grade(f"{WHYS[why][0]} {WHYS[why][1]}") <= 7


@pytest.mark.parametrize("lane", Lane)
def test_every_kind_has_a_name(qapp: QGuiApplication, lane: Lane) -> None:
    assert "%1" in LANES[lane]


@pytest.mark.parametrize(
    ("level", "kept", "tone"),
    [("fine", 2, "good"), ("filling", 15, "caution"), ("short", 18, "danger"), ("full", 20, "danger")],
)
def test_space_is_said_with_what_to_do(qapp: QGuiApplication, level: str, kept: int, tone: str) -> None:
    scene = with_queue(level=level, kept=kept << 30)
    line = next(line for line in props(scene).lines if line["id"] == "space")
    assert line["tone"] == tone
    assert bool(line["more"]) is (tone != "good")
    assert worst(scene.inputs(Prefs())) == tone


def test_a_readings_lane_without_room_is_full_and_medias_is_not(qapp: QGuiApplication) -> None:
    full = props(with_queue(no_room=(Lane.MEDIA, Lane.READING), unsaved=1))
    assert full.heading == "Something could not be saved yet."
    assert any("New readings can't be saved" in line["text"] for line in full.lines)
    media = props(with_queue(no_room=(Lane.MEDIA,)))
    assert not any("New readings can't be saved" in line["text"] for line in media.lines)
    assert any(line["more"] == "Readings still work." for line in media.lines)


@pytest.mark.parametrize(
    ("changes", "id_"),
    [
        ({"quarantined": 2}, "quarantined"),
        ({"refused": 1}, "refused"),
        ({"damaged": 3}, "damaged"),
        ({"damage": queue_state.FoundDamage(8, 1)}, "damage"),
        ({"keys_expired_at": "2026-11-01T00:00:00+00:00"}, "keys"),
        ({"clock": "unsure"}, "clock"),
    ],
)
def test_each_matter_has_a_line_of_its_own_and_only_then(
    qapp: QGuiApplication, changes: dict[str, object], id_: str
) -> None:
    assert id_ not in {line["id"] for line in props(with_queue()).lines}
    line = next(line for line in props(with_queue(**changes)).lines if line["id"] == id_)
    assert line["tone"] != "good"
    assert line["more"]


def test_the_worst_comes_first_and_nothing_is_called_safe_that_is_not(qapp: QGuiApplication) -> None:
    shown = props(SCENES["station_worst"]("en"))
    order = [["danger", "caution", "good"].index(line["tone"]) for line in shown.lines]
    assert order == sorted(order)
    assert "kept" not in {line["id"] for line in shown.lines}
    assert "kept" in {line["id"] for line in props(SCENES["station_waiting"]("en")).lines}


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "less than 2 hours"),
        (1, "less than 2 hours"),
        (5, "about 5 hours"),
        (47, "about 47 hours"),
        (73, "about 3 days"),
    ],
)
def test_how_long_it_waits_is_said_as_exactly_as_it_is_known(
    qapp: QGuiApplication, hours: int, words: str
) -> None:
    from ui.gallery.staff import waits

    scene = with_queue()
    scene.queue = msgspec.structs.replace(FINE, lanes=waits(scene, hours, reading=1))
    assert props(scene).waits == ("Readings: 1",)
    assert props(scene).oldest == f"The oldest has waited for {words}."


def test_pictures_are_refused_in_words_while_readings_go_on(qapp: QGuiApplication) -> None:
    assert media_refusal(with_queue().inputs(Prefs())) == ""
    said = media_refusal(with_queue(no_room=(Lane.MEDIA,)).inputs(Prefs()))
    assert (
        said
        == "The station has no room for pictures or sounds now. Your answers and readings are still saved."
    )
    assert grade(said) <= 6


def test_staff_is_offered_a_sound_only_while_there_is_room_for_it(qapp: QGuiApplication) -> None:
    scene = SCENES["results"]("en")
    assert not sound(scene.inputs(Prefs())).possible and not sound(scene.inputs(Prefs())).refusal
    media = msgspec.structs.replace(scene.inputs(Prefs()).profile.media, stethoscope="synthetic")
    here = replace(
        scene.inputs(Prefs()), profile=msgspec.structs.replace(scene.inputs(Prefs()).profile, media=media)
    )
    assert sound(here).possible and not sound(here).refusal
    full = replace(here, queue=queue_state.QueueState(no_room=(Lane.MEDIA,)))
    assert not sound(full).possible
    assert sound(full).refusal == media_refusal(full) != ""


def test_what_the_patient_reads_when_the_memory_is_full_and_when_space_returns(qapp: QGuiApplication) -> None:
    scene = SCENES["results"]("en")
    visit = scene.visit
    visit.saves = False
    paper = next(p for p in visit.state.papers if p.kind == "measured")
    assert results(scene.inputs(Prefs()), visit.context).saved == "Saved. It will be sent."
    visit.core(station.PutDone(id=paper.id, state="damaged"))
    visit.core(station.PutDone(id=paper.id, state="failed", detail="full"))
    shown = results(scene.inputs(Prefs()), visit.context)
    assert (shown.saved, shown.saved_tone) == (
        "Not saved: the memory is full. Please get a person.",
        "danger",
    )
    visit.core(station.PutDone(id=paper.id, state="saved"))
    shown = results(scene.inputs(Prefs()), visit.context)
    assert (shown.saved, shown.saved_tone) == ("Saved. It will be sent.", "good")
    visit.core(station.PutDone(id=paper.id, state="refused"))
    shown = results(scene.inputs(Prefs()), visit.context)
    assert (shown.saved, shown.saved_tone) == ("Saved here. A part must be fetched by a person.", "caution")


def test_sent_is_said_of_nothing_that_is_not_all_there(qapp: QGuiApplication) -> None:
    scene = SCENES["results"]("en")
    papers = [p for p in scene.visit.state.papers if p.kind == "measured"]
    for paper in papers[:-1]:
        scene.visit.core(station.PutDone(id=paper.id, state="sent"))
    assert results(scene.inputs(Prefs()), scene.visit.context).saved == "Saved. It will be sent."
    scene.visit.core(station.PutDone(id=papers[-1].id, state="quarantined"))  # the hub has it
    assert results(scene.inputs(Prefs()), scene.visit.context).saved == "Saved and sent."


def test_goodbye_says_that_the_memory_is_full(qapp: QGuiApplication) -> None:
    scene = SCENES["results"]("en")
    scene.visit.saves = False
    scene.visit.do(e.LeaveWanted)
    scene.visit.do(e.LeaveConfirmed)
    closed = next(p for p in scene.visit.state.papers if isinstance(p.document, documents.VisitClosed))
    scene.visit.core(station.PutDone(id=closed.id, state="failed", detail="full"))
    scene.visit.wait(6)
    app = App(lambda: scene.visit.context)
    app.publish(scene.inputs(Prefs()))
    page = app.views["page"].props
    assert page.heading == "Not everything is saved yet."
    assert page.lines[0].startswith("The station's memory is full.")
