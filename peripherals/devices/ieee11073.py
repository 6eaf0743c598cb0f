"""Pulse oximeters of IEEE 11073-10404 on a USB healthcare interface (PHDC), of any maker.

Plugged in they ask to be associated; the manager accepts standard and extended configurations, learns model,
serial number, clock and battery, and takes their values as they come: SpO2, pulse, perfusion index, pleth
and the sensor's status. Spot-check oximeters (configuration 0191) give one finished value, which is no
stream: the station does not measure with those. Proved: the examples the standards print and the simulator;
never tried on a real device.
"""

from peripherals.devices.product import PhdcLine, Product
from peripherals.events import Role
from peripherals.protocols.ieee11073.decoder import decoder
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.talk import talk_of

PRODUCT = Product(
    name="ieee11073",
    title="Pulse oximeters of IEEE 11073-10404",
    role=Role.OXIMETER,
    manufacturer="unknown",
    model="IEEE 11073 pulse oximeter",
    protocol="ieee11073",
    lines=(PhdcLine(specialisation=Specialisation.OXIMETER),),
    decoder=decoder,
    conversation=talk_of(Specialisation.OXIMETER, streams=True),
    frames_per_s=1,
)
