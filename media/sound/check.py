"""The sound test: listen to the room, play the test sound, see whether the microphone heard it.

Who plays it hears it, too: that is the test of the loudspeaker. A microphone that hears it is tested with it,
and how late it comes is what loudspeaker and microphone add to every word; a headset does not hear itself.
"""

import asyncio
import math
from collections.abc import Callable
from typing import Final

import msgspec
import numpy as np

from contract.control import SoundTested
from media.camera import Condition
from media.microphone import Block
from media.sound import chime
from media.sound.hearing import Hearing, level_db
from media.sound.portaudio import RATE
from media.sound.system import SoundSystem

LISTEN_S: Final = 4.0  # three seconds must agree on a fault
AFTER_S: Final = 1.2
OPEN_S: Final = 5.0  # in which a microphone opens, or does not
LOOK_S: Final = 0.1
USER: Final = "sound-test"  # of the loudspeaker


async def check(system: SoundSystem, tell: Callable[[SoundTested], None]) -> None:
    """Run the test on a station's sound, telling how far it is; what is open already stays open."""
    said = SoundTested(running=True)

    def say(**changes: object) -> None:
        nonlocal said
        said = msgspec.structs.replace(said, **changes)
        tell(said)

    say(step="listening")
    heard: list[Block] = []
    hearing = Hearing()

    def tap(block: Block) -> None:
        heard.append(block)
        hearing.take(block)

    async with system.listening(tap) as microphone:
        await system.speaker.open(USER)
        try:
            await _until(lambda: microphone().state != "off", OPEN_S)
            await _until(lambda: _seconds(heard) >= LISTEN_S or microphone().state != "on", 2 * LISTEN_S)
            say(**_microphone(microphone(), heard, hearing), **_speaker(system), step="playing")
            given_at = sum(map(len, heard))
            if system.speaker.condition.state == "on":
                system.speaker.play_over(chime.chime())
                await _until(lambda: system.speaker.over_left <= 0, 4 * chime.SECONDS)
                await asyncio.sleep(AFTER_S)
            found = chime.find(np.concatenate(heard), given_at) if heard else chime.Found(False)
            say(running=False, step="", heard=found.heard, delay_ms=round(found.delay_ms, 1))
        finally:
            await system.speaker.close(USER)


def _seconds(heard: list[Block]) -> float:
    return sum(map(len, heard)) / RATE


def _microphone(condition: Condition, heard: list[Block], hearing: Hearing) -> dict[str, object]:
    level = level_db(np.concatenate(heard)) if heard else -math.inf
    return {
        "microphone": condition.name,
        "microphone_fault": condition.fault or hearing.fault or ("" if heard else "no-microphone"),
        "room_db": round(max(level, -120.0), 1),
    }


def _speaker(system: SoundSystem) -> dict[str, object]:
    condition = system.speaker.condition
    missing = "" if condition.state == "on" else "no-speaker"
    return {"speaker": condition.name, "speaker_fault": condition.fault or missing}


async def _until(so: Callable[[], bool], seconds: float) -> None:
    """Wait until something is so, but no longer than this."""
    for _ in range(round(seconds / LOOK_S)):
        if so():
            return
        await asyncio.sleep(LOOK_S)
