"""The README's example, as somebody would paste it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_runs_as_it_stands(tmp_path: Path) -> None:
    text = (ROOT / "offline_queue" / "README.md").read_text()
    example = text.split("```python\n")[1].split("```")[0]
    (tmp_path / "example.py").write_text(example)
    done = subprocess.run(
        [sys.executable, "-W", "error", "example.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("saved\nsent 0\n", "")
