"""Media's end: what it shows and how it is, kept for a session that starts; the rest it passes on."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from contract import control, station
from contract.link import close_all
from contract.profile import MediaConfig
from kiosk.core import captures
from kiosk.core.ports import Port

log = logging.getLogger(__name__)


class Media:
    """The media process, which may be restarted at any moment.

    `told`: who else hears what it says, a line a message. `changed`: it came (True) or went.
    """

    def __init__(
        self,
        socket: Path,
        config: MediaConfig,
        to_session: Callable[[station.ToSession, Sequence[int]], object],
        changed: Callable[[bool], None],
        capture_came: Callable[[captures.CaptureFromMedia, list[int]], None],
    ) -> None:
        self._config = config
        self._to_session = to_session
        self._changed = changed
        self._capture_came = capture_came
        self.told: Mapping[type[Any], Callable[[Any], object]] = {}
        self.state: control.MediaState | None = None
        self.headphones: control.Headphones | None = None
        self._rings: dict[str, list[int]] = {}
        self._port: Port[control.FromMedia, control.ToMedia] = Port(
            socket, control.FromMedia, self._came, self._gone
        )

    @property
    def connected(self) -> bool:
        """Is the process there?"""
        return self._port.connected

    @property
    def headset(self) -> bool:
        """Is one plugged in?"""
        return self.headphones is not None and self.headphones.plugged

    def send(self, message: control.ToMedia, *, droppable: bool = False) -> None:
        """Tell media, if it is there."""
        self._port.send(message, droppable=droppable)

    def close(self) -> None:
        """Stop listening."""
        self._port.close()

    def session_came(self) -> None:
        """Tell a session how media is, and hand it the pictures."""
        self._to_session(station.MediaIs(up=self.connected, state=self.state), ())
        if self.headphones is not None:
            self._to_session(self.headphones, ())
        for which, fds in self._rings.items():
            self._to_session(station.VideoRing(which=which), fds)

    def _came(self, message: control.FromMedia, fds: list[int]) -> None:
        match message:
            case control.Ring():
                close_all(self._rings.pop(message.which, []))
                self._rings[message.which] = fds
                self._to_session(station.VideoRing(which=message.which), fds)
                return
            case control.MediaHello():
                self.send(control.Configure(media=self._config))
                self._to_session(station.MediaIs(up=True, state=None), ())
                self._changed(True)
            case control.MediaState():
                self.state = message
                self._to_session(station.MediaIs(up=True, state=message), ())
            case control.Headphones():
                self.headphones = message
                self._to_session(message, ())
            case control.SoundTested() | control.SoundLevel():
                self._to_session(message, ())
            case control.DataReceived():
                log.info("media received %d characters on the data channel", len(message.text))
            case _ if isinstance(message, captures.CaptureFromMedia):
                self._capture_came(message, fds)
        if told := self.told.get(type(message)):
            told(message)
        close_all(fds)

    def _gone(self) -> None:
        for fds in self._rings.values():
            close_all(fds)
        self._rings.clear()
        self.state = None
        self._to_session(station.MediaIs(up=False), ())
        self._to_session(control.SoundLevel(), ())
        self._changed(False)
