"""A shift through a real hub and a real core: signed in without the hub too, wrong PINs outlive kill -9."""

import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from contract import residents, staff, station
from contract.link import Link, connect
from contract.residents import SHIFT_SCHEMA, ResidentsTold, ResidentsWanted
from contract.seal import KeySet, open_key_set, open_reply, seal
from demo.house import House
from demo.world import Options, World
from kiosk.processes import Paths
from provisioning.enrol import status

pytestmark = pytest.mark.e2e
M = TypeVar("M")
PATIENCE_S = 60.0


class Cart:
    """Core of the world's station, and this test as its session."""

    def __init__(self, world: World) -> None:
        self._paths = Paths(world.station_state, world.run)
        self._paths.make_folders()
        self.id = UUID(status(world.station_state)["station"])
        self._private = X25519PrivateKey.generate()
        self.heard: list[Any] = []
        self.start()

    def start(self) -> None:
        paths = self._paths
        command = [sys.executable, "-m", "kiosk.core", "--state", str(paths.state), "--run", str(paths.run)]
        self.process = subprocess.Popen(command)

    def hello(self, shift: UUID | None = None) -> None:
        """Connect as a session does."""
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.link: Link[Any, Any] = Link(connect(self._paths.core_socket), station.ToSession)
                break
            except OSError:
                assert time.monotonic() < end, "core never listened"
                time.sleep(0.05)
        self.heard.clear()
        self.link.send(station.Hello(protocol=station.PROTOCOL, shift=shift))

    def kill(self) -> None:
        """kill -9."""
        self.link.close()
        self.process.kill()
        self.process.wait()

    def until(self, kind: type[M], fits: Callable[[M], bool] = lambda _: True) -> M:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            while self.heard:
                message = self.heard.pop(0)
                if isinstance(message, kind) and fits(message):
                    return message
            select.select([self.link], [], [], 1.0)
            self.heard += [message for message, _ in self.link.receive()]
        raise AssertionError(f"no such {kind.__name__}")

    def sign_in(self, badge: str, pin: str) -> Any:
        """Try; the answer."""
        self.link.send(staff.SignIn(shift=uuid4(), badge=badge, pin=pin))
        return self.until((staff.SignedIn, staff.SignInRefused))  # type: ignore[arg-type]

    @property
    def keys(self) -> KeySet:
        state = self._paths.state
        return open_key_set((state / "keys.signed").read_bytes(), (state / "root.pub").read_bytes())

    def ask(self, shift: UUID, badge: str = "", pin: str = "") -> UUID:
        """Ask the hub for the residents."""
        wanted = ResidentsWanted(
            shift=shift,
            id=uuid4(),
            session_key=self._private.public_key().public_bytes_raw(),
            badge=badge,
            pin=pin,
        )
        plain = residents.encode(wanted)
        sealed = seal(plain, station=self.id, key=self.keys.sealing_key(), schema=SHIFT_SCHEMA)
        self.link.send(staff.AskHub(shift=shift, ask=wanted.id, sealed=sealed))
        return wanted.id

    def told(self, ask: UUID) -> ResidentsTold:
        """Open the answer, which is one part here."""
        came = self.until(staff.HubAnswer, lambda m: m.ask == ask)
        schema, plain = open_reply(came.reply, station=self.id, keys=self.keys, private=self._private)
        assert (schema, came.parts) == (SHIFT_SCHEMA, 1)
        answer = residents.decode_answer(plain)
        assert isinstance(answer, ResidentsTold), answer
        return answer


@pytest.fixture
def world() -> Iterator[World]:
    made = World(Options(facility=True))
    try:
        made.make_hub()
        yield made
    finally:
        made.close()


@pytest.fixture
def cart(world: World) -> Iterator[Cart]:
    made = Cart(world)
    yield made
    made.kill()


def names(told: ResidentsTold) -> list[str]:
    return [one.given for one in told.residents]


def test_a_shift_survives_core_hub_and_session(world: World, cart: Cart) -> None:
    assert isinstance(world.house, House)
    badge, pin = world.house.badges["Nora Quist"], world.house.pins["Nora Quist"]
    cart.hello()
    end = time.monotonic() + PATIENCE_S
    while (said := cart.sign_in(badge, "999111")).why == "no-list":  # the hub has not told it yet
        assert time.monotonic() < end
        time.sleep(0.2)
    assert (said.why, said.tries_left) == ("wrong", staff.TRIES - 1)
    cart.kill()
    cart.start()
    cart.hello()
    assert cart.sign_in(badge, "999111").tries_left == staff.TRIES - 2
    signed = cart.sign_in(badge, pin)
    assert signed.roles == ("nurse",)
    ask = cart.ask(signed.shift, badge, pin)
    told = cart.told(ask)
    assert names(told) == ["Ruth", "Walter", "Ines", "Harold"]
    assert (told.me.name, told.facility) == ("Nora Quist", "Maple House")

    cart.link.close()  # the session dies and comes back
    cart.hello(signed.shift)
    assert cart.until(staff.SignedIn).staff == signed.staff
    assert names(cart.told(ask)) == names(told)

    cart.kill()  # core dies: the sign-in is on the disk, the list is asked for again, without the PIN
    cart.start()
    cart.hello(signed.shift)
    assert cart.until(staff.SignedIn).staff == signed.staff
    assert names(cart.told(cart.ask(signed.shift))) == names(told)

    world.kill("hub")  # and without the hub staff still sign in
    cart.link.send(staff.SignOut(shift=signed.shift))
    assert cart.until(staff.SignedOut).why == "asked"
    assert cart.sign_in(badge, pin).staff == signed.staff
    names_on_disk = [path for path in world.station_state.rglob("*") if path.is_file() and _tells(path)]
    assert names_on_disk == []


def _tells(path: Path) -> bool:
    """Does a file of the station hold a resident's or a staff member's name, or a badge?"""
    content = path.read_bytes()
    return any(word in content for word in (b"Adler", b"Quist", b"CPB1-", b"CPW1-"))
