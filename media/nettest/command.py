"""`python -m media network-test`: try every way from here, say what works and what to ask for."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any, Final

import msgspec

from contract import network
from contract import network_words as words
from contract.network import WayTested
from contract.seal import SealError

DESCRIPTION: Final = (
    "Try the ways a station here can go: HTTPS and WebSocket to the hub, UDP to the outside, and the relay "
    "over UDP, TCP and TLS, each with a real allocation, a round trip and some data. Says what works, how "
    "fast, and what to ask the IT department for. "
    "Exit status: 0 calls work well, 1 they do not, 2 nothing was tried."
)


def add_command(commands: Any) -> None:
    """Add the command's options."""
    test = commands.add_parser(
        "network-test", help="which ways to hub and relay work here", description=DESCRIPTION
    )
    test.add_argument("--state", type=Path, metavar="DIR", help="the enrolled station's state folder")
    test.add_argument(
        "--hub", metavar="URL", help="another hub address than the profile's (https://host:port)"
    )
    test.add_argument(
        "--relay",
        action="append",
        default=[],
        metavar="URL",
        help="without a station: turn:HOST:PORT?transport=udp",
    )
    test.add_argument("--username", default="", help="of these relays")
    test.add_argument("--credential", default="", help="of these relays")
    test.add_argument("--ca", default="", metavar="FILE", help="authority of the relays' certificates (PEM)")
    test.add_argument("--json", action="store_true", help="one JSON object a line; the last has the verdict")


def run(options: argparse.Namespace) -> int:
    """Run the command; return its exit status."""
    if (options.state is None) == (not options.relay):
        print("network-test: name the station by --state, or relays by --relay", file=sys.stderr)
        return 2
    from media.nettest import trying  # heavy: aiortc, httpx

    tell = _tell_json if options.json else _tell_words
    try:
        if options.state:
            work = trying.as_station(options.state, options.hub, tell)
        else:
            work = trying.by_hand(options.relay, options.username, options.credential, options.ca, tell)
        found = asyncio.run(work)
    except (OSError, SealError, ValueError) as error:
        print(f"network-test: {error}", file=sys.stderr)
        return 2
    good = network.verdict(found) == "good"
    if options.relay:
        good = any(result.ok for result in found)
    if options.json:
        told = {
            "verdict": network.verdict(found),
            "asks": [{"what": one.what, "where": one.where} for one in network.asks(found)],
        }
        print(msgspec.json.encode(told).decode(), flush=True)
    elif options.state:
        print(f"\n{words.summary(found)}")
    return 0 if good else 1


def _tell_words(result: WayTested) -> None:
    print(words.result(result), flush=True)


def _tell_json(result: WayTested) -> None:
    print(msgspec.json.encode(result).decode(), flush=True)
