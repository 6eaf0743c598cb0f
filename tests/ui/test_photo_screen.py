"""Taking pictures at the screen: guided, taken, looked at, saved by the chunk; refused in words when full."""

import hashlib
import os

from screen_person import Person, to_call

from contract import capture, documents, queue_state, station, talk
from contract.capture import sealed_memfd
from contract.envelope import Lane
from contract.frames import RingWriter
from kiosk.visit.model import Screen

JPEG = b"\xff\xd8" + os.urandom(150_000)
CONTROLS = capture.CameraControls(camera="Exam", controls=(capture.Control("zoom", 100, 200, 1, 100),))


def say(person: Person, message: object, data: bytes = b"") -> None:
    fd = sealed_memfd([data])
    person.core.say(message, (fd,) if data else ())  # type: ignore[arg-type]
    os.close(fd)


def picture(person: Person, *reasons: str) -> None:
    """Touch the shutter, and give what it asked for."""
    before = len(person.core.all(capture.Take))
    person.tap("next")
    person.wait(lambda: len(person.core.all(capture.Take)) > before, "the shutter")
    take = person.core.all(capture.Take)[-1]
    thing = capture.Thing(
        kind=take.kind,
        media_type="image/jpeg",
        size=len(JPEG),
        sha256=hashlib.sha256(JPEG).digest(),
        wall="2026-11-26T10:00:00+00:00",
        monotonic_ns=1,
        view=take.view,
        grade=capture.POOR if reasons else capture.GOOD,
        reasons=reasons,
    )
    say(person, capture.Taken(id=take.id, thing=thing), JPEG)


def test_a_provider_asks_for_the_throat_and_gets_it(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.CaptureAsked, kind="photo:throat", note="")
    person.wait(lambda: person.session.state.asked is not None, "the question")
    person.tap("measure-yes")
    person.on(Screen.PHOTO)
    person.wait(lambda: bool(person.core.all(capture.Aim)), "the camera")
    ring = RingWriter(64, 64)
    ring.write(b"\x20\x60\xc0\xff" * 64 * 64, 64, 64, 1)
    person.core.say(station.VideoRing(which="exam"), (ring.fd, ring.event))
    person.wait(lambda: person.session.app.exam_video.frames > 0, "the picture of the exam camera")
    say(person, capture.Guidance(advice=("closer",)))
    person.wait(lambda: person.reads("Closer, please"), "advice")
    say(person, CONTROLS)
    person.wait(lambda: person.reads("Larger"), "the zoom")
    person.tap("camera-zoom-more")
    person.wait(lambda: bool(person.core.all(capture.SetCamera)), "the zoom to be turned")
    assert person.core.all(capture.SetCamera)[-1] == capture.SetCamera(control="zoom", value=110)
    say(person, capture.Guidance(good=True))
    person.wait(lambda: person.reads("Good. Hold still"), "praise")
    picture(person, "blurred")
    person.wait(lambda: person.reads("It is not sharp"), "why not")
    person.tap("next")  # take it again
    person.wait(lambda: person.reads("Open your mouth"), "aiming again")
    picture(person)
    person.wait(lambda: person.reads("This is a good picture"), "the picture")
    person.tap("next")
    person.wait(lambda: any(each.state == "saved" for each in person.session.state.kept), "it to be saved")
    about = person.core.paper(documents.Attached).about
    assert (about.kind, about.view, about.grade, about.by) == ("photo:throat", "open", "good", "patient")
    person.on(Screen.CALL)
    assert person.core.all(capture.AimOver)
    ring.close()


def test_a_full_memory_is_said_in_words_before_anything_is_opened(person: Person) -> None:
    to_call(person)
    person.core.say(queue_state.QueueState(no_room=(Lane.MEDIA,)))
    person.core.tell(talk.CaptureAsked, kind="photo:skin", note="")
    person.wait(lambda: person.session.state.asked is not None, "the question")
    person.wait(lambda: not person.session.inputs().media_room, "the queue's word")
    person.tap("measure-yes")
    person.wait(lambda: person.reads("It can take no pictures or sounds now"), "the refusal")
    assert not person.core.all(capture.Aim)
