"""What an agent says of itself: the attributes of its MDS object."""

from datetime import datetime
from typing import Final

from peripherals.protocols.conversation import Learnt
from peripherals.protocols.ieee11073.mder import MalformedError, Reader
from peripherals.protocols.ieee11073.nomenclature import Attribute
from peripherals.protocols.ieee11073.services import Attributes
from peripherals.protocols.ieee11073.times import Stamp, absolute, base_offset

SERIAL: Final = 1  # kinds of entries of the production specification
FIRMWARE: Final = 5
SOFTWARE: Final = 4

LOW_BATTERY: Final = 20
"""Per cent of charge below which the battery is called low."""

CLOCK_SETTABLE: Final = 0x4000  # of the time capabilities
CLOCK_WANTED: Final = 0x0010  # the agent asks to have it set


def learnt_from(attributes: Attributes, local: datetime) -> Learnt:
    """Return what is learnt at this local time of the station; what is broken or missing is None."""
    production = _production(attributes)
    told = clock_of(attributes)
    error = None
    if told is not None and told.iso is not None and told.sure:
        error = (datetime.fromisoformat(told.iso) - local.replace(microsecond=0)).total_seconds()
    return Learnt(
        model=_model(attributes),
        serial=production.get(SERIAL),
        firmware=production.get(FIRMWARE) or production.get(SOFTWARE),
        clock_error_s=error,
        battery_low=_battery_low(attributes),
    )


def clock_of(attributes: Attributes) -> Stamp | None:
    """Return the agent's clock at the moment of its answer."""
    if Attribute.TIME in attributes:
        return absolute(attributes[Attribute.TIME])
    if Attribute.BASE_OFFSET_TIME in attributes:
        return base_offset(attributes[Attribute.BASE_OFFSET_TIME])
    return None


def clock_can_be_set(attributes: Attributes) -> bool:
    """True when the agent lets the manager set its clock."""
    told = attributes.get(Attribute.TIME_INFORMATION, b"")[:2]
    return bool(int.from_bytes(told, "big") & (CLOCK_SETTABLE | CLOCK_WANTED))


def _model(attributes: Attributes) -> str | None:
    try:
        reader = Reader(attributes[Attribute.MODEL])
        names = (_text(reader.octets()), _text(reader.octets()))
    except (KeyError, MalformedError):
        return None
    return " ".join(name for name in names if name) or None


def _production(attributes: Attributes) -> dict[int, str]:
    try:
        count, body = Reader(attributes[Attribute.PRODUCTION]).items(6)
        result = {}
        for _ in range(count):
            kind, _ = body.u16(), body.u16()
            result[kind] = _text(body.octets())
    except (KeyError, MalformedError):
        return {}
    return {kind: text for kind, text in result.items() if text}


def _battery_low(attributes: Attributes) -> bool | None:
    charge = attributes.get(Attribute.BATTERY, b"")
    return int.from_bytes(charge, "big") < LOW_BATTERY if len(charge) == 2 else None


def _text(data: bytes) -> str:
    return "".join(letter for letter in data.decode("utf-8", "replace") if letter.isprintable()).strip()
