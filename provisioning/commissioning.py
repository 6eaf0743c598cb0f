"""Commissioning: known checks of a station and its devices, judged against a reference. Pure.

Each check says what to do, what is compared and how far it may be off. The tolerances are those a
technician can check on site (below each); they do not replace a manufacturer's calibration.
"""

from datetime import date
from typing import Final, NamedTuple

import msgspec

from contract.profile import DeviceConfig

PASSED, FAILED, SKIPPED = "passed", "failed", "not done"


class Check(NamedTuple):
    """One guided check of a kind of device. `off` in `unit`; `percent`: of the reference, if that is more."""

    title: str
    unit: str
    steps: tuple[str, ...]
    off: float
    percent: float = 0.0
    every_days: int = 365
    source: str = ""


CHECKS: Final = {
    "cuff": Check(
        "Blood pressure against a reference",
        "mmHg",
        (
            "Join cuff, reference manometer and a rigid cylinder by a T-piece.",
            "Measure; read both at the same moment near 120 mmHg.",
        ),
        off=3.0,
        every_days=730,
        source="ISO 81060-2 asks 3 mmHg of the manometer part",
    ),
    "scale": Check(
        "Scale with a known weight",
        "kg",
        ("Empty the scale: it must show 0.", "Put the known weight on its middle (20 kg or more)."),
        off=0.2,
        percent=0.5,
        source="OIML R 76 class III, in service",
    ),
    "oximeter": Check(
        "Oximeter on the technician, beside a second oximeter",
        "%",
        ("Both on fingers of the same hand, warm, still, for 30 s.", "Read both at the same moment."),
        off=4.0,
        source="ISO 80601-2-61: twice the 2 % root mean square that is usual",
    ),
    "thermometer": Check(
        "Thermometer beside a reference",
        "°C",
        ("Both at the same place, or in the same water bath at 37 °C.", "Read both when they are steady."),
        off=0.3,
        source="ISO 80601-2-56 gives 0.2 °C to clinical thermometers, 0.3 °C outside 35–42 °C",
    ),
    "glucose-meter": Check(
        "Glucose meter with its control solution",
        "mg/dL",
        (
            "Take a fresh strip and the control solution.",
            "The reference is the middle of the range on the vial.",
        ),
        off=15.0,
        percent=15.0,
        source="ISO 15197",
    ),
    "heart-monitor": Check(
        "Heart rate beside a counted pulse",
        "/min",
        ("Put it on; sit for a minute.", "Count the pulse for 60 s."),
        off=5.0,
        percent=10.0,
        source="IEC 60601-2-27: 10 % or 5 /min",
    ),
    "scanner": Check("A card is read", "", ("Scan a test card: does the station beep or go on?",), off=0.0),
}
STATION: Final = {
    "screen": "Does a ruler show the width that the profile says ({width_mm:.0f} mm)?",
    "touch": "Touch all four corners and the middle: does the screen answer where you touch?",
    "sound": "Did you hear three tones, clear and loud enough to understand at 1 m?",
    "camera": "Is your face in the picture, lit from the front and sharp?",
    "printer": "Did the test page come out whole?",
}


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


def allowed(check: Check, reference: float) -> float:
    """Return how far a device may be off at this reference."""
    return max(check.off, abs(reference) * check.percent / 100)


def judge(
    device: DeviceConfig, shown: float | None, reference: float | None, today: date, note: str = ""
) -> Result:
    """Return what came of a device's check; without both values it was not done."""
    check = CHECKS[device.role]
    bare = Result(
        device.id, check.title, SKIPPED, check.unit, shown, reference, serial=device.serial, note=note
    )
    if shown is None or reference is None:
        return bare
    most = allowed(check, reference)
    good = abs(shown - reference) <= most + 1e-9
    due = date.fromordinal(today.toordinal() + check.every_days).isoformat()
    return msgspec.structs.replace(
        bare, outcome=PASSED if good else FAILED, allowed=round(most, 2), next_due=due if good else ""
    )


def answered(subject: str, yes: bool | None, note: str = "") -> Result:
    """Return what came of a question of yes or no."""
    outcome = SKIPPED if yes is None else PASSED if yes else FAILED
    return Result(
        subject, STATION.get(subject, CHECKS.get(subject, CHECKS["scanner"]).title), outcome, note=note
    )


def for_profile(report: Report) -> str:
    """Return the lines about calibration that belong into the station's profile (YAML)."""
    lines = []
    for result in report.results:
        if result.next_due:
            lines += [
                f"- id: {result.subject}",
                f"  calibrated_on: {report.at[:10]}",
                f"  calibrated_by: {report.technician}",
                f"  calibration_due: {result.next_due}",
            ]
    return "\n".join(lines)
