"""A&D scales and indicators that speak the A&D standard format; many other makers' do too.

Cable: RS-232 through any USB to serial adapter (most are FTDI, 0403:6001), or the scale's own USB port in
virtual COM mode. 9600 or 2400 baud: both are tried; 8 data bits or the factory's 7 with even parity: both are
understood. It streams when set so ("stream mode", about ten lines a second); otherwise the host asks twice a
second. Gives the weight shown in kilograms, grams, pounds or
ounces, whether it is stable, and whether it is out of range. No height, no clock. Proved: the manuals' lines
and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import and_scale

PRODUCT = Product(
    name="and-scale",
    title="A&D scales (A&D standard format)",
    role=Role.SCALE,
    manufacturer="A&D",
    model="A&D standard format",
    protocol="and-scale",
    lines=(SerialLine(9600), SerialLine(2400)),
    decoder=and_scale.decoder,
    manner=Manner.STREAM,  # it never says that a weighing is over: the host judges what stands still
    bridges=(UsbId(0x0403, 0x6001),),
    conversation=and_scale.AndTalk,
    frames_per_s=10,
)
