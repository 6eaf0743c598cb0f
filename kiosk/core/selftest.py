"""The station tests itself: always what can be seen, the rest each morning or when asked.

That is camera, loudspeaker, microphone and every way to the hub; never while a visit is on.
"""

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from contract import control, network
from contract.readiness import Readiness
from contract.station import NetworkTested
from kiosk.core.clock import now_text
from kiosk.core.readiness import Facts, judge

log = logging.getLogger(__name__)

LOOK_S: Final = 5.0  # between two looks at what nobody tells of
ANSWER_S: Final = 30.0  # in which media answers a test, or counts as silent
A = TypeVar("A")


class Found(NamedTuple):
    """What the last active test found; empty: it was not made."""

    at: str = ""
    camera: str = ""
    sound: control.SoundTested | None = None


def due(now: datetime, at: str, last: str) -> bool:
    """Is it time for the morning's test? `at`: "06:00" local time, empty: never; `last`: RFC 3339, empty."""
    try:
        hour, minute = (int(part) for part in at.split(":"))
        today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    except ValueError:
        return False
    if now < today:
        return False
    try:
        return datetime.fromisoformat(last) < today
    except ValueError:
        return True


class SelfTest:
    """`facts(camera, sound)` gathers what is so now; `told` takes each judgement that says something new."""

    def __init__(
        self,
        facts: Callable[[Found], Facts],
        to_media: Callable[[control.ToMedia], object],
        test_network: Callable[[], Awaitable[None]],
        told: Callable[[Readiness], object],
        *,
        visit_on: Callable[[], bool],
        morning: str,
    ) -> None:
        self._facts, self._to_media, self._test_network = facts, to_media, test_network
        self._told, self._visit_on, self._morning = told, visit_on, morning
        self._touched = asyncio.Event()
        self._wanted = asyncio.Event()
        self._camera: asyncio.Future[control.CameraTested] | None = None
        self._sound: asyncio.Future[control.SoundTested] | None = None
        self._started = now_text()  # a core that was just started does not test at once: it may be a crash
        self._testing = False
        self.tested = Found()
        self.last: Readiness | None = None

    def touch(self) -> None:
        """Something may have changed."""
        self._touched.set()

    def want(self) -> None:
        """Somebody wants a whole test; it is made once no visit is on."""
        self._wanted.set()
        self.touch()

    @property
    def waits(self) -> bool:
        """Is a test asked for, or under way?"""
        return self._testing or self._wanted.is_set()

    def camera_tested(self, found: control.CameraTested) -> None:
        """Media has looked through its camera."""
        if self._camera is not None and not self._camera.done():
            self._camera.set_result(found)

    def sound_tested(self, found: control.SoundTested) -> None:
        """Media says how its sound test goes, whoever asked for it."""
        if found.running:
            return
        self.tested = self.tested._replace(sound=found)
        if self._sound is not None and not self._sound.done():
            self._sound.set_result(found)
        self.touch()

    def now(self) -> Readiness:
        """Judge what is so now."""
        return judge(self._facts(self.tested), at=now_text(), tested_at=self.tested.at, testing=self.waits)

    async def run(self) -> None:
        """Look, test when it is time, and tell, until cancelled."""
        while True:
            if due(datetime.now().astimezone(), self._morning, self.tested.at or self._started):
                self._wanted.set()
            if self._wanted.is_set() and not self._visit_on():
                await self._test()
            self._tell()
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._touched.wait()
            except TimeoutError:
                continue
            self._touched.clear()

    def _tell(self) -> None:
        found = self.now()
        if not found.same(self.last):
            self.last = found
            self._told(found)

    async def _test(self) -> None:
        self._testing = True
        self._wanted.clear()
        self._tell()
        loop = asyncio.get_running_loop()
        self._camera, self._sound = loop.create_future(), loop.create_future()
        self._to_media(control.TestCamera())
        camera = await _answer(self._camera)
        self._to_media(control.TestSound())
        sound = await _answer(self._sound)
        await self._test_network()
        self._testing = False
        seen = "" if camera is None else camera.fault or ("ok" if camera.sees else "covered")
        self.tested = Found(now_text(), seen or "no-answer", sound)
        log.info("the station tested itself")


async def _answer(future: "asyncio.Future[A]") -> A | None:
    try:
        async with asyncio.timeout(ANSWER_S):
            return await future
    except TimeoutError:
        return None


def free_bytes(folder: Path) -> int | None:
    """Return what is free on the disk of a folder; None when that can't be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def calls_of(tested: NetworkTested | None) -> str:
    """Return what the last network test says of calls; empty: none was made."""
    if tested is None or tested.running or tested.failed:
        return ""
    return network.verdict(tested.results)
