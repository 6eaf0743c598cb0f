"""Scenes of who it is: card, phone and code, a minor's guardian, changes, a card for next time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import uuid5

import msgspec

from contract import documents, station, talk
from contract.cards import token_of
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.rehearsal import VISIT
from ui.gallery.beginning import who
from ui.gallery.scene import Played, Scene, table
from ui.inputs import Draft

PERSON: Final = documents.Person(given="Ana María", family="Ruiz", birth_date="1950-03-02")
CARD: Final = token_of(b"gallery")
LIBRARY: Final = "29999001234567"  # a card of somebody else


def who_by_all_ways(language: str) -> Scene:
    """With a reader for cards, and codes to phones."""
    scene = who(language)
    scene.visit.device("scanner", "ready")
    profile = msgspec.structs.replace(scene.visit.context.profile, phone_codes=True)
    scene.visit.context = msgspec.structs.replace(scene.visit.context, profile=profile)
    return scene


def who_with_staff(language: str) -> Scene:
    """Somebody who works here helps."""
    scene = who_by_all_ways(language)
    scene.visit.do(e.StaffAttends)
    return scene


def card(language: str) -> Scene:
    """Hold your card before the reader."""
    scene = who_by_all_ways(language)
    scene.visit.do(e.ProofChosen, by="card")
    return scene


def card_not_ours(language: str) -> Scene:
    """Some other card."""
    scene = card(language)
    scene.visit.core(station.CardRead(token=LIBRARY))
    return scene


def card_birth_date(language: str) -> Scene:
    """The card's holder says when they were born."""
    scene = card(language)
    scene.visit.core(station.CardRead(token=CARD))
    return scene


def phone(language: str) -> Scene:
    """A number, typed."""
    scene = who_by_all_ways(language)
    scene.visit.do(e.ProofChosen, by="phone")
    return replace(scene, draft=Draft(fields={"phone": "555 014 2077"}))


def code(language: str) -> Scene:
    """The code was sent."""
    scene = phone(language)
    scene.visit.do(c.PhoneGiven, phone="555 014 2077")
    code_is(scene, "sent")
    return replace(scene, draft=Draft(fields={"code": "4096"}))


def code_wrong(language: str) -> Scene:
    """A wrong one was typed, and a new one can be asked for."""
    scene = code(language)
    scene.visit.do(e.CodeGiven, code="409 613")
    code_is(scene, "wrong", 4)
    scene.visit.wait(31)
    return replace(scene, draft=Draft(fields={"code": "409613"}))


def code_is(scene: Scene, state: str, left: int = 0) -> None:
    """The hub on the code."""
    proof = scene.visit.state.proof
    ask = proof.ask if proof is not None and proof.ask is not None else VISIT
    told = talk.CodeState(id=uuid5(ask, state), visit=VISIT, at="", ask=ask, state=state, left=left)
    scene.visit.hub(told)


def looking(language: str) -> Scene:
    """The hub is asked."""
    scene = card_birth_date(language)
    scene.visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    scene.visit.wait(3)
    return replace(scene, draft=Draft())


def known(language: str) -> Scene:
    """Is this you?"""
    scene = looking(language)
    proof = scene.visit.state.proof
    ask = proof.ask if proof is not None and proof.ask is not None else VISIT
    scene.visit.hub(talk.IdentityAnswer(id=uuid5(ask, "a"), visit=VISIT, at="", ask=ask, person=PERSON))
    return scene


def guardian(language: str) -> Scene:
    """A child: who is with them?"""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=False)
    scene.visit.do(e.NameGiven, given="Leo", family="Ruiz")
    scene.visit.do(e.BirthDateGiven, birth_date="2015-06-01")
    return scene


def guardian_name(language: str) -> Scene:
    """The adult's name."""
    scene = guardian(language)
    scene.visit.do(e.GuardianIs, relation="parent")
    return replace(scene, draft=Draft(fields={"guardian": "Ana Ruiz"}))


def change(language: str) -> Scene:
    """What can be changed."""
    visit = Played(language)
    visit.to_results()
    visit.do(e.ChangeWanted)
    return Scene(visit)


def card_made(language: str) -> Scene:
    """The card for next time."""
    visit = Played(language)
    visit.to_call()
    visit.plan()
    visit.core(station.CallState(state="ended"))
    visit.do(e.CardWanted)
    return Scene(visit)


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    who_by_all_ways,
    who_with_staff,
    card,
    card_not_ours,
    card_birth_date,
    phone,
    code,
    code_wrong,
    looking,
    known,
    guardian,
    guardian_name,
    change,
    card_made,
)
