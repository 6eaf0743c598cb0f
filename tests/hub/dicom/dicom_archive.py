"""Archives to send pictures to: Debian's Orthanc with its DICOMweb plugin, and one that fails as told."""

import json
import socket
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import httpx
from hub_process import WAIT_S, eventually

ORTHANC: Final = "/usr/sbin/Orthanc"
PLUGIN: Final = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class Orthanc:
    """A real archive in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder / "orthanc", free_port()
        self._folder.mkdir()
        settings = {
            "Name": "Carepost's test",
            "StorageDirectory": str(self._folder),
            "IndexDirectory": str(self._folder),
            "HttpPort": self._port,
            "DicomServerEnabled": False,
            "RemoteAccessAllowed": False,
            "AuthenticationEnabled": False,
            "Plugins": [PLUGIN],
            "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
        }
        (self._folder / "orthanc.json").write_text(json.dumps(settings))
        self.url = f"http://127.0.0.1:{self._port}/dicom-web"
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self._port}", trust_env=False, timeout=WAIT_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()
        self.stop()

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self._folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [ORTHANC, str(self._folder / "orthanc.json")], stdout=log, stderr=log
            )

        def up() -> bool:
            assert self.process.poll() is None, (self._folder / "log").read_text()
            try:
                return self.http.get("/system").status_code == 200
            except httpx.TransportError:
                return False

        eventually(up, "Orthanc")

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait(WAIT_S)

    def instances(self) -> list[str]:
        """Return what it keeps, by its own ids."""
        found: list[str] = self.http.get("/instances").json()
        return found

    def file(self, instance: str) -> bytes:
        """Return an instance as it would give it to a viewer's maker."""
        return self.http.get(f"/instances/{instance}/file").content


class Archive:
    """Takes every STOW-RS request and answers as told."""

    def __init__(self) -> None:
        self.status, self.answer = 200, b""
        self.taken: list[tuple[str, bytes]] = []
        archive = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                archive.taken.append((self.headers["Content-Type"], body))
                self.send_response(archive.status)
                self.send_header("Content-Length", str(len(archive.answer)))
                self.end_headers()
                self.wfile.write(archive.answer)

            def log_message(self, *_: Any) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
