"""A media process and a real Chromium with the emulated link between them: all media goes through it."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from link_emulator import Link
from link_model import Way
from media_browser import Provider
from media_core import MediaCore

from contract.control import RemoteDescription, StartCall

pytestmark = pytest.mark.e2e


@pytest.fixture
def link() -> Iterator[Link]:
    with Link(seed=11) as made:
        yield made


async def test_a_call_goes_through_the_link_and_survives_its_loss(
    core: MediaCore, provider: Provider, link: Link
) -> None:
    await provider.page.evaluate(link.javascript)
    link.set(Way(loss=0.05, delay_ms=20, jitter_ms=5, rate_kbit=4000))
    call = uuid4()
    core.send(StartCall(call=call, generation=1))
    answer = await provider.answer(await core.offer(call, 1), "stamped")
    assert re.findall(r"^a=candidate:.* (\S+) (\d+) typ (\w+)", answer, re.MULTILINE) == [
        (link.address, str(link.lanes[0].page), "host")
    ]
    core.send(RemoteDescription(call=call, generation=1, sdp=answer))
    await core.state(call="connected")
    await core.until(lambda: core.states[-1].frames_received > 90)
    await provider.until("document.getElementById('picture').getVideoPlaybackQuality().totalVideoFrames > 90")
    told = link.told()
    for way in (told.up, told.down):
        assert way.lost > 0
        assert way.delivered > 100
    stats = await provider.stats()
    assert told.up.bytes_delivered > stats["in_video"]["bytesReceived"] > 0

    link.set(Way(loss=1.0))  # nothing passes by another way
    await core.state(call="lost")
    link.set(Way())
    before = core.states[-1].frames_received
    await core.until(lambda: core.states[-1].frames_received > before + 30)
    await core.state(call="connected")
