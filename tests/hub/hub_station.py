"""A station's side of the wire, made of the contract alone: enrolment, envelopes, the socket."""

import ssl
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID, uuid4

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hub_process import WAIT_S, HubProcess, eventually
from tls_socket import TlsSocket
from websockets.exceptions import ConnectionClosed

from contract import documents, talk, wire
from contract.blob import Chunk
from contract.documents import DOCUMENT_SCHEMA, Document, VisitOpened
from contract.envelope import (
    FIRST,
    VERSION,
    Envelope,
    Lane,
    Receipt,
    SignedEnvelope,
    digest,
    encode,
    open_receipt,
    sign_batch,
)
from contract.measurement import (
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from contract.seal import Sealed, open_key_set, open_reply, seal
from contract.talk import LIVE_SCHEMA, Live
from hub.models import ChainGap, StoredEnvelope
from provisioning.enrol import enrol, status

M = TypeVar("M")
WALL = "2026-11-24T09:30:00.000+01:00"
OXIMETER = DeviceIdentity("Contec", "CMS50D+", "contec-v7", "serial:/dev/ttyUSB0")
CUFF = DeviceIdentity("Andon", "RBP-9804", "rbp9804", "serial:/dev/ttyUSB1", serial="B7", firmware="1.2")


def instant(boot: UUID, wall: str = WALL) -> Instant:
    """Return a moment of a boot."""
    return Instant(wall, 1, str(boot), "synced")


def oximetry(boot: UUID, grade: Grade = Grade.GOOD, reasons: tuple[Reason, ...] = ()) -> Measurement:
    """Return a reading of the oximeter."""
    values = (Value(Kind.SPO2, 97.0, "%"), Value(Kind.PULSE_RATE, 71.0, "/min"))
    quality = Quality(grade, reasons)
    return Measurement(uuid4(), Act.OXIMETRY, values, instant(boot), OXIMETER, quality, raw=b"\x81\x02")


def pressure(boot: UUID) -> Measurement:
    """Return a reading of the cuff."""
    values = (
        Value(Kind.SYSTOLIC, 128.0, "mm[Hg]"),
        Value(Kind.DIASTOLIC, 82.0, "mm[Hg]"),
        Value(Kind.PULSE_RATE, 70.0, "/min"),
    )
    return Measurement(
        uuid4(),
        Act.BLOOD_PRESSURE,
        values,
        instant(boot),
        CUFF,
        Quality(Grade.USABLE, (Reason.ONE_READING_ONLY,)),
        site="left-upper-arm",
        position="sitting",
    )


class StationClient:
    """An enrolled station with a chain of its own."""

    def __init__(self, hub: HubProcess, state: Path) -> None:
        self.hub = hub
        self.state = state
        self.id = UUID(status(state)["station"])
        self.keys = open_key_set((state / "keys.signed").read_bytes(), (state / "root.pub").read_bytes())
        key = load_pem_private_key((state / "station-key.pem").read_bytes(), None)
        assert isinstance(key, Ed25519PrivateKey)
        self.key = key
        self.boot, self.store = uuid4(), uuid4()
        self._seq, self._prev = 0, FIRST
        self.http = self.client(self.tls())

    @classmethod
    def enrolled(cls, hub: HubProcess, name: str, **profile: Any) -> "StationClient":
        """Make a station of a new folder."""
        state = hub.data / f"station-{uuid4()}"
        enrol(hub.console, hub.station_code(name, **profile), state)
        return cls(hub, state)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    def tls(self, state: Path | None = None) -> ssl.SSLContext:
        """Return TLS settings with the certificate of `state`; strict about the hub's."""
        folder = state or self.state
        context = ssl.create_default_context(cafile=str(self.state / "ca.pem"))
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT
        context.load_cert_chain(folder / "station-cert.pem", folder / "station-key.pem")
        return context

    def client(self, tls: ssl.SSLContext) -> httpx.Client:
        """Return an HTTP client of the stations' listener."""
        return httpx.Client(base_url=self.hub.stations, verify=tls, trust_env=False, timeout=WAIT_S)

    def reconnect(self) -> None:
        """The hub is another process now."""
        self.http.close()
        self.http = self.client(self.tls())

    # ---- envelopes --------------------------------------------------------------------------------

    def sealed(
        self,
        plain: bytes,
        visit: UUID,
        *,
        schema: str = DOCUMENT_SCHEMA,
        station: UUID | None = None,
        identity: UUID | None = None,
        version: int = VERSION,
    ) -> bytes:
        """Seal something as the next envelope of the chain; return the envelope's bytes."""
        key = self.keys.sealing_key()
        to = station or self.id
        sealed = seal(plain, station=to, key=key, schema=schema)
        return self._next(sealed, visit, identity or uuid4(), to, version)

    def chunk(self, chunk: Chunk, visit: UUID) -> bytes:
        """Return a chunk of a large thing as the next envelope of the chain."""
        return self._next(chunk.sealed, visit, chunk.id, self.id)

    def _next(
        self, sealed: Sealed, visit: UUID, identity: UUID, station: UUID, version: int = VERSION
    ) -> bytes:
        self._seq += 1
        envelope = Envelope(
            version,
            identity,
            station,
            self.store,
            Lane.DOCUMENT,
            visit.bytes,
            self._seq,
            self._prev,
            sealed.key_id,
            sealed.schema,
            0,
            0,
            self.boot,
            len(sealed.ciphertext),
            sealed.ciphertext,
        )
        encoded = encode(envelope)
        self._prev = digest(encoded)
        return encoded

    def batch(self, *told: Document) -> list[SignedEnvelope]:
        """Seal and sign documents."""
        return sign_batch([self.sealed(documents.encode(d), d.visit) for d in told], self.key)

    def post(self, batch: list[SignedEnvelope]) -> Receipt:
        """Deliver; return the receipt, its signature checked."""
        answer = self.http.post("/station/v1/envelopes", content=wire.encode(batch))
        assert answer.status_code == 200, answer.text
        return open_receipt(answer.content, {key.id: key.public for key in self.keys.signing})

    def deliver(self, *told: Document) -> Receipt:
        """Seal, sign and deliver documents."""
        return self.post(self.batch(*told))

    def again(self, told: Document, identity: UUID) -> SignedEnvelope:
        """Seal a document as the next envelope of the chain under an id of one's choice."""
        return sign_batch([self.sealed(documents.encode(told), told.visit, identity=identity)], self.key)[0]

    def identify(self, visit: "VisitAtStation", person: documents.Person) -> SignedEnvelope:
        """Seal who the patient of a visit is said to be."""
        return self.batch(documents.Identified(visit=visit.id, at=visit.at, person=person))[0]

    def settled(self) -> None:
        """Wait until the hub has filed, or set aside, whatever this station sent."""

        def look() -> bool:
            rows = [row for row in self.hub.rows(StoredEnvelope) if row.station_id == self.id]
            return all(row.state != "stored" for row in rows)

        eventually(look, "filing")

    def socket(
        self,
        *,
        boot: UUID | None = None,
        waiting: tuple[UUID, ...] = (),
        monotonic_ns: int | None = None,
    ) -> "StationSocket":
        """Open the socket and say hello."""
        hello = wire.StationStarted(
            boot_id=boot or self.boot,
            time=WALL,
            version="1.0",
            waiting_visits=waiting,
            monotonic_ns=monotonic_ns,
        )
        return StationSocket(self.hub.stations, self.tls(), hello)


class StationSocket:
    """The station's socket after its hello."""

    def __init__(self, stations: str, tls: ssl.SSLContext, hello: wire.StationStarted) -> None:
        url = stations.replace("https", "wss", 1) + "/station/v1/socket"
        self.connection, self._hello = TlsSocket(url, tls), hello

    def __enter__(self) -> Self:
        self.connection.__enter__()
        self.send(self._hello)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.__exit__(kind, error, trace)

    def send(self, message: wire.ToHub) -> None:
        """Send a message."""
        self.connection.send(wire.encode(message))

    def until(self, kind: type[M], fits: Callable[[M], bool] = lambda _: True) -> M:
        """Return the next message of a kind that fits; others are passed over."""
        end = time.monotonic() + WAIT_S
        while True:
            data = self.connection.recv(max(0.0, end - time.monotonic()))
            assert isinstance(data, bytes)
            message = wire.decode_to_station(data)
            if isinstance(message, kind) and fits(message):
                return message

    def closed_by_the_hub(self) -> bool:
        """Wait until the hub ends this connection; what it says before is passed over."""
        end = time.monotonic() + WAIT_S
        try:
            while time.monotonic() < end:
                self.connection.recv(max(0.0, end - time.monotonic()))
        except ConnectionClosed:
            return True
        except TimeoutError:
            return False
        return False


class VisitAtStation:
    """One visit with its session's key."""

    def __init__(self, station: StationClient) -> None:
        self.station = station
        self.id = uuid4()
        self.at = instant(station.boot)
        self._private = X25519PrivateKey.generate()
        self.public = self._private.public_key().public_bytes_raw()

    def opened(self) -> VisitOpened:
        """Return its first document."""
        return VisitOpened(visit=self.id, at=self.at, language="en", session_key=self.public)

    def live(self, message: Live) -> wire.LiveOut:
        """Seal a live message to the hub."""
        plain = talk.encode(message)
        sealed = seal(plain, station=self.station.id, key=self.station.keys.sealing_key(), schema=LIVE_SCHEMA)
        return wire.LiveOut(visit=self.id, sealed=sealed)

    def session_key(self) -> wire.LiveOut:
        """Say the session's key ahead of the queue."""
        told = talk.SessionKey(id=uuid4(), visit=self.id, at=WALL, session_key=self.public, language="en")
        return self.live(told)

    def open(self, told: wire.LiveIn) -> Live:
        """Open what the hub sent to the session."""
        schema, plain = open_reply(
            told.reply, station=self.station.id, keys=self.station.keys, private=self._private
        )
        assert schema == LIVE_SCHEMA
        return talk.decode(plain)


def answers(name: str, text: str) -> dict[str, Any]:
    """Return a QuestionnaireResponse with one answered question."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"urn:carepost:questionnaire:{name}",
        "status": "completed",
        "item": [{"linkId": "1", "text": f"Question of {name}?", "answer": [{"valueString": text}]}],
    }


def open_gaps(hub: HubProcess, station: StationClient) -> list[ChainGap]:
    """Return the holes and breaks in a station's chains that are still open."""
    return [g for g in hub.rows(ChainGap) if g.station_id == station.id and g.closed_at is None]
