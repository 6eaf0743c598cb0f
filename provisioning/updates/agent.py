"""The agent's process: looks for updates, puts them in place, starts them when core says so.

What blocks (fetching, writing) runs in a thread; everything else is on one loop. Core may be away: then
nothing is restarted, for nobody knows whether somebody is in the middle of a visit, until core has been
away for so long that there can't be one.
"""

import asyncio
import contextlib
import logging
import os
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from contract import agent as say
from contract.aiolink import AioLink
from contract.link import connect
from contract.profile import Profile
from contract.seal import SealError
from provisioning.updates import health, noted, offers
from provisioning.updates.errors import UpdateError
from provisioning.updates.slots import Slots
from provisioning.updates.sources import Source
from provisioning.updates.work import Found, Paused, Station, Work

log = logging.getLogger(__name__)

FIRST_S: Final = 60.0  # after the start, until it is looked for the first time
LOOK_S: Final = 3600.0
TICK_S: Final = 1.0
ANSWER_S: Final = 10.0  # for core's word on a restart
NOTICE_S: Final = 3.0  # the screen says that the station restarts for so long before it does
JUDGED_S: Final = 300.0  # for the session's word on a content pack
CORE_LOST_S: Final = 600.0  # core away for so long: there is no visit any more
STEP: Final = 0.01  # of a fraction that is told

Link = AioLink[say.ToAgent, say.FromAgent]
T = TypeVar("T")


class Agent:
    """`profile` reads the station's signed profile; `sources` says where to look now; `restart` restarts."""

    def __init__(
        self,
        run: Path,
        folder: Path,
        work: Work | None,
        slots: Slots | None,
        *,
        profile: Callable[[], Profile],
        sources: Callable[[Profile], Sequence[Source]],
        restart: Callable[[], Awaitable[None]],
        first_s: float = FIRST_S,
        look_s: float = LOOK_S,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._run, self._folder, self._work, self._slots = run, folder, work, slots
        self._profile, self._sources, self._restart = profile, sources, restart
        self._first_s, self._look_s, self._now = first_s, look_s, now
        self._link: Link | None = None
        self._lost_at = time.monotonic()
        self._station: say.StationIs | None = None
        self._found = Found()
        self._look = asyncio.Event()
        self._answer: asyncio.Future[bool] | None = None
        self._judged: asyncio.Future[str | None] | None = None
        self._watch = health.Watch(slots.version if slots else "")
        self._state = say.UpdateState(
            state="idle" if work else "off",
            version=slots.version if slots else "",
            why="" if work else "no-root",
            back_from=self._came_back(),
        )

    async def run(self) -> None:
        """Run until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            for each in (self._keep_linked, self._keep_looking, self._keep_restarting, self._keep_watching):
                tasks.create_task(each())

    # ---- core

    async def _keep_linked(self) -> None:
        while True:
            if self._link is None:
                with contextlib.suppress(OSError):
                    sock = connect(self._run / "agent" / "agent.sock")
                    self._link = AioLink(sock, say.ToAgent, self._heard, self._lost)
                    self._link.send(say.AgentHello(protocol=say.PROTOCOL, version=self._state.version))
                    self._link.send(self._state)
            await asyncio.sleep(TICK_S)

    def _heard(self, message: say.ToAgent, fds: list[int]) -> None:
        for fd in fds:
            os.close(fd)
        match message:
            case say.StationIs():
                self._station = message
                self._watch.heard(message, time.monotonic())
            case say.RestartAnswer(granted=granted):
                _settle(self._answer, granted)
            case say.ContentJudged(problem=problem):
                _settle(self._judged, problem)
            case say.LookNow():
                self._look.set()

    def _lost(self, reason: str) -> None:
        log.info("core: %s", reason)
        self._link, self._station, self._lost_at = None, None, time.monotonic()
        self._watch.heard(None, time.monotonic())
        _settle(self._answer, False)
        _settle(self._judged, None)

    @property
    def _visit(self) -> bool:
        """May somebody be in the middle of a visit?"""
        if self._station is not None:
            return self._station.visit
        return time.monotonic() - self._lost_at < CORE_LOST_S

    def _say(self, **changes: object) -> None:
        state = msgspec.structs.replace(self._state, **changes)
        if state != self._state:
            self._state = state
            if self._link is not None:
                self._link.send(state)

    # ---- looking

    async def _keep_looking(self) -> None:
        pause = self._first_s
        while self._work is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._look.wait()
            self._look.clear()
            while self._visit:  # noqa: ASYNC110 - core's word, or the time since it went away
                await asyncio.sleep(TICK_S)
            try:
                await self._once(self._work)
                pause = self._look_s * random.uniform(0.9, 1.1)
            except Paused:
                log.info("a visit began: the update waits")
                pause = TICK_S
            except (SealError, OSError) as error:
                log.warning("it can't be looked for updates now: %s", error)
                pause = self._first_s

    async def _once(self, work: Work) -> None:
        loop, profile = asyncio.get_running_loop(), self._profile()
        told = 0.0

        def progress(state: str, version: str, done: int, of: int) -> None:
            nonlocal told
            if self._visit:
                raise Paused
            fraction = done / max(1, of)
            if state == "looking" or fraction >= told + STEP or fraction < told or done == of:
                told = fraction
                loop.call_soon_threadsafe(
                    lambda: self._say(
                        state=state, offered=version, fraction=round(fraction, 2), why="", detail=""
                    )
                )

        content = self._station.content if self._station else ""
        station = Station(profile.station, profile.updates.channel, content)
        found = await asyncio.to_thread(work.look, self._sources(profile), station, progress)
        self._found = found
        self._say(looked_at=self._now().isoformat(timespec="seconds"), content=content)
        if found.pack is not None:
            await self._offer(*found.pack)
        self._stands()

    def _stands(self) -> None:
        """Say what came of the last look."""
        trouble = self._found.trouble
        if self._found.waiting:
            self._say(state="waiting", offered=self._found.waiting, forced=self._found.forced, fraction=1.0)
        elif trouble is not None:
            self._say(state="failed", why=trouble.why, detail=str(trouble)[:200], fraction=0.0)
        else:
            self._say(state="idle", offered="", why="", detail="", fraction=0.0, forced=False)

    async def _offer(self, version: str, pack: Path) -> None:
        """Have the session judge a content pack, by core."""
        if self._link is None:
            return
        self._judged = asyncio.get_running_loop().create_future()
        with pack.open("rb") as file:
            self._link.send(say.ContentCame(version=version), (file.fileno(),))
        try:
            async with asyncio.timeout(JUDGED_S):
                problem = await self._judged
        except TimeoutError:
            return
        finally:
            self._judged = None
        if problem is None:
            return  # core went away: another time
        if problem:
            log.warning("content %s is refused: %s", version, problem)
            noted.add(self._folder, refused=version)
            self._say(content_refused=version, detail=problem[:200])
        else:
            self._say(content=version, content_refused="")

    # ---- restarting

    async def _keep_restarting(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            if not self._found.waiting or self._state.state not in ("waiting", "restarting"):
                continue
            try:
                hours = self._profile().updates.hours
                window = offers.window(hours)
            except (UpdateError, SealError, OSError) as error:
                log.warning("the profile's hours can't be had: %s", error)
                continue
            why = offers.may_restart(
                visit=self._visit, forced=self._found.forced, hours=window, now=self._now()
            )
            self._say(state="waiting", waits_for=why, hours=hours)
            if not why and await self._granted():
                self._say(state="restarting", waits_for="")
                await asyncio.sleep(NOTICE_S)
                if self._visit:  # somebody was faster
                    self._say(state="waiting", waits_for="visit")
                    continue
                log.info("restarting into %s", self._found.waiting)
                await self._restart()
                await asyncio.sleep(say.HOLD_S)

    async def _granted(self) -> bool:
        if self._link is None:
            return True  # core has been away for so long that nobody can be in a visit
        self._answer = asyncio.get_running_loop().create_future()
        self._link.send(say.AskRestart(version=self._found.waiting))
        try:
            async with asyncio.timeout(ANSWER_S):
                return await self._answer
        except TimeoutError:
            return False
        finally:
            self._answer = None

    # ---- health

    def _came_back(self) -> str:
        """Return the newest version that was tried here and not well, newer than the one that runs."""
        if self._slots is None:
            return ""
        for version in self._slots.failed:
            noted.add(self._folder, failed=version)
        running = offers.version(self._slots.version)
        newer = [v for v in noted.read(self._folder).failed if offers.version(v) > running]
        return max(newer, key=offers.version, default="")

    async def _keep_watching(self) -> None:
        """Say whether the version that runs is well, for who has the boot loader keep it."""
        before: health.Health | None = None
        while True:
            judged = self._watch.judge(time.monotonic())
            if judged != before:
                before = judged
                with contextlib.suppress(OSError):
                    health.tell(self._run, judged)
            with contextlib.suppress(UpdateError):
                if self._slots is not None and self._slots.trying and self._state.state == "idle":
                    self._say(state="trying")
                elif self._state.state == "trying" and self._slots is not None and not self._slots.trying:
                    self._say(state="idle")
            await asyncio.sleep(TICK_S)


def _settle(future: "asyncio.Future[T] | None", result: T) -> None:
    if future is not None and not future.done():
        future.set_result(result)
