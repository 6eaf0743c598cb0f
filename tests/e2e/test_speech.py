"""The real synthesiser, started as the launcher starts it: speaks our languages, writes nothing down."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sound_house import SoundHouse

from kiosk.processes import Paths, speech_command
from ui.voice.line import connector
from ui.voice.ssip import Dialogue, Utterance

pytestmark = pytest.mark.e2e
PATIENCE_S = 60
SECRET = "Zebulon Quatermass"


def until(so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not so():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paths]:
    """A synthesiser whose loudspeaker can be listened to."""
    house = SoundHouse(tmp_path, monkeypatch)
    house.plug("desk")
    found = Paths(tmp_path, tmp_path / "r")
    found.speech_socket.parent.mkdir(parents=True)
    process = subprocess.Popen(speech_command(found), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(found.speech_socket.exists, "Speech Dispatcher")
    yield found
    process.terminate()
    process.wait(PATIENCE_S)
    house.close()


def say(paths: Paths, *utterances: Utterance) -> None:
    """Say things and hear them out."""
    dialogue = Dialogue()
    for utterance in utterances:
        dialogue.say(utterance)
    with connector(str(paths.speech_socket))() as socket:
        socket.settimeout(PATIENCE_S)
        while data := dialogue.out():
            socket.sendall(data)
            while not dialogue.idle:
                dialogue.feed(socket.recv(4096))


def loudness(paths: Paths, utterance: Utterance) -> int:
    """Return the loudest sample (of 32 768) the loudspeaker was given while something was said."""
    record = ["parec", "--device=desk.monitor", "--format=s16le", "--channels=1", "--rate=16000", "--raw"]
    with subprocess.Popen(record, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as listening:
        assert listening.stdout is not None
        say(paths, utterance)
        loudest, end = 0, time.monotonic() + PATIENCE_S
        while loudest < 500 and time.monotonic() < end:
            data = listening.stdout.read(3200)
            values = memoryview(data).cast("h")
            loudest = max(loudest, *(abs(value) for value in values))
        listening.terminate()
        listening.wait(PATIENCE_S)
    return loudest


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello there.", "en"),
        ("Buenos días.", "es"),
        ("مرحبا بك.", "ar"),
        ("Xin chào.", "vi"),
        ("您好。", "cmn"),
    ],
    ids=["en", "es", "ar", "vi", "zh"],
)
def test_it_is_heard_in_each_language(paths: Paths, text: str, language: str) -> None:
    assert loudness(paths, Utterance(text, language, 60)) >= 500


def test_what_was_said_is_in_no_file(paths: Paths) -> None:
    say(paths, Utterance(SECRET, "en"))
    files = [path for path in paths.run.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_it_tells_when_all_was_said(paths: Paths) -> None:
    dialogue = Dialogue()
    dialogue.follow()
    for words in ("One short sentence.", "And one more."):
        dialogue.say(Utterance(words, "en", 0))
    with connector(str(paths.speech_socket))() as socket:
        socket.settimeout(PATIENCE_S)
        while data := dialogue.out():
            socket.sendall(data)
            while not dialogue.idle:
                dialogue.feed(socket.recv(4096))
        assert dialogue.done
        assert not dialogue.silent  # handed over, and still being spoken
        while not dialogue.silent:
            dialogue.feed(socket.recv(4096))
