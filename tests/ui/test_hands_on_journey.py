"""A technician's whole way, with the real core and devices on pseudo-terminals, the hub away throughout.

In by a code over the phone, two devices read at their real pace, the report made by core; the command line
makes the same of what was found.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Touch
from station_state import StationState

from contract import commissioning
from contract import technician as t
from contract.commissioning import FAILED, PASSED, Report
from contract.journal import create
from contract.keyfile import key_path
from contract.link import connect
from contract.profile import DeviceConfig
from kiosk.core.calibrated import Calibrated
from kiosk.core.identity import Identity
from kiosk.processes import Paths
from kiosk.visit.model import Screen
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from provisioning.__main__ import main

SECRET = b"7" * 32
PATIENCE_S = 60.0


class Reached(NamedTuple):
    """Core, as a session reaches it."""

    socket: Path

    def reach(self) -> object:
        return connect(self.socket)


class Site:
    """A station's folder, its core in a process of its own, and its devices."""

    def __init__(self, folder: Path) -> None:
        self.clip, self.scale = folder / "clip", folder / "scale"
        devices = (
            DeviceConfig("clip", "oximeter", "contec-v5", str(self.clip)),
            DeviceConfig("scale", "scale", "toledo", str(self.scale)),
        )
        self.state = StationState(folder / "state", devices=devices)
        (folder / "state" / "technician.key").write_bytes(SECRET)
        self.paths = Paths(folder / "state", folder / "run")
        self.paths.make_folders()
        self.core = Reached(self.paths.core_socket)
        self.journal = create()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "kiosk.core", "--state", str(self.paths.state)]
        self.process = subprocess.Popen([*command, "--run", str(self.paths.run)])
        end = time.monotonic() + PATIENCE_S
        while not self.paths.core_socket.exists():
            assert time.monotonic() < end and self.process.poll() is None, "core never listened"
            time.sleep(0.02)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.journal)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    clip = Simulator(SIMULATORS["contec-v5"], link=tmp_path / "clip")
    scale = Simulator(SIMULATORS["toledo"], link=tmp_path / "scale")
    with clip, scale:
        found = Site(tmp_path)
        yield found
        found.close()


def told(person: Person) -> t.TechnicianIs:
    found = person.session.inputs().technician
    assert found is not None
    return found


def sign_in(person: Person, site: Site) -> None:
    person.tap("staff")
    person.on(Screen.STATION)
    person.tap("technician")
    person.wait(lambda: told(person).challenge != "", "a challenge")
    person.tap("code")
    person.wait(lambda: person.session.state.item == "code", "the form")
    person.settle()
    challenge = told(person).challenge
    code = t.code_for(SECRET, site.state.station, challenge)
    way = Touch(person)
    way.write("technician", "jo")
    way.write("code", f"{(int(code) + 1) % 10**8:08}")
    person.tap("next")
    person.wait(lambda: told(person).why == "wrong", "a refusal")
    for _ in range(t.DIGITS):
        person.tap("key-back")
    way.write("code", code)
    person.tap("next")
    person.on(Screen.COMMISSION)


def read(person: Person, device: str, reference: str, *, hold: bool) -> None:
    """Have the station read a device, and say what the reference shows."""
    person.wait(lambda: person.session.state.item == device, device)
    person.tap("read")
    if hold:
        person.wait(lambda: person.session.app.views["check"].props.value.isdecimal(), "a live figure")
        person.tap("hold")
    person.wait(lambda: told(person).held is not None, f"a figure of {device}")
    person.wait(lambda: person.session.app.views["shell"].props.source == "Form", "the form")
    person.settle()
    Touch(person).write("reference", reference)
    person.tap("next")
    person.wait(lambda: outcome(person, device) in {PASSED, FAILED}, f"a judgement of {device}")


def outcome(person: Person, subject: str) -> str:
    return next(each.outcome for each in told(person).results if each.subject == subject)


def test_from_the_door_to_a_signed_report_and_back(
    qapp: QGuiApplication, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Person(qapp, site).start()  # type: ignore[arg-type]
    sign_in(person, site)
    person.tap("answer-check:clock")
    person.wait(lambda: person.session.state.item == "clock", "the clock")
    person.tap("check-yes")
    person.wait(lambda: outcome(person, "clock") == PASSED, "the clock's answer")
    person.tap("back")
    person.tap("answer-check:clip")
    read(person, "clip", "97", hold=True)
    assert outcome(person, "clip") == PASSED
    person.tap("next")
    read(person, "scale", "25", hold=False)  # the person on it weighs more: it is far off
    assert outcome(person, "scale") == FAILED
    person.tap("next")
    person.wait(lambda: person.session.state.item == "report", "the report's page")
    person.tap("make-report")
    person.wait(lambda: told(person).report in {"made", "failed"}, "the report")
    assert (told(person).report, told(person).passed) == ("made", False)
    assert set(told(person).dates) == {"clip"}
    made = opened(site)
    assert made.technician == "jo" and made.results == told_then(site)
    same_by_the_command_line(site, tmp_path / "again", made)
    person.tap("sign-out")
    person.on(Screen.STATION)
    site.process.wait(PATIENCE_S)  # core starts anew, so that the dates count
    profile = Calibrated(site.paths.state).applied(site.state.profile)
    clip = next(device for device in profile.devices if device.id == "clip")
    assert (clip.calibrated_on, clip.calibrated_by) == (made.at[:10], "jo")
    assert clip.calibration_due == told(person).dates.get("clip", clip.calibration_due)
    assert not any(device.calibrated_on for device in profile.devices if device.id == "scale")
    untold = (site.paths.state / "technician-untold.json").read_text()
    for kind in ("technician-refused", "technician-in", "commissioned", "technician-out"):
        assert kind in untold  # the hub will hear of it
    assert "7" * 8 not in untold
    person.die()


def opened(site: Site) -> Report:
    content = (site.paths.state / "commissioning" / "commissioning.signed").read_bytes()
    public = Identity(site.paths.state).key.public_key().public_bytes_raw()
    assert key_path(site.paths.state).exists()
    for name in ("pdf", "fhir.json"):
        assert (site.paths.state / "commissioning" / f"commissioning.{name}").stat().st_size > 500
    return commissioning.opened(content, public)


def told_then(site: Site) -> tuple[commissioning.Result, ...]:
    """What was found, judged once more from the file that core gave the command line's program."""
    found = json.loads((site.paths.state / "commissioning" / "found.json").read_bytes())
    assert found["scale"][0] > 25 and found["clip"][1] == 97
    answers = {
        "network": commissioning.of_network(()),
        "clock": commissioning.Answer(yes=True),
        "clip": commissioning.Answer(shown=found["clip"][0], reference=97),
        "scale": commissioning.Answer(shown=found["scale"][0], reference=25),
    }
    return commissioning.results(site.state.profile, answers, date.today())


def same_by_the_command_line(site: Site, to: Path, made: Report) -> None:
    """The command line makes the same report of the same findings, typed by hand."""
    shown = {each.subject: each.shown for each in made.results}
    answers = to.parent / "typed.json"
    typed = {"clock": True, "clip": [shown["clip"], 97], "scale": [shown["scale"], 25]}
    answers.write_text(json.dumps(typed))
    command = ["commission", "--state", str(site.paths.state), "--technician", "jo", "--to", str(to)]
    assert main([*command, "--answers", str(answers)]) == 1
    public = Identity(site.paths.state).key.public_key().public_bytes_raw()
    other = commissioning.opened((to / "commissioning.signed").read_bytes(), public)
    assert other.results == made.results
    assert (other.station, other.name, other.address) == (made.station, made.name, made.address)
