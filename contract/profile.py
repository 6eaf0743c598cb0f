"""The signed configuration of a station. Numbers carry their unit in their name.

Signed by the hub's root key; a station refuses what it cannot verify. Secrets are never in it.
"""

from typing import Any, Final, Literal
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
    site: str = ""  # where a thermometer measures, if it does not say so itself: "oral", "axillary", …


class Timing(msgspec.Struct, frozen=True):
    """How long things take. A demo shortens `rest_s` and `between_s`; the screen says so."""

    rest_s: int = 300
    between_s: int = 60
    idle_s: int = 90
    still_here_s: int = 30  # never under 20
    provider_wait_s: int = 180  # the promised time
    measure_timeout_s: int = 60
    shortened: bool = False
    clean_s: int = 30  # touch is locked for so long while the screen is wiped; 0: no cleaning step


class Help(msgspec.Struct, frozen=True):
    """Numbers and words for help; per country and site."""

    emergency_number: str = "911"
    crisis_number: str = "988"
    poison_number: str = "1-800-222-1222"
    in_person_places: tuple[str, ...] = ()


class PagingConfig(msgspec.Struct, frozen=True):
    """How "Get a person" calls somebody on site, and how long it waits before the hub is told.

    `chime`: tones from this station's loudspeaker. `url`: https address that gets a JSON POST (station, its
    place, kind, time; nothing of a patient): a nurse call, a pager. Without either the hub is told at once.
    """

    chime: bool = True
    url: str = ""
    answer_s: int = 60


class Promises(msgspec.Struct, frozen=True):
    """What patients are told when no call comes about, in minutes; the hub's clocks run by it."""

    review_min: int = 24 * 60  # until a provider has looked at a case that was left
    call_back_min: int = 120  # … has called, where "as soon as you can" was chosen


class MediaConfig(msgspec.Struct, frozen=True):
    """Camera and sound sources; see `python -m media --help` for their forms."""

    camera: str = "auto"  # "auto", "v4l2:/dev/video0", "file:PATH", "synthetic"
    microphone: str = "auto"  # "auto", "device:NAME", "file:PATH", "tone", "silence"
    speaker: str = "auto"  # "auto", "device:NAME", "none"
    width: int = 1280
    height: int = 720
    fps: int = 30
    max_bitrate_kbit: int = 2500
    relay_only: bool = False  # calls go through the hub's relay and give no address of either end away
    relay_ca: str = ""  # whom to believe over TLS: PEM text or a file's path; empty: the system's authorities
    headset_first: bool = True  # while one is plugged in, it goes before the microphone and speaker named
    sound_processing: bool = True  # echo, noise and gain; off where the device itself does it
    stethoscope: str = "none"  # "none", "device:NAME", "file:PATH", "synthetic"
    exam_camera: str = ""  # a second camera for pictures of the body; forms as `camera`, empty: there is none
    min_bitrate_kbit: int = 15  # of a call's way out, below which it is not held to be narrower
    start_bitrate_kbit: int = 300  # … at its start, until it is measured
    dermoscope: str = ""  # a lens on the skin; forms as `camera` (may be the exam camera's), empty: none


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


class TakeAwayConfig(msgspec.Struct, frozen=True):
    """What a patient can take home, and who answers for what is kept.

    `link_url`: where patients' phones reach the hub's console, without a slash at its end ("https://…");
    empty: no link is offered. `printer`: the name of a CUPS queue; empty: there is none.
    """

    printer: str = ""
    link_url: str = ""
    link_days: int = 90  # a link can be opened for so long
    records_contact: str = (
        ""  # whom to ask about what is kept: phone, e-mail or place; empty: the site's phone
    )


class StaffConfig(msgspec.Struct, frozen=True):
    """Staff sign-in. Nobody's badge, PIN or verifier is ever in a profile."""

    sign_out_s: int = 180  # without a touch, then the session signs out by itself; a call holds it off
    shift_h: float = 12  # the longest from sign-in to sign-out
    offline_unlocked: bool = (
        False  # without the hub also where a taken disk could be read: the verifiers are on it
    )


class UpdatesConfig(msgspec.Struct, frozen=True):
    """How updates come. `hours`: when the station may restart for one, local time; from == to: always.

    `url`: where they are looked for instead of at the hub ("https://…"); who is trusted stays the same.
    `by_launcher`: where no systemd of ours starts the agent (a checkout, `python -m kiosk`), the launcher
    does, if the station's folder says whom to trust (update-root.json).
    """

    channel: str = "stable"
    hours: str = "01:00-05:00"
    url: str = ""
    by_launcher: bool = False


class UsbAllowed(msgspec.Struct, frozen=True):
    """A USB device that is no measuring device: touch screen, camera, headset, Bluetooth.

    `id`: "046d:0825". `interfaces`: all it may have, as class:subclass:protocol in hexadecimal, "*" for any
    subclass or protocol ("0e:*:*"). `serial` and `port` ("1-2.4") where they are to be its own; empty: any.
    """

    id: str
    interfaces: tuple[str, ...]
    serial: str = ""
    port: str = ""


class LockdownConfig(msgspec.Struct, frozen=True):
    """What a locked station lets in and out, beside its devices and the hub (docs/lockdown.md).

    Places are "host:port". Without relays, calls may use any relay on the ports usual for them.
    """

    usb: tuple[UsbAllowed, ...] = ()
    relays: tuple[str, ...] = ()
    printers: tuple[str, ...] = ()
    time_servers: tuple[str, ...] = ()  # empty: whatever time server the network names


class LogsConfig(msgspec.Struct, frozen=True):
    """Where this station's log goes besides its own memory: a syslog server by TLS (RFC 5425).

    `syslog`: "host" or "host:port" (6514); empty: nowhere. `ca`: PEM of whom it is believed by; `name`: what
    its certificate must be for. There is no patient's data in a log.
    """

    syslog: str = ""
    ca: str = ""
    name: str = ""


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
    voice_names_key: bool = True  # the idle screen says aloud, every 30 s, by which key it speaks
    paging: PagingConfig = PagingConfig()
    promises: Promises = Promises()
    questions: bytes = b""  # a clinic's own questionnaires, as `python -m kiosk questions pack` gives them
    minor_under_years: int = 18  # who is younger is asked for a guardian
    phone_codes: bool = False  # the hub sends codes to phones, so that a phone can show who it is
    take_away: TakeAwayConfig = TakeAwayConfig()
    self_test_at: str = "06:00"  # local time of the morning's test of itself (it sounds); empty: none
    setting: Literal["walk-in", "ltc"] = "walk-in"  # "ltc": staff sign in and do rounds (long-term care)
    staff: StaffConfig = StaffConfig()
    updates: UpdatesConfig = UpdatesConfig()
    lockdown: LockdownConfig = LockdownConfig()
    logs: LogsConfig = LogsConfig()


def open_profile(encoded: bytes, root_public: bytes) -> Profile:
    """Verify and decode a signed profile; SealError when it is not the hub's or not a profile."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        return msgspec.msgpack.decode(verify(signed, context=PROFILE, public=root_public), type=Profile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError(f"not a profile: {error}") from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a profile; nothing beside what it names belongs in one."""
    made = msgspec.json.schema(Profile)
    for part in made["$defs"].values():
        part["additionalProperties"] = part.get("additionalProperties", False)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
