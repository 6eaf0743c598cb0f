"""Staff say that they are with the patient: asked once more, for it ends the calling for help."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from ui.inputs import Inputs
from ui.intents import STAFF_ASKED
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import button

SAY: Final = QT_TRANSLATE_NOOP("StaffHere", "I work here: I am with this person")
NO: Final = QT_TRANSLATE_NOOP("StaffHere", "No, I am the patient")
YES: Final = QT_TRANSLATE_NOOP("StaffHere", "Yes: I work here, stop calling for help")


def buttons(inputs: Inputs, name: str) -> tuple[dict[str, Any], ...]:
    """Return the button; once touched, both answers, the harmless one in its place."""
    if not inputs.draft.text(STAFF_ASKED):
        return (button(name, _tr(SAY), "users"),)
    return button("staff-no", _tr(NO), "x"), button("staff-yes", _tr(YES), "users")


def _tr(text: str) -> str:
    return QCoreApplication.translate("StaffHere", text)
