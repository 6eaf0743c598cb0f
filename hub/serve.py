"""Both listeners in one process: the console's (plain http on this machine only) and the stations'."""

import asyncio
import contextlib
import fcntl
import ipaddress
import json
import signal
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from sqlalchemy.orm import Session
from starlette.types import ASGIApp

from hub.app import Hub
from hub.config import Config
from hub.fleet.peer import PeerProtocol
from hub.fleet.stations import CONSOLE_URL, STATIONS_URL
from hub.models import Meta

BACKLOG = 2048
LOCK = "serve.lock"  # in the data folder


class ServeError(Exception):
    """The hub cannot listen as it was told to; says why."""


class _Server(uvicorn.Server):
    """Leaves signals to us: there are two servers in this process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _bind(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=BACKLOG)
    except OSError as error:
        raise ServeError(f"Cannot listen on {host} port {port}: {error.strerror}.") from error


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _server(app: ASGIApp, tls: ssl.SSLContext | None) -> _Server:
    settings = uvicorn.Config(
        app,
        http=PeerProtocol,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=10.0,
        ws_ping_timeout=20.0,
        access_log=False,
        log_level="warning",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    settings.load()
    settings.ssl = tls
    return _Server(settings)


def _console_tls(config: Config) -> ssl.SSLContext | None:
    if config.tls_cert is None:
        if not _local(config.host):
            raise ServeError(
                "The console speaks plain http on this machine only: give --tls-cert and --tls-key."
            )
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(config.tls_cert, config.tls_key)
    return context


@contextlib.contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder while inside; ServeError when another hub holds it."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ServeError(f"Another hub serves {data} already.") from error
        yield


async def serve(config: Config) -> None:
    """Serve until SIGINT or SIGTERM; prints one JSON line with both addresses when ready."""
    console_socket = _bind(config.host, config.console_port)
    station_socket = _bind(config.host, config.station_port)
    console_tls = _console_tls(config)
    hub = Hub.build(config)
    if not hub.db.claim():
        hub.db.close()
        raise ServeError("Another hub serves this database already, from another data folder.")
    names = {"localhost", "127.0.0.1", config.name}
    station_tls = hub.ca.server_context(config.data, names, config.limits.certificate_days)
    scheme = "https" if config.tls else "http"
    urls = {
        "console": f"{scheme}://{config.name}:{console_socket.getsockname()[1]}",
        "stations": f"https://{config.name}:{station_socket.getsockname()[1]}",
    }

    def note(session: Session) -> None:
        session.merge(Meta(name=STATIONS_URL, value=urls["stations"]))
        session.merge(Meta(name=CONSOLE_URL, value=urls["console"]))

    await hub.db.write(note)
    servers = [_server(hub.console_app(), console_tls), _server(hub.station_app(), station_tls)]

    def stop() -> None:
        for server in servers:
            server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    async with hub.running():
        sockets = (console_socket, station_socket)
        running = [
            asyncio.create_task(server.serve([sock])) for server, sock in zip(servers, sockets, strict=True)
        ]
        while not all(server.started for server in servers):
            await asyncio.sleep(0.01)
            if any(task.done() for task in running):
                break
        print(json.dumps(urls), flush=True)
        await asyncio.gather(*running)


def run(config: Config) -> None:
    """Serve on uvloop."""
    import uvloop

    with only_one(config.data):
        uvloop.run(serve(config))
