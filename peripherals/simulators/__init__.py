"""Devices that are not there: the same bytes on a pseudo-terminal, at the real pace.

`scenarios.py` is the table of stories, `oximeters.py` and `cuff.py` turn a story into frames,
`port.py` puts them on a pseudo-terminal and keeps a log of both directions.
"""

from collections.abc import Callable
from typing import Final

from peripherals.simulators.cuff import Rbp9804Cuff
from peripherals.simulators.oximeters import ContecV7Oximeter, FiveByteOximeter
from peripherals.simulators.port import SimulatedDevice
from peripherals.simulators.scenarios import Scenario

SIMULATORS: Final[dict[str, Callable[[Scenario, int], SimulatedDevice]]] = {
    "contec-v5": lambda scenario, seed: FiveByteOximeter(scenario, seed, berry=False),
    "berry-bci": lambda scenario, seed: FiveByteOximeter(scenario, seed, berry=True),
    "contec-v7": ContecV7Oximeter,
    "rbp9804": Rbp9804Cuff,
}
"""By the product's name in the registry."""
