"""People who sign in, and programs that read."""

import argparse
import getpass
import sys
from uuid import UUID

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work
from hub.config import Config
from hub.errors import invalid, not_found


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    users = commands.add_parser("user", help="people who sign in").add_subparsers(
        required=True, metavar="COMMAND"
    )
    user = add(users, "add", _user_add)
    user.add_argument("name")
    user.add_argument("--display", help="as patients and colleagues see it")
    user.add_argument("--role", choices=("provider", "operator", "consultant", "manager"), required=True)
    user.add_argument("--facility", help="whose residents and staff a manager sees")
    user.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    add(users, "list", _user_list)
    add(users, "disable", _user_disable).add_argument("name")
    password = add(users, "password", _user_password)
    password.add_argument("name")
    password.add_argument("--password-stdin", action="store_true", help="read it from standard input")
    sites = add(users, "sites", _user_sites)
    sites.add_argument("name", help="of a provider")
    where = "where they work from now on, and nowhere else"
    sites.add_argument("--station", type=UUID, action="append", default=[], help=where)
    sites.add_argument("--facility", action="append", default=[], metavar="NAME", help=where)
    sites.add_argument("--everywhere", action="store_true", help="they work at every station again")
    patients = commands.add_parser("card", help="patients' cards").add_subparsers(
        required=True, metavar="COMMAND"
    )
    lost = add(patients, "revoke", _card_revoke)
    lost.add_argument("visit", type=UUID, help="any visit of the patient's, by its id")
    add(commands, "sign-in-code", _sign_in_code).add_argument("name")
    token = add(commands, "token", _token)
    token.add_argument("name", help="the program that reads")
    token.add_argument("--days", type=int, default=30)
    token.add_argument("--use", choices=("fhir", "metrics"), default="fhir", help="what it may read")


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
    from hub.facility import places

    hashed = _password(options)

    def todo(session: Session) -> None:
        row = people.add(session, options.name, options.display or options.name, options.role, hashed)
        if options.facility is not None:
            row.facility_id = places.find(session, options.facility).id

    if (options.role == "manager") != (options.facility is not None):
        raise invalid("A manager, and nobody else, has a facility (--facility).")
    work(options, todo)
    print(f"Added {options.name} ({options.role}).")
    return 0


def _user_list(options: argparse.Namespace) -> int:
    """List who may sign in."""
    from hub.accounts import people, reach

    def look(session: Session) -> list[tuple[str, str, str, str, str]]:
        found = []
        for row in people.everybody(session):
            bound = reach.stations_of(session, row.id)
            where = "" if bound is None else f"(at {len(bound)} stations)"
            found.append((row.name, row.role, row.display, "(disabled)" if row.disabled else "", where))
        return found

    for row in work(options, look):
        print(*row, sep="\t")
    return 0


def _user_sites(options: argparse.Namespace) -> int:
    """Bind a provider to stations and facilities (each option may be repeated), or to none: everywhere."""
    from hub import audit
    from hub.accounts import people, reach
    from hub.facility import places
    from hub.fleet import stations

    def todo(session: Session) -> None:
        account = people.find(session, options.name)
        if account is None:
            raise not_found("account")
        houses = [places.find(session, named).id for named in options.facility]
        found = [stations.find(session, station).id for station in options.station]
        reach.bind(session, account, found, houses)
        told = audit.Entry("command-line", "user-sites", target=str(account.id))
        audit.note(session, told)

    if options.everywhere == bool(options.station or options.facility):
        raise invalid("Say where (--station, --facility), or --everywhere.")
    work(options, todo)
    print(f"{options.name} works {'everywhere' if options.everywhere else 'there and nowhere else'} now.")
    return 0


def _user_password(options: argparse.Namespace) -> int:
    """Set a person's password, and sign them out everywhere."""
    from hub.accounts import people

    hashed = _password(options)
    work(options, lambda s: people.set_password(s, options.name, hashed))
    print("The password is set; open sessions have ended.")
    return 0


def _user_disable(options: argparse.Namespace) -> int:
    """Refuse a person from now on; what they wrote stays theirs."""
    from hub.accounts import people

    work(options, lambda s: people.disable(s, options.name))
    print(f"{options.name} can no longer sign in.")
    return 0


def _card_revoke(options: argparse.Namespace) -> int:
    """Make a patient's cards useless: one was lost. The next visit can give a new one."""
    from hub import audit
    from hub.knowing import people

    def todo(session: Session) -> int:
        count = people.revoke_cards(session, options.visit)
        told = audit.Entry("command-line", "cards-revoke", target=str(options.visit), outcome=str(count))
        audit.note(session, told)
        return count

    print(f"Revoked: {work(options, todo)}. No card brings this patient back until a visit gives a new one.")
    return 0


def _sign_in_code(options: argparse.Namespace) -> int:
    """Print a one-time sign-in code for a person."""
    from hub.accounts import people

    life = Config(data=options.data).limits.code_life_s
    print(work(options, lambda s: people.sign_in_code(s, options.name, life)))
    return 0


def _token(options: argparse.Namespace) -> int:
    """Print a bearer token that may read FHIR, or the stations' figures (/metrics)."""
    from hub.accounts import people

    print(work(options, lambda s: people.add_token(s, options.name, options.days * 86_400, options.use)))
    return 0
