"""Where the hub's log goes besides its own machine."""

import argparse
import re
from pathlib import Path
from typing import Final

from contract.lockdown_words import PEER, SYSLOG_TLS, place
from contract.syslog import To, rsyslog
from hub.cli.common import Commands
from hub.errors import ProblemError

PATH: Final = re.compile(r'[^"\\$\x00-\x1f\x7f]+')  # what stays a path in rsyslog's quotes


def add_commands(commands: Commands) -> None:
    """Add the command."""
    words = _logs_config.__doc__ or ""
    logs = commands.add_parser("logs-config", help=words, description=words)
    logs.set_defaults(run=_logs_config)
    logs.add_argument("--to", required=True, metavar="HOST[:PORT]", help="the syslog server (port 6514)")
    logs.add_argument("--name", required=True, help="what its certificate must be for")
    logs.add_argument("--ca", type=Path, required=True, help="PEM of whom it is believed by, on this machine")
    logs.add_argument("--work", default="/var/spool/rsyslog", help="a folder for what waits (%(default)s)")


def _logs_config(options: argparse.Namespace) -> int:
    """Print rsyslog's configuration that sends this machine's journal to a syslog server by TLS."""
    try:
        server = place(options.to, SYSLOG_TLS)
    except ValueError as error:
        raise ProblemError(422, "logs", f"{error}.") from error
    if not PEER.fullmatch(options.name):
        raise ProblemError(422, "logs", f"{options.name!r} is no name of a server.")
    if not options.ca.is_file():
        raise ProblemError(422, "logs", f"{options.ca} is not there.")
    ca = str(options.ca.resolve())
    if not all(PATH.fullmatch(path) for path in (ca, options.work)):
        raise ProblemError(422, "logs", "A path with quotes or line ends can't be written down for rsyslog.")
    print(rsyslog(To(server, options.name, ca, options.work)), end="")
    return 0
