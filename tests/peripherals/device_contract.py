"""What a registered device must have beside its code, as checks that return complaints.

They are functions of a product and of what the project ships, so that `test_device_contract.py` can also try
them on a made-up product that lacks one thing after the other. A complaint says what is missing and where.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from wire_streams import FORMATS

from contract import quality
from contract.measurement import Act
from peripherals.devices.product import SCHEMES, EvdevLine, HidLine, PhdcLine, Product, SerialLine
from peripherals.events import REMEDIES, Fault, Role
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.worker import ACT_OF

CHECKOUT = Path(__file__).resolve().parents[2]
DEVICES = CHECKOUT / "peripherals" / "devices"
PAGES = CHECKOUT / "docs" / "devices"

PROOFS = ("real recording", "vendor document", "reverse-engineered", "constructed")
"""What the last column of the support table begins with, the strongest that is true; see its own key."""

REACHED_BY = {"hid": "USB HID", "usb": "USB healthcare class", "ble": "Bluetooth LE", "evdev": "USB keyboard"}
"""How the table calls each kind of line that has no settings to tell."""

SUBSYSTEMS: dict[type, str] = {HidLine: "hidraw", PhdcLine: "usb", EvdevLine: "input"}
"""Where the kernel shows what is not a serial port."""

NEVER_TRIED = "never tried on real hardware"
NEVER_TRIED_HERE = "never tried on a real device"


class Row(NamedTuple):
    """A row of the support table in docs/devices/index.md."""

    link: str
    title: str
    role: str
    transport: str
    proof: str


class Shipped(NamedTuple):
    """Everything the project ships that belongs to devices, by the device's name where it is of one."""

    simulators: frozenset[str]
    formats: frozenset[str]
    vectors: Mapping[str, frozenset[str]]  # names of files, without folder
    pages: Mapping[str, str]
    table: Mapping[str, Row]
    udev: str
    docstrings: Mapping[str, str]
    english: Mapping[str, str]  # words of faults and remedies by their id
    spanish: Mapping[str, str]  # translations by the English words
    acts: frozenset[Act]


def shipped() -> Shipped:
    """Read it all."""
    vectors = {
        folder.name: frozenset(path.name for path in folder.iterdir())
        for folder in (CHECKOUT / "tests" / "vectors").iterdir()
        if folder.is_dir()
    }
    return Shipped(
        simulators=frozenset(SIMULATORS),
        formats=frozenset(FORMATS),
        vectors=vectors,
        pages={path.stem: path.read_text() for path in PAGES.glob("*.md")},
        table=read_table((PAGES / "index.md").read_text()),
        udev=(CHECKOUT / "peripherals" / "udev" / "60-carepost.rules").read_text(),
        docstrings={
            path.stem.replace("_", "-"): ast.get_docstring(ast.parse(path.read_text())) or ""
            for path in DEVICES.glob("*.py")
        },
        english=_english(),
        spanish=_spanish(),
        acts=frozenset(quality.rules()),
    )


def read_table(page: str) -> dict[str, Row]:
    """Return the rows of the support table by the name in their first column; a torn row has no place."""
    rows = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        name = re.match(r"\[([a-z0-9-]+)\]", cells[0])
        if line.startswith("|") and name and len(cells) == len(Row._fields):
            rows[name[1]] = Row(*cells)
    return rows


def _english() -> dict[str, str]:
    """Read, not imported: the words live in another process."""
    words: dict[str, str] = {}
    for node in ast.parse((CHECKOUT / "ui" / "words.py").read_text()).body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id in ("FAULTS", "REMEDIES")
            and isinstance(node.value, ast.Dict)
        ):
            for key, call in zip(node.value.keys, node.value.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(call, ast.Call):
                    words[str(key.value)] = str(ast.literal_eval(call.args[1]))
    return words


def _spanish() -> dict[str, str]:
    root = ElementTree.parse(CHECKOUT / "ui" / "i18n" / "carepost_es.ts").getroot()
    words = {}
    for context in root.iter("context"):
        for message in context.iter("message") if context.findtext("name") == "Words" else ():
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                words[message.findtext("source", "")] = translation.text
    return words


Check = Callable[[Product, Shipped], Iterator[str]]


def has_a_simulator(product: Product, has: Shipped) -> Iterator[str]:
    if product.name not in has.simulators:
        yield "no simulator in simulators.SIMULATORS"


def has_formats_for_property_tests(product: Product, has: Shipped) -> Iterator[str]:
    if product.name not in has.formats:
        yield "no genuine frames in FORMATS of a tests/peripherals/formats_*.py"


def has_vectors_with_broken_siblings(product: Product, has: Shipped) -> Iterator[str]:
    files = has.vectors.get(product.name, frozenset())
    names = {name.removesuffix(".hex") for name in files if name.endswith(".hex")}
    if not any({f"{name}_truncated", f"{name}_corrupted"} <= names for name in names):
        yield f"no vector in tests/vectors/{product.name}/ with _truncated and _corrupted siblings"
    for name in sorted(names):
        if f"{name}.json" not in files:
            yield f"nothing says what tests/vectors/{product.name}/{name}.hex holds"


def has_a_page_that_does_not_boast(product: Product, has: Shipped) -> Iterator[str]:
    page = has.pages.get(product.name)
    if page is None:
        yield f"no page docs/devices/{product.name}.md"
        return
    if f"`{product.name}`" not in page:
        yield "its page does not name the driver"
    if NEVER_TRIED not in page:
        yield f"its page does not say: {NEVER_TRIED}"
    for wanted in ("source", "proved"):
        if f"\n| {wanted} |" not in page:
            yield f"its page has no row '{wanted}'"
    for fault in sorted({*product.fault_codes.values()}):
        if f"`{fault}`" not in page:
            yield f"its page does not explain the fault `{fault}`"


def has_a_true_row_in_the_support_table(product: Product, has: Shipped) -> Iterator[str]:
    row = has.table.get(product.name)
    told = (f"[{product.name}]({product.name}.md)", product.title, str(product.role), reached_by(product))
    if row is None or row[:4] != told:
        yield f"docs/devices/index.md needs the row | {' | '.join(told)} | … |"
    if row is not None and not row.proof.startswith(PROOFS):
        yield f"how well it is proved must begin with one of {', '.join(PROOFS)}, not {row.proof!r}"


def has_a_udev_rule_for_its_cable(product: Product, has: Shipped) -> Iterator[str]:
    sections = udev_sections(has.udev)
    wanted = [(usb, "tty") for usb in product.bridges]
    wanted += [
        (usb, SUBSYSTEMS[type(line)])
        for line in product.lines
        if isinstance(line, HidLine | PhdcLine | EvdevLine)
        for usb in line.ids
    ]
    for usb, subsystem in wanted:
        match = f'ATTRS{{idVendor}}=="{usb.vendor:04x}", ATTRS{{idProduct}}=="{usb.product:04x}"'
        if not any(line.startswith("ATTRS") and match in line for line in sections.get(subsystem, ())):
            yield f"no udev rule for {subsystem} begins with ATTRS and has {match}"
    named = re.compile(rf"# .*(?<![\w-]){re.escape(product.name)}(?![\w-])")
    if product.usb and not any(named.match(line) for line in has.udev.splitlines()):
        yield "no comment in the udev rules names it"


def udev_sections(rules: str) -> dict[str, list[str]]:
    """Return the lines of each subsystem: from the label it jumps to, to the next one."""
    jumps = dict(re.findall(r'^SUBSYSTEM=="(\w+)", GOTO="(\w+)"', rules, re.MULTILINE))
    parts = re.split(r'^LABEL="(\w+)"$', rules, flags=re.MULTILINE)
    labelled = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {subsystem: labelled.get(label, "").splitlines() for subsystem, label in jumps.items()}


def has_a_docstring_that_is_its_support_page(product: Product, has: Shipped) -> Iterator[str]:
    words = " ".join(has.docstrings.get(product.name, "").split())
    if NEVER_TRIED_HERE not in words:
        yield f"the docstring of peripherals/devices/ does not say: {NEVER_TRIED_HERE}"


def has_words_for_what_can_go_wrong(product: Product, has: Shipped) -> Iterator[str]:
    faults = {*product.fault_codes.values(), product.unknown_fault}
    for name in sorted({str(fault) for fault in faults} | {str(REMEDIES.get(fault, "")) for fault in faults}):
        yield from words_missing(name, has)


def has_a_quality_rule_for_its_act(product: Product, has: Shipped) -> Iterator[str]:
    if product.role is not Role.SCANNER and ACT_OF.get(product.role) not in has.acts:
        yield f"contract/quality.json has no rule for what a {product.role} measures"


CHECKS: tuple[Check, ...] = (
    has_a_simulator,
    has_formats_for_property_tests,
    has_vectors_with_broken_siblings,
    has_a_page_that_does_not_boast,
    has_a_true_row_in_the_support_table,
    has_a_udev_rule_for_its_cable,
    has_a_docstring_that_is_its_support_page,
    has_words_for_what_can_go_wrong,
    has_a_quality_rule_for_its_act,
)


def words_missing(name: str, has: Shipped) -> Iterator[str]:
    """Complain of the id of a fault or remedy that has no words in one of the languages."""
    if not name:
        return
    english = has.english.get(name, "")
    if not english:
        yield f"ui/words.py has no words for {name!r}"
    elif not has.spanish.get(english):
        yield f"ui/i18n/carepost_es.ts has no words for {name!r}"


def complaints(product: Product, has: Shipped) -> list[str]:
    """Return everything that a product lacks."""
    return [complaint for check in CHECKS for complaint in check(product, has)]


def all_complaints(has: Shipped) -> dict[str, list[str]]:
    """Return the products of the registry that lack something, with what they lack."""
    found = {product.name: complaints(product, has) for product in PRODUCTS.values()}
    return {name: told for name, told in found.items() if told}


def reached_by(product: Product) -> str:
    """Return how the support table says where a product is plugged in."""
    serial = [line for line in product.lines if isinstance(line, SerialLine)]
    ways = [SCHEMES[type(line)] for line in product.lines if not isinstance(line, SerialLine)]
    settings = " or ".join(f"{line.baud} 8{line.parity}1" for line in serial)
    cable = "USB serial" if product.bridges else "serial"
    told = [f"{cable} {settings}"] if serial else []
    return ", ".join(dict.fromkeys([*told, *(REACHED_BY[way] for way in ways)]))


def every_fault() -> list[str]:
    """Return the ids of all faults and remedies that the engine itself can tell of."""
    return sorted({*map(str, Fault), *map(str, REMEDIES.values())})
