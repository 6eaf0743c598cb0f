"""The handover (SBAR) on the screen: made from the data, the assessment a nurse's own."""

from ui import sbar
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import button, mistake
from ui.viewmodels.round_parts import RoundProps, name_of
from ui.viewmodels.round_words import tr


def handover(inputs: Inputs) -> RoundProps:
    """Return the handover as it is now."""
    bed, duty = inputs.duty.bedside, inputs.duty
    assert bed is not None
    made = sbar.compose(inputs)
    nobody = tr(QT_TRANSLATE_NOOP("Round", "A nurse writes this part."))
    empty = tr(QT_TRANSLATE_NOOP("Round", "Not written yet."))
    ask = tr(QT_TRANSLATE_NOOP("Round", "Not chosen yet."))
    seen = tr(QT_TRANSLATE_NOOP("Round", "Nothing was noted."))
    parts = (
        ("situation", QT_TRANSLATE_NOOP("Round", "What is happening"), made.situation, ""),
        ("background", QT_TRANSLATE_NOOP("Round", "Background"), made.background, ""),
        ("observation", QT_TRANSLATE_NOOP("Round", "What staff have seen"), made.observation, seen),
        (
            "assessment",
            QT_TRANSLATE_NOOP("Round", "What the nurse thinks"),
            (bed.assessment,) if bed.assessment else (),
            empty if duty.is_nurse else nobody,
        ),
        ("request", QT_TRANSLATE_NOOP("Round", "What we ask for"), made.request, ask),
    )
    buttons = [button("sbar-request", tr(QT_TRANSLATE_NOOP("Round", "Choose what we ask for")), "plus")]
    if duty.is_nurse:
        text = QT_TRANSLATE_NOOP("Round", "Write what you think")
        buttons.insert(0, button("sbar-assess", tr(text), "plus"))
    buttons.append(
        button("sbar-call", tr(QT_TRANSLATE_NOOP("Round", "Keep it and call a provider")), "video")
    )
    buttons.append(button("sbar-case", tr(QT_TRANSLATE_NOOP("Round", "Keep it and leave the case")), "send"))
    return RoundProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Handover for %1")).replace("%1", name_of(bed.resident)),
        why=tr(QT_TRANSLATE_NOOP("Round", "Made from the data. Please read it before you keep it.")),
        notes=mistake(inputs),
        sections=tuple(
            {"id": id, "title": tr(title), "lines": lines or (instead,), "muted": not lines}
            for id, title, lines, instead in parts
        ),
        buttons=tuple(buttons),
    )
