"""What media took, in a session's hands: checked, sealed by the chunk, told to the visit, forgotten."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, to_questions

from contract import blob, documents, station
from contract.blob import CHUNK, open_all
from contract.capture import NotTaken, Taken, Thing, sealed_memfd
from contract.documents import Attached, Captured
from ui.taken import Holder

CONTENT = os.urandom(3 * CHUNK + 5)


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


def taken(content: bytes = CONTENT) -> Taken:
    digest = hashlib.sha256(content).digest()
    thing = Thing(
        kind="photo:skin",
        media_type="image/jpeg",
        size=len(content),
        sha256=digest,
        wall="2026-11-26T10:00:00+00:00",
        monotonic_ns=1,
        view="close",
    )
    return Taken(id=uuid4(), thing=thing)


def holder(person: Person, told: list[tuple[UUID, str]]) -> Holder:
    return Holder(person.session.attach, lambda id, state: told.append((id, state)))


def test_a_thing_is_sealed_by_the_chunk_and_then_forgotten(person: Person, site: Station) -> None:
    to_questions(person)
    told: list[tuple[UUID, str]] = []
    hands, message = holder(person, told), taken()
    fd = sealed_memfd([CONTENT])
    assert hands.came(message, [fd]) == message
    about = Captured(media_type="image/jpeg", title="Skin", taken=person.session.instant(), view="close")
    hands.keep(message.id, about)
    person.wait(lambda: (message.id, "saved") in told, "all of it saved")
    puts = {p.id: p for p in site.core.all(station.Put) if p.sealed.schema == blob.SCHEMA}
    [document] = [d for d in site.core.papers() if isinstance(d, Attached)]
    assert document.about == about
    assert b"".join(open_all(document.blob, site.state.station, [p.sealed for p in puts.values()])) == CONTENT
    with pytest.raises(OSError):
        os.fstat(fd)


def test_what_was_said_wrongly_counts_as_not_taken(person: Person) -> None:
    hands, message = holder(person, []), taken()
    other = sealed_memfd([CONTENT[:-1] + bytes([CONTENT[-1] ^ 1])])
    assert hands.came(message, [other]) == NotTaken(id=message.id, fault="not-handed-over")
    assert hands.came(message, []) == NotTaken(id=message.id, fault="not-handed-over")


def test_what_is_dropped_is_closed_and_what_nobody_holds_is_lost(person: Person) -> None:
    told: list[tuple[UUID, str]] = []
    hands, message = holder(person, told), taken()
    fd = sealed_memfd([CONTENT])
    hands.came(message, [fd])
    hands.drop(message.id)
    with pytest.raises(OSError):
        os.fstat(fd)
    hands.keep(message.id, Captured(media_type="", title="", taken=person.session.instant()))
    assert told == [(message.id, "lost")]
    assert not [d for d in [*person.core.papers()] if isinstance(d, documents.Attached)]
