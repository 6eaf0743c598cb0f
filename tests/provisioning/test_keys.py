"""Where the station's key is kept: a file, or sealed by systemd (here by a stand-in for its tool)."""

import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from lying_hub import LyingHub

from contract import keyfile
from provisioning.enrol import Asking, EnrolError, enrol, status
from provisioning.errors import ProvisioningError
from provisioning.keys import CredentialKeys, FileKeys, keeper, keeper_of, pem

KEY = Ed25519PrivateKey.generate()
# Seals by naming the way before base64, so that a test sees that nothing of the key is in the clear.
TOOL = """#!/bin/sh
case "$1" in
  has-tpm2) exit {has_tpm} ;;
  encrypt) echo "SEALED $2 $3"; base64 ;;
  decrypt) read -r line; case "$line" in "SEALED $2"*) base64 -d ;; *) echo "not mine" >&2; exit 1 ;; esac ;;
esac
"""


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    path = folder / "systemd-creds"
    path.write_text(TOOL.format(has_tpm=0))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return path


def raw(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes_raw()


def test_a_file_is_kept_and_read(tmp_path: Path) -> None:
    FileKeys().keep(tmp_path, KEY)
    assert raw(keeper_of(tmp_path).load(tmp_path)) == raw(KEY)
    assert (tmp_path / keyfile.FILE).stat().st_mode & 0o777 == 0o600
    assert keyfile.at_rest(tmp_path) == keyfile.PLAIN


@pytest.mark.parametrize("way", [keyfile.HOST, keyfile.TPM])
def test_a_sealed_key_is_nowhere_in_the_clear(tool: Path, tmp_path: Path, way: str) -> None:
    state = tmp_path / "state"
    state.mkdir()
    CredentialKeys(way).keep(state, KEY)
    assert all(b"PRIVATE" not in path.read_bytes() for path in state.iterdir())
    assert keyfile.enrolled(state) and keyfile.at_rest(state) == way
    assert raw(keeper_of(state).load(state)) == raw(KEY)
    (state / keyfile.SEALED).write_bytes(b"SEALED by another machine\n")
    with pytest.raises(ProvisioningError, match="not mine"):
        keeper_of(state).load(state)


def test_core_reads_what_systemd_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = tmp_path / "credentials"
    opened.mkdir()
    (opened / keyfile.CREDENTIAL).write_bytes(pem(KEY))
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(opened))
    assert keyfile.key_path(tmp_path) == opened / keyfile.CREDENTIAL
    assert raw(FileKeys().load(tmp_path)) == raw(KEY)
    (opened / keyfile.CREDENTIAL).write_text("none\n")  # the unit's word where nothing is sealed
    assert keyfile.key_path(tmp_path) == tmp_path / keyfile.FILE
    (opened / keyfile.CREDENTIAL).unlink()
    assert keyfile.key_path(tmp_path) == tmp_path / keyfile.FILE
    (opened / keyfile.CREDENTIAL).write_bytes(pem(KEY))
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    assert keyfile.key_path(tmp_path) == tmp_path / keyfile.FILE


@pytest.mark.parametrize(
    ("said", "locked"), [(keyfile.TPM, True), (keyfile.HANDED, True), ("none", False), ("", False)]
)
def test_what_opens_the_disk_is_believed_as_the_start_said_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, locked: bool
) -> None:
    monkeypatch.setattr(keyfile, "LOCKED", tmp_path / "disk-lock")
    assert keyfile.at_rest(tmp_path) not in keyfile.LOCKS
    keyfile.LOCKED.write_text(f"{said}\n")
    assert (keyfile.at_rest(tmp_path) in keyfile.LOCKS) is locked


def test_a_machine_without_a_tpm_says_so_before_the_code_is_used(
    hub: LyingHub, tool: Path, tmp_path: Path
) -> None:
    tool.write_text(TOOL.format(has_tpm=1))
    code = hub.code()
    with pytest.raises(ProvisioningError, match="no TPM"):
        enrol(hub.url, code, tmp_path / "a", Asking(keys=CredentialKeys(keyfile.TPM)))
    assert hub.asked == []
    assert isinstance(keeper("auto"), FileKeys)


def test_enrolled_with_a_sealed_key(hub: LyingHub, tool: Path, tmp_path: Path) -> None:
    state = tmp_path / "station"
    enrol(hub.url, hub.code(), state, Asking(keys=keeper("auto")))
    assert not (state / keyfile.FILE).exists()
    assert status(state)["key"] == "sealed by this machine's TPM"
    with pytest.raises(EnrolError, match="already"):
        enrol(hub.url, hub.code(), state)


def test_a_word_that_a_file_says_is_not_believed_without_the_sealed_key(tmp_path: Path) -> None:
    (tmp_path / keyfile.HOW).write_text(keyfile.TPM)
    assert keyfile.protection(tmp_path) == keyfile.PLAIN
