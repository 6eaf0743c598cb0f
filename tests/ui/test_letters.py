"""Letter by letter: what is typed here is at the hub at once, what others type on the screen; none is kept.

And what was written for good: kept or erased, as the patient says.
"""

import os

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, to_call

from contract import documents, station, talk
from contract.rtt import Reader, Writer
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.hands import box

MARKUP = '<b>Bold</b> <img src="file:///etc/hostname"> &amp;'

# ---- letter by letter ------------------------------------------------------------------------------


def letters_of(person: Person) -> list[talk.Typing]:
    return [m for m in person.core.lives() if isinstance(m, talk.Typing)]


def typed_at_the_hub(person: Person) -> str:
    reader = Reader()
    for typing in letters_of(person):
        reader.take(typing.update)
    return reader.text


class Provider:
    """Types at the other end; each update is due, as if a second had passed."""

    def __init__(self, person: Person, kind: str = "chat") -> None:
        self.writer = Writer(1)
        self._person, self._kind, self._now = person, kind, 0.0

    def types(self, text: str) -> None:
        self._now += 1.0
        self.writer.write(text)
        update = self.writer.update(self._now)
        assert update is not None
        self._person.core.tell(talk.Typing, update=update, writer="w1", sender="Dr. Kim", kind=self._kind)


def test_each_letter_and_each_deletion_reaches_the_hub_before_the_line_is_sent(person: Person) -> None:
    to_call(person)
    person.tap("write")
    person.hands.type("helo")
    person.wait(lambda: typed_at_the_hub(person) == "helo", "the letters at the hub")
    person.tap("key-back")
    person.calm()
    person.hands.type("lo")
    person.wait(lambda: typed_at_the_hub(person) == "hello", "the mended word at the hub")
    sent = [m for m in person.core.all(station.SendLive) if not m.keep]
    assert len(sent) == len(letters_of(person))  # nobody keeps them
    assert person.session.state.call.chat == ()
    person.tap("send")
    person.wait(lambda: bool(person.session.state.call.chat), "the line")
    [line] = [m for m in person.core.lives() if isinstance(m, talk.ChatLine)]
    assert (line.text, line.line) == ("hello", letters_of(person)[0].update.line)


@pytest.mark.e2e
def test_letters_are_in_no_journal_and_go_on_after_a_crash(qapp: QGuiApplication, at_site: Station) -> None:
    person = Person(qapp, at_site).start()
    to_call(person)
    person.tap("write")
    person.hands.type("ab")
    person.wait(lambda: typed_at_the_hub(person) == "ab", "the letters at the hub")
    last = letters_of(person)[-1].update.seq
    written = os.pread(at_site.journal, os.fstat(at_site.journal).st_size, 0)
    assert b"typing" not in written
    person.die()
    again = Person(qapp, at_site).start()
    again.feed(e.ResumeAnswered, answer="70")
    again.core.connect_call()
    again.on(Screen.CALL)
    again.tap("write")
    again.hands.type("c")
    again.wait(lambda: typed_at_the_hub(again) == "c", "the letter, instead of what was there before")
    assert letters_of(again)[-1].update.seq > last
    again.die()


def test_what_the_provider_writes_is_read_while_it_is_written(person: Person) -> None:
    to_call(person)
    provider = Provider(person)
    provider.types("Can you h")
    person.wait(lambda: person.reads("Can you h"), "the letters, without opening the text")
    person.tap("write")
    assert person.hands.shows("chat-now")
    provider.types(MARKUP)
    person.wait(lambda: person.reads(MARKUP), "the letters as they were written")
    line = provider.writer.end()
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Can you hear?", line=line)
    person.wait(lambda: not person.hands.shows("chat-now"), "the end of the line")
    assert person.reads("Can you hear?")


@pytest.mark.e2e
def test_text_goes_on_while_media_is_dead(person: Person) -> None:
    to_call(person)
    person.core.say(station.MediaIs(up=False))
    person.core.say(station.CallState(state="lost", reason="media-restarting"))
    person.wait(lambda: person.hands.shows("provider") and not person.session.state.call.media_up, "no media")
    person.tap("write")
    person.hands.type("ok")
    person.wait(lambda: typed_at_the_hub(person) == "ok", "our letters")
    Provider(person).types("I see it")
    person.wait(lambda: person.reads("I see it"), "theirs")


@pytest.mark.e2e
def test_captions_stand_under_the_picture_and_can_be_read_again(person: Person) -> None:
    to_call(person)
    assert not person.hands.shows("captions")
    Provider(person, "caption").types("Take too")
    person.wait(lambda: person.reads("Take too"), "the caption under way")
    assert person.hands.text("caption-now") == "Take too"
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Take too.", kind="caption")
    for n in range(9):
        person.core.tell(talk.ChatLine, sender="Dr. Kim", text=f"Sentence {n}.", kind="caption")
    person.wait(lambda: len(person.session.state.call.chat) == 10, "the captions")
    person.settle()
    assert not box(person.hands.find("captions")).intersects(box(person.hands.find("remote-video")))
    assert not person.hands.shows("call-news")  # captions are no letters to be read twice
    first = person.session.state.call.chat[0].id
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Take two.", kind="caption", corrects=first)
    person.wait(lambda: person.session.state.call.chat[0].text == "Take two.", "the correction")
    while person.hands.find("captions-back").isEnabled():
        person.tap("captions-back")
    assert person.reads("Take two.")
    assert not person.reads("Take too.")


# ---- kept or erased --------------------------------------------------------------------------------


def end_with_text(person: Person) -> None:
    to_call(person)
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Take two.", kind="caption")
    person.core.tell(talk.ChatLine, sender="Dr. Kim", text="Does it hurt?")
    person.wait(lambda: len(person.session.state.call.chat) == 2, "both lines")
    person.feed(c.ChatWritten, text="Yes.")
    person.tap("end-call")
    person.on(Screen.KEEP_TEXT)


def test_text_is_kept_when_the_patient_says_yes(person: Person) -> None:
    end_with_text(person)
    person.tap("keep-text")
    person.on(Screen.PLAN_WAITING)
    kept = person.core.paper(documents.Transcript)
    assert [(said.sender, said.kind, said.text) for said in kept.lines] == [
        ("Dr. Kim", "caption", "Take two."),
        ("Dr. Kim", "chat", "Does it hurt?"),
        ("patient", "chat", "Yes."),
    ]


@pytest.mark.e2e
def test_text_is_forgotten_when_the_patient_says_no(person: Person) -> None:
    end_with_text(person)
    person.tap("erase-text")
    person.on(Screen.PLAN_WAITING)
    assert person.session.state.call.chat == ()
    assert [m for m in person.core.lives() if isinstance(m, talk.TextDropped)]
    assert not [m for m in person.core.papers() if isinstance(m, documents.Transcript)]
