"""The command line, as a person or a script uses it."""

import json
import os
import re
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

from contract.envelope import Fate, Lane, SignedEnvelope, open_envelope
from contract.export import read_export
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


def quarantine(station: Any, hub: Any, new_put: Any) -> list[Any]:
    """A store with one entry waiting, one delivered, one quarantined, one refused as too large."""
    store = station.open()
    puts = [new_put() for _ in range(4)]
    store.commit(puts)
    reader = station.read()
    signed = [row.signed for row in reader.rows()]
    reader.close()
    store.settle(hub.receipt(signed[1:2]), hub.keys)
    store.settle(hub.receipt(signed[2:3], Fate.QUARANTINED), hub.keys)
    store.mark_refused([puts[3].id])
    return puts


def test_quarantine_is_listed_exported_and_released_beside_the_writer(
    station: Any, hub: Any, new_put: Any, tmp_path: Path, capsys: Any
) -> None:
    _, _, bad, big = quarantine(station, hub, new_put)
    store = str(station.directory)
    public = tmp_path / "public.pem"
    public.write_bytes(
        station.signer.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    assert main(["--store", store, "quarantine", "list", "--json"]) == 0
    listed = {each["id"]: each["state"] for each in json.loads(capsys.readouterr().out)}
    assert listed == {str(bad.id): "quarantined", str(big.id): "refused"}
    file = tmp_path / "out"
    assert main(["--store", store, "--station-key", str(public), "quarantine", "export", str(file)]) == 0
    with file.open("rb") as content:
        head, envelopes = read_export(content)
        assert [open_envelope(e, head.station_public).id for e in envelopes] == [bad.id, big.id]
    capsys.readouterr()
    assert main(["--store", store, "quarantine", "release", str(bad.id), str(UUID(int=9))]) == 1
    said = capsys.readouterr()
    assert said.out.split() == [str(bad.id)]
    assert "is not in quarantine here" in said.err
    assert main(["--store", store, "quarantine", "release"]) == 1
    assert "name what to release, or --all" in capsys.readouterr().err
    assert main(["--store", store, "quarantine", "release", "--all"]) == 0
    assert capsys.readouterr().out.split() == [str(big.id)]
    running = station.stores[-1]
    running.look()  # what another process changed is counted
    lane = running.insight().lanes[Lane.READING]
    assert (lane.waiting, lane.quarantined, lane.refused, lane.held) == (3, 0, 0, 4)


def test_status_for_scripts_and_metrics_for_a_monitor(
    station: Any, hub: Any, new_put: Any, capsys: Any
) -> None:
    quarantine(station, hub, new_put)
    assert main(["--store", str(station.directory), "status", "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    reading = status["lanes"]["reading"]
    assert (reading["waiting"], reading["quarantined"], reading["refused"], reading["held"]) == (1, 1, 1, 4)
    assert reading["since"] == status["last_receipt"] == "2026-11-24T12:00:00Z"
    assert status["epoch"] == str(hub.epoch)
    assert status["space"]["level"] == "fine"
    assert status["lanes"]["media"]["quota_bytes"] == 4 << 30
    assert main(["--store", str(station.directory), "metrics"]) == 0
    values = {}
    for line in capsys.readouterr().out.splitlines():
        if line.startswith("#"):
            assert re.fullmatch(r"# (HELP [a-z_]+ .+|TYPE [a-z_]+ gauge)", line)
        else:
            match = re.fullmatch(r'([a-z_]+(?:\{[a-z]+="[^"]*"\})?) ([0-9.e-]+)', line)
            assert match, line
            values[match[1]] = float(match[2])
    assert values['carepost_queue_lane_waiting{lane="reading"}'] == 1
    assert values['carepost_queue_lane_waiting{lane="alert"}'] == 0
    assert values['carepost_queue_lane_quarantined{lane="reading"}'] == 1
    assert values['carepost_queue_lane_held_bytes{lane="reading"}'] == reading["held_bytes"]
    assert values['carepost_queue_lane_quota_ratio{lane="media"}'] == 0
    assert values["carepost_queue_last_receipt_seconds"] > 1.7e9
    assert values[f'carepost_queue_hub_epoch_info{{epoch="{hub.epoch}"}}'] == 1
    assert "carepost_queue_set_aside" in values


@pytest.mark.parametrize(
    "command",
    [
        "status --json",
        "metrics",
        "quarantine release --all",
        "list",
        "status",
        "verify",
        "drain --to x",
        "export x",
        "quarantine list",
    ],
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
