"""The README's first command, as a stranger would run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e
CHECKOUT = Path(__file__).resolve().parent.parent.parent
DEMO_S = 420


def demo(output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "demo", "--auto", "--output", str(output), *more],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEMO_S,
    )


@pytest.mark.parametrize(
    "more", [(), pytest.param(("--oximeter", "contec-v7", "--portrait"), marks=pytest.mark.long)]
)
def test_a_whole_visit_plays_itself(tmp_path: Path, more: tuple[str, ...]) -> None:
    done = demo(tmp_path, *more)
    assert done.returncode == 0, done.stdout + done.stderr
    steps = json.loads((tmp_path / "report.json").read_text())
    assert len(steps) > 12
    assert all(step["ok"] for step in steps)
    for name in ("report.html", "fhir-bundle.json", "plan.pdf"):
        assert (tmp_path / name).stat().st_size > 0
    assert len(list((tmp_path / "screens").glob("*.png"))) > 20
    assert len(list((tmp_path / "console").glob("*.png"))) >= 3


def test_a_failing_step_fails_the_demo(tmp_path: Path) -> None:
    """A cuff that leaks never gives a reading: the visit as planned cannot be played."""
    done = demo(tmp_path, "--scenario", "cuff-leak")
    assert done.returncode == 1
    steps = json.loads((tmp_path / "report.json").read_text())
    assert [step["name"] for step in steps if not step["ok"]] == ["blood pressure"]
