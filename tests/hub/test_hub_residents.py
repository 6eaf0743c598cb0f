"""Residents and staff, without a hub that runs: imports, baselines, badges, what is refused in words."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hub_station import OXIMETER
from sqlalchemy.orm import Session

from contract import cards
from contract import residents as told
from contract.measurement import Act, Grade, Instant, Kind, Measurement, Quality, Value
from contract.residents import PART_BYTES, Baseline, ResidentsTold
from hub.app import open_database
from hub.config import Config
from hub.db import Database
from hub.errors import ProblemError
from hub.facility import history, importing, places, residents, roster, staff
from hub.facility.api import random_pin
from hub.facility.history import Past
from hub.facility.residents import ResidentForm
from hub.models import Facility, Resident

ZONE = ZoneInfo("America/Chicago")
TODAY = datetime(2026, 11, 26, 9, 0, tzinfo=ZONE)
HEAD = "number,given,family,birth_date"


def reading(days: float, value: float, grade: Grade = Grade.GOOD, unit: str = "Cel", **more: object) -> Past:
    at = TODAY - timedelta(days=days)
    made = Measurement(
        id=uuid4(),
        act=Act.TEMPERATURE,
        values=(Value(Kind.TEMPERATURE, value, unit),),
        effective=Instant(at.isoformat(), 1, str(uuid4())),
        device=OXIMETER,
        quality=Quality(grade),
        **more,  # type: ignore[arg-type]
    )
    return Past(at, made)


def test_a_baseline_is_the_median_of_two_weeks_before_today() -> None:
    usual = [reading(days, value) for days, value in ((1, 36.4), (3, 36.6), (5, 36.5), (13.9, 36.9))]
    noise = [reading(0.1, 39.0), reading(14.5, 40.0), reading(2, 41.0, Grade.NOT_RELIABLE)]
    assert history.baseline([*usual, *noise], TODAY) == (Baseline("temperature", 36.55, "Cel", 4),)
    assert history.baseline([*usual[:3], *noise], TODAY) == ()


def test_a_mean_stands_for_its_readings_and_units_are_those_of_the_record() -> None:
    parts = [reading(2, 36.0), reading(2, 36.2)]
    mean = reading(2, 36.1, derived_from=tuple(part.measurement.id for part in parts))
    others = [reading(days, 97.7, unit="[degF]") for days in (3, 4, 5)]
    [found] = history.baseline([*parts, mean, *others], TODAY)
    assert (found.readings, found.unit) == (4, "Cel")
    assert found.value == pytest.approx(36.5)


def test_the_newest_reliable_value_counts() -> None:
    found = history.latest([reading(2, 36.5), reading(1, 37.0), reading(0.5, 41.0, Grade.NOT_RELIABLE)])
    assert [(each.kind, each.value) for each in found] == [("temperature", 37.0)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("number,given\n1,Ana", "missing: family, birth_date"),
        (f"{HEAD},shoe\n1,Ana,Ruiz,1940-01-02,44", "no column 'shoe'"),
        (f"{HEAD},given\n1,Ana,Ruiz,1940-01-02,Ana", "twice"),
        (HEAD, "no residents"),
        (f"{HEAD}\n1,Ana,Ruiz,2.1.1940", "Line 2: The birth date '2.1.1940'"),
        (f"{HEAD}\n1,Ana,Ruiz,1840-01-02", "can't be"),
        (f"{HEAD}\n1,Ana,Ruiz", "Line 2: This line has more or fewer cells"),
        (f"{HEAD}\n1,Ana,Ruiz,1940-01-02,x", "Line 2: This line has more or fewer cells"),
        (f"{HEAD}\n,Ana,Ruiz,1940-01-02", "own number"),
        (f"{HEAD}\n1,,Ruiz,1940-01-02", "given name"),
        (f"{HEAD}\n1,A,B,1940-01-02\n1,C,D,1941-01-02", "Line 3: The number 1 is in line 2 already"),
        (f"{HEAD},code_status\n1,A,B,1940-01-02,DNR!", "code status 'DNR!'"),
        (f"{HEAD},schedule\n1,A,B,1940-01-02,fever 08:00", "'fever' is none of"),
        (f"{HEAD},schedule\n1,A,B,1940-01-02,temperature 8 am", "no time of day"),
        (f"{HEAD},schedule\n1,A,B,1940-01-02,temperature", "has times"),
        (f"{HEAD},lacks_capacity\n1,A,B,1940-01-02,maybe", "yes or no"),
        (f"{HEAD},lacks_capacity\n1,A,B,1940-01-02,yes", "needs a representative"),
        (f"{HEAD},physician_phone\n1,A,B,1940-01-02,555", "but no name"),
        (f"{HEAD},conditions\n1,A,B,1940-01-02,tall", "'tall' is none of"),
        (f'{HEAD}\n1,"A,B,1940-01-02', "no CSV"),
        (f"{HEAD}\n1,{'A' * 201},B,1940-01-02", "at most 200"),
    ],
)
def test_a_bad_file_says_what_is_wrong_and_where(lines: str, words: str) -> None:
    with pytest.raises(ProblemError) as refused:
        importing.read(lines)
    assert words in refused.value.message


def test_every_wrong_line_is_named_at_once() -> None:
    with pytest.raises(ProblemError) as refused:
        importing.read(HEAD + "".join(f"\n{n},A,B,{n}" for n in range(80)))
    lines = refused.value.message.splitlines()
    assert len(lines) == importing.MOST_ERRORS + 1
    assert lines[-1] == "… and 30 more."


def test_a_good_file_is_understood_with_all_its_columns() -> None:
    text = (
        "\ufeffNumber,Given,family,birth_date,room,code_status,allergies,schedule,conditions,"
        "lacks_capacity,representative_name,representative_phone,representative_relation\r\n"
        '7,Ana María,"Ruiz, Sr.",1940-01-02,12b,dnr,penicillin; nuts ,'
        "temperature 08:00 20:00; oximetry 08:00,scale2,yes,Eva Ruiz,555 0101,daughter\r\n"
    )
    [(line, form)] = importing.read(text)
    assert line == 2
    assert (form.family, form.allergies, form.code_status) == ("Ruiz, Sr.", ["penicillin", "nuts"], "dnr")
    assert [(due.act, due.times) for due in form.schedule] == [
        (Act.TEMPERATURE, ("08:00", "20:00")),
        (Act.OXIMETRY, ("08:00",)),
    ]
    assert form.representative == told.Contact("Eva Ruiz", "555 0101", "daughter")
    assert form.lacks_capacity


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "1111", "1234", "9876", "0123", "", "١٢٣٤"])
def test_a_pin_that_is_none_or_easy_is_refused(pin: str) -> None:
    with pytest.raises(ProblemError):
        staff.check_pin(pin)


def test_a_made_up_pin_is_a_good_one() -> None:
    for _ in range(50):
        staff.check_pin(random_pin())


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(Config(data=tmp_path))
    yield opened
    opened.close()


def form(number: str = "7", **more: object) -> ResidentForm:
    return ResidentForm(
        **{"number": number, "given": "Ana", "family": "Ruiz", "birth_date": "1940-01-02"} | more  # type: ignore[arg-type]
    )


def in_house(db: Database, work: Callable[[Session, Facility], object]) -> None:
    def all_of_it(session: Session) -> None:
        work(session, places.add(session, "Maple House", "America/Chicago"))

    db.write_now(all_of_it)


def test_an_import_is_all_or_nothing_and_a_known_number_is_changed(db: Database) -> None:
    in_house(db, lambda s, house: importing.load(s, house, f"{HEAD}\n1,A,B,1940-01-02\n2,C,D,1941-01-02"))
    with pytest.raises(ProblemError):
        db.write_now(
            lambda s: importing.load(
                s, places.find(s, "Maple House"), f"{HEAD}\n3,E,F,1940-01-02\n4,G,H,nonsense"
            )
        )
    made = db.write_now(
        lambda s: importing.load(
            s, places.find(s, "Maple House"), f"{HEAD}\n2,Cleo,D,1941-01-02\n3,E,F,1940-01-02"
        )
    )
    assert (made.added, made.changed) == (1, 1)
    rows = db.read_now(lambda s: residents.of(s, places.find(s, "Maple House").id))
    assert sorted((row.number, row.given) for row in rows) == [("1", "A"), ("2", "Cleo"), ("3", "E")]


def test_a_number_of_one_resident_is_never_anothers(db: Database) -> None:
    """A home that gives a number out again: the new resident would have the old one's readings and photo."""

    def work(session: Session, house: Facility) -> None:
        row, _ = residents.save(session, house, form("7"))
        residents.set_photo(row, b"\xff\xd8\xff", "2026-01-01")
        residents.leave(row)
        session.flush()
        for stranger in (
            form("7", given="Otto", family="Berg", birth_date="1938-03-04"),
            form(" 7 ", given="Ana", family="Berg", birth_date="1938-03-04"),
        ):
            with pytest.raises(ProblemError) as refused:
                residents.save(session, house, stranger)
            assert "number of their own" in refused.value.message
        assert (row.given, row.birth_date) == ("Ana", "1940-01-02")
        assert row.left_at is not None
        with pytest.raises(ProblemError) as refused:  # in a file as well, with its line
            importing.load(session, house, f"{HEAD}\n8,C,D,1941-01-02\n7,Otto,Berg,1938-03-04")
        assert refused.value.message.startswith("Line 3: ")
        assert residents.save(session, house, form("7", family="Ruiz-Vega"))[0] is row  # a marriage
        assert (
            residents.save(session, house, form("7", family="Ruiz-Vega", birth_date="1940-02-01"))[0] is row
        )

    in_house(db, work)


def test_a_wristband_is_kept_as_hash_and_the_newest_counts(db: Database) -> None:
    def work(session: Session, house: Facility) -> None:
        row, _ = residents.save(session, house, form())
        first, second = residents.new_wristband(row), residents.new_wristband(row)
        assert cards.kind_of(second) == cards.WRISTBAND
        assert row.wristband == cards.hash_of(second) != cards.hash_of(first)
        residents.leave(row)
        session.flush()
        assert residents.of(session, house.id) == []
        assert residents.save(session, house, form())[0].left_at is None

    in_house(db, work)


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        (b"GIF89a", "2026-01-01"),
        (b"\xff\xd8\xff" + b"x" * 30_000, "2026-01-01"),
        (b"\xff\xd8\xff", "soon"),
        (b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00", "2026-01-01"),
    ],
)
def test_what_is_no_small_photo_is_refused(content: bytes, taken: str) -> None:
    with pytest.raises(ProblemError):
        residents.set_photo(Resident(), content, taken)


def test_a_list_goes_in_parts_that_fit_a_packet_and_loses_nobody(db: Database) -> None:
    def work(session: Session, house: Facility) -> None:
        member = staff.add(session, house, "Nora Quist", ["nurse"])
        shift, ask = uuid4(), uuid4()
        [empty] = roster.parts(shift, ask, house, member, [])
        assert told.decode_answer(empty).parts == 1  # type: ignore[union-attr]
        for number in range(9):
            row, _ = residents.save(session, house, form(str(number), diagnoses=["d" * 200] * 50))
            residents.set_photo(row, b"\xff\xd8\xff" + b"x" * (told.PHOTO_BYTES - 3), "2026-01-01")
        parts = roster.parts(shift, ask, house, member, roster.listed(session, house))
        assert all(len(part) <= PART_BYTES for part in parts)
        answers = [told.decode_answer(part) for part in parts]
        found = [one for each in answers if isinstance(each, ResidentsTold) for one in each.residents]
        assert sorted(one.number for one in found) == [str(n) for n in range(9)]
        assert all(each.parts == len(parts) > 1 for each in answers if isinstance(each, ResidentsTold))
        assert "Ana" not in repr(found)

    in_house(db, work)


def test_a_form_of_another_shape_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(
            b'{"number":"1","given":"A","family":"B","birth_date":"x","shoe":4}', type=ResidentForm
        )
