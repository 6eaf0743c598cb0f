"""A station's socket, a visit there, and a provider in the console."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID

from hub_process import Browser, ConsoleSocket, HubProcess
from hub_station import StationClient, StationSocket, VisitAtStation

from contract import wire
from contract.documents import VisitClosed

# of a hub that waits shortly for who is gone
QUICK = {"provider_lost_s": 0.4, "restart_grace_s": 8.0, "interrupted_after_s": 0.4, "sweep_s": 0.1}


class Room:
    """A station's socket, a visit there, and a provider with the console open and on call."""

    def __init__(self, hub: HubProcess, station: StationClient, name: str = "ada") -> None:
        self.hub, self.at, self.name = hub, station, name
        self.visit = VisitAtStation(station)
        self.stack = ExitStack()

    def __enter__(self) -> "Room":
        self.station: StationSocket = self.stack.enter_context(self.at.socket())
        self.station.until(wire.HubHello)
        self.browser = self.stack.enter_context(Browser(self.hub, self.name))
        assert self.browser.send("/api/on-call", {"on": True}).status_code == 200
        self.console: ConsoleSocket = self.stack.enter_context(self.browser.socket())
        return self

    def __exit__(self, *_: object) -> None:
        if self.hub.process.poll() is None:
            self.browser.send(f"/api/visits/{self.visit.id}/end-call")
            self.browser.send("/api/sign-out")
            self.at.reconnect()
            self.at.deliver(VisitClosed(visit=self.visit.id, at=self.visit.at, how="finished"))
        self.stack.close()

    def do(self, what: str, told: object = None, method: str = "POST") -> Any:
        """Do something to the visit as the provider."""
        answer = self.browser.send(f"/api/visits/{self.visit.id}/{what}", told, method)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def asks(self, level: str = "N") -> wire.CallQueued:
        """The patient asks for a provider; returns the place in line."""
        self.station.send(wire.CallRequest(visit=self.visit.id, level=level, language="en"))
        return self.station.until(wire.CallQueued, lambda m: m.visit == self.visit.id)

    def in_call(self) -> UUID:
        """Bring both into a call; return its id."""
        self.asks()
        call = UUID(self.do("accept")["call"])
        assert self.station.until(wire.CallAccepted).call == call
        return call

    def offer(self, call: UUID, generation: int, sdp: str, signed: bytes = b"") -> None:
        """The station offers."""
        self.station.send(wire.Signal(call=call, generation=generation, kind="offer", sdp=sdp, signed=signed))

    def state(self) -> str:
        """Return the visit's state as the console has it."""
        return str(self.browser.get(f"/api/visits/{self.visit.id}").json()["state"])

    def live(self, kind: Any) -> tuple[UUID, Any]:
        """Return the next live message of a kind to this visit, opened with the session's key."""
        while True:
            told = self.station.until(wire.LiveIn, lambda m: m.visit == self.visit.id)
            message = self.visit.open(told)
            assert message.id == told.id
            if isinstance(message, kind):
                return told.id, message
