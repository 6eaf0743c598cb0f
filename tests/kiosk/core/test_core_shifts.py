"""The residents list passes core unread, and is kept while the shift lasts and no longer."""

from uuid import UUID, uuid4

from contract import staff, wire
from contract.seal import Sealed
from kiosk.core.shifts import ShiftMessages

SHIFT = uuid4()
SEALED = Sealed(b"k" * 8, "carepost.shift/1", b"ciphertext")


class Around:
    def __init__(self) -> None:
        self.online = True
        self.session: list[staff.HubAnswer] = []
        self.hub: list[wire.ToHub] = []
        self.shifts = ShiftMessages(self.session.append, self._hub)

    def _hub(self, message: wire.ToHub) -> bool:
        if self.online:
            self.hub.append(message)
        return self.online

    def ask(self) -> UUID:
        ask = uuid4()
        self.shifts.ask(staff.AskHub(shift=SHIFT, ask=ask, sealed=SEALED), SHIFT)
        return ask

    def part(self, ask: UUID, part: int, parts: int, *, keep: bool = True, shift: UUID = SHIFT) -> None:
        reply = f"{part}/{parts}".encode()
        message = wire.ShiftIn(shift=shift, ask=ask, part=part, parts=parts, reply=reply, keep=keep)
        self.shifts.came(message, SHIFT)

    def again(self, shift: UUID | None = SHIFT) -> list[bytes]:
        self.session.clear()
        self.shifts.session_came(shift)
        return [each.reply for each in self.session]


def test_an_ask_waits_for_the_hub_and_is_repeated_until_it_is_answered_whole() -> None:
    a = Around()
    a.online = False
    a.ask()
    ask = a.ask()
    a.online = True
    a.shifts.hub_is(True)
    a.part(ask, 1, 2)
    a.shifts.hub_is(True)
    a.part(ask, 0, 2)
    a.shifts.hub_is(True)
    assert [m.ask for m in a.hub if isinstance(m, wire.ShiftOut)] == [ask, ask]
    assert a.again() == [b"1/2", b"0/2"]


def test_a_newer_list_replaces_the_former_one_only_when_it_is_whole() -> None:
    a = Around()
    a.part(a.ask(), 0, 1)
    newer = a.ask()
    a.part(newer, 0, 2)
    assert a.again() == [b"0/1", b"0/2"]
    a.part(newer, 1, 2)
    assert a.again() == [b"0/2", b"1/2"]


def test_a_refusal_is_passed_on_and_takes_no_lists_place() -> None:
    a = Around()
    a.part(a.ask(), 0, 1)
    a.part(a.ask(), 0, 1, keep=False)
    assert len(a.session) == 2
    assert a.again() == [b"0/1"]


def test_nobody_elses_answer_is_taken_and_nothing_is_left_after_the_shift() -> None:
    a = Around()
    ask = a.ask()
    a.part(ask, 0, 1, shift=uuid4())
    a.part(uuid4(), 0, 1)
    for wrong in (2, -1):
        a.part(ask, wrong, 2)
    assert a.session == []
    a.part(ask, 0, 1)
    assert a.again(uuid4()) == []
    a.shifts.forget(SHIFT)
    assert a.again() == []
    assert a.hub[-1] == wire.ShiftOver(shift=SHIFT)
    a.shifts.ask(staff.AskHub(shift=SHIFT, ask=uuid4(), sealed=SEALED), None)
    assert a.hub[-1] == wire.ShiftOver(shift=SHIFT)
