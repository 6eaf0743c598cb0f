"""Looking up a symptom on the real screen: by finger, by keys, on the body; none of it is kept."""

from screen_person import Keys, Person, Touch

from contract import station
from kiosk.visit.model import Screen


def test_a_word_typed_wrongly_leads_to_what_can_not_wait(person: Person) -> None:
    person.tap("symptoms-en")
    person.on(Screen.SYMPTOMS)
    Touch(person).write("symptom", "hedake")
    person.tap("symptom-headache")
    assert person.reads("stiff neck") and not person.reads("Sources")
    person.tap("symptom-yes")
    assert person.reads("You need help now.") and person.reads("911")
    person.wait(lambda: bool(person.core.all(station.PagePerson)), "people on site to be called")
    assert not person.core.all(station.Put) and not person.core.all(station.VisitStarted)


def test_on_the_body_by_finger_and_to_a_visit(person: Person) -> None:
    person.tap("symptoms-es")
    person.tap("symptom-body")
    person.tap("spot-belly")
    person.tap("symptom-heartburn")
    person.tap("symptom-no")
    assert person.reads("Fuentes:") and person.reads("R12")
    person.tap("next")
    person.on(Screen.CONSENT)
    assert person.session.state.language == "es"


def test_by_keys_alone_and_out(person: Person) -> None:
    keys = Keys(person)
    keys.press("symptoms-en")
    person.on(Screen.SYMPTOMS)
    keys.write("symptom", "cough")
    keys.press("symptom-cough")
    keys.press("symptom-no")
    assert person.reads("What you can do now:")
    for _ in range(2):
        keys.press("back")
    person.on(Screen.SYMPTOMS)
    keys.press("back")
    person.wait(lambda: person.ended, "the session to end, with all that was typed")


def test_a_word_nobody_knows_has_a_way_on(person: Person) -> None:
    person.tap("symptoms-en")
    Touch(person).write("symptom", "qwxz")
    assert person.seen("symptom-none").text.startswith("We don't know that word.")
    person.tap("symptom-body")
    assert person.reads("Where is it?")
