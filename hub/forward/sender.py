"""One visit to one server: transactions in the order of what refers to what, each marked before the next.

A refused transaction is halved until it is known which resource the server does not want; that one is set
aside for a person, what is about it (its Patient's, its Encounter's) waits with it, all else goes on.
"""

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Final

from hub.db import Database
from hub.fhir.terms import Json
from hub.forward import outbox
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
from hub.forward.outbox import Load, Refusal
from hub.forward.trouble import RefusedError, TroubleError

LATER: Final = frozenset({401, 408, 409, 423, 425, 429})  # of an entry: not for good


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

    def _is_refused(self, name: str, resource: Json) -> bool:
        return self._load.refused.get(name) == version_of(resource)

    async def send(self) -> str:
        """Send what the target lacks; return the visit's state then. TroubleError when it cannot be now."""
        if self._load.state == "waiting":
            await self._missing()
            await self._missing()  # what was there before us is brought to our version
        state = self._state()
        settle = partial(
            outbox.settle,
            target=self._target.name,
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
            if self._sent.get(name, 0) != version_of(resource) and name not in self._dead
        ]

    async def _missing(self) -> None:
        todo = in_order(self._todo())
        size = self._target.entries
        parts = deque(todo[at : at + size] for at in range(0, len(todo), size))
        while parts:
            part = [one for one in parts.popleft() if not anchors(one) & self._dead]
            if not part:
                continue
            try:
                await self._transaction(part)
            except RefusedError as refused:
                if len(part) > 1:
                    half = len(part) // 2
                    parts.extendleft([part[half:], part[:half]])
                else:
                    await self._refuse(part[0], refused.status, refused.words)

    async def _transaction(self, part: Sequence[Json]) -> None:
        sent = transaction(part, self._load.resources, self._known, self._dead)
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

    async def _there(self, sent: Transaction, good: list[Made]) -> None:
        """Note what the target has. One that was there when we meant to make it may be older than ours."""
        noted = []
        for one in good:
            ours = one.name in sent.own and (one.name in self._known or one.status == 201)
            version = version_of(self._load.resources[one.name]) if ours else 0
            noted.append((one, version))
            self._known[one.name] = one.place or self._known.get(one.name, "")
            self._sent[one.name] = version or self._sent.get(one.name, 0)
        note = partial(outbox.there, target=self._target.name, visit=self._load.visit, made=noted)
        await self._db.write(note)

    async def _refuse(self, resource: Json, status: int, words: str) -> None:
        name = name_of(resource)
        self._dead.add(name)
        refusal = Refusal(version_of(resource), status, words)
        note = partial(
            outbox.refuse, target=self._target.name, visit=self._load.visit, name=name, refusal=refusal
        )
        await self._db.write(note)
