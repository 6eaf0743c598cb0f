"""Settings and limits of a hub. Every limit is a field here; nothing is hidden in the code."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    code_life_s: int = 900  # one-time codes, of people and of stations
    session_idle_s: int = 3600
    session_life_s: int = 12 * 3600
    failures_window_s: int = 900
    failures_per_account: int = 5  # wrong passwords or codes in a window
    failures_per_address: int = 30
    json_body: int = 64 << 10
    chat_chars: int = 2000
    plan_chars: int = 20_000
    sdp_chars: int = 64 << 10
    socket_message: int = 2 << 20
    socket_backlog: int = 512  # messages waiting for a slow peer before it is let go
    presence_s: int = 60  # a provider without socket or request for so long does not count as on call
    provider_lost_s: float = 15.0  # a provider's socket gone for so long in a call ends it
    restart_grace_s: float = 45.0  # the same, counted from the hub's start
    interrupted_after_s: float = 120.0  # quiet time before a visit of an earlier boot is closed
    sweep_s: float = 1.0
    retry_filing_s: float = 2.0
    tell_backups_s: float = 5.0  # a new backup is looked for so often
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
    """A coturn server with a shared secret (`use-auth-secret`); credentials live `life_s`."""

    urls: tuple[str, ...]
    secret: str
    life_s: int = 600


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
