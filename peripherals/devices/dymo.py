"""Dymo M10 (0922:8003), a postal scale that follows USB's standard for weighing devices.

Cable: USB, HID reports of the class that the system knows; no driver. It speaks by itself a few times a
second while it is switched on, and switches itself off after some minutes. Gives the weight in ounces, grams,
pounds or kilograms, as its unit key says, whether it moves, and whether it is out of range. It carries
5 kg: for feeds, nappies and parcels of medicine, not for people. No clock. Proved: the standard's tables,
published reports and the simulator; never tried on a real device.
"""

from peripherals.devices.product import HidLine, Manner, Product, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import dymo
from peripherals.protocols.dymo import Status

PRODUCT = Product(
    name="dymo",
    title="Dymo M10 USB scale",
    role=Role.SCALE,
    manufacturer="Dymo",
    model="M10",
    protocol="dymo",
    lines=(HidLine((UsbId(0x0922, 0x8003),), report=dymo.REPORT - 1),),
    decoder=dymo.decoder,
    manner=Manner.STREAM,  # it never says that a weighing is over: the host judges what stands still
    frames_per_s=4,
    fault_codes={
        Status.FAULT: Fault.DEVICE_ERROR,
        Status.CALIBRATE: Fault.DEVICE_SENSOR,
        Status.REZERO: Fault.UNDERLOAD,
    },
)
