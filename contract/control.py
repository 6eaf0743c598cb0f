"""Core and media: messages over media's connection to core's socket (contract.link).

Media connects to core's media socket, says Hello, and passes three rings (contract.frames): what comes in
("remote"), what goes out ("self") and what a picture is aimed at ("exam"). Core hands their descriptors on to
the session unread, as it does with what was taken (contract.capture).
"""

from uuid import UUID

from contract.capture import (
    Aim,
    AimOver,
    CameraControls,
    Guidance,
    Looks,
    NotTaken,
    Play,
    Played,
    SetCamera,
    SoundShown,
    StopPlaying,
    StopTake,
    Take,
    Taken,
    Watch,
)
from contract.message import Message
from contract.profile import MediaConfig
from contract.wire import IceServer, Stream


class MediaHello(Message, tag="hello", frozen=True):
    """Media is up."""

    pid: int


class Ring(Message, tag="ring", frozen=True):
    """A frame ring; its memfd and eventfd travel beside this. `which`: "remote", "self" or "exam"."""

    which: str


class LocalDescription(Message, tag="local-description", frozen=True):
    """Media's offer for a call, all candidates inside."""

    call: UUID
    generation: int
    sdp: str


class FeedsDescription(Message, tag="feeds-description", frozen=True):
    """Media's answer to Subscribe, all candidates inside."""

    call: UUID
    generation: int
    sdp: str


class MediaState(Message, tag="state", frozen=True):
    """Sent on every change and every 2 s in a call. Faults are ids with words in the session.

    `camera`, `microphone`: "off", "on", "muted", "absent", "failed"; `call`: "none", "connecting",
    "connected", "lost", "failed". Counters are totals of this call; bitrates in kbit/s; losses
    0..1, before repair.
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
    available_kbit: float = 0.0  # what the way out is measured to carry; 0: not known yet
    target_kbit: float = 0.0  # what of it our picture may use now
    width_out: int = 0  # of the picture sent now; 0: none is
    height_out: int = 0
    fps_out: float = 0.0
    rtt_ms: float = 0.0  # there and back; 0: not known yet
    loss_out: float = 0.0
    loss_in: float = 0.0
    level_out: float = 0.0  # of what the loudspeaker plays, 0..1
    microphone_name: str = ""
    speaker_name: str = ""
    microphone_finding: str = ""  # what is wrong with the sound of a microphone that works: a fault's id
    step_out: str = "full"  # what is given up of what we send: full, smaller, slower, still, sound, text
    step_in: str = "full"  # … and of what the other end sends
    way: str = ""  # how media goes: direct, relay-udp, relay-tcp, relay-tls, relay-far; empty: it does not
    exam: str = "off"  # the camera a picture or clip is aimed with, as `camera`; never "muted"
    recovered_in: int = 0  # lost packets of the other end's picture that parity gave back, in this call


class DataReceived(Message, tag="data", frozen=True):
    """A text message on the data channel (not used for anything that must last)."""

    call: UUID
    text: str


class SoundTested(Message, tag="sound-tested", frozen=True):
    """How the sound test goes, and what it found.

    `step`: "listening" to the room, "playing" the test sound, or empty. Faults are ids with words. `room_db`:
    level of the room at the microphone, against full scale. `heard`: the microphone heard the loudspeaker,
    `delay_ms` after it was given out (a headset's does not).
    """

    running: bool
    step: str = ""
    speaker: str = ""
    speaker_fault: str = ""
    microphone: str = ""
    microphone_fault: str = ""
    room_db: float = -120.0
    heard: bool = False
    delay_ms: float = 0.0


class SoundLevel(Message, tag="sound-level", frozen=True):
    """How loud it is at the microphone and in the loudspeaker, in tenths (0: nothing anybody would hear).

    Said five times a second at most, and only what is another than before.
    """

    microphone: int = 0
    speaker: int = 0


class CameraTested(Message, tag="camera-tested", frozen=True):
    """What the camera's test found: its name, a fault's id, and whether there is anything in its pictures."""

    camera: str = ""
    fault: str = ""
    sees: bool = False


class Headphones(Message, tag="headphones", frozen=True):
    """Are headphones plugged in? Told at the start and on every change."""

    plugged: bool


class Chimed(Message, tag="chimed", frozen=True):
    """Whether the tones came from a loudspeaker: not where there is none, and not into a headset."""

    sounded: bool


FromMedia = (
    MediaHello
    | Ring
    | LocalDescription
    | MediaState
    | DataReceived
    | Taken
    | NotTaken
    | Guidance
    | CameraControls
    | Played
    | SoundShown
    | FeedsDescription
    | SoundTested
    | SoundLevel
    | CameraTested
    | Headphones
    | Chimed
    | Looks
)


class Configure(Message, tag="configure", frozen=True):
    """First answer to Hello."""

    media: MediaConfig


class OpenCamera(Message, tag="open-camera", frozen=True):
    """Consent was given: camera and microphone may be opened, the self ring fills."""


class CloseCamera(Message, tag="close-camera", frozen=True):
    """Camera and microphone are closed."""


class StartCall(Message, tag="start-call", frozen=True):
    """Make an offer for this call; a higher generation replaces the peer connection before."""

    call: UUID
    generation: int
    ice_servers: tuple[IceServer, ...] = ()
    room: bool = False  # only send: pictures and voices of the others come by Subscribe


class Subscribe(Message, tag="subscribe", frozen=True):
    """A room's offer of what the others send; `generation` counts these alone."""

    call: UUID
    generation: int
    sdp: str
    streams: tuple[Stream, ...]
    ice_servers: tuple[IceServer, ...] = ()


class RemoteDescription(Message, tag="remote-description", frozen=True):
    """The browser's answer."""

    call: UUID
    generation: int
    sdp: str


class EndCall(Message, tag="end-call", frozen=True):
    """Close the peer connection; camera and microphone close with it."""

    call: UUID


class Controls(Message, tag="controls", frozen=True):
    """What the patient set. `volume` 0..1."""

    microphone: bool
    camera: bool
    volume: float


class Wave(Message, tag="wave", frozen=True):
    """Samples for the data channel (label "wave"): JSON {kind, t_ns, rate_hz, samples} to the browser.

    `kind`: "pleth", "sound" or "ecg". `t_ns`: of the last sample, by the monotonic clock pictures are stamped
    with. A sample None is a gap: the device says that there is no signal.
    """

    kind: str
    t_ns: int
    rate_hz: float
    samples: tuple[int | None, ...]


class TestSound(Message, tag="test-sound", frozen=True):
    """Play the test sound, with the microphone open to hear it; answered by `SoundTested`, several times."""


class TestCamera(Message, tag="test-camera", frozen=True):
    """Look through the camera for a moment; answered by `CameraTested`. Nobody sees the pictures."""


class Chime(Message, tag="chime", frozen=True):
    """Sound three tones that call a person on site, once; answered by `Chimed`. Not while a call is on."""


ToMedia = (
    Configure
    | OpenCamera
    | CloseCamera
    | StartCall
    | RemoteDescription
    | EndCall
    | Controls
    | Wave
    | Aim
    | AimOver
    | Take
    | StopTake
    | SetCamera
    | Play
    | StopPlaying
    | Subscribe
    | TestSound
    | TestCamera
    | Chime
    | Watch
)
