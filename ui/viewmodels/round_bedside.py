"""One bedside: today's values beside the usual ones and what changed, what is still due, what can be done."""

from typing import Any, Final

from contract.measurement import Act, Kind
from kiosk.rounds.bedside import SCALE2
from kiosk.rounds.usual import AS_USUAL, HIGHER, UNKNOWN, Beside, beside
from kiosk.visit import summary
from ui import local, sbar, words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping, results
from ui.viewmodels import round_words as rw
from ui.viewmodels.page import button, mistake, note
from ui.viewmodels.round_parts import RoundProps, name_of, words_of
from ui.viewmodels.round_words import tr

MAIN: Final[dict[Act, tuple[Kind, ...]]] = {  # what of an act is set beside the usual value
    Act.OXIMETRY: (Kind.SPO2,),
    Act.BLOOD_PRESSURE: (Kind.SYSTOLIC, Kind.DIASTOLIC),
    Act.TEMPERATURE: (Kind.TEMPERATURE,),
    Act.WEIGHT: (Kind.WEIGHT,),
    Act.GLUCOSE: (Kind.GLUCOSE,),
    Act.HEART_RATE: (Kind.HEART_RATE,),
    Act.RESPIRATION: (Kind.RESPIRATORY_RATE,),
    Act.PAIN: (Kind.PAIN,),
}


def bedside(inputs: Inputs) -> RoundProps:
    """Return one resident's page."""
    bed = inputs.duty.bedside
    assert bed is not None and inputs.context is not None  # asked before; scenes and sessions have one
    resident = bed.resident
    status = tr(QT_TRANSLATE_NOOP("Round", "Code status: %1"))
    born = tr(QT_TRANSLATE_NOOP("Round", "Born %1")).replace("%1", local.day(resident.birth_date))
    told = " · ".join((born, status.replace("%1", rw.say(rw.CODE_STATUSES, resident.code_status))))
    return RoundProps(
        heading=name_of(resident),
        why=told,
        notes=tuple(_bed_notes(inputs)),
        cards=(*_measured(inputs), *_still_due(inputs)),
        buttons=tuple(_deeds(inputs)),
    )


def _bed_notes(inputs: Inputs) -> list[dict[str, Any]]:
    bed, state, duty = inputs.duty.bedside, inputs.state, inputs.duty
    assert bed is not None
    notes = list(mistake(inputs))
    if state.level == "E":
        notes.append(note(tr(QT_TRANSLATE_NOOP("Round", "There was an emergency alarm.")), "danger", "siren"))
    elif state.level == "P":
        text = QT_TRANSLATE_NOOP("Round", "A provider should look soon. Tell your nurse, or call from here.")
        notes.append(note(tr(text), "caution", "triangle-alert"))
    if inputs.news2 is not None and inputs.news2.total is not None:
        text = tr(QT_TRANSLATE_NOOP("Round", "NEWS2 (Royal College of Physicians): %1"))
        notes.append(note(text.replace("%1", str(inputs.news2.total)), "primary", "activity"))
    if SCALE2 in bed.resident.conditions:
        text = QT_TRANSLATE_NOOP("Round", "Oxygen goal 88 to 92 % (scale 2), as the record says.")
        notes.append(note(tr(text), "primary", "info"))
    if state.call.wanted:
        text = QT_TRANSLATE_NOOP("Round", "You are in line for a provider. Go on meanwhile.")
        notes.append(note(tr(text), "primary", "clock"))
    if state.case_left:
        text = QT_TRANSLATE_NOOP("Round", "The case is left. Somebody looks at it.")
        notes.append(note(tr(text), "good", "circle-check"))
    if bed.observed:
        text = (
            tr(QT_TRANSLATE_NOOP("Round", "Changes noted: %1")).replace("%1", str(len(bed.changes)))
            if bed.changes
            else tr(QT_TRANSLATE_NOOP("Round", "Noted: all as usual."))
        )
        notes.append(note(text, "good", "circle-check"))
    if bed.sbar_kept:
        notes.append(note(tr(QT_TRANSLATE_NOOP("Round", "The handover is kept.")), "good", "circle-check"))
    if duty.undo is not None:
        text = tr(QT_TRANSLATE_NOOP("Round", "Filed here now. They were filed for %1 before."))
        notes.append(note(text.replace("%1", name_of(duty.undo.former.resident)), "primary", "info"))
        if duty.undo.noted:
            text = QT_TRANSLATE_NOOP(
                "Round", "Notes and pictures did not come along. Please make them here again."
            )
            notes.append(note(tr(text), "caution", "info"))
    how = keeping.kept(p for p in state.papers if p.kind in ("measured", "reading-refiled"))
    if how in (keeping.Kept.FAILED, keeping.Kept.FULL):
        text = QT_TRANSLATE_NOOP("Round", "Not saved yet. Please don't leave the cart.")
        notes.append(note(tr(text), "danger", "triangle-alert"))
    return notes


def _measured(inputs: Inputs) -> list[dict[str, Any]]:
    """Today's values, each beside the usual one."""
    assert inputs.context is not None
    shown = []
    for row in summary.rows(inputs.state, inputs.context):
        if row.meaning == summary.NOT_MEASURED:
            continue
        card = results.row(row, inputs.prefs.language)
        again = inputs.state.record(row.act).repeat
        lines = [_usual(inputs, row), *card["details"][-2:]]
        if again:
            lines.insert(0, tr(QT_TRANSLATE_NOOP("Round", "Unusual: please take it once more, to be sure.")))
        changed, tone, icon = _change(inputs, row)
        poor = not card["reliable"]
        meaning = card["meaning"] if poor or not changed else changed
        shown.append(
            {
                **card,
                "meaning": meaning,
                "beside": card["beside"] if meaning == card["meaning"] else "",
                "tone": card["tone"] if poor or card["tone"] == "danger" else tone,
                "icon": card["icon"] if poor or card["tone"] == "danger" else icon,
                "details": tuple(line for line in lines if line),
            }
        )
    return shown


def _kinds(row: summary.Row) -> tuple[Kind, ...]:
    if row.name == "pulse":
        return (Kind.PULSE_RATE,)
    return tuple(kind for kind in MAIN.get(row.act, ()) if any(v.kind is kind for v in row.values))


def _stands(inputs: Inputs, row: summary.Row) -> list[Beside]:
    bed = inputs.duty.bedside
    assert bed is not None
    found = []
    for kind in _kinds(row):
        measurement = sbar.newest_of(inputs.state.measurements, kind)
        if measurement is not None:
            found.append(beside(measurement, kind, bed.resident.baseline))
    return found


def _change(inputs: Inputs, row: summary.Row) -> tuple[str, str, str]:
    """Return what changed in words, with tone and icon; empty where no usual value is known."""
    known = [each for each in _stands(inputs, row) if each.how != UNKNOWN]
    if not known:
        return tr(QT_TRANSLATE_NOOP("Round", "No usual value is known yet.")), "primary", "info"
    changed = [each for each in known if each.how != AS_USUAL]
    if not changed:
        return tr(QT_TRANSLATE_NOOP("Round", "As usual")), "good", "circle-check"
    most = max(changed, key=lambda each: each.by)
    decimals = 1 if most.unit in results.TENTHS else 0
    by = f"\u2068{local.number(most.by, decimals)} {words.unit(most.unit, most.kind)}\u2069"
    text = (
        QT_TRANSLATE_NOOP("Round", "%1 higher than usual")
        if most.how == HIGHER
        else QT_TRANSLATE_NOOP("Round", "%1 lower than usual")
    )
    return tr(text).replace("%1", by), "caution", "circle-alert"


def _usual(inputs: Inputs, row: summary.Row) -> str:
    known = [each for each in _stands(inputs, row) if each.how != UNKNOWN]
    if not known:
        return ""
    numbers = "/".join(local.number(each.usual, 1 if each.unit in results.TENTHS else 0) for each in known)
    text = tr(QT_TRANSLATE_NOOP("Round", "Usually %1"))
    return text.replace("%1", f"\u2068{numbers} {words.unit(known[0].unit, known[0].kind)}\u2069")


def _still_due(inputs: Inputs) -> list[dict[str, Any]]:
    bed, state = inputs.duty.bedside, inputs.state
    assert bed is not None
    measured = {m.act for m in state.measurements}
    cards = []
    for act in bed.check.due:
        if act in measured:
            continue
        skipped = state.record(act).skipped
        text = rw.say(rw.SKIPPED, skipped) if skipped else tr(QT_TRANSLATE_NOOP("Round", "Due now"))
        cards.append(
            {
                "id": f"due-{act}",
                "name": words_of(act),
                "value": "",
                "unit": "",
                "meaning": text,
                "tone": "muted" if skipped else "primary",
                "icon": "ban" if skipped else "clock",
                "details": (),
                "reliable": False,
            }
        )
    return cards


def _deeds(inputs: Inputs) -> list[dict[str, Any]]:
    bed, state, duty = inputs.duty.bedside, inputs.state, inputs.duty
    assert bed is not None
    call = (
        QT_TRANSLATE_NOOP("Round", "Back to the line")
        if state.call.wanted
        else QT_TRANSLATE_NOOP("Round", "Call a provider")
    )
    left = bool(state.to_measure) or any(not state.record(act).done for act in bed.check.due)
    deeds = []
    if duty.undo is not None:
        deeds.append(button("bed-undo", tr(QT_TRANSLATE_NOOP("Round", "Undo: file them back")), "repeat"))
    if state.plan is not None:
        text = QT_TRANSLATE_NOOP("Round", "The provider's plan")
        deeds.append(button("bed-plan", tr(text), "menu", "primary"))
    if not state.measurements:
        deeds.append(button("bed-not-now", tr(QT_TRANSLATE_NOOP("Round", "Not now: leave out")), "ban"))
    deeds.append(button("bed-hand", tr(QT_TRANSLATE_NOOP("Round", "Enter by hand")), "user-round"))
    deeds.append(button("bed-observe", tr(QT_TRANSLATE_NOOP("Round", "What has changed?")), "search"))
    deeds.append(button("bed-sbar", tr(QT_TRANSLATE_NOOP("Round", "Handover (SBAR)")), "message-square"))
    deeds.append(button("bed-call", tr(call), "video", "primary" if state.level != "N" else "plain"))
    deeds.append(button("bed-case", tr(QT_TRANSLATE_NOOP("Round", "Leave the case")), "send"))
    deeds.append(button("bed-photo", tr(QT_TRANSLATE_NOOP("Round", "Picture of a wound")), "camera"))
    if state.kept:
        text = QT_TRANSLATE_NOOP("Round", "Ask a specialist to look at the picture")
        deeds.append(button("bed-specialist", tr(text), "stethoscope"))
    deeds.append(button("bed-notify", tr(QT_TRANSLATE_NOOP("Round", "Who was told")), "phone"))
    deeds.append(button("bed-wrong", tr(QT_TRANSLATE_NOOP("Round", "Wrong resident")), "user-x"))
    if left:
        deeds.append(
            button("bed-leave", tr(QT_TRANSLATE_NOOP("Round", "Next resident")), "arrow-right", "quiet")
        )
    return deeds
