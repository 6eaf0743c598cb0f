"""Thermometers of IEEE 11073-10408 on a USB healthcare interface (PHDC), of any maker.

Body temperature (Cel or degF) with the thermometer's time and, where its configuration names it, the site.
Temperatures that it kept for others are told from the one of this act by their time. Proved: the standards'
layout and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, PhdcLine, Product
from peripherals.events import Fault, Role
from peripherals.protocols.ieee11073 import status
from peripherals.protocols.ieee11073.decoder import decoder_of
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.talk import talk_of

PRODUCT = Product(
    name="ieee11073-thermometer",
    title="Thermometers of IEEE 11073-10408",
    role=Role.THERMOMETER,
    manufacturer="unknown",
    model="IEEE 11073 thermometer",
    protocol="ieee11073",
    lines=(PhdcLine(specialisation=Specialisation.THERMOMETER),),
    decoder=decoder_of(Specialisation.THERMOMETER),
    manner=Manner.SPOT,
    conversation=talk_of(Specialisation.THERMOMETER),
    fault_codes={
        status.DEVICE_ERROR + 6: Fault.DEVICE_SENSOR,  # mechanical
        status.DEVICE_ERROR + 7: Fault.DEVICE_SENSOR,  # electronic
        status.BEYOND_RANGE: Fault.DEVICE_RANGE,
    },
)
