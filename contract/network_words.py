"""What a network test found, in plain words for a technician; and what to send to the IT department."""

from collections.abc import Sequence
from typing import Final

from contract import network
from contract.network import Ask, WayTested

NAMES: Final = {
    network.HUB_HTTPS: "Hub by HTTPS",
    network.HUB_SOCKET: "Hub by WebSocket",
    network.UDP: "UDP to the outside",
    network.RELAY_UDP: "Relay over UDP",
    network.RELAY_TCP: "Relay over TCP",
    network.RELAY_TLS: "Relay over TLS",
}
WHYS: Final = {
    "no-name": "the name can't be looked up (DNS)",
    "no-answer": "nothing comes back: something on the way swallows it, or nobody is there",
    "refused": "turned away: nothing listens there, or a firewall says no",
    "not-trusted": "somebody else's certificate: TLS inspection, a sign-in page, or the wrong authority "
    "in the profile (media.relay_ca)",
    "credential": "the relay does not take the hub's credential: another secret, or clocks that differ?",
    "no-carrying": "the relay answers, but carries nothing: may it reach its own address "
    "(relay-config --allow)?",
    "not-known": "the hub does not know this station, or no longer",
    "none-given": "the hub names no relay (serve --turn-url)",
}
VERDICTS: Final = {
    "good": "Calls work well from here.",
    "slow": "Calls work from here, but only over TCP: on a weak line they will stutter.",
    "none": "No way for a call was found. Only calls to a browser in the same network could work.",
    "no-hub": "The station can't reach the hub: nothing works before that does.",
}
ASKS: Final = {
    "hub-port": "Let the station connect out to the hub, TCP (TLS 1.3, mutual): {where}.",
    "hub-socket": "Let WebSockets through to the hub, also long ones (no proxy that ends them): {where}.",
    "no-inspection": "Leave TLS to these places alone (no inspection, no sign-in page): {where}.",
    "any-relay": "Let the station connect out to the relay by one of these, the first is the best: {where}.",
    "relay-udp": "Let the station send UDP to the relay and get answers; calls get better by it: {where}.",
    "names": "Have these names looked up in this network's DNS: {where}.",
    "relay-set-up": "For who runs hub and relay, not for IT here: the relay does not do its work: {where}.",
}


def result(one: WayTested) -> str:
    """Return one line about one way."""
    name = f"{NAMES[one.way]:<19}{one.where}"
    if not one.ok:
        return f"  no   {name}: {WHYS.get(one.why, one.why)}"
    rate = f", about {one.kbit / 1000:.1f} Mbit/s" if one.kbit else ""
    return f"  yes  {name}: {one.ms:.0f} ms there and back{rate}"


def ask(one: Ask) -> str:
    """Return one wish to the IT department."""
    places = []
    for place in one.where:
        way, _, where = place.partition(" ")
        kind = {network.RELAY_UDP: "UDP", network.RELAY_TCP: "TCP", network.RELAY_TLS: "TLS on TCP"}.get(way)
        places.append(f"{where} ({kind})" if kind else where or NAMES[way])
    return ASKS[one.what].format(where=", ".join(places))


def summary(results: Sequence[WayTested]) -> str:
    """Return the verdict, and what to ask for."""
    lines = [VERDICTS[network.verdict(results)]]
    wishes = network.asks(results)
    if wishes:
        lines += ["", "To ask the IT department for:", *(f"  - {ask(one)}" for one in wishes)]
    return "\n".join(lines)
