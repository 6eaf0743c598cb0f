"""The command line, as a person or a script uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from contract.envelope import SignedEnvelope, open_envelope
from contract.seal import unseal
from offline_queue.__main__ import main


def run(store: Path, *arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "offline_queue", "--store", str(store), *arguments]
    return subprocess.run(command, input=text, capture_output=True, check=False)


def test_put_list_verify_drain_and_open_again(tmp_path: Path, capsys: Any) -> None:
    store = tmp_path / "q"
    done = run(store, "put", "--lane", "reading", text=b"one\ntwo\nlast without newline")
    assert (done.returncode, done.stderr) == (0, b"")
    ids = [UUID(line) for line in done.stdout.decode().split()]
    alert = UUID(run(store, "put", "--lane", "alert", text=b"help\n").stdout.decode().strip())
    assert main(["--store", str(store), "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [UUID(each["id"]) for each in listed] == [alert, *ids]
    assert {each["state"] for each in listed} == {"saved"}
    assert [set(each) for each in listed] == [{"id", "lane", "state", "time"}] * 4
    assert [each["lane"] for each in listed] == ["alert"] + ["reading"] * 3
    assert main(["--store", str(store), "verify"]) == 0
    assert "4 entries checked, 0 problems" in capsys.readouterr().out
    assert main(["--store", str(store), "drain", "--to", str(tmp_path / "out")]) == 0
    private = load_pem_private_key((store / "throw-away-keys" / "hub-sealing.pem").read_bytes(), None)
    signer = load_pem_private_key((store / "throw-away-keys" / "station-signing.pem").read_bytes(), None)
    assert isinstance(private, X25519PrivateKey)
    assert isinstance(signer, Ed25519PrivateKey)
    plain = {}
    for file in (tmp_path / "out").iterdir():
        signed = msgspec.msgpack.decode(file.read_bytes(), type=SignedEnvelope)
        envelope = open_envelope(signed, signer.public_key().public_bytes_raw())
        plain[envelope.id] = unseal(envelope.sealed(), station=envelope.station, private=private)
    expected = [b"help", b"one", b"two", b"last without newline"]
    assert plain == dict(zip([alert, *ids], expected, strict=True))


def test_nothing_readable_or_open_to_others_is_left(tmp_path: Path) -> None:
    store = tmp_path / "q"
    hub = X25519PrivateKey.generate().public_key()
    signer = Ed25519PrivateKey.generate()
    (tmp_path / "hub.pem").write_bytes(hub.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    key = tmp_path / "station.pem"
    key.write_bytes(signer.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    run(
        store, "--station-key", str(key), "put", "--lane", "log", "--station", str(UUID(int=5)), "--hub-key",
        str(tmp_path / "hub.pem"), "--stream", "00" * 16, text=b"a very secret line\n",
    )  # fmt: skip
    files = [file for file in store.rglob("*") if file.is_file()]
    assert files == [file for file in files if file.parent == store], "no throw-away key was needed"
    for file in files:
        assert b"secret" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
    public = tmp_path / "public.pem"
    public.write_bytes(signer.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    assert run(store, "--station-key", str(public), "verify").returncode == 0
    other = tmp_path / "other.pem"
    other.write_bytes(
        Ed25519PrivateKey.generate()
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    wrong = run(store, "--station-key", str(other), "verify")
    assert wrong.returncode == 1
    assert b"signature" in wrong.stdout


def test_status_quarantine_and_export(tmp_path: Path, capsys: Any) -> None:
    store = str(tmp_path / "q")
    run(tmp_path / "q", "put", "--lane", "media", text=b"x\n")
    assert main(["--store", store, "status"]) == 0
    out = capsys.readouterr().out
    assert "waiting since" in out
    assert [line.split() for line in out.splitlines() if line.startswith("media")] == [
        ["media", "1", "0", "0", "0", "0"]
    ]
    assert main(["--store", store, "quarantine", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["--store", store, "export", str(tmp_path / "file")]) == 0
    assert (tmp_path / "file").stat().st_size > 256


@pytest.mark.parametrize(
    "command", ["list", "status", "verify", "drain --to x", "export x", "quarantine list"]
)
def test_reading_commands_make_nothing(tmp_path: Path, capsys: Any, command: str) -> None:
    assert main(["--store", str(tmp_path / "none"), *command.split()]) == 1
    assert "offline_queue: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path, "put", "--lane", "fast").returncode == 2
    assert run(tmp_path).returncode == 2
    wrong = run(tmp_path, "put", "--lane", "log", "--stream", "00", text=b"x\n")
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert b"a stream is 16 bytes" in wrong.stderr


def test_a_line_that_is_too_long_is_refused_and_the_ones_before_it_kept(tmp_path: Path) -> None:
    done = run(tmp_path / "q", "put", "--lane", "log", text=b"short\n" + b"x" * (1 << 20) + b"\nafter\n")
    assert done.returncode == 1
    assert len(done.stdout.split()) == 1
    assert b"nothing of it was saved" in done.stderr


def test_list_beside_a_running_put(tmp_path: Path) -> None:
    store = tmp_path / "q"
    with subprocess.Popen(
        [sys.executable, "-m", "offline_queue", "--store", str(store), "put", "--lane", "log"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"one\n")
        process.stdin.flush()
        identity = process.stdout.readline().strip()
        assert [each["id"] for each in json.loads(run(store, "list", "--json").stdout)] == [identity.decode()]
        second = run(store, "put", "--lane", "log", text=b"two\n")
        assert second.returncode == 1
        assert b"another process has this queue open" in second.stderr
        process.stdin.close()
    assert process.returncode == 0
