"""Why the hub can't be spoken to: real failures of the real connection, in ids that have words."""

import asyncio
import errno
import socket
import ssl
from pathlib import Path

import pytest
from station_state import StationState

from contract import queue_state, wire
from kiosk.core import why
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from offline_queue import Link, Unreachable


@pytest.mark.parametrize(
    ("error", "id_"),
    [
        (socket.gaierror(socket.EAI_AGAIN, "no name"), "no-network"),
        (OSError(errno.ENETUNREACH, "no route"), "no-network"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), "no-answer"),
        (TimeoutError(), "no-answer"),
        (ExceptionGroup("all failed", [OSError(errno.ENETUNREACH, "no route")]), "no-network"),
    ],
)
def test_an_error_deep_inside_is_found(error: Exception, id_: str) -> None:
    outer = RuntimeError("all connection attempts failed")
    outer.__cause__ = error
    assert why.of_error(outer) == id_


def test_a_certificate_out_of_time_is_our_clocks_fault_and_any_other_is_not_our_hub() -> None:
    for code, id_ in ((9, "clock-wrong"), (10, "clock-wrong"), (18, "not-trusted"), (62, "not-trusted")):
        error = ssl.SSLCertVerificationError()
        error.verify_code = code
        assert why.of_error(error) == id_


def test_an_error_that_is_its_own_cause_ends() -> None:
    error = OSError(errno.ENETDOWN, "down")
    error.__context__ = RuntimeError()
    error.__context__.__context__ = error
    assert why.of_error(error) == "no-network"


@pytest.mark.parametrize(
    ("status", "id_"),
    [(401, "not-known"), (403, "not-known"), (429, "busy"), (503, "busy"), (500, "turned-away")],
)
def test_a_status_says_why(status: int, id_: str) -> None:
    assert why.of_status(status) == id_


def test_every_why_is_one_the_session_knows() -> None:
    said = {why.of_link(link, trouble) for link in Link for trouble in ("", "no-network", "busy")}
    assert said - {""} <= set(queue_state.WHYS)
    assert why.of_link(Link.BAD_RECEIPT, "") == "bad-receipt"
    assert why.of_link(Link.LOCAL, "no-network") == "store"
    assert why.of_link(Link.IDLE, "") == ""


def link_of(tmp_path: Path, url: str) -> HubLink:
    identity = Identity(StationState(tmp_path).folder)
    clock = Clock()

    async def hello() -> wire.StationStarted:
        now = clock.told()
        return wire.StationStarted(boot_id=now.boot_id, time=now.time, version="t", waiting_visits=())

    return HubLink(url, identity.tls(), hello, lambda _: None, lambda _: None)


def test_a_hub_that_is_not_there_does_not_answer_and_a_person_can_have_it_tried_at_once(
    tmp_path: Path,
) -> None:
    tries: list[str] = []
    tried = asyncio.Event()

    async def main() -> None:
        with socket.socket() as taken:  # a port that nobody listens on
            taken.bind(("127.0.0.1", 0))
            hub = link_of(tmp_path, f"https://127.0.0.1:{taken.getsockname()[1]}")
            with pytest.raises(Unreachable):
                await hub.deliver([])
            assert hub.trouble == "no-answer"
            assert hub.tried_at
            hub._connected = connected  # type: ignore[method-assign]
            running = asyncio.create_task(hub.run())
            for _ in range(5):
                await tried.wait()
                tried.clear()
                hub.nudge()  # ends the back-off, however long it has grown
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await hub.close()

    async def connected() -> None:
        tries.append("")
        tried.set()
        await asyncio.sleep(0)
        raise ConnectionRefusedError(errno.ECONNREFUSED, "refused")

    asyncio.run(main())
    assert len(tries) >= 5


def test_something_else_in_the_hubs_place_is_not_trusted(tmp_path: Path) -> None:
    other = StationState(tmp_path / "other")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(other.folder / "station-cert.pem", other.folder / "station-key.pem")

    async def main() -> str:
        async def served(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.close()

        server = await asyncio.start_server(served, "127.0.0.1", 0, ssl=tls)
        port = server.sockets[0].getsockname()[1]
        hub = link_of(tmp_path / "ours", f"https://127.0.0.1:{port}")
        with pytest.raises(Unreachable):
            await hub.deliver([])
        await hub.close()
        server.close()
        await server.wait_closed()
        return hub.trouble

    assert asyncio.run(main()) == "not-trusted"
