"""A link with loss, bursts, delay, jitter, a bottleneck, reordering and doubling between two ends of a call.

A relay for UDP in a process of its own (`python link_emulator.py`), so that neither end's work holds it up.
Each peer connection has a lane: a port that stands for the page to the station, and one that stands for the
station to the page. All lanes share the link, as a call's connections do.

    with Link(seed=7) as link:
        page.add_init_script(link.javascript)  # descriptions then name the lane and nothing else
        link.set(Way(loss=0.1, delay_ms=100, rate_kbit=1000))  # at any time
        link.told().up.lost

`up` is the way from the station (or whoever has no script) to the page, `down` the way back. The script sits
in the page alone: it puts the lane's ports into the offer that comes and the answer that goes, or the other
way round. The page has to bundle all media on one transport (`bundlePolicy: "max-bundle"` when it offers).

What either end sends is passed on to where the other end last sent media from (before that: where it first
sent from); until that is known it is kept. An end with several addresses checks the way from each of them:
the answer to a check goes to where the check came from.
"""

import contextlib
import heapq
import os
import select
import socket
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

import msgspec
from link_model import Counts, Pipe, Way

LANES: Final = 12  # peer connections in a page's life
BUFFER: Final = 1 << 20  # bytes of a socket's own queue: this must not be the bottleneck
KEPT: Final = 64  # packets that wait until the other end has been heard
ASKED: Final = 256  # checks whose senders are remembered
SAMPLES: Final = 100_000  # of the emulator's own delay
NICE: Final = -10

JAVASCRIPT: Final = """
(() => {
  // A page may be given the lanes of another link: they hold for the connections it makes from then on.
  const link = globalThis.emulatedLink ??= {known: new WeakMap(), fresh: true};
  Object.assign(link, {address: "%s", lanes: %s});
  if (!link.fresh) return;
  link.fresh = false;
  const lane = (connection) => {
    if (!link.known.has(connection)) {
      if (link.lanes?.length === 0) throw new Error("the emulated link has no lane left");
      link.known.set(connection, link.lanes?.shift() ?? {});
    }
    return link.known.get(connection);
  };
  // One candidate, in the first section that has a transport: all media are bundled there.
  const through = (sdp, port) => !port ? sdp : sdp
    .replace(/^a=(candidate:.*|end-of-candidates)\\r\\n/gm, "")
    .replace(/^a=ice-ufrag:/m, `a=candidate:1 1 udp 2130706431 ${link.address} ${port} typ host\\r\\n$&`);
  let proto = RTCPeerConnection.prototype;  // or of what a test has put over it
  while (!Object.hasOwn(proto, "setRemoteDescription")) proto = Object.getPrototypeOf(proto);
  const set = proto.setRemoteDescription;
  proto.setRemoteDescription = function ({type, sdp}) {
    return set.call(this, {type, sdp: through(sdp, lane(this).station)});
  };
  proto.addIceCandidate = async () => undefined;
  for (const name of ["localDescription", "currentLocalDescription", "pendingLocalDescription"]) {
    const {get} = Object.getOwnPropertyDescriptor(proto, name);
    Object.defineProperty(proto, name, {configurable: true, get() {
      const real = get.call(this);
      return real && {type: real.type, sdp: through(real.sdp, lane(this).page)};
    }});
  }
})();
"""
WITHOUT: Final = (
    "if (globalThis.emulatedLink) emulatedLink.lanes = null"  # the page's next connections go direct
)


class Lane(msgspec.Struct, frozen=True):
    """Ports of one peer connection: where the page sends to, and where the station does."""

    station: int  # stands for the station: the page sends here
    page: int


class Ready(msgspec.Struct, frozen=True):
    """The process's first line."""

    address: str
    lanes: tuple[Lane, ...]


class Order(msgspec.Struct, frozen=True):
    """A line to the process; each is answered by `Told`."""

    up: Way | None = None
    down: Way | None = None
    afresh: bool = False  # count anew from here


class Told(msgspec.Struct, frozen=True):
    """What the link did. `own_ms`: by how much the emulator itself sent later than the model says: median,
    95th and 99th percentile, most."""

    up: Counts
    down: Counts
    own_ms: tuple[float, float, float, float]


class Link:
    """The relay's process, as a context."""

    def __init__(self, seed: int = 1, lanes: int = LANES) -> None:
        self._line = [sys.executable, str(Path(__file__)), str(seed), str(lanes)]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        ready = msgspec.json.decode(self._answer(), type=Ready)
        self.address, self.lanes = ready.address, ready.lanes
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # An end of its input ends it.
        self._process.communicate(timeout=20)

    @property
    def pid(self) -> int:
        """The relay's process."""
        return self._process.pid

    @property
    def javascript(self) -> str:
        """For one page: before it makes a connection (once more: this link's lanes from now on)."""
        return JAVASCRIPT % (self.address, msgspec.json.encode(self.lanes).decode())

    def set(self, up: Way, down: Way | None = None) -> None:
        """Change the link from now on; without `down` both directions alike."""
        self._ask(Order(up, down or up))

    def afresh(self) -> None:
        """Count from now on."""
        self._ask(Order(afresh=True))

    def told(self) -> Told:
        """Return what the link did so far."""
        return self._ask(Order())

    def _ask(self, order: Order) -> Told:
        assert self._process.stdin
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()
        return msgspec.json.decode(self._answer(), type=Told)

    def _answer(self) -> bytes:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the link emulator has ended")
        return line


class _Port:
    """A socket that stands for one end; `peer` is where that end's packets are to be sent to."""

    def __init__(self, address: str) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        self.socket.setblocking(False)
        self.socket.bind((address, 0))
        self.peer: tuple[str, int] | None = None  # who sends to this port
        self.asked: dict[bytes, tuple[str, int]] = {}  # by a check's transaction: from where
        self.kept: deque[bytes] = deque(maxlen=KEPT)
        self.other: _Port = self
        self.direction = 0

    @property
    def number(self) -> int:
        return int(self.socket.getsockname()[1])

    def send(self, data: bytes) -> None:
        """Send to this port's end, from this port."""
        peer = self.asked.pop(_transaction(data), self.peer) if _stun(data) == _ANSWER else self.peer
        if peer is None:
            self.kept.append(data)
            return
        # An end that has closed its socket, or has no room: lost, as on a link.
        with contextlib.suppress(OSError):
            self.socket.sendto(data, peer)

    def heard(self, data: bytes, peer: tuple[str, int]) -> None:
        """Note where this port's end sends from, and send what was kept for it."""
        kind = _stun(data)
        if kind == _CHECK:
            if len(self.asked) >= ASKED:
                self.asked.pop(next(iter(self.asked)))
            self.asked[_transaction(data)] = peer
        if self.peer is None or (kind == _MEDIA and peer != self.peer):
            self.peer = peer
            while self.kept:
                self.send(self.kept.popleft())


_MEDIA, _CHECK, _ANSWER = range(3)


def _stun(data: bytes) -> int:
    """Return whether a packet is a check (a request of STUN, RFC 8489), the answer to one, or neither."""
    if len(data) < 20 or data[0] > 3 or data[4:8] != b"\x21\x12\xa4\x42":
        return _MEDIA
    return _ANSWER if data[0] & 1 else _CHECK


def _transaction(data: bytes) -> bytes:
    return data[8:20]


class _Due(NamedTuple):
    at: float
    number: int  # first come, first out
    port: _Port
    data: bytes


class Relay:
    """The process: sockets, what is under way, and one pipe for each direction."""

    def __init__(self, seed: int, lanes: int) -> None:
        address = own_address()
        self._pipes = (Pipe(Way(), 2 * seed), Pipe(Way(), 2 * seed + 1))
        self._ports: dict[int, _Port] = {}
        self._under_way: list[_Due] = []
        self._number = 0
        self._late: deque[float] = deque(maxlen=SAMPLES)
        made = [self._lane(address) for _ in range(lanes)]
        self.ready = Ready(address, tuple(made))

    def run(self, orders: int, answers: int) -> None:
        """Relay until the orders end."""
        _say(answers, self.ready)
        waiting, rest = [*self._ports, orders], b""
        while True:
            patience = max(0.0, self._under_way[0].at - time.monotonic()) if self._under_way else None
            for readable in select.select(waiting, [], [], patience)[0]:
                if readable != orders:
                    self._take(self._ports[readable])
                    continue
                more = os.read(orders, 1 << 16)
                if not more:
                    return
                *lines, rest = (rest + more).split(b"\n")
                for line in lines:
                    _say(answers, self._obey(msgspec.json.decode(line, type=Order)))
            self._deliver()

    def close(self) -> None:
        """Close every socket."""
        for port in self._ports.values():
            port.socket.close()

    def _lane(self, address: str) -> Lane:
        station, page = _Port(address), _Port(address)
        # The page sends to the port that stands for the station: this goes down.
        station.other, station.direction = page, 1
        page.other, page.direction = station, 0
        for port in (station, page):
            self._ports[port.socket.fileno()] = port
        return Lane(station=station.number, page=page.number)

    def _obey(self, order: Order) -> Told:
        for pipe, way in zip(self._pipes, (order.up, order.down), strict=True):
            if way:
                pipe.way = way
            if order.afresh:
                pipe.counts = Counts()
        if order.afresh:
            self._late.clear()
        return Told(self._pipes[0].counts, self._pipes[1].counts, self._own())

    def _own(self) -> tuple[float, float, float, float]:
        late = sorted(self._late) or [0.0]
        return tuple(1000 * late[min(len(late) - 1, int(part * len(late)))] for part in (0.5, 0.95, 0.99, 1))  # type: ignore[return-value]

    def _take(self, port: _Port) -> None:
        while True:
            try:
                data, sender = port.socket.recvfrom(1 << 16)
            except BlockingIOError:
                return
            except ConnectionError:
                continue  # an earlier packet found nobody
            port.heard(data, sender)
            for at in self._pipes[port.direction].offer(time.monotonic(), len(data)):
                self._number += 1
                heapq.heappush(self._under_way, _Due(at, self._number, port.other, data))

    def _deliver(self) -> None:
        while self._under_way and self._under_way[0].at <= time.monotonic():
            due = heapq.heappop(self._under_way)
            due.port.send(due.data)
            self._late.append(time.monotonic() - due.at)


def own_address() -> str:
    """Return this machine's address: pages send nothing to the loopback. Without any other, that one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; of the block kept for documentation
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _say(answers: int, message: Ready | Told) -> None:
    os.write(answers, msgspec.json.encode(message) + b"\n")


def _go_first() -> None:
    """Run before everything else, where we may: a busy machine is not what the link is to show."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except PermissionError:
        with contextlib.suppress(PermissionError):
            os.setpriority(os.PRIO_PROCESS, 0, NICE)


def main(argv: list[str]) -> int:
    """Be the relay: SEED LANES."""
    _go_first()
    relay = Relay(int(argv[0]), int(argv[1]))
    try:
        relay.run(0, 1)
    finally:
        relay.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
