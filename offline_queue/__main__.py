"""Command line: `python -m offline_queue --help`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from contract.envelope import Lane
from contract.seal import LARGEST_BUCKET, seal
from offline_queue import audit, keys, quarantine
from offline_queue.errors import QueueError
from offline_queue.files import put_file
from offline_queue.model import Entry, Put, Standing, State
from offline_queue.reader import Reader
from offline_queue.reports import Report, iso
from offline_queue.store import Store
from offline_queue.tally import HELD

_LONGEST_LINE: Final = LARGEST_BUCKET - 4

_EXAMPLES: Final = """examples:
  printf 'one\\ntwo\\n' | python -m offline_queue --store /tmp/q put --lane reading
  python -m offline_queue --store /tmp/q put-file --lane media photo.jpg
  python -m offline_queue --store /tmp/q list --json
  python -m offline_queue --store /tmp/q verify
  python -m offline_queue --store /tmp/q drain --to /tmp/outgoing
  python -m offline_queue --store /tmp/q status --json
  python -m offline_queue --store /tmp/q metrics > /var/lib/node_exporter/carepost.prom
  python -m offline_queue --store /tmp/q quarantine list
  python -m offline_queue --store /tmp/q quarantine release --all
  python -m offline_queue --store /tmp/q export /media/usb/station.carepost

exit status: 0 done; 1 it could not be done, or `verify` found something; 2 wrong usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except (QueueError, ValueError, OSError) as error:
        print(f"offline_queue: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m offline_queue",
        description="A durable outbox: what it printed an id for is on the disk, sealed, chained and signed.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", type=Path, required=True, metavar="DIR", help="directory of the queue")
    parser.add_argument(
        "--station-key", type=Path, metavar="PEM",
        help="the station's Ed25519 key (to verify, the public one will do); default: a throw-away one",
    )  # fmt: skip
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_put(commands)
    listing = _add(commands, "list", _list, "show what is held, by lane and in order")
    listing.add_argument("--json", action="store_true", help='[{"id", "lane", "state", "time"}, …]')
    listing.add_argument(
        "--all", action="store_true", help="also ids whose payload was forgotten after delivery"
    )
    status = _add(commands, "status", _status, "show counts, since when things wait, and what was damaged")
    status.add_argument("--json", action="store_true", help="all of it, for scripts")
    _add(commands, "metrics", _metrics, "print what a Prometheus collects, in its text format")
    _add(commands, "verify", _verify, "check chains, hashes and signatures")
    _add_quarantine(commands)
    drain = _add(
        commands, "drain", _drain, "write what waits as signed envelopes, a file each; it stays waiting"
    )
    drain.add_argument("--to", type=Path, required=True, metavar="DIR", help="directory for the files")
    export = _add(
        commands, "export", _export,
        "write all that is held into one file, sealed, for a station that will not be online again",
    )  # fmt: skip
    export.add_argument("file", type=Path, metavar="FILE")
    return parser


def _add_quarantine(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "what the hub could not file, and what is too large to get through: list, release or export it"
    quarantine = commands.add_parser("quarantine", help=text, description=text[0].upper() + text[1:] + ".")
    actions = quarantine.add_subparsers(title="actions", required=True, metavar="ACTION")
    listing = _add(actions, "list", _quarantine, "show it, one a line")
    listing.add_argument("--json", action="store_true", help="as `list --json`")
    release = _add(
        actions, "release", _release, "put it back in line, to be offered to the hub again; also while in use"
    )
    release.add_argument("id", type=UUID, nargs="*", help="what `quarantine list` shows")
    release.add_argument("--all", action="store_true", help="all of it")
    export = _add(actions, "export", _export_quarantined, "write it into one file, sealed; it stays here")
    export.add_argument("file", type=Path, metavar="FILE")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.set_defaults(run=run)
    return command


def _add_put(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    put = _add(
        commands, "put", _put, "read one payload a line from standard input; print each id when durable"
    )
    _add_origin(put)
    put.add_argument("--schema", default="carepost/line/1", help="name of the payload's format")
    file = _add(
        commands,
        "put-file",
        put_file,
        "put a large file by the chunk; print its id when all of it is durable",
    )
    _add_origin(file)
    file.add_argument("file", type=Path, metavar="FILE", help="read piece by piece, never whole in memory")


def _add_origin(put: argparse.ArgumentParser) -> None:
    """Add where a put comes from and where it goes."""
    put.add_argument("--lane", type=Lane, choices=list(Lane), required=True, help=", ".join(Lane))
    put.add_argument(
        "--station", type=UUID, metavar="UUID", help="the station's id; default: a throw-away one"
    )
    put.add_argument("--hub-key", type=Path, metavar="PEM", help="the hub's X25519 public key to seal to")
    put.add_argument(
        "--stream",
        type=bytes.fromhex,
        metavar="HEX",
        help="16 bytes that keep order; default: random, one a run",
    )


def _put(arguments: argparse.Namespace) -> int:
    who = keys.identity(arguments.store, arguments.station, arguments.station_key, arguments.hub_key)
    stream = arguments.stream or uuid4().bytes
    store = Store.open(arguments.store, station=who.station, signer=who.signer, boot_id=keys.boot_id())
    try:
        if store.damage is not None:
            print(f"offline_queue: damaged: {store.damage.problem}", file=sys.stderr)
        while line := sys.stdin.buffer.readline(_LONGEST_LINE + 2):
            payload = line.removesuffix(b"\n")
            if len(payload) > _LONGEST_LINE:
                raise ValueError(f"a line of more than {_LONGEST_LINE} bytes; nothing of it was saved")
            sealed = seal(payload, station=who.station, key=who.hub, schema=arguments.schema)
            put = Put(arguments.lane, sealed, uuid4(), stream)
            store.check(put)
            store.commit([put])
            print(put.id, flush=True)
    finally:
        store.close()
    return 0


def _list(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    try:
        _show((e for e in reader.entries() if e.held or arguments.all), as_json=arguments.json)
    finally:
        reader.close()
    return 0


def _quarantine(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    try:
        kept = (e for standing in quarantine.STANDINGS for e in reader.entries(standing))
        _show(kept, as_json=arguments.json)
    finally:
        reader.close()
    return 0


def _release(arguments: argparse.Namespace) -> int:
    if bool(arguments.id) == arguments.all:
        raise ValueError("name what to release, or --all")
    released = quarantine.release(arguments.store, None if arguments.all else arguments.id)
    for identity in released:
        print(identity)
    missing = set(arguments.id).difference(released)
    for identity in sorted(missing):
        print(f"offline_queue: {identity} is not in quarantine here", file=sys.stderr)
    return 1 if missing else 0


def _export_quarantined(arguments: argparse.Namespace) -> int:
    return _write_export(arguments, quarantine.STANDINGS)


def _show(entries: Iterable[Entry], *, as_json: bool) -> None:
    """Print entries one by one: a queue may be long."""
    separator = "[\n" if as_json else ""
    for entry in entries:
        when = iso(entry.time)
        if as_json:
            line = json.dumps({"id": str(entry.id), "lane": entry.lane, "state": entry.state, "time": when})
            print(separator + line, end="")
            separator = ",\n"
        else:
            print(f"{entry.id}  {entry.lane:<9} {entry.state:<12} {when}")
    if as_json:
        print("\n]" if separator == ",\n" else "[]")


def _status(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    try:
        if arguments.json:
            print(json.dumps(Report(reader, arguments.store).as_json(), indent=2))
            return 0
        counts, since, damage = reader.counts(), reader.waiting_since(), reader.damage()
        print(f"store     {reader.store_id()}")
    finally:
        reader.close()
    print(f"{'lane':<9} " + " ".join(f"{state:>12}" for state in State))
    for lane, by_state in counts.items():
        print(f"{lane:<9} " + " ".join(f"{by_state[state]:>12}" for state in State))
    print("nothing waits" if since is None else f"waiting since {iso(since)} (to the hour)")
    for each in damage:
        print(
            f"damaged at {iso(each.time)}: {each.problem}; kept as {each.kept_as}, "
            f"{each.salvaged} salvaged, {each.lost} known lost"
        )
    return 0


def _metrics(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    try:
        for line in Report(reader, arguments.store).metrics():
            print(line)
    finally:
        reader.close()
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    public = keys.station_public(arguments.store, arguments.station_key)
    entries = problems = 0
    try:
        for found in audit.verify(reader, public):
            if isinstance(found, audit.Problem):
                problems += 1
                print(f"{found.lane} {found.seq}: {found.what}")
            else:
                entries += 1
    finally:
        reader.close()
    print(f"{entries} entries checked, {problems} problems")
    return 1 if problems else 0


def _drain(arguments: argparse.Namespace) -> int:
    reader = Reader(arguments.store)
    try:
        count = sum(1 for _ in audit.drain_to(reader, arguments.to))
    finally:
        reader.close()
    print(f"{count} envelopes written to {arguments.to}; they wait here until the hub's receipt")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    return _write_export(arguments, HELD)


def _write_export(arguments: argparse.Namespace, standings: Sequence[Standing]) -> int:
    public = keys.station_public(arguments.store, arguments.station_key)
    reader = Reader(arguments.store)
    try:
        tally = reader.tally()
        total = sum(tally.count(lane, standing) for lane in Lane for standing in standings)
        count = audit.export(reader, arguments.file, public, standings, _progress(total))
    finally:
        reader.close()
    print(f"{count} envelopes written to {arguments.file}, and on the stick when this line shows")
    return 0


def _progress(total: int) -> Callable[[int], None]:
    """Return what draws a bar on a terminal, a hundred times at most."""
    step = max(1, total // 100)
    shown = sys.stderr.isatty()

    def draw(count: int) -> None:
        if shown and (count % step == 0 or count == total):
            done = 40 * count // total
            print(f"\r[{'#' * done:<40}] {count} of {total}", end="", file=sys.stderr, flush=True)
            if count == total:
                print(file=sys.stderr)

    return draw


if __name__ == "__main__":
    sys.exit(main())
