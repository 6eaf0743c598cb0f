"""The beginning: language, consent, who it is."""

from datetime import date

import msgspec

from contract.documents import ConsentGiven, Person, VisitOpened
from contract.station import VisitStarted
from contract.talk import SessionKey
from kiosk.visit import identity, who
from kiosk.visit.age import years_since
from kiosk.visit.effects import SealLive, SetLanguage
from kiosk.visit.events import (
    AgeGiven,
    Begun,
    BirthDateGiven,
    ConsentAnswered,
    LanguageChosen,
    NameGiven,
    Skipped,
    WentBack,
    WhoChosen,
)
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn


def begun(turn: Turn, event: Begun) -> None:
    """Open the visit; nothing is asked before consent."""
    if event.language not in turn.context.profile.languages:
        return
    turn.set(
        visit=event.visit,
        language=event.language,
        session_public=event.session_public,
        session_private=event.session_private,
    )
    turn.effects.append(SetLanguage(event.language))
    turn.tell(VisitStarted(visit=event.visit))
    turn.seal(
        VisitOpened(visit=event.visit, at=turn.at, language=event.language, session_key=event.session_public)
    )
    turn.set(session_key_live=turn.new_id(), back=())
    say_session_key(turn)
    turn.show(Screen.CONSENT)


def say_session_key(turn: Turn) -> None:
    """Tell the hub which key to seal to, ahead of the queue (again after a restart, under the same id)."""
    if turn.state.session_key_live is not None:
        live = SessionKey(
            id=turn.state.session_key_live,
            visit=turn.visit,
            at=turn.at.wall,
            session_key=turn.state.session_public,
            language=turn.state.language,
        )
        turn.effects.append(SealLive(live))


def language_chosen(turn: Turn, event: LanguageChosen) -> None:
    """Change the language; possible on every screen."""
    if event.language in turn.context.profile.languages and event.language != turn.state.language:
        turn.set(language=event.language)
        turn.effects.append(SetLanguage(event.language))


def consent_answered(turn: Turn, event: ConsentAnswered) -> None:
    """Record yes or no with the version of the words; without a yes nothing follows."""
    turn.seal(
        ConsentGiven(
            visit=turn.visit,
            at=turn.at,
            version=turn.context.profile.consent_version,
            language=turn.state.language,
            given=event.given,
        )
    )
    turn.set(consented=event.given)
    if event.given:
        turn.forward(Screen.WHO)
    else:
        turn.set(back=())
        turn.show(Screen.CONSENT_DECLINED)


def read_again(turn: Turn, _event: WentBack) -> None:
    """From "declined" back to the words."""
    turn.show(Screen.CONSENT)


def who_chosen(turn: Turn, event: WhoChosen) -> None:
    """A name, or none."""
    turn.set(proof=None, earlier=())
    if event.anonymous:
        turn.set(person_is=Person(anonymous=True))
        turn.forward(Screen.BIRTH_DATE)
    else:
        if turn.state.person_is is not None and turn.state.person_is.anonymous:
            turn.set(person_is=None)
        turn.set(age_given=None)
        turn.forward(Screen.NAME)


def name_given(turn: Turn, event: NameGiven) -> None:
    """Take the name as typed; either half may be missing, not both."""
    given, family = " ".join(event.given.split()), " ".join(event.family.split())
    if not given and not family:
        turn.set(mistake="name-missing")
    elif max(len(given), len(family)) > turn.context.limits.name_chars:
        turn.set(mistake="name-too-long")
    else:
        known = turn.state.person_is or Person()
        person = msgspec.structs.replace(known, given=given, family=family, anonymous=False)
        born = turn.state.proof.born if turn.state.proof else ""
        if born:  # told already, when card or phone did not prove it
            who.identified(turn, msgspec.structs.replace(person, birth_date=born))
        else:
            turn.set(person_is=person)
            turn.forward(Screen.BIRTH_DATE)


def birth_date_given(turn: Turn, event: BirthDateGiven) -> None:
    """Take the birth date of somebody who gave a name, or who shows a card or phone."""
    person = turn.state.person_is
    proving = identity.claims(turn.state)
    if not proving and (person is None or person.anonymous):
        return
    try:
        born = date.fromisoformat(event.birth_date)
    except ValueError:
        turn.set(mistake="date-unreadable")
        return
    years = years_since(born, turn.at)
    if years is not None and years < 0:
        turn.set(mistake="date-in-future")
    elif years is not None and years > turn.context.limits.age_max:
        turn.set(mistake="date-too-long-ago")
    elif proving:
        identity.birth_date_given(turn, born)
    elif person is not None:
        who.identified(turn, msgspec.structs.replace(person, birth_date=born.isoformat()))


def age_given(turn: Turn, event: AgeGiven) -> None:
    """Take the age of somebody who stays anonymous."""
    person = turn.state.person_is
    if person is None or not person.anonymous:
        return
    if not 0 <= event.years <= turn.context.limits.age_max:
        turn.set(mistake="age-unreadable")
        return
    turn.set(age_given=event.years)
    who.identified(turn, person)


def birth_date_skipped(turn: Turn, _event: Skipped) -> None:
    """Go on without a birth date or age; the rules take an unknown age for an adult's."""
    if identity.claims(turn.state):
        identity.go_without(turn, _event)
    elif turn.state.person_is is not None:
        turn.set(age_given=None)
        who.identified(turn, msgspec.structs.replace(turn.state.person_is, birth_date=None))
