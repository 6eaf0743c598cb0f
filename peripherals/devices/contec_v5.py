"""Contec CMS50 family, protocol V5.0A: CMS50D and early CMS50D+ finger oximeters.

Cable: USB to serial (Silicon Labs CP210x, 10c4:ea60). 8 data bits, odd parity, 19200 (some CMS50D+)
or 4800 (CMS50D) bits a second: both are tried. Speaks 60 times a second by itself; nothing is sent.
Gives SpO2, pulse, pleth, bar and signal strength, no perfusion index, no clock, no serial number.
With no finger in it reports a probe error. Proved: vendor's document and frames made from it; never
tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import contec_v5

PRODUCT = Product(
    name="contec-v5",
    title="Contec CMS50D, CMS50D+ (V5.0A)",
    role=Role.OXIMETER,
    manufacturer="Contec Medical Systems",
    model="CMS50 series (V5.0A)",
    protocol="contec-v5",
    lines=(SerialLine(19200, "O"), SerialLine(4800, "O")),
    decoder=contec_v5.decoder,
    bridges=(UsbId(0x10C4, 0xEA60),),
    frames_per_s=60,
)
