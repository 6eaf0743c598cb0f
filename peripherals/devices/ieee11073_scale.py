"""Weighing scales of IEEE 11073-10415 on a USB healthcare interface (PHDC), of any maker.

Weight (kg, g or lb) and, where the scale has it, height (cm, m, in or ft), with the scale's time. What it
shows while the person moves has the flag `ongoing` and is never taken. Weights that it kept for others are
told from the one of this act by their time. Proved: the examples the standards print and the simulator; never
tried on a real device.
"""

from peripherals.devices.product import Manner, PhdcLine, Product
from peripherals.events import Fault, Role
from peripherals.protocols.ieee11073 import status
from peripherals.protocols.ieee11073.decoder import decoder_of
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.talk import talk_of

PRODUCT = Product(
    name="ieee11073-scale",
    title="Weighing scales of IEEE 11073-10415",
    role=Role.SCALE,
    manufacturer="unknown",
    model="IEEE 11073 weighing scale",
    protocol="ieee11073",
    lines=(PhdcLine(specialisation=Specialisation.SCALE),),
    decoder=decoder_of(Specialisation.SCALE),
    manner=Manner.SPOT,
    conversation=talk_of(Specialisation.SCALE),
    fault_codes={status.OVERLOAD: Fault.OVERLOAD, status.UNDERLOAD: Fault.UNDERLOAD},
)
