"""Screens made of words, choices and fields: one view model, one pure derive a screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act
from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questionnaire import arms
from kiosk.clinical.questions import PRESENT
from kiosk.visit.model import CUFF_SIZES, Screen
from ui import words
from ui.inputs import Inputs
from ui.intents import NO, NONE_OF_THESE, YES, item_of
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model

translate = QCoreApplication.translate
Choice = dict[str, Any]
DO_NOT_WANT: Final = QT_TRANSLATE_NOOP("Page", "Skip this measurement")


@dataclass(frozen=True)
class PageProps:
    """What a page of words shows. `groups`: [{label, many, choices: [{name, label, hint}]}];
    `chosen` is apart from them, so that touching one does not make them all anew.

    `buttons` are said at once: [{name, label, icon, kind}]. `fields`: [{name, label, text, example,
    keyboard, error, most}]. `notes`, `points`: [{tone, icon, text}].
    """

    heading: str = ""
    lines: tuple[str, ...] = ()
    points: tuple[dict[str, Any], ...] = ()
    why: str = ""
    picture: str = ""
    picture_words: str = ""
    groups: tuple[dict[str, Any], ...] = ()
    chosen: tuple[str, ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()
    fields: tuple[dict[str, Any], ...] = ()
    notes: tuple[dict[str, Any], ...] = ()
    tone: str = ""


def tr(text: str) -> str:
    """Return a page's text in the screen's language."""
    return translate("Page", text)


def button(name: str, label: str, icon: str = "", kind: str = "plain") -> dict[str, Any]:
    """Return one button that is said at once."""
    return {"name": name, "label": label, "icon": icon, "kind": kind}


def choice(name: str, label: str, hint: str = "") -> Choice:
    """Return one answer."""
    return {"name": name, "label": label, "hint": hint}


def note(text: str, tone: str = "primary", icon: str = "info") -> dict[str, Any]:
    """Return a line with an icon."""
    return {"text": text, "tone": tone, "icon": icon}


def field(  # noqa: PLR0917 - a row of a table
    inputs: Inputs, name: str, label: str, example: str = "", keyboard: str = "letters", most: int = 60
) -> dict[str, Any]:
    """Return one line to type into, with what is wrong with it."""
    refused, why = inputs.draft.refused
    error = words.say(words.MISTAKES, why) if refused == name else ""
    return {
        "name": name,
        "label": label,
        "text": inputs.draft.fields.get(name, ""),
        "example": example,
        "keyboard": keyboard,
        "most": most,
        "error": error,
    }


def _mistake(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    text = words.say(words.MISTAKES, inputs.state.mistake)
    return (note(text, "danger", "circle-alert"),) if text else ()


def _skip() -> tuple[dict[str, Any], ...]:
    return (button("skip", tr(DO_NOT_WANT), "ban", "quiet"),)


def consent(inputs: Inputs) -> PageProps:
    """The words agreed to; their version is recorded with the answer."""
    stop = QT_TRANSLATE_NOOP("Page", "You may stop at any time. This is not for emergencies: call %1.")
    points = (
        (
            "stethoscope",
            tr(QT_TRANSLATE_NOOP("Page", "We ask questions and measure. A provider may see your answers.")),
        ),
        (
            "shield-check",
            tr(
                QT_TRANSLATE_NOOP("Page", "What you say is locked at once. This station can't read it later.")
            ),
        ),
        ("log-out", tr(QT_TRANSLATE_NOOP("Page", "When you finish, this screen forgets you."))),
        (
            "camera",
            tr(QT_TRANSLATE_NOOP("Page", "The camera stays off until you say yes. Nothing is recorded.")),
        ),
        ("phone", tr(stop).replace("%1", inputs.profile.help.emergency_number)),
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Before we start: is this all right with you?")),
        points=tuple(note(text, "ink", icon) for icon, text in points),
        buttons=(button("decline", tr(QT_TRANSLATE_NOOP("Page", "No, I don't agree")), "x"),),
    )


def consent_declined(_: Inputs) -> PageProps:
    """No: nothing was asked, nothing is kept but the no."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "That is your right.")),
        lines=(
            tr(
                QT_TRANSLATE_NOOP(
                    "Page", "We can't go on without your yes. A person here can still help you."
                )
            ),
        ),
        buttons=(
            button("read-again", tr(QT_TRANSLATE_NOOP("Page", "Read it again")), "repeat", "primary"),
            button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave")), "log-out"),
        ),
        picture="person-comes",
    )


def who(_: Inputs) -> PageProps:
    """A name, or none."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Do you want to give your name?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "With a name, the provider can find your earlier visits.")),
        buttons=(
            button(
                "give-name", tr(QT_TRANSLATE_NOOP("Page", "Yes, I give my name")), "user-round", "primary"
            ),
            button("anonymous", tr(QT_TRANSLATE_NOOP("Page", "No, stay without a name")), "user-x"),
        ),
    )


def name(inputs: Inputs) -> PageProps:
    """First and last name."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What is your name?")),
        fields=(
            field(inputs, "given", tr(QT_TRANSLATE_NOOP("Page", "First name"))),
            field(inputs, "family", tr(QT_TRANSLATE_NOOP("Page", "Last name"))),
        ),
        notes=_mistake(inputs),
    )


def birth_date(inputs: Inputs) -> PageProps:
    """The birth date; of somebody without a name only the age."""
    person = inputs.state.person_is
    if person is not None and person.anonymous:
        return PageProps(
            heading=tr(QT_TRANSLATE_NOOP("Page", "How old are you?")),
            why=tr(QT_TRANSLATE_NOOP("Page", "What a number means depends on your age.")),
            fields=(field(inputs, "age", tr(QT_TRANSLATE_NOOP("Page", "Years")), "67", "digits", 3),),
            buttons=(
                button("no-birth-date", tr(QT_TRANSLATE_NOOP("Page", "I'd rather not say")), "", "quiet"),
            ),
            notes=_mistake(inputs),
        )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "When were you born?")),
        fields=(
            field(inputs, "month", tr(QT_TRANSLATE_NOOP("Page", "Month")), "7", "digits", 2),
            field(inputs, "day", tr(QT_TRANSLATE_NOOP("Page", "Day")), "21", "digits", 2),
            field(inputs, "year", tr(QT_TRANSLATE_NOOP("Page", "Year")), "1948", "digits", 4),
        ),
        buttons=(button("no-birth-date", tr(QT_TRANSLATE_NOOP("Page", "I'd rather not say")), "", "quiet"),),
        notes=_mistake(inputs),
    )


def question(inputs: Inputs) -> PageProps:
    """One item of a questionnaire."""
    item = item_of(inputs.state)
    if item is None:
        return PageProps()
    language = inputs.prefs.language
    if item.type == "boolean":
        choices = [
            choice(YES, tr(QT_TRANSLATE_NOOP("Page", "Yes"))),
            choice(NO, tr(QT_TRANSLATE_NOOP("Page", "No"))),
        ]
    else:
        choices = [choice(o.code, o.text.words(language)) for o in item.options]
        if item.repeats and not any(m.system == PRESENT for o in item.options for m in o.means):
            none = tr(QT_TRANSLATE_NOOP("Page", "None of these"))
            choices.append(choice(NONE_OF_THESE, none))
    keyboard = "digits" if item.type == "integer" else "letters"
    typed = item.type in ("string", "integer")
    label = tr(QT_TRANSLATE_NOOP("Page", "Your answer"))
    groups = ({"label": "", "many": item.repeats, "choices": choices},) if choices else ()
    return PageProps(
        heading=item.words(language),
        why=item.why.words(language) if item.why else "",
        groups=groups,
        fields=(field(inputs, "answer", label, "", keyboard, 60),) if typed else (),
        notes=_mistake(inputs),
        buttons=_skip() if inputs.screen is Screen.CUFF_QUESTION else (),
    )


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
            around.replace("%1", str(low)).replace("%2", str(high)),
        )
        for size, (low, high) in CUFF_SIZES.items()
    ]
    sizes.append(choice("none", tr(QT_TRANSLATE_NOOP("Page", "None of them fits"))))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which arm, and which cuff fits?")),
        groups=(
            {"label": "", "many": False, "choices": [choice(a, labels[a]) for a in free]},
            {"label": tr(QT_TRANSLATE_NOOP("Page", "Cuff size")), "many": False, "choices": sizes},
        ),
        notes=_mistake(inputs),
        buttons=_skip(),
    )


def oximeter_prepare(inputs: Inputs) -> PageProps:
    """Before the finger goes in."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Put one finger into the clip.")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "Use a warm hand. Nail polish makes it less exact.")),
            tr(QT_TRANSLATE_NOOP("Page", "Rest your hand on the table and keep still.")),
        ),
        why=tr(QT_TRANSLATE_NOOP("Page", "It shines light through your finger and does not hurt.")),
        picture="finger-in-clip",
        picture_words=tr(QT_TRANSLATE_NOOP("Page", "A finger in the clip, nail up")),
        buttons=_skip(),
    )


def cuff_posture(inputs: Inputs) -> PageProps:
    """How to sit, and how the cuff goes on."""
    cuff = inputs.state.cuff
    left = cuff is None or cuff.arm == "left"
    return PageProps(
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
        buttons=_skip(),
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
    picture = "finger-in-clip" if what.act is Act.OXIMETRY else "cuff-on-arm"
    return PageProps(
        heading=happened, lines=(*reasons, kept, now), tone="caution", picture=picture, buttons=_skip()
    )


def offer_call(inputs: Inputs) -> PageProps:
    """Talk to somebody, with or without camera."""
    urgent = inputs.state.level in ("E", "P")
    notes = (
        (
            note(
                tr(QT_TRANSLATE_NOOP("Page", "Somebody should look at this today.")),
                "caution",
                "triangle-alert",
            ),
        )
        if urgent
        else ()
    )
    offline = tr(
        QT_TRANSLATE_NOOP("Page", "We have no connection now. We will say so if nobody can be reached.")
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Do you want to talk to a provider now?")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "They see your answers and your readings.")),
            tr(QT_TRANSLATE_NOOP("Page", "The camera goes on only if you say yes. Nothing is recorded.")),
        ),
        notes=notes if inputs.state.hub_online else (*notes, note(offline, "caution", "wifi-off")),
        buttons=(
            button("sound-only", tr(QT_TRANSLATE_NOOP("Page", "Yes, without camera")), "mic"),
            button("decline-call", tr(QT_TRANSLATE_NOOP("Page", "No, not now")), "x"),
        ),
        picture="waiting",
    )


def waiting(inputs: Inputs) -> PageProps:
    """The place in line, honestly."""
    call = inputs.state.call
    before = max(0, call.position - 1)
    if call.state == "connecting":
        line = tr(QT_TRANSLATE_NOOP("Page", "Somebody has answered. The call starts."))
    elif call.state == "queued" and before == 0:
        line = tr(QT_TRANSLATE_NOOP("Page", "You are next."))
    elif call.state == "queued":
        line = tr(QT_TRANSLATE_NOOP("Page", "People before you: %1")).replace("%1", str(before))
    elif call.state == "unreachable":
        line = tr(QT_TRANSLATE_NOOP("Page", "We have no connection. We keep trying."))
    else:
        line = tr(QT_TRANSLATE_NOOP("Page", "We are asking for a provider."))
    lines = [line]
    if call.state == "queued" and call.estimate_s is not None:
        minutes = max(1, round(call.estimate_s / 60))
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "About %1 min.")).replace("%1", str(minutes)))
    if not inputs.state.seen:
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet.")))
    buttons = [button("hang-up", tr(QT_TRANSLATE_NOOP("Page", "Stop waiting")), "x")]
    if inputs.state.to_measure:
        buttons.insert(
            0, button("measure", tr(QT_TRANSLATE_NOOP("Page", "Measure while you wait")), "activity")
        )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Please wait for a provider.")),
        lines=tuple(lines),
        buttons=tuple(buttons),
        picture="waiting",
    )


def nobody(inputs: Inputs) -> PageProps:
    """Nobody answers: what happened, what we did, what to do now."""
    call = inputs.state.call
    if call.state == "unreachable" or not inputs.state.hub_online:
        heading = tr(QT_TRANSLATE_NOOP("Page", "We can't reach a provider: there is no connection."))
    else:
        heading = tr(QT_TRANSLATE_NOOP("Page", "No provider can answer right now."))
    buttons = [
        button("call-back", tr(QT_TRANSLATE_NOOP("Page", "Please call me back")), "phone", "primary"),
        button("wait", tr(QT_TRANSLATE_NOOP("Page", "I'll wait here")), "hourglass"),
        button("store", tr(QT_TRANSLATE_NOOP("Page", "Leave my answers for later")), "save"),
    ]
    if inputs.profile.help.in_person_places:
        buttons.append(button("in-person", tr(QT_TRANSLATE_NOOP("Page", "Show me places to go")), "map-pin"))
    if inputs.state.to_measure:
        buttons.append(button("measure", tr(QT_TRANSLATE_NOOP("Page", "Measure while you wait")), "activity"))
    return PageProps(
        heading=heading,
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet.")),
            tr(QT_TRANSLATE_NOOP("Page", "They are saved here, locked, and will be sent.")),
        ),
        buttons=tuple(buttons),
        tone="caution",
    )


def callback(inputs: Inputs) -> PageProps:
    """Where to call back."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which number may we call?")),
        fields=(
            field(inputs, "phone", tr(QT_TRANSLATE_NOOP("Page", "Phone number")), "555 0123", "phone", 24),
        ),
        notes=_mistake(inputs),
    )


def plan_waiting(inputs: Inputs) -> PageProps:
    """The call is over, the plan is being written."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "The provider is writing your plan.")),
        lines=(tr(QT_TRANSLATE_NOOP("Page", "It comes on this screen in a moment. Please stay.")),),
        buttons=(
            button("call", tr(QT_TRANSLATE_NOOP("Page", "Call again")), "video"),
            button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave without the plan")), "log-out"),
        ),
        picture="waiting",
    )


def stored(inputs: Inputs) -> PageProps:
    """What was kept, and what happens next."""
    lines = [
        tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet."))
        if not inputs.state.seen
        else tr(QT_TRANSLATE_NOOP("Page", "A provider has seen your answers.")),
        tr(QT_TRANSLATE_NOOP("Page", "They are saved here, locked, and will be sent.")),
    ]
    if inputs.state.phone:
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "A provider will call you back at the number you gave.")))
    if inputs.state.in_person:
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "You can go here:")))
        lines += inputs.profile.help.in_person_places
    lines.append(
        tr(QT_TRANSLATE_NOOP("Page", "If you get worse, call %1.")).replace(
            "%1", inputs.profile.help.emergency_number
        )
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Your visit is saved.")),
        lines=tuple(lines),
        buttons=(button("call", tr(QT_TRANSLATE_NOOP("Page", "Try to call a provider")), "video"),),
        picture="finished",
    )


def goodbye(inputs: Inputs) -> PageProps:
    """The end, with the truth about what is saved."""
    closing = inputs.state.closing
    if closing is not None and closing.state == "late":
        return PageProps(
            heading=tr(QT_TRANSLATE_NOOP("Page", "Not everything is saved yet.")),
            lines=(
                tr(QT_TRANSLATE_NOOP("Page", "Please tell a person here. Your name leaves this screen now.")),
            ),
            tone="danger",
        )
    saved = closing is not None and closing.state in ("saved", "ended")
    first = (
        tr(QT_TRANSLATE_NOOP("Page", "Your visit is saved and locked."))
        if saved
        else tr(QT_TRANSLATE_NOOP("Page", "We are saving your visit."))
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Goodbye, and take care.")),
        lines=(first, tr(QT_TRANSLATE_NOOP("Page", "This screen forgets you now."))),
        picture="finished",
    )


def resume(inputs: Inputs) -> PageProps:
    """Is it still the same person? Nothing of the visit is shown."""
    check = inputs.state.resume
    kind = check.kind if check else "confirm"
    asks = {
        "birth-year": (QT_TRANSLATE_NOOP("Page", "In which year were you born?"), "digits", 4),
        "first-letter": (QT_TRANSLATE_NOOP("Page", "What is the first letter of your name?"), "letters", 1),
        "age": (QT_TRANSLATE_NOOP("Page", "How old are you?"), "digits", 3),
    }
    fields: tuple[dict[str, Any], ...] = ()
    if kind in asks:
        label, keyboard, most = asks[kind]
        fields = (field(inputs, "check", tr(label), "", keyboard, most),)
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "The screen had to start again. Are you still here?")),
        lines=(tr(QT_TRANSLATE_NOOP("Page", "Nothing was lost. You can go on where you were.")),),
        fields=fields,
        buttons=(
            button("start-over", tr(QT_TRANSLATE_NOOP("Page", "I am somebody else: start over")), "repeat"),
        ),
        notes=_mistake(inputs),
    )


def out_of_order(inputs: Inputs) -> PageProps:
    """The station cannot go on."""
    buttons = (
        (button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave")), "log-out"),) if inputs.state.visit else ()
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "This station can't go on right now.")),
        lines=(
            words.fault(inputs.state.fault),
            tr(QT_TRANSLATE_NOOP("Page", "Please ask a person here for help.")),
            tr(QT_TRANSLATE_NOOP("Page", "In an emergency call %1.")).replace(
                "%1", inputs.profile.help.emergency_number
            ),
        ),
        buttons=buttons,
        tone="danger",
    )


PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.CONSENT: consent,
    Screen.CONSENT_DECLINED: consent_declined,
    Screen.WHO: who,
    Screen.NAME: name,
    Screen.BIRTH_DATE: birth_date,
    Screen.QUESTION: question,
    Screen.CUFF_QUESTION: question,
    Screen.CUFF_ARM: cuff_arm,
    Screen.OXIMETER_PREPARE: oximeter_prepare,
    Screen.CUFF_POSTURE: cuff_posture,
    Screen.MEASURE_PROBLEM: problem,
    Screen.OFFER_CALL: offer_call,
    Screen.WAITING: waiting,
    Screen.NOBODY: nobody,
    Screen.CALLBACK: callback,
    Screen.PLAN_WAITING: plan_waiting,
    Screen.STORED: stored,
    Screen.GOODBYE: goodbye,
    Screen.RESUME: resume,
    Screen.OUT_OF_ORDER: out_of_order,
}


def derive(inputs: Inputs) -> PageProps:
    """Return the present page; empty on the screens that have a view model of their own."""
    page = PAGES.get(inputs.screen)
    return replace(page(inputs), chosen=inputs.draft.chosen) if page else PageProps()


PageView = view_model(PageProps)
