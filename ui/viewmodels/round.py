"""The screens of a round with a look of their own: the list here, two more beside; and the cart."""

from datetime import datetime
from typing import Any, Final

from contract.residents import Resident
from contract.staff import CartIs
from kiosk.rounds.due import DONE, DUE, LATE, LEFT_OUT, ORDER, acts_due, since, standing
from kiosk.visit.model import Screen
from ui import local
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import round_words as rw
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button, mistake, note
from ui.viewmodels.round_bedside import bedside
from ui.viewmodels.round_handover import handover
from ui.viewmodels.round_parts import RoundProps, name_of, words_of
from ui.viewmodels.round_words import tr

BATTERY_LOW: Final = 20  # percent
SIGNAL_LOW: Final = 30


def derive(inputs: Inputs) -> RoundProps:
    """Return the present screen; empty on all others."""
    if inputs.duty.again:
        return RoundProps()
    match inputs.screen:
        case Screen.ROUND:
            return _list(inputs)
        case Screen.BEDSIDE if inputs.duty.bedside is not None:
            return bedside(inputs)
        case Screen.SBAR if inputs.duty.bedside is not None:
            return handover(inputs)
    return RoundProps()


def _list(inputs: Inputs) -> RoundProps:
    roster, duty, refile = inputs.roster, inputs.duty, inputs.duty.refile
    notes = [*mistake(inputs), *_refusal(inputs)]
    if roster is None:
        wait = (
            QT_TRANSLATE_NOOP("Round", "We are getting the list of residents.")
            if inputs.state.hub_online
            else QT_TRANSLATE_NOOP("Round", "The list needs the network. We get it as soon as there is one.")
        )
        return RoundProps(tr(QT_TRANSLATE_NOOP("Round", "Your round")), tr(wait), tuple(notes))
    now = roster.now(inputs.clock.now(inputs.now, inputs.now_ns))
    looked = inputs.state.item.casefold()
    shown = [each for each in roster.residents if looked in name_of(each).casefold()]
    by: dict[str, list[dict[str, Any]]] = {how: [] for how in ORDER}
    for resident in sorted(shown, key=lambda each: (each.family.casefold(), each.given.casefold())):
        if refile is not None and refile.former.resident.id == resident.id:
            continue
        how = standing(resident, duty.seen, now, inputs.clock)
        by[how].append(_row(inputs, resident, how))
    parts = tuple(_part(how, rows) for how, rows in by.items() if rows)
    if not shown:
        notes.append(note(tr(QT_TRANSLATE_NOOP("Round", "Nobody here has this name.")), "primary", "search"))
    tools = [button("find", tr(QT_TRANSLATE_NOOP("Round", "Find a name")), "search")]
    if looked:
        tools.append(button("find-all", tr(QT_TRANSLATE_NOOP("Round", "Show everybody")), "users"))
    if refile is not None:
        stays = (
            QT_TRANSLATE_NOOP("Round", "They stay with %1")
            if refile.readings
            else QT_TRANSLATE_NOOP("Round", "It stays with %1")
        )
        stay = tr(stays).replace("%1", name_of(refile.former.resident))
        tools.append(button("round-keep", stay, "x"))
        return RoundProps(
            heading=tr(
                QT_TRANSLATE_NOOP("Round", "Whose readings are these?")
                if refile.readings
                else QT_TRANSLATE_NOOP("Round", "Whose emergency is it?")
            ),
            why=tr(QT_TRANSLATE_NOOP("Round", "Scan the right wristband, or touch the name.")),
            notes=tuple(notes),
            parts=parts,
            tools=tuple(tools),
        )
    whose = roster.by_id(duty.left.resident) if duty.left is not None else None
    if whose is not None:
        last = (
            QT_TRANSLATE_NOOP("Round", "Wrong resident: readings of %1")
            if duty.left is not None and duty.left.readings
            else QT_TRANSLATE_NOOP("Round", "Wrong resident: emergency of %1")
        )
        tools.append(button("round-wrong", tr(last).replace("%1", name_of(whose)), "repeat", "quiet"))
    if duty.to_clean is not None:
        hands = QT_TRANSLATE_NOOP("Round", "Clean your hands, and what touched the resident.")
        notes.append(note(tr(hands), "primary", "hand"))
        tools.insert(0, button("round-cleaned", tr(QT_TRANSLATE_NOOP("Round", "Cleaned")), "check"))
    at = local.clock(now.isoformat()) if not roster.at else local.clock(roster.at)
    told = tr(QT_TRANSLATE_NOOP("Round", "Scan a wristband, or touch a name. List from %1.")).replace(
        "%1", at
    )
    told = told.replace("..", ".")  # "9:27 a.m."
    if not inputs.state.hub_online:
        offline = tr(QT_TRANSLATE_NOOP("Round", "No network now. Go on: all is kept and sent later."))
        notes.append(note(offline, "caution", "wifi-off"))
    if not inputs.clock.sure:
        unsure = QT_TRANSLATE_NOOP(
            "Round", "The clock here may be wrong. It says %1. Please check by your watch who is due."
        )
        notes.insert(0, note(tr(unsure).replace("%1", _date_and_time(now)), "caution", "clock"))
    return RoundProps(
        heading=_heading(by, sure=inputs.clock.sure),
        why=told,
        notes=tuple(notes),
        parts=parts,
        tools=tuple(tools),
    )


def _date_and_time(moment: datetime) -> str:
    return f"{local.day(moment.date().isoformat())}, {local.clock(moment.isoformat())}"


def _heading(by: dict[str, list[dict[str, Any]]], *, sure: bool) -> str:
    to_do = len(by[LATE]) + len(by[DUE])
    if not to_do and not sure:
        return tr(QT_TRANSLATE_NOOP("Round", "Your round: nobody is due by this clock"))
    if not to_do:
        return tr(QT_TRANSLATE_NOOP("Round", "Your round: nobody is due now"))
    text = tr(QT_TRANSLATE_NOOP("Round", "Your round: %1 to see, %2 of them late"))
    return text.replace("%1", str(to_do)).replace("%2", str(len(by[LATE])))


def _part(how: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    title, icon, tone = rw.STANDINGS[how]
    return {"id": how, "title": f"{tr(title)} ({len(rows)})", "icon": icon, "tone": tone, "rows": tuple(rows)}


def _row(inputs: Inputs, resident: Resident, how: str) -> dict[str, Any]:
    roster, seen = inputs.roster, inputs.duty.seen
    assert roster is not None  # it has this resident
    now = roster.now(inputs.clock.now(inputs.now, inputs.now_ns))
    hints = []
    if resident.room:
        hints.append(tr(QT_TRANSLATE_NOOP("Round", "Room %1")).replace("%1", resident.room))
    acts = acts_due(resident, seen, now, inputs.clock)
    if acts:
        due = since(resident, seen, now, inputs.clock)
        hints.append(", ".join(words_of(act) for act in acts))
        if due is not None:
            text = tr(QT_TRANSLATE_NOOP("Round", "due %1"))
            hints.append(text.replace("%1", local.clock(due.isoformat())))
    mine = [each for each in seen if each.resident == resident.id]
    if mine and how == LEFT_OUT:
        hints.append(rw.say(rw.MISSED, mine[-1].missed))
    elif mine and how == DONE:
        text = tr(QT_TRANSLATE_NOOP("Round", "seen at %1"))
        hints.append(text.replace("%1", local.clock(inputs.clock.put_right(mine[-1].at))))
    return {"name": f"resident-{resident.id}", "label": name_of(resident), "hint": " · ".join(hints)}


def _refusal(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    why = inputs.duty.refusal
    return (note(tr(rw.REFUSALS[why]), "caution", "circle-alert"),) if why in rw.REFUSALS else ()


def cart_words(cart: CartIs | None) -> tuple[str, str]:
    """Return how the cart stands, and with what tone; empty where there is nothing to say."""
    if cart is None:
        return "", "good"
    said, tone = [], "muted"
    if cart.battery_percent is not None:
        text = (
            QT_TRANSLATE_NOOP("Round", "Battery %1 %, charging")
            if cart.charging
            else QT_TRANSLATE_NOOP("Round", "Battery %1 %")
        )
        said.append(tr(text).replace("%1", str(cart.battery_percent)))
        if cart.battery_percent <= BATTERY_LOW and not cart.charging:
            tone = "danger"
    way = ""
    if cart.moving:
        way = QT_TRANSLATE_NOOP("Round", "Network: changing over")
    elif cart.way == "none":
        way = QT_TRANSLATE_NOOP("Round", "No network")
    elif cart.way == "wireless" and cart.signal_percent is not None and cart.signal_percent < SIGNAL_LOW:
        way = QT_TRANSLATE_NOOP("Round", "Network: weak")
    elif cart.way == "wireless":
        way = QT_TRANSLATE_NOOP("Round", "Network: good")
    if way:
        said.append(tr(way))
    return " · ".join(said), tone


RoundView = view_model(RoundProps)
