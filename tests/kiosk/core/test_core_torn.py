"""Core's own notes on the disk, torn: it starts all the same."""

from pathlib import Path
from uuid import uuid4

from station_state import StationState

from contract.staff import TRIES
from kiosk.core.alarms import Alarms
from kiosk.core.cleaning import CleaningDue
from kiosk.core.clock import Clock
from kiosk.core.identity import Identity
from kiosk.core.orders import Orders
from kiosk.core.site import Site
from kiosk.core.staff import Staff

TORN = b'{"\xff": {}}'  # JSON, but for letters that are none


def test_no_torn_note_of_cores_own_keeps_it_from_starting(tmp_path: Path) -> None:
    """Letters that are none: a bad block in one small file must not take the station out of service."""
    around = StationState(tmp_path / "state").folder
    for name in ("wrong-pins.json", "orders.json", "shift.json", "alarms.json", "cleaning.json"):
        (around / name).write_bytes(TORN)
    (around / "staff.signed").write_bytes(b"\x83\xa4body\xa3\xff\xff\xff")

    def nothing(*_: object) -> bool:
        return True

    def silent(*_: object) -> None:
        pass

    identity, clock = Identity(around), Clock(uuid4())
    staff = Staff(around, identity, clock, nothing, nothing)
    assert staff.shift is None and staff.tries.left("ab") == TRIES
    orders = Orders(
        around / "orders.json",
        nothing,
        nothing,
        test=nothing,
        restart=nothing,
        about=dict,
        changed=nothing,
    )
    assert orders.disabled == ""
    orders.close()
    assert Alarms(around / "alarms.json", silent, nothing, Site(identity.profile, silent)).all() == []
    assert CleaningDue(around / "cleaning.json").after is None
