"""Listening to a thermometer: the place it measures at may be said once, beside the values."""

from msgspec.structs import replace

from peripherals.protocols import ble_thermometer
from peripherals.protocols.base import Frame
from peripherals.protocols.ble_talk import SpotConversation
from peripherals.protocols.ble_thermometer import INTERMEDIATE, MEASUREMENT, SITES, TYPE
from peripherals.protocols.conversation import Now


class ThermometerConversation(SpotConversation):
    """Puts the fixed place into values that name none; what comes on 2A1E is only shown."""

    def __init__(self) -> None:
        super().__init__(ble_thermometer.decoder(), (MEASUREMENT,), (INTERMEDIATE,))
        self._site: str | None = None

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take a value, or the fixed place."""
        if channel == TYPE:
            self._site = SITES.get(data[0]) if data else None
            return []
        return super().heard(data, channel, now)

    def judge(self, frame: Frame, channel: str, now: Now) -> Frame:
        """Add the place."""
        judged = super().judge(frame, channel, now)
        return judged if judged.site or not self._site else replace(judged, site=self._site)
