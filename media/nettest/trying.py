"""The test itself: one way after the other, each told as soon as it is known."""

import ssl
from collections.abc import Callable
from pathlib import Path

from contract.network import RELAY_TLS, WayTested
from contract.wire import IceServer
from media.nettest import hub, ways
from media.relays import Relay, relays, tls_context

Told = Callable[[WayTested], None]


async def as_station(state: Path, url: str | None, tell: Told) -> list[WayTested]:
    """Test as an enrolled station. OSError, SealError: it is none; ValueError: its profile names nonsense."""
    profile, context = hub.station(state)
    tls = tls_context(profile.media.relay_ca)
    address = (url or profile.hub_url).rstrip("/")
    found = [await hub.https(address, context)]
    tell(found[0])
    reached, servers = await hub.socket(address, context)
    found.append(reached)
    tell(reached)
    if reached.ok and not servers:
        found.append(WayTested(way=RELAY_TLS, ok=False, why="none-given"))
        tell(found[-1])
    return found + await _relays(relays(servers), tls, tell)


async def by_hand(
    urls: list[str], username: str, credential: str, authority: str, tell: Told
) -> list[WayTested]:
    """Test named relays only. ValueError: a name is none."""
    ours = relays((IceServer(tuple(urls), username, credential),))
    return await _relays(ours, tls_context(authority), tell)


async def _relays(ours: list[Relay], tls: ssl.SSLContext, tell: Told) -> list[WayTested]:
    found = []
    for relay in ours:
        if relay.way == "udp":
            found.append(await ways.udp_out(relay.host, relay.port))
            tell(found[-1])
        found.append(await ways.through(relay, tls))
        tell(found[-1])
    return found
