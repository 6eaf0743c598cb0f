"""A clinic's own questions on the real screen; of bad ones the last good stay, and core hears why."""

import msgspec
from screen_person import Person, Station, answer_to

from contract import station
from contract.profile import PROFILE, Profile
from contract.seal import sign
from kiosk.clinical.library import shipped_files
from kiosk.clinical.pack import pack
from kiosk.visit import events as e
from kiosk.visit.model import Screen

CHEST = b"Did a doctor ever find heart trouble?"
FILE = "reasons/020-chest-pain.json"


def offer(person: Person, site: Station, version: int, **changes: object) -> station.ProfileJudged:
    """The hub has another profile for this station; what the session says of it."""
    profile: Profile = msgspec.structs.replace(site.state.profile, version=version, **changes)
    signed = sign(msgspec.msgpack.encode(profile), context=PROFILE, private=site.state.root)
    person.core.say(station.ProfileOffered(profile=msgspec.msgpack.encode(signed)))

    def answers() -> list[station.ProfileJudged]:
        return [m for m in person.core.all(station.ProfileJudged) if m.version == version]

    person.wait(lambda: bool(answers()), "the session's word on the profile")
    return answers()[0]


def test_good_ones_are_asked_and_bad_ones_leave_the_last_good(person: Person, at_site: Station) -> None:
    own = shipped_files()[FILE].replace(CHEST, b"Is your heart weak?")
    assert offer(person, at_site, 2, questions=pack({FILE: own})).problem == ""
    broken = offer(person, at_site, 3, questions=pack({FILE: own.replace(b'"required"', b'"requierd"', 1)}))
    assert broken.problem.startswith(f"{FILE}: ") and "requierd" in broken.problem
    number = offer(person, at_site, 4, clinical={"rf-03.systolic_from": 200.0})
    assert "comes from a source" in number.problem
    assert person.session.context.profile.version == 2

    person.tap("language-en")
    context = person.session.context
    assert "Is your heart weak?" in [item.words("en") for item in context.questionnaire.questions()]
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=True)
    person.feed(e.AgeGiven, years=70)
    person.on(Screen.QUESTION)
    answer_to(person, Screen.QUESTION, until="chest-heart", reason="chest-pain")
    person.settle()
    assert person.reads("Is your heart weak?")
