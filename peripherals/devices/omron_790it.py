"""Omron HEM-790IT, HEM-7080IT and sisters with the same USB id: upper-arm cuffs with a memory.

USB HID 0590:0028, 8-byte reports. The person starts it; the station only looks into its memory, every two
seconds while it waits. Gives systolic, diastolic, pulse, the time to the second, irregular pulse, movement.
Whether it measures while it is in the cable is not known: if it does not, take the cable out, measure, and
put it back in. It vents by itself. Its clock can be read on a sister (HEM-7301), and cannot be set from here.
Proved: published USB traces of a HEM-790IT, and the simulator; never tried on a real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import omron_790it
from peripherals.protocols.omron_790it_talk import OmronTalk

PRODUCT = Product(
    name="omron-790it",
    title="Omron HEM-790IT, HEM-7080IT",
    role=Role.CUFF,
    manufacturer="Omron",
    model="HEM-790IT",
    protocol="omron-790it",
    lines=(HidLine((UsbId(0x0590, 0x0028),), report=omron_790it.REPORT),),
    decoder=omron_790it.decoder,
    manner=Manner.SPOT,
    conversation=OmronTalk,
    unknown_fault=Fault.CUFF_ERROR,
)
