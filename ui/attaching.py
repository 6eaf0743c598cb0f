"""A large thing (picture, sound) on its way from the session to the queue, chunk by chunk.

Core is given a few chunks at a time and the next only when those are on the disk, so that neither memory nor
the socket ever holds all of it. The document with the file key comes last: until that is saved nothing of it
counts, and the screen may not say "saved". A core that restarts is given the same chunks again; the queue
takes each once. A session that dies loses an unfinished capture: it was in its memory alone, and the key
with it. The next session must ask for it again, and does not find it among what was saved.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO, Final
from uuid import UUID, uuid5

from contract import documents, station
from contract.blob import BlobError, Chunk, Manifest, Sealer
from contract.documents import Attached, Captured
from contract.envelope import Lane
from contract.measurement import Instant
from contract.seal import Sealed

AT_ONCE: Final = 4  # chunks given to core and not saved yet: 256 KiB
DURABLE: Final = frozenset({"saved", "sent", "quarantined", "refused"})

Send = Callable[[station.Put], object]
Describe = Callable[[Manifest], Sealed]  # the sealed document with the manifest in it


class Attaching:
    """One large thing. `saved` of `size` bytes are durable; `state` says how it goes.

    `state`: "saving", "waiting" (core can't save just now and goes on trying; `problem` as in PutDone),
    "saved" (all of it), "failed" (the source could not be read, or is too large: nothing of it counts).
    """

    def __init__(
        self,
        source: BinaryIO,
        size: int,
        *,
        visit: UUID,
        station_id: UUID,
        send: Send,
        describe: Describe,
        told: Callable[["Attaching"], None],
    ) -> None:
        """`source` stays the caller's to close, once this is over. `told` after each change."""
        sealer = Sealer(source, station=station_id)
        self.id = sealer.id
        self.size = size
        self.saved = 0
        self.state = "saving"
        self.problem = ""
        self._visit, self._send, self._describe, self._told = visit, send, describe, told
        self._sealer = sealer
        self._chunks: Iterator[Chunk] | None = iter(sealer)
        self._described = False  # the manifest is given to core: then only it is waited for
        self._waiting: dict[UUID, tuple[station.Put, int]] = {}  # given to core, with their bytes of content

    @property
    def over(self) -> bool:
        """Is there nothing more to come?"""
        return self.state in {"saved", "failed"}

    def start(self) -> None:
        """Give core the first chunks."""
        self._fill()

    def again(self) -> None:
        """Core is (back) up: say again all that it may not have heard."""
        for put, _ in list(self._waiting.values()):
            self._send(put)

    def heard(self, message: station.PutDone) -> bool:
        """Take in what became of a put; False when it is none of ours, or one that is long saved."""
        if message.id not in self._waiting:
            return False
        if message.state in DURABLE:
            self.saved += self._waiting.pop(message.id)[1]
            self.state, self.problem = "saving", ""
            self._fill()
        elif message.detail == "too-large":
            self._fail(message.detail)
        else:
            self.state, self.problem = "waiting", message.detail
        self._told(self)
        return True

    def _fill(self) -> None:
        """Give core more, as far as it has saved what it has; at the end the manifest; then it is over."""
        try:
            while self._chunks is not None and len(self._waiting) < AT_ONCE:
                chunk = next(self._chunks, None)
                if chunk is None:
                    self._chunks = None
                else:
                    self._give(chunk.id, Lane.MEDIA, chunk.sealed, chunk.size)
        except (OSError, BlobError) as error:
            self._fail(str(error))
            return
        if self._waiting:
            return
        if self._described:
            self.state = "saved"
            return
        self._described = True
        manifest = self._sealer.manifest()
        self._give(uuid5(self.id, "manifest"), Lane.DOCUMENT, self._describe(manifest), 0)

    def _give(self, identity: UUID, lane: Lane, sealed: Sealed, size: int) -> None:
        put = station.Put(id=identity, lane=lane, visit=self._visit, sealed=sealed)
        self._waiting[identity] = put, size
        self._send(put)

    def _fail(self, problem: str) -> None:
        self.state, self.problem = "failed", problem
        self._chunks = None
        self._waiting.clear()


class Attachings:
    """A session's large things that are not saved yet."""

    def __init__(
        self, send: Send, seal: Callable[[bytes, str], Sealed], instant: Callable[[], Instant]
    ) -> None:
        """`seal`: to the hub's current key, under a schema."""
        self._send, self._seal, self._instant = send, seal, instant
        self._open: list[Attaching] = []

    def begin(  # noqa: PLR0917 - what a thing is, whose it is, who is told
        self,
        source: BinaryIO,
        size: int,
        about: Captured,
        visit: UUID,
        station_id: UUID,
        told: Callable[[Attaching], None],
    ) -> Attaching:
        """Begin to save one; see `Attaching`."""

        def describe(manifest: Manifest) -> Sealed:
            document = Attached(visit=visit, at=self._instant(), blob=manifest, about=about)
            return self._seal(documents.encode(document), documents.DOCUMENT_SCHEMA)

        attaching = Attaching(
            source,
            size,
            visit=visit,
            station_id=station_id,
            send=self._send,
            describe=describe,
            told=told,
        )
        self._open.append(attaching)
        attaching.start()
        return attaching

    def heard(self, message: object) -> bool:
        """Take in what became of a put; False when it is of something else."""
        if not isinstance(message, station.PutDone):
            return False
        ours = any(attaching.heard(message) for attaching in self._open)
        self._open = [attaching for attaching in self._open if not attaching.over]
        return ours

    def again(self) -> None:
        """Core is (back) up."""
        for attaching in self._open:
            attaching.again()
