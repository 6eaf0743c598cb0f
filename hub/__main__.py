"""`python -m hub`: serve, and what an operator does beside it. `--help` on each."""

import argparse
import getpass
import json
import logging
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hub.config import Config, Turn
from hub.errors import ProblemError


def _config(options: argparse.Namespace) -> Config:
    return Config(data=options.data)


def _init(options: argparse.Namespace) -> int:
    """Make the data folder, keys, CA and database."""
    from hub.app import Hub

    Hub.build(_config(options)).db.close()
    print(f"The hub's data is in {options.data}. Back its folder keys/ up apart from the database.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    """Serve the console and the stations."""
    from hub.serve import ServeError, run

    if (options.tls_cert is None) != (options.tls_key is None):
        raise ProblemError(422, "usage", "--tls-cert and --tls-key go together.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    turn = None
    if options.turn_url:
        if options.turn_secret_file is None:
            raise ProblemError(422, "usage", "--turn-url needs --turn-secret-file.")
        turn = Turn(tuple(options.turn_url), options.turn_secret_file.read_text().strip())
    config = Config(
        data=options.data,
        turn=turn,
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


def _work(options: argparse.Namespace, work: Any) -> Any:
    """Do an operator's work in one transaction, noted in the audit under the command's name."""
    from hub import audit
    from hub.app import open_database

    if not options.data.is_dir():
        words = f"There is no hub in {options.data}. Make one with: python -m hub init --data {options.data}"
        raise ProblemError(422, "no-hub", words)

    def noted(session: Session) -> Any:
        done = work(session)
        audit.note(session, audit.Entry("command-line", options.action))
        return done

    db = open_database(_config(options))
    try:
        return db.write_now(noted)
    finally:
        db.close()


def _password(options: argparse.Namespace) -> str | None:
    """Read a password from where the options say; its hash, or None for an empty one."""
    from hub.accounts import people

    if options.password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    elif sys.stdin.isatty():
        password = getpass.getpass(f"Password for {options.name} (empty: one-time codes only): ")
    else:
        password = ""
    return people.hash_password(password) if password else None


def _user_add(options: argparse.Namespace) -> int:
    """Add a person who signs in."""
    from hub.accounts import people

    hashed = _password(options)
    _work(
        options, lambda s: people.add(s, options.name, options.display or options.name, options.role, hashed)
    )
    print(f"Added {options.name} ({options.role}).")
    return 0


def _user_list(options: argparse.Namespace) -> int:
    """List who may sign in."""
    from hub.accounts import people

    for row in _work(options, people.everybody):
        print(row.name, row.role, row.display, "(disabled)" if row.disabled else "", sep="\t")
    return 0


def _user_password(options: argparse.Namespace) -> int:
    """Set a person's password, and sign them out everywhere."""
    from hub.accounts import people

    hashed = _password(options)
    _work(options, lambda s: people.set_password(s, options.name, hashed))
    print("The password is set; open sessions have ended.")
    return 0


def _user_disable(options: argparse.Namespace) -> int:
    """Refuse a person from now on; what they wrote stays theirs."""
    from hub.accounts import people

    _work(options, lambda s: people.disable(s, options.name))
    print(f"{options.name} can no longer sign in.")
    return 0


def _sign_in_code(options: argparse.Namespace) -> int:
    """Print a one-time sign-in code for a person."""
    from hub.accounts import people

    life = Config(data=options.data).limits.code_life_s
    print(_work(options, lambda s: people.sign_in_code(s, options.name, life)))
    return 0


def _token(options: argparse.Namespace) -> int:
    """Print a bearer token that may read FHIR."""
    from hub.accounts import people

    print(_work(options, lambda s: people.add_token(s, options.name, options.days * 86_400)))
    return 0


def _overrides(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise ProblemError(422, "profile", f"{path} cannot be read: {error}") from error
    if not isinstance(told, dict):
        raise ProblemError(422, "profile", f"{path} is not a JSON object.")
    return told


def _station_code(options: argparse.Namespace) -> int:
    """Add a station and print its one-time enrolment code."""
    from hub.fleet import enrol, stations
    from hub.fleet.ca import StationCa

    overrides = _overrides(options.profile) if options.profile else {}
    ca = StationCa(options.data)
    life = Config(data=options.data).limits.code_life_s

    def work(session: Session) -> str:
        row = stations.create(session, options.name, options.address, options.phone, overrides)
        session.flush()
        return enrol.new_code(session, row.id, ca.der, life)

    print(_work(options, work))
    return 0


def _station_list(options: argparse.Namespace) -> int:
    """List the stations, and when each was last heard of."""
    from hub.fleet import stations
    from hub.times import maybe

    for row in _work(options, stations.everywhere):
        state = "revoked" if row.revoked_at else "enrolled" if row.enrolled_at else "not enrolled"
        print(row.id, state, row.name, row.address, maybe(row.seen_at) or "never seen", sep="\t")
    return 0


def _station_profile(options: argparse.Namespace) -> int:
    """Give a station another profile; it has it the next time it asks."""
    from hub.fleet import stations

    overrides = _overrides(options.profile)
    version = _work(options, lambda s: stations.change_profile(s, options.station, overrides))
    print(f"Profile version {version}.")
    return 0


def _station_new_code(options: argparse.Namespace) -> int:
    """Print a new enrolment code for a station (its machine was changed, or the code ran out)."""
    from hub.fleet import enrol, stations
    from hub.fleet.ca import StationCa

    ca = StationCa(options.data)
    life = Config(data=options.data).limits.code_life_s

    def work(session: Session) -> str:
        return enrol.new_code(session, stations.find(session, options.station).id, ca.der, life)

    print(_work(options, work))
    return 0


def _station_revoke(options: argparse.Namespace) -> int:
    """Refuse a station from now on."""
    from hub.fleet import stations
    from hub.times import now

    def work(session: Session) -> None:
        stations.find(session, options.station).revoked_at = now()

    _work(options, work)
    print("Revoked.")
    return 0


def _audit(options: argparse.Namespace) -> int:
    """Show the newest accesses, and whether the chain holds."""
    from hub import audit
    from hub.times import rfc3339

    def work(session: Session) -> tuple[list[Any], int | None]:
        return audit.entries(session, options.count), audit.verify(session)

    rows, broken = _work(options, work)
    for row in rows:
        print(rfc3339(row.at), row.actor, row.action, row.route, row.target, row.outcome)
    print("The chain holds." if broken is None else f"The chain is BROKEN at row {broken}.")
    return 0 if broken is None else 1


def _quarantine(options: argparse.Namespace) -> int:
    """List what could not be filed, or put one back in line."""
    from hub.intake import quarantine

    if options.retry:
        done = _work(options, lambda s: quarantine.retry(s, options.retry))
        print("It is in line again." if done else "This one cannot be filed by trying again.")
        return 0 if done else 1
    for row in _work(options, quarantine.listed):
        print(json.dumps({key: str(value) for key, value in row.items()}))
    return 0


def _restored(options: argparse.Namespace) -> int:
    """Say that the database was restored from a backup: stations offer again what they hold."""
    from hub.app import new_epoch

    _work(options, new_epoch)
    print("Stations will offer again what they still hold.")
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m hub", description="The Carepost hub.")
    commands = result.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: Any, inside: Any = commands) -> argparse.ArgumentParser:
        words = (function.__doc__ or "").strip()
        command: argparse.ArgumentParser = inside.add_parser(name, help=words, description=words)
        command.set_defaults(run=function, action=function.__name__.strip("_").replace("_", "-"))
        command.add_argument("--data", type=Path, required=True, help="the hub's data folder")
        return command

    add("init", _init)
    serve = add("serve", _serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--console-port", type=int, default=8080, help="0: any free one")
    serve.add_argument("--station-port", type=int, default=8443, help="0: any free one")
    serve.add_argument("--tls-cert", type=Path, help="the console's certificate (PEM)")
    serve.add_argument("--tls-key", type=Path, help="its key (PEM)")
    serve.add_argument("--public-name", help="host name in the addresses the hub hands out")
    serve.add_argument("--turn-url", action="append", default=[], help="a coturn relay, like turns:…")
    serve.add_argument("--turn-secret-file", type=Path, help="the file with coturn's static-auth-secret")
    people = commands.add_parser("user", help="people who sign in").add_subparsers(
        required=True, metavar="COMMAND"
    )
    user = add("add", _user_add, people)
    user.add_argument("name")
    user.add_argument("--display", help="as patients and colleagues see it")
    user.add_argument("--role", choices=("provider", "operator"), required=True)
    user.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    add("list", _user_list, people)
    add("disable", _user_disable, people).add_argument("name")
    password = add("password", _user_password, people)
    password.add_argument("name")
    password.add_argument("--password-stdin", action="store_true", help="read it from standard input")
    add("sign-in-code", _sign_in_code).add_argument("name")
    token = add("token", _token)
    token.add_argument("name", help="the program that reads")
    token.add_argument("--days", type=int, default=30)
    code = add("station-code", _station_code)
    code.add_argument("--name", required=True, help="for instance 'Elm Street Pharmacy'")
    code.add_argument("--address", required=True, help="where it stands; responders are sent there")
    code.add_argument("--phone", required=True, help="phone at the site")
    code.add_argument("--profile", type=Path, help="JSON with more of the station's profile")
    add("station-list", _station_list)
    for name, function in (("station-revoke", _station_revoke), ("station-new-code", _station_new_code)):
        add(name, function).add_argument("station", type=UUID, help="the station's id")
    changed = add("station-profile", _station_profile)
    changed.add_argument("station", type=UUID, help="the station's id")
    changed.add_argument("profile", type=Path, help="JSON with what differs from the defaults")
    add("audit", _audit).add_argument("--count", type=int, default=50)
    add("quarantine", _quarantine).add_argument(
        "--retry", type=UUID, metavar="ID", help="put one back in line"
    )
    add("restored", _restored)
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except (ProblemError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
