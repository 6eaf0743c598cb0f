"""Omron cuffs whose Bluetooth memory has 14-byte records: HEM-7142T2, 7140T1, 7141T1 and their kin.

Bluetooth LE, Omron's own service FE4A beside the standard one; the person presses the cuff's own button, the
cuff is on the air for some seconds after it. Its memory is read, never written: systolic, diastolic, pulse,
time, irregular pulse, movement, loose cuff. It has to be paired once, with no phone paired to it
(docs/devices/bluetooth.md). Proved: two public readers, published records of real devices and the simulator;
never tried on a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import omron_ble
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION
from peripherals.protocols.omron_ble_talk import FROM_CUFF, LOCK, SERVICE, OmronConversation

PRODUCT = Product(
    name="omron-ble-14",
    title="Omron HEM-7142T2 (Bluetooth memory)",
    role=Role.CUFF,
    manufacturer="Omron",
    model="HEM-7142T2",
    protocol="omron-ble-14",
    lines=(
        BleLine(
            SERVICE,
            (FROM_CUFF, LOCK),
            name=r"^BLE[sS]mart_",
            pair=True,
            reads=(*INFORMATION, *CLOCKS),
        ),
    ),
    decoder=omron_ble.decoder,
    conversation=OmronConversation,
    manner=Manner.SPOT,
    messages=True,
    unknown_fault=Fault.CUFF_ERROR,
)
