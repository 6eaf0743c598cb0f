"""Core's side of updates: what the agent may do when, and the content pack's way in.

The agent never acts within a visit: it asks before it restarts, and core answers. A content pack that the
agent has proven is judged by the session, as a changed profile is (core knows nothing of medicine), between
two visits; what can't be used is refused with the reason, and the last good one stays on the disk and in
use.
"""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from contract import agent, station
from kiosk.core.identity import keep

log = logging.getLogger(__name__)

CONTENT: Final = "content.pack"  # in the station's folder, beside what names its version
CONTENT_MOST: Final = 64 << 10  # bytes, as kiosk.clinical.pack
FAILED: Final = "update-failed"
BACK: Final = "update-rolled-back"
REFUSED: Final = "content-refused"
DETAIL_CHARS: Final = 200  # as the hub takes them


class Kept(msgspec.Struct, frozen=True):
    """Which pack is kept: its version, and the SHA-256 of its bytes."""

    version: str
    sha256: str


class Updates:
    """`to_agent` and `tell` (the session, with descriptors) reach the others; `trouble` the technicians."""

    def __init__(
        self,
        state: Path,
        to_agent: Callable[[agent.ToAgent], object],
        tell: Callable[[station.ToSession, Sequence[int]], object],
        trouble: Callable[[str, str], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._state, self._to_agent, self._tell, self._trouble = state, to_agent, tell, trouble
        self._clock = clock
        self._visit = self._screen = self._media = False
        self._held_until = 0.0  # a restart was granted until then
        self._offered: tuple[str, bytes] | None = None
        self.last: agent.UpdateState | None = None
        self._failed = ""  # why, as the technicians were told last
        self._kept = self._read_kept()

    # ---- how the station stands

    @property
    def now(self) -> agent.StationIs:
        """How the station stands, as the agent is told."""
        return agent.StationIs(
            visit=self._visit,
            screen=self._screen,
            media=self._media,
            content=self._kept.version if self._kept else "",
        )

    def stands(
        self, *, visit: bool | None = None, screen: bool | None = None, media: bool | None = None
    ) -> None:
        """Note what changed, and tell the agent."""
        before = self.now
        self._visit = self._visit if visit is None else visit  # a visit, or a shift of staff's
        self._screen = self._screen if screen is None else screen
        self._media = self._media if media is None else media
        if self.now != before:
            self._to_agent(self.now)
        if visit:
            self._held_until = 0.0  # the person was faster: the agent hears it before it acts

    # ---- the agent

    def came(self, message: agent.FromAgent, fds: list[int]) -> None:
        """Take what the agent says; its descriptors stay the caller's."""
        match message:
            case agent.AgentHello():
                self._to_agent(self.now)
            case agent.UpdateState():
                self._state_is(message)
            case agent.AskRestart():
                self._asked(message)
            case agent.ContentCame(version=version) if len(fds) == 1:
                self._content_came(version, fds[0])

    def gone(self) -> None:
        """The agent is not there: nothing is held for it."""
        self._held_until = 0.0
        self._offered = None
        if self.last is not None and self.last.state == "restarting":
            self._state_is(msgspec.structs.replace(self.last, state="idle"))

    def session_came(self) -> None:
        """Tell a new session how updates stand, and have it judge what is not judged yet."""
        if self.last is not None:
            self._tell(self.last, ())
        self._offer()

    def _state_is(self, state: agent.UpdateState) -> None:
        before, self.last = self.last, state
        self._tell(state, ())
        if state.state in ("idle", "waiting"):
            self._failed = ""
        if state.state == "failed" and state.why != self._failed:
            self._failed = state.why
            self._trouble(FAILED, f"{state.offered or 'looking'}: {state.why}: {state.detail}"[:DETAIL_CHARS])
        if state.back_from and (before is None or before.back_from != state.back_from):
            self._trouble(BACK, f"{state.back_from} was not well; {state.version} runs again")

    def _asked(self, message: agent.AskRestart) -> None:
        granted = not self._visit
        self._held_until = self._clock() + agent.HOLD_S if granted else 0.0
        log.info("restart into %s: %s", message.version, "granted" if granted else "not within a visit")
        self._to_agent(agent.RestartAnswer(granted=granted))

    # ---- content

    def _content_came(self, version: str, fd: int) -> None:
        """Take a proven pack in; what is larger than a pack may be is none."""
        data = os.pread(fd, CONTENT_MOST + 1, 0)
        if len(data) > CONTENT_MOST:
            self._refuse(version, "it is larger than a pack may be")
            return
        self._offered = (version, data)
        self._offer()

    def _offer(self) -> None:
        """Have the session judge the pack, when there is one and nobody is in a visit."""
        if self._offered is None or self._visit:
            return
        version, data = self._offered
        fd = os.memfd_create("content", os.MFD_CLOEXEC)
        try:
            os.write(fd, data)
            self._tell(station.ContentOffered(version=version), (fd,))
        finally:
            os.close(fd)

    def judged(self, message: agent.ContentJudged) -> None:
        """Keep it, or keep the last good one and say why."""
        if self._offered is None or self._offered[0] != message.version:
            return
        (version, data), self._offered = self._offered, None
        if message.problem:
            self._refuse(version, message.problem)
            return
        try:
            keep(self._state / CONTENT, data)
            kept = Kept(version, hashlib.sha256(data).hexdigest())
            keep(self._state / f"{CONTENT}.json", msgspec.json.encode(kept))
        except OSError as error:
            self._refuse(version, f"it can't be kept: {error.strerror}")
            return
        self._kept = kept
        log.info("content %s is in use", version)
        self._to_agent(agent.ContentJudged(version=version))
        self._to_agent(self.now)

    def _refuse(self, version: str, problem: str) -> None:
        self._trouble(REFUSED, f"version {version}: {problem}"[:DETAIL_CHARS])
        self._to_agent(agent.ContentJudged(version=version, problem=problem))

    def _read_kept(self) -> Kept | None:
        """Return what is kept; a pack that is not what was kept is not used any more."""
        place = self._state / CONTENT
        try:
            data = place.read_bytes()
            kept = msgspec.json.decode((self._state / f"{CONTENT}.json").read_bytes(), type=Kept)
            if kept.sha256 == hashlib.sha256(data).hexdigest():
                return kept
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            pass
        if place.exists():
            log.warning("the content pack kept here is not what was kept: it is left out")
            place.unlink(missing_ok=True)
        return None
