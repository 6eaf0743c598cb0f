"""How often faults are tried, with which dice, and where the counts go."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

PORTION = 150


class Rounds:
    """`--rounds`, `--rounds-seed` and `--rounds-report` of the command line (tests/conftest.py)."""

    def __init__(self, config: pytest.Config) -> None:
        self._given: int | None = config.getoption("--rounds")
        self.seed: int = config.getoption("--rounds-seed")
        self._report: str | None = config.getoption("--rounds-report")

    def count(self, own: int) -> int:
        """Return how many to try: what the command line says, or the test's own number."""
        return self._given or own

    def portions(self, own: int, size: int = PORTION) -> Iterator[int]:
        """Yield that number in portions."""
        left = self.count(own)
        while left > 0:
            yield min(left, size)
            left -= size

    def report(self, what: str, counts: Mapping[str, int]) -> None:
        """Print counts (pytest -s shows them), and append them to the report."""
        line = f"{what}: {json.dumps(dict(counts))} (seed {self.seed})"
        print(f"\n{line}")
        if self._report is not None:
            with Path(self._report).open("a") as file:
                file.write(line + "\n")
