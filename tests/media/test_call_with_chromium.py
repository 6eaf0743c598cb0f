"""Real calls: a media process, a real Chromium, both ends looked at."""

from uuid import UUID, uuid4

import numpy as np
from media_browser import Provider
from media_core import MediaCore

from contract.control import (
    RemoteDescription,
    StartCall,
)
from contract.frames import Frame


async def connect(core: MediaCore, provider: Provider, call: UUID, generation: int, source: str) -> None:
    core.send(StartCall(call=call, generation=generation))
    answer = await provider.answer(await core.offer(call, generation), source)
    core.send(RemoteDescription(call=call, generation=generation, sdp=answer))
    await core.state(call="connected")


def picture(frame: Frame) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    return np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 4)


async def later_frame(core: MediaCore, which: str, frame: Frame, frames: int) -> Frame:
    return await core.frame(which, after=frame.number + frames)


async def test_both_ends_see_and_hear_each_other(core: MediaCore, provider: Provider) -> None:
    call = uuid4()
    await connect(core, provider, call, 1, "camera")

    first = await core.frame("remote")
    after = await later_frame(core, "remote", first, 90)
    assert picture(first)[:, :, :3].mean() > 10, "a black picture came from the browser"
    assert np.any(picture(first) != picture(after)) or first.width != after.width, "it does not move"

    seen = await provider.look()
    await provider.until(f"provider.look().stamp > {seen['now'] + 3000}")
    seen_later = await provider.look()
    assert seen_later["mean"] > 10
    assert seen_later["cells"] != seen["cells"]
    assert abs(seen_later["now"] - seen_later["stamp"]) < 5000

    assert await provider.loudness() > 0.01
    state = await core.state(camera="on", microphone="on", call="connected", fault="")
    await core.until(lambda: core.states[-1].frames_received > 90 and core.states[-1].kbit_out > 0)
    assert state.camera_name == "test picture"
    assert core.states[-1].frames_sent > 90
    assert core.states[-1].level_in > 0.05
