"""The session's heart: touches and messages become events, the visit answers, the screen follows.

An event that changes something is journalled before its effects are performed, so that a session that dies
in between is continued by the next one with the same ids.
"""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import BinaryIO, Final
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtCore import QObject, QTimer, Signal

from contract import documents, station
from contract.documents import Captured
from contract.frames import RingReader
from contract.journal import Journal, JournalFull
from contract.measurement import Act, Instant, since_boot_ns
from contract.profile import Profile, open_profile
from contract.seal import KeySet, Sealed, SealError, open_key_set, open_reply, seal
from kiosk.clinical.library import default_questionnaire, default_rules
from kiosk.visit import effects as do
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.model import Screen, State
from kiosk.visit.table import step
from ui import intents
from ui.app import App
from ui.attaching import Attaching, Attachings
from ui.core_link import CoreLink
from ui.inputs import VOLUME_STEPS, Draft, Inputs, Live, Prefs, place_of

log = logging.getLogger("ui")

TICK_MS: Final = 1000
ALIVE_MS: Final = 250
NOTICE_S: Final = 1.0
MOVING: Final = (
    station.Pleth,
    station.Progress,
    station.VideoRing,
    station.ClockState,
    station.KeysChanged,
    station.QueueState,
    station.LiveMessage,
)


class Session(QObject):
    """One person's session, from the welcome screen to the wipe."""

    languageChanged = Signal(str)
    ended = Signal()

    def __init__(self, link: CoreLink, journal: Journal, root: bytes, profile: Profile, keys: KeySet) -> None:
        super().__init__()
        self._link = link
        self._journal = journal
        self._root = root
        self._keys = keys
        self._boot_id, self._clock = "", "unsure"
        self._noticed = 0.0
        self._attachings = Attachings(link.send, self._seal, self.instant)
        self._draft = Draft()
        self._live = Live()
        self._queue: station.QueueState | None = None
        self._prefs = Prefs(language=profile.languages[0])
        self._core_up, self._welcomed = False, False
        self.state = State()
        self.context = self._context_of(profile)
        self.app = App(lambda: self.context, self)
        self._connect_actions()
        link.received.connect(self._received)
        link.connected.connect(self._connected)
        link.lost.connect(self._lost)
        self._ticker = self._timer(TICK_MS, self._tick)
        self._alive = self._timer(ALIVE_MS, lambda: self._link.send(station.Alive()))

    def start(self) -> None:
        """Replay the journal, show the screen, reach for core."""
        records = self._journal.replay()
        for record in records:
            try:
                self.state, _ = step(self.state, e.decode(record), self.context)
            except msgspec.DecodeError:
                log.warning("a journal record could not be read")
        self._draft = intents.drafted(self.state)
        if self.state.language:
            self._prefs = changed(self._prefs, language=self.state.language)
        self.languageChanged.emit(self._prefs.language)
        self._link.open()  # first of all: a cuff that the session before left squeezing is to be told to stop
        if records:
            self.feed(e.Resumed(at=self.instant()))
        self._ticker.start()
        self.publish()

    # ---- events in

    def instant(self) -> Instant:
        """Return this moment."""
        wall = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
        return Instant(wall, since_boot_ns(), self._boot_id, self._clock)

    def feed(self, event: e.Event) -> None:
        """Give the visit an event, keep it, do what it wants, show the result."""
        before = self.state
        after, effects = step(before, event, self.context)
        if after is before and not effects:
            return
        if not isinstance(event, e.Broke):
            try:
                self._journal.append(e.encode(event))
            except JournalFull:
                self.feed(e.Broke(at=event.at, fault="journal-full"))
                return
        self.state = after
        if place_of(before) != place_of(after):
            self._draft = intents.drafted(after)
        for effect in effects:
            self._perform(effect)
        self._alive_while_inflating()
        self.publish()

    def inputs(self) -> Inputs:
        """Return what the view models derive from."""
        return Inputs(
            state=self.state,
            profile=self.context.profile,
            prefs=self._prefs,
            draft=self._draft,
            live=self._live,
            now_ns=since_boot_ns(),
            now=time.time(),
            queue=self._queue,
            core_up=self._core_up,
            starting=not self._welcomed,
        )

    def publish(self) -> None:
        """Show the present inputs."""
        self.app.publish(self.inputs())

    # ---- effects out

    def _perform(self, effect: do.Effect) -> None:
        match effect:
            case do.Tell(message=message):
                self._link.send(message)
            case do.SealDocument():
                self._put(effect)
            case do.SealLive(live=live):
                sealed = self._seal(documents.encode(live), documents.LIVE_SCHEMA)
                self._link.send(station.SendLive(visit=live.visit, sealed=sealed))
            case do.SetLanguage(language=language):
                self._prefs = changed(self._prefs, language=language)
                self.languageChanged.emit(language)
            case do.EndSession():
                self._ticker.stop()
                self._link.finish()
                self.ended.emit()

    def attach(
        self, source: BinaryIO, size: int, about: Captured, told: Callable[[Attaching], None]
    ) -> Attaching:
        """Save a picture or a sound of this visit by the chunk; see `Attaching`. ValueError: no visit."""
        if self.state.visit is None:
            raise ValueError("an attachment belongs to a visit, and there is none")
        station_id = self.context.profile.station
        return self._attachings.begin(source, size, about, self.state.visit, station_id, told)

    def _put(self, effect: do.SealDocument) -> None:
        sealed = self._seal(documents.encode(effect.document), documents.DOCUMENT_SCHEMA)
        self._link.send(
            station.Put(id=effect.id, lane=effect.lane, visit=effect.document.visit, sealed=sealed)
        )

    def _seal(self, plain: bytes, schema: str) -> Sealed:
        return seal(plain, station=self.context.profile.station, key=self._keys.sealing_key(), schema=schema)

    def _alive_while_inflating(self) -> None:
        running = self.state.running
        inflating = running is not None and running.act is Act.BLOOD_PRESSURE
        if inflating and not self._alive.isActive():
            self._alive.start()
        elif not inflating:
            self._alive.stop()

    # ---- core

    def _connected(self) -> None:
        self._link.send(station.Hello(protocol=station.PROTOCOL, visit=self.state.visit))

    def _lost(self) -> None:
        self._core_up = False
        self.feed(e.CoreLost(at=self.instant()))
        self.publish()

    def _received(self, message: station.ToSession, fds: list[int]) -> None:
        if isinstance(message, MOVING):
            self._moving(message, fds)
            return
        if self._attachings.heard(message):
            return
        if isinstance(message, station.Welcome):
            self._welcome(message)
            self._attachings.again()
        self.feed(e.FromCore(at=self.instant(), message=message))
        if isinstance(message, station.Welcome):
            self.publish()

    def _moving(self, message: station.ToSession, fds: list[int]) -> None:
        match message:
            case station.Pleth():
                self._live = Live(message, self._live.progress)
                self.app.wave_item.push(message.t_ns, message.wave if message.spo2 is not None else None)
                if self._measures():
                    self.app.publish_moving(self.inputs())
            case station.Progress():
                self._live = Live(self._live.pleth, message)
                self.app.publish_moving(self.inputs())
            case station.VideoRing(which=which):
                self._ring(which, fds)
            case station.QueueState():
                self._queue = message
                self.publish()
            case station.ClockState(clock=clock):
                self._clock = clock
            case station.KeysChanged():
                self._take_keys(message.keys)
            case station.LiveMessage():
                self._live_message(message)

    def _ring(self, which: str, fds: list[int]) -> None:
        """Take over a ring of pictures; what is none is left out."""
        try:
            memory, event = fds
            reader = RingReader(memory, event)
        except (ValueError, OSError) as error:
            log.warning("what core handed over is no ring of pictures: %s", error)
            return
        video = self.app.self_video if which == "self" else self.app.remote_video
        video.attach(reader)

    def _measures(self) -> bool:
        return self.state.screen is Screen.OXIMETER or self.state.running is not None

    def _welcome(self, message: station.Welcome) -> None:
        self._boot_id, self._clock = message.boot_id, message.clock
        self._core_up, self._welcomed = True, True
        self._take_keys(message.keys)
        try:
            profile = open_profile(message.profile, self._root)
        except SealError as error:
            log.warning("core's profile is refused: %s", error)
            return
        if profile.version > self.context.profile.version and self.state.visit is None:
            self.context = self._context_of(profile)

    def _take_keys(self, encoded: bytes) -> None:
        try:
            keys = open_key_set(encoded, self._root)
        except SealError as error:
            log.warning("core's key set is refused: %s", error)
            return
        if keys.version >= self._keys.version:
            self._keys = keys

    def _live_message(self, message: station.LiveMessage) -> None:
        if not self.state.session_private:
            return
        private = X25519PrivateKey.from_private_bytes(self.state.session_private)
        try:
            schema, plain = open_reply(
                message.reply, station=self.context.profile.station, keys=self._keys, private=private
            )
            if schema != documents.LIVE_SCHEMA:
                raise SealError("not a live message")
            live = documents.decode_live(plain)
        except (SealError, msgspec.DecodeError) as error:
            log.warning("a message of the hub's is refused: %s", error)
            return
        self.feed(e.FromHub(at=self.instant(), id=message.id, live=live))

    # ---- touches

    def _connect_actions(self) -> None:
        act = self.app.actions
        act.backWanted.connect(lambda: self.feed(e.WentBack(at=self.instant())))
        act.nextWanted.connect(self._next)
        act.stationWanted.connect(lambda: self.feed(e.StationWanted(at=self.instant())))
        act.personWanted.connect(lambda: self.feed(e.PersonWanted(at=self.instant())))
        act.finishWanted.connect(lambda: self.feed(e.LeaveWanted(at=self.instant())))
        act.stopWanted.connect(lambda: self.feed(e.StopPressed(at=self.instant())))
        act.languageWanted.connect(self._language)
        act.largeWanted.connect(lambda: self._prefer(large=not self._prefs.large))
        act.contrastWanted.connect(lambda: self._prefer(contrast=not self._prefs.contrast))
        act.volumeWanted.connect(self._volume)
        act.chosen.connect(self._choose)
        act.typed.connect(self._typed)
        act.chatWanted.connect(self._chat)
        act.controlWanted.connect(self._control)
        act.noticed.connect(self._notice)

    def _mean(self, intent: intents.Intent) -> None:
        if isinstance(intent, Draft):
            self._draft = intent
            self.publish()
        elif intent is not None:
            self.feed(intent)

    def _next(self) -> None:
        self._mean(intents.next_event(self.inputs(), self.instant()))

    def _choose(self, name: str) -> None:
        self._mean(intents.choose(self.inputs(), name, self.instant()))

    def _typed(self, field: str, text: str) -> None:
        self._draft = intents.edited(self.inputs(), field, text)
        self.publish()

    def _language(self, code: str) -> None:
        if self.state.screen is not Screen.WELCOME:
            self.feed(e.LanguageChosen(at=self.instant(), language=code))
            return
        private = X25519PrivateKey.generate()
        self.feed(
            e.Begun(
                at=self.instant(),
                language=code,
                visit=uuid4(),
                session_public=private.public_key().public_bytes_raw(),
                session_private=private.private_bytes_raw(),
            )
        )

    def _prefer(self, **changes: bool) -> None:
        self._prefs = changed(self._prefs, **changes)
        self.publish()

    def _volume(self, by: int) -> None:
        self._prefs = changed(self._prefs, volume=min(VOLUME_STEPS, max(0, self._prefs.volume + by)))
        call = self.state.call
        if call.live:
            self._controls(call.microphone, call.camera_on)
        self.publish()

    def _control(self, name: str) -> None:
        call = self.state.call
        if name == "end":
            self.feed(e.HungUp(at=self.instant()))
        elif name == "microphone":
            self._controls(not call.microphone, call.camera_on)
        elif name == "camera":
            self._controls(call.microphone, not call.camera_on)

    def _controls(self, microphone: bool, camera: bool) -> None:
        volume = self._prefs.volume / VOLUME_STEPS
        self.feed(e.ControlsSet(at=self.instant(), microphone=microphone, camera=camera, volume=volume))

    def _chat(self) -> None:
        text = self._draft.text("chat")
        if text:
            self._draft = intents.edited(self.inputs(), "chat", "")
            self.feed(e.ChatWritten(at=self.instant(), text=text))

    def _notice(self) -> None:
        now = time.monotonic()
        if now - self._noticed >= NOTICE_S:
            self._noticed = now
            self.feed(e.Touched(at=self.instant()))

    def _tick(self) -> None:
        self.feed(e.Ticked(at=self.instant()))
        self.publish()

    # ---- making

    def _timer(self, interval_ms: int, slot: "Callable[[], object]") -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    @staticmethod
    def _context_of(profile: Profile) -> Context:
        return Context(
            profile=profile,
            questionnaire=default_questionnaire("visit"),
            cuff_questionnaire=default_questionnaire("cuff"),
            rules=default_rules().with_overrides(profile.clinical),
        )


def changed(prefs: Prefs, **changes: object) -> Prefs:
    """Return the preferences with changes."""
    return Prefs(**{**vars(prefs), **changes})
