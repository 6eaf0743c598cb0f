"""Scales of the Bluetooth Weight Scale Service (2A9D).

Bluetooth LE, service 181D; on the air while somebody stands on it or for some seconds after. Gives weight,
on some models height, in kilograms or pounds as it is set, and the device's time. Pair it once if it asks
for it (docs/devices/bluetooth.md). Proved: the specification, a recomputed value and the simulator; never
tried on a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import ble_weight
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION, SpotConversation


def _talk() -> SpotConversation:
    return SpotConversation(ble_weight.decoder(), (ble_weight.MEASUREMENT,))


PRODUCT = Product(
    name="ble-2a9d",
    title="Bluetooth scale",
    role=Role.SCALE,
    manufacturer="unknown",
    model="Bluetooth Weight Scale Service",
    protocol="ble-2a9d",
    lines=(BleLine(ble_weight.SERVICE, (ble_weight.MEASUREMENT,), reads=(*INFORMATION, *CLOCKS)),),
    decoder=ble_weight.decoder,
    conversation=_talk,
    manner=Manner.SPOT,
    messages=True,
    fault_codes={ble_weight.UNSUCCESSFUL: Fault.NO_RESULT},
)
