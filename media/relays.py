"""The relays we were given: which way each is reached, and whom we believe that it is one."""

import ssl
from pathlib import Path
from typing import Final, Literal, NamedTuple

from aiortc.rtcicetransport import parse_stun_turn_uri

from contract.wire import IceServer

Way = Literal["udp", "tcp", "tls"]
WAYS: Final[tuple[Way, ...]] = ("udp", "tcp", "tls")  # the best first


class Relay(NamedTuple):
    """One way to one relay, with a credential."""

    way: Way
    host: str
    port: int
    username: str
    credential: str


def relays(servers: tuple[IceServer, ...]) -> list[Relay]:
    """Return every way to every relay, UDP before TCP before TLS. ValueError for an address that is none.

    STUN servers are left out: aioice asks a relay for our outer address anyway, and we use no others.
    """
    found = []
    for server in servers:
        for url in server.urls:
            parsed = parse_stun_turn_uri(url)
            if parsed["scheme"] not in ("turn", "turns"):
                continue
            way: Way = "tls" if parsed["scheme"] == "turns" else "udp"
            if way == "udp" and parsed["transport"] == "tcp":
                way = "tcp"
            found.append(Relay(way, parsed["host"], parsed["port"], server.username, server.credential))
    return sorted(found, key=lambda relay: WAYS.index(relay.way))


def tls_context(authority: str) -> ssl.SSLContext:
    """Return whom we believe over TLS: the system's authorities, or this one alone.

    `authority` is PEM text or the path of a PEM file (as in the profile), empty: the system's. Raises
    ValueError when it is neither.
    """
    if not authority:
        return ssl.create_default_context()
    try:
        pem = authority if "-----BEGIN" in authority else Path(authority).read_text(encoding="ascii")
        return ssl.create_default_context(cadata=pem)
    except (OSError, ValueError) as error:
        raise ValueError(f"the relay's authority cannot be used: {error}") from error
