"""Scenes for who works on the station: a technician's sign-in and checks, and a spare."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

import msgspec

from contract import commissioning
from contract import technician as t
from contract.capture import Looks
from contract.commissioning import Answer
from contract.instruments import DeviceState, Progress
from contract.measurement import Act
from contract.network import WayTested
from contract.profile import DeviceConfig
from contract.station import NetworkTested, SpareAnswered
from kiosk.visit import events as e
from ui.gallery.scene import Scene, table
from ui.gallery.staff import at_station
from ui.inputs import Draft, Live

DEVICES: Final = (
    DeviceConfig("cuff", "cuff", "rbp9804", "auto", serial="A1093"),
    DeviceConfig("clip", "oximeter", "auto", "auto"),
    DeviceConfig("scale", "scale", "auto", "auto"),
    DeviceConfig("cards", "scanner", "auto", "auto"),
)
HUB: Final = "hub.example.org:8443"
WAYS: Final = (
    WayTested(way="hub-https", ok=True, where=HUB, ms=38.0),
    WayTested(way="hub-socket", ok=True, where=HUB, ms=21.0),
    WayTested(way="relay-udp", ok=False, where="turn.example.org:3478", why="no-answer"),
    WayTested(way="relay-tcp", ok=True, where="turn.example.org:3478", ms=31.0, kbit=5200.0),
)
FOUND: Final = {
    "clock": Answer(yes=True),
    "screen": Answer(shown=180, reference=181),
    "touch": Answer(shown=2.4),
    "sound": Answer(yes=True),
    "cuff": Answer(shown=121, reference=120),
    "clip": Answer(shown=97),
    "cards": Answer(yes=True),
}


def _scene(language: str) -> Scene:
    scene = at_station(language)
    profile = msgspec.structs.replace(scene.visit.context.profile, devices=DEVICES)
    scene.visit.context = msgspec.structs.replace(scene.visit.context, profile=profile)
    return scene


def _told(scene: Scene, **more: object) -> t.TechnicianIs:
    answers = {**FOUND, "network": commissioning.of_network(WAYS)}
    results = commissioning.results(scene.visit.context.profile, answers, date(2026, 11, 24))
    fine = {"state": t.IN, "name": "J. Ortiz", "results": results, "tries_left": 5}
    return t.TechnicianIs(**{**fine, **more})  # type: ignore[arg-type]


def _inside(language: str, *ways: str, **more: object) -> Scene:
    """Signed in, and on a page."""
    scene = _scene(language)
    scene.visit.do(e.TechnicianTouched, what="sign-in")
    told = _told(scene, **more)
    scene.visit.core(told)
    for what in ways:
        scene.visit.do(e.TechnicianTouched, what=what)
    return replace(scene, technician=told)


def technician_asked(language: str) -> Scene:
    """The challenge, as number and QR code."""
    scene = _scene(language)
    scene.visit.do(e.TechnicianTouched, what="sign-in")
    return replace(scene, technician=t.TechnicianIs(state=t.ASKED, challenge="40517263", tries_left=5))


def technician_code(language: str) -> Scene:
    """The code by phone was wrong."""
    scene = technician_asked(language)
    scene.visit.do(e.TechnicianTouched, what="code")
    assert scene.technician is not None
    told = msgspec.structs.replace(scene.technician, why="wrong", tries_left=2)
    return replace(scene, technician=told, draft=Draft(fields={"technician": "J. Ortiz"}))


def technician_checks(language: str) -> Scene:
    """The list of checks."""
    return _inside(language)


def check_network(language: str) -> Scene:
    """What works, and what to ask the IT department for."""
    tested = NetworkTested(running=False, at="2026-11-24T10:15:42+01:00", results=WAYS)
    return replace(_inside(language, "check:network"), network=tested)


def check_clock(language: str) -> Scene:
    """Day and time."""
    return _inside(language, "check:clock")


def check_screen(language: str) -> Scene:
    """A line for the ruler."""
    return replace(_inside(language, "check:screen"), draft=Draft(fields={"reference": "181"}))


def check_touch(language: str) -> Scene:
    """A ring to be touched."""
    return replace(_inside(language, "check:touch"), draft=Draft(chosen=("1.2",), fields={"again": "yes"}))


def check_touched(language: str) -> Scene:
    """All rings were touched."""
    return _inside(language, "check:touch")


def check_sound(language: str) -> Scene:
    """Three tones."""
    return _inside(language, "check:sound")


def check_camera(language: str) -> Scene:
    """Light and sharpness, live."""
    looks = Looks(light=58.0, sharp=1.32, advice=("too-dark", "blurred"))
    return replace(_inside(language, "check:camera"), looks=looks, video=True)


def check_printer(language: str) -> Scene:
    """A test page."""
    return _inside(language, "check:printer")


def check_cuff_reads(language: str) -> Scene:
    """The pressure falls; a figure is held."""
    scene = _inside(language, "check:cuff", reading="cuff", subject="cuff")
    progress = Progress(act=Act.BLOOD_PRESSURE, phase="deflating", cuff_pressure=121)
    return replace(scene, live=Live(progress=progress))


def check_cuff(language: str) -> Scene:
    """The figure is there and was judged."""
    return replace(_inside(language, "check:cuff"), draft=Draft(fields={"reference": "120"}))


def check_oximeter(language: str) -> Scene:
    """A figure is there; what does the second oximeter show?"""
    return _inside(language, "check:clip", subject="clip", held=97.0)


def check_scale(language: str) -> Scene:
    """The scale gave nothing."""
    return _inside(language, "check:scale", subject="scale", fault="underload")


def check_card(language: str) -> Scene:
    """A card is read."""
    return _inside(language, "check:cards")


def report_open(language: str) -> Scene:
    """Not everything was checked."""
    return _inside(language, "report")


def report_made(language: str) -> Scene:
    """The report is signed."""
    return _inside(
        language,
        "report",
        report="made",
        passed=True,
        fingerprint="1f2e 3d4c 5b6a 7988 97a6",
        dates={"cuff": "2028-11-23", "clip": "2027-11-24"},
    )


def _spare(language: str, device: str = "") -> Scene:
    scene = _scene(language)
    for each in DEVICES:
        state = "absent" if each.id == "cuff" else "ready"
        scene.visit.core(DeviceState(device=each.id, role=each.role, state=state))
    scene.visit.do(e.TechnicianTouched, what="spare")
    if device:
        scene.visit.do(e.TechnicianTouched, what=f"spare:{device}")
    seen = t.Seen("serial:/dev/ttyUSB1", ("RBP-9804 upper-arm monitor",), "A2207")
    return replace(scene, spares=t.SparesAre(models={"cuff": "rbp9804"}, seen=(seen,), vouching=True))


def spare_which(language: str) -> Scene:
    """Which device is broken?"""
    return _spare(language)


def spare_badge(language: str) -> Scene:
    """Whoever works here answers for it; the first PIN was wrong."""
    answer = SpareAnswered(device="cuff", problem="refused", why="wrong", tries_left=3)
    return replace(_spare(language, "cuff"), spare=answer)


def spare_technician(language: str) -> Scene:
    """No badges are known here: a technician must answer for it."""
    scene = _spare(language, "cuff")
    assert scene.spares is not None
    return replace(scene, spares=msgspec.structs.replace(scene.spares, vouching=False, seen=()))


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    technician_asked,
    technician_code,
    technician_checks,
    check_network,
    check_clock,
    check_screen,
    check_touch,
    check_touched,
    check_sound,
    check_camera,
    check_printer,
    check_cuff_reads,
    check_cuff,
    check_oximeter,
    check_scale,
    check_card,
    report_open,
    report_made,
    spare_which,
    spare_badge,
    spare_technician,
)
