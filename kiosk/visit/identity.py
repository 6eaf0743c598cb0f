"""Who is it, shown by a card or a phone: the hub is asked, and only what it proves counts as known.

A name and a birth date alone never bring back anything of an earlier visit. A card or a phone brings it back
together with the birth date; who can't show that goes on by telling a name, as everybody may.
"""

import re
from datetime import date
from typing import Final

import msgspec

from contract import cards, talk
from kiosk.visit import who
from kiosk.visit.call_events import PhoneGiven
from kiosk.visit.effects import SealLive
from kiosk.visit.events import (
    CodeAgainWanted,
    CodeGiven,
    Continued,
    FromCore,
    ProofChosen,
    Skipped,
    Ticked,
    WentBack,
)
from kiosk.visit.model import Screen
from kiosk.visit.parts import Proof
from kiosk.visit.state import State
from kiosk.visit.turn import SECOND, Turn

FEWEST_DIGITS: Final = 7  # of a phone that messages reach
LEFT: Final = "left"  # Proof.code: not asked about any more, but told to the hub
CODE: Final = re.compile(r"\d{6}")
PROVING: Final = (Screen.CARD, Screen.PHONE, Screen.CODE, Screen.LOOKING, Screen.KNOWN)


def scanner_ready(state: State) -> bool:
    """Is there a reader for cards, and is it well?"""
    device = state.device("scanner")
    return device is not None and device.state in ("ready", "found", "measuring", "attention")


def chosen(turn: Turn, event: ProofChosen) -> None:
    """By card or by phone; each only where it can work now."""
    state = turn.state
    if event.by == "card" and scanner_ready(state):
        _begin_anew(turn)
        turn.forward(Screen.CARD)
    elif event.by == "phone" and state.hub_online and turn.context.profile.phone_codes:
        _begin_anew(turn)
        turn.forward(Screen.PHONE)


def _begin_anew(turn: Turn) -> None:
    turn.set(person_is=None, age_given=None, proof=None, earlier=())


def card_read(turn: Turn, event: FromCore) -> None:
    """A card was held before the reader; without the hub its holder tells the name too."""
    token = getattr(event.message, "token", "").strip()
    if not cards.is_card(token):
        turn.set(mistake="card-not-ours")
        return
    _begin_anew(turn)
    if turn.state.hub_online:
        turn.set(proof=Proof("card", token))
        turn.forward(Screen.BIRTH_DATE)
    else:
        turn.set(proof=Proof("card", token, code=LEFT))
        turn.forward(Screen.NAME)


def phone_given(turn: Turn, event: PhoneGiven) -> None:
    """Have a code sent there."""
    phone = " ".join(event.phone.split())
    digits = sum(character.isdecimal() for character in phone)
    if digits < FEWEST_DIGITS or len(phone) > turn.context.limits.phone_chars:
        turn.set(mistake="phone-unreadable")
        return
    turn.set(proof=Proof("phone", phone))
    _want_code(turn)
    turn.forward(Screen.CODE)


def _want_code(turn: Turn) -> None:
    proof = turn.state.proof
    if proof is None:
        return
    live = talk.CodeWanted(
        id=turn.new_id(),
        visit=turn.visit,
        at=turn.at.wall,
        phone=proof.secret,
        language=turn.state.language,
    )
    _change(turn, code="sending", ask=live.id, asked_ns=turn.now_ns)
    turn.effects.append(SealLive(live))


def code_again(turn: Turn, _event: CodeAgainWanted) -> None:
    """Another code, not too soon after the one before."""
    proof = turn.state.proof
    if proof is not None and may_ask_again(turn.state, turn.now_ns, turn.context.limits.code_again_s):
        _want_code(turn)


def may_ask_again(state: State, now_ns: int, after_s: int) -> bool:
    """May another code be asked for?"""
    proof = state.proof
    return proof is not None and proof.code != "too-many" and now_ns - proof.asked_ns >= after_s * SECOND


def code_given(turn: Turn, event: CodeGiven) -> None:
    """Have the hub look at the code."""
    code = "".join(event.code.split())
    if not CODE.fullmatch(code):
        turn.set(mistake="code-unreadable")
        return
    live = talk.CodeTyped(id=turn.new_id(), visit=turn.visit, at=turn.at.wall, code=code)
    _change(turn, code="checking", ask=live.id)
    turn.set(mistake="")
    turn.effects.append(SealLive(live))


def code_is(turn: Turn, told: talk.CodeState) -> None:
    """The hub on the code; an answer to what is no longer asked changes nothing."""
    proof = turn.state.proof
    if proof is None or proof.kind != "phone" or proof.ask != told.ask:
        return
    if told.state not in talk.CODE_STATES:
        return
    _change(turn, code=told.state, left=told.left, ask=None)
    if turn.state.screen is Screen.CODE and told.state == "right":
        turn.forward(Screen.BIRTH_DATE)


def claims(state: State) -> bool:
    """Is the birth date asked to prove a card or phone?"""
    proof = state.proof
    if proof is None or proof.sure:
        return False
    return proof.code == "right" or (proof.kind == "card" and not proof.code)


def birth_date_given(turn: Turn, born: date) -> None:
    """Ask the hub whether card or phone and birth date go together."""
    proof = turn.state.proof
    if proof is None:
        return
    if not turn.state.hub_online:
        _by_name(turn, "could-not-look")
        return
    live = talk.IdentityClaimed(
        id=turn.new_id(),
        visit=turn.visit,
        at=turn.at.wall,
        birth_date=born.isoformat(),
        card=proof.secret if proof.kind == "card" else "",
    )
    _change(turn, ask=live.id, born=born.isoformat())
    turn.effects.append(SealLive(live))
    turn.forward(Screen.LOOKING)
    turn.set(timer=turn.countdown(turn.context.limits.lookup_s))


def answered(turn: Turn, told: talk.IdentityAnswer) -> None:
    """The hub's word on who it is."""
    proof = turn.state.proof
    if proof is None or proof.ask != told.ask or turn.state.screen is not Screen.LOOKING:
        return
    _change(turn, ask=None)
    if told.person is not None:
        _change(turn, found=told.person)
        turn.set(earlier=told.earlier)
        turn.show(Screen.KNOWN)
    elif told.why == "too-many" or proof.tries + 1 >= turn.context.limits.proof_tries:
        _by_name(turn, "proof-too-many")
    elif proof.kind == "phone":
        _by_name(turn, "phone-new")
    else:
        _change(turn, tries=proof.tries + 1)
        turn.backward()
        turn.set(mistake="card-not-matching")


def looked_long(turn: Turn, _event: Ticked) -> None:
    """The hub does not answer: go on without it."""
    if turn.over(turn.state.timer):
        _by_name(turn, "could-not-look")


def go_without(turn: Turn, _event: Continued | Skipped | None = None) -> None:
    """Never mind the card or the code: tell the name."""
    _by_name(turn, "")


def known(turn: Turn, _event: Continued) -> None:
    """ "Yes, that is me"."""
    proof = turn.state.proof
    if proof is None or proof.found is None:
        return
    _change(turn, sure=True)
    who.identified(turn, proof.found)


def not_me(turn: Turn, _event: WentBack) -> None:
    """ "That is not me": nothing of it stays."""
    turn.set(proof=None, earlier=())
    _by_name(turn, "")


def _by_name(turn: Turn, mistake: str) -> None:
    """On by telling the name. The card, or the phone whose code was right, is still told to the hub."""
    proof = turn.state.proof
    if proof is not None:
        keep = proof.kind == "card" or proof.code == "right"
        turn.set(proof=msgspec.structs.replace(proof, ask=None, found=None, code=LEFT) if keep else None)
    turn.set(earlier=(), person_is=None)
    turn.forget_way(*PROVING, Screen.BIRTH_DATE)
    turn.show(Screen.NAME)
    turn.set(mistake=mistake)


def forgotten(turn: Turn) -> None:
    """A session died in the middle of it: begin again, so that nobody else goes on with it."""
    if turn.state.screen in PROVING or (turn.state.proof is not None and turn.state.person_is is None):
        _begin_anew(turn)
        turn.forget_way(*PROVING, Screen.BIRTH_DATE, Screen.NAME)
        turn.show(Screen.WHO)


def _change(turn: Turn, **changes: object) -> None:
    proof = turn.state.proof
    if proof is not None:
        turn.set(proof=msgspec.structs.replace(proof, **changes))
