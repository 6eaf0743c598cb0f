"""Making a hub, and running it."""

import argparse
import hashlib
import logging
from pathlib import Path

from hub.cli import rooms
from hub.cli.common import Commands, add, config
from hub.config import Config, Limits, Turn
from hub.errors import ProblemError
from hub.knowing.gateway import gateway_of


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    init = add(commands, "init", _init)
    init.add_argument(
        "--database",
        metavar="postgresql://USER@HOST/DATABASE",
        help="keep the records in PostgreSQL, not in a file here; its password goes into ~/.pgpass",
    )
    serve = add(commands, "serve", _serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--console-port", type=int, default=8080, help="0: any free one")
    serve.add_argument("--station-port", type=int, default=8443, help="0: any free one")
    serve.add_argument("--tls-cert", type=Path, help="the console's certificate (PEM)")
    serve.add_argument("--tls-key", type=Path, help="its key (PEM)")
    serve.add_argument("--public-name", help="host name in the addresses the hub hands out")
    rooms.add_options(serve)
    serve.add_argument("--turn-url", action="append", default=[], help="a coturn relay, like turns:…")
    serve.add_argument("--turn-secret-file", type=Path, help="the file with coturn's static-auth-secret")

    serve.add_argument(
        "--text-gateway",
        metavar="URL",
        help="what carries codes to patients' phones: an https address that takes {to, text}, or outbox:FILE",
    )
    serve.add_argument("--text-token-file", type=Path, help="the file with the gateway's bearer token")

    add(commands, "root", _root)


def _root(options: argparse.Namespace) -> int:
    """Print the root key as the console shows it when a browser knows another one."""
    from hub.keys import HubKeys

    if not options.data.joinpath("keys").is_dir():
        raise ProblemError(404, "no-hub", f"There is no hub in {options.data}.")
    root = HubKeys.load(options.data, Limits().key_days).root.public_key().public_bytes_raw()
    digest = hashlib.sha256(root).hexdigest()[:16]
    print(" ".join(digest[at : at + 4] for at in range(0, len(digest), 4)))
    return 0


def _init(options: argparse.Namespace) -> int:
    """Make the data folder, keys, CA and database."""
    from hub.app import Hub
    from hub.db import address

    if options.database:
        address.remember(options.data, options.database)
    Hub.build(config(options)).db.close()
    print(f"The hub's data is in {options.data}. Back its folder keys/ up apart from the database.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    """Serve the console and the stations."""
    from hub.serve import ServeError, run

    if (options.tls_cert is None) != (options.tls_key is None):
        raise ProblemError(422, "usage", "--tls-cert and --tls-key go together.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    for chatty in ("alembic", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    turn = None
    if options.turn_url:
        if options.turn_secret_file is None:
            raise ProblemError(422, "usage", "--turn-url needs --turn-secret-file.")
        turn = Turn(tuple(options.turn_url), options.turn_secret_file.read_text().strip())
    texts = None
    if options.text_gateway:
        token = options.text_token_file.read_text().strip() if options.text_token_file else ""
        texts = gateway_of(options.text_gateway, token)
    config = Config(
        data=options.data,
        texts=texts,
        turn=turn,
        media=rooms.media_of(options),
        host=options.host,
        console_port=options.console_port,
        station_port=options.station_port,
        tls_cert=options.tls_cert,
        tls_key=options.tls_key,
        public_name=options.public_name,
    )
    try:
        run(config)
    except ServeError as error:
        raise ProblemError(422, "serve", str(error)) from error
    return 0
