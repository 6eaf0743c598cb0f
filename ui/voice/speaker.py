"""The voice of one session: watches its window and says what `reader` finds worth saying.

While nobody has begun, the idle screen names the raised round key aloud, in each of its languages in turn.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQuick import QQuickWindow

from kiosk.visit.model import Screen
from ui.inputs import VOLUME_STEPS, Inputs
from ui.local import unmarked
from ui.mark import QT_TRANSLATE_NOOP
from ui.tongues import TONGUES, say, tongues_of
from ui.voice import reader
from ui.voice.line import Line
from ui.voice.reader import Heard, Said
from ui.voice.script import focused, script
from ui.voice.ssip import Utterance

LOOK_MS: Final = 60  # after a change: the screen has come to rest by then
QUIETEST: Final = 1  # step: who cannot see is never left without a voice
KEY_S: Final = 30.0
LISTENS_S: Final = 180.0  # so long reading aloud counts as somebody being there, who need not touch
KEY: Final = QT_TRANSLATE_NOOP(
    "Voice", "To hear this screen, press the raised round key, or plug in headphones."
)
KEYS: Final = QT_TRANSLATE_NOOP(
    "Voice",
    "The voice is on. The arrow keys lead from one thing to the next. OK chooses it. The back key goes back. "
    "The raised round key says all of it again.",
)
OPEN: Final = QT_TRANSLATE_NOOP(
    "Voice", "People near you can hear this. Plug in headphones to keep it to yourself."
)
OUT: Final = QT_TRANSLATE_NOOP(
    "Voice",
    "The headphones are out, so the voice stops. Press the raised round key to hear it from the speaker.",
)
ANY_KEY: Final = QT_TRANSLATE_NOOP("Voice", "While the cuff squeezes, any key stops it at once.")
VOLUME: Final = QT_TRANSLATE_NOOP("Voice", "Volume %1 of %2.")
BEFORE_CUFF: Final = frozenset({Screen.CUFF_POSTURE, Screen.CUFF_REST})


class Speaker(QObject):
    """Speaks for a window. `inputs` tells how the session is; `clock` counts seconds."""

    readToEnd = Signal()  # what the patient wanted read aloud was read, or its page has gone
    heard = Signal()  # somebody listens

    def __init__(
        self,
        window: QQuickWindow,
        line: Line,
        inputs: Callable[[], Inputs],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._line = line
        self._inputs = inputs
        self._clock = clock
        self._heard = Heard()
        self._on = self._private = False
        self._volume = -1
        self._spoken_at = clock()
        self._reading: tuple[str, str] | None = None  # the page that is read aloud, without a voice otherwise
        self._reading_since = 0.0
        line.finished.connect(self._said_all)
        self._next_key = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.look)
        window.activeFocusItemChanged.connect(self.changed)

    @property
    def busy(self) -> bool:
        """Is there something to look at, or to hand over?"""
        return self._soon.isActive() or self._line.busy

    def close(self) -> None:
        """Say no more."""
        self._soon.stop()
        self._line.close()

    def changed(self) -> None:
        """Something may be another: look soon."""
        if not self._soon.isActive():
            self._soon.start()

    def repeat(self) -> None:
        """Say the whole screen again."""
        self._line.stop()
        self._say((Said(reader.tr(KEYS)), *reader.whole(self._now())))

    def look(self) -> None:
        """Say what there is to say now."""
        inputs = self._inputs()
        if inputs.prefs.voice != self._on:
            self._switched(inputs)
        if not inputs.prefs.voice:
            if not self._read_aloud(inputs):
                self._name_the_key(inputs)
            return
        now = self._now()
        said = reader.speech(self._heard, now, self._clock() - self._spoken_at)
        new = self._heard.place != now.place
        self._heard = now
        if said.interrupts and said.said:
            self._line.stop()
        extra = (Said(reader.tr(ANY_KEY)),) if new and inputs.screen in BEFORE_CUFF else ()
        self._say((*said.said, *extra, *self._volume_said(inputs)))

    def _now(self) -> Heard:
        props = self._inputs()
        lines = script(self._window)
        shell, overlay = self._views()
        fields = tuple(line for line in lines if line.kind in ("field", "masked"))
        place = (shell, overlay, props.prefs.language)
        return Heard(place, lines, focused(self._window), fields)

    def _views(self) -> tuple[str, str]:
        app = self._window.property("app")
        views = app.views
        return str(views["shell"].props.place), str(views["overlay"].props.name)

    def _switched(self, inputs: Inputs) -> None:
        """The voice was switched on or off."""
        was_private, self._private = self._private, inputs.prefs.private
        self._on = inputs.prefs.voice
        self._heard = Heard()
        self._volume = inputs.prefs.volume
        self._line.stop()
        self._reading = None
        if self._on:
            greeting = (
                (Said(reader.tr(KEYS)),) if self._private else (Said(reader.tr(KEYS)), Said(reader.tr(OPEN)))
            )
            self._heard = self._now()
            self._say((*greeting, *reader.whole(self._heard)))
        elif was_private:
            self._say((Said(reader.tr(OUT)),))

    def _read_aloud(self, inputs: Inputs) -> bool:
        """Read the page once, as the patient wished; tells whether it is being read."""
        place = self._views()
        if not inputs.prefs.reading:
            if self._reading is not None:
                self._reading = None
                self._line.stop()
            return False
        if self._reading is None:
            self._reading, self._reading_since = place, self._clock()
            self._line.stop()
            self._line.follow()
            self._say(reader.aloud(script(self._window)))
        elif self._reading != place:
            self._reading = None
            self._line.stop()
            self.readToEnd.emit()
        elif self._clock() - self._reading_since < LISTENS_S:
            self.heard.emit()
        return True

    def _said_all(self) -> None:
        if self._reading is not None:
            self._reading = None
            self.readToEnd.emit()

    def _name_the_key(self, inputs: Inputs) -> None:
        if inputs.screen is not Screen.WELCOME or not inputs.profile.voice_names_key:
            return
        if self._line.busy or self._clock() - self._spoken_at < KEY_S:
            return
        if codes := tuple(tongues_of(inputs.profile.languages)):
            code = codes[self._next_key % len(codes)]
            self._next_key += 1
            self._say((Said(say(code, "Voice", KEY), code),))

    def _volume_said(self, inputs: Inputs) -> tuple[Said, ...]:
        before, self._volume = self._volume, inputs.prefs.volume
        if before in (-1, inputs.prefs.volume):
            return ()
        return (Said(reader.tr(VOLUME, inputs.prefs.volume, VOLUME_STEPS)),)

    def _say(self, said: tuple[Said, ...]) -> None:
        if not said:
            return
        self._spoken_at = self._clock()
        prefs = self._inputs().prefs
        volume = round(200 * max(QUIETEST, prefs.volume) / VOLUME_STEPS) - 100
        self._line.say(*(_uttered(one, prefs.language, volume) for one in said))


def _uttered(said: Said, language: str, volume: int) -> Utterance:
    code = said.tongue or language
    return Utterance(
        unmarked(said.text),
        TONGUES[code].voice or code if code in TONGUES else code,
        volume,
        character=said.how == "character",
        tone=said.how == "tone",
    )
