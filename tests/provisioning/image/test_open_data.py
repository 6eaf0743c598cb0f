"""What opens the data partition, and what is said of it: the image's own script with stand-ins for its tools.

The real tools are seen in the image itself (tests/image); here it is which key goes where, at which start.
"""

import os
import subprocess
from pathlib import Path

import pytest

from contract import keyfile

SCRIPT = Path("provisioning/image/tree/usr/lib/carepost/open-data")
# Each writes down what it was asked; the disk is a folder: what `luksFormat` wrote, whether a TPM opens it.
TOOL = """#!/bin/sh
echo "$(basename $0) $*" >>{top}/asked
{does}
"""
DOES = {
    "cryptsetup": """
for word in "$@"; do case $word in isLuks|luksFormat|luksDump|config|open) verb=$word ;; esac; done
key=$(echo "$*" | sed -n 's/.*--key-file \\([^ ]*\\).*/\\1/p')
case $verb in
  isLuks) [ -e {top}/disk/luks ] ;;
  luksFormat) rm -rf {top}/disk/*; cp "$key" {top}/disk/luks ;;
  luksDump) cat {top}/disk/token {top}/disk/label 2>/dev/null; true ;;
  config) echo "Label: carepost" >{top}/disk/label ;;
  open) cmp -s "$key" {top}/disk/luks ;;
esac""",
    "systemd-cryptenroll": """
case $1 in --wipe-slot=0) echo none >{top}/disk/luks ;; *) echo systemd-tpm2 >{top}/disk/token ;; esac
[ ! -e {top}/power-cut ]""",
    "systemd-cryptsetup": "grep -q systemd-tpm2 {top}/disk/token",
    "systemd-repart": "",
    "udevadm": "",
    "blkid": "[ -e {top}/disk/filesystem ]",
    "mkfs.ext4": "touch {top}/disk/filesystem",
    "mount": "",
    "sync": "[ ! -e {top}/power-cut ]",
    "readlink": "echo /devices/disk/vda/vda4",
}


class Disk:
    """A machine's disk and what its start says."""

    def __init__(self, top: Path) -> None:
        self.top = top
        for folder in ("bin", "disk", "efi", "run"):
            (top / folder).mkdir()
        for name, does in DOES.items():
            path = top / "bin" / name
            path.write_text(TOOL.format(top=top, does=does.format(top=top)))
            path.chmod(0o755)
        text = SCRIPT.read_text()
        for there, here in (
            ("/lib/systemd/systemd-cryptsetup", "systemd-cryptsetup"),
            ("/dev/tpmrm0", f"{top}/tpm"),
            ("key=/efi", f"key={top}/efi"),
            ("run=/run", f"run={top}/run"),
        ):
            assert there in text
            text = text.replace(there, here)
        self.script = top / "open-data"
        self.script.write_text(text)

    def start(self, credentials: Path | None = None) -> int:
        environment = {"PATH": f"{self.top}/bin:{os.environ['PATH']}"}
        if credentials is not None:
            environment["CREDENTIALS_DIRECTORY"] = str(credentials)
        done = subprocess.run(["sh", self.script], env=environment, capture_output=True, check=False)
        return done.returncode

    @property
    def lock(self) -> str:
        return (self.top / "run" / "carepost" / "disk-lock").read_text().strip()

    @property
    def key(self) -> Path:
        return self.top / "efi" / "carepost-data.key"

    def asked(self, what: str) -> list[str]:
        return [line for line in (self.top / "asked").read_text().splitlines() if what in line]

    def kept(self, secret: bytes) -> list[str]:
        """Return the files outside the locked disk that hold a key."""
        places = [path for path in self.top.rglob("*") if path.is_file() and "disk" not in path.parts]
        return [path.name for path in places if secret in path.read_bytes()]


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path)


def at_rest(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(keyfile, "LOCKED", disk.top / "run" / "carepost" / "disk-lock")
    return keyfile.at_rest(disk.top)


def test_without_a_tpm_the_key_lies_beside_and_that_is_said(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert disk.start() == 0 and disk.lock == "none"
    secret = (disk.top / "disk" / "luks").read_bytes()
    assert len(secret) == 64 and disk.kept(secret) == ["carepost-data.key"]
    assert at_rest(disk, monkeypatch) not in keyfile.LOCKS
    assert disk.start() == 0 and len(disk.asked("luksFormat")) == len(disk.asked("mkfs")) == 1


def test_with_a_tpm_no_key_stays_outside_it(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    (disk.top / "tpm").touch()
    assert disk.start() == 0 and disk.lock == keyfile.TPM
    assert not disk.key.exists() and list((disk.top / "run").glob("*.key")) == []
    assert disk.asked("--wipe-slot=0")  # the key it was made with opens it no more
    assert at_rest(disk, monkeypatch) in keyfile.LOCKS
    assert disk.start() == 0 and len(disk.asked("luksFormat")) == 1


def test_a_key_that_is_handed_over_is_kept_nowhere(
    disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = tmp_path / "credentials"
    handed.mkdir()
    (handed / "carepost-data-key").write_bytes(b"from the host, not from the disk")
    assert disk.start(handed) == 0 and disk.lock == keyfile.HANDED
    assert not disk.key.exists() and disk.kept(b"from the host") == ["carepost-data-key"]
    assert at_rest(disk, monkeypatch) in keyfile.LOCKS
    (handed / "carepost-data-key").write_bytes(b"another's")
    assert disk.start(handed) != 0 and disk.start() != 0  # another's key, and none at all
    assert len(disk.asked("luksFormat")) == 1  # refused, and nothing made anew


def test_a_first_start_that_was_cut_off_is_made_again(disk: Disk) -> None:
    (disk.top / "power-cut").touch()
    assert disk.start() != 0 and not disk.key.exists() and (disk.top / "disk" / "luks").exists()
    (disk.top / "power-cut").unlink()
    assert disk.start() == 0 and disk.lock == "none"
    assert len(disk.asked("luksFormat")) == 2


def test_data_whose_key_is_lost_is_left_as_it_is(disk: Disk) -> None:
    assert disk.start() == 0
    disk.key.unlink()
    assert disk.start() != 0 and len(disk.asked("luksFormat")) == 1


def test_a_lost_tpm_is_no_reason_to_make_the_data_anew(disk: Disk) -> None:
    (disk.top / "tpm").touch()
    assert disk.start() == 0
    (disk.top / "tpm").unlink()
    (disk.top / "disk" / "token").write_text("systemd-tpm2 of another machine")
    disk.start()
    assert len(disk.asked("luksFormat")) == 1
