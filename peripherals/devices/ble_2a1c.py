"""Thermometers of the Bluetooth Health Thermometer Service (2A1C; 2A1E while they measure).

Bluetooth LE, service 1809; on the air while it measures or for some seconds after it. Gives the temperature
in Celsius or Fahrenheit as it is set, where it was taken, the device's time. Pair it once if it asks for it
(docs/devices/bluetooth.md). Proved: the specification, a recomputed value and the simulator; never tried on
a real device.
"""

from peripherals.devices.product import BleLine, Manner, Product
from peripherals.events import Fault, Role
from peripherals.protocols import ble_thermometer
from peripherals.protocols.ble_talk import CLOCKS, INFORMATION
from peripherals.protocols.ble_thermometer import INTERMEDIATE, MEASUREMENT, NO_RESULT, SERVICE, TYPE
from peripherals.protocols.ble_thermometer_talk import ThermometerConversation

PRODUCT = Product(
    name="ble-2a1c",
    title="Bluetooth thermometer",
    role=Role.THERMOMETER,
    manufacturer="unknown",
    model="Bluetooth Health Thermometer Service",
    protocol="ble-2a1c",
    lines=(BleLine(SERVICE, (MEASUREMENT, INTERMEDIATE), reads=(*INFORMATION, *CLOCKS, TYPE)),),
    decoder=ble_thermometer.decoder,
    conversation=ThermometerConversation,
    manner=Manner.SPOT,
    messages=True,
    fault_codes={NO_RESULT: Fault.NO_RESULT},
)
