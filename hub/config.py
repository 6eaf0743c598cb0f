"""Settings and limits of a hub. Every limit is a field here; nothing is hidden in the code."""

from dataclasses import dataclass, field
from pathlib import Path

from hub.knowing.gateway import Gateway


@dataclass(frozen=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    invite_life_s: int = 900  # of a link into a call that nobody has opened yet
    room_linger_s: float = 10.0  # a room goes on for so long while two people find back to each other
    phone_country: str = "+1"  # of a phone number without a country's prefix
    phone_code_life_s: int = 600
    phone_code_tries: int = 5
    codes_per_phone: int = 3  # in `failures_window_s`, as the following
    codes_per_visit: int = 4
    codes_per_station: int = 60
    claims_per_key: int = 5  # wrong birth dates for one card or phone
    claims_per_station: int = 60
    code_life_s: int = 900  # one-time codes, of people and of stations
    bound_code_life_s: int = 14 * 86_400  # of a station's code that only one machine can use
    enrol_wait_s: int = 3600  # a machine that used its code may wait so long for the operator's yes
    enrol_hold_s: float = 10.0  # … of which one request is held open
    session_idle_s: int = 3600
    session_life_s: int = 12 * 3600
    failures_window_s: int = 900
    failures_per_account: int = 5  # wrong passwords or codes in a window
    failures_per_address: int = 30
    json_body: int = 64 << 10
    chat_chars: int = 2000
    plan_chars: int = 20_000
    refused_bytes: int = 64 << 20  # kept of what a station sends that does not verify, until it is settled
    sdp_chars: int = 64 << 10
    socket_message: int = 2 << 20
    socket_backlog: int = 512  # messages waiting for a slow peer before it is let go
    presence_s: int = 60  # a provider without socket or request for so long does not count as on call
    provider_lost_s: float = 15.0  # a provider's socket gone for so long in a call ends it
    restart_grace_s: float = 45.0  # the same, counted from the hub's start
    interrupted_after_s: float = 120.0  # quiet time before a visit of an earlier boot is closed
    sweep_s: float = 1.0
    watch_s: float = 2.0  # how often new profiles and orders are looked for
    seen_s: float = 30.0  # how often it is noted that a connected station is there
    order_again_s: float = 30.0  # an order without an answer is said again
    retry_filing_s: float = 2.0
    tell_backups_s: float = 5.0  # a new backup is looked for so often
    tell_staff_s: float = 2.0  # a changed staff list is looked for so often
    staff_list_days: float = 7.0  # staff can sign in without the hub for so long; told anew after half of it
    forget_links_s: float = 3600.0  # what links that have ended led to is deleted so often
    file_life_s: float = 600.0  # of the address of one file behind a link
    forward_poll_s: float = 2.0  # how often is looked for something to forward
    forward_timeout_s: float = 60.0  # for one answer of a record that visits are forwarded to
    forward_first_s: float = 2.0  # before it is tried again, then twice as long each time
    forward_most_s: float = 3600.0  # but no longer than this
    forward_answer: int = 16 << 20  # bytes of an answer
    page: int = 50  # FHIR search results a page, when not asked for
    page_max: int = 200
    earlier_visits: int = 10
    certificate_days: int = 825
    key_days: int = 3650
    key_overlap_days: float = 7.0  # from publishing a new signing key until it is used
    key_warning_days: float = 60.0  # before a key ends without a successor
    late_after_s: float = 600.0  # a reading that came so long after it was made is called late


@dataclass(frozen=True)
class Turn:
    """A coturn server with a shared secret (`use-auth-secret`); credentials live `life_s` (600 at most)."""

    urls: tuple[str, ...]
    secret: str
    life_s: int = 600


@dataclass(frozen=True)
class Media:
    """A Janus for calls of three and more: its WebSocket API, its secret, and the key for new rooms."""

    url: str
    secret: str
    admin_key: str


@dataclass(frozen=True)
class Config:
    """How one hub runs. `public_name` is the host name both listeners are known by outside."""

    data: Path
    host: str = "127.0.0.1"
    console_port: int = 8080
    station_port: int = 8443
    tls_cert: Path | None = None
    tls_key: Path | None = None
    public_name: str | None = None
    turn: Turn | None = None
    media: Media | None = None
    texts: Gateway | None = None  # what carries codes to phones
    limits: Limits = field(default_factory=Limits)

    @property
    def name(self) -> str:
        """The name in addresses the hub hands out."""
        if self.public_name:
            return self.public_name
        return "localhost" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104

    @property
    def tls(self) -> bool:
        """Whether the console speaks TLS."""
        return self.tls_cert is not None
