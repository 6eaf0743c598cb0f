"""LifeScan OneTouch UltraEasy and UltraMini blood glucose meters.

Cable: LifeScan's serial cable on the 2.5 mm jack (Prolific PL2303, 067b:2303), 9600 8N1. Asked, it tells
serial number, software version, clock, the number of records and each record: glucose in mg/dL, HI or LO,
date and time to the second. Its clock can be set. It cannot measure while it talks: measure first, then
connect. It does not mark control solution. A meter for one person: it is not shared. Proved: public readers'
packets and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import lifescan_ultraeasy
from peripherals.protocols.lifescan_ultraeasy_talk import UltraEasyTalk

PRODUCT = Product(
    name="lifescan-ultraeasy",
    title="LifeScan OneTouch UltraEasy, UltraMini",
    role=Role.GLUCOSE_METER,
    manufacturer="LifeScan",
    model="OneTouch UltraEasy",
    protocol="lifescan-ultraeasy",
    lines=(SerialLine(9600),),
    decoder=lifescan_ultraeasy.decoder,
    manner=Manner.SPOT,
    bridges=(UsbId(0x067B, 0x2303),),
    conversation=UltraEasyTalk,
    silent=True,
    shared=False,
)
