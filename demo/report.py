"""demo-output/: what the demo did, step by step, and what it looked like."""

import html
import json
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass
class Step:
    """One step of the demo. `detail` says what was seen, or what went wrong."""

    name: str
    ok: bool
    seconds: float
    detail: str


class StepFailed(Exception):
    """A check of the demo did not hold; the message says what was expected and what was seen."""


def expect(condition: object, what: str) -> None:
    """Raise StepFailed when a check does not hold."""
    if not condition:
        raise StepFailed(what)


class Report:
    """Collects steps and pictures in a folder; an earlier run's are replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []
        for part in ("screens", "console"):
            place = folder / part
            place.mkdir(parents=True, exist_ok=True)
            for old in place.glob("*.png"):
                old.unlink()

    @contextmanager
    def step(self, name: str) -> Iterator[list[str]]:
        """Time a step; append words to the list it gives. A failure is noted and raised again."""
        words: list[str] = []
        started = time.monotonic()
        print(f"  … {name}", flush=True)
        try:
            yield words
        except Exception as error:
            told = str(error) if isinstance(error, StepFailed) else "".join(traceback.format_exception(error))
            self._note(Step(name, False, time.monotonic() - started, "; ".join([*words, told])))
            raise
        self._note(Step(name, True, time.monotonic() - started, "; ".join(words)))

    def _note(self, step: Step) -> None:
        self.steps.append(step)
        mark = "✓" if step.ok else "✗"
        print(
            f"  {mark} {step.name} ({step.seconds:.1f} s){': ' + step.detail if step.detail else ''}",
            flush=True,
        )
        self.write()

    @property
    def ok(self) -> bool:
        """Did every step so far hold?"""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def write(self) -> None:
        """Write report.json and report.html."""
        steps = [{**asdict(step), "seconds": round(step.seconds, 3)} for step in self.steps]
        (self.folder / "report.json").write_text(json.dumps(steps, indent=1, ensure_ascii=False) + "\n")
        (self.folder / "report.html").write_text(self._page())

    def _page(self) -> str:
        rows = "".join(_row(step) for step in self.steps)
        pictures = "".join(
            _figure(part, picture)
            for part in ("screens", "console")
            for picture in sorted((self.folder / part).glob("*.png"))
        )
        return (
            "<!doctype html><html lang=en><meta charset=utf-8><title>Carepost demo</title><style>"
            "body{font:16px/1.5 sans-serif;margin:2rem;max-width:80rem}"
            "td{padding:.2rem .8rem;vertical-align:top}"
            ".ok td:first-child{color:#1b5e20}.bad td:first-child{color:#a01818}"
            "figure{display:inline-block;width:30%;margin:.5rem}img{width:100%;border:1px solid #7a869a}"
            f"</style><h1>Carepost: one whole visit</h1><table>{rows}</table><h2>Pictures</h2>{pictures}"
        )


def _row(step: Step) -> str:
    kind, mark = ("ok", "✓ ok") if step.ok else ("bad", "✗ failed")
    name, detail = html.escape(step.name), html.escape(step.detail)
    return f"<tr class={kind}><td>{mark}<td>{name}<td>{step.seconds:.1f} s<td>{detail}"


def _figure(part: str, picture: Path) -> str:
    source = f"{part}/{picture.name}"
    return f"<figure><img src='{source}' loading=lazy><figcaption>{picture.stem}</figcaption></figure>"
