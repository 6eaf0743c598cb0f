"""Real PortAudio devices: echo cancelled in the path of a call, a headset plugged in and out during it."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from sound_house import SoundHouse

from bench.room import RATE, Talker, speech, to_int16
from contract.control import SoundTested
from contract.profile import MediaConfig
from media.__main__ import main
from media.camera import Condition
from media.faults import Fault
from media.microphone import Block
from media.sound import chime, portaudio
from media.sound.calling import call_person
from media.sound.check import check
from media.sound.portaudio import BLOCK
from media.sound.system import SoundSystem

DESK = MediaConfig(microphone="device:desk", speaker="device:desk")


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundHouse]:
    with TemporaryDirectory(prefix="pa") as folder:  # a socket's path must be short
        made = SoundHouse(Path(folder), monkeypatch)
        try:
            made.plug("desk")
            portaudio.look_again()
            yield made
        finally:
            made.close()
    monkeypatch.undo()
    portaudio.look_again()


class Call:
    """A sound system in use, and what it sends and says."""

    def __init__(self, config: MediaConfig = DESK) -> None:
        self.sent: list[Block] = []
        self.heard: list[Block] = []
        self.microphone_is = Condition("off")
        self.news = asyncio.Event()
        self.system = SoundSystem(config, self.news.set)
        self.microphone = self.system.microphone(self._deliver, self._report)
        listen = self.microphone._tap

        def tap(block: Block) -> None:
            self.heard.append(block)
            listen(block)

        self.microphone._tap = tap

    async def __aenter__(self) -> "Call":
        await asyncio.to_thread(self.system.prepare)
        await self.system.speaker.open()
        self.microphone.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.microphone.close()
        await self.system.close()

    async def until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not so():
                self.news.clear()
                await self.news.wait()

    def loss_db(self) -> float:
        """Of the last two seconds; 0 when there was hardly anything to hear."""
        heard, sent = power(self.heard[-100:]), power(self.sent[-100:])
        return float(10 * np.log10(heard / sent)) if 10 * np.log10(heard) > 50 else 0.0

    async def play(self, sound: Block) -> None:
        began = time.monotonic()
        for at in range(0, len(sound) - BLOCK + 1, BLOCK):
            self.system.speaker.play(np.repeat(sound[at : at + BLOCK], 2))
            await asyncio.sleep(max(0.0, began + (at + BLOCK) / RATE - time.monotonic()))

    def _deliver(self, block: Block) -> None:
        self.sent.append(block)
        self.news.set()

    def _report(self, condition: Condition) -> None:
        self.microphone_is = condition
        self.news.set()


def power(blocks: list[Block]) -> float:
    return float(np.mean(np.square(np.concatenate(blocks).astype(np.float64)))) + 1e-3


@pytest.mark.long  # sound in real time: it breaks off where other tests take the processor away
async def test_what_a_real_loudspeaker_plays_is_not_sent_back(house: SoundHouse) -> None:
    async with Call() as call:
        await call.until(lambda: call.microphone_is == Condition("on", "desk"))
        playing = asyncio.create_task(call.play(to_int16(speech(Talker(115, 0.12, 1), 60))))
        # Where other work takes the processor away, sound breaks off and it has to learn anew.
        await call.until(lambda: len(call.heard) > 100 and call.loss_db() >= 25)
        assert call.system.speaker.level > 0
        playing.cancel()


@pytest.mark.faults
async def test_a_headset_goes_first_and_out_again_without_ending_the_sound(house: SoundHouse) -> None:
    async with Call() as call:
        await call.until(lambda: call.microphone_is == Condition("on", "desk"))
        house.plug("headset")
        call.system.devices_changed()
        await call.until(lambda: call.microphone_is == Condition("on", "headset"))
        await call.until(lambda: call.system.speaker.condition == Condition("on", "headset"))
        sent = len(call.sent)
        await call.until(lambda: len(call.sent) > sent + 10)
        house.unplug("headset")
        call.system.devices_changed()
        await call.until(lambda: call.microphone_is == Condition("on", "desk"))
        await call.until(lambda: call.system.speaker.condition == Condition("on", "desk"))


@pytest.mark.faults
async def test_a_headset_without_a_microphone_leaves_the_desks(house: SoundHouse) -> None:
    house.plug("headset", microphone=False)
    portaudio.look_again()
    async with Call() as call:
        await call.until(lambda: call.system.speaker.condition == Condition("on", "headset"))
        await call.until(lambda: call.microphone_is == Condition("on", "desk"))


@pytest.mark.faults
async def test_a_silent_device_is_named_and_forgiven_when_it_hears(house: SoundHouse) -> None:
    async with Call() as call:
        await call.until(lambda: call.system.finding is Fault.MICROPHONE_SILENT)
        playing = asyncio.create_task(call.play(to_int16(speech(Talker(115, 0.12, 2), 30))))
        await call.until(lambda: call.system.finding is Fault.NONE)
        playing.cancel()


@pytest.mark.long
async def test_the_sound_test_hears_itself(house: SoundHouse) -> None:
    system = SoundSystem(DESK, lambda: None)
    said: list[SoundTested] = []
    await asyncio.to_thread(system.prepare)
    async with asyncio.timeout(90):
        # Where other work takes the processor away, sound breaks off: tested again, as staff would.
        while not (said and said[-1].heard):
            await check(system, said.append)
    await system.close()
    steps = [each.step for each in said if each.running]
    assert steps[:2] == ["listening", "playing"]
    assert (said[-1].microphone, said[-1].speaker, said[-1].speaker_fault) == ("desk", "desk", "")
    assert 0 < said[-1].delay_ms < 1000
    print(f"a loudspeaker and its microphone, PulseAudio between: {said[-1].delay_ms:.0f} ms")


@pytest.mark.faults
def test_the_sound_test_as_a_command_says_it_in_words(
    house: SoundHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sound-test", "--microphone", "device:desk", "--speaker", "device:none such"]) == 1
    said = capsys.readouterr().out
    assert "microphone  desk" in said
    assert "no loudspeaker of that name" in said
    assert main(["sound-test", "--speaker", "nonsense"]) == 2


@pytest.mark.faults
async def test_the_sound_test_names_what_is_missing(house: SoundHouse) -> None:
    config = MediaConfig(microphone="device:none such", speaker="device:none such")
    system = SoundSystem(config, lambda: None)
    said: list[SoundTested] = []
    await check(system, said.append)
    await system.close()
    assert said[-1].microphone_fault == Fault.MICROPHONE_MISSING
    assert said[-1].speaker_fault == Fault.SPEAKER_MISSING
    assert not said[-1].heard and not said[-1].running


@pytest.mark.faults
async def test_a_person_is_called_by_tones_that_the_room_hears(house: SoundHouse) -> None:
    async with Call() as call:
        call.system.speaker.volume = 0.0  # whatever the patient has set
        await call.until(lambda: len(call.heard) > 10)
        assert await call_person(DESK)
        await call.until(lambda: _tones(call.heard))


@pytest.mark.faults
async def test_nobody_is_called_into_a_headset_or_from_no_loudspeaker(house: SoundHouse) -> None:
    house.plug("headset")
    portaudio.look_again()
    assert not await call_person(MediaConfig(speaker="device:headset"))
    assert not await call_person(MediaConfig(speaker="none"))
    assert not await call_person(MediaConfig(speaker="device:attic"))


def _tones(heard: list[Block]) -> bool:
    """Are the three tones in what was heard, and loud?"""
    sound = np.concatenate(heard).astype(np.float64) / 32768
    spectrum = np.abs(np.fft.rfft(sound))
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    around = [spectrum[(hertz > tone - 15) & (hertz < tone + 15)].max() for tone in chime.TONES_HZ]
    return float(np.abs(sound).max()) > 0.4 and min(around) > 20 * float(np.median(spectrum))
