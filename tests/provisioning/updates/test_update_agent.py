"""The agent beside core's side of it, over their real socket: what it does when, and never within a visit."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from machine import Machine
from releases import STATION, Releases, image

from contract import agent as say
from contract import station
from contract.profile import Profile, UpdatesConfig
from kiosk.core.ports import Port
from kiosk.core.updates import Updates
from provisioning.updates import agent as module
from provisioning.updates import health, noted, offers
from provisioning.updates.agent import Agent
from provisioning.updates.client import Trust
from provisioning.updates.slots import Slots
from provisioning.updates.sources import FolderSource
from provisioning.updates.work import Work

PATIENCE_S = 10.0


class World:
    """A machine with version 1.0 and its agent; core's side with nobody in a visit; releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = Releases(folder / "releases")
        self.machine = Machine(folder / "machine")
        image(folder / "1.0", "1.0", b"first" * 500)
        self.machine.deliver(folder / "1.0")
        self.run = folder / "run"
        self.state = folder / "state"
        for each in (self.run / "agent", self.state):
            each.mkdir(parents=True)
        self.told: list[station.ToSession] = []
        self.troubles: list[tuple[str, str]] = []
        self.restarts: list[str] = []
        self.hours = "00:00-00:00"
        self.noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
        self.port: Port[say.FromAgent, say.ToAgent]
        self.core: Updates
        self.judge: Callable[[str], str] = lambda _version: ""
        self.tasks: list[asyncio.Task[None]] = []

    def start_core(self) -> None:
        self.port = Port(
            self.run / "agent" / "agent.sock",
            say.FromAgent,
            lambda m, fds: self.core.came(m, fds),
            lambda: self.core.gone(),
        )
        self.core = Updates(self.state, self.port.send, self._tell, lambda *t: self.troubles.append(t))

    def _tell(self, message: station.ToSession, fds: object) -> None:
        self.told.append(message)
        if isinstance(message, station.ContentOffered):
            answer = say.ContentJudged(version=message.version, problem=self.judge(message.version))
            asyncio.get_running_loop().call_soon(lambda: self.core.judged(answer))

    def profile(self) -> Profile:
        return Profile(
            version=1,
            station=STATION,
            name="Here",
            address="1 Street",
            site_phone="",
            hub_url="https://localhost",
            updates=UpdatesConfig(hours=self.hours),
        )

    async def _restart(self) -> None:
        self.restarts.append(self.machine.start())

    def start_agent(self) -> Agent:
        slots = Slots(self.machine.layout)
        trust = Trust(self.state / "updates", self.releases.root)
        made = Agent(
            self.run,
            self.state / "updates",
            Work(self.state / "updates", trust, slots),
            slots,
            profile=self.profile,
            sources=lambda _: [FolderSource(self.releases.folder)],
            restart=self._restart,
            first_s=0.01,
            look_s=0.2,
            now=lambda: self.noon,
        )
        self.tasks.append(asyncio.create_task(made.run()))
        return made

    async def stop_agents(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks.clear()

    async def until(self, fits: Callable[[], Any]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not fits():  # noqa: ASYNC110 - whatever it is
                await asyncio.sleep(0.005)

    def is_(self, **fields: object) -> bool:
        last = self.core.last
        return last is not None and all(getattr(last, name) == value for name, value in fields.items())


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setattr(module, "TICK_S", 0.005)
    monkeypatch.setattr(module, "NOTICE_S", 0.05)
    monkeypatch.setattr(health, "SETTLE_S", 0.05)
    made = World(tmp_path)
    made.start_core()
    yield made
    await made.stop_agents()
    with contextlib.suppress(ValueError):
        made.port.close()


async def test_an_update_comes_in_starts_and_is_found_well(world: World) -> None:
    world.releases.release("1.1")
    world.start_agent()
    await world.until(lambda: world.restarts)
    assert world.restarts == ["1.1"] and world.is_(state="restarting")
    await world.stop_agents()
    world.start_agent()
    await world.until(lambda: world.is_(state="trying", version="1.1"))
    await world.until(lambda: health.told(world.run) == health.Health("1.1", False, "screen"))
    world.core.stands(screen=True, media=True)
    await world.until(lambda: (told := health.told(world.run)) is not None and told.well)
    world.machine.bless()
    await world.until(lambda: world.is_(state="idle", version="1.1", back_from=""))
    assert not world.troubles


async def test_nothing_is_fetched_or_restarted_within_a_visit(world: World) -> None:
    world.core.stands(visit=True)
    world.releases.release("1.1", minimum="1.1")
    world.start_agent()
    await world.until(lambda: world.is_(state="idle"))
    await asyncio.sleep(0.1)
    assert not list(world.state.glob("updates/inbox/*")) and not world.restarts
    world.core.stands(visit=False)
    await world.until(lambda: world.restarts)


async def test_somebody_who_begins_while_the_screen_says_so_is_not_restarted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NOTICE_S", 0.5)
    world.releases.release("1.1")
    world.start_agent()
    await world.until(lambda: world.is_(state="restarting"))
    world.core.stands(visit=True)
    await world.until(lambda: world.is_(state="waiting", waits_for="visit"))
    assert not world.restarts
    world.core.stands(visit=False)
    await world.until(lambda: world.restarts)


async def test_the_sites_hours_are_waited_for_unless_it_is_forced(world: World) -> None:
    world.hours = "01:00-05:00"
    world.releases.release("1.1")
    world.start_agent()
    await world.until(lambda: world.is_(state="waiting", waits_for="hours", offered="1.1", hours=world.hours))
    await asyncio.sleep(0.05)
    assert not world.restarts
    world.releases.release("1.2", minimum="1.1")
    await world.until(lambda: world.restarts)
    assert world.restarts == ["1.2"]


@pytest.mark.parametrize("stopped", ["0 percent", "another", "nothing"])
async def test_a_roll_out_that_is_stopped_does_not_start_at_night_where_it_waits(
    world: World, stopped: str
) -> None:
    world.hours = "01:00-05:00"
    world.releases.release("1.1")
    world.start_agent()
    await world.until(lambda: world.is_(state="waiting", offered="1.1"))
    match stopped:
        case "0 percent":
            world.releases.offer(station=offers.Offer("station/1.1/image.json", "1.1", percent=0))
        case "another":
            world.releases.release("1.2", percent=0)
        case "nothing":
            world.releases.withdraw()
    await world.until(lambda: world.is_(state="idle", offered=""))
    world.hours = "00:00-00:00"
    await asyncio.sleep(0.1)
    assert world.restarts == []
    assert world.machine.start() == "1.0"  # nor by a power cut
    world.releases.release("1.3")
    await world.until(lambda: world.restarts)


async def test_without_core_nothing_is_restarted_until_nobody_can_be_in_a_visit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.releases.release("1.1")
    world.hours = "01:00-05:00"
    world.start_agent()
    await world.until(lambda: world.is_(state="waiting"))
    world.port.close()
    (world.run / "agent" / "agent.sock").unlink()
    world.hours = "00:00-00:00"
    await asyncio.sleep(0.1)
    assert not world.restarts
    monkeypatch.setattr(module, "CORE_LOST_S", 0.0)
    await world.until(lambda: world.restarts)


async def test_a_version_that_is_not_well_makes_room_and_is_not_tried_again(world: World) -> None:
    world.releases.release("1.1")
    world.start_agent()
    await world.until(lambda: world.restarts)
    await world.stop_agents()
    assert [world.machine.start() for _ in range(3)] == ["1.1", "1.1", "1.0"]
    world.start_agent()
    await world.until(lambda: world.is_(state="idle", version="1.0", back_from="1.1"))
    await asyncio.sleep(0.3)  # it looks again, and leaves it alone
    assert world.troubles == [("update-rolled-back", "1.1 was not well; 1.0 runs again")]
    assert world.restarts == ["1.1"]
    world.releases.release("1.1.1")
    await world.until(lambda: world.restarts == ["1.1", "1.1.1"])


async def test_content_comes_in_without_a_restart_and_the_last_good_one_stays(world: World) -> None:
    world.releases.content("1", b"good")
    world.start_agent()
    await world.until(lambda: world.is_(content="1"))
    assert (world.state / "content.pack").read_bytes() == b"good"
    world.judge = lambda version: f"visit.json of {version}: what is this?"
    world.releases.content("2", b"bad")
    await world.until(lambda: world.is_(content_refused="2"))
    assert (world.state / "content.pack").read_bytes() == b"good"
    assert ("content-refused", "version 2: visit.json of 2: what is this?") in world.troubles
    assert noted.read(world.state / "updates").refused == ("2",)
    offered = len([m for m in world.told if isinstance(m, station.ContentOffered)])
    await asyncio.sleep(0.3)
    assert len([m for m in world.told if isinstance(m, station.ContentOffered)]) == offered
    world.judge = lambda _version: ""
    world.releases.content("3", b"better")
    await world.until(lambda: world.is_(content="3", content_refused=""))
    assert world.restarts == []


async def test_what_goes_wrong_is_told_once_with_its_reason(world: World) -> None:
    world.releases.metadata("timestamp.json").write_bytes(b"{}")
    world.start_agent()
    await world.until(lambda: world.is_(state="failed", why="not-understood"))
    await asyncio.sleep(0.5)
    assert [kind for kind, _ in world.troubles] == ["update-failed"]


async def test_content_waits_for_the_end_of_the_visit(world: World) -> None:
    world.releases.content("1", b"good")
    world.start_agent()
    world.core.stands(visit=True)
    await asyncio.sleep(0.1)
    assert not (world.state / "content.pack").exists()
    world.core.stands(visit=False)
    world.core.session_came()
    await world.until(lambda: (world.state / "content.pack").exists())


def test_a_kept_pack_that_changed_on_the_disk_is_left_out(tmp_path: Path) -> None:
    def updates() -> Updates:
        return Updates(tmp_path, lambda _: None, lambda *_: None, lambda *_: None)

    first = updates()
    first._offered = ("4", b"pack")
    first.judged(say.ContentJudged(version="4"))
    assert updates().now.content == "4"
    (tmp_path / "content.pack").write_bytes(b"something else")
    assert updates().now.content == ""
    assert not (tmp_path / "content.pack").exists()
