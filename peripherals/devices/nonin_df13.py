"""Nonin data format 13: one packet for one spot check, of the fingertip oximeter Onyx II 9560.

A Bluetooth serial port (rfcomm), 9600 8N1 by name: the device switches itself on with a finger in and looks
for the station it is paired with. Sends what it measured when nobody was near first, marked as from its
memory, then the new measurement. Its clock can be asked for and set; it is lost with the batteries. Proved:
vendor's document and packets made from it; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine
from peripherals.events import Role
from peripherals.protocols import nonin_df13
from peripherals.protocols.nonin_talk import NoninDf13Talk

PRODUCT = Product(
    name="nonin-df13",
    title="Nonin Onyx II 9560 (data format 13, spot check)",
    role=Role.OXIMETER,
    manufacturer="Nonin Medical",
    model="data format 13",
    protocol="nonin-df13",
    lines=(SerialLine(9600),),
    decoder=nonin_df13.decoder,
    conversation=NoninDf13Talk,
    manner=Manner.SPOT,
    silent=True,
)
