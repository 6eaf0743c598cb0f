"""Core and media: messages over media's connection to core's socket (contract.link).

Media connects to core's media socket, says Hello, and passes two rings (contract.frames): what comes in
("remote") and what goes out ("self"). Core hands their descriptors on to the session unread.
"""

from uuid import UUID

import msgspec

from contract.profile import MediaConfig
from contract.wire import IceServer


class _Message(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    pass


class MediaHello(_Message, tag="hello", frozen=True):
    """Media is up."""

    pid: int


class Ring(_Message, tag="ring", frozen=True):
    """A frame ring; its memfd and eventfd travel beside this. `which`: "remote" or "self"."""

    which: str


class LocalDescription(_Message, tag="local-description", frozen=True):
    """Media's offer for a call, all candidates inside."""

    call: UUID
    generation: int
    sdp: str


class MediaState(_Message, tag="state", frozen=True):
    """Sent on every change and every 2 s in a call. Faults are ids with words in the session.

    `camera`, `microphone`: "off", "on", "muted", "absent", "failed"; `call`: "none", "connecting",
    "connected", "lost", "failed". Counters are totals of this call; bitrates in kbit/s.
    """

    camera: str
    microphone: str
    speaker: str
    call: str
    camera_name: str = ""
    frames_sent: int = 0
    frames_received: int = 0
    kbit_out: float = 0.0
    kbit_in: float = 0.0
    level_in: float = 0.0  # microphone level 0..1
    fault: str = ""


class DataReceived(_Message, tag="data", frozen=True):
    """A text message on the data channel (not used for anything that must last)."""

    call: UUID
    text: str


FromMedia = MediaHello | Ring | LocalDescription | MediaState | DataReceived


class Configure(_Message, tag="configure", frozen=True):
    """First answer to Hello."""

    media: MediaConfig


class OpenCamera(_Message, tag="open-camera", frozen=True):
    """Consent was given: camera and microphone may be opened, the self ring fills."""


class CloseCamera(_Message, tag="close-camera", frozen=True):
    """Camera and microphone are closed."""


class StartCall(_Message, tag="start-call", frozen=True):
    """Make an offer for this call; a higher generation replaces the peer connection before."""

    call: UUID
    generation: int
    ice_servers: tuple[IceServer, ...] = ()


class RemoteDescription(_Message, tag="remote-description", frozen=True):
    """The browser's answer."""

    call: UUID
    generation: int
    sdp: str


class EndCall(_Message, tag="end-call", frozen=True):
    """Close the peer connection; camera and microphone close with it."""

    call: UUID


class Controls(_Message, tag="controls", frozen=True):
    """What the patient set. `volume` 0..1."""

    microphone: bool
    camera: bool
    volume: float


class Wave(_Message, tag="wave", frozen=True):
    """Samples for the data channel (label "wave"): JSON {kind, t_ns, rate_hz, samples} to the browser."""

    kind: str  # "pleth"
    t_ns: int
    rate_hz: float
    samples: tuple[int, ...]


ToMedia = Configure | OpenCamera | CloseCamera | StartCall | RemoteDescription | EndCall | Controls | Wave
