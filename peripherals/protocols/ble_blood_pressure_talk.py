"""Listening to a cuff that the person starts."""

from msgspec.structs import replace

from peripherals.protocols import ble_blood_pressure
from peripherals.protocols.base import Frame, FrameKind, withheld
from peripherals.protocols.ble_blood_pressure import INTERMEDIATE, MEASUREMENT
from peripherals.protocols.ble_talk import SpotConversation
from peripherals.protocols.conversation import Now

MMHG_IN_KILOPASCAL = 7.50062


class CuffConversation(SpotConversation):
    """Gives the pressure in the cuff in mm[Hg], which is what is shown while it measures.

    Nothing else that comes beside the results means anything.
    """

    def __init__(self) -> None:
        super().__init__(ble_blood_pressure.decoder(), (MEASUREMENT, INTERMEDIATE))

    def judge(self, frame: Frame, channel: str, now: Now) -> Frame:
        """Convert it."""
        judged = super().judge(frame, channel, now)
        if channel == INTERMEDIATE and judged.kind is not FrameKind.PRESSURE:
            return withheld(judged)
        if judged.kind is not FrameKind.PRESSURE or not judged.units:
            return judged
        pressure = round(judged.values["cuff_pressure"] * MMHG_IN_KILOPASCAL)
        return replace(judged, values={"cuff_pressure": pressure}, units={})
