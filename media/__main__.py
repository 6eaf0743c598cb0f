"""`python -m media`: the process that holds camera, microphone and call; and what sources there are."""

import argparse
import asyncio
import contextlib
import ctypes
import logging
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from contract import link
from media import forms
from media.nettest import command as network_test
from media.service import Service
from media.sound import command as sound_test
from media.sound import portaudio

M_ARENA_MAX: Final = -8  # of glibc's malloc.h
NICE: Final = -8  # of the process; lower goes first
CONNECT_TRIES: Final = 100
CONNECT_EACH_S: Final = 0.1


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    found = argparse.ArgumentParser(
        prog="python -m media",
        description="Carepost's camera, microphone and call. Started by the launcher; ends with core.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Forms of the sources in a station's profile:\n\n"
        + "\n".join((forms.CAMERA_HELP, forms.MICROPHONE_HELP, forms.SPEAKER_HELP, forms.STETHOSCOPE_HELP)),
    )
    found.add_argument("--core", type=Path, metavar="PATH", help="core's media socket: serve it")
    commands = found.add_subparsers(dest="command")
    commands.add_parser("sources", help="list cameras, microphones and loudspeakers")
    network_test.add_command(commands)
    sound_test.add_command(commands)
    return found


def list_sources() -> None:
    """Print what can be named in a profile."""
    print("cameras:")
    for camera in forms.cameras():
        print(f"  v4l2:{camera.device}  {camera.name}")
    print("microphones:")
    for device in portaudio.devices("input"):
        print(f"  device:{device.name}{about(device)}")
    print("speakers:")
    for device in portaudio.devices("output"):
        print(f"  device:{device.name}{about(device)}")
    print("always there: camera synthetic, microphone tone or silence, speaker none")


def about(device: forms.SoundDevice) -> str:
    """Say why a sound device would be chosen."""
    words = [*(["default"] if device.default else []), *(["headset"] if device.headset else [])]
    return f"  ({', '.join(words)})" if words else ""


async def serve(path: Path) -> None:
    """Serve core's socket until it closes."""
    await Service(await _connect(path)).run()


async def _connect(path: Path) -> socket.socket:
    """Connect to core; one that is just being started again has left its socket without anybody behind it."""
    for _ in range(CONNECT_TRIES):
        with contextlib.suppress(ConnectionRefusedError):
            return link.connect(path)
        await asyncio.sleep(CONNECT_EACH_S)
    return link.connect(path)


def save_memory() -> None:
    """Keep the process small: numpy's pool gives nothing at our sizes, and glibc's arenas (one for each
    codec's thread) keep 30 MB of freed pictures."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:  # glibc's only
        mallopt(M_ARENA_MAX, 2)


def go_first() -> None:
    """Come before what else the machine does, where we may: sound that waits for a core is heard as gaps.

    As Chromium does with its own threads for sound and pictures, by as much.
    """
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, NICE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    options = parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="media: %(message)s")
    if options.command == "sources":
        list_sources()
        return 0
    if options.command == "network-test":
        return network_test.run(options)
    if options.command == "sound-test":
        return sound_test.run(options)
    if options.core is None:
        parser().print_help()
        return 2
    save_memory()
    go_first()
    try:
        asyncio.run(serve(options.core))
    except OSError as error:
        print(f"media: core's socket {options.core} cannot be used: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
