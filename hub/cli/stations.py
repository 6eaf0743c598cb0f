"""Stations: enrolment, profiles, revocation."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from contract.enrolment import qr_text
from contract.wire import ORDERS
from hub.cli.common import Commands, add, work
from hub.config import Config, Limits
from hub.errors import ProblemError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    code = add(commands, "station-code", _station_code)
    code.add_argument("--name", required=True, help="for instance 'Elm Street Pharmacy'")
    code.add_argument("--address", required=True, help="where it stands; responders are sent there")
    code.add_argument("--phone", required=True, help="phone at the site")
    code.add_argument("--profile", type=Path, help="JSON with more of the station's profile")
    _add_code_options(code)
    add(commands, "enrolments", _enrolments)
    for name, function in (
        ("enrolment-confirm", _enrolment_confirm),
        ("enrolment-refuse", _enrolment_refuse),
    ):
        words = "the machine's fingerprint, as its own screen shows it"
        add(commands, name, function).add_argument("fingerprint", nargs="+", help=words)
    add(commands, "station-list", _station_list)
    cleaned = add(commands, "cleaning", _cleaning)
    cleaned.add_argument("--last", type=int, default=100, help="how many visits, the newest first")
    settle = add(commands, "station-settle", _station_settle)
    settle.add_argument("alarm", type=UUID, help="the alarm's id, as station-list shows it")
    settle.add_argument("--note", required=True, help="what was found and done")
    add(commands, "station-revoke", _station_revoke).add_argument("station", type=UUID, help="its id")
    again = add(commands, "station-new-code", _station_new_code)
    again.add_argument("station", type=UUID, help="the station's id")
    _add_code_options(again)
    order = add(commands, "station-order", _station_order)
    order.add_argument("station", type=UUID, help="the station's id")
    order.add_argument("what", choices=ORDERS, help="message: its words, or none to take them away")
    order.add_argument("text", nargs="?", default="", help="words on the screen, or why it is disabled")
    yes = add(commands, "station-technician", _station_technician)
    yes.add_argument("station", type=UUID, help="the station's id")
    yes.add_argument("--challenge", required=True, help="the number on the station's screen")
    yes.add_argument("--technician", required=True, help="who it is, as it is to stand in the report")
    report = add(commands, "station-commissioning", _station_commissioning)
    report.add_argument("station", type=UUID, help="the station's id")
    changed = add(commands, "station-profile", _station_profile)
    changed.add_argument("station", type=UUID, help="the station's id")
    changed.add_argument("profile", type=Path, help="JSON with what differs from the defaults")


def _overrides(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise ProblemError(422, "profile", f"{path} cannot be read: {error}") from error
    if not isinstance(told, dict):
        raise ProblemError(422, "profile", f"{path} is not a JSON object.")
    return told


def _add_code_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--serial", default="", help="only the machine with this serial number may use it: good for days"
    )
    command.add_argument("--days", type=int, help="how long it is good, 1 to 14; needs --serial")
    command.add_argument("--qr", type=Path, metavar="FILE.svg", help="also write the QR code as a picture")
    command.add_argument(
        "--unattended",
        action="store_true",
        help="certify whoever has the code at once, nobody compares fingerprints: for a demo on one machine",
    )


def _life_s(options: argparse.Namespace, limits: Limits) -> int:
    """Return for how long the code is good; ProblemError when it may not be so long."""
    if not options.serial:
        if options.days is not None:
            raise ProblemError(422, "usage", "--days needs --serial: an unbound code is good for 15 minutes.")
        return limits.code_life_s
    most = limits.bound_code_life_s // 86_400
    days = most if options.days is None else options.days
    if not 1 <= days <= most:
        raise ProblemError(422, "usage", f"A code is good for 1 to {most} days.")
    return int(days) * 86_400


def _station_technician(options: argparse.Namespace) -> int:
    """Let a technician in at a station's screen: show the code to be read out over the phone."""
    from contract.technician import spaced
    from hub.fleet import technician
    from hub.keys import HubKeys

    keys = HubKeys.load(options.data, Config(data=options.data).limits.key_days)
    there = technician.There(options.challenge, options.technician)
    yes = work(
        options,
        lambda s: technician.answer(s, keys, options.station, there, "command-line"),
    )
    print(spaced(yes.code))
    return 0


def _station_commissioning(options: argparse.Namespace) -> int:
    """Show the newest commissioning report a station sent, and its dates as lines for the profile."""
    from contract import commissioning
    from hub.fleet import technician

    report = work(options, lambda s: technician.newest_report(s, options.station))
    if report is None:
        raise ProblemError(404, "not-found", "This station has sent no commissioning report.")
    outcome = "all checks passed" if report.passed else "not all checks passed"
    print(f"{report.name}, {report.at}, by {report.technician}: {outcome}")
    for result in report.results:
        print(f"  [{result.outcome}] {result.subject}: {result.what}")
    if dates := commissioning.for_profile(report):
        print(f"\nFor the station's profile (devices):\n{dates}")
    return 0


def _new_code(options: argparse.Namespace, station: Callable[[Session], UUID]) -> int:
    """Make and show a code: as QR code where the hub's address is known, in letters on the last line."""
    from hub.fleet import enrol, stations
    from hub.fleet.ca import StationCa

    ca = StationCa(options.data)
    life = _life_s(options, Config(data=options.data).limits)

    def todo(session: Session) -> tuple[str, str]:
        made = enrol.new_code(
            session,
            station(session),
            ca.der,
            life,
            serial=options.serial,
            attended=not options.unattended,
        )
        return stations.console_url(session), made

    hub, code = work(options, todo)
    _show_code(hub, code, options.qr)
    return 0


def _show_code(hub: str, code: str, picture: Path | None) -> None:
    import segno

    if hub:
        qr = segno.make_qr(qr_text(hub, code), error="m")
        if picture is not None:
            qr.save(str(picture), kind="svg", scale=4)
        if sys.stdout.isatty():
            qr.terminal(compact=True)
        print(f"Hub: {hub}")
    elif picture is not None:
        raise ProblemError(409, "no-address", "The hub's address is known once it has run: no QR code yet.")
    print(code)


def _station_code(options: argparse.Namespace) -> int:
    """Add a station and print its one-time enrolment code."""
    from hub.fleet import stations

    overrides = _overrides(options.profile) if options.profile else {}

    def station(session: Session) -> UUID:
        row = stations.create(session, options.name, options.address, options.phone, overrides)
        session.flush()
        return row.id

    return _new_code(options, station)


def _enrolments(options: argparse.Namespace) -> int:
    """List the machines that used a code and wait for somebody to compare their fingerprints."""
    from hub.fleet import enrol

    wait_s = Config(data=options.data).limits.enrol_wait_s
    for one in work(options, lambda s: enrol.waiting(s, wait_s)):
        swap = "takes the place of another machine" if one.enrolled_before else "new"
        print(one.fingerprint, one.name, one.address, one.machine, one.network, one.asked_at, swap, sep="\t")
    return 0


def _enrolment_confirm(options: argparse.Namespace) -> int:
    """Let a waiting machine in: its own screen shows this fingerprint."""
    return _decide(options, refused=False)


def _enrolment_refuse(options: argparse.Namespace) -> int:
    """Turn a waiting machine away."""
    return _decide(options, refused=True)


def _decide(options: argparse.Namespace, *, refused: bool) -> int:
    from hub.fleet import enrol

    told, wait_s = " ".join(options.fingerprint), Config(data=options.data).limits.enrol_wait_s
    name = work(options, lambda s: enrol.decide(s, told, "command-line", refused=refused, wait_s=wait_s))
    print(f"{name}: {'refused' if refused else 'this machine is let in'}.")
    return 0


def _station_list(options: argparse.Namespace) -> int:
    """List the stations, when each was last heard of, and what somebody must look at."""
    from hub.fleet import report, stations
    from hub.fleet.alerts import LOST_S
    from hub.times import now

    def todo(session: Session) -> list[dict[str, Any]]:
        there = [row.id for row in stations.everywhere(session) if now() - (row.seen_at or 0) <= LOST_S]
        return [report.as_json(session, one) for one in report.all_of(session, there)]

    for one in work(options, todo):
        readiness = (one["readiness"] or {}).get("state", "not told")
        seen = one["seen_at"] or "never seen"
        words = [alarm["words"] for alarm in one["alarms"]]
        print(one["id"], one["state"], one["name"], one["address"], seen, readiness, *words, sep="\t")
        for alert in one["alerts"]:
            print("", alert["level"], alert["words"], alert["since"] or "", sep="\t")
        for alarm in one["alarms"]:
            for why in alarm["why"]:
                print("", why, sep="\t")
            for machine in alarm["machines"]:
                print("", "machine", machine["boot"], machine["address"], machine["last_seen"], sep="\t")
            print(
                "",
                f"when seen to: python -m hub station-settle --data DIR {alarm['id']} --note '…'",
                sep="\t",
            )
    return 0


def _cleaning(options: argparse.Namespace) -> int:
    """List whether stations were wiped clean after visits, as somebody said there."""
    from sqlalchemy import select

    from hub.models import Station, Visit

    def todo(session: Session) -> list[tuple[Visit, str]]:
        query = select(Visit, Station.name).join(Station, Station.id == Visit.station_id)
        query = query.where(Visit.closed_how.is_not(None)).order_by(Visit.closed_at.desc())
        return [(row, name) for row, name in session.execute(query.limit(options.last))]

    for row, name in work(options, todo):
        print(row.cleaned_at or row.closed_at, name, row.cleaned or "not told", row.id, sep="\t")
    return 0


def _station_settle(options: argparse.Namespace) -> int:
    """Note that a technician has seen to a station's alarm; a further sign raises a new one."""
    from hub.intake import alarms

    work(options, lambda s: alarms.settle(s, options.alarm, "command-line", options.note))
    print("Settled.")
    return 0


def _station_profile(options: argparse.Namespace) -> int:
    """Give a station another profile; it has it the next time it asks."""
    from hub.fleet import stations

    overrides = _overrides(options.profile)
    version = work(options, lambda s: stations.change_profile(s, options.station, overrides))
    print(f"Profile version {version}.")
    return 0


def _station_new_code(options: argparse.Namespace) -> int:
    """Print a new enrolment code for a station (its machine was changed, or the code ran out)."""
    from hub.fleet import stations

    return _new_code(options, lambda session: stations.find(session, options.station).id)


def _station_order(options: argparse.Namespace) -> int:
    """Tell a station to do something; it does it when it is there, and says what came of it."""
    from hub.fleet import orders

    def todo(session: Session) -> UUID:
        return orders.make(session, options.station, options.what, options.text, "command-line").id

    print(work(options, todo))
    return 0


def _station_revoke(options: argparse.Namespace) -> int:
    """Refuse a station from now on."""
    from hub.fleet import enrol

    work(options, lambda session: enrol.revoke(session, options.station))
    print("Revoked. Codes that were made for it are good no more.")
    return 0
