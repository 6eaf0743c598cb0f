"""What to do until a provider is there, after a rule that says more than that one is needed."""

from itertools import zip_longest
from typing import Any, Final

from kiosk.clinical.library import default_first_steps
from kiosk.visit.judge import symptoms
from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.viewmodels.page import note

SHOWN: Final = (Screen.OFFER_CALL, Screen.WAITING, Screen.NOBODY, Screen.DEVICE_PREPARE, Screen.STORED)
NO_SWALLOWING: Final = "cannot_swallow"


def notes(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Return the lines, each with the English while nobody qualified has reviewed the language."""
    state, context = inputs.state, inputs.context
    if inputs.screen not in SHOWN or context is None or NO_SWALLOWING in symptoms(state, context):
        return ()
    steps, language, helping = default_first_steps(), inputs.prefs.language, inputs.profile.help
    rules = [fired.rule for fired in state.fired if fired.action == "P"]
    rule = next((rule for rule in rules if steps.until_seen(rule, language, helping)), None)
    if rule is None:
        return ()
    said = steps.until_seen(rule, language, helping)
    english = () if steps.reviewed(language) else steps.until_seen(rule, "en", helping)
    pairs = zip_longest(said, english, fillvalue="")
    return tuple(note(line, "caution", beside=other if other != line else "") for line, other in pairs)
