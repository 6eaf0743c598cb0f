"""Real calls: a media process, a real Chromium, both ends looked at."""

import json
import time
from uuid import UUID, uuid4

import numpy as np
import pytest
from media_browser import Provider
from media_core import MediaCore

from contract.control import Controls, EndCall, RemoteDescription, StartCall, Wave
from contract.frames import Frame
from media import stamp

Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
TOO_LATE_MS = 30_000  # for a stamp to be of this call at all; how late it is is the bench's business


async def connect(core: MediaCore, provider: Provider, call: UUID, generation: int, source: str) -> None:
    core.send(StartCall(call=call, generation=generation))
    answer = await provider.answer(await core.offer(call, generation), source)
    core.send(RemoteDescription(call=call, generation=generation, sdp=answer))
    await core.state(call="connected")


def picture(frame: Frame) -> Picture:
    return np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 4)


async def stamped_frame(core: MediaCore, after_ms: int = 0) -> int:
    """Wait for a remote frame stamped after a moment; return its stamp."""
    number = 0
    while True:
        frame = await core.frame("remote", number)
        number = frame.number
        ms = stamp.read(picture(frame))
        if ms is not None and ms > after_ms:
            return ms


async def test_both_ends_see_and_hear_each_other(core: MediaCore, provider: Provider) -> None:
    await connect(core, provider, uuid4(), 1, "camera")

    first = await core.frame("remote")
    after = await core.frame("remote", after=first.number + 15)
    assert picture(first)[:, :, :3].mean() > 10, "a black picture came from the browser"
    assert first.data != after.data, "the browser's picture does not move"

    seen = await provider.look()
    await provider.until(f"provider.look()?.stamp > {seen['now'] + 3000}")
    later = await provider.look()
    assert later["mean"] > 10
    assert later["cells"] != seen["cells"]
    assert abs(later["now"] - later["stamp"]) < TOO_LATE_MS

    assert await provider.loudness() > 0.01
    await core.until(lambda: core.states[-1].frames_received > 15 and core.states[-1].kbit_out > 0)
    state = core.states[-1]
    assert (state.camera, state.microphone, state.fault) == ("on", "on", "")
    assert state.camera_name == "test picture"
    assert state.frames_sent > 15
    assert state.kbit_in > 0
    assert state.level_in > 0.05
    assert state.available_kbit > 100
    assert state.width_out > 0
    assert state.fps_out > 0
    assert state.rtt_ms > 0


async def test_a_stamp_comes_back_from_the_browser(core: MediaCore, provider: Provider) -> None:
    before = stamp.now_ms()
    await connect(core, provider, uuid4(), 1, "stamped")
    first = await stamped_frame(core)
    assert before <= first <= stamp.now_ms()
    assert await stamped_frame(core, first + 1000) <= stamp.now_ms()


async def test_waves_and_texts_cross_the_data_channel(core: MediaCore, provider: Provider) -> None:
    wave = Wave(kind="pleth", t_ns=12_345, rate_hz=60.0, samples=(1, 64, 127))
    core.send(wave)  # before there is a call: dropped
    await connect(core, provider, uuid4(), 1, "stamped")
    await provider.until("provider.channel && provider.channel.readyState === 'open'")
    await provider.page.evaluate("provider.channel.send('hello')")
    await core.until(lambda: core.texts == ["hello"])  # so the channel is open at this end too
    core.send(wave)
    await provider.until("provider.texts.some((text) => !text.includes('clock'))")
    assert await provider.page.evaluate("provider.label") == "wave"
    texts = [json.loads(text) for text in await provider.page.evaluate("provider.texts")]
    assert [text for text in texts if text["kind"] != "clock"] == [
        {"kind": "pleth", "t_ns": 12_345, "rate_hz": 60.0, "samples": [1, 64, 127]}
    ]


LOOK_AT_PICTURES = """() => new Promise((done) => {
  const video = document.getElementById("picture"), seen = [];
  const look = (_, frame) => {
    const {stamp} = provider.look();
    if (stamp !== null) seen.push([frame.rtpTimestamp, stamp]);
    if (seen.length < 40) video.requestVideoFrameCallback(look); else done(seen);
  };
  video.requestVideoFrameCallback(look);
})"""


@pytest.mark.e2e
async def test_waves_and_pictures_are_of_one_clock(core: MediaCore, provider: Provider) -> None:
    """A picture says by its stamp when it was taken; by RTP time and the waves' clock it says the same."""
    await connect(core, provider, uuid4(), 1, "stamped")
    await provider.until("provider.texts.some((text) => text.includes('clock'))")
    seen = await provider.page.evaluate(LOOK_AT_PICTURES)
    texts = [json.loads(text) for text in await provider.page.evaluate("provider.texts")]
    clock = next(text for text in texts if text["kind"] == "clock")
    boot_ms = (time.time_ns() - time.monotonic_ns()) / 1e6
    apart = sorted(
        clock["t_ns"] / 1e6 + ((rtp - clock["rtp"]) & 0xFFFFFFFF) / 90 + boot_ms - ms for rtp, ms in seen
    )
    # A canvas may already have the next picture when it is asked: the middle tells.
    assert abs(apart[len(apart) // 2]) < 100, apart


async def test_the_patient_switches_camera_and_microphone_off(core: MediaCore, provider: Provider) -> None:
    await connect(core, provider, uuid4(), 1, "camera")
    await provider.until("provider.look()?.stamp > 0")
    core.send(Controls(microphone=False, camera=False, volume=0.5))
    state = await core.state(camera="muted", microphone="muted")
    assert state.fault == ""
    await provider.until("provider.look()?.stamp === null && provider.look()?.mean < 60")
    # What the browser still had in its buffer is played out first.
    await provider.until("provider.loudness().then(loudness => loudness < 0.001)")
    core.send(Controls(microphone=True, camera=True, volume=0.5))
    await core.state(camera="on", microphone="on")
    await provider.until("provider.look()?.stamp > 0")
    assert await provider.loudness() > 0.01


async def test_a_higher_generation_takes_over(core: MediaCore, provider: Provider) -> None:
    call = uuid4()
    await connect(core, provider, call, 1, "stamped")
    await stamped_frame(core)
    sent = core.states[-1].frames_sent
    core.send(StartCall(call=call, generation=1))  # not newer: no second offer
    await connect(core, provider, call, 2, "stamped")
    now = stamp.now_ms()
    assert await stamped_frame(core, now) > now
    # The old connection is closed once the new one flows; the browser hears of it.
    await provider.until("provider.channels[0].readyState === 'closed'")
    await provider.until("provider.newest().connectionState === 'connected'")
    await core.until(lambda: core.states[-1].frames_sent > sent + 30)
    assert sum(getattr(one, "generation", 0) == 1 for one in core.said) == 1


async def test_the_end_of_a_call_leaves_nothing_open(core: MediaCore, provider: Provider) -> None:
    call = uuid4()
    await connect(core, provider, call, 1, "camera")
    await core.frame("remote")
    await core.frame("self")
    core.send(EndCall(call=uuid4()))  # another one: not ours
    core.send(EndCall(call=call))
    await core.state(call="none", camera="off", microphone="off", speaker="off")
    last = await core.frame("remote")
    assert not picture(last).any(), "the provider's last picture is still in the ring"
    dark = await core.frame("self")
    assert stamp.read(picture(dark)) is None
    await provider.until("provider.channel.readyState === 'closed'")
    assert core.rings["self"].newest(dark.number) is None


async def test_a_killed_media_process_calls_again(core: MediaCore, provider: Provider) -> None:
    call = uuid4()
    await connect(core, provider, call, 1, "stamped")
    await stamped_frame(core)
    await core.kill()
    await core.launch()
    now = stamp.now_ms()
    await connect(core, provider, call, 2, "stamped")
    assert await stamped_frame(core, now) > now
    await provider.until(f"provider.look()?.stamp > {now}")


async def test_a_call_whose_browser_goes_is_lost(core: MediaCore, provider: Provider) -> None:
    await connect(core, provider, uuid4(), 1, "camera")
    await core.frame("remote")
    await provider.page.evaluate("provider.newest().close()")
    state = await core.state(call="lost", camera="on")
    assert state.fault == "call-lost"
