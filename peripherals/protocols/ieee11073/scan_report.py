"""Scan reports: observations by handle, fixed, variable or grouped, of one person or of several."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder
from peripherals.protocols.ieee11073.configuration import ConfigObject, cut
from peripherals.protocols.ieee11073.mder import Reader
from peripherals.protocols.ieee11073.nomenclature import Event
from peripherals.protocols.ieee11073.services import Attributes, read_attributes, write_attributes

AGENT_INITIATED: Final = 0xF000
"""Data request id of what an agent sends by itself."""


class Observation(NamedTuple):
    """One object's new values: as attributes, or (fixed reports) bytes that its value map explains."""

    handle: int
    attributes: Attributes | None
    fixed: bytes = b""


class PersonReport(NamedTuple):
    """The observations of one person; None: the report does not tell persons apart."""

    person: int | None
    observations: tuple[Observation, ...]


FIXED: Final = frozenset({Event.SCAN_FIXED, Event.UNBUF_FIXED, Event.BUF_FIXED})
VAR: Final = frozenset({Event.SCAN_VAR, Event.UNBUF_VAR, Event.BUF_VAR})
MP_FIXED: Final = frozenset({Event.SCAN_MP_FIXED, Event.UNBUF_MP_FIXED, Event.BUF_MP_FIXED})
MP_VAR: Final = frozenset({Event.SCAN_MP_VAR, Event.UNBUF_MP_VAR, Event.BUF_MP_VAR})
GROUPED: Final = frozenset({Event.UNBUF_GROUPED, Event.BUF_GROUPED})
MP_GROUPED: Final = frozenset({Event.UNBUF_MP_GROUPED, Event.BUF_MP_GROUPED})
SCAN_EVENTS: Final = FIXED | VAR | MP_FIXED | MP_VAR | GROUPED | MP_GROUPED


def read_report(event: int, info: bytes, scanner: ConfigObject | None = None) -> list[PersonReport]:
    """Decode a scan report of one of `SCAN_EVENTS`; MalformedError when it is none.

    A grouped report is a row of bytes that only its scanner's map explains; without one it has no
    observations.
    """
    if not info:
        return []  # an agent's answer to "stop sending" carries an empty report
    reader = Reader(info)
    reader.u16()  # the request it answers
    reader.u16()  # its number
    if event in FIXED or event in VAR:
        reports = [PersonReport(None, _observations(reader, fixed=event in FIXED))]
    elif event in MP_FIXED or event in MP_VAR:
        count, persons = reader.items(6)
        reports = [
            PersonReport(persons.u16(), _observations(persons, fixed=event in MP_FIXED)) for _ in range(count)
        ]
        persons.finish()
    else:
        with_person = event in MP_GROUPED
        count, rows = reader.items(4 if with_person else 2)
        reports = [
            PersonReport(rows.u16() if with_person else None, _grouped(rows.octets(), scanner))
            for _ in range(count)
        ]
        rows.finish()
    reader.finish()
    return reports


def write_fixed(observations: Iterable[tuple[int, bytes]]) -> bytes:
    """Build a fixed report's contents from handles and what their value maps make of the values."""
    rows = (mder.u16(handle) + mder.octets(value) for handle, value in observations)
    return mder.u16(AGENT_INITIATED, 0) + mder.items(rows)


def write_var(observations: Iterable[tuple[int, Attributes]]) -> bytes:
    """Build a variable report's contents from handles and attributes."""
    rows = (mder.u16(handle) + write_attributes(attributes) for handle, attributes in observations)
    return mder.u16(AGENT_INITIATED, 0) + mder.items(rows)


def _observations(reader: Reader, *, fixed: bool) -> tuple[Observation, ...]:
    count, body = reader.items(4 if fixed else 6)
    result = tuple(_observation(body, fixed=fixed) for _ in range(count))
    body.finish()
    return result


def _observation(body: Reader, *, fixed: bool) -> Observation:
    handle = body.u16()
    return Observation(handle, None, body.octets()) if fixed else Observation(handle, read_attributes(body))


def _grouped(row: bytes, scanner: ConfigObject | None) -> tuple[Observation, ...]:
    if scanner is None:
        return ()
    reader = Reader(row)
    result = tuple(Observation(handle, cut(entries, reader)) for handle, entries in scanner.scans)
    reader.finish()
    return result
