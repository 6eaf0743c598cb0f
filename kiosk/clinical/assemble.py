"""The visit's questions put together: its own file, and one file for each reason to come. Pure.

A reason's file is a FHIR Questionnaire whose `code` names the reason (and the symptoms that choosing it
means), whose `title` is the answer a patient touches, and whose `urn:carepost:measure` and `…:photo` say what
the station is asked for. Its questions are asked with that reason only, right after it was chosen.
"""

import hashlib
from collections.abc import Mapping
from typing import Final

import msgspec

from kiosk.clinical.questions import (
    REASON,
    REASON_ITEM,
    Condition,
    Item,
    Option,
    Questionnaire,
    QuestionnaireError,
)

DIGITS: Final = 8  # of the hash that makes a version of its own


def assemble(
    visit: Questionnaire, reasons: Mapping[str, Questionnaire], data: Mapping[str, bytes]
) -> Questionnaire:
    """Return the visit's questions with those of the reasons, by file name in their order.

    `data`: the files' contents by name, from which the version is made: a response names what was asked
    exactly. Raises QuestionnaireError naming the file.
    """
    if not reasons:
        return visit
    try:
        asked = visit.item(REASON_ITEM)
    except KeyError:
        raise QuestionnaireError(f"the visit's file has no question {REASON_ITEM!r}") from None
    names = {item.link_id: "the visit's file" for item, _ in visit.walk()}
    codes = {option.code: "the visit's file" for option in asked.options}
    for name, reason in reasons.items():
        _check(name, reason, names, codes)
    offered = tuple(_option(reason) for reason in reasons.values())
    full = msgspec.structs.replace(asked, options=(*offered, *asked.options))
    groups = tuple(_group(reason) for reason in reasons.values())
    left_out = _left_out(visit, reasons)
    items = _with(visit.items, full, groups, left_out)
    digest = hashlib.sha256(b"".join(name.encode() + data[name] for name in sorted(data))).hexdigest()
    return msgspec.structs.replace(visit, items=items, version=f"{visit.version}+{digest[:DIGITS]}")


def _check(name: str, reason: Questionnaire, names: dict[str, str], codes: dict[str, str]) -> None:
    """Raise when the file is no reason's, or says what another file says already; note what it says."""
    if not reason.reason:
        raise QuestionnaireError(f"{name}: a reason's file needs a code of {REASON}")
    if reason.reason in codes:
        raise QuestionnaireError(f"{name}: the reason {reason.reason!r} is in {codes[reason.reason]} already")
    codes[reason.reason] = name
    for link_id in (_group_id(reason), *(item.link_id for item, _ in reason.walk())):
        if link_id in names:
            raise QuestionnaireError(f"{name}: item {link_id!r}: this linkId is in {names[link_id]} already")
        names[link_id] = name


def _left_out(visit: Questionnaire, reasons: Mapping[str, Questionnaire]) -> dict[str, tuple[Condition, ...]]:
    """Return by question for which reasons it is not asked."""
    questions = {item.link_id: item for item in visit.questions()}
    found: dict[str, tuple[Condition, ...]] = {}
    for name, reason in reasons.items():
        for link_id in reason.leaves_out:
            if link_id not in questions or link_id == REASON_ITEM:
                raise QuestionnaireError(f"{name}: {link_id!r} is no question that can be left out")
            if not questions[link_id].enable_all:
                raise QuestionnaireError(
                    f"{name}: {link_id!r} has conditions of its own and can't be left out"
                )
            found[link_id] = (*found.get(link_id, ()), Condition(REASON_ITEM, "!=", reason.reason))
    return found


def _group_id(reason: Questionnaire) -> str:
    return f"reason-{reason.reason}"


def _option(reason: Questionnaire) -> Option:
    return Option(reason.reason, REASON, reason.title, reason.codes, reason.heading)


def _group(reason: Questionnaire) -> Item:
    return Item(
        link_id=_group_id(reason),
        type="group",
        text=reason.title,
        enable_when=(Condition(REASON_ITEM, "=", reason.reason),),
        items=reason.items,
        wants=reason.wants,
    )


def _with(
    items: tuple[Item, ...],
    full: Item,
    groups: tuple[Item, ...],
    left_out: Mapping[str, tuple[Condition, ...]],
) -> tuple[Item, ...]:
    """Put the reasons' groups behind the question, and the conditions to what is left out."""
    made: list[Item] = []
    for item in items:
        if item.link_id == REASON_ITEM:
            made += [full, *groups]
            continue
        inner = _with(item.items, full, groups, left_out)
        when = (*item.enable_when, *left_out.get(item.link_id, ()))
        made.append(msgspec.structs.replace(item, items=inner, enable_when=when))
    return tuple(made)
