"""Nonin data format 7: the same as format 2 with a 16-bit pleth.

Serial 9600 8N1, an Xpod 3012LP USB (FTDI, 0403:6001) or a Bluetooth serial port. The pleth is what the
sensor sees, not compressed for a display: for the screen it is stretched over the last two seconds. Proved:
vendor's document and packets made from it; never tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import nonin_packets
from peripherals.protocols.nonin import DataFormat
from peripherals.protocols.nonin_talk import NoninWaveTalk

PRODUCT = Product(
    name="nonin-df7",
    title="Nonin Xpod, OEM III, Onyx II 9560 (data format 7)",
    role=Role.OXIMETER,
    manufacturer="Nonin Medical",
    model="data format 7",
    protocol="nonin-df7",
    lines=(SerialLine(9600),),
    decoder=nonin_packets.format_7,
    conversation=lambda: NoninWaveTalk(DataFormat.FINE_WAVE),
    bridges=(UsbId(0x0403, 0x6001),),
    frames_per_s=3,
)
