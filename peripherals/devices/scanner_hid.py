"""Bar-code scanners and badge readers that type like a keyboard (USB keyboard mode, the usual one).

Recognised by itself: Zebra and Symbol scanners (05e0:1200); any other is named in the profile by its path,
`evdev:/dev/input/by-id/…-event-kbd`. The station grabs it, so that nothing it types reaches a form, and
does not use it when that fails. US layout, Enter or Tab at the end. Only lines that match the profile's
pattern are passed on, as a token that is neither logged nor stored. Proved: the kernel's documented events
and the simulator; never tried on a real device.
"""

from peripherals.devices.product import EvdevLine, Manner, Product, UsbId
from peripherals.events import Role
from peripherals.protocols import key_events
from peripherals.protocols.card_line import CardTalk


def _talk() -> CardTalk:
    return CardTalk(key_events.decoder)


PRODUCT = Product(
    name="scanner-hid",
    title="Bar-code scanners and badge readers (USB keyboard)",
    role=Role.SCANNER,
    manufacturer="",
    model="keyboard scanner",
    protocol="scanner-hid",
    lines=(EvdevLine((UsbId(0x05E0, 0x1200),)),),
    decoder=key_events.decoder,
    manner=Manner.SCAN,
    conversation=_talk,
    messages=True,
    silent=True,
)
