"""Pages around measuring: how to sit, which cuff, and what to do when it did not work."""

from typing import Any, Final

from contract.measurement import Act
from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questionnaire import arms
from kiosk.visit.kinds import KINDS
from kiosk.visit.model import CUFF_SIZES, seconds_left
from ui import beside, words
from ui.asked import whys
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import kinds
from ui.viewmodels.measure import how_to_stop
from ui.viewmodels.page import PageProps, button, choice, clinical, group, mistake, note, skip, tr

CM_IN_INCH: Final = 2.54
SKIP_WHYS: Final = (  # reasons of model.SKIP_REASONS
    ("do-not-want", QT_TRANSLATE_NOOP("Page", "I don't want it"), "x"),
    ("hurts", QT_TRANSLATE_NOOP("Page", "It hurts"), "bandage"),
    ("cannot", QT_TRANSLATE_NOOP("Page", "I can't do it"), "hand"),
    ("other", QT_TRANSLATE_NOOP("Page", "Another reason"), "circle"),
)


def cuff_arm(inputs: Inputs) -> PageProps:
    """Which arm, and which cuff."""
    cuff = default_questionnaire("cuff") if inputs.context is None else inputs.context.cuff_questionnaire
    free = arms(cuff, inputs.state.cuff_answers)
    labels = {
        "left": tr(QT_TRANSLATE_NOOP("Page", "Left arm")),
        "right": tr(QT_TRANSLATE_NOOP("Page", "Right arm")),
    }
    around = tr(QT_TRANSLATE_NOOP("Page", "%1 to %2 cm (%3 to %4 inches) around the arm"))
    sizes = [
        choice(
            size,
            words.say(words.SIZES, size),
            around.replace("%1", f"{low:g}")
            .replace("%2", f"{high:g}")
            .replace("%3", f"{low / CM_IN_INCH:.0f}")
            .replace("%4", f"{high / CM_IN_INCH:.0f}"),
        )
        for size, (low, high) in CUFF_SIZES.items()
    ]
    sizes.append(choice("none", tr(QT_TRANSLATE_NOOP("Page", "None of them fits"))))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which arm, and which cuff fits?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "A cuff that is too small or too big shows a wrong number.")),
        picture="cuff-size",
        picture_words=tr(
            QT_TRANSLATE_NOOP("Page", "A tape around the middle of the upper arm shows which cuff fits")
        ),
        groups=(
            group([choice(a, labels[a]) for a in free]),
            group(sizes, tr(QT_TRANSLATE_NOOP("Page", "Cuff size"))),
        ),
        notes=(*mistake(inputs), *_asked(inputs, Act.BLOOD_PRESSURE)),
        buttons=skip(),
    )


def _again(inputs: Inputs, act: Act) -> tuple[dict[str, Any], ...]:
    """Why it is measured once more, and how long to wait for it."""
    state = inputs.state
    if not state.record(act).repeat:
        return ()
    unusual = QT_TRANSLATE_NOOP("Page", "The value is unusual. We measure once more, to be sure.")
    why = clinical(inputs, unusual, "primary", "repeat")
    wait = seconds_left(state.timer, inputs.now_ns) if state.timer else 0
    if not wait:
        return (why,)
    left = tr(QT_TRANSLATE_NOOP("Page", "Please rest until then: %1")).replace(
        "%1", f"{wait // 60}:{wait % 60:02}"
    )
    return (why, note(left, "primary", "hourglass"))


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
    return _prepare(inputs, Act.OXIMETRY)


def device_prepare(inputs: Inputs) -> PageProps:
    """Before any other device that the person uses."""
    act = kinds.shown(inputs)
    return _prepare(inputs, act) if act in kinds.WORDS else PageProps()


def _prepare(inputs: Inputs, act: Act) -> PageProps:
    told = kinds.of(inputs, act)
    reason, cannot = told.cannot
    return PageProps(
        notes=(*_again(inputs, act), *_asked(inputs, act), *_attention(inputs, KINDS[act].role)),
        heading=kinds.tr(told.heading),
        lines=tuple(kinds.tr(line) for line in told.lines),
        why=kinds.tr(told.why),
        picture=told.picture.name,
        picture_words=kinds.tr(told.picture.words),
        buttons=(*((button(reason, kinds.tr(cannot), "x"),) if reason else ()), *skip()),
    )


def _asked(inputs: Inputs, act: Act) -> tuple[dict[str, Any], ...]:
    """Why it is measured with what the patient came for."""
    return tuple(note(why, "primary", "info", english) for why, english in whys(inputs, "measure", act))


def skip_why(inputs: Inputs) -> PageProps:
    """Why this measurement is left out: the provider is told."""
    act = kinds.shown(inputs)
    name = kinds.tr(kinds.WORDS[act].step) if act in kinds.WORDS else ""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Why do you want to skip this?")),
        why=name,
        lines=(tr(QT_TRANSLATE_NOOP("Page", "We tell the provider. You can go on all the same.")),),
        buttons=tuple(button(f"skip-{reason}", tr(text), icon) for reason, text, icon in SKIP_WHYS),
    )


def cuff_posture(inputs: Inputs) -> PageProps:
    """How to sit, and how the cuff goes on."""
    cuff = inputs.state.cuff
    left = cuff is None or cuff.arm == "left"
    return PageProps(
        notes=(note(how_to_stop(inputs), "primary", "octagon-x"), *_attention(inputs, "cuff")),
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
        unwell = QT_TRANSLATE_NOOP("Page", "We can't measure this well. Somebody should check you now.")
        return PageProps(
            heading=tr(unwell),
            beside=beside.of_screen(unwell, tr(unwell), inputs.prefs.language),
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
            buttons=(_by_hand(),),
        )
    if what.untried:
        now = tr(QT_TRANSLATE_NOOP("Page", "It goes on by itself when the device is back. Or skip it."))
    else:
        now = tr(QT_TRANSLATE_NOOP("Page", "You can try once more."))
    told = tr(QT_TRANSLATE_NOOP("Page", "We have told the staff."))
    known = what.act in inputs.state.staff_told
    do = "" if what.remedy == "try-again" else words.say(words.REMEDIES, what.remedy)  # `now` says it
    lines = tuple(line for line in (do, *reasons, kept, now) if line)
    drawn = kinds.of(inputs, what.act).picture
    return PageProps(
        heading=happened,
        lines=lines,
        notes=(note(told, "primary", "users"),) if known else (),
        tone="caution",
        picture=drawn.name,
        picture_words=kinds.tr(drawn.words),
        buttons=(_by_hand(), *skip()),
    )


def _by_hand() -> dict[str, Any]:
    """The next best: a person measures it, and enters it."""
    text = tr(QT_TRANSLATE_NOOP("Page", "For staff: enter it by hand"))
    return button("by-hand", text, "user-round")
