"""Rate control, repair and recovery between a media process and a real Chromium over an emulated link.

Times are printed and bounded with slack for a busy machine; `bench call` measures them.
"""

import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from link_emulator import Link
from link_model import Way
from media_browser import Provider
from media_core import MediaCore

from contract.control import MediaState, RemoteDescription, StartCall

pytestmark = pytest.mark.e2e

HOME = Way(delay_ms=20)
SLACK_S = 20.0
RECOVERED_THERE = "seen?.framesDecoded > seen?.framesReceived + 20"
FULL = "provider.look()?.width === 1280"


@pytest.fixture
def link() -> Iterator[Link]:
    with Link(seed=5) as made:
        yield made


async def connect(core: MediaCore, provider: Provider, link: Link, way: Way) -> float:
    """Connect over the link; return when (monotonic seconds)."""
    await provider.page.evaluate(link.javascript)
    link.set(way)
    call = uuid4()
    core.send(StartCall(call=call, generation=1))
    answer = await provider.answer(await core.offer(call, 1), "camera")
    core.send(RemoteDescription(call=call, generation=1, sdp=answer))
    await core.state(call="connected")
    return time.monotonic()


async def until_state(core: MediaCore, what: str, condition: object) -> MediaState:
    """Wait for a state, and print how long it took."""
    began = time.monotonic()
    assert callable(condition)
    await core.until(lambda: condition(core.states[-1]), SLACK_S)
    print(f"{what}: {time.monotonic() - began:.1f} s")
    return core.states[-1]


async def test_720p_both_ways_at_once(core: MediaCore, provider: Provider, link: Link) -> None:
    began = await connect(core, provider, link, HOME)
    await provider.until(FULL)
    print(f"720p to the browser after {time.monotonic() - began:.1f} s")
    await core.until(lambda: core.states[-1].frames_received > 0, SLACK_S)
    frame = await core.frame("remote")
    while frame.width < 1280:
        frame = await core.frame("remote", frame.number)
    print(f"720p from the browser after {time.monotonic() - began:.1f} s")
    state = await until_state(core, "state", lambda state: state.available_kbit > 1500)
    assert state.width_out == 1280
    stats = await provider.stats()
    assert stats["out_video"]["frameWidth"] == 1280


async def test_a_burst_slows_us_down_and_leaves_nothing_frozen(
    core: MediaCore, provider: Provider, link: Link
) -> None:
    await connect(core, provider, link, HOME)
    before = await until_state(core, "full rate", lambda state: state.available_kbit > 1500)
    link.set(Way(loss=0.25, delay_ms=20))
    await until_state(
        core, "slowed down", lambda state: 0 < state.available_kbit < 0.6 * before.available_kbit
    )
    assert core.states[-1].loss_out > 0.1
    link.set(HOME)
    received = core.states[-1].frames_received
    seen = (await provider.stats())["in_video"]["framesDecoded"]
    await until_state(core, "pictures flow", lambda state: state.frames_received > received + 15)
    await provider.until(f"provider.stats().then((stats) => stats.in_video.framesDecoded > {seen + 30})")
    await until_state(core, "full rate again", lambda state: state.available_kbit > 1500)


async def test_a_narrow_link_is_not_overfilled(core: MediaCore, provider: Provider, link: Link) -> None:
    await connect(core, provider, link, Way(delay_ms=20, rate_kbit=300, queue_ms=2000))
    state = await until_state(
        core, "measured", lambda state: 100 < state.available_kbit < 400 and state.frames_sent > 90
    )
    assert 0 < state.width_out < 1280
    # With two seconds of room in its queue, a sender that heeds loss alone would fill them.
    await until_state(core, "no queue", lambda state: state.frames_sent > 150 and state.rtt_ms < 600)


async def test_on_a_long_lossy_way_parity_goes_and_comes(
    core: MediaCore, provider: Provider, link: Link
) -> None:
    await connect(core, provider, link, Way(delay_ms=100, loss=0.1))
    await until_state(core, "recovered here", lambda state: state.recovered_in > 20)
    # Chromium does not count pictures that parity completed among those it received.
    await provider.until(f"provider.stats().then(({{in_video: seen}}) => {RECOVERED_THERE})")
