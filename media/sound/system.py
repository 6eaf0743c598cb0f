"""The station's sound as one thing: loudspeaker, microphone, what makes a voice clear, what is plugged in."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from contract.profile import MediaConfig
from media import forms
from media.camera import Condition
from media.faults import Fault
from media.forms import Choice
from media.microphone import Block, Microphone
from media.sound import portaudio
from media.sound.hearing import Hearing
from media.sound.hotplug import SoundHotplug
from media.sound.voice import Voice
from media.speaker import Speaker
from media.tasks import Tasks

_log = logging.getLogger(__name__)


def needs_processing(config: MediaConfig) -> bool:
    """Is the microphone a real one, whose sound is to be made clear?"""
    return config.sound_processing and config.microphone.partition(":")[0] in {"auto", "device"}


class SoundSystem:
    """Made on the loop; `changed` is called there whenever something of it is another."""

    def __init__(self, config: MediaConfig, changed: Callable[[], None]) -> None:
        self._config = config
        self._changed = changed
        self._voice = Voice() if needs_processing(config) else None
        self._hearing = Hearing()
        self._microphone: Microphone | None = None
        self._taps: set[Callable[[Block], None]] = set()
        self._tasks = Tasks()
        self._looking = asyncio.Lock()
        self.speaker = Speaker(
            Choice(config.speaker, config.headset_first), voice=self._voice, changed=changed
        )
        self._hotplug = SoundHotplug(self.devices_changed)

    @property
    def finding(self) -> Fault:
        """What is wrong with the sound of a microphone that works."""
        return self._hearing.fault

    @property
    def level(self) -> float:
        """How loud it is at the microphone, 0..1; nothing while it is muted or closed."""
        return self._microphone.level if self._microphone is not None else 0.0

    def prepare(self) -> None:
        """Load what is heavy (in a thread). Without it sound goes out as it comes in: better than no call."""
        if self._voice is not None:
            try:
                self._voice.prepare()
            except (ImportError, OSError) as error:
                _log.error("no echo cancellation: %s", error)

    def microphone(self, deliver: Callable[[Block], None], report: Callable[[Condition], None]) -> Microphone:
        """Return the station's microphone, not yet started; the last one made is the one listened to."""
        self._hearing = Hearing()
        self._microphone = Microphone(
            Choice(self._config.microphone, self._config.headset_first, self._stethoscope()),
            deliver,
            report,
            voice=self._voice,
            tap=self._listen,
            lost=self._hotplug.soon,
        )
        return self._microphone

    @asynccontextmanager
    async def listening(self, tap: Callable[[Block], None]) -> AsyncIterator[Callable[[], Condition]]:
        """Give a real microphone's sound, before any processing, to `tap` as well; open it if nobody has.

        Gives a function that says how the microphone is.
        """
        own: Microphone | None = None
        self._taps.add(tap)
        try:
            if self._microphone is None or not self._microphone.running:
                own = self.microphone(lambda _: None, lambda _: None)
                own.start()
            used = own or self._microphone
            assert used is not None
            yield lambda: used.condition
        finally:
            self._taps.discard(tap)
            if own is not None:
                await own.close()

    def devices_changed(self) -> None:
        """Something was plugged in or out: look again, and use what is best now."""
        self._tasks.spawn(self._look_again())

    async def close(self) -> None:
        """Give everything back."""
        self._hotplug.close()
        await self._tasks.close()
        await self.speaker.close_for_all()

    async def _look_again(self) -> None:
        async with self._looking:
            if self._microphone is not None:
                self._microphone.renewing()
            await asyncio.to_thread(portaudio.look_again)
            self.speaker.again()
            self._hearing = Hearing()

    def _listen(self, block: Block) -> None:
        if self._hearing.take(block):
            self._changed()
        for tap in tuple(self._taps):
            tap(block)

    def _stethoscope(self) -> str:
        """Return the name of the device that is no microphone for talking."""
        form = forms.parse("stethoscope", self._config.stethoscope)
        return form.value if form.kind == "device" else ""
