"""Heart rate straps and patches of the Bluetooth Heart Rate Service (2A37): Polar, Garmin, others.

Bluetooth LE, service 180D; one value a second while worn. Gives heart rate, the intervals between the beats
in ms where the device sends them, and whether it touches the skin where it watches that. Proved: the
specification, published values and the simulator; never tried on a real device.
"""

from peripherals.devices.product import BleLine, Product
from peripherals.events import Role
from peripherals.protocols import ble_heart_rate
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION, BleConversation


def _talk() -> BleConversation:
    return BleConversation(ble_heart_rate.decoder(), (ble_heart_rate.MEASUREMENT,))


PRODUCT = Product(
    name="ble-2a37",
    title="Bluetooth heart rate strap",
    role=Role.HEART_MONITOR,
    manufacturer="unknown",
    model="Bluetooth Heart Rate Service",
    protocol="ble-2a37",
    lines=(BleLine(ble_heart_rate.SERVICE, (ble_heart_rate.MEASUREMENT,), reads=(*INFORMATION, *CLOCKS)),),
    decoder=ble_heart_rate.decoder,
    conversation=_talk,
    frames_per_s=1,
    messages=True,
)
