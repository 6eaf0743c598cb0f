"""Commissioning: checks judged, the report signed, on paper and as FHIR; readiness asked over the socket."""

import json
import threading
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from lying_hub import LyingHub

from contract.commissioning import CHECKS, FAILED, PASSED, SKIPPED, Answer, Page, judge
from contract.link import Link, accept, listen
from contract.profile import DeviceConfig
from contract.readiness import READY, RED, Item, Readiness
from contract.tool import AskReadiness, ReadinessIs
from provisioning.__main__ import main
from provisioning.enrol import enrol
from provisioning.paper import pdf

TODAY = date(2026, 11, 26)
CUFF = {"id": "cuff", "role": "cuff", "driver": "auto", "port": "auto", "serial": "B7"}
SCANNER = {"id": "cards", "role": "scanner", "driver": "auto", "port": "auto"}
WAYS = [
    {"way": "hub-https", "ok": True, "where": "h:1", "ms": 9.0},
    {"way": "hub-socket", "ok": True, "where": "h:1"},
    {"way": "relay-tcp", "ok": True, "where": "t:2"},
]
WELL = {
    "network": WAYS,
    "clock": True,
    "screen": [200, 199],
    "touch": [1.5],
    "sound": True,
    "camera": [True, "luma 120"],
    "cards": True,
}


@pytest.mark.parametrize(
    ("role", "shown", "reference", "outcome"),
    [
        ("cuff", 123.0, 120.0, PASSED),
        ("cuff", 123.1, 120.0, FAILED),
        ("scale", 20.2, 20.0, PASSED),
        ("scale", 100.5, 100.0, PASSED),
        ("scale", 100.6, 100.0, FAILED),
        ("scale", 5.0, 5.0, FAILED),  # so light a weight shows nothing
        ("oximeter", 94.0, 98.0, PASSED),
        ("thermometer", 37.4, 37.0, FAILED),
        ("glucose-meter", 100.0, 115.0, PASSED),
        ("cuff", None, 120.0, SKIPPED),
        ("cuff", 120.0, None, SKIPPED),
    ],
)
def test_each_device_is_judged_by_its_tolerance(
    role: str, shown: float | None, reference: float | None, outcome: str
) -> None:
    page = Page("d", CHECKS[role], DeviceConfig("d", role, "auto", "auto"))
    found = judge(page, Answer(shown=shown, reference=reference), TODAY)
    assert found.outcome == outcome
    assert bool(found.next_due) is (outcome == PASSED)


@pytest.fixture
def state(hub: LyingHub, tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    enrol(hub.url, hub.code(devices=[CUFF, SCANNER]), folder)
    return folder


def run(state: Path, to: Path, answers: Mapping[str, object]) -> int:
    told = to.parent / "answers.json"
    told.write_text(json.dumps(answers))
    command = ["commission", "--state", str(state), "--technician", "J. Ortiz", "--to", str(to)]
    return main([*command, "--no-network", "--answers", str(told)])


def test_a_report_is_signed_on_paper_and_fhir(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, tmp_path / "report", {**WELL, "cuff": [121, 120, "T-piece"]}) == 0
    said = capsys.readouterr().out
    assert "all checks passed" in said and "calibration_due: " in said
    paper = (tmp_path / "report" / "commissioning.pdf").read_bytes()
    assert paper.startswith(b"%PDF-1.4") and b"J. Ortiz" in paper and b"serial B7" in paper
    assert b"only over TCP" in paper and b"luma 120" in paper
    bundle = json.loads((tmp_path / "report" / "commissioning.fhir.json").read_text())
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Device", "Device", "DeviceMetric", "Device", "DeviceMetric", "Provenance"]
    assert bundle["entry"][2]["resource"]["calibration"][0]["state"] == "calibrated"
    verify = ["commission-verify", "--state", str(state)]
    signed = tmp_path / "report" / "commissioning.signed"
    assert main([*verify, str(signed)]) == 0
    content = bytearray(signed.read_bytes())
    content[len(content) // 2] ^= 1
    signed.write_bytes(content)
    assert main([*verify, str(signed)]) == 1
    assert "no report that this station signed" in capsys.readouterr().err


def test_what_was_not_done_or_failed_does_not_pass(state: Path, tmp_path: Path) -> None:
    assert run(state, tmp_path / "a", {**WELL, "cuff": [140, 120]}) == 1
    assert run(state, tmp_path / "b", WELL) == 1
    assert run(state, tmp_path / "c", {**WELL, "sound": False, "cuff": [120, 120]}) == 1
    assert run(state, tmp_path / "d", {**WELL, "cuff": ["x", True]}) == 1  # no figures
    good = {**WELL, "cuff": [120, 120]}
    assert run(state, tmp_path / "e", {**good, "screen": [200, 190]}) == 1
    assert run(state, tmp_path / "f", {**good, "touch": [7]}) == 1
    assert run(state, tmp_path / "g", {**good, "network": WAYS[1:]}) == 1  # the hub can't be reached
    assert run(state, tmp_path / "h", {**good, "network": []}) == 1
    assert run(state, tmp_path / "i", good) == 0


def test_many_lines_take_many_pages() -> None:
    made = pdf([f"line {number} (of) \\many é 漢" for number in range(200)], "t")
    assert made.count(b"/Type /Page ") == 4 and made.endswith(b"%%EOF\n")
    assert b"\\(of\\) \\\\many \xe9 ?" in made


class FakeCore:
    """Core's tool socket, answering with these in turn."""

    def __init__(self, run: Path, *answers: ReadinessIs) -> None:
        (run / "agent").mkdir(parents=True)
        self.listener = listen(run / "agent" / "tool.sock")
        self.listener.setblocking(True)
        self.asked: list[AskReadiness] = []
        self.answers = answers
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        sock = accept(self.listener)
        assert sock is not None
        sock.setblocking(True)
        link: Link[AskReadiness, ReadinessIs] = Link(sock, AskReadiness)
        data = sock.recv(1 << 16)
        self.asked.append(__import__("msgspec").msgpack.decode(data, type=AskReadiness))
        for answer in self.answers:
            link.send(answer)
        sock.recv(1)
        link.close()
        self.listener.close()


AT = "2026-11-26T06:00:00+00:00"
FOUND = Readiness(
    "limited", AT, (Item("camera", RED, "covered", "uncover-camera", lacks="picture"),), ("picture",)
)


def test_readiness_is_asked_over_the_socket(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    testing = Readiness(READY, AT, testing=True)
    core = FakeCore(tmp_path / "r", ReadinessIs(readiness=testing), ReadinessIs(readiness=FOUND))
    assert main(["readiness", "--run", str(tmp_path / "r"), "--test"]) == 1
    core.thread.join(5)
    assert core.asked == [AskReadiness(test=True)]
    said = capsys.readouterr().out
    assert said.startswith("limited: no picture") and "take off what covers it" in said


def test_a_visit_makes_a_test_wait(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    testing = Readiness(READY, AT, testing=True)
    core = FakeCore(tmp_path / "r", ReadinessIs(readiness=testing, visit=True))
    assert main(["readiness", "--run", str(tmp_path / "r"), "--test", "--json"]) == 1
    core.thread.join(5)
    assert "A visit is on" in capsys.readouterr().err


def test_no_station_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["readiness", "--run", str(tmp_path)]) == 1
    assert "No station runs there" in capsys.readouterr().err
