"""Hub, station and simulated devices on this machine, each started by its own command line.

Everything lives in one temporary folder with a short name (unix sockets) and ends with `close`.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from contract import cards
from demo import house
from peripherals.devices.product import SCHEMES, Manner
from peripherals.registry import PRODUCTS

CHECKOUT: Final = Path(__file__).resolve().parent.parent
START_S: Final = 30.0
END_S: Final = 8.0
STATION_NAME: Final = "Elm Street Pharmacy"
STATION_ADDRESS: Final = "12 Elm Street, Springfield"
STATION_PHONE: Final = "+1 555 0100"


class WorldError(Exception):
    """Something did not start; says what and shows its last words."""


@dataclass
class Options:
    """What kind of world. `station_program`: the frozen station's launcher instead of the checkout's.

    `further`: products by role, beside oximeter and cuff; `sites`: where on the body they measure, by role.
    """

    oximeter: str = "contec-v5"
    cuff: str = "rbp9804"
    oximeter_scenario: str = "healthy"
    cuff_scenario: str = "healthy"
    rest_s: int = 5
    between_s: int = 3
    idle_s: int = 90
    still_here_s: int = 30
    windowed: bool = True
    offscreen: bool = True
    orientation: str = "landscape"
    cuff_speed: float = 4.0
    station_program: Path | None = None
    media: dict[str, Any] = field(
        default_factory=lambda: {"camera": "synthetic", "microphone": "tone", "stethoscope": "synthetic"}
    )
    further: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    provider_wait_s: int = 60
    clean_s: int = 0  # of the cleaning step's touch lock; 0: without the step
    print_socket: Path | None = None  # of a CUPS with a queue "desk"
    hub_arguments: tuple[str, ...] = ()
    facility: bool = False  # a cart of a nursing home: staff, residents, a scanner


class World:
    """Starts and ends the parts; `folder` holds all they write."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.folder = Path(tempfile.mkdtemp(prefix="carepost-", dir="/tmp"))
        self.station_state = self.folder / "station"
        self.run = self.folder / "run"
        self.phone = self.folder / "phone.jsonl"  # what is sent to phones, a line each
        self.driver_socket = self.folder / "driver" / "socket"
        self.driver_socket.parent.mkdir()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.console_url = ""
        self._hub_ports: tuple[str, str] = ("0", "0")
        self.house: house.House | None = None
        self.scanner: house.Scanner | None = None

    # ---- parts

    def make_hub(self) -> None:
        """Create the hub's data and its first provider, start it and enrol the station."""
        self.module("hub", "init", "--data", str(self.folder / "hub"))
        self.module(
            *("hub", "user", "add", "--data", str(self.folder / "hub"), "amara"),
            *("--display", "Dr. Amara Osei", "--role", "provider", "--password-stdin"),
            text="a long demo passphrase\n",
        )
        self.start_hub()
        overrides = self.folder / "profile.json"
        overrides.write_text(json.dumps(self.profile()))
        code = self.module(
            *("hub", "station-code", "--data", str(self.folder / "hub"), "--name", STATION_NAME),
            *(
                "--address",
                STATION_ADDRESS,
                "--phone",
                STATION_PHONE,
                "--profile",
                str(overrides),
                "--unattended",
            ),
        ).split()[-1]
        self.module(
            *("provisioning", "enrol", "--hub", self.console_url),
            *("--code", code, "--state", str(self.station_state)),
        )
        if self.options.facility:
            told = self.module("hub", "station-list", "--data", str(self.folder / "hub"))
            self.house = house.make(self, told.split("\t")[0])
            self.scanner = house.Scanner(self.folder / "scanner")

    def sign_in_code(self, name: str = "amara") -> str:
        """Make a one-time sign-in code for the provider, or somebody else."""
        return self.module("hub", "sign-in-code", "--data", str(self.folder / "hub"), name).split()[-1]

    def profile(self) -> dict[str, Any]:
        """Return what this station's profile says beside its name and place."""
        return {
            "devices": [
                self._device("oximeter", self.options.oximeter),
                self._device("cuff", self.options.cuff),
                *(self._device(role, product) for role, product in self.options.further.items()),
                *self._scanner(),
            ],
            "setting": "ltc" if self.options.facility else "walk-in",
            "staff": {"offline_unlocked": True},  # this machine's disk is the developer's own
            "timing": {
                "rest_s": self.options.rest_s,
                "between_s": self.options.between_s,
                "idle_s": self.options.idle_s,
                "still_here_s": self.options.still_here_s,
                "provider_wait_s": self.options.provider_wait_s,
                "shortened": True,
                "clean_s": self.options.clean_s,
            },
            "take_away": {
                "link_url": self.console_url.rstrip("/"),
                "printer": "desk" if self.options.print_socket else "",
                "records_contact": f"Front desk, {STATION_PHONE}",
            },
            "media": self.options.media,
            "phone_codes": True,
            "help": {"in_person_places": ["Springfield Clinic, 40 Oak Avenue, open until 8 pm"]},
        }

    @property
    def inflates(self) -> bool:
        """Does the station start the cuff? Else the person does, by its own button."""
        return PRODUCTS[self.options.cuff].manner is Manner.INFLATE

    def _device(self, name: str, product: str) -> dict[str, str]:
        """Return a device of the profile; one on USB or Bluetooth is behind a socket."""
        scheme = SCHEMES[type(PRODUCTS[product].lines[0])]
        port = f"{scheme}:{self.folder / name}"
        site = self.options.sites.get(name, "")
        pattern = {"pattern": cards.PATTERN} if name == "scanner" else {}
        return {"id": name, "role": name, "driver": product, "port": port, "site": site} | pattern

    def _scanner(self) -> list[dict[str, str]]:
        if not self.options.facility:
            return []
        port = str(self.folder / "scanner")
        device = {"id": "scanner", "role": "scanner", "driver": "scanner-serial", "port": port}
        return [device | {"pattern": cards.SCANNED}]

    def start_hub(self) -> None:
        """Start the hub (again, on the same ports)."""
        console, stations = self._hub_ports
        process = self.start(
            "hub",
            [
                *(sys.executable, "-m", "hub", "serve", "--data", str(self.folder / "hub")),
                *("--console-port", console, "--station-port", stations),
                *("--text-gateway", f"outbox:{self.phone}", *self.options.hub_arguments),
            ],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        told = self._first_json(process.stdout)
        self.console_url = told["console"]
        self._hub_ports = (
            told["console"].rsplit(":", 1)[1].strip("/"),
            told["stations"].rsplit(":", 1)[1].strip("/"),
        )

    def start_devices(self) -> None:
        """Start the simulated devices."""
        self.start_device("oximeter", self.options.oximeter, self.options.oximeter_scenario)
        speed = self.options.cuff_speed if self.inflates else 1.0  # faster, a clock would run away
        self.start_device("cuff", self.options.cuff, self.options.cuff_scenario, "--speed", str(speed))
        for role, product in self.options.further.items():
            self.start_device(role, product, "healthy")

    def start_device(self, name: str, product: str, scenario: str, *more: str) -> None:
        """Start one simulator; its port is FOLDER/name, its wire log FOLDER/name.jsonl."""
        self.start(
            name,
            [
                *(sys.executable, "-m", "peripherals", "simulate", product, "--scenario", scenario),
                *("--link", str(self.folder / name), "--log", str(self.folder / f"{name}.jsonl"), *more),
            ],
            stdout=subprocess.DEVNULL,
        )
        wait_for((self.folder / name).exists, f"the simulated {name}")

    def start_station(self, *, driver: bool = True) -> None:
        """Start the launcher, and with it the whole station."""
        program = (
            [str(self.options.station_program)]
            if self.options.station_program
            else [sys.executable, "-m", "kiosk"]
        )
        environment = {**os.environ}
        if self.options.offscreen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        self.start(
            "station",
            [
                *(*program, "--state", str(self.station_state), "--run", str(self.run)),
                *(("--driver", str(self.driver_socket)) if driver else ()),
                *(("--windowed",) if self.options.windowed else ()),
                *("--orientation", self.options.orientation),
                *(("--print-socket", str(self.options.print_socket)) if self.options.print_socket else ()),
            ],
            env=environment,
        )

    # ---- processes

    def module(self, *arguments: str, text: str | None = None) -> str:
        """Run one of our commands to its end; its output. WorldError when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=CHECKOUT,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            timeout=START_S * 2,
        )
        if done.returncode:
            said = f"{done.stdout}{done.stderr}{self._words()}"
            raise WorldError(f"python -m {' '.join(arguments[:2])} failed:\n{said}")
        return done.stdout

    def start(
        self, name: str, line: Sequence[str], *, stdout: int | None = None, env: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a process; what it says goes to FOLDER/name.log."""
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                line,
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=log if stdout is None else stdout,
                stderr=log,
                env=env,
                start_new_session=True,
            )
        self.processes[name] = process
        return process

    def kill(self, name: str) -> None:
        """Kill -9 a process of the world; a device goes with its port."""
        port = self.folder / name
        if port.is_symlink():
            port.unlink()  # first: once free, the number of its pseudo port may be one of another world
        process = self.processes[name]
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()

    def station_pids(self) -> dict[str, int]:
        """Return the station's processes by name, as the launcher tells them."""
        try:
            told: dict[str, int] = json.loads((self.run / "processes.json").read_text())
        except (OSError, ValueError):
            return {}
        return told

    def kill_station_process(self, name: str) -> int:
        """Kill -9 one process of the station; returns the pid it had."""
        pid = self.station_pids()[name]
        os.kill(pid, signal.SIGKILL)
        return pid

    def log_of(self, name: str) -> str:
        """Return what a process said."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def _words(self) -> str:
        """The last words of the hub, for an error's sake."""
        log = self.folder / "hub.log"
        return f"hub: {log.read_text(errors='replace')[-2000:]}" if log.exists() else ""

    def close(self) -> None:
        """End everything and remove the folder."""
        for process in reversed(self.processes.values()):
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + END_S
        for process in self.processes.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        if self.scanner is not None:
            self.scanner.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _first_json(self, stream: IO[bytes]) -> dict[str, str]:
        for line in iter(stream.readline, b""):
            with contextlib.suppress(ValueError):
                told: dict[str, str] = json.loads(line)
                return told
        raise WorldError(f"the hub did not start:\n{self.log_of('hub')}")


def wait_for(condition: "Any", what: str, seconds: float = START_S) -> None:
    """Wait until `condition()` is true; WorldError in plain words when it does not become so."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise WorldError(f"{what} did not come within {seconds:.0f} s")
        time.sleep(0.05)


@contextlib.contextmanager
def world(options: Options | None = None) -> Iterator[World]:
    """Make a whole world and end it again."""
    made = World(options)
    try:
        made.make_hub()
        made.start_devices()
        yield made
    finally:
        made.close()
