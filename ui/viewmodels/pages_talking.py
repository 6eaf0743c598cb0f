"""Pages of talking to somebody: the offer, waiting, nobody there, what was kept."""

from typing import Any, Final, NamedTuple

from contract.documents import CALL_WINDOWS
from kiosk.visit.model import seconds_left
from kiosk.visit.parts import Call
from kiosk.visit.taking import offered
from kiosk.visit.who import may_have_card
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping
from ui.viewmodels.page import PageProps, button, clinical, field, mistake, note, tr

SOON_S: Final = 90  # an estimate under which no number of minutes is said


CHANGE: Final = QT_TRANSLATE_NOOP("Page", "Change my answers")
CARD: Final = QT_TRANSLATE_NOOP("Page", "A card for next time")


def change() -> dict[str, Any]:
    """Return the button that leads to all that was said."""
    return button("change", tr(CHANGE), "repeat", "quiet")


def offer_call(inputs: Inputs) -> PageProps:
    """Talk to somebody, with or without camera."""
    urgent = inputs.state.level in ("E", "P")
    today = QT_TRANSLATE_NOOP("Page", "Somebody should look at this now.")
    notes = (clinical(inputs, today, "caution", "triangle-alert"),) if urgent else ()
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
            change(),
        ),
        picture="waiting",
    )


def waiting(inputs: Inputs) -> PageProps:
    """The place in line, how long it may take, and what happens if it takes longer than was promised."""
    call = inputs.state.call
    lines = [place(call), *how_long(inputs)]
    if not inputs.state.seen:
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet.")))
    buttons = [button("hang-up", tr(QT_TRANSLATE_NOOP("Page", "Stop waiting")), "x")]
    if inputs.state.to_measure:
        buttons.insert(
            0, button("measure", tr(QT_TRANSLATE_NOOP("Page", "Measure while you wait")), "activity")
        )
    buttons.append(change())
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Please wait for a provider.")),
        lines=tuple(lines),
        notes=sound(inputs),
        buttons=tuple(buttons),
        picture="waiting",
    )


def place(call: Call) -> str:
    """The place in line, or what is being tried."""
    before = max(0, call.position - 1)
    match call.state:
        case "connecting":
            return tr(QT_TRANSLATE_NOOP("Page", "Somebody has answered. The call starts."))
        case "queued" if before == 0:
            return tr(QT_TRANSLATE_NOOP("Page", "You are next."))
        case "queued":
            return tr(QT_TRANSLATE_NOOP("Page", "People before you: %1")).replace("%1", str(before))
        case "unreachable":
            return tr(QT_TRANSLATE_NOOP("Page", "We have no connection. We keep trying."))
        case "nobody":
            return tr(QT_TRANSLATE_NOOP("Page", "No provider is there right now. We keep asking."))
    return tr(QT_TRANSLATE_NOOP("Page", "We are asking for a provider."))


def how_long(inputs: Inputs) -> list[str]:
    """An estimate where there is one, and until when we promised that somebody answers."""
    call, lines = inputs.state.call, []
    if call.state == "queued" and call.estimate_s is not None:
        if call.estimate_s < SOON_S:
            lines.append(tr(QT_TRANSLATE_NOOP("Page", "It should not take long.")))
        else:
            minutes = str(round(call.estimate_s / 60))
            lines.append(tr(QT_TRANSLATE_NOOP("Page", "About %1 min.")).replace("%1", minutes))
    if call.wait is not None and call.state != "connecting":
        left = max(1, round(seconds_left(call.wait, inputs.now_ns) / 60))
        other = tr(QT_TRANSLATE_NOOP("Page", "If nobody answers in %1 min, we show you other ways."))
        lines.append(other.replace("%1", str(left)))
    return lines


def sound(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """What is wrong with microphone or speaker, said before the call begins."""
    media = inputs.state.call.media
    fault = (media.fault or media.microphone_finding) if media is not None else ""
    if not fault.startswith(("microphone", "speaker")):
        return ()
    return (note(words.fault(fault), "caution", "mic-off"),)


_OBSTACLES: Final = {
    "promised-time-over": QT_TRANSLATE_NOOP("Page", "We are sorry. Nobody has answered in time."),
    "dropped": QT_TRANSLATE_NOOP("Page", "The call broke off. We are sorry."),
    "stopped-waiting": QT_TRANSLATE_NOOP("Page", "How do you want to go on?"),
    "declined": QT_TRANSLATE_NOOP("Page", "How do you want to go on?"),
}
_NO_CONNECTION: Final = QT_TRANSLATE_NOOP("Page", "We can't reach a provider: there is no connection.")
_NOBODY: Final = QT_TRANSLATE_NOOP("Page", "No provider can answer right now.")


def nobody(inputs: Inputs) -> PageProps:
    """Nobody answers: what happened, what we did, and every way to go on."""
    state = inputs.state
    today = QT_TRANSLATE_NOOP("Page", "Somebody should look at you now.")
    urgent = (clinical(inputs, today, "caution", "triangle-alert"),)
    return PageProps(
        heading=nobody_words(inputs),
        lines=(_seen(inputs), keeping.say(keeping.kept(state.papers))),
        notes=urgent if state.level in ("E", "P") else (),
        buttons=tuple(_ways(inputs)),
        tone="caution",
    )


def nobody_words(inputs: Inputs) -> str:
    """Why nobody answers."""
    state = inputs.state
    away = state.call.state == "unreachable" or not state.hub_online
    if away and state.obstacle != "dropped":
        return tr(_NO_CONNECTION)
    return tr(_OBSTACLES.get(state.obstacle, _NOBODY))


def _seen(inputs: Inputs) -> str:
    if inputs.state.seen:
        return tr(QT_TRANSLATE_NOOP("Page", "A provider has seen your answers. You have no plan yet."))
    return tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet."))


def _ways(inputs: Inputs) -> list[dict[str, Any]]:
    """The choices. After a red flag going somewhere stands first."""
    state = inputs.state
    places = bool(inputs.profile.help.in_person_places)
    go_first = places and state.level in ("E", "P")
    again = QT_TRANSLATE_NOOP("Page", "Call again") if state.obstacle == "dropped" else _WAIT
    stay = button("wait", tr(again), "video" if state.obstacle == "dropped" else "hourglass")
    go = button(
        "in-person",
        tr(QT_TRANSLATE_NOOP("Page", "Show me places to go")),
        "map-pin",
        "primary" if go_first else "plain",
    )
    call = button(
        "call-back",
        tr(QT_TRANSLATE_NOOP("Page", "Please call me back")),
        "phone",
        "plain" if go_first else "primary",
    )
    ways = [*([go] if go_first else []), call, stay]
    ways.append(button("store", tr(QT_TRANSLATE_NOOP("Page", "Leave my answers for later")), "save"))
    if places and not go_first:
        ways.append(go)
    ways.append(button("person", tr(QT_TRANSLATE_NOOP("Page", "Ask a person here")), "hand"))
    if state.to_measure:
        ways.append(button("measure", tr(QT_TRANSLATE_NOOP("Page", "Measure while you wait")), "activity"))
    return [*ways, change()]


_WAIT: Final = QT_TRANSLATE_NOOP("Page", "I'll wait here")


def callback(inputs: Inputs) -> PageProps:
    """Where to call back."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which number may we call?")),
        fields=(
            field(inputs, "phone", tr(QT_TRANSLATE_NOOP("Page", "Phone number")), "555 0123", "phone", 24),
        ),
        notes=mistake(inputs),
    )


_PARTS: Final = {
    "morning": QT_TRANSLATE_NOOP("Page", "In the morning, %1 to %2"),
    "afternoon": QT_TRANSLATE_NOOP("Page", "In the afternoon, %1 to %2"),
    "evening": QT_TRANSLATE_NOOP("Page", "In the evening, %1 to %2"),
}


def callback_when(inputs: Inputs) -> PageProps:
    """The number once more, and when it suits."""
    soon = button("when-soon", tr(QT_TRANSLATE_NOOP("Page", "As soon as you can")), "phone", "primary")
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "When is a good time to call you?")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "We call %1.")).replace("%1", f"\u2068{inputs.state.phone}\u2069"),
            _promise(inputs, _SOON_CALL, inputs.profile.promises.call_back_min),
        ),
        buttons=(soon, *(button(f"when-{part}", _part(part), "clock") for part in CALL_WINDOWS)),
    )


def _part(part: str) -> str:
    """A part of the day with its hours, by a clock of twelve."""
    start, end = ((hour - 1) % 12 + 1 for hour in CALL_WINDOWS[part])
    return tr(_PARTS[part]).replace("%1", str(start)).replace("%2", str(end))


_SOON_CALL: Final = (
    QT_TRANSLATE_NOOP("Page", "As soon as we can: within %1."),
    QT_TRANSLATE_NOOP("Page", "As soon as we can: within %1 after the connection is back."),
)


class Promises(NamedTuple):
    """Words for what comes later: each with and without a connection; %1 is a time."""

    look: tuple[str, str]
    call: tuple[str, str]
    call_in_part: tuple[str, str]


_LOOK: Final = (
    QT_TRANSLATE_NOOP("Page", "A provider looks at your answers within %1."),
    QT_TRANSLATE_NOOP(
        "Page", "There is no connection now. A provider looks at your answers within %1 once it is back."
    ),
)
_CALL: Final = (
    QT_TRANSLATE_NOOP("Page", "A provider calls you within %1."),
    QT_TRANSLATE_NOOP("Page", "There is no connection now. A provider calls you within %1 once it is back."),
)
_CALL_IN_PART: Final = (
    QT_TRANSLATE_NOOP("Page", "A provider calls you at the time you chose."),
    QT_TRANSLATE_NOOP(
        "Page", "There is no connection now. A provider calls you at the time you chose, once it is back."
    ),
)


def _promise(inputs: Inputs, words: tuple[str, str], minutes: int) -> str:
    """A promise; one that hangs on a connection that is not there says so."""
    return tr(words[0 if inputs.state.hub_online else 1]).replace("%1", _time(minutes))


def _time(minutes: int) -> str:
    if minutes < 120:
        return tr(QT_TRANSLATE_NOOP("Page", "%1 minutes")).replace("%1", str(minutes))
    return tr(QT_TRANSLATE_NOOP("Page", "%1 hours")).replace("%1", str(round(minutes / 60)))


def keep_text(inputs: Inputs) -> PageProps:
    """The call is over: is what was written to be kept?"""
    captions = any(line.kind == "caption" for line in inputs.state.call.chat)
    what = (
        QT_TRANSLATE_NOOP("Page", "You wrote to each other, or what was said was shown as text.")
        if captions
        else QT_TRANSLATE_NOOP("Page", "You and the provider wrote to each other.")
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Do you want to keep the text of this call?")),
        lines=(
            tr(what),
            tr(QT_TRANSLATE_NOOP("Page", "If you say yes, it is kept with your visit. If not, we erase it.")),
        ),
        buttons=(
            button("keep-text", tr(QT_TRANSLATE_NOOP("Page", "Yes, keep it")), "save"),
            button("erase-text", tr(QT_TRANSLATE_NOOP("Page", "No, erase it")), "x"),
        ),
    )


def plan_waiting(inputs: Inputs) -> PageProps:
    """The call is over, the plan is being written."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "The provider is writing your plan.")),
        lines=(tr(QT_TRANSLATE_NOOP("Page", "It comes on this screen in a moment. Please stay.")),),
        buttons=(
            button("call", tr(QT_TRANSLATE_NOOP("Page", "Call again")), "video"),
            *take_away(inputs, QT_TRANSLATE_NOOP("Page", "Read it later at home")),
            button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave without the plan")), "log-out"),
            change(),
        ),
        picture="waiting",
    )


def take_away(inputs: Inputs, words_: str) -> tuple[dict[str, Any], ...]:
    """Return the button that leads to link and paper, where the station has them."""
    return (button("take-away", tr(words_), "printer"),) if offered(inputs.profile) else ()


def stored(inputs: Inputs) -> PageProps:
    """What was kept, and what happens next, by when."""
    state, helping = inputs.state, inputs.profile.help
    how = keeping.kept(state.papers)
    durable = how in (keeping.Kept.SAVED, keeping.Kept.HELD, keeping.Kept.SENT)
    heading = (
        QT_TRANSLATE_NOOP("Page", "Your visit is saved.")
        if durable
        else QT_TRANSLATE_NOOP("Page", "We are saving your visit.")
    )
    lines = [
        tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet."))
        if not state.seen
        else tr(QT_TRANSLATE_NOOP("Page", "A provider has seen your answers.")),
        keeping.say(how),
        *what_comes(inputs, _PROMISES),
    ]
    unseen = state.level in ("E", "P") and not state.seen
    if unseen:
        lines.append(tr(QT_TRANSLATE_NOOP("Page", "Somebody should look at you now.")))
    if helping.in_person_places and (state.in_person or unseen):
        lines += [tr(QT_TRANSLATE_NOOP("Page", "You can go here:")), *helping.in_person_places]
    worse = tr(QT_TRANSLATE_NOOP("Page", "If you get worse, call %1."))
    lines.append(worse.replace("%1", helping.emergency_number))
    return PageProps(
        heading=tr(heading),
        lines=tuple(lines),
        buttons=(
            *take_away(inputs, QT_TRANSLATE_NOOP("Page", "Take it home")),
            button("call", tr(QT_TRANSLATE_NOOP("Page", "Try to call a provider")), "video"),
            *((button("card", tr(CARD), "qr-code"),) if may_have_card(state) else ()),
            change(),
            button("what-we-keep", tr(QT_TRANSLATE_NOOP("Page", "What do you keep of me?")), "lock", "quiet"),
        ),
        picture="finished",
    )


_PROMISES: Final = Promises(_LOOK, _CALL, _CALL_IN_PART)


def what_comes(inputs: Inputs, words_: Promises) -> list[str]:
    """What was promised: a call, a look at the case, or both."""
    state, promises = inputs.state, inputs.profile.promises
    lines = []
    if state.case_left:
        lines.append(_promise(inputs, words_.look, promises.review_min))
    if state.call_when == "soon":
        lines.append(_promise(inputs, words_.call, promises.call_back_min))
    elif state.call_when:
        lines.append(_promise(inputs, words_.call_in_part, 0))
    return lines
