"""A stethoscope's sound at the screen: guided, recorded, heard again, saved by the chunk."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, to_call

from contract import asks, capture, documents, talk
from contract.capture import sealed_memfd
from contract.profile import MediaConfig
from kiosk.visit.model import Screen

SOUND = b"fLaC" + os.urandom(100_000)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path / "station", media=MediaConfig(stethoscope="synthetic"))
    yield made
    made.close()


@pytest.fixture
def person(qapp: QGuiApplication, site: Station) -> Iterator[Person]:
    made = Person(qapp, site).start()
    yield made
    made.die()


def say(person: Person, message: object, data: bytes = b"") -> None:
    fd = sealed_memfd([data])
    person.core.say(message, (fd,) if data else ())  # type: ignore[arg-type]
    os.close(fd)


def test_a_provider_asks_for_the_heart_and_gets_it(person: Person) -> None:
    to_call(person)
    wish = person.core.tell(talk.CaptureAsked, kind="sound:heart", note="")
    person.wait(lambda: person.session.state.asked is not None, "the question")
    person.tap("measure-yes")
    person.on(Screen.SOUND)
    person.tap("sound-mitral")
    person.wait(lambda: bool(person.core.all(capture.Aim)), "the stethoscope")
    say(person, capture.Guidance(advice=("sound-too-soft",), level=0.1))
    person.wait(lambda: person.reads("Press it a little more"), "advice")
    say(person, capture.Guidance(good=True, level=0.6))
    person.wait(lambda: person.reads("Good sound"), "praise")
    person.tap("next")
    person.wait(lambda: bool(person.core.all(capture.Take)), "the recording")
    take = person.core.all(capture.Take)[-1]
    assert (take.kind, take.view, take.seconds) == ("sound:heart", "mitral", 20)
    person.wait(lambda: person.reads("s left"), "the countdown")
    thing = capture.Thing(
        kind=take.kind,
        media_type="audio/flac",
        size=len(SOUND),
        sha256=hashlib.sha256(SOUND).digest(),
        wall="2026-11-26T10:00:00+00:00",
        monotonic_ns=1,
        view=take.view,
        seconds=20.0,
        rate_hz=16_000.0,
    )
    say(person, capture.Taken(id=take.id, thing=thing), SOUND)
    png = cv2.imencode(".png", np.full((40, 80, 3), (20, 120, 240), np.uint8))[1].tobytes()
    say(person, capture.SoundShown(id=take.id, size=len(png)), png)
    person.wait(lambda: person.session.inputs().live.graph[1].startswith("data:image/png"), "the spectrogram")
    person.tap("sound-play-bell")
    person.wait(lambda: bool(person.core.all(capture.Play)), "playing")
    assert person.core.all(capture.Play)[-1] == capture.Play(id=take.id, filter="bell")
    person.tap("next")
    person.wait(lambda: any(each.state == "saved" for each in person.session.state.kept), "it to be saved")
    about = person.core.paper(documents.Attached).about
    assert (about.kind, about.view, about.media_type, about.rate_hz) == (
        "sound:heart",
        "mitral",
        "audio/flac",
        16_000.0,
    )
    assert about.ask is not None
    person.tap("next")
    person.on(Screen.CALL)
    answers = [each for each in person.core.lives() if isinstance(each, talk.AskAnswered)]
    assert [each.answer for each in answers] == [asks.YES, asks.DONE]
    assert wish and not person.warnings


def test_what_is_no_picture_of_a_sound_is_not_shown(person: Person) -> None:
    to_call(person)
    take = person.session.state.visit
    assert take is not None
    for data, size in ((b"not a png", 9), (b"\x89PNG\r\n\x1a\nrest", 3)):
        say(person, capture.SoundShown(id=take, size=size), data)
        say(person, capture.Played(id=take, fraction=0.5))
        person.wait(lambda: person.session.inputs().live.played is not None, "both to arrive")
        assert person.session.inputs().live.graph == (take, "")
