"""What a person touches, types and plugs in: it changes the draft or the preferences, or it says an event."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from contract.measurement import Instant
from contract.message import Message
from contract.station import FromSession
from kiosk.rounds import events as r
from kiosk.rounds.model import Shift
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.symptoms import leads_to_visit
from ui import hands_on, intents, preferences, rounds
from ui.app import Actions
from ui.drafts import replaced
from ui.hands_on import without_secrets
from ui.hub_words import begun
from ui.inputs import VOLUME_STEPS, Draft, Inputs, Prefs
from ui.letters import Letters
from ui.round_list import RoundList
from ui.secrets_made import filled
from ui.standing import Standing

NOTICE_S: Final = 1.0


class Heart(Protocol):
    """The session, as touches see it."""

    shift: Shift
    voice_there: Callable[[], bool]

    @property
    def context(self) -> Context:
        """What is asked and judged by."""

    def instant(self) -> Instant:
        """Return this moment."""

    def feed(self, event: r.Event) -> None:
        """Give round and visit an event."""

    def inputs(self) -> Inputs:
        """Return what is known now."""

    def publish(self) -> None:
        """Show it."""


class Touches:
    """`draft`: touched on this screen and not said yet. `prefs`: how this person wants the screen."""

    def __init__(
        self,
        heart: Heart,
        actions: Actions,
        standing: Standing,
        letters: Letters,
        round_list: RoundList,
        *,
        language: str,
        send: Callable[[FromSession], object],
        print_trial: Callable[[], object],
        speak_again: Callable[[], object],
    ) -> None:
        self._heart, self._standing, self._letters, self._list = heart, standing, letters, round_list
        self._send, self._print_trial, self._speak_again = send, print_trial, speak_again
        self.draft = Draft()
        self.prefs = Prefs(language=language)
        self.headphones: bool | None = None  # not known
        self._noticed = 0.0
        self._connect(actions)

    def _connect(self, act: Actions) -> None:
        act.backWanted.connect(lambda: self._say(e.WentBack))
        act.nextWanted.connect(self._next)
        act.stationWanted.connect(lambda: self._say(e.StationWanted))
        act.personWanted.connect(lambda: self._say(e.PersonWanted))
        act.finishWanted.connect(lambda: self._say(e.LeaveWanted))
        act.stopWanted.connect(lambda: self._say(e.StopPressed))
        act.languageWanted.connect(self.language)
        act.preferred.connect(lambda wish: self.prefer(preferences.turned(self.prefs, wish)))
        act.helpWanted.connect(self._help)
        act.headphonesSeen.connect(self._keypad_plugged)
        act.volumeWanted.connect(self._volume)
        act.chosen.connect(self._choose)
        act.typed.connect(self._typed)
        act.chatWanted.connect(self._chat)
        act.controlWanted.connect(self._control)
        act.noticed.connect(self._notice)

    def fresh(self) -> None:
        """Drop the draft: the present screen begins with its own."""
        state, duty = self._heart.shift.state, self._heart.shift.duty
        draft = intents.drafted(state, self._heart.context)
        told = self._standing.technician
        fields = rounds.drafted(duty, state.screen)
        if state.screen is Screen.COMMISSION and told is not None:
            fields = hands_on.drafted(state.item, told.results)
        self.draft = replace(draft, fields=fields) if fields else draft

    def mean(self, intent: intents.Intent) -> None:
        """Do what was meant."""
        if isinstance(intent, Draft):
            self.draft = intent
            self._heart.publish()
        elif isinstance(intent, Message):  # for core alone, and in no journal
            self._send(intent)
            self.draft = replaced(self.draft, chosen=(), fields=without_secrets(self.draft.fields))
            self._heart.publish()
        elif intent is not None:
            self._heart.feed(filled(intent))

    def language(self, code: str) -> None:
        """A language was touched: on the welcome screen a visit begins with it."""
        if self._heart.shift.state.screen is not Screen.WELCOME:
            self._heart.feed(e.LanguageChosen(at=self._heart.instant(), language=code))
        elif not self._standing.disabled:
            self._heart.feed(begun(self._heart.instant(), code))

    def prefer(self, prefs: Prefs) -> None:
        """Show everything this way from now on."""
        self.prefs = prefs
        self._heart.publish()

    def plugged(self, plugged: bool) -> None:
        """Headphones are known to be in or out."""
        before, self.headphones = self.headphones, plugged
        if before is None and self._heart.shift.state.visit is not None:
            before = False  # a session that died may have spoken: who listens is not left in silence
        if self._heart.voice_there():
            self.prefer(preferences.headphones(self.prefs, before, plugged))

    def _say(self, event: Callable[..., r.Event]) -> None:
        self._heart.feed(event(at=self._heart.instant()))

    def _next(self) -> None:
        if leads_to_visit(self._heart.shift.state) and not self._standing.disabled:
            self._heart.feed(begun(self._heart.instant(), self.prefs.language))
            return
        meant = intents.next_event(self._heart.inputs(), self._heart.instant())
        if isinstance(meant, r.PinGiven):
            self._list.pin = self.draft.text("pin")
            self.fresh()
        self.mean(meant)

    def _choose(self, name: str) -> None:
        if name == hands_on.PRINT:
            self._print_trial()
            return
        self.mean(intents.choose(self._heart.inputs(), name, self._heart.instant()))

    def typed(self, field: str, text: str) -> None:
        """A field has another text."""
        self._typed(field, text)

    def _typed(self, field: str, text: str) -> None:
        self.draft = intents.edited(self._heart.inputs(), field, text)
        if field == "chat":
            self._letters.write(text)
        self._heart.publish()

    def _help(self) -> None:
        """The voice begins with this key; once it speaks, the key says all of it again."""
        if self.prefs.voice:
            self._speak_again()
        elif self._heart.voice_there():
            self.prefer(preferences.spoken_to(self.prefs, True))

    def _keypad_plugged(self, plugged: bool) -> None:
        self.headphones = not plugged  # a keypad speaks of what it has just felt
        self.plugged(plugged)

    def _volume(self, by: int) -> None:
        self.prefs = replace(self.prefs, volume=min(VOLUME_STEPS, max(0, self.prefs.volume + by)))
        if self._heart.shift.state.call.live:
            self._control("volume")
        self._heart.publish()

    def _control(self, name: str) -> None:
        if setting := intents.camera_setting(self._heart.inputs(), name):
            self._send(setting)
        else:
            self.mean(intents.control(self._heart.inputs(), name, self._heart.instant()))

    def _chat(self) -> None:
        text = self.draft.text("chat")
        if text:
            self.draft = intents.edited(self._heart.inputs(), "chat", "")
            self._heart.feed(c.ChatWritten(at=self._heart.instant(), text=text, line=self._letters.end()))

    def _notice(self) -> None:
        now = time.monotonic()
        if now - self._noticed >= NOTICE_S:
            self._noticed = now
            self._say(e.Touched)
