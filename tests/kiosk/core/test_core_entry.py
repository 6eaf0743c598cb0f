"""Whether a technician is let in: by the hub's signed yes or its code by phone; guessing stays slow."""

from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest
from station_state import StationState

from contract import staff
from contract import technician as t
from contract.seal import sign
from kiosk.core.entry import Entry
from kiosk.core.identity import Identity
from kiosk.core.tries import Tries

SECRET = b"s" * 32


class Around:
    """A station's folder and clocks that are set."""

    def __init__(self, folder: Path) -> None:
        self.state = StationState(folder)
        self.wall, self.ticks = 1_000_000.0, 50.0
        self.start()
        self.entry.secret_came(SECRET)

    def start(self) -> None:
        """As core begins, also after it was killed."""
        identity = Identity(self.state.folder)
        self.entry = Entry(self.state.folder, identity, lambda: self.wall, lambda: self.ticks)
        self.entry.tries = Tries(self.state.folder / "wrong-codes.json", lambda: self.wall)

    def asked(self) -> str:
        self.entry.ask()
        assert self.entry.challenge is not None
        return self.entry.challenge.digits

    def right(self, challenge: str, secret: bytes = SECRET) -> t.TechnicianCode:
        return self.typed(t.code_for(secret, self.state.station, challenge))

    def typed(self, code: str, name: str = "J. Ortiz") -> t.TechnicianCode:
        return t.TechnicianCode(code=code, technician=name)

    def wrong(self, challenge: str) -> t.TechnicianCode:
        code = t.code_for(SECRET, self.state.station, challenge)
        return self.typed(f"{(int(code) + 1) % 10**8:08}")

    def signed(self, challenge: str, station: UUID | None = None) -> bytes:
        told = t.Entry(
            station=station or self.state.station,
            challenge=challenge,
            technician="J. Ortiz",
            by="user:ops",
            issued=self.wall,
        )
        body = msgspec.msgpack.encode(told)
        return msgspec.msgpack.encode(sign(body, context=t.ENTRY, private=self.state.signing))


@pytest.fixture
def around(tmp_path: Path) -> Around:
    return Around(tmp_path / "s")


def test_the_code_by_phone_lets_in_once(around: Around) -> None:
    code = around.right(around.asked())
    assert around.entry.code(around.typed(t.spaced(code.code), "  J.   Ortiz ")) == ""
    assert around.entry.inside is not None and around.entry.inside.name == "J. Ortiz"
    around.entry.out()
    assert around.entry.code(code) == "stale"  # a new challenge is on the screen now
    assert around.entry.code(code) == "wrong"


def test_the_hubs_signed_yes_lets_in_and_names_who_said_it(around: Around) -> None:
    entry = around.signed(around.asked())
    assert around.entry.entry_came(entry)
    assert around.entry.inside is not None
    assert (around.entry.inside.name, around.entry.inside.by) == ("J. Ortiz", "user:ops")
    around.entry.out()
    around.asked()
    assert not around.entry.entry_came(entry)  # replayed


@pytest.mark.parametrize(
    "spoilt", ["other-station", "other-challenge", "flipped", "nothing", "stale", "unasked"]
)
def test_any_other_yes_lets_nobody_in(around: Around, spoilt: str) -> None:
    challenge = around.asked()
    entry = bytearray(around.signed(challenge))
    match spoilt:
        case "other-station":
            entry = bytearray(around.signed(challenge, uuid4()))
        case "other-challenge":
            entry = bytearray(around.signed(f"{(int(challenge) + 1) % 10**8:08}"))
        case "flipped":
            entry[len(entry) // 2] ^= 1
        case "nothing":
            entry = bytearray(b"\xc0")
        case "stale":
            around.ticks += t.CHALLENGE_S + 1
        case "unasked":
            around.entry.out()
    assert not around.entry.entry_came(bytes(entry))
    assert around.entry.inside is None


def test_guessing_is_slow_also_across_kills_and_a_clock_put_back(around: Around) -> None:
    for left in range(staff.TRIES - 1, 0, -1):
        assert around.entry.code(around.wrong(around.asked())) == "wrong"
        assert around.entry.tries.left("technician") == left
    assert around.entry.code(around.wrong(around.asked())) == "wait"
    around.start()
    assert around.entry.code(around.right(around.asked())) == "wait"  # not even the right one is looked at
    around.wall -= 86_400
    assert around.entry.code(around.right(around.asked())) == "wait"
    around.wall += 86_400 + staff.WAIT_S
    assert around.entry.code(around.wrong(around.asked())) == "wait"  # one try, then twice as long
    around.wall += staff.WAIT_S
    assert around.entry.code(around.right(around.asked())) == "wait"
    around.wall += staff.WAIT_S
    assert around.entry.code(around.right(around.asked())) == ""


@pytest.mark.parametrize(
    ("code", "name", "why"),
    [("1234567", "J", "malformed"), ("12345678", "  ", "malformed"), ("abcdefgh", "J", "malformed")],
)
def test_what_is_no_code_is_not_counted(around: Around, code: str, name: str, why: str) -> None:
    around.asked()
    assert around.entry.code(around.typed(code, name)) == why
    assert around.entry.tries.left("technician") == staff.TRIES


def test_a_challenge_too_old_is_replaced(around: Around) -> None:
    code = around.right(around.asked())
    around.ticks += t.CHALLENGE_S + 1
    assert around.entry.code(code) == "stale"
    assert around.entry.challenge is not None and not around.entry.stale


def test_another_stations_secret_is_of_no_use(around: Around) -> None:
    assert around.entry.code(around.right(around.asked(), b"x" * 32)) == "wrong"
    root, other = b"r" * 32, uuid4()
    machine, newer = b"m" * 32, b"n" * 32
    ours = t.secret_of(root, around.state.station, machine)
    assert len({ours, t.secret_of(root, other, machine), t.secret_of(root, around.state.station, newer)}) == 3


def test_without_a_secret_only_the_hub_lets_in(tmp_path: Path) -> None:
    around = Around(tmp_path / "t")
    (tmp_path / "t" / "technician.key").unlink()
    around.start()
    assert not around.entry.by_phone
    challenge = around.asked()
    assert around.entry.code(around.right(challenge)) == "no-secret"
    assert around.entry.entry_came(around.signed(challenge))


def test_who_is_in_is_put_out_for_idling_or_after_long(around: Around) -> None:
    around.entry.code(around.right(around.asked()))
    around.ticks += t.IDLE_S - 1
    assert around.entry.ended() == ""
    around.ticks += 1
    assert around.entry.ended() == "idle"
    around.entry.touched = around.ticks
    around.wall += t.LONGEST_S
    assert around.entry.ended() == "over"


def test_a_core_that_starts_anew_knows_who_is_in_but_no_challenge(around: Around) -> None:
    code = around.right(around.asked())
    around.start()
    assert around.entry.challenge is None
    assert around.entry.code(code) == "stale"
    around.entry.code(around.right(around.asked()))
    around.start()
    assert around.entry.inside is not None and around.entry.inside.name == "J. Ortiz"
    around.entry.out()
    around.start()
    assert around.entry.inside is None


def test_the_secret_is_for_its_owner_alone(around: Around) -> None:
    assert ((around.state.folder / "technician.key").stat().st_mode & 0o777) == 0o600


def test_a_qr_code_says_station_and_challenge() -> None:
    station = uuid4()
    assert t.read_qr(t.qr_text(station, "01234567")) == t.Asked(station, "01234567")
    link = t.qr_text(station, "01234567", "https://hub.example.org/")
    assert link == f"https://hub.example.org/#technician={station}&challenge=01234567"
    assert t.read_qr(link) == t.Asked(station, "01234567")
    for text in (
        "https://hub.example.org/#challenge=01234567",
        "carepost:enrol?code=1",
        "carepost:technician?station=x&challenge=01234567",
        "",
    ):
        with pytest.raises(ValueError):
            t.read_qr(text)
