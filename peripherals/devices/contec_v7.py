"""Contec CMS50 family, protocol V7.0: CMS50D+ (firmware 4.6), CMS50E, CMS50F, CMS50EW.

Cable: USB to serial (Silicon Labs CP210x, 10c4:ea60), 115200 8N1. Silent until the host sends *start
live* (A1); then 60 packets a second, kept up by *keep-alive* (AF) every 5 s; *stop live* (A2) ends it.
Gives SpO2, pulse, pleth, bar, signal strength and, on some models, the perfusion index; its model and
its id; its memory, one sample a second with the time. Its clock can be set, not read. Proved: vendor's
document and published packets; never tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import contec_v7
from peripherals.protocols.contec_v7 import Command
from peripherals.protocols.contec_v7_talk import ContecV7Talk

PRODUCT = Product(
    name="contec-v7",
    title="Contec CMS50D+ (4.6), CMS50E, CMS50F, CMS50EW (V7.0)",
    role=Role.OXIMETER,
    manufacturer="Contec Medical Systems",
    model="CMS50 series (V7.0)",
    protocol="contec-v7",
    lines=(SerialLine(115200),),
    decoder=contec_v7.decoder,
    bridges=(UsbId(0x10C4, 0xEA60),),
    conversation=ContecV7Talk,
    start=contec_v7.command(Command.START_LIVE),
    stop=contec_v7.command(Command.STOP_LIVE),
    keep_alive=contec_v7.command(Command.KEEP_ALIVE),
    keep_alive_s=contec_v7.KEEP_ALIVE_S,
    frames_per_s=60,
)
