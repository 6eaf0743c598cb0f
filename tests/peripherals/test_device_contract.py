"""A registered device lacks nothing: simulator, vectors, page, table row, udev rule, words for its faults."""

import ast
import re
from pathlib import Path

import pytest

from peripherals import events
from peripherals.devices.product import Product
from peripherals.registry import PRODUCTS, products_for
from peripherals.simulators import SIMULATORS

CHECKOUT = Path(__file__).resolve().parents[2]
DEVICES = CHECKOUT / "peripherals" / "devices"
PAGES = CHECKOUT / "docs" / "devices"
VECTORS = CHECKOUT / "tests" / "vectors"
RULES = CHECKOUT / "peripherals" / "udev" / "60-carepost.rules"

every_product = pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)


def test_every_product_file_is_registered() -> None:
    files = {path.stem.replace("_", "-") for path in DEVICES.glob("*.py")} - {"--init--", "product"}
    assert files == set(PRODUCTS)
    assert len(files) >= 4


@every_product
def test_has_a_simulator(product: Product) -> None:
    assert product.name in SIMULATORS


@every_product
def test_has_vectors_with_broken_siblings(product: Product) -> None:
    names = {path.stem for path in (VECTORS / product.name).glob("*.hex")}
    whole = {name for name in names if not name.endswith(("_truncated", "_corrupted"))}
    assert any({f"{name}_truncated", f"{name}_corrupted"} <= names for name in whole)


@every_product
def test_has_a_page_that_does_not_boast(product: Product) -> None:
    page = (PAGES / f"{product.name}.md").read_text()
    assert f"`{product.name}`" in page
    assert "never tried on real hardware" in page


@every_product
def test_has_a_row_in_the_support_table(product: Product) -> None:
    assert f"| [{product.name}]({product.name}.md) |" in (PAGES / "index.md").read_text()


@every_product
def test_has_a_udev_rule_for_its_cable(product: Product) -> None:
    rules = [line for line in RULES.read_text().splitlines() if line.startswith("ATTRS")]
    for usb in product.usb:
        match = f'ATTRS{{idVendor}}=="{usb.vendor:04x}", ATTRS{{idProduct}}=="{usb.product:04x}"'
        assert any(match in rule for rule in rules)
    comment = next(
        line for line in RULES.read_text().splitlines() if re.search(rf"# .*\b{product.name}\b", line)
    )
    assert comment


@every_product
def test_its_docstring_is_its_support_page(product: Product) -> None:
    source = (DEVICES / f"{product.name.replace('-', '_')}.py").read_text()
    assert "never\ntried on a real device" in source or "never tried on a real device" in source


@every_product
def test_its_page_explains_every_fault_it_can_report(product: Product) -> None:
    page = (PAGES / f"{product.name}.md").read_text()
    assert all(f"`{fault}`" in page for fault in product.fault_codes.values())


def test_a_cuff_can_be_stopped_and_its_stop_fits_the_guard() -> None:
    from peripherals.guard import PACKET_SIZE

    cuffs = [product for product in PRODUCTS.values() if product.role is events.Role.CUFF]
    assert cuffs
    assert all(0 < len(cuff.stop) < PACKET_SIZE and cuff.start for cuff in cuffs)


def test_every_fault_has_a_remedy_and_ids_are_unique() -> None:
    assert set(events.REMEDIES) == set(events.Fault)
    assert set(events.REMEDIES.values()) <= set(events.Remedy)
    assert len(set(events.FAULT_IDS)) == len(events.FAULT_IDS)


def test_every_fault_has_words_on_the_screen() -> None:
    """Read, not imported: the words live in another process."""
    tree = ast.parse((CHECKOUT / "ui" / "words.py").read_text())
    [table] = [
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "FAULTS"
    ]
    assert isinstance(table, ast.Dict)
    named = {key.value for key in table.keys if isinstance(key, ast.Constant)}
    assert set(events.FAULT_IDS) <= named


def test_a_driver_of_the_wrong_role_is_no_candidate() -> None:
    assert products_for(events.Role.OXIMETER, "rbp9804") == ()
    assert products_for(events.Role.CUFF, "no such driver") == ()
    assert {p.name for p in products_for(events.Role.OXIMETER, "auto")} == {
        "contec-v5",
        "berry-bci",
        "contec-v7",
    }
