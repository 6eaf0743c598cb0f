"""`python -m ui.lint`: qmllint over all of our QML; exits 1 when it finds anything."""

import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent


def main() -> int:
    """Lint; returns the exit code."""
    files = [str(path) for path in sorted(HERE.rglob("*.qml"))]
    tool = Path(sys.executable).with_name("pyside6-qmllint")
    done = subprocess.run(
        [tool, "--max-warnings", "0", "-I", str(HERE / "qml"), "-I", str(HERE / "qmltypes"), *files],
        check=False,
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
