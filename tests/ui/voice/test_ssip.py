"""SSIP: one command after the other, words that can't be taken for commands, silence when it is wanted."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui.voice.ssip import Dialogue, NotSsip, Utterance


def drive(dialogue: Dialogue, sent: list[bytes]) -> None:
    """Be a Speech Dispatcher until there is nothing more to come."""
    while data := dialogue.out():
        sent.append(data)
        dialogue.feed(b"230 OK RECEIVING DATA\r\n" if data == b"SPEAK\r\n" else b"225-1\r\n225 OK\r\n")


def spoken(*utterances: Utterance) -> list[bytes]:
    dialogue = Dialogue()
    sent: list[bytes] = []
    for utterance in utterances:
        dialogue.say(utterance)
    drive(dialogue, sent)
    return sent


def test_it_says_who_it_is_then_how_then_what() -> None:
    assert spoken(Utterance("Hola.", "es", 40)) == [
        b"SET SELF CLIENT_NAME carepost:session:main\r\n",
        b"SET SELF LANGUAGE es\r\n",
        b"SET SELF VOLUME 40\r\n",
        b"SET SELF RATE 0\r\n",
        b"SPEAK\r\n",
        b"Hola.\r\n.\r\n",
    ]


def test_what_stays_the_same_is_not_set_again() -> None:
    sent = spoken(Utterance("one", "en"), Utterance("two", "en"), Utterance("tres", "es"))
    assert [line for line in sent if b"LANGUAGE" in line] == [
        b"SET SELF LANGUAGE en\r\n",
        b"SET SELF LANGUAGE es\r\n",
    ]


def test_nothing_more_is_sent_before_the_reply() -> None:
    dialogue = Dialogue()
    assert dialogue.out()
    assert dialogue.out() == b""
    dialogue.feed(b"208 OK CLIENT NA")
    assert dialogue.out() == b""
    dialogue.feed(b"ME SET\r\n")
    dialogue.say(Utterance("x", "en"))
    assert dialogue.out() == b"SET SELF LANGUAGE en\r\n"


def test_events_are_no_replies() -> None:
    dialogue = Dialogue()
    dialogue.say(Utterance("x", "en"))
    dialogue.out()
    dialogue.feed(b"701-3\r\n701-1\r\n701 BEGIN\r\n")
    assert dialogue.out() == b""


def test_a_stop_takes_back_what_was_not_sent_and_cancels_the_rest() -> None:
    dialogue = Dialogue()
    sent: list[bytes] = []
    drive(dialogue, sent)
    for word in ("one", "two", "three"):
        dialogue.say(Utterance(word, "en"))
    sent = [dialogue.out()]
    dialogue.stop()
    dialogue.say(Utterance("four", "en"))
    dialogue.feed(b"201 OK LANGUAGE SET\r\n")
    drive(dialogue, sent)
    assert b"CANCEL SELF\r\n" in sent
    assert b"four\r\n.\r\n" in sent
    assert not {b"one\r\n.\r\n", b"two\r\n.\r\n"} & set(sent)


def test_a_stop_between_speak_and_its_words_leaves_no_half_message() -> None:
    dialogue = Dialogue()
    sent: list[bytes] = []
    drive(dialogue, sent)
    dialogue.say(Utterance("private", "en"))
    while (data := dialogue.out()) != b"SPEAK\r\n":
        assert data
        dialogue.feed(b"201 OK\r\n")
    dialogue.stop()
    dialogue.feed(b"230 OK RECEIVING DATA\r\n")
    sent = []
    drive(dialogue, sent)
    assert sent == [b"private\r\n.\r\n", b"CANCEL SELF\r\n"]


def test_words_that_were_refused_are_not_sent_as_commands() -> None:
    dialogue = Dialogue()
    drive(dialogue, [])
    dialogue.say(Utterance("STOP ALL", "en"))
    while (data := dialogue.out()) != b"SPEAK\r\n":
        assert data
        dialogue.feed(b"201 OK\r\n")
    dialogue.feed(b"300 ERR INTERNAL\r\n")
    sent: list[bytes] = []
    drive(dialogue, sent)
    assert sent == []


@given(st.text())
def test_no_words_can_end_their_own_message(text: str) -> None:
    body = spoken(Utterance(text, "en"))[-1]
    assert body.endswith(b"\r\n.\r\n")
    lines = body[:-5].split(b"\r\n")
    assert b"." not in lines
    assert not any(line.startswith(b".") and not line.startswith(b"..") for line in lines)


@given(st.text(min_size=1, max_size=3))
@example("\n0")
def test_a_letter_is_one_line(text: str) -> None:
    sent = spoken(Utterance(text, "en", character=True))[-1]
    assert sent.startswith(b"CHAR ")
    assert sent.count(b"\n") == 1


@given(st.binary(max_size=300))
def test_garbage_is_told_apart_and_nothing_else_escapes(data: bytes) -> None:
    dialogue = Dialogue()
    dialogue.out()
    try:
        dialogue.feed(data)
    except NotSsip:
        return
    assert len(data) <= 65_536


@pytest.mark.parametrize("data", [b"hello\r\n", b"20 OK\r\n", b"\r\n", b"x" * 70_000])
def test_what_is_no_reply_is_refused(data: bytes) -> None:
    with pytest.raises(NotSsip):
        Dialogue().feed(data)
