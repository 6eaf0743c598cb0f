"""Glucose meters of the Bluetooth Glucose Service (2A18): Accu-Chek, Contour, others.

Bluetooth LE, service 1808; on the air for some seconds after a test. Keeps its results, and says them when
the record access control point (2A52) is asked. Gives glucose in mg/dL or mmol/L as the meter sends it, its
number and time, HI and LO, and what was wrong with strip or meter. Must be paired once
(docs/devices/bluetooth.md). A home meter is not for shared use: name it in the profile as one person's.
Proved: the specification, a recomputed record and the simulator; never tried on a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import ble_glucose
from peripherals.protocols.ble_glucose import CONTEXT, CONTROL_POINT, MEASUREMENT, SERVICE, Status
from peripherals.protocols.ble_glucose_talk import GlucoseConversation
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION

PRODUCT = Product(
    name="ble-2a18",
    title="Bluetooth glucose meter",
    role=Role.GLUCOSE_METER,
    manufacturer="unknown",
    model="Bluetooth Glucose Service",
    protocol="ble-2a18",
    lines=(
        BleLine(SERVICE, (CONTROL_POINT, MEASUREMENT, CONTEXT), pair=True, reads=(*INFORMATION, *CLOCKS)),
    ),
    decoder=ble_glucose.decoder,
    conversation=GlucoseConversation,
    manner=Manner.SPOT,
    messages=True,
    shared=False,
    fault_codes={
        Status.SENSOR: Fault.DEVICE_SENSOR,
        Status.SAMPLE_TOO_SMALL: Fault.TEST_STRIP,
        Status.STRIP_INSERTION: Fault.TEST_STRIP,
        Status.STRIP_TYPE: Fault.TEST_STRIP,
        Status.TOO_WARM: Fault.DEVICE_TEMPERATURE,
        Status.TOO_COLD: Fault.DEVICE_TEMPERATURE,
        Status.STRIP_PULLED: Fault.TEST_STRIP,
        Status.DEVICE: Fault.DEVICE_ERROR,
        ble_glucose.NO_REASON: Fault.NO_RESULT,
    },
)
