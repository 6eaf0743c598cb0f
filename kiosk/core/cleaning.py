"""After which visit the station was not wiped clean yet. On the disk: a power cut must not forget it."""

import contextlib
from pathlib import Path
from uuid import UUID

import msgspec


class CleaningDue:
    """Remembers one visit's id (no patient data) until somebody has answered the cleaning step."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.after: UUID | None = None
        with contextlib.suppress(FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
            self.after = msgspec.json.decode(path.read_bytes(), type=UUID)

    def due(self, visit: UUID) -> None:
        """A visit is over: the station is to be wiped clean."""
        self.after = visit
        draft = self._path.with_suffix(".new")
        with contextlib.suppress(OSError):  # a full disk: then only until core ends
            draft.write_bytes(msgspec.json.encode(visit))
            draft.replace(self._path)

    def over(self, visit: UUID) -> None:
        """The step after this visit is over."""
        if self.after == visit:
            self.after = None
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
