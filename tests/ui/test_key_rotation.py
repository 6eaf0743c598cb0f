"""The hub's keys rotate while a visit is on: what follows is sealed to the new key."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from screen_person import Person, Station, answer_to, to_questions

from contract import documents, station
from contract.seal import key_id
from kiosk.visit.model import Screen


def key_ids(person: Person) -> list[bytes]:
    return [put.sealed.key_id for put in person.core.all(station.Put)]


def own_id(private: X25519PrivateKey) -> bytes:
    return key_id(private.public_key().public_bytes_raw())


def test_from_the_change_on_documents_are_sealed_to_the_new_key(person: Person, at_site: Station) -> None:
    to_questions(person)
    old = at_site.state.sealing
    before = len(key_ids(person))
    assert set(key_ids(person)) == {own_id(old)}
    old_set = (at_site.state.folder / "keys.signed").read_bytes()
    at_site.state.sealing = X25519PrivateKey.generate()
    person.core.say(station.KeysChanged(keys=at_site.state.write_keys(2)))
    person.core.say(station.KeysChanged(keys=old_set))  # an older set played again changes nothing
    person.core.say(station.KeysChanged(keys=b"nonsense"))
    answer_to(person, Screen.QUESTION, until="", chest_pain=True)
    person.on(Screen.EMERGENCY)
    person.wait(lambda: len(key_ids(person)) > before, "the alert")
    assert set(key_ids(person)[before:]) == {own_id(at_site.state.sealing)}
    newest = person.core.all(station.Put)[-1]
    assert documents.decode(person.core.open(newest.sealed)).visit == person.core.visit


def test_a_clock_told_unsure_marks_what_comes_after(person: Person) -> None:
    to_questions(person)
    assert person.session.instant().clock == "synced"
    person.core.say(station.ClockState(clock="unsure"))
    person.wait(lambda: person.session.instant().clock == "unsure", "the doubt")
