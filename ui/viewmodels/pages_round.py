"""Pages of a round: signing in, is it this resident, left out, what changed, who was told, who agrees."""

import base64
from collections.abc import Callable
from typing import Any, Final

from contract.care import (
    AUTHORITIES,
    CHANGES,
    INTERPRETERS,
    MISSED,
    PRESENT,
    SINCES,
    TELLING_WAYS,
    TELLING_WHYS,
    TOLD,
    TRENDS,
    TRIES,
)
from contract.residents import Resident
from kiosk.rounds.checking import countable
from kiosk.rounds.model import Check
from kiosk.rounds.telling import ANSWER, REQUESTS, WORDS
from kiosk.visit.identity import scanner_ready
from kiosk.visit.model import Screen, seconds_left
from ui import local
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.rounds import out_of_service
from ui.viewmodels import readiness
from ui.viewmodels import round_words as rw
from ui.viewmodels.page import PageProps, button, choice, field, group, mistake, note
from ui.viewmodels.round_parts import here, name_of
from ui.viewmodels.round_words import tr

BADGE_CHARS: Final = 40
PIN_CHARS: Final = 8


# ---- signing in and out


def sign_in(inputs: Inputs) -> PageProps:
    """Hold your badge before the reader."""
    again = inputs.duty.again
    heading = (
        QT_TRANSLATE_NOOP("Round", "Hold your badge before the reader again.")
        if again
        else QT_TRANSLATE_NOOP("Round", "Hold your badge before the reader.")
    )
    notes = list(mistake(inputs))
    if again:
        text = QT_TRANSLATE_NOOP("Round", "The station had to start again. Your round is kept.")
        notes.append(note(tr(text), "primary", "info"))
    if not scanner_ready(inputs.state):
        text = QT_TRANSLATE_NOOP("Round", "The reader does not work now. You can type the number.")
        notes.append(note(tr(text), "caution", "circle-alert"))
    return PageProps(
        heading=tr(heading),
        why=tr(QT_TRANSLATE_NOOP("Round", "For staff only. Then comes your PIN.")) if not again else "",
        notes=tuple(notes),
        buttons=(
            button("type-badge", tr(QT_TRANSLATE_NOOP("Round", "Type the badge's number")), "user-round"),
        ),
    )


def badge(inputs: Inputs) -> PageProps:
    """Its number is typed."""
    label = tr(QT_TRANSLATE_NOOP("Round", "Number on your badge"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What is the number on your badge?")),
        fields=(field(inputs, "badge", label, "CPB1-…", "letters", BADGE_CHARS),),
        notes=mistake(inputs),
    )


def pin(inputs: Inputs) -> PageProps:
    """The PIN, which is neither shown nor said; and why it was not taken."""
    duty = inputs.duty
    label = tr(QT_TRANSLATE_NOOP("Round", "PIN"))
    shown = {**field(inputs, "pin", label, "", "digits", PIN_CHARS), "masked": True}
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What is your PIN?")),
        fields=(shown,),
        notes=(*mistake(inputs), *_refused(inputs)),
        lines=(tr(QT_TRANSLATE_NOOP("Round", "We are checking it.")),) if duty.waiting else (),
    )


def _refused(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    duty = inputs.duty
    if duty.refusal not in rw.REFUSALS:
        return ()
    text = tr(rw.REFUSALS[duty.refusal])
    if duty.until is not None:
        left = seconds_left(duty.until, inputs.now_ns)
        wait = tr(QT_TRANSLATE_NOOP("Round", "Try again in %1 min."))
        text = f"{text} {wait.replace('%1', f'{left // 60}:{left % 60:02}')}"
    elif duty.refusal == "wrong" and duty.tries_left == 1:
        last = tr(QT_TRANSLATE_NOOP("Round", "One more try, then the badge must wait."))
        text = f"{text} {last}"
    elif duty.refusal == "wrong":
        more = tr(QT_TRANSLATE_NOOP("Round", "%1 more tries."))
        text = f"{text} {more.replace('%1', str(duty.tries_left))}"
    return (note(text, "danger", "circle-alert"),)


def signed_out(inputs: Inputs) -> PageProps:
    """The shift is over."""
    saved = all(paper.durable for paper in inputs.duty.papers)
    kept = (
        QT_TRANSLATE_NOOP("Round", "All is kept. This screen forgets it now.")
        if saved
        else QT_TRANSLATE_NOOP("Round", "Not all is saved yet. Please leave the cart switched on.")
    )
    refused = rw.REFUSALS.get(inputs.duty.refusal, "")
    hands = tr(QT_TRANSLATE_NOOP("Round", "Now clean your hands, and what touched the residents."))
    return PageProps(
        heading=tr(rw.ENDINGS.get(inputs.duty.ending, rw.ENDINGS["asked"])),
        lines=tuple(line for line in (tr(refused) if refused else "", tr(kept)) if line),
        notes=(note(hands, "primary", "hand"),),
        tone="" if saved else "caution",
        picture="finished",
    )


# ---- which resident


def find(inputs: Inputs) -> PageProps:
    """A name to look for."""
    label = tr(QT_TRANSLATE_NOOP("Round", "A part of the name"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Whom are you looking for?")),
        fields=(field(inputs, "find", label, "", "letters", 40),),
    )


def check(inputs: Inputs) -> PageProps:
    """Name, birth date and photo, to be read back; the room is none of them."""
    now = inputs.duty.check
    if now is None:
        return PageProps()
    resident = now.resident
    photo = _photo(inputs, resident)
    heading = (
        QT_TRANSLATE_NOOP("Round", "The wristband is one. Now check one more.")
        if now.how == "scan"
        else QT_TRANSLATE_NOOP("Round", "Check two of these at the bedside.")
    )
    ways = {
        "name": tr(QT_TRANSLATE_NOOP("Round", "They say this name: %1")).replace("%1", name_of(resident)),
        "birth-date": tr(QT_TRANSLATE_NOOP("Round", "They say this birth date: %1")).replace(
            "%1", local.day(resident.birth_date)
        ),
        "photo": tr(QT_TRANSLATE_NOOP("Round", "They look like this photo")),
    }
    return PageProps(
        heading=name_of(resident),
        lines=(tr(heading),),
        picture=photo,
        picture_words=tr(QT_TRANSLATE_NOOP("Round", "The resident's photo")),
        groups=(group([choice(each, ways[each]) for each in countable(now)], many=True),),
        notes=(*mistake(inputs), *_out_of_service(inputs), *_about_photo(now, resident)),
    )


def _out_of_service(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    why = out_of_service(inputs)
    said = readiness.tr(readiness.FINDINGS["disabled", "by-operator"])
    return (note(said.replace("%1", why), "caution", "circle-alert"),) if why else ()


def _photo(inputs: Inputs, resident: Resident) -> str:
    """Return the photo as a data: URL: it is in the list alone."""
    found = inputs.roster.by_id(resident.id) if inputs.roster else None
    if found is None or not found.photo:
        return ""
    return f"data:image/jpeg;base64,{base64.b64encode(found.photo).decode()}"


def _about_photo(now: Check, resident: Resident) -> tuple[dict[str, Any], ...]:
    if not now.photo:
        text = QT_TRANSLATE_NOOP("Round", "There is no photo. Check name and birth date.")
        return (note(tr(text), "caution", "info"),)
    if now.photo_old:
        old = tr(QT_TRANSLATE_NOOP("Round", "The photo is old: from %1. It does not count."))
        when = local.day(resident.photo_taken) or "–"
        return (note(old.replace("%1", when), "caution", "triangle-alert"),)
    return ()


# ---- one resident


def not_now(inputs: Inputs) -> PageProps:
    """Why nobody is measured now."""
    icons = {"asleep": "hourglass", "refused": "x", "away": "log-out", "not-found": "search"}
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Why not now?")),
        why=here(inputs),
        lines=(tr(QT_TRANSLATE_NOOP("Round", "It is noted. You can come back later.")),),
        buttons=tuple(
            button(f"missed-{why}", tr(rw.MISSED[why]), icons.get(why, "circle")) for why in MISSED
        ),
    )


def observe(inputs: Inputs) -> PageProps:
    """What has changed: what an aide sees, not what a nurse thinks of it."""
    choices = [choice(each, tr(rw.CHANGES[each])) for each in CHANGES]
    choices.append(choice("none-of-these", tr(QT_TRANSLATE_NOOP("Round", "Nothing: all as usual"))))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What is not as usual?")),
        why=here(inputs),
        groups=(group(choices, many=True),),
        notes=mistake(inputs),
    )


def observe_how(inputs: Inputs) -> PageProps:
    """More, less or different, and since when."""
    return PageProps(
        heading=rw.say(rw.CHANGES, inputs.state.item),
        why=here(inputs),
        groups=(
            group([choice(each, tr(rw.TRENDS[each])) for each in TRENDS]),
            group([choice(each, tr(rw.SINCES[each])) for each in SINCES]),
            group(
                [choice(WORDS, tr(QT_TRANSLATE_NOOP("Round", "Add my own words")))],
                many=True,
            ),
        ),
    )


def observe_note(inputs: Inputs) -> PageProps:
    """The same in the staff member's own words."""
    label = tr(QT_TRANSLATE_NOOP("Round", "What do you see?"))
    return PageProps(
        heading=rw.say(rw.CHANGES, inputs.state.item),
        why=here(inputs),
        fields=(field(inputs, "words", label, "", "letters", 300),),
        notes=mistake(inputs),
    )


def assess(inputs: Inputs) -> PageProps:
    """The nurse's own words."""
    label = tr(QT_TRANSLATE_NOOP("Round", "Your view, in your words"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What do you think is the matter?")),
        fields=(field(inputs, "assessment", label, "", "letters", 300),),
        notes=mistake(inputs),
    )


def request(inputs: Inputs) -> PageProps:
    """What is asked of the provider."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What do you ask for?")),
        why=here(inputs),
        buttons=tuple(button(f"ask-{each}", tr(rw.REQUESTS[each]), "circle") for each in REQUESTS),
    )


# ---- who was told


def notify(inputs: Inputs) -> PageProps:
    """All three are to be told; who has been is said with the time."""
    bed = inputs.duty.bedside
    if bed is None:
        return PageProps()
    last = dict(bed.told)
    done = tr(QT_TRANSLATE_NOOP("Round", "%1: told at %2"))
    points = [
        note(
            done.replace("%1", tr(rw.TOLD[who])).replace("%2", local.clock(last[who])),
            "good",
            "circle-check",
        )
        for who in TOLD
        if who in last
    ]
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Who was told?")),
        why=here(inputs),
        points=tuple(points),
        lines=() if len(last) == len(TOLD) else (tr(QT_TRANSLATE_NOOP("Round", "All three must be told.")),),
        buttons=tuple(
            button(f"told-{who}", f"{tr(rw.TOLD[who])}{_contact(bed.resident, who)}", "phone") for who in TOLD
        ),
    )


def _contact(resident: Resident, who: str) -> str:
    contact = {"physician": resident.physician, "representative": resident.representative}.get(who)
    if contact is None:
        return ""
    return ": " + ", ".join(part for part in (contact.name, contact.relation, contact.phone) if part)


def told(inputs: Inputs) -> PageProps:
    """How, and of what."""
    return PageProps(
        heading=rw.say(rw.TOLD, inputs.state.item),
        why=here(inputs),
        groups=(
            group(
                [choice(each, tr(rw.WAYS[each])) for each in TELLING_WAYS],
                tr(QT_TRANSLATE_NOOP("Round", "How?")),
            ),
            group(
                [choice(each, tr(rw.WHYS[each])) for each in TELLING_WHYS],
                tr(QT_TRANSLATE_NOOP("Round", "Of what?")),
            ),
            group(
                [choice(ANSWER, tr(QT_TRANSLATE_NOOP("Round", "Write down what they answered")))],
                many=True,
            ),
        ),
    )


def told_name(inputs: Inputs) -> PageProps:
    """With whom it was."""
    label = tr(QT_TRANSLATE_NOOP("Round", "Name"))
    bed = inputs.duty.bedside
    tried = bed is not None and any(way in bed.telling for way in TRIES)
    heading = (
        QT_TRANSLATE_NOOP("Round", "Whom did you try to reach?")
        if tried
        else QT_TRANSLATE_NOOP("Round", "With whom did you speak?")
    )
    return PageProps(
        heading=tr(heading),
        fields=(field(inputs, "person", label),),
        notes=mistake(inputs),
    )


def told_said(inputs: Inputs) -> PageProps:
    """What came of it."""
    label = tr(QT_TRANSLATE_NOOP("Round", "Their answer, in their words"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "What did they answer?")),
        why=here(inputs),
        fields=(field(inputs, "answer", label, "", "letters", 300),),
        notes=mistake(inputs),
    )


# ---- who agrees

_ASKS: Final = {
    "call": QT_TRANSLATE_NOOP("Round", "A provider will see and hear this person by video."),
    "case": QT_TRANSLATE_NOOP("Round", "A provider will read the case later."),
    "photo": QT_TRANSLATE_NOOP("Round", "A picture will be taken and kept in the record."),
}


def agree(inputs: Inputs) -> PageProps:
    """Who agrees, and on what basis."""
    bed = inputs.duty.bedside
    if bed is None:
        return PageProps()
    unable = bed.resident.lacks_capacity
    record = QT_TRANSLATE_NOOP("Round", "The representative agrees, as the record says")
    found = QT_TRANSLATE_NOOP("Round", "Cannot decide now: the representative agrees")
    buttons = [
        button("agree-on-record", tr(record), "users", "primary")
        if unable
        else button("agree-yes", tr(QT_TRANSLATE_NOOP("Round", "The resident agrees")), "check", "primary")
    ]
    if not unable:
        buttons.append(button("agree-assessed-unable", tr(found), "users"))
    buttons.append(button("agree-no", tr(QT_TRANSLATE_NOOP("Round", "No, they do not agree")), "x"))
    others = QT_TRANSLATE_NOOP("Round", "Others in the room, or an interpreter")
    buttons.append(button("agree-with", tr(others), "user-round", "quiet"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Who agrees to this?")),
        why=here(inputs),
        lines=(
            tr(_ASKS.get(bed.then, _ASKS["call"])),
            tr(QT_TRANSLATE_NOOP("Round", "Say it in plain words, and ask.")),
            *_with_us(bed.with_us),
        ),
        buttons=tuple(buttons),
    )


def _with_us(chosen: tuple[str, ...]) -> tuple[str, ...]:
    said = [tr(rw.PRESENT[each]) for each in PRESENT if each in chosen]
    said += [tr(rw.INTERPRETERS[how]) for how in INTERPRETERS if f"by-{how}" in chosen]
    text = tr(QT_TRANSLATE_NOOP("Round", "Also there: %1"))
    return (text.replace("%1", ", ".join(said)),) if said else ()


def agree_with(inputs: Inputs) -> PageProps:
    """Who else is in the room, and who interprets."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Who else is there?")),
        why=here(inputs),
        groups=(
            group(
                [choice(each, tr(rw.PRESENT[each])) for each in PRESENT],
                tr(QT_TRANSLATE_NOOP("Round", "In the room")),
                many=True,
            ),
            group(
                [choice(f"by-{how}", tr(rw.INTERPRETERS[how])) for how in INTERPRETERS],
                tr(QT_TRANSLATE_NOOP("Round", "Who interprets?")),
                many=True,
            ),
        ),
    )


def agree_as(inputs: Inputs) -> PageProps:
    """By what right."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "By what right do they decide?")),
        why=here(inputs),
        buttons=tuple(button(f"as-{each}", tr(rw.AUTHORITIES[each]), "users") for each in AUTHORITIES),
    )


def agree_name(inputs: Inputs) -> PageProps:
    """The representative's name."""
    label = tr(QT_TRANSLATE_NOOP("Round", "Name of the representative"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Who is the representative?")),
        fields=(field(inputs, "representative", label),),
        notes=mistake(inputs),
    )


ROUND_PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.SIGN_IN: sign_in,
    Screen.BADGE: badge,
    Screen.PIN: pin,
    Screen.SIGNED_OUT: signed_out,
    Screen.FIND: find,
    Screen.CHECK: check,
    Screen.NOT_NOW: not_now,
    Screen.OBSERVE: observe,
    Screen.OBSERVE_HOW: observe_how,
    Screen.OBSERVE_NOTE: observe_note,
    Screen.ASSESS: assess,
    Screen.REQUEST: request,
    Screen.NOTIFY: notify,
    Screen.TOLD: told,
    Screen.TOLD_NAME: told_name,
    Screen.TOLD_SAID: told_said,
    Screen.AGREE: agree,
    Screen.AGREE_WITH: agree_with,
    Screen.AGREE_AS: agree_as,
    Screen.AGREE_NAME: agree_name,
}
