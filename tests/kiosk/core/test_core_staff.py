"""Staff sign in by badge and PIN without the hub; wrong PINs are counted whatever happens to core."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from argon2 import PasswordHasher
from station_state import StationState

from contract import cards, staff, station
from contract.seal import Signed, sign
from kiosk.core import tries
from kiosk.core.clock import Clock
from kiosk.core.identity import Identity
from kiosk.core.staff import Staff
from kiosk.core.tries import Tries

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
BADGE, PIN, STAFF = cards.new_token(cards.BADGE), "2580", uuid4()


class Around:
    """A station's folder, a clock that is set, and what core says."""

    def __init__(self, folder: Path) -> None:
        self.state = StationState(folder)
        self.wall = 1_000_000.0
        self.said: list[Any] = []
        self.over: list[UUID] = []
        self.locked = 0
        self.start()

    def start(self) -> None:
        """As core begins, also after it was killed."""
        clock = Clock(uuid4(), wall=lambda: self.wall)
        self.staff = Staff(
            self.state.folder,
            Identity(self.state.folder),
            clock,
            self.said.append,
            self.over.append,
            locked=self._lock,
        )
        self.staff.tries = Tries(self.state.folder / "wrong-pins.json", lambda: self.wall)

    def _lock(self) -> None:
        self.locked += 1

    def verifier(self, badge: str = BADGE, roles: tuple[str, ...] = ("nurse",)) -> staff.Verifier:
        hashed = QUICK.hash(staff.secret(badge, PIN))
        return staff.Verifier(badge=cards.hash_of(badge), argon2=hashed, staff=STAFF, roles=roles)

    def list_of(self, *verifiers: staff.Verifier, age: float = 0, station_id: UUID | None = None) -> bytes:
        told = staff.StaffList(
            station=station_id or self.state.station,
            issued=self.wall - age,
            expires=self.wall - age + 7 * 86400,
            verifiers=verifiers,
        )
        body = msgspec.msgpack.encode(told)
        return msgspec.msgpack.encode(sign(body, context=staff.STAFF, private=self.state.signing))

    async def sign_in(self, pin: str = PIN, badge: str = BADGE, shift: UUID | None = None) -> Any:
        self.staff.sign_in(staff.SignIn(shift=shift or uuid4(), badge=badge, pin=pin))
        if self.staff._judging is not None:
            await self.staff._judging
        return self.said[-1]


@pytest.fixture
def around(tmp_path: Path) -> Around:
    a = Around(tmp_path / "state")
    a.staff.came(a.list_of(a.verifier()))
    return a


async def test_a_badge_and_its_pin_sign_in_also_after_core_began_anew(around: Around) -> None:
    around.start()  # the list is on the disk
    shift = uuid4()
    said = await around.sign_in(shift=shift)
    assert isinstance(said, staff.SignedIn)
    assert (said.staff, said.roles) == (STAFF, ("nurse",))
    around.start()
    around.staff.session_came(shift)
    assert around.said[-1] == said
    around.staff.sign_out(staff.SignOut(shift=shift, why="idle"))
    assert around.said[-1] == staff.SignedOut(shift=shift, why="idle")
    around.start()
    around.staff.session_came(shift)
    assert around.said[-1] == staff.SignedOut(shift=shift, why="unknown")


async def test_wrong_pins_are_counted_through_kills_and_then_the_badge_waits(around: Around) -> None:
    for left in range(staff.TRIES - 1, 0, -1):
        said = await around.sign_in("1111")
        assert (said.why, said.tries_left, said.wait_s) == ("wrong", left, 0)
        around.start()
    said = await around.sign_in("1111")
    assert (said.why, said.tries_left, said.wait_s) == ("wrong", 0, staff.WAIT_S)
    assert around.locked == 1
    around.start()
    around.wall -= 5000  # a clock put back
    assert (await around.sign_in()).why == "wait"
    around.wall += 5000 + staff.WAIT_S - 1
    assert (await around.sign_in()).wait_s == 1
    around.wall += 1
    assert (await around.sign_in("1111")).wait_s == 2 * staff.WAIT_S
    around.wall += 2 * staff.WAIT_S
    assert isinstance(await around.sign_in(), staff.SignedIn)
    assert (await around.sign_in("1111")).tries_left == staff.TRIES - 1


def test_a_try_is_on_the_disk_before_it_is_looked_at(tmp_path: Path) -> None:
    counted = Tries(tmp_path / "wrong-pins.json", lambda: 0.0)
    counted.begin("ab")
    assert Tries(tmp_path / "wrong-pins.json", lambda: 0.0).left("ab") == staff.TRIES - 1
    for _ in range(30):
        counted.begin("ab")
    assert counted.wait_s("ab") == staff.LONGEST_WAIT_S


def test_a_clock_that_stood_ahead_makes_no_wait_that_never_ends(tmp_path: Path) -> None:
    """Twelve years, where an empty battery said 2038 and somebody then set the clock right."""
    now, up = 2_147_400_000.0, 50.0
    counted = Tries(tmp_path / "wrong-pins.json", lambda: now, lambda: up)
    for _ in range(staff.TRIES):
        counted.begin("ab")
    now = 1_764_000_000.0
    assert counted.wait_s("ab") == staff.WAIT_S  # the whole wait, from now on
    now, up = now + 10_000, up + staff.WAIT_S - 1  # whatever is done to the clock meanwhile
    assert counted.wait_s("ab") == 1
    anew = Tries(tmp_path / "wrong-pins.json", lambda: now, lambda: up)  # core was killed
    assert anew.wait_s("ab") == staff.WAIT_S
    up += 1
    assert counted.wait_s("ab") == 0


async def test_a_try_that_can_not_be_counted_is_not_made(
    around: Around, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk each kill of core would give five more tries."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(tries, "keep", full)
        assert (await around.sign_in()).why == "busy"
        assert (await around.sign_in("1111")).why == "busy"
        assert around.staff.shift is None
    around.start()
    assert isinstance(await around.sign_in(), staff.SignedIn)


async def test_a_clock_that_stood_ahead_makes_no_shift_that_never_ends(around: Around) -> None:
    around.wall += 12 * 365 * 86400
    around.staff.came(around.list_of(around.verifier()))
    await around.sign_in(shift=(shift := uuid4()))
    around.wall -= 12 * 365 * 86400  # the hub is back, and tells the time
    around.staff.look()
    around.wall += 12 * 3600 + 1
    around.staff.look()
    assert around.said[-1] == staff.SignedOut(shift=shift, why="over")


async def test_a_list_from_the_future_does_not_keep_a_revocation_out(around: Around) -> None:
    around.staff.came(around.list_of(around.verifier(), age=-90 * 86400))  # the hub's clock was wrong
    around.staff.came(around.list_of(around.verifier(BADGE[:-1] + ("A" if BADGE[-1] != "A" else "B"))))
    assert (await around.sign_in()).why == "unknown-badge"


def test_what_is_no_count_begins_anew_and_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "wrong-pins.json").write_text("[")
    assert tries.Tries(tmp_path / "wrong-pins.json").left("ab") == staff.TRIES
    assert "begins anew" in caplog.text


async def test_what_cannot_be_judged_is_refused_in_words(around: Around, tmp_path: Path) -> None:
    assert (await around.sign_in(badge="CPC1-" + "A" * 26)).why == "malformed"
    assert (await around.sign_in("12a4")).why == "malformed"
    assert (await around.sign_in(badge=cards.new_token(cards.BADGE))).why == "unknown-badge"
    around.staff.sign_in(staff.SignIn(shift=uuid4(), badge=BADGE, pin=PIN))
    first = around.staff._judging
    around.staff.sign_in(staff.SignIn(shift=uuid4(), badge=BADGE, pin=PIN))
    assert around.said[-1].why == "busy"
    assert first is not None
    await first
    around.wall += 8 * 86400
    assert (await around.sign_in()).why == "expired"
    empty = Around(tmp_path / "other")
    assert (await empty.sign_in()).why == "no-list"


async def test_who_is_not_in_the_next_list_is_signed_out(around: Around) -> None:
    await around.sign_in(shift=(shift := uuid4()))
    around.wall += 10
    around.staff.came(around.list_of(around.verifier(roles=("aide",))))
    assert around.said[-1] == staff.SignedOut(shift=shift, why="revoked")
    assert around.over == [shift]
    around.wall += 10
    around.staff.came(around.list_of())
    assert (await around.sign_in()).why == "no-list"


async def test_only_the_hubs_newest_list_for_this_station_counts(around: Around) -> None:
    around.staff.came(around.list_of(age=60))
    around.staff.came(around.list_of(station_id=uuid4(), age=-60))
    around.staff.came(b"garbage")
    forged = msgspec.msgpack.decode(around.list_of(age=-60), type=Signed)
    around.staff.came(msgspec.msgpack.encode(msgspec.structs.replace(forged, signature=b"\0" * 64)))
    assert isinstance(await around.sign_in(), staff.SignedIn)


async def test_a_shift_ends_by_itself_and_with_a_fresh_session(around: Around) -> None:
    await around.sign_in(shift=(first := uuid4()))
    around.wall += 12 * 3600
    around.staff.look()
    assert around.said[-1] == staff.SignedOut(shift=first, why="over")
    await around.sign_in(shift=(second := uuid4()))
    around.staff.session_came(None)
    assert around.over == [first, second]
    assert around.staff.shift is None


def test_badge_and_pin_are_never_printed() -> None:
    assert PIN not in repr(staff.SignIn(shift=uuid4(), badge=BADGE, pin=PIN))
    assert msgspec.msgpack.decode(
        msgspec.msgpack.encode(staff.SignIn(shift=STAFF, badge=BADGE, pin=PIN)), type=station.FromSession
    ) == staff.SignIn(shift=STAFF, badge=BADGE, pin=PIN)


async def test_where_a_taken_disk_could_be_read_nobody_is_judged_without_the_hub(around: Around) -> None:
    around.staff._may_judge = lambda: False
    refused = await around.sign_in()
    assert refused.why == "not-offline" and refused.why in staff.REFUSALS
    around.staff._may_judge = lambda: True
    assert (await around.sign_in()).staff == STAFF
