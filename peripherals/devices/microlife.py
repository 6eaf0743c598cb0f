"""Microlife BP A6 PC, BP3GX1-5X and sisters with a Cypress USB chip (also sold as Aponorm): upper-arm cuffs.

USB 04B4:5500. The chip is a HID device, but Linux gives it to a serial driver of its own (cypress_m8): there
it is a serial port, 19200 8N1. Both ways are spoken. The person starts it; the station only has its memory
sent. Gives systolic, diastolic, pulse, date and time to the minute. Its clock is read and can be set. It
vents by itself. Proved: published answers of a real cuff, public readers and the simulator; never tried on a
real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, SerialLine, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import microlife
from peripherals.protocols.microlife_talk import MicrolifeTalk

CYPRESS = UsbId(0x04B4, 0x5500)

PRODUCT = Product(
    name="microlife",
    title="Microlife BP A6 PC, BP3GX1 (USB)",
    role=Role.CUFF,
    manufacturer="Microlife",
    model="BP A6 PC",
    protocol="microlife",
    lines=(SerialLine(19200), HidLine((CYPRESS,), report=microlife.REPORT)),
    decoder=microlife.decoder,
    manner=Manner.SPOT,
    bridges=(CYPRESS,),
    conversation=MicrolifeTalk,
    unknown_fault=Fault.CUFF_ERROR,
)
