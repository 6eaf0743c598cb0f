"""`python -m media sound-test`: play the test sound, say what the microphone hears, name what is wrong."""

import argparse
import asyncio
from typing import Any, Final

import msgspec

from contract.control import SoundTested
from contract.profile import MediaConfig
from media import forms

DESCRIPTION: Final = (
    "Listen to the room for four seconds, play three tones and a sweep, and say which devices were used, "
    "whether the microphone hums, clips or hears nothing, whether it heard the loudspeaker, and how late. "
    "The same test as on the station's staff screen. Exit status: 0 both work, 1 something is wrong."
)
STEPS: Final = {
    "listening": "listening to the room: please be quiet",
    "playing": "now you should hear three tones and a sweep",
}
WORDS: Final = {
    "no-microphone": "there is no microphone",
    "microphone-missing": "no microphone of that name",
    "microphone-failed": "it does not work",
    "microphone-silent": "it hears nothing at all: muted, or broken",
    "microphone-clipping": "it clips: its level is far too high",
    "microphone-hum": "it hums at the frequency of the mains",
    "no-speaker": "there is no loudspeaker",
    "speaker-missing": "no loudspeaker of that name",
    "speaker-failed": "it does not work",
}


def add_command(commands: Any) -> None:
    """Add the command's options."""
    test = commands.add_parser("sound-test", help="try loudspeaker and microphone", description=DESCRIPTION)
    test.add_argument("--microphone", default="auto", metavar="FORM", help="auto or device:NAME")
    test.add_argument("--speaker", default="auto", metavar="FORM", help="auto or device:NAME")
    test.add_argument("--json", action="store_true", help="print what was found as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Run the command; return its exit status."""
    for what in ("microphone", "speaker"):
        try:
            forms.parse(what, getattr(options, what))
        except ValueError as error:
            print(f"sound-test: {error}")
            return 2
    config = MediaConfig(microphone=options.microphone, speaker=options.speaker)
    said: list[SoundTested] = []

    def tell(state: SoundTested) -> None:
        if not options.json and state.step and (not said or state.step != said[-1].step):
            print(STEPS[state.step])
        said.append(state)

    asyncio.run(_test(config, tell))
    found = said[-1]
    print(msgspec.json.encode(found).decode() if options.json else words(found))
    return 1 if found.microphone_fault or found.speaker_fault else 0


def words(found: SoundTested) -> str:
    """Return what was found, for people."""
    microphone = WORDS.get(found.microphone_fault, found.microphone_fault)
    lines = [
        f"microphone  {found.microphone or '-'}  {microphone or 'works'}, room at {found.room_db:.0f} dBFS",
        f"speaker     {found.speaker or '-'}  {WORDS.get(found.speaker_fault, found.speaker_fault) or 'on'}",
    ]
    if found.heard:
        lines.append(f"the microphone heard the loudspeaker, {found.delay_ms:.0f} ms later")
    elif not found.microphone_fault and not found.speaker_fault:
        lines.append("the microphone did not hear the loudspeaker (with a headset that is right)")
    return "\n".join(lines)


async def _test(config: MediaConfig, tell: Any) -> None:
    from media.sound.check import check
    from media.sound.system import SoundSystem

    system = SoundSystem(config, lambda: None)
    try:
        await check(system, tell)
    finally:
        await system.close()
