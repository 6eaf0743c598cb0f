"""A picture of the visit, saved by the real session through its socket while the visit goes on."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, to_questions

from contract import blob, documents, station
from contract.blob import CHUNK, open_all
from contract.documents import Attached, Captured
from contract.envelope import Lane
from ui.attaching import AT_ONCE, Attaching


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path / "station")
    yield made
    made.close()


@pytest.fixture
def person(qapp: QGuiApplication, site: Station) -> Iterator[Person]:
    made = Person(qapp, site).start()
    yield made
    made.die()


def attach(person: Person, content: bytes) -> Attaching:
    about = Captured(media_type="image/jpeg", title="Rash", taken=person.session.instant())
    return person.session.attach(io.BytesIO(content), len(content), about, lambda _: None)


def documents_of(site: Station) -> list[documents.Document]:
    """Open every document that core was given, as only the hub can."""
    puts = [p for p in site.core.all(station.Put) if p.sealed.schema == documents.DOCUMENT_SCHEMA]
    return [documents.decode(site.core.open(put.sealed)) for put in puts]


def manifest(site: Station) -> Attached:
    [told] = {d.blob.id: d for d in documents_of(site) if isinstance(d, Attached)}.values()
    return told


def chunks(site: Station) -> dict[object, station.Put]:
    return {p.id: p for p in site.core.all(station.Put) if p.sealed.schema == blob.SCHEMA}


def test_a_picture_goes_by_the_chunk_and_the_hub_alone_opens_it(person: Person, site: Station) -> None:
    to_questions(person)
    content = os.urandom(9 * CHUNK + 1)
    attaching = attach(person, content)
    person.wait(lambda: attaching.over, "all of it saved")
    assert (attaching.state, attaching.saved) == ("saved", len(content))
    puts = list(chunks(site).values())
    assert {(put.lane, put.visit) for put in puts} == {(Lane.MEDIA, site.core.visit)}
    told = manifest(site)
    assert told.about.title == "Rash"
    opened = open_all(told.blob, site.state.station, [put.sealed for put in puts])
    assert b"".join(opened) == content
    assert person.session.state.papers, "the visit's own documents"
    assert attaching.id not in {paper.id for paper in person.session.state.papers}


def test_core_that_cannot_save_is_given_no_more(person: Person, site: Station) -> None:
    to_questions(person)
    site.core.saves = False
    attaching = attach(person, bytes(9 * CHUNK))
    person.wait(lambda: len(chunks(site)) == AT_ONCE, "the first chunks")
    person.settle()
    assert len(chunks(site)) == AT_ONCE
    assert (attaching.state, attaching.saved) == ("saving", 0)

    site.core.saves = True
    site.core.hang_up()  # core dies and comes back: it is told the same again
    person.wait(lambda: attaching.over, "all of it saved")
    assert attaching.state == "saved"
    assert len(chunks(site)) == 9
    assert manifest(site).blob.size == 9 * CHUNK


def test_a_session_that_dies_leaves_no_half_picture_behind(qapp: QGuiApplication, site: Station) -> None:
    person = Person(qapp, site).start()
    to_questions(person)
    site.core.saves = False
    attach(person, bytes(9 * CHUNK))
    person.wait(lambda: len(chunks(site)) == AT_ONCE, "the first chunks")
    person.die()
    site.core.saves = True
    following = Person(qapp, site).start()
    following.wait(lambda: site.core.greetings == 2, "the next session")
    following.settle()
    assert len(chunks(site)) == AT_ONCE
    assert not any(isinstance(paper, Attached) for paper in documents_of(site))
    following.die()


def test_without_a_visit_there_is_nothing_to_attach_to(person: Person) -> None:
    with pytest.raises(ValueError, match="there is none"):
        attach(person, b"x")
