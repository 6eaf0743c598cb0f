"""`scripts/demo` with a display: a window, an address to be the provider, and nothing left after Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.e2e
CHECKOUT = Path(__file__).resolve().parent.parent.parent
START_S = 90


def ours(mark: str, parent: int | None = None) -> list[str]:
    """Command lines of living processes that mention `mark`, children of `parent` alone if given."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                by = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if mark in line and parent in (None, by):
                found.append(line)
    return found


def test_a_window_an_address_and_a_clean_end() -> None:
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert display.stdout is not None
    number = display.stdout.readline().strip()
    demo = subprocess.Popen(
        [sys.executable, "-u", "-m", "demo"],
        cwd=CHECKOUT,
        env={**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert demo.stdout is not None
        address = ""
        for line in demo.stdout:
            if match := re.search(r"(http://\S+)/#code=\S+", line):
                address = match[1]
                break
        assert httpx.get(address, timeout=10).status_code == 200
        folder = next(line for line in ours("hub serve", demo.pid)).split("--data ")[1].split("/hub")[0]
        deadline = time.monotonic() + START_S
        while not subprocess.run(
            ["xdotool", "search", "--name", "Carepost"],
            env={**os.environ, "DISPLAY": f":{number}"},
            capture_output=True,
            check=False,
        ).stdout:
            assert time.monotonic() < deadline, "no window came up"
            time.sleep(0.05)
        demo.send_signal(signal.SIGINT)
        demo.wait(30)
        assert ours(folder) == []
        assert not Path(folder).exists()
    finally:
        demo.kill()
        demo.wait()
        demo.stdout.close() if demo.stdout else None
        display.terminate()
        display.wait()
        display.stdout.close()
