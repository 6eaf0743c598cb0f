"""Pages of words for who works on the station: sign-in, list of checks, a reference, the report, spares."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from contract import technician as t
from contract.commissioning import REPORT, SKIPPED, pages
from kiosk.visit.model import MISSING, Screen
from ui import hands_on
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.qr import picture
from ui.viewmodels import check
from ui.viewmodels import hands_on_words as hw
from ui.viewmodels.page import PageProps, button, choice, field, group, note
from ui.viewmodels.readiness import PICTURES

tr = hw.tr
CODE_CHARS: Final = 9
NUMBER_CHARS: Final = 8
BADGE_CHARS: Final = 60
PIN_CHARS: Final = 8
REFERENCE: Final = QT_TRANSLATE_NOOP("Technician", "Reference")
ASK: Final = QT_TRANSLATE_NOOP("Technician", "Call the center. Tell them the station and this number:")


def technician(inputs: Inputs) -> PageProps:
    """The challenge as number and QR code; or the code that was read over the phone."""
    return _code(inputs) if inputs.state.item else _challenge(inputs)


def _challenge(inputs: Inputs) -> PageProps:
    told = inputs.technician or t.TechnicianIs()
    asked = told.challenge
    lines = [tr(ASK), f"{inputs.profile.name}: {t.spaced(asked)}"] if asked else []
    if asked:
        lines.append(
            tr(QT_TRANSLATE_NOOP("Technician", "If the station is online, this page goes on by itself."))
        )
    buttons = []
    if asked and told.by_phone:
        label = tr(QT_TRANSLATE_NOOP("Technician", "I was told a code"))
        buttons.append(button("code", label, "phone", "primary"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Technician", "A technician signs in")),
        lines=tuple(lines),
        picture=picture(t.qr_text(inputs.profile.station, asked, inputs.profile.take_away.link_url))
        if asked
        else "",
        picture_words=tr(QT_TRANSLATE_NOOP("Technician", "The same number as a QR code")),
        notes=tuple(_why(inputs)),
        buttons=tuple(buttons),
    )


def _code(inputs: Inputs) -> PageProps:
    told = inputs.technician or t.TechnicianIs()
    name = tr(QT_TRANSLATE_NOOP("Technician", "Your name, for the report"))
    code = tr(QT_TRANSLATE_NOOP("Technician", "The code from the phone"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Technician", "Type what you were told")),
        why=tr(QT_TRANSLATE_NOOP("Technician", "Number of this station: %1")).replace(
            "%1", t.spaced(told.challenge)
        ),
        fields=(
            field(inputs, "technician", name, "", "letters", t.LONGEST_NAME),
            field(inputs, "code", code, "", "digits", CODE_CHARS),
        ),
        notes=tuple(_why(inputs)),
    )


def _why(inputs: Inputs) -> Iterator[dict[str, Any]]:
    if text := hw.why(inputs.technician):
        yield note(text, "danger", "circle-alert")


def commission(inputs: Inputs) -> PageProps:
    """The list of checks, the reference of one, or the report."""
    if inputs.state.item == REPORT:
        return _report(inputs)
    page = hands_on.page_of(inputs)
    return _list(inputs) if page is None else _reference(inputs)


def _list(inputs: Inputs) -> PageProps:
    told = inputs.technician or t.TechnicianIs()
    choices = []
    for page in pages(inputs.profile):
        result = hands_on.result_of(inputs, page.subject)
        words = hw.OUTCOMES[result.outcome if result is not None else SKIPPED][0]
        choices.append(choice(f"check:{page.subject}", check.heading(page), tr(words)))
    passed = tuple(f"check:{each.subject}" for each in told.results if each.outcome == "passed")
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Technician", "Checks of this station")),
        why=tr(QT_TRANSLATE_NOOP("Technician", "Signed in: %1")).replace("%1", told.name),
        groups=(group(choices, many=True),),
        chosen=passed,
        buttons=(
            button(REPORT, tr(QT_TRANSLATE_NOOP("Technician", "To the report")), "save", "primary"),
            button("spare", tr(QT_TRANSLATE_NOOP("Technician", "Swap a broken device")), "repeat"),
            button("sign-out", tr(QT_TRANSLATE_NOOP("Technician", "Sign out")), "log-out"),
        ),
    )


def _reference(inputs: Inputs) -> PageProps:
    """A figure was read (or stands beside a line): what does the reference say?"""
    page = hands_on.page_of(inputs)
    assert page is not None
    result = hands_on.result_of(inputs, page.subject)
    shown = result.shown if result is not None and result.shown is not None else None
    text = tr(QT_TRANSLATE_NOOP("Technician", "The station has read %1. What does the reference show?"))
    label = f"{tr(REFERENCE)} ({page.check.unit})"
    return PageProps(
        heading=check.heading(page),
        lines=(text.replace("%1", f"{shown:g} {page.check.unit}"),)
        if shown is not None and page.device
        else (),
        fields=(field(inputs, "reference", label, "", "number", NUMBER_CHARS),),
        notes=tuple(check.notes(inputs, page)),
        buttons=(button("read", tr(QT_TRANSLATE_NOOP("Technician", "Read it again")), "repeat"),)
        if page.device
        else (),
    )


def _report(inputs: Inputs) -> PageProps:
    told = inputs.technician or t.TechnicianIs()
    open_still = [result for result in told.results if result.outcome == SKIPPED]
    failed = [result for result in told.results if result.outcome == "failed"]
    notes: list[dict[str, Any]] = []
    for rest, words, tone, icon in (
        (failed, QT_TRANSLATE_NOOP("Technician", "Not passed: %1"), "danger", "octagon-x"),
        (open_still, QT_TRANSLATE_NOOP("Technician", "Not done: %1"), "caution", "hourglass"),
    ):
        if rest and told.report != "made":
            names = ", ".join(_named(inputs, each.subject) for each in rest)
            notes.append(note(tr(words).replace("%1", names), tone, icon))
    notes += _made(told)
    buttons = []
    if told.report not in ("making", "made"):
        label = tr(QT_TRANSLATE_NOOP("Technician", "Make and sign the report"))
        buttons.append(button("make-report", label, "save", "primary"))
    buttons.append(button("sign-out", tr(QT_TRANSLATE_NOOP("Technician", "Sign out")), "log-out"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Technician", "The commissioning report")),
        lines=(
            tr(
                QT_TRANSLATE_NOOP(
                    "Technician", "It is signed by this station's own key and sent to the center."
                )
            ),
        ),
        notes=tuple(notes),
        buttons=tuple(buttons),
    )


def _named(inputs: Inputs, subject: str) -> str:
    page = next((page for page in pages(inputs.profile) if page.subject == subject), None)
    if page is None or page.device is not None:
        return subject
    return hw.check_tr(page.check.title)


def _made(told: t.TechnicianIs) -> Iterator[dict[str, Any]]:
    if told.report == "making":
        text = tr(QT_TRANSLATE_NOOP("Technician", "The report is being made. This takes a moment."))
        yield note(text, "primary", "hourglass")
    elif told.report == "failed":
        text = tr(
            QT_TRANSLATE_NOOP("Technician", "The report could not be made. Is the disk full? Try again.")
        )
        yield note(text, "danger", "octagon-x")
    elif told.report == "made":
        if told.passed:
            yield note(
                tr(QT_TRANSLATE_NOOP("Technician", "Signed. All checks passed.")), "good", "circle-check"
            )
        else:
            text = tr(QT_TRANSLATE_NOOP("Technician", "Signed. Not all checks passed."))
            yield note(text, "caution", "triangle-alert")
        key = tr(QT_TRANSLATE_NOOP("Technician", "The station's key: %1")).replace("%1", told.fingerprint)
        yield note(key, "ink", "lock")
        for device, due in told.dates.items():
            text = tr(QT_TRANSLATE_NOOP("Technician", "%1: checked, due again %2"))
            yield note(text.replace("%1", device).replace("%2", due), "good", "clock")


def spare(inputs: Inputs) -> PageProps:
    """Which device is broken? Then what is plugged in, and who answers for it."""
    device = next((each for each in inputs.profile.devices if each.id == inputs.state.item), None)
    return _which(inputs) if device is None else _swap(inputs, device.id, device.role)


def _which(inputs: Inputs) -> PageProps:
    states = {each.device: each for each in inputs.state.devices}
    choices = []
    for device in inputs.profile.devices:
        state = states.get(device.id)
        well = state is not None and state.state not in MISSING
        good = QT_TRANSLATE_NOOP("Technician", "It answers.")
        bad = QT_TRANSLATE_NOOP("Technician", "It does not answer, or is broken.")
        words = tr(good) if well else tr(bad)
        choices.append(choice(f"spare:{device.id}", hw.device_name(device.role, device.id), words))
    answer = inputs.spare
    done: tuple[dict[str, Any], ...] = ()
    if answer is not None and not answer.problem:
        text = tr(
            QT_TRANSLATE_NOOP("Technician", "The spare for %1 is in use. The station looks for it now.")
        )
        done = (note(text.replace("%1", answer.device), "good", "circle-check"),)
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Technician", "Which device is broken?")),
        groups=(group(choices),) if choices else (),
        notes=done,
    )


def _swap(inputs: Inputs, device: str, role: str) -> PageProps:
    spares = inputs.spares or t.SparesAre()
    model = spares.models.get(device, "")
    problem = spares.problems.get(device, "")
    lines = [tr(QT_TRANSLATE_NOOP("Technician", "Unplug the broken one. Plug in a spare of the same model."))]
    if model:
        text = tr(QT_TRANSLATE_NOOP("Technician", "The model is: %1"))
        lines.append(text.replace("%1", model))
    notes = [] if problem else [*_seen(spares)]
    if problem:
        notes.append(note(tr(hw.SPARE_PROBLEMS.get(problem, problem)), "danger", "circle-alert"))
    notes += _spare_refused(inputs, device)
    heading = tr(QT_TRANSLATE_NOOP("Technician", "A spare for: %1")).replace(
        "%1", hw.device_name(role, device)
    )
    again = button("look-again", tr(QT_TRANSLATE_NOOP("Technician", "Look again")), "repeat")
    if problem:
        return PageProps(heading=heading, notes=tuple(notes), picture=PICTURES.get(role, ""))
    if hands_on.asks_badge(inputs):
        return PageProps(
            heading=heading,
            why=lines[0],
            lines=tuple(each["text"] for each in _seen(spares)),
            fields=tuple(_badge_fields(inputs)),
            notes=tuple(_spare_refused(inputs, device)),
            buttons=(again,),
        )
    if inputs.state.technician:
        put = tr(QT_TRANSLATE_NOOP("Technician", "Use the spare until the next profile"))
        buttons = (button("admit", put, "check", "primary"), again)
    else:
        sign_in = tr(QT_TRANSLATE_NOOP("Technician", "Sign in as a technician"))
        buttons = (button("sign-in", sign_in, "lock", "primary"), again)
        notes.append(note(tr(hw.SPARE_PROBLEMS["sign-in"]), "caution", "lock"))
    return PageProps(
        heading=heading,
        lines=tuple(lines),
        picture=PICTURES.get(role, ""),
        notes=tuple(notes),
        buttons=buttons,
    )


def _seen(spares: t.SparesAre) -> Iterator[dict[str, Any]]:
    for seen in spares.seen:
        text = tr(QT_TRANSLATE_NOOP("Technician", "Plugged in: %1, serial number %2"))
        names = " / ".join(seen.products)
        yield note(text.replace("%1", names).replace("%2", seen.serial or "–"), "good", "circle-check")
    if not spares.seen:
        text = tr(QT_TRANSLATE_NOOP("Technician", "Nothing new is plugged in that the station knows."))
        yield note(text, "caution", "hourglass")


def _badge_fields(inputs: Inputs) -> Iterator[dict[str, Any]]:
    if not inputs.draft.text("scanned"):
        label = tr(QT_TRANSLATE_NOOP("Technician", "Badge: scan it, or type its number"))
        yield field(inputs, "badge", label, "", "letters", BADGE_CHARS)
    pin = tr(QT_TRANSLATE_NOOP("Technician", "PIN"))
    yield {**field(inputs, "pin", pin, "", "digits", PIN_CHARS), "masked": True}


def _spare_refused(inputs: Inputs, device: str) -> Iterator[dict[str, Any]]:
    answer = inputs.spare
    if answer is None or answer.device != device or not answer.problem:
        return
    if answer.problem == "refused" and answer.why in hw.BADGES:
        text = tr(hw.BADGES[answer.why])
        if answer.wait_s:
            wait = tr(QT_TRANSLATE_NOOP("Technician", "Try again in %1 min."))
            text += " " + wait.replace("%1", hw.minutes(answer.wait_s))
        elif answer.why == "wrong":
            left = tr(QT_TRANSLATE_NOOP("Technician", "Tries left: %1."))
            text += " " + left.replace("%1", str(answer.tries_left))
    else:
        text = tr(hw.SPARE_PROBLEMS.get(answer.problem, answer.problem))
    yield note(text, "danger", "circle-alert")


HANDS_ON_PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.TECHNICIAN: technician,
    Screen.COMMISSION: commission,
    Screen.SPARE: spare,
}


def source(inputs: Inputs) -> str:
    """Return the QML file of the present one of these screens."""
    state = inputs.state
    if state.screen is Screen.TECHNICIAN:
        return "Form" if state.item else "Page"
    if state.screen is Screen.SPARE:
        return "Form" if state.item and hands_on.asks_badge(inputs) and not _blocked(inputs) else "Page"
    return check.source(inputs)


def _blocked(inputs: Inputs) -> bool:
    return inputs.spares is not None and inputs.state.item in inputs.spares.problems


def next_words(inputs: Inputs) -> tuple[str, str]:
    """Return what Next says (translated; empty: no Next), and its icon."""
    state = inputs.state
    if state.screen is Screen.TECHNICIAN:
        return (tr(QT_TRANSLATE_NOOP("Technician", "Sign in")), "lock") if state.item else ("", "")
    if state.screen is Screen.SPARE:
        use = tr(QT_TRANSLATE_NOOP("Technician", "Use the spare"))
        return (use, "check") if source(inputs) == "Form" else ("", "")
    if not state.item or state.item == REPORT:
        return "", ""
    if hands_on.wants_reference(inputs) and not hands_on.judged(inputs):
        return tr(QT_TRANSLATE_NOOP("Technician", "Compare")), "check"
    return tr(QT_TRANSLATE_NOOP("Technician", "Next check")), "arrow-right"
