"""Contec CMS50E (newer), CMS50D-BT, Beurer PO 80 and what is sold under other names: protocol "EB".

USB HID 28e9:028a, 64-byte reports, or Bluetooth LE (service FF12). Silent until readings (9B 01 1C) and waves
(9B 00 1B) are asked for; needs a keep-alive. Gives SpO2 and pulse once a second, pleth and bar sixty times;
its model. Its perfusion index is not read: the public readers disagree about its scale. Its memory is not
read either. Proved: five public readers that agree, a public recording of a CMS50E; never tried on a real
device of our own.
"""

from peripherals.devices.product import BleLine, HidLine, Product, UsbId
from peripherals.events import Role
from peripherals.protocols import contec_eb
from peripherals.protocols.contec_eb_talk import ContecEbTalk

PRODUCT = Product(
    name="contec-eb",
    title="Contec CMS50E (USB HID), CMS50D-BT, Beurer PO 80 (EB)",
    role=Role.OXIMETER,
    manufacturer="Contec Medical Systems",
    model="CMS50 series (EB)",
    protocol="contec-eb",
    lines=(
        HidLine((UsbId(0x28E9, 0x028A),), report=contec_eb.REPORT),
        BleLine(contec_eb.SERVICE, (contec_eb.NOTIFY,), name=r"SpO2\d\d|SleepO2", write=contec_eb.WRITE),
    ),
    decoder=contec_eb.decoder,
    conversation=ContecEbTalk,
    stop=contec_eb.STOP,
    frames_per_s=60,
)
