"""Core's end of the session's socket, in the test's own process: contract.link speaking contract.station.

It saves what it is given and answers as core does; what devices, hub and providers do is the test's to say.
Everything is opened with the hub's private keys, as the hub would.
"""

import socket
from typing import Any, TypeVar
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from PySide6.QtCore import QObject, QSocketNotifier
from station_state import StationState

from contract import documents, instruments, station, talk
from contract.link import Link, LinkClosed
from contract.measurement import (
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from contract.seal import PublicKey, close_reply, key_id, unseal

T = TypeVar("T")
BOOT = "0b0e5b8e-0000-4000-8000-00000000abcd"
DEVICES = {
    Act.OXIMETRY: DeviceIdentity("Contec", "CMS50D+", "contec-v5", "serial:/dev/pts/1"),
    Act.BLOOD_PRESSURE: DeviceIdentity("Maibobo", "RBP-9804", "rbp9804", "serial:/dev/pts/2"),
}
SCALE = DeviceIdentity("Tanita", "SC-240", "tanita", "serial:/dev/pts/4")
ROLES = {"oximeter": "ready", "cuff": "ready"}


class ScreenCore(QObject):
    """`heard`: every message, oldest first. `up`: takes connections. `saves`: makes puts durable."""

    def __init__(self, state: StationState, *, hub: bool = True) -> None:
        super().__init__()
        self.state = state
        self.hub = hub
        self.up = True
        self.saves = True
        self.roles = dict(ROLES)
        self.heard: list[Any] = []
        self.greetings = 0
        self._link: Link[Any, Any] | None = None
        self._notifier: QSocketNotifier | None = None

    # ---- the socket

    def reach(self) -> socket.socket:
        """What the session connects with."""
        if not self.up:
            raise ConnectionRefusedError("core is away")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
        self.take(ours)
        return theirs

    def take(self, ours: socket.socket) -> None:
        """Speak to the session at the other end of a socket, and no longer to one before."""
        self.hang_up()
        self._link = Link(ours, station.FromSession)
        self._notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def hang_up(self) -> None:
        """Die."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._link is not None:
            self._link.close()
            self._link = None

    def say(self, message: station.ToSession, fds: tuple[int, ...] = ()) -> None:
        """Say something to the session."""
        assert self._link is not None, "nobody is connected"
        self._link.send(message, fds)

    def _read(self) -> None:
        if self._link is None:
            return
        try:
            messages = self._link.receive()
        except LinkClosed:
            self.hang_up()
            return
        for message, _ in messages:
            self.heard.append(message)
            self._answer(message)

    def _answer(self, message: station.FromSession) -> None:
        match message:
            case station.Hello():
                self._greet()
            case station.Put() if self.saves:
                self.say(station.PutDone(id=message.id, state="saved"))
            case station.PagePerson():
                reached = ("site-alarm", "hub") if self.hub else ("site-alarm",)
                self.say(station.PersonPaged(reached=reached))
            case station.RequestCall() if self.hub:
                self.say(station.CallState(state="queued", position=1, providers=1, estimate_s=60))
            case station.CancelCall():
                self.say(station.CallState(state="ended"))

    def _greet(self) -> None:
        self.greetings += 1
        folder = self.state.folder
        self.say(
            station.Welcome(
                protocol=station.PROTOCOL,
                boot_id=BOOT,
                profile=(folder / "profile.signed").read_bytes(),
                keys=(folder / "keys.signed").read_bytes(),
                hub_online=self.hub,
                clock="synced",
            )
        )
        for role, state in self.roles.items():
            self.device(role, state)

    # ---- what it heard

    def all(self, kind: type[T]) -> list[T]:
        """Return every message of a kind."""
        return [message for message in self.heard if isinstance(message, kind)]

    def papers(self) -> list[documents.Document]:
        """Open every document that was put, once each, with the hub's key."""
        given = [put for put in self.all(station.Put) if put.sealed.schema == documents.DOCUMENT_SCHEMA]
        puts = {put.id: put for put in given}
        return [documents.decode(self.open(put.sealed)) for put in puts.values()]

    def paper(self, kind: type[T]) -> T:
        """Return the newest document of a kind."""
        return [document for document in self.papers() if isinstance(document, kind)][-1]

    def lives(self) -> list[talk.Live]:
        """Open every live message to the hub."""
        return [talk.decode(self.open(sent.sealed)) for sent in self.all(station.SendLive)]

    def open(self, sealed: Any) -> bytes:
        """Open what the session sealed, as only the hub can."""
        return unseal(sealed, station=self.state.station, private=self.state.sealing)

    @property
    def visit(self) -> UUID:
        """The visit under way."""
        return self.all(station.VisitStarted)[-1].visit

    # ---- what the world does

    def device(self, role: str, state: str, fault: str = "") -> None:
        """A device comes, goes or has a fault."""
        self.say(instruments.DeviceState(device=role, role=role, state=state, fault=fault, product=role))

    def wave(self, samples: list[int], spo2: int = 97, pulse: int = 72) -> None:
        """Sixty samples a second from the finger clip."""
        for number, sample in enumerate(samples):
            self.say(
                instruments.Pleth(
                    device="oximeter",
                    t_ns=1 + number * 1_000_000_000 // 60,
                    wave=sample,
                    spo2=spo2,
                    pulse_rate=pulse,
                    perfusion_index=4.0,
                    flags=(),
                )
            )

    def progress(self, act: Act, phase: str, fraction: float = 0.0, pressure: int | None = None) -> None:
        """Where an act stands."""
        self.say(instruments.Progress(act=act, phase=phase, fraction=fraction, cuff_pressure=pressure))

    def oximetry(self, spo2: float = 97, pulse: float = 72, **quality: Any) -> Measurement:
        """The oximetry asked for last gives a reading."""
        return self.reading((Value(Kind.SPO2, spo2, "%"), Value(Kind.PULSE_RATE, pulse, "/min")), **quality)

    def pressure(self, systolic: float = 122, diastolic: float = 78, **quality: Any) -> Measurement:
        """The inflation asked for last gives a reading."""
        values = (
            Value(Kind.SYSTOLIC, systolic, "mm[Hg]"),
            Value(Kind.DIASTOLIC, diastolic, "mm[Hg]"),
            Value(Kind.PULSE_RATE, 72.0, "/min"),
        )
        return self.reading(values, **quality)

    def reading(
        self, values: tuple[Value, ...], grade: Grade = Grade.GOOD, reasons: tuple[Reason, ...] = ()
    ) -> Measurement:
        """The act asked for last gives these values."""
        asked = self.all(instruments.Measure)[-1]
        measurement = Measurement(
            id=asked.id,
            act=asked.act,
            values=tuple(Value(v.kind, float(v.value), v.unit) for v in values),
            effective=Instant("2026-11-24T10:30:00+00:00", 1, BOOT, "synced"),
            device=DEVICES.get(asked.act, SCALE),
            quality=Quality(grade, reasons),
            attempt=asked.attempt,
            site=asked.site,
            position=asked.position,
            cuff_size=asked.cuff_size,
            raw=b"\x80\x01",
        )
        self.say(instruments.Measured(measurement=measurement))
        return measurement

    def fail(self, fault: str, remedy: str = "") -> None:
        """The act asked for last gives nothing."""
        asked = self.all(instruments.Measure)[-1]
        at = Instant("2026-11-24T10:30:00+00:00", 1, BOOT, "synced")
        self.say(instruments.MeasureFailed(id=asked.id, act=asked.act, fault=fault, at=at, remedy=remedy))

    def alarm(self, number: int = -1, **said: Any) -> None:
        """The truth about an alarm the session raised."""
        raised = self.all(station.RaiseAlarm)[number]
        self.say(
            station.Alarm(
                alarm=raised.alarm,
                visit=raised.visit,
                rule=raised.rule,
                level=raised.level,
                quiet=raised.quiet,
                raised_at="2026-11-24T10:30:00+00:00",
                **said,
            )
        )

    # ---- what the hub says, sealed to the session's own key

    def tell(self, kind: type[Any], /, **said: Any) -> UUID:
        """Seal and sign a live message as the hub does; returns its id."""
        live = kind(id=uuid4(), visit=self.visit, at="2026-11-24T10:31:00+00:00", **said)
        opened = [each for each in self.lives() if isinstance(each, talk.SessionKey)]
        raw = opened[-1].session_key
        X25519PublicKey.from_public_bytes(raw)  # it is one
        reply = close_reply(
            documents.encode(live),
            station=self.state.station,
            to=PublicKey(key_id(raw), raw, 0, 2**40),
            schema=talk.LIVE_SCHEMA,
            private=self.state.signing,
        )
        message = station.LiveMessage(id=uuid4(), reply=reply)
        self.say(message)
        return message.id

    def connect_call(self, name: str = "Dr. Grace Kim") -> None:
        """A provider takes the call."""
        self.say(station.CallState(state="connecting"))
        self.tell(talk.ProviderJoined, name=name, role="physician")
        self.say(station.CallState(state="connected"))
