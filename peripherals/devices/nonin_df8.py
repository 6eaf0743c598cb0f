"""Nonin data format 8: four bytes once a second, no pleth.

Serial 9600 8N1, an Xpod 3012LP USB (FTDI, 0403:6001) or a Bluetooth serial port. For ten seconds after the
finger is gone it repeats its last values with the alarm bit: they are left out. No checksum. Proved:
vendor's document and frames made from it; never tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import nonin_df8
from peripherals.protocols.nonin_talk import NoninDf8Talk

PRODUCT = Product(
    name="nonin-df8",
    title="Nonin Xpod, OEM III, Onyx II 9560 (data format 8)",
    role=Role.OXIMETER,
    manufacturer="Nonin Medical",
    model="data format 8",
    protocol="nonin-df8",
    lines=(SerialLine(9600),),
    decoder=nonin_df8.decoder,
    conversation=NoninDf8Talk,
    bridges=(UsbId(0x0403, 0x6001),),
    frames_per_s=1,
)
