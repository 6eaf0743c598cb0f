"""Cuffs of the Bluetooth Blood Pressure Service (2A35; 2A36 while they measure): A&D, Omron, Beurer, others.

Bluetooth LE, service 1810; the person presses the cuff's own button, the cuff is on the air for some seconds
after it. Gives systolic, diastolic, mean, pulse, the device's time, and what was wrong (movement, loose cuff,
irregular pulse, position). No host can start or stop it: nothing here inflates anything. Most want to be
paired once (docs/devices/bluetooth.md). Proved: the specification, one published value of a real device and
the simulator; never tried on a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import ble_blood_pressure
from peripherals.protocols.ble_blood_pressure import INTERMEDIATE, MEASUREMENT, NO_REASON, SERVICE
from peripherals.protocols.ble_blood_pressure_talk import CuffConversation
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION

PRODUCT = Product(
    name="ble-2a35",
    title="Bluetooth blood pressure monitor",
    role=Role.CUFF,
    manufacturer="unknown",
    model="Bluetooth Blood Pressure Service",
    protocol="ble-2a35",
    lines=(BleLine(SERVICE, (MEASUREMENT, INTERMEDIATE), reads=(*INFORMATION, *CLOCKS)),),
    decoder=ble_blood_pressure.decoder,
    conversation=CuffConversation,
    manner=Manner.SPOT,
    messages=True,
    unknown_fault=Fault.CUFF_ERROR,
    fault_codes={
        0: Fault.MOVED,
        1: Fault.CUFF_LEAK_OR_SIGNAL,
        5: Fault.MOVED,
        NO_REASON: Fault.CUFF_ERROR,
    },
)
