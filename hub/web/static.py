"""The built console, and a plain page that says how to build it while it is not."""

from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

DIST: Final = Path(__file__).resolve().parent.parent / "console" / "dist"
MISSING: Final = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Carepost hub</title>"
    "<h1>The console is not built</h1><p>Run <code>scripts/setup</code> in the checkout, then reload.</p>"
)


class Console:
    """Serves the console's files; hashed assets may be kept by the browser, the page may not."""

    def __init__(self, folder: Path = DIST) -> None:
        self._files = _Cached(directory=folder, html=True) if (folder / "index.html").exists() else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a file."""
        if self._files is None:
            await HTMLResponse(MISSING, 503)(scope, receive, send)
        else:
            await self._files(scope, receive, send)


class _Cached(StaticFiles):
    def file_response(self, *arguments: object, **options: object) -> Response:
        response = super().file_response(*arguments, **options)  # type: ignore[arg-type]
        if "/assets/" in str(arguments[0]):
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response
