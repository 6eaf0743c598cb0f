"""A call from behind a firewall that lets nothing out but TLS to one host, by a relay of a private authority.

The station may give no address of either end away; the relay is coturn as `python -m hub relay-config` sets
it up. The browser is outside and reaches the relay as it likes.
"""

import asyncio
import os
import re
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from call_rig import call_rig
from coturn import Relay, relay
from network_room import HERE, NET, Room, allowed
from tcp_proxy import Proxy

pytestmark = pytest.mark.e2e


@contextmanager
def running(folder: Path) -> Iterator[Relay]:
    """A relay, minded by a thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def wait(work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(60)

    made = relay(folder, known_at=(HERE,))
    try:
        yield wait(made.__aenter__())
        wait(made.__aexit__(None, None, None))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.mark.skipif(bool(allowed()), reason=allowed())
def test_tls_to_the_relay_is_enough_and_no_address_is_given_away(tmp_path: Path) -> None:
    with (
        running(tmp_path / "relay") as turn,
        Room(f"cw{os.getpid()}", walled=True) as room,
        Proxy(HERE, there=turn.address) as gate,
    ):
        gate.target = turn.tls_port
        urls = (*turn.urls("udp", "tcp"), f"turns:{HERE}:{gate.port}?transport=tcp")
        secret = tmp_path / "secret"
        secret.write_text(turn.secret)
        arguments = [part for url in urls for part in ("--turn-url", url)]
        with call_rig(
            tmp_path,
            room,
            {"relay_only": True, "relay_ca": turn.ca},
            (*arguments, "--turn-secret-file", str(secret)),
        ) as made:
            with made.call():
                made.both_see(30)
                heard, _ = made.sound()
                made.until(lambda: made.sound()[0] > heard, "the station's sound at the console")
                page = made.provider.page
                told = [page.evaluate(f"newest.{side}Description.sdp") for side in ("remote", "local")]
            for sdp in told:
                assert set(re.findall(r"^a=candidate:.* typ (\w+)", sdp, re.MULTILINE)) == {"relay"}
            # What the station says is all the browser hears of it: nothing of its network.
            assert f"{NET}." not in told[0]
