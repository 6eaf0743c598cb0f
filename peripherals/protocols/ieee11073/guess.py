"""Which standard configuration a report belongs to when nothing else tells: its handles and sizes do.

A recording may hold reports without the association that names their configuration. The handles and the
shapes of the observations leave few possibilities, and where two remain (a short float at handle 1 is a
glucose or a temperature, a long one a weight or a temperature) the number decides. Live, nothing is guessed.
"""

from collections.abc import Iterable
from typing import Final

from peripherals.protocols.ieee11073.configuration import ConfigObject, Configuration
from peripherals.protocols.ieee11073.measurements import stamp_of
from peripherals.protocols.ieee11073.nomenclature import Attribute, Specialisation
from peripherals.protocols.ieee11073.scan_report import Observation
from peripherals.protocols.ieee11073.services import Attributes
from peripherals.protocols.ieee11073.standard import STANDARD, specialisation_of
from peripherals.protocols.medical_float import float32, sfloat

EVERY: Final = frozenset(Specialisation)

_ORDER: Final = (0x0190, 0x0191, 0x02BC, 0x0320, 0x06A5, 0x06A4, 0x05DC)
"""Of those that explain as much the first is taken whose number is plausible."""

_BODY_CEL: Final = (30.0, 43.0)
_MOST_MMOL: Final = 34.0
_PULSE_HANDLE: Final = 10

_VALUES: Final = frozenset(
    {
        Attribute.NUMERIC_BASIC,
        Attribute.NUMERIC_SIMPLE,
        Attribute.COMPOUND_BASIC,
        Attribute.COMPOUND_SIMPLE,
    }
)


def guess(
    observations: Iterable[Observation], among: frozenset[Specialisation] = EVERY
) -> Configuration | None:
    """Return the configuration that explains most of a report; None when none explains any of it."""
    told = list(observations)
    best, explained = None, 0
    for number in _ORDER:
        configuration = STANDARD[number]
        if specialisation_of(number) not in among:
            continue
        here = [observation for observation in told if observation.handle in configuration.objects]
        fitting = [shape(configuration.objects[one.handle], one) for one in here]
        handles = {one.handle for one in here}
        if None in fitting or len(handles) <= explained:
            continue
        first = next(attributes for attributes in fitting if attributes is not None)
        if len(among) == 1 or len(handles) > 1 or _plausible(number, here[0].handle, first):
            best, explained = configuration, len(handles)
    return best


def shape(object: ConfigObject, observation: Observation) -> Attributes | None:
    """Return an observation's attributes when it has the shape of an object's reports."""
    attributes = observation.attributes
    if attributes is None:
        attributes = object.split(observation.fixed)
        stamp = stamp_of(attributes) if attributes is not None else None
        if stamp is not None and stamp.iso is None:
            return None
    else:
        usual = {name for entries in object.maps for name, _ in entries}
        values = _VALUES.intersection(attributes)
        if not values or not values <= usual:
            return None
    return attributes if attributes is not None and _compound_fits(object, attributes) else None


def _compound_fits(object: ConfigObject, attributes: Attributes) -> bool:
    compound = attributes.get(Attribute.COMPOUND_BASIC)
    if compound is None:
        return not object.components
    count = len(object.components)
    return compound[:4] == bytes((0, count, 0, 2 * count))


def _plausible(number: int, handle: int, attributes: Attributes) -> bool:
    """Judge a single number by what it would be in this configuration."""
    basic, simple = attributes.get(Attribute.NUMERIC_BASIC), attributes.get(Attribute.NUMERIC_SIMPLE)
    decimals = basic is None or basic[0] >= 0x80
    if number in (0x0190, 0x0191):  # an oximeter that tells times tells both of its values
        return handle == _PULSE_HANDLE or (stamp_of(attributes) is None and not decimals)
    if number not in (0x0320, 0x06A5):
        return True
    bits = int.from_bytes(basic or simple or b"", "big")
    value = sfloat(bits) if basic is not None else float32(bits)
    if value is None or not decimals:
        return False
    return _BODY_CEL[0] <= value <= _BODY_CEL[1] if number == 0x0320 else value <= _MOST_MMOL
