"""commission: guided checks of a station and its devices, signed into a report."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from provisioning.commands import Commands, add, add_state
from provisioning.errors import ProvisioningError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    command = add(commands, "commission", _commission)
    add_state(command)
    command.add_argument("--technician", required=True, help="your name, as it is to stand in the report")
    command.add_argument("--to", type=Path, required=True, help="a folder for the report's files")
    command.add_argument(
        "--run", dest="sockets", type=Path, help="the running station's sockets: it tests itself first"
    )
    command.add_argument(
        "--no-network", action="store_true", help="leave the network test out (it takes 30 s)"
    )
    command.add_argument(
        "--answers", type=Path, metavar="FILE.json", help="what was found, in place of asking"
    )
    check = add(commands, "commission-verify", _verify)
    add_state(check)
    check.add_argument("report", type=Path, help="commissioning.signed")


def _commission(options: argparse.Namespace) -> int:
    """Check the station and each of its devices, guided, and write the signed report (PDF, FHIR, JSON)."""
    from contract.enrolment import fingerprint
    from contract.profile import open_profile
    from contract.seal import SealError
    from provisioning import commissioning, report_forms
    from provisioning.keys import keeper_of
    from provisioning.paper import pdf

    try:
        root = (options.state / "root.pub").read_bytes()
        profile = open_profile((options.state / "profile.signed").read_bytes(), root)
    except (OSError, SealError) as error:
        raise ProvisioningError(f"{options.state} is not an enrolled station: {error}") from error
    key = keeper_of(options.state).load(options.state)
    ask = _from_file(options.answers) if options.answers else _from_person
    network = "" if options.no_network else _network(options.state)
    readiness = _readiness(options.sockets)
    today = date.today()
    results = []
    for part, question in commissioning.STATION.items():
        if part == "printer" and not profile.take_away.printer:
            continue
        words = question.format(width_mm=profile.screen.width_mm)
        results.append(commissioning.answered(part, *_yes_or_no(ask(part, (words,), ()))))
    for device in profile.devices:
        check = commissioning.CHECKS.get(device.role)
        if check is None:
            continue
        title = f"{device.id}: {check.title}"
        if not check.unit:
            told = commissioning.answered(device.id, *_yes_or_no(ask(device.id, (title, *check.steps), ())))
        else:
            asked = (f"shown by the device, {check.unit}", f"reference, {check.unit}")
            shown, reference, note = _figures(ask(device.id, (title, *check.steps), asked))
            told = commissioning.judge(device, shown, reference, today, note)
        results.append(told)
    report = commissioning.Report(
        str(profile.station),
        profile.name,
        profile.address,
        options.technician,
        datetime.now().astimezone().isoformat(timespec="seconds"),
        tuple(results),
        network,
        tuple(readiness),
    )
    seal = report_forms.signed(report, key)
    shown_key = fingerprint(key.public_key().public_bytes_raw())
    page = pdf(report_forms.lines(report, shown_key), f"Carepost commissioning, {report.name}")
    bundle = json.dumps(report_forms.fhir(report, profile, seal), indent=1).encode()
    try:
        options.to.mkdir(parents=True, exist_ok=True)
        for name, content in (("signed", seal), ("pdf", page), ("fhir.json", bundle)):
            (options.to / f"commissioning.{name}").write_bytes(content)
    except OSError as error:
        raise ProvisioningError(f"The report can't be written to {options.to}: {error.strerror}.") from error
    print("\n".join(report_forms.lines(report, shown_key)))
    if dates := commissioning.for_profile(report):
        print(f"\nFor the station's profile (devices):\n{dates}")
    return 0 if report.passed else 1


def _verify(options: argparse.Namespace) -> int:
    """Say whether a report was signed by this station, and what it says."""
    import msgspec

    from contract.seal import SealError
    from provisioning import report_forms
    from provisioning.keys import keeper_of

    public = keeper_of(options.state).load(options.state).public_key().public_bytes_raw()
    try:
        report = report_forms.opened(options.report.read_bytes(), public)
    except (OSError, SealError, msgspec.DecodeError) as error:
        raise ProvisioningError(f"{options.report} is no report that this station signed: {error}") from error
    print(f"Signed by this station. {report.name}, {report.at}, by {report.technician}: ", end="")
    print("all checks passed." if report.passed else "not all checks passed.")
    return 0


Answers = Callable[[str, tuple[str, ...], tuple[str, ...]], Any]


def _from_file(path: Path) -> Answers:
    """Answers of a file: {subject: true | false | null | [shown, reference, note]}."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ProvisioningError(f"{path} cannot be read: {error}") from error
    if not isinstance(told, dict):
        raise ProvisioningError(f"{path} is not a JSON object.")
    return lambda subject, _words, _figures: told.get(subject)


def _from_person(_subject: str, words: tuple[str, ...], figures: tuple[str, ...]) -> Any:
    if not sys.stdin.isatty():
        raise ProvisioningError("Nobody is here to answer: give what was found by --answers FILE.json.")
    print("\n" + "\n".join(words))
    if not figures:
        return {"y": True, "n": False}.get(input("y, n, or Enter to leave it out: ").strip().lower()[:1])
    return [_number(input(f"  {name} (Enter: leave it out): ")) for name in figures]


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _yes_or_no(told: Any) -> tuple[bool | None, str]:
    return (told if isinstance(told, bool) else None), ""


def _figures(told: Any) -> tuple[float | None, float | None, str]:
    given = list(told) if isinstance(told, list) else []
    numbers = [
        float(n) if isinstance(n, int | float) and not isinstance(n, bool) else None for n in given[:2]
    ]
    note = str(given[2]) if len(given) > 2 else ""
    return (*[*numbers, None, None][:2], note)  # type: ignore[return-value]


def _network(state: Path) -> str:
    """Run the network test and return what it says in its own words."""
    command = [sys.executable, "-m", "media", "network-test", "--state", str(state)]
    if getattr(sys, "frozen", False):
        command = [
            str(Path(sys.executable).with_name("carepost-media")),
            "network-test",
            "--state",
            str(state),
        ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"The network test could not be made ({type(error).__name__})."
    said = [line.strip() for line in (done.stdout or done.stderr).splitlines() if line.strip()]
    return " ".join(said) or "The network test said nothing."


def _readiness(run: Path | None) -> list[str]:
    from provisioning.asking import ask_readiness
    from provisioning.commands.readiness import words

    return words(ask_readiness(run, test=True)) if run is not None else []
