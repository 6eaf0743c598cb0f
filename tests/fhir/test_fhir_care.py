"""What staff of a nursing home note is valid FHIR R4, as independent judges see it."""

from typing import Any
from uuid import uuid4

from fhir_judges import Json, against
from fhir_readings import every_kind
from hub_station import WALL, instant

from contract.care import (
    AUTHORITIES,
    CAPACITY_BASES,
    CHANGES,
    MISSED,
    SINCES,
    TELLING_WAYS,
    TELLING_WHYS,
    TOLD,
    TRENDS,
    ChangeSeen,
    Notified,
    ResidentConsent,
    Sbar,
)
from contract.residents import CODE_STATUSES
from hub.fhir import build, care, observations
from hub.models import Visit


def test_what_staff_note_is_valid_in_every_word_and_form() -> None:
    visit, boot, by = uuid4(), uuid4(), "Nora Quist (nurse)"
    about: dict[str, Any] = {"visit": visit, "at": instant(boot)}
    found: list[Json] = [care.as_usual(visit, WALL, by)]
    for what in CHANGES:
        for trend in TRENDS:
            for since in SINCES:
                note = "only tea" if since == "today" else ""
                found.append(care.changed(visit, WALL, ChangeSeen(what, trend, since, note), by))
    found += [care.missed(visit, WALL, why, note, by) for why in MISSED for note in ("", "again at 4")]
    found += [care.code_status(uuid4(), visit, WALL, status) for status in CODE_STATUSES]
    written: list[dict[str, Any]] = [{}, {"observation": "Hot & <red>\nsince noon"}, {"assessment": "Flu?"}]
    for texts in written:
        for situation in ("Hot", ""):
            told = Sbar(**about, id=uuid4(), situation=situation, background="", request="", **texts)
            found.append(care.sbar(visit, WALL, told, "Abel" if texts else "", ""))
    for who in TOLD:
        for how in TELLING_WAYS:
            for why in TELLING_WHYS:
                said = "will come" if how == "phone" else ""
                person = "" if how == "not-reached" else "Eva Ruiz"
                told_of = Notified(
                    **about,
                    id=uuid4(),
                    who=who,
                    person=person,
                    when=WALL,
                    how=how,
                    why=why,
                    by=uuid4(),
                    said=said,
                )
                found.append(care.notified(visit, told_of, by))
    for basis in CAPACITY_BASES:
        for authority in ("", *AUTHORITIES):
            consent = ResidentConsent(
                **about,
                version="2026-11",
                language="en",
                given=not authority,
                who="representative" if authority else "resident",
                basis=basis,
                by=uuid4(),
                name="Eva Ruiz" if authority else "",
                authority=authority,
                interpreter="by phone" if authority else "",
                present=("family", ""),
                what="photo" if authority == "guardian" else "visit",
            )
            found.append(care.consent(uuid4(), visit, WALL, consent, by))
    for reading in every_kind(boot).values():
        for made in observations.observations(reading, visit, uuid4()):
            moved = care.refiled(made, uuid4(), WALL)
            assert care.refiled(moved, uuid4(), WALL)["note"] == moved["note"]
            found += [
                care.doubted(made),
                care.doubted(moved),
                care.believed(care.doubted(made)),
                moved,
                care.refiled_from(made, uuid4()),
                care.withdrawn(made),
            ]
    bound = {"facility": str(uuid4()), "facility_name": "Maple House", "number": "7"}
    found.append(build.patient(Visit(id=visit, given="Ana", family="Ruiz", identities=[], bound=bound), []))
    assert len(found) > 300
    assert against(found) == []
