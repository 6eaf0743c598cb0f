"""The import contracts of .importlinter hold, and each of them can fail."""

import ast
import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGES = ("contract", "peripherals", "media", "offline_queue", "kiosk", "ui", "provisioning", "hub")
CONFIG = configparser.ConfigParser()
CONFIG.read(CHECKOUT / ".importlinter")
CONTRACTS = [s for s in CONFIG.sections() if s.startswith("importlinter:contract:")]


def lint(folder: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    only = ["--contract", contract.rsplit(":", 1)[1]] if contract else []
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", *only],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )


def copy_of_tree(target: Path) -> None:
    for package in PACKAGES:
        for source in (CHECKOUT / package).rglob("*.py"):
            if "node_modules" in source.parts:
                continue
            copy = target / source.relative_to(CHECKOUT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    shutil.copy(CHECKOUT / ".importlinter", target)


def test_all_contracts_hold() -> None:
    done = lint(CHECKOUT)
    assert done.returncode == 0, done.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_planted_bad_import_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    copy_of_tree(tmp_path)
    source = CONFIG[contract]["source_modules"].split()[0]
    forbidden = CONFIG[contract]["forbidden_modules"].split()[0]
    place = tmp_path.joinpath(*source.split("."))
    victim = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    with victim.open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    done = lint(tmp_path, contract)
    assert done.returncode == 1, done.stdout
    assert f"{source} -> {forbidden}" in done.stdout or f"{source} is not allowed to import" in done.stdout


@pytest.mark.parametrize("package", [p for p in PACKAGES if p != "ui"])
def test_every_package_is_there(package: str) -> None:
    """An empty tree would keep every contract."""
    assert list((CHECKOUT / package).rglob("*.py"))


def imported(source: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_protocols_do_no_io() -> None:
    modules = sorted((CHECKOUT / "peripherals" / "protocols").glob("*.py"))
    assert len(modules) > 3
    for module in modules:
        assert not imported(module) & {"asyncio", "serial", "socket", "os", "threading", "time"}, module.name
