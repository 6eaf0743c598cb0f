"""A hub's enrolment on this machine, answering truly or with one thing changed."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy.orm import Session

from contract.wire import EnrolAnswer, EnrolRequest, encode
from hub.app import open_database
from hub.config import Config
from hub.errors import ProblemError
from hub.fleet import enrol, stations
from hub.fleet.ca import StationCa
from hub.fleet.enrol import Enrolment
from hub.keys import HubKeys

Change = Callable[[EnrolAnswer], EnrolAnswer | bytes]


class LyingHub:
    """The hub's own enrolment behind a small server; `change` may spoil each answer."""

    def __init__(self, data: Path) -> None:
        config = Config(data)
        self.db = open_database(config)
        self.ca = StationCa(data)
        self.keys = HubKeys.load(data, 10)
        self.enrolment = Enrolment(self.ca, self.keys, config.limits)
        self.change: Change = lambda answer: answer
        self.cacerts: bytes | None = None  # told in place of the true one
        self.asked: list[EnrolRequest] = []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.tell(200, hub.cacerts or hub.ca.pem)

            def do_POST(self) -> None:
                self.tell(*hub.answer(self.rfile.read(int(self.headers["content-length"]))))

            def tell(self, status: int, content: bytes) -> None:
                self.send_response(status)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *arguments: Any) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self.db.close()

    def answer(self, body: bytes) -> tuple[int, bytes]:
        request = msgspec.msgpack.decode(body, type=EnrolRequest)
        self.asked.append(request)
        try:
            answer = self.db.write_now(lambda s: self.enrolment.answer(s, request))
            if answer is None:
                return 202, b""
            told = self.change(answer)
        except ProblemError as error:
            words = {"error": {"code": error.code, "message": error.message}}
            return error.status, msgspec.json.encode(words)
        return 200, told if isinstance(told, bytes) else encode(told)

    def code(self, life_s: int = 900, *, attended: bool = False, **overrides: Any) -> str:
        def work(session: Session) -> str:
            row = stations.create(session, "Elm Street Pharmacy", "1 Elm Street", "555 0100", overrides)
            session.flush()
            return enrol.new_code(session, row.id, self.ca.der, life_s, attended=attended)

        return self.db.write_now(work)
