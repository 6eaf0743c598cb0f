"""Welch Allyn SureTemp Plus module (OEM), as it is built into vital-signs monitors.

Cable: the module's serial port, through any USB to serial adapter (most are FTDI, 0403:6001), 9600 8N1. The
host polls its temperature record; a person takes the probe out, which starts it, and puts it back when it is
done. Gives the predicted temperature in kelvin and where it was taken (mouth, armpit, rectum). A probe that
was not put back still shows the last person's temperature: only one of a cycle that began anew is taken. No
clock, no memory. Its error numbers are in a part of the manual we do not have. Proved: by the manual's own
packets and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import suretemp

PRODUCT = Product(
    name="suretemp",
    title="Welch Allyn SureTemp Plus (OEM module)",
    role=Role.THERMOMETER,
    manufacturer="Welch Allyn",
    model="SureTemp Plus OEM",
    protocol="suretemp",
    lines=(SerialLine(9600),),
    decoder=suretemp.decoder,
    manner=Manner.SPOT,  # the probe's way out of its well and back is one measurement
    bridges=(UsbId(0x0403, 0x6001),),
    conversation=suretemp.SureTempTalk,
    fault_codes={0: Fault.DEVICE_RANGE},  # no error, and no temperature: too hot or too cold for it
)
