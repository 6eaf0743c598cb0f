"""Devices that are not there: the same bytes on a pseudo-terminal or a socket of packets, at the real pace.

`scenarios.py` says what a story can tell, `stories/` are the built-in ones; one file a family turns
a story into frames (`oximeters.py`, `cuff.py` …); `port.py` plugs it in (`plugs.py`), spoils its bytes
(`line.py`) and keeps a capture of both directions. `dialogue.py` lets one talk to a product's conversation at
made-up times.
"""

from typing import Final

from peripherals.simulators import phdc
from peripherals.simulators.beurer_cuff import BeurerCuff
from peripherals.simulators.ble_memories import BleGlucoseMeter, OmronMemory
from peripherals.simulators.ble_spots import BleCuff, BleScale, BleThermometer, PlxSpotCheck
from peripherals.simulators.ble_streams import HeartStrap, PlxContinuous
from peripherals.simulators.contec import ContecEbOximeter, ContecV7Oximeter
from peripherals.simulators.contec_cuff import ContecCuff
from peripherals.simulators.contour import ContourUsbMeter
from peripherals.simulators.cuff import Rbp9804Cuff
from peripherals.simulators.device import Make
from peripherals.simulators.meters import TaiDocMeter, UltraEasyMeter
from peripherals.simulators.microlife_cuff import MicrolifeCuff
from peripherals.simulators.nonin import nonin_df2, nonin_df7, nonin_df8_once, nonin_df13_spot
from peripherals.simulators.omron_cuff import OmronCuff
from peripherals.simulators.oximeters import berry_bci, contec_v5
from peripherals.simulators.scales import AndScale, DetectoSolo, DymoScale, TanitaScale, ToledoScale
from peripherals.simulators.scanners import KeyboardScanner, SerialScanner
from peripherals.simulators.suretemp import SureTemp

SIMULATORS: Final[dict[str, Make]] = {
    "contec-v5": contec_v5,
    "berry-bci": berry_bci,
    "contec-v7": ContecV7Oximeter,
    "contec-eb": ContecEbOximeter,
    "nonin-df2": nonin_df2,
    "nonin-df7": nonin_df7,
    "nonin-df8": nonin_df8_once,
    "nonin-df13": nonin_df13_spot,
    "rbp9804": Rbp9804Cuff,
    "omron-790it": OmronCuff,
    "taidoc": TaiDocMeter,
    "lifescan-ultraeasy": UltraEasyMeter,
    "suretemp": SureTemp,
    "detecto": DetectoSolo,
    "tanita": TanitaScale,
    "toledo": ToledoScale,
    "and-scale": AndScale,
    "dymo": DymoScale,
    "contour-usb": ContourUsbMeter,
    "contec-08a": ContecCuff,
    "ieee11073": phdc.OXIMETER,
    "ieee11073-bp": phdc.CUFF,
    "ieee11073-scale": phdc.SCALE,
    "ieee11073-thermometer": phdc.THERMOMETER,
    "ieee11073-glucose": phdc.GLUCOSE,
    "beurer-bm55": BeurerCuff,
    "ble-2a5f": PlxContinuous,
    "ble-2a5e": PlxSpotCheck,
    "ble-2a35": BleCuff,
    "omron-ble-14": OmronMemory,
    "ble-2a1c": BleThermometer,
    "ble-2a9d": BleScale,
    "ble-2a18": BleGlucoseMeter,
    "ble-2a37": HeartStrap,
    "microlife": MicrolifeCuff,
    "scanner-serial": SerialScanner,
    "scanner-hid": KeyboardScanner,
}
"""By the product's name in the registry."""
