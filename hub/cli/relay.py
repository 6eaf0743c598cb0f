"""The relay's configuration."""

import argparse
import contextlib
import ipaddress
import secrets
from pathlib import Path
from typing import Final

from hub.calls import relay_config
from hub.cli.common import Commands
from hub.errors import ProblemError
from hub.files import write_private

SECRET_BYTES: Final = 32
LEAST_SECRET: Final = 20  # characters: shorter ones can be tried out from a credential that was seen


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    words = _relay_config.__doc__ or ""
    relay = commands.add_parser("relay-config", help=words, description=f"{words} {_relay_config_more}")
    relay.set_defaults(run=_relay_config)
    relay.add_argument("--name", required=True, help="the relay's host name, for instance turn.example.org")
    relay.add_argument(
        "--secret-file",
        type=Path,
        required=True,
        help="the secret shared with the hub (serve --turn-secret-file); made when it is not there",
    )
    relay.add_argument("--cert", type=Path, help="certificate with its chain (PEM): TLS on port 443")
    relay.add_argument("--key", type=Path, help="its key (PEM)")
    relay.add_argument("--listen", action="append", default=[], metavar="ADDRESS", help="default: all")
    relay.add_argument("--external-ip", default="", help="PUBLIC or PUBLIC/PRIVATE, behind translation")
    relay.add_argument(
        "--allow",
        action="append",
        default=[],
        metavar="NETWORK",
        help="a private network whose browsers and stations may be reached all the same, like 10.7.0.0/16; "
        "also the relay's own address when that is private",
    )
    relay.add_argument("--port", type=int, default=3478, help="UDP and TCP (default %(default)s)")
    relay.add_argument("--tls-port", type=int, default=443, help="TLS (default %(default)s)")
    relay.add_argument("--ports", default="49152-65535", metavar="FIRST-LAST", help="UDP ports to relay on")


_relay_config_more: Final = (
    "Write it to /etc/turnserver.conf (mode 0640, root:turnserver), restart coturn, and start the hub with "
    "--turn-url turn:NAME:3478?transport=udp --turn-url turn:NAME:3478?transport=tcp "
    "--turn-url turns:NAME:443?transport=tcp and --turn-secret-file."
)


def _relay_config(options: argparse.Namespace) -> int:
    """Print a hardened turnserver.conf for a coturn relay."""
    try:
        first, _, last = options.ports.partition("-")
        config = relay_config.RelayConfig(
            name=options.name,
            secret=_secret(options.secret_file),
            certificate=options.cert,
            key=options.key,
            listen=tuple(options.listen),
            external=options.external_ip,
            allowed=tuple(ipaddress.ip_network(network, strict=False) for network in options.allow),
            port=options.port,
            tls_port=options.tls_port,
            least_port=int(first),
            most_port=int(last),
        )
        print(relay_config.text(config), end="")
    except (OSError, ValueError) as error:
        raise ProblemError(422, "relay", f"No configuration was made: {error}.") from error
    return 0


def _secret(path: Path) -> str:
    """Return the shared secret, made when there is none; ValueError when it is too short to be one."""
    with contextlib.suppress(FileExistsError):
        write_private(path, f"{secrets.token_urlsafe(SECRET_BYTES)}\n".encode())
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < LEAST_SECRET:
        raise ValueError(f"the secret in {path} has less than {LEAST_SECRET} characters")
    return secret
