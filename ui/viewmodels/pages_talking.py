"""Pages of talking to somebody: the offer, waiting, nobody there, what was kept."""

from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping
from ui.viewmodels.page import PageProps, button, field, mistake, note, tr


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
            keeping.say(keeping.kept(inputs.state.papers)),
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
        notes=mistake(inputs),
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
    how = keeping.kept(inputs.state.papers)
    durable = how in (keeping.Kept.SAVED, keeping.Kept.HELD, keeping.Kept.SENT)
    heading = (
        QT_TRANSLATE_NOOP("Page", "Your visit is saved.")
        if durable
        else QT_TRANSLATE_NOOP("Page", "We are saving your visit.")
    )
    lines = [
        tr(QT_TRANSLATE_NOOP("Page", "Nobody has seen your answers yet."))
        if not inputs.state.seen
        else tr(QT_TRANSLATE_NOOP("Page", "A provider has seen your answers.")),
        keeping.say(how),
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
        heading=tr(heading),
        lines=tuple(lines),
        buttons=(button("call", tr(QT_TRANSLATE_NOOP("Page", "Try to call a provider")), "video"),),
        picture="finished",
    )
