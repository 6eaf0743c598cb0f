"""What a network test found, and what follows from it: which ways work here, and what to ask for. Pure.

Made by `python -m media network-test`, passed on by core to the staff's screen.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

HUB_HTTPS, HUB_SOCKET, UDP = "hub-https", "hub-socket", "udp"
RELAY_UDP, RELAY_TCP, RELAY_TLS = "relay-udp", "relay-tcp", "relay-tls"
WAYS: Final = (HUB_HTTPS, HUB_SOCKET, UDP, RELAY_UDP, RELAY_TCP, RELAY_TLS)
WHYS: Final = (
    "no-name",  # the name can't be looked up
    "no-answer",  # nothing comes back: something on the way swallows it
    "refused",  # somebody says no: nothing listens there, or a firewall turns it away
    "not-trusted",  # somebody else's certificate: inspection, a sign-in page, a wrong authority
    "credential",  # the relay does not take the hub's credential: another secret, or clocks that differ
    "no-carrying",  # the relay answers, but nothing comes through it
    "not-known",  # the hub does not take this station
    "none-given",  # the hub names no relay
)


class WayTested(msgspec.Struct, frozen=True, kw_only=True):
    """One way. `where`: host:port; `ms` there and back; `kbit`/s through the relay, roughly, 0: not known."""

    way: str
    ok: bool
    where: str = ""
    ms: float = 0.0
    kbit: float = 0.0
    why: str = ""


class Ask(NamedTuple):
    """What to ask the IT department for: an id with words, and the places it is about."""

    what: str
    where: tuple[str, ...]


ASKS: Final = (
    "hub-port",  # let the station connect to the hub
    "hub-socket",  # let WebSockets through to the hub
    "no-inspection",  # leave TLS to these places alone
    "any-relay",  # let one of these ways out
    "relay-udp",  # UDP as well: calls would be better
    "names",  # have these names looked up
    "relay-set-up",  # for who runs the relay: it does not do its work
)


def verdict(results: Iterable[WayTested]) -> str:
    """Return how calls go from here: "good", "slow" (over TCP only), "none", or "no-hub"."""
    good = {result.way for result in results if result.ok}
    if not {HUB_HTTPS, HUB_SOCKET} <= good:
        return "no-hub"
    if good & {UDP, RELAY_UDP}:
        return "good"
    return "slow" if good & {RELAY_TCP, RELAY_TLS} else "none"


def asks(results: Iterable[WayTested]) -> tuple[Ask, ...]:
    """Return what to ask for, the most needed first; nothing when all is well."""
    all_results = list(results)
    failed = [result for result in all_results if not result.ok]
    relayed = [result for result in all_results if result.way in (RELAY_UDP, RELAY_TCP, RELAY_TLS)]
    found = {
        "hub-port": [r for r in failed if r.way == HUB_HTTPS and r.why in ("no-answer", "refused")],
        "hub-socket": [r for r in failed if r.way == HUB_SOCKET and r.why in ("no-answer", "refused")],
        "no-inspection": [r for r in failed if r.why == "not-trusted"],
        "names": [r for r in failed if r.why == "no-name"],
        "relay-set-up": [r for r in failed if r.why in ("credential", "no-carrying", "none-given")],
    }
    blocked = [r for r in relayed if not r.ok and r.why in ("no-answer", "refused")]
    if not any(r.ok for r in relayed):
        found["any-relay"] = blocked
    else:
        found["relay-udp"] = [r for r in blocked if r.way == RELAY_UDP]
    return tuple(
        Ask(what, tuple(dict.fromkeys(f"{r.way} {r.where}".strip() for r in found[what])))
        for what in ASKS
        if found.get(what)
    )
