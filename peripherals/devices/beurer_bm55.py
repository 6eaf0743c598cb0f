"""Beurer BM55, BM58: upper-arm cuffs with a memory for two users (built by Andon, as others of that kind).

USB HID 0C45:7406, 8-byte reports; older BM58 have a serial chip instead and are not these. The person starts
it; the station only looks into its memory. Gives systolic, diastolic, pulse, date and time to the minute,
arrhythmia, and movement on the BM55. In its cable it shows PC and does not measure: measure first, then plug
it in; it must have been in the cable when the act began, for its clock cannot be read. It vents by itself.
Proved: public readers and the simulator; never tried on a real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import beurer_bm55
from peripherals.protocols.beurer_bm55_talk import BeurerTalk

PRODUCT = Product(
    name="beurer-bm55",
    title="Beurer BM55, BM58",
    role=Role.CUFF,
    manufacturer="Beurer",
    model="BM55",
    protocol="beurer-bm55",
    lines=(HidLine((UsbId(0x0C45, 0x7406),), report=beurer_bm55.REPORT),),
    decoder=beurer_bm55.decoder,
    manner=Manner.SPOT,
    conversation=BeurerTalk,
    unknown_fault=Fault.CUFF_ERROR,
)
