"""Supervision of the station's processes; see `kiosk.__main__`."""

import asyncio
import contextlib
import json
import logging
import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Final

from contract import journal, keyfile
from kiosk.processes import TRUST_FILES, UPDATES_ROOT, Paths, ScreenOptions, can_speak, command, environment

log = logging.getLogger("kiosk")

FIRST_DELAY_S: Final = 0.1
LONGEST_DELAY_S: Final = 5.0
SETTLED_S: Final = 30.0  # a process that ran this long starts again with the first delay
GRACE_S: Final = 3.0  # between asking a process to end and ending it
LONGEST_SOCKET_PATH: Final = 100  # the kernel takes 107 bytes
ORDER: Final = ("guard", "core", "media", "speech", "session", "agent")
MAY_END: Final = ("agent",)  # one whose profile does not ask for it ends by itself, and stays away
WITH_THE_VISIT: Final = ("media", "speech")  # they may remember the patient: replaced at the wipe
PRINT_USER: Final = "carepost"  # whose the session's jobs are at CUPS
CANCEL_S: Final = 3.0


class Launcher:
    """Keeps the station's processes running until `stop` is called."""

    def __init__(self, paths: Paths, screen: ScreenOptions) -> None:
        self._paths = paths
        self._screen = screen
        self._journal = journal.create()
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._pids: dict[str, int] = {}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End every process and return from `run`."""
        self._stopping.set()

    async def run(self) -> None:
        """Start all and keep them running."""
        here = {"speech": can_speak(), "agent": (self._paths.state / UPDATES_ROOT).exists()}
        started = [name for name in ORDER if here.get(name, True)]
        if "speech" not in started:
            log.warning("no speech synthesiser is installed: the screen can't read itself aloud")
        tasks = [asyncio.create_task(self._keep(name)) for name in started]
        await self._stopping.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for name in reversed(ORDER):
            await self._end(name)

    async def _keep(self, name: str) -> None:
        delay = FIRST_DELAY_S
        while True:
            await self._ready_for(name)
            started = time.monotonic()
            code = await self._run_once(name)
            if name == "session" and code == 0:
                await self._wipe()
                delay = 0.0
                continue
            if name in MAY_END and code == 0:
                return
            delay = FIRST_DELAY_S if time.monotonic() - started > SETTLED_S else delay
            log.warning("%s ended with code %s; starting it again in %.1f s", name, code, delay)
            await asyncio.sleep(delay)
            delay = min(LONGEST_DELAY_S, max(FIRST_DELAY_S, delay) * 2)

    async def _ready_for(self, name: str) -> None:
        """Wait for the socket a process needs, so that nobody dies of coming too early."""
        needs = {
            "core": self._paths.guard_socket,
            "media": self._paths.media_socket,
            "session": self._paths.core_socket,
        }.get(name)
        while needs and not needs.exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.01)

    async def _run_once(self, name: str) -> int:
        starting = asyncio.create_task(self._start(name))
        try:
            process, told = await asyncio.shield(starting)
        except asyncio.CancelledError:
            await starting  # nobody would know the process, and nobody would end it
            raise
        if name == "session":
            self._pids[name] = await asyncio.to_thread(_child_pid, told, process.pid)
        self._tell_pids()
        code = await process.wait()
        if name == "session":
            _end_group(process.pid)
        return code

    async def _start(self, name: str) -> tuple[asyncio.subprocess.Process, int]:
        """Start a process; return it, and for a session where bubblewrap says which process that is."""
        inherited = [self._journal] if name == "session" else []
        read_end, write_end = os.pipe() if name == "session" else (-1, -1)
        line = command(name, self._paths, self._screen, self._journal)
        if name == "session":
            line[1:1] = ["--info-fd", str(write_end)]
            inherited.append(write_end)
        else:
            # Nothing outlives the launcher: not even when it is killed. The guard stops the cuff first.
            line = ["setpriv", "--pdeathsig", "TERM" if name == "guard" else "KILL", "--", *line]
        process = await asyncio.create_subprocess_exec(
            *line,
            pass_fds=inherited,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL if name == "speech" else None,  # it tells of every voice it has
            stderr=asyncio.subprocess.DEVNULL if name == "speech" else None,
            start_new_session=True,
            env=environment(),
        )
        self._processes[name] = process
        self._pids[name] = process.pid
        if name == "session":
            os.close(write_end)
        return process, read_end

    async def _wipe(self) -> None:
        """The visit is over: nothing of it stays. The one place where a visit is forgotten.

        A fresh journal, fresh processes of all that may remember the patient, nothing left at the printer.
        """
        os.ftruncate(self._journal, 0)
        os.close(self._journal)
        self._journal = journal.create()
        for name in WITH_THE_VISIT:
            await self._end(name)
        await self._cancel_printing()

    async def _cancel_printing(self) -> None:
        """Take back what the printer has not printed: its next paper is the next patient's."""
        if not self._paths.printing.exists() or shutil.which("cancel") is None:
            return
        line = ["cancel", "-u", PRINT_USER, "-a", "-x"]
        env = {**environment(), "CUPS_SERVER": str(self._paths.printing), "CUPS_USER": PRINT_USER}
        none = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*line, stdin=none, stdout=none, stderr=none, env=env)
        try:
            async with asyncio.timeout(CANCEL_S):
                failed = await process.wait()
            if failed:
                log.warning("the printer's jobs could not be cancelled")
        except TimeoutError:
            process.kill()
            await process.wait()
            log.warning("the printer does not answer: its jobs could not be cancelled")

    async def _end(self, name: str) -> None:
        process = self._processes.get(name)
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(GRACE_S):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()
        if name == "session":
            _end_group(process.pid)

    def _tell_pids(self) -> None:
        """Say who runs, for whoever looks after the station (no patient data)."""
        target = self._paths.run / "processes.json"
        draft = target.with_suffix(".new")
        draft.write_text(json.dumps(self._pids))
        draft.replace(target)


def _end_group(leader: int) -> None:
    """End what a bubblewrap left behind that died before its child had asked to die with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def _child_pid(read_end: int, fallback: int) -> int:
    """Read bubblewrap's word on which process is the session itself."""
    with os.fdopen(read_end) as pipe:
        try:
            return int(json.loads(pipe.read())["child-pid"])
        except (ValueError, KeyError):
            return fallback


def run(paths: Paths, screen: ScreenOptions) -> int:
    """Run the launcher in this process; returns its exit code."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    missing = [name for name in TRUST_FILES if not (paths.state / name).exists()]
    missing += [] if keyfile.enrolled(paths.state) else [keyfile.FILE]
    if missing:
        print(
            f"This station is not enrolled: {paths.state} has no {', '.join(missing)}.\n"
            "Ask the hub's operator for a code and run: python -m provisioning enrol --help",
            file=sys.stderr,
        )
        return 2
    if len(str(paths.core_socket)) > LONGEST_SOCKET_PATH:
        print(f"{paths.run} is too long a name for a unix socket: give a shorter --run.", file=sys.stderr)
        return 2
    paths.make_folders()
    for stale in paths.run.rglob("*.sock"):
        stale.unlink()
    asyncio.run(_run(paths, screen))
    return 0


async def _run(paths: Paths, screen: ScreenOptions) -> None:
    launcher = Launcher(paths, screen)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, launcher.stop)
    await launcher.run()


def children_of(run_folder: Path) -> dict[str, int]:
    """Return the process ids the launcher last told, by name; empty when it told none."""
    try:
        told: dict[str, int] = json.loads((run_folder / "processes.json").read_text())
    except (OSError, ValueError):
        return {}
    return told
