"""Where else something of a patient could stay: memory shared between processes, and a screen's clipboard."""

import os
import subprocess
from pathlib import Path
from typing import Final

SELECTIONS: Final = ("PRIMARY", "SECONDARY", "CLIPBOARD")


def shared_memory(pids: list[int]) -> dict[int, str]:
    """Return the memfds that processes hold open or mapped, inode -> name: journal, frames, pictures."""
    found: dict[int, str] = {}
    for pid in pids:
        try:
            handles = list(Path(f"/proc/{pid}/fd").iterdir())
            mapped = Path(f"/proc/{pid}/maps").read_text().splitlines()
        except OSError:
            continue  # it has ended: it holds nothing
        for handle in handles:
            try:
                name = str(handle.readlink())
                if name.startswith("/memfd:"):
                    found[handle.stat().st_ino] = name
            except OSError:
                continue
        for line in mapped:
            parts = line.split(maxsplit=5)
            if len(parts) == 6 and parts[5].startswith("/memfd:"):
                found[int(parts[4])] = parts[5]
    return found


def clipboard(display: str) -> dict[str, bytes]:
    """Return what a display's selections hold; nobody owns one: not there."""
    found = {}
    for selection in SELECTIONS:
        done = subprocess.run(
            ["xclip", "-o", "-selection", selection.lower()],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            check=False,
            timeout=30,
        )
        if done.returncode == 0:
            found[selection] = done.stdout
    return found
