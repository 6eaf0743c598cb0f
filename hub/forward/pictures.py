"""A visit's pictures to a picture archive by STOW-RS: each once, what is refused or unfit is set aside.

An instance in an archive is never changed by us: the same picture has the same id, and what is put right
later (a name, a time) is put right there by those who keep it. So visits go when they are over.
"""

import asyncio
from dataclasses import replace
from functools import partial
from uuid import UUID

from contract.blob import BlobError
from hub.db import Database
from hub.dicom.decoder import decoded
from hub.dicom.gather import gather
from hub.dicom.picture import Picture, UnfitError
from hub.fhir.terms import Json
from hub.forward import files, outbox
from hub.forward.bundle import Made, name_of
from hub.forward.client import Client
from hub.forward.outbox import Load, Refusal
from hub.forward.sender import PATIENCE, version_of
from hub.forward.trouble import RefusedError, TroubleError


class PictureSender:
    """Sends one visit's pictures; made anew for each."""

    def __init__(self, db: Database, client: Client, load: Load) -> None:
        self._db, self._client, self._load = db, client, load
        self._target = client.target
        self._refused = False
        self._failing: list[TroubleError] = []

    async def send(self) -> str:
        """Send what the archive lacks; return the visit's state then. TroubleError when it cannot be now."""
        state = self._load.state
        if state == "waiting":
            for picture in self._pictures():
                try:
                    await self._one(picture)
                except TroubleError as trouble:
                    if trouble.down or self._load.attempts < PATIENCE:
                        raise
                    self._failing.append(trouble)  # the others go all the same
            if self._failing:
                raise self._failing[0]
            state = "in-part" if self._refused else "sent"
        settle = partial(
            outbox.settle,
            target=self._target,
            visit=self._load.visit,
            changes=self._load.changes,
            state=state,
        )
        await self._db.write(settle)
        return state

    def _pictures(self) -> list[Json]:
        """Return the DocumentReferences of pictures whose bytes are here."""
        return [
            one
            for one in self._load.resources.values()
            if one["resourceType"] == "DocumentReference"
            and one["content"][0]["attachment"]["contentType"].startswith("image/")
            and files.names([one])
        ]

    async def _one(self, picture: Json) -> None:
        name = name_of(picture)
        if self._load.sent.get(name):
            return
        if self._load.refused.get(name) == version_of(picture):
            self._refused = True
            return
        asked = partial(outbox.may_still, target=self._target, visit=self._load.visit)
        if not await self._db.read(asked):
            raise TroubleError("The consent has changed while the visit was sent.", down=False)
        try:
            instance = await self._store(UUID(picture["id"]))
        except RefusedError as refused:
            await self._refuse(picture, refused.status, refused.words)
        except UnfitError as error:
            await self._refuse(picture, 0, f"It can't become DICOM: {error}.")
        except BlobError as error:
            raise TroubleError(f"A file can't be read here: {error}.", down=False) from error
        else:
            made = [(Made(name, 200, instance, ""), version_of(picture))]
            note = partial(outbox.there, target=self._target, visit=self._load.visit, made=made)
            await self._db.write(note)

    async def _store(self, identity: UUID) -> str:
        picture = await self._db.read(partial(gather, identity=identity))
        if not picture.fits:
            picture = replace(picture, pixels=await asyncio.to_thread(decoded, picture.content))
        size = len(picture.content if picture.pixels is None else picture.pixels.data)
        if size > self._target.largest:
            raise UnfitError(f"it is larger than the {self._target.largest} bytes that go there")
        instance, file = await asyncio.to_thread(_as_dicom, identity, picture)
        await self._client.store(file, instance)
        return instance

    async def _refuse(self, picture: Json, status: int, words: str) -> None:
        self._refused = True
        refusal = Refusal(version_of(picture), status, words)
        note = partial(
            outbox.refuse,
            target=self._target,
            visit=self._load.visit,
            name=name_of(picture),
            refusal=refusal,
        )
        await self._db.write(note)


def _as_dicom(identity: UUID, picture: Picture) -> tuple[str, bytes]:
    """Return the instance's UID and its file. UnfitError when it can't become one."""
    from hub.dicom import (
        photographic,
    )  # pydicom takes longer to load than all else here; few hubs have an archive

    return str(photographic.instance_uid(identity)), photographic.write(picture)
