"""The session's part of a shift: the PIN until it was judged, and the residents list, in memory alone."""

from collections.abc import Callable
from uuid import UUID

from contract.residents import ResidentsWanted, ShiftRefused, encode
from contract.seal import KeySet, Sealed
from contract.staff import AskHub, HubAnswer, SignIn
from contract.station import FromSession
from kiosk.rounds.model import Duty
from ui.roster import Gathering, Roster, opened

LATER = ("too-many",)  # refusals after which the same is asked again: the hub has not judged the PIN yet


class RoundList:
    """Asks core and hub, and holds what they say."""

    def __init__(self, send: Callable[[FromSession], object], seal: Callable[[bytes], Sealed]) -> None:
        self._send, self._seal = send, seal
        self._gathering = Gathering()
        self.pin = ""
        self.roster: Roster | None = None

    def try_pin(self, shift: UUID, badge: str) -> None:
        """Have core judge badge and PIN."""
        self._send(SignIn(shift=shift, badge=badge, pin=self.pin))

    def want(self, duty: Duty, ask: UUID) -> None:
        """Ask the hub; with badge and PIN until it has answered once: it judges them as well."""
        if duty.shift is None:
            return
        wanted = ResidentsWanted(
            shift=duty.shift,
            id=ask,
            session_key=duty.public,
            badge=duty.badge if self.pin else "",
            pin=self.pin,
        )
        self._send(AskHub(shift=duty.shift, ask=ask, sealed=self._seal(encode(wanted))))

    def take(self, answer: HubAnswer, duty: Duty, *, station_id: UUID, keys: KeySet) -> Roster | str | None:
        """Take a part: the whole list once it is there, why there is none, or None."""
        if answer.shift != duty.shift or not duty.signed_in:
            return None
        told = opened(answer, station=station_id, keys=keys, private=duty.private)
        if isinstance(told, ShiftRefused):
            if told.why not in LATER:
                self.pin = ""
            return told.why
        whole = self._gathering.take(told) if told is not None else None
        if whole is not None:
            self.pin, self.roster = "", whole
        return whole

    def forget(self) -> None:
        """Nothing of a shift stays."""
        self.pin, self.roster, self._gathering = "", None, Gathering()
