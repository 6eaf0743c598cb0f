"""What follows from a network test: the verdict, and what to ask for."""

import pytest

from contract import network
from contract import network_words as words
from contract.network import Ask, WayTested

HUB = [WayTested(way=way, ok=True, where="hub:8443", ms=9) for way in ("hub-https", "hub-socket")]


def way(name: str, why: str = "", where: str = "relay:3478") -> WayTested:
    return WayTested(way=name, ok=not why, where=where, why=why, ms=9.0, kbit=900.0)


ALL = [*HUB, way("udp"), way("relay-udp"), way("relay-tcp"), way("relay-tls", where="relay:443")]


@pytest.mark.parametrize(
    ("results", "verdict", "asked"),
    [
        (ALL, "good", []),
        ([*HUB, way("udp"), way("relay-tls", "none-given", "")], "good", ["relay-set-up"]),
        (
            [*HUB, way("udp", "no-answer"), way("relay-udp", "no-answer"), way("relay-tcp")],
            "slow",
            ["relay-udp"],
        ),
        (
            [*HUB, way("udp", "no-answer"), way("relay-udp", "no-answer"), way("relay-tls", "refused")],
            "none",
            ["any-relay"],
        ),
        (
            [way("hub-https", "no-answer"), way("hub-socket", "no-answer")],
            "no-hub",
            ["hub-port", "hub-socket"],
        ),
        ([way("hub-https"), way("hub-socket", "refused")], "no-hub", ["hub-socket"]),
        ([*HUB, way("relay-udp", "credential")], "none", ["relay-set-up"]),
        ([*HUB, way("udp"), way("relay-tls", "not-trusted"), way("relay-udp")], "good", ["no-inspection"]),
        ([way("hub-https", "no-name"), way("hub-socket", "no-name")], "no-hub", ["names"]),
        ([], "no-hub", []),
    ],
)
def test_verdict_and_what_to_ask_for(results: list[WayTested], verdict: str, asked: list[str]) -> None:
    assert network.verdict(results) == verdict
    assert [one.what for one in network.asks(results)] == asked


def test_places_are_named_once_with_their_way() -> None:
    blocked = [*HUB, way("relay-udp", "no-answer"), way("relay-tls", "no-answer", "relay:443")]
    assert network.asks([*blocked, blocked[-1]]) == (
        Ask("any-relay", ("relay-udp relay:3478", "relay-tls relay:443")),
    )
    assert "relay:3478 (UDP), relay:443 (TLS on TCP)" in words.summary(blocked)


def test_every_finding_has_words() -> None:
    assert set(words.NAMES) == set(network.WAYS)
    assert set(words.WHYS) == set(network.WHYS)
    assert set(words.ASKS) == set(network.ASKS)
    assert words.result(way("relay-udp")) == (
        "  yes  Relay over UDP     relay:3478: 9 ms there and back, about 0.9 Mbit/s"
    )
    assert "swallows it" in words.result(way("relay-udp", "no-answer"))
