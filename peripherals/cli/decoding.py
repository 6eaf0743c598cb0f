"""`decode`: a recording becomes one JSON object a line; what was garbage is counted on standard error."""

import argparse
import sys
from pathlib import Path

from peripherals.cli.common import USAGE, product_named
from peripherals.decode import as_json, decode, is_refused, read_recording


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = "decode a recording, one JSON object a line"
    command = commands.add_parser("decode", help=words, description=words)
    command.add_argument("--device", required=True, help="name, see 'devices'")
    command.add_argument(
        "file", type=Path, help="binary, hex text with white space, or a capture made by 'record'"
    )
    command.set_defaults(run=run)


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
