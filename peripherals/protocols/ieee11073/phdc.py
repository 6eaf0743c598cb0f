"""USB Personal Healthcare Device Class 1.0: its descriptors, its two features, its message preamble.

An interface of class 0F has a bulk endpoint each way (and perhaps an interrupt endpoint in). Behind its
interface descriptor stand a function descriptor (20: which data it speaks) and for 11073-20601 another one
(30: which specialisations); behind each endpoint a quality-of-service descriptor (21), perhaps metadata (22).
"""

from typing import Final, NamedTuple

CHANNEL: Final = "phdc"
"""Channel on which the transport hands the class descriptors to the conversation, once, before any data."""

INTERFACE_CLASS: Final = 0x0F

_INTERFACE: Final = 0x04
_ENDPOINT: Final = 0x05

FUNCTION: Final = 0x20
QUALITY: Final = 0x21
METADATA: Final = 0x22
FUNCTION_11073: Final = 0x30

DATA_20601: Final = 0x02
HAS_PREAMBLE: Final = 0x01  # capability: it can put a preamble before its messages

GET_STATUS: Final = 0x00
CLEAR_FEATURE: Final = 0x01
SET_FEATURE: Final = 0x03
PREAMBLE_FEATURE: Final = 0x0101  # quality-of-service encoding version 1, feature 1

QUALITY_VERSION: Final = 1
RELIABLE: Final = (
    0x20  # very high latency, best reliability; as in the class's own examples for bulk endpoints
)

SIGNATURE: Final = b"PhdcQoSSignature"
PREAMBLE: Final = len(SIGNATURE) + 4


class Descriptors(NamedTuple):
    """What the class descriptors of an interface say."""

    speaks_20601: bool = False
    has_preamble: bool = False
    specialisations: tuple[int, ...] = ()


def class_descriptors(descriptors: bytes) -> bytes:
    """Return the class descriptors behind the healthcare interface among a device's descriptors."""
    result = b""
    at, inside = 0, False
    while at + 2 <= len(descriptors) and descriptors[at] >= 2:
        one = descriptors[at : at + descriptors[at]]
        if one[1] in (_INTERFACE, _ENDPOINT):
            inside = one[1] == _INTERFACE and one[5:6] == bytes((INTERFACE_CLASS,)) and not result
        elif inside:
            result += one
        at += len(one)
    return result


def read_descriptors(extra: bytes) -> Descriptors:
    """Read what stands behind an interface descriptor; broken descriptors end the reading."""
    result = Descriptors()
    at = 0
    while at + 2 <= len(extra):
        length, kind = extra[at], extra[at + 1]
        body = extra[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:
            break
        if kind == FUNCTION and len(body) >= 2:
            result = result._replace(
                speaks_20601=body[0] == DATA_20601, has_preamble=bool(body[1] & HAS_PREAMBLE)
            )
        elif kind == FUNCTION_11073 and len(body) >= 2:
            terms = body[2 : 2 + 2 * body[1]]
            pairs = zip(terms[::2], terms[1::2], strict=False)
            result = result._replace(specialisations=tuple(low | high << 8 for low, high in pairs))
        at += length
    return result


def write_descriptors(*specialisations: int) -> bytes:
    """Build the class descriptors of an interface that speaks 20601 and has no preamble."""
    terms = b"".join(term.to_bytes(2, "little") for term in specialisations)
    return (
        bytes((4, FUNCTION, DATA_20601, 0, 4 + len(terms), FUNCTION_11073, 0, len(specialisations))) + terms
    )


def write_quality() -> bytes:
    """Build an endpoint's quality-of-service descriptor."""
    return bytes((4, QUALITY, QUALITY_VERSION, RELIABLE))


def without_preamble(data: bytes) -> bytes:
    """Return what follows a message preamble, the data itself when it begins with none."""
    if not data.startswith(SIGNATURE) or len(data) < PREAMBLE:
        return data
    return data[PREAMBLE + data[PREAMBLE - 1] :]
