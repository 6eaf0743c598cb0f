"""Sound devices without a sound card: a PulseAudio of the test's own, seen by PortAudio through ALSA.

Each device is a loudspeaker that is its own microphone: what is played there is heard there, after
PulseAudio's delay and nothing else. The real path of a station's sound: PortAudio with its threads and list.
"""

import subprocess
import time
from pathlib import Path

import pytest

PATIENCE_S = 60.0


class SoundHouse:
    """A house with devices; `plug` and `unplug` change what PortAudio finds when it looks again."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._devices: dict[str, bool] = {}
        socket = folder / "sound"
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("HOME", str(folder))
        monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
        monkeypatch.setenv("ALSA_CONFIG_PATH", str(folder / "asound.conf"))
        self._write()
        command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        command += ["-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"]
        log = (folder / "pulse.log").open("wb")
        self._process = subprocess.Popen(command, stdout=log, stderr=log)
        log.close()
        until = time.monotonic() + PATIENCE_S
        while subprocess.run(["pactl", "info"], check=False, capture_output=True).returncode:
            assert self._process.poll() is None, (folder / "pulse.log").read_text()
            assert time.monotonic() < until, "PulseAudio does not start"
            time.sleep(0.05)

    def plug(self, name: str, *, microphone: bool = True) -> None:
        """Plug a device in; `name` without blanks."""
        subprocess.run(
            ["pactl", "load-module", "module-null-sink", f"sink_name={name}", "rate=48000"],
            check=True,
            capture_output=True,
            timeout=PATIENCE_S,
        )
        self._devices[name] = microphone
        self._write()

    def unplug(self, name: str) -> None:
        """Take it out of the list."""
        del self._devices[name]
        self._write()

    def close(self) -> None:
        """Tear it down; PortAudio forgets it."""
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def _write(self) -> None:
        lines = ["</usr/share/alsa/alsa.conf>"]
        for name, microphone in self._devices.items():
            lines.append(f"pcm.{name} {{ type asym playback.pcm {{ type pulse device {name} }}")
            source = f"{name}.monitor" if microphone else "no-such-source"
            lines.append(f" capture.pcm {{ type pulse device {source} }} }}")
        (self._folder / "asound.conf").write_text("\n".join(lines) + "\n")
