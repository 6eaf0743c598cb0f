"""What a power cut leaves of a folder: a trace of all that was done to it, cut anywhere, replayed.

A preloaded library (crash_disk.c) writes the trace; `Disk` replays it. What was synced is there after any
cut. Of the rest nothing is promised: writes may be there or not, by the 512-byte sector and in any order, a
file may have its new length without its new content, and a name made, changed or removed may be so only
once its folder was synced. This is what POSIX promises and no more; file systems do better, mostly.

Shared memory (`-shm`) does not survive a cut; SQLite builds it anew.
"""

import ctypes
import itertools
import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple

SOURCE: Final = Path(__file__).with_name("crash_disk.c")
SECTOR: Final = 512
_HEAD: Final = Struct("<cQQII")


def build(folder: Path) -> Path:
    """Compile the library into a folder and return it."""
    library = folder / "crash_disk.so"
    command = [
        "gcc",
        "-O1",
        "-Wall",
        "-Werror",
        "-shared",
        "-fPIC",
        "-o",
        str(library),
        str(SOURCE),
        "-ldl",
        "-lpthread",
    ]
    subprocess.run(command, check=True)
    return library


def environment(library: Path, root: Path, trace: Path | None = None) -> dict[str, str]:
    """Return what a process on such a disk is started with."""
    set_up = {"LD_PRELOAD": str(library), "CRASH_DISK_ROOT": str(root)}
    if trace is not None:
        set_up["CRASH_DISK_TRACE"] = str(trace)
    return {**os.environ, **set_up}


class Preloaded:
    """The library as the process under test calls it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.crash_disk_steps.restype = ctypes.c_long
        self._library.crash_disk_failures.restype = ctypes.c_long

    def mark(self, text: str) -> None:
        """Put into the trace what has been promised by now."""
        self._library.crash_disk_mark(text.encode(), len(text.encode()))

    def fail(
        self, after: int, error: int, *, count: int = -1, half: bool = False, syncs: bool = False
    ) -> None:
        """Fail the `after`th write from now and those after it, `count` of them; < 0: all of them."""
        self._library.crash_disk_fail(ctypes.c_long(after), ctypes.c_long(count), error, half, syncs)

    def heal(self) -> None:
        """Fail no longer."""
        self.fail(0, 0, count=0)

    def kill(self, after: int) -> None:
        """SIGKILL at the `after`th write, sync, rename, send … from now."""
        self._library.crash_disk_kill(ctypes.c_long(after))

    def steps(self) -> int:
        """Return how many writes there were since the last `fail` or `heal`."""
        return int(self._library.crash_disk_steps())

    def failures(self) -> int:
        """Return how many of them failed."""
        return int(self._library.crash_disk_failures())


def mark(trace: Path, text: str) -> None:
    """Put into another process's trace what it has promised us by now."""
    data = text.encode()
    with trace.open("ab", buffering=0) as file:
        file.write(_HEAD.pack(b"A", 0, 0, 0, len(data)) + data)


class Step(NamedTuple):
    """One thing done to the disk; see crash_disk.c."""

    kind: str
    inode: int
    number: int
    name: str
    data: bytes


def steps(trace: Path) -> list[Step]:
    """Read a trace; what a killed process had half written of its last record is left out."""
    content, at, found = trace.read_bytes(), 0, []
    while at + _HEAD.size <= len(content):
        kind, inode, number, name_size, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        if at + name_size + size > len(content):
            break
        name = content[at : at + name_size].decode()
        found.append(
            Step(kind.decode(), inode, number, name, content[at + name_size : at + name_size + size])
        )
        at += name_size + size
    return found


class Left(StrEnum):
    """How much of what was not synced a cut leaves."""

    NOTHING = "nothing"
    EVERYTHING = "everything"  # what a kill leaves
    BEGINNING = "beginning"  # in the order it was written, the last one torn
    SECTORS = "sectors"  # any sectors of any writes


@dataclass
class _Write:
    at: int  # number of the step
    offset: int
    data: bytes

    def apply(self, content: bytearray) -> None:
        if len(content) < self.offset:
            content.extend(bytes(self.offset - len(content)))
        content[self.offset : self.offset + len(self.data)] = self.data


@dataclass
class _Truncate:
    at: int
    length: int

    def apply(self, content: bytearray) -> None:
        del content[self.length :]
        content.extend(bytes(self.length - len(content)))


class _File:
    """A file's content as the disk surely has it, as programs see it, and what lies between."""

    def __init__(self, content: bytes = b"") -> None:
        self.synced = bytearray(content)
        self.seen = bytearray(content)
        self.pending: list[_Write | _Truncate] = []

    def change(self, change: _Write | _Truncate) -> None:
        change.apply(self.seen)
        self.pending.append(change)

    def sync(self) -> None:
        for change in self.pending:
            change.apply(self.synced)
        self.pending.clear()


class _Naming(NamedTuple):
    """A change of names, whole or not at all: `gone` disappears, `new` names `file` (None: a folder)."""

    at: int
    gone: str
    new: str
    file: _File | None


Names = dict[str, _File | None]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))


class Disk:
    """A folder as a trace leaves it. `before`: what was in it, durably, when the trace began."""

    def __init__(self, root: Path, trace: list[Step], before: Path | None = None) -> None:
        self._root = root
        self._steps = trace
        self._done = 0
        self._names: Names = {}  # as programs see them
        self._naming: dict[str, list[_Naming]] = {}  # not yet durable, by folder
        self._open: dict[int, _File] = {}
        self.marks: list[str] = []
        for path in before.rglob("*") if before else ():
            file = _File(path.read_bytes()) if path.is_file() else None
            self._names[str(root / path.relative_to(before or path))] = file
        self._durable: Names = dict(self._names)

    def __len__(self) -> int:
        return len(self._steps)

    def run_to(self, position: int) -> None:
        """Do the trace's steps before `position`; only ever forwards."""
        for number in range(self._done, position):
            self._do(number, self._steps[number])
        self._done = max(self._done, position)

    def _do(self, number: int, step: Step) -> None:
        match step.kind:
            case "C":
                self._open[step.inode] = file = _File()
                self._rename(_Naming(number, "", step.name, file))
            case "O":
                self._open[step.inode] = self._file(step.name)
            case "W":
                self._open[step.inode].change(_Write(number, step.number, step.data))
            case "T":
                self._open[step.inode].change(_Truncate(number, step.number))
            case "S":
                self._open[step.inode].sync()
            case "F" if step.inode:  # a failed sync: Linux gives what it should have written up as clean
                self._open[step.inode].pending.clear()
            case "R":
                self._rename(_Naming(number, step.name, step.data.decode(), self._file(step.name)))
            case "L":
                self._rename(_Naming(number, "", step.data.decode(), self._file(step.name)))
            case "U":
                self._rename(_Naming(number, step.name, "", None))
            case "M":
                self._rename(_Naming(number, "", step.name, None))
            case "D":
                for change in self._naming.pop(step.name, []):
                    _apply(self._durable, change)
            case "A":
                self.marks.append(step.data.decode())

    def _file(self, name: str) -> _File:
        file = self._names[name]
        if file is None:
            raise ValueError(f"{name} is a folder")
        return file

    def _rename(self, change: _Naming) -> None:
        _apply(self._names, change)
        self._naming.setdefault(str(Path(change.new or change.gone).parent), []).append(change)

    def leave(self, target: Path, left: Left, dice: random.Random) -> None:
        """Write into `target` what a cut now may leave."""
        names = dict(self._durable)
        last = dice.randrange(self._done + 1) if left is Left.BEGINNING else self._done
        for change in itertools.chain.from_iterable(self._naming.values()):
            if _kept(change.at, left, last, dice):
                _apply(names, change)
        target.mkdir(parents=True)
        for name, file in names.items():
            relative = Path(name).relative_to(self._root)
            if any(str(self._root / part) not in names for part in list(relative.parents)[:-1]):
                continue  # its folder's own name was lost
            path = target / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            if file is None:
                path.mkdir(exist_ok=True)
            elif not name.endswith("-shm"):
                path.write_bytes(_content(file, left, last, dice))

    def unlike(self, folder: Path) -> list[str]:
        """Return the names whose content is not as the whole trace left it: none, or the trace has holes."""
        real = {str(self._root / path.relative_to(folder)): path.read_bytes() for path in _files(folder)}
        seen = {
            name: bytes(file.seen)
            for name, file in self._names.items()
            if file is not None and not name.endswith("-shm")
        }
        return sorted(name for name in real.keys() | seen.keys() if real.get(name) != seen.get(name))


def _apply(names: Names, change: _Naming) -> None:
    if change.gone:
        names.pop(change.gone, None)
    if change.new:
        names[change.new] = change.file


def _kept(at: int, left: Left, last: int, dice: random.Random) -> bool:
    if left is Left.SECTORS:
        return dice.random() < 0.5
    return left is Left.EVERYTHING or (left is Left.BEGINNING and at < last)


def _content(file: _File, left: Left, last: int, dice: random.Random) -> bytes:
    content = bytearray(file.synced)
    chance = dice.choice((0.1, 0.5, 0.9))
    for change in file.pending:
        if left is Left.SECTORS and isinstance(change, _Write):
            for part in _sectors(change):
                if dice.random() < chance:
                    part.apply(content)
        elif left is Left.BEGINNING and isinstance(change, _Write) and change.at == last:
            whole = dice.randrange(len(change.data) // SECTOR + 1) * SECTOR
            _Write(change.at, change.offset, change.data[:whole]).apply(content)
        elif _kept(change.at, left, last, dice):
            change.apply(content)
    if left is Left.SECTORS and dice.random() < 0.5:  # the length was written, the content was not
        content.extend(bytes(max(0, len(file.seen) - len(content))))
    return bytes(content)


def _sectors(write: _Write) -> Iterator[_Write]:
    """Split a write where a disk may tear it."""
    at = 0
    while at < len(write.data):
        end = min(len(write.data), at + SECTOR - (write.offset + at) % SECTOR)
        yield _Write(write.at, write.offset + at, write.data[at:end])
        at = end
