"""Bytes from a device become a measurement with its quality.

Table of contents, from the wire upwards:

- `protocols/`   pure decoders and encoders, one file a wire format: `feed(bytes) -> frames`. No I/O.
- `transport/`   `serial_port.py`: a port on asyncio, exclusively locked, arrival times, unplug as an error.
- `devices/`     one file a product: identity, serial settings, commands, fault words. Start here to add one.
- `registry.py`  the table of products, and where each one's decoder and simulator are.
- `quality.py`, `pressure.py`  when a value may be called a reading; the repeats of blood pressure. Pure.
- `supervisor.py`  the one place that opens ports and tries again; what `kiosk.core` talks to.
- `events.py`    what the supervisor says, and the fault and remedy ids that the screen has words for.
- `guard.py`, `guard_client.py`  the process that stops the cuff when core dies, and core's side of it.
- `simulators/`  the same wire formats on a pseudo-terminal, with scenarios.
- `__main__.py`  `python -m peripherals ports | devices | monitor | decode | simulate`.
"""
