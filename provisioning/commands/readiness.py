"""readiness: can this station do its work? Asked over core's socket."""

import argparse
from pathlib import Path
from typing import Final

from contract.readiness import LIMITED, READY, Readiness
from provisioning.commands import Commands, add

REMEDIES: Final = {
    "call-technician": "see to it",
    "check-cable": "plug it in, switch it on; check its cable",
    "replace-battery": "new batteries",
    "use-spare": "plug it in anew, or take the spare",
    "calibrate": "have it calibrated, enter the new date in the profile",
    "check-network": "cable, router, address",
    "ask-it": "python -m media network-test --state STATE says what to ask the IT department for",
    "wait": "nothing: it mends itself",
    "uncover-camera": "take off what covers it, or turn on the light",
    "turn-up-sound": "turn the loudspeaker up; a headset does not hear itself",
    "plug-headset": "plug in a headset, or see to microphone and loudspeaker",
    "make-room": "make room on the disk",
    "set-clock": "set the clock; look at its battery",
    "renew": "it renews itself while the hub is there; run out: enrol anew",
    "update": "docs/technician.md, updates",
    "lock-disk": "a TPM (enrol --key tpm2), or a disk that a TPM opens",
    "ask-operator": "ask the hub's operator",
}
EXIT: Final = {READY: 0, LIMITED: 1}


def add_commands(commands: Commands) -> None:
    """Add the command."""
    command = add(commands, "readiness", _readiness)
    command.add_argument(
        "--run", dest="sockets", type=Path, required=True, help="the station's folder of sockets"
    )
    command.add_argument(
        "--test", action="store_true", help="test camera, sound and network first (they sound)"
    )
    command.add_argument("--wait", type=float, default=300.0, metavar="SECONDS", help="for the test's end")
    command.add_argument("--json", action="store_true", help="the whole answer as JSON")


def _readiness(options: argparse.Namespace) -> int:
    """Say whether the station is ready (exit 0), limited (1) or out of service (2), item by item."""
    import msgspec

    from provisioning.asking import ask_readiness

    found = ask_readiness(options.sockets, test=options.test, wait_s=options.wait)
    if options.json:
        print(msgspec.json.encode(found).decode())
    else:
        print("\n".join(words(found)))
    return EXIT.get(found.state, 2)


def words(found: Readiness) -> list[str]:
    """Return a judgement in words for a technician, a line each."""
    lines = [f"{found.state}" + (f": no {', '.join(found.lacks)}" if found.lacks else "")]
    for item in found.items:
        name = f"{item.id} {item.about}".strip()
        detail = f" ({item.detail})" if item.detail else ""
        lines.append(f"  {item.colour:5}  {name:20} {item.finding}{detail}")
        if item.remedy:
            lines.append(f"         {'':20} → {REMEDIES.get(item.remedy, item.remedy)}")
    lines.append(f"Tested: {found.tested_at or 'not since core started'}; seen {found.at}.")
    return lines
