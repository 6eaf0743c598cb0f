"""Berry oximeters and modules that speak BCI V1.2.

Serial 115200 8N1, 100 frames a second by itself; nothing is sent. The same five bytes as Contec V5.0A
with other status bits: it tells *no finger*, *probe unplugged* and *no signal* apart. Which USB bridge
its cable has is not documented: the usual one (CP210x) is assumed. Proved: vendor's document and
frames made from it; never tried on a real device.
"""

from peripherals.devices.product import Product, SerialLine, UsbId
from peripherals.events import Role
from peripherals.protocols import berry_bci

PRODUCT = Product(
    name="berry-bci",
    title="Berry oximeters (BCI V1.2)",
    role=Role.OXIMETER,
    manufacturer="Berry",
    model="BCI V1.2 oximeter",
    protocol="berry-bci",
    lines=(SerialLine(115200),),
    decoder=berry_bci.decoder,
    bridges=(UsbId(0x10C4, 0xEA60),),
    frames_per_s=100,
)
