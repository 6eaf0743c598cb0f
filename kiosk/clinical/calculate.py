"""Calculated values of a questionnaire: FHIRPath over the answers so far. Pure.

The engine (fhirpathpy) takes a tenth of a second to load, so it is loaded with the first value that is
calculated, not with the session.
"""

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final

import msgspec

from kiosk.clinical.questions import QuestionnaireError

REMEMBERED: Final = 64  # results kept; each touch evaluates the same answers several times


@cache
def _engine() -> tuple[Any, Any]:
    import fhirpathpy
    from fhirpathpy.models import models

    return fhirpathpy, models["r4"]


@lru_cache(maxsize=REMEMBERED)
def _evaluated(expression: str, response: bytes) -> tuple[Any, ...]:
    engine, model = _engine()
    resource = msgspec.json.decode(response)
    return tuple(engine.evaluate(resource, expression, {"resource": resource}, model))


def calculate(expression: str, response: dict[str, Any]) -> int | None:
    """Return the whole number an expression gives for a QuestionnaireResponse (`%resource`).

    None: nothing to calculate from yet. Raises QuestionnaireError when the expression can't be read, or
    gives something that is not one whole number.
    """
    try:
        found = _evaluated(expression, msgspec.json.encode(response, order="deterministic"))
    except Exception as error:  # the engine raises whatever it stumbles over
        raise QuestionnaireError(f"the expression {expression!r} can't be calculated: {error}") from error
    if not found:
        return None
    value = found[0]
    number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    if len(found) > 1 or not number or value != int(value):
        raise QuestionnaireError(f"the expression {expression!r} gives {found!r}, not one whole number")
    return int(value)
