"""commission: guided checks of a station and its devices, signed into a report."""

import argparse
import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from contract.commissioning import FIGURES, NETWORK, Answer, Page
from contract.network import WayTested
from contract.profile import Profile
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
    from contract import commissioning, network_words
    from contract.enrolment import fingerprint
    from contract.profile import open_profile
    from contract.seal import SealError
    from provisioning import report_forms
    from provisioning.keys import keeper_of
    from provisioning.paper import pdf

    try:
        root = (options.state / "root.pub").read_bytes()
        profile = open_profile((options.state / "profile.signed").read_bytes(), root)
    except (OSError, SealError) as error:
        raise ProvisioningError(f"{options.state} is not an enrolled station: {error}") from error
    key = keeper_of(options.state).load(options.state)
    found = _Found(options.answers)
    ways = found.ways if found.ways or options.no_network or options.answers else _network(options.state)
    answers = {NETWORK: commissioning.of_network(ways)} | _asked(profile, found)
    readiness = found.readiness or _readiness(options.sockets)
    report = commissioning.Report(
        str(profile.station),
        profile.name,
        profile.address,
        options.technician,
        datetime.now().astimezone().isoformat(timespec="seconds"),
        commissioning.results(profile, answers, date.today()),
        network_words.summary(ways) if ways else "",
        tuple(readiness),
    )
    seal = commissioning.signed(report, key)
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
    from contract import commissioning
    from contract.seal import SealError
    from provisioning.keys import keeper_of

    public = keeper_of(options.state).load(options.state).public_key().public_bytes_raw()
    try:
        report = commissioning.opened(options.report.read_bytes(), public)
    except (OSError, SealError, msgspec.DecodeError) as error:
        raise ProvisioningError(f"{options.report} is no report that this station signed: {error}") from error
    print(f"Signed by this station. {report.name}, {report.at}, by {report.technician}: ", end="")
    print("all checks passed." if report.passed else "not all checks passed.")
    return 0


class _Found:
    """What was found: of a file {subject: true | false | null | [shown, reference, note] | [true, note]}, and
    in it `network` (the ways tried) and `readiness` (its lines or its judgement); or asked of a person.
    """

    def __init__(self, path: Path | None) -> None:
        self._told: dict[str, Any] | None = None
        self.ways: tuple[WayTested, ...] = ()
        self.readiness: list[str] = []
        if path is None:
            return
        try:
            told = json.loads(path.read_bytes())
            if not isinstance(told, dict):
                raise ProvisioningError(f"{path} is not a JSON object.")
            self.ways = msgspec.convert(told.pop(NETWORK, ()), tuple[WayTested, ...])
            self.readiness = _judged(told.pop("readiness", None))
        except (OSError, ValueError) as error:
            raise ProvisioningError(f"{path} cannot be read: {error}") from error
        self._told = told

    def answer(self, page: Page, words: tuple[str, ...], figures: tuple[str, ...]) -> Answer:
        """Return what was found of one check."""
        told = _from_person(words, figures) if self._told is None else self._told.get(page.subject)
        return _figures(told) if figures else _yes_or_no(told)


def _judged(told: Any) -> list[str]:
    from contract.readiness import Readiness
    from provisioning.commands.readiness import words

    return words(msgspec.convert(told, Readiness)) if told is not None else []


def _asked(profile: Profile, found: _Found) -> dict[str, Answer]:
    """Return the answer to every check but the network's."""
    from contract.commissioning import pages

    answers = {}
    for page in pages(profile):
        if page.subject == NETWORK:
            continue
        check, title = page.check, page.check.title
        figures: tuple[str, ...] = ()
        if check.way == FIGURES:
            figures = (f"shown, {check.unit}", f"reference, {check.unit}")[
                : 1 if check.reference is not None else 2
            ]
        about = f" ({profile.screen.width_mm:.0f} mm wide by the profile)" if page.subject == "screen" else ""
        words = (f"{page.subject}: {title}{about}" if page.device else title + about, *check.steps)
        answers[page.subject] = found.answer(page, words, figures)
    return answers


def _from_person(words: tuple[str, ...], figures: tuple[str, ...]) -> Any:
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


def _yes_or_no(told: Any) -> Answer:
    yes, *rest = told if isinstance(told, list) and told else [told]
    return Answer(yes=yes if isinstance(yes, bool) else None, note=str(rest[0]) if rest else "")


def _figures(told: Any) -> Answer:
    given = list(told) if isinstance(told, list) else []
    numbers = [
        float(n) if isinstance(n, int | float) and not isinstance(n, bool) else None for n in given[:2]
    ]
    shown, reference = [*numbers, None, None][:2]
    return Answer(shown=shown, reference=reference, note=str(given[2]) if len(given) > 2 else "")


def _network(state: Path) -> tuple[WayTested, ...]:
    """Run the network test and return what it found; nothing when it could not be made."""
    command = [sys.executable, "-m", "media", "network-test", "--json", "--state", str(state)]
    if getattr(sys, "frozen", False):
        media = str(Path(sys.executable).with_name("carepost-media"))
        command = [media, *command[3:]]
    try:
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = []
    for line in done.stdout.splitlines():
        try:
            found.append(msgspec.json.decode(line, type=WayTested))
        except msgspec.DecodeError:
            continue  # its last line, the verdict
    return tuple(found)


def _readiness(run: Path | None) -> list[str]:
    from provisioning.asking import ask_readiness
    from provisioning.commands.readiness import words

    return words(ask_readiness(run, test=True)) if run is not None else []
