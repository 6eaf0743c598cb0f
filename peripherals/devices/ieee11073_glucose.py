"""Glucose meters of IEEE 11073-10417 on a USB healthcare interface (PHDC), of any maker.

Glucose (mg/dL or mmol/L) with the meter's time; beyond its range HI and LO, which are no numbers; control
solution has the flag `test`; its status tells of the strip, the blood and the temperature. A meter's store is
read when it is a person's own, and never deleted. A meter for one person: it is not shared. Proved: the
standards' layout and the simulator; never tried on a real device.
"""

from peripherals.devices.product import Manner, PhdcLine, Product
from peripherals.events import Fault, Role
from peripherals.protocols.ieee11073.decoder import decoder_of
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.talk import talk_of

PRODUCT = Product(
    name="ieee11073-glucose",
    title="Glucose meters of IEEE 11073-10417",
    role=Role.GLUCOSE_METER,
    manufacturer="unknown",
    model="IEEE 11073 glucose meter",
    protocol="ieee11073",
    lines=(PhdcLine(specialisation=Specialisation.GLUCOSE),),
    decoder=decoder_of(Specialisation.GLUCOSE),
    manner=Manner.SPOT,
    conversation=talk_of(Specialisation.GLUCOSE),
    fault_codes={  # bits of its status
        2: Fault.TEST_STRIP,  # too little blood
        3: Fault.TEST_STRIP,  # put in the wrong way
        4: Fault.TEST_STRIP,  # of another kind
        7: Fault.DEVICE_TEMPERATURE,  # too warm
        8: Fault.DEVICE_TEMPERATURE,  # too cold
        9: Fault.NO_RESULT,  # interrupted
        11: Fault.DEVICE_TEMPERATURE,  # out of its range
    },
    shared=False,
)
