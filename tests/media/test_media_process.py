"""The process and its link to core, without a browser."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
from media_core import MediaCore

from contract.control import (
    CloseCamera,
    Controls,
    MediaHello,
    OpenCamera,
    RemoteDescription,
    Ring,
    SoundLevel,
    StartCall,
)
from contract.profile import MediaConfig
from contract.wire import IceServer
from media import forms, stamp

HAS_CAMERA = bool(forms.cameras())


async def test_it_says_hello_first_and_opens_nothing(core: MediaCore) -> None:
    assert core.process
    assert core.said[0] == MediaHello(pid=core.process.pid)
    assert [one.which for one in core.said if isinstance(one, Ring)] == ["remote", "self", "exam"]
    first = core.states[0]
    assert (first.camera, first.microphone, first.call) == ("off", "off", "none")
    assert core.rings["self"].newest() is None


async def test_consent_opens_and_closes_the_camera(core: MediaCore) -> None:
    core.send(OpenCamera())
    await core.state(camera="on", microphone="on")
    frame = await core.frame("self", after=3)
    picture = np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 4)
    assert (frame.width, frame.height) == (640, 360)
    ms = stamp.read(picture)
    assert ms is not None and ms <= stamp.now_ms()
    core.send(CloseCamera())
    await core.state(camera="off", microphone="off")
    dark = await core.frame("self")
    assert np.frombuffer(dark.data, np.uint8).mean() < 120
    assert core.rings["self"].newest(dark.number) is None
    core.send(OpenCamera())
    await core.state(camera="on")
    await core.frame("self", after=dark.number)


async def test_the_level_meter_follows_the_microphone(core: MediaCore) -> None:
    def levels() -> list[SoundLevel]:
        return [one for one in core.said if isinstance(one, SoundLevel)]

    await core.state(microphone="off")
    assert levels() == []
    core.send(OpenCamera())
    await core.until(lambda: levels() and levels()[-1].microphone >= 7)  # the tone: -23 dB
    core.send(Controls(microphone=False, camera=True, volume=0.5))
    await core.until(lambda: levels()[-1].microphone == 0)
    core.send(Controls(microphone=True, camera=True, volume=0.5))
    await core.until(lambda: levels()[-1].microphone >= 7)
    core.send(CloseCamera())
    await core.until(lambda: levels()[-1] == SoundLevel())
    assert all(one != other for one, other in pairwise(levels()))


async def test_it_ends_with_core(core: MediaCore) -> None:
    core.send(OpenCamera())
    await core.frame("self")
    core.hang_up()
    assert core.process
    assert await core.process.wait() == 0


async def test_it_ends_when_asked(core: MediaCore) -> None:
    assert core.process
    core.process.terminate()
    assert await core.process.wait() == 0


@pytest.mark.parametrize("sdp", ["", "garbage", "v=0\r\nm=video x\r\n", "OFFER"])
async def test_a_senseless_answer_fails_the_call_and_not_the_process(core: MediaCore, sdp: str) -> None:
    call = uuid4()
    core.send(StartCall(call=call, generation=1))
    offer = await core.offer(call, 1)
    core.send(RemoteDescription(call=call, generation=1, sdp=offer if sdp == "OFFER" else sdp))
    state = await core.state(call="failed")
    assert state.fault == "call-refused"
    core.send(StartCall(call=call, generation=2))
    assert "m=video" in await core.offer(call, 2)
    await core.state(call="connecting", fault="")


async def test_an_answer_of_another_generation_is_ignored(core: MediaCore) -> None:
    call = uuid4()
    core.send(StartCall(call=call, generation=3))
    await core.offer(call, 3)
    core.send(RemoteDescription(call=call, generation=2, sdp="garbage"))
    core.send(RemoteDescription(call=uuid4(), generation=3, sdp="garbage"))
    core.send(StartCall(call=call, generation=4))
    await core.offer(call, 4)
    assert all(state.call != "failed" for state in core.states)


async def test_a_senseless_relay_fails_the_call_and_not_the_process(core: MediaCore) -> None:
    core.send(StartCall(call=uuid4(), generation=1, ice_servers=(IceServer(urls=("nonsense",)),)))
    assert (await core.state(call="failed")).fault == "call-failed"


async def test_an_offer_carries_everything(core: MediaCore) -> None:
    call = uuid4()
    core.send(StartCall(call=call, generation=1))
    lines = (await core.offer(call, 1)).splitlines()
    assert [line.split()[0] for line in lines if line.startswith("m=")] == [
        "m=audio",
        "m=video",
        "m=application",
    ]
    assert lines.count("a=sendrecv") == 2
    assert any(line.startswith("a=candidate:") for line in lines)
    assert "a=end-of-candidates" in lines
    assert any("x-google-start-bitrate=700;x-google-max-bitrate=2500" in line for line in lines)
    assert not any("H264" in line for line in lines)


@pytest.mark.parametrize(
    ("camera", "state", "fault"),
    [
        ("auto", "on" if HAS_CAMERA else "absent", ""),
        ("v4l2:/dev/video-none", "failed", "camera-missing"),
        ("file:/nowhere/clip.avi", "failed", "camera-missing"),
        (f"file:{__file__}", "failed", "camera-failed"),
        ("nonsense", "failed", "camera-missing"),
    ],
)
async def test_a_camera_that_cannot_be_is_said_honestly(
    tmp_path: Path, camera: str, state: str, fault: str
) -> None:
    config = MediaConfig(camera=camera, microphone="silence", speaker="none")
    async with MediaCore(tmp_path, config) as core:
        core.send(OpenCamera())
        assert (await core.state(camera=state)).fault == fault
        call = uuid4()
        core.send(StartCall(call=call, generation=1))  # sound goes on without pictures
        assert "m=audio" in await core.offer(call, 1)


@pytest.mark.parametrize(
    ("microphone", "speaker", "fault"),
    [
        ("device:no such thing", "none", "microphone-missing"),
        ("file:/nowhere/voice.wav", "none", "microphone-missing"),
        (f"file:{__file__}", "none", "microphone-failed"),
        ("silence", "device:no such thing", "speaker-missing"),
    ],
)
async def test_sound_that_cannot_be_is_said_honestly(
    tmp_path: Path, microphone: str, speaker: str, fault: str
) -> None:
    config = MediaConfig(camera="synthetic", microphone=microphone, speaker=speaker)
    async with MediaCore(tmp_path, config) as core:
        core.send(StartCall(call=uuid4(), generation=1))
        assert (await core.state(camera="on", fault=fault)).call == "connecting"


def test_the_command_explains_itself() -> None:
    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "media", *arguments], capture_output=True, text=True, check=False
        )

    helped = run("--help")
    assert helped.returncode == 0
    for form in ("v4l2:/dev/video0", "synthetic", "device:NAME", "tone", "silence"):
        assert form in helped.stdout
    assert "cameras:" in run("sources").stdout
    nobody = run("--core", "/nowhere/media.sock")
    assert nobody.returncode == 1
    assert "/nowhere/media.sock" in nobody.stderr
