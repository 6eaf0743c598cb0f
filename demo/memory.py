"""What of a patient is left: search the memory of processes and the files below a folder."""

import re
from pathlib import Path
from typing import Final

CHUNK: Final = 16 << 20  # bytes read at a time
_READABLE: Final = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r(\S)\S+ \S+ \S+ \S+\s*(.*)$")
_NOT_MEMORY: Final = ("[vvar]", "[vsyscall]", "[vvar_vclock]")


def needles(*words: str) -> list[bytes]:
    """Return what to look for: each word in UTF-8 and in UTF-16.

    Without its last zero the little-endian form is also found inside the big-endian one.
    """
    return [form for word in words for form in (word.encode(), word.encode("utf-16-le").rstrip(b"\0"))]


def in_process(pid: int, wanted: list[bytes]) -> list[str]:
    """Return where in a process's memory one of `wanted` stands; PermissionError when it may not be read.

    A process that ends while it is looked at has no memory any more: nothing is found in it.
    """
    try:
        return _in_memory(pid, wanted)
    except (FileNotFoundError, ProcessLookupError):
        return []


def _in_memory(pid: int, wanted: list[bytes]) -> list[str]:
    found = []
    overlap = max(map(len, wanted)) - 1
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            match = _READABLE.match(line)
            if match is None or match[4] in _NOT_MEMORY:
                continue
            if match[3] != "w" and match[4].startswith("/") and not match[4].startswith("/memfd:"):
                continue  # a file's own content, which no process has written into
            at, end = int(match[1], 16), int(match[2], 16)
            tail = b""
            while at < end:
                try:
                    memory.seek(at)
                    data = memory.read(min(CHUNK, end - at))
                except OSError:
                    break  # a mapping of a file that has become shorter, or of a device
                if not data:
                    break
                window = tail + data
                for needle in wanted:
                    where = window.find(needle)
                    if where >= 0:
                        found.append(f"pid {pid} {match[4] or 'anonymous'} at {at + where - len(tail):#x}")
                tail = data[-overlap:]
                at += len(data)
    return found


def in_files(folder: Path, wanted: list[bytes], leave_out: tuple[Path, ...] = ()) -> list[str]:
    """Return the files below a folder that hold one of `wanted`, in their content or their name."""
    found = []
    for path in sorted(folder.rglob("*")):
        if any(path.is_relative_to(other) for other in leave_out):
            continue
        if any(needle in str(path).encode() for needle in wanted):
            found.append(str(path))
        try:
            held = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:
            continue  # it went away while we looked
        if any(needle in held for needle in wanted):
            found.append(str(path))
    return found


def family(pid: int) -> list[int]:
    """Return a process and all its descendants that still run."""
    result = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            result += family(int(child))
    return result
