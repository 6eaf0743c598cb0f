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

from contract import capture, cards, control, instruments, queue_state, staff, station, talk, technician
from contract.agent import ContentJudged, UpdateState
from contract.documents import Captured
from contract.frames import RingReader
from contract.journal import Journal, JournalFull
from contract.link import close_all
from contract.measurement import Act, Instant, since_boot_ns
from contract.profile import Profile
from contract.residents import SHIFT_SCHEMA
from contract.rtt import Update
from contract.seal import KeySet
from kiosk.clinical.pack import PACKED_MOST
from kiosk.rounds import effects as do
from kiosk.rounds import events as r
from kiosk.rounds.clock import RoundClock
from kiosk.rounds.model import Shift
from kiosk.rounds.table import left_a_resident, step
from kiosk.visit import effects as visit_do
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.judge import score
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.summary import rows
from ui import hands_on, rounds
from ui.app import App
from ui.attaching import Attaching
from ui.believed import Believed
from ui.core_link import CoreLink
from ui.hub_words import opened
from ui.inputs import Inputs, Live, place_of
from ui.letters import Letters
from ui.moving import moved
from ui.outgoing import Outgoing
from ui.plan_pdf import plan_pdf
from ui.printing import Printer
from ui.round_list import RoundList
from ui.standing import Standing
from ui.taken import Holder
from ui.touches import Touches
from ui.trial_page import TITLE, page_pdf

log = logging.getLogger("ui")

TICK_MS: Final = 1000
ALIVE_MS: Final = 250
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
    capture.Looks,
    technician.SparesAre,
    control.SoundTested,
    control.SoundLevel,
    control.Headphones,
)


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
        self._believed = Believed(root, profile, keys, content)
        self._boot_id, self._clock = "", "unsure"
        self._round_clock = RoundClock()
        self._out = Outgoing(link.send, self._believed, self.instant)
        self._holder = Holder(self.attach, self._stored)
        self._printer = Printer(profile.take_away.printer, self._paper_told, printing, self)
        self._letters = Letters(self._type, self._letters_came, self)
        self._live = Live()
        self._standing = Standing()
        self._core_up, self._welcomed = False, False
        self.voice_there: Callable[[], bool] = lambda: False
        self.shift = Shift()
        self._list = RoundList(link.send, lambda plain: self._believed.seal(plain, SHIFT_SCHEMA))
        self.app = App(lambda: self.context, self)
        self.touches = Touches(
            self,
            self.app.actions,
            self._standing,
            self._letters,
            self._list,
            language=profile.languages[0],
            send=link.send,
            print_trial=self._print_trial,
            speak_again=self.repeatWanted.emit,
        )
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
            except (msgspec.DecodeError, UnicodeDecodeError):
                log.warning("a journal record could not be read")
        self.touches.fresh()
        if self.state.language:
            self.touches.prefs = replace(self.touches.prefs, language=self.state.language)
        self.languageChanged.emit(self.touches.prefs.language)
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

    @property
    def context(self) -> Context:
        """The profile with what it asks and judges by."""
        return self._believed.context

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
            self.touches.fresh()
        for effect in effects:
            self._perform(effect)
        self._alive_while_inflating()
        self.publish()

    def _forget_what_was(self, at: Instant) -> None:
        """A resident was left: the journal begins anew with what is still needed, and the rest is forgotten.

        No wipe comes between two residents: what moves too fast for the journal would be the next one's, the
        line that was not sent yet, the picture of a wound, the wave.
        """
        record = r.encode(r.Between(at=at, shift=self.shift))
        self._journal.clear()
        self._journal.append(record)
        self._letters.forget()
        self._live = Live()
        self.app.forget()

    def inputs(self) -> Inputs:
        """Return what the view models derive from."""
        return Inputs(
            state=self.state,
            profile=self.context.profile,
            prefs=self.touches.prefs,
            draft=self.touches.draft,
            live=self._live,
            now_ns=since_boot_ns(),
            now=time.time(),
            clock=self._round_clock,
            queue=self._standing.queue,
            network=self._standing.network,
            sound=self._standing.sound,
            update=self._standing.update,
            readiness=self._standing.readiness,
            operator=self._standing.operator,
            voice_there=self.voice_there(),
            news2=score(self.state, self.instant(), self.context)
            if self.state.entering or self.shift.duty.bedside
            else None,
            duty=self.shift.duty,
            roster=self._list.roster,
            cart=self._standing.cart,
            technician=self._standing.technician,
            looks=self._standing.looks,
            spares=self._standing.spares,
            spare=self._standing.spare,
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
                self._out.put(effect)
            case visit_do.SealLive(live=live):
                self._out.say(live)
            case visit_do.KeepTaken(id=id, about=about):
                self._holder.keep(id, about)
            case visit_do.DropTaken(id=id):
                self._holder.drop(id)
            case visit_do.PrintPage():
                self._print(effect)
            case visit_do.CancelPrint():
                self._printer.cancel()
            case visit_do.SetLanguage(language=language):
                self.touches.prefs = replace(self.touches.prefs, language=language)
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
        return self._out.attach(source, size, about, self.state.visit, told)

    def _stored(self, id: UUID, state: str) -> None:
        self.feed(e.TakenStored(at=self.instant(), id=id, state=state))

    def _print(self, effect: visit_do.PrintPage) -> None:
        inputs = self.inputs()
        page = plan_pdf(inputs, rows(self.state, self.context), numbers=effect.numbers)
        self._printer.print(effect.id, page, f"carepost {self.state.visit}")

    def _print_trial(self) -> None:
        """A technician wants a test page; what becomes of it is seen at the printer."""
        page = page_pdf(self.context.profile, datetime.now().astimezone())
        self._printer.print(uuid4(), page, TITLE)

    def _paper_told(self, id: UUID, state: str, why: str) -> None:
        self.feed(e.PaperTold(at=self.instant(), id=id, state=state, why=why))

    def _type(self, update: Update) -> None:
        visit = self.state.visit
        if visit is not None and self.state.call.wanted:
            self._out.type(visit, update)

    def _letters_came(self) -> None:
        self._live = replace(self._live, letters=self._letters.lines)
        self.app.publish_letters(self.inputs())

    def _alive_while_inflating(self) -> None:
        running = self.state.running
        inflating = running is not None and running.act is Act.BLOOD_PRESSURE
        inflating = inflating or hands_on.inflates(self.inputs())
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
        if self._out.attachings.heard(message):
            return
        if isinstance(message, station.ProfileOffered):
            self._profile_offered(message.profile)
            return
        if isinstance(message, station.ContentOffered):
            self._content_offered(message.version, fds)
            return
        if isinstance(message, UpdateState | technician.TechnicianIs | station.SpareAnswered):
            self._standing.take(message)
        if isinstance(message, station.CardRead) and self._scanned(message.token):
            return
        if isinstance(message, capture.Taken):
            message = self._holder.came(message, fds)
        if isinstance(message, station.Welcome):
            self._welcome(message)
            self._out.attachings.again()
        if isinstance(message, station.HubState) and message.online:
            self._letters.again()
        self.feed(e.FromCore(at=self.instant(), message=message))
        if isinstance(
            message, station.Welcome | UpdateState | technician.TechnicianIs | station.SpareAnswered
        ):
            self._alive_while_inflating()
            self.publish()

    def _moving(self, message: station.ToSession, fds: list[int]) -> None:
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
            case (
                staff.CartIs()
                | queue_state.QueueState()
                | control.SoundTested()
                | station.NetworkTested()
                | station.OperatorSays()
                | station.ReadinessIs()
                | capture.Looks()
                | technician.SparesAre()
            ):
                self._standing.take(message)
                self.publish()
            case station.ClockState():
                self._clock, self._round_clock = message.clock, self._round_clock.hears(message)
                self.publish()
            case control.SoundLevel():
                self.app.sound_levels.show(message)
            case control.Headphones(plugged=plugged):
                self.touches.plugged(plugged)
            case station.KeysChanged():
                self._believed.take_keys(message.keys)
            case station.LiveMessage():
                self._live_message(message)

    def _answered(self, message: staff.HubAnswer) -> None:
        """A part of the residents list."""
        at = self.context.profile.station
        told = self._list.take(message, self.shift.duty, station_id=at, keys=self._believed.keys)
        if isinstance(told, str):
            self.feed(r.ListRefused(at=self.instant(), why=told))
        elif told is not None:
            self.feed(r.ListCame(at=self.instant(), name=told.me.name))
            self.publish()

    def _scanned(self, token: str) -> bool:
        """Take a badge, or a wristband in a shift; False when it is the visit's to take."""
        kind, duty = cards.kind_of(token), self.shift.duty
        if kind == cards.BADGE and self.state.screen is Screen.SPARE:
            self.touches.typed("scanned", token)
            return True
        if kind == cards.BADGE and self.context.profile.setting == "ltc":
            self.feed(r.BadgeGiven(at=self.instant(), badge=token))
            return True
        if duty.signed_in:
            if not duty.again:
                self.touches.mean(rounds.scanned(self.inputs(), token, self.instant()))
            return True
        return False

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
        measuring = (Screen.OXIMETER, Screen.COMMISSION)
        return self.state.screen in measuring or self.state.running is not None

    def _welcome(self, message: station.Welcome) -> None:
        self._boot_id, self._clock = message.boot_id, message.clock
        self._round_clock = self._round_clock.hears(message)
        self._core_up, self._welcomed = True, True
        self._believed.take_keys(message.keys)
        between = self.state.visit is None and self.shift.duty.shift is None
        self._believed.take_profile(message.profile, between=between)

    def _profile_offered(self, encoded: bytes) -> None:
        if judged := self._believed.judge_profile(encoded, between=self._between):
            self._link.send(judged)
            self.publish()

    def _content_offered(self, version: str, fds: list[int]) -> None:
        try:
            content = os.pread(fds[0], PACKED_MOST + 1, 0)
        except (IndexError, OSError) as error:
            self._link.send(ContentJudged(version=version, problem=str(error)))
            return
        finally:
            close_all(fds)
        self._link.send(self._believed.judge_content(version, content, between=self._between))
        self.publish()

    @property
    def _between(self) -> bool:
        """Between two visits: what is asked and judged by may change."""
        return self.state.visit is None and self.state.screen is Screen.WELCOME

    def _live_message(self, message: station.LiveMessage) -> None:
        at, private = self.context.profile.station, self.state.session_private
        live = opened(message.reply, station=at, keys=self._believed.keys, private=private)
        if isinstance(live, talk.Typing) and live.visit == self.state.visit:
            self._letters.take(live)
        if live is None or isinstance(live, talk.Typing):
            return
        if isinstance(live, talk.ChatLine):
            self._letters.ended(live)
        self.feed(e.FromHub(at=self.instant(), id=message.id, live=live))

    # ---- time

    def _tick(self) -> None:
        self.feed(e.Ticked(at=self.instant()))
        self.publish()

    def _timer(self, interval_ms: int, slot: "Callable[[], object]") -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer
