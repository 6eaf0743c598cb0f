"""The station's clock beside the hub's, with clocks of the test's own."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest

from contract import wire
from contract.measurement import since_boot_ns
from kiosk.core.clock import NS, Clock

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC).timestamp()
BOOT = UUID(int=7)


class Machine:
    """Two clocks that a test moves."""

    def __init__(self, wall: float = NOON) -> None:
        self.wall, self.ns = wall, 100 * NS
        self.changes: list[str] = []
        self.clock = Clock(BOOT, wall=lambda: self.wall, since_boot=lambda: self.ns, changed=self._changed)

    def _changed(self) -> None:
        self.changes.append(self.clock.confidence)

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.ns += round(seconds * NS)


def hub(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


def test_a_clock_is_unsure_until_the_hub_agrees() -> None:
    machine = Machine()
    assert machine.clock.instant().clock == "unsure"
    machine.clock.compare(hub(NOON + 4.9))
    assert machine.clock.instant().clock == "synced"
    machine.clock.compare(hub(NOON + 5.1))
    assert machine.clock.instant().clock == "unsure"
    assert machine.changes == ["synced", "unsure"]


@pytest.mark.parametrize("wall", [0.0, 2**31 - 1, 2**31 + 10.0, NOON - 86_400 * 365])
def test_a_wrong_clock_is_unsure_and_still_tells_a_moment(wall: float) -> None:
    machine = Machine(wall)
    machine.clock.compare(hub(NOON))
    told = machine.clock.instant()
    assert (told.clock, told.monotonic_ns, told.boot_id) == ("unsure", 100 * NS, str(BOOT))
    assert datetime.fromisoformat(told.wall).timestamp() == pytest.approx(wall, abs=0.001)
    assert datetime.fromisoformat(told.wall).tzinfo is not None


def test_what_the_hubs_clock_shows_is_told_once_and_again_when_it_is_news() -> None:
    machine = Machine(wall=0.0)
    assert machine.clock.hub is None
    machine.clock.compare(hub(NOON))
    assert machine.changes == ["unsure"]  # no better than before, and yet the hour is known
    assert machine.clock.hub == (pytest.approx(NOON), 100 * NS)
    machine.passes(600)
    machine.clock.compare(hub(NOON + 600.4))
    assert machine.changes == ["unsure"]
    machine.clock.compare(hub(NOON + 4000))  # the hub's own was set
    assert machine.changes == ["unsure", "unsure"]


def test_a_time_that_cannot_be_read_changes_nothing() -> None:
    machine = Machine()
    machine.clock.compare(hub(NOON))
    machine.clock.compare("noon")
    assert machine.clock.confidence == "synced"


def test_half_of_the_way_to_the_hub_is_reckoned() -> None:
    machine = Machine()
    asked = machine.ns
    machine.passes(8)  # the hub read its clock in the middle, at NOON + 4: it agrees to the second
    machine.clock.compare(hub(NOON + 4), asked)
    assert machine.clock.confidence == "synced"
    machine.clock.compare(hub(NOON - 90), asked)
    assert machine.clock.confidence == "unsure"


def test_an_answer_on_a_way_too_long_to_tell_changes_nothing() -> None:
    machine = Machine()
    asked = machine.ns
    machine.passes(30)
    machine.clock.compare(hub(NOON + 15), asked)
    assert machine.clock.confidence == "unsure"
    machine.clock.compare(hub(NOON + 30))
    machine.clock.compare(hub(NOON + 20), asked)
    assert machine.clock.confidence == "synced"


@pytest.mark.parametrize("jump", [-3600.0, -0.6, 0.6, 86_400.0, -NOON])
def test_a_jump_of_the_wall_clock_is_seen_and_trusted_no_more(jump: float) -> None:
    machine = Machine()
    machine.clock.compare(hub(NOON))
    machine.passes(1)
    assert not machine.clock.look()
    machine.passes(1)
    machine.wall += jump
    assert machine.clock.look()
    assert machine.clock.confidence == "unsure"
    machine.passes(1)
    assert not machine.clock.look()
    assert machine.clock.confidence == "unsure"
    machine.clock.compare(hub(machine.wall))
    assert machine.clock.confidence == "synced"


def test_sleep_and_slewing_are_no_jumps() -> None:
    machine = Machine()
    machine.clock.compare(hub(NOON))
    machine.passes(8 * 3600)  # asleep: both clocks went on
    assert not machine.clock.look()
    machine.passes(1)
    machine.wall += 0.0005  # the most that the kernel slews in a second
    assert not machine.clock.look()
    assert machine.clock.confidence == "synced"


def test_the_count_since_boot_is_the_one_envelopes_carry() -> None:
    from offline_queue.store import since_boot

    before, theirs, after = since_boot_ns(), since_boot(), since_boot_ns()
    assert before <= theirs * NS + 1000
    assert theirs * NS <= after + 1000


def test_the_hub_is_told_at_once_then_seldom_and_after_a_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    told: list[wire.ClockTold] = []
    online = True

    async def second(_: float) -> None:
        nonlocal online
        machine.passes(1)
        seconds = machine.ns // NS - 100
        if seconds == 30:
            machine.wall -= 3600
        if seconds in {900, 910}:
            online = not online
        if seconds == 905:
            machine.wall += 3600
        if seconds > 1800:
            raise asyncio.CancelledError

    def tell(message: wire.ToHub) -> bool:
        if online:
            assert isinstance(message, wire.ClockTold)
            told.append(message)
        return online

    monkeypatch.setattr(asyncio, "sleep", second)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(machine.clock.watch(tell))
    # at the start, at the jump, ten minutes after it; the jump while offline is in the next anchor
    assert [m.monotonic_ns // NS - 100 for m in told] == [1, 30, 630, 1230]
    walls = [datetime.fromisoformat(m.time).timestamp() - NOON for m in told]
    assert walls == pytest.approx([1, 30 - 3600, 630 - 3600, 1230], abs=0.01)
    assert {m.boot_id for m in told} == {BOOT}
