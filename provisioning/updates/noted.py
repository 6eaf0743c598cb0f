"""What the agent must not forget between two starts: what failed here, and what was refused."""

from pathlib import Path
from typing import Final

import msgspec

from provisioning.updates.client import keep

FILE: Final = "noted.json"
MOST: Final = 20  # of each kind; the oldest are forgotten


class Noted(msgspec.Struct, frozen=True):
    """Versions that were tried and not well, and content that could not be used; newest last."""

    failed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def read(folder: Path) -> Noted:
    """Return what was noted; nothing when there is nothing to be read."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Noted)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Noted()


def add(folder: Path, *, failed: str = "", refused: str = "") -> Noted:
    """Note one more; OSError when it can't be kept."""
    noted = read(folder)
    for name, more in (("failed", failed), ("refused", refused)):
        known = getattr(noted, name)
        if more and more not in known:
            noted = msgspec.structs.replace(noted, **{name: (*known, more)[-MOST:]})
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep(folder / FILE, msgspec.json.encode(noted))
    return noted
