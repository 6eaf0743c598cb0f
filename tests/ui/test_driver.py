"""The driver socket: what is on the screen, touches, keys, typing, pictures, the plan's page."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from screen_person import Person, to_call

from contract import talk
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.driver import Driver


class Far(QObject):
    """The other end of the driver's socket."""

    def __init__(self, path: Path, person: Person) -> None:
        super().__init__()
        self._person = person
        self._server = QLocalServer(self)
        assert self._server.listen(str(path))
        self._socket: QLocalSocket | None = None
        self._server.newConnection.connect(self._taken)

    def _taken(self) -> None:
        self._socket = self._server.nextPendingConnection()

    def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """Ask, and wait for the answer."""
        self._person.wait(lambda: self._socket is not None, "the driver to connect")
        socket = self._socket
        assert socket is not None
        socket.write(json.dumps({"id": 7, "do": do, **more}).encode() + b"\n")
        socket.flush()
        self._person.wait(socket.canReadLine, "an answer")
        answer: dict[str, Any] = json.loads(bytes(socket.readLine().data()))
        assert answer["id"] == 7
        return answer


@pytest.fixture
def far(person: Person, tmp_path: Path) -> Iterator[Far]:
    found = Far(tmp_path / "driver.sock", person)
    Driver(tmp_path / "driver.sock", person.window, person.session).open()
    yield found


def test_a_visit_is_begun_and_a_name_typed(far: Far, person: Person) -> None:
    assert far.ask("state")["screen"] == "welcome"
    assert far.ask("tap", object="language-en")["ok"]
    person.on(Screen.CONSENT)
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=False)
    person.on(Screen.NAME)
    assert far.ask("type", text="Anna O'Neil mcBride")["ok"]
    assert person.hands.find("given-input").property("text") == "Anna O'Neil mcBride"
    assert far.ask("key", key="Tab")["ok"]
    assert far.ask("type", text="Li")["ok"]
    assert person.hands.find("family-input").property("text") == "Li"
    assert far.ask("key", key="Escape")["ok"]
    person.on(Screen.WHO)


def test_the_tree_says_what_is_there_and_where(far: Far, person: Person) -> None:
    items = {item["object"]: item for item in far.ask("tree")["items"]}
    assert {"language-en", "language-es", "person", "large", "contrast"} <= set(items)
    begin = items["language-en"]
    assert begin["enabled"]
    assert begin["width"] > 0 <= begin["x"] < person.window.width()
    assert "English" in begin["text"]


def test_what_can_not_be_done_is_said(far: Far) -> None:
    for request, why in (
        ({"do": "tap", "object": "no-such"}, "no-such"),
        ({"do": "key", "key": "NoSuch"}, "NoSuch"),
        ({"do": "dance"}, "dance"),
        ({"do": "plan_pdf"}, "no visit"),
    ):
        answer = far.ask(**request)
        assert not answer["ok"]
        assert why in answer["error"]


def test_the_picture_and_the_plan(far: Far, person: Person) -> None:
    image = QImage.fromData(base64.b64decode(far.ask("screenshot")["png"]))
    assert (image.width(), image.height()) == (1920, 1080)
    to_call(person)
    person.core.tell(talk.Plan, text="Rest.", disposition="self-care", provider="Dr. Kim")
    person.wait(lambda: person.session.state.plan is not None, "the plan")
    assert base64.b64decode(far.ask("plan_pdf")["pdf"]).startswith(b"%PDF-")
    state = far.ask("state")
    assert (state["screen"], state["plan"]["text"]) == ("call", "Rest.")
