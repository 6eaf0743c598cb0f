"""Why the patient's reason asks for a measurement or a picture, in the screen's language. Pure."""

from kiosk.clinical import questionnaire as forms
from kiosk.clinical.library import default_questionnaire
from ui.beside import of_words
from ui.inputs import Inputs


def whys(inputs: Inputs, kind: str, what: str = "") -> tuple[tuple[str, str], ...]:
    """Return the words, of one thing or of all of a kind ("measure", "photo"), each with English beside."""
    form = default_questionnaire("visit") if inputs.context is None else inputs.context.questionnaire
    asked = forms.wants(form, inputs.state.answers)
    language = inputs.prefs.language
    found = (w.why for w in asked if w.kind == kind and what in ("", w.what))
    return tuple(dict.fromkeys((why.words(language), of_words(why, language)) for why in found))
