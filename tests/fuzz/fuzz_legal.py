"""What must be true of everything that a decoder or a conversation gives, whatever the device said."""

import math
from collections import deque
from datetime import datetime
from gc import get_referents
from sys import getsizeof
from types import BuiltinFunctionType, CodeType, FrameType, FunctionType, GeneratorType, ModuleType
from typing import Final

import msgspec

from contract import units
from peripherals.decode import as_json
from peripherals.devices.product import TEXT_MAX, Product
from peripherals.protocols.base import FLAGS, UNITS, Frame, FrameKind
from peripherals.protocols.conversation import Learnt

_SHARED: Final = (type, ModuleType, FunctionType, BuiltinFunctionType, CodeType, FrameType)
"""What belongs to the program, not to one decoder."""


def check_frame(frame: Frame) -> None:
    """A frame is what `protocols/base.py` says: known names, units and flags, numbers that are some."""
    assert frame.raw, "a frame of nothing"
    for flag in frame.flags:
        assert flag in FLAGS or flag.removeprefix("error-").isdecimal(), f"no such flag: {flag}"
    names = frame.values.keys() | frame.series.keys()
    assert names <= UNITS.keys(), f"no such values: {names - UNITS.keys()}"
    assert frame.units.keys() <= names, f"units of nothing: {frame.units.keys() - names}"
    for name in names:
        known = units.UNITS.get(name, {})
        assert frame.unit(name) in known or frame.unit(name) == UNITS[name], f"{name} in {frame.unit(name)}"
    for name, number in [*frame.values.items(), *((n, v) for n, many in frame.series.items() for v in many)]:
        assert type(number) in (int, float), f"{name} is {number!r}"
        assert math.isfinite(number), f"{name} is {number}"
    _check_sense(frame)
    if frame.time is not None:
        assert datetime.fromisoformat(frame.time).tzinfo is None, f"a device's time has no zone: {frame.time}"
    assert as_json("any", frame)


def _check_sense(frame: Frame) -> None:
    values = frame.values
    assert 0 < values.get("spo2", 1) <= 100, "SpO2 is a percentage"
    assert values.get("pulse_rate", 1) > 0, "no pulse is no value"
    assert values.get("heart_rate", 1) > 0, "no heart rate is no value"
    if "systolic" in values and "diastolic" in values:
        assert values["diastolic"] < values["systolic"], "refuse such a result"
    if frame.kind is FrameKind.PRESSURE:
        assert "cuff_pressure" in values, "a pressure frame without pressure"
    if not frame.is_reading:
        assert not values and not frame.series, f"{frame.kind} carries no values"


def check_identity(product: Product, learnt: Learnt) -> None:
    """What a device tells of itself is stored and shown as short printable text; its clock's error counts."""
    identity = product.identity("serial:/dev/x", learnt)
    for text in (identity.model, identity.serial, identity.firmware):
        assert text is None or (text.isprintable() and 0 < len(text) <= TEXT_MAX), f"no name: {text!r}"
    assert msgspec.json.encode(identity)
    assert learnt.clock_error_s is None or math.isfinite(learnt.clock_error_s)


def held(root: object) -> int:
    """Return about how many bytes of memory an object and all that only it holds take."""
    total = 0
    seen = {id(root)}
    waiting = deque([root])
    while waiting:
        one = waiting.popleft()
        total += getsizeof(one)
        stopped = one.gi_frame if isinstance(one, GeneratorType) else None
        inner = list(stopped.f_locals.values()) if stopped else get_referents(one)
        for part in inner:
            if id(part) not in seen and not isinstance(part, _SHARED):
                seen.add(id(part))
                waiting.append(part)
    return total
