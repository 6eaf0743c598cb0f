"""The technician's network test against a real hub and a real coturn, as the command and as core runs it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from coturn import CHECKOUT, Relay, relay

from media.nettest import ways
from media.relays import relays, tls_context

pytestmark = pytest.mark.faults


@pytest.fixture
async def coturn(tmp_path: Path) -> AsyncIterator[Relay]:
    async with relay(tmp_path / "relay") as running:
        yield running


async def command(*arguments: str) -> tuple[int, list[str]]:
    """Run the command; return its exit status and what it printed."""
    line = (sys.executable, "-m", "media", "network-test", *arguments)
    process = await asyncio.create_subprocess_exec(*line, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode().splitlines()


async def test_the_command_says_which_relays_work(coturn: Relay) -> None:
    [server] = coturn.servers()
    options = ["--username", server.username, "--credential", server.credential, "--json"]
    for url in server.urls:
        options += ["--relay", url]
    code, lines = await command(*options, "--ca", str(coturn.ca_file))
    results: list[dict[str, Any]] = [json.loads(line) for line in lines]
    assert [(one["way"], one["ok"]) for one in results[:-1]] == [
        ("udp", True),
        ("relay-udp", True),
        ("relay-tcp", True),
        ("relay-tls", True),
    ]
    assert all(one["ms"] >= 0 and one["kbit"] > 0 for one in results[1:-1])
    assert code == 0


async def test_what_does_not_work_is_told_with_its_reason(tmp_path: Path) -> None:
    tls = tls_context("")
    async with relay(tmp_path / "relay", allow=()) as strict:  # its own address is private, and not allowed
        [udp, _, secure] = relays(strict.servers())
        told = [
            await ways.through(udp, tls),
            await ways.through(udp._replace(credential="another"), tls),
            await ways.through(secure, tls),
            await ways.through(udp._replace(way="tcp", port=9), tls),
            await ways.through(udp._replace(host="no.such.host.invalid"), tls),
        ]
        assert [one.ok for one in told] == [False] * 5
        assert [one.why for one in told] == [
            "no-carrying",
            "credential",
            "not-trusted",
            "refused",
            "no-name",
        ]
        assert (await ways.udp_out(strict.address, strict.port)).ok
    assert not (await ways.udp_out(strict.address, strict.port)).ok


async def test_nothing_named_and_a_folder_of_no_station_are_said(tmp_path: Path) -> None:
    assert (await command())[0] == 2
    assert (await command("--state", str(tmp_path)))[0] == 2
