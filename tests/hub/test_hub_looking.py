"""Which visits a task of the hub looks at, and when."""

import asyncio
from uuid import UUID, uuid4

from sqlalchemy.exc import OperationalError

from hub.looking import Looking

PATIENCE_S = 10.0


class Work:
    """What was looked at; the first round fails when asked to."""

    def __init__(self, fails: bool = False) -> None:
        self.rounds: asyncio.Queue[set[UUID] | None] = asyncio.Queue()
        self._fails = fails

    async def __call__(self, visits: set[UUID] | None) -> None:
        self.rounds.put_nowait(visits)
        if self._fails:
            self._fails = False
            raise OperationalError("select", {}, Exception("the disk"))

    async def next(self) -> set[UUID] | None:
        async with asyncio.timeout(PATIENCE_S):
            return await self.rounds.get()


async def test_all_after_a_start_then_what_something_happened_in() -> None:
    work = Work()
    looking = Looking(work, "it waits", retry_s=60.0)
    looking.look(uuid4())  # before the start: among all of them
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(looking.run())
        assert await work.next() is None
        one, two = uuid4(), uuid4()
        looking.look(one)
        looking.look(two)
        assert await work.next() == {one, two}
        assert work.rounds.empty()
        task.cancel()


async def test_all_again_after_a_database_that_failed() -> None:
    work = Work(fails=True)
    looking = Looking(work, "it waits", retry_s=0.01)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(looking.run())
        assert await work.next() is None
        assert await work.next() is None
        task.cancel()


async def test_also_when_nothing_happens_now_and_then() -> None:
    work = Work()
    looking = Looking(work, "it waits", retry_s=60.0, every_s=0.01)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(looking.run())
        assert await work.next() is None
        assert await work.next() == set()
        task.cancel()
