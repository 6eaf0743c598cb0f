"""A signed envelope opened: the document in it, or why there is none. Nothing is written here."""

from typing import Any

import msgspec

from contract import documents
from contract.documents import DOCUMENT_SCHEMA, Document, Measured
from contract.envelope import Envelope, SignedEnvelope
from contract.seal import SealError, unseal
from hub.db.columns import clean
from hub.errors import FilingError
from hub.keys import HubKeys
from hub.times import parse


def envelope_of(signed: bytes) -> Envelope:
    """Return the envelope in a signed one that was checked before."""
    return msgspec.msgpack.decode(msgspec.msgpack.decode(signed, type=SignedEnvelope).envelope, type=Envelope)


def document_of(envelope: Envelope, keys: HubKeys) -> Document:
    """Open an envelope; FilingError when it cannot be."""
    if envelope.schema != DOCUMENT_SCHEMA:
        raise FilingError(f"schema {envelope.schema[:40]!r} is not known here", "schema")
    private = keys.sealing_key(envelope.key_id)
    if private is None:
        name = envelope.key_id[:8].hex()
        raise FilingError(f"sealed to key {name}, which this hub lacks: restore it from a backup", "key")
    try:
        document = documents.decode(
            _clean(unseal(envelope.sealed(), station=envelope.station, private=private))
        )
    except SealError as error:
        raise FilingError(str(error), "sealed") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FilingError("the sealed content is not a document") from error
    if envelope.stream != document.visit.bytes:
        raise FilingError("the envelope's stream is not the document's visit")
    try:
        parse(document.at.wall)
    except ValueError as error:
        raise FilingError("the document's time is not RFC 3339 with offset") from error
    return document


def _clean(plain: bytes) -> bytes:
    """Return a document without NUL in its texts (hub.db.columns): PostgreSQL's text cannot hold it.

    A scanner or a meter that pads a text with it must not cost a patient the reading; the envelope stays
    as it came.
    """
    content = msgspec.msgpack.decode(plain)
    cleaned = _cleaned(content)
    return plain if cleaned == content else msgspec.msgpack.encode(cleaned)


def _cleaned(node: Any) -> Any:
    if isinstance(node, str):
        return clean(node)
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if isinstance(node, dict):
        return {_cleaned(key): _cleaned(value) for key, value in node.items()}
    return node


def _sealed_once(one: Envelope, other: Envelope) -> bool:
    """Say whether two envelopes carry the same sealed bytes: a chunk put again after the disk lost it."""
    return one.stream == other.stream and one.sealed() == other.sealed()


def same_content(one: bytes, other: bytes, keys: HubKeys) -> bool:
    """Say whether two signed envelopes hold the same, sealed twice; False when one cannot be opened."""
    if _sealed_once(envelope_of(one), envelope_of(other)):
        return True
    try:
        first, second = (document_of(envelope_of(signed), keys) for signed in (one, other))
    except FilingError:
        return False
    if isinstance(first, Measured) and isinstance(second, Measured):
        return (first.visit, first.measurement) == (second.visit, second.measurement)
    return first == second
