"""Commissioning at the station's own screen: what was found so far, devices read, and the report made of it.

Figures of a device are read here, not told by the screen: a person gives the reference alone. What was found
is on the disk, so that neither a crash nor a spare costs the technician the half hour before. The report
itself is made by the command line's own program, as a process: both ways give the same one.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

import msgspec

from contract import commissioning, instruments
from contract.commissioning import CARD, FIGURES, NETWORK, TEST, Answer, Page, Report, Result
from contract.measurement import Act, Grade, Kind, Value
from contract.network import WayTested
from contract.profile import Profile
from contract.readiness import Readiness
from contract.seal import SealError
from contract.units import scale_of, standard_unit, standardised
from kiosk.core.devices import Devices
from kiosk.core.identity import keep
from kiosk.processes import environment, program
from peripherals import events

log = logging.getLogger(__name__)

FOUND_FILE: Final = "commissioning.json"
FOLDER: Final = "commissioning"  # in the state folder: the newest report
PATIENCE_S: Final = 120.0
NOT_RELIABLE: Final = "not-reliable"  # a fault beside those of the devices
NO_FIGURE: Final = "no-figure"
STOPPED: Final = "stopped"


class _Kept(msgspec.Struct, frozen=True):
    profile: int
    answers: dict[str, Answer] = {}


class Reading(NamedTuple):
    """A device being read. `shows`: its last figure, in the check's unit."""

    page: Page
    id: UUID
    shows: float | None = None


class Made(NamedTuple):
    """A report that was made, and the file that is signed."""

    report: Report
    signed: bytes


class Commission:
    """`changed` is called when something of it is new; `network`, `readiness`: what those tests say now."""

    def __init__(
        self,
        state: Path,
        profile: Profile,
        public: bytes,
        devices: Devices,
        changed: Callable[[], object],
        *,
        network: Callable[[], tuple[WayTested, ...]],
        readiness: Callable[[], Readiness],
    ) -> None:
        self._state, self._profile, self._public = state, profile, public
        self._devices, self._changed = devices, changed
        self._network, self._readiness = network, readiness
        self._pages = {page.subject: page for page in commissioning.pages(profile)}
        self._answers: dict[str, Answer] = {}
        self.reading: Reading | None = None
        self._stopped: UUID | None = None  # its end is still to come, and nobody's
        self.subject, self.fault = "", ""  # of the last reading
        self.held: float | None = None
        try:
            kept = msgspec.json.decode((state / FOUND_FILE).read_bytes(), type=_Kept)
            self._answers = kept.answers if kept.profile == profile.version else {}
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError) as error:
            log.warning("what was found before can't be read: %s", error)

    def results(self) -> tuple[Result, ...]:
        """Return what came of every check so far."""
        answers = {**self._answers, NETWORK: commissioning.of_network(self._network())}
        return commissioning.results(self._profile, answers, date.today())

    # ---- what a person found

    def answered(self, subject: str, answer: Answer) -> None:
        """Note an answer; of a device that is read here only its reference and a note are a person's."""
        page = self._pages.get(subject)
        if page is None or page.check.way == TEST:
            return
        before = self._answers.get(subject, Answer())
        if page.check.way == CARD and answer.yes:
            return  # only the card itself says that it is read
        if page.check.act is not None:
            answer = msgspec.structs.replace(
                before, reference=answer.reference, note=answer.note or before.note
            )
        self._note(subject, answer)

    def noted(self, subject: str, note: str) -> None:
        """Note what the station itself saw beside a person's answer."""
        before = self._answers.get(subject, Answer())
        if before.note != note:
            self._note(subject, msgspec.structs.replace(before, note=note))

    def _note(self, subject: str, answer: Answer) -> None:
        self._answers[subject] = answer
        kept = _Kept(self._profile.version, self._answers)
        try:
            keep(self._state / FOUND_FILE, msgspec.json.encode(kept))
        except OSError as error:
            log.warning("what was found can't be kept: %s", error)  # it counts until core ends
        self._changed()

    # ---- reading a device

    def read(self, subject: str) -> None:
        """Read a device for its check; its figure before is forgotten."""
        page = self._pages.get(subject)
        if page is None or page.device is None:
            return
        self.stop()
        self.subject, self.held, self.fault = subject, None, ""
        self.reading = Reading(page, uuid4())
        if page.check.act is not None:
            self._note(subject, Answer(reference=self._answers.get(subject, Answer()).reference))
            self._devices.measure(instruments.Measure(id=self.reading.id, act=page.check.act, attempt=1))
        self._changed()

    def hold(self) -> None:
        """What the device shows now is the figure."""
        reading = self.reading
        if reading is None or reading.shows is None:
            return
        self._stop_device()  # first: whoever is told of the figure hears that nothing is read any more
        self._hold(reading.page, reading.shows)

    def stop(self) -> None:
        """No longer; what is under way gives nothing."""
        if self.reading is not None:
            self._stop_device()
            self.fault = STOPPED
            self._changed()

    def _stop_device(self) -> None:
        reading, self.reading = self.reading, None
        if reading is not None and reading.page.check.act is not None:
            self._devices.stop(instruments.StopMeasure(act=reading.page.check.act))
            self._stopped = reading.id

    def _hold(self, page: Page, figure: float) -> None:
        self.held, self.fault = figure, ""
        before = self._answers.get(page.subject, Answer())
        self._note(page.subject, msgspec.structs.replace(before, shown=figure))

    def takes(self, event: events.Event) -> bool:
        """Look at what a device reports; True: it was asked for here and is no visit's."""
        match event:
            case events.MeasurementReady() | events.MeasurementFailed():
                return self._ended(event)
            case events.CardSeen() if self.reading is not None and self.reading.page.check.way == CARD:
                page, self.reading = self.reading.page, None
                self._note(page.subject, Answer(yes=True))
                return True
            case _:
                self._watch(event)
                return False

    def _watch(self, event: events.Event) -> None:
        """Remember what the device shows now."""
        reading = self.reading
        if reading is None:
            return
        check, figure = reading.page.check, None
        match event:
            case events.CuffPressure() if check.act is Act.BLOOD_PRESSURE:
                figure = float(event.pressure)
            case events.OximeterSample() if check.act is Act.OXIMETRY:
                figure = None if event.spo2 is None else float(event.spo2)
            case events.LiveValues() if event.act is check.act:
                figure = figure_of(event.values, check.kind)
            case _:
                return
        self.reading = reading._replace(shows=figure)

    def _ended(self, event: events.MeasurementReady | events.MeasurementFailed) -> bool:
        ready = isinstance(event, events.MeasurementReady)
        id = event.measurement.id if isinstance(event, events.MeasurementReady) else event.id
        act = event.measurement.act if isinstance(event, events.MeasurementReady) else event.act
        if id == self._stopped:
            self._stopped = None
            self._devices.over(act)
            return True
        reading = self.reading
        if reading is None or reading.id != id:
            return False
        self.reading = None
        self._devices.over(act)
        if not ready:
            assert isinstance(event, events.MeasurementFailed)
            self.fault = str(event.fault)
        else:
            assert isinstance(event, events.MeasurementReady)
            figure = figure_of(event.measurement.values, reading.page.check.kind)
            if event.measurement.quality.grade is Grade.NOT_RELIABLE:
                self.fault = NOT_RELIABLE
            elif figure is None:
                self.fault = NO_FIGURE
            else:
                self._hold(reading.page, figure)
                return True
        self._changed()
        return True

    # ---- the report

    async def make(self, technician: str) -> Made:
        """Make the report of what was found. OSError when it can't be made, SealError when it is not ours."""
        folder = self._state / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder / "found.json"
        found.write_bytes(msgspec.json.encode(self._told()))
        signed = folder / "commissioning.signed"
        signed.unlink(missing_ok=True)
        process = await asyncio.create_subprocess_exec(
            *program("provisioning"),
            "commission",
            *("--state", str(self._state), "--technician", technician),
            *("--answers", str(found), "--to", str(folder)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            env=environment(),
        )
        try:
            async with asyncio.timeout(PATIENCE_S):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        content = signed.read_bytes()
        try:
            return Made(commissioning.opened(content, self._public), content)
        except msgspec.DecodeError as error:
            raise SealError(f"no report: {error}") from error

    def _told(self) -> dict[str, Any]:
        """What was found, as `provisioning commission --answers` reads it."""
        told: dict[str, Any] = {
            NETWORK: msgspec.to_builtins(self._network()),
            "readiness": msgspec.to_builtins(self._readiness()),
        }
        for subject, answer in self._answers.items():
            page = self._pages.get(subject)
            if page is None:
                continue
            figures = page.check.way == FIGURES
            told[subject] = (
                [answer.shown, answer.reference, answer.note] if figures else [answer.yes, answer.note]
            )
        return told

    def forget(self) -> None:
        """The report is made: the next commissioning begins anew."""
        self._answers = {}
        (self._state / FOUND_FILE).unlink(missing_ok=True)
        self.subject, self.held, self.fault = "", None, ""


def figure_of(values: tuple[Value, ...], kind: Kind | None) -> float | None:
    """Return the value a check compares, in the kind's standard unit, whatever unit the device speaks."""
    found = next((value for value in values if value.kind is kind), None)
    if found is None:
        return None
    figure, unit = standardised(str(found.kind), found.value, found.unit)
    if unit != standard_unit(str(found.kind)):
        scale = scale_of(str(found.kind), unit)
        figure = round(float((figure - float(scale.zero)) * float(scale.factor)), 1)
    return figure
