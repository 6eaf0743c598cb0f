"""One visit to one server: transactions in the order of what refers to what, each marked before the next.

A refused transaction is halved until it is known which resource the server does not want; that one is set
aside for a person, what is about it (its Patient's, its Encounter's) waits with it, all else goes on. So is
one that fails again and again without being refused (a server that breaks at it): it is tried on, alone.
"""

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Final

from contract.blob import BlobError
from hub.db import Database
from hub.fhir.binary import content
from hub.fhir.terms import Json, patient_id
from hub.forward import files, outbox
from hub.forward.bundle import (
    AnswerError,
    Made,
    Transaction,
    anchors,
    answered,
    in_order,
    name_of,
    transaction,
)
from hub.forward.client import Client
from hub.forward.files import File
from hub.forward.outbox import Load, Refusal
from hub.forward.trouble import RefusedError, TroubleError
from hub.models import Blob

LATER: Final = frozenset({401, 408, 409, 423, 425, 429})  # of an entry: not for good
PATIENCE: Final = 3  # failures of a visit until it is looked for what in it fails


def version_of(resource: Json) -> int:
    """Return a resource's version here."""
    return int(resource["meta"]["versionId"])


class Sender:
    """Sends one visit; made anew for each."""

    def __init__(self, db: Database, client: Client, load: Load) -> None:
        self._db, self._client, self._load = db, client, load
        self._target = client.target
        self._known = dict(load.places)
        self._sent = dict(load.sent)
        self._dead = {name for name, one in load.resources.items() if self._is_refused(name, one)}
        self._dead |= load.refused.keys() & set(files.names(load.resources.values()))
        self._failing: dict[str, TroubleError] = {}
        self._only_consent = all(one["resourceType"] == "Consent" for one in load.resources.values())

    def _is_refused(self, name: str, resource: Json) -> bool:
        return self._load.refused.get(name) == version_of(resource)

    async def send(self) -> str:
        """Send what the target lacks; return the visit's state then. TroubleError when it cannot be now."""
        if self._load.state == "waiting":
            await self._files()
            await self._missing()
            await self._missing()  # what was there before us is brought to our version
        if self._failing:
            raise next(iter(self._failing.values()))
        state = self._state()
        settle = partial(
            outbox.settle,
            target=self._target,
            visit=self._load.visit,
            changes=self._load.changes,
            state=state,
        )
        await self._db.write(settle)
        return state

    def _state(self) -> str:
        if self._load.state != "waiting":
            return self._load.state
        return "in-part" if self._todo() or self._dead else "sent"

    def _todo(self) -> list[Json]:
        return [
            resource
            for name, resource in self._load.resources.items()
            if self._sent.get(name, 0) != version_of(resource) and name not in self._held
        ]

    @property
    def _held(self) -> set[str]:
        """What does not go now: refused, or failing."""
        return self._dead | self._failing.keys()

    def _goes(self, resource: Json) -> bool:
        return name_of(resource) not in self._held and not anchors(resource) & self._held

    async def _may_still(self) -> None:
        """TroubleError when the patient has said no since: what may go is then looked up anew."""
        if self._only_consent:
            return
        asked = partial(outbox.may_still, target=self._target, visit=self._load.visit)
        if not await self._db.read(asked):
            raise TroubleError("The consent has changed while the visit was sent.", down=False)

    def _fails(self, name: str, trouble: TroubleError) -> None:
        """Pass over what fails alone, for now; TroubleError when it is no more than a first failure."""
        if trouble.down or self._load.attempts < PATIENCE:
            raise trouble
        self._failing[name] = trouble

    async def _files(self) -> None:
        """Send the bytes that the target lacks, once it knows whose they are; then what names them."""
        resources = self._load.resources
        missing = [name for name in files.names(resources.values()) if not self._has_file(name)]
        if missing:
            await self._missing(frozenset({"Patient"}))
        for name in missing:
            naming = files.naming(resources.values(), name)
            file = await self._db.read(partial(files.file_of, name=name))
            if file is None or not any(self._goes(resources[one]) for one in naming):
                continue
            await self._may_still()
            try:
                place = await self._file(file)
            except RefusedError as refused:
                await self._note_refused(name, Refusal(1, refused.status, refused.words))
                continue
            except TroubleError as trouble:
                self._fails(name, trouble)
                continue
            self._known[name] = place
            self._sent |= dict.fromkeys(naming, 0)
            note = partial(
                outbox.file_there,
                target=self._target,
                visit=self._load.visit,
                made=Made(name, 201, place, ""),
                named_by=naming,
            )
            await self._db.write(note)

    def _has_file(self, name: str) -> bool:
        return bool(self._known.get(name)) or name in self._dead

    async def _file(self, file: File) -> str:
        if file.size > self._target.largest:
            most = self._target.largest
            raise RefusedError(0, f"{file.size} bytes are more than the {most} that go to this target")
        row = await self._db.read(lambda s: s.get_one(Blob, file.id))
        patient = self._known.get(f"Patient/{patient_id(self._load.visit)}", "")
        try:
            return await self._client.send_file(file, content(self._db, row), patient)
        except BlobError as error:
            raise TroubleError(f"A file can't be read here: {error}.", down=False) from error

    async def _missing(self, kinds: frozenset[str] = frozenset()) -> None:
        """Send the resources that the target lacks; `kinds`: only these."""
        todo = [one for one in in_order(self._todo()) if not kinds or one["resourceType"] in kinds]
        size = self._target.entries
        parts = deque(todo[at : at + size] for at in range(0, len(todo), size))
        while parts:
            part = [one for one in parts.popleft() if self._goes(one)]
            if not part:
                continue
            half = len(part) // 2
            await self._may_still()
            try:
                await self._transaction(part)
            except RefusedError as refused:
                if half:
                    parts.extendleft([part[half:], part[:half]])
                else:
                    await self._refuse(part[0], refused.status, refused.words)
            except TroubleError as trouble:
                if half and not trouble.down and self._load.attempts >= PATIENCE:
                    parts.extendleft([part[half:], part[:half]])
                else:
                    self._fails(name_of(part[0]), trouble)

    async def _transaction(self, part: Sequence[Json]) -> None:
        sent = transaction(part, self._load.resources, self._known, self._held)
        await self._begin(sent)
        answer = await self._client.send(sent.bundle)
        try:
            made = answered(sent, answer)
        except AnswerError as error:
            raise TroubleError(f"The answer makes no sense: {error}.", down=False) from error
        good = [one for one in made if one.status < 400]
        await self._there(sent, good)
        for one in made:  # a server without transactions answers entry by entry
            if one.status in LATER or one.status >= 500:
                raise TroubleError(f"The server said {one.status} to a resource.", down=False)
        for one in made:
            if one.status >= 400 and one.name in sent.own:
                await self._refuse(self._load.resources[one.name], one.status, one.words)

    async def _begin(self, sent: Transaction) -> None:
        new = [name for name in sent.names if name not in self._sent]
        if new:
            note = partial(outbox.begin, target=self._target, visit=self._load.visit, names=new)
            await self._db.write(note)
            self._sent |= dict.fromkeys(new, 0)

    async def _there(self, sent: Transaction, good: list[Made]) -> None:
        """Note what the target has. One that was there when we meant to make it may be older than ours."""
        noted = []
        for one in good:
            ours = one.name in sent.own and (one.name in self._known or one.status == 201)
            version = version_of(self._load.resources[one.name]) if ours else 0
            noted.append((one, version))
            self._known[one.name] = one.place or self._known.get(one.name, "")
            self._sent[one.name] = version or self._sent.get(one.name, 0)
        note = partial(outbox.there, target=self._target, visit=self._load.visit, made=noted)
        await self._db.write(note)

    async def _refuse(self, resource: Json, status: int, words: str) -> None:
        name = name_of(resource)
        await self._note_refused(name, Refusal(version_of(resource), status, words))

    async def _note_refused(self, name: str, refusal: Refusal) -> None:
        self._dead.add(name)
        note = partial(outbox.refuse, target=self._target, visit=self._load.visit, name=name, refusal=refusal)
        await self._db.write(note)
