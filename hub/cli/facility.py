"""Long-term care: facilities, their staff with badges, their residents with wristbands."""

import argparse
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work
from hub.errors import ProblemError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    places = commands.add_parser("facility", help="nursing homes").add_subparsers(
        required=True, metavar="COMMAND"
    )
    place = add(places, "add", _facility_add)
    place.add_argument("name")
    place.add_argument("--zone", required=True, help="time zone, for instance America/Chicago")
    add(places, "list", _facility_list)
    given = add(places, "station", _facility_station)
    given.add_argument("station", type=UUID, help="the station's id")
    given.add_argument("name", nargs="?", help="the facility; left out: none any more")
    _staff_commands(commands)
    _resident_commands(commands)


def _staff_commands(commands: Commands) -> None:
    staff = commands.add_parser("staff", help="who signs in at a facility's stations").add_subparsers(
        required=True, metavar="COMMAND"
    )
    member = add(staff, "add", _staff_add)
    member.add_argument("name")
    member.add_argument("--facility", required=True)
    member.add_argument("--role", action="append", required=True, choices=("aide", "nurse", "technician"))
    member.add_argument("--badge", action="store_true", help="make the badge too, and print it behind the id")
    badge = add(staff, "badge", _staff_badge)
    badge.add_argument("member", type=UUID, help="the staff member's id")
    for command in (member, badge):
        command.add_argument("--pin-stdin", action="store_true", help="read the PIN; else one is made up")
        command.add_argument("--qr", type=Path, help="also write the badge's QR code, an SVG file")
    add(staff, "revoke", _staff_revoke).add_argument("member", type=UUID, help="the staff member's id")
    add(staff, "list", _staff_list).add_argument("--facility", required=True)


def _resident_commands(commands: Commands) -> None:
    residents = commands.add_parser("residents", help="who lives in a facility").add_subparsers(
        required=True, metavar="COMMAND"
    )
    one = add(residents, "add", _residents_add)
    one.add_argument("--facility", required=True)
    for name in ("number", "given", "family", "birth-date"):
        one.add_argument(f"--{name}", required=True)
    for name, standard in (("room", ""), ("called", ""), ("language", "en"), ("code-status", "unknown")):
        one.add_argument(f"--{name}", default=standard)
    many = add(residents, "import", _residents_import)
    many.add_argument("file", type=Path, help="CSV; docs/long-term-care.md tells its columns")
    many.add_argument("--facility", required=True)
    many.add_argument("--wristbands", action="store_true", help="make one for whoever has none; print them")
    add(residents, "list", _residents_list).add_argument("--facility", required=True)
    band = add(residents, "wristband", _residents_wristband)
    band.add_argument("resident", type=UUID, help="the resident's id")
    band.add_argument("--qr", type=Path, help="also write the wristband's QR code, an SVG file")
    photo = add(residents, "photo", _residents_photo)
    photo.add_argument("resident", type=UUID, help="the resident's id")
    photo.add_argument("file", type=Path, help="a small JPEG")
    photo.add_argument("--taken", default="", help="ISO date; today when left out")
    add(residents, "leave", _residents_leave).add_argument("resident", type=UUID, help="the resident's id")


def _facility_add(options: argparse.Namespace) -> int:
    """Add a facility."""
    from hub.facility import places

    print(work(options, lambda s: places.add(s, options.name, options.zone).id))
    return 0


def _facility_list(options: argparse.Namespace) -> int:
    """List the facilities."""
    from hub.facility import places

    for row in work(options, places.everywhere):
        print(row.id, row.name, row.zone, sep="\t")
    return 0


def _facility_station(options: argparse.Namespace) -> int:
    """Say whose staff signs in at a station."""
    from hub.facility import places

    def todo(session: Session) -> None:
        facility = None if options.name is None else places.find(session, options.name)
        places.give(session, options.station, facility)

    work(options, todo)
    print("The station is told within seconds of its next connection.")
    return 0


def _staff_add(options: argparse.Namespace) -> int:
    """Add a staff member and print the id; a badge is the next step, or made at once."""
    from hub.facility import places, staff

    pin = _pin(options) if options.badge else ""
    token, verifier = staff.new_badge(pin) if options.badge else ("", "")

    def todo(session: Session) -> UUID:
        row = staff.add(session, places.find(session, options.facility), options.name, options.role)
        if options.badge:
            staff.give_badge(session, row, token, verifier)
        return row.id

    print(work(options, todo), *((token, pin) if options.badge else ()), sep="\t")
    _picture(options.qr if options.badge else None, token)
    return 0


def _pin(options: argparse.Namespace) -> str:
    from hub.facility.api import random_pin

    return sys.stdin.readline().strip() if options.pin_stdin else random_pin()


def _staff_badge(options: argparse.Namespace) -> int:
    """Make a staff member's badge; print its token and PIN, which are kept nowhere."""
    from hub.facility import staff

    pin = _pin(options)
    token, verifier = staff.new_badge(pin)
    work(options, lambda s: staff.give_badge(s, staff.find(s, None, options.member), token, verifier))
    _picture(options.qr, token)
    print(token, pin, sep="\t")
    return 0


def _staff_revoke(options: argparse.Namespace) -> int:
    """Refuse a staff member from now on."""
    from hub.facility import staff

    work(options, lambda s: staff.revoke(s, staff.find(s, None, options.member)))
    print("Revoked. Connected stations know within seconds, others when they are back.")
    return 0


def _staff_list(options: argparse.Namespace) -> int:
    """List a facility's staff."""
    from hub.facility import places, staff
    from hub.times import maybe

    for row in work(options, lambda s: staff.of(s, places.find(s, options.facility).id)):
        state = "revoked" if row.revoked_at else "badge" if row.badge else "no badge"
        print(row.id, row.name, ",".join(row.roles), state, maybe(row.badge_at) or "", sep="\t")
    return 0


def _residents_add(options: argparse.Namespace) -> int:
    """Add a resident, or change the one of this number; print the id."""
    from hub.facility import places, residents
    from hub.facility.residents import ResidentForm

    names = ("number", "given", "family", "birth_date", "room", "called", "language", "code_status")
    form = ResidentForm(**{name: getattr(options, name) for name in names})
    facility = options.facility
    print(work(options, lambda s: residents.save(s, places.find(s, facility), form)[0].id))
    return 0


def _residents_import(options: argparse.Namespace) -> int:
    """Import residents from a CSV file: all of them, or none and what is wrong, line by line."""
    from hub.facility import importing, places, residents

    try:
        text = options.file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError(422, "csv", f"{options.file} is not UTF-8 text.") from error

    def todo(session: Session) -> tuple[importing.Imported, list[tuple[str, str, str]]]:
        facility = places.find(session, options.facility)
        made = importing.load(session, facility, text)
        bare = [row for row in residents.of(session, facility.id) if row.wristband is None]
        rows = bare if options.wristbands else []
        bands = [(row.number, f"{row.given} {row.family}", residents.new_wristband(row)) for row in rows]
        return made, bands

    made, bands = work(options, todo)
    print(f"{made.added} added, {made.changed} changed.")
    for band in bands:
        print(*band, sep="\t")
    return 0


def _residents_list(options: argparse.Namespace) -> int:
    """List who lives in a facility."""
    from hub.facility import places, residents

    for row in work(options, lambda s: residents.of(s, places.find(s, options.facility).id)):
        band = "wristband" if row.wristband else "no wristband"
        print(row.id, row.number, f"{row.given} {row.family}", row.birth_date, row.room, band, sep="\t")
    return 0


def _residents_wristband(options: argparse.Namespace) -> int:
    """Make a resident's wristband and print its token, which is kept nowhere."""
    from hub.facility import residents

    token = work(options, lambda s: residents.new_wristband(residents.find(s, None, options.resident)))
    _picture(options.qr, token)
    print(token)
    return 0


def _residents_photo(options: argparse.Namespace) -> int:
    """Keep a resident's photo, shown to staff beside the name."""
    from hub.facility import residents

    content, taken = options.file.read_bytes(), options.taken or date.today().isoformat()
    work(options, lambda s: residents.set_photo(residents.find(s, None, options.resident), content, taken))
    print("Kept.")
    return 0


def _residents_leave(options: argparse.Namespace) -> int:
    """Take a resident off the list: lives there no more."""
    from hub.facility import residents

    work(options, lambda s: residents.leave(residents.find(s, None, options.resident)))
    print("Off the list; the record stays.")
    return 0


def _picture(path: Path | None, token: str) -> None:
    if path is not None:
        import segno

        segno.make_qr(token, error="m").save(str(path), kind="svg", scale=8, border=4)
