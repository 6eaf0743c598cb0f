"""Core's way to the hub through a site's proxy: envelopes and socket ask it, and it reads nothing."""

import asyncio
import contextlib
from pathlib import Path

import pytest
from station_state import StationState

from contract import wire
from contract.proxy import proxy
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from offline_queue import Unreachable


async def test_http_and_socket_both_go_through_it(tmp_path: Path) -> None:
    asked, inside = list[str](), list[bytes]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode().splitlines()[0])
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        inside.append(await reader.read(100))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    way = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    identity = Identity(StationState(tmp_path).folder)
    clock = Clock()

    async def hello() -> wire.StationStarted:
        now = clock.told()
        return wire.StationStarted(boot_id=now.boot_id, time=now.time, version="t", waiting_visits=())

    link = HubLink(
        "https://hub.invalid:8443", identity.tls(), hello, lambda _: None, lambda _: None, proxy=way
    )
    with pytest.raises(Unreachable):
        await link.deliver([])
    with contextlib.suppress(Exception):
        await link._connected()
    await link.close()
    server.close()
    assert asked == ["CONNECT hub.invalid:8443 HTTP/1.1"] * 2
    assert all(first.startswith(b"\x16\x03") for first in inside), "TLS from end to end"


def test_it_is_read_from_its_file(tmp_path: Path) -> None:
    place = tmp_path / "proxy"
    assert proxy(place) is None
    place.write_text("http://proxy:3128\n")
    assert proxy(place) == "http://proxy:3128"
