"""Oximeters of the Bluetooth Pulse Oximeter Service that give one result (2A5E, PLX spot check).

Bluetooth LE, service 1822; on the air for some seconds after a check. Gives SpO2, pulse, on some models the
perfusion index and the device's time. Pair it once if it asks for it (docs/devices/bluetooth.md). Proved:
the specification, values made from it and the simulator; never tried on a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import ble_plx
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION, SpotConversation


def _talk() -> SpotConversation:
    return SpotConversation(ble_plx.spot_check_decoder(), (ble_plx.SPOT_CHECK,))


PRODUCT = Product(
    name="ble-2a5e",
    title="Bluetooth oximeter (PLX, spot check)",
    role=Role.OXIMETER,
    manufacturer="unknown",
    model="Bluetooth Pulse Oximeter Service",
    protocol="ble-2a5e",
    lines=(BleLine(ble_plx.SERVICE, (ble_plx.SPOT_CHECK,), reads=(*INFORMATION, *CLOCKS)),),
    decoder=ble_plx.spot_check_decoder,
    conversation=_talk,
    manner=Manner.SPOT,
    messages=True,
    unknown_fault=Fault.NO_SIGNAL,
    fault_codes={
        1: Fault.DEVICE_SENSOR,
        11: Fault.NO_FINGER,
        12: Fault.DEVICE_SENSOR,
        13: Fault.NO_FINGER,
        14: Fault.DEVICE_SENSOR,
        15: Fault.PROBE_UNPLUGGED,
        ble_plx.NO_REASON: Fault.NO_SIGNAL,
    },
)
