"""A medical director's own numbers, out of what is at hand: plain, a profile's JSON, or a signed profile.

{"rf-07.spo2_below": 88}
{"clinical": {"rf-07.spo2_below": 88}, …}      what `python -m hub station-profile` is given
the signed profile of a station                  its signature is not looked at here
"""

import json
from typing import Final

import msgspec

from contract.profile import Profile
from contract.seal import Signed

FIELD: Final = "clinical"


class NumbersError(ValueError):
    """No numbers can be read from it; the message says why."""


def read(data: bytes) -> dict[str, float]:
    """Return the changed numbers by their names; none is a mistake in plain JSON. Raises NumbersError."""
    try:
        told = json.loads(data)
    except ValueError:
        return _signed(data)
    if isinstance(told, dict) and isinstance(told.get(FIELD), dict):
        told = told[FIELD]
    try:
        numbers = msgspec.convert(told, dict[str, float])
    except msgspec.ValidationError as error:
        raise NumbersError(f"neither numbers by name nor a profile with {FIELD!r} in it: {error}") from None
    if not numbers:
        raise NumbersError("there are no numbers in it")
    return numbers


def _signed(data: bytes) -> dict[str, float]:
    try:
        body = msgspec.msgpack.decode(data, type=Signed).body
        return msgspec.msgpack.decode(body, type=Profile).clinical
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NumbersError("neither JSON nor a station's signed profile") from None
