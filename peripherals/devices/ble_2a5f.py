"""Oximeters of the Bluetooth Pulse Oximeter Service that stream (2A5F, PLX continuous measurement).

Bluetooth LE, service 1822; connected as long as the finger is in, one value a second. Gives SpO2, pulse, on
some models the perfusion index ("pulse amplitude index"), and says what its sensor lacks. Pair it once if it
asks for it (docs/devices/bluetooth.md). Proved: the specification, a recomputed value and the simulator;
never tried on a real device.
"""

from peripherals.devices.product import BleLine, Product
from peripherals.events import Role
from peripherals.protocols import ble_plx
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION, BleConversation


def _talk() -> BleConversation:
    return BleConversation(ble_plx.continuous_decoder(), (ble_plx.CONTINUOUS,))


PRODUCT = Product(
    name="ble-2a5f",
    title="Bluetooth oximeter (PLX, continuous)",
    role=Role.OXIMETER,
    manufacturer="unknown",
    model="Bluetooth Pulse Oximeter Service",
    protocol="ble-2a5f",
    lines=(BleLine(ble_plx.SERVICE, (ble_plx.CONTINUOUS,), reads=(*INFORMATION, *CLOCKS)),),
    decoder=ble_plx.continuous_decoder,
    conversation=_talk,
    frames_per_s=1,
    messages=True,
)
