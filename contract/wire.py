"""Station and hub: what goes over the stations' mutual TLS listener, and enrolment.

HTTP (msgpack bodies):
    POST /station/v1/envelopes   list[SignedEnvelope]  ->  signed Receipt (contract.envelope)
    GET  /station/v1/keys        ->  signed KeySet (contract.seal)
    GET  /station/v1/profile     ->  signed Profile (contract.profile)
    GET  /station/v1/updates/…   ->  a file of the releases (TUF), also a part of it (HTTP ranges)
    WS   /station/v1/socket      ToHub one way, ToStation the other, a binary frame each
    WS   /station/v1/network-test  list[IceServer], then each frame comes back (a technician's network test)
Enrolment (EST-shaped, on the console's listener, authenticated by the code's pin):
    GET  /.well-known/est/cacerts        ->  PEM of the station CA
    POST /.well-known/est/simpleenroll   EnrolRequest  ->  EnrolAnswer, or 202 while the hub's operator has
                                         yet to compare the fingerprint: the same request is made again
Renewal, on the stations' listener:
    POST /.well-known/est/simplereenroll PEM request of the same key  ->  PEM certificate

The one-time code's form is in `contract.enrolment`.
What is not answered 200 leaves everything where it is; 429 and 503 carry Retry-After.
Nothing in these messages names a patient: `sealed` is for the hub's key, or signed and sealed to a session.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.envelope import SignedEnvelope
from contract.message import Message
from contract.readiness import Readiness
from contract.seal import Sealed
from contract.technician import TechnicianEntry, TechnicianNoted, TechnicianSecret

MAX_BATCH: Final = 100  # envelopes in a request
MAX_BODY: Final = 4 << 20  # bytes of a request


class EnrolRequest(msgspec.Struct, frozen=True):
    """PEM certificate request of the station's Ed25519 key, and the one-time code.

    `serial`: the machine's serial number by its firmware; a code may be bound to one.
    """

    code: str
    csr: bytes
    serial: str = ""


class EnrolAnswer(msgspec.Struct, frozen=True):
    """What a new station keeps. `root` is the hub's raw Ed25519 root key; the others are signed by it."""

    station: UUID
    certificate: bytes  # PEM
    ca: bytes  # PEM
    root: bytes
    keys: bytes
    profile: bytes
    root_signature: bytes  # the CA's signature over `root` under "carepost/root/1": pins it to the code


class StationStarted(Message, tag="station-started", frozen=True):
    """First message after each connection; a new boot id closes visits of earlier boots.

    `time` and `monotonic_ns` are one moment, as in `ClockTold`. A station too old to say leaves None.
    """

    boot_id: UUID
    time: str
    version: str
    waiting_visits: tuple[UUID, ...]
    monotonic_ns: int | None = None


class ClockTold(Message, tag="clock-told", frozen=True):
    """One moment by the station's two clocks; the hub answers with `HubTime`.

    `time` is the wall clock (RFC 3339 with offset) and `monotonic_ns` counts within `boot_id`, sleep included
    (`contract.measurement.since_boot_ns`). Beside the hub's own time of receiving it, this is what times of
    that boot are put right by. Told every ten minutes, and at once when the wall clock was seen to jump.
    """

    boot_id: UUID
    time: str
    monotonic_ns: int


class StationTrouble(Message, tag="station-trouble", frozen=True):
    """Something a technician must know of: once each time it comes up, late when the hub was away.

    `kind`: keys-expired, memory-short, memory-full, store-damaged, unreadable, profile-refused, badge-waits
    (too many wrong PINs), update-failed, update-rolled-back or content-refused. `since`: RFC 3339 by the
    station's clock. `detail`: in words for a technician; nothing of a patient.
    """

    kind: str
    since: str
    detail: str = ""


class StationStatus(Message, tag="station-status", frozen=True):
    """How the station does, for the hub's list: at each connection, when it changes, and every ten minutes.

    `profile`: the version in use. `waiting`: things without a receipt, the oldest put at `oldest` (RFC
    3339, to the hour; empty: none). `products`: what each device of the profile is, as it was found.
    """

    readiness: Readiness
    profile: int
    certificate_days: int
    waiting: int = 0
    oldest: str = ""
    products: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it


class OrderDone(Message, tag="order-done", frozen=True):
    """What came of an operator's order. `content`: a bundle of "diagnostics", JSON, nothing of a patient."""

    order: UUID
    ok: bool
    detail: str = ""
    content: bytes = b""


class CallRequest(Message, tag="call-request", frozen=True):
    """A patient (or a rule) asks for a provider. `level`: "E", "P" or "N" (no flag)."""

    visit: UUID
    level: str
    language: str
    needs: tuple[str, ...] = ()


class CallCancel(Message, tag="call-cancel", frozen=True):
    """The patient no longer waits, or ends the call."""

    visit: UUID
    reason: str = ""


class Stream(msgspec.Struct, frozen=True):
    """A picture ("video") or voice ("audio") in a description: its `mid`, and whose it is.

    Or texts ("data"): `label` is that of the data channel they come on.
    """

    mid: str
    kind: str
    person: UUID
    label: str = ""


class Signal(Message, tag="signal", frozen=True):
    """SDP, either way. `generation` rises with each new peer connection of the station's.

    In a room the hub offers "feeds" (what the others send) with generations of its own, which the station
    answers by "feeds-answer".
    """

    call: UUID
    generation: int
    kind: str  # "offer" (station), "answer" (browser or room), "feeds" (room), "feeds-answer" (station)
    sdp: str
    signed: bytes = b""  # contract.trust.Proof of the description's fingerprints, checked at the other end
    streams: tuple[Stream, ...] = ()  # of "feeds"


class CallRefused(Message, tag="call-refused", frozen=True):
    """Either way: a description was not believed and nothing of it was used. `why`: `trust.REFUSALS`."""

    call: UUID
    generation: int
    why: str


class AlertRaised(Message, tag="alert-raised", frozen=True):
    """Help must come even when no key fits: this much is in the clear."""

    alarm: UUID
    visit: UUID
    rule: str
    level: str
    quiet: bool
    raised_at: str
    repeat: int = 0


class AlertSeen(Message, tag="alert-seen", frozen=True):
    """A person on site has seen the alert. `by`: a role."""

    alarm: UUID
    by: str
    at: str


class StaffPaged(Message, tag="staff-paged", frozen=True):
    """Somebody pressed "Get a person" at `at`, and nobody on site came within the set time.

    Said again until `PageReceived`. `page`: None from a station too old to say. `quiet`: nothing may sound.
    """

    visit: UUID | None
    at: str
    page: UUID | None = None
    quiet: bool = False


class PageOver(Message, tag="page-over", frozen=True):
    """A person came on site: nobody need look after this page any more. `by`: a role."""

    page: UUID
    by: str
    at: str


class LiveOut(Message, tag="live-out", frozen=True):
    """A sealed live message from a session (talk.Live)."""

    visit: UUID
    sealed: Sealed


class LiveAck(Message, tag="live-ack", frozen=True):
    """The session has the hub's message; until then the hub keeps it."""

    id: UUID


class ShiftOut(Message, tag="shift-out", frozen=True):
    """A session's sealed ask of its shift (contract.residents)."""

    shift: UUID
    ask: UUID
    sealed: Sealed


class ShiftOver(Message, tag="shift-over", frozen=True):
    """Nobody is signed in under this shift any more; the hub answers no ask of it again."""

    shift: UUID


class VisitState(Message, tag="visit-state", frozen=True):
    """For the waiting list before any envelope has come: a visit began or ended here."""

    visit: UUID
    state: str  # "started", "ended"


class BackedUpNoted(Message, tag="backed-up-noted", frozen=True):
    """The station has noted, durably, what `BackedUp` with this `through` said; the hub may go on."""

    through: int


ToHub = (
    StationStarted
    | StationStatus
    | OrderDone
    | ClockTold
    | StationTrouble
    | TechnicianNoted
    | CallRequest
    | CallCancel
    | Signal
    | AlertRaised
    | AlertSeen
    | StaffPaged
    | LiveOut
    | LiveAck
    | VisitState
    | BackedUpNoted
    | CallRefused
    | PageOver
    | ShiftOut
    | ShiftOver
)


class HubHello(Message, tag="hub-hello", frozen=True):
    """The hub's answer to StationStarted."""

    epoch: UUID
    time: str
    keys: bytes  # signed KeySet
    receipt: bytes = b""  # signed, of nothing: it proves the epoch also to a station that has nothing to send


class HubTime(Message, tag="hub-time", frozen=True):
    """The hub's answer to `ClockTold`: its own time, and the station's count given back."""

    time: str
    monotonic_ns: int


class CallQueued(Message, tag="call-queued", frozen=True):
    """Place in line, honestly. `providers`: on call now; 0 means nobody will answer for now."""

    visit: UUID
    position: int
    estimate_s: int | None
    providers: int


class IceServer(msgspec.Struct, frozen=True):
    """A relay with short-lived credentials."""

    urls: tuple[str, ...]
    username: str = ""
    credential: str = ""


class CallAccepted(Message, tag="call-accepted", frozen=True):
    """A provider took the call; the station makes the offer. Said again when `room` changes.

    `room`: three or more, by the hub's media server; the newest offer then only sends, the others' pictures
    and voices come by signals "feeds".
    """

    visit: UUID
    call: UUID
    ice_servers: tuple[IceServer, ...] = ()
    room: bool = False


class CallRestart(Message, tag="call-restart", frozen=True):
    """The browser asks for a new offer (reload, network change)."""

    call: UUID


class CallEnded(Message, tag="call-ended", frozen=True):
    """The call is over at the other end. `reason`: "ended", "provider-lost", "transferred"."""

    visit: UUID
    call: UUID
    reason: str


class AlertAcknowledged(Message, tag="alert-acknowledged", frozen=True):
    """A person has seen the alert. `by`: a role, never a promise."""

    alarm: UUID
    by: str
    at: str


class AlertReceived(Message, tag="alert-received", frozen=True):
    """The hub has the alert; nobody has seen it yet."""

    alarm: UUID


class LiveIn(Message, tag="live-in", frozen=True):
    """A hub's signed and sealed message for a session (contract.seal.open_reply).

    `keep` false: of this moment only (real-time text); nobody keeps, repeats or acknowledges it.
    """

    id: UUID
    visit: UUID
    reply: bytes
    keep: bool = True


class ShiftIn(Message, tag="shift-in", frozen=True):
    """One part of the hub's signed and sealed answer to `ask` of a shift (contract.seal.open_reply).

    `keep` false: a refusal, which does not take the place of a list that the station has.
    """

    shift: UUID
    ask: UUID
    part: int
    parts: int
    reply: bytes
    keep: bool = True


class StaffTold(Message, tag="staff-told", frozen=True):
    """The newest signed staff list (contract.staff), to each station that has a facility or had one."""

    staff: bytes


class KeysChanged(Message, tag="keys-changed", frozen=True):
    """A newer signed key set."""

    keys: bytes


class BackedUp(Message, tag="backed-up", frozen=True):
    """A signed receipt (contract.envelope) of envelopes that are now in a verified backup of the hub.

    Told only to stations whose profile says `forget_when: backed_up`. `through` says how far this reaches.
    """

    receipt: bytes
    through: int


class ProfileChanged(Message, tag="profile-changed", frozen=True):
    """The station has another profile: it asks for it now."""

    version: int


ORDERS: Final = ("restart", "message", "diagnostics", "disable", "enable", "test")


class Order(Message, tag="order", frozen=True):
    """An operator wants something done, one of `ORDERS`; said again until `OrderDone`.

    `text`: the words on the screen of "message" (empty: none any more), why of "disable".
    """

    order: UUID
    kind: str
    text: str = ""


class PageReceived(Message, tag="page-received", frozen=True):
    """The hub has the page, on every console; nobody has answered it yet."""

    page: UUID


class PageAnswered(Message, tag="page-answered", frozen=True):
    """A person at the hub looks after the page. `by`: a role, never a promise."""

    page: UUID
    by: str
    at: str


ToStation = (
    HubHello
    | HubTime
    | CallQueued
    | CallAccepted
    | CallRestart
    | CallEnded
    | Signal
    | AlertAcknowledged
    | AlertReceived
    | LiveIn
    | KeysChanged
    | BackedUp
    | ProfileChanged
    | Order
    | CallRefused
    | PageReceived
    | PageAnswered
    | ShiftIn
    | StaffTold
    | TechnicianSecret
    | TechnicianEntry
)

_encoder: Final = msgspec.msgpack.Encoder()
_to_hub: Final[msgspec.msgpack.Decoder[ToHub]] = msgspec.msgpack.Decoder(ToHub)
_to_station: Final[msgspec.msgpack.Decoder[ToStation]] = msgspec.msgpack.Decoder(ToStation)
_batch: Final[msgspec.msgpack.Decoder[list[SignedEnvelope]]] = msgspec.msgpack.Decoder(list[SignedEnvelope])


def encode(message: "ToHub | ToStation | list[SignedEnvelope] | EnrolRequest | EnrolAnswer") -> bytes:
    """Return a message's bytes."""
    return _encoder.encode(message)


def decode_to_hub(data: bytes) -> ToHub:
    """Decode at the hub; msgspec.DecodeError when it is no such message."""
    return _to_hub.decode(data)


def decode_to_station(data: bytes) -> ToStation:
    """Decode at the station; msgspec.DecodeError when it is no such message."""
    return _to_station.decode(data)


def decode_batch(data: bytes) -> list[SignedEnvelope]:
    """Decode a request's envelopes; msgspec.DecodeError when they are none."""
    return _batch.decode(data)
