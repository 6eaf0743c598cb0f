"""Tanita SC-240 body composition scale; others of the family send the same line.

Cable: its USB port, which is a serial port (FTDI, 0403:6001), 9600 8N1. It speaks once, when a weighing is
done; nothing can be asked, so the port must be open before somebody steps on. Gives weight in kilograms,
pounds or stones, height as it was typed in, model and serial number; body composition is not taken over. No
clock. Proved: the manual's line, whose check sum is right, and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import tanita

PRODUCT = Product(
    name="tanita",
    title="Tanita SC-240 and its family",
    role=Role.SCALE,
    manufacturer="Tanita",
    model="SC-240",
    protocol="tanita",
    lines=(SerialLine(9600),),
    decoder=tanita.decoder,
    manner=Manner.SPOT,  # one line a weighing
    bridges=(UsbId(0x0403, 0x6001),),
    conversation=tanita.TanitaTalk,
    silent=True,
)
