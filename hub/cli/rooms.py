"""The media server of calls of three and more: its configuration, and how the hub is told of it."""

import argparse
import secrets
from pathlib import Path
from typing import Final

from hub.cli.common import Commands
from hub.config import Media
from hub.errors import ProblemError
from hub.files import write_private
from hub.rooms.config import janus_files

LINES: Final = 2  # of the file of secrets: of every request, and of new rooms
_MORE: Final = (
    "Start it with `janus -F FOLDER -C FOLDER/janus.jcfg` on the hub's own machine (its API listens on the "
    "loopback only) and the hub with --janus-url ws://127.0.0.1:PORT --janus-secret-file FILE. Its media "
    "ports (UDP, 20000 to 40000) have to be reachable for browsers and stations."
)


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    words = _janus_config.__doc__ or ""
    janus = commands.add_parser("janus-config", help=words, description=f"{words} {_MORE}")
    janus.set_defaults(run=_janus_config)
    janus.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where to write the files")
    janus.add_argument(
        "--secret-file",
        type=Path,
        required=True,
        help="the secrets shared with the hub (serve --janus-secret-file); made when it is not there",
    )
    janus.add_argument("--port", type=int, default=8188, help="of its API, on the loopback only")
    janus.add_argument("--public-ip", default="", help="the address browsers see, behind translation")


def add_options(serve: argparse.ArgumentParser) -> None:
    """Add serve's options."""
    serve.add_argument("--janus-url", help="a Janus for calls of three and more, like ws://127.0.0.1:8188")
    serve.add_argument("--janus-secret-file", type=Path, help="the file janus-config made")


def media_of(options: argparse.Namespace) -> Media | None:
    """Return the media server that serve's options name; ProblemError when they do not fit."""
    if (options.janus_url is None) != (options.janus_secret_file is None):
        raise ProblemError(422, "usage", "--janus-url and --janus-secret-file go together.")
    if options.janus_url is None:
        return None
    if not options.janus_url.startswith(("ws://", "wss://")):
        raise ProblemError(422, "usage", "--janus-url is the WebSocket API's, ws://… or wss://….")
    return Media(options.janus_url, *_secrets(options.janus_secret_file))


def _secrets(path: Path) -> tuple[str, str]:
    lines = path.read_text().split("\n")[:LINES]
    if len(lines) != LINES or not all(lines):
        raise ProblemError(422, "secrets", f"{path} has not two secrets, a line each: janus-config makes it.")
    return lines[0], lines[1]


def _janus_config(options: argparse.Namespace) -> int:
    """Write the configuration of a Janus for this hub's rooms."""
    if not options.secret_file.exists():
        made = "\n".join(secrets.token_urlsafe(32) for _ in range(LINES))
        write_private(options.secret_file, f"{made}\n".encode())
    options.to.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = janus_files(*_secrets(options.secret_file), port=options.port, public_ip=options.public_ip)
    for name, content in files.items():
        write_private(options.to / name, content.encode(), replace=True)
    print(f"The configuration is in {options.to}. {_MORE}")
    return 0
