"""Options of the fault tests; here because pytest takes options from the outermost conftest only."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("faults", "how often the fault tests try (tests/faults)")
    group.addoption("--rounds", type=int, metavar="N", help="N kills, cuts or steps instead of a test's own")
    group.addoption("--rounds-seed", type=int, default=2026, metavar="SEED", help="seed of the dice")
    group.addoption("--rounds-report", metavar="FILE", help="append the counts to a file")
