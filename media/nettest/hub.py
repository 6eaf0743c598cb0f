"""HTTPS and WebSocket to the hub, with the station's own certificate; the hub names the relays."""

import asyncio
import ssl
import time
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

from contract.keyfile import key_path
from contract.network import HUB_HTTPS, HUB_SOCKET, WayTested
from contract.profile import Profile, open_profile
from contract.proxy import proxy
from contract.wire import IceServer
from media.nettest import ways

PATIENCE_S: Final = 8.0
ECHOES: Final = 3
_NOT_KNOWN: Final = (401, 403)


def station(state: Path) -> tuple[Profile, ssl.SSLContext]:
    """Return an enrolled station's profile and how it speaks to the hub. OSError, SealError: it is none."""
    profile = open_profile((state / "profile.signed").read_bytes(), (state / "root.pub").read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(state / "ca.pem")
    context.load_cert_chain(state / "station-cert.pem", key_path(state))
    return profile, context


def place(url: str) -> str:
    """Return host:port of an https address."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or 443}"


async def https(url: str, context: ssl.SSLContext) -> WayTested:
    """Fetch the key set, which any enrolled station may."""
    where = place(url)
    try:
        async with httpx.AsyncClient(
            verify=context, timeout=PATIENCE_S, trust_env=False, proxy=proxy()
        ) as client:
            first = await client.get(f"{url}/station/v1/keys")
            started = time.monotonic()
            again = await client.get(f"{url}/station/v1/keys")
            ms = round(1000 * (time.monotonic() - started), 1)
    except (httpx.HTTPError, OSError) as error:
        return WayTested(way=HUB_HTTPS, ok=False, where=where, why=_why(error))
    if first.status_code in _NOT_KNOWN:
        return WayTested(way=HUB_HTTPS, ok=False, where=where, why="not-known")
    ok = again.status_code == httpx.codes.OK
    return WayTested(way=HUB_HTTPS, ok=ok, where=where, ms=ms, why="" if ok else "refused")


async def socket(url: str, context: ssl.SSLContext) -> tuple[WayTested, tuple[IceServer, ...]]:
    """Open the hub's test socket: it names the relays and gives back what is said."""
    where = place(url)
    address = "wss" + url.removeprefix("https") + "/station/v1/network-test"
    servers: tuple[IceServer, ...] = ()
    try:
        async with (
            asyncio.timeout(PATIENCE_S),
            connect(address, ssl=context, compression=None, proxy=proxy(), close_timeout=1) as link,
        ):
            servers = msgspec.msgpack.decode(await link.recv(decode=False), type=tuple[IceServer, ...])
            times = []
            for number in range(ECHOES):
                started = time.monotonic()
                await link.send(bytes((number,)))
                await link.recv()
                times.append(time.monotonic() - started)
    except (OSError, TimeoutError, WebSocketException, msgspec.DecodeError, UnicodeDecodeError) as error:
        return WayTested(way=HUB_SOCKET, ok=False, where=where, why=_why(error)), servers
    return WayTested(way=HUB_SOCKET, ok=True, where=where, ms=round(1000 * min(times), 1)), servers


def _why(error: Exception) -> str:
    """Return why the hub was not reached; what httpx wraps is looked for inside."""
    if isinstance(error, InvalidStatus):
        return "not-known" if error.response.status_code in _NOT_KNOWN else "refused"
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and not isinstance(cause, TimeoutError):
            return ways.why(cause)
        cause = cause.__cause__ or cause.__context__
    return "no-answer"
