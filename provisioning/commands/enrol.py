"""enrol, status: this machine as a station."""

import argparse

from provisioning.commands import Commands, add, add_state


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    command = add(commands, "enrol", _enrol)
    add_state(command)
    command.add_argument("--hub", help="the hub's address, like https://hub.example; the QR code says it")
    command.add_argument(
        "--code",
        required=True,
        help="the one-time code from 'python -m hub station-code', or its QR code's text",
    )
    command.add_argument("--serial", help="this machine's serial number, if its firmware does not say it")
    command.add_argument(
        "--key",
        choices=("file", "host", "tpm2", "auto"),
        default="file",
        help="keep the key in a file, or sealed by systemd to this disk (host) or the TPM; auto: TPM or file",
    )
    command.add_argument(
        "--wait",
        type=float,
        default=60.0,
        metavar="MINUTES",
        help="for the operator's yes; the same code goes on",
    )
    add_state(add(commands, "status", _status))


def _enrol(options: argparse.Namespace) -> int:
    """Make this machine a station with a hub's one-time code."""
    from contract.enrolment import read_qr, serial_of
    from provisioning.enrol import Asking, EnrolError, enrol, machine_serial
    from provisioning.keys import keeper

    hub, code = options.hub, options.code
    if code.startswith("carepost:"):
        try:
            hub, code = read_qr(code)
        except ValueError as error:
            raise EnrolError("This is not an enrolment's QR code. Scan it again.") from error
    if not hub:
        raise EnrolError("Say where the hub is (--hub), or scan the QR code.")
    serial = machine_serial() if options.serial is None else serial_of(options.serial)
    asking = Asking(serial, keeper(options.key), options.wait * 60, _waits)
    profile = enrol(hub, code, options.state, asking)
    print(f"Enrolled as {profile.name}, {profile.address}.\nIts key and certificate are in {options.state}.")
    print(f"Start the station with: python -m kiosk --state {options.state}")
    return 0


def _waits(fingerprint: str) -> None:
    print(f"This machine's fingerprint: {fingerprint}")
    print("Read it to the hub's operator, who compares it and says yes. Waiting …", flush=True)


def _status(options: argparse.Namespace) -> int:
    """Say what a state folder holds, and whether it holds together."""
    from provisioning.enrol import status

    for name, value in status(options.state).items():
        print(f"{name:18} {value}")
    return 0
