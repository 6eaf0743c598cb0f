"""STOW-RS (DICOM PS3.18 §10.5): one instance in a request, and what the archive says of it. Pure."""

import secrets
from dataclasses import dataclass
from typing import Any, Final

FAILED: Final = "00081198"
STORED: Final = "00081199"
REASON: Final = "00081197"
INSTANCE: Final = "00081155"
JSON: Final = "application/dicom+json"
OUT_OF_ROOM: Final = range(0xA700, 0xA800)  # it passes: somebody makes room
WORDS: Final = {
    0x0110: "The archive failed to process it",
    0x0122: "The archive does not take pictures of this class",
    0x0124: "We may not store there",
    0xA900: "The archive finds something wrong in it",
}


@dataclass(frozen=True)
class Request:
    """What is posted to `studies`."""

    content_type: str
    body: bytes


def request(file: bytes) -> Request:
    """Return the request that stores one DICOM file."""
    boundary = secrets.token_hex(16)
    head = f"--{boundary}\r\nContent-Type: application/dicom\r\n\r\n".encode()
    kind = f'multipart/related; type="application/dicom"; boundary={boundary}'
    return Request(kind, head + file + f"\r\n--{boundary}--\r\n".encode())


def stored(answer: object, instance: str) -> bool:
    """Say whether the archive names the instance as stored."""
    return any(instance in _values(item, INSTANCE) for item in _items(answer, STORED))


def failure(answer: object, instance: str) -> int | None:
    """Return why an instance was not stored (PS3.7 Annex C), None when it is not said."""
    for item in _items(answer, FAILED):
        if instance in _values(item, INSTANCE) or not _values(item, INSTANCE):
            return next((one for one in _values(item, REASON) if isinstance(one, int)), 0)
    return None


def words_of(reason: int) -> str:
    """Say a failure in words."""
    known = WORDS.get(reason) or WORDS.get(reason & 0xFF00, "The archive refused it")
    return f"{known} (reason {reason:04X})."


def _items(answer: object, tag: str) -> list[dict[str, Any]]:
    if isinstance(answer, list):  # some answer with an array of one
        answer = answer[0] if answer else None
    return [one for one in _values(answer, tag) if isinstance(one, dict)]


def _values(item: object, tag: str) -> list[Any]:
    found = item.get(tag) if isinstance(item, dict) else None
    values = found.get("Value") if isinstance(found, dict) else None
    return values if isinstance(values, list) else []
