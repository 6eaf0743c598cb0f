"""The driver socket: scripted touches, screenshots and the plan's page. Only with --driver; never in a unit.

The session connects out to a unix stream socket and answers JSON lines:
    {"id": 1, "do": "state"}                      what is shown, and what it is made of
    {"id": 2, "do": "tree"}                       every visible thing with a name: place, size, enabled
    {"id": 3, "do": "tap", "object": "next"}      touch its centre
    {"id": 4, "do": "key", "key": "Tab"}          press a key
    {"id": 5, "do": "type", "text": "Ana"}        touch our keyboard's keys
    {"id": 6, "do": "screenshot"}                 PNG, base64
    {"id": 7, "do": "plan_pdf"}                   the page to take home, base64
Answers: {"id", "ok": true, …} or {"id", "ok": false, "error": "…"}.
"""

import base64
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtQuick import QQuickWindow

from kiosk.visit.summary import rows
from ui.hands import Hands, NotThere
from ui.plan_pdf import plan_pdf
from ui.session import Session
from ui.viewmodels.taking import qr_text

RETRY_MS: Final = 200
FRAMES_KEPT: Final = 400


class DriverError(Exception):
    """What was asked cannot be done; the message says why."""


class Driver(QObject):
    """Answers one driver; connects again when it is away."""

    def __init__(self, path: Path, window: QQuickWindow, session: Session) -> None:
        super().__init__(session)
        self._path = path
        self._window = window
        self._session = session
        self._socket = QLocalSocket(self)
        self._socket.readyRead.connect(self._read)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.open)
        self._socket.errorOccurred.connect(lambda _: self._retry.start())
        self._hands = Hands(window)
        self._do: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "state": self._state,
            "tree": self._tree,
            "tap": self._tap,
            "key": self._key,
            "type": self._type,
            "screenshot": self._screenshot,
            "plan_pdf": self._plan,
            "latency": self._latency,
        }
        self._late: list[int] = []
        self._shown_ns = 0
        window.frameSwapped.connect(self._swapped)

    def open(self) -> None:
        """Connect to the driver."""
        self._socket.connectToServer(str(self._path))

    def _swapped(self) -> None:
        """Note how long the newest wave sample took from its byte's arrival to the frame that shows it."""
        pleth = self._session.inputs().live.pleth
        if pleth is not None and pleth.t_ns != self._shown_ns:
            self._shown_ns = pleth.t_ns
            self._late.append(time.monotonic_ns() - pleth.t_ns)
            del self._late[:-FRAMES_KEPT]

    def _read(self) -> None:
        while self._socket.canReadLine():
            request = json.loads(bytes(self._socket.readLine().data()))
            try:
                function = self._do.get(request.get("do", ""))
                if function is None:
                    raise DriverError(f"unknown request {request.get('do')!r}")
                answer = {"id": request.get("id"), "ok": True, **function(request)}
            except (DriverError, NotThere) as error:
                answer = {"id": request.get("id"), "ok": False, "error": str(error)}
            self._socket.write(json.dumps(answer).encode() + b"\n")
            self._socket.flush()

    # ---- requests

    def _state(self, _: dict[str, Any]) -> dict[str, Any]:
        state = self._session.state
        views = self._session.app.views
        return {
            "screen": str(state.screen),
            "item": state.item,
            "visit": str(state.visit or ""),
            "language": views["shell"].props.language,
            "overlay": views["overlay"].props.name,
            "overlay_lines": list(views["overlay"].props.lines),
            "emergency": vars(views["emergency"].props),
            "measure": vars(views["measure"].props),
            "device": vars(views["device"].props),
            "count": vars(views["count"].props),
            "results": [dict(row) for row in views["results"].props.rows],
            "saved": views["results"].props.saved,
            "call": state.call.state,
            "call_words": views["call"].props.status,
            "chat": [dict(line) for line in views["call"].props.chat],
            "people": [dict(one) for one in views["call"].props.people],
            "joins": [dict(one) for one in views["call"].props.joins],
            "writing": views["call"].props.writing,
            "captioning": views["call"].props.captioning,
            "plan": vars(views["plan"].props),
            "take": vars(views["take"].props),
            "link": qr_text(self._session.inputs()),
            "printing": state.printing.state if state.printing else "",
            "cleaning": vars(views["cleaning"].props),
            "page": vars(views["page"].props),
            "round": vars(views["round"].props),
            "left_papers": [{"kind": p.kind, "state": p.state} for p in self._session.shift.duty.papers],
            "devices": {d.role: d.state for d in state.devices},
            "hub_online": state.hub_online,
            "papers": [{"kind": p.kind, "state": p.state} for p in state.papers],
            "remote_frames": self._session.app.remote_video.frames,
            "self_frames": self._session.app.self_video.frames,
            "exam_frames": self._session.app.exam_video.frames,
            "photo": vars(views["photo"].props),
            "sound": {"phase": views["sound"].props.phase, "tone": views["sound"].props.tone},
            "kept": [{"kind": kept.kind, "view": kept.view, "state": kept.state} for kept in state.kept],
        }

    def _tree(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"items": [vars(seen) for seen in self._hands.seen()]}

    def _tap(self, request: dict[str, Any]) -> dict[str, Any]:
        self._hands.tap(str(request.get("object", "")))
        return {}

    def _key(self, request: dict[str, Any]) -> dict[str, Any]:
        self._hands.key(str(request.get("key", "")), str(request.get("text", "")))
        return {}

    def _type(self, request: dict[str, Any]) -> dict[str, Any]:
        self._hands.type(str(request.get("text", "")))
        return {}

    def _screenshot(self, _: dict[str, Any]) -> dict[str, Any]:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.grabWindow().save(buffer, "PNG")  # type: ignore[call-overload]
        return {"png": base64.b64encode(data.data()).decode()}

    def _plan(self, _: dict[str, Any]) -> dict[str, Any]:
        if self._session.state.visit is None:
            raise DriverError("there is no visit")
        page = plan_pdf(self._session.inputs(), rows(self._session.state, self._session.context))
        return {"pdf": base64.b64encode(page).decode()}

    def _latency(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"ns": self._late}
