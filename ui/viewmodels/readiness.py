"""Can the station do its work? For who works here: the sum of it, then what is wrong, and what to do.

What already has lines of its own on this screen (queue, clock, the way to the center) is left to those.
"""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.readiness import AMBER, GREEN, LIMITED, OUT, READY, RED, Item, Readiness
from ui.mark import QT_TRANSLATE_NOOP

GOOD, CAUTION, DANGER = "good", "caution", "danger"
TONES: Final = {GREEN: GOOD, AMBER: CAUTION, RED: DANGER}
ICONS: Final = {GOOD: "circle-check", CAUTION: "triangle-alert", DANGER: "octagon-x"}
ELSEWHERE: Final = frozenset({"queue", "clock", "hub", "microphone", "speaker"})
PICTURES: Final = {
    "cuff": "cuff-on-arm",
    "oximeter": "finger-in-clip",
    "thermometer": "thermometer",
    "scale": "on-the-scale",
    "glucose-meter": "blood-sugar",
    "heart-monitor": "chest-strap",
}
REMEDY_PICTURES: Final = {"uncover-camera": "uncover-camera", "check-network": "network-cable"}

SUMS: Final = {
    READY: (QT_TRANSLATE_NOOP("Readiness", "This station is ready."), GOOD),
    LIMITED: (QT_TRANSLATE_NOOP("Readiness", "This station works, but not all of it."), CAUTION),
    OUT: (QT_TRANSLATE_NOOP("Readiness", "This station is out of service."), DANGER),
}
LACKS: Final = {
    "saving": QT_TRANSLATE_NOOP("Readiness", "saving anything new"),
    "pressure": QT_TRANSLATE_NOOP("Readiness", "blood pressure"),
    "oximetry": QT_TRANSLATE_NOOP("Readiness", "oxygen and pulse"),
    "temperature": QT_TRANSLATE_NOOP("Readiness", "temperature"),
    "weight": QT_TRANSLATE_NOOP("Readiness", "weight"),
    "glucose": QT_TRANSLATE_NOOP("Readiness", "blood sugar"),
    "heart-rate": QT_TRANSLATE_NOOP("Readiness", "heart rate"),
    "cards": QT_TRANSLATE_NOOP("Readiness", "reading cards"),
    "calls": QT_TRANSLATE_NOOP("Readiness", "calls"),
    "picture": QT_TRANSLATE_NOOP("Readiness", "being seen in a call"),
    "speaking": QT_TRANSLATE_NOOP("Readiness", "being heard in a call"),
    "hearing": QT_TRANSLATE_NOOP("Readiness", "hearing the other side"),
    "sending": QT_TRANSLATE_NOOP("Readiness", "sending (it is kept here)"),
    "staff-offline": QT_TRANSLATE_NOOP("Readiness", "staff sign-in without network"),
    "all": QT_TRANSLATE_NOOP("Readiness", "visits"),
}
FINDINGS: Final = {
    ("device", "absent"): QT_TRANSLATE_NOOP("Readiness", "%1 does not answer."),
    ("device", "fault"): QT_TRANSLATE_NOOP("Readiness", "%1 does not work."),
    ("device", "spare-in-use"): QT_TRANSLATE_NOOP("Readiness", "A spare is in use: %1."),
    ("device", "battery-low"): QT_TRANSLATE_NOOP("Readiness", "The battery is low: %1."),
    ("device", "calibration-due"): QT_TRANSLATE_NOOP("Readiness", "It is time to calibrate: %1."),
    ("device", ""): QT_TRANSLATE_NOOP("Readiness", "%1 needs a look."),
    ("disk", "full"): QT_TRANSLATE_NOOP("Readiness", "The disk is full."),
    ("disk", "filling"): QT_TRANSLATE_NOOP("Readiness", "The disk is nearly full."),
    ("calls", "no-hub"): QT_TRANSLATE_NOOP("Readiness", "Calls need the center, and it can't be reached."),
    ("calls", "slow"): QT_TRANSLATE_NOOP("Readiness", "Calls work, but may stutter."),
    ("calls", "blocked"): QT_TRANSLATE_NOOP("Readiness", "The network here lets no call through."),
    ("media", "starting"): QT_TRANSLATE_NOOP("Readiness", "Picture and sound are starting."),
    ("camera", "covered"): QT_TRANSLATE_NOOP("Readiness", "The camera sees nothing."),
    ("camera", "fault"): QT_TRANSLATE_NOOP("Readiness", "The camera does not work."),
    ("certificate", "expired"): QT_TRANSLATE_NOOP("Readiness", "The station's pass has run out."),
    ("certificate", "ends-now"): QT_TRANSLATE_NOOP("Readiness", "The station's pass runs out soon: %1."),
    ("certificate", "ends-soon"): QT_TRANSLATE_NOOP("Readiness", "The station's pass runs out soon: %1."),
    ("update", ""): QT_TRANSLATE_NOOP("Readiness", "The last update did not work."),
    ("profile", "refused"): QT_TRANSLATE_NOOP("Readiness", "New settings from the center can't be used."),
    ("at-rest", "readable-if-taken"): QT_TRANSLATE_NOOP("Readiness", "The disk is readable if taken."),
    ("disabled", "by-operator"): QT_TRANSLATE_NOOP("Readiness", "The center took it out of service: %1"),
}
REMEDIES: Final = {
    "call-technician": QT_TRANSLATE_NOOP("Readiness", "Call your technician."),
    "check-cable": QT_TRANSLATE_NOOP("Readiness", "Is it plugged in and switched on? Check its cable."),
    "replace-battery": QT_TRANSLATE_NOOP("Readiness", "Put in new batteries."),
    "use-spare": QT_TRANSLATE_NOOP("Readiness", "Unplug it and plug it in again. Else take the spare one."),
    "calibrate": QT_TRANSLATE_NOOP("Readiness", "Tell your technician this week."),
    "check-network": QT_TRANSLATE_NOOP("Readiness", "Check the network cable and the router."),
    "ask-it": QT_TRANSLATE_NOOP("Readiness", "Touch Test the network below. It says what to ask IT for."),
    "wait": QT_TRANSLATE_NOOP("Readiness", "You need do nothing."),
    "uncover-camera": QT_TRANSLATE_NOOP(
        "Readiness", "Take off what covers it. Turn on the light. Then test again."
    ),
    "make-room": QT_TRANSLATE_NOOP("Readiness", "Take no new patients here. Call your technician now."),
    "renew": QT_TRANSLATE_NOOP(
        "Readiness", "It renews itself when the station is online. Else call your technician."
    ),
    "update": QT_TRANSLATE_NOOP("Readiness", "Call your technician."),
    "lock-disk": QT_TRANSLATE_NOOP("Readiness", "Keep this station in a locked room. Ask your technician."),
    "ask-operator": QT_TRANSLATE_NOOP("Readiness", "Ask the people of the center."),
}
DEVICES: Final = {
    "cuff": QT_TRANSLATE_NOOP("Readiness", "Blood pressure cuff"),
    "oximeter": QT_TRANSLATE_NOOP("Readiness", "Finger clip"),
    "thermometer": QT_TRANSLATE_NOOP("Readiness", "Thermometer"),
    "scale": QT_TRANSLATE_NOOP("Readiness", "Scale"),
    "glucose-meter": QT_TRANSLATE_NOOP("Readiness", "Blood sugar meter"),
    "heart-monitor": QT_TRANSLATE_NOOP("Readiness", "Heart strap"),
    "scanner": QT_TRANSLATE_NOOP("Readiness", "Card reader"),
}


def tr(text: str) -> str:
    """Return a text of the readiness in its language."""
    return QCoreApplication.translate("Readiness", text)


def button(found: Readiness | None) -> str:
    """Return what the button says; empty while a test runs, or nobody could make one."""
    if found is None or found.testing:
        return ""
    return tr(QT_TRANSLATE_NOOP("Readiness", "Test the whole station"))


def tone(found: Readiness | None) -> str:
    """Return how urgent all of it is: an item alone (a battery, a date) does not alarm those who pass by."""
    return GOOD if found is None else SUMS.get(found.state, SUMS[OUT])[1]


def lines(found: Readiness | None) -> Iterator[dict[str, Any]]:
    """Return the sum first, then what is wrong, the worst first."""
    if found is None:
        return
    words, urgent = SUMS.get(found.state, SUMS[OUT])
    missing = ", ".join(tr(LACKS[lack]) for lack in found.lacks if lack in LACKS)
    more = ""
    if missing:
        more = tr(QT_TRANSLATE_NOOP("Readiness", "What does not work now: %1.")).replace("%1", missing)
    yield _line("ready-sum", urgent, tr(words), more)
    if found.testing:
        text = tr(QT_TRANSLATE_NOOP("Readiness", "The station tests itself. This takes a minute."))
        yield _line("ready-testing", CAUTION, text) | {"icon": "hourglass"}
    wrong = [item for item in found.items if item.colour != GREEN and item.id not in ELSEWHERE]
    for item in sorted(wrong, key=lambda item: item.colour != RED):
        yield _item(item)


def _item(item: Item) -> dict[str, Any]:
    finding = FINDINGS.get((item.id, item.finding)) or FINDINGS.get((item.id, ""))
    what = tr(DEVICES[item.detail]) if item.detail in DEVICES else item.about or item.detail
    text = tr(finding).replace("%1", what) if finding else f"{item.id}: {item.finding} {item.detail}".strip()
    remedy = tr(REMEDIES[item.remedy]) if item.remedy in REMEDIES else ""
    name = f"ready-{item.id}-{item.about}" if item.about else f"ready-{item.id}"
    return _line(name, TONES.get(item.colour, CAUTION), text, remedy) | {
        "picture": PICTURES.get(item.detail) or REMEDY_PICTURES.get(item.remedy, "")
    }


def _line(name: str, tone: str, text: str, more: str = "") -> dict[str, Any]:
    return {"id": name, "tone": tone, "icon": ICONS[tone], "text": text, "more": more, "picture": ""}
