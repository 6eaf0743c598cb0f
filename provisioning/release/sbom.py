"""A release's bill of materials (CycloneDX): what is locked, with hashes and licences, in one document.

`python -m provisioning.release.sbom ENVIRONMENT LOCKED --version V --out FILE` joins what `cyclonedx-py
environment` tells (licences) with what `cyclonedx-py requirements` tells (hashes), by package and version.
What the lock names and the environment lacks (another platform's) is left out; what is locked without a
hash is an error.
"""

import argparse
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Bom = dict[str, Any]


class SbomError(Exception):
    """The two documents do not make one; the message says why."""


def name_of(component: Mapping[str, Any]) -> tuple[str, str]:
    """Return what a component is known by: its normalised name (PEP 503) and its version."""
    return re.sub(r"[-_.]+", "-", component["name"]).lower(), component.get("version", "")


def joined(environment: Bom, locked: Bom, version: str) -> Bom:
    """Return one document of what is locked and installed. Raises SbomError."""
    installed = {name_of(each): each for each in environment.get("components", ())}
    found = []
    for each in locked.get("components", ()):
        known = installed.get(name_of(each))
        if known is None:
            continue
        hashes = [
            digest
            for reference in each.get("externalReferences", ())
            for digest in reference.get("hashes", ())
        ]
        if not hashes:
            raise SbomError(f"{each['name']} {each['version']} is locked without a hash")
        found.append(
            {
                "type": "library",
                "bom-ref": each["purl"],
                "name": each["name"],
                "version": each["version"],
                "purl": each["purl"],
                "licenses": known.get("licenses", []),
                # one a file of the package: of each only one is installed
                "externalReferences": [
                    {"type": "distribution", "url": each["purl"], "hashes": _once(hashes)},
                ],
            }
        )
    if not found:
        raise SbomError("nothing that is locked is installed: is this the right environment?")
    subject = {"type": "application", "bom-ref": "carepost", "name": "carepost", "version": version}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**subject, "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": sorted(found, key=name_of),
        "dependencies": [{"ref": "carepost", "dependsOn": sorted(each["purl"] for each in found)}],
    }


def _once(hashes: list[Mapping[str, str]]) -> list[dict[str, str]]:
    return [dict(pair) for pair in sorted({tuple(sorted(digest.items())) for digest in hashes})]


def pins(lock: str) -> set[tuple[str, str]]:
    """Return what a lock file pins, by normalised name and version; lines for another platform left out."""
    found = set()
    for line in lock.splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", line)
        if match:
            found.add(name_of({"name": match[1], "version": match[2]}))
    return found


def main(argv: list[str] | None = None) -> int:
    """Join two documents; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m provisioning.release.sbom", description=__doc__)
    parser.add_argument("environment", type=Path)
    parser.add_argument("locked", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(argv)
    try:
        read = [json.loads(path.read_text()) for path in (options.environment, options.locked)]
        told = joined(read[0], read[1], options.version)
    except (OSError, ValueError, KeyError, SbomError) as error:
        print(f"no bill of materials: {error}", file=sys.stderr)
        return 1
    options.out.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")
    without = [each["name"] for each in told["components"] if not each["licenses"]]
    print(f"{len(told['components'])} components; without a licence told: {', '.join(without) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
