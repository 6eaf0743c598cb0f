"""The relay's configuration: a turnserver.conf for coturn that carries our calls and nothing else.

A relay is a way into the network it stands in. So peers in private, loopback and other special ranges are
denied unless they are allowed by name, there is no command line and no web page, no TCP towards peers, and
nobody gets in without a credential that the hub made and that ends within ten minutes (`hub.calls.ice`).
"""

import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# RFC 6890 and its registry: nothing there is a browser on the internet.
DENIED: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "::/128",
        "::1/128",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "fc00::/7",
        "fe80::/10",
        "ff00::/8",
    )
)


@dataclass(frozen=True)
class RelayConfig:
    """What is particular about one relay. Ports of listeners; bandwidth in kbit/s of one allocation."""

    name: str
    secret: str
    certificate: Path | None = None
    key: Path | None = None
    listen: tuple[str, ...] = ()  # addresses; none: all of the machine
    external: str = ""  # "PUBLIC" or "PUBLIC/PRIVATE" when the relay stands behind address translation
    allowed: tuple[Network, ...] = ()
    port: int = 3478
    tls_port: int = 443
    least_port: int = 49_152
    most_port: int = 65_535
    kbit: int = 6000


def text(config: RelayConfig) -> str:
    """Return the file's content. ValueError when its parts cannot be together."""
    if (config.certificate is None) != (config.key is None):
        raise ValueError("a certificate and its key go together")
    if any(character in config.secret + config.name for character in "\r\n"):
        raise ValueError("a secret or a name is one line")
    return "\n".join(_lines(config)) + "\n"


def _lines(config: RelayConfig) -> Iterator[str]:
    yield "# Carepost's relay, for coturn 4.6 (Debian's package), made by `python -m hub relay-config`."
    yield "# It holds the secret that the hub signs credentials with: mode 0640, root:turnserver."
    yield f"realm={config.name}"
    yield f"server-name={config.name}"
    yield "use-auth-secret"
    yield f"static-auth-secret={config.secret}"
    yield "fingerprint"
    yield from (f"listening-ip={address}" for address in config.listen)
    yield f"listening-port={config.port}"
    if config.external:
        yield f"external-ip={config.external}"
    yield f"min-port={config.least_port}"
    yield f"max-port={config.most_port}"
    yield from _tls(config)
    yield ""
    yield "# Nothing but calls, and not much of them at once"
    yield from ("no-cli", "no-tcp-relay", "no-multicast-peers", "no-software-attribute", "no-rfc5780")
    yield from ("no-stun-backward-compatibility", "stale-nonce=600", "max-allocate-lifetime=600")
    yield from ("channel-lifetime=600", "permission-lifetime=300", "max-allocate-timeout=15")
    yield from ("user-quota=24", "total-quota=2400", f"max-bps={config.kbit * 125}")
    yield ""
    yield "# Peers that are reached"
    yield from _peers("allowed", config.allowed)
    yield "# Peers that are not: this machine, private networks, and what is no address of a browser"
    yield from _peers("denied", DENIED)
    yield ""
    yield "# To the system's log, and no addresses of browsers beyond what coturn says by itself"
    yield "syslog"


def _tls(config: RelayConfig) -> Iterator[str]:
    if config.certificate is None:
        yield from ("no-tls", "no-dtls")
        return
    yield f"tls-listening-port={config.tls_port}"
    yield from (f"cert={config.certificate}", f"pkey={config.key}")
    yield from ("no-dtls", "no-tlsv1", "no-tlsv1_1")
    yield 'cipher-list="ECDHE+AESGCM:ECDHE+CHACHA20"'


def _peers(what: str, networks: Iterable[Network]) -> Iterator[str]:
    """Return ranges as coturn writes them: first-last, both included."""
    for network in networks:
        yield f"{what}-peer-ip={network[0]}-{network[-1]}"
