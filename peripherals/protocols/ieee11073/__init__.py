"""IEEE 11073-20601, the manager's side: what personal health devices speak over USB PHDC (and Bluetooth HDP).

Table of contents, from the bytes upwards. All of it is pure.

- `mder.py`           the encoding: big-endian numbers, octet strings and lists, with strict bounds.
- `apdu.py`           where an APDU begins and ends in a stream; which kinds there are.
- `association.py`    the requests and answers that open and close an association.
- `services.py`       what DATA APDUs carry: event reports, get, set, action, their results and refusals.
- `nomenclature.py`   the terms of ISO/IEEE 11073-10101 that are used, with what they mean here.
- `times.py`          absolute time (BCD) and base-offset time as ISO local time.
- `configuration.py`  an agent's objects: from its configuration report.
- `standard.py`       the standard configurations of the specialisations (-10404, -10406, -10407 …).
- `guess.py`          which standard configuration a report without an association belongs to.
- `scan_report.py`    observations of fixed, variable and grouped reports, of one person or several.
- `segments.py`       the persistent store: what is in a segment, and its entries.
- `status.py`         what agents say of a value's worth and of their sensors, as flags.
- `measurements.py`   observations become values, units, flags and a time.
- `understanding.py`  what one association has agreed on; turns event reports into records.
- `wellformed.py`     is an APDU whole; cuts a stream into those that are.
- `decoder.py`        a recording: APDUs one after another.
- `states.py`         the manager's state machine: one table.
- `requests.py`       what a manager may ask of an agent.
- `identity.py`       what an agent says of itself: model, serial number, clock, battery.
- `manager.py`        acts as the table says: associates, configures, asks, confirms, releases.
- `phdc.py`           the descriptors of the USB class that carries all this.
- `talk.py`           the conversation that the engine has with one agent.
"""
