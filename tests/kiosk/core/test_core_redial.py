"""When a call is offered anew, by a clock of our own; and the network that changes under it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import network as network_module
from kiosk.core.network import Network, source_towards
from kiosk.core.redial import ANSWER_S, CONNECT_S, MOST_S, RETRY_S, SOON_S, Redial


def test_a_lost_way_is_offered_anew_at_once_but_not_again_and_again() -> None:
    redial = Redial()
    redial.offered(0.0)
    redial.answered(1.0)
    redial.is_now("connected")
    assert redial.due(online=True) is None
    redial.is_now("lost")
    due = redial.due(online=True)
    assert due is not None and due <= 60.0, "an hour into the call a loss waits for nothing"
    gaps = []
    now = 60.0
    for _ in range(5):
        redial.offered(now)
        redial.is_now("failed")
        due = redial.due(online=True)
        assert due is not None
        gaps.append(due - now)
        now = due
    assert gaps == [RETRY_S, RETRY_S, 2 * RETRY_S, 3 * RETRY_S, MOST_S]
    redial.is_now("connected")
    redial.is_now("lost")
    redial.offered(now)
    redial.is_now("lost")
    assert redial.due(online=True) == now + RETRY_S
    redial.is_now("connected")
    redial.is_now("lost")
    assert redial.due(online=True) == now + SOON_S, "it led to media: the next is not made to wait for it"


def test_an_offer_without_answer_and_an_answer_without_media_are_given_up() -> None:
    redial = Redial()
    redial.offered(10.0)
    assert redial.due(online=True) == 10.0 + ANSWER_S
    redial.answered(12.0)
    assert redial.due(online=True) == 12.0 + CONNECT_S
    assert redial.due(online=False) is None


def test_another_network_is_reason_enough_though_media_still_flows() -> None:
    redial = Redial()
    redial.offered(0.0)
    redial.is_now("connected")
    redial.moved()
    assert redial.due(online=False) is None
    assert redial.due(online=True) == 0.0
    redial.offered(5.0)
    assert redial.due(online=True) is None


@given(st.lists(st.sampled_from(["offered", "answered", "connecting", "connected", "lost", "moved"])))
def test_a_call_that_does_not_flow_always_has_a_next_offer(events: list[str]) -> None:
    redial, state = Redial(), "connecting"
    for now, event in zip(itertools.count(1.0), events, strict=False):
        if event == "offered":
            redial.offered(now)
            state = state if state == "connected" else "connecting"
        elif event == "answered":
            redial.answered(now)
        elif event == "moved":
            redial.moved()
        else:
            redial.is_now(event)
            state = event
    if state != "connected":
        due = redial.due(online=True)
        assert due is not None and due <= len(events) + MOST_S


def test_only_another_source_address_is_another_network(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = iter(["10.0.0.5", "10.0.0.5", "", "10.0.0.5", "192.168.1.7", "192.168.1.7"])
    monkeypatch.setattr(network_module, "source_towards", lambda *_: next(sources))
    moves: list[int] = []
    network = Network(lambda: ("198.51.100.1", 443), lambda: moves.append(1))
    counts = []
    for _ in range(6):
        network.look()
        counts.append(len(moves))
    assert counts == [0, 0, 0, 1, 2, 2]


def test_without_a_hub_ever_reached_nothing_is_another_network() -> None:
    network = Network(lambda: None, lambda: pytest.fail("moved"))
    network.look()
    assert source_towards("127.0.0.1", 9) == "127.0.0.1"
