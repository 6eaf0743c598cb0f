"""A record to forward to: an independent FHIR server in a process of its own (server.mjs)."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
from fhir_judges import HERE, NODE, Json
from hub_process import WAIT_S


class RecordServer:
    """Keeps what it took in a file, also over a kill; tells everything there is."""

    def __init__(self, folder: Path) -> None:
        self._state = folder / "record.json"
        self._port = "0"
        self.http = httpx.Client(trust_env=False, timeout=WAIT_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()
        self.kill()

    def start(self) -> None:
        """Start, at the same address as before."""
        command = [str(NODE), str(HERE / "server.mjs"), str(self._state), self._port]
        self.process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the record did not start"
        self.url = json.loads(line)["url"]
        self._port = self.url.rpartition(":")[2]

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self.gone()

    def gone(self) -> None:
        """Wait until the process is no more."""
        self.process.wait(WAIT_S)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def control(self, **told: Any) -> Json:
        """Tell it how to behave; return how it does, and how often it was asked."""
        found: Json = self.http.post(f"{self.url}/control", json=told).raise_for_status().json()
        return found

    def history(self) -> dict[str, list[Json]]:
        """Return all versions of everything, by our id of it (identifier or tag)."""
        found: dict[str, list[Json]] = {}
        for _, resources in self.http.get(f"{self.url}/dump").raise_for_status().json():
            for _, versions in resources:
                name = our_name(versions[-1])
                assert name not in found, f"{name} is there twice"
                found[name] = versions
        return found

    def files(self) -> dict[str, Json]:
        """Return the Binaries sent as they are: type, whose, bytes as base64, by their id there."""
        found: dict[str, Json] = self.http.get(f"{self.url}/files").raise_for_status().json()
        return found

    def newest(self) -> dict[str, Json]:
        """Return everything as it is now, by our id."""
        return {name: versions[-1] for name, versions in self.history().items()}


def our_name(resource: Json) -> str:
    """Return "Type/id" as the hub knows it."""
    identifiers = resource.get("identifier", [])
    listed = identifiers if isinstance(identifiers, list) else [identifiers]
    told = [one["value"].removeprefix("urn:uuid:") for one in listed]
    told += [tag["code"] for tag in resource.get("meta", {}).get("tag", [])]
    [identity] = told
    return f"{resource['resourceType']}/{identity}"
