"""The technician at the station's screen: let in (`entry`), checks (`commission`); told to the session.

Nothing here happens while a visit is on. The hub hears who came and what came of it, also later: what it was
not told yet is on the disk.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from contract import capture, control, station, wire
from contract import technician as t
from contract.seal import SealError
from kiosk.core.calibrated import Calibrated
from kiosk.core.clock import now_text, text_of
from kiosk.core.commission import Commission
from kiosk.core.entry import WHO, Entry
from kiosk.core.identity import keep
from peripherals import events

log = logging.getLogger(__name__)

LOOK_S: Final = 2.0
UNTOLD_FILE: Final = "technician-untold.json"
MOST_UNTOLD: Final = 50
DETAIL_CHARS: Final = 200


class Technician:
    """Made inside a running loop; `run` is a task. `restart` has core start anew, for new dates to count."""

    def __init__(
        self,
        state: Path,
        entry: Entry,
        commission: Callable[[Callable[[], object]], Commission],
        calibrated: Calibrated,
        *,
        tell: Callable[[station.ToSession], object],
        to_hub: Callable[[wire.ToHub], bool],
        to_media: Callable[[control.ToMedia], object],
        visit_on: Callable[[], bool],
        restart: Callable[[], object],
        fingerprint: str,
    ) -> None:
        self._path = state / UNTOLD_FILE
        self._tell, self._to_hub, self._to_media = tell, to_hub, to_media
        self._visit_on, self._restart = visit_on, restart
        self.entry, self._calibrated = entry, calibrated
        self._why, self._report = "", ""
        self._passed, self._fingerprint = False, fingerprint
        self._dates: dict[str, str] = {}
        self._dates_new = False
        self._making: asyncio.Task[None] | None = None
        self._watching = False
        self._camera_note = ""
        self._untold: list[t.TechnicianNoted] = []
        with contextlib.suppress(OSError, msgspec.DecodeError):  # none, or none that can be told
            self._untold = msgspec.json.decode(self._path.read_bytes(), type=list[t.TechnicianNoted])
        self.commission = commission(self._say)

    @property
    def inside(self) -> bool:
        """Is a technician signed in?"""
        return self.entry.inside is not None

    def handlers(self) -> dict[type[Any], Callable[[Any], object]]:
        """Return what takes each message of the session's; what is not here does not exist."""
        return {
            t.TechnicianWanted: self.wanted,
            t.TechnicianCode: self.code,
            t.TechnicianHere: self.here,
            t.TechnicianOut: self.out,
            t.CheckAnswered: self.answered,
            t.CheckRead: self.read,
            t.ReportWanted: self.report,
            capture.Watch: self.watch,
        }

    # ---- letting in

    def wanted(self, _: t.TechnicianWanted) -> None:
        """Put a challenge on the screen."""
        if self.inside:
            self._say()
            return
        self._why = "visit" if self._visit_on() else ""
        if not self._why:
            self.entry.ask()
        self._say()

    def code(self, message: t.TechnicianCode) -> None:
        """Judge a typed code."""
        self._why = "visit" if self._visit_on() else self.entry.code(message)
        if self.inside:
            self._came_in()
        elif self._why in {"wrong", "wait"}:
            self._note("technician-refused", self._why)
        self._say()

    def entry_came(self, message: t.TechnicianEntry) -> None:
        """The hub's own answer."""
        if self._visit_on() or self.inside or not self.entry.entry_came(message.entry):
            return
        self._why = ""
        self._came_in()
        self._say()

    def secret_came(self, message: t.TechnicianSecret) -> None:
        """The secret that codes by phone are made of."""
        self.entry.secret_came(message.secret)

    def _came_in(self) -> None:
        inside = self.entry.inside
        assert inside is not None
        self._report, self._dates = "", {}
        self._note("technician-in", f"{inside.name}, let in by {inside.by}")

    def here(self, _: t.TechnicianHere) -> None:
        """A touch."""
        self.entry.touched = time.monotonic()

    def out(self, _: t.TechnicianOut) -> None:
        """Signed out, or turned back before the challenge."""
        self._end("asked")

    def _end(self, why: str) -> None:
        inside = self.entry.inside
        self.watch(capture.Watch(on=False))
        self.commission.stop()
        self.entry.out()
        self._why = why if inside is not None else ""
        if inside is not None:
            self._note("technician-out", f"{inside.name}: {why}")
        self._say()
        if self._dates_new:  # the devices are to know their new dates
            self._dates_new = False
            self._restart()

    def session_came(self, *, visit: bool) -> None:
        """A session that starts or comes back (core was away): a fresh one sends whoever is in out itself."""
        if visit and self.inside:
            self._end("session")
        else:
            self._say()

    def session_gone(self) -> None:
        """Nobody sees the screen any more: a fresh one asks anew."""
        if self.inside or self.entry.challenge is not None:
            self._end("session")

    def hub_is(self, online: bool) -> None:
        """Tell the hub what it has not heard."""
        if online:
            self._flush()

    async def run(self) -> None:
        """Put out who is away or has been in for too long, until cancelled."""
        while True:
            if self.inside and self._visit_on():
                self._end("session")
            elif why := self.entry.ended():
                self._end(why)
            elif self.entry.stale:
                self.entry.ask()
                self._say()
            self._flush()
            await asyncio.sleep(LOOK_S)

    # ---- checks

    def answered(self, message: t.CheckAnswered) -> None:
        """What a person found."""
        if self.inside:
            self.commission.answered(message.subject, message.answer)

    def read(self, message: t.CheckRead) -> None:
        """Read a device, hold its figure, or stop."""
        if not self.inside or self._visit_on():
            return
        if message.hold:
            self.commission.hold()
        elif message.stop:
            self.commission.stop()
        else:
            self.commission.read(message.subject)

    def watch(self, message: capture.Watch) -> None:
        """Open camera and microphone for their figures: for a technician alone, and never in a visit."""
        wanted = message.on and self.inside and not self._visit_on()
        if wanted != self._watching:
            self._watching = wanted
            self._to_media(capture.Watch(on=wanted))

    def looks(self, message: capture.Looks) -> None:
        """Hand the figures on, and keep them beside the answer about the camera."""
        if self._watching:
            self._tell(message)
            if message.sharp is not None:
                words = f"light {message.light:.0f} of 255, sharpness {message.sharp:.2f}"
                self._camera_note = words

    def sound_tested(self, found: control.SoundTested) -> None:
        """Keep what the sound test found beside the answer about the sound."""
        if self.inside and not found.running:
            heard = (
                f"heard the speaker after {found.delay_ms:.0f} ms" if found.heard else "did not hear itself"
            )
            self.commission.noted("sound", f"microphone {heard}; room {found.room_db:.0f} dB")

    def network_tested(self) -> None:
        """The network test has something new."""
        if self.inside:
            self._say()

    def takes(self, event: events.Event) -> bool:
        """Is what a device reports for a check, and no visit's?"""
        return self.commission.takes(event)

    def report(self, _: t.ReportWanted) -> None:
        """Make the report."""
        inside = self.entry.inside
        if inside is None or self._report == "making":
            return
        if self._camera_note:
            self.commission.noted("camera", self._camera_note)
        self._report = "making"
        self._making = asyncio.get_running_loop().create_task(self._make(inside.name))
        self._say()

    async def _make(self, name: str) -> None:
        try:
            made = await self.commission.make(name)
            self._dates = self._calibrated.took(made.report)
        except (OSError, SealError, TimeoutError) as error:
            log.error("the commissioning report could not be made: %s", error)
            self._report = "failed"
        else:
            self._report, self._passed = "made", made.report.passed
            self._dates_new = self._dates_new or bool(self._dates)
            self.commission.forget()
            words = "all passed" if made.report.passed else "not all passed"
            self._note("commissioned", f"{name}: {words}", made.signed)
        self._say()

    async def close(self) -> None:
        """End what runs."""
        if self._making is not None:
            self._making.cancel()
            await asyncio.wait({self._making})

    # ---- telling

    def _say(self) -> None:
        entry, inside = self.entry, self.entry.inside
        asked = entry.challenge
        commission = self.commission
        reading = commission.reading
        self._tell(
            t.TechnicianIs(
                state=t.IN if inside else t.ASKED if asked else t.OUT,
                challenge=asked.digits if asked and not inside else "",
                by_phone=entry.by_phone,
                name=inside.name if inside else "",
                until=text_of(inside.until) if inside else "",
                why=self._why,
                tries_left=entry.tries.left(WHO),
                wait_s=entry.tries.wait_s(WHO),
                results=commission.results() if inside else (),
                reading=reading.page.subject if reading else "",
                subject=commission.subject,
                held=commission.held,
                fault=commission.fault,
                report=self._report,
                passed=self._passed,
                fingerprint=self._fingerprint,
                dates=self._dates,
            )
        )

    def spare_noted(self, detail: str) -> None:
        """A spare was put in a device's place."""
        self._note("spare-vouched", detail)

    def _note(self, kind: str, detail: str, content: bytes = b"") -> None:
        """Tell the hub, now or when it is there; the oldest is given up where too much waits."""
        log.info("%s: %s", kind, detail)
        noted = t.TechnicianNoted(kind=kind, at=now_text(), detail=detail[:DETAIL_CHARS], content=content)
        self._untold = [*self._untold, noted][-MOST_UNTOLD:]
        self._keep()
        self._flush()

    def _flush(self) -> None:
        before = len(self._untold)
        while self._untold and self._to_hub(self._untold[0]):
            self._untold.pop(0)
        if len(self._untold) != before:
            self._keep()

    def _keep(self) -> None:
        try:
            keep(self._path, msgspec.json.encode(self._untold))
        except OSError as error:
            log.warning("what the hub is to hear can't be kept: %s", error)
