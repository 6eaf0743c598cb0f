"""A registered device lacks nothing; and the checks of that do complain where something is missing."""

from collections.abc import Callable

import msgspec
import pytest
from device_contract import (
    CHECKS,
    DEVICES,
    NEVER_TRIED,
    NEVER_TRIED_HERE,
    PROOFS,
    Row,
    Shipped,
    all_complaints,
    complaints,
    every_fault,
    reached_by,
    read_table,
    shipped,
    words_missing,
)

from contract.measurement import Act
from peripherals import events
from peripherals.devices.product import (
    BleLine,
    EvdevLine,
    HidLine,
    Line,
    PhdcLine,
    Product,
    SerialLine,
    UsbId,
)
from peripherals.protocols import contec_v5
from peripherals.registry import PRODUCTS, products_for

HAS = shipped()

MADE_UP = Product(
    name="made-up",
    title="Made-up oximeter",
    role=events.Role.OXIMETER,
    manufacturer="Nobody",
    model="None",
    protocol="made-up",
    lines=(SerialLine(9600), SerialLine(4800, "O")),
    decoder=contec_v5.decoder,
    bridges=(UsbId(0x1234, 0xABCD),),
    fault_codes={7: events.Fault.BATTERY},
)
"""Never registered but in a test."""

WHOLE = Shipped(
    simulators=frozenset({"made-up"}),
    formats=frozenset({"made-up"}),
    vectors={
        "made-up": frozenset(
            f"a{sibling}.{end}" for sibling in ("", "_truncated", "_corrupted") for end in ("hex", "json")
        )
    },
    pages={
        "made-up": f"driver `made-up`\n| source | a dream |\n| proved | {NEVER_TRIED} |\nerror 7 `battery`"
    },
    table={
        "made-up": Row(
            "[made-up](made-up.md)",
            "Made-up oximeter",
            "oximeter",
            "USB serial 9600 8N1 or 4800 8O1",
            "constructed",
        )
    },
    udev="""SUBSYSTEM=="tty", GOTO="ports"
SUBSYSTEM=="hidraw", GOTO="reports"
LABEL="ports"
# made-up: a chip
ATTRS{idVendor}=="1234", ATTRS{idProduct}=="abcd", MODE="0660"
LABEL="reports"
""",
    docstrings={"made-up": f"Made up; {NEVER_TRIED_HERE}."},
    english={
        name: f"Words of {name}."
        for name in (events.Fault.BATTERY, events.Fault.DEVICE_ERROR, "charge", "try-again")
    },
    spanish={f"Words of {name}.": "¡Ay!" for name in ("battery", "device-error", "charge", "try-again")},
    acts=frozenset({Act.OXIMETRY}),
)
"""What ships with the made-up product when nothing is missing."""


def without(name: str) -> frozenset[str]:
    return WHOLE.vectors["made-up"] - {name}


def page(old: str, new: str = "") -> dict[str, str]:
    return {"made-up": WHOLE.pages["made-up"].replace(old, new)}


def row(**changes: str) -> dict[str, Row]:
    return {"made-up": WHOLE.table["made-up"]._replace(**changes)}


LACKING: dict[str, tuple[Shipped, str]] = {
    "simulator": (WHOLE._replace(simulators=frozenset({"contec-v5"})), "simulator"),
    "formats": (WHOLE._replace(formats=frozenset({"contec-v5"})), "FORMATS"),
    "vectors": (WHOLE._replace(vectors={}), "vector"),
    "a truncated sibling": (WHOLE._replace(vectors={"made-up": without("a_truncated.hex")}), "_truncated"),
    "a corrupted sibling": (WHOLE._replace(vectors={"made-up": without("a_corrupted.hex")}), "_corrupted"),
    "what a vector holds": (WHOLE._replace(vectors={"made-up": without("a.json")}), "a.hex"),
    "page": (WHOLE._replace(pages={}), "docs/devices/made-up.md"),
    "the driver's name on its page": (WHOLE._replace(pages=page("`made-up`")), "driver"),
    "modesty on its page": (WHOLE._replace(pages=page(NEVER_TRIED, "proved")), NEVER_TRIED),
    "its source": (WHOLE._replace(pages=page("| source |", "| origin |")), "source"),
    "how it is proved": (WHOLE._replace(pages=page("| proved |", "| sure |")), "'proved'"),
    "a fault on its page": (WHOLE._replace(pages=page("`battery`")), "battery"),
    "row": (WHOLE._replace(table={}), "index.md"),
    "a link in its row": (WHOLE._replace(table=row(link="[made-up](other.md)")), "index.md"),
    "its title in its row": (WHOLE._replace(table=row(title="Something")), "index.md"),
    "its role in its row": (WHOLE._replace(table=row(role="cuff")), "index.md"),
    "its line in its row": (WHOLE._replace(table=row(transport="USB serial 9600 8N1")), "index.md"),
    "how well it is proved in its row": (WHOLE._replace(table=row(proof="very well")), "very well"),
    "udev rule": (WHOLE._replace(udev="# made-up\n"), 'idVendor}=="1234"'),
    "a udev rule that is no comment": (
        WHOLE._replace(udev=WHOLE.udev.replace("ATTRS{idV", "#ATTRS{idV")),
        "udev",
    ),
    "a udev rule for its subsystem": (WHOLE._replace(udev=WHOLE.udev.replace("tty", "usb")), "for tty"),
    "its name in the udev rules": (
        WHOLE._replace(udev=WHOLE.udev.replace("made-up", "made-up-2")),
        "comment",
    ),
    "docstring": (WHOLE._replace(docstrings={"made-up": "Works well."}), "docstring"),
    "English words": (WHOLE._replace(english={}), "ui/words.py has no words for 'battery'"),
    "words of a remedy": (
        WHOLE._replace(english={k: v for k, v in WHOLE.english.items() if k != "charge"}),
        "'charge'",
    ),
    "Spanish words": (WHOLE._replace(spanish={}), "carepost_es.ts has no words for 'battery'"),
    "quality rule": (WHOLE._replace(acts=frozenset({Act.WEIGHT})), "quality.json"),
}


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)
def test_a_registered_device_lacks_nothing(product: Product) -> None:
    assert complaints(product, HAS) == []


def test_every_product_file_is_registered_under_its_own_name() -> None:
    files = {path.stem.replace("_", "-") for path in DEVICES.glob("*.py")} - {"--init--", "product"}
    assert files == set(PRODUCTS)
    assert len(files) >= 4
    assert all(name == product.name for name, product in PRODUCTS.items())


def test_the_support_table_names_no_other_devices() -> None:
    assert set(HAS.table) == set(PRODUCTS)


def test_every_proof_of_the_table_is_explained_on_its_page() -> None:
    assert all(f"| {proof} |" in HAS.pages["index"] for proof in PROOFS)


def test_a_made_up_product_that_lacks_nothing_is_not_complained_of() -> None:
    assert complaints(MADE_UP, WHOLE) == []


@pytest.mark.parametrize(("has", "word"), LACKING.values(), ids=LACKING)
def test_what_is_missing_is_complained_of(has: Shipped, word: str) -> None:
    assert word in "\n".join(complaints(MADE_UP, has))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_is_proved_above(check: Callable[[Product, Shipped], object]) -> None:
    """Each has something missing that it alone is about, so that none of them is idle."""
    alone = [
        name
        for name, (has, _) in LACKING.items()
        if [other for other in CHECKS if list(other(MADE_UP, has))] == [check]
    ]
    assert alone


def test_a_product_that_is_only_registered_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    before = all_complaints(HAS)
    monkeypatch.setitem(PRODUCTS, "made-up", MADE_UP)
    told = all_complaints(HAS)
    assert told.keys() == before.keys() | {"made-up"}
    for thing in ("simulator", "FORMATS", "tests/vectors/", "docs/devices/made-up.md", "index.md", "udev"):
        assert any(thing in complaint for complaint in told["made-up"]), thing


def test_without_usb_there_is_no_rule_to_ask_for() -> None:
    wireless = msgspec.structs.replace(MADE_UP, bridges=(), lines=(BleLine("1822", ("2A5E",)),))
    has = WHOLE._replace(udev="", table=row(transport="Bluetooth LE"))
    assert complaints(wireless, has) == []


def test_a_scanner_needs_no_rule_of_quality() -> None:
    scanner = msgspec.structs.replace(MADE_UP, role=events.Role.SCANNER)
    assert complaints(scanner, WHOLE._replace(acts=frozenset(), table=row(role="scanner"))) == []


@pytest.mark.parametrize(
    ("lines", "bridges", "told"),
    [
        ((SerialLine(9600),), (), "serial 9600 8N1"),
        ((SerialLine(19200, "O"), SerialLine(4800, "O")), (UsbId(1, 2),), "USB serial 19200 8O1 or 4800 8O1"),
        ((HidLine(()), BleLine("FF12", ())), (), "USB HID, Bluetooth LE"),
        ((PhdcLine(),), (), "USB healthcare class"),
        ((EvdevLine(()),), (), "USB keyboard"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_a_product_is_reached_is_told(
    lines: tuple[Line, ...], bridges: tuple[UsbId, ...], told: str
) -> None:
    assert reached_by(msgspec.structs.replace(MADE_UP, lines=lines, bridges=bridges)) == told


def test_a_torn_row_is_no_row() -> None:
    head = "| name | product | role | transport | how well proved |\n| --- | --- | --- | --- | --- |\n"
    assert read_table(head) == {}
    assert read_table(head + "| [a](a.md) | A | cuff | serial |\n") == {}
    assert read_table(head + "| [a](a.md) | A | cuff | serial | constructed |\n") == {
        "a": Row("[a](a.md)", "A", "cuff", "serial", "constructed")
    }


def test_a_cuff_that_the_station_inflates_can_be_stopped_and_its_stop_fits_the_guard() -> None:
    from peripherals.devices.product import Manner
    from peripherals.guard import PACKET_SIZE

    inflated = [product for product in PRODUCTS.values() if product.manner is Manner.INFLATE]
    assert inflated
    assert all(product.role is events.Role.CUFF for product in inflated)
    assert all(0 < len(cuff.stop) < PACKET_SIZE and cuff.start for cuff in inflated)


def test_every_fault_has_a_remedy_and_ids_are_unique() -> None:
    assert set(events.REMEDIES) == set(events.Fault)
    assert set(events.REMEDIES.values()) <= set(events.Remedy)
    assert len(set(events.FAULT_IDS)) == len(events.FAULT_IDS)


@pytest.mark.parametrize("name", every_fault())
def test_every_fault_and_remedy_has_words_in_both_languages(name: str) -> None:
    assert list(words_missing(name, HAS)) == []


@pytest.mark.parametrize("role", events.Role)
def test_auto_tries_all_of_the_role_and_no_others(role: events.Role) -> None:
    tried = {product.name for product in products_for(role, "auto")}
    assert tried == {name for name, product in PRODUCTS.items() if product.role is role}


def test_a_driver_of_the_wrong_role_is_no_candidate() -> None:
    assert products_for(events.Role.OXIMETER, "rbp9804") == ()
    assert products_for(events.Role.CUFF, "no such driver") == ()
    assert products_for(events.Role.CUFF, "rbp9804") == (PRODUCTS["rbp9804"],)
