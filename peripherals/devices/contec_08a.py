"""Contec 08A upper-arm cuff, USB: a log of up to 100 measurements for each of three users.

USB HID 0483:5750 (an id of the chip's maker, that other things may have), 64-byte reports. The person starts
it; the station only has its records sent, and takes the one that was not there before. Gives systolic,
diastolic, mean, pulse, date and time. Its clock can be neither read nor set from here, and what it finds
wrong is only on its own display. It vents by itself. Proved: a published dump of a real device and what it
showed, and the simulator; never tried on a real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import contec_08a
from peripherals.protocols.contec_08a_talk import ContecTalk

PRODUCT = Product(
    name="contec-08a",
    title="Contec 08A",
    role=Role.CUFF,
    manufacturer="Contec Medical Systems",
    model="08A",
    protocol="contec-08a",
    lines=(HidLine((UsbId(0x0483, 0x5750),), report=contec_08a.REPORT),),
    decoder=contec_08a.decoder,
    manner=Manner.SPOT,
    conversation=ContecTalk,
    unknown_fault=Fault.CUFF_ERROR,
)
