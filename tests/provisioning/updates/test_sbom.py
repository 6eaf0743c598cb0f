"""A release's bill of materials: what is locked and installed, with hashes and licences."""

import json
from pathlib import Path
from typing import Any

import pytest

from provisioning.release.sbom import SbomError, joined, main, pins

ENVIRONMENT: dict[str, Any] = {
    "components": [
        {"name": "Some_Package", "version": "1.0", "licenses": [{"license": {"id": "MIT"}}]},
        {"name": "pip", "version": "9"},
    ]
}
DIGEST = {"alg": "SHA-256", "content": "0f" * 32}


def locked(*hashes: dict[str, str]) -> dict[str, Any]:
    return {
        "components": [
            {
                "name": "some-package",
                "version": "1.0",
                "purl": "pkg:pypi/some-package@1.0",
                "externalReferences": [{"type": "distribution", "hashes": [each]} for each in hashes],
            },
            {"name": "of-another-platform", "version": "2", "purl": "pkg:pypi/of-another-platform@2"},
        ]
    }


def test_what_is_locked_and_installed_with_hash_and_licence() -> None:
    told = joined(ENVIRONMENT, locked(DIGEST, DIGEST), "1.2")
    [component] = told["components"]
    assert component["licenses"] == [{"license": {"id": "MIT"}}]
    assert component["externalReferences"][0]["hashes"] == [DIGEST]
    assert told["metadata"]["component"]["version"] == "1.2"
    assert told["dependencies"] == [{"ref": "carepost", "dependsOn": ["pkg:pypi/some-package@1.0"]}]


def test_what_would_be_no_bill_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SbomError, match="without a hash"):
        joined(ENVIRONMENT, locked(), "1.2")
    with pytest.raises(SbomError, match="right environment"):
        joined({}, locked(DIGEST), "1.2")
    for name, content in (("a", ENVIRONMENT), ("b", locked(DIGEST))):
        (tmp_path / name).write_text(json.dumps(content))
    line = [str(tmp_path / "a"), str(tmp_path / "b"), "--version", "1", "--out", str(tmp_path / "out")]
    assert main(line) == 0
    assert json.loads((tmp_path / "out").read_text())["bomFormat"] == "CycloneDX"
    (tmp_path / "b").write_text("{")
    assert main(line) == 1


def test_the_versions_are_one() -> None:
    """pyproject, core and change log: what scripts/release wants."""
    root = Path(__file__).resolve().parents[3]
    version = next(
        line.split('"')[1]
        for line in (root / "pyproject.toml").read_text().splitlines()
        if line[:7] == "version"
    )
    assert f'VERSION = "{version}"' in (root / "kiosk" / "core" / "app.py").read_text()
    assert f"\n## {version}" in (root / "CHANGELOG.md").read_text()


def test_pins() -> None:
    assert pins("a==1 \\\n    --hash=x\nB_c[extra]==2.0 ; python_version < '3.12' \\\n# d==3\n") == {
        ("a", "1"),
        ("b-c", "2.0"),
    }
