"""Calls a person on site by tones, from a loudspeaker of the station: never into somebody's headphones."""

import asyncio
from typing import Final

from contract.profile import MediaConfig
from media.forms import Choice
from media.sound import chime
from media.sound.headsets import is_headset
from media.speaker import Speaker

LOOK_S: Final = 0.1
LONGEST_S: Final = 8.0  # a device that takes nothing any more


async def call_person(config: MediaConfig) -> bool:
    """Sound the tones once, at full volume whatever the patient has set; False when nobody can hear them."""
    speaker = Speaker(Choice(config.speaker, headset_first=False))
    try:
        await speaker.open()
        if speaker.condition.state != "on" or is_headset(speaker.condition.name):
            return False
        speaker.play_over(chime.call())
        for _ in range(round(LONGEST_S / LOOK_S)):
            if speaker.over_left <= 0:
                return True
            await asyncio.sleep(LOOK_S)
    finally:
        await speaker.close_for_all()
    return False
