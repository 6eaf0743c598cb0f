"""Forwarding visits to other FHIR records."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work
from hub.errors import ProblemError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    words = "send visits to other FHIR R4 records, and their pictures to archives, as well"
    forward = commands.add_parser("forward", help=words, description=words)
    kinds = forward.add_subparsers(required=True, metavar="COMMAND")
    _add_options(add(kinds, "add", _forward_add))
    add(kinds, "list", _forward_list)
    shown = add(kinds, "status", _forward_status)
    shown.add_argument("--json", action="store_true", help="as JSON, one target a line")
    again = add(kinds, "retry", _forward_retry)
    again.add_argument("id", nargs="?", type=UUID, help="of something refused, as `status` shows it")
    again.add_argument("--all", metavar="NAME", help="all that this target refused, and what waits, at once")
    add(kinds, "remove", _forward_remove).add_argument("name")


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", help="your name for it, like city-hospital")
    command.add_argument("url", help="its FHIR R4 base address, like https://records.example.org/fhir")
    command.add_argument(
        "--consent",
        action="append",
        required=True,
        metavar="VERSION",
        help="a version of the consent whose words tell patients that their data goes there (more: again)",
    )
    command.add_argument("--token-file", type=Path, help="a file with a bearer token; it is copied")
    command.add_argument("--client-id", help="OAuth client credentials: the client's id")
    command.add_argument("--client-secret-file", type=Path, help="a file with the client's secret")
    command.add_argument("--token-url", help="where access tokens are asked for")
    command.add_argument("--scope", default="", help="the scope to ask for")
    command.add_argument("--ca-file", type=Path, help="PEM of its certificate authority, when it is your own")
    command.add_argument("--insecure", action="store_true", help="allow http to another machine")
    command.add_argument("--from-start", action="store_true", help="also visits that still go on")
    command.add_argument(
        "--entries",
        type=int,
        default=8,
        help="resources in a transaction at most (8 is what Medplum takes; HAPI takes a whole visit)",
    )
    command.add_argument(
        "--dicom",
        action="store_true",
        help="it is a picture archive: the address is its DICOMweb one, and pictures go there by STOW-RS",
    )
    command.add_argument(
        "--largest-mib",
        type=int,
        default=64,
        metavar="MIB",
        help="larger files (pictures, clips, sounds) do not go there; 0: none does (64)",
    )
    command.add_argument(
        "--since", type=_day, metavar="YYYY-MM-DD", help="also visits written to since this day (UTC)"
    )


def _day(text: str) -> float:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).timestamp()


def _content(path: Path | None) -> bytes | None:
    if path is None:
        return None
    content = path.read_bytes().strip()
    if not content:
        raise ProblemError(422, "empty", f"{path} is empty.")
    return content


def _forward_add(options: argparse.Namespace) -> int:
    """Send visits that are written to from now on to another FHIR record as well."""
    from hub.forward import targets

    url = targets.address(options.url, "The address", insecure=options.insecure)
    token, secret = _content(options.token_file), _content(options.client_secret_file)
    if (options.client_id is None) != (secret is None):
        raise ProblemError(422, "usage", "--client-id and --client-secret-file go together.")
    auth = targets.auth_of(
        options.client_id,
        options.token_url,
        options.scope,
        token=token is not None,
        insecure=options.insecure,
    )
    authority = _content(options.ca_file)

    def todo(session: Session) -> int:
        older = targets.add(
            session,
            options.name,
            url,
            auth=auth,
            consents=options.consent,
            from_start=options.from_start,
            entries=options.entries,
            since=options.since,
            kind="dicom" if options.dicom else "fhir",
            largest=options.largest_mib << 20,
        )
        # inside the transaction: a target is never there without its files
        targets.forget(options.data, options.name)
        if (private := token or secret) is not None:
            targets.keep(targets.secret_file(options.data, options.name), private)
        if authority is not None:
            targets.keep(targets.authority_file(options.data, options.name), authority)
        return older

    older: int = work(options, todo)
    print(f"Added {options.name}. {older} older visits are in line.")
    return 0


def _forward_list(options: argparse.Namespace) -> int:
    """List where visits are sent to."""
    from hub.forward import targets

    for row in work(options, targets.everyone):
        when = "from their start" if row.from_start else "when they are over"
        print(
            row.name,
            row.kind,
            row.url,
            row.auth["kind"],
            f"consent {', '.join(row.consents)}",
            when,
            sep="\t",
        )
    return 0


def _forward_status(options: argparse.Namespace) -> int:
    """Show what waits for whom and why, and what was refused. (A server's words may quote patients' data.)"""
    from hub.forward import outbox

    for row in work(options, outbox.status):
        if options.json:
            print(json.dumps(row))
            continue
        counted = (
            ", ".join(f"{count} {state}" for state, count in sorted(row["visits"].items())) or "none yet"
        )
        print(f"{row['name']} ({row['url']}): visits {counted}; last success {row['last_ok'] or 'never'}")
        if row["waiting_since"]:
            print(f"  waiting since {row['waiting_since']}. {row['trouble']}")
        if row["failures"]:
            print(f"  {row['failures']} failures in a row; next try {row['next_at']}")
        for one in row["failing"]:
            times = f"{one['failures']} times, next try {one['next_at']}"
            print(f"  visit {one['visit']} failed {times}: {one['words']}")
        for one in row["refused"]:
            print(f"  refused {one['id']}: {one['resource']} ({one['status']}) {one['words']}")
    return 0


def _forward_retry(options: argparse.Namespace) -> int:
    """Send again what a server refused: after the cause was mended, there or here."""
    from hub.forward import outbox

    if (options.id is None) == (options.all is None):
        raise ProblemError(422, "usage", "Give the id of something refused, or --all NAME.")
    if options.id is not None:
        work(options, lambda s: outbox.retry(s, options.id))
        print("It is in line again.")
    else:
        print(f"{work(options, lambda s: outbox.retry_all(s, options.all))} are in line again.")
    return 0


def _forward_remove(options: argparse.Namespace) -> int:
    """Send nothing there any more, and forget its token. What it has it keeps."""
    from hub.forward import targets

    work(options, lambda s: targets.remove(s, options.name))
    targets.forget(options.data, options.name)
    print(f"Removed {options.name}.")
    return 0
