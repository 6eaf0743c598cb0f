"""Bytes from a device become a measurement with its quality.

Table of contents, from the wire upwards:

- `protocols/`     pure decoders, encoders and conversations, one file a wire format. No I/O.
- `transport/`     serial, HID, USB, Bluetooth, evdev: packets with arrival times, loss as its own error.
- `devices/`       one file a product: identity, lines, commands, fault words. Start here to add one.
- `registry.py`    the table of products.
- `discovery.py`, `hotplug.py`, `probing.py`   what is plugged in, which device it is, its dialect.
- `keeper.py`, `supervisor.py`   the one place that opens lines and tries again; what `kiosk.core` talks to.
- `worker.py`      what serving an open line is; its kinds are `stream.py`, `spot.py`, `cuff.py`, `scan.py`.
- `quality.py`, `memory.py`, `inflations.py`   when a value is a reading, and whose; what a cuff may do. Pure.
- `events.py`      what the supervisor says, and the fault and remedy ids that the screen has words for.
- `guard.py`, `guard_client.py`  the process that stops the cuff when core dies, and core's side of it.
- `simulators/`    the same wire formats on pseudo-terminals and sockets, with stories anybody can write.
- `capture.py`, `decode.py`, `ecg_file.py`, `doctor.py`, `cli/`   files, and the command line.
"""
