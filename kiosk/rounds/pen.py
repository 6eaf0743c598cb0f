"""What a round's handlers write on: a visit's turn, with the round beside it."""

from typing import Any, Final
from uuid import UUID, uuid5

import msgspec

from contract.measurement import Instant
from kiosk.rounds.effects import AskList
from kiosk.rounds.effects import Effect as RoundEffect
from kiosk.rounds.model import Bedside, Duty, Shift
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

LIST_OLD_S: Final = 15 * 60  # then it is asked for again
SAVE_S: Final = 5  # signing out waits so long for what is not saved before it says so
LATE_S: Final = 20  # … and so long in all
SHOWN_S: Final = 3


class Pen(Turn):
    """A turn of the round."""

    def __init__(self, shift: Shift, at: Instant, context: Context) -> None:
        super().__init__(shift.state, at, context)
        self.duty: Duty = shift.duty
        self.own: list[RoundEffect] = []  # after the visit's

    def change(self, **changes: Any) -> None:
        """Change the round."""
        self.duty = msgspec.structs.replace(self.duty, **changes)

    def at_bed(self, **changes: Any) -> None:
        """Change what is known at this bedside."""
        if self.duty.bedside is not None:
            self.change(bedside=msgspec.structs.replace(self.duty.bedside, **changes))

    @property
    def bed(self) -> Bedside:
        """The resident we are with. Only what needs one is handled there (table.py)."""
        if self.duty.bedside is None:
            raise LookupError("no resident was confirmed")
        return self.duty.bedside

    @property
    def staff(self) -> UUID:
        """Who is signed in."""
        if self.duty.staff is None:
            raise LookupError("nobody is signed in")
        return self.duty.staff

    def fresh(self, screen: Screen, item: str = "") -> None:
        """Show a screen with nothing of any visit; what the station is goes over."""
        state = self.state
        self.state = State(
            screen=screen,
            item=item,
            language=state.language,
            devices=state.devices,
            core_up=state.core_up,
            core_lost_ns=state.core_lost_ns,
            hub_online=state.hub_online,
            cleaned=state.cleaned,
            touched_ns=self.now_ns,
        )

    def ask_list(self) -> None:
        """Ask for the residents (again)."""
        duty = self.duty
        if duty.shift is None:
            return
        self.change(asks=duty.asks + 1, asked_ns=self.now_ns)
        self.own.append(AskList(uuid5(duty.shift, f"list/{duty.asks + 1}")))
