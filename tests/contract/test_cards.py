"""Cards, badges and wristbands: told apart, let through by a scanner, never made from what is kept."""

import re

import pytest

from contract import cards


@pytest.mark.parametrize("kind", [cards.CARD, cards.BADGE, cards.WRISTBAND])
def test_a_token_tells_its_kind_and_passes_a_scanner(kind: str) -> None:
    token = cards.new_token(kind)
    assert cards.kind_of(token) == kind
    assert re.fullmatch(cards.SCANNED, token)
    assert cards.new_token(kind) != token
    assert cards.is_card(token) == (kind == cards.CARD)


@pytest.mark.parametrize("text", ["", "CPD1-" + "A" * 26, "CPB1-" + "A" * 25, "CPB1-" + "1" * 26, "Rosa"])
def test_what_is_none_of_ours_has_no_kind(text: str) -> None:
    assert cards.kind_of(text) == ""


def test_a_visits_card_is_the_same_in_a_replay() -> None:
    assert cards.token_of(b"visit") == cards.token_of(b"visit") != cards.token_of(b"other")
