"""One conversation with one server: who we are, a transaction or a file, and whose fault it is when it fails.

Its words may quote a patient's data: they are kept for people to see, and never logged.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final

import httpx
import msgspec

from hub.config import Limits
from hub.dicom import stow
from hub.fhir.terms import Json
from hub.forward.bundle import MEDIA, WORDS, place_of, words_of
from hub.forward.files import File
from hub.forward.targets import Target, authority_file, secret_file
from hub.forward.trouble import RefusedError, TroubleError
from hub.times import now

REFUSED: Final = frozenset({400, 403, 404, 405, 410, 412, 415, 422})  # with an OperationOutcome
TOO_LARGE: Final = 413  # proxies say it too
NO_DICOM: Final = frozenset({400, 406, 415, 422})  # of an archive, which has no words for us
EARLY_S: Final = 60  # an access token is asked for anew before it runs out
LONGEST_S: Final = 86_400  # a server may ask us to wait
PATIENCE: Final = 10  # times the time-out, for a whole answer that comes drop by drop
_TOKEN: Final = re.compile(r"[\x21-\x7e]+")  # what a header can hold


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: httpx.Headers
    content: Any  # decoded JSON, None when it is none


class Client:
    """Keeps connections open; close it at the end. Does not follow redirects: they may lead anywhere."""

    def __init__(self, data: Path, target: Target, limits: Limits) -> None:
        self.target = target
        self._secret = secret_file(data, target.name)
        self._most = limits.forward_answer
        self._longest = PATIENCE * limits.forward_timeout_s
        tls = _tls(authority_file(data, target.name))
        self._http = httpx.AsyncClient(verify=tls, timeout=limits.forward_timeout_s, follow_redirects=False)
        self._token, self._token_until = "", 0.0

    async def close(self) -> None:
        """Close every connection."""
        await self._http.aclose()

    async def send(self, bundle: Json) -> object:
        """Send a transaction; return the decoded answer. RefusedError, TroubleError."""
        headers = {"Content-Type": MEDIA, "Accept": MEDIA, "Prefer": "return=minimal"} | await self._who()
        content = msgspec.json.encode(bundle)
        answer = await self._post(self.target.url, headers, content)
        if answer.status == 200 and answer.content is not None:
            return answer.content
        self._failed(answer)
        raise AssertionError  # never reached: `_failed` raises

    async def send_file(self, file: File, content: AsyncIterator[bytes], about: str) -> str:
        """Send a file as a Binary of `about` (a Patient there, or nothing); return its place there.

        RefusedError, TroubleError.
        """
        headers = {"Content-Type": file.media_type, "Content-Length": str(file.size), "Accept": MEDIA}
        headers |= {"Prefer": "return=minimal"} | ({"X-Security-Context": about} if about else {})
        answer = await self._post(f"{self.target.url}/Binary", headers | await self._who(), content)
        if answer.status not in {200, 201}:
            self._failed(answer)
        told = answer.content.get("id", "") if isinstance(answer.content, dict) else ""
        place = place_of(answer.headers.get("location", ""), f"Binary/{told}")
        if not place:
            raise RefusedError(answer.status, "the server did not say where it has put the file")
        return place

    async def store(self, file: bytes, instance: str) -> None:
        """Store a DICOM file by STOW-RS. RefusedError, TroubleError."""
        request = stow.request(file)
        headers = {"Content-Type": request.content_type, "Accept": stow.JSON} | await self._who()
        answer = await self._post(f"{self.target.url}/studies", headers, request.body)
        if answer.status in {200, 202} and stow.stored(answer.content, instance):
            return
        reason = stow.failure(answer.content, instance)
        if reason is not None and reason in stow.OUT_OF_ROOM:
            raise TroubleError(stow.words_of(reason), down=True)
        if reason is not None:
            raise RefusedError(answer.status, stow.words_of(reason))
        if answer.status in {TOO_LARGE, *NO_DICOM}:
            raise RefusedError(answer.status, "the archive does not take it")
        if answer.status in {200, 202} and answer.content is not None:
            raise TroubleError("The archive does not say what became of it.", down=False)
        self._failed(answer)

    def _failed(self, answer: _Answer) -> None:
        words = words_of(answer.content)
        if answer.status == TOO_LARGE or (answer.status in REFUSED and words):
            raise RefusedError(answer.status, words or "too large")
        if answer.status == 401:
            self._token = ""
            raise TroubleError("The server does not know us (401): look at the token or secret.", down=True)
        down = answer.status in {408, 429, 502, 503, 504} or answer.status < 500
        raise TroubleError(_said(answer.status, words), down=down, wait_s=_wait(answer.headers))

    async def _who(self) -> dict[str, str]:
        kind = self.target.auth["kind"]
        if kind == "none":
            return {}
        if kind == "bearer":
            return _bearer(self._read_secret())
        if now() >= self._token_until or not self._token:
            await self._new_token()
        return _bearer(self._token)

    async def _new_token(self) -> None:
        """Ask for an access token by OAuth's client credentials (RFC 6749 §4.4)."""
        auth = self.target.auth
        form = {"grant_type": "client_credentials"} | ({"scope": auth["scope"]} if auth["scope"] else {})
        who = httpx.BasicAuth(auth["client_id"], self._read_secret())
        answer = await self._post(auth["token_url"], {"Accept": "application/json"}, form, who)
        told = answer.content if isinstance(answer.content, dict) else {}
        token, life = told.get("access_token"), told.get("expires_in", 300)
        if answer.status != 200 or not isinstance(token, str) or not isinstance(life, int | float):
            words = f"The token's server gave none ({answer.status}): look at the client's id and secret."
            raise TroubleError(words, down=True, wait_s=_wait(answer.headers))
        self._token, self._token_until = token, now() + max(0.0, float(life) - EARLY_S)

    def _read_secret(self) -> str:
        try:
            return self._secret.read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            raise TroubleError("The file with the token or secret cannot be read.", down=True) from error

    async def _post(
        self, url: str, headers: dict[str, str], content: Any, who: httpx.Auth | None = None
    ) -> _Answer:
        body = {"data": content} if isinstance(content, dict) else {"content": content}
        try:
            request = self._http.build_request("POST", url, headers=headers, **body)
            response = await self._http.send(request, stream=True, auth=who)
            try:
                async with asyncio.timeout(self._longest):
                    answer = await self._read(response)
                return _Answer(response.status_code, response.headers, _decoded(answer))
            finally:
                await response.aclose()
        except httpx.LocalProtocolError as error:  # its words quote what could not be sent, a token as well
            raise TroubleError("It cannot be said in HTTP, or ends too early.", down=False) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            words = f"The server cannot be reached ({_reason(error)})."
            raise TroubleError(words, down=True) from error

    async def _read(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        async for part in response.aiter_bytes():
            size += len(part)
            if size > self._most:
                raise TroubleError("The server's answer is larger than an answer is.", down=False)
            parts.append(part)
        return b"".join(parts)


def _tls(authority: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(authority) if authority.exists() else None)
    except OSError as error:
        raise TroubleError("The file with the certificate authority cannot be read.", down=True) from error


def _bearer(token: str) -> dict[str, str]:
    if not _TOKEN.fullmatch(token):
        words = "The token is none: one line of letters, digits and signs, without spaces. Look at its file."
        raise TroubleError(words, down=True)
    return {"Authorization": f"Bearer {token}"}


def _decoded(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _reason(error: Exception) -> str:
    """Name a failure by its kind, and the system's words for it: an address is no patient's data."""
    return f"{type(error).__name__}: {error}"[:WORDS] if str(error) else type(error).__name__


def _said(status: int, words: str) -> str:
    if status == 200:
        return "The server did not answer with JSON."
    if 300 <= status < 400:
        return f"The server sends us elsewhere ({status}): look at the address."
    return f"The server said {status}: {words}" if words else f"The server said {status}."


def _wait(headers: httpx.Headers) -> float:
    """Return the seconds of a Retry-After header (a number or a date); 0 without one."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", text):
        return min(float(text), LONGEST_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, moment.timestamp() - now()), LONGEST_S)
