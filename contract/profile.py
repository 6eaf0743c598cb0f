"""The signed configuration of a station. Numbers carry their unit in their name.

Signed by the hub's root key; a station refuses what it cannot verify. Secrets are never in it.
"""

from typing import Final, Literal
from uuid import UUID

import msgspec

from contract.seal import SealError, Signed, verify

PROFILE: Final = "carepost/profile/1"


class Screen(msgspec.Struct, frozen=True):
    """The physical screen. Width and height of the picture in pixels and its real width in mm."""

    width_px: int = 1920
    height_px: int = 1080
    width_mm: float = 476.0  # 21.5 in, 16:9

    @property
    def px_per_mm(self) -> float:
        """Pixels in a millimetre."""
        return self.width_px / self.width_mm


class DeviceConfig(msgspec.Struct, frozen=True):
    """A device of the station.

    `role`: "oximeter", "cuff", "thermometer", "scale", "glucose-meter", "heart-monitor" or "scanner".
    `driver`: a registered name, or "auto": what is found there, among the role's drivers.
    `port`: where it is. `/dev/…` a serial line; `hid:PLACE` and `usb:PLACE` a USB device by the place of its
    socket ("1-2.4"); `ble:ADDRESS` by its Bluetooth address; `evdev:PATH` a keyboard-like scanner; "auto":
    wherever it is found.
    `serial` tells two of a kind apart; empty: any. Dates are ISO dates, empty: not known.
    """

    id: str
    role: str
    driver: str
    port: str
    personal: bool = False  # belongs to one person: its memory may be read, its clock set
    serial: str = ""
    calibrated_on: str = ""
    calibrated_by: str = ""  # who checked the calibration
    calibration_due: str = ""
    pattern: str = ""  # of a scanner: the regular expression a whole card must match; others are dropped


class Timing(msgspec.Struct, frozen=True):
    """How long things take. A demo shortens `rest_s` and `between_s`; the screen says so."""

    rest_s: int = 300
    between_s: int = 60
    idle_s: int = 90
    still_here_s: int = 30  # never under 20
    provider_wait_s: int = 180  # the promised time
    measure_timeout_s: int = 60
    shortened: bool = False


class Help(msgspec.Struct, frozen=True):
    """Numbers and words for help; per country and site."""

    emergency_number: str = "911"
    crisis_number: str = "988"
    poison_number: str = "1-800-222-1222"
    in_person_places: tuple[str, ...] = ()


class MediaConfig(msgspec.Struct, frozen=True):
    """Camera and sound sources; see `python -m media --help` for their forms."""

    camera: str = "auto"  # "auto", "v4l2:/dev/video0", "file:PATH", "synthetic"
    microphone: str = "auto"  # "auto", "device:NAME", "file:PATH", "tone", "silence"
    speaker: str = "auto"  # "auto", "device:NAME", "none"
    width: int = 1280
    height: int = 720
    fps: int = 30
    max_bitrate_kbit: int = 2500


class LinkConfig(msgspec.Struct, frozen=True):
    """What delivery may take of the way to the hub. Alerts always go; see `offline_queue.budget`."""

    metered: bool = False  # readings first, then documents, media in the gaps
    cap_kbit: int = 0  # of all delivery, kbit/s on average; 0: no cap
    call_share_percent: int = 10  # in a call, of the link as measured, for all but alerts
    media_kbit_in_call: int = 64  # in a call, for media and logs at most, kbit/s


class SpaceConfig(msgspec.Struct, frozen=True):
    """What each lane of the queue may keep that the hub does not have yet, MiB. Alerts and readings: all."""

    document_mib: int = 1024
    media_mib: int = 4096
    log_mib: int = 64


class Profile(msgspec.Struct, frozen=True):
    """Everything a station is told about itself."""

    version: int
    station: UUID
    name: str
    address: str
    site_phone: str
    hub_url: str  # https://host:port of the stations' mutual TLS listener
    languages: tuple[str, ...] = ("en", "es")
    consent_version: str = "2026-11"
    screen: Screen = Screen()
    devices: tuple[DeviceConfig, ...] = ()
    timing: Timing = Timing()
    help: Help = Help()
    media: MediaConfig = MediaConfig()
    link: LinkConfig = LinkConfig()
    space: SpaceConfig = SpaceConfig()
    keep_days: int = 7  # what is delivered stays for so long, disk permitting
    forget_when: Literal["stored", "backed_up"] = "stored"  # … and then after `keep_days`
    pressure_scheme: str = "esh"  # of `contract.quality.schemes`: "esh" or "aha"
    clinical: dict[str, float] = {}  # a medical director's changes to [P] numbers, by name


def open_profile(encoded: bytes, root_public: bytes) -> Profile:
    """Verify and decode a signed profile; SealError when it is not the hub's or not a profile."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        return msgspec.msgpack.decode(verify(signed, context=PROFILE, public=root_public), type=Profile)
    except msgspec.DecodeError as error:
        raise SealError(f"not a profile: {error}") from error
