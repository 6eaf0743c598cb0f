"""How an association is asked for, answered, and ended."""

from enum import IntEnum
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder
from peripherals.protocols.ieee11073.apdu import Kind, write
from peripherals.protocols.ieee11073.mder import MalformedError, Reader

ASSOCIATION_VERSION_1: Final = 0x80000000
PROTOCOL_VERSIONS: Final = (0x80000000, 0x40000000, 0x20000000)
"""Versions 1 to 3, the one preferred first: what the later ones add is understood in any case."""

NOMENCLATURE_VERSION_1: Final = 0x80000000
MDER_RULES: Final = 0x8000
PROTOCOL_20601: Final = 20601
MANAGER_SYSTEM: Final = 0x80000000
AGENT_SYSTEM: Final = 0x00800000
TEST_ASSOCIATION: Final = 0x20000000  # functional unit: the agent wants to be tested, not to measure

AGENT_INITIATES: Final = 0x0001  # data-req-mode: the agent sends by itself
SINGLE_RESPONSE: Final = 0x0080
TIME_PERIOD: Final = 0x0040
NO_TIME_LIMIT: Final = 0x0020
SCOPE_ALL: Final = 0x0800

MANAGER_ID: Final = bytes.fromhex("0243505354000001")
"""The manager's system id, an EUI-64: locally administered, for no number was assigned to this project."""


class Result(IntEnum):
    """The manager's answer to an association request."""

    ACCEPTED = 0
    REJECTED_PERMANENT = 1
    REJECTED_TRANSIENT = 2
    ACCEPTED_UNKNOWN_CONFIGURATION = 3
    NO_COMMON_PROTOCOL = 4
    NO_COMMON_PARAMETER = 5
    UNKNOWN = 6
    UNAUTHORIZED = 7
    UNSUPPORTED_VERSION = 8


class Reason(IntEnum):
    """Why an association is aborted. A release always is normal: 0."""

    UNDEFINED = 0
    BUFFER_OVERFLOW = 1
    RESPONSE_TIMEOUT = 2
    CONFIGURATION_TIMEOUT = 3


class Parameters(NamedTuple):
    """What one side says of itself (PhdAssociationInformation); the masks are those of the standard."""

    protocol_version: int
    encoding_rules: int
    nomenclature_version: int
    functional_units: int
    system_type: int
    system_id: bytes
    configuration: int
    request_modes: int = 0
    agent_requests: int = 0
    manager_requests: int = 0
    options: bytes = b"\0\0\0\0"

    @property
    def agent_initiates(self) -> bool:
        """True when the agent sends its measurements without being asked."""
        return bool(self.request_modes & AGENT_INITIATES) or not self.request_modes

    def write(self) -> bytes:
        """Encode."""
        return b"".join(
            (
                mder.u32(self.protocol_version),
                mder.u16(self.encoding_rules),
                mder.u32(self.nomenclature_version, self.functional_units, self.system_type),
                mder.octets(self.system_id),
                mder.u16(self.configuration, self.request_modes),
                mder.u8(self.agent_requests),
                mder.u8(self.manager_requests),
                self.options,
            )
        )


class Request(NamedTuple):
    """An association request; `parameters` None: it offers no 20601."""

    version: int
    parameters: Parameters | None


class Response(NamedTuple):
    """An association response."""

    result: int
    parameters: Parameters | None


def read_parameters(data: bytes) -> Parameters:
    """Decode; MalformedError when it is none. Option lists are kept as they are."""
    reader = Reader(data)
    protocol, rules = reader.u32(), reader.u16()
    nomenclature, units, system = reader.u32(), reader.u32(), reader.u32()
    system_id = reader.octets()
    configuration, modes, agents, managers = reader.u16(), reader.u16(), reader.u8(), reader.u8()
    options = reader.take(reader.left)
    Reader(options).items(4)
    return Parameters(
        protocol,
        rules,
        nomenclature,
        units,
        system,
        system_id,
        configuration,
        modes,
        agents,
        managers,
        options,
    )


def read_request(body: bytes) -> Request:
    """Decode an AARQ's body; MalformedError when it is none."""
    reader = Reader(body)
    version = reader.u32()
    count, protocols = reader.items(4)
    reader.finish()
    found = None
    for _ in range(count):
        protocol, info = protocols.u16(), protocols.octets()
        if protocol == PROTOCOL_20601 and found is None:
            found = read_parameters(info)
    protocols.finish()
    return Request(version, found)


def write_request(parameters: Parameters, version: int = ASSOCIATION_VERSION_1) -> bytes:
    """Build an agent's AARQ that offers 20601."""
    offer = mder.u16(PROTOCOL_20601) + mder.octets(parameters.write())
    return write(Kind.AARQ, mder.u32(version) + mder.items([offer]))


def read_response(body: bytes) -> Response:
    """Decode an AARE's body; MalformedError when it is none."""
    reader = Reader(body)
    result, protocol, info = reader.u16(), reader.u16(), reader.octets()
    reader.finish()
    return Response(result, read_parameters(info) if protocol == PROTOCOL_20601 and info else None)


def write_response(result: Result, parameters: Parameters | None = None) -> bytes:
    """Build the manager's AARE; without parameters it names no protocol (a refusal)."""
    if parameters is None:
        return write(Kind.AARE, mder.u16(result, 0) + mder.octets(b""))
    return write(Kind.AARE, mder.u16(result, PROTOCOL_20601) + mder.octets(parameters.write()))


def manager_parameters(protocol_version: int, system_id: bytes = MANAGER_ID) -> Parameters:
    """Return what the manager answers: one version, MDER, no configuration of its own."""
    return Parameters(
        protocol_version, MDER_RULES, NOMENCLATURE_VERSION_1, 0, MANAGER_SYSTEM, system_id, configuration=0
    )


def short(kind: Kind, reason: int = 0) -> bytes:
    """Build a release request, a release response or an abort."""
    return write(kind, mder.u16(reason))


def judge(request: Request) -> Result | None:
    """Return why a request cannot be accepted whatever its configuration; None: it can."""
    if not request.version & ASSOCIATION_VERSION_1:
        return Result.UNSUPPORTED_VERSION
    if request.parameters is None:
        return Result.NO_COMMON_PROTOCOL
    asked = request.parameters
    if not (
        common_version(asked)
        and asked.encoding_rules & MDER_RULES
        and asked.nomenclature_version & NOMENCLATURE_VERSION_1
        and asked.system_type & AGENT_SYSTEM
    ):
        return Result.NO_COMMON_PARAMETER
    if asked.functional_units & TEST_ASSOCIATION:
        return Result.REJECTED_PERMANENT
    return None


def common_version(asked: Parameters) -> int:
    """Return the protocol version both sides know, as a mask; 0: there is none."""
    return next((version for version in PROTOCOL_VERSIONS if asked.protocol_version & version), 0)


def body_of(raw: bytes) -> bytes:
    """Return what an APDU carries behind its head; MalformedError when its length is wrong."""
    reader = Reader(raw)
    reader.u16()
    body = reader.octets()
    if reader.left:
        raise MalformedError("bytes behind an APDU")
    return body
