"""The stations' route to the releases: the files of DATA/updates, whole or in part (HTTP ranges)."""

import re
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from hub.errors import not_found
from hub.web.caller import Caller

FOLDER: Final = "updates"  # in the hub's data folder
_PATH: Final = re.compile(r"(metadata|targets)(/[A-Za-z0-9%_-][A-Za-z0-9%._+-]{0,199}){1,4}")


class UpdatesApi:
    """The route. A repository is put into the folder, or renewed there, while the hub runs."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    async def file(self, request: Request, _: Caller) -> Response:
        """Give a file out; what is still being written has another name until it is whole."""
        path = request.path_params["path"]
        place = self._folder / path
        if not _PATH.fullmatch(path) or place.is_symlink() or not place.is_file():
            raise not_found("file of a release")
        return FileResponse(place, media_type="application/octet-stream")
