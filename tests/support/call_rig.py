"""A whole station in a call with a real console, and what both of them see; for tests in tests/e2e.

The station stands in a network room of its own where that is allowed (network_room). Its camera is a file
that can be emptied, as a camera's plug can be pulled.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import cv2
from link_emulator import WITHOUT, Link
from link_model import Way
from network_room import HERE, Room
from tcp_proxy import Proxy

from bench.rig import PatientWorld, Rig, rig
from demo.provider import Provider
from demo.world import Options
from media.figure import Figure

PATIENCE_S: Final = 90.0
STEP_MS: Final = 50
GAP_S: Final = 0.5  # between two pictures of one run; longer is a freeze
# The page's newest connection, for its counters.
_CONNECTION: Final = """
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...more) { super(...more); globalThis.newest = this; }
};
"""
_SOUND: Final = """async () => {
  let heard = 0, sent = 0;
  for (const entry of (await globalThis.newest.getStats()).values()) {
    if (entry.type === "inbound-rtp" && entry.kind === "audio") heard = entry.totalAudioEnergy;
    // The station tells of what has come to it.
    if (entry.type === "remote-inbound-rtp" && entry.kind === "audio") sent = 1;
  }
  return [heard, sent];
}"""


class Plug:
    """The station's camera: a film that can be taken away and brought back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, (640, 360))
        figure = Figure(640, 360)
        for number in range(60):
            film.write(figure.draw(number * 1000 // 30))
        film.release()
        self._film = path.read_bytes()

    def pull(self) -> None:
        """Whoever reads it gets no more."""
        self.path.write_bytes(b"")

    def put_back(self) -> None:
        """It can be opened again."""
        self.path.write_bytes(self._film)


class _RoomWorld(PatientWorld):
    """A world whose station is in a room of its own: it reaches the hub at HERE, the browser at localhost."""

    def __init__(self, options: Options | None, room: Room | None, plugs: ExitStack) -> None:
        super().__init__(options)
        self.room = room
        self._stack = plugs
        if room:
            self.options.hub_arguments += ("--public-name", HERE)

    def start_hub(self) -> None:
        super().start_hub()
        if self.room:
            console, self.stations_port = self._hub_ports
            self.console_url = f"http://localhost:{console}"

    def start_station(self, *, driver: bool = True) -> None:
        if self.room:
            proxy = self._stack.enter_context(Proxy(HERE, int(self.stations_port)))
            proxy.target = int(self.stations_port)
            program = self.room.program(self.folder, sys.executable, "-m", "kiosk")
            self.options.station_program = program
        super().start_station(driver=driver)


class Resumed:
    """Pictures of one end that come without a gap: how many, and since when. Times in seconds come in."""

    def __init__(self, number: int) -> None:
        self._first = self._newest = number
        self._newest_at = self.since = 0.0

    @property
    def run(self) -> int:
        """How many have come since the last gap."""
        return self._newest - self._first

    def count(self, number: int, now: float) -> None:
        """There have been so many pictures by now."""
        if number == self._newest:
            return
        if now - self._newest_at > GAP_S:
            self._first, self.since = self._newest, now
        self._newest, self._newest_at = number, now


class CallRig:
    """The rig of the benches, and what a call's tests ask of it."""

    def __init__(self, made: Rig, plug: Plug, room: Room | None) -> None:
        self.rig = made
        self.plug = plug
        self.room = room
        self.driver = made.driver
        self.provider = made.provider
        self.world = made.world

    @contextmanager
    def call(self) -> Iterator[None]:
        """A call in which both see each other; hung up afterwards."""
        self.rig.ask_for_call()
        self.rig.accept()
        try:
            self.both_see()
            yield
        except BaseException:
            with suppress(Exception):  # what went wrong first counts; the next test is to begin afresh
                self.rig.hang_up()
            raise
        self.rig.hang_up()

    @contextmanager
    def link(self, way: Way, seed: int = 1) -> Iterator[Link]:
        """An emulated link for the calls made inside."""
        page = self.provider.page
        with Link(seed) as link:
            link.set(way)
            page.evaluate(link.javascript)
            try:
                yield link
            finally:
                page.evaluate(WITHOUT)

    def both_see(self, pictures: int = 15) -> float:
        """Wait until at both ends so many new pictures have come and the newest is no dark one; seconds."""
        began = time.monotonic()
        station, console = self.at_station(), self._fresh()
        self.until(lambda: self.at_station() >= station + pictures, "pictures at the station")
        while pictures > 0:
            if (now := self._fresh()) != console:
                console, pictures = now, pictures - 1
            self._not_after(began + PATIENCE_S, "pictures at the console")
        return time.monotonic() - began

    def back_after(self, pictures: int = 15) -> float:
        """Wait until so many new pictures have come without a gap at both ends.

        Returns the seconds until the first of them had, at the end where it came later.
        """
        began = time.monotonic()
        station, console = Resumed(self.at_station()), Resumed(0)
        seen, mark = 0, self._fresh()
        while min(station.run, console.run) < pictures:
            self._not_after(began + PATIENCE_S, "run of pictures at both ends")
            station.count(self.at_station(), time.monotonic())
            if (now := self._fresh()) != mark:
                mark, seen = now, seen + bool(now)
            console.count(seen, time.monotonic())
        return max(station.since, console.since) - began

    def at_station(self) -> int:
        """Return how many pictures of the provider the station has shown."""
        return int(self.driver.state()["remote_frames"])

    def sound(self) -> tuple[float, bool]:
        """Return the energy of what the console heard, and whether the station tells of what came to it."""
        heard, told = self.provider.page.evaluate(_SOUND)
        return float(heard), bool(told)

    def until(self, condition: Callable[[], Any], what: str, seconds: float = PATIENCE_S) -> float:
        """Wait until it is so; seconds it took."""
        began = time.monotonic()
        while not condition():
            self._not_after(began + seconds, what)
        return time.monotonic() - began

    def _not_after(self, end: float, what: str) -> None:
        assert time.monotonic() < end, f"no {what}; station: {self.driver.state()['call_words']!r}"
        self.provider.page.wait_for_timeout(STEP_MS)

    def _fresh(self) -> int:
        """Return a mark of the picture that the console shows: another one with each that is bright."""
        look = self.provider.look()
        return look["hash"] if look and look["luma"] > 40 else 0


def _open(provider: Provider) -> None:
    provider.page.add_init_script(_CONNECTION)


@contextmanager
def call_rig(
    folder: Path,
    room: Room | None,
    media: dict[str, Any] | None = None,
    hub_arguments: tuple[str, ...] = (),
) -> Iterator[CallRig]:
    """Start a whole station, in a room if there is one; its patient is at the results, a provider on call."""
    plug = Plug(folder / "camera.avi")
    about = {"camera": f"file:{plug.path}", "microphone": "tone", "speaker": "none", **(media or {})}
    with ExitStack() as stack:
        plugs = stack.enter_context(ExitStack())
        options = Options(idle_s=600, media=about, hub_arguments=hub_arguments)
        made = stack.enter_context(rig(options, _open, lambda options: _RoomWorld(options, room, plugs)))
        made.to_oximeter()
        made.to_results()
        yield CallRig(made, plug, room)
