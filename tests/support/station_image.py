"""Images that the tests start, what is noted of them, and how a machine becomes a station in them."""

import base64
import io
import json
import os
import tarfile
from pathlib import Path
from typing import Any, Final

from station_state import StationState
from station_vm import Machine

IMAGES: Final = Path(os.environ.get("CAREPOST_IMAGES", "dist/breakouts"))
PICTURES: Final = Path(os.environ.get("CAREPOST_PICTURES", IMAGES / "pictures"))
RESULTS: Final = IMAGES / "results.jsonl"
CLOSED: Final = IMAGES / "closed" / "carepost.img"
OPEN: Final = IMAGES / "open" / "carepost.img"
LINE: Final = 2000  # characters that the probe takes at once


def note(what: str, **told: object) -> None:
    """Keep a result for the table in docs/security."""
    with RESULTS.open("a") as file:
        file.write(json.dumps({"what": what, **told}) + "\n")


def enrol(vm: Machine, folder: Path, *then: str, **profile: Any) -> None:
    """Make the machine a station, as enrolment leaves it; the hub is away. `then`: run before it starts."""
    vm.running("data", "screen", seconds=240)  # else the data's disk is laid over what is put there
    state = StationState(folder, **{"languages": ("en", "es", "ar"), **profile})
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path in sorted(state.folder.iterdir()):
            archive.add(path, path.name)
    text = base64.b64encode(packed.getvalue()).decode()
    for at in range(0, len(text), LINE):
        vm.ask(f"printf %s {text[at : at + LINE]} >> /run/state.b64")
    vm.ask("base64 -d /run/state.b64 | tar -xz -C /var/lib/carepost && rm /run/state.b64")
    for line in then:
        code, told = vm.tried(line)
        assert code == 0, f"{line}: {told}"
    vm.ask("systemctl reload carepost-lockdown; systemctl restart carepost-screen")
    vm.ask("systemctl start carepost-guard carepost-core")
    vm.ask("systemctl start --no-block carepost-media carepost-speech carepost-agent carepost-session")
    vm.running("session", "core", "media", "screen", "agent", seconds=240)
