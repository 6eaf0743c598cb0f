"""Detecto solo, an eye-level clinical scale with a height rod.

Cable: its 9-pin RS-232 port through any USB to serial adapter (most are FTDI, 0403:6001), 9600 8N1, fixed.
The host presses its print key (LF P CR), once a second during a weighing and not at all between them. Gives
weight in pounds or kilograms, height as it was entered, and the scale's time (month first: see the page). It
never says whether the weight stands, and holds the last one: two equal answers, some time apart, that differ
from what it showed when the weighing began are a result, so who stands on it already steps off and on again.
Proved: the one example of the manual and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import detecto

PRODUCT = Product(
    name="detecto",
    title="Detecto solo",
    role=Role.SCALE,
    manufacturer="Detecto",
    model="solo",
    protocol="detecto",
    lines=(SerialLine(9600),),
    decoder=detecto.decoder,
    manner=Manner.SPOT,  # silent unless asked; the conversation judges the answers and gives one result
    bridges=(UsbId(0x0403, 0x6001),),
    conversation=detecto.DetectoTalk,
)
