"""The page to take home, given to CUPS through its socket by CUPS's own commands (lp, lpstat, cancel).

The page goes in by a pipe: nothing of it touches a file here. CUPS keeps it in its spool until it is printed
(docs/printing.md says how to set that up); what was not printed is taken back, with its file, by `cancel`.
CUPS forgets jobs that are over, so a job that is gone while its printer works is a job that was printed.
"""

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

log = logging.getLogger("ui")

USER: Final = "carepost"  # whose the jobs are at CUPS: nobody else's are ever cancelled
LOOK_MS: Final = 1000
IDLE_LOOKS: Final = 5  # a printer that is idle so long while our page waits is not going to print it
Told = Callable[[UUID, str, str], None]  # id, state, why: as in kiosk.visit.parts.Printing

# printer-state-reasons (RFC 8011 §5.4.12, without their severity) and what they are called here.
ALERTS: Final = (
    ("media-empty", "paper-out"),
    ("media-needed", "paper-out"),
    ("input-tray-missing", "paper-out"),
    ("media-jam", "paper-jam"),
    ("cover-open", "door-open"),
    ("door-open", "door-open"),
    ("interlock-open", "door-open"),
    ("toner-empty", "ink-out"),
    ("marker-supply-empty", "ink-out"),
    ("output-area-full", "tray-full"),
    ("offline", "not-reached"),
    ("connecting-to-device", "not-reached"),
    ("timed-out", "not-reached"),
    ("shutdown", "not-reached"),
    ("paused", "paused"),
)
_JOB: Final = re.compile(r"request id is (\S+-\d+)")


def why(told: str) -> str:
    """Return why a printer does not print, from what `lpstat -l -p` says in English; empty: it does."""
    alerts = " ".join(line for line in told.splitlines() if line.strip().startswith("Alerts:"))
    for reason, word in ALERTS:
        if re.search(rf"\b{reason}(-error|-report|-warning)?\b", alerts):
            return word
    return "paused" if re.search(r"^printer \S+ disabled", told, re.MULTILINE) else ""


class Printer(QObject):
    """Prints one page at a time on one queue and says how it goes."""

    def __init__(self, queue: str, told: Told, socket: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._told = told
        self._socket = socket
        self._id: UUID | None = None
        self._job = ""
        self._said = ("", "")
        self._looker = QTimer(self)
        self._looker.setInterval(LOOK_MS)
        self._looker.timeout.connect(self._look)
        self._looking = False
        self._idle = 0

    def print(self, id: UUID, page: bytes, title: str) -> None:
        """Give CUPS a PDF. `title` is seen in the printer's list: no patient data."""
        self._id, self._job, self._said, self._idle = id, "", ("sending", ""), 0
        if shutil.which("lp") is None or not self._socket.exists():
            self._tell("failed", "no-printer")
            return
        options = ["-o", "fit-to-page", "-o", "job-sheets=none,none"]
        self._run(["lp", "-d", self._queue, "-t", title, *options, "-"], self._given, page)

    def cancel(self) -> None:
        """Take back whatever of ours is not printed yet, also what a session before this one gave."""
        self._looker.stop()
        self._id = None
        if self._queue and shutil.which("cancel") is not None and self._socket.exists():
            ours = ["-u", USER, "-a", "-x", self._queue]
            self._run(["cancel", "-x", self._job] if self._job else ["cancel", *ours], None)

    # ---- how it goes

    def _given(self, code: int, told: str) -> None:
        found = _JOB.search(told)
        if code or found is None:
            log.warning("the printer did not take the page: %s", told.strip() or code)
            self._tell("failed", "no-printer" if "not exist" in told or "Unable to" in told else "refused")
            return
        self._job = found[1]
        self._tell("printing", "")
        self._looker.start()

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            self._run(
                ["lpstat", "-W", "not-completed", "-o", self._queue, "-l", "-p", self._queue], self._seen
            )

    def _seen(self, code: int, told: str) -> None:
        self._looking = False
        if self._id is None:
            return
        if code:
            self._tell("waiting", "not-reached")  # CUPS itself is away: it comes back, or the wipe does
        elif not re.search(rf"^{re.escape(self._job)}\s", told, re.MULTILINE):
            self._looker.stop()
            self._tell("printed", "")
        else:
            self._idle = self._idle + 1 if re.search(r"^printer \S+ is idle", told, re.MULTILINE) else 0
            reason = why(told) or ("refused" if self._idle >= IDLE_LOOKS else "")
            self._tell("waiting" if reason else "printing", reason)

    def _tell(self, state: str, reason: str) -> None:
        if self._id is not None and self._said != (state, reason):
            self._said = (state, reason)
            self._told(self._id, state, reason)

    def _run(self, line: list[str], done: Callable[[int, str], None] | None, give: bytes = b"") -> None:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("CUPS_SERVER", str(self._socket))
        environment.insert("CUPS_USER", USER)
        environment.insert("LC_ALL", "C")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)

        def finished(code: int, status: QProcess.ExitStatus) -> None:
            told = bytes(process.readAll().data()).decode(errors="replace")
            process.deleteLater()
            if done is not None:
                done(code if status is QProcess.ExitStatus.NormalExit else 1, told)

        process.finished.connect(finished)
        process.start(line[0], line[1:])
        if give:
            process.write(give)
        process.closeWriteChannel()
