"""Bayer (now Ascensia) Contour USB blood glucose meter.

Cable: its own USB plug (1a79:6002), a HID device with reports of 64 bytes. Woken, it tells model, versions,
serial number, clock and the number of results; then all results, oldest first: glucose in mg/dL or mmol/L as
it is set, HI or LO, control solution, date and time to the minute. Its clock is set on the meter only. It
measures unplugged: measure first, then plug it in. A meter for one person: it is not shared. Proved: packets
published by its readers' authors and the simulator; never tried on a real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, UsbId
from peripherals.events import Role
from peripherals.protocols import contour_usb
from peripherals.protocols.contour_usb_talk import ContourUsbTalk

PRODUCT = Product(
    name="contour-usb",
    title="Bayer Contour USB",
    role=Role.GLUCOSE_METER,
    manufacturer="Ascensia Diabetes Care",
    model="Contour USB",
    protocol="contour-usb",
    lines=(HidLine((UsbId(0x1A79, 0x6002),)),),
    decoder=contour_usb.decoder,
    manner=Manner.SPOT,
    conversation=ContourUsbTalk,
    apart=True,
    shared=False,
)
