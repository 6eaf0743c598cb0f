"""Bar-code scanners and badge readers on a serial line (RS-232, or USB in its serial mode).

Any that sends the code as a line of text ended with CR or LF (STX and ETX around it are fine), 9600 8N1; a
USB serial mode takes any speed. Only lines that match the profile's pattern are passed on, as a token that
is neither logged nor stored. Set the scanner to send its codes with a CR and without prefix. Its port must
be named in the profile: nothing tells a silent scanner from other serial devices. Proved: lines as the
manuals promise them, and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine
from peripherals.events import Role
from peripherals.protocols import card_line
from peripherals.protocols.card_line import CardTalk

PRODUCT = Product(
    name="scanner-serial",
    title="Bar-code scanners and badge readers (serial)",
    role=Role.SCANNER,
    manufacturer="",
    model="serial scanner",
    protocol="scanner-serial",
    lines=(SerialLine(9600),),
    decoder=card_line.decoder,
    manner=Manner.SCAN,
    conversation=CardTalk,
    silent=True,
)
