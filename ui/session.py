"""The session's heart: touches and messages become events, the visit answers, the screen follows.

An event that changes something is journalled before its effects are performed, so that a session that dies
in between is continued by the next one with the same ids.
"""

import logging
import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID, uuid4

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from contract import capture, cards, control, documents, instruments, queue_state, staff, station, talk
from contract.agent import ContentJudged, UpdateState
from contract.documents import Captured
from contract.frames import RingReader
from contract.journal import Journal, JournalFull
from contract.link import close_all
from contract.measurement import Act, Instant, since_boot_ns
from contract.profile import Profile, open_profile
from contract.readiness import Readiness
from contract.residents import SHIFT_SCHEMA
from contract.rtt import Update
from contract.seal import KeySet, Sealed, SealError, open_key_set, seal
from kiosk.clinical.pack import PACKED_MOST
from kiosk.rounds import effects as do
from kiosk.rounds import events as r
from kiosk.rounds.model import Shift
from kiosk.rounds.table import left_a_resident, step
from kiosk.visit import call_events as c
from kiosk.visit import effects as visit_do
from kiosk.visit import events as e
from kiosk.visit.context import Context, ProfileError, context_for, shipped_context
from kiosk.visit.judge import score
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.summary import rows
from kiosk.visit.symptoms import leads_to_visit
from ui import intents, preferences, rounds
from ui.app import App
from ui.attaching import Attaching, Attachings
from ui.core_link import CoreLink
from ui.hub_words import begun, opened
from ui.inputs import VOLUME_STEPS, Draft, Inputs, Live, Prefs, place_of
from ui.letters import Letters
from ui.moving import moved
from ui.plan_pdf import plan_pdf
from ui.printing import Printer
from ui.round_list import RoundList
from ui.secrets_made import filled
from ui.taken import Holder

log = logging.getLogger("ui")

TICK_MS: Final = 1000
ALIVE_MS: Final = 250
NOTICE_S: Final = 1.0
MOVING: Final = (
    instruments.Pleth,
    instruments.Progress,
    station.VideoRing,
    station.ClockState,
    station.KeysChanged,
    queue_state.QueueState,
    station.LiveMessage,
    capture.Guidance,
    capture.Played,
    capture.SoundShown,
    capture.CameraControls,
    station.NetworkTested,
    staff.CartIs,
    staff.HubAnswer,
    station.ReadinessIs,
    station.OperatorSays,
    control.SoundTested,
    control.Headphones,
)


def usable(profile: Profile, content: bytes = b"") -> tuple[Context, bytes]:
    """Return a profile's context and the content pack in it; what of both can't be used is left out."""
    for pack in dict.fromkeys((content, b"")):
        try:
            return context_for(profile, pack), pack
        except ProfileError as error:
            log.warning("%s left out: %s", "the pack is" if pack else "the profile's changes are", error)
    return shipped_context(profile), b""


class Session(QObject):
    """One person's session, from the welcome screen to the wipe."""

    languageChanged = Signal(str)
    published = Signal()
    repeatWanted = Signal()
    ended = Signal()

    def __init__(
        self,
        link: CoreLink,
        journal: Journal,
        root: bytes,
        profile: Profile,
        keys: KeySet,
        *,
        printing: Path = Path("/run/cups/cups.sock"),
        content: bytes = b"",
    ) -> None:
        """`printing`: CUPS's socket. `content`: the content pack that core keeps, if any."""
        super().__init__()
        self._link = link
        self._journal = journal
        self._root = root
        self._keys = keys
        self._boot_id, self._clock = "", "unsure"
        self._noticed = 0.0
        self._attachings = Attachings(link.send, self._seal, self.instant)
        self._holder = Holder(self.attach, self._stored)
        self._printer = Printer(profile.take_away.printer, self._paper_told, printing, self)
        self._letters = Letters(self._type, self._letters_came, self)
        self._draft = Draft()
        self._live = Live()
        self._queue: queue_state.QueueState | None = None
        self._network: station.NetworkTested | None = None
        self._readiness: Readiness | None = None
        self._operator: station.OperatorSays | None = None
        self._sound: control.SoundTested | None = None
        self._prefs = Prefs(language=profile.languages[0])
        self._core_up, self._welcomed = False, False
        self.voice_there: Callable[[], bool] = lambda: False
        self._headphones: bool | None = None
        self.shift = Shift()
        self._cart: staff.CartIs | None = None
        self._list = RoundList(link.send, self._seal_shift)
        self._update: UpdateState | None = None
        self.context, self._content = usable(profile, content)
        self.app = App(lambda: self.context, self)
        self._connect_actions()
        link.received.connect(self._received)
        link.connected.connect(self._connected)
        link.lost.connect(self._lost)
        self._ticker = self._timer(TICK_MS, self._tick)
        self._alive = self._timer(ALIVE_MS, lambda: self._link.send(instruments.Alive()))

    def start(self) -> None:
        """Replay the journal, show the screen, reach for core."""
        records = self._journal.replay()
        for record in records:
            try:
                self.shift, _ = step(self.shift, r.decode(record), self.context)
            except msgspec.DecodeError:
                log.warning("a journal record could not be read")
        self._draft = self._drafted()
        if self.state.language:
            self._prefs = replace(self._prefs, language=self.state.language)
        self.languageChanged.emit(self._prefs.language)
        self._link.open()  # first of all: a cuff that the session before left squeezing is to be told to stop
        if records:
            self.feed(e.Resumed(at=self.instant()))
        self._ticker.start()
        self.publish()

    # ---- events in

    @property
    def state(self) -> State:
        """The visit."""
        return self.shift.state

    def instant(self) -> Instant:
        """Return this moment."""
        wall = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
        return Instant(wall, since_boot_ns(), self._boot_id, self._clock)

    def feed(self, event: r.Event) -> None:
        """Give round and visit an event, keep it, do what they want, show the result."""
        before = self.shift
        after, effects = step(before, event, self.context)
        if after is before and not effects:
            return
        if not isinstance(event, e.Broke):
            try:
                self._journal.append(r.encode(event))
            except JournalFull:
                self.feed(e.Broke(at=event.at, fault="journal-full"))
                return
        self.shift = after
        if left_a_resident(before, after):
            self._forget_what_was(event.at)
        if place_of(before.state) != place_of(after.state):
            self._draft = self._drafted()
        for effect in effects:
            self._perform(effect)
        self._alive_while_inflating()
        self.publish()

    def _forget_what_was(self, at: Instant) -> None:
        """A resident was left: the journal begins anew with what is still needed."""
        record = r.encode(r.Between(at=at, shift=self.shift))
        self._journal.clear()
        self._journal.append(record)

    def _drafted(self) -> Draft:
        """Return what the present screen begins with."""
        draft = intents.drafted(self.state, self.context)
        fields = rounds.drafted(self.shift.duty, self.state.screen)
        return replace(draft, fields=fields) if fields else draft

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
            network=self._network,
            sound=self._sound,
            update=self._update,
            readiness=self._readiness,
            operator=self._operator,
            voice_there=self.voice_there(),
            news2=score(self.state, self.instant(), self.context)
            if self.state.entering or self.shift.duty.bedside
            else None,
            duty=self.shift.duty,
            roster=self._list.roster,
            cart=self._cart,
            core_up=self._core_up,
            starting=not self._welcomed,
            context=self.context,
        )

    def publish(self) -> None:
        """Show the present inputs."""
        self.app.publish(self.inputs())
        self.published.emit()

    # ---- effects out

    def _perform(self, effect: do.Effect) -> None:
        match effect:
            case visit_do.Tell(message=message):
                self._link.send(message)
            case visit_do.SealDocument():
                self._put(effect)
            case visit_do.SealLive(live=live):
                self._say(live)
            case visit_do.KeepTaken(id=id, about=about):
                self._holder.keep(id, about)
            case visit_do.DropTaken(id=id):
                self._holder.drop(id)
            case visit_do.PrintPage():
                self._print(effect)
            case visit_do.CancelPrint():
                self._printer.cancel()
            case visit_do.SetLanguage(language=language):
                self._prefs = replace(self._prefs, language=language)
                self.languageChanged.emit(language)
            case do.TryPin(shift=shift, badge=badge):
                self._list.try_pin(shift, badge)
            case do.AskList(ask=ask):
                self._list.want(self.shift.duty, ask)
            case do.ForgetList():
                self._list.forget()
            case visit_do.EndSession():
                self._ticker.stop()
                self._holder.close()
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

    def _stored(self, id: UUID, state: str) -> None:
        self.feed(e.TakenStored(at=self.instant(), id=id, state=state))

    def _put(self, effect: visit_do.SealDocument) -> None:
        sealed = self._seal(documents.encode(effect.document), documents.DOCUMENT_SCHEMA)
        self._link.send(
            station.Put(id=effect.id, lane=effect.lane, visit=effect.document.visit, sealed=sealed)
        )

    def _print(self, effect: visit_do.PrintPage) -> None:
        inputs = self.inputs()
        page = plan_pdf(inputs, rows(self.state, self.context), numbers=effect.numbers)
        self._printer.print(effect.id, page, f"carepost {self.state.visit}")

    def _paper_told(self, id: UUID, state: str, why: str) -> None:
        self.feed(e.PaperTold(at=self.instant(), id=id, state=state, why=why))

    def _say(self, live: talk.Live, *, keep: bool = True) -> None:
        sealed = self._seal(talk.encode(live), talk.LIVE_SCHEMA)
        self._link.send(station.SendLive(visit=live.visit, sealed=sealed, keep=keep))

    def _type(self, update: Update) -> None:
        visit = self.state.visit
        if visit is not None and self.state.call.wanted:
            typing = talk.Typing(id=uuid4(), visit=visit, at=self.instant().wall, update=update)
            self._say(typing, keep=False)

    def _letters_came(self) -> None:
        self._live = replace(self._live, letters=self._letters.lines)
        self.app.publish_letters(self.inputs())

    def _seal(self, plain: bytes, schema: str) -> Sealed:
        return seal(plain, station=self.context.profile.station, key=self._keys.sealing_key(), schema=schema)

    def _seal_shift(self, plain: bytes) -> Sealed:
        return self._seal(plain, SHIFT_SCHEMA)

    def _alive_while_inflating(self) -> None:
        running = self.state.running
        inflating = running is not None and running.act is Act.BLOOD_PRESSURE
        if inflating and not self._alive.isActive():
            self._alive.start()
        elif not inflating:
            self._alive.stop()

    # ---- core

    def _connected(self) -> None:
        duty = self.shift.duty
        shift = duty.shift if duty.signed_in else None
        self._link.send(station.Hello(protocol=station.PROTOCOL, visit=self.state.visit, shift=shift))

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
        if isinstance(message, station.ProfileOffered):
            self._profile_offered(message.profile)
            return
        if isinstance(message, station.ContentOffered):
            self._content_offered(message.version, fds)
            close_all(fds)
            return
        if isinstance(message, UpdateState):
            self._update = message
        if isinstance(message, station.CardRead) and self._scanned(message.token):
            return
        if isinstance(message, capture.Taken):
            message = self._holder.came(message, fds)
        if isinstance(message, station.Welcome):
            self._welcome(message)
            self._attachings.again()
        if isinstance(message, station.HubState) and message.online:
            self._letters.again()
        self.feed(e.FromCore(at=self.instant(), message=message))
        if isinstance(message, station.Welcome | UpdateState):
            self.publish()

    def _moving(self, message: station.ToSession, fds: list[int]) -> None:  # noqa: PLR0912 - a case a message
        match message:
            case instruments.Pleth():
                self._live = moved(self._live, message, fds)
                self.app.wave_item.push(message.t_ns, message.wave if message.spo2 is not None else None)
                if self._measures():
                    self.app.publish_moving(self.inputs())
            case capture.CameraControls():
                self._live = moved(self._live, message, fds)
                self.publish()
            case instruments.Progress() | capture.Guidance() | capture.Played() | capture.SoundShown():
                self._live = moved(self._live, message, fds)
                self.app.publish_moving(self.inputs())
            case station.VideoRing(which=which):
                self._ring(which, fds)
            case staff.HubAnswer():
                self._answered(message)
            case station.ReadinessIs(readiness=readiness):
                self._readiness = readiness
                self.publish()
            case station.OperatorSays():
                self._operator = message
                self.publish()
            case staff.CartIs() | queue_state.QueueState() | control.SoundTested() | station.NetworkTested():
                self._standing(message)
            case station.ClockState(clock=clock):
                self._clock = clock
            case control.Headphones(plugged=plugged):
                self._plugged(plugged)
            case station.KeysChanged():
                self._take_keys(message.keys)
            case station.LiveMessage():
                self._live_message(message)

    def _standing(
        self, message: staff.CartIs | queue_state.QueueState | control.SoundTested | station.NetworkTested
    ) -> None:
        """How the station itself stands: shown, and no event of a visit."""
        match message:
            case staff.CartIs():
                self._cart = message
            case queue_state.QueueState():
                self._queue = message
            case control.SoundTested():
                self._sound = message
            case station.NetworkTested():
                self._network = message
        self.publish()

    def _answered(self, message: staff.HubAnswer) -> None:
        """A part of the residents list."""
        at = self.context.profile.station
        told = self._list.take(message, self.shift.duty, station_id=at, keys=self._keys)
        if isinstance(told, str):
            self.feed(r.ListRefused(at=self.instant(), why=told))
        elif told is not None:
            self.feed(r.ListCame(at=self.instant(), name=told.me.name))
            self.publish()

    def _scanned(self, token: str) -> bool:
        """Take a badge, or a wristband in a shift; False when it is the visit's to take."""
        kind, duty = cards.kind_of(token), self.shift.duty
        if kind == cards.BADGE and self.context.profile.setting == "ltc":
            self.feed(r.BadgeGiven(at=self.instant(), badge=token))
            return True
        if duty.signed_in:
            if not duty.again:
                self._mean(rounds.scanned(self.inputs(), token, self.instant()))
            return True
        return False

    @property
    def _disabled(self) -> bool:
        return self._operator is not None and self._operator.disabled != ""

    def _ring(self, which: str, fds: list[int]) -> None:
        """Take over a ring of pictures; what is none is left out."""
        try:
            memory, event = fds
            reader = RingReader(memory, event)
        except (ValueError, OSError) as error:
            log.warning("what core handed over is no ring of pictures: %s", error)
            return
        self.app.videos.get(which, self.app.remote_video).attach(reader)

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
        between = self.state.visit is None and self.shift.duty.shift is None
        if profile.version > self.context.profile.version and between:
            self.context, self._content = usable(profile, self._content)

    def _profile_offered(self, encoded: bytes) -> None:
        """Say whether a newer profile can be used; between two visits it is used at once."""
        try:
            profile = open_profile(encoded, self._root)
            context = context_for(profile, self._content)
        except SealError as error:
            log.warning("core's profile is refused: %s", error)
            return
        except ProfileError as error:
            self._link.send(station.ProfileJudged(version=profile.version, problem=str(error)))
            return
        self._link.send(station.ProfileJudged(version=profile.version))
        self._take_context(context)

    def _content_offered(self, version: str, fds: list[int]) -> None:
        """Say whether a content pack can be used; between two visits it is used at once."""
        try:
            content = os.pread(fds[0], PACKED_MOST + 1, 0)
            context = context_for(self.context.profile, content)
        except (IndexError, OSError, ProfileError) as error:
            self._link.send(ContentJudged(version=version, problem=str(error)))
            return
        self._link.send(ContentJudged(version=version))
        if self._take_context(context):
            self._content = content

    def _take_context(self, context: Context) -> bool:
        """Use another context, but never within a visit."""
        if self.state.visit is not None or self.state.screen is not Screen.WELCOME:
            return False
        self.context = context
        self.publish()
        return True

    def _take_keys(self, encoded: bytes) -> None:
        try:
            keys = open_key_set(encoded, self._root)
        except SealError as error:
            log.warning("core's key set is refused: %s", error)
            return
        if keys.version >= self._keys.version:
            self._keys = keys

    def _live_message(self, message: station.LiveMessage) -> None:
        at, private = self.context.profile.station, self.state.session_private
        live = opened(message.reply, station=at, keys=self._keys, private=private)
        if isinstance(live, talk.Typing) and live.visit == self.state.visit:
            self._letters.take(live)
        if live is None or isinstance(live, talk.Typing):
            return
        if isinstance(live, talk.ChatLine):
            self._letters.ended(live)
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
        act.preferred.connect(lambda wish: self._prefer(preferences.turned(self._prefs, wish)))
        act.helpWanted.connect(self._help)
        act.headphonesSeen.connect(self._keypad_plugged)
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
            self.feed(filled(intent))

    def _next(self) -> None:
        if leads_to_visit(self.state) and not self._disabled:
            self.feed(begun(self.instant(), self._prefs.language))
            return
        meant = intents.next_event(self.inputs(), self.instant())
        if isinstance(meant, r.PinGiven):
            self._list.pin = self._draft.text("pin")
            self._draft = self._drafted()
        self._mean(meant)

    def _choose(self, name: str) -> None:
        self._mean(intents.choose(self.inputs(), name, self.instant()))

    def _typed(self, field: str, text: str) -> None:
        self._draft = intents.edited(self.inputs(), field, text)
        if field == "chat":
            self._letters.write(text)
        self.publish()

    def _language(self, code: str) -> None:
        if self.state.screen is not Screen.WELCOME:
            self.feed(e.LanguageChosen(at=self.instant(), language=code))
            return
        if self._disabled:
            return
        self.feed(begun(self.instant(), code))

    def _prefer(self, prefs: Prefs) -> None:
        self._prefs = prefs
        self.publish()

    def _help(self) -> None:
        """The voice begins with this key; once it speaks, the key says all of it again."""
        if self._prefs.voice:
            self.repeatWanted.emit()
        elif self.voice_there():
            self._prefer(preferences.spoken_to(self._prefs, True))

    def _plugged(self, plugged: bool) -> None:
        before, self._headphones = self._headphones, plugged
        if before is None and self.state.visit is not None:
            before = False  # a session that died may have spoken: who listens is not left in silence
        if self.voice_there():
            self._prefer(preferences.headphones(self._prefs, before, plugged))

    def _keypad_plugged(self, plugged: bool) -> None:
        self._headphones = not plugged  # a keypad speaks of what it has just felt
        self._plugged(plugged)

    def _volume(self, by: int) -> None:
        self._prefs = replace(self._prefs, volume=min(VOLUME_STEPS, max(0, self._prefs.volume + by)))
        if self.state.call.live:
            self._control("volume")
        self.publish()

    def _control(self, name: str) -> None:
        if setting := intents.camera_setting(self.inputs(), name):
            self._link.send(setting)
        else:
            self._mean(intents.control(self.inputs(), name, self.instant()))

    def _chat(self) -> None:
        text = self._draft.text("chat")
        if text:
            self._draft = intents.edited(self.inputs(), "chat", "")
            self.feed(c.ChatWritten(at=self.instant(), text=text, line=self._letters.end()))

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
