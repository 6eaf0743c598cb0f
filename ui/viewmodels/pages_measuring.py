"""Pages around measuring: how to sit, which cuff, and what to do when it did not work."""

from typing import Any

from contract.measurement import Act
from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questionnaire import arms
from kiosk.visit.model import CUFF_SIZES, seconds_left
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import PageProps, choice, group, mistake, note, skip, tr


def cuff_arm(inputs: Inputs) -> PageProps:
    """Which arm, and which cuff."""
    free = arms(default_questionnaire("cuff"), inputs.state.cuff_answers)
    labels = {
        "left": tr(QT_TRANSLATE_NOOP("Page", "Left arm")),
        "right": tr(QT_TRANSLATE_NOOP("Page", "Right arm")),
    }
    around = tr(QT_TRANSLATE_NOOP("Page", "%1 to %2 cm around the arm"))
    sizes = [
        choice(
            size,
            words.say(words.SIZES, size),
            around.replace("%1", f"{low:g}").replace("%2", f"{high:g}"),
        )
        for size, (low, high) in CUFF_SIZES.items()
    ]
    sizes.append(choice("none", tr(QT_TRANSLATE_NOOP("Page", "None of them fits"))))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which arm, and which cuff fits?")),
        groups=(
            group([choice(a, labels[a]) for a in free]),
            group(sizes, tr(QT_TRANSLATE_NOOP("Page", "Cuff size"))),
        ),
        notes=mistake(inputs),
        buttons=skip(),
    )


def _again(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Why the oxygen is measured once more, and how long to wait for it."""
    state = inputs.state
    if not state.oximetry.repeat:
        return ()
    text = tr(QT_TRANSLATE_NOOP("Page", "The value is unusual. We measure once more, to be sure."))
    wait = seconds_left(state.timer, inputs.now_ns) if state.timer else 0
    if not wait:
        return (note(text, "primary", "repeat"),)
    left = tr(QT_TRANSLATE_NOOP("Page", "Please rest until then: %1")).replace(
        "%1", f"{wait // 60}:{wait % 60:02}"
    )
    return (note(text, "primary", "repeat"), note(left, "primary", "hourglass"))


def _attention(inputs: Inputs, role: str) -> tuple[dict[str, Any], ...]:
    """What the device wants somebody to see to: it measures all the same."""
    device = inputs.state.device(role)
    wishes = device.attention if device is not None else ()
    return tuple(
        note(words.say(words.ATTENTIONS, wish), "primary", "info")
        for wish in wishes
        if wish in words.ATTENTIONS
    )


def oximeter_prepare(inputs: Inputs) -> PageProps:
    """Before the finger goes in, also for the second time."""
    return PageProps(
        notes=(*_again(inputs), *_attention(inputs, "oximeter")),
        heading=tr(QT_TRANSLATE_NOOP("Page", "Put one finger into the clip.")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "Use a warm hand. Nail polish makes it less exact.")),
            tr(QT_TRANSLATE_NOOP("Page", "Rest your hand on the table and keep still.")),
        ),
        why=tr(QT_TRANSLATE_NOOP("Page", "It shines light through your finger and does not hurt.")),
        picture="finger-in-clip",
        picture_words=tr(QT_TRANSLATE_NOOP("Page", "A finger in the clip, nail up")),
        buttons=skip(),
    )


def cuff_posture(inputs: Inputs) -> PageProps:
    """How to sit, and how the cuff goes on."""
    cuff = inputs.state.cuff
    left = cuff is None or cuff.arm == "left"
    return PageProps(
        notes=_attention(inputs, "cuff"),
        heading=tr(QT_TRANSLATE_NOOP("Page", "Sit back. Put the cuff on your left upper arm."))
        if left
        else tr(QT_TRANSLATE_NOOP("Page", "Sit back. Put the cuff on your right upper arm.")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "Bare arm, tube pointing down, snug.")),
            tr(QT_TRANSLATE_NOOP("Page", "Feet flat, legs not crossed, arm on the table.")),
            tr(QT_TRANSLATE_NOOP("Page", "Don't talk and don't move while it measures.")),
        ),
        picture="sitting",
        picture_words=tr(
            QT_TRANSLATE_NOOP("Page", "A person sitting with back and arm supported, feet flat")
        ),
        buttons=skip(),
    )


def problem(inputs: Inputs) -> PageProps:
    """A measurement that did not work, in three lines: what happened, what we kept, what to do now."""
    what = inputs.state.problem
    if what is None:
        return PageProps()
    happened = words.fault(what.fault) if what.fault else words.say(words.FAULTS, "not-reliable")
    reasons = tuple(words.say(words.REASONS, reason) for reason in what.reasons)
    kept = tr(QT_TRANSLATE_NOOP("Page", "Your answers are kept."))
    if what.final:
        return PageProps(
            heading=tr(
                QT_TRANSLATE_NOOP("Page", "We can't measure this well. Somebody should check you now.")
            ),
            lines=(happened, *reasons, kept),
            notes=(
                note(
                    tr(QT_TRANSLATE_NOOP("Page", "We have asked for a person. You can go on.")),
                    "caution",
                    "users",
                ),
            ),
            tone="caution",
            picture="person-comes",
        )
    if what.untried:
        now = tr(QT_TRANSLATE_NOOP("Page", "It goes on by itself when the device is back. Or skip it."))
    else:
        now = tr(QT_TRANSLATE_NOOP("Page", "You can try once more."))
    do = "" if what.remedy == "try-again" else words.say(words.REMEDIES, what.remedy)  # `now` says it
    lines = tuple(line for line in (do, *reasons, kept, now) if line)
    picture = "finger-in-clip" if what.act is Act.OXIMETRY else "cuff-on-arm"
    return PageProps(heading=happened, lines=lines, tone="caution", picture=picture, buttons=skip())
