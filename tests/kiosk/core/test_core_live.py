"""Live messages are relayed unread, kept until taken, and forgotten with the visit."""

from uuid import UUID, uuid4

from contract import station, wire
from contract.seal import Sealed
from kiosk.core.live import LiveMessages

VISIT = uuid4()
SEALED = Sealed(b"k" * 8, "carepost.live/1", b"ciphertext")


class Around:
    def __init__(self) -> None:
        self.online = True
        self.session: list[station.ToSession] = []
        self.hub: list[wire.ToHub] = []
        self.live = LiveMessages(self.session.append, self._hub)

    def _hub(self, message: wire.ToHub) -> bool:
        if self.online:
            self.hub.append(message)
        return self.online


def reply(number: int, visit: UUID = VISIT) -> wire.LiveIn:
    return wire.LiveIn(id=UUID(int=number), visit=visit, reply=b"sealed")


def test_what_is_said_offline_goes_out_in_order_later() -> None:
    a = Around()
    a.online = False
    for n in range(3):
        a.live.send(station.SendLive(visit=VISIT, sealed=Sealed(b"k" * 8, f"s/{n}", b"")))
    a.online = True
    a.live.hub_is(True)
    assert [m.sealed.schema for m in a.hub if isinstance(m, wire.LiveOut)] == ["s/0", "s/1", "s/2"]
    a.live.hub_is(True)
    assert len(a.hub) == 3


def test_a_reply_is_given_again_to_a_session_that_did_not_take_it() -> None:
    a = Around()
    a.live.came(reply(1), VISIT)
    a.live.came(reply(1), VISIT)
    assert len(a.session) == 1
    a.live.session_came(VISIT)
    assert len(a.session) == 2
    a.live.acknowledged(UUID(int=1))
    a.live.session_came(VISIT)
    assert len(a.session) == 2
    assert a.hub == [wire.LiveAck(id=UUID(int=1))]


def test_another_visits_reply_reaches_nobody_and_a_new_visit_sees_nothing() -> None:
    a = Around()
    a.live.came(reply(1, uuid4()), VISIT)
    assert a.session == []
    a.live.came(reply(2), VISIT)
    a.live.forget()
    a.live.session_came(VISIT)
    assert len(a.session) == 1
