"""`decode`: a recording becomes one JSON object a line; `ecg`: an ECG file becomes one JSON object.

What was garbage in a recording is counted on standard error.
"""

import argparse
import sys
from pathlib import Path

from peripherals.cli.common import USAGE, product_named
from peripherals.decode import as_json, decode, is_refused, read_recording


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    words = "decode a recording, one JSON object a line"
    command = commands.add_parser("decode", help=words, description=words)
    command.add_argument("--device", required=True, help="name, see 'devices'")
    command.add_argument(
        "file", type=Path, help="binary, hex text with white space, or a capture made by 'record'"
    )
    command.set_defaults(run=run)

    words = "read a DICOM ECG file as JSON: leads, units, rate, start; nothing of whose it is"
    ecg = commands.add_parser("ecg", help=words, description=words)
    ecg.add_argument("file", type=Path)
    ecg.set_defaults(run=run_ecg)


def run(options: argparse.Namespace) -> int:
    """Decode the file."""
    product = product_named(options.device)
    if product is None:
        return USAGE
    try:
        recording = read_recording(options.file)
    except OSError as error:
        print(f"{options.file}: {error.strerror}", file=sys.stderr)
        return USAGE
    decoded = decode(product, recording)
    for frame in decoded.frames:
        if frame.is_reading:
            sys.stdout.write(as_json(options.device, frame).decode() + "\n")
    refused = sum(is_refused(frame) for frame in decoded.frames)
    if decoded.dropped or refused:
        print(
            f"{decoded.dropped} bytes belong to no frame; {refused} results cannot be true", file=sys.stderr
        )
    return 0


def run_ecg(options: argparse.Namespace) -> int:
    """Read the ECG; 1 when it is none, or damaged."""
    from peripherals.ecg_file import EcgFileError, as_json, read_ecg

    try:
        recording = read_ecg(options.file)
    except EcgFileError as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 1
    print(as_json(recording).decode())
    return 0
