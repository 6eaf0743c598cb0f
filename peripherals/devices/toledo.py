"""Scales with Mettler Toledo's continuous output: its IND and 8xxx terminals, and many makers' indicators.

Cable: RS-232 through any USB to serial adapter (most are FTDI, 0403:6001). 9600 baud, with 8 data bits, or
with the factory's 7 data bits and even parity: both are understood on the same line. It speaks all the time,
about ten frames a second; the host says nothing. Gives the weight shown, in kilograms, pounds, grams or
ounces, whether it moves and whether it is out of range. No height, no clock. Switch the check byte on in the
terminal's setup: without it a changed digit is a wrong weight. Proved: the manual's tables, frames made from
them and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import toledo

PRODUCT = Product(
    name="toledo",
    title="Mettler Toledo continuous output (IND, 8xxx and others)",
    role=Role.SCALE,
    manufacturer="Mettler Toledo",
    model="continuous output",
    protocol="toledo",
    lines=(SerialLine(9600),),
    decoder=toledo.decoder,
    manner=Manner.STREAM,  # it never says that a weighing is over: the host judges what stands still
    bridges=(UsbId(0x0403, 0x6001),),
    frames_per_s=10,
)
