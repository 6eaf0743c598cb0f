"""The thread that reads a camera, and tries again when it is missing or fails, until it is closed."""

import asyncio
import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Final, NamedTuple

from contract.profile import MediaConfig
from media.faults import Fault, SourceError
from media.grabbers import Grabber, open_grabber
from media.pictures import Image, fit

RETRY_S: Final = 2.0  # between two tries to open
CLOSE_S: Final = 3.0  # how long closing waits for a device that hangs
EARLY: Final = 0.7  # of a frame's time: pictures that come faster than this are left out

_log = logging.getLogger(__name__)


class Condition(NamedTuple):
    """How a source is: `state` as in MediaState, the device's name, what is wrong."""

    state: str
    name: str = ""
    fault: Fault = Fault.NONE


class Camera:
    """Reads the profile's camera from `start` to `close`.

    `deliver(picture, monotonic ns)` is called in the camera's thread, with pictures no larger than the
    profile says; `report` as well, at each change.
    """

    def __init__(
        self, config: MediaConfig, deliver: Callable[[Image, int], None], report: Callable[[Condition], None]
    ) -> None:
        self._config = config
        self._deliver = deliver
        self._report = report
        self._jobs: queue.SimpleQueue[Callable[[Grabber], None]] = queue.SimpleQueue()
        self._closing = threading.Event()
        # A daemon: a hung driver must not keep the process from ending.
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)

    def start(self) -> None:
        """Open the device in the background."""
        self._thread.start()

    def do(self, job: Callable[[Grabber], None]) -> None:
        """Have the camera's thread do something with the open source, between two pictures.

        While there is no open source it waits. A SourceError in it counts as one in reading.
        """
        self._jobs.put(job)

    async def close(self) -> None:
        """Close the device; nothing is delivered or reported after this."""
        self._closing.set()
        await asyncio.to_thread(self._thread.join, CLOSE_S)

    def _run(self) -> None:
        said = ""
        while not self._closing.is_set():
            try:
                grabber = open_grabber(self._config)
                try:
                    self._pump(grabber)
                finally:
                    grabber.close()
            except SourceError as error:
                if str(error) != said:
                    _log.warning("camera: %s", error)
                said = str(error)
                self._tell(Condition(error.state, "", error.fault))
                self._closing.wait(RETRY_S)

    def _tell(self, condition: Condition) -> None:
        if not self._closing.is_set():
            self._report(condition)

    def _pump(self, grabber: Grabber) -> None:
        last_ns = 0
        apart_ns = int(EARLY * 1e9 / self._config.fps)
        while not self._closing.is_set():
            self._do_jobs(grabber)
            picture = grabber.read()
            now_ns = time.monotonic_ns()
            if not last_ns:
                self._tell(Condition("on", grabber.name))  # it gives pictures: now it is on
            if now_ns - last_ns < apart_ns or self._closing.is_set():
                continue
            last_ns = now_ns
            self._deliver(fit(picture, self._config.width, self._config.height), now_ns)

    def _do_jobs(self, grabber: Grabber) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self._jobs.get_nowait()(grabber)
