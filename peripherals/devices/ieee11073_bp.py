"""Blood pressure monitors of IEEE 11073-10407 on a USB healthcare interface (PHDC), of any maker.

The person starts the cuff; the finished result comes by itself: systolic, diastolic, mean arterial pressure
and pulse, with the monitor's time. Results that it kept for others are told from the one of this act by that
time. The station can neither start nor stop such a cuff. Proved: the examples the standards print and the
simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, PhdcLine, Product
from peripherals.events import Fault, Role
from peripherals.protocols.ieee11073 import status
from peripherals.protocols.ieee11073.decoder import decoder_of
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.talk import talk_of

PRODUCT = Product(
    name="ieee11073-bp",
    title="Blood pressure monitors of IEEE 11073-10407",
    role=Role.CUFF,
    manufacturer="unknown",
    model="IEEE 11073 blood pressure monitor",
    protocol="ieee11073",
    lines=(PhdcLine(specialisation=Specialisation.BLOOD_PRESSURE),),
    decoder=decoder_of(Specialisation.BLOOD_PRESSURE),
    manner=Manner.SPOT,
    conversation=talk_of(Specialisation.BLOOD_PRESSURE),
    fault_codes={status.NO_VALUE: Fault.CUFF_ERROR},
    unknown_fault=Fault.CUFF_ERROR,
)
