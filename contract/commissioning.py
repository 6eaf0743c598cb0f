"""Commissioning: known checks of a station and its devices, judged against a reference. Pure.

**The list `CHECKS` is the wizard and the command line alike**: each check says what to do, what is compared,
and how far it may be off. A new check is one row here; its words are put into other languages by `ui.i18n`.
The tolerances are those a technician can check on site (the source beside each); they do not replace a
manufacturer's calibration.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract import network
from contract.mark import QT_TRANSLATE_NOOP
from contract.measurement import Act, Kind
from contract.network import WayTested
from contract.profile import DeviceConfig, Profile
from contract.seal import Signed, sign, verify

PASSED, FAILED, SKIPPED = "passed", "failed", "not done"
SEE, FIGURES, CARD, TEST = "see", "figures", "card", "test"
NETWORK: Final = "network"
REPORT: Final = "report"
CONTEXT: Final = "carepost/commissioning/1"  # what a station signs a Report for
NOTE_CHARS: Final = 200


class Check(NamedTuple):
    """One guided check. `subject`: a part of the station, or a device's role.

    `way`: a person says yes or no (`SEE`), two figures are compared (`FIGURES`), a card is read (`CARD`), or
    the station finds it out alone (`TEST`). `off` in `unit`; `percent`: of the reference, if that is more.
    `reference`: where it is always the same. `act`, `kind`: what of the device is read.
    """

    subject: str
    title: str
    way: str
    steps: tuple[str, ...]
    unit: str = ""
    off: float = 0.0
    percent: float = 0.0
    every_days: int = 365
    source: str = ""
    reference: float | None = None
    least: float | None = None  # a reference that is smaller shows nothing
    act: Act | None = None
    kind: Kind | None = None


_ROWS: Final = (
    Check(
        NETWORK,
        QT_TRANSLATE_NOOP("Commissioning", "Network"),
        TEST,
        (
            QT_TRANSLATE_NOOP("Commissioning", "The station tries every way that calls and data may take."),
            QT_TRANSLATE_NOOP("Commissioning", "Give what it asks for to the IT department."),
        ),
    ),
    Check(
        "clock",
        QT_TRANSLATE_NOOP("Commissioning", "Clock"),
        SEE,
        (QT_TRANSLATE_NOOP("Commissioning", "Does the station show the right day and time?"),),
    ),
    Check(
        "screen",
        QT_TRANSLATE_NOOP("Commissioning", "Size of the screen"),
        FIGURES,
        (QT_TRANSLATE_NOOP("Commissioning", "Hold a ruler to the line. It should be as long as written."),),
        unit="mm",
        off=2.0,
        percent=2.0,
        source="docs/technician.md: 2 % keeps letters and buttons at the sizes that were tested",
    ),
    Check(
        "touch",
        QT_TRANSLATE_NOOP("Commissioning", "Touch"),
        FIGURES,
        (QT_TRANSLATE_NOOP("Commissioning", "Touch the middle of each ring with a fingertip."),),
        unit="mm",
        off=5.0,
        reference=0.0,
        source="a third of the smallest target (15 mm)",
    ),
    Check(
        "sound",
        QT_TRANSLATE_NOOP("Commissioning", "Sound"),
        SEE,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Be quiet, then listen: the station plays three tones."),
            QT_TRANSLATE_NOOP("Commissioning", "Did you hear three tones, clear and loud enough at 1 m?"),
        ),
    ),
    Check(
        "camera",
        QT_TRANSLATE_NOOP("Commissioning", "Camera"),
        SEE,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Sit where the patient sits."),
            QT_TRANSLATE_NOOP("Commissioning", "Is your face in the picture, lit from the front and sharp?"),
        ),
    ),
    Check(
        "printer",
        QT_TRANSLATE_NOOP("Commissioning", "Printer"),
        SEE,
        (QT_TRANSLATE_NOOP("Commissioning", "Did the test page come out whole?"),),
    ),
    Check(
        "cuff",
        QT_TRANSLATE_NOOP("Commissioning", "Blood pressure against a reference"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP(
                "Commissioning", "Join cuff, reference manometer and a rigid cylinder by a T-piece."
            ),
            QT_TRANSLATE_NOOP(
                "Commissioning", "Measure. Near 120 mmHg touch “Hold”, and read the reference."
            ),
        ),
        unit="mmHg",
        off=3.0,
        every_days=730,
        source="ISO 81060-2 asks 3 mmHg of the manometer part",
        least=50.0,
        act=Act.BLOOD_PRESSURE,
        kind=Kind.SYSTOLIC,
    ),
    Check(
        "oximeter",
        QT_TRANSLATE_NOOP("Commissioning", "Oximeter on the technician, beside a second oximeter"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Both on fingers of the same hand, warm, still, for 30 s."),
            QT_TRANSLATE_NOOP("Commissioning", "Read both at the same moment."),
        ),
        unit="%",
        off=4.0,
        source="ISO 80601-2-61: twice the 2 % root mean square that is usual",
        least=70.0,
        act=Act.OXIMETRY,
        kind=Kind.SPO2,
    ),
    Check(
        "thermometer",
        QT_TRANSLATE_NOOP("Commissioning", "Thermometer beside a reference"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Both at the same place, or in the same water bath at 37 °C."),
            QT_TRANSLATE_NOOP("Commissioning", "Read both when they are steady."),
        ),
        unit="°C",
        off=0.3,
        source="ISO 80601-2-56 gives 0.2 °C to clinical thermometers, 0.3 °C outside 35–42 °C",
        least=30.0,
        act=Act.TEMPERATURE,
        kind=Kind.TEMPERATURE,
    ),
    Check(
        "scale",
        QT_TRANSLATE_NOOP("Commissioning", "Scale with a known weight"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Empty the scale: it must show 0."),
            QT_TRANSLATE_NOOP("Commissioning", "Put the known weight on its middle (20 kg or more)."),
        ),
        unit="kg",
        off=0.2,
        percent=0.5,
        source="OIML R 76 class III, in service",
        least=20.0,
        act=Act.WEIGHT,
        kind=Kind.WEIGHT,
    ),
    Check(
        "glucose-meter",
        QT_TRANSLATE_NOOP("Commissioning", "Glucose meter with its control solution"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Take a fresh strip and the control solution."),
            QT_TRANSLATE_NOOP("Commissioning", "The reference is the middle of the range on the vial."),
        ),
        unit="mg/dL",
        off=15.0,
        percent=15.0,
        source="ISO 15197",
        least=20.0,
        act=Act.GLUCOSE,
        kind=Kind.GLUCOSE,
    ),
    Check(
        "heart-monitor",
        QT_TRANSLATE_NOOP("Commissioning", "Heart rate beside a counted pulse"),
        FIGURES,
        (
            QT_TRANSLATE_NOOP("Commissioning", "Put it on; sit for a minute."),
            QT_TRANSLATE_NOOP("Commissioning", "Count the pulse for 60 s."),
        ),
        unit="/min",
        off=5.0,
        percent=10.0,
        source="IEC 60601-2-27: 10 % or 5 /min",
        least=20.0,
        act=Act.HEART_RATE,
        kind=Kind.HEART_RATE,
    ),
    Check(
        "scanner",
        QT_TRANSLATE_NOOP("Commissioning", "A card is read"),
        CARD,
        (QT_TRANSLATE_NOOP("Commissioning", "Scan a test card: does the station go on?"),),
    ),
)
CHECKS: Final[Mapping[str, Check]] = {row.subject: row for row in _ROWS}
STATION: Final = (NETWORK, "clock", "screen", "touch", "sound", "camera", "printer")


class Page(NamedTuple):
    """One page of the wizard: a check of a part of the station, or of one device of its profile."""

    subject: str  # the part, or the device's id
    check: Check
    device: DeviceConfig | None = None


def pages(profile: Profile) -> tuple[Page, ...]:
    """Return what is to be checked at this station, in order: its own parts, then each device."""
    own = (Page(part, CHECKS[part]) for part in STATION if part != "printer" or profile.take_away.printer)
    devices = (
        Page(device.id, CHECKS[device.role], device) for device in profile.devices if device.role in CHECKS
    )
    return (*own, *devices)


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was found, by a person or by the station itself. Values in the check's unit; None: none."""

    yes: bool | None = None
    shown: float | None = None
    reference: float | None = None
    note: str = ""


class Result(msgspec.Struct, frozen=True):
    """What came of one check. Values in `unit`; None: none."""

    subject: str  # a device's id, or a part of the station
    what: str
    outcome: str
    unit: str = ""
    shown: float | None = None
    reference: float | None = None
    allowed: float | None = None
    serial: str = ""
    note: str = ""
    next_due: str = ""  # ISO date


class Report(msgspec.Struct, frozen=True):
    """A station's commissioning. `at`: RFC 3339; `network`, `readiness`: what those tests said, in words."""

    station: str
    name: str
    address: str
    technician: str
    at: str
    results: tuple[Result, ...]
    network: str = ""
    readiness: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Did everything pass that was looked at, and was every device looked at?"""
        return bool(self.results) and all(result.outcome == PASSED for result in self.results)


def signed(report: Report, key: Ed25519PrivateKey) -> bytes:
    """Return the report signed by the station's key (msgpack of `contract.seal.Signed`, its body JSON)."""
    return msgspec.msgpack.encode(sign(msgspec.json.encode(report), context=CONTEXT, private=key))


def opened(content: bytes, public: bytes) -> Report:
    """Return a signed report; SealError when the signature does not hold, DecodeError when it is none."""
    told = msgspec.msgpack.decode(content, type=Signed)
    return msgspec.json.decode(verify(told, context=CONTEXT, public=public), type=Report)


def allowed(check: Check, reference: float) -> float:
    """Return how far a device may be off at this reference."""
    return max(check.off, abs(reference) * check.percent / 100)


def judge(page: Page, answer: Answer | None, today: date) -> Result:
    """Return what came of a check; without what it needs it was not done."""
    check, device = page.check, page.device
    told = answer or Answer()
    reference = told.reference if check.reference is None else check.reference
    bare = Result(
        page.subject,
        check.title,
        SKIPPED,
        check.unit,
        told.shown if check.way == FIGURES else None,
        reference if check.way == FIGURES and told.shown is not None else None,
        serial=device.serial if device is not None else "",
        note=told.note[:NOTE_CHARS],
    )
    if check.way != FIGURES:
        outcome = SKIPPED if told.yes is None else PASSED if told.yes else FAILED
        return msgspec.structs.replace(bare, outcome=outcome)
    if told.shown is None or reference is None:
        return bare
    most = allowed(check, reference)
    enough = check.least is None or reference >= check.least
    good = enough and abs(told.shown - reference) <= most + 1e-9
    due = date.fromordinal(today.toordinal() + check.every_days).isoformat() if device is not None else ""
    return msgspec.structs.replace(
        bare, outcome=PASSED if good else FAILED, allowed=round(most, 2), next_due=due if good else ""
    )


def of_network(results: Iterable[WayTested]) -> Answer:
    """Return what a network test says: calls work (also slowly), or they don't."""
    found = tuple(results)
    if not found:
        return Answer()
    verdict = network.verdict(found)
    return Answer(yes=verdict in {"good", "slow"}, note=verdict)


def results(profile: Profile, answers: Mapping[str, Answer], today: date) -> tuple[Result, ...]:
    """Return what came of every check of this station."""
    return tuple(judge(page, answers.get(page.subject), today) for page in pages(profile))


def calibrations(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each device whose calibration was checked, with when it is due again."""
    for result in report.results:
        if result.next_due:
            yield result.subject, result.next_due


def for_profile(report: Report) -> str:
    """Return the lines about calibration that belong into the station's profile (YAML)."""
    lines = []
    for device, due in calibrations(report):
        lines += [
            f"- id: {device}",
            f"  calibrated_on: {report.at[:10]}",
            f"  calibrated_by: {report.technician}",
            f"  calibration_due: {due}",
        ]
    return "\n".join(lines)
