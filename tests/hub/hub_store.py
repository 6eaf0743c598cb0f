"""A station's real queue in a folder: documents put into it, and what it would send."""

from pathlib import Path
from uuid import UUID, uuid4

from hub_station import StationClient

from contract import documents
from contract.documents import DOCUMENT_SCHEMA, Document
from contract.envelope import Lane, SignedEnvelope
from contract.seal import seal
from offline_queue.model import Put
from offline_queue.reader import Reader
from offline_queue.store import Store


def put(folder: Path, station: StationClient, boot: UUID, *told: Document) -> None:
    """Put documents into the queue in a folder, as core does."""
    store = Store.open(folder, station=station.id, signer=station.key, boot_id=boot)
    try:
        for document in told:
            sealed = seal(
                documents.encode(document),
                station=station.id,
                key=station.keys.sealing_key(),
                schema=DOCUMENT_SCHEMA,
            )
            store.commit([Put(Lane.DOCUMENT, sealed, uuid4(), document.visit.bytes)])
    finally:
        store.close()


def held(folder: Path) -> list[SignedEnvelope]:
    """Return every envelope that the queue holds, in order."""
    reader = Reader(folder)
    try:
        return [row.signed for row in reader.rows() if row.signed is not None]
    finally:
        reader.close()
