"""Who it is, said or proven; and for a minor, who is with them and agrees in their place."""

from typing import Final

from contract import cards
from contract.documents import ConsentGiven, Guardian, Identified, Person
from kiosk.visit import alarms, flow, minors, questions
from kiosk.visit.events import CardWanted, Continued, GuardianIs, GuardianNamed, StaffAttends, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

NOBODY: Final = "nobody"
RELATIONS: Final = ("parent", "guardian", "other")


def identified(turn: Turn, person: Person) -> None:
    """It is said who it is: a minor is asked who is with them, then come the questions."""
    turn.set(person_is=person)
    if not minors.is_minor(turn):
        turn.set(guardian=None, guardian_is="")
    elif turn.state.guardian is None and turn.state.guardian_is != NOBODY:
        turn.forward(Screen.GUARDIAN)
        return
    seal(turn)
    questions.enter(turn)


def seal(turn: Turn) -> None:
    """Tell the hub who it is, how that was shown, and who is with them."""
    state, proof = turn.state, turn.state.proof
    turn.set(told_who=state.person_is, told_age=state.age_given)
    turn.seal(
        Identified(
            visit=turn.visit,
            at=turn.at,
            person=state.person_is or Person(),
            how=proof.kind if proof is not None and proof.sure else "told",
            card=proof.secret if proof is not None and proof.kind == "card" else "",
            new_card=state.card,
            guardian=state.guardian,
            attended="staff" if state.attended else "",
        )
    )


def guardian_is(turn: Turn, event: GuardianIs) -> None:
    """Who is with the minor; with nobody, a person on site is called, and the visit goes on."""
    if event.relation == NOBODY:
        turn.set(guardian=None, guardian_is=NOBODY)
        alarms.page(turn)
        seal(turn)
        questions.enter(turn)
    elif event.relation in RELATIONS:
        turn.set(guardian_is=event.relation)
        turn.forward(Screen.GUARDIAN_NAME)


def guardian_named(turn: Turn, event: GuardianNamed) -> None:
    """The adult's name, and with it the yes in the minor's place."""
    name = " ".join(event.name.split())
    if not name:
        turn.set(mistake="missing")
        return
    if len(name) > turn.context.limits.name_chars:
        turn.set(mistake="name-too-long")
        return
    state = turn.state
    turn.set(guardian=Guardian(name, state.guardian_is))
    turn.seal(
        ConsentGiven(
            visit=turn.visit,
            at=turn.at,
            version=turn.context.profile.consent_version,
            language=state.language,
            given=True,
            by=f"{name} ({state.guardian_is})",
        )
    )
    seal(turn)
    questions.enter(turn)


def staff_attends(turn: Turn, _event: StaffAttends) -> None:
    """Somebody of the site does it with the patient, or no longer."""
    turn.set(attended=not turn.state.attended)


def may_have_card(state: State) -> bool:
    """Can a card be made that brings this person back? It takes a name and a birth date."""
    person = state.person_is
    return person is not None and not person.anonymous and bool(person.birth_date)


def card_wanted(turn: Turn, _event: CardWanted) -> None:
    """Make the card for the next visit; the hub gets only what it knows it by."""
    if not may_have_card(turn.state):
        return
    if not turn.state.card:
        turn.set(card=cards.token_of(turn.state.session_private))
        seal(turn)
    turn.show(Screen.CARD_MADE)


def card_taken(turn: Turn, _event: Continued | WentBack) -> None:
    """The card was taken: back to the plan, or to what happens next."""
    flow.stored(turn)
