"""What the hub's operator has this station do: out of service, words on its screen, a bundle, a restart.

An order is repeated until the hub has heard what came of it, so each is done once, by its id, across
restarts; only a bundle, which changes nothing, is gathered again.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec

from contract import station, wire
from kiosk.core.identity import keep

log = logging.getLogger(__name__)

KEPT: Final = 50  # ids of orders that were done
LINES: Final = 400  # of core's own log, for a bundle


class _State(msgspec.Struct, frozen=True):
    disabled: str = ""
    notice: str = ""
    done: tuple[UUID, ...] = ()


class LogTail(logging.Handler):
    """The newest lines of this process's log, which holds no patient's data."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=LINES)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))


class Orders:
    """`tell` reaches the session, `to_hub` the hub; `test`, `restart` do it; `about` gathers a bundle."""

    def __init__(
        self,
        path: Path,
        tell: Callable[[station.ToSession], object],
        to_hub: Callable[[wire.ToHub], bool],
        *,
        test: Callable[[], object],
        restart: Callable[[], object],
        about: Callable[[], dict[str, Any]],
        changed: Callable[[], object],
    ) -> None:
        self._path, self._tell, self._to_hub = path, tell, to_hub
        self._test, self._restart, self._about, self._changed = test, restart, about, changed
        self._log = LogTail()
        logging.getLogger().addHandler(self._log)
        self._state = _State()
        try:
            self._state = msgspec.json.decode(path.read_bytes(), type=_State)
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.warning("what the operator ordered before can't be read: %s", error)

    @property
    def disabled(self) -> str:
        """Why the operator took the station out of service; empty: it is in service."""
        return self._state.disabled

    def close(self) -> None:
        """Keep no more of the log."""
        logging.getLogger().removeHandler(self._log)

    def session_came(self) -> None:
        """Tell a session what stands on the screen."""
        self._tell(station.OperatorSays(disabled=self._state.disabled, notice=self._state.notice))

    def came(self, message: wire.Order) -> None:
        """Do an order, once."""
        if message.order in self._state.done and message.kind != "diagnostics":  # whose answer got lost
            self._to_hub(wire.OrderDone(order=message.order, ok=True, detail="done before"))
            return
        log.info("the hub's operator orders: %s", message.kind)
        answer = self._do(message)
        self._to_hub(answer)
        if message.kind == "restart" and answer.ok:
            self._restart()

    def _do(self, message: wire.Order) -> wire.OrderDone:
        state, content = self._state, b""
        match message.kind:
            case "disable":
                state = msgspec.structs.replace(state, disabled=message.text or "out of service")
            case "enable":
                state = msgspec.structs.replace(state, disabled="")
            case "message":
                state = msgspec.structs.replace(state, notice=message.text)
            case "test":
                self._test()
            case "diagnostics":
                content = msgspec.json.encode({**self._about(), "log": list(self._log.lines)})
            case "restart":
                pass
            case _:
                return wire.OrderDone(order=message.order, ok=False, detail="not known to this version")
        state = msgspec.structs.replace(state, done=_newest((*state.done, message.order)))
        try:
            keep(self._path, msgspec.json.encode(state))
        except OSError as error:
            return wire.OrderDone(order=message.order, ok=False, detail=f"can't be kept: {error.strerror}")
        changed = (state.disabled, state.notice) != (self._state.disabled, self._state.notice)
        self._state = state
        if changed:
            self.session_came()
            self._changed()
        return wire.OrderDone(order=message.order, ok=True, content=content)


def _newest(ids: Iterable[UUID]) -> tuple[UUID, ...]:
    return tuple(ids)[-KEPT:]
