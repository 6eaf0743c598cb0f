"""`put-file`: a large file by the chunk, opened again as the hub does, also after it was killed."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from contract.blob import CHUNK, FILE_SCHEMA, SCHEMA, Manifest, chunk_id, open_all
from contract.envelope import Envelope, Lane, SignedEnvelope
from contract.seal import unseal
from offline_queue import QueueUnavailable, Reader, files
from offline_queue.__main__ import main
from offline_queue.keys import boot_id, identity
from offline_queue.model import Put
from offline_queue.store import Store


def held(store: Path) -> dict[UUID, Envelope]:
    reader = Reader(store)
    try:
        rows = [row.signed for row in reader.rows()]
    finally:
        reader.close()
    assert all(isinstance(signed, SignedEnvelope) for signed in rows)
    envelopes = [msgspec.msgpack.decode(s.envelope, type=Envelope) for s in rows if s is not None]
    return {envelope.id: envelope for envelope in envelopes}


def saved(store: Path) -> int:
    """Count what is held, also while the store is being made."""
    try:
        return len(held(store))
    except QueueUnavailable:
        return 0


def manifests(store: Path) -> dict[UUID, Manifest]:
    """Open every manifest with the throw-away hub's key."""
    key = load_pem_private_key((store / "throw-away-keys" / "hub-sealing.pem").read_bytes(), None)
    assert isinstance(key, X25519PrivateKey)
    sealed = {i: e for i, e in held(store).items() if e.schema == FILE_SCHEMA}
    return {
        i: msgspec.msgpack.decode(unseal(e.sealed(), station=e.station, private=key), type=Manifest)
        for i, e in sealed.items()
    }


def content(store: Path, told: Manifest) -> bytes:
    envelopes = held(store)
    chunks = [envelopes[chunk_id(told.id, index)] for index in range(told.chunks)]
    return b"".join(open_all(told, chunks[0].station, (chunk.sealed() for chunk in chunks)))


def put(store: Path, file: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "offline_queue", "--store", str(store), "put-file", "--lane", "media"]
    return subprocess.run([*command, str(file)], capture_output=True, check=False)


@pytest.mark.parametrize("size", [0, 1, CHUNK, files.AT_ONCE * CHUNK, files.AT_ONCE * CHUNK + 1])
def test_a_file_comes_out_as_it_went_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], size: int
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(os.urandom(size))
    store = tmp_path / "q"

    assert main(["--store", str(store), "put-file", "--lane", "media", str(photo)]) == 0

    printed = capsys.readouterr()
    assert printed.err == "", "no bar where there is no terminal"
    told = manifests(store)[UUID(printed.out.strip())]
    assert content(store, told) == photo.read_bytes()
    envelopes = list(held(store).values())
    assert {e.lane for e in envelopes} == {Lane.MEDIA}
    assert len({e.stream for e in envelopes}) == 1, "one order for all of it"
    assert envelopes[-1].schema == FILE_SCHEMA, "the manifest comes last"
    assert {e.schema for e in envelopes[:-1]} == {SCHEMA}
    assert main(["--store", str(store), "verify"]) == 0


def test_what_the_station_keeps_opens_nothing(tmp_path: Path) -> None:
    """Where the hub's key is the hub's alone, neither content nor file key is on the station's disk."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"a face" * 40_000)
    store = tmp_path / "q"
    put(store, photo)
    [told] = manifests(store).values()

    for file in (f for f in store.rglob("*") if f.is_file()):
        kept = file.read_bytes()
        assert b"a face" not in kept
        assert told.key not in kept


def test_killed_anywhere_it_counts_as_nothing_and_works_the_next_time(tmp_path: Path) -> None:
    store, pipe = tmp_path / "q", tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "offline_queue", "--store", str(store), "put-file", "--lane", "media"]
    with subprocess.Popen([*command, str(pipe)], stdout=subprocess.PIPE) as process:
        with pipe.open("wb", buffering=0) as writer:
            for _ in range(2 * files.AT_ONCE):
                writer.write(bytes(CHUNK))
            writer.write(b"x")
            end = time.monotonic() + 60
            while saved(store) < files.AT_ONCE:
                assert process.poll() is None
                assert time.monotonic() < end, "nothing was saved"
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert process.stdout is not None
        assert process.stdout.read() == b""
    orphans = held(store)
    assert len(orphans) >= files.AT_ONCE
    assert manifests(store) == {}

    photo = tmp_path / "photo.jpg"
    photo.write_bytes(os.urandom(CHUNK + 9))
    done = put(store, photo)
    assert done.returncode == 0
    [told] = manifests(store).values()
    assert told.id == UUID(done.stdout.decode().strip())
    assert content(store, told) == photo.read_bytes()
    assert orphans.keys() <= held(store).keys(), "nothing that was saved is thrown away"


def test_the_same_chunk_again_is_no_second_entry(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(os.urandom(CHUNK + 9))
    store = tmp_path / "q"
    put(store, photo)
    before = held(store)
    who = identity(store)
    queue = Store.open(store, station=who.station, signer=who.signer, boot_id=boot_id())
    try:
        again = [Put(e.lane, e.sealed(), e.id, e.stream) for e in before.values()]
        assert queue.commit(again) == []
    finally:
        queue.close()
    assert held(store) == before


def test_a_terminal_sees_how_much_is_saved(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(bytes(3 * files.AT_ONCE * CHUNK))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "offline_queue", "--store", str(tmp_path / "q"), "put-file"]
    process = subprocess.Popen(
        [*command, "--lane", "media", str(photo)], stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    assert process.stdout is not None
    with process, process.stdout:
        assert UUID(process.stdout.read().decode().strip())
    shown = os.read(ours, 4096).decode()
    os.close(ours)
    assert re.findall(r"(\d+)% saved", shown) == ["33", "67", "100"]


def test_a_file_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    done = put(tmp_path / "q", tmp_path / "none.jpg")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"none.jpg" in done.stderr
    assert b"Traceback" not in done.stderr
