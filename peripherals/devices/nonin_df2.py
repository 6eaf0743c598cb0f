"""Nonin data format 2: Xpod and OEM III modules, fingertip Onyx II 9560.

Serial 9600 8N1: an Xpod 3012LP USB has an FTDI chip inside (0403:6001), the 9560 is a Bluetooth serial port
(rfcomm). 75 frames a second, 25 make a packet with one set of readings. Listens first; if the format does
not come by itself it is selected, which a device keeps. Gives SpO2, pulse and an 8-bit pleth, low battery.
Proved: vendor's document and packets made from it; never tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import nonin_packets
from peripherals.protocols.nonin import DataFormat
from peripherals.protocols.nonin_talk import NoninWaveTalk

PRODUCT = Product(
    name="nonin-df2",
    title="Nonin Xpod, OEM III, Onyx II 9560 (data format 2)",
    role=Role.OXIMETER,
    manufacturer="Nonin Medical",
    model="data format 2",
    protocol="nonin-df2",
    lines=(SerialLine(9600),),
    decoder=nonin_packets.format_2,
    conversation=lambda: NoninWaveTalk(DataFormat.WAVE),
    bridges=(UsbId(0x0403, 0x6001),),
    frames_per_s=3,
)
