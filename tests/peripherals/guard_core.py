"""Stands in for core in the guard's tests: a process of its own, so that it can be killed.

Usage: guard_core.py GUARD_SOCKET PORT [hang]. Starts a measurement through the real supervisor, prints
"inflating" at the first pressure; with "hang" its loop then stops turning, as a core that is stuck.
"""

import asyncio
import sys
import threading
import time
from pathlib import Path
from uuid import uuid4

from contract.measurement import Act, Instant
from peripherals import events
from peripherals.guard_client import GuardClient
from peripherals.supervisor import Supervisor


def _instant() -> Instant:
    return Instant("2026-11-24T00:00:00+00:00", time.monotonic_ns(), "test")


async def main(guard: Path, port: str, hang: bool) -> None:
    said = False

    def on_event(event: events.Event) -> None:
        nonlocal said
        if isinstance(event, events.DeviceStatus) and event.state is events.State.READY:
            supervisor.measure(Act.BLOOD_PRESSURE, id=uuid4())
        elif isinstance(event, events.CuffPressure) and event.pressure > 0 and not said:
            said = True
            print("inflating", flush=True)
            if hang:
                threading.Event().wait()

    config = events.DeviceConfig("cuff", events.Role.CUFF, port, "rbp9804")
    supervisor = Supervisor([config], on_event, _instant, GuardClient(guard))
    await supervisor.run()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], "hang" in sys.argv))
