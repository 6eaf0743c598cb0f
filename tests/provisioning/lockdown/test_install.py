"""Installing on a Debian that is there: shown first, whole, and taken back to what it was."""

from pathlib import Path

import pytest

from provisioning.__main__ import main
from provisioning.lockdown import install
from provisioning.lockdown.plan import File, Plan

PLAN = Plan(
    {"etc/a.conf": File(b"ours\n"), "usr/lib/carepost/run": File(b"#!/bin/sh\n", 0o755)},
    {"etc/systemd/system/getty@.service": "/dev/null"},
)


def state(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(root))] = str(path.readlink())
        elif path.is_file():
            found[str(path.relative_to(root))] = (path.read_bytes(), path.stat().st_mode & 0o777)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "etc/systemd/system").mkdir(parents=True)
    (tmp_path / "etc/a.conf").write_text("theirs\n")
    (tmp_path / "etc/a.conf").chmod(0o640)
    (tmp_path / "etc/systemd/system/getty@.service").symlink_to("/lib/theirs")
    return tmp_path


def test_what_is_shown_is_what_is_done(root: Path) -> None:
    shown = list(install.changes(PLAN, root))
    assert "other /etc/a.conf" in shown and "      -theirs" in shown and "      +ours" in shown
    assert "new   /usr/lib/carepost/run (755, 10 bytes)" in shown
    assert "link  /etc/systemd/system/getty@.service -> /dev/null" in shown
    assert install.install(PLAN, root) == 3
    assert list(install.changes(PLAN, root)) == []
    assert install.install(PLAN, root) == 0
    (root / "usr/lib/carepost/run").chmod(0o600)
    assert list(install.changes(PLAN, root)) == ["mode  /usr/lib/carepost/run: 755"]


def test_undo_leaves_the_machine_as_it_was(root: Path) -> None:
    before = state(root)
    install.install(PLAN, root)
    changed = Plan({**PLAN.files, "etc/a.conf": File(b"ours, newer\n")}, PLAN.links)
    install.install(changed, root)
    assert state(root) != before
    assert install.undo(root) == 3
    assert state(root) == before
    assert install.undo(root) == 0


def test_the_command_shows_everything_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    assert main(["install", "--dry-run", "--appliance", "--root", str(root)]) == 0
    told = capsys.readouterr().out
    assert "/etc/systemd/system/carepost-session.service" in told and "getty@.service -> /dev/null" in told
    assert not list(root.iterdir())
    assert main(["install", "--root", str(root)]) == 0
    assert (root / "etc/systemd/system/carepost-core.service").is_file()
    assert not (root / "etc/systemd/system/getty@.service").is_symlink()
    assert main(["uninstall", "--root", str(root)]) == 0
    assert state(root) == {}
