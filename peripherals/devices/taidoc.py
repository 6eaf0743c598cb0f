"""TaiDoc and FORA blood glucose meters, series TD-42xx (GlucoRx Nexus, GlucoMen Nexus, GlucoCheck XL, FORA).

Cable: the maker's serial cable (Silicon Labs CP210x, 10c4:ea60, or Prolific PL2303, 067b:2303), 19200 8N1.
Asked, it tells model, serial number, clock, the number of records and each record: glucose in mg/dL, HI or
LO, control solution, date and time to the minute. Its clock can be set. Most meters cannot measure while they
talk: measure first, then connect. A meter for one person: it is not shared. Proved: public readers' frames
and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import taidoc
from peripherals.protocols.taidoc_talk import TaiDocTalk

PRODUCT = Product(
    name="taidoc",
    title="TaiDoc, FORA and GlucoRx blood glucose meters (TD-42xx)",
    role=Role.GLUCOSE_METER,
    manufacturer="TaiDoc Technology",
    model="TD-42xx",
    protocol="taidoc",
    lines=(SerialLine(19200),),
    decoder=taidoc.decoder,
    manner=Manner.SPOT,
    bridges=(UsbId(0x10C4, 0xEA60), UsbId(0x067B, 0x2303)),
    conversation=TaiDocTalk,
    silent=True,
    shared=False,
)
