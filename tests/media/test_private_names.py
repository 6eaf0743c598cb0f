"""What we use of aiortc and aioice beside what they promise: all of it in one list, and all of it there.

When a library is changed this fails first, with the names that are gone.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiortc import RTCPeerConnection

from media.aiortc_private import missing_names, names

MEDIA = Path(names.__file__).parents[1]
OURS = MEDIA / "aiortc_private"
NOT_PRIVATE = frozenset({"_replace", "_asdict", "_fields", "_exit"})  # of named tuples; os._exit
PORTAUDIO = frozenset({"_terminate", "_initialize"})  # sounddevice: the only way to have it look again


def private(path: Path) -> Iterator[str]:
    """Yield the private names a source uses of others: x._name, and mangled names written out."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Attribute(attr=name) if _hidden(name) and not _own(node.value):
                yield name
            case ast.Constant(value=str(name)) if _hidden(name) and "__" in name.strip("_"):
                yield name


def _hidden(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in NOT_PRIVATE


def _own(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value) == "super()"
    return isinstance(value, ast.Name) and value.id in ("self", "cls")


def test_nobody_else_uses_a_private_name() -> None:
    found = {
        path.relative_to(MEDIA).as_posix(): used
        for path in MEDIA.rglob("*.py")
        if OURS not in path.parents and (used := set(private(path)) - PORTAUDIO)
    }
    assert not found, f"private names of libraries outside media/aiortc_private: {found}"


def test_every_one_that_is_used_is_in_the_list_and_no_other() -> None:
    used = {name for path in OURS.glob("*.py") if path.name != "names.py" for name in private(path)}
    written_out = {
        name for name, value in vars(names).items() if isinstance(value, str) and value in names.ALL
    }
    text = "".join(path.read_text() for path in OURS.glob("*.py") if path.name != "names.py")
    unlisted = used - names.ALL
    assert not unlisted, f"not in media/aiortc_private/names.py: {sorted(unlisted)}"
    idle = {name for name in written_out if name not in text}
    idle |= {name for name in names.ALL if "__" not in name.strip("_") and f".{name}" not in text}
    assert not idle, f"in media/aiortc_private/names.py and used by nobody: {sorted(idle)}"


def test_a_private_name_is_found_wherever_it_stands(tmp_path: Path) -> None:
    source = tmp_path / "planted.py"
    lines = (
        "self._mine = other._theirs",
        "self._it._deep()",
        "get(x, '_Class__hidden')",
        "cls._a, t._replace()",
    )
    source.write_text("\n".join(lines))
    assert set(private(source)) == {"_theirs", "_deep", "_Class__hidden"}


@pytest.mark.parametrize("kind", ["video", "audio"])
async def test_they_are_all_there(kind: str) -> None:
    connection = RTCPeerConnection()
    made = connection.addTransceiver(kind)
    try:
        gone = missing_names(made.sender.transport, made.sender, made.receiver)
        gone += names.missing_ice_names(connection)
    finally:
        await connection.close()
    assert not gone, f"aiortc or aioice have renamed what media/aiortc_private uses: {', '.join(gone)}"


def test_what_is_gone_is_named() -> None:
    missing = missing_names(object(), object(), object())
    assert "RTCRtpReceiver._send_rtcp_pli" in missing
    assert "RTCDtlsTransport._send_rtp" in missing
    assert len(missing) == len(names.TRANSPORT + names.SENDER + names.RECEIVER)
