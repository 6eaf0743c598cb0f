"""The agent's composition root: its folder, its trust, its places, its loop."""

import argparse
import asyncio
import logging
import shlex
import signal
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import httpx

from contract.keyfile import key_path
from contract.profile import Profile, open_profile
from contract.proxy import proxy
from contract.seal import SealError
from provisioning.updates.agent import Agent
from provisioning.updates.client import Trust
from provisioning.updates.errors import UpdateError
from provisioning.updates.slots import Layout, Slots
from provisioning.updates.sources import ANSWER_S, FolderSource, HttpSource, Source
from provisioning.updates.work import Work

log = logging.getLogger(__name__)

AT_THE_HUB: Final = "/station/v1/updates"
ON_A_STICK: Final = "*/carepost-updates"
ROOT_FILE: Final = "update-root.json"


def run(options: argparse.Namespace) -> int:
    """Run the agent until it is told to end; returns the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    for chatty in ("httpx", "tuf"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    state: Path = options.state.resolve()
    try:
        profile = profile_of(options.trust or state)
    except (OSError, SealError) as error:
        print(f"This station is not enrolled: {error}", file=sys.stderr)
        return 1
    if options.if_asked and not profile.updates.by_launcher:
        return 0
    asyncio.run(_run(agent_of(state, options)))
    return 0


def agent_of(state: Path, options: argparse.Namespace) -> Agent:
    """Wire an agent. One without a root, or on a machine without slots, does what is left."""
    folder, trust = state / "updates", options.trust or state
    root = options.root or state / ROOT_FILE
    slots = slots_of(options.machine)
    work = Work(folder, Trust(folder, root.read_bytes()), slots) if root.exists() else None
    if work is None:
        log.warning("%s is not there: no updates are taken", root)
    sources = Sources(trust, options.sticks)
    return Agent(
        options.sockets or state / "run",
        folder,
        work,
        slots,
        profile=lambda: profile_of(trust),
        sources=sources.now,
        restart=lambda: _restart(options.restart),
        first_s=options.first,
        look_s=options.look,
    )


def profile_of(state: Path) -> Profile:
    """Return the station's profile. OSError, SealError: there is none, or not the hub's."""
    return open_profile((state / "profile.signed").read_bytes(), (state / "root.pub").read_bytes())


def slots_of(machine: Path) -> Slots | None:
    """Return a machine's slots; None when it has none (a checkout, somebody's own Debian)."""
    places = Layout(*(machine / place.relative_to("/") for place in Layout()))
    try:
        return Slots(places)
    except UpdateError as error:
        log.info("%s: only questions and words are updated here", error)
        return None


class Sources:
    """Where to look: a USB stick first, for somebody brought it; then the hub, or the profile's address."""

    def __init__(self, trust: Path, sticks: Path) -> None:
        self._trust, self._sticks = trust, sticks
        self._client: httpx.Client | None = None

    def now(self, profile: Profile) -> Sequence[Source]:
        """Return what there is now."""
        found: list[Source] = [FolderSource(folder) for folder in sorted(self._sticks.glob(ON_A_STICK))]
        own = profile.updates.url
        base = own or f"{profile.hub_url.rstrip('/')}{AT_THE_HUB}"
        self.close()  # of the last look: certificate and address may have changed since
        try:
            tls = ssl.create_default_context() if own else self._tls()
        except OSError as error:
            if not found:
                raise
            log.warning(
                "the hub can't be asked for updates: %s", error
            )  # a stick needs no certificate of ours
            return found
        self._client = httpx.Client(
            verify=tls, timeout=ANSWER_S, trust_env=False, follow_redirects=False, proxy=proxy()
        )
        return [*found, HttpSource(base, self._client)]

    def close(self) -> None:
        """Let go of the connection."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _tls(self) -> ssl.SSLContext:
        """Return mutual TLS with the hub: our certificate, its CA and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        context.load_verify_locations(self._trust / "ca.pem")
        context.load_cert_chain(self._trust / "station-cert.pem", key_path(self._trust))
        return context


async def _restart(command: str) -> None:
    process = await asyncio.create_subprocess_exec(*shlex.split(command), stdin=asyncio.subprocess.DEVNULL)
    if await process.wait():
        log.error("%s failed", command)


async def _run(agent: Agent) -> None:
    task = asyncio.ensure_future(agent.run())
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        log.info("told to end")
