"""The call: pictures from real rings, text that stays plain, controls; and when nobody is there."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtGui import QColor
from screen_person import Person, answer_to, to_call, to_questions

from contract import documents, instruments, station, talk
from contract.control import MediaState
from contract.frames import RingWriter
from contract.seal import PublicKey, close_reply, key_id
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from kiosk.visit.summary import rows
from ui.hands import box
from ui.plan_pdf import plan_pdf

MARKUP = '<b>Bold</b> <img src="file:///etc/hostname"> <a href="http://x.example">&amp; link</a>'
GREEN, BLUE = "#2e8b57", "#27408b"


def picture_of(colour: str, width: int = 320, height: int = 180) -> bytes:
    ink = QColor(colour)
    return bytes((ink.blue(), ink.green(), ink.red(), 255)) * (width * height)


def show_ring(person: Person, which: str, colour: str) -> RingWriter:
    ring = RingWriter(320, 180)
    person.core.say(station.VideoRing(which=which), (ring.fd, ring.event))
    video = person.session.app.remote_video if which == "remote" else person.session.app.self_video
    ring.write(picture_of(colour), 320, 180, 1)
    person.wait(lambda: video.frames >= 1, "a frame")
    return ring


def colour_at(person: Person, name: str) -> str:
    person.settle()
    centre = box(person.hands.find(name)).center().toPoint()
    return QColor(person.window.grabWindow().pixel(centre)).name()


def test_both_pictures_are_drawn_from_their_rings(person: Person) -> None:
    to_call(person)
    rings = [show_ring(person, "remote", GREEN), show_ring(person, "self", BLUE)]
    assert colour_at(person, "remote-video") == GREEN
    assert colour_at(person, "self-video") == BLUE
    person.window.grabWindow()  # the window is still ours after the pictures were drawn
    for ring in rings:
        ring.close()


def test_after_the_call_the_window_is_still_there(person: Person) -> None:
    """A video item that asks for its window would take the window's Python half with it when it goes."""
    to_call(person)
    ring = show_ring(person, "remote", GREEN)
    person.window.grabWindow()
    person.tap("end-call")
    person.on(Screen.PLAN_WAITING)
    assert not person.window.grabWindow().isNull()
    ring.close()


def test_who_cannot_be_made_sure_of_is_said_in_words(person: Person) -> None:
    to_call(person)
    person.core.say(station.CallState(state="lost", reason="not-trusted"))
    person.wait(lambda: person.reads("We could not make sure who is on the line"), "the words")


def test_who_asks_to_come_in_is_asked_about_and_who_is_there_can_be_sent_away(person: Person) -> None:
    to_call(person)
    provider, guest = talk.Present(uuid4(), "Dr. Osei", "provider"), uuid4()
    maria = talk.Present(guest, MARKUP, "family")

    def tell(*present: talk.Present, asking: tuple[talk.Present, ...] = ()) -> None:
        person.core.tell(talk.People, present=present, asking=asking)

    tell(provider, asking=(maria,))
    person.wait(lambda: person.hands.shows("join-yes"), "the question")
    assert person.reads(f"{MARKUP} (family or friend) wants to join this call. Is that all right?")
    person.tap("join-yes")
    person.wait(lambda: not person.hands.shows("join-yes"), "no question")
    tell(provider, maria)
    person.wait(lambda: person.hands.shows("away-1"), "both on the line")
    assert person.reads(f"{MARKUP} (family or friend)")
    person.tap("away-1")
    person.tap("away-no")
    person.wait(lambda: not person.hands.shows("away-no"), "no question")
    person.tap("away-1")
    person.tap("away-yes")
    person.wait(lambda: not person.hands.shows("away-1"), "nobody but the provider")
    told = [type(live).__name__ for live in person.core.lives()]
    assert told[-2:] == ["JoinAnswered", "SendAway"]


def test_the_camera_light_says_that_the_camera_is_on(person: Person) -> None:
    to_call(person)
    assert not person.hands.shows("camera-light")
    state = MediaState(camera="on", microphone="on", speaker="on", call="connected")
    person.core.say(station.MediaIs(up=True, state=state))
    person.wait(lambda: person.hands.shows("camera-light"), "the light")


def test_camera_microphone_and_volume_are_told_to_core(person: Person) -> None:
    to_call(person)
    for button, field in (("mute", "microphone"), ("camera", "camera")):
        person.tap(button)
        person.wait(
            lambda f=field: getattr(person.core.all(station.CallControls)[-1], f) is False,  # type: ignore[misc]
            f"{field} off",
        )
    loud = person.core.all(station.CallControls)[-1].volume
    person.tap("volume")
    person.tap("volume-down")
    person.wait(lambda: person.core.all(station.CallControls)[-1].volume < loud, "less volume")


def test_the_camera_stays_closed_without_consent(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Skipped, reason="do-not-want")
    person.tap("next")
    person.tap("sound-only")
    person.on(Screen.WAITING)
    controls = person.core.heard.index(person.core.all(station.CallControls)[0])
    opened = person.core.heard.index(person.core.all(station.OpenCamera)[0])
    assert person.core.all(station.CallControls)[0].camera is False
    assert controls < opened


def test_what_the_provider_writes_stays_plain_text(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.ChatLine, sender="<i>Dr. Kim</i>", text=MARKUP)
    person.wait(lambda: len(person.session.state.call.chat) == 1, "the line")
    person.tap("write")
    person.wait(lambda: person.reads(MARKUP), "the text as it was written")
    assert person.reads("<i>Dr. Kim</i>")
    person.tap("write")
    person.core.tell(
        talk.Plan,
        text=MARKUP,
        disposition="self-care",
        provider="<u>Kim</u>",
        warning_signs=("<h1>pain</h1>",),
        referral="<p>there",
        follow_up="<br>then",
    )
    person.tap("end-call")
    person.tap("erase-text")
    person.on(Screen.PLAN)
    for text in (MARKUP, "<u>Kim</u>", "<h1>pain</h1>", "<p>there", "<br>then"):
        assert person.reads(text)


def pdf_text(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_printed_plan_says_what_the_screen_says(person: Person, tmp_path: Path, language: str) -> None:
    assert shutil.which("pdftotext"), "install poppler-utils"
    to_call(person)
    person.feed(e.LanguageChosen, language=language)
    person.core.tell(
        talk.Plan,
        text="Take one tablet.\nRest <b>well</b>.",
        disposition="follow-up",
        provider="Dr. Grace Kim",
        warning_signs=("chest pain",),
        follow_up="Friday at 10",
    )
    person.tap("end-call")
    person.on(Screen.PLAN)
    inputs = person.session.inputs()
    page = plan_pdf(inputs, rows(inputs.state, person.session.context))
    assert page.startswith(b"%PDF-")
    file = tmp_path / "plan.pdf"
    file.write_bytes(page)
    text = pdf_text(file)
    for part in ("Take one tablet.", "Rest <b>well</b>.", "Dr. Grace Kim", "chest pain", "Friday at 10"):
        assert part in text
    assert {"en": "Your plan", "es": "Su plan"}[language] in text
    assert "911" in text
    heights = re.findall(r'yMin="([\d.]+)"[^>]*yMax="([\d.]+)">tablet\.', pdftotext("-bbox", file))
    assert heights
    assert all(float(low) - float(high) >= 18 for high, low in heights)  # large print: 18 pt and more


def pdftotext(how: str, path: Path) -> str:
    command = ["pdftotext", how, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_message_that_is_not_the_hubs_is_not_shown(person: Person) -> None:
    to_call(person)
    state = person.core.state
    visit = person.core.visit
    line = talk.ChatLine(
        id=visit, visit=visit, at="2026-11-24T10:31:00+00:00", sender="Dr. Kim", text="forged"
    )
    raw = next(x for x in person.core.lives() if isinstance(x, talk.SessionKey)).session_key
    forged = close_reply(
        talk.encode(line),
        station=state.station,
        to=PublicKey(key_id(raw), raw, 0, 2**40),
        schema=talk.LIVE_SCHEMA,
        private=state.root,  # a key, but not the hub's signing key
    )
    person.core.say(station.LiveMessage(id=visit, reply=forged))
    person.core.say(station.LiveMessage(id=visit, reply=os.urandom(200)))
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="real")
    person.wait(lambda: bool(person.session.state.call.chat), "the real line")
    assert [each.text for each in person.session.state.call.chat] == ["real"]


def test_a_key_set_that_is_not_the_hubs_is_not_taken(person: Person) -> None:
    before = person.session._believed.keys
    person.core.say(station.KeysChanged(keys=b"\x93" + os.urandom(60)))
    newer = person.core.state.write_keys(2)
    person.core.say(station.KeysChanged(keys=newer))
    person.wait(lambda: person.session._believed.keys.version == 2, "the newer keys")
    assert before.version == 1


def test_when_nobody_is_there_it_says_so_and_leads_on(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Skipped, reason="do-not-want")
    person.tap("next")
    person.tap("next")
    person.on(Screen.WAITING)
    assert person.reads("Nobody has seen your answers yet.")
    person.core.say(station.CallState(state="nobody"))
    person.on(Screen.NOBODY)
    assert person.reads("Nobody has seen your answers yet.")
    person.tap("call-back")
    person.on(Screen.CALLBACK)
    person.tap("next")
    person.wait(lambda: person.reads("phone number with its area code"), "the mistake in words")
    person.hands.type("5550199")
    person.tap("next")
    person.on(Screen.CALLBACK_WHEN)
    person.tap("when-evening")
    person.on(Screen.STORED)
    wanted = person.core.paper(documents.CallbackWanted)
    assert (wanted.phone, wanted.when) == ("5550199", "evening")
    assert person.reads("Nobody has seen your answers yet.")
    assert person.reads("A provider calls you at the time you chose.")


def test_a_wish_for_a_measurement_is_the_patients_to_grant(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.MeasureAsked, act="oximetry")
    person.tap("measure-no")
    person.wait(lambda: person.session.state.asked is None, "the wish to go")
    assert not person.core.all(instruments.Measure)
    person.core.tell(talk.MeasureAsked, act="oximetry")
    person.tap("measure-yes")
    person.wait(lambda: bool(person.core.all(instruments.Measure)), "the measurement")
    person.core.oximetry(96, 70)
    person.wait(lambda: person.hands.shows("strip-oxygen"), "the reading in the strip")
    assert "96" in person.seen("strip-oxygen").text


def test_what_the_provider_wrote_is_read_without_opening_the_text(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Can you hear me?")
    person.wait(lambda: person.hands.shows("call-news"), "the news")
    assert person.reads("Dr. Kim: Can you hear me?")
    person.tap("write")
    assert not person.hands.shows("call-news")
    person.tap("write")
    assert not person.hands.shows("call-news")  # it was read
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="x" * 400)
    person.wait(lambda: person.reads("Dr. Kim wrote to you."), "the news of a long text")


def test_a_plan_that_comes_during_the_call_is_announced(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.Plan, text="Rest.", disposition="self-care", provider="Dr. Kim")
    person.wait(lambda: person.hands.shows("call-plan"), "the announcement")
    assert person.screen is Screen.CALL
