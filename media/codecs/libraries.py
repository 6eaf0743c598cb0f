"""Finds the shared libraries that PyAV has loaded: no second copy, no other version."""

import ctypes
import re
from functools import cache
from pathlib import Path

import av

_MAPS = Path("/proc/self/maps")


@cache
def loaded(name: str) -> ctypes.CDLL:
    """Return a library of this process by its plain name ("vpx", "opus"); OSError when it is not there."""
    av.CodecContext.create(f"lib{name}", "r")  # so that it is loaded
    pattern = re.compile(rf"/lib{name}[-.][^/]*$")
    lines = _MAPS.read_text(encoding="utf-8").splitlines()
    paths = [path for line in lines if pattern.search(path := line.split(maxsplit=5)[-1])]
    # A wheel of PyAV has its libraries in a folder beside it; OpenCV brings other versions of the same.
    beside = str(Path(av.__file__).resolve().parent.with_name("av.libs"))
    paths.sort(key=lambda path: not path.startswith(beside))
    if not paths:
        raise OSError(f"PyAV has loaded no lib{name}: is this another build of it?")
    return ctypes.CDLL(paths[0])
